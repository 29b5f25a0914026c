#include "core/rules/guard.h"
#include "core/rules/loss_streak.h"
#include "tests/core/rules/rules_rig.h"

#include <QTest>

using test::clockAt;
namespace domain = core::domain;
namespace rules = core::rules;
using namespace std::chrono_literals;

namespace
{
struct GuardRig
{
    core::config::Config config = core::config::defaultConfig();
    domain::GuardState state;
    domain::Timestamp now = clockAt(10, 0);

    /// What fires at this equity over a start of 10,000,000: "LossStop HardLoss".
    QString look(std::optional<std::int64_t> equity, std::optional<std::int64_t> start = 10'000'000)
    {
        rules::GuardInput in{.now = now,
                             .equity = {},
                             .startEquity = {},
                             .from = clockAt(9, 5),
                             .config = config.guard};
        if (equity) {
            in.equity = domain::Won{*equity};
        }
        if (start) {
            in.startEquity = domain::Won{*start};
        }
        static const char* const kNames[] = {"LossStop", "GainStop", "TrailStop", "HardLoss"};
        QStringList words;
        for (const domain::GuardFired& one : rules::judgeGuard(state, in)) {
            words << QString::fromLatin1(kNames[static_cast<int>(one.rule)]);
        }
        return words.join(u' ');
    }
};
}  // namespace

class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watchesFromItsTimeOn()
    {
        GuardRig rig;
        rig.now = clockAt(9, 4, 59, 999);
        QCOMPARE(rig.look(9'000'000), QString{});
        rig.now = clockAt(9, 5);
        QCOMPARE(rig.look(9'000'000), QStringLiteral("LossStop HardLoss"));
    }

    void firesAtItsLimits_data()
    {
        QTest::addColumn<qint64>("equity");
        QTest::addColumn<QString>("fired");

        QTest::newRow("-2.99 %") << 9'701'000LL << "";
        QTest::newRow("a won short of -3 %") << 9'700'001LL << "";
        QTest::newRow("-3.00 %") << 9'700'000LL << "LossStop";
        QTest::newRow("a won short of -5 %") << 9'500'001LL << "LossStop";
        QTest::newRow("-5.00 %") << 9'500'000LL << "LossStop HardLoss";
        QTest::newRow("a won short of +5 %") << 10'499'999LL << "";
        QTest::newRow("+5.00 %") << 10'500'000LL << "GainStop";
    }
    void firesAtItsLimits()
    {
        QFETCH(qint64, equity);
        GuardRig rig;
        QTEST(rig.look(equity), "fired");
        QCOMPARE(rig.look(equity), QString{});  // Each once.
        QCOMPARE(rig.state.stopsBuys(), !rig.state.fired.empty());
    }

    void theTrailArmsAtThreePercentAndFiresHalfAPointBelowItsPeak()
    {
        GuardRig rig;
        rig.look(10'299'999);
        QVERIFY(!rig.state.trailArmed);
        QVERIFY(!rig.state.peak);  // Followed from there on.
        QCOMPARE(rig.look(10'240'000), QString{});
        rig.look(10'300'000);
        QVERIFY(rig.state.trailArmed);
        rig.look(10'350'000);
        QCOMPARE(rig.look(10'301'000), QString{});  // 0.49 points
        QCOMPARE(rig.look(10'300'001), QString{});
        QCOMPARE(rig.look(10'300'000), QStringLiteral("TrailStop"));  // 0.50 points
        QCOMPARE(rig.state.fired.back().peak, domain::Won{10'350'000});
        QCOMPARE(rig.look(10'200'000), QString{});
        // Points of the start equity, not of the peak: 0.5 % of 10,300,000 would be 51,500.
        GuardRig other;
        other.look(10'300'000);
        QCOMPARE(other.look(10'250'000), QStringLiteral("TrailStop"));
    }

    void saysNothingWhileTheEquityIsUncertain()
    {
        GuardRig rig;
        QCOMPARE(rig.look(std::nullopt), QString{});
        QCOMPARE(rig.look(9'000'000, std::nullopt), QString{});
        QCOMPARE(rig.look(9'000'000, 0), QString{});
        QCOMPARE(GuardRig{}.look(0, 1), QStringLiteral("LossStop HardLoss"));
        QVERIFY(!rig.state.stopsBuys());
        rig.look(10'300'000);
        rig.look(std::nullopt);
        QCOMPARE(rig.look(10'250'000), QStringLiteral("TrailStop"));  // The peak survives.
    }

    void aTradeThatLosesNothingEndsTheStreak()
    {
        core::config::GuardSection once = core::config::defaultConfig().guard;
        once.lossStreak = 1;
        const domain::Timestamp noon = clockAt(12, 0);
        const rules::LossStreak even = rules::afterTrade({3, {}}, domain::Won{0}, noon, once);
        QCOMPARE(even.losses, 0);
        QVERIFY(!even.pauses(noon));
        const rules::LossStreak lost = rules::afterTrade(even, domain::Won{-1}, noon, once);
        QCOMPARE(lost.losses, 1);
        QVERIFY(lost.pauses(noon + 30min - 1ms));
        QVERIFY(!lost.pauses(noon + 30min));
    }

    void aWinEndsTheStreakAndNotThePause()
    {
        core::config::GuardSection twice = core::config::defaultConfig().guard;
        twice.lossStreak = 2;
        const domain::Timestamp noon = clockAt(12, 0);
        rules::LossStreak streak = rules::afterTrade({}, domain::Won{-1}, noon, twice);
        QVERIFY(!streak.pauses(noon));
        streak = rules::afterTrade(streak, domain::Won{-1}, noon + 1min, twice);
        QVERIFY(streak.pauses(noon + 1min));
        streak = rules::afterTrade(streak, domain::Won{5}, noon + 2min, twice);
        QCOMPARE(streak.losses, 0);
        QVERIFY(streak.pauses(noon + 30min));
        QVERIFY(!streak.pauses(noon + 31min));
        twice.lossStreak = 0;  // Off.
        QVERIFY(!rules::afterTrade({9, {}}, domain::Won{-1}, noon, twice).pauses(noon));
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
