#include "core/rules/trailing.h"

#include "core/domain/tax_table.h"

#include <algorithm>

namespace core::rules
{
namespace
{
constexpr std::int64_t kOldParts = 7;
constexpr std::int64_t kNewParts = 3;
constexpr std::int64_t kParts = 10;

/// What the break-even trigger measures from.
Average triggerBasis(const domain::PositionMarks& marks, const config::PyramidSection& pyramid)
{
    return pyramid.breakEvenBasis == config::BreakEvenBasis::AddLot
               ? Average{marks.addCost, marks.addQuantity}
               : blendedAverage(marks);
}

void begin(domain::Trail& trail, const PositionInput& in)
{
    trail.on = true;
    trail.width = targetWidth(in.market, in.config.exit);
}
}  // namespace

std::int64_t targetWidth(const PositionMarket& market, const config::ExitSection& exit)
{
    Int128 width = 0;
    if (market.atr && market.minuteClose && market.minuteClose->won() > 0) {
        width = Int128{exit.widthFactor.units()} * market.atr->won * domain::Percent::kUnitsPerWhole
                / (kOne * market.atr->count * market.minuteClose->won());
    } else {
        width = Int128{exit.widthFactor.units()} * exit.atrDefault.units() / kOne;
    }
    // Clamped before it is narrowed: a wild range times a factor leaves 64 bits.
    const Int128 least = exit.widthMin.units();
    const Int128 most = std::max(exit.widthMin.units(), exit.widthMax.units());
    return static_cast<std::int64_t>(std::clamp(width, least, most));
}

TrailChange trailTrade(domain::PositionMarks& marks, const PositionInput& in)
{
    const domain::Price price = in.market.price;
    domain::Trail& trail = marks.trail;
    const auto raisePeak = [&] { trail.peak = std::max(trail.peak.value_or(price), price); };
    if (marks.pattern.state == domain::PatternState::Added) {
        if (trail.on) {
            raisePeak();
            return TrailChange::None;
        }
        const config::PyramidSection& pyramid = in.config.pyramid;
        if (compareGain(price, triggerBasis(marks, pyramid), pyramid.breakEvenTrigger.units())
            < 0) {
            return TrailChange::None;
        }
        marks.breakEven =
            breakEvenStop(blendedAverage(marks), in.config.costs.commission, in.market.sellTax,
                          pyramid.breakEvenExtraSteps, in.market.steps);
        trail.peak = price;
        begin(trail, in);
        return TrailChange::BreakEvenSet;
    }
    raisePeak();
    if (!trail.on
        && compareGain(price, entryAverage(marks, in.books), in.config.exit.trailOn.units()) >= 0) {
        begin(trail, in);
        return TrailChange::SwitchedOn;
    }
    return TrailChange::None;
}

void trailStep(domain::PositionMarks& marks, const PositionInput& in)
{
    if (marks.trail.on) {
        const std::int64_t target = targetWidth(in.market, in.config.exit);
        marks.trail.width = (kOldParts * marks.trail.width + kNewParts * target) / kParts;
    }
}

domain::Price breakEvenStop(Average average, domain::Percent commission, domain::Percent sellTax,
                            std::int64_t extraSteps, domain::StepTable steps)
{
    domain::Price level =
        domain::breakEvenPrice(average.cost, average.quantity, commission, sellTax, steps);
    for (std::int64_t step = 0; step < extraSteps; ++step) {
        level = domain::nextUp(level, steps);
    }
    return level;
}
}  // namespace core::rules
