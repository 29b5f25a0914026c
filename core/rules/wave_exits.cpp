#include "core/rules/wave_exits.h"

#include "core/domain/tax_table.h"
#include "core/rules/exact.h"
#include "core/rules/market_conditions.h"

#include <algorithm>

namespace core::rules
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

constexpr std::int64_t kCents = 100;
constexpr std::int64_t kExitBandMin = 100'000'000;
constexpr std::int64_t kExitBandMax = 200'000'000;
constexpr std::int64_t kExitBandLess = 20'000'000;

std::int64_t ceilDivide(Int128 a, Int128 b)
{
    return -floorDivide(-a, b);
}

/// What a price is measured against: all in whole won, at or below (W1, W2) or above (W3, W4)
/// which the rule fires.
struct Levels
{
    std::int64_t stop = 0;
    std::int64_t breakout = 0;
    std::int64_t profit = 0;
    std::int64_t top = 0;
};

/// Cost a share, times 1 + share; `share` = sign x max(least, tenths / 10 x width over middle).
struct Gain
{
    Int128 cost;
    Int128 shares;
};
Gain gainOf(const domain::WaveChannel& channel, const PositionInput& in, int sign,
            std::int64_t least, std::int64_t tenths)
{
    const Int128 twice = Int128{channel.low} + channel.high;
    const Int128 base = twice * 10 * kWhole;
    const Int128 share =
        std::max(Int128{least} * 10 * twice, kWhole * 2 * tenths * (channel.high - channel.low));
    return {.cost = Int128{in.books.cost.value()} * (base + sign * share),
            .shares = Int128{in.books.held.shares()} * base};
}

std::int64_t breakoutWon(const domain::WaveChannel& channel)
{
    return floorDivide(Int128{channel.low} * 5 - (channel.high - channel.low), kCents * 5);
}

/// Without shares nothing fires.
std::optional<Levels> levelsOf(const domain::WaveChannel& channel, const PositionInput& in)
{
    if (in.books.held.shares() <= 0) {
        return std::nullopt;
    }
    const Gain loss = gainOf(channel, in, -1, 6'000'000, 4);
    const Gain gain = gainOf(channel, in, +1, 8'000'000, 6);
    const std::int64_t band = std::clamp(channel.band - kExitBandLess, kExitBandMin, kExitBandMax);
    const Int128 top = channel.high * kWhole - Int128{band} * (channel.high - channel.low);
    return Levels{.stop = floorDivide(loss.cost, loss.shares),
                  .breakout = breakoutWon(channel),
                  .profit = ceilDivide(gain.cost, gain.shares),
                  .top = ceilDivide(top, kCents * kWhole)};
}

/// Buying cost, both commissions and the tax leave something.
bool isNetProfit(const PositionInput& in)
{
    const domain::Won sale = domain::amount(in.market.price, in.books.held);
    const domain::Percent fee = in.config.costs.commission;
    const domain::Won costs = domain::chargeDown(in.books.cost, fee) + domain::chargeDown(sale, fee)
                              + domain::chargeDown(sale, in.market.sellTax);
    return (sale - in.books.cost - costs).value() > 0;
}

/// `shown` is the step at which it fires.
Condition atPrice(const char* id, const PositionInput& in, bool fires, domain::Price shown)
{
    if (!isPriceUsable(in)) {
        return {.id = QLatin1String{id}, .outcome = CheckOutcome::Insufficient};
    }
    return {.id = QLatin1String{id},
            .outcome = passes(fires),
            .unit = CheckUnit::PriceWon,
            .value = in.market.price.won(),
            .limit = shown.won()};
}
Condition below(const char* id, const PositionInput& in, std::int64_t level)
{
    return atPrice(id, in, in.market.price.won() <= level,
                   domain::roundDownToStep(domain::Price::fromWon(std::max<std::int64_t>(0, level)),
                                           in.market.steps));
}
Condition above(const char* id, const PositionInput& in, std::int64_t level, bool also = true)
{
    return atPrice(id, in, in.market.price.won() >= level && also,
                   domain::roundUpToStep(domain::Price::fromWon(level), in.market.steps));
}
}  // namespace

bool isBreakout(const domain::WaveChannel& channel, domain::Price price)
{
    return price.won() <= breakoutWon(channel);
}

std::vector<Condition> waveExitConditions(const domain::WaveChannel& channel,
                                          std::optional<domain::Price> manual,
                                          const PositionInput& in)
{
    const CheckOutcome guard =
        in.books.automatic ? passes(in.books.guardSells) : CheckOutcome::NotApplicable;
    std::vector<Condition> out{endOfDayCondition(in),
                               {.id = QLatin1String{"GUARD"}, .outcome = guard}};
    out.push_back(
        manual ? below("MAN", in, manual->won())
               : Condition{.id = QLatin1String{"MAN"}, .outcome = CheckOutcome::NotApplicable});
    if (const std::optional<Levels> levels = levelsOf(channel, in)) {
        out.push_back(below("W1", in, levels->stop));
        out.push_back(below("W2", in, levels->breakout));
        out.push_back(above("W3", in, levels->profit));
        out.push_back(above("W4", in, levels->top, isNetProfit(in)));
    }
    return out;
}

std::optional<QLatin1String> waveExit(const domain::WaveChannel& channel,
                                      std::optional<domain::Price> manual, const PositionInput& in)
{
    for (const Condition& one : waveExitConditions(channel, manual, in)) {
        if (one.outcome == CheckOutcome::Pass) {
            return one.id;
        }
    }
    return std::nullopt;
}

StopLevels waveStops(const domain::WaveChannel& channel, std::optional<domain::Price> manual,
                     const PositionInput& in)
{
    StopLevels out;
    const std::optional<Levels> levels = levelsOf(channel, in);
    if (!levels) {
        return out;
    }
    if (manual) {
        out.add(QLatin1String{"MAN"}, manual->won(), in.market.steps);
    }
    out.add(QLatin1String{"W1"}, levels->stop, in.market.steps);
    out.add(QLatin1String{"W2"}, levels->breakout, in.market.steps);
    return out;
}
}  // namespace core::rules
