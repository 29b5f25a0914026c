// The wave scalper's own series of every symbol, and the stops of what it bought.

#include "core/desk/wave_watch.h"
#include "core/rules/wave_exits.h"
#include "tests/core/rules/rules_rig.h"

#include <QTest>

using namespace std::chrono_literals;
using core::rules::WaveStatus;
using test::RulesRig;
using test::won;
namespace desk = core::desk;
namespace domain = core::domain;
namespace market = core::market;

namespace
{
/// "W1 9920/9920 W2 9860/9860": every stop, firing and shown.
QString stops(const RulesRig& rig, const domain::WaveChannel& channel,
              std::optional<domain::Price> manual = {})
{
    const core::rules::StopLevels levels = core::rules::waveStops(channel, manual, rig.input());
    QStringList words;
    for (const core::rules::StopLevel& one : levels.all()) {
        words << QStringLiteral("%1 %2/%3")
                     .arg(QString{one.rule})
                     .arg(one.fires.won())
                     .arg(one.shown.won());
    }
    return words.join(u' ');
}

/// 9,900 to 10,100: the stop 0.8 %, the breakout at 9,860.
constexpr domain::WaveChannel kChannel{.low = 990'000, .high = 1'010'000, .band = 100'000'000};
}  // namespace

class TestWaveWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStopsAreWhereTheRulesFire()
    {
        RulesRig rig;
        QCOMPARE(stops(rig, kChannel), QStringLiteral("W1 9920/9920 W2 9860/9860"));
        rig.enter(1'000'900, 100);  // 10,009 x 0.992 = 9,928.9
        QCOMPARE(stops(rig, kChannel), QStringLiteral("W1 9928/9920 W2 9860/9860"));
        QCOMPARE(stops(rig, kChannel, won(9'950)),
                 QStringLiteral("MAN 9950/9950 W1 9928/9920 W2 9860/9860"));
        rig.books.held = domain::Quantity{0};
        QCOMPARE(stops(rig, kChannel, won(9'950)), QString{});
    }

    void aPositionMayLieOutsideItsChannel()
    {
        RulesRig rig;
        rig.enter(900'000, 100);
        QCOMPARE(stops(rig, kChannel), QStringLiteral("W1 8928/8920 W2 9860/9860"));
        rig.enter(1'200'000, 100);
        QCOMPARE(stops(rig, kChannel), QStringLiteral("W1 11904/11900 W2 9860/9860"));
    }

    void oneShareAndPricesOfAFewWonHaveStopsToo()
    {
        RulesRig rig;
        rig.enter(10'000, 1);
        QCOMPARE(stops(rig, kChannel), QStringLiteral("W1 9920/9920 W2 9860/9860"));
        rig.enter(10'000, 100);
        QCOMPARE(stops(rig, {.low = 9'950, .high = 10'050, .band = 100'000'000}),
                 QStringLiteral("W1 99/99 W2 99/99"));
        // Wider than it is high: nothing is below it by a fifth of its width.
        rig.enter(200, 100);
        QCOMPARE(stops(rig, {.low = 100, .high = 700, .band = 100'000'000}), QString{});
        QCOMPARE(stops(rig, {.low = 100, .high = 300, .band = 100'000'000}),
                 QStringLiteral("W1 1/1"));
    }

    void everySymbolHasItsOwnSeries()
    {
        const RulesRig rig;
        constexpr market::SymbolId first{0};
        constexpr market::SymbolId second{1};
        desk::WaveWatch watch;
        QVERIFY(watch.find(first) == nullptr);
        const domain::Timestamp now = test::clockAt(10, 0);
        domain::Trade trade;
        for (int index = 0; index < 120; ++index) {
            trade.price = won(index % 2 == 0 ? 9'900 : 10'100);
            trade.quantity = domain::Quantity{index};
            watch.add(second, trade, now - 1s);
        }
        QVERIFY(watch.find(first)->series.samples().empty());
        QCOMPARE(watch.find(second)->series.samples().size(), 120U);
        QCOMPARE(watch.find(second)->series.samples().back().quantity, domain::Quantity{119});
        watch.step(now, rig.times);
        QCOMPARE(watch.find(first)->state, core::rules::WaveState{});
        QVERIFY(watch.find(second)->state.status == WaveStatus::Ranging);
        // Below the channel it is paused at once.
        trade.price = won(9'860);
        watch.add(second, trade, now);
        QVERIFY(watch.find(second)->state.status == WaveStatus::Paused);
        // What is remembered is looked at also without samples.
        watch.of(first).state.status = WaveStatus::Ranging;
        watch.step(now, rig.times);
        QVERIFY(watch.find(first)->state.status == WaveStatus::Idle);
        QVERIFY(watch.find(second) != nullptr);  // One asked for before it takes nothing away.
        watch.startDay();
        QVERIFY(watch.find(second) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestWaveWatch)
#include "tst_wave_watch.moc"
