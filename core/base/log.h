#pragma once

#include <QLoggingCategory>
#include <QString>

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

/// Makes every log line of this process pass through `redact` and then to stderr, and counts
/// warnings. Values given to `hideInLog` (keys, tokens, account numbers) leave as "***".
/// Call once, early in main(). Thread: the handler runs on any thread.
void installLog();

/// From now on no log line shows `secret`. Shorter than 4 characters is ignored: it would
/// blank out ordinary text.
void hideInLog(const QString& secret);

/// `line` with every hidden value replaced.
[[nodiscard]] QString redact(QString line);

/// Warnings and criticals since installLog().
[[nodiscard]] int warningCount();
}  // namespace core::base
