#include "core/rules/pyramid_add.h"

#include "core/domain/tax_table.h"
#include "core/rules/market_conditions.h"
#include "core/rules/pattern.h"

#include <algorithm>

namespace core::rules
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

constexpr std::size_t kWaivedFrom = 1;  // P2
constexpr std::size_t kWaivedTo = 8;    // behind P8

struct Judgement
{
    const domain::PositionMarks& marks;
    const PositionInput& in;
    const AddInput& desk;
    domain::Quantity quantity;
    domain::Price limit;
    QLatin1String id;
};

Condition insufficient(const Judgement& j, CheckUnit unit, std::int64_t limit)
{
    return {.id = j.id, .unit = unit, .limit = limit};
}

Condition window(const Judgement& j)
{
    return windowCondition(j.id, j.in.now, j.in.times.add, j.in.market.continuous);
}

Condition rise(const Judgement& j)
{
    const std::int64_t limit = j.in.config.pyramid.rise.units();
    const Average entry = entryAverage(j.marks, j.in.books);
    if (!isPriceUsable(j.in) || entry.quantity.shares() <= 0) {
        return insufficient(j, CheckUnit::PercentUnits, limit);
    }
    return {.id = j.id,
            .outcome = passes(compareGain(j.in.market.price, entry, limit) >= 0),
            .unit = CheckUnit::PercentUnits,
            .value = shownGain(j.in.market.price, entry),
            .limit = limit};
}

/// In an attempt the session high before it, fixed; outside, for the panel, the newest.
std::optional<domain::Price> dayHigh(const Judgement& j)
{
    const domain::Pattern& pattern = j.marks.pattern;
    return pattern.state == domain::PatternState::Rebreak ? pattern.dayHigh
                                                          : j.in.market.dayHighBefore;
}

Condition dayHighDistance(const Judgement& j)
{
    const std::int64_t limit = j.in.config.pyramid.dayHigh.units();
    const std::optional<domain::Price> high = dayHigh(j);
    if (!isPriceUsable(j.in) || !high || high->won() <= 0) {
        return insufficient(j, CheckUnit::PercentUnits, limit);
    }
    const std::int64_t distance = std::abs((j.in.market.price - *high).won);
    return {.id = j.id,
            .outcome = passes(distance * kWhole < Int128{limit} * high->won()),
            .unit = CheckUnit::PercentUnits,
            .value = shownPercent(distance, high->won()),
            .limit = limit};
}

Condition spread(const Judgement& j)
{
    return spreadCondition(j.id, j.in.market, j.in.config.pyramid.maxSpread);
}

Condition bidShare(const Judgement& j)
{
    const std::int64_t limit = j.in.config.pyramid.minBidShare.units();
    const PositionMarket& market = j.in.market;
    if (!market.quoteFresh || !market.totalAsk || !market.totalBid) {
        return insufficient(j, CheckUnit::PercentUnits, limit);
    }
    const Int128 bid = market.totalBid->shares();
    const Int128 all = bid + market.totalAsk->shares();
    Condition out{.id = j.id, .unit = CheckUnit::PercentUnits, .limit = limit};
    if (market.totalAsk->shares() <= 0) {
        out.outcome = CheckOutcome::Fail;
        out.detail = QLatin1String{"limit_locked"};
        return out;
    }
    out.value = shownPercent(bid, all);
    out.outcome = passes(bid * kWhole >= Int128{limit} * all);
    return out;
}

Condition volume(const Judgement& j)
{
    return volumeCondition(j.id, j.in.market, j.in.config.pyramid.volumeFactor);
}

Condition vwapDistance(const Judgement& j)
{
    const std::int64_t limit = j.in.config.pyramid.maxVwap.units();
    const std::optional<domain::Vwap>& vwap = j.in.market.vwap;
    if (!isPriceUsable(j.in) || !vwap || vwap->numerator <= 0 || vwap->denominator <= 0) {
        return insufficient(j, CheckUnit::PercentUnits, limit);
    }
    const Int128 above = Int128{j.in.market.price.won()} * vwap->denominator - vwap->numerator;
    return {.id = j.id,
            .outcome = passes(above >= 0 && above * kWhole <= Int128{limit} * vwap->numerator),
            .unit = CheckUnit::PercentUnits,
            .value = shownPercent(above, vwap->numerator),
            .limit = limit};
}

Condition pattern(const Judgement& j)
{
    const domain::Pattern& pattern = j.marks.pattern;
    const bool waits = j.in.now < pattern.notBefore;
    return {.id = j.id,
            .outcome = passes(pattern.state == domain::PatternState::Rebreak && !waits),
            .detail = QLatin1String{waits ? "retry_wait" : ""},
            .seen = toText(pattern.state),
            .wanted = toText(domain::PatternState::Rebreak)};
}

