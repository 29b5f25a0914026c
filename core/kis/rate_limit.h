#pragma once

#include <chrono>
#include <cstdint>
#include <deque>

namespace core::kis
{
/// Whose turn is asked for.
enum class Urgency : std::uint8_t
{
    Exit,   ///< Exits and cancels.
    Entry,  ///< Orders that enlarge.
    Query,
};

/// Spaces calls evenly and learns from refusals.
///
/// At most `perSecond` calls a second, one at a time: even spacing keeps under the broker's limit
/// whichever window it counts in. A refusal (EGW00201) halves the rate for 10 s, then it rises by
/// one a second. Three refusals within a minute mean that the limit is lower than believed: the
/// ceiling comes down for the rest of the run. Orders do not keep the spacing, only the number in
/// any one second, of which queries leave two free: an order must not wait for the pace of
/// charts. An exit does not wait out the pause after a refusal either, except where less than two
/// calls a second are allowed. Pure; monotonic time comes in.
class RateLimit final
{
public:
    /// `perSecond` in real calls: multiply by the clock's speed before.
    RateLimit(double perSecond, double speed);

    /// The earliest instant of the next call.
    [[nodiscard]] std::chrono::nanoseconds nextAt(Urgency urgency,
                                                  std::chrono::nanoseconds now) const;
    /// Notes a call at `now` (not before `nextAt`).
    void take(std::chrono::nanoseconds now);
    void refused(std::chrono::nanoseconds now);
    /// Calls a second at `now`.
    [[nodiscard]] double rate(std::chrono::nanoseconds now) const;
    [[nodiscard]] std::int32_t callsLastSecond(std::chrono::nanoseconds now) const;

private:
    double m_ceiling;
    double m_speed;
    double m_reduced = 0;  ///< Rate since the last refusal.
    std::chrono::nanoseconds m_refusedAt{};
    bool m_everRefused = false;
    std::chrono::nanoseconds m_nextAt{};
    std::deque<std::chrono::nanoseconds> m_refusals;
    std::deque<std::chrono::nanoseconds> m_calls;  ///< Of the last second.

    [[nodiscard]] std::chrono::nanoseconds windowFree(double perSecond) const;
};
}  // namespace core::kis
