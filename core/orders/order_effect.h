#pragma once

#include "core/domain/log_entry.h"
#include "core/domain/order_traffic.h"
#include "core/orders/ledger.h"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace core::orders
{
/// Facts to be made durable together; then `then` may go to the broker.
struct Write
{
    std::uint64_t number = 0;
    std::vector<LedgerRecord> records;
    std::optional<domain::OutgoingOrder> then;
    std::optional<std::chrono::milliseconds> notAfter;
};

struct AskOrders
{
    domain::OrderListKind kind = domain::OrderListKind::Day;
    std::optional<domain::Symbol> symbol;
    std::uint64_t ask = 0;
    std::optional<domain::TradingDate> day;  ///< Empty = today.
};
struct AskHoldings
{
};
struct AskSellable
{
    domain::Symbol symbol;
};
struct AskBuyingPower
{
    domain::Symbol symbol;
    std::optional<domain::Price> price;
};

/// Something a person should know.
struct Tell
{
    domain::Severity severity = domain::Severity::Info;
    domain::LogCode code = domain::LogCode::OrderSent;
    QStringList arguments;
    domain::Symbol symbol;
};

/// What the order desk wants done.
using OrderEffect = std::variant<Write, AskOrders, AskHoldings, AskSellable, AskBuyingPower, Tell>;
}  // namespace core::orders
