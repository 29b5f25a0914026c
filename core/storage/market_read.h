#pragma once

#include "core/storage/market_types.h"
#include "core/storage/sql_connection.h"

#include <optional>
#include <vector>

namespace core::storage
{
// What `MarketStore` reads, of one desk. Errors: as there. Thread: the connection's.

[[nodiscard]] base::Result<std::optional<domain::DayRecord>>
readDay(SqlConnection& connection, std::int64_t desk, domain::TradingDate date);

[[nodiscard]] base::Result<std::vector<DayHeadline>> readDays(SqlConnection& connection,
                                                              std::int64_t desk);

[[nodiscard]] base::Result<std::vector<domain::StoredBar>>
readBars(SqlConnection& connection, std::int64_t desk, const domain::Symbol& symbol,
         domain::Timestamp from, domain::Timestamp to);

[[nodiscard]] base::Result<std::vector<DecisionEntry>>
readDecisions(SqlConnection& connection, std::int64_t desk, domain::TradingDate date,
              const std::optional<domain::Symbol>& symbol);
}  // namespace core::storage
