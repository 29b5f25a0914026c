#include "core/risk/cost.h"

#include "core/base/wide.h"
#include "core/domain/tax_table.h"

#include <algorithm>

namespace core::risk
{
namespace
{
using base::Int128;
using domain::kWhole;

/// The highest valid price at or below `price` less `stop`: a trade at or below it fires S1.
domain::Price stopLevel(domain::Price price, domain::Percent stop, domain::StepTable steps)
{
    const Int128 exact = static_cast<Int128>(price.won()) * (kWhole - stop.units());
    const auto won = static_cast<std::int64_t>(exact / kWhole);
    return domain::roundDownToStep(domain::Price::fromWon(won), steps);
}
}  // namespace

BuyCost buyCost(domain::Price price, domain::Quantity quantity, const HeldShares& held,
                const CostRates& rates)
{
    BuyCost cost;
    cost.amount = domain::amount(price, quantity);
    cost.commission = domain::chargeDown(cost.amount, rates.commission);
    cost.breakEven = domain::breakEvenPrice(held.cost + cost.amount, held.quantity + quantity,
                                            rates.commission, rates.tax, rates.steps);
    cost.stop = stopLevel(price, rates.stop, rates.steps);
    cost.lossAtStop = cost.amount + cost.commission - saleProceeds(cost.stop, quantity, rates).net;
    return cost;
}

SaleProceeds saleProceeds(domain::Price price, domain::Quantity quantity, const CostRates& rates)
{
    SaleProceeds sale;
    sale.amount = domain::amount(price, quantity);
    sale.commission = domain::chargeDown(sale.amount, rates.commission);
    sale.tax = domain::chargeDown(sale.amount, rates.tax);
    sale.net = sale.amount - sale.commission - sale.tax;
    return sale;
}

domain::Quantity quantityFor(domain::Won cash, domain::Price price, domain::Percent cashSlack)
{
    const Int128 each = static_cast<Int128>(price.won()) * (kWhole + cashSlack.units());
    if (each <= 0 || cash.value() <= 0) {
        return {};
    }
    return domain::Quantity{static_cast<std::int64_t>(cash.value() * kWhole / each)};
}
}  // namespace core::risk
