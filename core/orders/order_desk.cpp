#include "core/orders/order_desk.h"

#include <algorithm>

namespace core::orders
{
namespace
{
using domain::LogCode;
using domain::OrderState;
using domain::Severity;

// An opening order that waited longer than this for the disk is too old to send (H07); an exit
// goes out late rather than never.
constexpr std::chrono::milliseconds kEntryRecordMax{500};

QString sizeText(const domain::Order& order)
{
    return QStringLiteral("%1 %2")
        .arg(order.request.side == domain::Side::Buy ? QStringLiteral("B") : QStringLiteral("S"))
        .arg(order.request.quantity.shares());
}
}  // namespace

OrderDesk::OrderDesk(OrderDeskOptions options) : m_options{std::move(options)} {}

base::Status OrderDesk::restore(std::span<const LedgerRecord> records)
{
    for (const LedgerRecord& record : records) {
        const base::Result<Fact> fact = decode(record);
        if (!fact) {
            return fact.error();
        }
        if (const base::Status status = m_books.apply(*fact); !status) {
            return status.error();
        }
    }
    return base::Done{};
}

void OrderDesk::recover()
{
    std::vector<domain::ClientOrderId> open;
    for (const auto& [id, order] : m_books.orders()) {
        if (!domain::isFinal(order.state)) {
            open.push_back(id);
        }
    }
    for (const domain::ClientOrderId& id : open) {
        const domain::Order order = *m_books.find(id);
        Care& care = m_care[id];
        care.lostAt = m_moment.now;
        care.noticesWhole = false;  // Nobody listened while this program was down.
        if (order.state == OrderState::Intent || order.state == OrderState::Unknown) {
            lose(order, QStringLiteral("the program ended before the answer came"),
                 QStringLiteral("recovery"));
        } else if (order.state == OrderState::CancelIntent) {
            step(id, {.event = OrderEvent::LoseCancel, .how = QStringLiteral("recovery")});
            care.cancelAt = m_moment.now;
        } else if (order.state == OrderState::AmendIntent) {
            step(id, {.event = OrderEvent::LoseAmend, .how = QStringLiteral("recovery")});
            care.amendAt = m_moment.now;
        } else if (order.state == OrderState::AmendUnknown) {
            care.amendAt = m_moment.now;  // It is looked for anew.
        }
        look(id);
    }
    readEarlierDays();
    reconcile();
}

void OrderDesk::startDay(domain::TradingDate day)
{
    if (m_books.day() == day) {
        return;
    }
    commit({}, DayFact{day});
    for (const domain::Order* order : open()) {
        m_care[order->id].lacking = 0;  // Counted in the lists of its ended day only.
    }
    readEarlierDays();
    reconcile();
}

domain::ClientOrderId OrderDesk::newId()
{
    return {.date = domain::kstDate(m_moment.now), .event = m_moment.event, .ordinal = ++m_ordinal};
}

domain::ClientOrderId OrderDesk::place(const risk::Approved<domain::OrderRequest>& approved,
                                       domain::OrderPurpose purpose)
{
    const domain::ClientOrderId id = newId();
    const domain::OrderRequest& request = approved.request();
    if (!commit(id, IntentFact{request, purpose})) {
        return {};
    }
    m_care[id] = {};
    flush(domain::OutgoingOrder{.id = id,
                                .leg = domain::OrderLeg::New,
                                .attempt = 1,
                                .request = request,
                                .original = {},
                                .branch = {}},
          purpose == domain::OrderPurpose::Open ? std::optional{kEntryRecordMax} : std::nullopt);
    tell(Severity::Info, LogCode::OrderSent, *m_books.find(id),
         {priceText(request.price), request.rule});
    return id;
}

domain::ClientOrderId OrderDesk::deny(const domain::OrderRequest& request, const QString& check,
                                      const QString& text)
{
    const domain::ClientOrderId id = newId();
    commit(id, DeniedFact{request, check, text});
    tell(Severity::Notice, LogCode::OrderDenied, *m_books.find(id),
         {check, text.section(QLatin1Char{'/'}, 0, 0), text.section(QLatin1Char{'/'}, 1)});
    return id;
}

bool OrderDesk::cancel(const domain::ClientOrderId& id)
{
    const domain::Order* order = m_books.find(id);
    if (order == nullptr || domain::isFinal(order->state) || m_books.isEarlier(id)) {
        return false;  // The number of an earlier day may be another order's today.
    }
    if (order->broker.isEmpty()) {
        m_care[id].cancelWanted = true;  // As soon as there is a number to cancel.
        return true;
    }
    if (!next(order->state, OrderEvent::WantCancel)) {
        return awaitsCancel(order->state);
    }
    if (!step(id, {.event = OrderEvent::WantCancel})) {
        return false;
    }
    order = m_books.find(id);
    Care& care = m_care[id];
    care.cancelAt = m_moment.now;
    care.cancelRefused = false;
    flush(domain::OutgoingOrder{.id = id,
                                .leg = domain::OrderLeg::Cancel,
                                .attempt = order->cancels,
                                .request = order->request,
                                .original = order->broker,
                                .branch = order->branch},
          std::nullopt);
    return true;
}

bool OrderDesk::amend(const domain::ClientOrderId& id, domain::Price price)
{
    const domain::Order* order = m_books.find(id);
    if (order == nullptr || order->request.type != domain::OrderType::Limit || m_books.isEarlier(id)
        || !next(order->state, OrderEvent::WantAmend)
        || !step(id, {.event = OrderEvent::WantAmend, .price = price})) {
        return false;
    }
    order = m_books.find(id);
    m_care[id].amendAt = m_moment.now;
    domain::OrderRequest request = order->request;
    request.price = price;
    request.quantity = order->remaining();
    flush(domain::OutgoingOrder{.id = id,
                                .leg = domain::OrderLeg::Amend,
                                .attempt = 1 + static_cast<int>(order->earlier.size()),
                                .request = request,
                                .original = order->broker,
                                .branch = order->branch},
          kEntryRecordMax);
    return true;
}

bool OrderDesk::resolve(const domain::ClientOrderId& id, const domain::BrokerOrderId& broker)
{
    const domain::Order* order = m_books.find(id);
    if (order == nullptr || order->state != OrderState::Ambiguous) {
        return false;
    }
    if (broker.isEmpty()) {
        return step(id, {.event = OrderEvent::PersonDenies, .how = QStringLiteral("person")});
    }
    if (m_books.knows(broker, id.date)) {
        return false;
    }
    bind(id, broker, {}, QStringLiteral("person"));
    return true;
}

bool OrderDesk::commit(const domain::ClientOrderId& id, FactBody body)
{
    const Fact fact{.at = m_moment.now, .order = id, .body = std::move(body)};
    const bool wasFinal = [&] {
        const domain::Order* order = m_books.find(id);
        return order != nullptr && domain::isFinal(order->state);
    }();
    if (const base::Status status = m_books.apply(fact); !status) {
        // Recorded and reconciled: never ignored, never fatal.
        ++m_illegal;
        m_pending.push_back(
            encode({m_moment.now, id, NoteFact{QStringLiteral("illegal"), status.error().detail}}));
        const domain::Order* order = m_books.find(id);
        m_effects.emplace_back(Tell{Severity::Warning,
                                    LogCode::IllegalOrderStep,
                                    {id.toString(), status.error().detail},
                                    order != nullptr ? order->request.symbol : domain::Symbol{}});
        m_schedule.want(std::nullopt, m_moment.now);
        return false;
    }
    m_pending.push_back(encode(fact));
    const bool ofRules = std::holds_alternative<MarksFact>(fact.body)
                         || std::holds_alternative<ShadowFact>(fact.body)
                         || std::holds_alternative<GuardFact>(fact.body);
    m_facts += ofRules ? 0 : 1;
    const domain::Order* order = m_books.find(id);
    if (order != nullptr && domain::isFinal(order->state) && !wasFinal) {
        m_ended.push_back(id);
    }
    return true;
}

bool OrderDesk::step(const domain::ClientOrderId& id, StepFact fact)
{
    return commit(id, std::move(fact));
}

void OrderDesk::flush(std::optional<domain::OutgoingOrder> then,
                      std::optional<std::chrono::milliseconds> notAfter)
{
    if (m_pending.empty() && !then) {
        return;
    }
    const std::uint64_t number = ++m_writes;
    if (then) {
        m_sends.emplace(number, *then);
    }
    m_effects.emplace_back(Write{number, std::exchange(m_pending, {}), std::move(then), notAfter});
}

std::vector<OrderEffect> OrderDesk::take()
{
    flush(std::nullopt, std::nullopt);
    m_ended.clear();
    return std::exchange(m_effects, {});
}

void OrderDesk::tell(domain::Severity severity, domain::LogCode code, const domain::Order& order,
                     QStringList more)
{
    more.prepend(sizeText(order));
    m_effects.emplace_back(Tell{severity, code, std::move(more), order.request.symbol});
}

QString OrderDesk::priceText(const std::optional<domain::Price>& price)
{
    return price ? QString::number(price->won()) : QStringLiteral("-");
}

OrderEvent OrderDesk::back(const domain::Order& order) const
{
    return order.filled.shares() > 0 ? OrderEvent::BackPart : OrderEvent::BackWhole;
}
}  // namespace core::orders
