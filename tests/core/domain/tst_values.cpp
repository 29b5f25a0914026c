#include "core/domain/kst.h"
#include "core/domain/percent.h"
#include "core/domain/price.h"
#include "core/domain/symbol.h"

#include <QTest>

using namespace core::domain;
using core::base::ErrorCode;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void symbolKeepsLettersAndLeadingZeros()
    {
        for (const char* code : {"005930", "0001A0", "00104K", "Q530031"}) {
            const auto symbol = Symbol::parse(std::string_view{code});
            QVERIFY(symbol.has_value());
            QCOMPARE(symbol->toString(), QLatin1String{code});
        }
        QVERIFY(*Symbol::parse(std::string_view{"005930"})
                < *Symbol::parse(std::string_view{"00593K"}));
    }

    void symbolRefuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString{};
        QTest::newRow("lower case") << QStringLiteral("00593k");
        QTest::newRow("eight characters") << QStringLiteral("A0059300");
        QTest::newRow("a blank") << QStringLiteral("00593 ");
        QTest::newRow("Hangul") << QStringLiteral("삼성전자");
        QTest::newRow("a latin-1 look-alike") << QStringLiteral("00593\u0661");
    }
    void symbolRefuses()
    {
        QFETCH(QString, text);
        QVERIFY(!Symbol::parse(QStringView{text}).has_value());
    }

    void priceRefuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("zero is no price") << QStringLiteral("0") << ErrorCode::OutOfRange;
        QTest::newRow("negative") << QStringLiteral("-5") << ErrorCode::OutOfRange;
        QTest::newRow("beyond 10^9") << QStringLiteral("1000000001") << ErrorCode::OutOfRange;
        QTest::newRow("a fraction") << QStringLiteral("70100.5") << ErrorCode::Malformed;
    }
    void priceRefuses()
    {
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        const auto price = Price::parse(text);
        QVERIFY(!price.has_value());
        QCOMPARE(price.error().code, code);
    }

    void percentIsExact()
    {
        QCOMPARE(Percent::parse(u"0.0140527")->units(), 140'527);
        QCOMPARE(Percent::parse(u"100")->units(), Percent::kUnitsPerWhole);
        QCOMPARE(Percent::fromUnits(140'527).toString(), QStringLiteral("0.0140527"));
    }

    void kstIsNineHoursAheadAlways()
    {
        const Timestamp open = fromKst(*parseDate(u"2025-09-02"), timeOfDay(9, 0));

        QCOMPARE(timestampText(open), QStringLiteral("2025-09-02T09:00:00.000"));
        QCOMPARE(open.time_since_epoch().count() % 86'400'000, 0);
        // 00:30 KST belongs to the Korean day, though it is the day before in UTC.
        const Timestamp early = fromKst(*parseDate(u"2025-09-02"), timeOfDay(0, 30));
        QCOMPARE(compactDateText(kstDate(early)), QStringLiteral("20250902"));
    }

    void timesAndDatesAreReadStrictly()
    {
        QCOMPARE(*parseTimeOfDay(u"09:05:00"), timeOfDay(9, 5));
        QCOMPARE(*parseTimeOfDay(u"15:30"), timeOfDay(15, 30));
        QCOMPARE(parseTimeOfDay(u"09:00:05.313")->count(), 32'405'313);
        for (const QStringView bad :
             {u"24:00:00", u"9:00:00", u"09:60", u"09-00-00", u"09:00:05,313"}) {
            QVERIFY(!parseTimeOfDay(bad).has_value());
        }
        for (const QStringView bad : {u"2025-02-29", u"2025-13-01", u"20250932", u"2025/09/02"}) {
            QVERIFY(!parseDate(bad).has_value());
        }
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
