#include "core/indicator/momentum.h"

#include <QTest>

#include <limits>
#include <vector>

using namespace core;

namespace
{
std::vector<domain::Bar> closes(std::initializer_list<std::int32_t> values)
{
    std::vector<domain::Bar> bars;
    for (const std::int32_t value : values) {
        bars.emplace_back();
        bars.back().close = value;
    }
    return bars;
}

domain::PriceChange change(std::int64_t then, std::int64_t now)
{
    return {.now = domain::Price::fromWon(now), .then = domain::Price::fromWon(then)};
}

domain::Percent percent(const char* text)
{
    return domain::Percent::parse(QString::fromLatin1(text)).value();
}

domain::Bar openClose(std::int32_t open, std::int32_t close)
{
    domain::Bar made;
    made.open = open;
    made.close = close;
    return made;
}
}  // namespace

class TestMomentum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesWithTheCloseNBarsEarlier()
    {
        const std::vector<domain::Bar> bars = closes({100, 101, 102, 103, 104, 110});

        QCOMPARE(indicator::momentum(bars, 5), change(100, 110));
        QCOMPARE(indicator::momentum(bars, 3), change(102, 110));
        QCOMPARE(indicator::momentum(bars, 1), change(104, 110));
        QVERIFY(!indicator::momentum(bars, 6));
    }

    void comparesExactlyAtTheLimit()
    {
        QVERIFY(change(10'000, 10'050).compare(percent("0.5")) == 0);
        QVERIFY(change(10'000, 10'051).compare(percent("0.5")) > 0);
        QVERIFY(change(10'000, 10'049).compare(percent("0.5")) < 0);
        QVERIFY(change(10'000, 9'970).compare(percent("-0.3")) == 0);
        QVERIFY(change(10'000, 9'969).compare(percent("-0.3")) < 0);
        // 1/3 % has no finite decimal form: seven places below, and one unit above.
        QVERIFY(change(300, 301).compare(percent("0.3333333")) > 0);
        QVERIFY(change(300, 301).compare(percent("0.3333334")) < 0);
    }

    void comparesTheLargestPricesWithoutOverflow()
    {
        QVERIFY(change(1, 1'000'000'000).compare(percent("99999999")) > 0);
        QVERIFY(change(1'000'000'000, 1).compare(percent("-99.9999999")) == 0);
        constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
        QVERIFY(change(1'000'000'000, 1).compare(domain::Percent::fromUnits(kMax)) < 0);
        QVERIFY(change(1'000'000'000, 1).compare(domain::Percent::fromUnits(-kMax)) > 0);
    }

    void truncatesForDisplayTowardZero()
    {
        QCOMPARE(change(300, 301).tenThousandths(), 3'333);
        QCOMPARE(change(300, 299).tenThousandths(), -3'333);
    }

    void trendNeedsMoreThanHalfAPercent_data()
    {
        QTest::addColumn<int>("close");
        QTest::addColumn<int>("trend");

        QTest::newRow("exactly +0.5 %") << 10'050 << static_cast<int>(indicator::Trend::Flat);
        QTest::newRow("one won more") << 10'051 << static_cast<int>(indicator::Trend::Up);
        QTest::newRow("exactly -0.5 %") << 9'950 << static_cast<int>(indicator::Trend::Flat);
        QTest::newRow("one won less") << 9'949 << static_cast<int>(indicator::Trend::Down);
    }
    void trendNeedsMoreThanHalfAPercent()
    {
        QFETCH(int, close);
        QFETCH(int, trend);

        const auto found = indicator::trend(openClose(10'000, 12'000), openClose(9'000, close));

        QVERIFY(found.has_value());
        QCOMPARE(static_cast<int>(*found), trend);
        QVERIFY(!indicator::trend(std::nullopt, openClose(9'000, close)));
        QVERIFY(!indicator::trend(openClose(10'000, 12'000), std::nullopt));
    }
};

QTEST_GUILESS_MAIN(TestMomentum)
#include "tst_momentum.moc"
