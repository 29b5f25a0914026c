#pragma once

#include "app/terminal/command_line.h"
#include "core/base/result.h"
#include "core/config/config.h"
#include "core/config/secrets.h"
#include "core/engine/session.h"

#include <QString>

namespace app
{
/// Files and folders one run uses.
struct Places
{
    QString configFile;
    QString secretsFile;
    QString dataFolder;
};

/// The effective configuration: file, then `--profile`, `--env`, `--seed` and `--set`. Without a
/// file the defaults count; a file named on the command line must exist.
[[nodiscard]] core::base::Result<core::config::Config> effectiveConfig(const CommandLine& line);

/// `credentials` only separates the data folders of two accounts; none for the simulation.
[[nodiscard]] Places placesFor(const CommandLine& line, const core::config::Config& config,
                               const core::config::Credentials& credentials);

/// Makes the data folder, readable by its owner alone. Errors: Io naming the folder.
[[nodiscard]] core::base::Status makeDataFolder(const QString& folder);

/// Everything the session needs, from command line, configuration and the files they name.
/// Errors: name the file or option.
[[nodiscard]] core::base::Result<core::engine::SessionOptions>
sessionOptions(const CommandLine& line, const core::config::Config& config,
               const core::config::Credentials& credentials, const QString& dataFolder);
}  // namespace app
