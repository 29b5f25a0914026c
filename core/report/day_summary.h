#pragma once

#include "core/domain/day_summary.h"
#include "core/domain/session_calendar.h"

#include <optional>

namespace core::report
{
/// What a summary needs beside the record.
struct SummaryContext
{
    /// Hours of the day, for the uptime; empty on a day without a session.
    std::optional<domain::SessionSchedule> session{};
    std::optional<domain::DayHeadline> previous{};  ///< Of the recorded day before.
};

/// Sums up a day. Whole numbers only; every division truncates towards zero and is named where
/// the value is declared. Never fails: what an empty day does not have is an empty optional.
///
/// Work:   n log n of trades, gaps and minutes.
/// Thread: any; pure.
[[nodiscard]] domain::DaySummary summarize(const domain::DayRecord& record,
                                           const SummaryContext& context = {});

/// The figures of one trade; `summarize` makes them for all.
[[nodiscard]] domain::TradeFigures figuresOf(const domain::TradeRecord& trade);
}  // namespace core::report
