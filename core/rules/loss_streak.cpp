#include "core/rules/loss_streak.h"

namespace core::rules
{
namespace
{
constexpr std::chrono::minutes kPause{30};
}  // namespace

LossStreak afterTrade(const LossStreak& before, domain::Won net, domain::Timestamp at,
                      const config::GuardSection& guard) noexcept
{
    LossStreak out = before;
    out.losses = net.value() < 0 ? before.losses + 1 : 0;
    if (guard.lossStreak > 0 && out.losses >= guard.lossStreak) {
        out.pausedUntil = at + kPause;
    }
    return out;
}
}  // namespace core::rules
