#pragma once

#include "core/domain/order_traffic.h"

#include <cstdint>
#include <optional>

namespace core::orders
{
/// The way to the broker for orders and for the lists that settle them. `kis` implements it over
/// REST, `replay` with paper fills, tests script it.
///
/// Every call is answered by one event (OrderAnswer, OrderListReply, BalanceReply, ...), also when
/// nothing could be sent. `send` writes the request to the network at most once, ever.
/// Thread: net.
class OrderGateway
{
public:
    OrderGateway() = default;
    OrderGateway(const OrderGateway&) = delete;
    OrderGateway& operator=(const OrderGateway&) = delete;
    virtual ~OrderGateway() = default;

    virtual void send(const domain::OutgoingOrder& order) = 0;
    /// The orders of `symbol` (empty = all) of `day` (empty = today), every page or nothing.
    virtual void askOrders(domain::OrderListKind kind, const std::optional<domain::Symbol>& symbol,
                           std::uint64_t ask, const std::optional<domain::TradingDate>& day) = 0;
    virtual void askHoldings() = 0;
    virtual void askSellable(const domain::Symbol& symbol) = 0;
    /// `price` empty: at the margin price of types without one.
    virtual void askBuyingPower(const domain::Symbol& symbol,
                                const std::optional<domain::Price>& price) = 0;
    /// Keeps a connection ready for the next order, or lets it go.
    virtual void setStandby(bool on) = 0;
};
}  // namespace core::orders
