#pragma once

#include "core/storage/market_types.h"
#include "core/storage/sql_connection.h"

namespace core::storage
{
/// Whether the dates of a batch fit together. Errors: OutOfRange.
[[nodiscard]] base::Status checkBatch(const MarketBatch& batch);

/// Writes bars and decisions; returns how many rows were changed. Only inside a transaction.
[[nodiscard]] base::Result<std::int64_t> writeBars(SqlConnection& connection, std::int64_t desk,
                                                   const MarketBatch& batch);
/// Writes all the rest. A day of which only rows are known is begun with `environment`.
[[nodiscard]] base::Result<std::int64_t> writeRecords(SqlConnection& connection, std::int64_t desk,
                                                      domain::EnvironmentKind environment,
                                                      const MarketBatch& batch);
}  // namespace core::storage
