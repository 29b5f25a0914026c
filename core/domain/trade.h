#pragma once

#include "core/domain/kst.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <cstdint>

namespace core::domain
{
/// Who took the other side's price.
enum class Aggressor : std::uint8_t
{
    Unknown,
    Buyer,
    Seller,
};

/// What kind of print a record is. Only `Regular` is a trade to bars, patterns and rules; the
/// others move the accumulated base and the display.
enum class PrintKind : std::uint8_t
{
    Regular,     ///< Continuous session.
    Auction,     ///< Single price that opens the session or ends an auction.
    PreOpen,     ///< Expected prices and closing-price trading before the open.
    AfterHours,  ///< Closing-price trading and after-market.
};

/// One trade record of the KRX stream: the print, and the session figures published with it.
///
/// Money in whole won, quantities in shares. A price or total of 0 means "that side is empty"
/// (`ask`, `bid`) or "not published" (`open`, `high`, `low`, `vwapCents`, `viReference`);
/// ask `hasQuote()` and friends before use. Sixteen words: it is copied into every event.
struct Trade
{
    Symbol symbol;
    Timestamp time{};  ///< Exchange time; the wire has whole seconds.
    Price price;
    Quantity quantity;           ///< This print's size.
    Quantity accVolume;          ///< Session's accumulated volume, this print included.
    Won accTurnover;             ///< Session's accumulated traded value.
    std::int64_t vwapCents = 0;  ///< Published session VWAP in 1/100 won; 0 = not published.
    Price open;
    Price high;
    Price low;
    Price ask;                        ///< Best ask after the trade; 0 = side empty.
    Price bid;                        ///< Best bid after the trade; 0 = side empty.
    Quantity totalAsk;                ///< Sum of the ten ask levels.
    Quantity totalBid;                ///< Sum of the ten bid levels.
    Price viReference;                ///< Reference price of the static VI; 0 = none.
    std::uint32_t strengthCenti = 0;  ///< 체결강도 in 1/100 %.
    Aggressor aggressor = Aggressor::Unknown;
    PrintKind kind = PrintKind::Regular;
    bool halted = false;
    bool inViAuction = false;

    friend bool operator==(const Trade&, const Trade&) = default;
};
static_assert(sizeof(Trade) == 128, "sixteen words, two cache lines");
}  // namespace core::domain
