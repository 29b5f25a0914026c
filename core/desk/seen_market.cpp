#include "core/desk/seen_market.h"

namespace core::desk
{
namespace
{
constexpr std::int64_t kBillion = 1'000'000'000;

std::optional<std::int64_t> share(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? std::optional{part * kBillion / whole} : std::nullopt;
}

std::optional<std::int64_t> share(const std::optional<domain::PriceChange>& change)
{
    return change ? share((change->now - change->then).won, change->then.won()) : std::nullopt;
}
}  // namespace

domain::TradeConditions conditionsOf(const domain::MarketView& market)
{
    domain::TradeConditions seen;
    seen.momentum3 = share(market.momentum3);
    seen.momentum5 = share(market.momentum5);
    if (market.atr) {
        seen.atr = share(market.atr->won, market.atr->count * market.last.won());
    }
    if (market.ask.won() > 0 && market.bid.won() > 0) {
        // Twice the difference over twice the middle: whole numbers.
        seen.spread = share(2 * (market.ask - market.bid).won, market.ask.won() + market.bid.won());
    }
    seen.bidShare =
        share(market.totalBid.shares(), market.totalBid.shares() + market.totalAsk.shares());
    return seen;
}
}  // namespace core::desk
