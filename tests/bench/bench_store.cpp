// A year in market.db: what a day costs on the disk, how long a minute's batch takes, and how long
// any day of the year takes to open. bench_store [FOLDER] [DAYS] [postgresql://URL PASSWORD]

#include "core/base/clock.h"
#include "core/storage/market_store.h"
#include "tests/support/market_samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace core;
using namespace core::storage;

namespace
{
constexpr int kDays = 250;
constexpr int kSymbols = 41;
constexpr int kMinutes = 381;  ///< 09:00 to 15:20, and the closing auction.
constexpr int kMetrics = 380;
constexpr int kTrades = 100;
constexpr int kDecisions = 2'000;
constexpr int kAll = 2'500;

using Times = std::vector<std::chrono::nanoseconds>;

void print(const char* what, Times times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        const auto index = static_cast<std::size_t>(static_cast<double>(times.size() - 1) * share);
        return static_cast<double>(times[index].count()) / 1e6;
    };
    std::printf("%-52s p50 %8.2f  p99 %8.2f  max %8.2f ms\n", what, at(0.50), at(0.99), at(1.0));
}

template <typename Call>
auto timed(Times& times, const Call& call)
{
    const base::MachineClock clock;
    const std::chrono::nanoseconds start = clock.monotonic();
    auto result = call();
    times.push_back(clock.monotonic() - start);
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().detail));
        std::exit(1);
    }
    return std::move(result).value();
}

