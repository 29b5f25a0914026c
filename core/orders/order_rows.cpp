#include "core/orders/order_rows.h"

#include <algorithm>

namespace core::orders
{
const domain::BrokerOrderRow* rowOf(const domain::OrderListReply& reply,
                                    const domain::BrokerOrderId& number)
{
    const auto at =
        std::find_if(reply.rows.begin(), reply.rows.end(),
                     [&number](const domain::BrokerOrderRow& row) { return row.broker == number; });
    return at == reply.rows.end() ? nullptr : &*at;
}

std::vector<const domain::BrokerOrderRow*> chainOf(const domain::Order& order,
                                                   const domain::OrderListReply& reply)
{
    std::vector<const domain::BrokerOrderRow*> chain;
    for (const domain::BrokerOrderId& number : order.earlier) {
        chain.push_back(rowOf(reply, number));
    }
    chain.push_back(rowOf(reply, order.broker));
    const bool whole = std::find(chain.begin(), chain.end(), nullptr) == chain.end();
    return whole ? chain : std::vector<const domain::BrokerOrderRow*>{};
}

bool addsUp(const domain::Order& order, const std::vector<const domain::BrokerOrderRow*>& chain)
{
    if (order.earlier.empty()) {
        return chain.front()->quantity == order.request.quantity;
    }
    for (std::size_t at = 0; at + 1 < chain.size(); ++at) {
        const domain::BrokerOrderRow& row = *chain[at];
        // Whether what was amended away still counts in the old row, and as what, no source says.
        const domain::Quantity own = row.filled + row.cancelled + row.rejected;
        if (row.quantity != own + chain[at + 1]->quantity && row.quantity != own
            && row.quantity != row.filled) {
            return false;
        }
    }
    return true;
}
}  // namespace core::orders
