#include "core/base/decimal.h"

#include <QTest>

using core::base::decimalText;
using core::base::ErrorCode;
using core::base::parseDecimal;

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("scale");
        QTest::addColumn<qint64>("value");

        QTest::newRow("whole") << QStringLiteral("70100") << 0 << qint64{70100};
        QTest::newRow("zeros after the point") << QStringLiteral("71800.00") << 0 << qint64{71800};
        QTest::newRow("commission") << QStringLiteral("0.0140527") << 7 << qint64{140527};
        QTest::newRow("minus") << QStringLiteral("-11.46") << 2 << qint64{-1146};
        QTest::newRow("plus") << QStringLiteral("+5") << 1 << qint64{50};
        QTest::newRow("no digit before the point") << QStringLiteral(".5") << 2 << qint64{50};
        QTest::newRow("highest") << QStringLiteral("9223372036854775807") << 0
                                 << std::numeric_limits<qint64>::max();
        QTest::newRow("lowest") << QStringLiteral("-9223372036854775808") << 0
                                << std::numeric_limits<qint64>::min();
    }
    void readsExactly()
    {
        QFETCH(QString, text);
        QFETCH(int, scale);
        QFETCH(qint64, value);

        const auto wide = parseDecimal(QStringView{text}, scale);
        const QByteArray bytes = text.toLatin1();
        const auto narrow = parseDecimal(std::string_view{bytes.constData()}, scale);

        QVERIFY(wide.has_value() && narrow.has_value());
        QCOMPARE(*wide, value);
        QCOMPARE(*narrow, value);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("scale");
        QTest::addColumn<ErrorCode>("code");

        QTest::newRow("empty") << QString{} << 0 << ErrorCode::Malformed;
        QTest::newRow("a sign alone") << QStringLiteral("-") << 0 << ErrorCode::Malformed;
        QTest::newRow("a point alone") << QStringLiteral(".") << 2 << ErrorCode::Malformed;
        QTest::newRow("a blank") << QStringLiteral(" 1") << 0 << ErrorCode::Malformed;
        QTest::newRow("a comma") << QStringLiteral("1,5") << 1 << ErrorCode::Malformed;
        QTest::newRow("two points") << QStringLiteral("1.2.3") << 3 << ErrorCode::Malformed;
        QTest::newRow("an exponent") << QStringLiteral("1e3") << 0 << ErrorCode::Malformed;
        QTest::newRow("full-width digits") << QStringLiteral("１２") << 0 << ErrorCode::Malformed;
        QTest::newRow("a decimal too many")
            << QStringLiteral("0.12345678") << 7 << ErrorCode::Malformed;
        QTest::newRow("beyond int64")
            << QStringLiteral("9223372036854775808") << 0 << ErrorCode::OutOfRange;
        QTest::newRow("beyond int64 by scale")
            << QStringLiteral("922337203685477581") << 2 << ErrorCode::OutOfRange;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(int, scale);
        QFETCH(ErrorCode, code);

        const auto result = parseDecimal(QStringView{text}, scale);

        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, code);
    }

    void textReadsBack()
    {
        for (const qint64 value : {qint64{0}, qint64{1}, qint64{-1}, qint64{140527},
                                   qint64{-20000000}, std::numeric_limits<qint64>::max()}) {
            QCOMPARE(*parseDecimal(QStringView{decimalText(value, 7)}, 7), value);
        }
        QCOMPARE(decimalText(20'000'000, 7), QStringLiteral("2"));
        QCOMPARE(decimalText(-5, 2), QStringLiteral("-0.05"));
    }
};

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
