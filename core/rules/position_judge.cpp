#include "core/rules/position_judge.h"

#include "core/rules/higher_low.h"

namespace core::rules
{
namespace
{
void judgeExits(PositionOutcome& out, const PositionInput& in)
{
    out.levels = stopLevels(out.marks, in);
    out.exit = exitRule(out.marks, in, out.levels);
}

bool isFullMinute(domain::Timestamp at)
{
    return at.time_since_epoch() % std::chrono::minutes{1} == std::chrono::milliseconds{0};
}
}  // namespace

PositionOutcome judgeTrade(const domain::PositionMarks& before, const PositionInput& in,
                           const AddInput& desk)
{
    PositionOutcome out{.marks = before};
    out.trail = trailTrade(out.marks, in);
    out.moves = patternTrade(out.marks, in);
    judgeExits(out, in);
    const domain::Pattern& pattern = out.marks.pattern;
    if (!out.exit && pattern.state == domain::PatternState::Rebreak
        && in.now >= pattern.notBefore) {
        out.add = shouldPyramidAdd(out.marks, in, desk);
    }
    return out;
}

PositionOutcome judgeStep(const domain::PositionMarks& before, const PositionInput& in,
                          std::span<const domain::Bar> complete)
{
    PositionOutcome out{.marks = before};
    if (before.pattern.state == domain::PatternState::Added && isFullMinute(in.now)) {
        out.higherLow = newHigherLow(
            complete, before, static_cast<std::size_t>(in.config.pyramid.higherLowPivotWidth));
        if (out.higherLow) {
            out.marks.higherLow = out.higherLow;
        }
    }
    trailStep(out.marks, in);
    judgeExits(out, in);
    return out;
}
}  // namespace core::rules
