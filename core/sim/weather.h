#pragma once

#include "core/domain/instrument.h"
#include "core/domain/session_calendar.h"

#include <array>
#include <cstdint>
#include <vector>

namespace core::sim
{
/// Length of one step of the price process.
inline constexpr int kSliceMs = 10'000;
inline constexpr int kSlicesPerMinute = 6;

/// What the whole market does on a day: the path of both indices and the activity over the day.
/// Immutable once built; the same for everybody who has the seed and the schedule.
class Weather final
{
public:
    Weather(std::uint64_t seed, const domain::SessionSchedule& schedule);

    /// Log return of a market since the previous close at the start of a 10 s slice of the
    /// continuous session; slices beyond it give the last one.
    [[nodiscard]] double level(domain::Market market, int slice) const;
    /// Gap of the opening auction, as log return.
    [[nodiscard]] double gap(domain::Market market) const;
    /// Activity of a minute of the continuous session (0 = the first), mean 1 over the day.
    [[nodiscard]] double activity(int minute) const;
    [[nodiscard]] int minutes() const noexcept { return static_cast<int>(m_activity.size()); }

private:
    std::array<std::vector<double>, 2> m_level;
    std::array<double, 2> m_gap{};
    std::vector<double> m_activity;
};
}  // namespace core::sim
