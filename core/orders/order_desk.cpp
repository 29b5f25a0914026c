#include "core/orders/order_desk.h"

#include <algorithm>
#include <array>

namespace core::orders
{
namespace
{
using namespace std::chrono_literals;
using domain::LogCode;
using domain::OrderState;
using domain::Severity;

// An opening order that waited longer than this for the disk is too old to send (H07); an exit
// goes out late rather than never.
constexpr std::chrono::milliseconds kEntryRecordMax{500};
constexpr std::size_t kParkedMax = 64;
constexpr std::chrono::seconds kParkedFor{30};
constexpr int kCancelsMax = 3;
constexpr std::chrono::seconds kCancelRepeatAfter{2};
constexpr std::chrono::seconds kExitReadAfter{1};
constexpr std::chrono::seconds kEarlierEvery{10};  // Nothing of an earlier day is urgent.

/// When the resolver looks, from the loss on; then every 13 s.
constexpr std::array<std::chrono::milliseconds, 7> kLooks{500ms, 1s, 2s, 3s, 5s, 8s, 13s};

bool awaitsCancel(OrderState state)
{
    return state == OrderState::CancelIntent || state == OrderState::CancelUnknown;
}

bool awaitsAmend(OrderState state)
{
    return state == OrderState::AmendIntent || state == OrderState::AmendUnknown;
}

QString sizeText(const domain::Order& order)
{
    return QStringLiteral("%1 %2")
        .arg(order.request.side == domain::Side::Buy ? QStringLiteral("B") : QStringLiteral("S"))
        .arg(order.request.quantity.shares());
}

QString priceText(const std::optional<domain::Price>& price)
{
    return price ? QString::number(price->won()) : QStringLiteral("-");
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

void OrderDesk::setAutomation(const domain::Symbol& symbol, domain::AutoState state)
{
    commit({}, AutomationFact{symbol, state});
}

void OrderDesk::setMaster(domain::AutoState state)
{
    if (m_books.master() != state) {
        commit({}, MasterFact{state});
    }
}

void OrderDesk::setAddOverride(const domain::Symbol& symbol, const domain::AddOverride& word)
{
    if (m_books.addOverride(symbol) != word) {
        commit({}, AddOverrideFact{symbol, word});
    }
}

void OrderDesk::keepMarks(const domain::Symbol& symbol, const domain::PositionMarks& marks)
{
    const domain::PositionMarks* known = m_books.marks(symbol);
    if (known == nullptr || *known != marks) {
        commit({}, MarksFact{symbol, marks});
    }
}

void OrderDesk::keepGuard(const domain::GuardState& state)
{
    if (m_books.guard() != state) {
        commit({}, GuardFact{state});
    }
}

void OrderDesk::noteIntervention(const domain::Intervention& what)
{
    commit({}, InterventionFact{what});
}

void OrderDesk::setKill(domain::KillLevel level, const QString& cause)
{
    if (m_books.kill() != level) {
        commit({}, KillFact{level, cause});
    }
}

void OrderDesk::setLatch(domain::GateCause cause, bool on, const QString& detail)
{
    if (m_books.latches().contains(cause) != on) {
        commit({}, LatchFact{cause, on, detail});
    }
}

void OrderDesk::noteArming(domain::Arming arming, domain::Won dayLimit, const QString& cause)
{
    commit({}, ArmingFact{arming, dayLimit, cause});
}

void OrderDesk::setStartEquity(domain::Won equity)
{
    commit({}, StartEquityFact{m_books.day(), equity});
}

void OrderDesk::setCash(domain::Won cash)
{
    if (m_books.cash() != cash) {
        commit({}, CashFact{cash});
    }
}

void OrderDesk::takeHolding(const HoldingFact& holding)
{
    commit({}, holding);
}

void OrderDesk::setTaxClass(const domain::Symbol& symbol, TaxClass taxClass)
{
    m_taxClass[symbol] = taxClass;
}

// --- answers --------------------------------------------------------------------------------

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

void OrderDesk::look(const domain::ClientOrderId& id)
{
    const domain::Order* order = m_books.find(id);
    Care& care = m_care[id];
    const auto look = static_cast<std::size_t>(care.look++);
    care.nextLook = look < kLooks.size() && !m_books.isEarlier(id) ? care.lostAt + kLooks[look]
                                                                   : m_moment.now + kLooks.back();
    wantList(*order, care.nextLook);
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
    // A marketable order may be filled already and its notice lost: the totals tell.
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

// --- notices: hints ---------------------------------------------------------------------------

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
        m_schedule.want(notice.symbol, m_moment.now + 200ms);
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

// --- time -------------------------------------------------------------------------------------

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

// --- bookkeeping ------------------------------------------------------------------------------

OrderEvent OrderDesk::back(const domain::Order& order) const
{
    return order.filled.shares() > 0 ? OrderEvent::BackPart : OrderEvent::BackWhole;
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

void OrderDesk::wantList(const domain::Order& order, domain::Timestamp at)
{
    if (m_books.isEarlier(order.id)) {
        m_schedule.wantDay(order.id.date, at);
    } else {
        m_schedule.want(order.request.symbol, at);
    }
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
