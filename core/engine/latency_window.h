#pragma once

#include <array>
#include <bit>
#include <chrono>
#include <cstdint>

namespace core::engine
{
/// Latencies of the last ten to twenty seconds as a histogram: recording is an increment,
/// quantiles are exact to an eighth. Logic thread.
class LatencyWindow final
{
public:
    void record(std::chrono::nanoseconds latency, std::uint32_t times = 1) noexcept
    {
        m_now[bucketOf(latency.count())] += times;
    }
    /// Call every ten seconds: the older half is forgotten.
    void roll() noexcept
    {
        m_before = m_now;
        m_now.fill(0);
    }
    /// Upper bound of the bucket that holds the quantile, in nanoseconds; 0 without a record.
    [[nodiscard]] std::int64_t quantile(double share) const noexcept
    {
        std::uint64_t total = 0;
        for (std::size_t i = 0; i < kBuckets; ++i) {
            total += m_now[i] + m_before[i];
        }
        const auto wanted = static_cast<std::uint64_t>(static_cast<double>(total) * share);
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < kBuckets && total > 0; ++i) {
            seen += m_now[i] + m_before[i];
            if (seen > wanted) {
                return upperBound(i);
            }
        }
        return 0;
    }

private:
    static constexpr std::size_t kPerOctave = 8;
    static constexpr std::size_t kOctaves = 40;
    static constexpr std::size_t kBuckets = kPerOctave * kOctaves;

    [[nodiscard]] static constexpr std::size_t bucketOf(std::int64_t count) noexcept
    {
        const auto value = static_cast<std::uint64_t>(count < 8 ? 8 : count);
        const auto octave = static_cast<std::size_t>(std::bit_width(value)) - 1;  // >= 3
        const std::size_t index = (octave - 3) * kPerOctave + ((value >> (octave - 3)) & 7U);
        return index < kBuckets ? index : kBuckets - 1;
    }
    [[nodiscard]] static constexpr std::int64_t upperBound(std::size_t bucket) noexcept
    {
        const std::size_t shift = bucket / kPerOctave;
        return static_cast<std::int64_t>((8 + bucket % kPerOctave + 1) << shift) - 1;
    }

    std::array<std::uint32_t, kBuckets> m_now{};
    std::array<std::uint32_t, kBuckets> m_before{};
};
}  // namespace core::engine
