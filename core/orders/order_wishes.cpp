// What is kept as it is told: a fact each, and none where nothing changes.

#include "core/orders/order_desk.h"

namespace core::orders
{
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

void OrderDesk::keepShadow(const domain::Shadow& shadow)
{
    const auto known = m_books.shadows().find(domain::keyOf(shadow));
    if (known == m_books.shadows().end() || known->second != shadow) {
        commit({}, ShadowFact{shadow});
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

void OrderDesk::setStartEquity(domain::Won equity, std::vector<CarriedHolding> carried)
{
    commit({}, StartEquityFact{m_books.day(), equity, std::move(carried)});
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
}  // namespace core::orders
