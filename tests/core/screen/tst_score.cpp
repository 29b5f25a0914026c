#include "core/screen/score.h"

#include <QTest>

using namespace core;
using domain::Price;
using domain::ScreenAxis;
using domain::ScreenReason;
using domain::Won;
using screen::ScreenInput;

namespace
{
constexpr std::int64_t kBillion = 1'000'000'000;

domain::PriceChange change(std::int64_t then, std::int64_t now)
{
    return {.now = Price::fromWon(now), .then = Price::fromWon(then)};
}

ScreenInput good()
{
    ScreenInput input;
    input.last = Price::fromWon(10'000);
    input.ask = Price::fromWon(10'010);
    input.bid = Price::fromWon(10'000);
    input.accTurnover = Won{200 * kBillion};
    input.turnoverFive = Won{6 * kBillion};
    input.momentum5 = change(10'000, 10'200);
    input.volatilityPct = 0.3;
    input.tradedToday = true;
    return input;
}

const domain::AxisScore& axis(const std::array<domain::AxisScore, domain::kScreenAxes>& axes,
                              ScreenAxis wanted)
{
    return axes[static_cast<std::size_t>(wanted)];
}
}  // namespace

class TestScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liquidityAtItsLimits_data()
    {
        moneyRows({{3, 20, 40}, {10, 40, 60}, {50, 60, 80}, {100, 80, 100}}, kBillion);
    }
    void liquidityAtItsLimits()
    {
        QFETCH(qint64, won);
        QFETCH(int, points);
        QCOMPARE(screen::liquidityPoints(Won{won}), points);
    }

    void turnoverAtItsLimits_data()
    {
        moneyRows({{5, 40, 60}, {20, 60, 80}, {50, 80, 100}}, kBillion / 10);
    }
    void turnoverAtItsLimits()
    {
        QFETCH(qint64, won);
        QFETCH(int, points);
        QCOMPARE(screen::turnoverPoints(Won{won}), points);
    }

    void volatilityAtItsLimits_data()
    {
        QTest::addColumn<double>("pct");
        QTest::addColumn<int>("points");
        QTest::newRow("0") << 0.0 << 40;
        QTest::newRow("below 0.05") << 0.049999 << 40;
        QTest::newRow("0.05") << 0.05 << 60;
        QTest::newRow("below 0.10") << 0.099999 << 60;
        QTest::newRow("0.10") << 0.10 << 80;
        QTest::newRow("below 0.15") << 0.149999 << 80;
        QTest::newRow("0.15") << 0.15 << 100;
        QTest::newRow("0.70") << 0.70 << 100;
        QTest::newRow("above 0.70") << 0.700001 << 80;
        QTest::newRow("1.00") << 1.00 << 80;
        QTest::newRow("above 1.00") << 1.000001 << 60;
        QTest::newRow("1.50") << 1.50 << 60;
        QTest::newRow("above 1.50") << 1.500001 << 40;
    }
    void volatilityAtItsLimits()
    {
        QFETCH(double, pct);
        QFETCH(int, points);
        QCOMPARE(screen::volatilityPoints(pct), points);
    }

    void spreadAtItsLimits_data()
    {
        QTest::addColumn<int>("ask");
        QTest::addColumn<int>("bid");
        QTest::addColumn<int>("points");
        // (ask - bid) / mid with ask + bid = 200,000: 200 won are exactly 0.2 %.
        QTest::newRow("0.20 %") << 100'100 << 99'900 << 100;
        QTest::newRow("0.202 %") << 100'101 << 99'899 << 80;
        QTest::newRow("0.30 %") << 100'150 << 99'850 << 80;
        QTest::newRow("0.302 %") << 100'151 << 99'849 << 60;
        QTest::newRow("0.50 %") << 100'250 << 99'750 << 60;
        QTest::newRow("0.502 %") << 100'251 << 99'749 << 40;
    }
    void spreadAtItsLimits()
    {
        QFETCH(int, ask);
        QFETCH(int, bid);
        QFETCH(int, points);
        const screen::Spread spread =
            screen::spreadOf(Price::fromWon(100'000), Price::fromWon(ask), Price::fromWon(bid),
                             domain::StepTable::Share);
        QVERIFY(!spread.estimated);
        QCOMPARE(screen::spreadPoints(spread), points);
    }

    void momentumAtItsLimits_data()
    {
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("points");
        QTest::newRow("-0.31 %") << 9'969 << 20;
        QTest::newRow("-0.30 %") << 9'970 << 20;
        QTest::newRow("-0.29 %") << 9'971 << 40;
        QTest::newRow("0") << 10'000 << 40;
        QTest::newRow("0.01 %") << 10'001 << 60;
        QTest::newRow("0.50 %") << 10'050 << 60;
        QTest::newRow("0.51 %") << 10'051 << 80;
        QTest::newRow("1.00 %") << 10'100 << 80;
        QTest::newRow("1.01 %") << 10'101 << 100;
    }
    void momentumAtItsLimits()
    {
        QFETCH(int, now);
        QFETCH(int, points);
        QCOMPARE(screen::momentumPoints(change(10'000, now)), points);
    }

    void withoutAQuoteTheSpreadIsOneStepOverPrice_data()
    {
        QTest::addColumn<int>("ask");
        QTest::addColumn<int>("bid");
        QTest::newRow("no quote") << 0 << 0;
        QTest::newRow("ask side empty") << 0 << 4'000;
        QTest::newRow("bid side empty") << 4'010 << 0;
        QTest::newRow("crossed, as in an auction") << 4'000 << 4'010;
    }
    void withoutAQuoteTheSpreadIsOneStepOverPrice()
    {
        QFETCH(int, ask);
        QFETCH(int, bid);
        const screen::Spread spread =
            screen::spreadOf(Price::fromWon(4'000), Price::fromWon(ask), Price::fromWon(bid),
                             domain::StepTable::Share);
        QVERIFY(spread.estimated);
        QCOMPARE(spread.tenThousandths(), 1'250);  // 5 / 4,000 = 0.125 %
    }

    void theScoreIsTheWeightedSum()
    {
        QCOMPARE(screen::scoreOf({100, 100, 100, 100, 100}), 10'000);
        QCOMPARE(screen::scoreOf({40, 60, 80, 40, 20}),
                 40 * 25 + 60 * 20 + 80 * 20 + 40 * 10 + 20 * 25);
        QCOMPARE(screen::scoreOf({-1, 60, -1, 40, -1}), 60 * 20 + 40 * 10);
    }

    void eligibleNeedsThreeAxesAndAllData_data()
    {
        QTest::addColumn<QList<int>>("points");
        QTest::addColumn<bool>("eligible");
        QTest::newRow("just enough") << QList<int>{40, 60, 40, 40, 40} << true;
        QTest::newRow("liquidity") << QList<int>{20, 60, 100, 100, 100} << false;
        QTest::newRow("turnover") << QList<int>{100, 40, 100, 100, 100} << false;
        QTest::newRow("momentum") << QList<int>{100, 100, 100, 100, 20} << false;
        QTest::newRow("volatility unknown") << QList<int>{100, 100, -1, 100, 100} << false;
        QTest::newRow("spread unknown") << QList<int>{100, 100, 100, -1, 100} << false;
    }
    void eligibleNeedsThreeAxesAndAllData()
    {
        QFETCH(QList<int>, points);
        QFETCH(bool, eligible);
        screen::AxisPoints axes{};
        for (std::size_t i = 0; i < axes.size(); ++i) {
            axes[i] = static_cast<std::int8_t>(points[static_cast<qsizetype>(i)]);
        }
        QCOMPARE(screen::isEligible(axes), eligible);
    }

    void missingDataScoresNothingAndSaysSo()
    {
        ScreenInput input = good();
        input.volatilityPct.reset();
        input.momentum5.reset();

        const auto axes = screen::axisScores(input, domain::StepTable::Share);
        const std::vector<domain::WhyNot> reasons = screen::whyNot(axes);

        QVERIFY(axis(axes, ScreenAxis::Volatility).insufficient);
        QCOMPARE(axis(axes, ScreenAxis::Volatility).points, 0);
        QVERIFY(!axis(axes, ScreenAxis::Volatility).value);
        QCOMPARE(reasons.size(), 2U);
        QCOMPARE(reasons[0].reason, ScreenReason::InsufficientData);
        QCOMPARE(reasons[0].axis, ScreenAxis::Volatility);
        QCOMPARE(reasons[1].axis, ScreenAxis::Momentum);
    }

    void whyNotNamesValueAndLimit()
    {
        ScreenInput input = good();
        input.turnoverFive = Won{310'000'000};
        input.momentum5 = change(10'000, 9'950);

        const std::vector<domain::WhyNot> reasons =
            screen::whyNot(screen::axisScores(input, domain::StepTable::Share));

        QCOMPARE(reasons.size(), 2U);
        QCOMPARE(reasons[0], (domain::WhyNot{ScreenReason::TurnoverTooLow, ScreenAxis::Turnover,
                                             310'000'000, 500'000'000}));
        QCOMPARE(reasons[1], (domain::WhyNot{ScreenReason::MomentumTooLow, ScreenAxis::Momentum,
                                             -5'000, -3'000}));
        QVERIFY(screen::whyNot(screen::axisScores(good(), domain::StepTable::Share)).empty());
    }

private:
    struct Limit
    {
        qint64 units;
        int atLimit;  ///< The limit itself is not above it.
        int above;
    };
    static void moneyRows(const std::vector<Limit>& limits, qint64 unit)
    {
        QTest::addColumn<qint64>("won");
        QTest::addColumn<int>("points");
        for (const Limit& limit : limits) {
            QTest::addRow("%lld at", limit.units) << limit.units * unit << limit.atLimit;
            QTest::addRow("%lld above", limit.units) << limit.units * unit + 1 << limit.above;
        }
        QTest::newRow("nothing") << qint64{0} << limits.front().atLimit;
    }
};

QTEST_GUILESS_MAIN(TestScore)
#include "tst_score.moc"
