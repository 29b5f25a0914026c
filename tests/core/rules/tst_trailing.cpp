#include "tests/core/rules/rules_rig.h"

#include <QTest>

using namespace std::chrono_literals;
using test::PatternState;
using test::pct;
using test::ranges;
using test::RulesRig;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;

class TestTrailing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTargetIsWholePartsPerBillionWithinItsLimits_data()
    {
        QTest::addColumn<qint64>("sum");
        QTest::addColumn<qint64>("close");
        QTest::addColumn<qint64>("width");

        // 0.6 x 2,800 x 10^9 / (14 x 10,100) = 11,881,188.1
        QTest::newRow("rounded down") << 2'800LL << 10'100LL << 11'881'188LL;
        QTest::newRow("2,100 at 10,150: 8,866,995.07") << 2'100LL << 10'150LL << 8'866'995LL;
        QTest::newRow("too narrow") << 1'050LL << 10'100LL << 8'000'000LL;
        // 0.6 x s / (14 x 10,500) = 0.008: s = 1,960
        QTest::newRow("just the narrowest") << 1'960LL << 10'500LL << 8'000'000LL;
        QTest::newRow("a won more") << 1'961LL << 10'500LL << 8'004'081LL;
        QTest::newRow("just the widest") << 6'125LL << 10'500LL << 25'000'000LL;
        QTest::newRow("a won less") << 6'124LL << 10'500LL << 24'995'918LL;
        QTest::newRow("too wide") << 6'126LL << 10'500LL << 25'000'000LL;
        QTest::newRow("no ATR: 0.6 x 1.2 % is clamped") << 0LL << 10'500LL << 8'000'000LL;
        QTest::newRow("no close") << 6'125LL << 0LL << 8'000'000LL;
        // 5 x 14 x 10^9 x 10^9 / 14 does not fit 64 bits.
        QTest::newRow("beyond 64 bits") << 14'000'000'000LL << 1LL << 25'000'000LL;
    }
    void theTargetIsWholePartsPerBillionWithinItsLimits()
    {
        QFETCH(qint64, sum);
        QFETCH(qint64, close);
        RulesRig rig;
        if (sum > 0) {
            rig.market.atr = ranges(sum);
        }
        if (close > 0) {
            rig.market.minuteClose = won(close);
        }
        if (close == 1) {
            rig.config.exit.widthFactor = pct("5");
        }

        QTEST(qint64{rules::targetWidth(rig.market, rig.config.exit)}, "width");
    }

    void aCloseOfNothingIsNoClose()
    {
        RulesRig rig;
        rig.market.atr = ranges(6'125);
        rig.market.minuteClose = won(0);
        QCOMPARE(rules::targetWidth(rig.market, rig.config.exit), 8'000'000);
        rig.market.minuteClose = won(1);
        QCOMPARE(rules::targetWidth(rig.market, rig.config.exit), 25'000'000);
    }

    void theNarrowestGoesBeforeTheWidest()
    {
        RulesRig rig;
        rig.config.exit.widthMin = pct("3.0");
        QCOMPARE(rules::targetWidth(rig.market, rig.config.exit), 30'000'000);
    }

    void withoutAnAtrTheConfiguredOneCounts()
    {
        RulesRig rig;
        rig.config.exit.atrDefault = pct("2.5");  // x 0.6 = 1.5 %
        QCOMPARE(rules::targetWidth(rig.market, rig.config.exit), 15'000'000);
    }

    void switchesOnAtOnePercentWithTheTargetAsWidth()
    {
        RulesRig rig;
        rig.market.atr = ranges(2'800);
        rig.market.minuteClose = won(10'100);

        rig.trade(10'099);
        QVERIFY(!rig.marks.trail.on);
        QCOMPARE(*rig.marks.trail.peak, won(10'099));
        const rules::PositionOutcome out = rig.trade(10'100);
        QCOMPARE(out.trail, rules::TrailChange::SwitchedOn);
        QCOMPARE(rig.marks.trail.width, 11'881'188);
        QCOMPARE(rig.trade(10'110).trail, rules::TrailChange::None);
        QCOMPARE(*rig.marks.trail.peak, won(10'110));
        QCOMPARE(rig.trade(10'050).trail, rules::TrailChange::None);
        QVERIFY(rig.marks.trail.on);  // Never off again.
        QCOMPARE(*rig.marks.trail.peak, won(10'110));
    }

    void aStepMovesTheWidthThreeTenthsOfTheWay()
    {
        RulesRig rig;
        rig.market.atr = ranges(2'800);
        rig.market.minuteClose = won(10'100);
        rig.step();
        QCOMPARE(rig.marks.trail.width, 0);  // Off: nothing to smooth.
        rig.trade(10'100);

        rig.market.atr = ranges(2'100);
        rig.market.minuteClose = won(10'150);
        rig.trade(10'150);
        QCOMPARE(rig.marks.trail.width, 11'881'188);  // Fixed between steps.
        rig.step();
        // (7 x 11,881,188 + 3 x 8,866,995) / 10 = 10,976,930.1
        QCOMPARE(rig.marks.trail.width, 10'976'930);
        rig.market.atr.reset();
        rig.step();
        // (7 x 10,976,930 + 3 x 8,000,000) / 10 = 10,083,851
        QCOMPARE(rig.marks.trail.width, 10'083'851);
        rig.step();
        QCOMPARE(rig.marks.trail.width, 9'458'695);  // 9,458,695.7
    }

    void breakEvenIsTheFirstStepThatCoversTheCostsPlusOne_data()
    {
        QTest::addColumn<qint64>("average");
        QTest::addColumn<QString>("tax");
        QTest::addColumn<qint64>("level");

        // A x 1.000140527 / (1 - 0.000140527 - t); up to a step; one step up.
        QTest::newRow("1,990, 0.20: 1,994.55") << 1'990LL << "0.20" << 1'996LL;
        QTest::newRow("1,990, 0.15: 1,993.55") << 1'990LL << "0.15" << 1'995LL;
        QTest::newRow("1,995, 0.20: 1,999.56") << 1'995LL << "0.20" << 2'005LL;
        QTest::newRow("1,995, 0.15: 1,998.56") << 1'995LL << "0.15" << 2'000LL;
        QTest::newRow("1,996, 0.20: 2,000.56") << 1'996LL << "0.20" << 2'010LL;
        QTest::newRow("1,996, 0.15: 1,999.56") << 1'996LL << "0.15" << 2'005LL;
        QTest::newRow("4,985, 0.20: 4,996.40") << 4'985LL << "0.20" << 5'010LL;
        QTest::newRow("4,985, 0.15: 4,993.89") << 4'985LL << "0.15" << 5'000LL;
        QTest::newRow("4,990, 0.20: 5,001.41") << 4'990LL << "0.20" << 5'020LL;
        QTest::newRow("4,990, 0.15: 4,998.90") << 4'990LL << "0.15" << 5'010LL;
        QTest::newRow("19,950, 0.20: 19,995.60") << 19'950LL << "0.20" << 20'050LL;
        QTest::newRow("19,950, 0.15: 19,985.59") << 19'950LL << "0.15" << 20'000LL;
        QTest::newRow("19,960, 0.20: 20,005.63") << 19'960LL << "0.20" << 20'100LL;
        QTest::newRow("49,850, 0.20: 49,963.95") << 49'850LL << "0.20" << 50'100LL;
        QTest::newRow("49,850, 0.15: 49,938.93") << 49'850LL << "0.15" << 50'000LL;
        QTest::newRow("49,900, 0.20: 50,014.07") << 49'900LL << "0.20" << 50'200LL;
        QTest::newRow("199,500, 0.20: 199,956.05") << 199'500LL << "0.20" << 200'500LL;
        QTest::newRow("199,500, 0.15: 199,855.90") << 199'500LL << "0.15" << 200'000LL;
        QTest::newRow("199,600, 0.20: 200,056.28") << 199'600LL << "0.20" << 201'000LL;
        QTest::newRow("498,500, 0.20: 499,639.54") << 498'500LL << "0.20" << 501'000LL;
        QTest::newRow("498,500, 0.15: 499,389.31") << 498'500LL << "0.15" << 500'000LL;
        QTest::newRow("499,000, 0.20: 500,140.69") << 499'000LL << "0.20" << 502'000LL;
        QTest::newRow("the worked example: 10,103.04") << 10'080LL << "0.20" << 10'120LL;
        QTest::newRow("10,080, 0.15: 10,097.98") << 10'080LL << "0.15" << 10'110LL;
    }
    void breakEvenIsTheFirstStepThatCoversTheCostsPlusOne()
    {
        QFETCH(qint64, average);
        QFETCH(QString, tax);
        QFETCH(qint64, level);

        QCOMPARE(rules::breakEvenStop({domain::Won{average * 3}, domain::Quantity{3}},
                                      pct("0.0140527"), domain::Percent::parse(tax).value(), 1,
                                      domain::StepTable::Share),
                 won(level));
    }

    void theTriggerSetsBreakEvenPeakAndWidthOnceAndForGood()
    {
        RulesRig rig;
        rig.added();
        rig.trade(10'200);  // 10,080 x 1.012 = 10,200.96
        QVERIFY(!rig.marks.breakEven);
        QVERIFY(!rig.marks.trail.on);
        QVERIFY(!rig.marks.trail.peak);
        QCOMPARE(rig.trade(10'201).trail, rules::TrailChange::BreakEvenSet);
        QCOMPARE(*rig.marks.breakEven, won(10'120));
        QCOMPARE(*rig.marks.trail.peak, won(10'201));
        QCOMPARE(rig.marks.trail.width, 8'000'000);

        rig.market.sellTax = pct("1");  // The level stays.
        QCOMPARE(rig.trade(10'300).trail, rules::TrailChange::None);
        QCOMPARE(*rig.marks.breakEven, won(10'120));
        QCOMPARE(*rig.marks.trail.peak, won(10'300));
    }

    void theTriggerIsExactlyAtItsLimit()
    {
        RulesRig rig;
        rig.added();
        rig.marks.addCost = domain::Won{500'000};  // A = 10,000: 10,120 is 1.2 %.
        QCOMPARE(rig.trade(10'119).trail, rules::TrailChange::None);
        QCOMPARE(rig.trade(10'120).trail, rules::TrailChange::BreakEvenSet);
    }

    void theExtraStepsAreThoseOfTheConfiguration()
    {
        const auto level = [](std::int64_t extraSteps) {
            return rules::breakEvenStop({domain::Won{30'240}, domain::Quantity{3}},
                                        pct("0.0140527"), pct("0.20"), extraSteps,
                                        domain::StepTable::Share);
        };
        QCOMPARE(level(0), won(10'110));
        QCOMPARE(level(2), won(10'130));
    }

    void theTriggerMayMeasureTheAddAlone()
    {
        RulesRig rig;
        rig.added();
        rig.config.pyramid.breakEvenBasis = core::config::BreakEvenBasis::AddLot;
        rig.trade(10'362);  // 10,240 x 1.012 = 10,362.88
        QVERIFY(!rig.marks.breakEven);
        rig.trade(10'363);
        QCOMPARE(*rig.marks.breakEven, won(10'120));  // The level is still the blended one.
    }
};

QTEST_GUILESS_MAIN(TestTrailing)
#include "tst_trailing.moc"
