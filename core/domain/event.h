#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/command.h"
#include "core/domain/desk_snapshot.h"
#include "core/domain/feed.h"
#include "core/domain/market_operation.h"
#include "core/domain/order_notice.h"
#include "core/domain/order_traffic.h"
#include "core/domain/quote.h"
#include "core/domain/trade.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace core::domain
{
/// The clock moved on though nothing arrived; every 100 ms of the environment's clock.
struct TimerStep
{
    friend bool operator==(TimerStep, TimerStep) = default;
};

/// A registration became active or ended.
struct RegistrationChanged
{
    FeedKey key;
    bool active = false;

    friend bool operator==(const RegistrationChanged&, const RegistrationChanged&) = default;
};

/// The server refused a registration for good.
struct RegistrationRefused
{
    FeedKey key;
    QString code;

    friend bool operator==(const RegistrationRefused&, const RegistrationRefused&) = default;
};

/// The trader wants a screening now.
struct ScreenNow
{
    friend bool operator==(ScreenNow, ScreenNow) = default;
};

struct SelectSymbol
{
    Symbol symbol;

    friend bool operator==(const SelectSymbol&, const SelectSymbol&) = default;
};

/// A chart pane shows something else, or (without a request) nothing.
struct WatchChart
{
    int pane = 0;
    std::optional<ChartRequest> request;

    friend bool operator==(const WatchChart&, const WatchChart&) = default;
};

/// The day is to be recorded as it stands now: the closing routine begins, or the program ends.
struct SettleDay
{
    friend bool operator==(SettleDay, SettleDay) = default;
};

/// Something is wrong, or well again, with what is recorded outside the desk.
struct RecordsNote
{
    LogCode code = LogCode::RecordsProblem;
    Severity severity = Severity::Warning;
    QString detail{};

    friend bool operator==(const RecordsNote&, const RecordsNote&) = default;
};

/// Everything that can enter the desk. One variant, so that one numbered list of these is the
/// whole input of a day: it is journaled and a replay applies it again.
using EventPayload = std::variant<
    TimerStep, Trade, Quote, ExpectedTrade, MarketOperation, OrderNotice, RegistrationChanged,
    RegistrationRefused, FeedFigures, BrokerFigures, RankingReply, MinuteBarsReply, PriceReply,
    BalanceReply, HolidayReply, InstrumentsPtr, ScreenNow, SelectSymbol, WatchChart, OrderAnswer,
    OrderListReply, SellableReply, BuyingPowerReply, LedgerReply, PlaceOrder, PreviewOrder,
    CancelOrder, CancelAll, AmendOrder, SellPosition, Kill, ReleaseKill, Arm, Disarm, ConfirmGate,
    ResolveOrder, AcceptHolding, SetAutomation, SetMaster, OverrideAdd, MoveStop, Presence,
    ReconcileNow, ClockJumped, ClockSkew, WindowLost, SettleDay, RecordsNote>;

/// One input of the desk. `number` counts from 1 without holes; `time` is the environment's
/// clock when it arrived (the exchange's own stamps have whole seconds and another clock).
struct Event
{
    std::uint64_t number = 0;
    Timestamp time{};
    EventPayload payload;
};
}  // namespace core::domain
