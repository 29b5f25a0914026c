#pragma once

#include "core/config/config.h"
#include "core/domain/kst.h"
#include "core/domain/won.h"

namespace core::rules
{
/// Losing trades in a row, and until when they keep entries out (reliability RC-23).
struct LossStreak
{
    int losses = 0;
    domain::Timestamp pausedUntil{};

    [[nodiscard]] constexpr bool pauses(domain::Timestamp now) const noexcept
    {
        return now < pausedUntil;
    }
    friend bool operator==(const LossStreak&, const LossStreak&) = default;
};

/// A trade was closed at `at` with `net`, after all costs. From `guard.loss_streak` losses in a row
/// on, each further one pauses entries for half an hour; a trade without a loss ends the streak,
/// not the pause. 0 = off.
[[nodiscard]] LossStreak afterTrade(const LossStreak& before, domain::Won net, domain::Timestamp at,
                                    const config::GuardSection& guard) noexcept;
}  // namespace core::rules
