#pragma once

#include "core/config/config.h"
#include "core/domain/percent.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"
#include "core/domain/won.h"

namespace core::replay
{
/// The money of a replay: cash with fees and tax, what open buys reserve, and the counts of the
/// day. It starts with the capital of the simulated account.
class PaperAccount final
{
public:
    PaperAccount(const config::Config& config, domain::Percent sellTax);

    void reserve(domain::Price limit, domain::Quantity quantity);
    void release(domain::Price limit, domain::Quantity quantity);
    void bought(domain::Won amount);
    void sold(domain::Won amount);
    /// What a closed position earned after fees and tax; `cost` and `proceeds` without them.
    [[nodiscard]] domain::Won net(domain::Won cost, domain::Won proceeds) const;

    [[nodiscard]] domain::Won cash() const noexcept { return m_cash; }
    /// Cash that no open buy has reserved.
    [[nodiscard]] domain::Won buyable() const noexcept { return m_cash - m_reserved; }
    [[nodiscard]] domain::Won start() const noexcept { return m_start; }

private:
    [[nodiscard]] domain::Won reserved(domain::Price limit, domain::Quantity quantity) const;

    domain::Percent m_commission;
    domain::Percent m_sellTax;
    domain::Won m_start;
    domain::Won m_cash;
    domain::Won m_reserved;
};
}  // namespace core::replay
