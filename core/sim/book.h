#pragma once

#include "core/sim/flow.h"
#include "core/sim/listing.h"

#include <array>

namespace core::sim
{
/// Ten levels a side; price 0 = the level is empty.
struct Book
{
    static constexpr std::size_t kLevels = 10;

    std::array<std::int32_t, kLevels> ask{};
    std::array<std::int32_t, kLevels> bid{};
    std::array<std::int64_t, kLevels> askSize{};
    std::array<std::int64_t, kLevels> bidSize{};
    std::int64_t totalAsk = 0;
    std::int64_t totalBid = 0;

    friend bool operator==(const Book&, const Book&) = default;
};

/// What a book is made from. Same values, same book: it needs no memory of its own.
struct BookSeed
{
    std::uint64_t key = 0;
    std::int32_t last = 0;
    Side side = Side::Auction;
    std::int32_t at = 0;  ///< Sizes change with it.
    bool auction = false;
    int lean = 0;  ///< Bid share beyond one half, percent points: whose hands are full.
    const tape::TapeDetail* detail = nullptr;
};

/// A book that fits the last trade: a buyer took the best ask, a seller the best bid; no level
/// beyond the daily limits. Cells of a tape win over what would be made.
[[nodiscard]] Book makeBook(const Listing& listing, const domain::DailyLimits& limits,
                            const BookSeed& seed);
}  // namespace core::sim
