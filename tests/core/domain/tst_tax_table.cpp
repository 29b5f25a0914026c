#include "core/domain/tax_table.h"

#include <QFile>
#include <QTest>

using namespace core::domain;

namespace
{
TaxTable shipped()
{
    QFile file{QStringLiteral(SOURCE_DIR "/resources/costs/tax.json")};
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return TaxTable::fromJson(file.readAll()).value();
}

const Percent kDefaultCommission = Percent::fromUnits(140'527);
}  // namespace

class TestTaxTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rateFollowsTheSettlementDate_data()
    {
        QTest::addColumn<QString>("settlement");
        QTest::addColumn<QString>("rate");
        QTest::newRow("last of 2024") << QStringLiteral("2024-12-30") << QStringLiteral("0.18");
        QTest::newRow("first of 2025") << QStringLiteral("2025-01-02") << QStringLiteral("0.15");
        QTest::newRow("last of 2025") << QStringLiteral("2025-12-30") << QStringLiteral("0.15");
        QTest::newRow("first of 2026") << QStringLiteral("2026-01-02") << QStringLiteral("0.2");
    }
    void rateFollowsTheSettlementDate()
    {
        QFETCH(QString, settlement);
        QFETCH(QString, rate);
        const TaxTable table = shipped();
        for (const Market market : {Market::Kospi, Market::Kosdaq}) {
            QCOMPARE(table.sellTax(market, SecurityGroup::Stock, *parseDate(settlement)).toString(),
                     rate);
        }
        QCOMPARE(table.sellTax(Market::Kospi, SecurityGroup::Etf, *parseDate(settlement)).units(),
                 0);
    }

    void chargesAreRoundedDown()
    {
        QCOMPARE(chargeDown(Won{1'000'000}, kDefaultCommission).value(), 140);
        QCOMPARE(chargeDown(Won{50'100}, Percent::fromUnits(2'000'000)).value(), 100);
        // Beyond 64 bits on the way: 10^14 won x 0.2 %.
        QCOMPARE(chargeDown(Won{100'000'000'000'000}, Percent::fromUnits(2'000'000)).value(),
                 200'000'000'000);
    }

    void breakEvenRoundsUpAcrossStepBands_data()
    {
        QTest::addColumn<int>("average");
        QTest::addColumn<int>("level");
        // A (1 + f) / (1 - f - t) with f = 0.0140527 %, t = 0.20 %: A x 1.00228567...
        QTest::newRow("10,080") << 10'080 << 10'110;     // 10,103.04
        QTest::newRow("1,996") << 1'996 << 2'005;        // 2,000.56: the next band's step
        QTest::newRow("4,990") << 4'990 << 5'010;        // 5,001.41
        QTest::newRow("19,960") << 19'960 << 20'050;     // 20,005.62
        QTest::newRow("49,900") << 49'900 << 50'100;     // 50,014.06
        QTest::newRow("199,600") << 199'600 << 200'500;  // 200,056.22
        QTest::newRow("499,000") << 499'000 << 501'000;  // 500,140.55
        QTest::newRow("1,500") << 1'500 << 1'504;        // 1,503.43
    }
    void breakEvenRoundsUpAcrossStepBands()
    {
        QFETCH(int, average);
        QFETCH(int, level);
        const Price price = breakEvenPrice(Won{average * 100LL}, Quantity{100}, kDefaultCommission,
                                           Percent::fromUnits(2'000'000), StepTable::Share);
        QCOMPARE(price.won(), level);
    }

    void refusesBrokenTables()
    {
        for (const char* json : {"{}", R"({"rates":[]})", R"({"rates":[{"settled_from":"x"}]})",
                                 R"({"rates":[{"settled_from":"2026-01-01","kospi_tax":"12"}]})"}) {
            QVERIFY(!TaxTable::fromJson(json).has_value());
        }
    }
};

QTEST_GUILESS_MAIN(TestTaxTable)
#include "tst_tax_table.moc"
