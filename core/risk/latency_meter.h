#pragma once

#include "core/domain/kst.h"

#include <chrono>
#include <deque>
#include <optional>

namespace core::risk
{
/// Round trips of order requests (RC-26): when the 95th percentile of the last ten exceeds the
/// limit, entries stay out for five minutes, and the ten are forgotten. Pure: time is passed in.
class LatencyMeter final
{
public:
    static constexpr std::size_t kRoundTrips = 10;
    static constexpr std::chrono::seconds kMost{2};
    static constexpr std::chrono::minutes kHold{5};

    void note(std::chrono::milliseconds roundTrip, domain::Timestamp now);
    [[nodiscard]] std::optional<domain::Timestamp> blockedUntil() const noexcept { return m_until; }

private:
    std::deque<std::chrono::milliseconds> m_trips;
    std::optional<domain::Timestamp> m_until;
};
}  // namespace core::risk
