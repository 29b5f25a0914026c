#include "core/rules/market_conditions.h"

namespace core::rules
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

constexpr std::int64_t kMinutes = 3;

bool hasQuote(const PositionMarket& market)
{
    return market.quoteFresh && market.ask && market.bid;
}

bool isBook(const PositionMarket& market)
{
    return market.ask > market.bid && market.bid->won() > 0;
}
}  // namespace

Condition coolDownCondition(QLatin1String id, domain::Timestamp now,
                            std::optional<domain::Timestamp> soldAt, std::chrono::milliseconds span)
{
    if (!soldAt) {
        return {.id = id, .outcome = CheckOutcome::Pass};
    }
    return {.id = id,
            .outcome = passes(now - *soldAt >= span),
            .unit = CheckUnit::Milliseconds,
            .value = (now - *soldAt).count(),
            .limit = span.count()};
}

Condition sizeCondition(QLatin1String id, std::optional<domain::Quantity> quantity)
{
    Condition out{
        .id = id, .outcome = CheckOutcome::Insufficient, .unit = CheckUnit::Shares, .limit = 1};
    if (quantity) {
        out.outcome = passes(quantity->shares() >= 1);
        out.value = quantity->shares();
    }
    return out;
}

Condition endOfDayCondition(const PositionInput& in)
{
    if (!in.books.automatic) {
        return {.id = QLatin1String{"EOD"}, .outcome = CheckOutcome::NotApplicable};
    }
    return {.id = QLatin1String{"EOD"},
            .outcome = passes(in.now >= in.times.flattenAt),
            .unit = CheckUnit::ClockTime,
            .value = domain::kstTimeOfDay(in.now).count(),
            .limit = domain::kstTimeOfDay(in.times.flattenAt).count()};
}

CheckOutcome spreadOutcome(const PositionMarket& market, domain::Percent max)
{
    if (!hasQuote(market)) {
        return CheckOutcome::Insufficient;
    }
    const std::int64_t ask = market.ask->won();
    const std::int64_t bid = market.bid->won();
    return passes(isBook(market)
                  && Int128{2} * (ask - bid) * kWhole <= Int128{max.units()} * (ask + bid));
}

Condition spreadCondition(QLatin1String id, const PositionMarket& market, domain::Percent max)
{
    Condition out{.id = id,
                  .outcome = spreadOutcome(market, max),
                  .unit = CheckUnit::PercentUnits,
                  .limit = max.units()};
    if (!hasQuote(market)) {
        return out;
    }
    const std::int64_t ask = market.ask->won();
    const std::int64_t bid = market.bid->won();
    if (isBook(market)) {
        out.value = shownPercent(Int128{2} * (ask - bid), ask + bid);
    } else {
        out.detail = QLatin1String{ask <= 0 || bid <= 0 ? "empty_side" : "crossed"};
    }
    return out;
}

CheckOutcome volumeOutcome(const PositionMarket& market, domain::Percent factor)
{
    if (!market.volume) {
        return CheckOutcome::Insufficient;
    }
    const std::int64_t before = market.volume->precedingThree.shares();
    return passes(before > 0
                  && Int128{kMinutes} * market.volume->forming.shares()
                             * domain::Percent::kUnitsPerPercent
                         >= Int128{factor.units()} * before);
}

Condition volumeCondition(QLatin1String id, const PositionMarket& market, domain::Percent factor)
{
    // The factor is shown as a percentage of the mean: 1.5 times is 150 %.
    Condition out{.id = id,
                  .outcome = volumeOutcome(market, factor),
                  .unit = CheckUnit::PercentUnits,
                  .limit = factor.units()
                           * (domain::Percent::kUnitsPerWhole / domain::Percent::kUnitsPerPercent)};
    if (!market.volume) {
        return out;
    }
    const std::int64_t before = market.volume->precedingThree.shares();
    if (before <= 0) {
        out.detail = QLatin1String{"nothing_before"};
    } else {
        out.value = shownPercent(Int128{kMinutes} * market.volume->forming.shares(), before);
    }
    return out;
}

CheckOutcome windowOutcome(domain::Timestamp now, const Window& window, bool continuous)
{
    return passes(window.holds(now) && continuous);
}

Condition windowCondition(QLatin1String id, domain::Timestamp now, const Window& window,
                          bool continuous)
{
    const domain::Timestamp limit = now < window.from ? window.from : window.to;
    return {.id = id,
            .outcome = windowOutcome(now, window, continuous),
            .unit = CheckUnit::ClockTime,
            .value = domain::kstTimeOfDay(now).count(),
            .limit = domain::kstTimeOfDay(limit).count(),
            .detail = QLatin1String{continuous ? "" : "not_continuous"}};
}
}  // namespace core::rules
