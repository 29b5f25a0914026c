#pragma once

#include "core/config/config.h"
#include "core/domain/kst.h"
#include "core/domain/won.h"

#include <optional>
#include <vector>

namespace core::rules
{
/// What the portfolio guard can fire.
enum class GuardRule : std::uint8_t
{
    LossStop,   ///< Day return at or below -3 %: no new buys.
    GainStop,   ///< At or above +5 %: no new buys.
    TrailStop,  ///< Fell from its peak after +3 %: no new buys.
    HardLoss,   ///< At or below -5 %: cancel buys, sell everything automatic, disarm.
};
inline constexpr int kGuardRules = 4;

/// One firing with what it saw.
struct GuardFired
{
    GuardRule rule = GuardRule::LossStop;
    domain::Timestamp at{};
    domain::Won equity{};
    domain::Won peak{};  ///< Highest equity since the trail was armed.

    friend bool operator==(const GuardFired&, const GuardFired&) = default;
};

/// Sticky until the next session or a confirmed reset. Stored in the ledger.
struct GuardState
{
    bool trailArmed = false;
    std::optional<domain::Won> peak;
    std::vector<GuardFired> fired{};

    [[nodiscard]] bool hasFired(GuardRule rule) const noexcept;
    [[nodiscard]] bool stopsBuys() const noexcept { return !fired.empty(); }
    friend bool operator==(const GuardState&, const GuardState&) = default;
};

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
[[nodiscard]] std::vector<GuardFired> judgeGuard(GuardState& state, const GuardInput& in);
}  // namespace core::rules
