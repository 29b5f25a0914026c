#include "core/sim/weather.h"

#include "core/sim/random.h"

#include <algorithm>
#include <cmath>

namespace core::sim
{
namespace
{
std::vector<double> activityOverDay(int minutes)
{
    std::vector<double> weight(static_cast<std::size_t>(minutes));
    double sum = 0.0;
    for (int m = 0; m < minutes; ++m) {
        // The opening burst, its tail, and the run into the close: the U of real sessions.
        const double w = 0.55 + 6.5 * std::exp(-m / 4.0) + 1.1 * std::exp(-m / 45.0)
                         + 0.7 * std::exp((m - minutes) / 25.0);
        weight[static_cast<std::size_t>(m)] = w;
        sum += w;
    }
    for (double& w : weight) {
        w *= minutes / sum;
    }
    return weight;
}

std::vector<double> indexPath(Rng rng, int slices)
{
    std::vector<double> path(static_cast<std::size_t>(slices) + 1);
    const double drift = rng.bell() * 0.006 / slices;
    const double noise = 0.007 / std::sqrt(static_cast<double>(slices));
    double level = 0.0;
    double wave = 0.0;
    for (double& value : path) {
        value = level;
        wave = 0.995 * wave + 0.02 * noise * rng.bell();
        level += drift + wave + noise * rng.bell();
    }
    return path;
}
}  // namespace

Weather::Weather(std::uint64_t seed, const domain::SessionSchedule& schedule)
{
    const auto day =
        static_cast<std::uint64_t>(std::chrono::sys_days{schedule.date}.time_since_epoch().count());
    const auto minutes = static_cast<int>(
        std::chrono::duration_cast<std::chrono::minutes>(schedule.closingAuction - schedule.open)
            .count());
    m_activity = activityOverDay(minutes);
    Rng common{streamKey(seed, 0xA1, day)};
    for (std::size_t market = 0; market < 2; ++market) {
        m_level[market] =
            indexPath(Rng{streamKey(seed, 0xA2, day, market)}, minutes * kSlicesPerMinute);
        m_gap[market] = 0.004 * common.bell();
    }
}

double Weather::level(domain::Market market, int slice) const
{
    const std::vector<double>& path = m_level[market == domain::Market::Kospi ? 0 : 1];
    const int last = static_cast<int>(path.size()) - 1;
    return gap(market) + path[static_cast<std::size_t>(std::clamp(slice, 0, last))];
}

double Weather::gap(domain::Market market) const
{
    return m_gap[market == domain::Market::Kospi ? 0 : 1];
}

double Weather::activity(int minute) const
{
    return m_activity[static_cast<std::size_t>(std::clamp(minute, 0, minutes() - 1))];
}
}  // namespace core::sim
