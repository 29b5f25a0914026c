#include "core/orders/account.h"

namespace core::orders
{
namespace
{
/// Still to be bought: notices may have told of a part, but only totals move it to the holdings.
domain::Won openAmount(const domain::Order& order, const PriceOf& marginPriceOf)
{
    if (order.request.side != domain::Side::Buy || domain::isFinal(order.state)) {
        return {};
    }
    std::optional<domain::Price> price = order.request.price;
    if (order.amendTo && (!price || *order.amendTo > *price)) {
        price = order.amendTo;
    }
    if (!price) {
        price = marginPriceOf(order.request.symbol);
    }
    return price ? domain::amount(*price, order.remaining()) : domain::Won{};
}
}  // namespace

std::optional<domain::Won> equity(const Books& books, const PriceOf& priceOf)
{
    if (!books.cash()) {
        return std::nullopt;
    }
    domain::Won sum = *books.cash();
    for (const auto& [symbol, position] : books.positions()) {
        if (position.quantity.shares() == 0) {
            continue;
        }
        const std::optional<domain::Price> price = priceOf(symbol);
        if (!price) {
            return std::nullopt;
        }
        sum += domain::amount(*price, position.quantity);
    }
    return sum;
}

domain::Won reserved(const Books& books, const PriceOf& marginPriceOf)
{
    domain::Won sum;
    for (const auto& [id, order] : books.orders()) {
        sum += openAmount(order, marginPriceOf);
    }
    return sum;
}

domain::Won exposure(const Books& books, const PriceOf& marginPriceOf)
{
    domain::Won sum = reserved(books, marginPriceOf);
    for (const auto& [symbol, position] : books.positions()) {
        sum += position.cost;
    }
    return sum;
}

domain::Won exposureOf(const Books& books, const domain::Symbol& symbol,
                       const PriceOf& marginPriceOf)
{
    domain::Won sum;
    for (const auto& [id, order] : books.orders()) {
        if (order.request.symbol == symbol) {
            sum += openAmount(order, marginPriceOf);
        }
    }
    const auto at = books.positions().find(symbol);
    return at == books.positions().end() ? sum : sum + at->second.cost;
}
}  // namespace core::orders
