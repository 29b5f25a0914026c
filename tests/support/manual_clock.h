#pragma once

#include "core/base/clock.h"

#include <chrono>

namespace test
{
/// A clock that stands still until told otherwise. Both times move together.
class ManualClock final : public core::base::Clock
{
public:
    explicit ManualClock(core::base::Timestamp start, double speed = 1.0)
        : m_now{start}, m_speed{speed}
    {
    }

    [[nodiscard]] core::base::Timestamp now() const override { return m_now; }
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override { return m_monotonic; }
    [[nodiscard]] double speed() const override { return m_speed; }

    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        m_monotonic += by;
    }

private:
    core::base::Timestamp m_now;
    std::chrono::nanoseconds m_monotonic{std::chrono::hours{1}};
    double m_speed;
};
}  // namespace test
