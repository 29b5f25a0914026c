#include "core/report/day_summary.h"
#include "core/report/equity_picture.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QImage>
#include <QTest>

namespace report = core::report;
namespace domain = core::domain;
using domain::Won;

namespace
{
domain::MinuteMetrics minute(int hour, int at, std::int64_t equity)
{
    return {.minute = test::sampleTime(hour, at), .equity = Won{equity}};
}
QImage picture(const domain::DayRecord& day)
{
    return QImage::fromData(
        report::equityPicture(day, report::summarize(day), report::Language::Korean), "PNG");
}
int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == colour ? 1 : 0;
        }
    }
    return count;
}
}  // namespace

class TestEquityPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void drawsGainsRedAndLossesBlue()
    {
        domain::DayRecord day;
        day.startEquity = Won{10'000'000};
        day.minutes = {minute(9, 0, 10'000'000), minute(9, 1, 10'100'000),
                       minute(9, 2, 10'100'000)};
        const QColor up{0xFF, 0x5C, 0x5C};
        const QColor down{0x5C, 0xA3, 0xFF};

        const QImage won = picture(day);
        day.minutes = {minute(9, 0, 10'000'000), minute(9, 1, 9'900'000), minute(9, 2, 9'900'000)};
        const QImage lost = picture(day);

        QCOMPARE(won.size(), report::kPictureSize);
        QVERIFY(pixelsOf(won, up) > 300);
        QVERIFY(pixelsOf(won, down) < 9);
        QVERIFY(pixelsOf(lost, down) > 300);
        QVERIFY(pixelsOf(lost, up) < 9);  // The line's round end at the start.
    }

    void drawsEveryDay()
    {
        domain::DayRecord flat;
        flat.startEquity = Won{10'000'000};
        flat.minutes = {minute(9, 0, 10'000'000), minute(9, 1, 10'000'000)};
        QVERIFY(!picture(flat).isNull());
        QVERIFY(!picture({}).isNull());
        QVERIFY(!picture(test::goldenDay()).isNull());
        QVERIFY(!picture(test::busyDay(300)).isNull());
        const QByteArray keep = qgetenv("REPORT_PICTURES");  // To look at them.
        if (!keep.isEmpty()) {
            QVERIFY(picture(test::busyDay(60))
                        .save(QString::fromLocal8Bit(keep) + QStringLiteral("/equity.png")));
            QVERIFY(picture({}).save(QString::fromLocal8Bit(keep)
                                     + QStringLiteral("/equity-empty.png")));
        }
    }
};

QTEST_MAIN(TestEquityPicture)
#include "tst_equity_picture.moc"
