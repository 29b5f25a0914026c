#include "tests/core/rules/rules_rig.h"

#include <QTest>

using test::PatternState;
using test::pct;
using test::ranges;
using test::RulesRig;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;

namespace
{
/// "S1 9800/9800 S3 10118/10110": every level, firing and shown, in label order.
QString all(const RulesRig& rig)
{
    const rules::StopLevels levels = rules::stopLevels(rig.marks, rig.input());
    QStringList words;
    for (const rules::StopLevel& one : levels.all()) {
        words << QStringLiteral("%1 %2/%3")
                     .arg(QString{one.rule})
                     .arg(one.fires.won())
                     .arg(one.shown.won());
    }
    return words.join(u' ');
}

QString binding(const RulesRig& rig)
{
    const rules::StopLevels levels = rules::stopLevels(rig.marks, rig.input());
    return levels.binding() != nullptr ? QString{levels.binding()->rule} : QString{};
}
}  // namespace

class TestStopLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBaseLevelsAreTheHighestPricesThatFire()
    {
        RulesRig rig;
        QCOMPARE(all(rig), QStringLiteral("S1 9800/9800"));
        rig.market.atr = ranges(700);  // E - 100 = 9,900, itself a step, and the rule says "<".
        QCOMPARE(all(rig), QStringLiteral("S1 9800/9800 S2 9899/9890"));
        rig.market.atr = ranges(696);  // 2 x 49.71: 9,900.57, not a step: 9,900 fires.
        QCOMPARE(all(rig), QStringLiteral("S1 9800/9800 S2 9900/9900"));
        rig.marks.trail = {.on = true, .width = 8'000'000, .peak = won(10'200)};
        rig.marks.manualStop = won(9'850);
        QCOMPARE(all(rig),
                 QStringLiteral("MAN 9850/9850 S1 9800/9800 S2 9900/9900 S3 10118/10110"));
        QCOMPARE(binding(rig), QStringLiteral("S3"));
        rig.state(PatternState::Risen);  // 10,200 x 0.987 = 10,067.4
        QCOMPARE(all(rig),
                 QStringLiteral("MAN 9850/9850 S1 9800/9800 S2 9900/9900 S3 10067/10060"));
        rig.config.pyramid.armedPolicy = core::config::ArmedPolicy::Strict;
        QCOMPARE(all(rig).section(u' ', -1), QStringLiteral("10118/10110"));
    }

    void theBlendedLevelsReplaceThem()
    {
        RulesRig rig;
        rig.added();
        QCOMPARE(all(rig), QStringLiteral("A1 9999/9990"));  // 10,080 x 0.992 = 9,999.36
        rig.marks.trail = {.on = false, .width = 8'000'000, .peak = won(10'240)};
        QCOMPARE(all(rig), QStringLiteral("A1 9999/9990"));  // Off until the trigger.
        rig.marks.higherLow = won(10'140);
        rig.marks.breakEven = won(10'120);
        rig.marks.trail = {.on = true, .width = 8'000'000, .peak = won(10'240)};
        rig.market.atr = ranges(1'400);
        rig.marks.manualStop = won(10'000);
        QCOMPARE(all(rig), QStringLiteral("MAN 10000/10000 A1 9999/9990 A2 10130/10130 "
                                          "A3 10120/10120 A4 10158/10150 A5 9879/9870"));
        QCOMPARE(binding(rig), QStringLiteral("A4"));
        rig.config.exit.atrFloor = pct("5");  // The floor is S2's only.
        QVERIFY(all(rig).endsWith(QStringLiteral("A5 9879/9870")));
    }

    void amongEqualLevelsTheEarlierLabelBinds()
    {
        RulesRig rig;
        rig.added();
        rig.marks.higherLow = won(10'130);
        rig.marks.breakEven = won(10'120);
        QCOMPARE(binding(rig), QStringLiteral("A2"));
        rig.marks.manualStop = won(10'120);
        QCOMPARE(binding(rig), QStringLiteral("MAN"));
    }

    void aHigherLowIsLeftByOneStepOfItsOwnBand_data()
    {
        QTest::addColumn<qint64>("low");
        QTest::addColumn<qint64>("level");

        QTest::newRow("1,999") << 1'999LL << 1'998LL;
        QTest::newRow("at 2,000 the step below is 1") << 2'000LL << 1'999LL;
        QTest::newRow("2,005") << 2'005LL << 2'000LL;
        QTest::newRow("5,000") << 5'000LL << 4'995LL;
        QTest::newRow("20,000") << 20'000LL << 19'990LL;
        QTest::newRow("50,000") << 50'000LL << 49'950LL;
        QTest::newRow("200,000") << 200'000LL << 199'900LL;
        QTest::newRow("500,000") << 500'000LL << 499'500LL;
    }
    void aHigherLowIsLeftByOneStepOfItsOwnBand()
    {
        QFETCH(qint64, low);
        QFETCH(qint64, level);
        RulesRig rig;
        rig.added();
        rig.marks.higherLow = won(low);

        QCOMPARE(rules::stopLevels(rig.marks, rig.input()).find(QLatin1String{"A2"})->fires,
                 won(level));
    }

    void aLevelUnderAllPricesIsLeftOut()
    {
        RulesRig rig;
        rig.enter(1'000, 100);  // 10 won
        rig.market.atr = ranges(70);
        QCOMPARE(all(rig), QStringLiteral("S1 9/9"));  // S2 would be below 0.
        rig.market.atr = ranges(63);                   // Below 1: at 0, where nothing trades.
        QCOMPARE(all(rig), QStringLiteral("S1 9/9"));
        rig.market.atr = ranges(62);
        QCOMPARE(all(rig), QStringLiteral("S1 9/9 S2 1/1"));
        rig.marks.entryQuantity = {};
        rig.books = {};
        QCOMPARE(all(rig), QString{});
        QVERIFY(rules::stopLevels(rig.marks, rig.input()).binding() == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestStopLevels)
#include "tst_stop_levels.moc"
