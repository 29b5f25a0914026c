// Order desk's other half: what the broker's lists say, and nothing else fills, ends or finds.

#include "core/orders/order_lists.h"

#include "core/orders/order_desk.h"
#include "core/orders/order_rows.h"

#include <algorithm>

namespace core::orders
{
namespace
{
using namespace std::chrono_literals;
using domain::LogCode;
using domain::OrderState;
using domain::Severity;

constexpr std::chrono::seconds kRetryAfter{1};
constexpr std::chrono::seconds kLookDelay{2};  // A list can lag behind an accepted cancel or amend.

bool covers(const domain::OrderListReply& reply, const domain::Symbol& symbol)
{
    return reply.symbol.isEmpty() || reply.symbol == symbol;
}
}  // namespace

void OrderDesk::on(const domain::OrderListReply& reply)
{
    const bool ours = m_schedule.answered(reply.ask);
    const std::optional<domain::Symbol> symbol =
        reply.symbol.isEmpty() ? std::nullopt : std::optional{reply.symbol};
    const bool earlier = reply.day != domain::TradingDate{} && reply.day < m_books.day();
    if (!reply.complete) {
        // A part of a list is no information: nothing changes, it is asked again.
        if (ours && earlier) {
            m_schedule.wantDay(reply.day, m_moment.now + kRetryAfter);
        } else if (ours) {
            m_schedule.want(symbol, m_moment.now + kRetryAfter);
        }
        return;
    }
    if (earlier) {
        settleEarlier(reply);
        return;
    }
    if (m_books.day() != domain::TradingDate{} && reply.day > m_books.day()) {
        return;  // Asked just after midnight: that day has not begun here yet.
    }
    std::vector<domain::ClientOrderId> open = openOf(std::nullopt);
    std::erase_if(open, [&](const domain::ClientOrderId& id) {
        return !covers(reply, m_books.find(id)->request.symbol);
    });
    // First what is known by number: it takes rows out of what a lost order could be.
    for (const domain::ClientOrderId& id : open) {
        if (!m_books.find(id)->broker.isEmpty()) {
            settle(*m_books.find(id), reply);
        }
    }
    for (const domain::ClientOrderId& id : open) {
        if (domain::isUnresolved(m_books.find(id)->state)) {
            seek(*m_books.find(id), reply);
        }
    }
    noteExternals(reply);
    if (reply.symbol.isEmpty()) {
        if (isAfterClose(reply.askedAt)) {
            closeDay(reply);
        }
        m_listed = true;
    }
}

bool OrderDesk::settle(const domain::Order& before, const domain::OrderListReply& reply)
{
    const domain::ClientOrderId id = before.id;
    if (before.state == OrderState::AmendIntent || before.state == OrderState::AmendUnknown) {
        settleAmend(before, reply);
    }
    const domain::Order order = *m_books.find(id);
    const std::vector<const domain::BrokerOrderRow*> chain = chainOf(order, reply);
    if (chain.empty()) {
        return false;  // Not in the list yet: it lags.
    }
    domain::Quantity total;
    domain::Won amount;
    for (const domain::BrokerOrderRow* row : chain) {
        total += row->filled;
        amount += row->filledAmount;
    }
    const domain::BrokerOrderRow& last = *chain.back();
    if (total < order.filled || total > order.request.quantity || amount < order.filledAmount
        || !addsUp(order, chain)) {
        if (!std::exchange(m_care[id].glitchTold, true)) {
            commit(id, NoteFact{QStringLiteral("glitch"), QStringLiteral("list says %1 of %2")
                                                              .arg(total.shares())
                                                              .arg(last.quantity.shares())});
            m_effects.emplace_back(Tell{Severity::Warning,
                                        LogCode::IllegalOrderStep,
                                        {id.toString(), QStringLiteral("list")},
                                        order.request.symbol});
        }
        wantList(order, m_moment.now + kRetryAfter);
        return false;
    }
    if (total > order.filled) {
        fill(order, total, amount);
    }
    const domain::Order& now = *m_books.find(id);
    // Without the row of the number that lives now the list lags: what it says of the numbers
    // before is true (fills) and not the end of the order.
    if (!domain::isFinal(now.state) && last.broker == now.broker) {
        settleEnd(now, last, reply);
    }
    return true;
}

void OrderDesk::fill(const domain::Order& order, domain::Quantity total, domain::Won amount)
{
    // Charged per order over all its fills, rounded down: the growth is a difference of totals.
    const auto grown = [&](domain::Percent rate) {
        return domain::chargeDown(amount, rate) - domain::chargeDown(order.filledAmount, rate);
    };
    domain::Won tax;
    if (order.request.side == domain::Side::Sell) {
        const TaxClass taxClass = m_taxClass[order.request.symbol];
        const domain::TradingDate settlement =
            m_options.calendar.addTradingDays(order.id.date, domain::kSettlementDays);
        tax = grown(m_options.taxes.sellTax(taxClass.market, taxClass.group, settlement));
    }
    const domain::ClientOrderId id = order.id;
    const bool last = total == order.request.quantity;
    if (!commit(id, FillFact{.before = order.filled,
                             .total = total,
                             .amount = amount,
                             .last = last,
                             .fee = grown(m_options.commission),
                             .tax = tax})) {
        return;
    }
    const domain::Order& after = *m_books.find(id);
    const std::int64_t cents = after.filledAmount.value() * 100 / after.filled.shares();
    tell(Severity::Notice, LogCode::OrderFilled, after,
         {QString::number(after.filled.shares()),
          QStringLiteral("%1.%2").arg(cents / 100).arg(cents % 100, 2, 10, QLatin1Char{'0'})});
}

void OrderDesk::settleEnd(const domain::Order& order, const domain::BrokerOrderRow& row,
                          const domain::OrderListReply& reply)
{
    const domain::ClientOrderId id = order.id;
    const domain::Quantity ended = row.cancelled + row.rejected;
    const bool atEnd =
        row.remaining.shares() == 0 && ended.shares() > 0 && row.filled + ended == row.quantity;
    if (atEnd && order.state == OrderState::AmendIntent) {
        return;  // The amend ended this number; which one lives now its answer says, and it comes.
    }
    if (atEnd && order.state == OrderState::AmendUnknown
        && reply.askedAt < m_care[id].amendAt + kAbsentAfter) {
        return;  // The same, and the row of the new number may lag behind.
    }
    if (atEnd) {
        const domain::Quantity rest = order.request.quantity - order.filled - order.ended;
        const OrderEvent how = row.rejected.shares() == 0  ? OrderEvent::CancelDone
                               : order.filled.shares() > 0 ? OrderEvent::RejectRest
                                                           : OrderEvent::Reject;
        if (step(id, {.event = how, .ended = rest, .how = QStringLiteral("list")})) {
            const domain::Order& after = *m_books.find(id);
            if (how == OrderEvent::CancelDone) {
                tell(Severity::Info, LogCode::OrderCancelled, after,
                     {QString::number(after.filled.shares()), QString::number(rest.shares())});
            } else {
                tell(Severity::Warning, LogCode::OrderRejected, after, {after.code, after.text});
            }
        }
        return;
    }
    // It still lives. A cancel that was refused as "nothing left", or whose repeats are used up,
    // has not worked: the order goes back to work and a person hears of it.
    Care& care = m_care[id];
    const bool waiting =
        order.state == OrderState::CancelIntent || order.state == OrderState::CancelUnknown;
    const bool looked = reply.askedAt >= care.cancelAt + kLookDelay;
    if (waiting && row.remaining.shares() > 0 && looked
        && (care.cancelRefused || order.state == OrderState::CancelUnknown)) {
        if (order.state == OrderState::CancelUnknown && order.cancels < 3 && !care.cancelRefused) {
            return;  // Repeated by the clock.
        }
        care.cancelRefused = false;
        step(id, {.event = back(order), .how = QStringLiteral("list")});
        tell(Severity::Critical, LogCode::CancelRefused, order, {order.code, order.text});
    }
}

void OrderDesk::settleAmend(const domain::Order& order, const domain::OrderListReply& reply)
{
    const domain::ClientOrderId id = order.id;
    const auto child = std::find_if(reply.rows.begin(), reply.rows.end(),
                                    [&order](const domain::BrokerOrderRow& row) {
                                        return row.original == order.broker && !row.isCancel;
                                    });
    if (child != reply.rows.end()) {
        step(id, {.event = back(order),
                  .broker = child->broker,
                  .branch = child->branch,
                  .price = child->price,
                  .how = QStringLiteral("list")});
        return;
    }
    Care& care = m_care[id];
    if (order.state != OrderState::AmendUnknown || reply.askedAt < care.amendAt + kLookDelay) {
        return;
    }
    const domain::BrokerOrderRow* row = rowOf(reply, order.broker);
    if (row != nullptr && row->remaining.shares() > 0
        && reply.askedAt >= care.amendAt + kAbsentAfter) {
        step(id, {.event = back(order), .how = QStringLiteral("list")});
    }
}

void OrderDesk::seek(const domain::Order& order, const domain::OrderListReply& reply)
{
    const domain::ClientOrderId id = order.id;
    std::set<domain::BrokerOrderId> taken;
    for (const domain::BrokerOrderRow& row : reply.rows) {
        if (m_books.knows(row.broker, id.date)) {
            taken.insert(row.broker);
        }
    }
    const std::vector<domain::BrokerOrderRow> found =
        candidates(order.request, {.sentAt = order.intentAt, .skew = m_skew, .after = kAbsentAfter},
                   reply.rows, taken);
    if (found.size() == 1) {
        bind(id, found.front().broker, found.front().branch, QStringLiteral("list"));
        settle(*m_books.find(id), reply);
        return;
    }
    m_care[id].candidates = found;
    if (found.size() > 1) {
        if (order.state != OrderState::Ambiguous
            && step(id, {.event = OrderEvent::FindMany, .how = QStringLiteral("list")})) {
            tell(Severity::Critical, LogCode::OrderAmbiguous, *m_books.find(id),
                 {QString::number(found.size())});
        }
        return;
    }
    if (m_books.isEarlier(id)) {
        noteLacking(id, reply);
    } else {
        seekNone(order, reply);
    }
}

void OrderDesk::noteExternals(const domain::OrderListReply& reply)
{
    for (const domain::BrokerOrderRow& row : reply.rows) {
        if (row.isCancel || m_books.find(row.broker) != nullptr) {
            continue;
        }
        if (!row.original.isEmpty() && m_books.find(row.original) != nullptr) {
            continue;  // Child of one of ours; its own answer or list row tells.
        }
        // It may be ours: sent, and the answer is still on its way; or being looked for.
        const bool maybeOurs = std::any_of(
            m_books.orders().begin(), m_books.orders().end(), [this, &row](const auto& entry) {
                const domain::Order& order = entry.second;
                return !m_books.isEarlier(order.id)
                       && (order.state == OrderState::Intent || domain::isUnresolved(order.state))
                       && order.request.symbol == row.symbol && order.request.side == row.side
                       && order.request.quantity == row.quantity;
            });
        const auto known = m_books.externals().find(row.broker);
        if (maybeOurs || (known != m_books.externals().end() && known->second == row)) {
            continue;
        }
        const bool isNew = known == m_books.externals().end();
        commit({}, ExternalFact{row});
        if (isNew) {
            m_effects.emplace_back(Tell{
                Severity::Notice,
                LogCode::ExternalOrder,
                {QStringLiteral("%1 %2")
                     .arg(row.side == domain::Side::Buy ? QStringLiteral("B") : QStringLiteral("S"))
                     .arg(row.quantity.shares()),
                 row.broker.number()},
                row.symbol});
        }
    }
}

}  // namespace core::orders
