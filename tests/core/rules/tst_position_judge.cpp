#include "tests/core/rules/rules_rig.h"

#include <QTest>

using namespace std::chrono_literals;
using test::clockAt;
using test::PatternState;
using test::pct;
using test::ranges;
using test::RulesRig;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;

namespace
{
/// "A4 10158/10150": the binding level.
QString binding(const rules::StopLevels& levels)
{
    const rules::StopLevel* level = levels.binding();
    return level == nullptr ? QString{}
                            : QStringLiteral("%1 %2/%3")
                                  .arg(QString{level->rule})
                                  .arg(level->fires.won())
                                  .arg(level->shown.won());
}

/// The market of `readyToAdd`, before any leg.
RulesRig example()
{
    RulesRig rig;
    rig.readyToAdd();
    rig.enter(1'000'000, 100);
    rig.config.costs.commission = pct("0.015");
    rig.now = clockAt(10, 5);
    return rig;
}
}  // namespace

class TestPositionJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The page's worked example, to the won.
    void theWorkedExampleToTheWon()
    {
        RulesRig rig = example();
        rig.market.momentum3 = domain::PriceChange{.now = won(9'900), .then = won(10'000)};

        rig.trade(10'040);
        QCOMPARE(rig.marks.pattern.state, PatternState::Base);
        rig.now += 1s;
        QCOMPARE(binding(rig.trade(10'200).levels), QStringLiteral("S3 10067/10060"));
        QCOMPARE(rig.marks.pattern.state, PatternState::Risen);
        rig.now += 1s;
        rig.trade(10'230);
        rig.now += 10s;
        QVERIFY(rig.trade(10'170).moves.empty());  // 0.587 %
        QCOMPARE(rig.trade(10'160).moves.size(), 1U);
        QCOMPARE(rig.marks.pattern.state, PatternState::Pullback);
        QVERIFY(!rig.trade(10'140).exit);  // S3's floor holds, S4 is suspended.
        rig.now += 10s;
        rig.market.dayHighBefore = won(10'230);
        const rules::PositionOutcome broken = rig.trade(10'240);
        QVERIFY(broken.add && broken.add->allowed());
        QCOMPARE(broken.add->quantity, domain::Quantity{50});
        QCOMPARE(broken.add->limit, won(10'240));

        (void)rules::patternOrdered(rig.marks);
        rig.market.momentum3.reset();
        rig.marks.addCost = domain::Won{512'000};
        rig.marks.addQuantity = domain::Quantity{50};
        rig.marks.addFilledAt = rig.now;
        (void)rules::patternOrderEnded(rig.marks, rig.now, rig.config.pyramid);
        QCOMPARE(*rig.marks.higherLow, won(10'140));
        const rules::StopLevels before = rules::stopLevels(rig.marks, rig.input());
        QCOMPARE(before.find(QLatin1String{"A1"})->fires, won(9'999));
        QCOMPARE(before.find(QLatin1String{"A2"})->fires, won(10'130));

        rig.now += 1s;
        const rules::PositionOutcome trigger = rig.trade(10'240);
        QCOMPARE(trigger.trail, rules::TrailChange::BreakEvenSet);
        QCOMPARE(*rig.marks.breakEven, won(10'120));
        QCOMPARE(binding(trigger.levels), QStringLiteral("A4 10158/10150"));
        QVERIFY(!rig.trade(10'160).exit);
        QCOMPARE(test::text(rig.trade(10'150).exit), QStringLiteral("A4"));
    }

    /// S1 to S6 with an ATR, a width and its smoothing computed by hand.
    void aTradeAndItsStepsInTheOrderOfThePage()
    {
        RulesRig rig;
        rig.config.pyramid.armedPolicy = core::config::ArmedPolicy::Strict;
        rig.market.atr = ranges(2'800);  // 200 won: S2 at 9,600, width 11,881,188
        rig.market.minuteClose = won(10'100);
        QCOMPARE(binding(rig.trade(10'090).levels), QStringLiteral("S1 9800/9800"));
        // Peak and switch come before the exits: this trade already shows its S3. The width is
        // rounded down, so the level is 9,980.000001.
        QCOMPARE(binding(rig.trade(10'100).levels), QStringLiteral("S3 9980/9980"));
        QCOMPARE(binding(rig.trade(10'150).levels), QStringLiteral("S3 10029/10020"));
        rig.market.atr = ranges(2'100);
        rig.market.minuteClose = won(10'150);
        // The step smooths before it judges: 10,150 x (1 - 0.010976930) = 10,038.58
        QCOMPARE(binding(rig.step().levels), QStringLiteral("S3 10038/10030"));
        rig.market.atr = ranges(350);
        // 25 won: S2 below 9,950; width 10,083,851: 10,047.65
        QCOMPARE(binding(rig.step().levels), QStringLiteral("S3 10047/10040"));
        QVERIFY(!rig.trade(10'048).exit);
        QCOMPARE(test::text(rig.trade(10'047).exit), QStringLiteral("S3"));
        // A gap through everything takes the first of the table.
        QCOMPARE(test::text(rig.trade(9'800).exit), QStringLiteral("S1"));
        QCOMPARE(test::text(rig.trade(9'949).exit), QStringLiteral("S2"));
    }

    void exitAndAddOnOneTradeIsTheExit()
    {
        RulesRig rig;
        rig.readyToAdd();
        QVERIFY(rig.trade(10'240).add->allowed());
        rig.marks.manualStop = won(10'240);
        const rules::PositionOutcome out = rig.trade(10'240);
        QCOMPARE(test::text(out.exit), QStringLiteral("MAN"));
        QVERIFY(!out.add);
    }

    void theAddIsJudgedInRebreakOnlyAndAfterTheWait()
    {
        RulesRig rig;
        rig.readyToAdd();
        rig.marks.pattern.notBefore = rig.now + 1ms;
        QVERIFY(!rig.trade(10'240).add);
        rig.marks.pattern.notBefore = rig.now;
        QVERIFY(rig.trade(10'240).add);
        QVERIFY(!rig.trade(10'230).add);  // Back at H: no attempt any more.
        QCOMPARE(rig.marks.pattern.state, PatternState::Risen);
    }

    void theSuspensionEndsOnTheTradeThatVoids()
    {
        RulesRig rig;
        rig.readyToAdd();
        rig.state(PatternState::Pullback);
        rig.marks.trail = {.on = true, .width = 8'000'000, .peak = won(10'230)};
        QVERIFY(!rig.trade(10'110).exit);  // 1.17 %
        const rules::PositionOutcome out = rig.trade(10'107);
        QCOMPARE(rig.marks.pattern.state, PatternState::Void);
        QCOMPARE(test::text(out.exit), QStringLiteral("S3"));
    }

    void theTimesFollowTheDay()
    {
        domain::SessionSchedule late = test::usualDay();
        late.open = domain::timeOfDay(10, 0);
        late.close = domain::timeOfDay(16, 30);
        const rules::RuleTimes times = rules::RuleTimes::of(core::config::defaultConfig(), late);
        QCOMPARE(times.entry.from, clockAt(10, 5));
        QCOMPARE(times.entry.to, clockAt(16, 0));
        QCOMPARE(times.add.from, clockAt(10, 5));
        QCOMPARE(times.add.to, clockAt(16, 0));
        QCOMPARE(times.guardFrom, clockAt(10, 5));
        QCOMPARE(times.flattenAt, clockAt(16, 15));
        QCOMPARE(times.lastSaleAt, clockAt(16, 20));
        // An hour without the end: only the ends move.
        late.open = domain::timeOfDay(9, 0);
        const rules::RuleTimes longer = rules::RuleTimes::of(core::config::defaultConfig(), late);
        QCOMPARE(longer.entry.from, clockAt(9, 5));
        QCOMPARE(longer.entry.to, clockAt(16, 0));
    }
};

QTEST_GUILESS_MAIN(TestPositionJudge)
#include "tst_position_judge.moc"
