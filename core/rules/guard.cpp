#include "core/rules/guard.h"

#include "core/rules/exact.h"

#include <algorithm>

namespace core::rules
{
namespace
{
using domain::GuardRule;

/// Day return against a percentage: negative, zero or positive.
Int128 compareReturn(domain::Won equity, domain::Won start, std::int64_t units)
{
    return Int128{equity.value() - start.value()} * kWhole - Int128{start.value()} * units;
}
}  // namespace

std::vector<domain::GuardFired> judgeGuard(domain::GuardState& state, const GuardInput& in)
{
    if (in.now < in.from || !in.equity || !in.startEquity || in.startEquity->value() <= 0) {
        return {};
    }
    const domain::Won equity = *in.equity;
    const domain::Won start = *in.startEquity;
    if (compareReturn(equity, start, in.config.trailArm.units()) >= 0) {
        state.trailArmed = true;
    }
    if (state.trailArmed) {
        state.peak = std::max(state.peak.value_or(equity), equity);
    }
    const domain::Won peak = state.peak.value_or(equity);
    const struct
    {
        GuardRule rule;
        bool holds;
    } rows[domain::kGuardRules] = {
        {GuardRule::LossStop, compareReturn(equity, start, -in.config.stopBuyLoss.units()) <= 0},
        {GuardRule::GainStop, compareReturn(equity, start, in.config.stopBuyGain.units()) >= 0},
        {GuardRule::TrailStop, state.trailArmed
                                   && Int128{peak.value() - equity.value()} * kWhole
                                          >= Int128{start.value()} * in.config.trailDrop.units()},
        {GuardRule::HardLoss, compareReturn(equity, start, -in.config.hardLoss.units()) <= 0},
    };
    std::vector<domain::GuardFired> fired;
    for (const auto& row : rows) {
        if (row.holds && !state.hasFired(row.rule)) {
            fired.push_back({row.rule, in.now, equity, peak});
            state.fired.push_back(fired.back());
        }
    }
    return fired;
}
}  // namespace core::rules
