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
    }
};

QTEST_GUILESS_MAIN(TestEquityCurve)
#include "tst_equity_curve.moc"
