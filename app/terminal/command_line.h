#pragma once

#include "core/base/result.h"
#include "core/domain/environment_kind.h"
#include "core/domain/kst.h"

#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace app
{
/// What the command line asked for; anything absent is left to the configuration.
struct CommandLine
{
    std::optional<core::domain::EnvironmentKind> environment;
    QString configFile;
    QString dataFolder;
    QString profile;                          ///< A shipped one; empty = none.
    QList<QPair<QString, QString>> settings;  ///< --set KEY=VALUE
    std::optional<std::uint64_t> seed;
    QStringList tapes;
    double speed = 1.0;
    std::optional<core::domain::TimeOfDay> start;
    std::optional<core::domain::TradingDate> date;
    QString simulatorFile;
    bool exitAtClose = false;
    QString reportFile;
    QString screenshotFolder;
    int extraTradesPerSecond = 0;
    std::optional<int> quitAfterSeconds;

    [[nodiscard]] bool isUnattended() const { return exitAtClose || quitAfterSeconds.has_value(); }
};

/// Errors: Malformed, OutOfRange or NotFound, naming the option, the value and what is allowed.
/// `--help` and
/// `--version` are answered by the caller through `helpText`.
[[nodiscard]] core::base::Result<CommandLine> parseCommandLine(const QStringList& arguments);

[[nodiscard]] QString helpText(const QStringList& arguments);
}  // namespace app
