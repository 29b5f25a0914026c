#pragma once

#include <chrono>

namespace core::base
{
/// A point in time as the whole program knows it: UTC, milliseconds.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// The environment's clock and the machine's monotonic clock.
///
/// `now()` is the time the market lives in: the machine's in live and demo, the simulator's
/// (1x to 200x) in sim, the recording's in replay. `monotonic()` never scales: deadlines,
/// back-off and stall timers protect a connection and run on it.
/// Thread: any; implementations are immutable.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Timestamp now() const = 0;
    [[nodiscard]] virtual std::chrono::nanoseconds monotonic() const = 0;
    /// Seconds of `now()` that pass in one second of `monotonic()`; 1 outside the simulation.
    [[nodiscard]] virtual double speed() const = 0;
};

/// Time since the machine was switched on, sleep included: unlike the monotonic clock it shows
/// that the machine was suspended.
[[nodiscard]] std::chrono::nanoseconds bootTime();

/// The machine's own clocks. The only place, with ScaledClock, that reads them.
class MachineClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override;
    [[nodiscard]] double speed() const override { return 1.0; }
};

/// A clock that showed `anchor` when it was made and has run `speed` times faster since.
class ScaledClock final : public Clock
{
public:
    ScaledClock(Timestamp anchor, double speed);
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override;
    [[nodiscard]] double speed() const override { return m_speed; }

private:
    Timestamp m_anchor;
    double m_speed;
    std::chrono::nanoseconds m_start;
};
}  // namespace core::base
