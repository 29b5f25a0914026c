#include "core/rules/market_conditions.h"

namespace core::rules
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

constexpr Int128 kWhole = domain::Percent::kUnitsPerWhole;
constexpr std::int64_t kMinutes = 3;
}  // namespace

Condition spreadCondition(QLatin1String id, const PositionMarket& market, domain::Percent max)
{
    Condition out{.id = id, .unit = CheckUnit::PercentUnits, .limit = max.units()};
    if (!market.quoteFresh || !market.ask || !market.bid) {
        return out;
    }
    const std::int64_t ask = market.ask->won();
    const std::int64_t bid = market.bid->won();
    if (ask <= bid || bid <= 0) {
        out.outcome = CheckOutcome::Fail;
        out.detail = QLatin1String{ask <= 0 || bid <= 0 ? "empty_side" : "crossed"};
        return out;
    }
    const Int128 distance = Int128{2} * (ask - bid);
    out.value = shownPercent(distance, ask + bid);
    out.outcome = distance * kWhole <= Int128{max.units()} * (ask + bid) ? CheckOutcome::Pass
                                                                         : CheckOutcome::Fail;
    return out;
}

Condition volumeCondition(QLatin1String id, const PositionMarket& market, domain::Percent factor)
{
    // The factor is shown as a percentage of the mean: 1.5 times is 150 %.
    Condition out{.id = id,
                  .unit = CheckUnit::PercentUnits,
                  .limit = factor.units()
                           * (domain::Percent::kUnitsPerWhole / domain::Percent::kUnitsPerPercent)};
    if (!market.volume) {
        return out;
    }
    const std::int64_t forming = market.volume->forming.shares();
    const std::int64_t before = market.volume->precedingThree.shares();
    if (before <= 0) {
        out.outcome = CheckOutcome::Fail;
        out.detail = QLatin1String{"nothing_before"};
        return out;
    }
    out.value = shownPercent(Int128{kMinutes} * forming, before);
    out.outcome = Int128{kMinutes} * forming * domain::Percent::kUnitsPerPercent
                          >= Int128{factor.units()} * before
                      ? CheckOutcome::Pass
                      : CheckOutcome::Fail;
    return out;
}

Condition windowCondition(QLatin1String id, domain::Timestamp now, const Window& window,
                          bool continuous)
{
    const bool inside = window.holds(now);
    const domain::Timestamp limit = now < window.from ? window.from : window.to;
    return {.id = id,
            .outcome = inside && continuous ? CheckOutcome::Pass : CheckOutcome::Fail,
            .unit = CheckUnit::ClockTime,
            .value = domain::kstTimeOfDay(now).count(),
            .limit = domain::kstTimeOfDay(limit).count(),
            .detail = QLatin1String{continuous ? "" : "not_continuous"}};
}
}  // namespace core::rules
