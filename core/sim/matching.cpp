#include "core/sim/matching.h"

#include <algorithm>

namespace core::sim
{
namespace
{

/// True if an order of `side` at `limit` (0 = any) would trade at `price`.
bool accepts(domain::Side side, std::int32_t limit, std::int32_t price)
{
    return limit == 0 || (side == domain::Side::Buy ? price <= limit : price >= limit);
}

/// Shares visible at a price on the order's own side; what lies beyond the tenth level is as deep
/// as the tenth, and a price better than the best stands alone.
std::int64_t visibleAt(const Book& book, domain::Side side, std::int32_t price)
{
    const auto& prices = side == domain::Side::Buy ? book.bid : book.ask;
    const auto& sizes = side == domain::Side::Buy ? book.bidSize : book.askSize;
    std::int64_t last = 0;
    for (std::size_t i = 0; i < Book::kLevels && prices[i] != 0; ++i) {
        if (prices[i] == price) {
            return sizes[i];
        }
        if (side == domain::Side::Buy ? prices[i] < price : prices[i] > price) {
            return 0;
        }
        last = sizes[i];
    }
    return last;
}
}  // namespace

const Matching::Issue* Matching::find(StockId id) const
{
    const auto known = m_issues.find(static_cast<std::uint32_t>(id));
    return known == m_issues.end() ? nullptr : &known->second;
}

std::int64_t Matching::takenAt(StockId id, std::int32_t price, std::int32_t now) const
{
    const Issue* known = find(id);
    std::int64_t sum = 0;
    if (known != nullptr) {
        for (const Taken& taken : known->taken) {
            sum += taken.price == price && now - taken.at < kRefill ? taken.quantity : 0;
        }
    }
    return sum;
}

std::vector<Match> Matching::arrive(StockId id, WorkingOrder& order, const Book& book,
                                    std::int32_t now)
{
    const auto& prices = order.side == domain::Side::Buy ? book.ask : book.bid;
    const auto& sizes = order.side == domain::Side::Buy ? book.askSize : book.bidSize;
    Issue& at = issue(id);
    std::erase_if(at.taken, [&](const Taken& t) { return now - t.at >= kRefill; });
    std::vector<Match> matches;
    for (std::size_t i = 0; i < Book::kLevels && order.remaining > 0; ++i) {
        if (prices[i] == 0 || !accepts(order.side, order.price, prices[i])) {
            break;
        }
        const std::int64_t here = std::min(order.remaining, sizes[i] - takenAt(id, prices[i], now));
        if (here > 0) {
            matches.push_back({.number = order.number, .quantity = here, .price = prices[i]});
            at.taken.push_back({.price = prices[i], .quantity = here, .at = now});
            order.remaining -= here;
        }
    }
    return matches;
}

std::int64_t Matching::available(StockId id, const WorkingOrder& order, const Book& book,
                                 std::int32_t now) const
{
    const auto& prices = order.side == domain::Side::Buy ? book.ask : book.bid;
    const auto& sizes = order.side == domain::Side::Buy ? book.askSize : book.bidSize;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < Book::kLevels; ++i) {
        if (prices[i] == 0 || !accepts(order.side, order.price, prices[i])) {
            break;
        }
        sum += std::max<std::int64_t>(0, sizes[i] - takenAt(id, prices[i], now));
    }
    return sum;
}

void Matching::rest(StockId id, WorkingOrder order, const Book& book)
{
    order.ahead = order.price == 0 ? 0 : visibleAt(book, order.side, order.price);
    issue(id).resting.push_back(order);
}

std::vector<Match> Matching::traded(StockId id, const FlowEvent& event, const Book& book)
{
    std::vector<Match> matches;
    Issue& at = issue(id);
    std::int64_t ours = 0;  // Shares of the event that went to our earlier orders.
    for (WorkingOrder& order : at.resting) {
        if (!accepts(order.side, order.price, event.price)) {
            continue;
        }
        std::int64_t quantity = order.remaining;
        std::int32_t price = order.price;
        if (order.price == 0) {
            price = event.price;
            quantity = std::min(quantity, event.quantity);
        } else if (order.price == event.price) {
            // Who stood before us may have left as well: never more than what is visible now.
            order.ahead = std::min(
                order.ahead, std::max(visibleAt(book, order.side, order.price), event.quantity));
            const std::int64_t volume = event.quantity - ours;
            const std::int64_t before = std::min(order.ahead, volume);
            order.ahead -= before;
            quantity = std::min(quantity, volume - before);
            ours += quantity;
        }
        if (quantity > 0) {
            order.remaining -= quantity;
            matches.push_back({.number = order.number, .quantity = quantity, .price = price});
        }
    }
    dropFilled(at);
    return matches;
}

std::vector<Match> Matching::printed(StockId id, const FlowEvent& event, bool closingAuction)
{
    std::vector<Match> matches;
    Issue& at = issue(id);
    std::int64_t ours = 0;
    for (WorkingOrder& order : at.resting) {
        const std::int32_t limit = closingAuction && order.marketAtClose ? 0 : order.price;
        if (!accepts(order.side, limit, event.price)) {
            continue;
        }
        const std::int64_t quantity =
            limit == event.price ? std::min(
                order.remaining, std::max<std::int64_t>(0, event.quantity - ours - order.ahead))
                                 : order.remaining;
        if (quantity > 0) {
            ours += limit == event.price ? quantity : 0;
            order.remaining -= quantity;
            matches.push_back({.number = order.number, .quantity = quantity, .price = event.price});
        }
    }
    dropFilled(at);
    return matches;
}

void Matching::reduce(StockId id, std::int64_t number, std::int64_t quantity)
{
    Issue& at = issue(id);
    for (WorkingOrder& order : at.resting) {
        if (order.number == number) {
            order.remaining -= quantity;
        }
    }
    dropFilled(at);
}

void Matching::dropFilled(Issue& issue)
{
    std::erase_if(issue.resting, [](const WorkingOrder& order) { return order.remaining <= 0; });
}

bool Matching::hasOrders(StockId id) const
{
    const Issue* known = find(id);
    return known != nullptr && !known->resting.empty();
}

bool Matching::meetsOwn(StockId id, domain::Side side, std::int32_t price) const
{
    const Issue* known = find(id);
    return known != nullptr
           && std::any_of(known->resting.begin(), known->resting.end(),
                          [&](const WorkingOrder& order) {
                              return order.side != side
                                     && (order.price == 0 || accepts(side, price, order.price));
                          });
}

std::optional<std::int64_t> Matching::aheadOf(StockId id, std::int64_t number) const
{
    const Issue* known = find(id);
    if (known != nullptr) {
        for (const WorkingOrder& order : known->resting) {
            if (order.number == number) {
                return order.ahead;
            }
        }
    }
    return std::nullopt;
}
}  // namespace core::sim
