#pragma once

#include "core/domain/decision.h"
#include "core/rules/position_input.h"
#include "core/rules/stop_levels.h"

#include <QLatin1String>

#include <optional>
#include <vector>

namespace core::rules
{
/// A trade a fifth of the width below the channel.
[[nodiscard]] bool isBreakout(const domain::WaveChannel& channel, domain::Price price);

/// The exits of a position bought in `channel`, in order: EOD, GUARD, MAN, W1 to W4. `Pass` fires.
[[nodiscard]] std::vector<domain::Condition> waveExitConditions(const domain::WaveChannel& channel,
                                                                std::optional<domain::Price> manual,
                                                                const PositionInput& in);
[[nodiscard]] std::optional<QLatin1String> waveExit(const domain::WaveChannel& channel,
                                                    std::optional<domain::Price> manual,
                                                    const PositionInput& in);

/// The stops of a position bought in `channel`: MAN, W1 and W2. Empty without shares. Pure.
[[nodiscard]] StopLevels waveStops(const domain::WaveChannel& channel,
                                   std::optional<domain::Price> manual, const PositionInput& in);
}  // namespace core::rules
