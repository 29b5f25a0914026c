#pragma once

#include "core/config/config.h"
#include "core/domain/guard.h"
#include "core/domain/won.h"

#include <optional>
#include <vector>

namespace core::rules
{
/// Equity as the guard may use it; empty = uncertain (an unknown order, a balance too old).
struct GuardInput
{
    domain::Timestamp now{};
    std::optional<domain::Won> equity;
    std::optional<domain::Won> startEquity;
    domain::Timestamp from{};  ///< guard.window_from on this day.
    const config::GuardSection& config;
};

/// One look, once a second. Returns what fired now; nothing while the equity is uncertain.
[[nodiscard]] std::vector<domain::GuardFired> judgeGuard(domain::GuardState& state,
                                                         const GuardInput& in);
}  // namespace core::rules
