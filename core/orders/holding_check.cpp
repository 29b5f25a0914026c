#include "core/orders/holding_check.h"

#include <algorithm>
#include <set>

namespace core::orders
{
namespace
{
bool ourOrdersTouch(const Books& books, const domain::Symbol& symbol)
{
    return std::any_of(books.orders().begin(), books.orders().end(), [&symbol](const auto& entry) {
        const domain::Order& order = entry.second;
        return order.request.symbol == symbol && order.state != domain::OrderState::Denied;
    });
}

domain::Timestamp lastFill(const Books& books, const domain::Symbol& symbol)
{
    const auto at = books.positions().find(symbol);
    return at == books.positions().end() ? domain::Timestamp{} : at->second.lastFillAt;
}
}  // namespace

const domain::Holding* HoldingCheck::row(const domain::Symbol& symbol) const
{
    const auto at = std::find_if(
        m_newest.rows.begin(), m_newest.rows.end(),
        [&symbol](const domain::Holding& holding) { return holding.symbol == symbol; });
    return at == m_newest.rows.end() ? nullptr : &*at;
}

std::vector<HoldingFact> HoldingCheck::on(const domain::BalanceReply& balance, const Books& books,
                                          domain::Timestamp now)
{
    if (!balance.ok) {
        return {};
    }
    const bool first = isFirst();
    m_newest = balance;
    m_hasRead = true;

    std::set<domain::Symbol> symbols;
    for (const domain::Holding& holding : balance.rows) {
        symbols.insert(holding.symbol);
    }
    for (const auto& [symbol, position] : books.positions()) {
        symbols.insert(symbol);
    }
    std::vector<HoldingFact> taken;
    for (const domain::Symbol& symbol : symbols) {
        const domain::Holding* broker = row(symbol);
        const domain::Quantity brokers = broker != nullptr ? broker->quantity : domain::Quantity{};
        const domain::Quantity ours = books.held(symbol);
        const auto position = books.positions().find(symbol);
        const bool external =
            !ourOrdersTouch(books, symbol)
            && (ours.shares() == 0 || position->second.owner == domain::PositionOwner::External);
        if (ours == brokers) {
            m_seen.erase(symbol);
            m_standing.erase(symbol);
            continue;
        }
        if (balance.askedAt - lastFill(books, symbol) <= kSettledAfter && ours.shares() != 0) {
            continue;  // Too fresh to say anything.
        }
        const int readings = ++m_seen[symbol];
        if (external && (first || readings >= kReadingsMin)) {
            m_seen.erase(symbol);
            taken.push_back({.symbol = symbol,
                             .quantity = brokers,
                             .cost = broker != nullptr ? broker->cost : domain::Won{},
                             .owner = domain::PositionOwner::External});
        } else if (readings >= kReadingsMin && now - lastFill(books, symbol) > kSettledAfter) {
            m_standing[symbol] = {symbol, ours, brokers};
        }
    }
    return taken;
}
}  // namespace core::orders
