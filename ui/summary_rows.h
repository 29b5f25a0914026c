#pragma once

#include "core/domain/day_summary.h"
#include "ui/summary_table.h"

#include <array>
#include <cstdint>

namespace ui
{
/// The tables of the daily summary, in the order of their tabs.
enum class SummaryPart : std::uint8_t
{
    Trades,
    Reasons,
    Strategies,
    Open,
    Interventions,
    Violations,
    Guard,
    Quality,
};
inline constexpr std::array kSummaryParts{SummaryPart::Trades,        SummaryPart::Reasons,
                                          SummaryPart::Strategies,    SummaryPart::Open,
                                          SummaryPart::Interventions, SummaryPart::Violations,
                                          SummaryPart::Guard,         SummaryPart::Quality};

[[nodiscard]] QString summaryPartName(SummaryPart part);
/// Columns and rows of one table, in the language of the window. UI thread.
[[nodiscard]] SummaryContent summaryContent(SummaryPart part, const core::domain::Day& day);
}  // namespace ui
