#include "core/rules/exact.h"

#include <QTest>

namespace domain = core::domain;
namespace rules = core::rules;

class TestExact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDivisionRoundsDownAlsoBelowZero_data()
    {
        QTest::addColumn<qint64>("dividend");
        QTest::addColumn<qint64>("atMost");
        QTest::addColumn<qint64>("below");

        // By 3.
        QTest::newRow("7") << 7LL << 2LL << 2LL;
        QTest::newRow("6") << 6LL << 2LL << 1LL;
        QTest::newRow("1") << 1LL << 0LL << 0LL;
        QTest::newRow("0") << 0LL << 0LL << -1LL;
        QTest::newRow("-1") << -1LL << -1LL << -1LL;
        QTest::newRow("-3") << -3LL << -1LL << -2LL;
        QTest::newRow("-4") << -4LL << -2LL << -2LL;
    }
    void aDivisionRoundsDownAlsoBelowZero()
    {
        QFETCH(qint64, dividend);

        QTEST(qint64{rules::floorDivide(dividend, 3)}, "atMost");
        QTEST(qint64{rules::belowDivide(dividend, 3)}, "below");
    }

    void aGainIsComparedToTheUnit_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<qint64>("units");
        QTest::addColumn<int>("sign");

        // Three shares; a unit is a ten-millionth of a percent.
        QTest::newRow("at it") << 10'200LL << 30'000LL << 20'000'000LL << 0;
        QTest::newRow("a unit short") << 10'200LL << 30'000LL << 20'000'001LL << -1;
        QTest::newRow("a unit above") << 10'200LL << 30'000LL << 19'999'999LL << 1;
        QTest::newRow("a loss, at it") << 9'800LL << 30'000LL << -20'000'000LL << 0;
        QTest::newRow("a loss, a unit less") << 9'800LL << 30'000LL << -20'000'001LL << 1;
        QTest::newRow("a won of the cost") << 10'200LL << 30'001LL << 20'000'000LL << -1;
    }
    void aGainIsComparedToTheUnit()
    {
        QFETCH(qint64, price);
        QFETCH(qint64, cost);
        QFETCH(qint64, units);
        const rules::Int128 difference = rules::compareGain(
            domain::Price::fromWon(price), {domain::Won{cost}, domain::Quantity{3}}, units);

        QTEST(difference > 0 ? 1 : difference < 0 ? -1 : 0, "sign");
    }

    void whatIsShownIsTruncated()
    {
        QCOMPARE(rules::shownPercent(2, 3), 666'666'666);
        QCOMPARE(rules::shownPercent(-2, 3), -666'666'666);
        QCOMPARE(rules::shownGain(domain::Price::fromWon(10'200),
                                  {domain::Won{30'000}, domain::Quantity{3}}),
                 20'000'000);
    }
};

QTEST_GUILESS_MAIN(TestExact)
#include "tst_exact.moc"
