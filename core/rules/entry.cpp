#include "core/rules/entry.h"

#include "core/rules/market_conditions.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace core::rules
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

struct Judgement
{
    const EntryInput& in;
    std::optional<domain::Quantity> quantity;
};

// Each condition twice: what decides, and the figures beside it. The second never decides.

CheckOutcome automatic(const Judgement& j)
{
    return passes(j.in.automaticOn && j.in.config.entry.enabled);
}

CheckOutcome window(const Judgement& j)
{
    return windowOutcome(j.in.now, j.in.times.entry, j.in.market.continuous);
}
Condition showWindow(const Judgement& j, QLatin1String id)
{
    return windowCondition(id, j.in.now, j.in.times.entry, j.in.market.continuous);
}

CheckOutcome screened(const Judgement& j)
{
    return j.in.screenedAt ? passes(
               j.in.eligible && j.in.now - *j.in.screenedAt <= j.in.config.entry.screenMaxAge)
                           : CheckOutcome::Insufficient;
}
Condition showScreened(const Judgement& j, QLatin1String id)
{
    Condition out{.id = id,
                  .unit = CheckUnit::Milliseconds,
                  .limit = std::chrono::milliseconds{j.in.config.entry.screenMaxAge}.count()};
    if (j.in.screenedAt) {
        out.value = (j.in.now - *j.in.screenedAt).count();
        out.detail = QLatin1String{j.in.eligible ? "" : "not_eligible"};
    }
    return out;
}

CheckOutcome fresh(const Judgement& j)
{
    const bool usable = j.in.market.live && j.in.market.price != domain::Price{}
                        && j.in.now - j.in.market.priceAt <= j.in.config.data.maxAge;
    return usable ? CheckOutcome::Pass : CheckOutcome::Insufficient;
}

CheckOutcome volume(const Judgement& j)
{
    return volumeOutcome(j.in.market, j.in.config.entry.volumeFactor);
}
Condition showVolume(const Judgement& j, QLatin1String id)
{
    return volumeCondition(id, j.in.market, j.in.config.entry.volumeFactor);
}

CheckOutcome momentum(const Judgement& j)
{
    return j.in.momentum5 ? passes(j.in.momentum5->compare(j.in.config.entry.minMomentum) > 0)
                          : CheckOutcome::Insufficient;
}
Condition showMomentum(const Judgement& j, QLatin1String id)
{
    Condition out{
        .id = id, .unit = CheckUnit::PercentUnits, .limit = j.in.config.entry.minMomentum.units()};
    if (j.in.momentum5) {
        const domain::PriceChange& change = *j.in.momentum5;
        out.value = shownPercent((change.now - change.then).won, change.then.won());
    }
    return out;
}

CheckOutcome spread(const Judgement& j)
{
    return spreadOutcome(j.in.market, j.in.config.entry.maxSpread);
}
Condition showSpread(const Judgement& j, QLatin1String id)
{
    return spreadCondition(id, j.in.market, j.in.config.entry.maxSpread);
}

CheckOutcome coolDown(const Judgement& j)
{
    return passes(!j.in.soldAt || j.in.now - *j.in.soldAt >= j.in.config.entry.cooldown);
}
Condition showCoolDown(const Judgement& j, QLatin1String id)
{
    return coolDownCondition(id, j.in.now, j.in.soldAt, j.in.config.entry.cooldown);
}

CheckOutcome positions(const Judgement& j)
{
    return passes(j.in.positions < j.in.positionsMax);
}
Condition showPositions(const Judgement& j, QLatin1String id)
{
    return {
        .id = id, .unit = CheckUnit::Count, .value = j.in.positions, .limit = j.in.positionsMax};
}

CheckOutcome noOrder(const Judgement& j)
{
    return passes(!j.in.openOrder);
}