QByteArray symbolNumber(int index)
{
    return QByteArray::number(5'930 + index * 37).rightJustified(6, '0');
}

/// Prices and volumes as uneven as real ones: a number's size is its place on the disk.
domain::StoredBar barOf(domain::TradingDate date, int symbol, int minute, std::mt19937& random)
{
    domain::StoredBar out = test::sampleBar(date, symbolNumber(symbol).constData(), minute);
    std::uniform_int_distribution<int> step{-40, 40};
    const int price = 3'000 + symbol * 4'000;
    out.bar.open = price + step(random);
    out.bar.close = price + step(random);
    out.bar.high = std::max(out.bar.open, out.bar.close) + 20;
    out.bar.low = std::min(out.bar.open, out.bar.close) - 20;
    out.bar.volume = std::uniform_int_distribution<int>{0, 400'000}(random);
    out.bar.turnover = out.bar.volume * price;
    return out;
}

/// What one minute of the desk writes.
MarketBatch minuteBatch(domain::TradingDate date, int minute, std::mt19937& random)
{
    MarketBatch batch{.date = date, .run = 1'767'571'200'000 + minute / 200};
    for (int symbol = 0; symbol < kSymbols; ++symbol) {
        batch.bars.push_back(barOf(date, symbol, minute, random));
    }
    if (minute < kMetrics) {
        batch.minutes.push_back(test::sampleMinute(date, minute));
    }
    const auto share = [minute](int all) {
        return std::pair{all * minute / kMinutes, all * (minute + 1) / kMinutes};
    };
    for (auto [at, end] = share(kTrades); at < end; ++at) {
        batch.trades.push_back(test::sampleTrade(date, static_cast<std::uint32_t>(at) + 1, 4));
    }
    for (auto [at, end] = share(kDecisions); at < end; ++at) {
        batch.decisions.push_back(test::sampleDecision(date, static_cast<std::uint64_t>(at) + 1,
                                                       symbolNumber(at % kSymbols).constData()));
    }
    domain::DayRecord day = test::emptyDay(date);
    day.configHash = QStringLiteral("3f9a12bc").repeated(8);
    day.startEquity = domain::Won{10'000'000};
    day.endEquity = domain::Won{10'000'000 + minute};
    day.recordedUntil = batch.bars.front().bar.start();
    batch.day = day;
    return batch;
}

qint64 bytesIn(const QString& folder)
{
    qint64 bytes = 0;
    for (const QFileInfo& file : QDir{folder}.entryInfoList({QStringLiteral("market.db*")})) {
        bytes += file.size();
    }
    return bytes;
}

std::unique_ptr<MarketStore> openIn(const MarketStoreOptions& options)
{
    Times once;
    auto store = timed(once, [&] { return MarketStore::open(options); });
    std::printf("open and check everything: %.0f ms\n",
                static_cast<double>(once.front().count()) / 1e6);
    return store;
}

void fillYear(const MarketStoreOptions& options, int days)
{
    std::mt19937 random{1};
    Times minutes;
    const auto store = openIn(options);
    for (int number = 0; number < days; ++number) {
        for (int minute = 0; minute < kMinutes; ++minute) {
            const MarketBatch batch = minuteBatch(test::sampleDate(number), minute, random);
            timed(minutes, [&] { return store->write(batch); });
        }
        if (number == 0 || number == days - 1) {
            std::printf("after day %d: %lld bytes\n", number + 1,
                        static_cast<long long>(bytesIn(options.folder)));
        }
    }
    print("write a minute of 41 symbols", minutes);
    std::chrono::nanoseconds all{};
    for (const std::chrono::nanoseconds one : minutes) {
        all += one;
    }
    std::printf("a day's writes: %.2f s of the disk thread, of 6.5 h: %.3f %%\n",
                static_cast<double>(all.count()) / 1e9 / days,
                static_cast<double>(all.count()) / 1e9 / days / (6.5 * 3600) * 100);
}

void readYear(const MarketStoreOptions& options, int days)
{
    std::mt19937 random{2};
    const auto store = openIn(options);
    Times records;
    Times bars;
    Times decisions;
    for (int round = 0; round < 50; ++round) {
        const domain::TradingDate date =
            test::sampleDate(std::uniform_int_distribution<int>{0, days - 1}(random));
        const auto symbol = domain::Symbol::parse(std::string_view{
            symbolNumber(std::uniform_int_distribution<int>{0, kSymbols - 1}(random)).constData()});
        const auto day = timed(records, [&] { return store->day(date); });
        if (!day || day->trades.size() != kTrades || day->minutes.size() != kMetrics) {
            std::fprintf(stderr, "a day is not whole\n");
            std::exit(1);
        }
        const domain::Timestamp from = domain::fromKst(date, {});
        const auto found =
            timed(bars, [&] { return store->bars(*symbol, from, from + std::chrono::hours{24}); });
        if (found.size() != kMinutes) {
            std::fprintf(stderr, "%zu bars\n", found.size());
            std::exit(1);
        }
        timed(decisions, [&] { return store->decisions(date, *symbol); });
    }
    print("open any of the days (100 trades, 380 minutes)", records);
    print("bars of a symbol and a day", bars);
    print("decisions of a symbol and a day", decisions);
    Times year;
    Times list;
    for (int round = 0; round < 5; ++round) {
        const auto symbol =
            domain::Symbol::parse(std::string_view{symbolNumber(round * 9).constData()});
        timed(year, [&] {
            return store->bars(*symbol, {},
                               domain::fromKst(test::sampleDate(days), domain::TimeOfDay{}));
        });
        timed(list, [&] { return store->days(); });
    }
    print("bars of a symbol and all days", year);
    print("list all days with their figures", list);
}

/// A minute of the whole market, and the same rows at once.
void wholeMarket(const MarketStoreOptions& options)
{
    std::mt19937 random{3};
    const auto store = openIn(options);
    const domain::TradingDate date = test::sampleDate(400);
    Times minutes;
    for (int minute = 0; minute < 60; ++minute) {
        MarketBatch batch;
        for (int symbol = 0; symbol < kAll; ++symbol) {
            batch.bars.push_back(barOf(date, symbol, minute, random));
        }
        timed(minutes, [&] { return store->write(batch); });
    }
    print("write a minute of 2,500 symbols", minutes);
    MarketBatch batch;
    for (int symbol = 0; symbol < kAll; ++symbol) {
        for (int minute = 0; minute < 80; ++minute) {
            batch.bars.push_back(barOf(test::sampleDate(401), symbol, minute, random));
        }
    }
    Times import;
    timed(import, [&] { return store->write(batch); });
    std::printf("import of %zu bars: %.0f rows a second\n", batch.bars.size(),
                static_cast<double>(batch.bars.size()) * 1e9
                    / static_cast<double>(import.front().count()));
}

void care(const MarketStoreOptions& options)
{
    const auto store = openIn(options);
    Times backup;
    timed(backup, [&] { return store->backupTo(options.folder + QStringLiteral("/backup.db")); });
    print("backup", backup);
    Times prune;
    const auto removed =
        timed(prune, [&] { return store->prune(MarketAged::Bars, test::sampleDate(1)); });
    std::printf("%lld bars of the oldest day: ", static_cast<long long>(removed));
    print("remove", prune);
}
}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const QString root = argc > 1 ? QFile::decodeName(argv[1]) : QDir::tempPath();
    const int days = argc > 2 ? std::atoi(argv[2]) : kDays;
    const QTemporaryDir folder{root + QStringLiteral("/bench-store-XXXXXX")};
    MarketStoreOptions options;
    options.folder = folder.path();
    options.desk = QStringLiteral("bench");
    if (argc > 4) {
        options.databaseUrl = QString::fromUtf8(argv[3]);
        options.password = QString::fromUtf8(argv[4]);
    }
    fillYear(options, days);
    if (options.databaseUrl.isEmpty()) {
        const qint64 bytes = bytesIn(options.folder);
        std::printf("on the disk: %.1f MB for %d days, %lld bytes a day of 41 symbols\n",
                    static_cast<double>(bytes) / 1e6, days, static_cast<long long>(bytes / days));
    }
    readYear(options, days);
    wholeMarket(options);
    if (options.databaseUrl.isEmpty()) {
        care(options);
    }
    return 0;
}
