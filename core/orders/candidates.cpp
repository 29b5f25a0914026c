#include "core/orders/candidates.h"

namespace core::orders
{
namespace
{
bool fits(const domain::OrderRequest& request, const domain::BrokerOrderRow& row)
{
    if (row.symbol != request.symbol || row.side != request.side
        || row.quantity != request.quantity) {
        return false;
    }
    if (row.isCancel || !row.original.isEmpty() || !row.knownType) {
        return false;
    }
    if (row.type != request.type || row.timeInForce != request.timeInForce) {
        return false;
    }
    // The list shows the price a best order took; only a limit's price is ours to compare.
    return request.type != domain::OrderType::Limit || row.price == request.price;
}

bool within(const SearchWindow& window, domain::TimeOfDay time)
{
    // The list has whole seconds: an order sent at .9 s is stamped with the second it began in.
    const domain::TradingDate day = domain::kstDate(window.sentAt);
    const domain::Timestamp stamped = domain::fromKst(day, time);
    return stamped >= window.sentAt - window.skew - std::chrono::seconds{1}
           && stamped <= window.sentAt + window.after + window.skew;
}
}  // namespace

std::vector<domain::BrokerOrderRow> candidates(const domain::OrderRequest& request,
                                               const SearchWindow& window,
                                               const std::vector<domain::BrokerOrderRow>& rows,
                                               const std::set<domain::BrokerOrderId>& taken)
{
    std::vector<domain::BrokerOrderRow> found;
    for (const domain::BrokerOrderRow& row : rows) {
        if (fits(request, row) && within(window, row.time) && !taken.contains(row.broker)) {
            found.push_back(row);
        }
    }
    return found;
}
}  // namespace core::orders
