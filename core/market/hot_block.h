#pragma once

#include "core/domain/bar.h"
#include "core/domain/derived.h"
#include "core/market/recent_trades.h"

#include <array>
#include <cstdint>
#include <optional>

namespace core::market
{
/// Prices as the blocks keep them.
[[nodiscard]] constexpr std::int32_t won32(domain::Price price) noexcept
{
    return static_cast<std::int32_t>(price.won());
}

/// What every trade of a symbol reads and writes: four cache lines.
///
/// Prices are 32-bit won (checked on entry), times milliseconds since the epoch; 0 = none. The
/// bars are those that can still grow: the forming minute, and of each longer interval what its
/// complete minutes hold, so that only one bar is touched per trade and the others are added on
/// the fly by whoever reads them.
struct alignas(64) HotBlock
{
    domain::Bar minute;                  ///< Forming 1-minute bar; startMinute 0 = none.
    std::array<domain::Bar, 3> partial;  ///< Complete minutes of the forming 3, 5, 10.

    std::int64_t accVolume = 0;       ///< Base of the next volume step.
    std::int64_t accTurnover = 0;     ///< Base of the next turnover step.
    std::int64_t vwapCents = 0;       ///< As published; 0 = not.
    std::int64_t recordTimeMs = 0;    ///< Exchange time of the newest record that moved the base.
    std::int64_t tradeAppliedMs = 0;  ///< Engine clock at the newest regular trade.
    std::int64_t rangeSum13 = 0;      ///< True ranges of the 13 newest closed bars.
    std::int64_t formingGapShares = 0;

    std::int32_t last = 0;   ///< Newest record of any kind.
    std::int32_t trade = 0;  ///< Newest regular trade.
    std::int32_t high = 0;   ///< Session high, as published.
    std::int32_t highBefore = 0;
    std::int32_t low = 0;
    std::int32_t open = 0;
    std::int32_t close1 = 0;  ///< Newest closed 1-minute close.
    std::int32_t close3 = 0;  ///< Third newest: momentum 3 of a forming bar compares with it.
    std::int32_t close5 = 0;
    std::uint16_t closedBars = 0;  ///< Closed 1-minute bars of this session, at most the ring's.
    std::uint16_t state = 0;       ///< `HotState` bits.
};
static_assert(sizeof(HotBlock) == 256, "four cache lines");

/// Bits of `HotBlock::state`.
struct HotState
{
    static constexpr std::uint16_t kHalted = 1U << 0U;
    static constexpr std::uint16_t kInVi = 1U << 1U;
    static constexpr std::uint16_t kSeeded = 1U << 2U;
    static constexpr std::uint16_t kRestBase = 1U << 3U;  ///< REST moved the base last.
};

/// The session VWAP of the stream: as published, else turnover by volume, else nothing.
[[nodiscard]] constexpr std::optional<domain::Vwap> vwapOf(const HotBlock& hot) noexcept
{
    if (hot.vwapCents > 0) {
        return domain::Vwap{.numerator = hot.vwapCents, .denominator = 100};
    }
    if (hot.accVolume > 0 && hot.accTurnover > 0) {
        return domain::Vwap{.numerator = hot.accTurnover, .denominator = hot.accVolume};
    }
    return std::nullopt;
}

/// The newest best prices, and the tail of the recent series: one more line.
struct alignas(64) BookBlock
{
    RecentTrades recent;
    std::int64_t totalAsk = 0;
    std::int64_t totalBid = 0;
    std::int64_t appliedMs = 0;  ///< Engine clock.
    std::int32_t ask = 0;
    std::int32_t bid = 0;
    std::int32_t viReference = 0;
    std::uint32_t strengthCenti = 0;
};
static_assert(sizeof(BookBlock) == 64, "one cache line");

/// Running mean and squared deviations; adding is stable, so a forming change can be added on
/// the fly without the cancellation of sums of squares.
struct Moments
{
    double mean = 0;
    double squares = 0;

    /// With one more value, the `count`-th.
    [[nodiscard]] constexpr Moments with(double value, std::int32_t count) const noexcept
    {
        const double delta = value - mean;
        const double newMean = mean + delta / count;
        return {newMean, squares + delta * (value - newMean)};
    }
};

/// What readers need besides the hot block, made when a bar closes or a minute begins: one more
/// line, so that screening 2,500 symbols reads three of each.
struct alignas(64) FeatureBlock
{
    Moments moments18;            ///< Of the newest 18 changes between closed bars.
    Moments moments19;            ///< Of the newest 19.
    std::int64_t rangeSum14 = 0;  ///< True ranges of the 14 newest closed bars.
    std::int64_t turnoverFive = 0;
    std::uint8_t count18 = 0;
    std::uint8_t count19 = 0;
    bool turnoverKnown = false;
    bool tradedToday = false;
    bool tradeLive = false;
    bool quoteLive = false;
};
static_assert(sizeof(FeatureBlock) == 64, "one cache line");
}  // namespace core::market
