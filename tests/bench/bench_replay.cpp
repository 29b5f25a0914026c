// A trading day of 39 symbols through the rules, every decision recorded (V-8).
//
//   bench_replay [RECORDED-MINUTES.csv] [million rows]
//
// With a recorded day its minutes are filled with trades up to the wanted number; without one the
// day is a seeded walk. The reference of the same run is the market cache alone over the same rows.

#include "core/config/config_file.h"
#include "core/market/market_cache.h"
#include "core/replay/tape_replay.h"
#include "core/replay/tape_rows.h"

#include <QByteArray>
#include <QLatin1String>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <random>

namespace
{
using namespace core;

/// Time on a core: what the goal counts, and what a busy machine does not stretch.
double coreSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

constexpr std::size_t kSymbols = 39;
constexpr std::int32_t kOpenMs = 9 * 3'600'000;
constexpr std::int32_t kCloseMs = 15 * 3'600'000 + 20 * 60'000;

/// The way of one symbol: where its price is at which time, and what was traded by then.
struct Corner
{
    std::int32_t at = 0;
    std::int64_t price = 0;
    std::int64_t volume = 0;
};
using Way = std::vector<Corner>;

std::map<domain::Symbol, Way> recorded(const char* file)
{
    const auto tape = tape::loadTapes({QString::fromLocal8Bit(file)}, std::nullopt);
    std::map<domain::Symbol, Way> ways;
    if (!tape) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(tape.error().detail));
        return ways;
    }
    for (const tape::TapeRow& row : tape->rows) {
        if (row.at >= kOpenMs && row.at < kCloseMs) {
            ways[row.symbol].push_back({row.at, row.price, row.accVolume});
        }
    }
    while (ways.size() > kSymbols) {
        ways.erase(std::min_element(ways.begin(), ways.end(), [](const auto& a, const auto& b) {
            return a.second.back().volume < b.second.back().volume;
        }));
    }
    return ways;
}

std::map<domain::Symbol, Way> walked()
{
    std::mt19937 random{20'251'124};
    std::map<domain::Symbol, Way> ways;
    for (std::size_t index = 0; index < kSymbols; ++index) {
        const QString code = QString::number(1'000 + index * 10).rightJustified(6, u'0');
        Way& way = ways[*domain::Symbol::parse(QStringView{code})];
        double price = 2'000.0 * static_cast<double>(1 + random() % 40);
        std::int64_t volume = 100'000;
        for (std::int32_t at = kOpenMs; at < kCloseMs; at += 60'000) {
            way.push_back({at, static_cast<std::int64_t>(price), volume});
            price *= 1.0 + (static_cast<double>(random() % 2'001) - 1'000.0) / 400'000.0;
            volume += 5'000 + static_cast<std::int64_t>(random() % 200'000);
        }
    }
    return ways;
}

/// Trades between two corners: around the straight line, on valid prices, with a book of one step.
void fill(std::vector<tape::TapeRow>& rows, const domain::Symbol& symbol, const Corner& from,
          const Corner& to, int count, std::mt19937& random, std::int64_t& turnover)
{
    std::int64_t done = from.volume;
    for (int index = 1; index <= count; ++index) {
        const auto between = [&](std::int64_t a, std::int64_t b) {
            return a + (b - a) * index / count;
        };
        const domain::Price line = domain::roundDownToStep(
            domain::Price::fromWon(std::max<std::int64_t>(between(from.price, to.price), 100)));
        const domain::PriceDelta step = domain::priceStep(line);
        const domain::Price price = random() % 2 == 0 ? line : line + step;
        tape::TapeRow row;
        row.symbol = symbol;
        row.at = static_cast<std::int32_t>(between(from.at, to.at));
        row.price = static_cast<std::int32_t>(price.won());
        row.accVolume = std::max(between(from.volume, to.volume), done + 1);
        row.quantity = row.accVolume - done;
        done = row.accVolume;
        turnover += row.price * row.quantity;
        row.detail = {.ask = static_cast<std::int32_t>((line + step).won()),
                      .bid = static_cast<std::int32_t>(line.won()),
                      .totalAsk = 10'000,
                      .totalBid = 10'000 + static_cast<std::int64_t>(random() % 10'000),
                      .vwapCents = turnover * 100 / std::max<std::int64_t>(row.accVolume, 1),
                      .dayHigh = row.price,
                      .dayLow = row.price};
        row.given = 0x7FU;
        rows.push_back(row);
    }
}

