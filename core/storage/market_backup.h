#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>

namespace core::storage
{
/// Reads a copy of a store from end to end; the version of its schema.
/// Errors: Malformed: damaged, or no market store; Refused: of a newer version; Busy; Io.
/// Thread: any.
[[nodiscard]] base::Result<int> checkMarketCopy(const QString& copy);

/// What `restoreMarket` did.
struct MarketRestored
{
    int version = 0;   ///< Of the schema in the backup; `MarketStore::open` brings it up to date.
    QString replaced;  ///< Name of what was there before, in the same folder; empty = nothing was.
};

/// Puts a backup (`MarketStore::backupTo`) in the place of `market.db` in `folder`, with the store
/// closed. The backup is copied, the copy checked from end to end, and only then one rename makes
/// it the store; what was there is kept beside it. Whatever fails or is cut off before that rename
/// leaves the store as it was.
/// Errors: NotFound; Malformed: the backup is damaged or no market store; Refused: of a newer
///         version, or a folder on a network; Busy: the store is open; Io.
/// Thread: any; only where nobody opens the store meanwhile (the terminal's lock on the folder).
[[nodiscard]] base::Result<MarketRestored>
restoreMarket(const QString& backup, const QString& folder,
              std::chrono::milliseconds wait = std::chrono::milliseconds{500});
}  // namespace core::storage
