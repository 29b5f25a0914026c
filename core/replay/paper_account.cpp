#include "core/replay/paper_account.h"

#include "core/domain/tax_table.h"

namespace core::replay
{
PaperAccount::PaperAccount(const config::Config& config, domain::Percent sellTax)
    : m_commission{config.costs.commission},
      m_sellTax{sellTax},
      m_start{config.sim.startCash},
      m_cash{config.sim.startCash}
{
}

domain::Won PaperAccount::reserved(domain::Price limit, domain::Quantity quantity) const
{
    const domain::Won value = domain::amount(limit, quantity);
    return value + domain::chargeDown(value, m_commission);
}

void PaperAccount::reserve(domain::Price limit, domain::Quantity quantity)
{
    m_reserved += reserved(limit, quantity);
}

void PaperAccount::release(domain::Price limit, domain::Quantity quantity)
{
    m_reserved = m_reserved - reserved(limit, quantity);
}

void PaperAccount::bought(domain::Won amount)
{
    m_cash = m_cash - amount - domain::chargeDown(amount, m_commission);
}

void PaperAccount::sold(domain::Won amount)
{
    m_cash +=
        amount - domain::chargeDown(amount, m_commission) - domain::chargeDown(amount, m_sellTax);
}

domain::Won PaperAccount::net(domain::Won cost, domain::Won proceeds) const
{
    return proceeds - cost - domain::chargeDown(cost, m_commission)
           - domain::chargeDown(proceeds, m_commission) - domain::chargeDown(proceeds, m_sellTax);
}
}  // namespace core::replay
