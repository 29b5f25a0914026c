#pragma once

#include "core/rules/position_input.h"

namespace core::rules
{
/// Width the trailing stop strives for, in parts per billion: floor(factor x ATR%), clamped.
/// Without an ATR or a close the configured ATR% counts.
[[nodiscard]] std::int64_t targetWidth(const PositionMarket& market,
                                       const config::ExitSection& exit);

/// What a trade did to peak, switch and break-even.
enum class TrailChange : std::uint8_t
{
    None,
    SwitchedOn,    ///< S3 from here on.
    BreakEvenSet,  ///< A3 and A4 from here on.
};

/// A trade moves the peak and may switch trailing on, or after the add set the break-even.
[[nodiscard]] TrailChange trailTrade(domain::PositionMarks& marks, const PositionInput& in);

/// A five-second step moves the width three tenths of the way to its target.
void trailStep(domain::PositionMarks& marks, const PositionInput& in);

/// A3: the price that covers both commissions and the tax, and the extra steps on top.
[[nodiscard]] domain::Price breakEvenStop(Average average, domain::Percent commission,
                                          domain::Percent sellTax, std::int64_t extraSteps,
                                          domain::StepTable steps);
}  // namespace core::rules
