#include "core/rules/entry.h"

#include "core/rules/market_conditions.h"

#include <algorithm>

namespace core::rules
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

constexpr Int128 kWhole = domain::Percent::kUnitsPerWhole;

struct Judgement
{
    const EntryInput& in;
    std::optional<domain::Quantity> quantity;
    QLatin1String id;
};

CheckOutcome passes(bool holds)
{
    return holds ? CheckOutcome::Pass : CheckOutcome::Fail;
}

Condition automatic(const Judgement& j)
{
    return {.id = j.id, .outcome = passes(j.in.automaticOn && j.in.config.entry.enabled)};
}

Condition window(const Judgement& j)
{
    return windowCondition(j.id, j.in.now, j.in.times.entry, j.in.market.continuous);
}

Condition screened(const Judgement& j)
{
    const std::int64_t limit = std::chrono::milliseconds{j.in.config.entry.screenMaxAge}.count();
    Condition out{.id = j.id, .unit = CheckUnit::Milliseconds, .limit = limit};
    if (!j.in.screenedAt) {
        return out;
    }
    out.value = (j.in.now - *j.in.screenedAt).count();
    out.outcome = passes(j.in.eligible && *out.value <= limit);
    out.detail = QLatin1String{j.in.eligible ? "" : "not_eligible"};
    return out;
}

Condition fresh(const Judgement& j)
{
    const bool usable = j.in.market.live && j.in.market.price != domain::Price{}
                        && j.in.now - j.in.market.priceAt <= j.in.config.data.maxAge;
    return {.id = j.id, .outcome = usable ? CheckOutcome::Pass : CheckOutcome::Insufficient};
}

Condition volume(const Judgement& j)
{
    return volumeCondition(j.id, j.in.market, j.in.config.entry.volumeFactor);
}

Condition momentum(const Judgement& j)
{
    const domain::Percent limit = j.in.config.entry.minMomentum;
    Condition out{.id = j.id, .unit = CheckUnit::PercentUnits, .limit = limit.units()};
    if (j.in.momentum5) {
        const domain::PriceChange& change = *j.in.momentum5;
        out.value = shownPercent((change.now - change.then).won, change.then.won());
        out.outcome = passes(change.compare(limit) > 0);
    }
    return out;
}

Condition spread(const Judgement& j)
{
    return spreadCondition(j.id, j.in.market, j.in.config.entry.maxSpread);
}

Condition coolDown(const Judgement& j)
{
    const std::chrono::milliseconds limit = j.in.config.entry.cooldown;
    if (!j.in.soldAt) {
        return {.id = j.id, .outcome = CheckOutcome::Pass};
    }
    const auto since = j.in.now - *j.in.soldAt;
    return {.id = j.id,
            .outcome = passes(since >= limit),
            .unit = CheckUnit::Milliseconds,
            .value = since.count(),
            .limit = limit.count()};
}

Condition positions(const Judgement& j)
{
    return {.id = j.id,
            .outcome = passes(j.in.positions < j.in.positionsMax),
            .unit = CheckUnit::Count,
            .value = j.in.positions,
            .limit = j.in.positionsMax};
}

Condition noOrder(const Judgement& j)
{
    return {.id = j.id, .outcome = passes(!j.in.openOrder)};
}

/// Not within the margin of the upper limit: nothing to gain, and no way out if it breaks.
Condition limitUp(const Judgement& j)
{
    const std::int64_t margin = j.in.config.entry.limitUpMargin.units();
    Condition out{.id = j.id, .unit = CheckUnit::PercentUnits, .limit = margin};
    if (!j.in.upperLimit || j.in.upperLimit->won() <= 0) {
        return out;
    }
    const std::int64_t room = (*j.in.upperLimit - j.in.market.price).won;
    out.value = shownPercent(room, j.in.upperLimit->won());
    out.outcome = passes(room * kWhole > Int128{margin} * j.in.upperLimit->won());
    return out;
}

Condition size(const Judgement& j)
{
    Condition out{.id = j.id, .unit = CheckUnit::Shares, .limit = 1};
    if (j.quantity) {
        out.value = j.quantity->shares();
        out.outcome = passes(j.quantity->shares() >= 1);
    }
    return out;
}

Condition gate(const Judgement& j)
{
    return {.id = j.id, .outcome = passes(j.in.gateAllows), .detail = j.in.gateSays};
}

struct Row
{
    const char* id;
    Condition (*judge)(const Judgement&);
};
/// In the order a trader would ask: is it wanted at all, may it now, does the market say so.
constexpr Row kRows[] = {
    {"auto", automatic},      {"window", window},     {"screen", screened},  {"fresh", fresh},
    {"volume", volume},       {"momentum", momentum}, {"spread", spread},    {"cooldown", coolDown},
    {"positions", positions}, {"order", noOrder},     {"limit_up", limitUp}, {"size", size},
    {"gate", gate},
};
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
    const Int128 gateMax =
        Int128{money.startEquity->value()} * money.maxOrderShare.units() / kWhole;
    const Int128 most = std::min(Int128{sizing.maxPosition.value()}, gateMax);
    amount = std::min(std::max(amount, Int128{sizing.min.value()}), most);
    return domain::Quantity{std::max<std::int64_t>(0, floorDivide(amount, limit.won()))};
}

EntryVerdict judgeEntry(const EntryInput& in)
{
    EntryVerdict verdict;
    verdict.limit = in.market.ask.value_or(domain::Price{});
    const std::optional<domain::Quantity> quantity =
        entryQuantity(in.config.sizing, in.money, verdict.limit);
    verdict.quantity = quantity.value_or(domain::Quantity{});
    for (const Row& row : kRows) {
        verdict.conditions.push_back(row.judge({in, quantity, QLatin1String{row.id}}));
    }
    return verdict;
}
}  // namespace core::rules
