#pragma once

#include "core/domain/day_summary.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core::domain
{
struct CurvePoint
{
    Timestamp at{};
    Won equity{};
    bool begins = false;  ///< No line leads here: minutes before it are missing.

    friend bool operator==(const CurvePoint&, const CurvePoint&) = default;
};
/// Where a trade began or ended, on the line.
struct CurveMark
{
    Timestamp at{};
    Won equity{};
    bool entry = false;
    int sign = 0;  ///< Of the trade's net result.

    friend bool operator==(const CurveMark&, const CurveMark&) = default;
};

/// The equity of a day as something to draw: page, paper, picture and window have one shape and
/// each its look.
struct EquityCurve
{
    std::vector<CurvePoint> points{};  ///< By time; empty = nothing was recorded.
    std::vector<CurveMark> marks{};    ///< By time.
    std::optional<Won> base{};         ///< Start equity.
    Won low{};                         ///< Of the axis; below `high`.
    Won high{1};
    Timestamp from{};  ///< Of the axis; before `to`.
    Timestamp to{std::chrono::minutes{1}};
    std::vector<Won> levels{};       ///< Round amounts to draw a line at.
    std::vector<Timestamp> hours{};  ///< Full or half hours to draw a line at.
    std::size_t steps = 0;           ///< Points looked at for the marks; a test's measure.

    /// Place on an axis from 0 (`from`, `low`) to 1; a time outside is at its end.
    [[nodiscard]] double across(Timestamp at) const noexcept;
    [[nodiscard]] double up(Won equity) const noexcept;
};

/// A minute's point is its last sample, at its end; a hole in the minutes is a hole in the line.
/// Work:   n log n of trades and minutes.
/// Thread: any; pure.
[[nodiscard]] EquityCurve equityCurve(const DayRecord& record, const DaySummary& summary);
}  // namespace core::domain
