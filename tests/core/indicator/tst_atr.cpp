#include "core/indicator/atr.h"

#include <QTest>

#include <vector>

using namespace core;

namespace
{
domain::Bar bar(std::int32_t high, std::int32_t low, std::int32_t close)
{
    domain::Bar made;
    made.high = high;
    made.low = low;
    made.close = close;
    return made;
}
}  // namespace

class TestAtr : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trueRangeReachesBackToTheCloseBefore()
    {
        QCOMPARE(indicator::trueRange(bar(110, 100, 105), 104), 10);  // Inside.
        QCOMPARE(indicator::trueRange(bar(110, 100, 105), 90), 20);   // Gap up.
        QCOMPARE(indicator::trueRange(bar(110, 100, 105), 130), 30);  // Gap down.
    }

    void needsSixteenBars()
    {
        std::vector<domain::Bar> bars(15, bar(110, 100, 105));

        QVERIFY(!indicator::atr14(bars));
        bars.push_back(bar(110, 100, 105));
        QVERIFY(indicator::atr14(bars).has_value());
    }

    void sumsTheFourteenNewestOnly()
    {
        // Two old bars with a huge range, then fourteen of range 1 to 14, each bridging nothing.
        std::vector<domain::Bar> bars{bar(9000, 1, 1000), bar(9000, 1, 1000)};
        for (std::int32_t i = 1; i <= 14; ++i) {
            bars.push_back(bar(1000 + i, 1000, 1000));
        }

        const std::optional<domain::RangeSum> sum = indicator::atr14(bars);

        QVERIFY(sum.has_value());
        QCOMPARE(sum->won, 105);  // 1 + 2 + ... + 14
        QCOMPARE(sum->count, 14);
    }
};

QTEST_GUILESS_MAIN(TestAtr)
#include "tst_atr.moc"
