#include "core/domain/price_steps.h"

#include <QTest>

using namespace core::domain;

namespace
{
Price won(std::int64_t value)
{
    return Price::fromWon(value);
}
}  // namespace

class TestPriceSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesUpAcrossEveryBand()
    {
        const std::vector<std::pair<int, int>> cases{
            {1999, 2000},     {2000, 2005},     {4995, 5000},     {5000, 5010},
            {19990, 20000},   {20000, 20050},   {49950, 50000},   {50000, 50100},
            {199900, 200000}, {200000, 200500}, {499500, 500000}, {500000, 501000}};
        for (const auto& [from, to] : cases) {
            QCOMPARE(nextUp(won(from)).won(), to);
            QCOMPARE(nextDown(won(to)).won(), from);
        }
    }

    void roundsIntoTheBandItLandsIn()
    {
        QCOMPARE(roundUpToStep(won(1999)).won(), 1999);
        QCOMPARE(roundUpToStep(won(2001)).won(), 2005);
        QCOMPARE(roundUpToStep(won(19991)).won(), 20000);
        QCOMPARE(roundDownToStep(won(20049)).won(), 20000);
        QCOMPARE(roundDownToStep(won(500999)).won(), 500000);
    }

    void everyStepIsValidUpToTwoMillion()
    {
        int steps = 0;
        for (Price p = won(1); p < won(2'000'000); p = nextUp(p)) {
            QVERIFY(isOnStep(p));
            QVERIFY(nextDown(nextUp(p)) == p);
            ++steps;
        }
        // 1999 + 600 + 1500 + 600 + 1500 + 600 + 1500 - counted band by band.
        QCOMPARE(steps, 1999 + 600 + 1500 + 600 + 1500 + 600 + 1500);
    }

    void limitsFollowTheExchangesRule_data()
    {
        QTest::addColumn<int>("base");
        QTest::addColumn<int>("upper");
        QTest::addColumn<int>("lower");
        const std::vector<std::array<int, 3>> rows{
            {1538, 1999, 1077},       {1990, 2585, 1393},       {2855, 3710, 2000},
            {4995, 6490, 3500},       {6660, 8650, 4670},       {9980, 12970, 6990},
            {15380, 19990, 10770},    {28550, 37100, 20000},    {71800, 93300, 50300},
            {199900, 259500, 140000}, {350000, 455000, 245000}, {499500, 649000, 350000}};
        for (const auto& row : rows) {
            QTest::addRow("%d", row[0]) << row[0] << row[1] << row[2];
        }
    }
    void limitsFollowTheExchangesRule()
    {
        QFETCH(int, base);
        QFETCH(int, upper);
        QFETCH(int, lower);

        const DailyLimits limits = dailyLimits(won(base));

        QCOMPARE(limits.upper.won(), upper);
        QCOMPARE(limits.lower.won(), lower);
    }

    void staticViStartsAtTheFirstStepBeyondTenPercent()
    {
        QCOMPARE(staticViPrices(won(3030)).lower.won(), 2725);
        QCOMPARE(staticViPrices(won(5060)).upper.won(), 5570);
        QCOMPARE(staticViPrices(won(18000)).lower.won(), 16200);
    }

    void fundsHaveTheirOwnTable()
    {
        QCOMPARE(nextUp(won(1999), StepTable::Fund).won(), 2000);
        QCOMPARE(nextUp(won(35000), StepTable::Fund).won(), 35005);
        QCOMPARE(nextUp(won(500), StepTable::Elw).won(), 505);
    }
};

QTEST_GUILESS_MAIN(TestPriceSteps)
#include "tst_price_steps.moc"
