#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/day_record.h"
#include "core/domain/feed.h"
#include "core/domain/log_entry.h"
#include "core/domain/order_traffic.h"
#include "core/domain/session_calendar.h"
#include "core/domain/symbol.h"
#include "core/orders/ledger.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace core::desk
{
/// The registrations wanted from now on, most important first.
struct WantStreams
{
    std::vector<domain::FeedKey> wanted;
};

// Questions to the broker; the answers come back as events.
struct QueryRanking
{
    domain::RankingList list = domain::RankingList::TradedValue;
};
struct QueryMinuteBars
{
    domain::Symbol symbol;
    std::optional<domain::TimeOfDay> until;  ///< Seoul; empty = now. The half hour before it.
};
struct QueryPrice
{
    domain::Symbol symbol;
};
struct QueryBalance
{
};
struct QueryHoliday
{
    domain::TradingDate date{};
};

/// The session's phase is another one now: the feed's liveness rule depends on it.
struct PhaseChanged
{
    domain::SessionPhase phase = domain::SessionPhase::Closed;
};

/// Facts to be made durable, in order, all or none; then (and only then) `then` is sent. Answered
/// by a LedgerReply with the number.
struct Record
{
    std::uint64_t write = 0;
    std::vector<orders::LedgerRecord> records;
    std::optional<domain::OutgoingOrder> then;
    /// An exit goes out late rather than never; anything else is not sent when the write took
    /// longer than this.
    std::optional<std::chrono::milliseconds> notAfter;
};

// Questions about orders; answered by an event each.
struct QueryOrders
{
    domain::OrderListKind kind = domain::OrderListKind::Day;
    std::optional<domain::Symbol> symbol;
    std::uint64_t ask = 0;
    std::optional<domain::TradingDate> day;  ///< Empty = today.
};
struct QuerySellable
{
    domain::Symbol symbol;
};
struct QueryBuyingPower
{
    domain::Symbol symbol;
    std::optional<domain::Price> price;
};

/// Orders may come soon: keep a connection ready, or let it go.
struct KeepStandby
{
    bool on = false;
};

/// Something of the day to be kept; its place in the store is that of its date and number, so that
/// telling it again changes nothing. A `DayRecord` is all but the trades and minutes.
using Remember =
    std::variant<domain::TradeRecord, domain::MinuteMetrics, std::vector<domain::StoredBar>,
                 std::shared_ptr<const domain::Decision>, domain::DayRecord>;

/// Something a person or the text log should know.
struct Report
{
    domain::LogEntry entry;
};

/// What the desk wants done. It never does anything itself.
using Effect = std::variant<WantStreams, QueryRanking, QueryMinuteBars, QueryPrice, QueryBalance,
                            QueryHoliday, PhaseChanged, Report, Record, QueryOrders, QuerySellable,
                            QueryBuyingPower, KeepStandby, Remember>;
}  // namespace core::desk
