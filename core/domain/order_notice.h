#pragma once

#include "core/domain/kst.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace core::domain
{
enum class Side : std::uint8_t
{
    Buy,
    Sell,
};

/// What an execution notice reports. Only `Fill` moves a position, and even that is a hint:
/// the broker's totals decide.
enum class NoticeKind : std::uint8_t
{
    Accepted,
    AmendReceived,
    AmendConfirmed,
    CancelReceived,
    CancelConfirmed,
    RemainderCancelled,  ///< IOC or FOK rest.
    Fill,
    Rejected,  ///< By the exchange, after the broker had accepted.
    Unknown,   ///< A combination nobody documented: reconcile.
};

/// A decoded execution notice (H0STCNI0/9). Holds an account number: never logged as a whole.
struct OrderNotice
{
    NoticeKind kind = NoticeKind::Unknown;
    QString account;         ///< Ten digits.
    QString orderNumber;     ///< Without leading zeros.
    QString originalNumber;  ///< For amend and cancel; empty otherwise.
    Side side = Side::Buy;
    Symbol symbol;
    Quantity quantity;  ///< Fill: of this fill. Otherwise: of the order.
    std::optional<Price> price;
    Quantity orderQuantity;
    TimeOfDay time{};

    friend bool operator==(const OrderNotice&, const OrderNotice&) = default;
};
}  // namespace core::domain
