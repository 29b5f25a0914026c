#include "core/risk/message_meter.h"

#include <algorithm>

namespace core::risk
{
namespace
{
constexpr std::chrono::seconds kSecond{1};
constexpr std::chrono::seconds kMinute{60};
}  // namespace

MessageMeter::MessageMeter(std::int64_t perSecond, std::int64_t perMinute)
    : m_perSecond{std::max<std::int64_t>(1, perSecond)},  // Nothing would ever leave below one.
      m_perMinute{perMinute}
{
}

void MessageMeter::note(domain::Timestamp now)
{
    m_sent.push_back(now);
    while (now - m_sent.front() >= kMinute) {
        m_sent.pop_front();
    }
}

std::int64_t MessageMeter::within(domain::Timestamp now, std::chrono::seconds window) const
{
    return std::count_if(m_sent.begin(), m_sent.end(),
                         [now, window](domain::Timestamp at) { return now - at < window; });
}

domain::Timestamp MessageMeter::nextAt(domain::Timestamp now) const
{
    if (within(now, kSecond) < m_perSecond) {
        return now;
    }
    return m_sent[m_sent.size() - static_cast<std::size_t>(m_perSecond)] + kSecond;
}

bool MessageMeter::mayOpen(domain::Timestamp now) const
{
    return mayLeave(now) && within(now, kMinute) < m_perMinute;
}
}  // namespace core::risk
