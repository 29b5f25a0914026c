#include "core/risk/cost.h"

#include <QTest>

using namespace core::risk;
namespace domain = core::domain;
using domain::Percent;
using domain::Quantity;
using domain::Won;

namespace
{
domain::Price won(std::int64_t price)
{
    return domain::Price::fromWon(price);
}

CostRates rates(const char* tax = "0.20")
{
    return {.commission = *Percent::parse(u"0.0140527"),
            .tax = *Percent::parse(QString::fromLatin1(tax)),
            .stop = *Percent::parse(u"2"),
            .cashSlack = *Percent::parse(u"2")};
}
}  // namespace

class TestCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsABuyAsTheBrokerWillChargeIt()
    {
        const BuyCost cost = buyCost(won(10'000), Quantity{100}, {}, rates());

        QCOMPARE(cost.amount.value(), 1'000'000);
        QCOMPARE(cost.commission.value(), 140);  // 140.527
        // 10,000 x 1.000140527 / 0.997859473 = 10,022.86: up to a step of 10.
        QCOMPARE(cost.breakEven.won(), 10'030);
        QCOMPARE(cost.stop.won(), 9'800);
        // 980,000 less 137 commission (137.7) and 1,960 tax; from 1,000,140.
        QCOMPARE(cost.lossAtStop.value(), 1'000'140 - (980'000 - 137 - 1'960));
    }

    void breaksEvenAsAWholePosition()
    {
        // The worked example of the rules: 100 at 10,000, 50 more at 10,240.
        const BuyCost cost = buyCost(won(10'240), Quantity{50},
                                     {.quantity = Quantity{100}, .cost = Won{1'000'000}}, rates());

        QCOMPARE(cost.breakEven.won(), 10'110);
    }

    void breaksEvenAtBothTaxRatesAcrossTheSteps_data()
    {
        QTest::addColumn<QString>("tax");
        QTest::addColumn<int>("price");
        QTest::addColumn<int>("breakEven");
        // By hand: price x 1.000140527 / (1 - 0.000140527 - tax), up to a step.
        QTest::newRow("1,995 at 0.20 %: 1999.6, to 2,000") << "0.20" << 1'995 << 2'000;
        QTest::newRow("4,990 at 0.20 %: 5001.4, to 5,010") << "0.20" << 4'990 << 5'010;
        QTest::newRow("4,990 at 0.15 %: 4998.9, to 5,000") << "0.15" << 4'990 << 5'000;
        QTest::newRow("19,960 at 0.20 %: 20005.6, to 20,050") << "0.20" << 19'960 << 20'050;
        QTest::newRow("19,960 at 0.15 %: 19995.6, to 20,000") << "0.15" << 19'960 << 20'000;
        QTest::newRow("49,900 at 0.20 %: 50014.1, to 50,100") << "0.20" << 49'900 << 50'100;
        QTest::newRow("49,900 at 0.15 %: 49989, to 50,000") << "0.15" << 49'900 << 50'000;
        QTest::newRow("199,600 at 0.20 %: 200056, to 200,500") << "0.20" << 199'600 << 200'500;
        QTest::newRow("499,000 at 0.20 %: 500140, to 501,000") << "0.20" << 499'000 << 501'000;
    }
    void breaksEvenAtBothTaxRatesAcrossTheSteps()
    {
        QFETCH(QString, tax);
        QFETCH(int, price);
        QFETCH(int, breakEven);

        const BuyCost cost =
            buyCost(won(price), Quantity{10}, {}, rates(tax.toLatin1().constData()));

        QCOMPARE(cost.breakEven.won(), breakEven);
    }

    void showsTheStopAtWhichTheRuleFires()
    {
        // 2 % under 10,010 is 9,809.8: the highest valid price at or under it.
        QCOMPARE(buyCost(won(10'010), Quantity{1}, {}, rates()).stop.won(), 9'800);
        // 5,100 less 2 % is 4,998, where the steps are of 5.
        QCOMPARE(buyCost(won(5'100), Quantity{1}, {}, rates()).stop.won(), 4'995);
    }

    void takesCommissionAndTaxOffASale()
    {
        const SaleProceeds sale = saleProceeds(won(10'030), Quantity{7}, rates());

        QCOMPARE(sale.amount.value(), 70'210);
        QCOMPARE(sale.commission.value(), 9);  // 9.866
        QCOMPARE(sale.tax.value(), 140);       // 140.42
        QCOMPARE(sale.net.value(), 70'061);
    }

    void findsTheLargestQuantityTheCashCovers()
    {
        const Percent slack = *Percent::parse(u"2");
        QCOMPARE(quantityFor(Won{510'000}, won(10'000), slack).shares(), 50);
        QCOMPARE(quantityFor(Won{509'999}, won(10'000), slack).shares(), 49);
        QCOMPARE(quantityFor(Won{10'199}, won(10'000), slack).shares(), 0);
        QCOMPARE(quantityFor(Won{}, won(10'000), slack).shares(), 0);
        QCOMPARE(quantityFor(Won{-1}, won(10'000), slack).shares(), 0);
        QCOMPARE(quantityFor(Won{1'000}, won(0), slack).shares(), 0);
    }

    void buysLessAtMarketThanAtTheLimit()
    {
        const Percent slack = *Percent::parse(u"2");
        // Margined at the upper limit of the day, 30 % above.
        QCOMPARE(quantityFor(Won{663'000}, won(13'000), slack).shares(), 50);
        QCOMPARE(quantityFor(Won{663'000}, won(10'000), slack).shares(), 65);
    }
};

QTEST_GUILESS_MAIN(TestCost)
#include "tst_cost.moc"
