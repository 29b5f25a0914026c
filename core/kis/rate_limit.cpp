#include "core/kis/rate_limit.h"

#include <algorithm>

namespace core::kis
{
namespace
{
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr seconds kReducedFor{10};
constexpr std::size_t kRefusalsToLearn = 3;
constexpr double kLearnedShare = 0.9;
constexpr double kNanosPerSecond = 1e9;
constexpr double kKeptForOrders = 2;
constexpr double kKeptForExits = 1;
constexpr double kBurstFrom = 5;  // Below it there is nothing to keep free.

double secondsOf(nanoseconds time)
{
    return static_cast<double>(time.count()) / kNanosPerSecond;
}
}  // namespace

RateLimit::RateLimit(double perSecond, double speed) : m_ceiling{perSecond * speed}, m_speed{speed}
{
}

double RateLimit::rate(nanoseconds now) const
{
    if (!m_everRefused) {
        return m_ceiling;
    }
    const double grown = std::max(0.0, secondsOf(now - m_refusedAt - kReducedFor)) * m_speed;
    return std::min(m_ceiling, m_reduced + grown);
}

/// When fewer than `perSecond` calls lie within the last second.
nanoseconds RateLimit::windowFree(double perSecond) const
{
    const auto limit = static_cast<std::size_t>(std::max(1.0, perSecond));
    return m_calls.size() < limit ? nanoseconds::min()
                                  : m_calls[m_calls.size() - limit] + seconds{1};
}

nanoseconds RateLimit::nextAt(Urgency urgency, nanoseconds now) const
{
    if (m_ceiling < kBurstFrom * m_speed) {
        return m_nextAt;
    }
    switch (urgency) {
    case Urgency::Exit:
        return windowFree(m_ceiling);
    case Urgency::Entry:
        return windowFree(rate(now) - kKeptForExits);
    case Urgency::Query:
        return std::max(m_nextAt, windowFree(m_ceiling - kKeptForOrders));
    }
    return m_nextAt;
}

void RateLimit::take(nanoseconds now)
{
    const auto spacing = nanoseconds{static_cast<std::int64_t>(kNanosPerSecond / rate(now))};
    // At many times real speed the spacing is finer than a timer: what a late look has missed
    // may be caught up, but never at real speed, where the broker watches.
    const nanoseconds behind = m_speed > 1.0 ? std::chrono::milliseconds{50} : nanoseconds{0};
    m_nextAt = std::max(m_nextAt + spacing, now + spacing - behind);
    m_calls.push_back(now);
    while (m_calls.front() + seconds{1} <= now) {
        m_calls.pop_front();
    }
}

void RateLimit::refused(nanoseconds now)
{
    const double current = rate(now);
    m_refusals.push_back(now);
    while (m_refusals.front() + seconds{60} <= now) {
        m_refusals.pop_front();
    }
    if (m_refusals.size() >= kRefusalsToLearn) {
        m_ceiling = std::max(current * kLearnedShare, m_ceiling / 4);
        m_refusals.clear();
    }
    m_reduced = current / 2;
    m_refusedAt = now;
    m_everRefused = true;
    // The window in which the broker counted must pass as well.
    m_nextAt =
        std::max(m_nextAt, now + nanoseconds{static_cast<std::int64_t>(kNanosPerSecond / m_speed)});
}

std::int32_t RateLimit::callsLastSecond(nanoseconds now) const
{
    return static_cast<std::int32_t>(
        std::count_if(m_calls.begin(), m_calls.end(),
                      [now](nanoseconds call) { return call + seconds{1} > now; }));
}
}  // namespace core::kis
