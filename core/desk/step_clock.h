#pragma once

#include "core/domain/kst.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace core::desk
{
/// The engine clock: the largest event time so far, and the steps that are due on the way.
///
/// A step due at T runs before the first event with time >= T. Steps lie at multiples of
/// `kStep` of the clock itself, so a replay finds the same ones. Logic thread; pure.
class StepClock final
{
public:
    static constexpr std::chrono::seconds kStep{5};
    /// After a pause longer than this (sleep, holiday) the steps in between mean nothing.
    static constexpr std::chrono::minutes kPauseMax{10};

    [[nodiscard]] domain::Timestamp now() const noexcept { return m_now; }
    [[nodiscard]] bool started() const noexcept { return m_started; }

    /// The next step due at or before `time`; call until empty, then `reach(time)`.
    [[nodiscard]] std::optional<domain::Timestamp> nextStep(domain::Timestamp time) noexcept
    {
        if (!m_started || time - m_now > kPauseMax) {
            m_started = true;
            m_now = std::max(m_now, time);
            return std::nullopt;
        }
        const domain::Timestamp step =
            std::chrono::floor<std::chrono::duration<std::int64_t, std::ratio<5>>>(m_now) + kStep;
        if (step > time) {
            return std::nullopt;
        }
        m_now = step;
        return step;
    }
    void reach(domain::Timestamp time) noexcept { m_now = std::max(m_now, time); }

private:
    domain::Timestamp m_now{};
    bool m_started = false;
};
}  // namespace core::desk
