#include "core/rules/higher_low.h"
#include "tests/core/rules/rules_rig.h"

#include <QTest>

#include <vector>

using test::clockAt;
using test::PatternState;
using test::RulesRig;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;

namespace
{
/// One bar a minute from 10:00 on, with these lows; 0 = a minute without a trade.
std::vector<domain::Bar> bars(std::initializer_list<std::int32_t> lows)
{
    std::vector<domain::Bar> made;
    std::int32_t minute = static_cast<std::int32_t>(
        std::chrono::floor<std::chrono::minutes>(clockAt(10, 0).time_since_epoch()).count());
    for (const std::int32_t low : lows) {
        if (low > 0) {
            made.emplace_back();
            made.back().startMinute = minute;
            made.back().low = low;
        }
        ++minute;
    }
    return made;
}
}  // namespace

class TestHigherLow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHigherLowStandsBelowTwoBarsOnEachSide_data()
    {
        QTest::addColumn<std::vector<domain::Bar>>("complete");
        QTest::addColumn<qint64>("current");
        QTest::addColumn<int>("addSecond");
        QTest::addColumn<qint64>("found");

        QTest::newRow("a pivot") << bars({106, 105, 104, 105, 106}) << 100LL << 0 << 104LL;
        QTest::newRow("equal on the left") << bars({106, 104, 104, 105, 106}) << 100LL << 0 << 0LL;
        QTest::newRow("equal, two left") << bars({104, 105, 104, 105, 106}) << 100LL << 0 << 0LL;
        QTest::newRow("equal on the right") << bars({106, 105, 104, 104, 106}) << 100LL << 0 << 0LL;
        QTest::newRow("equal, two right") << bars({106, 105, 104, 105, 104}) << 100LL << 0 << 0LL;
        QTest::newRow("only one bar after it") << bars({106, 105, 104, 105}) << 100LL << 0 << 0LL;
        QTest::newRow("only one bar before it") << bars({105, 104, 105, 106}) << 100LL << 0 << 0LL;
        QTest::newRow("not above the current")
            << bars({106, 105, 104, 105, 106}) << 104LL << 0 << 0LL;
        QTest::newRow("a won above it") << bars({106, 105, 104, 105, 106}) << 103LL << 0 << 104LL;
        QTest::newRow("no HL before") << bars({106, 105, 104, 105, 106}) << 0LL << 0 << 104LL;
        QTest::newRow("its minute begins at the add's fill")
            << bars({106, 105, 104, 105, 106}) << 100LL << 120 << 104LL;
        QTest::newRow("its minute begins before it")
            << bars({106, 105, 104, 105, 106}) << 100LL << 121 << 0LL;
        QTest::newRow("silent minutes have no bar")
            << bars({106, 0, 105, 104, 0, 0, 105, 106}) << 100LL << 180 << 104LL;
        QTest::newRow("the higher of two")
            << bars({110, 109, 104, 109, 110, 106, 109, 110}) << 100LL << 0 << 106LL;
        QTest::newRow("the older one is higher")
            << bars({110, 109, 106, 109, 110, 104, 109, 110}) << 100LL << 0 << 106LL;
        QTest::newRow("nothing") << bars({}) << 100LL << 0 << 0LL;
    }
    void aHigherLowStandsBelowTwoBarsOnEachSide()
    {
        QFETCH(std::vector<domain::Bar>, complete);
        QFETCH(qint64, current);
        QFETCH(int, addSecond);
        QFETCH(qint64, found);
        domain::PositionMarks marks;
        marks.addFilledAt = clockAt(10, 0) + std::chrono::seconds{addSecond};
        if (current > 0) {
            marks.higherLow = won(current);
        }

        const std::optional<domain::Price> low = rules::newHigherLow(complete, marks, 2);

        QCOMPARE(low ? low->won() : 0, found);
    }

    void itIsLookedForOnFullMinutesAfterTheAddAndBeforeTheExits()
    {
        const std::vector<domain::Bar> complete = bars({10'200, 10'190, 10'180, 10'190, 10'200});
        RulesRig rig;
        rig.added();
        rig.marks.addFilledAt = clockAt(10, 0, 30);
        rig.marks.higherLow = won(10'140);
        rig.now = clockAt(10, 5, 5);
        rig.price(10'170);
        QVERIFY(!rig.step(complete).higherLow);

        rig.now = clockAt(10, 5);
        const rules::PositionOutcome out = rig.step(complete);
        QCOMPARE(*out.higherLow, won(10'180));
        QCOMPARE(*out.marks.higherLow, won(10'180));
        QCOMPARE(test::text(out.exit), QStringLiteral("A2"));

        // A minute without a new one leaves the old.
        rig.now = clockAt(10, 6);
        QVERIFY(!rig.step(complete).higherLow);
        QCOMPARE(*rig.marks.higherLow, won(10'180));

        rig.state(PatternState::Ordered);
        rig.marks.higherLow.reset();
        QVERIFY(!rig.step(complete).higherLow);
    }
};

QTEST_GUILESS_MAIN(TestHigherLow)
#include "tst_higher_low.moc"
