#pragma once

#include "core/config/config.h"
#include "core/domain/desk_snapshot.h"

#include <QString>

namespace ui
{
/// What the pattern waits for, with the prices that change its stage and their distance in steps;
/// for void and off the reason.
[[nodiscard]] QString patternNote(const core::domain::RuledPosition& ruled,
                                  const core::domain::SymbolView* live, QLatin1String voidReason,
                                  const core::config::PyramidSection& config,
                                  core::domain::Timestamp now);
/// "off", "armed +1.0 %", "on w 0.83 % peak 10,240": where trailing stands.
[[nodiscard]] QString trailText(const core::domain::RuledPosition& ruled,
                                const core::config::Config& config);
/// Trailing that is on: its width in 1/10,000 % and its peak.
[[nodiscard]] QString trailOnText(std::int64_t widthTenThousandths, core::domain::Price peak);
/// "Pull-back", "Pull-back · blocked", "Off".
[[nodiscard]] QString pyramidText(core::domain::PatternState state, core::domain::AddMode mode);
/// "12:41": how long held.
[[nodiscard]] QString heldText(const core::domain::RuledPosition& ruled,
                               core::domain::Timestamp now);
/// "−17:19": how long to the time exit; empty without one.
[[nodiscard]] QString timeExitText(const core::domain::RuledPosition& ruled,
                                   core::domain::Timestamp now);
}  // namespace ui
