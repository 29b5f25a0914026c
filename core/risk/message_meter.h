#pragma once

#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <algorithm>
#include <cstdint>
#include <deque>

namespace core::risk
{
enum class MessageKind : std::uint8_t
{
    Order,
    Amend,
    Cancel,
};

/// The pace of order messages over the last second and minute (RC-19). Days are counted in the
/// books, which survive a restart. Pure: time is passed in.
class MessageMeter final
{
public:
    MessageMeter(std::int64_t perSecond, std::int64_t perMinute)
        : m_perSecond{perSecond}, m_perMinute{perMinute}
    {
    }

    void note(MessageKind, const domain::Symbol&, domain::Timestamp now)
    {
        drop(now);
        m_sent.push_back(now);
    }

    [[nodiscard]] bool mayLeave(domain::Timestamp now)
    {
        drop(now);
        const auto inSecond =
            std::count_if(m_sent.begin(), m_sent.end(), [now](domain::Timestamp at) {
                return now - at < std::chrono::seconds{1};
            });
        return inSecond < m_perSecond && static_cast<std::int64_t>(m_sent.size()) < m_perMinute;
    }

private:
    void drop(domain::Timestamp now)
    {
        while (!m_sent.empty() && now - m_sent.front() >= std::chrono::minutes{1}) {
            m_sent.pop_front();
        }
    }

    std::int64_t m_perSecond;
    std::int64_t m_perMinute;
    std::deque<domain::Timestamp> m_sent;
};
}  // namespace core::risk
