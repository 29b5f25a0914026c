#include "core/orders/order_desk.h"

#include <algorithm>
#include <array>

namespace core::orders
{
namespace
{
using namespace std::chrono_literals;
using domain::OrderState;

constexpr std::chrono::seconds kParkedFor{30};
constexpr int kCancelsMax = 3;
constexpr std::chrono::seconds kCancelRepeatAfter{2};
constexpr std::chrono::seconds kEarlierEvery{10};  // Nothing of an earlier day is urgent.

/// When the resolver looks, from the loss on; then every 13 s.
constexpr std::array<std::chrono::milliseconds, 7> kLooks{500ms, 1s, 2s, 3s, 5s, 8s, 13s};
}  // namespace

void OrderDesk::look(const domain::ClientOrderId& id)
{
    const domain::Order* order = m_books.find(id);
    Care& care = m_care[id];
    const auto look = static_cast<std::size_t>(care.look++);
    care.nextLook = look < kLooks.size() && !m_books.isEarlier(id) ? care.lostAt + kLooks[look]
                                                                   : m_moment.now + kLooks.back();
    wantList(*order, care.nextLook);
}

void OrderDesk::wantList(const domain::Order& order, domain::Timestamp at)
{
    if (m_books.isEarlier(order.id)) {
        m_schedule.wantDay(order.id.date, at);
    } else {
        m_schedule.want(order.request.symbol, at);
    }
}

void OrderDesk::reconcile()
{
    m_listed = false;
    m_schedule.want(std::nullopt, m_moment.now);
}

bool OrderDesk::needsCare() const
{
    return std::any_of(m_books.orders().begin(), m_books.orders().end(),
                       [](const auto& entry) { return !domain::isFinal(entry.second.state); });
}

void OrderDesk::step()
{
    while (!m_parked.empty() && m_moment.now - m_parked.front().at > kParkedFor) {
        m_parked.pop_front();
    }
    m_schedule.want(std::nullopt,
                    m_moment.now + (needsCare() ? m_options.openPeriod : m_options.quietPeriod));
    for (const domain::Order* order : open()) {
        if (m_books.isEarlier(order->id)) {
            wantList(*order, m_moment.now + kEarlierEvery);
        }
    }
    // First the question that is due: the next look is set by what follows.
    if (const std::optional<ListSchedule::Question> question = m_schedule.next(m_moment.now)) {
        flush(std::nullopt, std::nullopt);
        m_effects.emplace_back(
            AskOrders{domain::OrderListKind::Day, question->symbol, question->ask, question->day});
    }
    std::vector<domain::ClientOrderId> open;
    for (const auto& [id, order] : m_books.orders()) {
        if (!domain::isFinal(order.state)) {
            open.push_back(id);
        }
    }
    for (const domain::ClientOrderId& id : open) {
        checkTimes(*m_books.find(id));
    }
}

void OrderDesk::checkTimes(const domain::Order& order)
{
    const domain::ClientOrderId id = order.id;
    Care& care = m_care[id];
    if (domain::isUnresolved(order.state) && m_moment.now >= care.nextLook) {
        look(id);
    }
    const bool automatic = order.request.origin == domain::OrderOrigin::Entry
                           || order.request.origin == domain::OrderOrigin::Add
                           || order.request.origin == domain::OrderOrigin::Wave;
    const bool working = order.state == OrderState::Working || order.state == OrderState::Partial;
    if (working && automatic && order.purpose == domain::OrderPurpose::Open
        && m_moment.now - order.intentAt >= m_options.entryTtl) {
        cancel(id);
    }
    if (order.state == OrderState::CancelUnknown && order.cancels < kCancelsMax
        && m_moment.now - care.cancelAt >= kCancelRepeatAfter) {
        // Idempotent by the broker's number, so it may be repeated; three times, then the lists.
        cancel(id);
    }
}
}  // namespace core::orders
