#pragma once

#include "core/domain/kst.h"
#include "core/domain/trade.h"
#include "core/market/market_cache.h"

#include <chrono>
#include <cstdint>

/// Trades and times of one made-up day, in few words.
namespace market_test
{
using namespace std::chrono_literals;

inline constexpr core::domain::TradingDate kDay{std::chrono::year{2026}, std::chrono::month{11},
                                                std::chrono::day{24}};

inline core::domain::Symbol samsung()
{
    return core::domain::Symbol::parse(std::string_view{"005930"}).value();
}

inline core::domain::Timestamp at(int hour, int minute, int second = 0)
{
    return core::domain::fromKst(kDay, core::domain::timeOfDay(hour, minute, second));
}

inline core::domain::SessionSchedule schedule()
{
    using core::domain::timeOfDay;
    return {.date = kDay,
            .auctionStart = timeOfDay(8, 30),
            .open = timeOfDay(9, 0),
            .closingAuction = timeOfDay(15, 20),
            .close = timeOfDay(15, 30),
            .afterMarket = timeOfDay(16, 0),
            .afterMarketEnd = timeOfDay(20, 0)};
}

/// A regular trade; turnover follows from `accTurnover` = 0 meaning price x step is used.
inline core::domain::Trade trade(core::domain::Timestamp time, std::int64_t price,
                                 std::int64_t quantity, std::int64_t accVolume)
{
    core::domain::Trade made;
    made.symbol = samsung();
    made.time = time;
    made.price = core::domain::Price::fromWon(price);
    made.quantity = core::domain::Quantity{quantity};
    made.accVolume = core::domain::Quantity{accVolume};
    return made;
}

inline core::domain::FeedKey tradesOf(core::domain::Symbol symbol)
{
    return {core::domain::Stream::Trade, symbol};
}

/// A cache in which samsung() has been subscribed since 08:50 of `kDay`.
inline core::market::MarketCache subscribedCache(core::market::MarketOptions options = {})
{
    core::market::MarketCache cache{options};
    cache.advanceTo(at(8, 50));
    cache.startSession(schedule());
    cache.setStream(tradesOf(samsung()), true, at(8, 50));
    return cache;
}

/// Applies `trade` at its own exchange time.
inline core::market::TradeResult feed(core::market::MarketCache& cache,
                                      const core::domain::Trade& trade)
{
    return cache.apply(trade, trade.time);
}
}  // namespace market_test
