#include "core/rules/pattern.h"

#include <algorithm>
#include <iterator>

namespace core::rules
{
namespace
{
using domain::Pattern;
using domain::PatternState;
using domain::PositionMarks;

constexpr int kFailedOrdersMax = 2;
constexpr std::int64_t kSharesForAnAdd = 2;

domain::Price priceOf(const PositionInput& in)
{
    return in.market.price;
}

/// (high - price) / high against a percentage.
Int128 compareDepth(domain::Price price, domain::Price high, domain::Percent depth)
{
    return -compareChange(price, high, -depth.units());
}

// --- what a state does with every trade ------------------------------------------------------

void raiseHigh(PositionMarks& marks, const PositionInput& in)
{
    if (priceOf(in) > marks.pattern.high) {
        marks.pattern.high = priceOf(in);
        marks.pattern.highAt = in.now;
    }
}

void lowerLow(PositionMarks& marks, const PositionInput& in)
{
    marks.pattern.low = std::min(marks.pattern.low, priceOf(in));
}

void raiseHighSinceBreak(PositionMarks& marks, const PositionInput& in)
{
    if (marks.pattern.brokenAt != domain::Timestamp{}
        && priceOf(in) > marks.pattern.highSinceBreak) {
        marks.pattern.highSinceBreak = priceOf(in);
        marks.pattern.highSinceBreakAt = in.now;
    }
}

struct Every
{
    PatternState state;
    void (*act)(PositionMarks&, const PositionInput&);
};
constexpr Every kEvery[] = {
    {PatternState::Risen, raiseHigh},
    {PatternState::Pullback, lowerLow},
    {PatternState::Rebreak, raiseHighSinceBreak},
    {PatternState::Ordered, raiseHighSinceBreak},  // An order without a fill comes back to it.
};

// --- what makes it move ----------------------------------------------------------------------

bool hasRisen(const PositionMarks& marks, const PositionInput& in)
{
    return marks.entryFinal && !in.books.openOrder
           && compareGain(priceOf(in), entryAverage(marks, in.books),
                          in.config.pyramid.rise.units())
                  >= 0;
}

bool isTooDeep(const PositionMarks& marks, const PositionInput& in)
{
    return compareDepth(priceOf(in), marks.pattern.high, in.config.pyramid.pullbackMax) > 0;
}

bool isPullback(const PositionMarks& marks, const PositionInput& in)
{
    return compareDepth(priceOf(in), marks.pattern.high, in.config.pyramid.pullbackMin) >= 0;
}

bool isLowTooDeep(const PositionMarks& marks, const PositionInput& in)
{
    return compareDepth(marks.pattern.low, marks.pattern.high, in.config.pyramid.pullbackMax) > 0;
}

bool breaks(const PositionMarks& marks, const PositionInput& in)
{
    return priceOf(in)
           >= marks.pattern.high + domain::priceStep(marks.pattern.high, in.market.steps);
}

bool breaksInTime(const PositionMarks& marks, const PositionInput& in)
{
    return breaks(marks, in) && in.now - marks.pattern.highAt >= in.config.pyramid.minPullback;
}

bool isOverdue(const PositionMarks& marks, const PositionInput& in)
{
    return in.now - marks.pattern.brokenAt > in.config.pyramid.rebreakWindow;
}

bool isChased(const PositionMarks& marks, const PositionInput& in)
{
    return compareChange(priceOf(in), marks.pattern.high, in.config.pyramid.maxChase.units()) > 0;
}

bool isBackUnder(const PositionMarks& marks, const PositionInput& in)
{
    return priceOf(in) <= marks.pattern.high;
}

bool isAboveHigh(const PositionMarks& marks, const PositionInput& in)
{
    return priceOf(in) > marks.pattern.high;
}

// --- what the move sets ----------------------------------------------------------------------

void highIsPrice(PositionMarks& marks, const PositionInput& in)
{
    marks.pattern.high = priceOf(in);
    marks.pattern.highAt = in.now;
}

void lowIsPrice(PositionMarks& marks, const PositionInput& in)
{
    marks.pattern.low = priceOf(in);
}

void beginAttempt(PositionMarks& marks, const PositionInput& in)
{
    Pattern& pattern = marks.pattern;
    pattern.brokenAt = in.now;
    pattern.highSinceBreak = priceOf(in);
    pattern.highSinceBreakAt = in.now;
    pattern.dayHigh = in.market.dayHighBefore;
}

void highOfAttempt(PositionMarks& marks)
{
    Pattern& pattern = marks.pattern;
    pattern.high = pattern.highSinceBreak;
    pattern.highAt = pattern.highSinceBreakAt;
    pattern.brokenAt = {};
    pattern.dayHigh.reset();
}

void endAttempt(PositionMarks& marks, const PositionInput&)
{
    highOfAttempt(marks);
}

void nothing(PositionMarks&, const PositionInput&) {}

struct Row
{
    PatternState from;
    bool (*when)(const PositionMarks&, const PositionInput&);
    void (*then)(PositionMarks&, const PositionInput&);
    PatternState to;
    const char* why;
};
/// The first row of the state that holds moves it.
constexpr Row kRows[] = {
    {PatternState::Base, hasRisen, highIsPrice, PatternState::Risen, ""},
    {PatternState::Risen, isTooDeep, nothing, PatternState::Void, "depth"},
    {PatternState::Risen, isPullback, lowIsPrice, PatternState::Pullback, ""},
    {PatternState::Pullback, isLowTooDeep, nothing, PatternState::Void, "depth"},
    {PatternState::Pullback, breaksInTime, beginAttempt, PatternState::Rebreak, ""},
    {PatternState::Pullback, breaks, highIsPrice, PatternState::Risen, "too_soon"},
    {PatternState::Rebreak, isOverdue, endAttempt, PatternState::Risen, "window"},
    {PatternState::Rebreak, isChased, endAttempt, PatternState::Risen, "chase"},
    {PatternState::Rebreak, isBackUnder, endAttempt, PatternState::Risen, "back_under"},
    {PatternState::Void, isAboveHigh, highIsPrice, PatternState::Risen, ""},
};

PatternMove moveTo(PositionMarks& marks, PatternState to, QLatin1String why = {})
{
    const PatternState from = marks.pattern.state;
    marks.pattern.state = to;
    return {from, to, marks.pattern, why};
}
}  // namespace

std::vector<PatternMove> patternTrade(PositionMarks& marks, const PositionInput& in)
{
    std::vector<PatternMove> moves;
    for (bool moved = true; moved;) {
        for (const Every& every : kEvery) {
            if (every.state == marks.pattern.state) {
                every.act(marks, in);
            }
        }
        const auto row = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& one) {
            return one.from == marks.pattern.state && one.when(marks, in);
        });
        moved = row != std::end(kRows);
        if (moved) {
            row->then(marks, in);
            moves.push_back(moveTo(marks, row->to, QLatin1String{row->why}));
        }
    }
    return moves;
}

