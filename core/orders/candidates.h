#pragma once

#include "core/domain/order_traffic.h"

#include <chrono>
#include <set>
#include <vector>

namespace core::orders
{
/// Where in time a lost order can be in the broker's list.
struct SearchWindow
{
    domain::Timestamp sentAt{};
    std::chrono::milliseconds skew = std::chrono::seconds{2};  ///< Clocks differ by at most this.
    std::chrono::seconds after{60};  ///< An order can be accepted this late.
};

/// The rows of a complete list that may be the order `request` whose answer was lost: same symbol,
/// side, quantity, price and type, stamped within the window, known to nobody yet, and not the
/// child of an amend or cancel. There is no client order id at this broker, so more than one is
/// possible; then nobody but a person may choose.
/// Source: reliability contract 4.4.
[[nodiscard]] std::vector<domain::BrokerOrderRow>
candidates(const domain::OrderRequest& request, const SearchWindow& window,
           const std::vector<domain::BrokerOrderRow>& rows,
           const std::set<domain::BrokerOrderId>& taken);
}  // namespace core::orders
