#include "core/indicator/statistics.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace core;

namespace
{
std::vector<domain::Bar> closes(const std::vector<std::int32_t>& values)
{
    std::vector<domain::Bar> bars;
    for (const std::int32_t value : values) {
        bars.emplace_back();
        bars.back().close = value;
        bars.back().volume = value / 100;
    }
    return bars;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}
}  // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void volatilityNeedsTenChanges()
    {
        std::vector<std::int32_t> values(10, 1'000);
        QVERIFY(!indicator::volatilityPct(closes(values)));

        values.push_back(1'000);

        QVERIFY(isNear(indicator::volatilityPct(closes(values)).value(), 0.0));
    }

    void volatilityIsThePopulationSigma()
    {
        // Up 1 % five times, flat five times: mean 0.5, every deviation 0.5.
        std::vector<std::int32_t> values{100'000'000};
        for (int i = 0; i < 5; ++i) {
            values.push_back(values.back() / 100 * 101);
            values.push_back(values.back());
        }

        // Whole won make each step a hair less than 1 %.
        QVERIFY(std::abs(indicator::volatilityPct(closes(values)).value() - 0.5) < 1e-6);
    }

    void volatilityLooksAtTwentyBarsOnly()
    {
        std::vector<std::int32_t> values{500};  // A jump of 100 % just outside.
        values.insert(values.end(), 20, 1'000);

        QVERIFY(isNear(indicator::volatilityPct(closes(values)).value(), 0.0));
        values.erase(values.end() - 1);
        QVERIFY(indicator::volatilityPct(closes(values)).value() > 20.0);
    }

    void statisticsAppearAsBarsSuffice()
    {
        QVERIFY(!indicator::codeStatistics({}).meanVolume);
        const indicator::CodeStatistics two = indicator::codeStatistics(closes({1'000, 1'100}));
        QCOMPARE(two.return1->tenThousandths(), 100'000);  // 10 %
        QVERIFY(!two.sigmaPct);
        QVERIFY(isNear(*two.meanVolume, 10.5));

        std::vector<std::int32_t> values(15, 1'000);
        QVERIFY(!indicator::codeStatistics(closes(values)).return15);
        values.push_back(1'150);
        QCOMPARE(indicator::codeStatistics(closes(values)).return15->tenThousandths(), 150'000);
    }

    void percentileIsLinearBetweenNeighbours()
    {
        const std::vector<double> values{40, 10, 30, 20};

        QVERIFY(isNear(indicator::percentile(values, 0.0).value(), 10));
        QVERIFY(isNear(indicator::percentile(values, 1.0).value(), 40));
        QVERIFY(isNear(indicator::percentile(values, 0.5).value(), 25));
        QVERIFY(isNear(indicator::percentile({7}, 0.98).value(), 7));
        QVERIFY(!indicator::percentile({}, 0.5));
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
