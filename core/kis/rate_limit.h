#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>

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
/// ceiling comes down for the rest of the run. Unless one of them cannot be a limit's doing:
/// however a broker counts seconds, with a limit L it serves at most 2 L calls in any one second
/// and refuses none before the L-th, so a refused call that had fewer calls beside it than half of
/// what was served in some second of the last minute was refused by chance, and a broker that
/// refuses by chance teaches nothing for two minutes; what it seemed to teach is forgotten. Orders
/// do not keep the spacing, only the number in any one second, of which queries leave two free: an
/// order must not wait for the pace of charts. An exit does not wait out the pause after a refusal
/// either, except where less than five calls a second are allowed. Pure; monotonic time comes in.
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
    /// The call taken at `taken` was refused; `now` is when that was heard.
    void refused(std::chrono::nanoseconds taken, std::chrono::nanoseconds now);
    /// Calls a second at `now`.
    [[nodiscard]] double rate(std::chrono::nanoseconds now) const;
    [[nodiscard]] std::int32_t callsLastSecond(std::chrono::nanoseconds now) const;

private:
    struct Call
    {
        std::chrono::nanoseconds at{};
        bool refused = false;
    };

    double m_configured;
    double m_ceiling;
    double m_speed;
    double m_reduced = 0;  ///< Rate since the last refusal.
    std::chrono::nanoseconds m_refusedAt{};
    bool m_everRefused = false;
    std::chrono::nanoseconds m_nextAt{};
    std::optional<std::chrono::nanoseconds> m_chanceAt;  ///< Last refusal that was no limit's.
    std::deque<std::chrono::nanoseconds> m_refusals;
    std::deque<Call> m_calls;  ///< Of the last minute.

    [[nodiscard]] std::chrono::nanoseconds windowFree(double perSecond) const;
    [[nodiscard]] std::chrono::nanoseconds pacedExit() const;
    void forgetBefore(std::chrono::nanoseconds instant);
    [[nodiscard]] bool isChance(std::chrono::nanoseconds taken) const;
};
}  // namespace core::kis
