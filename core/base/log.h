#pragma once

#include "core/base/log_file.h"
#include "core/base/log_line.h"
#include "core/base/result.h"

#include <QLoggingCategory>
#include <QString>

#include <vector>

namespace core::base
{
// One category a room. Switched by QT_LOGGING_RULES; warnings are always on.
Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcConfig)
Q_DECLARE_LOGGING_CATEGORY(lcFeed)
Q_DECLARE_LOGGING_CATEGORY(lcRest)
Q_DECLARE_LOGGING_CATEGORY(lcMaster)
Q_DECLARE_LOGGING_CATEGORY(lcDesk)
Q_DECLARE_LOGGING_CATEGORY(lcLedger)
Q_DECLARE_LOGGING_CATEGORY(lcDisk)
Q_DECLARE_LOGGING_CATEGORY(lcSim)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

/// Makes every log line of this process pass through `redact`, then to stderr and to the text log's
/// file once there is one, and counts warnings. Values given to `hideInLog` (keys, tokens, account
/// numbers) leave as "***"; what repeats more than a hundred times in ten seconds is counted and
/// summed up in a line. The file is closed when the application object goes.
/// Call once, early in main(). Thread: the handler runs on any thread.
void installLog();

/// The file of the text log, in `folder`: see LogFile for its names and LogBackend for its thread.
/// The newest lines from before are written first. Errors: Io; the program goes on without, and it
/// is tried again every minute.
[[nodiscard]] Status openLogFile(const QString& folder, const LogLimits& limits);
/// That a line arrives in the file and a secret in it does not. Errors: Refused = the secret did.
[[nodiscard]] Status testLogFile();
/// Gives the files of the day their dated names, so that they can be compressed. Waits for the
/// disk. Errors: Io, TimedOut; NotFound without a file.
[[nodiscard]] Status rollLogFile();
/// Writes what is left. Without a file it does nothing.
void closeLogFile();
/// The newest lines with a number above `after`, oldest first, 2,000 at most, redacted and without
/// newlines. Thread: any; does not wait for the disk.
[[nodiscard]] std::vector<LogLine> recentLog(std::uint64_t after);

/// From now on no log line shows `secret`. Shorter than 4 characters is ignored: it would
/// blank out ordinary text.
void hideInLog(const QString& secret);

/// `line` with every hidden value replaced.
[[nodiscard]] QString redact(QString line);

/// Warnings and criticals since installLog().
[[nodiscard]] int warningCount();
}  // namespace core::base
