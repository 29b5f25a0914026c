#include "core/report/figure_text.h"
#include "tests/support/no_warnings.h"

#include <QTest>

namespace report = core::report;
namespace domain = core::domain;
using domain::Won;

class TestFigureText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void writesMoney()
    {
        QCOMPARE(report::groupedText(1'234'567), QStringLiteral("1,234,567"));
        QCOMPARE(report::groupedText(-999), QStringLiteral("−999"));
        QCOMPARE(report::groupedText(INT64_MIN), QStringLiteral("−9,223,372,036,854,775,808"));
        QCOMPARE(report::markedText(Won{12'345}), QStringLiteral("▲ +12,345"));
        QCOMPARE(report::markedText(Won{-1'200}), QStringLiteral("▼ −1,200"));
        QCOMPARE(report::markedText(Won{0}), QStringLiteral("0"));
        QCOMPARE(report::markedText(std::optional<Won>{}), QStringLiteral("–"));
        QCOMPARE(report::averageText(Won{901'000}, domain::Quantity{5}),
                 QStringLiteral("180,200.00"));
        QCOMPARE(report::averageText(Won{2}, domain::Quantity{3}), QStringLiteral("0.66"));
        QCOMPARE(report::averageText(Won{2}, domain::Quantity{0}), QStringLiteral("–"));
    }

    void writesShares()
    {
        QCOMPARE(report::percentText(12'350), QStringLiteral("+1.24 %"));
        QCOMPARE(report::percentText(-12'350), QStringLiteral("−1.24 %"));
        QCOMPARE(report::percentText(-12'349), QStringLiteral("−1.23 %"));
        QCOMPARE(report::percentText(0), QStringLiteral("0.00 %"));
        QCOMPARE(report::shareText(domain::Ratio{2, 3}), QStringLiteral("66.67 %"));
        QCOMPARE(report::shareText(std::nullopt), QStringLiteral("–"));
        QCOMPARE(report::factorText(domain::Ratio{35'161, 9'538}), QStringLiteral("3.68"));
        QCOMPARE(report::ppbText(8'000'000), QStringLiteral("+0.80 %"));
        QCOMPARE(report::ppbText(-1'250'000), QStringLiteral("−0.13 %"));
    }

    void writesTimes()
    {
        using std::chrono::milliseconds;
        QCOMPARE(report::durationText(milliseconds{42'999}), QStringLiteral("0:42"));
        QCOMPARE(report::durationText(milliseconds{725'000}), QStringLiteral("12:05"));
        QCOMPARE(report::durationText(milliseconds{3'723'000}), QStringLiteral("1:02:03"));
        QCOMPARE(report::clockText(domain::Timestamp{milliseconds{0}}), QStringLiteral("09:00:00"));
    }

    void writesFractionsForPrograms()
    {
        QCOMPARE(report::decimalFraction(35'161, 9'538, 6), QStringLiteral("3.686412"));
        QCOMPARE(report::decimalFraction(-1, 3, 6), QStringLiteral("-0.333333"));
        QCOMPARE(report::decimalFraction(2, 3, 2), QStringLiteral("0.66"));
        QCOMPARE(report::decimalFraction(4, 2, 6), QStringLiteral("2"));
        QCOMPARE(report::decimalFraction(0, 5, 6), QStringLiteral("0"));
    }
};

QTEST_GUILESS_MAIN(TestFigureText)
#include "tst_figure_text.moc"
