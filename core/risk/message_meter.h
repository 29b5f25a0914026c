#pragma once

#include "core/domain/kst.h"

#include <chrono>
#include <cstdint>
#include <deque>

namespace core::risk
{
/// The pace of order messages over the last second and minute (RC-19). Days are counted in the
/// books, which survive a restart.
///
/// What opens keeps both limits. Exits and cancels keep the second's alone: they may wait a
/// fraction of one, never the rest of a minute. Pure: time is passed in.
class MessageMeter final
{
public:
    MessageMeter(std::int64_t perSecond, std::int64_t perMinute);

    /// An order, amend or cancel has been released.
    void note(domain::Timestamp now);

    /// When the next exit or cancel may leave; `now` = at once.
    [[nodiscard]] domain::Timestamp nextAt(domain::Timestamp now) const;
    [[nodiscard]] bool mayLeave(domain::Timestamp now) const { return nextAt(now) <= now; }
    /// The same of an order that opens.
    [[nodiscard]] bool mayOpen(domain::Timestamp now) const;

private:
    /// Messages of the `window` before `now`; one exactly that old has left it.
    [[nodiscard]] std::int64_t within(domain::Timestamp now, std::chrono::seconds window) const;

    std::int64_t m_perSecond;
    std::int64_t m_perMinute;
    std::deque<domain::Timestamp> m_sent;
};
}  // namespace core::risk
