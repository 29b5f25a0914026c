#include "core/rules/wave_series.h"

#include <algorithm>

namespace core::rules
{
namespace
{
constexpr std::chrono::seconds kSampled{240};
constexpr std::size_t kNewest = 10;
constexpr std::size_t kIdleMax = 512;
}  // namespace

void WaveSeries::add(const WaveSample& sample)
{
    m_samples.push_back(sample);
    m_volume.newest += sample.quantity.shares();
    if (++m_volume.samples > kNewest) {
        const std::int64_t moved = m_samples[m_samples.size() - 1 - kNewest].quantity.shares();
        m_volume.newest -= moved;
        m_volume.earlier += moved;
    }
    for (; m_samples[m_from].at <= sample.at - kSampled; ++m_from) {
        const bool isEarlier = m_volume.samples > kNewest;
        (isEarlier ? m_volume.earlier : m_volume.newest) -= m_samples[m_from].quantity.shares();
        --m_volume.samples;
    }
    if (m_from > kIdleMax && m_from * 2 > m_samples.size()) {
        m_samples.erase(m_samples.begin(), m_samples.begin() + static_cast<std::ptrdiff_t>(m_from));
        m_from = 0;
    }
}

std::span<const WaveSample> recentSamples(std::span<const WaveSample> samples,
                                          domain::Timestamp now)
{
    const auto young =
        std::partition_point(samples.begin(), samples.end(),
                             [now](const WaveSample& one) { return one.at <= now - kSampled; });
    return {young, samples.end()};
}
}  // namespace core::rules
