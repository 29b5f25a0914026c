#pragma once

#include "core/domain/check.h"
#include "core/domain/order_traffic.h"
#include "core/domain/quote.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::domain
{
/// Whose position it is (trading rules section 9).
enum class PositionOwner : std::uint8_t
{
    Base,
    Wave,
    Manual,    ///< Bought by hand here.
    Restored,  ///< Bought by this program, taken over from an earlier run.
    External,  ///< Found at the broker: counts in equity, nothing automatic sells it.
};

enum class AutoState : std::uint8_t
{
    On,
    ExitsOnly,
    Off,
};

/// Shares of one symbol. The average is a cost and a quantity, never a rounded price.
struct Position
{
    Symbol symbol;
    PositionOwner owner = PositionOwner::Manual;
    AutoState automation = AutoState::ExitsOnly;
    Quantity quantity;        ///< By settled fills.
    Won cost;                 ///< Of the shares held, without fees.
    Won buyFees;              ///< Commissions paid for the shares held.
    Quantity provisionalBuy;  ///< Told by notices, not settled.
    Quantity provisionalSell;
    Quantity workingSell;  ///< In live sell orders.
    Quantity sellable;     ///< quantity - workingSell - provisionalSell; never negative.
    Price last;            ///< 0 = unknown.
    Timestamp lastAt{};    ///< Engine clock of `last`.
    Won marketValue;
    Won netPnl;  ///< If sold at `last`: both commissions and tax taken off.
    std::int64_t netPnlTenThousandths = 0;  ///< In 1/10,000 % of cost and buy fees.
    Price breakEven;                        ///< Lowest price whose sale covers all costs.
    Won realizedToday;                      ///< Net, of shares sold today.
    Timestamp openedAt{};
    bool mismatch = false;  ///< The broker's holding differs (L01).
    Quantity brokers;       ///< With `mismatch`: the shares the broker says we hold.

    friend bool operator==(const Position&, const Position&) = default;
};

/// The account in won. `certain` false: the guard is uncertain and nothing opens.
struct AccountView
{
    bool known = false;
    bool certain = false;
    QString doubt;  ///< Why not certain, English code word for the log ("unknown_order").
    Won equity;
    Won startEquity;
    bool hasStart = false;
    Won dayPnl;
    std::int64_t dayPnlTenThousandths = 0;
    Won cash;           ///< Today's fills counted as settled; reserved money is still cash.
    Won reserved;       ///< By open buy orders.
    Won buyable;        ///< min(ours, broker's) less reserve.
    Won realizedToday;  ///< Net.
    Won costsToday;     ///< Commissions and taxes.
    Timestamp asOf{};   ///< Of the balance under it.

    friend bool operator==(const AccountView&, const AccountView&) = default;
};

enum class Arming : std::uint8_t
{
    Unarmed,  ///< No order of any origin leaves.
    Armed,
    Disarmed,  ///< Nothing opens; exits, cancels and hand sales go on.
};

enum class KillLevel : std::uint8_t
{
    None,
    NoEntries,       ///< K1
    CancelBuys,      ///< K2, the Kill button
    FlattenAndLock,  ///< K3
};

enum class GateState : std::uint8_t
{
    Open,
    ExitOnly,
    Halt,
    View,  ///< Reads and shows; cannot be armed until its cause is cleared.
};

/// Why the gate is not open, each with its figure; `ui/` has the words.
enum class GateCause : std::uint8_t
{
    Unarmed,
    Disarmed,
    Kill,
    Rest,     ///< Lamp REST.
    Feed,     ///< Lamp 시세.
    Notices,  ///< Lamp 체결통보.
    Ledger,   ///< Lamp DB.
    Clock,    ///< Lamp 시계.
    NotReconciled,
    Mismatch,
    UnknownOrders,  ///< RC-25
    Rejects,        ///< RC-24
    Messages,       ///< RC-19 at 90 % of the day.
    CountOut,       ///< RC-20
    DayReturn,      ///< RC-21
    Latency,        ///< RC-26
    Operator,       ///< RC-29
    Closed,         ///< Not a trading day, or the broker says so.
    LedgerCorrupt,
    DataOld,
};

struct GateReason
{
    GateCause cause = GateCause::Unarmed;
    GateState closesTo = GateState::Halt;
    bool sticky = false;  ///< Stays until the trader confirms.
    QString detail;       ///< A figure or code, no sentence.

    friend bool operator==(const GateReason&, const GateReason&) = default;
};

/// A code for which nothing is opened, and until when (epoch = until resolved).
struct FrozenCode
{
    Symbol symbol;
    QString
        cause;  ///< "unknown_order", "ambiguous", "external", "rejects", "other_code", "mismatch".
    Timestamp until{};

    friend bool operator==(const FrozenCode&, const FrozenCode&) = default;
};

struct GateView
{
    GateState state = GateState::View;
    Arming arming = Arming::Unarmed;
    Timestamp armedUntil{};
    KillLevel kill = KillLevel::None;
    std::vector<GateReason> reasons;
    std::vector<FrozenCode> frozen;
    int messagesToday = 0;
    int messagesTodayMax = 0;
    int entriesToday = 0;
    int entriesTodayMax = 0;
    Won dayOrderLimit;  ///< Shown in the arming dialog.

    friend bool operator==(const GateView&, const GateView&) = default;
};

/// One row of the gate's answer, with value and limit.
struct CheckResult
{
    std::uint8_t number = 0;  ///< 10 for RC-10.
    CheckOutcome outcome = CheckOutcome::NotApplicable;
    CheckUnit unit = CheckUnit::None;
    std::optional<std::int64_t> value;
    std::optional<std::int64_t> limit;
    QString detail;  ///< A code word where a number does not say it ("halted", "kill").

    friend bool operator==(const CheckResult&, const CheckResult&) = default;
};

/// What the ticket shows before anything is sent.
struct OrderPreview
{
    std::uint64_t ask = 0;  ///< Number of the question it answers.
    OrderRequest request;
    OrderPurpose purpose = OrderPurpose::Open;
    std::vector<CheckResult> checks;  ///< In the gate's order, all of them.
    bool allowed = false;
    Won amount;  ///< At the limit, or for types without a price at the price of the margin.
    Won commission;
    Won tax;          ///< Sales only, estimated at the price of `amount`.
    Price breakEven;  ///< Buys: of the whole position after a full fill.
    Price stop;       ///< Buys: the S1 level.
    Won lossAtStop;   ///< Buys: worst loss at the stop, net.
    Won cashAfter;
    Quantity quantityMax;  ///< Largest quantity cash or holding would allow at this price.

    friend bool operator==(const OrderPreview&, const OrderPreview&) = default;
};

/// One symbol the Flatten dialog lists.
struct FlattenRow
{
    Symbol symbol;
    QString name;
    PositionOwner owner = PositionOwner::Manual;
    Quantity quantity;
    Won expectedAmount;       ///< From the visible book, level by level.
    bool bookCovers = false;  ///< The visible bids take it all.
    bool ticked = true;       ///< External holdings come unticked.

    friend bool operator==(const FlattenRow&, const FlattenRow&) = default;
};

/// The broker's orders that an ambiguous order of ours may be; the trader says which.
struct OrderCandidates
{
    ClientOrderId id;
    std::vector<BrokerOrderRow> rows;  ///< As the newest complete list has them.

    friend bool operator==(const OrderCandidates&, const OrderCandidates&) = default;
};

/// Ten levels of the selected symbol.
struct LadderView
{
    Symbol symbol;
    std::optional<Quote> book;  ///< Empty = no quote yet.
    Timestamp appliedAt{};      ///< Engine clock when the book was applied.
    bool live = false;

    friend bool operator==(const LadderView&, const LadderView&) = default;
};

/// Everything about orders, positions and money in one immutable value.
struct TradingView
{
    AccountView account;
    GateView gate;
    std::vector<Order> orders;                ///< Today's, ours and external, oldest first.
    std::vector<OrderCandidates> candidates;  ///< One for each ambiguous order.
    std::vector<Position> positions;          ///< By symbol.
    std::vector<FlattenRow> flatten;
    LadderView ladder;
    std::optional<OrderPreview> preview;
    bool ordersPossible = false;  ///< The environment has an order path at all (not in replay).

    friend bool operator==(const TradingView&, const TradingView&) = default;
};
using TradingViewPtr = std::shared_ptr<const TradingView>;
}  // namespace core::domain
