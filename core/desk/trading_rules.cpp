// Trading room, fifth part: what the rules may ask and want of it.

#include "core/desk/trading_room.h"

#include <algorithm>

namespace core::desk
{
std::optional<QLatin1String> TradingRoom::opensBlocked(const domain::Symbol& symbol) const
{
    if (m_arming != domain::Arming::Armed) {
        return QLatin1String{m_arming == domain::Arming::Unarmed ? "unarmed" : "disarmed"};
    }
    if (m_orders.books().kill() != domain::KillLevel::None) {
        return QLatin1String{"kill"};
    }
    if (!m_closedBy.empty()) {
        return QLatin1String{"gate"};
    }
    if (!m_accountCertain) {
        return QLatin1String{"equity"};
    }
    if (lossStreak().pauses(m_moment.now)) {
        return QLatin1String{"loss_streak"};
    }
    return frozenCause(symbol) ? std::optional{QLatin1String{"frozen"}} : std::nullopt;
}

risk::Judgement TradingRoom::judge(const domain::OrderRequest& request) const
{
    return m_gate.judge(request, gateInput(request));
}

domain::ClientOrderId TradingRoom::place(const domain::OrderRequest& request)
{
    const domain::ClientOrderId id = submit(request);
    drainOrders();
    return id;
}

domain::ClientOrderId TradingRoom::exit(const domain::Symbol& symbol, domain::OrderOrigin origin,
                                        QLatin1String rule)
{
    wantExit(symbol, std::nullopt, origin, rule);
    const std::size_t before = m_exits.at(symbol).orders.size();
    runExits();
    const auto plan = m_exits.find(symbol);
    return plan == m_exits.end() || plan->second.orders.size() == before
               ? domain::ClientOrderId{}
               : plan->second.orders.back();
}

QString TradingRoom::exiting(const domain::Symbol& symbol) const
{
    const auto at = m_exits.find(symbol);
    return at == m_exits.end() || at->second.quantity ? QString{} : at->second.rule;
}

bool TradingRoom::hasOpenOrder(const domain::Symbol& symbol) const
{
    const std::vector<const domain::Order*> open = m_orders.open();
    return std::any_of(open.begin(), open.end(), [&symbol](const domain::Order* order) {
        return order->request.symbol == symbol;
    });
}

std::optional<domain::Won> TradingRoom::equityNow() const
{
    return orders::equity(m_orders.books(), [this](const domain::Symbol& s) { return priceOf(s); });
}

rules::LossStreak TradingRoom::lossStreak() const
{
    rules::LossStreak streak;
    for (const orders::ClosedTrade& trade : m_orders.books().closedTrades()) {
        streak = rules::afterTrade(streak, trade.net, trade.at, m_options.config.guard);
    }
    return streak;
}

void TradingRoom::closeFor(domain::GateCause cause, const QString& detail)
{
    m_orders.setLatch(cause, true, detail);
    updateGate();
    drainOrders();
}

void TradingRoom::hardLoss()
{
    cancelBuys();
    if (m_arming == domain::Arming::Armed) {
        setArming(domain::Arming::Disarmed, QStringLiteral("hard_loss"));
    }
}
}  // namespace core::desk
