#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <utility>
#include <vector>

namespace core::notify
{
/// At most `count` messages in any stretch of `span`.
struct PaceLimit
{
    std::size_t count = 1;
    std::chrono::nanoseconds span{};
};

/// What the service allows: 30 messages a second in all, one a second to a chat, 20 a minute to a
/// group. Source: Telegram Bot FAQ, "My bot is hitting limits".
[[nodiscard]] inline std::vector<PaceLimit> paceOf(bool group)
{
    std::vector<PaceLimit> limits{{30, std::chrono::seconds{1}}, {1, std::chrono::seconds{1}}};
    if (group) {
        limits.push_back({20, std::chrono::minutes{1}});
    }
    return limits;
}

/// Keeps every limit at once. Pure; monotonic time comes in.
class SendPace final
{
public:
    explicit SendPace(std::vector<PaceLimit> limits) : m_limits{std::move(limits)} {}

    /// The earliest instant of the next message.
    [[nodiscard]] std::chrono::nanoseconds nextAt() const
    {
        std::chrono::nanoseconds at = std::chrono::nanoseconds::min();
        for (const PaceLimit& limit : m_limits) {
            if (m_sent.size() >= limit.count) {
                at = std::max(at, m_sent[m_sent.size() - limit.count] + limit.span);
            }
        }
        return at;
    }
    /// Notes a message at `now` (not before `nextAt`).
    void take(std::chrono::nanoseconds now)
    {
        std::size_t kept = 0;
        for (const PaceLimit& limit : m_limits) {
            kept = std::max(kept, limit.count);
        }
        m_sent.push_back(now);
        while (m_sent.size() > kept) {
            m_sent.pop_front();
        }
    }

private:
    std::vector<PaceLimit> m_limits;
    std::deque<std::chrono::nanoseconds> m_sent;  ///< As many as the largest count.
};
}  // namespace core::notify
