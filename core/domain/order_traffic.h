#pragma once

#include "core/domain/order.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace core::domain
{
/// Which of an order's requests is meant.
enum class OrderLeg : std::uint8_t
{
    New,
    Cancel,
    Amend,
};

/// One request to be written once. Made by the order desk only after the gate, carried to the
/// broker only after the ledger has it.
struct OutgoingOrder
{
    ClientOrderId id{};
    OrderLeg leg = OrderLeg::New;
    int attempt = 1;           ///< Cancels may be repeated; New and Amend are always 1.
    OrderRequest request{};    ///< Amend: `price` is the new one, `quantity` what remains.
    BrokerOrderId original{};  ///< Cancel and Amend.
    QString branch{};          ///< Cancel and Amend.

    friend bool operator==(const OutgoingOrder&, const OutgoingOrder&) = default;
};

/// What an answer to an order request means (reliability contract 4.3).
enum class AnswerClass : std::uint8_t
{
    Accepted,
    Rejected,  ///< A parsed refusal: it was not executed.
    NotSent,   ///< Provably not one byte of the request left.
    Unknown,   ///< Everything else: it may have been executed.
};

/// The broker's answer to one request, or what is known instead of one.
struct OrderAnswer
{
    ClientOrderId id{};
    OrderLeg leg = OrderLeg::New;
    int attempt = 1;
    AnswerClass what = AnswerClass::Unknown;
    RejectReason reason = RejectReason::Other;  ///< Meaningful for Rejected.
    BrokerOrderId broker{};                     ///< Accepted; of an amend: the new number.
    QString branch{};
    std::optional<TimeOfDay> brokerTime{};
    QString code{};  ///< Message code; empty without a parsed body.
    QString text{};  ///< The broker's words, or what happened on the line. No secrets.
    std::chrono::milliseconds roundTrip{};

    friend bool operator==(const OrderAnswer&, const OrderAnswer&) = default;
};

/// One order as the broker's list of the day (inquire-daily-ccld) or of open orders has it.
struct BrokerOrderRow
{
    BrokerOrderId broker;
    BrokerOrderId original;  ///< Of an amend or cancel row; empty otherwise.
    QString branch;
    Symbol symbol;
    Side side = Side::Buy;
    OrderType type = OrderType::Limit;
    TimeInForce timeInForce = TimeInForce::Day;
    bool knownType = true;  ///< False: a division this program never sends.
    Quantity quantity;
    std::optional<Price> price;
    TimeOfDay time{};  ///< ord_tmd.
    Quantity filled;
    Won filledAmount;
    Quantity remaining;
    Quantity cancelled;
    Quantity rejected;
    bool isCancel = false;  ///< The row of a cancel request itself.

    friend bool operator==(const BrokerOrderRow&, const BrokerOrderRow&) = default;
};

/// Which list an OrderListReply is.
enum class OrderListKind : std::uint8_t
{
    Day,   ///< All orders of the day.
    Open,  ///< Open ones only (not in the mock environment).
};

/// A whole list in one pass, or no information at all: never a part.
struct OrderListReply
{
    OrderListKind kind = OrderListKind::Day;
    Symbol symbol{};        ///< Empty = all.
    std::uint64_t ask = 0;  ///< Number of the question.
    TradingDate day{};      ///< Whose orders it lists; unset = the day it was asked on.
    bool complete = false;  ///< All pages arrived and the row keys are unique.
    Timestamp askedAt{};    ///< Environment clock when the first page was asked for.
    std::vector<BrokerOrderRow> rows{};
    QString problem{};

    friend bool operator==(const OrderListReply&, const OrderListReply&) = default;
};

/// How many shares of a symbol the broker would let us sell now (inquire-psbl-sell).
struct SellableReply
{
    Symbol symbol;
    bool ok = false;
    Quantity sellable;
    Timestamp askedAt{};

    friend bool operator==(const SellableReply&, const SellableReply&) = default;
};

/// What may be bought without receivables (inquire-psbl-order).
struct BuyingPowerReply
{
    Symbol symbol;
    bool ok = false;
    Won amount;         ///< nrcvb_buy_amt
    Quantity quantity;  ///< nrcvb_buy_qty at the price asked for.
    Timestamp askedAt{};

    friend bool operator==(const BuyingPowerReply&, const BuyingPowerReply&) = default;
};

/// The ledger's answer to one write: only a durable one may be followed by a send.
struct LedgerReply
{
    std::uint64_t write = 0;
    bool durable = false;
    bool sent = false;  ///< What it was to release has been handed to the broker's side.
    QString problem;
    std::chrono::microseconds took{};

    friend bool operator==(const LedgerReply&, const LedgerReply&) = default;
};
}  // namespace core::domain
