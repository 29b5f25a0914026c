#include "core/kis/rate_limit.h"

#include <algorithm>
#include <limits>

namespace core::kis
{
namespace
{
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr seconds kReducedFor{10};
constexpr seconds kMinute{60};
constexpr seconds kTeachesNothing{120};
constexpr std::size_t kRefusalsToLearn = 3;
constexpr double kLearnedShare = 0.9;
constexpr double kLeastLearned = 0.8;  // Where one call a second is taken, the least of all.
constexpr double kNanosPerSecond = 1e9;
constexpr double kKeptForOrders = 2;
constexpr double kKeptForExits = 1;
constexpr double kBurstFrom = 5;  // Below it there is nothing to keep free.

double secondsOf(nanoseconds time)
{
    return static_cast<double>(time.count()) / kNanosPerSecond;
}
}  // namespace

RateLimit::RateLimit(double perSecond, double speed)
    : m_configured{perSecond * speed}, m_ceiling{m_configured}, m_speed{speed}
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
                                  : m_calls[m_calls.size() - limit].at + seconds{1};
}

nanoseconds RateLimit::nextAt(Urgency urgency, nanoseconds now) const
{
    if (m_ceiling < kBurstFrom * m_speed) {
        return urgency == Urgency::Exit ? std::min(m_nextAt, pacedExit()) : m_nextAt;
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

/// Of an exit where little is allowed: the spacing and the pause after a refusal, but not the
/// halved rates of refusal upon refusal, which may be a call a minute.
nanoseconds RateLimit::pacedExit() const
{
    const auto since = [](nanoseconds instant, double perSecond) {
        return instant + nanoseconds{static_cast<std::int64_t>(kNanosPerSecond / perSecond)};
    };
    const nanoseconds spaced =
        m_calls.empty() ? nanoseconds::min() : since(m_calls.back().at, m_ceiling);
    return m_everRefused ? std::max(spaced, since(m_refusedAt, m_speed)) : spaced;
}

void RateLimit::take(nanoseconds now)
{
    const auto spacing = nanoseconds{static_cast<std::int64_t>(kNanosPerSecond / rate(now))};
    // At many times real speed the spacing is finer than a timer: what a late look has missed
    // may be caught up, but never at real speed, where the broker watches.
    const nanoseconds behind = m_speed > 1.0 ? std::chrono::milliseconds{50} : nanoseconds{0};
    m_nextAt = std::max(m_nextAt + spacing, now + spacing - behind);
    m_calls.push_back({now});
    forgetBefore(now - kMinute);
}

void RateLimit::forgetBefore(nanoseconds instant)
{
    while (!m_calls.empty() && m_calls.front().at <= instant) {
        m_calls.pop_front();
    }
    while (!m_refusals.empty() && m_refusals.front() <= instant) {
        m_refusals.pop_front();
    }
}

/// True when no limit explains the refusals of the last minute, the call taken at `taken` being the
/// newest; see the class.
bool RateLimit::isChance(nanoseconds taken) const
{
    // The broker's second: at many times real speed it is shorter than ours.
    const nanoseconds second{static_cast<std::int64_t>(kNanosPerSecond / m_speed)};
    std::ptrdiff_t served = 0;  // Of the second that ends with the call at hand, as is `from`.
    std::ptrdiff_t mostServed = 0;
    std::ptrdiff_t leastRefused = std::numeric_limits<std::ptrdiff_t>::max();
    auto from = m_calls.begin();
    // Later calls may still be refused: they prove nothing yet.
    for (auto at = m_calls.begin(); at != m_calls.end() && at->at <= taken; ++at) {
        for (; from->at + second <= at->at; ++from) {
            served -= from->refused ? 0 : 1;
        }
        if (at->refused) {
            const bool alone = at != m_calls.begin() && std::prev(at)->at + 2 * second <= at->at;
            if (alone) {
                return true;  // No host takes less than one call a second.
            }
            leastRefused = std::min(leastRefused, at - from + 1);
        } else {
            mostServed = std::max(mostServed, ++served);
        }
    }
    return leastRefused * 2 < mostServed;
}

void RateLimit::refused(nanoseconds taken, nanoseconds now)
{
    const double current = rate(now);
    m_refusals.push_back(now);
    forgetBefore(now - kMinute);
    const auto call = std::find_if(m_calls.rbegin(), m_calls.rend(),
                                   [taken](const Call& one) { return one.at == taken; });
    if (call != m_calls.rend()) {
        call->refused = true;
        if (isChance(taken)) {
            m_chanceAt = now;
            m_ceiling = m_configured;
        }
    }
    const bool teaches = !m_chanceAt || now - *m_chanceAt >= kTeachesNothing;
    if (teaches && m_refusals.size() >= kRefusalsToLearn) {
        const double least = std::min(kLeastLearned * m_speed, m_configured);
        m_ceiling = std::max({current * kLearnedShare, m_ceiling / 4, least});
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
                      [now](const Call& call) { return call.at + seconds{1} > now; }));
}
}  // namespace core::kis