std::vector<PatternMove> patternDisturbed(PositionMarks& marks, QLatin1String why)
{
    const PatternState state = marks.pattern.state;
    if (state != PatternState::Pullback && state != PatternState::Rebreak) {
        return {};
    }
    if (state == PatternState::Rebreak) {
        highOfAttempt(marks);
    }
    return {moveTo(marks, PatternState::Void, why)};
}

std::vector<PatternMove> patternMissedTrades(PositionMarks& marks)
{
    if (marks.pattern.state == PatternState::Risen) {
        return {moveTo(marks, PatternState::Void, QLatin1String{"restart"})};
    }
    if (marks.pattern.state == PatternState::Ordered) {
        const PatternState before = marks.pattern.before;
        if (before == PatternState::Pullback || before == PatternState::Rebreak) {
            marks.higherLow = marks.pattern.low;  // What the order fills stands on L all the same.
        }
        if (before == PatternState::Rebreak) {
            highOfAttempt(marks);
        }
        if (before != PatternState::Base) {
            marks.pattern.before = PatternState::Void;
        }
        return {};
    }
    return patternDisturbed(marks, QLatin1String{"restart"});
}

PatternMove patternOrdered(PositionMarks& marks)
{
    marks.pattern.before = marks.pattern.state;
    return moveTo(marks, PatternState::Ordered);
}

PatternMove patternOrderEnded(PositionMarks& marks, domain::Timestamp now,
                              const config::PyramidSection& pyramid)
{
    Pattern& pattern = marks.pattern;
    if (marks.addQuantity.shares() > 0) {
        marks.trail = {};
        // An approved add may come without a pull-back: then there is no low to stand on.
        if (pattern.before == PatternState::Pullback || pattern.before == PatternState::Rebreak) {
            marks.higherLow = pattern.low;
        }
        return moveTo(marks, PatternState::Added);
    }
    marks.higherLow.reset();
    if (++pattern.ordersFailed >= kFailedOrdersMax) {
        return patternOff(marks, domain::PatternOff::OrdersFailed);
    }
    pattern.notBefore = now + pyramid.retry;
    return moveTo(marks, pattern.before, QLatin1String{"unfilled"});
}

