#include "core/sim/account.h"

#include "core/domain/tax_table.h"

namespace core::sim
{
void Account::addHolding(const domain::Symbol& symbol, std::int64_t quantity, std::int64_t cost)
{
    AccountHolding& holding = m_figures.holdings[symbol];
    holding.quantity += quantity;
    holding.cost += cost;
}

void Account::book(const AccountFill& fill)
{
    const std::int64_t amount = fill.price * fill.quantity;
    AccountHolding& holding = m_figures.holdings[fill.symbol];
    OrderCharge& order = m_orders[fill.root];
    order.amount += amount;
    const domain::Won total{order.amount};
    std::int64_t charge = domain::chargeDown(total, fill.cost.commission).value();
    if (fill.side == domain::Side::Buy) {
        m_figures.bought += amount;
        holding.quantity += fill.quantity;
        holding.cost += amount;
        holding.boughtToday += fill.quantity;
    } else {
        charge += domain::chargeDown(total, fill.cost.sellTax).value();
        m_figures.sold += amount;
        const std::int64_t part = holding.quantity == fill.quantity
                                      ? holding.cost
                                      : holding.cost * fill.quantity / holding.quantity;
        holding.quantity -= fill.quantity;
        holding.cost -= part;
        holding.soldToday += fill.quantity;
        holding.realized += amount - part;
    }
    m_figures.charges += charge - order.charged;
    order.charged = charge;
}

void Account::split(const domain::Symbol& symbol, std::int64_t after, std::int64_t before)
{
    const auto known = m_figures.holdings.find(symbol);
    if (known != m_figures.holdings.end()) {
        known->second.quantity = known->second.quantity * after / before;
    }
}

std::int64_t AccountFigures::held(const domain::Symbol& symbol) const
{
    const auto known = holdings.find(symbol);
    return known == holdings.end() ? 0 : known->second.quantity;
}
}  // namespace core::sim
