#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"

#include <QString>

#include <optional>
#include <vector>

namespace core::engine
{
// Putting the day's records back: asked for in the window, done at the next start before anything
// has opened them. The order ledger is not among them: what happened to orders is true at the
// broker, and an old ledger would contradict it (core/storage/README.md tells how it is done by
// hand).

/// Where the backups of a data folder lie, and one of them: "DATE" and `suffix`.
[[nodiscard]] QString backupFolder(const QString& dataFolder);
[[nodiscard]] QString backupPath(const QString& folder, domain::TradingDate date,
                                 const QString& suffix);

/// Days with a backup of the market store, newest first. Reads a folder.
[[nodiscard]] std::vector<domain::TradingDate> backupDays(const QString& dataFolder);

/// The closing routine of `date` has come as far as its backups.
[[nodiscard]] bool wasClosed(const QString& dataFolder, domain::TradingDate date);

/// Notes down that the records of `date` are wanted. Errors: NotFound without such a backup; Io.
[[nodiscard]] base::Status askForRestore(const QString& dataFolder, domain::TradingDate date);

/// What a start did with such a note.
struct Restored
{
    domain::TradingDate date{};
    QString kept;  ///< What was there before has this name now; empty = nothing was.
};

/// Carries the note out, if there is one, and takes it away: a restore that fails is told once and
/// not tried at every start. Nothing is changed unless the backup is whole.
/// Errors: those of storage::restoreMarket; Malformed: the note.
[[nodiscard]] base::Result<std::optional<Restored>> restoreIfAsked(const QString& dataFolder);
}  // namespace core::engine
