#pragma once

#include "core/domain/bar.h"
#include "core/domain/instrument.h"
#include "core/domain/kst.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace core::domain
{
/// The broker's ranking lists that feed the screener's pool.
enum class RankingList : std::uint8_t
{
    TradedValue,
    VolumeSurge,
    FluctuationUp,
    TradeStrength,
};
inline constexpr std::array kRankingLists{RankingList::TradedValue, RankingList::VolumeSurge,
                                          RankingList::FluctuationUp, RankingList::TradeStrength};

struct RankingReply
{
    RankingList list = RankingList::TradedValue;
    bool ok = false;              ///< False: the call failed; `symbols` is empty, not "none".
    std::vector<Symbol> symbols;  ///< In rank order.

    friend bool operator==(const RankingReply&, const RankingReply&) = default;
};

/// One-minute bars of today by REST: oldest first, complete minutes only, `Bar::kWarmUp` set.
struct MinuteBarsReply
{
    Symbol symbol;
    bool ok = false;
    std::vector<Bar> bars;
    std::vector<std::int64_t> vwapCents;  ///< Session VWAP at the end of each bar; 0 = unknown.
    /// The broker has no bars before the first of these (the session began there).
    bool reachesOpen = false;

    friend bool operator==(const MinuteBarsReply&, const MinuteBarsReply&) = default;
};

/// Price and state of one issue by REST, for symbols without a slot.
struct PriceReply
{
    Symbol symbol;
    bool ok = false;
    Price price;
    Price base;        ///< 기준가; 0 = not given.
    Price upperLimit;  ///< 상한가; 0 = not given.
    Price lowerLimit;
    Price open;
    Price high;
    Price low;
    Quantity accVolume;
    Won accTurnover;
    bool halted = false;
    bool viActive = false;
    bool administrative = false;
    bool liquidation = false;
    bool overheated = false;
    bool warned = false;  ///< 투자경고 or 투자위험.

    friend bool operator==(const PriceReply&, const PriceReply&) = default;
};

/// One holding as the broker's balance has it; rows of the same code are added together.
struct Holding
{
    Symbol symbol;
    Quantity quantity;
    Quantity sellable;  ///< ord_psbl_qty
    Won cost;           ///< pchs_amt
    Price last;         ///< prpr; 0 = not given.

    friend bool operator==(const Holding&, const Holding&) = default;
};

/// The account by REST (inquire-balance), all pages in one pass or no information at all.
struct BalanceReply
{
    bool ok = false;
    Timestamp askedAt{};        ///< Environment clock when the first page was asked for.
    Won totalAssets;            ///< Securities plus D+2 cash.
    Won cash;                   ///< D+2 cash: counts today's fills as settled.
    std::int32_t holdings = 0;  ///< Positions with shares.
    std::vector<Holding> rows;  ///< With shares, by symbol.

    friend bool operator==(const BalanceReply&, const BalanceReply&) = default;
};

/// Whether the exchange trades on `date`, as the broker says.
struct HolidayReply
{
    TradingDate date{};
    bool ok = false;
    bool open = false;

    friend bool operator==(const HolidayReply&, const HolidayReply&) = default;
};

/// Today's instruments by symbol. Built once a day, then shared read-only.
struct InstrumentTable
{
    std::map<Symbol, Instrument> bySymbol;
    TradingDate date{};            ///< Day the table is for.
    std::int32_t skippedRows = 0;  ///< Rows of the master files that could not be read.
    bool fromCache = false;        ///< The download failed; this is the last good copy.

    [[nodiscard]] const Instrument* find(Symbol symbol) const
    {
        const auto at = bySymbol.find(symbol);
        return at == bySymbol.end() ? nullptr : &at->second;
    }
    friend bool operator==(const InstrumentTable&, const InstrumentTable&) = default;
};
using InstrumentsPtr = std::shared_ptr<const InstrumentTable>;

enum class TokenState : std::uint8_t
{
    None,
    Waiting,  ///< An issue is under way or must wait a minute.
    Valid,
    Failed,
};

/// Running figures of the REST side, for status bar and health panel.
struct BrokerFigures
{
    TokenState token = TokenState::None;
    Timestamp tokenUntil{};
    std::int32_t callsLastSecond = 0;
    std::int32_t callsPerSecondMax = 0;
    std::int32_t queued = 0;
    std::uint64_t calls = 0;
    std::uint64_t failures = 0;
    std::uint64_t rateLimited = 0;
    std::uint64_t ordersWritten = 0;  ///< Order, amend and cancel requests put on the wire.
    QString detail;                   ///< Last problem, English, without secrets.

    friend bool operator==(const BrokerFigures&, const BrokerFigures&) = default;
};
}  // namespace core::domain
