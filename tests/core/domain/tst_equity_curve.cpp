#include "core/domain/equity_curve.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QTest>

namespace domain = core::domain;
using domain::Won;

namespace
{
domain::MinuteMetrics minute(int hour, int at, std::int64_t equity)
{
    return {.minute = test::sampleTime(hour, at), .equity = Won{equity}};
}
/// Of the summary the curve needs only how each trade came out.
domain::EquityCurve curveOf(const domain::DayRecord& day)
{
    domain::DaySummary summary;
    for (const domain::TradeRecord& trade : day.trades) {
        domain::TradeFigures figures;
        figures.net = trade.net();
        summary.trades.push_back(figures);
    }
    return domain::equityCurve(day, summary);
}
}  // namespace

class TestEquityCurve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void putsTradesOnTheLine()
    {
        domain::DayRecord day;
        day.startEquity = Won{1'000};
        day.minutes = {minute(9, 0, 1'000), minute(9, 1, 1'600), minute(9, 5, 2'000)};
        domain::TradeRecord trade;
        trade.openedAt = test::sampleTime(9, 1, 20);  // A third of the way from 09:01 to 09:02.
        trade.closedAt = test::sampleTime(9, 4);      // In the hole: the line stands where it was.
        trade.sellAmount = Won{5};
        day.trades = {trade};

        const domain::EquityCurve curve = curveOf(day);

        QCOMPARE(curve.points.size(), std::size_t{3});
        QVERIFY(curve.points[0].begins && !curve.points[1].begins && curve.points[2].begins);
        QCOMPARE(curve.points[0].at, test::sampleTime(9, 1));
        QCOMPARE(curve.marks[0], (domain::CurveMark{trade.openedAt, Won{1'200}, true, 1}));
        QCOMPARE(curve.marks[1], (domain::CurveMark{trade.closedAt, Won{1'600}, false, 1}));
    }

    void aHoleIsAMinuteWithoutASample()
    {
        domain::DayRecord day;
        day.minutes = {minute(9, 0, 10), minute(9, 1, 10), minute(9, 3, 10)};
        const domain::EquityCurve curve = curveOf(day);
        QVERIFY(!curve.points[1].begins && curve.points[2].begins);
        QVERIFY(!curve.base);
        day.startEquity = Won{7};
        QCOMPARE(curveOf(day).base, std::optional{Won{7}});
    }

    void marksComeInOrderWithTheirSign()
    {
        const auto trade = [](int openedAt, int closedAt, std::int64_t net) {
            domain::TradeRecord out;
            out.openedAt = test::sampleTime(9, openedAt);
            out.closedAt = test::sampleTime(9, closedAt);
            out.sellAmount = Won{net};
            return out;
        };
        domain::DayRecord day;
        day.minutes = {minute(9, 0, 1'000)};
        day.trades = {trade(10, 40, 5), trade(20, 30, -5), trade(30, 35, 0), trade(5, 50, 7)};
        day.trades[3].carried = Won{1};  // Bought on an earlier day.

        QStringList marks;
        for (const domain::CurveMark& mark : curveOf(day).marks) {
            marks += QStringLiteral("%1%2%3")
                         .arg((mark.at - test::sampleTime(9, 0)) / std::chrono::minutes{1})
                         .arg(mark.entry ? QStringLiteral("in") : QStringLiteral("out"))
                         .arg(mark.sign);
        }
        QCOMPARE(marks.join(u' '),
                 QStringLiteral("10in1 20in-1 30out-1 30in0 35out0 40out1 50out1"));
    }

    void drawsAtMostFourPartsAtRoundAmounts_data()
    {
        QTest::addColumn<QList<qint64>>("equities");
        QTest::addColumn<QString>("levels");

        QTest::newRow("exactly four") << QList<qint64>{0, 40} << "0 10 20 30 40";
        QTest::newRow("a won more") << QList<qint64>{0, 41} << "0 10 20 30 40 50";
        QTest::newRow("still steps of ten") << QList<qint64>{0, 49} << "0 10 20 30 40 50";
        QTest::newRow("steps of twenty") << QList<qint64>{0, 50} << "0 20 40 60";
        QTest::newRow("steps of fifty") << QList<qint64>{0, 120} << "0 50 100 150";
        QTest::newRow("below zero") << QList<qint64>{-1, 40} << "-10 0 10 20 30 40";
        QTest::newRow("at a round loss") << QList<qint64>{-10, 30} << "-10 0 10 20 30";
        // Flat days span a five-hundredth of their equity, and never nothing.
        QTest::newRow("flat") << QList<qint64>{2'500'000, 2'500'000}
                              << "2496000 2498000 2500000 2502000 2504000";
        QTest::newRow("flat, on a step")
            << QList<qint64>{5'000'000, 5'000'000} << "4995000 5000000 5005000";
        QTest::newRow("flat and small") << QList<qint64>{100, 100} << "99 100 101";
    }
    void drawsAtMostFourPartsAtRoundAmounts()
    {
        QFETCH(QList<qint64>, equities);
        QFETCH(QString, levels);
        domain::DayRecord day;
        for (const qint64 equity : equities) {
            day.minutes.push_back(minute(9, static_cast<int>(day.minutes.size()), equity));
        }
        const domain::EquityCurve curve = curveOf(day);
        QStringList told;
        for (const Won level : curve.levels) {
            told += QString::number(level.value());
        }
        QCOMPARE(told.join(u' '), levels);
        QCOMPARE(curve.low, curve.levels.front());
        QCOMPARE(curve.high, curve.levels.back());
    }

    void drawsFullOrHalfHours_data()
    {
        QTest::addColumn<int>("firstMinute");
        QTest::addColumn<int>("lastMinute");
        QTest::addColumn<QString>("hours");

        // Minutes after 09:00; a minute's point is at its end.
        QTest::newRow("two hours") << 0 << 119 << "0 30 60 90 120";
        QTest::newRow("a minute more") << 0 << 120 << "0 60 120";
        QTest::newRow("the hour's last minute") << 59 << 119 << "0 30 60 90 120";
        QTest::newRow("nine hours") << 0 << 539 << "0 60 120 180 240 300 360 420 480 540";
        QTest::newRow("ten hours") << 0 << 540 << "0 120 240 360 480";
    }
    void drawsFullOrHalfHours()
    {
        QFETCH(int, firstMinute);
        QFETCH(int, lastMinute);
        QFETCH(QString, hours);
        domain::DayRecord day;
        for (const int at : {firstMinute, lastMinute}) {
            day.minutes.push_back(minute(9 + at / 60, at % 60, 1'000));
        }
        const domain::EquityCurve curve = curveOf(day);
        QStringList told;
        for (const domain::Timestamp hour : curve.hours) {
            told += QString::number((hour - test::sampleTime(9, 0)) / std::chrono::minutes{1});
        }
        QCOMPARE(told.join(u' '), hours);
        QCOMPARE(curve.from, test::sampleTime(9, 0));
        QCOMPARE(curve.to, test::sampleTime(9, 0) + std::chrono::minutes{lastMinute + 1});
    }

    void axesHoldEverything()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            const domain::DayRecord day = test::randomDay(seed, test::Values::Sensible);
            const domain::EquityCurve curve = curveOf(day);
            if (curve.points.empty()) {
                continue;
            }
            QVERIFY(curve.low < curve.high);
            QVERIFY(curve.from < curve.to);
            QVERIFY(curve.levels.size() >= 2 && curve.levels.size() <= 8);
            QVERIFY(curve.hours.size() <= 11);
            for (const domain::CurvePoint& point : curve.points) {
                QVERIFY(curve.up(point.equity) >= 0 && curve.up(point.equity) <= 1);
                QVERIFY(curve.across(point.at) >= 0 && curve.across(point.at) <= 1);
            }
            for (const domain::CurveMark& mark : curve.marks) {
                QVERIFY(curve.across(mark.at) >= 0 && curve.across(mark.at) <= 1);
                QVERIFY(curve.up(mark.equity) >= 0 && curve.up(mark.equity) <= 1);
            }
        }
    }

    void aFlatDayIsALineInTheMiddle()
    {
        domain::DayRecord day;
        day.startEquity = Won{10'000'000};
        day.minutes = {minute(9, 0, 10'000'000), minute(9, 1, 10'000'000)};

        const domain::EquityCurve curve = curveOf(day);

        QCOMPARE(curve.up(Won{10'000'000}), 0.5);
    }

    /// Marks are put on the line in one walk along it.
    void walksTheLineOnce()
    {
        const domain::EquityCurve curve = curveOf(test::busyDay(5'000));

        QVERIFY(curve.marks.size() == 10'000);
        QVERIFY(curve.steps <= curve.marks.size() + curve.points.size());
        QVERIFY(curve.steps > curve.marks.size());  // Each mark is a step, and so is each point.
    }
};

QTEST_GUILESS_MAIN(TestEquityCurve)
#include "tst_equity_curve.moc"
