#pragma once

#include "core/domain/kst.h"
#include "core/domain/price.h"

#include <array>
#include <cstdint>

namespace core::domain
{
/// Bar lengths the cache keeps, in minutes.
enum class Interval : std::uint8_t
{
    M1 = 1,
    M3 = 3,
    M5 = 5,
    M10 = 10,
};
inline constexpr std::array kIntervals{Interval::M1, Interval::M3, Interval::M5, Interval::M10};

[[nodiscard]] constexpr std::chrono::minutes length(Interval interval) noexcept
{
    return std::chrono::minutes{static_cast<int>(interval)};
}

/// One OHLCV bar, forty bytes: 2,500 symbols x 4 intervals x 480 bars are 192 MB.
///
/// Prices are 32-bit won (checked when they enter), volume and turnover 64 bit. `start` counts
/// minutes since the epoch. A minute without a trade has no bar.
struct Bar
{
    std::int64_t volume = 0;       ///< Shares, by the increase of the accumulated volume.
    std::int64_t turnover = 0;     ///< Won, by the increase of the accumulated turnover.
    std::int32_t startMinute = 0;  ///< Minutes since 1970-01-01 UTC.
    std::int32_t open = 0;
    std::int32_t high = 0;
    std::int32_t low = 0;
    std::int32_t close = 0;
    std::uint32_t tradesAndFlags = 0;  ///< Low 24 bits: records; then the flags below.

    static constexpr std::uint32_t kTradesMask = 0x00FFFFFFU;
    static constexpr std::uint32_t kRevised = 1U << 24U;  ///< A trade came after it was complete.
    static constexpr std::uint32_t kGap = 1U << 25U;      ///< Shares are provably missing in it.
    static constexpr std::uint32_t kWarmUp = 1U << 26U;   ///< From the broker's minute bars.

    [[nodiscard]] constexpr Timestamp start() const noexcept
    {
        return Timestamp{std::chrono::minutes{startMinute}};
    }
    [[nodiscard]] constexpr std::uint32_t trades() const noexcept
    {
        return tradesAndFlags & kTradesMask;
    }
    [[nodiscard]] constexpr bool is(std::uint32_t flag) const noexcept
    {
        return (tradesAndFlags & flag) != 0;
    }
    constexpr void mark(std::uint32_t flag) noexcept { tradesAndFlags |= flag; }

    friend constexpr bool operator==(const Bar&, const Bar&) = default;
};
static_assert(sizeof(Bar) == 40, "rings of these dominate the program's memory");
}  // namespace core::domain
