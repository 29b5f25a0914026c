#include "core/rules/stop_levels.h"

#include <algorithm>

namespace core::rules
{
namespace
{

/// Highest price with a loss of `percent` or more against `average`.
std::int64_t lossLevel(Average average, domain::Percent percent)
{
    return floorDivide(Int128{average.cost.value()} * (kWhole - percent.units()),
                       kWhole * average.quantity.shares());
}

/// Highest price strictly below average - factor x ATR.
std::int64_t atrLevel(Average average, const domain::RangeSum& atr, domain::Percent factor)
{
    const Int128 shares = average.quantity.shares();
    return belowDivide(Int128{average.cost.value()} * atr.count * kOne
                           - Int128{factor.units()} * atr.won * shares,
                       shares * atr.count * kOne);
}

/// Highest price at least `width` parts per billion below `peak`.
std::int64_t trailLevel(domain::Price peak, std::int64_t width)
{
    return floorDivide(Int128{peak.won()} * (kWhole - width), kWhole);
}

void addBase(StopLevels& levels, const domain::PositionMarks& marks, const PositionInput& in)
{
    const config::ExitSection& exit = in.config.exit;
    const Average entry = entryAverage(marks, in.books);
    if (entry.quantity.shares() <= 0) {
        return;
    }
    levels.add(QLatin1String{"S1"}, lossLevel(entry, exit.stop), in.market.steps);
    if (in.market.atr) {
        const std::int64_t floorLevel =
            belowDivide(Int128{entry.cost.value()} * (kWhole - exit.atrFloor.units()),
                        kWhole * entry.quantity.shares());
        levels.add(QLatin1String{"S2"},
                   std::min(atrLevel(entry, *in.market.atr, exit.atrFactor), floorLevel),
                   in.market.steps);
    }
    if (marks.trail.on && marks.trail.peak) {
        levels.add(QLatin1String{"S3"},
                   trailLevel(*marks.trail.peak, widthInForce(marks, in.config.pyramid)),
                   in.market.steps);
    }
}

void addBlended(StopLevels& levels, const domain::PositionMarks& marks, const PositionInput& in)
{
    const Average blended = blendedAverage(marks);
    levels.add(QLatin1String{"A1"}, lossLevel(blended, in.config.pyramid.stop), in.market.steps);
    if (marks.higherLow) {
        levels.add(QLatin1String{"A2"}, domain::nextDown(*marks.higherLow, in.market.steps).won(),
                   in.market.steps);
    }
    if (marks.breakEven) {
        levels.add(QLatin1String{"A3"}, marks.breakEven->won(), in.market.steps);
    }
    if (marks.trail.on && marks.trail.peak) {
        levels.add(QLatin1String{"A4"}, trailLevel(*marks.trail.peak, marks.trail.width),
                   in.market.steps);
    }
    if (in.market.atr) {
        levels.add(QLatin1String{"A5"}, atrLevel(blended, *in.market.atr, in.config.exit.atrFactor),
                   in.market.steps);
    }
}
}  // namespace

void StopLevels::add(QLatin1String rule, std::int64_t firesWon, domain::StepTable steps)
{
    if (firesWon <= 0) {
        return;  // Wider than the price itself: it can never fire.
    }
    Q_ASSERT(m_count < kMax);
    const domain::Price fires = domain::Price::fromWon(firesWon);
    m_levels[m_count++] = {rule, fires, domain::roundDownToStep(fires, steps)};
}

const StopLevel* StopLevels::find(QLatin1String rule) const noexcept
{
    const auto levels = all();
    const auto at = std::find_if(levels.begin(), levels.end(),
                                 [rule](const StopLevel& one) { return one.rule == rule; });
    return at == levels.end() ? nullptr : &*at;
}

const StopLevel* StopLevels::binding() const noexcept
{
    const auto levels = all();
    const auto at =
        std::max_element(levels.begin(), levels.end(),
                         [](const StopLevel& a, const StopLevel& b) { return a.shown < b.shown; });
    return at == levels.end() ? nullptr : &*at;
}

std::int64_t widthInForce(const domain::PositionMarks& marks,
                          const config::PyramidSection& pyramid) noexcept
{
    return holdsThrough(marks.pattern.state, pyramid)
               ? std::max(marks.trail.width, pyramid.armedWidthFloor.units())
               : marks.trail.width;
}

StopLevels stopLevels(const domain::PositionMarks& marks, const PositionInput& in)
{
    StopLevels levels;
    if (marks.manualStop) {
        levels.add(QLatin1String{"MAN"}, marks.manualStop->won(), in.market.steps);
    }
    if (marks.pattern.state == domain::PatternState::Added) {
        addBlended(levels, marks, in);
    } else {
        addBase(levels, marks, in);
    }
    return levels;
}
}  // namespace core::rules
