#pragma once

#include "core/domain/kst.h"
#include "core/domain/won.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core::domain
{
/// What the portfolio guard can fire (trading rules 7).
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
    Timestamp at{};
    Won equity{};
    Won peak{};             ///< Highest equity since the trail was armed.
    bool released = false;  ///< The trader has confirmed a reset; it does not fire again today.

    friend bool operator==(const GuardFired&, const GuardFired&) = default;
};

/// Sticky until the next session or a confirmed reset. Stored in the ledger.
struct GuardState
{
    bool trailArmed = false;
    std::optional<Won> peak{};
    std::vector<GuardFired> fired{};

    [[nodiscard]] bool hasFired(GuardRule rule) const noexcept
    {
        for (const GuardFired& one : fired) {
            if (one.rule == rule) {
                return true;
            }
        }
        return false;
    }
    /// Fired and still in force.
    [[nodiscard]] bool holds(GuardRule rule) const noexcept
    {
        for (const GuardFired& one : fired) {
            if (one.rule == rule && !one.released) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool stopsBuys() const noexcept
    {
        for (const GuardFired& one : fired) {
            if (!one.released) {
                return true;
            }
        }
        return false;
    }
    friend bool operator==(const GuardState&, const GuardState&) = default;
};
}  // namespace core::domain
