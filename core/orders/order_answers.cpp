#include "core/orders/order_desk.h"

namespace core::orders
{
namespace
{
using domain::LogCode;
using domain::OrderState;
using domain::Severity;

// A marketable order may be filled already and its notice lost: the totals tell.
constexpr std::chrono::seconds kExitReadAfter{1};
}  // namespace

void OrderDesk::on(const domain::OrderAnswer& answer)
{
    const domain::Order* order = m_books.find(answer.id);
    if (order == nullptr) {
        commit({}, NoteFact{QStringLiteral("answer"), answer.id.toString()});
        return;
    }
    m_roundTrip = answer.roundTrip;
    const domain::Order before = *order;
    switch (answer.leg) {
    case domain::OrderLeg::New:
        answeredNew(before, answer);
        break;
    case domain::OrderLeg::Cancel:
        answeredCancel(before, answer);
        break;
    case domain::OrderLeg::Amend:
        answeredAmend(before, answer);
        break;
    }
}

void OrderDesk::answeredNew(const domain::Order& order, const domain::OrderAnswer& answer)
{
    const domain::ClientOrderId id = order.id;
    const bool waiting = order.state == OrderState::Intent || domain::isUnresolved(order.state);
    switch (answer.what) {
    case domain::AnswerClass::Accepted:
        if (waiting) {
            bind(id, answer.broker, answer.branch, QStringLiteral("answer"));
        } else if (order.broker != answer.broker) {
            commit(id, NoteFact{QStringLiteral("second_number"), answer.broker.number()});
        }
        return;
    case domain::AnswerClass::Rejected:
        m_care[id].reject = answer.reason;
        if (order.state == OrderState::Intent
            && step(id, {.event = OrderEvent::Reject,
                         .ended = order.request.quantity,
                         .code = answer.code,
                         .text = answer.text,
                         .reason = answer.reason,
                         .how = QStringLiteral("answer")})) {
            tell(Severity::Warning, LogCode::OrderRejected, *m_books.find(id),
                 {answer.code, answer.text});
        }
        return;
    case domain::AnswerClass::NotSent:
        if (order.state == OrderState::Intent
            && step(id, {.event = OrderEvent::ProveUnsent,
                         .ended = order.request.quantity,
                         .code = answer.code,
                         .text = answer.text,
                         .how = QStringLiteral("answer")})) {
            tell(Severity::Warning, LogCode::OrderNotSent, *m_books.find(id), {answer.text});
        }
        return;
    case domain::AnswerClass::Unknown:
        if (order.state == OrderState::Intent) {
            lose(order, answer.text, QStringLiteral("answer"));
        }
        return;
    }
}

void OrderDesk::lose(const domain::Order& order, const QString& text, const QString& how)
{
    const domain::ClientOrderId id = order.id;
    if (!step(id, {.event = OrderEvent::LoseAnswer, .text = text, .how = how})) {
        return;
    }
    Care& care = m_care[id];
    care.lostAt = m_moment.now;
    care.look = 0;
    look(id);
    tell(Severity::Critical, LogCode::OrderUnknown, *m_books.find(id), {text});
}

void OrderDesk::bind(const domain::ClientOrderId& id, const domain::BrokerOrderId& broker,
                     const QString& branch, const QString& how)
{
    const domain::OrderState before = m_books.find(id)->state;
    const bool earlier = m_books.isEarlier(id);
    if (earlier && m_books.knows(broker, id.date)) {
        commit(id, NoteFact{QStringLiteral("number_taken"), broker.number()});
        return;
    }
    if (const domain::Order* other = m_books.find(broker);
        other != nullptr && !earlier && other->id != id) {
        commit(id, NoteFact{QStringLiteral("number_taken"), broker.number()});
        return;
    }
    if (!step(id, {.event = OrderEvent::Accept, .broker = broker, .branch = branch, .how = how})) {
        return;
    }
    const domain::Order& order = *m_books.find(id);
    if (before == OrderState::AbsentWatch || before == OrderState::NeverAccepted) {
        tell(Severity::Critical, LogCode::OrderAppearedLate, order, {broker.number()});
    } else if (before == OrderState::Intent) {
        tell(Severity::Info, LogCode::OrderAccepted, order, {broker.number()});
    } else {
        tell(Severity::Warning, LogCode::OrderFound, order, {broker.number()});
    }
    wantList(order, m_moment.now + kExitReadAfter);
    if (earlier) {
        return;  // Notices are today's, and nothing of an earlier day can be cancelled.
    }
    unpark(broker, id);
    if (m_care[id].cancelWanted) {
        m_care[id].cancelWanted = false;
        cancel(id);
    }
}

void OrderDesk::answeredCancel(const domain::Order& order, const domain::OrderAnswer& answer)
{
    if (!awaitsCancel(order.state) || answer.attempt != order.cancels) {
        return;  // The order has moved on; the list says where to.
    }
    Care& care = m_care[order.id];
    m_schedule.want(order.request.symbol, m_moment.now);
    switch (answer.what) {
    case domain::AnswerClass::Accepted:
        return;  // Confirmed only by the list.
    case domain::AnswerClass::Rejected:
        care.reject = answer.reason;
        if (answer.reason == domain::RejectReason::NothingLeft
            || answer.reason == domain::RejectReason::OriginalUnknown) {
            care.cancelRefused = true;  // Filled or gone: the list says which.
            return;
        }
        step(order.id, {.event = back(order),
                        .code = answer.code,
                        .text = answer.text,
                        .reason = answer.reason,
                        .how = QStringLiteral("answer")});
        tell(Severity::Warning, LogCode::CancelRefused, order, {answer.code, answer.text});
        return;
    case domain::AnswerClass::NotSent:
        step(order.id,
             {.event = back(order), .text = answer.text, .how = QStringLiteral("answer")});
        tell(Severity::Warning, LogCode::CancelRefused, order, {QString{}, answer.text});
        return;
    case domain::AnswerClass::Unknown:
        if (step(order.id, {.event = OrderEvent::LoseCancel,
                            .text = answer.text,
                            .how = QStringLiteral("answer")})) {
            tell(Severity::Warning, LogCode::CancelUnknown, order);
        }
        return;
    }
}

void OrderDesk::answeredAmend(const domain::Order& order, const domain::OrderAnswer& answer)
{
    if (!awaitsAmend(order.state)) {
        return;
    }
    m_schedule.want(order.request.symbol, m_moment.now);
    switch (answer.what) {
    case domain::AnswerClass::Accepted:
        if (step(order.id, {.event = back(order),
                            .broker = answer.broker,
                            .branch = answer.branch,
                            .price = order.amendTo,
                            .how = QStringLiteral("answer")})) {
            tell(Severity::Info, LogCode::OrderAmended, *m_books.find(order.id),
                 {priceText(order.amendTo)});
            unpark(answer.broker, order.id);
        }
        return;
    case domain::AnswerClass::Rejected:
    case domain::AnswerClass::NotSent:
        step(order.id, {.event = back(order),
                        .code = answer.code,
                        .text = answer.text,
                        .reason = answer.reason,
                        .how = QStringLiteral("answer")});
        tell(Severity::Warning, LogCode::CancelRefused, order, {answer.code, answer.text});
        return;
    case domain::AnswerClass::Unknown:
        step(
            order.id,
            {.event = OrderEvent::LoseAmend, .text = answer.text, .how = QStringLiteral("answer")});
        return;
    }
}

void OrderDesk::on(const domain::LedgerReply& reply)
{
    const auto at = m_sends.find(reply.write);
    if (at == m_sends.end()) {
        return;
    }
    const domain::OutgoingOrder outgoing = at->second;
    m_sends.erase(at);
    if (reply.durable && reply.sent) {
        return;
    }
    // Not one byte left: the write failed, or it took so long that the order was too old.
    on(domain::OrderAnswer{.id = outgoing.id,
                           .leg = outgoing.leg,
                           .attempt = outgoing.attempt,
                           .what = domain::AnswerClass::NotSent,
                           .reason = domain::RejectReason::Other,
                           .broker = {},
                           .branch = {},
                           .brokerTime = {},
                           .code = {},
                           .text = reply.problem,
                           .roundTrip = {}});
}
}  // namespace core::orders
