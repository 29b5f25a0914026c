#include "core/sim/random.h"
#include "core/sim/tape_flow.h"
#include "tests/core/sim/market_rig.h"
#include "tests/support/no_warnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core::sim;
using core::base::ErrorCode;
namespace tape = core::tape;
using test::sim::EventList;
using test::sim::MarketRig;

namespace
{
/// A random sampled tape of one issue: `count` rows with a plausible day so far.
std::vector<tape::TapeRow> randomRows(Rng& rng, int count)
{
    std::vector<tape::TapeRow> rows;
    std::int32_t at = MarketRig::at(9, 0) + static_cast<std::int32_t>(rng.below(90'000));
    std::int32_t price = 10'000 + 10 * static_cast<std::int32_t>(rng.below(100));
    std::int64_t acc = 0;
    std::int32_t high = price;
    std::int32_t low = price;
    for (int i = 0; i < count && at < MarketRig::at(15, 20); ++i) {
        price += 10 * static_cast<std::int32_t>(rng.below(21) - 10);
        high = std::max(high, price + 10 * static_cast<std::int32_t>(rng.below(4)));
        low = std::min(low, price - 10 * static_cast<std::int32_t>(rng.below(4)));
        const std::int64_t quantity = 1 + rng.below(300);
        acc += quantity + (rng.chance(0.2) ? 0 : rng.below(20'000));
        rows.push_back({.symbol = *core::domain::Symbol::parse(std::string_view{"123450"}),
                        .at = at,
                        .price = price,
                        .quantity = quantity,
                        .accVolume = acc,
                        .detail = {.dayHigh = high, .dayLow = low}});
        at += 1'000 + static_cast<std::int32_t>(rng.below(rng.chance(0.1) ? 900'000 : 60'000));
    }
    return rows;
}

QString written(const QTemporaryDir& folder, const QByteArray& text,
                const QString& name = QStringLiteral("2025-09-02.csv"))
{
    QFile file{folder.filePath(name)};
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("a temporary file cannot be written");
    }
    file.write(text);
    return file.fileName();
}
}  // namespace

class TestTapeFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void madeTradesAddUpExactlyAndEndAtTheRow()
    {
        const core::domain::SessionSchedule schedule = MarketRig{1}.schedule;
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Rng rng{seed};
            const std::vector<tape::TapeRow> rows = randomRows(rng, 40);
            std::vector<const tape::TapeRow*> mine;
            for (const tape::TapeRow& row : rows) {
                mine.push_back(&row);
            }

            const std::vector<FlowEvent> events = expandTape(mine, true, seed, schedule);

            const QByteArray where = "seed " + QByteArray::number(static_cast<qulonglong>(seed));
            std::size_t next = 0;
            std::int64_t sum = 0;
            std::int32_t before = 0;
            for (const FlowEvent& event : events) {
                QVERIFY2(event.at >= before, where.constData());
                before = event.at;
                QVERIFY2(event.quantity >= 1, where.constData());
                QVERIFY2(next < rows.size(), where.constData());
                const tape::TapeRow& row = rows[next];
                QVERIFY2(event.price >= row.detail.dayLow && event.price <= row.detail.dayHigh,
                         where.constData());
                QVERIFY2(event.price % 10 == 0, where.constData());
                sum += event.quantity;
                if (event.accVolume != 0) {
                    QVERIFY2(sum == row.accVolume && event.accVolume == row.accVolume,
                             where.constData());
                    QVERIFY2(event.at == row.at && event.price == row.price
                                 && event.quantity == row.quantity,
                             where.constData());
                    ++next;
                }
            }
            QVERIFY2(next == rows.size(), where.constData());
        }
    }

    void newHighsAndLowsAreTradedWhereThereAreSharesForThem()
    {
        const core::domain::SessionSchedule schedule = MarketRig{1}.schedule;
        const auto symbol = *core::domain::Symbol::parse(std::string_view{"123450"});
        const std::vector<tape::TapeRow> rows{
            {.symbol = symbol,
             .at = MarketRig::at(9, 1),
             .price = 10'000,
             .quantity = 5,
             .accVolume = 1'000,
             .detail = {.dayHigh = 10'050, .dayLow = 9'990}},
            {.symbol = symbol,
             .at = MarketRig::at(9, 2),
             .price = 10'010,
             .quantity = 5,
             .accVolume = 3'000,
             .detail = {.dayHigh = 10'090, .dayLow = 9'950}},
        };

        const std::vector<FlowEvent> events = expandTape({&rows[0], &rows[1]}, true, 3, schedule);

        const auto traded = [&](std::int32_t price) {
            return std::any_of(events.begin(), events.end(), [&](const FlowEvent& event) {
                return event.price == price && event.at > MarketRig::at(9, 1);
            });
        };
        QVERIFY(traded(10'090));
        QVERIFY(traded(9'950));
    }

    void theClosingPrintLiesBetweenTheAuctionAndTheAfterHours()
    {
        const core::domain::SessionSchedule schedule = MarketRig{1}.schedule;
        const auto symbol = *core::domain::Symbol::parse(std::string_view{"123450"});
        const std::vector<tape::TapeRow> rows{
            {.symbol = symbol,
             .at = MarketRig::at(15, 19),
             .price = 10'000,
             .quantity = 5,
             .accVolume = 1'000,
             .detail = {.dayHigh = 10'050, .dayLow = 9'990}},
            {.symbol = symbol,
             .at = MarketRig::at(15, 48),
             .price = 10'020,
             .quantity = 5,
             .accVolume = 90'000,
             .detail = {.dayHigh = 10'050, .dayLow = 9'990}},
        };

        const std::vector<FlowEvent> events = expandTape({&rows[0], &rows[1]}, true, 3, schedule);

        int prints = 0;
        for (const FlowEvent& event : events) {
            QVERIFY(event.at < MarketRig::at(15, 20) || event.at >= MarketRig::at(15, 30));
            if (event.at >= MarketRig::at(15, 30) && event.at < MarketRig::at(15, 31)) {
                QCOMPARE(event.kind, FlowKind::AuctionPrint);
                ++prints;
            } else if (event.at >= MarketRig::at(15, 31)) {
                QCOMPARE(event.kind, FlowKind::AfterHours);
                QVERIFY(event.at >= MarketRig::at(15, 40));
            }
        }
        QCOMPARE(prints, 1);
    }

    void aWrittenRowIsOneRecordWithItsCells()
    {
        const QTemporaryDir folder;
        const QString file = written(
            folder, "time,code,price,qty,acc_volume,ask1,bid1,total_ask,total_bid,vwap,phase\n"
                    "09:00:00.100,0001A0,1000,5,5,1001,1000,40,60,1000.5,auction\n"
                    "09:00:01.000,0001A0,1001,7,20,1002,1001,41,61,1000.75,\n"
                    "09:01:00.000,0001A0,,,,,,,,,vi\n"
                    "09:03:05.000,0001A0,1003,1,21,,,,,,regular\n");

        auto day = tape::loadTapes({file}, std::nullopt);

        QVERIFY(day);
        QVERIFY(!day->sampled);
        MarketRig rig{1, *day, day->date};
        const StockId id = rig.id("0001A0");
        rig.exchange.startAt(MarketRig::at(8, 59));
        rig.exchange.watch(id, true);
        std::vector<std::tuple<FlowKind, std::int64_t, bool>> seen;
        EventList events{[&](const Stock& stock, const FlowEvent& event) {
            seen.emplace_back(event.kind, stock.figures().accVolume, stock.figures().inVi);
            if (event.at == MarketRig::at(9, 0, 1)) {
                const Book book = stock.book();
                QCOMPARE(book.ask[0], 1002);
                QCOMPARE(book.bid[0], 1001);
                QCOMPARE(book.totalAsk, 41);
                QCOMPARE(book.totalBid, 61);
            }
        }};
        rig.exchange.publishUntil(MarketRig::at(9, 5), events);
        const std::vector<std::tuple<FlowKind, std::int64_t, bool>> expected{
            {FlowKind::AuctionPrint, 5, false},
            {FlowKind::Trade, 20, false},
            {FlowKind::ViStart, 20, true},
            {FlowKind::ViEnd, 20, false},
            {FlowKind::Trade, 21, false}};
        QVERIFY(seen == expected);
    }

    void everyTapeIssueIsListedWithItsPreviousClose()
    {
        const QTemporaryDir folder;
        // 7,300 is +0.14 % of 7,290; 5,030 unchanged.
        const QString file =
            written(folder, "time,code,price,day_high,day_low,last_qty,acc_volume,change_rate\n"
                            "09:00:03.301,336370,7300,7300,7280,1,625,0.14\n"
                            "09:00:20.070,395400,5030,5030,5030,173,173,0.0\n"
                            "09:01:20.070,336370,7400,7400,7280,1,700,1.51\n");
        auto day = tape::loadTapes({file}, std::nullopt);
        QVERIFY(day);

        MarketRig rig{1, *day, day->date};

        QCOMPARE(rig.exchange.stock(rig.id("336370")).listing().reference, 7'290);
        QCOMPARE(rig.exchange.stock(rig.id("395400")).listing().reference, 5'030);
    }

    void brokenTapesAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");

        const QByteArray head = "time,code,price,qty,acc_volume\n";
        QTest::newRow("unknown column") << QByteArray{"time,code,price,qty,acc_volume,colour\n"}
                                        << QStringLiteral("line 1, column 32");
        QTest::newRow("missing column")
            << QByteArray{"time,code,price\n"} << QStringLiteral("line 1, column 1");
        QTest::newRow("a price that is none") << head + "09:00:00.000,005930,70x00,1,1\n"
                                              << QStringLiteral("line 2, column 21");
        QTest::newRow("a negative quantity") << head + "09:00:00.000,005930,70000,-1,1\n"
                                             << QStringLiteral("line 2, column 27");
        QTest::newRow("a time that is none") << head + "25:00:00.000,005930,70000,1,1\n"
                                             << QStringLiteral("line 2, column 1");
        QTest::newRow("time goes back")
            << head + "09:00:01.000,005930,70000,1,1\n09:00:00.000,005930,70000,1,2\n"
            << QStringLiteral("line 3, column 1");
        QTest::newRow("too few fields") << head + "09:00:01.000,005930,70000,1\n"
                                        << QStringLiteral("line 2, column 1");
        QTest::newRow("a code that is none") << head + "09:00:01.000,abc!,70000,1,1\n"
                                             << QStringLiteral("line 2, column 14");
        QTest::newRow("no price outside a VI") << head + "09:00:01.000,005930,,1,1\n"
                                               << QStringLiteral("line 2, column 21");
        QTest::newRow("no rows") << head << QStringLiteral("line 1");
        QTest::newRow("price beyond the type") << head + "09:00:01.000,005930,99999999999,1,1\n"
                                               << QStringLiteral("line 2, column 21");
        const auto beyond = [&head](const char* name, const QByteArray& column,
                                    const QByteArray& value) {
            QTest::newRow(name) << head.chopped(1) + ',' + column + "\n"
                                       + "09:00:01.000,005930,70000,1,1," + value + '\n'
                                << QStringLiteral("line 2, column 31");
        };
        QTest::newRow("quantity beyond a market")
            << head + "09:00:01.000,005930,70000,99999999999,1\n"
            << QStringLiteral("line 2, column 27");
        QTest::newRow("volume beyond a market")
            << head + "09:00:01.000,005930,70000,1,99999999999\n"
            << QStringLiteral("line 2, column 29");
        beyond("ask beyond the type", "ask1", "1000000001");
        beyond("bid total beyond a market", "total_bid", "99999999999");
        beyond("VWAP beyond the type", "vwap", "1000000000.01");
        beyond("day high beyond the type", "day_high", "4294967297");
        beyond("day low beyond the type", "day_low", "1000000001");
    }

    void brokenTapesAreRefusedWithTheirPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, place);
        const QTemporaryDir folder;
        const QString file = written(folder, text);

        const auto day = tape::loadTapes({file}, std::nullopt);

        QVERIFY(!day);
        QCOMPARE(day.error().code, ErrorCode::Malformed);
        QVERIFY2(day.error().detail.contains(place), qPrintable(day.error().detail));
        QVERIFY(day.error().detail.contains(file));
    }

    void aFileWithoutADayNeedsOne()
    {
        const QTemporaryDir folder;
        const QString file =
            written(folder, "time,code,price,qty,acc_volume\n09:00:00.000,005930,70000,1,1\n",
                    QStringLiteral("mine.csv"));

        QVERIFY(!tape::loadTapes({file}, std::nullopt));
        QVERIFY(tape::loadTapes({file}, core::domain::parseDate(QStringLiteral("2026-11-25"))));
        QCOMPARE(tape::loadTapes({folder.filePath(QStringLiteral("absent.csv"))}, std::nullopt)
                     .error()
                     .code,
                 ErrorCode::Io);
    }
};

QTEST_GUILESS_MAIN(TestTapeFlow)
#include "tst_tape_flow.moc"
