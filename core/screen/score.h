#pragma once

#include "core/domain/price_steps.h"
#include "core/domain/screen_result.h"
#include "core/screen/screen_input.h"

#include <array>
#include <cstdint>
#include <vector>

namespace core::screen
{
/// Points of one axis, 0 to 100. Pure functions of the table in trading rules section 2; integers
/// wherever the value is one, so that a value exactly on a limit falls on the side the table says.
[[nodiscard]] constexpr int liquidityPoints(domain::Won tradedValue) noexcept
{
    constexpr std::int64_t kBillion = 1'000'000'000;
    const std::int64_t won = tradedValue.value();
    return won > 100 * kBillion  ? 100
           : won > 50 * kBillion ? 80
           : won > 10 * kBillion ? 60
           : won > 3 * kBillion  ? 40
                                 : 20;
}

[[nodiscard]] constexpr int turnoverPoints(domain::Won lastFiveMinutes) noexcept
{
    constexpr std::int64_t kBillion = 1'000'000'000;
    const std::int64_t won = lastFiveMinutes.value();
    return won > 5 * kBillion ? 100 : won > 2 * kBillion ? 80 : won > kBillion / 2 ? 60 : 40;
}

/// A double: a standard deviation has no exact form. `pct` is in %.
[[nodiscard]] constexpr int volatilityPoints(double pct) noexcept
{
    if (pct >= 0.15 && pct <= 0.70) {
        return 100;
    }
    if (pct >= 0.10 && pct <= 1.00) {
        return 80;
    }
    return pct >= 0.05 && pct <= 1.50 ? 60 : 40;
}

/// A spread as a fraction of the price: `numerator / denominator`.
struct Spread
{
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    bool estimated = false;  ///< One price step over the price, for want of a quote.

    /// At most `limit` ten-thousandths of a percent.
    [[nodiscard]] constexpr bool atMost(std::int64_t limit) const noexcept
    {
        return numerator * 1'000'000 <= limit * denominator;
    }
    [[nodiscard]] constexpr std::int64_t tenThousandths() const noexcept
    {
        return numerator * 1'000'000 / denominator;
    }
};

/// (ask - bid) over mid where both sides are there and not crossed, else the estimate.
[[nodiscard]] constexpr Spread spreadOf(domain::Price last, domain::Price ask, domain::Price bid,
                                        domain::StepTable steps) noexcept
{
    if (bid.won() > 0 && ask > bid) {
        return {.numerator = 2 * (ask - bid).won, .denominator = ask.won() + bid.won()};
    }
    return {.numerator = domain::priceStep(last, steps).won,
            .denominator = last.won(),
            .estimated = true};
}

[[nodiscard]] constexpr int spreadPoints(const Spread& spread) noexcept
{
    return spread.atMost(2'000) ? 100 : spread.atMost(3'000) ? 80 : spread.atMost(5'000) ? 60 : 40;
}

[[nodiscard]] constexpr int momentumPoints(const domain::PriceChange& change) noexcept
{
    // (now - then) / then > limit, in ten-thousandths of a percent.
    const std::int64_t rise = (change.now - change.then).won * 1'000'000;
    const std::int64_t then = change.then.won();
    return rise > 10'000 * then   ? 100
           : rise > 5'000 * then  ? 80
           : rise > 0             ? 60
           : rise > -3'000 * then ? 40
                                  : 20;
}

/// Points of all five axes, `ScreenAxis` order; -1 = insufficient.
using AxisPoints = std::array<std::int8_t, domain::kScreenAxes>;
[[nodiscard]] AxisPoints axisPoints(const ScreenInput& input, domain::StepTable steps) noexcept;

/// Sum of points x weight: 0 to 10,000. An insufficient axis adds nothing.
[[nodiscard]] int scoreOf(const AxisPoints& points) noexcept;

/// Liquidity >= 40, turnover >= 60, momentum >= 40, and no axis insufficient.
inline constexpr int kLiquidityPointsMin = 40;
inline constexpr int kTurnoverPointsMin = 60;
inline constexpr int kMomentumPointsMin = 40;
[[nodiscard]] bool isEligible(const AxisPoints& points) noexcept;

/// Points and value of every axis, for a row that is shown.
[[nodiscard]] std::array<domain::AxisScore, domain::kScreenAxes>
axisScores(const ScreenInput& input, domain::StepTable steps);

/// Everything that keeps a scored symbol from being eligible, with value and limit.
[[nodiscard]] std::vector<domain::WhyNot>
whyNot(const std::array<domain::AxisScore, domain::kScreenAxes>& axes);
}  // namespace core::screen
