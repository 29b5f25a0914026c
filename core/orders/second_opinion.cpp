// Order desk, third part: an order is called absent only after the lists, the time, the notices
// and the account itself have spoken for it.

#include "core/orders/order_desk.h"
#include "core/orders/order_lists.h"

namespace core::orders
{
namespace
{
using namespace std::chrono_literals;
using domain::LogCode;
using domain::OrderState;
using domain::Severity;

/// Cash an open order holds at least; what may not be there at all holds nothing for sure.
domain::Won surelyReserved(const domain::Order& order)
{
    const bool there = order.state == OrderState::Working || order.state == OrderState::Partial
                       || order.state == OrderState::AmendIntent
                       || order.state == OrderState::AmendUnknown;
    std::optional<domain::Price> price = order.request.price;
    if (price && order.amendTo) {
        price = std::min(*price, *order.amendTo);
    }
    return there && price ? domain::amount(*price, order.remaining()) : domain::Won{};
}

/// The least cash the order would hold; one without a price is margined above what it saw.
domain::Won leastReserve(const domain::Order& order)
{
    const std::optional<domain::Price> price =
        order.request.price ? order.request.price : order.request.decided;
    return price ? domain::amount(*price, order.remaining()) : domain::Won{};
}
}  // namespace

void OrderDesk::seekNone(const domain::Order& order, const domain::OrderListReply& reply)
{
    Care& care = m_care[order.id];
    if (reply.askedAt < order.intentAt) {
        return;
    }
    ++care.emptyLists;
    if (order.state != OrderState::Unknown || care.emptyLists < kEmptyListsMin
        || reply.askedAt < order.intentAt + kAbsentAfter) {
        return;
    }
    if (!care.noticesWhole && reply.askedAt < order.intentAt + 2 * kAbsentAfter) {
        return;  // A notice may have been missed: the lists get twice the time.
    }
    if (!care.accountLacksIt) {
        // Asked again after every list: reserved shares or cash may be somebody else's for a while.
        if (order.request.side == domain::Side::Sell) {
            m_effects.emplace_back(AskSellable{order.request.symbol});
        } else {
            m_effects.emplace_back(AskBuyingPower{order.request.symbol, order.request.price});
        }
        return;
    }
    if (step(order.id, {.event = OrderEvent::FindNone, .how = QStringLiteral("list")})) {
        tell(Severity::Critical, LogCode::OrderAbsent, *m_books.find(order.id),
             {QString::number(care.emptyLists)});
    }
}

std::vector<domain::ClientOrderId>
OrderDesk::inDoubt(const domain::Symbol& symbol, domain::Side side, domain::Timestamp askedAt) const
{
    std::vector<domain::ClientOrderId> ids;
    for (const auto& [id, order] : m_books.orders()) {
        // Until then it may still be accepted: the account would speak for its absence too early.
        if (order.request.symbol == symbol && order.request.side == side
            && order.state == OrderState::Unknown && askedAt >= order.intentAt + kAbsentAfter) {
            ids.push_back(id);
        }
    }
    return ids;
}

void OrderDesk::on(const domain::SellableReply& reply)
{
    if (!reply.ok) {
        return;
    }
    for (const domain::ClientOrderId& id :
         inDoubt(reply.symbol, domain::Side::Sell, reply.askedAt)) {
        const domain::Order& order = *m_books.find(id);
        const domain::Quantity without =
            m_books.held(reply.symbol) - (workingSell(reply.symbol) - order.remaining());
        m_care[id].accountLacksIt = reply.sellable >= without;
    }
}

void OrderDesk::on(const domain::BuyingPowerReply& reply)
{
    if (!reply.ok || !m_books.cash()) {
        return;
    }
    for (const domain::ClientOrderId& id :
         inDoubt(reply.symbol, domain::Side::Buy, reply.askedAt)) {
        const domain::Order& order = *m_books.find(id);
        // Between "all of it is there" and "the order's cash is missing" lies half of that cash:
        // the broker's sum is less a charge we do not know to the won.
        const domain::Won half{leastReserve(order).value() / 2};
        m_care[id].accountLacksIt = reply.amount >= cashWithout(order) - half;
    }
}

domain::Won OrderDesk::cashWithout(const domain::Order& order) const
{
    // What may or may not be so is taken as if it left more cash: missing cash then stays a doubt.
    domain::Won cash = m_books.cash().value_or(domain::Won{});
    for (const auto& [id, other] : m_books.orders()) {
        if (id == order.id) {
            continue;
        }
        if (other.request.side == domain::Side::Buy) {
            cash = cash - surelyReserved(other);
        } else if (other.request.price) {
            cash += domain::amount(*other.request.price, other.provisional);
        }
    }
    for (const auto& [number, row] : m_books.externals()) {
        if (row.side == domain::Side::Sell) {
            cash += row.filledAmount;
        } else if (row.price) {
            cash = cash - domain::amount(*row.price, row.remaining);
        }
    }
    return cash - domain::chargeDown(cash, m_options.commission);
}
}  // namespace core::orders
