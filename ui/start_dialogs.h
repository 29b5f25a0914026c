#pragma once

#include "core/base/result.h"

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
/// and offers the embedded simulation, which needs none. Blocks until answered.
[[nodiscard]] StartChoice askForSimulation(QWidget* parent, const QString& secretsPath);

/// Shown when the configuration was refused: the file, what is wrong with it and what to do.
/// `error.detail` names key, value and range. Blocks until closed.
void showConfigError(QWidget* parent, const QString& configPath, const core::base::Error& error);
}  // namespace ui
