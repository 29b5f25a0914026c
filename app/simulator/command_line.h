#pragma once

#include "core/base/result.h"
#include "core/sim/simulator_options.h"

#include <QStringList>

namespace app::simulator
{
struct CommandLine
{
    core::sim::SimulatorOptions options;
    QString calendarFile;  ///< Empty = the one compiled in.
    QString text;          ///< Help or version: to be printed, then exit 0.
};

/// Reads the program's arguments. Errors: Malformed or OutOfRange naming option and value.
[[nodiscard]] core::base::Result<CommandLine> readCommandLine(const QStringList& arguments);
}  // namespace app::simulator
