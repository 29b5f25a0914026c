#include "core/base/clock.h"

#include <ctime>

namespace core::base
{
namespace
{
std::chrono::nanoseconds steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}
}  // namespace

std::chrono::nanoseconds bootTime()
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

Timestamp MachineClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::nanoseconds MachineClock::monotonic() const
{
    return steadyNow();
}

ScaledClock::ScaledClock(Timestamp anchor, double speed)
    : m_anchor{anchor}, m_speed{speed}, m_start{steadyNow()}
{
}

Timestamp ScaledClock::now() const
{
    const std::chrono::duration<double, std::milli> real = steadyNow() - m_start;
    return m_anchor + std::chrono::milliseconds{static_cast<std::int64_t>(real.count() * m_speed)};
}

std::chrono::nanoseconds ScaledClock::monotonic() const
{
    return steadyNow();
}
}  // namespace core::base
