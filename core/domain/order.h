#pragma once

#include "core/domain/kst.h"
#include "core/domain/order_notice.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"
#include "core/domain/trade_conditions.h"
#include "core/domain/won.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace core::domain
{
/// Our own name of an order: trading date, number of the deciding event, ordinal within it. No
/// clock and no random number, so that a replay of the day gives the same names.
struct ClientOrderId
{
    TradingDate date{};
    std::uint64_t event = 0;  ///< 0 = no order.
    std::uint32_t ordinal = 0;

    /// "20261124-123456-1": the key of the ledger and of the log.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<ClientOrderId> parse(QStringView text);
    friend constexpr auto operator<=>(const ClientOrderId&, const ClientOrderId&) = default;
};

/// The broker's order number (ODNO), without blanks and leading zeros: it comes padded in three
/// different ways. Unique within one trading date only.
class BrokerOrderId final
{
public:
    BrokerOrderId() = default;
    [[nodiscard]] static BrokerOrderId fromWire(QStringView text);

    [[nodiscard]] bool isEmpty() const noexcept { return m_number.isEmpty(); }
    [[nodiscard]] const QString& number() const noexcept { return m_number; }
    friend bool operator==(const BrokerOrderId&, const BrokerOrderId&) = default;
    friend bool operator<(const BrokerOrderId& a, const BrokerOrderId& b)
    {
        return a.m_number.size() != b.m_number.size() ? a.m_number.size() < b.m_number.size()
                                                      : a.m_number < b.m_number;
    }

private:
    QString m_number;
};

enum class OrderType : std::uint8_t
{
    Limit,   ///< 지정가
    Market,  ///< 시장가
    Best,    ///< 최유리지정가: takes the best opposite price as its limit.
};

enum class TimeInForce : std::uint8_t
{
    Day,
    Ioc,
    Fok,
};

/// Who wanted the order.
enum class OrderOrigin : std::uint8_t
{
    Hand,
    Entry,
    Add,
    Wave,
    Exit,  ///< Any rule that sells; `OrderRequest::rule` says which.
    Guard,
    EndOfDay,
    Flatten,  ///< Flatten and lock (K3).
};

/// What the order does to the position, decided by the gate from the books, never by the caller.
enum class OrderPurpose : std::uint8_t
{
    Open,    ///< Opens or enlarges.
    Reduce,  ///< A sale up to the held quantity.
};

/// What somebody wants sent. It becomes an order only through the gate.
struct OrderRequest
{
    Symbol symbol{};
    Side side = Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce timeInForce = TimeInForce::Day;
    Quantity quantity{};
    std::optional<Price> price{};  ///< Limit orders only.
    OrderOrigin origin = OrderOrigin::Hand;
    QString rule{};                  ///< "S1", "HAND", "FLATTEN": the label of the day record.
    std::optional<Price> decided{};  ///< Price the decision saw, for slippage.
    TradeConditions seen{};          ///< Filled in where it is submitted.

    friend bool operator==(const OrderRequest&, const OrderRequest&) = default;
};

/// Life of an order (reliability contract 4.1). The steps between are data: `orders/order_state.h`.
enum class OrderState : std::uint8_t
{
    Denied,       ///< Final: the gate said no; nothing was ever sent.
    Intent,       ///< Durable; from here on "may have been sent".
    NotSent,      ///< Final: provably not one byte left.
    Unknown,      ///< Sent, answer lost: the resolver looks for it.
    Ambiguous,    ///< More than one broker order fits: a person decides.
    AbsentWatch,  ///< Not found so far: watched until the day's complete list.
    Working,
    Partial,
    CancelIntent,   ///< A cancel is durable and may have been sent.
    CancelUnknown,  ///< The cancel's answer was lost.
    AmendIntent,
    AmendUnknown,
    Filled,         ///< Final.
    Cancelled,      ///< Final; what was filled before stays.
    ClosedPart,     ///< Final: the rest was refused after a part had been filled.
    Rejected,       ///< Final.
    NeverAccepted,  ///< Final: the day's complete list does not have it.
    Expired,        ///< Final: ended with the session, confirmed by the day's list.
    External,       ///< Somebody else's order in our account: shown, counted, never managed.
};
inline constexpr int kOrderStateCount = 19;

[[nodiscard]] constexpr bool isFinal(OrderState state) noexcept
{
    return state == OrderState::Denied || state == OrderState::NotSent
           || state == OrderState::Filled || state == OrderState::Cancelled
           || state == OrderState::ClosedPart || state == OrderState::Rejected
           || state == OrderState::NeverAccepted || state == OrderState::Expired;
}

/// The broker may or may not have it: its code is frozen for new entries.
[[nodiscard]] constexpr bool isUnresolved(OrderState state) noexcept
{
    return state == OrderState::Unknown || state == OrderState::Ambiguous
           || state == OrderState::AbsentWatch;
}

/// Why the broker refused, as far as the desk reacts to it.
enum class RejectReason : std::uint8_t
{
    Other,  ///< Unknown or ambiguous: no automatic action, code frozen.
    PriceStep,
    PriceLimit,
    Cash,
    SellQuantity,
    MarketOrder,  ///< No market orders now: a marketable limit may go.
    Session,
    ClosedDay,
    Halted,
    Instrument,
    NothingLeft,      ///< Nothing to amend or cancel: a success-like answer to a cancel.
    OriginalUnknown,  ///< The order to amend or cancel was not found.
    SelfTrade,
    RateLimited,  ///< EGW00201: not executed.
    Token,        ///< EGW0012x: not executed.
    Configuration,
};

/// What the desk is doing about an order that is not where it should be; shown beside it.
enum class OrderCare : std::uint8_t
{
    None,
    AwaitingAnswer,
    LookingUp,       ///< The resolver asks the broker's list; `nextLookAt` says when.
    WaitingForList,  ///< Absent: watched until the day's complete list.
    AskingPerson,    ///< Ambiguous.
    CancellingRest,
    RepeatingCancel,
    LimitLocked,  ///< At the daily limit without a counter side: one order rests.
};

/// One order with everything known about it. A value; the books own the original.
struct Order
{
    ClientOrderId id;  ///< Empty for External.
    OrderRequest request;
    OrderPurpose purpose = OrderPurpose::Open;
    OrderState state = OrderState::Intent;
    BrokerOrderId broker;                ///< The live number; empty = not known.
    QString branch;                      ///< KRX_FWDG_ORD_ORGNO, sent back in amends and cancels.
    std::vector<BrokerOrderId> earlier;  ///< Numbers before an amend, oldest first.
    Quantity filled;                     ///< Settled by the broker's totals; never falls.
    Won filledAmount;                    ///< Cost of record: the broker's own sum.
    Quantity provisional;                ///< Told by notices and not yet settled, beyond `filled`.
    Quantity ended;                      ///< Cancelled, refused or expired part.
    std::optional<Price> amendTo;        ///< While an amend is under way.
    Timestamp intentAt{};
    Timestamp acceptedAt{};  ///< Epoch = not yet.
    Timestamp lastFillAt{};
    Timestamp changedAt{};
    OrderCare care = OrderCare::None;
    Timestamp nextLookAt{};
    int looks = 0;                              ///< Complete lists read without finding it.
    int cancels = 0;                            ///< Cancel requests written.
    RejectReason reason = RejectReason::Other;  ///< Of the newest refusal; see `code`.
    QString code;  ///< The broker's message code, or the gate's check id.
    QString text;  ///< The broker's words, or value and limit of the check.

    [[nodiscard]] Quantity remaining() const noexcept
    {
        return isFinal(state) ? Quantity{} : request.quantity - filled - ended;
    }
    friend bool operator==(const Order&, const Order&) = default;
};
}  // namespace core::domain
