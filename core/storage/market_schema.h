#pragma once

#include "core/base/result.h"
#include "core/storage/sql_connection.h"

#include <span>
#include <vector>

namespace core::storage
{
/// What one version adds to the one before: definitions that both engines understand. A '%' at the
/// end of a CREATE TABLE stands for `SqlConnection::keyedTable`.
/// Written for good: a version that has been released is never changed, the next one adds.
struct SchemaVersion
{
    std::vector<const char*> statements;
};

/// The versions of the market store, oldest first; the program works with the last.
///
/// All numbers are 64-bit and exact; `..._ms` is milliseconds since 1970 UTC; `date` is YYYYMMDD of
/// the trading day in Seoul; `desk` says whose row it is; an absent value is NULL. Money in won,
/// shares of a whole in parts per billion, enumerations as the words of `market_words.h`.
[[nodiscard]] std::span<const SchemaVersion> marketVersions();

/// Version of the store on this connection; 0 = there is none yet, and nothing else either.
/// Errors: Malformed for something that is no market store.
[[nodiscard]] base::Result<int> schemaVersionOf(SqlConnection& connection);

/// Makes the newest of `versions` of what is there, in one transaction.
/// Errors: Refused for a version newer than the last of them; Malformed; as SqlConnection.
[[nodiscard]] base::Status bringUpToDate(SqlConnection& connection,
                                         std::span<const SchemaVersion> versions);
}  // namespace core::storage
