#pragma once

#include <chrono>
#include <deque>
#include <random>
#include <vector>

namespace core::kis
{
/// Growing pauses with jitter: the last one repeats until `reset()`.
class BackOff final
{
public:
    /// `seed` makes the jitter repeatable.
    BackOff(std::vector<std::chrono::seconds> steps, std::uint32_t seed)
        : m_steps{std::move(steps)}, m_random{seed}
    {
    }

    /// The next pause, its step within 20 % either way.
    [[nodiscard]] std::chrono::nanoseconds next()
    {
        const std::chrono::nanoseconds step = m_steps[m_at];
        m_at = m_at + 1 < m_steps.size() ? m_at + 1 : m_at;
        constexpr std::uint32_t kSpread = 401;
        constexpr std::int64_t kLowest = 800;
        const auto thousandths = static_cast<std::int64_t>(m_random() % kSpread) + kLowest;
        return step * thousandths / 1000;
    }
    void reset() noexcept { m_at = 0; }

private:
    std::vector<std::chrono::seconds> m_steps;
    std::mt19937 m_random;
    std::size_t m_at = 0;
};

/// At most `countMax` events in any 60 s: the broker blocks who reconnects in a loop.
class MinuteLimit final
{
public:
    explicit MinuteLimit(std::size_t countMax) : m_countMax{countMax} {}

    void note(std::chrono::nanoseconds now)
    {
        m_times.push_back(now);
        if (m_times.size() > m_countMax) {
            m_times.pop_front();
        }
    }
    /// The earliest instant at which one more is allowed.
    [[nodiscard]] std::chrono::nanoseconds earliest() const
    {
        return m_times.size() < m_countMax ? std::chrono::nanoseconds::min()
                                           : m_times.front() + std::chrono::minutes{1};
    }

private:
    std::size_t m_countMax;
    std::deque<std::chrono::nanoseconds> m_times;
};
}  // namespace core::kis
