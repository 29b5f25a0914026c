#pragma once

#include "core/domain/bar.h"
#include "core/domain/desk_snapshot.h"
#include "core/market/bar_arena.h"
#include "core/market/bar_ring.h"
#include "core/market/hot_block.h"
#include "core/market/known_minutes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace core::market
{
/// Lets `bar` take in what came after it.
inline void extend(domain::Bar& bar, const domain::Bar& later) noexcept
{
    bar.volume += later.volume;
    bar.turnover += later.turnover;
    bar.high = std::max(bar.high, later.high);
    bar.low = std::min(bar.low, later.low);
    bar.close = later.close;
    const std::uint32_t trades = std::min(bar.trades() + later.trades(), domain::Bar::kTradesMask);
    // A revised minute does not revise the longer bar while that is still forming.
    const std::uint32_t flags =
        (bar.tradesAndFlags | (later.tradesAndFlags & ~domain::Bar::kRevised))
        & ~domain::Bar::kTradesMask;
    bar.tradesAndFlags = trades | flags;
}

/// The closed bars of one symbol at 1, 3, 5 and 10 minutes, their gaps and VWAPs, and what the
/// indicators need of them. Whatever changes a closed bar ends in `refresh`.
class BarSeries final
{
public:
    static constexpr std::size_t kIntervalCount = domain::kIntervals.size();

    /// Index of `interval` in `kIntervals`.
    [[nodiscard]] static constexpr std::size_t indexOf(domain::Interval interval) noexcept
    {
        for (std::size_t i = 0; i < kIntervalCount; ++i) {
            if (domain::kIntervals[i] == interval) {
                return i;
            }
        }
        return 0;
    }
    [[nodiscard]] static constexpr std::int32_t bucketOf(std::int32_t minute,
                                                         std::size_t index) noexcept
    {
        const auto length = static_cast<std::int32_t>(domain::kIntervals[index]);
        // KST is nine whole hours from UTC, so clock alignment is the same in both.
        return minute - minute % length;
    }

    [[nodiscard]] bool hasMemory() const noexcept { return m_vwap != nullptr; }
    void setMemory(const BarMemory& memory, std::uint32_t candlesMax);

    [[nodiscard]] const BarRing& ring(std::size_t index) const noexcept { return m_rings[index]; }
    [[nodiscard]] std::uint32_t revision(std::size_t index) const noexcept
    {
        return m_revisions[index];
    }
    /// Shares provably missing from `start` to before `end`, in minutes.
    [[nodiscard]] std::int64_t gapShares(std::int32_t start, std::int32_t end) const noexcept;
    [[nodiscard]] std::int64_t vwapCentsAtEnd(std::uint32_t back) const noexcept;
    /// A copy of the closed bars of one interval, with VWAP and gaps.
    [[nodiscard]] domain::ClosedBars copy(std::size_t index) const;

    /// Closes what ends at or before `minute`: the forming minute and the longer bars.
    void closeBefore(HotBlock& hot, FeatureBlock& features, std::int32_t minute);
    /// Puts `change` (one trade) into the closed minute it is stamped with; false if that is older
    /// than everything kept. `endMinute` is the minute now forming; `complete`: the clock had
    /// reached the bar's end, so it is marked as revised.
    bool revise(HotBlock& hot, FeatureBlock& features, std::int32_t minute,
                const domain::Bar& change, std::int64_t missingShares, std::int32_t endMinute,
                bool complete);
    /// Broker bars, oldest first; those before `endMinute` go in. A live bar of a known minute
    /// stays; one of an unknown minute (it began or broke off within) gives way but keeps its
    /// gap mark. `vwapCents` is parallel or empty. Returns how many were put in.
    int merge(HotBlock& hot, FeatureBlock& features, std::span<const domain::Bar> bars,
              std::span<const std::int64_t> vwapCents, std::int32_t endMinute,
              const KnownMinutes& known);
    /// Indicators count bars from `firstMinute` on only.
    void beginSession(HotBlock& hot, FeatureBlock& features, std::int32_t firstMinute);
    [[nodiscard]] std::int32_t sessionMinute() const noexcept { return m_sessionMinute; }

private:
    struct Minute
    {
        domain::Bar bar;
        std::int64_t vwapCents = 0;

        friend bool operator==(const Minute&, const Minute&) = default;
    };

    [[nodiscard]] std::vector<Minute> minutesOf() const;
    void closeMinute(HotBlock& hot, FeatureBlock& features);
    void pushLonger(std::size_t index, domain::Bar& partial);
    void markRevised(std::size_t index, std::int32_t bucket);
    void rebuild(HotBlock& hot, FeatureBlock& features, std::span<const Minute> minutes,
                 std::int32_t endMinute);
    void rebuildLonger(HotBlock& hot, std::size_t index, std::span<const Minute> minutes,
                       std::int32_t endMinute);
    void refresh(HotBlock& hot, FeatureBlock& features);

    std::array<BarRing, kIntervalCount> m_rings;
    std::int64_t* m_vwap = nullptr;  ///< By slot of the 1-minute ring.
    std::array<std::uint32_t, kIntervalCount> m_revisions{};
    std::uint32_t m_candlesMax = 0;
    std::int32_t m_sessionMinute = 0;
    std::vector<std::pair<std::int32_t, std::int64_t>> m_gaps;  ///< By minute, ascending.
};
}  // namespace core::market
