// V-2: all derived data of a trade (forming bars of four intervals, VWAP, ATR, momentum) at 41 and
// at 2,500 symbols, against touching the same cache lines in the same order.

#include "core/domain/kst.h"
#include "core/market/market_cache.h"

#include <QString>

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <new>
#include <random>
#include <vector>

namespace
{
using namespace core;
using domain::Trade;
using market::MarketCache;
using market::SymbolId;

std::int64_t allocations = 0;

const domain::TradingDate kDay{std::chrono::year{2026}, std::chrono::month{11},
                               std::chrono::day{24}};

domain::Timestamp at(int minute, int second = 0)
{
    return domain::fromKst(kDay, domain::timeOfDay(9 + minute / 60, minute % 60, second));
}

/// A market after half an hour, and trades of one minute in random symbol order. They can be
/// applied again and again: `again` moves their accumulated figures on by one round.
class Market
{
public:
    static constexpr std::size_t kTrades = 8'192;

    explicit Market(int symbols)
    {
        std::mt19937 random{20'261'124};
        std::vector<Trade> newest;
        for (int i = 0; i < symbols; ++i) {
            Trade trade;
            trade.symbol = domain::Symbol::parse(QString::number(100'000 + i * 10)).value();
            trade.price = domain::Price::fromWon(10'000 + i);
            trade.quantity = domain::Quantity{5};
            trade.ask = domain::Price::fromWon(10'010 + i);
            trade.bid = trade.price;
            newest.push_back(trade);
        }
        for (int minute = 0; minute <= kMinutes; ++minute) {
            for (Trade& trade : newest) {
                next(trade, at(minute, 1));
                m_cache.apply(trade, trade.time);
            }
        }
        std::vector<std::int64_t> rounds(newest.size());
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < kTrades; ++i) {
            order.push_back(random() % newest.size());
            rounds[order.back()] += 5;
        }
        for (const std::size_t index : order) {
            Trade& trade = newest[index];
            trade.price = domain::Price::fromWon(trade.price.won() + (random() % 3 ? 10 : -10));
            next(trade, at(kMinutes, 2));
            trades.push_back(trade);
            ids.push_back(*m_cache.find(trade.symbol));
            roundVolume.push_back(rounds[index]);
        }
    }
    /// What the codec does anyway for every record: a fresh trade in the cache.
    void again(std::size_t i)
    {
        trades[i].accVolume += domain::Quantity{roundVolume[i]};
        trades[i].accTurnover += domain::Won{roundVolume[i] * 10'000};
    }
    /// Until the recent series of every symbol have reached their size.
    void settle()
    {
        for (int round = 0; round < 700; ++round) {
            for (std::size_t i = 0; i < kTrades; ++i) {
                m_cache.apply(trades[i], now());
                again(i);
            }
        }
    }
    MarketCache& cache() { return m_cache; }
    static domain::Timestamp now() { return at(kMinutes, 3); }

    static constexpr int kMinutes = 30;
    std::vector<Trade> trades;
    std::vector<SymbolId> ids;
    std::vector<std::int64_t> roundVolume;

private:
    static void next(Trade& trade, domain::Timestamp time)
    {
        trade.time = time;
        trade.accVolume += trade.quantity;
        trade.accTurnover += domain::Won{5 * 10'000};
        trade.vwapCents = 1'000'000;
    }

    MarketCache m_cache;
};

void applyTrade(benchmark::State& state)
{
    Market market{static_cast<int>(state.range(0))};
    market.settle();
    std::size_t i = 0;
    const std::int64_t before = allocations;
    for (auto _ : state) {
        benchmark::DoNotOptimize(market.cache().apply(market.trades[i], market.now()));
        market.again(i);
        i = (i + 1) % Market::kTrades;
    }
    state.counters["allocations"] = static_cast<double>(allocations - before);
}
BENCHMARK(applyTrade)->Arg(41)->Arg(2'500);

/// The same, and what rules read after each trade. The four forming bars stand in the hot block:
/// a minute, and the complete minutes of the longer ones.
void applyTradeAndDerive(benchmark::State& state)
{
    Market market{static_cast<int>(state.range(0))};
    market.settle();
    const MarketCache& cache = market.cache();
    std::size_t i = 0;
    std::int64_t sum = 0;
    const std::int64_t before = allocations;
    for (auto _ : state) {
        market.cache().apply(market.trades[i], market.now());
        const SymbolId id = market.ids[i];
        sum += cache.atr(id)->won + cache.momentum(id, 3)->then.won()
               + cache.momentum(id, 5)->then.won() + cache.vwap(id)->numerator;
        benchmark::DoNotOptimize(sum);
        market.again(i);
        i = (i + 1) % Market::kTrades;
    }
    state.counters["allocations"] = static_cast<double>(allocations - before);
}
BENCHMARK(applyTradeAndDerive)->Arg(41)->Arg(2'500);

/// And all four forming bars as whole values, which a chart asks for once a frame.
void applyTradeAndCopyFourBars(benchmark::State& state)
{
    Market market{static_cast<int>(state.range(0))};
    market.settle();
    const MarketCache& cache = market.cache();
    std::size_t i = 0;
    std::int64_t sum = 0;
    for (auto _ : state) {
        market.cache().apply(market.trades[i], market.now());
        for (const domain::Interval interval : domain::kIntervals) {
            const domain::Bar bar = *cache.formingBar(market.ids[i], interval);
            sum += bar.volume + bar.high + bar.low + bar.open + bar.close;
        }
        benchmark::DoNotOptimize(sum);
        market.again(i);
        i = (i + 1) % Market::kTrades;
    }
}
BENCHMARK(applyTradeAndCopyFourBars)->Arg(41)->Arg(2'500);

/// The limit: one word changed in every line a trade has to touch, same order, same trades.
void touchTheHotLines(benchmark::State& state)
{
    Market market{static_cast<int>(state.range(0))};
    std::vector<market::HotBlock> hot(static_cast<std::size_t>(state.range(0)));
    std::vector<market::BookBlock> books(hot.size());
    std::size_t i = 0;
    for (auto _ : state) {
        const Trade& trade = market.trades[i];
        market::HotBlock& block = hot[market.ids[i].index()];
        block.minute.volume += trade.accVolume.shares();
        block.partial[1].volume += trade.price.won();
        block.accVolume += trade.accVolume.shares();
        block.last += static_cast<std::int32_t>(trade.price.won());
        books[market.ids[i].index()].totalAsk += trade.totalAsk.shares();
        benchmark::DoNotOptimize(block);
        market.again(i);
        i = (i + 1) % Market::kTrades;
    }
}
BENCHMARK(touchTheHotLines)->Arg(41)->Arg(2'500);

/// A whole session in which every bar closes: 12 trades a minute and symbol, reported per trade.
void wholeSession(benchmark::State& state)
{
    const auto symbols = static_cast<std::size_t>(state.range(0));
    constexpr int kMinutes = 380;
    constexpr int kPerMinute = 12;
    for (auto _ : state) {
        MarketCache cache;
        std::vector<Trade> newest(symbols);
        for (std::size_t i = 0; i < symbols; ++i) {
            newest[i].symbol = domain::Symbol::parse(QString::number(100'000 + i * 10)).value();
            newest[i].price = domain::Price::fromWon(10'000);
            newest[i].quantity = domain::Quantity{5};
        }
        for (int minute = 0; minute < kMinutes; ++minute) {
            for (int round = 0; round < kPerMinute; ++round) {
                const domain::Timestamp now = at(minute, round * 60 / kPerMinute);
                for (Trade& trade : newest) {
                    trade.time = now;
                    trade.accVolume += trade.quantity;
                    trade.accTurnover += domain::Won{50'000};
                    cache.apply(trade, now);
                }
            }
        }
        benchmark::DoNotOptimize(cache.gapSharesTotal());
    }
    state.SetItemsProcessed(state.iterations()
                            * static_cast<std::int64_t>(symbols * kMinutes * kPerMinute));
}
BENCHMARK(wholeSession)->Arg(41)->Arg(2'500)->Unit(benchmark::kMillisecond);
}  // namespace

// Counts what the trade path must not do.
void* operator new(std::size_t size)
{
    ++allocations;
    if (void* const memory = std::malloc(size)) {
        return memory;
    }
    throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

BENCHMARK_MAIN();