tape::Tape filled(const std::map<domain::Symbol, Way>& ways, std::size_t wanted)
{
    std::size_t parts = 0;
    for (const auto& [symbol, way] : ways) {
        parts += way.size() - 1;
    }
    const int each = static_cast<int>(std::max<std::size_t>(wanted / parts, 1));
    std::mt19937 random{1};
    tape::Tape tape;
    tape.date = *domain::parseDate(u"2025-09-02");
    tape.rows.reserve(parts * static_cast<std::size_t>(each));
    for (const auto& [symbol, way] : ways) {
        std::int64_t turnover = way.front().price * way.front().volume;
        for (std::size_t index = 1; index < way.size(); ++index) {
            fill(tape.rows, symbol, way[index - 1], way[index], each, random, turnover);
        }
    }
    std::stable_sort(tape.rows.begin(), tape.rows.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return tape;
}

/// The market cache alone.
double reference(const tape::Tape& tape, const domain::SessionSchedule& schedule)
{
    market::MarketCache cache;
    cache.startSession(schedule);
    const domain::Timestamp midnight = domain::fromKst(tape.date, domain::TimeOfDay{0});
    const double start = coreSeconds();
    for (const tape::TapeRow& row : tape.rows) {
        cache.idOf(row.symbol);
        const domain::Trade trade = replay::tradeOf(row, midnight, tape::TapePhase::Regular);
        (void)cache.apply(trade, trade.time);
    }
    return coreSeconds() - start;
}

struct Run
{
    double seconds = 0;
    std::size_t records = 0;
    std::size_t bytes = 0;
    std::map<QLatin1String, int> kinds;
};

Run play(const tape::Tape& tape, const replay::ReplayOptions& options)
{
    Run run;
    const double start = coreSeconds();
    const base::Status played =
        replay::replayTape(tape, options, [&](const replay::ReplayRecord& record) {
            ++run.records;
            run.bytes += static_cast<std::size_t>(replay::toLine(record).size());
            ++run.kinds[record.kind];
        });
    run.seconds = coreSeconds() - start;
    if (!played) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(played.error().detail));
    }
    return run;
}

void report(const char* what, const tape::Tape& tape, const Run& run)
{
    const double rows = static_cast<double>(tape.rows.size());
    std::printf("%-28s %6.2f M rows/s, %5.0f ns a row; %zu records, %.1f MB\n", what,
                rows / run.seconds / 1e6, run.seconds * 1e9 / rows, run.records,
                static_cast<double>(run.bytes) / 1e6);
    for (const auto& [kind, count] : run.kinds) {
        std::printf("  %-12s %d\n", kind.data(), count);
    }
}
}  // namespace

int main(int argc, char** argv)
{
    const char* file = argc > 1 && argv[1][0] != '-' ? argv[1] : nullptr;
    const double millions = argc > 2 ? QByteArray{argv[2]}.toDouble() : 2.0;
    const auto ways = file != nullptr ? recorded(file) : walked();
    if (ways.empty()) {
        return 2;
    }
    const tape::Tape tape = filled(ways, static_cast<std::size_t>(millions * 1e6));
    replay::ReplayOptions options;
    options.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    options.schedule = *domain::SessionCalendar{}.schedule(tape.date);
    options.sellTax = *domain::Percent::parse(u"0.15");
    std::printf("%zu symbols, %zu rows, %s\n", ways.size(), tape.rows.size(),
                file != nullptr ? file : "a seeded walk");
    const double bare = reference(tape, options.schedule);
    std::printf("%-28s %6.2f M rows/s\n", "market cache alone",
                static_cast<double>(tape.rows.size()) / bare / 1e6);
    const Run all = play(tape, options);
    report("entries, wave, guard", tape, all);
    options.entries = replay::Entries::Off;
    for (const auto& [symbol, way] : ways) {
        if (options.positions.size() < 5) {
            options.positions.push_back(
                {symbol,
                 {domain::Won{way.front().price * 100}, domain::Quantity{100}},
                 domain::timeOfDay(9, 5)});
        }
    }
    report("given positions only", tape, play(tape, options));
    std::printf("%-28s %6.1fx the cache alone\n", "ratio", all.seconds / bare);
    return 0;
}
