// V-6: one screening of 2,500 symbols, incremental (features kept by the cache) and from scratch
// (features made anew from bars), against a partial sort of as many scores and a read of the bars.

#include "core/domain/kst.h"
#include "core/indicator/momentum.h"
#include "core/indicator/statistics.h"
#include "core/market/market_cache.h"
#include "core/screen/screener.h"

#include <QString>

#include <algorithm>
#include <benchmark/benchmark.h>
#include <random>
#include <vector>

namespace
{
using namespace core;
using market::MarketCache;
using market::SymbolId;
using screen::ScreenInput;

constexpr int kSymbols = 2'500;
constexpr int kMinutes = 60;

domain::Timestamp at(int minute, int second = 0)
{
    constexpr domain::TradingDate kDay{std::chrono::year{2026}, std::chrono::month{11},
                                       std::chrono::day{24}};
    return domain::fromKst(kDay, domain::timeOfDay(9 + minute / 60, minute % 60, second));
}

/// 2,500 symbols after an hour in which each traded every minute; one in five is excluded.
class Market
{
public:
    Market()
    {
        std::mt19937 random{20'261'124};
        auto instruments = std::make_shared<domain::InstrumentTable>();
        std::vector<domain::Trade> newest;
        cache.advanceTo(at(0));
        for (int i = 0; i < kSymbols; ++i) {
            domain::Instrument issue;
            issue.symbol = domain::Symbol::parse(QString::number(100'000 + i * 10)).value();
            issue.name = QStringLiteral("종목%1").arg(i);
            issue.flags.set(domain::InstrumentFlag::Halted, i % 5 == 0);
            pool.push_back(issue.symbol);
            instruments->bySymbol.emplace(issue.symbol, issue);
            ids.push_back(cache.idOf(issue.symbol));
            cache.setStream({domain::Stream::Trade, issue.symbol}, true, at(0));
            newest.emplace_back();
            newest.back().symbol = issue.symbol;
            newest.back().price = domain::Price::fromWon(10'000);
        }
        for (int minute = 0; minute < kMinutes; ++minute) {
            for (domain::Trade& trade : newest) {
                const auto step = static_cast<std::int64_t>(random() % 5) * 10 - 20;
                trade.price = domain::Price::fromWon(trade.price.won() + step);
                trade.quantity = domain::Quantity{static_cast<std::int64_t>(random() % 20'000)};
                trade.accVolume += trade.quantity;
                trade.accTurnover += domain::amount(trade.price, trade.quantity);
                trade.time = at(minute, 5);
                trade.ask = domain::Price::fromWon(trade.price.won() + 10);
                trade.bid = trade.price;
                cache.apply(trade, trade.time);
            }
        }
        cache.advanceTo(at(kMinutes));
        screener.setInstruments(instruments);
        screener.setPool(pool);
        inputs.resize(pool.size());
    }

    MarketCache cache;
    screen::Screener screener;
    std::vector<domain::Symbol> pool;
    std::vector<SymbolId> ids;
    std::vector<ScreenInput> inputs;
};

/// What the desk does: the figures the cache keeps, copied and scored.
void screenIncremental(benchmark::State& state)
{
    Market market;
    for (auto _ : state) {
        for (std::size_t i = 0; i < market.ids.size(); ++i) {
            const domain::ScreenFigures figures = market.cache.screenFigures(market.ids[i]);
            ScreenInput& input = market.inputs[i];
            input.last = figures.last;
            input.ask = figures.ask;
            input.bid = figures.bid;
            input.accTurnover = figures.accTurnover;
            input.turnoverFive = figures.turnoverFive;
            input.momentum5 = figures.momentum5;
            input.volatilityPct = figures.volatilityPct;
            input.tradedToday = figures.tradedToday;
            input.halted = figures.halted;
        }
        benchmark::DoNotOptimize(market.screener.screen(at(kMinutes), market.inputs, 39));
    }
}
BENCHMARK(screenIncremental)->Unit(benchmark::kMicrosecond);

/// Every feature from the bars, the pool joined to the master file again.
void screenFromScratch(benchmark::State& state)
{
    Market market;
    for (auto _ : state) {
        market.screener.setPool(market.pool);
        for (std::size_t i = 0; i < market.ids.size(); ++i) {
            const SymbolId id = market.ids[i];
            const std::vector<domain::Bar> bars =
                market.cache.sessionBars(id, domain::Interval::M1, 20);
            const domain::ScreenFigures figures = market.cache.screenFigures(id);
            ScreenInput& input = market.inputs[i];
            input.last = figures.last;
            input.ask = figures.ask;
            input.bid = figures.bid;
            input.accTurnover = figures.accTurnover;
            std::int64_t turnover = 0;
            for (std::size_t bar = bars.size() - 5; bar < bars.size(); ++bar) {
                turnover += bars[bar].turnover;
            }
            input.turnoverFive = domain::Won{turnover};
            input.momentum5 = indicator::momentum(bars, 5);
            input.volatilityPct = indicator::volatilityPct(bars);
            input.tradedToday = figures.tradedToday;
            input.halted = figures.halted;
        }
        benchmark::DoNotOptimize(market.screener.screen(at(kMinutes), market.inputs, 39));
    }
}
BENCHMARK(screenFromScratch)->Unit(benchmark::kMicrosecond);

/// Judging the master file: once a day, for scale.
void judgeMasterFile(benchmark::State& state)
{
    auto instruments = std::make_shared<domain::InstrumentTable>();
    for (int i = 0; i < kSymbols; ++i) {
        domain::Instrument issue;
        issue.symbol = domain::Symbol::parse(QString::number(100'000 + i * 10)).value();
        issue.name = QStringLiteral("종목%1").arg(i);
        instruments->bySymbol.emplace(issue.symbol, issue);
    }
    screen::Screener screener;
    for (auto _ : state) {
        screener.setInstruments(instruments);
    }
}
BENCHMARK(judgeMasterFile)->Unit(benchmark::kMicrosecond);

void partialSortOfScores(benchmark::State& state)
{
    std::mt19937 random{7};
    std::vector<std::pair<std::int64_t, std::uint32_t>> scores(kSymbols);
    for (auto& score : scores) {
        score = {random() % 10'000, random()};
    }
    for (auto _ : state) {
        auto copy = scores;
        std::partial_sort(copy.begin(), copy.begin() + 30, copy.end(), std::greater<>{});
        benchmark::DoNotOptimize(copy.data());
    }
}
BENCHMARK(partialSortOfScores)->Unit(benchmark::kMicrosecond);

void readTwentyBarsOfEach(benchmark::State& state)
{
    std::vector<domain::Bar> bars(static_cast<std::size_t>(kSymbols) * 480);
    std::int64_t sum = 0;
    for (auto _ : state) {
        for (std::size_t symbol = 0; symbol < kSymbols; ++symbol) {
            for (std::size_t bar = 0; bar < 20; ++bar) {
                sum += bars[symbol * 480 + bar].close;
            }
        }
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(readTwentyBarsOfEach)->Unit(benchmark::kMicrosecond);
}  // namespace

BENCHMARK_MAIN();
