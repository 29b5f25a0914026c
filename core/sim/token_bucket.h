#pragma once

#include <algorithm>
#include <chrono>

namespace core::sim
{
/// The broker's call limit: holds a second's worth of calls, refilled all the time.
class TokenBucket final
{
public:
    explicit TokenBucket(double perSecond) noexcept
        : m_perSecond{perSecond}, m_size{std::max(1.0, perSecond)}, m_level{m_size}
    {
    }

    /// One call at `now` (monotonic); false = too many, not executed.
    [[nodiscard]] bool take(std::chrono::nanoseconds now) noexcept
    {
        const std::chrono::duration<double> passed = now - m_at;
        m_level = std::min(m_size, m_level + std::max(0.0, passed.count()) * m_perSecond);
        m_at = now;
        if (m_level < 1.0) {
            return false;
        }
        m_level -= 1.0;
        return true;
    }

private:
    double m_perSecond;
    double m_size;
    double m_level;
    std::chrono::nanoseconds m_at{0};
};
}  // namespace core::sim
