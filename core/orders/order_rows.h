#pragma once

#include "core/domain/order_traffic.h"

#include <vector>

namespace core::orders
{
/// The row of a number; nullptr = not in the list.
[[nodiscard]] const domain::BrokerOrderRow* rowOf(const domain::OrderListReply& reply,
                                                  const domain::BrokerOrderId& number);

/// The rows of an order, oldest first: an amended one is a chain of numbers whose fills add up,
/// once each. Empty unless every row is there.
[[nodiscard]] std::vector<const domain::BrokerOrderRow*>
chainOf(const domain::Order& order, const domain::OrderListReply& reply);

/// False for a list that shrinks an order, or forgets what one of its numbers filled (B09): the
/// first row is for what we ordered, and what a number did not fill or end is its successor's.
[[nodiscard]] bool addsUp(const domain::Order& order,
                          const std::vector<const domain::BrokerOrderRow*>& chain);
}  // namespace core::orders
