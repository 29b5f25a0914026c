#pragma once

#include "core/domain/order.h"
#include "core/domain/rule_view.h"
#include "core/domain/trading_view.h"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace core::domain
{
// What the trader tells the desk. Commands are events: numbered, journaled, replayed.

/// Send this order, if the gate lets it.
struct PlaceOrder
{
    OrderRequest request;
    friend bool operator==(const PlaceOrder&, const PlaceOrder&) = default;
};

/// What would the gate say, and what would it cost? Answered in the next snapshot.
struct PreviewOrder
{
    std::uint64_t ask = 0;
    std::optional<OrderRequest> request;  ///< Empty = no preview wanted any more.
    friend bool operator==(const PreviewOrder&, const PreviewOrder&) = default;
};

struct CancelOrder
{
    ClientOrderId id;
    friend bool operator==(const CancelOrder&, const CancelOrder&) = default;
};

struct CancelAll
{
    std::optional<Symbol> symbol;  ///< Empty = every symbol.
    std::optional<Side> side;
    friend bool operator==(const CancelAll&, const CancelAll&) = default;
};

struct AmendOrder
{
    ClientOrderId id;
    Price price;
    friend bool operator==(const AmendOrder&, const AmendOrder&) = default;
};

/// Sell so many percent of what is sellable, at market.
struct SellPosition
{
    Symbol symbol;
    int percent = 100;
    friend bool operator==(const SellPosition&, const SellPosition&) = default;
};

/// Raises the kill level; K3 sells the ticked symbols.
struct Kill
{
    KillLevel level = KillLevel::CancelBuys;
    std::vector<Symbol> sell;  ///< K3 only.
    QString cause{};           ///< Code word; empty = the trader.
    friend bool operator==(const Kill&, const Kill&) = default;
};

/// Ends a kill level. K3 needs `typed` to be what the dialog asked for.
struct ReleaseKill
{
    QString typed;
    friend bool operator==(const ReleaseKill&, const ReleaseKill&) = default;
};

/// Demo: one confirmation. Live: `typed` = last four digits of the account.
struct Arm
{
    QString typed;
    Won dayLimit;                ///< As shown and confirmed.
    bool firstOrderAny = false;  ///< Live: the day's first opening order may exceed 100,000 won.
    friend bool operator==(const Arm&, const Arm&) = default;
};

struct Disarm
{
    friend bool operator==(const Disarm&, const Disarm&) = default;
};

/// The trader has read why the gate closed and lets it open again.
struct ConfirmGate
{
    GateCause cause = GateCause::Rejects;
    friend bool operator==(const ConfirmGate&, const ConfirmGate&) = default;
};

/// The person's word about an ambiguous order: it is this one, or (empty) it never was.
struct ResolveOrder
{
    ClientOrderId id;
    BrokerOrderId broker;
    friend bool operator==(const ResolveOrder&, const ResolveOrder&) = default;
};

/// The trader accepts the broker's holding of a symbol as the truth (L01 dialog).
struct AcceptHolding
{
    Symbol symbol;
    friend bool operator==(const AcceptHolding&, const AcceptHolding&) = default;
};

struct SetAutomation
{
    Symbol symbol;
    AutoState state = AutoState::ExitsOnly;
    friend bool operator==(const SetAutomation&, const SetAutomation&) = default;
};

/// The master switch: a symbol is never more automatic than this.
struct SetMaster
{
    AutoState state = AutoState::On;
    friend bool operator==(const SetMaster&, const SetMaster&) = default;
};

/// May the rules add to this position? `Approve` waives P2 to P8 for a short time.
struct OverrideAdd
{
    Symbol symbol;
    AddMode mode = AddMode::Auto;
    QString reason;
    friend bool operator==(const OverrideAdd&, const OverrideAdd&) = default;
};

/// A stop of the trader's own for a held symbol; empty takes it away.
struct MoveStop
{
    Symbol symbol;
    std::optional<Price> level;
    friend bool operator==(const MoveStop&, const MoveStop&) = default;
};

/// A sign of life of the window, or of the person before it.
struct Presence
{
    bool person = false;  ///< Key or mouse, not just the window's timer.
    friend bool operator==(const Presence&, const Presence&) = default;
};

/// Reconcile with the broker now.
struct ReconcileNow
{
    friend bool operator==(const ReconcileNow&, const ReconcileNow&) = default;
};

/// Everything the window may tell the desk about orders and money.
using Command =
    std::variant<PlaceOrder, PreviewOrder, CancelOrder, CancelAll, AmendOrder, SellPosition, Kill,
                 ReleaseKill, Arm, Disarm, ConfirmGate, ResolveOrder, AcceptHolding, SetAutomation,
                 SetMaster, OverrideAdd, MoveStop, Presence, ReconcileNow>;

// What the engine tells the desk about the machine.

/// The machine slept or was stopped: every age and timer is void (H09).
struct ClockJumped
{
    std::chrono::milliseconds missing{};
    friend bool operator==(const ClockJumped&, const ClockJumped&) = default;
};

/// The window, which had been there, gave no sign of life (H11). Measured by the machine's clock,
/// which the market's speed does not move.
struct WindowLost
{
    std::chrono::milliseconds silent{};
    friend bool operator==(const WindowLost&, const WindowLost&) = default;
};

/// The machine's clock against the broker's, measured (H10).
struct ClockSkew
{
    std::chrono::milliseconds offset{};
    friend bool operator==(const ClockSkew&, const ClockSkew&) = default;
};
}  // namespace core::domain
