#pragma once

#include "core/domain/quantity.h"

#include <chrono>
#include <cstdint>

namespace core::market
{
/// What one record did to its symbol, as bits of `TradeResult::what`.
enum class TradeEffect : std::uint32_t
{
    Seeded = 1U << 0U,     ///< First record of the session: its volume is the base, it adds 0.
    Reseeded = 1U << 1U,   ///< The accumulated volume fell: a data-quality event.
    NewDay = 1U << 2U,     ///< First record of another date; the session state began anew.
    Missing = 1U << 3U,    ///< `missing` shares are provably lost.
    DataGap = 1U << 4U,    ///< A data gap was revealed; it counts as before this record.
    Revised = 1U << 5U,    ///< It went into a bar that was complete.
    NotATrade = 1U << 6U,  ///< Auction, pre-open or after-hours print: base and display only.
    ViStarted = 1U << 7U,  ///< The record's own flags changed.
    ViEnded = 1U << 8U,
    Halted = 1U << 9U,
    Resumed = 1U << 10U,
};

struct TradeResult
{
    std::uint32_t what = 0;
    std::int32_t gapSeconds = 0;  ///< Length of the data gap.
    std::int64_t missingShares = 0;

    [[nodiscard]] constexpr bool has(TradeEffect effect) const noexcept
    {
        return (what & static_cast<std::uint32_t>(effect)) != 0;
    }
    constexpr void add(TradeEffect effect) noexcept { what |= static_cast<std::uint32_t>(effect); }
};

/// A trade stream that was away longer than `data.gap_s` and is back.
struct StreamGap
{
    std::chrono::milliseconds length{};

    friend bool operator==(const StreamGap&, const StreamGap&) = default;
};

/// What an operation record or a REST reply changed of an issue's state.
struct StateChange
{
    bool viStarted = false;
    bool viEnded = false;
    bool halted = false;
    bool resumed = false;

    friend bool operator==(const StateChange&, const StateChange&) = default;
};
}  // namespace core::market
