#pragma once

#include "core/storage/market_columns.h"
#include "core/storage/market_types.h"

#include <array>
#include <concepts>

// The tables of `market_schema.cpp` as rows: the columns of each, in one list that writes and
// reads. Column names and keys are those of the schema.

namespace core::storage
{
template <typename Row, typename Type>
concept RowOf = std::same_as<std::remove_const_t<Row>, Type>;

/// `kOuter` are key columns that the row's value does not know; of the row's own columns the first
/// `kInner` belong to the key.
template <typename Row>
struct Table;

/// A bar as it is stored.
struct BarRow
{
    domain::Symbol symbol{};
    domain::Timestamp start{};
    domain::Bar bar{};
    std::int64_t trades = 0;
    std::int64_t flags = 0;
    std::int64_t gapShares = 0;
};
[[nodiscard]] BarRow rowOf(const domain::StoredBar& stored) noexcept;
/// nullopt for a row that no bar of ours would make.
[[nodiscard]] std::optional<domain::StoredBar> barOf(const BarRow& row) noexcept;

template <>
struct Table<BarRow>
{
    static constexpr const char* kName = "bar";
    static constexpr std::array kOuter{"desk", "date"};
    static constexpr int kInner = 2;
};
template <typename Visitor, RowOf<BarRow> Row>
void columns(Visitor& visit, Row& row)
{
    visit("symbol", row.symbol);
    visit("start_ms", row.start);
    visit("open", row.bar.open);
    visit("high", row.bar.high);
    visit("low", row.bar.low);
    visit("close", row.bar.close);
    visit("volume", row.bar.volume);
    visit("turnover", row.bar.turnover);
    visit("trades", row.trades);
    visit("flags", row.flags);
    visit("gap_shares", row.gapShares);
}

template <>
struct Table<domain::DayRecord>
{
    static constexpr const char* kName = "day";
    static constexpr std::array kOuter{"desk", "date"};
    static constexpr int kInner = 0;
};
/// The figures; the lists have tables of their own.
template <typename Visitor, RowOf<domain::DayRecord> Row>
void columns(Visitor& visit, Row& row)
{
    visit("environment", row.environment);
    visit("config_hash", row.configHash);
    visit("start_equity", row.startEquity);
    visit("end_equity", row.endEquity);
    visit("costs", row.costs);
    visit("recorded_from_ms", row.recordedFrom);
    visit("recorded_until_ms", row.recordedUntil);
}

template <>
struct Table<domain::TradeRecord>
{
    static constexpr const char* kName = "trade";
    static constexpr std::array kOuter{"desk", "date"};
    static constexpr int kInner = 1;
};
/// Without its fills.
template <typename Visitor, RowOf<domain::TradeRecord> Row>
void columns(Visitor& visit, Row& row)
{
    visit("number", row.number);
    visit("symbol", row.symbol);
    visit("name", row.name);
    visit("owner", row.owner);
    visit("opened_ms", row.openedAt);
    visit("closed_ms", row.closedAt);
    visit("entry_rule", row.entryRule);
    visit("exit_rule", row.exitRule);
    visit("bought", row.bought);
    visit("sold", row.sold);
    visit("buy_amount", row.buyAmount);
    visit("sell_amount", row.sellAmount);
    visit("fees", row.fees);
    visit("taxes", row.taxes);
    visit("carried", row.carried);
    visit("highest", row.highest);
    visit("lowest", row.lowest);
    visit("trailed", row.trailed);
    visit("trail_width", row.trailWidth);
    visit("added", row.added);
    visit("overridden", row.overridden);
    visit("entry_momentum3", row.atEntry.momentum3);
    visit("entry_momentum5", row.atEntry.momentum5);
    visit("entry_atr", row.atEntry.atr);
    visit("entry_spread", row.atEntry.spread);
    visit("entry_bid_share", row.atEntry.bidShare);
    visit("exit_momentum3", row.atExit.momentum3);
    visit("exit_momentum5", row.atExit.momentum5);
    visit("exit_atr", row.atExit.atr);
    visit("exit_spread", row.atExit.spread);
    visit("exit_bid_share", row.atExit.bidShare);
    visit("config_hash", row.configHash);
}

template <>
struct Table<domain::TradeFill>
{
    static constexpr const char* kName = "trade_fill";
    static constexpr std::array kOuter{"desk", "date", "number", "ordinal"};
    static constexpr int kInner = 0;
};
template <typename Visitor, RowOf<domain::TradeFill> Row>
void columns(Visitor& visit, Row& row)
{
    visit("at_ms", row.at);
    visit("order_id", row.order);
    visit("side", row.side);
    visit("origin", row.origin);
    visit("rule", row.rule);
    visit("quantity", row.quantity);
    visit("amount", row.amount);
    visit("fee", row.fee);
    visit("tax", row.tax);
    visit("deciding", row.deciding);
}

template <>
struct Table<domain::MinuteMetrics>
{
    static constexpr const char* kName = "minute_metrics";
    static constexpr std::array kOuter{"desk", "date"};
    static constexpr int kInner = 1;
};
template <typename Visitor, RowOf<domain::MinuteMetrics> Row>
void columns(Visitor& visit, Row& row)
{
    visit("minute_ms", row.minute);
    visit("equity", row.equity);
    visit("equity_min", row.equityMin);
    visit("equity_max", row.equityMax);
    visit("start_equity", row.startEquity);
    visit("running_max", row.runningMax);
    visit("drawdown", row.drawdown);
    visit("trades", row.trades);
    visit("wins", row.wins);
    visit("positions", row.positions);
    visit("orders", row.orders);
    visit("rejects", row.rejects);
    visit("samples", row.samples);
}

template <>
struct Table<domain::OpenRecord>
{
    static constexpr const char* kName = "open_position";
    static constexpr std::array kOuter{"desk", "date", "ordinal"};
    static constexpr int kInner = 0;
};
template <typename Visitor, RowOf<domain::OpenRecord> Row>
void columns(Visitor& visit, Row& row)
{
    visit("symbol", row.symbol);
    visit("name", row.name);
    visit("owner", row.owner);
    visit("quantity", row.quantity);
    visit("cost", row.cost);
    visit("fees", row.fees);
    visit("value", row.value);
    visit("carried", row.carried);
    visit("realized_today", row.realizedToday);
}

template <>
struct Table<domain::ShadowResult>
{
    static constexpr const char* kName = "intervention";
    static constexpr std::array kOuter{"desk", "date", "ordinal"};
    static constexpr int kInner = 0;
};
template <typename Visitor, RowOf<domain::ShadowResult> Row>
void columns(Visitor& visit, Row& row)
{
    visit("at_ms", row.what.at);
    visit("kind", row.what.kind);
    visit("symbol", row.what.symbol);
    visit("what", row.what.what);
    visit("reason", row.what.reason);
    visit("until_ms", row.what.until);
    visit("shadow_pnl", row.shadowPnl);
    visit("hand_pnl", row.handPnl);
}

template <>
struct Table<domain::GuardFired>
{
    static constexpr const char* kName = "guard_firing";
    static constexpr std::array kOuter{"desk", "date", "ordinal"};
    static constexpr int kInner = 0;
};
template <typename Visitor, RowOf<domain::GuardFired> Row>
void columns(Visitor& visit, Row& row)
{
    visit("rule", row.rule);
    visit("at_ms", row.at);
    visit("equity", row.equity);
    visit("peak", row.peak);
    visit("released", row.released);
}

template <>
struct Table<domain::Violation>
{
    static constexpr const char* kName = "violation";
    static constexpr std::array kOuter{"desk", "date", "ordinal"};
    static constexpr int kInner = 0;
};
template <typename Visitor, RowOf<domain::Violation> Row>
void columns(Visitor& visit, Row& row)
{
    visit("at_ms", row.at);
    visit("kind", row.kind);
    visit("symbol", row.symbol);
    visit("detail", row.detail);
}

template <>
struct Table<domain::DataGap>
{
    static constexpr const char* kName = "data_gap";
    static constexpr std::array kOuter{"desk", "date", "ordinal"};
    static constexpr int kInner = 0;
};
template <typename Visitor, RowOf<domain::DataGap> Row>
void columns(Visitor& visit, Row& row)
{
    visit("from_ms", row.from);
    visit("to_ms", row.to);
    visit("cause", row.cause);
    visit("symbol", row.symbol);
    visit("shares", row.shares);
}

template <>
struct Table<DecisionEntry>
{
    static constexpr const char* kName = "decision";
    static constexpr std::array kOuter{"desk", "date", "run"};
    static constexpr int kInner = 1;
};
template <typename Visitor, RowOf<DecisionEntry> Row>
void columns(Visitor& visit, Row& row)
{
    visit("number", row.number);
    visit("at_ms", row.at);
    visit("kind", row.kind);
    visit("verdict", row.verdict);
    visit("symbol", row.symbol);
    visit("rule", row.rule);
    visit("failing", row.failing);
    visit("price", row.price);
    visit("quantity", row.quantity);
    visit("order_id", row.order);
}
}  // namespace core::storage
