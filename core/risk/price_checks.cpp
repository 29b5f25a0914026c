// Checks of the gate, second part: price, type, and what the price would meet.

#include "core/risk/gate_checks.h"

namespace core::risk
{
namespace
{
using domain::CheckUnit;
using domain::Price;
using domain::Side;

constexpr int kEntryStepsOverAsk = 2;
constexpr int kExitStepsUnderBid = 10;
constexpr domain::Percent kVwapBand = wholePercent(10);
constexpr domain::Percent kRestBand =
    domain::Percent::fromUnits(domain::Percent::kUnitsPerPercent / 2);

Price stepsUp(Price price, int steps, domain::StepTable table)
{
    for (; steps > 0; --steps) {
        price = domain::nextUp(price, table);
    }
    return price;
}

Price stepsDown(Price price, int steps, domain::StepTable table)
{
    for (; steps > 0 && price.won() > 1; --steps) {
        price = domain::nextDown(price, table);
    }
    return price;
}

/// The highest whole price not more than `share` above `base`.
std::int64_t highestAbove(Price base, domain::Percent share)
{
    return base.won() + shareDown(base.won(), share);
}

/// The lowest whole price not more than `share` below `base`.
std::int64_t lowestBelow(Price base, domain::Percent share)
{
    return base.won() - shareDown(base.won(), share);
}

Answer entryCollar(const GateCase& at, Price price)
{
    if (!at.in.ask || !at.in.last) {
        return insufficient(QStringLiteral("quote"));
    }
    const std::int64_t most = std::min(stepsUp(*at.in.ask, kEntryStepsOverAsk, at.in.steps).won(),
                                       highestAbove(*at.in.last, at.limits.entryCollar));
    return passIf(price.won() <= most, CheckUnit::PriceWon, price.won(), most,
                  QStringLiteral("collar"));
}

Answer exitCollar(const GateCase& at, Price price)
{
    // Where nobody bids, the lower limit is the only price there is: one order rests there.
    const bool atLimit = at.in.emergencyExit && at.in.limits && price == at.in.limits->lower;
    if (atLimit || !at.in.last) {
        return pass();
    }
    std::int64_t least = lowestBelow(*at.in.last, at.in.emergencyExit ? at.limits.emergencyCollar
                                                                      : at.limits.exitCollar);
    // In a call auction the best bid is not where it would trade.
    const bool continuous = at.in.phase == domain::SessionPhase::Continuous && !at.in.inVi;
    const bool auction = at.in.phase == domain::SessionPhase::ClosingAuction;
    if (auction) {
        least = lowestBelow(*at.in.last, at.limits.emergencyCollar);
    }
    if (continuous && !at.in.emergencyExit && at.in.bid) {
        least = std::max(least, stepsDown(*at.in.bid, kExitStepsUnderBid, at.in.steps).won());
    }
    return passIf(price.won() >= least, CheckUnit::PriceWon, price.won(), least,
                  QStringLiteral("collar"));
}

bool isOutside(Price price, const domain::Vwap& mean)
{
    const base::Int128 mine = static_cast<base::Int128>(price.won()) * mean.denominator * kWhole;
    const base::Int128 theirs = mean.numerator;
    return mine > theirs * (kWhole + kVwapBand.units())
           || mine < theirs * (kWhole - kVwapBand.units());
}

bool meets(const GateCase& at, const OwnOrder& own)
{
    if (own.side == at.request.side || !isLimit(at) || !at.request.price || !own.price) {
        return own.side != at.request.side;  // One without a price crosses everything.
    }
    const bool buys = at.request.side == Side::Buy;
    const Price price = *at.request.price;
    const auto crosses = [buys, price](Price other) {
        return buys ? price >= other : price <= other;
    };
    return crosses(*own.price) || (own.amendTo && crosses(*own.amendTo));
}
}  // namespace

Answer checkPrice(const GateCase& at)
{
    if (at.request.quantity.shares() <= 0) {
        return passIf(false, CheckUnit::Shares, at.request.quantity.shares(), 1,
                      QStringLiteral("quantity"));
    }
    if (!isLimit(at)) {
        return pass();
    }
    if (!at.request.price || at.request.price->won() <= 0) {
        return fail(QStringLiteral("price"));
    }
    const Price price = *at.request.price;
    // An unknown issue has an unknown table: a sale of it is the broker's to refuse.
    const bool stepKnown = at.in.instrument != nullptr || !at.reduces;
    if (stepKnown && !domain::isOnStep(price, at.in.steps)) {
        return passIf(false, CheckUnit::PriceWon, price.won(),
                      domain::roundDownToStep(price, at.in.steps).won(), QStringLiteral("step"));
    }
    if (!at.in.limits) {
        return at.reduces ? pass() : insufficient(QStringLiteral("limits"));
    }
    if (price > at.in.limits->upper) {
        return passIf(false, CheckUnit::PriceWon, price.won(), at.in.limits->upper.won(),
                      QStringLiteral("upper"));
    }
    return passIf(price >= at.in.limits->lower, CheckUnit::PriceWon, price.won(),
                  at.in.limits->lower.won(), QStringLiteral("lower"));
}

Answer checkCollar(const GateCase& at)
{
    if (!isLimit(at) || !at.request.price) {
        return {};
    }
    return at.reduces ? exitCollar(at, *at.request.price) : entryCollar(at, *at.request.price);
}

Answer checkType(const GateCase& at)
{
    if (isLimit(at)) {
        return pass();
    }
    const bool good =
        at.reduces ? at.in.phase == domain::SessionPhase::Continuous : at.limits.marketEntries;
    return good ? pass() : fail(QStringLiteral("market"));
}

Answer checkSelfTrade(const GateCase& at)
{
    for (const OwnOrder& own : at.in.own) {
        // An exit waits for a resting buy to be cancelled, not for one the broker may not have.
        if (meets(at, own) && !(at.reduces && own.unresolved)) {
            Answer answer = fail(QStringLiteral("own_order"));
            answer.unit = CheckUnit::PriceWon;
            if (isLimit(at) && at.request.price) {
                answer.value = at.request.price->won();
            }
            if (own.price) {
                answer.limit = own.price->won();
            }
            return answer;
        }
    }
    return pass();
}

Answer checkPlausibility(const GateCase& at)
{
    if (!at.in.bid || !at.in.ask) {
        return insufficient(QStringLiteral("book"));
    }
    if (*at.in.bid >= *at.in.ask) {
        return passIf(false, CheckUnit::PriceWon, at.in.bid->won(), at.in.ask->won(),
                      QStringLiteral("crossed"));
    }
    if (!at.in.last || !at.in.minuteVwap || at.in.minuteVwap->denominator <= 0) {
        return insufficient(QStringLiteral("price"));
    }
    const std::int64_t mean = at.in.minuteVwap->numerator / at.in.minuteVwap->denominator;
    for (const Price price :
         {*at.in.last, isLimit(at) ? at.request.price.value_or(*at.in.last) : *at.in.last}) {
        if (isOutside(price, *at.in.minuteVwap)) {
            return passIf(false, CheckUnit::PriceWon, price.won(), mean, QStringLiteral("vwap"));
        }
    }
    if (!at.limits.confirmPrice) {
        return passIf(true, CheckUnit::PriceWon, at.in.last->won(), mean);
    }
    if (!at.in.restPrice) {
        return insufficient(QStringLiteral("rest"));
    }
    const bool agrees = !isAboveBy(*at.in.last, *at.in.restPrice, kRestBand)
                        && !isBelowBy(*at.in.last, *at.in.restPrice, kRestBand);
    return passIf(agrees, CheckUnit::PriceWon, at.in.last->won(), at.in.restPrice->won(),
                  QStringLiteral("rest"));
}
}  // namespace core::risk
