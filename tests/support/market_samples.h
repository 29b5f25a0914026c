#pragma once

#include "core/storage/market_types.h"

namespace test
{
/// A trading day of the sample year; the same number gives the same day.
[[nodiscard]] core::domain::TradingDate sampleDate(int number);
[[nodiscard]] core::domain::DayRecord emptyDay(core::domain::TradingDate date);
/// A day that uses everything a day can hold, extremes and absences included.
[[nodiscard]] core::domain::DayRecord fullDay(core::domain::TradingDate date);
/// Trade `number` of `date`, with `fills` fills.
[[nodiscard]] core::domain::TradeRecord sampleTrade(core::domain::TradingDate date,
                                                    std::uint32_t number, int fills);
/// The bar of a minute after 09:00; `revision` changes its volume.
[[nodiscard]] core::domain::StoredBar sampleBar(core::domain::TradingDate date, const char* symbol,
                                                int minute, int revision = 0);
[[nodiscard]] core::domain::MinuteMetrics sampleMinute(core::domain::TradingDate date, int minute);
[[nodiscard]] core::storage::DecisionEntry sampleDecision(core::domain::TradingDate date,
                                                          std::uint64_t number, const char* symbol);
[[nodiscard]] core::domain::Symbol symbolOf(const char* text);
}  // namespace test