/// Not within the margin of the upper limit: nothing to gain, and no way out if it breaks.
CheckOutcome limitUp(const Judgement& j)
{
    if (!j.in.upperLimit || j.in.upperLimit->won() <= 0) {
        return CheckOutcome::Insufficient;
    }
    const Int128 room = (*j.in.upperLimit - j.in.market.price).won;
    return passes(room * kWhole
                  > Int128{j.in.config.entry.limitUpMargin.units()} * j.in.upperLimit->won());
}
Condition showLimitUp(const Judgement& j, QLatin1String id)
{
    Condition out{.id = id,
                  .unit = CheckUnit::PercentUnits,
                  .limit = j.in.config.entry.limitUpMargin.units()};
    if (j.in.upperLimit && j.in.upperLimit->won() > 0) {
        out.value =
            shownPercent((*j.in.upperLimit - j.in.market.price).won, j.in.upperLimit->won());
    }
    return out;
}

CheckOutcome size(const Judgement& j)
{
    return j.quantity ? passes(j.quantity->shares() >= 1) : CheckOutcome::Insufficient;
}
Condition showSize(const Judgement& j, QLatin1String id)
{
    return sizeCondition(id, j.quantity);
}

CheckOutcome gate(const Judgement& j)
{
    return passes(j.in.gateAllows);
}
Condition showGate(const Judgement& j, QLatin1String id)
{
    return {.id = id, .detail = j.in.gateSays};
}

/// A condition that has nothing to show but its outcome.
Condition showNothing(const Judgement& /*j*/, QLatin1String id)
{
    return {.id = id};
}

struct Row
{
    const char* id;
    CheckOutcome (*outcome)(const Judgement&);
    Condition (*show)(const Judgement&, QLatin1String id);
};
/// In the order a trader would ask: is it wanted at all, may it now, does the market say so.
constexpr Row kRows[] = {
    {"auto", automatic, showNothing},
    {"window", window, showWindow},
    {"screen", screened, showScreened},
    {"fresh", fresh, showNothing},
    {"volume", volume, showVolume},
    {"momentum", momentum, showMomentum},
    {"spread", spread, showSpread},
    {"cooldown", coolDown, showCoolDown},
    {"positions", positions, showPositions},
    {"order", noOrder, showNothing},
    {"limit_up", limitUp, showLimitUp},
    {"size", size, showSize},
    {"gate", gate, showGate},
};

template <std::size_t... Index>
std::uint32_t failing(const Judgement& j, std::index_sequence<Index...> /*rows*/)
{
    return ((domain::says(kRows[Index].outcome(j)) ? 0U : 1U << Index) | ...);
}

std::optional<domain::Quantity> quantityOf(const EntryInput& in)
{
    return entryQuantity(in.config.sizing, in.money, in.market.ask.value_or(domain::Price{}));
}
}  // namespace

std::optional<domain::Quantity> entryQuantity(const config::SizingSection& sizing,
                                              const SizingInput& money, domain::Price limit)
{
    if (!money.startEquity || limit.won() <= 0) {
        return std::nullopt;
    }
    Int128 amount = sizing.amount.value();
    if (sizing.method == config::SizingMethod::EquityPct) {
        if (!money.equity) {
            return std::nullopt;
        }
        amount = Int128{money.equity->value()} * sizing.equity.units() / kWhole;
    }
    const Int128 share = Int128{money.startEquity->value()} * money.maxOrderShare.units() / kWhole;
    const Int128 gateMax = std::min(share, Int128{money.maxOrder.value()});
    const Int128 most = std::min(Int128{sizing.maxPosition.value()}, gateMax);
    amount = std::min(std::max(amount, Int128{sizing.min.value()}), most);
    return domain::Quantity{std::max<std::int64_t>(0, floorDivide(amount, limit.won()))};
}

EntryVerdict judgeEntry(const EntryInput& in)
{
    const Judgement judgement{in, quantityOf(in)};
    EntryVerdict verdict;
    verdict.limit = in.market.ask.value_or(domain::Price{});
    verdict.quantity = judgement.quantity.value_or(domain::Quantity{});
    verdict.conditions.reserve(std::size(kRows));
    for (const Row& row : kRows) {
        verdict.conditions.push_back(row.show(judgement, QLatin1String{row.id}));
        verdict.conditions.back().outcome = row.outcome(judgement);
    }
    return verdict;
}

std::uint32_t entryFailing(const EntryInput& in)
{
    return failing({in, quantityOf(in)}, std::make_index_sequence<std::size(kRows)>{});
}
}  // namespace core::rules
