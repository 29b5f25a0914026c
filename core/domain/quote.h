#pragma once

#include "core/domain/kst.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"

#include <array>
#include <cstdint>

namespace core::domain
{
/// One price level of the order book; price 0 = the level is empty.
struct BookLevel
{
    Price price;
    Quantity quantity;

    friend constexpr bool operator==(BookLevel, BookLevel) = default;
};

/// What the book stands for at the moment of the record.
enum class BookPhase : std::uint8_t
{
    Continuous,
    PreOpenAuction,
    ViAuction,  ///< Call auction after 09:00: a VI, or the end of a halt.
    ClosingAuction,
    AfterHours,
};

/// The ten-level order book of an issue. Level 0 is the best.
///
/// Outside auctions `expectedPrice` is 0 and means nothing; during one, best bid can be above
/// best ask. Newest wins: quotes are conflated per symbol when a reader is behind.
struct Quote
{
    static constexpr std::size_t kLevels = 10;

    Symbol symbol;
    Timestamp time{};
    std::array<BookLevel, kLevels> asks{};
    std::array<BookLevel, kLevels> bids{};
    Quantity totalAsk;
    Quantity totalBid;
    Price expectedPrice;
    Quantity expectedQuantity;
    Quantity accVolume;
    BookPhase phase = BookPhase::Continuous;

    friend bool operator==(const Quote&, const Quote&) = default;
};

/// What an auction would trade now (H0STANC0). Display only, never a trade.
struct ExpectedTrade
{
    Symbol symbol;
    Timestamp time{};
    Price price;
    Quantity quantity;

    friend bool operator==(const ExpectedTrade&, const ExpectedTrade&) = default;
};
}  // namespace core::domain
