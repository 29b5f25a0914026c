// Order desk, fourth part: how a day ends. Its complete list after the close, the same day or on
// a later morning, has the last word about every order of that day.

#include "core/orders/order_desk.h"
#include "core/orders/order_lists.h"
#include "core/orders/order_rows.h"

namespace core::orders
{
namespace
{
using namespace std::chrono_literals;
using domain::LogCode;
using domain::OrderState;
using domain::Severity;

constexpr std::chrono::minutes kDayListAfterClose{5};  // Closing prints come until 15:30:32.
}  // namespace

bool OrderDesk::isAfterClose(domain::Timestamp at) const
{
    const std::optional<domain::SessionSchedule> day =
        m_options.calendar.schedule(domain::kstDate(at));
    return day && at >= day->closeAt() + kDayListAfterClose;
}

void OrderDesk::closeDay(const domain::OrderListReply& reply)
{
    for (const domain::ClientOrderId& id : openOf(std::nullopt)) {
        const domain::Order& order = *m_books.find(id);
        if (domain::isUnresolved(order.state)) {
            noteLacking(id, reply);
        } else if (!order.broker.isEmpty() && rowOf(reply, order.broker) != nullptr) {
            expire(id);
        }
    }
}

void OrderDesk::expire(const domain::ClientOrderId& id)
{
    const domain::Order& order = *m_books.find(id);
    const domain::Quantity rest = order.request.quantity - order.filled - order.ended;
    if (step(id, {.event = OrderEvent::Expire, .ended = rest, .how = QStringLiteral("day_list")})) {
        tell(Severity::Info, LogCode::OrderExpired, *m_books.find(id),
             {QString::number(m_books.find(id)->filled.shares())});
    }
}

void OrderDesk::noteLacking(const domain::ClientOrderId& id, const domain::OrderListReply& reply)
{
    const domain::Order& order = *m_books.find(id);
    Care& care = m_care[id];
    if (order.state == OrderState::Ambiguous
        || (care.lacking > 0 && reply.askedAt < care.lackingAt + kEmptyListsApart)) {
        return;
    }
    care.lackingAt = reply.askedAt;
    // A list can come back short for a moment (B08): once is not enough to call it final.
    if (++care.lacking < kEmptyListsMin) {
        wantList(order, m_moment.now + kEmptyListsApart);
        return;
    }
    if (step(id, {.event = OrderEvent::ListLacksIt,
                  .ended = order.request.quantity,
                  .how = QStringLiteral("day_list")})) {
        tell(Severity::Warning, LogCode::OrderNeverAccepted, *m_books.find(id));
    }
}

// --- earlier days -----------------------------------------------------------------------------

void OrderDesk::readEarlierDays()
{
    for (const auto& [id, order] : m_books.orders()) {
        if (!domain::isFinal(order.state) && m_books.isEarlier(id)) {
            m_unread.insert(id.date);
            m_schedule.wantDay(id.date, m_moment.now);
        }
    }
}

void OrderDesk::settleEarlier(const domain::OrderListReply& reply)
{
    m_unread.erase(reply.day);
    const std::vector<domain::ClientOrderId> open = openOf(reply.day);
    for (const domain::ClientOrderId& id : open) {
        if (!m_books.find(id)->broker.isEmpty()) {
            endEarlier(id, reply);
        }
    }
    for (const domain::ClientOrderId& id : open) {
        if (domain::isUnresolved(m_books.find(id)->state)) {
            seek(*m_books.find(id), reply);
            endEarlier(id, reply);
        }
    }
}

void OrderDesk::endEarlier(const domain::ClientOrderId& id, const domain::OrderListReply& reply)
{
    if (domain::isUnresolved(m_books.find(id)->state) || m_books.find(id)->broker.isEmpty()) {
        return;
    }
    // Nothing of an ended day can still be filled: what its list does not show as filled or
    // cancelled, the exchange ended at the close.
    const domain::Order before = *m_books.find(id);
    if (settle(before, reply) && !domain::isFinal(m_books.find(id)->state)) {
        expire(id);
    }
}
}  // namespace core::orders
