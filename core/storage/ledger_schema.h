#pragma once

#include "core/base/result.h"
#include "core/storage/sqlite.h"

namespace core::storage
{
/// Version in `user_version`. The table `event` never changes its meaning; a new version adds.
inline constexpr int kLedgerVersion = 1;

/// Makes a new ledger in an empty file and leaves it in WAL mode. `key` is whose ledger it is,
/// `setAside` what was found wrong with the one before (empty = there was none).
[[nodiscard]] base::Status createLedger(const Connection& connection, const QByteArray& key,
                                        const QByteArray& setAside);

/// Compares version, tables, triggers and views with what `createLedger` makes.
/// Errors: Malformed, naming what differs; as Connection.
[[nodiscard]] base::Status checkSchema(const Connection& connection);

/// How the one connection works (reliability section 5.1). Errors: as Connection.
[[nodiscard]] base::Status configure(const Connection& connection);
}  // namespace core::storage
