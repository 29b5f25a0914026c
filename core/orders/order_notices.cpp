#include "core/orders/order_desk.h"

namespace core::orders
{
namespace
{
constexpr std::size_t kParkedMax = 64;
constexpr std::chrono::milliseconds kReadAfter{200};
}  // namespace

void OrderDesk::on(const domain::OrderNotice& notice)
{
    if (notice.account != m_options.account) {
        return;  // Another account of the same HTS ID.
    }
    const domain::BrokerOrderId number = domain::BrokerOrderId::fromWire(notice.orderNumber);
    const domain::BrokerOrderId original = domain::BrokerOrderId::fromWire(notice.originalNumber);
    const domain::Order* order = m_books.find(number);
    if (order == nullptr && !original.isEmpty()) {
        order = m_books.find(original);
    }
    if (order == nullptr) {
        m_parked.push_back({notice, m_moment.now});
        if (m_parked.size() > kParkedMax) {
            m_parked.pop_front();  // The list knows it anyway.
        }
        m_schedule.want(notice.symbol, m_moment.now + kReadAfter);
        return;
    }
    hint(*order, notice);
}

void OrderDesk::hint(const domain::Order& order, const domain::OrderNotice& notice)
{
    if (notice.kind == domain::NoticeKind::Fill && !domain::isFinal(order.state)
        && order.remaining() > order.provisional) {
        commit(order.id, HintFact{notice.quantity, notice.price});
    }
    m_schedule.want(order.request.symbol, m_moment.now);
}

void OrderDesk::unpark(const domain::BrokerOrderId& broker, const domain::ClientOrderId& id)
{
    for (auto at = m_parked.begin(); at != m_parked.end();) {
        if (domain::BrokerOrderId::fromWire(at->notice.orderNumber) == broker) {
            hint(*m_books.find(id), at->notice);
            at = m_parked.erase(at);
        } else {
            ++at;
        }
    }
}

void OrderDesk::noticeGap()
{
    for (auto& [id, care] : m_care) {
        care.noticesWhole = false;
    }
    m_listed = false;
    m_schedule.want(std::nullopt, m_moment.now);
}
}  // namespace core::orders
