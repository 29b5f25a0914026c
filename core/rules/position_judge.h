#pragma once

#include "core/domain/bar.h"
#include "core/rules/exits.h"
#include "core/rules/pattern.h"
#include "core/rules/pyramid_add.h"
#include "core/rules/stop_levels.h"
#include "core/rules/trailing.h"

#include <optional>
#include <span>
#include <vector>

namespace core::rules
{
/// What one instant made of a position: the marks afterwards and everything worth a record.
struct PositionOutcome
{
    domain::PositionMarks marks{};
    TrailChange trail = TrailChange::None;
    std::optional<domain::Price> higherLow{};  ///< A new HL, at a step.
    std::vector<PatternMove> moves{};
    StopLevels levels{};                  ///< As the exits saw them.
    std::optional<QLatin1String> exit{};  ///< The rule that sells everything.
    std::optional<AddVerdict> add{};      ///< Judged: allowed or not.
};

/// A regular trade of a held symbol, in the order of trading rules 4: peak, switch, break-even;
/// pattern; exits; and only without an exit, in `Rebreak`, the add. Pure.
[[nodiscard]] PositionOutcome judgeTrade(const domain::PositionMarks& before,
                                         const PositionInput& in, const AddInput& desk);

/// A five-second step: higher low (on full minutes; `complete` = the session's complete 1-minute
/// bars), trailing width, exits. Pure.
[[nodiscard]] PositionOutcome judgeStep(const domain::PositionMarks& before,
                                        const PositionInput& in,
                                        std::span<const domain::Bar> complete);
}  // namespace core::rules
