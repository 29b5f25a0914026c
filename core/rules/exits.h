#pragma once

#include "core/domain/decision.h"
#include "core/rules/position_input.h"
#include "core/rules/stop_levels.h"

#include <QLatin1String>

#include <optional>
#include <vector>

namespace core::rules
{
/// Seconds that S5 and S6 count: from the last fill of the entry, or of the add once it is in.
[[nodiscard]] domain::Timestamp heldSince(const domain::PositionMarks& marks) noexcept;

/// When S6 sells, whatever the price.
[[nodiscard]] domain::Timestamp timeExitAfter(const domain::PositionMarks& marks,
                                              const config::Config& config) noexcept;

/// The first rule of the table that fires at this instant; empty = hold. Judged in the order
/// EOD, GUARD, MAN, then S1 to S6, or A1 to A5 and S4 to S6 once the add is in the position.
[[nodiscard]] std::optional<QLatin1String>
exitRule(const domain::PositionMarks& marks, const PositionInput& in, const StopLevels& levels);

/// All rules of the table with value and limit: what the decision record and the desk show.
/// `Pass` means the rule fires.
[[nodiscard]] std::vector<domain::Condition> exitConditions(const domain::PositionMarks& marks,
                                                            const PositionInput& in,
                                                            const StopLevels& levels);
}  // namespace core::rules