Condition once(const Judgement& j)
{
    const bool used = j.in.books.usedToday || j.marks.addQuantity.shares() > 0;
    return {.id = j.id,
            .outcome = passes(!used),
            .unit = CheckUnit::Count,
            .value = used ? 1 : 0,
            .limit = 0};
}

/// E x Q0 + limit x quantity against the largest cost of a position.
Condition size(const Judgement& j)
{
    const config::Config& config = j.in.config;
    const std::int64_t budget =
        static_cast<std::int64_t>(Int128{config.pyramid.maxPositionFactor.units()}
                                  * config.sizing.maxPosition.value() / kOne);
    const std::int64_t cost =
        j.marks.entryCost.value() + domain::amount(j.limit, j.quantity).value();
    Condition out{.id = j.id,
                  .outcome = CheckOutcome::Fail,
                  .unit = CheckUnit::Won,
                  .value = cost,
                  .limit = budget};
    if (j.quantity.shares() < 1) {
        out.detail = QLatin1String{"no_share"};
        return out;
    }
    out.outcome = passes(Int128{cost} * kOne <= Int128{config.pyramid.maxPositionFactor.units()}
                                                    * config.sizing.maxPosition.value());
    return out;
}

Condition cash(const Judgement& j)
{
    if (j.desk.cashGiven) {
        return {.id = j.id, .outcome = CheckOutcome::Pass, .detail = QLatin1String{"given"}};
    }
    const Int128 need = Int128{domain::amount(j.limit, j.quantity).value()}
                        * (kWhole + j.in.config.costs.commission.units());
    const auto shown = static_cast<std::int64_t>((need + kWhole - 1) / kWhole);
    if (!j.desk.cash) {
        return insufficient(j, CheckUnit::Won, shown);
    }
    return {.id = j.id,
            .outcome = passes(Int128{j.desk.cash->value()} * kWhole >= need),
            .unit = CheckUnit::Won,
            .value = j.desk.cash->value(),
            .limit = shown};
}

Condition gate(const Judgement& j)
{
    const char* own = j.desk.exitDecided     ? "exit_decided"
                      : j.in.books.openOrder ? "open_order"
                                             : "";
    const bool free = j.desk.gateAllows && !j.desk.exitDecided && !j.in.books.openOrder;
    return {.id = j.id,
            .outcome = passes(free),
            .detail = j.desk.gateAllows ? QLatin1String{own} : j.desk.gateSays,
            .seen = QLatin1String{free ? "free" : "refused"},
            .wanted = QLatin1String{"free"}};
}

struct Row
{
    const char* id;
    Condition (*judge)(const Judgement&);
};
constexpr Row kRows[kAddConditions] = {
    {"P1", window},   {"P2", rise},   {"P3", dayHighDistance}, {"P4", spread},
    {"P5", bidShare}, {"P6", volume}, {"P7", vwapDistance},    {"P8", pattern},
    {"P9", once},     {"P10", size},  {"P11", cash},           {"P12", gate},
};
}  // namespace

bool AddVerdict::allowed() const noexcept
{
    return std::all_of(conditions.begin(), conditions.end(),
                       [](const Condition& one) { return one.outcome == CheckOutcome::Pass; });
}

bool AddVerdict::allowedByApproval() const noexcept
{
    if (!fresh) {
        return false;
    }
    for (std::size_t index = 0; index < kAddConditions; ++index) {
        const bool waived = index >= kWaivedFrom && index < kWaivedTo;
        if (!waived && conditions[index].outcome != CheckOutcome::Pass) {
            return false;
        }
    }
    return true;
}

bool isApprovalOffered(const domain::PositionMarks& marks,
                       const config::PyramidSection& pyramid) noexcept
{
    const domain::PatternState state = marks.pattern.state;
    return pyramid.enabled && state != domain::PatternState::Off
           && state != domain::PatternState::Ordered && state != domain::PatternState::Added;
}

domain::Quantity addQuantity(const domain::PositionMarks& marks,
                             const config::PyramidSection& pyramid) noexcept
{
    return domain::Quantity{
        floorDivide(Int128{pyramid.addRatio.units()} * marks.entryQuantity.shares(), kOne)};
}

AddVerdict shouldPyramidAdd(const domain::PositionMarks& marks, const PositionInput& in,
                            const AddInput& desk)
{
    AddVerdict verdict;
    verdict.quantity = addQuantity(marks, in.config.pyramid);
    verdict.fresh = isPriceUsable(in) && in.market.quoteFresh;
    const bool asked = in.market.ask && in.market.ask->won() > 0;
    verdict.limit = asked ? *in.market.ask : domain::nextUp(in.market.price, in.market.steps);
    for (std::size_t index = 0; index < kAddConditions; ++index) {
        verdict.conditions[index] = kRows[index].judge(
            {marks, in, desk, verdict.quantity, verdict.limit, QLatin1String{kRows[index].id}});
    }
    return verdict;
}
}  // namespace core::rules
