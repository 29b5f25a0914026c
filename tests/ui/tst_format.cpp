#include "tests/support/no_warnings.h"
#include "ui/format.h"

#include <QTest>

using core::domain::Price;
using core::domain::Won;
using std::chrono::milliseconds;

class Format : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void groupsDigits_data();
    void groupsDigits();
    void showsPercentWithASign_data();
    void showsPercentWithASign();
    void marksTheChange_data();
    void marksTheChange();
    void countsTradedValueInEok_data();
    void countsTradedValueInEok();
    void countsDown_data();
    void countsDown();
    void showsAgesAndLatencies();
    void showsDurationsFactorsAndUnmarkedAmounts();
    void showsSeoulTime();
    void neverShowsUnknownAsZero();
};

void Format::groupsDigits_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64{0} << QStringLiteral("0");
    QTest::newRow("three digits") << qint64{999} << QStringLiteral("999");
    QTest::newRow("four") << qint64{1'000} << QStringLiteral("1,000");
    QTest::newRow("millions") << qint64{12'345'678} << QStringLiteral("12,345,678");
    QTest::newRow("negative three") << qint64{-123} << QStringLiteral("-123");
    QTest::newRow("negative six") << qint64{-123'456} << QStringLiteral("-123,456");
}

void Format::groupsDigits()
{
    QFETCH(qint64, value);
    QTEST(ui::groupedText(value), "text");
}

void Format::showsPercentWithASign_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("up") << qint64{12'345} << QStringLiteral("+1.23 %");
    QTest::newRow("half rounds away") << qint64{12'350} << QStringLiteral("+1.24 %");
    QTest::newRow("down") << qint64{-12'350} << QStringLiteral("−1.24 %");
    QTest::newRow("nothing") << qint64{0} << QStringLiteral("0.00 %");
    QTest::newRow("too small to see keeps its sign") << qint64{-1} << QStringLiteral("−0.00 %");
    QTest::newRow("limit up") << qint64{299'912} << QStringLiteral("+29.99 %");
}

void Format::showsPercentWithASign()
{
    QFETCH(qint64, value);
    QTEST(ui::percentText(value), "text");
}

void Format::marksTheChange_data()
{
    QTest::addColumn<qint64>("last");
    QTest::addColumn<qint64>("base");
    QTest::addColumn<QString>("text");
    QTest::newRow("up") << qint64{72'900} << qint64{71'800} << QStringLiteral("▲ +1.53 %");
    QTest::newRow("down") << qint64{70'700} << qint64{71'800} << QStringLiteral("▼ −1.53 %");
    QTest::newRow("unchanged") << qint64{71'800} << qint64{71'800} << QStringLiteral("0.00 %");
    QTest::newRow("no price") << qint64{0} << qint64{71'800} << QStringLiteral("–");
    QTest::newRow("no base") << qint64{71'800} << qint64{0} << QStringLiteral("–");
}

void Format::marksTheChange()
{
    QFETCH(qint64, last);
    QFETCH(qint64, base);
    QTEST(ui::changeText(Price::fromWon(last), Price::fromWon(base)), "text");
}

void Format::countsTradedValueInEok_data()
{
    QTest::addColumn<qint64>("won");
    QTest::addColumn<QString>("text");
    QTest::newRow("hundreds") << qint64{123'456'000'000} << QStringLiteral("1,234");
    QTest::newRow("one decimal below a hundred") << qint64{3'149'999'999} << QStringLiteral("31.4");
    QTest::newRow("exactly a hundred") << qint64{10'000'000'000} << QStringLiteral("100");
    QTest::newRow("less than a tenth") << qint64{9'999'999} << QStringLiteral("0.0");
    QTest::newRow("negative") << qint64{-250'000'000} << QStringLiteral("-2.5");
}

void Format::countsTradedValueInEok()
{
    QFETCH(qint64, won);
    QTEST(ui::eokText(Won{won}), "text");
}

void Format::countsDown_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("hours") << qint64{8'047'000} << QStringLiteral("02:14:07");
    QTest::newRow("a started second counts whole") << qint64{1} << QStringLiteral("00:00:01");
    QTest::newRow("now") << qint64{0} << QStringLiteral("00:00:00");
    QTest::newRow("over") << qint64{-5'000} << QStringLiteral("00:00:00");
    QTest::newRow("days") << qint64{90'000'000} << QStringLiteral("1 01:00:00");
}

void Format::countsDown()
{
    QFETCH(qint64, ms);
    QTEST(ui::countdownText(milliseconds{ms}), "text");
}

void Format::showsAgesAndLatencies()
{
    QCOMPARE(ui::ageText(milliseconds{249}), QStringLiteral("0.2 s"));
    QCOMPARE(ui::ageText(milliseconds{12'900}), QStringLiteral("12 s"));
    QCOMPARE(ui::ageText(milliseconds{185'000}), QStringLiteral("3:05"));
    QCOMPARE(ui::ageText(milliseconds{7'200'000}), QStringLiteral("2 h"));
    QCOMPARE(ui::latencyText(85), QStringLiteral("85 ns"));
    QCOMPARE(ui::latencyText(3'410), QStringLiteral("3.4 µs"));
    QCOMPARE(ui::latencyText(1'250'000), QStringLiteral("1.2 ms"));
    QCOMPARE(ui::shortQuantityText(999'999), QStringLiteral("999,999"));
    QCOMPARE(ui::shortQuantityText(12'345'678), QStringLiteral("12.34M"));
}

void Format::showsDurationsFactorsAndUnmarkedAmounts()
{
    QCOMPARE(ui::durationText(milliseconds{42'999}), QStringLiteral("0:42"));
    QCOMPARE(ui::durationText(milliseconds{725'000}), QStringLiteral("12:05"));
    QCOMPARE(ui::durationText(milliseconds{3'723'000}), QStringLiteral("1:02:03"));
    QCOMPARE(ui::factorText(35'161, 9'538), QStringLiteral("3.68"));
    QCOMPARE(ui::factorText(0, 5), QStringLiteral("0.00"));
    QCOMPARE(ui::unmarkedWonText(Won{4'000}), QStringLiteral("+4,000"));
    QCOMPARE(ui::unmarkedWonText(Won{-1'200}), QStringLiteral("−1,200"));
    QCOMPARE(ui::unmarkedWonText(Won{0}), QStringLiteral("0"));
}

void Format::showsSeoulTime()
{
    const core::domain::Timestamp at{std::chrono::seconds{1'763'942'753}};  // 2025-11-24T00:05:53Z
    QCOMPARE(ui::clockText(at), QStringLiteral("09:05:53"));
    QCOMPARE(ui::minuteText(at), QStringLiteral("09:05"));
    QCOMPARE(ui::dayText(at), QStringLiteral("11-24"));
}

void Format::neverShowsUnknownAsZero()
{
    QCOMPARE(ui::priceText(Price{}), QStringLiteral("–"));
    QCOMPARE(ui::vwapText(0), QStringLiteral("–"));
    QCOMPARE(ui::strengthText(0), QStringLiteral("–"));
    QCOMPARE(ui::vwapText(7'181'205), QStringLiteral("71,812.05"));
}

QTEST_GUILESS_MAIN(Format)
#include "tst_format.moc"
