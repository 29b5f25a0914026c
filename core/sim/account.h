#pragma once

#include "core/domain/order_notice.h"
#include "core/domain/percent.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <cstdint>
#include <map>

namespace core::sim
{
/// What trading costs on the day: commission each side; the sell tax is the trade's.
struct TradeCost
{
    domain::Percent commission;
    domain::Percent sellTax;
};

/// One fill as the account books it.
struct AccountFill
{
    std::int64_t root = 0;  ///< First number of the order's amend chain: fees are per order.
    domain::Symbol symbol;
    domain::Side side = domain::Side::Buy;
    std::int64_t quantity = 0;
    std::int64_t price = 0;
    TradeCost cost;
};

/// Shares of one issue in the account. Stays, with no shares, when sold out today.
struct AccountHolding
{
    std::int64_t quantity = 0;
    std::int64_t cost = 0;  ///< Won paid for what is held, without fees.
    std::int64_t boughtToday = 0;
    std::int64_t soldToday = 0;
    std::int64_t realized = 0;  ///< Sales less their cost, without fees.

    friend bool operator==(const AccountHolding&, const AccountHolding&) = default;
};

/// What the account shows at a moment. Copied for lagging views.
struct AccountFigures
{
    std::int64_t depositToday = 0;  ///< Settled today; nothing traded yesterday, so D+1 as well.
    std::int64_t bought = 0;        ///< Today, without charges.
    std::int64_t sold = 0;
    std::int64_t charges = 0;  ///< Commissions and taxes of today.
    std::map<domain::Symbol, AccountHolding> holdings;

    /// Cash when today's trades are settled.
    [[nodiscard]] std::int64_t cashD2() const noexcept
    {
        return depositToday + sold - bought - charges;
    }
    [[nodiscard]] std::int64_t held(const domain::Symbol& symbol) const;
    friend bool operator==(const AccountFigures&, const AccountFigures&) = default;
};

/// The broker's ledger of one cash account on one day.
///
/// Units:  whole won and shares. Fees and taxes are rounded down per order (all its fills
///         together), so the running charge of an order is re-computed with every fill.
/// Thread: the simulator's.
class Account final
{
public:
    explicit Account(domain::Won startCash) { m_figures.depositToday = startCash.value(); }

    /// Overnight shares; their cost does not touch today's cash.
    void addHolding(const domain::Symbol& symbol, std::int64_t quantity, std::int64_t cost);
    void book(const AccountFill& fill);
    /// `before` shares become `after`; the cost stays.
    void split(const domain::Symbol& symbol, std::int64_t after, std::int64_t before);

    [[nodiscard]] const AccountFigures& figures() const noexcept { return m_figures; }

private:
    struct OrderCharge
    {
        std::int64_t amount = 0;
        std::int64_t charged = 0;
    };

    AccountFigures m_figures;
    std::map<std::int64_t, OrderCharge> m_orders;  ///< By root number.
};
}  // namespace core::sim
