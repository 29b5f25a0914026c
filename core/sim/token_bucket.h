#pragma once

#include <algorithm>
#include <chrono>
#include <deque>

namespace core::sim
{
/// How the broker counts calls.
enum class CallWindow
{
    Bucket,   ///< A second's worth, refilled all the time.
    Sliding,  ///< At most so many in any second.
    Fixed,    ///< At most so many in each whole second.
};

/// The broker's call limit. Times are monotonic; `speed` market seconds pass in one of them.
class CallLimit final
{
public:
    explicit CallLimit(double speed) noexcept : m_speed{speed} {}

    /// One call at `now` with `perSecond` allowed a market second; false = too many, not executed.
    [[nodiscard]] bool take(std::chrono::nanoseconds now, double perSecond, CallWindow window)
    {
        const std::chrono::duration<double> market = std::chrono::duration<double>{now} * m_speed;
        if (window == CallWindow::Bucket) {
            return takeFromBucket(market, perSecond);
        }
        const double from = window == CallWindow::Sliding
                                ? market.count() - 1.0
                                : static_cast<double>(static_cast<long long>(market.count()));
        while (!m_calls.empty() && m_calls.front() < from) {
            m_calls.pop_front();
        }
        if (static_cast<double>(m_calls.size()) + 1.0 > perSecond) {
            return false;
        }
        m_calls.push_back(market.count());
        return true;
    }

private:
    /// Rate and size scale with the speed: a second's worth is a second of the machine's.
    [[nodiscard]] bool takeFromBucket(std::chrono::duration<double> market, double perSecond)
    {
        const double size = std::max(1.0, perSecond * m_speed);
        const double passed = std::max(0.0, (market - m_at).count());
        m_level = m_level < 0.0 ? size : std::min(size, m_level + passed * perSecond);
        m_at = market;
        if (m_level < 1.0) {
            return false;
        }
        m_level -= 1.0;
        return true;
    }

    double m_speed;
    double m_level = -1.0;  ///< Negative: full, nothing taken yet.
    std::chrono::duration<double> m_at{};
    std::deque<double> m_calls;
};
}  // namespace core::sim
