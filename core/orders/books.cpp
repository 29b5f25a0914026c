#include "core/orders/books.h"

#include "core/base/wide.h"

#include <algorithm>

namespace core::orders
{
namespace
{
base::Error refused(const Fact& fact, const QString& why)
{
    return {base::ErrorCode::Refused,
            QStringLiteral("order %1: %2").arg(fact.order.toString(), why)};
}

/// The share of `whole` that belongs to `part` of `of` shares, rounded down; all of it for all.
domain::Won shareOf(domain::Won whole, domain::Quantity part, domain::Quantity of)
{
    const base::Int128 product =
        static_cast<base::Int128>(whole.value()) * static_cast<base::Int128>(part.shares());
    return domain::Won{static_cast<std::int64_t>(product / of.shares())};
}

domain::PositionOwner ownerOf(domain::OrderOrigin origin)
{
    switch (origin) {
    case domain::OrderOrigin::Wave:
        return domain::PositionOwner::Wave;
    case domain::OrderOrigin::Entry:
    case domain::OrderOrigin::Add:
        return domain::PositionOwner::Base;
    case domain::OrderOrigin::Hand:
    case domain::OrderOrigin::Exit:
    case domain::OrderOrigin::Guard:
    case domain::OrderOrigin::EndOfDay:
    case domain::OrderOrigin::Flatten:
        return domain::PositionOwner::Manual;
    }
    return domain::PositionOwner::Manual;
}
}  // namespace

base::Status Books::apply(const Fact& fact)
{
    m_largestEvent = std::max(m_largestEvent, fact.order.event);
    return std::visit([&](const auto& body) { return apply(fact, body); }, fact.body);
}

const domain::Order* Books::find(const domain::ClientOrderId& id) const
{
    const auto at = m_orders.find(id);
    return at == m_orders.end() ? nullptr : &at->second;
}

const domain::Order* Books::find(const domain::BrokerOrderId& id) const
{
    const auto at = m_byNumber.find(id);
    return at == m_byNumber.end() ? nullptr : find(at->second);
}

bool Books::knows(const domain::BrokerOrderId& id, domain::TradingDate day) const
{
    if (day >= m_day) {
        return m_byNumber.contains(id);
    }
    const auto at = m_earlierNumbers.find(day);
    return at != m_earlierNumbers.end() && at->second.contains(id);
}

const PositionFills* Books::fillsOf(const domain::Symbol& symbol) const
{
    const auto at = m_fills.find(symbol);
    return at == m_fills.end() ? nullptr : &at->second;
}

domain::Quantity Books::held(const domain::Symbol& symbol) const
{
    const auto at = m_positions.find(symbol);
    return at == m_positions.end() ? domain::Quantity{} : at->second.quantity;
}

const domain::PositionMarks* Books::marks(const domain::Symbol& symbol) const
{
    const auto at = m_marks.find(symbol);
    return at == m_marks.end() ? nullptr : &at->second;
}

domain::AddOverride Books::addOverride(const domain::Symbol& symbol) const
{
    const auto at = m_addOverrides.find(symbol);
    return at == m_addOverrides.end() ? domain::AddOverride{} : at->second;
}

domain::AutoState Books::automation(const domain::Symbol& symbol) const
{
    const auto at = m_automation.find(symbol);
    return at == m_automation.end() ? domain::AutoState::On : at->second;
}

base::Status Books::apply(const Fact& fact, const IntentFact& body)
{
    if (m_orders.contains(fact.order)) {
        return refused(fact, QStringLiteral("a second intent under the same id"));
    }
    domain::Order& order = m_orders[fact.order];
    order.id = fact.order;
    order.request = body.request;
    order.purpose = body.purpose;
    order.state = domain::OrderState::Intent;
    order.intentAt = fact.at;
    order.changedAt = fact.at;
    ++m_counts.messages;
    if (body.purpose == domain::OrderPurpose::Open) {
        ++m_counts.entries;
        if (body.request.origin == domain::OrderOrigin::Add) {
            ++m_counts.addsOf[body.request.symbol];
        } else {
            ++m_counts.entriesOf[body.request.symbol];
        }
    }
    return base::Done{};
}

base::Status Books::apply(const Fact& fact, const DeniedFact& body)
{
    domain::Order& order = m_orders[fact.order];
    order.id = fact.order;
    order.request = body.request;
    order.state = domain::OrderState::Denied;
    order.intentAt = fact.at;
    order.changedAt = fact.at;
    order.code = body.check;
    order.text = body.text;
    return base::Done{};
}

void Books::bind(domain::Order& order, const domain::BrokerOrderId& number, const QString& branch)
{
    if (!number.isEmpty() && number != order.broker) {
        if (!order.broker.isEmpty()) {
            order.earlier.push_back(order.broker);
        }
        order.broker = number;
        if (isEarlier(order.id)) {
            m_earlierNumbers[order.id.date].insert(number);
        } else {
            m_byNumber[number] = order.id;
            m_externals.erase(number);  // It was ours after all.
        }
    }
    if (!branch.isEmpty()) {
        order.branch = branch;
    }
}

base::Status Books::apply(const Fact& fact, const StepFact& body)
{
    const auto at = m_orders.find(fact.order);
    if (at == m_orders.end()) {
        return refused(fact, QStringLiteral("a step of an order that is not in the books"));
    }
    domain::Order& order = at->second;
    const std::optional<domain::OrderState> to = next(order.state, body.event);
    if (!to) {
        return refused(fact, QStringLiteral("no step \"%1\" from state \"%2\"")
                                 .arg(toText(body.event), toText(order.state)));
    }
    if (body.event == OrderEvent::Accept) {
        order.acceptedAt = fact.at;
    } else if (body.event == OrderEvent::WantCancel) {
        ++order.cancels;
        ++m_counts.messages;
        ++m_counts.cancelsOf[order.request.symbol];
    } else if (body.event == OrderEvent::WantAmend) {
        order.amendTo = body.price;
        ++m_counts.messages;
    } else if (body.event == OrderEvent::LoseAnswer && order.state == domain::OrderState::Intent) {
        ++m_counts.unknowns;
    } else if (body.event == OrderEvent::BackWhole || body.event == OrderEvent::BackPart) {
        if (body.price) {
            order.request.price = body.price;
        }
        order.amendTo.reset();
    }
    bind(order, body.broker, body.branch);
    order.ended += body.ended;
    order.state = *to;
    order.changedAt = fact.at;
    if (!body.code.isEmpty() || !body.text.isEmpty()) {
        order.code = body.code;
        order.text = body.text;
        order.reason = body.reason;
    }
    if (domain::isFinal(order.state)) {
        order.provisional = domain::Quantity{};
        order.amendTo.reset();
    }
    return base::Done{};
}

base::Status Books::apply(const Fact& fact, const FillFact& body)
{
    const auto at = m_orders.find(fact.order);
    if (at == m_orders.end()) {
        return refused(fact, QStringLiteral("a fill of an order that is not in the books"));
    }
    domain::Order& order = at->second;
    if (body.before != order.filled || body.total <= body.before
        || body.total > order.request.quantity || body.amount < order.filledAmount) {
        return refused(fact, QStringLiteral("fill %1 to %2 of %3 does not follow on %4")
                                 .arg(body.before.shares())
                                 .arg(body.total.shares())
                                 .arg(order.request.quantity.shares())
                                 .arg(order.filled.shares()));
    }
    const std::optional<domain::OrderState> to =
        next(order.state, body.last ? OrderEvent::FillLast : OrderEvent::FillPart);
    if (!to) {
        return refused(fact, QStringLiteral("a fill in state \"%1\"").arg(toText(order.state)));
    }
    const domain::Quantity grown = body.total - order.filled;
    const domain::Won amount = body.amount - order.filledAmount;
    order.filled = body.total;
    order.filledAmount = body.amount;
    order.provisional =
        domain::Quantity{std::max<std::int64_t>(0, order.provisional.shares() - grown.shares())};
    order.state = *to;
    order.lastFillAt = fact.at;
    order.changedAt = fact.at;
    m_lastFillAt = fact.at;
    if (!isEarlier(order.id)) {
        m_costsToday += body.fee + body.tax;
    }
    noteFill(fact, order, grown, amount, body);
    if (order.request.side == domain::Side::Buy) {
        bought(order, grown, amount, body.fee, fact.at);
    } else {
        sold(order, grown, amount, body.fee + body.tax, fact.at);
    }
    if (domain::isFinal(order.state)) {
        order.provisional = domain::Quantity{};
    }
    return base::Done{};
}

void Books::noteFill(const Fact& fact, const domain::Order& order, domain::Quantity grown,
                     domain::Won amount, const FillFact& body)
{
    const domain::OrderRequest& request = order.request;
    if (request.side == domain::Side::Sell && held(request.symbol).shares() == 0) {
        return;  // Shares we did not know of.
    }
    PositionFills& record = m_fills[request.symbol];
    if (record.fills.empty() && request.side == domain::Side::Buy) {
        record.atEntry = request.seen;
    } else if (request.side == domain::Side::Sell) {
        record.atExit = request.seen;
    }
    record.fills.push_back({.at = fact.at,
                            .order = order.id,
                            .side = request.side,
                            .origin = request.origin,
                            .rule = request.rule,
                            .quantity = grown,
                            .amount = amount,
                            .fee = body.fee,
                            .tax = body.tax,
                            .deciding = request.decided.value_or(domain::Price{})});
}

void Books::bought(const domain::Order& order, domain::Quantity shares, domain::Won amount,
                   domain::Won fee, domain::Timestamp at)
{
    BookPosition& position = m_positions[order.request.symbol];
    if (position.quantity.shares() == 0) {
        position.owner = ownerOf(order.request.origin);
        position.openedAt = at;
        position.realized = {};
        position.automation = position.owner == domain::PositionOwner::Manual
                                  ? domain::AutoState::ExitsOnly
                                  : automation(order.request.symbol);
    }
    position.quantity += shares;
    position.cost += amount;
    position.buyFees += fee;
    position.lastFillAt = at;
    if (m_cash) {
        *m_cash = *m_cash - amount - fee;
    }
}

void Books::sold(const domain::Order& order, domain::Quantity shares, domain::Won amount,
                 domain::Won costs, domain::Timestamp at)
{
    if (m_cash) {
        *m_cash = *m_cash + amount - costs;
    }
    const auto found = m_positions.find(order.request.symbol);
    if (found == m_positions.end() || found->second.quantity.shares() == 0) {
        return;  // Shares we did not know of: the holding comparison tells of it.
    }
    BookPosition& position = found->second;
    const domain::Quantity part = std::min(shares, position.quantity);
    const domain::Won cost = shareOf(position.cost, part, position.quantity);
    const domain::Won fees = shareOf(position.buyFees, part, position.quantity);
    const domain::Won net = amount - costs - cost - fees;
    position.quantity = position.quantity - part;
    position.cost = position.cost - cost;
    position.buyFees = position.buyFees - fees;
    position.lastFillAt = at;
    position.lastSoldAt = at;
    position.realized += net;
    if (!isEarlier(order.id)) {
        position.realizedToday += net;
        m_realizedToday += net;
    }
    if (position.quantity.shares() == 0) {
        if (position.owner != domain::PositionOwner::External) {
            noteClosed(order.request.symbol, position, at);
        }
        closed(order.request.symbol);
    }
}

void Books::noteClosed(const domain::Symbol& symbol, const BookPosition& position,
                       domain::Timestamp at)
{
    ClosedTrade trade;
    trade.symbol = symbol;
    trade.at = at;
    trade.net = position.realized;
    trade.owner = position.owner;
    trade.openedAt = position.openedAt;
    trade.record = m_fills[symbol];
    if (const domain::PositionMarks* known = marks(symbol)) {
        trade.marks = *known;
    }
    trade.overridden = std::any_of(m_interventions.begin(), m_interventions.end(),
                                   [&](const domain::Intervention& one) {
                                       return one.symbol == symbol && one.at >= position.openedAt;
                                   });
    m_closedTrades.push_back(std::move(trade));
}

void Books::closed(const domain::Symbol& symbol)
{
    m_fills.erase(symbol);
    m_marks.erase(symbol);
    m_addOverrides.erase(symbol);
}

base::Status Books::apply(const Fact& fact, const HintFact& body)
{
    const auto at = m_orders.find(fact.order);
    if (at == m_orders.end()) {
        return refused(fact, QStringLiteral("a notice of an order that is not in the books"));
    }
    domain::Order& order = at->second;
    // A notice has no number of its own: twice the same is either two fills or one told twice.
    // Never more than can be left; the totals settle it.
    order.provisional = std::min(order.provisional + body.quantity,
                                 std::max(order.remaining(), domain::Quantity{}));
    return base::Done{};
}

base::Status Books::apply(const Fact&, const ExternalFact& body)
{
    m_externals[body.row.broker] = body.row;
    return base::Done{};
}

base::Status Books::apply(const Fact& fact, const HoldingFact& body)
{
    if (body.quantity.shares() == 0) {
        m_positions.erase(body.symbol);
        closed(body.symbol);
        return base::Done{};
    }
    BookPosition& position = m_positions[body.symbol];
    if (position.quantity.shares() == 0) {
        position.openedAt = fact.at;
        position.automation = body.owner == domain::PositionOwner::External
                                  ? domain::AutoState::Off
                                  : domain::AutoState::ExitsOnly;
    }
    position.owner = body.owner;
    position.quantity = body.quantity;
    position.cost = body.cost;
    position.buyFees = domain::Won{};
    return base::Done{};
}

base::Status Books::apply(const Fact&, const CashFact& body)
{
    m_cash = body.cash;
    return base::Done{};
}

void Books::keepEarlierNumbers()
{
    // An order still open is looked for in its own day's list, and there the numbers of the
    // others of that day are theirs.
    std::set<domain::TradingDate> open;
    for (const auto& [id, order] : m_orders) {
        if (!domain::isFinal(order.state)) {
            open.insert(id.date);
        }
    }
    for (const auto& [number, id] : m_byNumber) {
        m_earlierNumbers[id.date].insert(number);
    }
    std::erase_if(m_earlierNumbers,
                  [&open](const auto& entry) { return !open.contains(entry.first); });
}

base::Status Books::apply(const Fact&, const DayFact& body)
{
    if (body.date == m_day) {
        return base::Done{};
    }
    keepEarlierNumbers();
    m_day = body.date;
    m_counts = {};
    m_costsToday = {};
    m_realizedToday = {};
    m_startEquity.reset();
    m_latches.clear();
    m_guard = {};
    m_interventions.clear();
    m_shadows.clear();
    m_closedTrades.clear();
    m_externals.clear();
    m_byNumber.clear();  // The broker's numbers are unique within one day.
    std::erase_if(m_orders, [](const auto& entry) { return domain::isFinal(entry.second.state); });
    std::erase_if(m_positions,
                  [](const auto& entry) { return entry.second.quantity.shares() == 0; });
    for (auto& [symbol, position] : m_positions) {
        position.realizedToday = {};
    }
    for (auto& [symbol, record] : m_fills) {
        record.carried.reset();
    }
    return base::Done{};
}

base::Status Books::apply(const Fact&, const StartEquityFact& body)
{
    if (body.date != m_day) {
        return base::Done{};
    }
    m_startEquity = body.equity;
    for (const CarriedHolding& holding : body.carried) {
        if (held(holding.symbol).shares() > 0) {
            m_fills[holding.symbol].carried = holding.value;
        }
    }
    return base::Done{};
}

base::Status Books::apply(const Fact&, const KillFact& body)
{
    m_kill = body.level;
    m_killCause = body.cause;
    return base::Done{};
}

base::Status Books::apply(const Fact&, const LatchFact& body)
{
    if (body.on) {
        m_latches[body.cause] = body.detail;
    } else {
        m_latches.erase(body.cause);
    }
    return base::Done{};
}

base::Status Books::apply(const Fact&, const ArmingFact&)
{
    return base::Done{};  // For the record: no restart ever arms.
}

base::Status Books::apply(const Fact&, const AutomationFact& body)
{
    m_automation[body.symbol] = body.state;
    const auto at = m_positions.find(body.symbol);
    if (at != m_positions.end()) {
        at->second.automation = body.state;
    }
    return base::Done{};
}

base::Status Books::apply(const Fact&, const MasterFact& body)
{
    m_master = body.state;
    return base::Done{};
}

base::Status Books::apply(const Fact&, const MarksFact& body)
{
    m_marks[body.symbol] = body.marks;
    return base::Done{};
}

base::Status Books::apply(const Fact&, const GuardFact& body)
{
    m_guard = body.state;
    return base::Done{};
}

base::Status Books::apply(const Fact&, const AddOverrideFact& body)
{
    if (body.word.mode == domain::AddMode::Auto) {
        m_addOverrides.erase(body.symbol);
    } else {
        m_addOverrides[body.symbol] = body.word;
    }
    return base::Done{};
}

base::Status Books::apply(const Fact&, const InterventionFact& body)
{
    m_interventions.push_back(body.what);
    return base::Done{};
}

base::Status Books::apply(const Fact&, const ShadowFact& body)
{
    m_shadows[domain::keyOf(body.shadow)] = body.shadow;
    return base::Done{};
}

base::Status Books::apply(const Fact&, const NoteFact&)
{
    return base::Done{};
}
}  // namespace core::orders
