// Trading room, second part: sales are carried to their end, cancels leave in the pace the
// exchange's fairness allows, and the kill levels do both at once.

#include "core/desk/trading_room.h"

#include <algorithm>

namespace core::desk
{
namespace
{
using namespace std::chrono_literals;
using domain::LogCode;
using domain::Severity;

constexpr std::chrono::seconds kLateAfter{10};
}  // namespace

void TradingRoom::wantExit(const domain::Symbol& symbol, std::optional<domain::Quantity> quantity,
                           domain::OrderOrigin origin, const QString& rule)
{
    const auto known = m_exits.find(symbol);
    if (known != m_exits.end() && !known->second.quantity) {
        return;  // Everything is being sold already.
    }
    if (known != m_exits.end() && quantity) {
        *known->second.quantity += *quantity;  // Two part sales in a row are one larger one.
        return;
    }
    orders::ExitPlan plan{.symbol = symbol,
                          .quantity = quantity,
                          .origin = origin,
                          .rule = rule,
                          .decided = priceOf(symbol),
                          .startedAt = m_moment.now};
    if (known != m_exits.end()) {
        plan.orders = known->second.orders;  // A part sale grew to all: its order is ours still.
    }
    m_exits[symbol] = std::move(plan);
}

void TradingRoom::runExits()
{
    std::vector<domain::Symbol> symbols;
    for (const auto& [symbol, plan] : m_exits) {
        symbols.push_back(symbol);
    }
    for (const domain::Symbol& symbol : symbols) {
        runExit(m_exits.at(symbol));
    }
    std::erase_if(m_exits, [](const auto& entry) { return entry.second.symbol.isEmpty(); });
    drainOrders();
}

void TradingRoom::runExit(orders::ExitPlan& plan)
{
    if (m_moment.now - plan.startedAt >= kLateAfter
        && m_moment.now - std::max(plan.startedAt, plan.lateToldAt) >= kLateAfter) {
        plan.lateToldAt = m_moment.now;
        tell(Severity::Critical, LogCode::ExitLate,
             {QStringLiteral("S %1").arg(m_orders.books().held(plan.symbol).shares()),
              QString::number(
                  std::chrono::duration_cast<std::chrono::seconds>(m_moment.now - plan.startedAt)
                      .count())},
             plan.symbol);
    }
    const orders::ExitSituation at = situation(plan);
    const orders::ExitMove move = orders::nextMove(plan, at);
    if (at.bid.won() == 0 && at.limits.lower.won() > 0 && !at.ownSells.empty()) {
        tellLocked(plan, at.held);
    }
    if (std::holds_alternative<orders::ExitDone>(move)) {
        plan.symbol = {};
    } else if (const auto* cancel = std::get_if<orders::ExitCancel>(&move)) {
        for (const domain::ClientOrderId& id : cancel->orders) {
            wantCancel(id);
        }
        if (cancel->nextRung && plan.rung != orders::ExitRung::Collar) {
            plan.rung = static_cast<orders::ExitRung>(static_cast<int>(plan.rung) + 1);
            tell(Severity::Warning, LogCode::ExitEscalated,
                 {QStringLiteral("S %1").arg(m_orders.books().held(plan.symbol).shares()),
                  QString::number(static_cast<int>(plan.rung))},
                 plan.symbol);
        }
        runCancels();
    } else if (std::holds_alternative<orders::ExitAsk>(move)) {
        const auto known = m_sellable.find(plan.symbol);
        if (known == m_sellable.end() || m_moment.now - known->second.askedAt > 1s) {
            plan.notBefore = m_moment.now + 500ms;
            m_effects.emplace_back(QuerySellable{plan.symbol});
        }
    } else if (const auto* send = std::get_if<orders::ExitSend>(&move)) {
        if (m_arming == domain::Arming::Unarmed || !m_messages.mayLeave(m_moment.now)) {
            return;
        }
        if (send->locked) {
            tellLocked(plan, send->request.quantity);
        }
        const domain::ClientOrderId id =
            submit(send->request, plan.rung == orders::ExitRung::Collar || send->locked);
        const domain::Order* order = m_orders.books().find(id);
        if (order == nullptr || order->state == domain::OrderState::Denied) {
            plan = orders::afterRefusal(plan, domain::RejectReason::Other, m_moment.now);
        } else {
            plan.orders.push_back(id);
        }
    }
}

void TradingRoom::tellLocked(orders::ExitPlan& plan, domain::Quantity shares)
{
    if (!std::exchange(plan.lockTold, true)) {
        tell(Severity::Critical, LogCode::LimitLocked,
             {QStringLiteral("S %1").arg(shares.shares())}, plan.symbol);
    }
}

orders::ExitSituation TradingRoom::situation(const orders::ExitPlan& plan) const
{
    orders::ExitSituation at;
    at.now = m_moment.now;
    at.phase = m_session.phase;
    at.held = m_orders.books().held(plan.symbol);
    domain::Quantity provisional;
    for (const domain::Order* order : m_orders.open()) {
        if (order->request.symbol != plan.symbol) {
            continue;
        }
        if (order->request.side == domain::Side::Buy) {
            at.ownBuys.push_back(order);
        } else {
            at.ownSells.push_back(order);
            provisional += order->remaining();
        }
    }
    at.sellable = domain::Quantity{std::max<std::int64_t>(0, (at.held - provisional).shares())};
    for (const domain::ClientOrderId& id : plan.orders) {
        if (const domain::Order* order = m_orders.books().find(id)) {
            at.soldByPlan += order->filled;
        }
    }
    const auto broker = m_sellable.find(plan.symbol);
    if (broker != m_sellable.end()) {
        at.broker = broker->second;
    }
    if (const domain::Instrument* instrument = instrumentOf(plan.symbol)) {
        at.steps = instrument->steps();
    }
    at.limits = limitsOf(plan.symbol);
    if (const std::optional<market::SymbolId> id = m_market.find(plan.symbol)) {
        const domain::MarketView view = m_market.view(*id);
        at.bid = view.bid;
        at.last = view.last;
        at.stopped = view.inVi || view.halted;
    }
    return at;
}

void TradingRoom::exitEnded(const domain::ClientOrderId& id)
{
    const domain::Order* order = m_orders.books().find(id);
    const auto at = order == nullptr ? m_exits.end() : m_exits.find(order->request.symbol);
    if (at == m_exits.end()
        || std::find(at->second.orders.begin(), at->second.orders.end(), id)
               == at->second.orders.end()) {
        return;
    }
    if (order->state == domain::OrderState::Rejected
        || order->state == domain::OrderState::ClosedPart) {
        at->second = orders::afterRefusal(at->second, m_orders.lastReject(id), m_moment.now);
        if (m_orders.lastReject(id) == domain::RejectReason::SellQuantity) {
            askHoldings();
        }
    } else if (order->state == domain::OrderState::NotSent) {
        at->second.notBefore = m_moment.now + 500ms;
    }
}

void TradingRoom::wantCancel(const domain::ClientOrderId& id)
{
    if (std::find(m_cancels.begin(), m_cancels.end(), id) == m_cancels.end()) {
        m_cancels.push_back(id);
    }
}

void TradingRoom::runCancels()
{
    if (m_arming == domain::Arming::Unarmed) {
        m_cancels.clear();  // No order of any origin leaves.
        return;
    }
    // Paced, never refused (RC-19).
    while (!m_cancels.empty() && m_messages.mayLeave(m_moment.now)) {
        const domain::ClientOrderId id = m_cancels.front();
        m_cancels.pop_front();
        const domain::Order* order = m_orders.books().find(id);
        if (order == nullptr || domain::isFinal(order->state)) {
            continue;
        }
        const int before = order->cancels;
        m_orders.cancel(id);
        if (m_orders.books().find(id)->cancels > before) {
            m_messages.note(m_moment.now);
        }
    }
    drainOrders();
}

void TradingRoom::cancelBuys()
{
    for (const domain::Order* order : m_orders.open()) {
        if (order->request.side == domain::Side::Buy) {
            wantCancel(order->id);
        }
    }
    runCancels();
}

void TradingRoom::raiseKill(domain::KillLevel level, const std::vector<domain::Symbol>& sell,
                            const QString& cause)
{
    if (level > m_orders.books().kill()) {
        m_orders.setKill(level, cause);
        tell(Severity::Critical, LogCode::KillRaised,
             {QString::number(static_cast<int>(level)), cause});
    }
    if (level >= domain::KillLevel::CancelBuys) {
        cancelBuys();
    }
    if (level == domain::KillLevel::FlattenAndLock) {
        for (const domain::Symbol& symbol : sell) {
            wantExit(symbol, std::nullopt, domain::OrderOrigin::Flatten, QStringLiteral("FLATTEN"));
        }
        runExits();
    }
    updateGate();
    drainOrders();
}
}  // namespace core::desk