PatternMove patternOff(PositionMarks& marks, domain::PatternOff why)
{
    marks.pattern.off = why;
    return moveTo(marks, PatternState::Off, toText(why));
}

QLatin1String toText(domain::PatternState state) noexcept
{
    switch (state) {
    case domain::PatternState::Off:
        return QLatin1String{"off"};
    case domain::PatternState::Base:
        return QLatin1String{"base"};
    case domain::PatternState::Risen:
        return QLatin1String{"risen"};
    case domain::PatternState::Pullback:
        return QLatin1String{"pullback"};
    case domain::PatternState::Rebreak:
        return QLatin1String{"rebreak"};
    case domain::PatternState::Void:
        return QLatin1String{"void"};
    case domain::PatternState::Ordered:
        return QLatin1String{"ordered"};
    case domain::PatternState::Added:
        return QLatin1String{"added"};
    }
    return {};
}

QLatin1String toText(domain::PatternOff off) noexcept
{
    switch (off) {
    case domain::PatternOff::None:
        return {};
    case domain::PatternOff::Disabled:
        return QLatin1String{"disabled"};
    case domain::PatternOff::UsedToday:
        return QLatin1String{"used_today"};
    case domain::PatternOff::TooSmall:
        return QLatin1String{"too_small"};
    case domain::PatternOff::NoEntryFill:
        return QLatin1String{"no_entry_fill"};
    case domain::PatternOff::ForeignFill:
        return QLatin1String{"foreign_fill"};
    case domain::PatternOff::OrdersFailed:
        return QLatin1String{"orders_failed"};
    case domain::PatternOff::NotPyramided:
        return QLatin1String{"not_pyramided"};
    }
    return {};
}

domain::PatternOff offFromStart(const PositionMarks& marks, const PositionBooks& books,
                                const config::PyramidSection& pyramid) noexcept
{
    if (!pyramid.enabled) {
        return domain::PatternOff::Disabled;
    }
    if (marks.entryQuantity.shares() <= 0) {
        return domain::PatternOff::NoEntryFill;
    }
    if (books.foreignFills) {
        return domain::PatternOff::ForeignFill;
    }
    if (books.usedToday) {
        return domain::PatternOff::UsedToday;
    }
    if (marks.entryFinal && marks.entryQuantity.shares() < kSharesForAnAdd) {
        return domain::PatternOff::TooSmall;
    }
    return domain::PatternOff::None;
}

domain::PatternTargets patternTargets(const PositionMarks& marks, const PositionInput& in)
{
    const config::PyramidSection& pyramid = in.config.pyramid;
    const domain::StepTable steps = in.market.steps;
    const Pattern& pattern = marks.pattern;
    /// Highest price that is `depth` or more below the leg high.
    const auto below = [&](domain::Percent depth) {
        return domain::Price::fromWon(
            floorDivide(Int128{pattern.high.won()} * (kWhole - depth.units()), kWhole));
    };
    const auto lowestAllowed = [&] {
        const Int128 won = Int128{pattern.high.won()} * (kWhole - pyramid.pullbackMax.units());
        return domain::roundUpToStep(
            domain::Price::fromWon(static_cast<std::int64_t>((won + kWhole - 1) / kWhole)), steps);
    };
    domain::PatternTargets out;
    switch (pattern.state) {
    case PatternState::Base: {
        const Average entry = entryAverage(marks, in.books);
        if (entry.quantity.shares() > 0) {
            const Int128 need = Int128{entry.cost.value()} * (kWhole + pyramid.rise.units());
            const Int128 share = kWhole * entry.quantity.shares();
            out.rise = domain::roundUpToStep(
                domain::Price::fromWon(static_cast<std::int64_t>((need + share - 1) / share)),
                steps);
        }
        break;
    }
    case PatternState::Risen:
        out.bandTop = domain::roundDownToStep(below(pyramid.pullbackMin), steps);
        out.bandBottom = lowestAllowed();
        break;
    case PatternState::Pullback:
        out.bandBottom = lowestAllowed();
        out.breakUp = domain::nextUp(pattern.high, steps);
        break;
    case PatternState::Rebreak:
        out.chaseMax = domain::roundDownToStep(
            domain::Price::fromWon(floorDivide(
                Int128{pattern.high.won()} * (kWhole + pyramid.maxChase.units()), kWhole)),
            steps);
        break;
    case PatternState::Void:
        out.breakUp = domain::nextUp(pattern.high, steps);
        break;
    case PatternState::Off:
    case PatternState::Ordered:
    case PatternState::Added:
        break;
    }
    return out;
}
}  // namespace core::rules
