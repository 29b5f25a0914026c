#include "core/screen/score.h"

#include <algorithm>

namespace core::screen
{
using domain::AxisScore;
using domain::ScreenAxis;
using domain::ScreenReason;

namespace
{
constexpr std::int8_t kInsufficient = -1;
constexpr std::int64_t kTenThousandthsPerPercent = 10'000;

constexpr std::size_t at(ScreenAxis axis)
{
    return static_cast<std::size_t>(axis);
}

std::int8_t narrow(int points)
{
    return static_cast<std::int8_t>(points);
}

/// An axis that is a condition of eligibility, and where its points reach the least needed.
struct Needed
{
    ScreenAxis axis;
    int points;
    ScreenReason reason;
    std::int64_t limit;  ///< In the axis' unit; the value must be above it.
};
constexpr std::array kNeeded{
    Needed{ScreenAxis::Liquidity, kLiquidityPointsMin, ScreenReason::LiquidityTooLow,
           3'000'000'000},
    Needed{ScreenAxis::Turnover, kTurnoverPointsMin, ScreenReason::TurnoverTooLow, 500'000'000},
    Needed{ScreenAxis::Momentum, kMomentumPointsMin, ScreenReason::MomentumTooLow, -3'000},
};
}  // namespace

AxisPoints axisPoints(const ScreenInput& input, domain::StepTable steps) noexcept
{
    AxisPoints points{kInsufficient, kInsufficient, kInsufficient, kInsufficient, kInsufficient};
    if (input.accTurnover) {
        points[at(ScreenAxis::Liquidity)] = narrow(liquidityPoints(*input.accTurnover));
    }
    if (input.turnoverFive) {
        points[at(ScreenAxis::Turnover)] = narrow(turnoverPoints(*input.turnoverFive));
    }
    if (input.volatilityPct) {
        points[at(ScreenAxis::Volatility)] = narrow(volatilityPoints(*input.volatilityPct));
    }
    if (input.last.won() > 0) {
        points[at(ScreenAxis::Spread)] =
            narrow(spreadPoints(spreadOf(input.last, input.ask, input.bid, steps)));
    }
    if (input.momentum5) {
        points[at(ScreenAxis::Momentum)] = narrow(momentumPoints(*input.momentum5));
    }
    return points;
}

int scoreOf(const AxisPoints& points) noexcept
{
    int score = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        score += std::max<int>(points[i], 0) * domain::kScreenWeights[i];
    }
    return score;
}

bool isEligible(const AxisPoints& points) noexcept
{
    for (const std::int8_t axis : points) {
        if (axis == kInsufficient) {
            return false;
        }
    }
    return std::all_of(kNeeded.begin(), kNeeded.end(), [&](const Needed& needed) {
        return points[at(needed.axis)] >= needed.points;
    });
}

std::array<AxisScore, domain::kScreenAxes> axisScores(const ScreenInput& input,
                                                      domain::StepTable steps)
{
    const AxisPoints points = axisPoints(input, steps);
    std::array<AxisScore, domain::kScreenAxes> axes{};
    for (std::size_t i = 0; i < axes.size(); ++i) {
        axes[i].insufficient = points[i] == kInsufficient;
        axes[i].points = std::max<int>(points[i], 0);
    }
    if (input.accTurnover) {
        axes[at(ScreenAxis::Liquidity)].value = input.accTurnover->value();
    }
    if (input.turnoverFive) {
        axes[at(ScreenAxis::Turnover)].value = input.turnoverFive->value();
    }
    if (input.volatilityPct) {
        axes[at(ScreenAxis::Volatility)].value =
            static_cast<std::int64_t>(*input.volatilityPct * kTenThousandthsPerPercent);
    }
    if (input.last.won() > 0) {
        const Spread spread = spreadOf(input.last, input.ask, input.bid, steps);
        axes[at(ScreenAxis::Spread)].value = spread.tenThousandths();
        axes[at(ScreenAxis::Spread)].estimated = spread.estimated;
    }
    if (input.momentum5) {
        axes[at(ScreenAxis::Momentum)].value = input.momentum5->tenThousandths();
    }
    return axes;
}

std::vector<domain::WhyNot> whyNot(const std::array<AxisScore, domain::kScreenAxes>& axes)
{
    std::vector<domain::WhyNot> reasons;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (axes[i].insufficient) {
            reasons.push_back({.reason = ScreenReason::InsufficientData,
                               .axis = static_cast<ScreenAxis>(i),
                               .value = {},
                               .limit = {}});
        }
    }
    for (const Needed& needed : kNeeded) {
        const AxisScore& axis = axes[at(needed.axis)];
        if (!axis.insufficient && axis.points < needed.points) {
            reasons.push_back({.reason = needed.reason,
                               .axis = needed.axis,
                               .value = axis.value,
                               .limit = needed.limit});
        }
    }
    return reasons;
}
}  // namespace core::screen
