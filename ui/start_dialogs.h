#pragma once

#include "core/base/result.h"
#include "core/config/config.h"

#include <QString>

class QWidget;

namespace ui
{
enum class StartChoice
{
    Simulation,
    Leave,
};

/// Shown when the secrets of the chosen environment are missing: says which file was looked for
/// and offers the embedded simulation, which needs none. Blocks until answered. `language` counts
/// where there is no window yet whose language could.
[[nodiscard]] StartChoice
askForSimulation(QWidget* parent, const QString& secretsPath,
                 core::config::Language language = core::config::Language::System);

/// Shown when the configuration was refused: the file, what is wrong with it and what to do.
/// `error.detail` names key, value and range. Blocks until closed.
void showConfigError(QWidget* parent, const QString& configPath, const core::base::Error& error,
                     core::config::Language language = core::config::Language::System);
}  // namespace ui
