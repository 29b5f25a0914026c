#pragma once

#include <bit>
#include <cstdint>

namespace core::sim
{
/// One well mixed 64-bit value of `x` (the finalizer of SplitMix64).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t x) noexcept
{
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

/// The key of an independent random stream, from what the stream belongs to.
[[nodiscard]] constexpr std::uint64_t streamKey(std::uint64_t seed, std::uint64_t a,
                                                std::uint64_t b = 0, std::uint64_t c = 0) noexcept
{
    return mix(mix(mix(mix(seed + 0x9E3779B97F4A7C15ULL) ^ a) + 0x632BE59BD9B4E019ULL * b)
               ^ (c + 0xD1B54A32D192ED03ULL));
}

/// A small generator whose sequence is part of the simulator's promise: the same seed gives the
/// same market on every machine, so no standard distribution (their results are not fixed).
class Rng final
{
public:
    explicit constexpr Rng(std::uint64_t key) noexcept : m_state{key} {}

    [[nodiscard]] constexpr std::uint64_t next() noexcept
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        return mix(m_state);
    }
    /// Uniform in [0, 1).
    [[nodiscard]] constexpr double unit() noexcept
    {
        return static_cast<double>(next() >> 11U) * 0x1.0p-53;
    }
    [[nodiscard]] constexpr double between(double low, double high) noexcept
    {
        return low + (high - low) * unit();
    }
    /// Uniform in [0, bound); bound > 0. The bias below 2^-32 is of no matter here.
    [[nodiscard]] constexpr std::int64_t below(std::int64_t bound) noexcept
    {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
    }
    [[nodiscard]] constexpr bool chance(double probability) noexcept
    {
        return unit() < probability;
    }
    /// Mean 0, variance 1, bounded at about ±3.46: four 16-bit lanes of one draw.
    [[nodiscard]] constexpr double bell() noexcept
    {
        const std::uint64_t x = next();
        const std::uint64_t sum =
            (x & 0xFFFFU) + ((x >> 16U) & 0xFFFFU) + ((x >> 32U) & 0xFFFFU) + (x >> 48U);
        return (static_cast<double>(sum) / 65536.0 - 2.0) * 1.7320508;
    }
    /// A skewed positive factor with mean about 1, from 0.1 to about 9: sizes of trades.
    [[nodiscard]] constexpr double skewed() noexcept
    {
        const double u = unit();
        return 0.1 + 0.53 * u + 1.9 * u * u * u * u + (u > 0.97 ? 6.5 * unit() : 0.0);
    }

private:
    std::uint64_t m_state;
};
}  // namespace core::sim
