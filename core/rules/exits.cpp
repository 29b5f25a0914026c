#include "core/rules/exits.h"

#include "core/rules/market_conditions.h"

#include <algorithm>
#include <span>

namespace core::rules
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

struct Judgement
{
    const domain::PositionMarks& marks;
    const PositionInput& in;
    const StopLevels& levels;
    QLatin1String id;
};

bool isAdded(const domain::PositionMarks& marks)
{
    return marks.pattern.state == domain::PatternState::Added;
}

/// What profit is measured against.
Average basisOf(const Judgement& j)
{
    return isAdded(j.marks) ? blendedAverage(j.marks) : entryAverage(j.marks, j.in.books);
}

Condition outcome(const Judgement& j, bool fires)
{
    return {.id = j.id, .outcome = fires ? CheckOutcome::Pass : CheckOutcome::Fail};
}

Condition without(const Judgement& j, CheckOutcome why)
{
    return {.id = j.id, .outcome = why};
}

std::int64_t milliseconds(std::chrono::milliseconds span)
{
    return span.count();
}

Condition endOfDay(const Judgement& j)
{
    return endOfDayCondition(j.in);
}

Condition guard(const Judgement& j)
{
    return j.in.books.automatic ? outcome(j, j.in.books.guardSells)
                                : without(j, CheckOutcome::NotApplicable);
}

/// A price-based stop: fires at or below its level.
Condition stop(const Judgement& j)
{
    const StopLevel* level = j.levels.find(j.id);
    if (level == nullptr) {
        const bool lacksAtr =
            (j.id == QLatin1String{"S2"} || j.id == QLatin1String{"A5"}) && !j.in.market.atr;
        return without(j, lacksAtr ? CheckOutcome::Insufficient
                                   : CheckOutcome::NotApplicable);  // Not set, or not on.
    }
    if (!isPriceUsable(j.in)) {
        return without(j, CheckOutcome::Insufficient);
    }
    Condition out = outcome(j, j.in.market.price <= level->fires);
    out.unit = CheckUnit::PriceWon;
    out.value = j.in.market.price.won();
    out.limit = level->shown.won();
    return out;
}

bool isSuspended(const Judgement& j)
{
    return holdsThrough(j.marks.pattern.state, j.in.config.pyramid);
}

/// S4: a gain whose momentum fades.
Condition fade(const Judgement& j)
{
    if (isSuspended(j)) {
        return without(j, CheckOutcome::NotApplicable);
    }
    if (!isPriceUsable(j.in) || !j.in.market.momentum3) {
        return without(j, CheckOutcome::Insufficient);
    }
    const config::ExitSection& exit = j.in.config.exit;
    const domain::PriceChange& momentum = *j.in.market.momentum3;
    const bool gains = compareGain(j.in.market.price, basisOf(j), exit.fadePnl.units()) > 0;
    const domain::Percent limit = domain::Percent::fromUnits(-exit.fadeMomentum.units());
    Condition out = outcome(j, gains && momentum.compare(limit) < 0);
    out.unit = CheckUnit::PercentUnits;
    out.value = shownPercent((momentum.now - momentum.then).won, momentum.then.won());
    out.limit = limit.units();
    return out;
}

/// S5: held long without going anywhere.
Condition sideways(const Judgement& j)
{
    if (isSuspended(j)) {
        return without(j, CheckOutcome::NotApplicable);
    }
    if (!isPriceUsable(j.in)) {
        return without(j, CheckOutcome::Insufficient);
    }
    const config::ExitSection& exit = j.in.config.exit;
    const Average basis = basisOf(j);
    const std::int64_t band = exit.sidewaysBand.units();
    const bool flat = compareGain(j.in.market.price, basis, -band) > 0
                      && compareGain(j.in.market.price, basis, band) < 0;
    const auto held = j.in.now - heldSince(j.marks);
    Condition out = outcome(j, held > exit.sideways && flat);
    out.unit = CheckUnit::Milliseconds;
    out.value = milliseconds(held);
    out.limit = milliseconds(exit.sideways);
    return out;
}

/// S6: time out.
Condition timeOut(const Judgement& j)
{
    const domain::Timestamp after = timeExitAfter(j.marks, j.in.config);
    Condition out = outcome(j, j.in.now > after);
    out.unit = CheckUnit::Milliseconds;
    out.value = milliseconds(j.in.now - heldSince(j.marks));
    out.limit = milliseconds(after - heldSince(j.marks));
    return out;
}

struct Row
{
    const char* id;
    Condition (*judge)(const Judgement&);
};

constexpr Row kBase[] = {{"EOD", endOfDay}, {"GUARD", guard}, {"MAN", stop},
                         {"S1", stop},      {"S2", stop},     {"S3", stop},
                         {"S4", fade},      {"S5", sideways}, {"S6", timeOut}};
constexpr Row kBlended[] = {{"EOD", endOfDay}, {"GUARD", guard}, {"MAN", stop},  {"A1", stop},
                            {"A2", stop},      {"A3", stop},     {"A4", stop},   {"A5", stop},
                            {"S4", fade},      {"S5", sideways}, {"S6", timeOut}};

std::span<const Row> rowsFor(const domain::PositionMarks& marks)
{
    return isAdded(marks) ? std::span<const Row>{kBlended} : std::span<const Row>{kBase};
}
}  // namespace

domain::Timestamp heldSince(const domain::PositionMarks& marks) noexcept
{
    return isAdded(marks) ? marks.addFilledAt : marks.entryFilledAt;
}

domain::Timestamp timeExitAfter(const domain::PositionMarks& marks,
                                const config::Config& config) noexcept
{
    const domain::Timestamp after = heldSince(marks) + config.exit.timeout;
    return isAdded(marks) ? std::min(after, marks.entryFilledAt + config.pyramid.totalCap) : after;
}

std::optional<QLatin1String> exitRule(const domain::PositionMarks& marks, const PositionInput& in,
                                      const StopLevels& levels)
{
    for (const Row& row : rowsFor(marks)) {
        const Judgement judgement{marks, in, levels, QLatin1String{row.id}};
        if (row.judge(judgement).outcome == CheckOutcome::Pass) {
            return judgement.id;
        }
    }
    return std::nullopt;
}

std::vector<Condition> exitConditions(const domain::PositionMarks& marks, const PositionInput& in,
                                      const StopLevels& levels)
{
    std::vector<Condition> out;
    for (const Row& row : rowsFor(marks)) {
        out.push_back(row.judge({marks, in, levels, QLatin1String{row.id}}));
    }
    return out;
}
}  // namespace core::rules
