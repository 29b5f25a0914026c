#pragma once

#include "core/domain/percent.h"
#include "core/domain/price_steps.h"
#include "core/domain/quantity.h"
#include "core/domain/won.h"

#include <optional>

namespace core::risk
{
/// What a trade costs, and where a sale would be charged.
struct CostRates
{
    domain::Percent commission;  ///< Of each side.
    domain::Percent tax;         ///< Of sales, at their settlement date.
    domain::Percent stop;        ///< exit.stop_pct
    domain::Percent cashSlack;   ///< RC-16
    domain::StepTable steps = domain::StepTable::Share;
};

/// Shares held and what they cost, fees apart.
struct HeldShares
{
    domain::Quantity quantity{};
    domain::Won cost{};
};

/// What the ticket shows of a buy before anything is sent.
struct BuyCost
{
    domain::Won amount;
    domain::Won commission;
    domain::Price breakEven;  ///< Of the whole position after a full fill.
    domain::Price stop;       ///< Highest valid price at which S1 fires.
    domain::Won lossAtStop;   ///< Of this order: bought, sold at `stop`, everything charged.

    friend bool operator==(const BuyCost&, const BuyCost&) = default;
};

/// What the ticket shows of a sale.
struct SaleProceeds
{
    domain::Won amount;
    domain::Won commission;
    domain::Won tax;
    domain::Won net;

    friend bool operator==(const SaleProceeds&, const SaleProceeds&) = default;
};

/// Costs of buying `quantity` at `price` (a positive quantity at a positive price): the limit, or
/// the upper limit for types without a price. Exact; charges are rounded down as the broker's.
[[nodiscard]] BuyCost buyCost(domain::Price price, domain::Quantity quantity,
                              const HeldShares& held, const CostRates& rates);

[[nodiscard]] SaleProceeds saleProceeds(domain::Price price, domain::Quantity quantity,
                                        const CostRates& rates);

/// The largest quantity whose worth with the slack `cash` covers; 0 if not even one.
[[nodiscard]] domain::Quantity quantityFor(domain::Won cash, domain::Price price,
                                           domain::Percent cashSlack);
}  // namespace core::risk
