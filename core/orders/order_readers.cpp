#include "core/orders/order_desk.h"

namespace core::orders
{
namespace
{
using domain::OrderState;
}  // namespace

std::vector<const domain::Order*> OrderDesk::open() const
{
    std::vector<const domain::Order*> open;
    for (const auto& [id, order] : m_books.orders()) {
        if (!domain::isFinal(order.state)) {
            open.push_back(&order);
        }
    }
    return open;
}

std::vector<domain::ClientOrderId>
OrderDesk::openOf(const std::optional<domain::TradingDate>& day) const
{
    std::vector<domain::ClientOrderId> ids;
    for (const auto& [id, order] : m_books.orders()) {
        const bool meant = day ? id.date == *day : !m_books.isEarlier(id);
        if (meant && !domain::isFinal(order.state)) {
            ids.push_back(id);
        }
    }
    return ids;
}

std::vector<domain::BrokerOrderRow> OrderDesk::candidatesOf(const domain::ClientOrderId& id) const
{
    const auto at = m_care.find(id);
    return at == m_care.end() ? std::vector<domain::BrokerOrderRow>{} : at->second.candidates;
}

domain::Quantity OrderDesk::workingSell(const domain::Symbol& symbol) const
{
    domain::Quantity working;
    for (const auto& [id, order] : m_books.orders()) {
        if (order.request.symbol == symbol && order.request.side == domain::Side::Sell) {
            working += order.remaining();
        }
    }
    return working;
}

domain::RejectReason OrderDesk::lastReject(const domain::ClientOrderId& id) const
{
    const auto at = m_care.find(id);
    return at == m_care.end() ? domain::RejectReason::Other : at->second.reject;
}

domain::Order OrderDesk::described(const domain::Order& order) const
{
    domain::Order out = order;
    const auto at = m_care.find(order.id);
    if (at == m_care.end()) {
        return out;
    }
    out.nextLookAt = at->second.nextLook;
    out.looks = at->second.emptyLists;
    switch (order.state) {
    case OrderState::Intent:
        out.care = domain::OrderCare::AwaitingAnswer;
        break;
    case OrderState::Unknown:
        out.care = domain::OrderCare::LookingUp;
        break;
    case OrderState::AbsentWatch:
        out.care = domain::OrderCare::WaitingForList;
        break;
    case OrderState::Ambiguous:
        out.care = domain::OrderCare::AskingPerson;
        break;
    case OrderState::CancelIntent:
        out.care = domain::OrderCare::CancellingRest;
        break;
    case OrderState::CancelUnknown:
        out.care = domain::OrderCare::RepeatingCancel;
        break;
    case OrderState::AmendIntent:
    case OrderState::AmendUnknown:
        out.care = domain::OrderCare::LookingUp;
        break;
    case OrderState::Denied:
    case OrderState::NotSent:
    case OrderState::Working:
    case OrderState::Partial:
    case OrderState::Filled:
    case OrderState::Cancelled:
    case OrderState::ClosedPart:
    case OrderState::Rejected:
    case OrderState::NeverAccepted:
    case OrderState::Expired:
    case OrderState::External:
        out.care = domain::OrderCare::None;
        break;
    }
    return out;
}
}  // namespace core::orders
