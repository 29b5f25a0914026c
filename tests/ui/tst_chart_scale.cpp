// Chart geometry against rectangles computed by hand.
#include "tests/support/no_warnings.h"
#include "tests/support/sample_desk.h"
#include "ui/chart_scale.h"

#include <QTest>

using core::domain::Bar;
using core::domain::Price;
using ui::ChartScale;

namespace
{
/// 1000 x 506 pixels at (10, 20), 100 slots of 10 pixels, 10,000 to 10,400 won.
ChartScale handScale()
{
    ChartScale scale;
    scale.plot = QRect{10, 20, 1'000, 506};
    scale.first = 0;
    scale.visible = 100;
    scale.band = {Price::fromWon(10'000), Price::fromWon(10'400)};
    scale.volumeTop = 1'000;
    return scale;
}

Bar bar(std::int32_t open, std::int32_t high, std::int32_t low, std::int32_t close,
        std::int64_t volume)
{
    Bar made;
    made.open = open;
    made.high = high;
    made.low = low;
    made.close = close;
    made.volume = volume;
    return made;
}

std::vector<Bar> minutes(int hour, int minute, int count, int step = 1)
{
    const auto start = static_cast<std::int32_t>(
        std::chrono::floor<std::chrono::minutes>(test::seoul(hour, minute))
            .time_since_epoch()
            .count());
    std::vector<Bar> bars;
    for (int i = 0; i < count; ++i) {
        Bar made = bar(10, 10, 10, 10, 1);
        made.startMinute = start + i * step;
        bars.push_back(made);
    }
    return bars;
}
}  // namespace

class ChartScaleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void splitsThePlot();
    void placesACandle();
    void placesItsVolume();
    void readsPricesAndBarsBack();
    void survivesPricesFarOutside();
    void fitsTheBandToTheBars();
    void roundsTheVolumeTop_data();
    void roundsTheVolumeTop();
    void stepsPriceLabels_data();
    void stepsPriceLabels();
    void labelsRoundTimes();
    void labelsANewDay();
    void keepsLabelsApart();
};

void ChartScaleTest::splitsThePlot()
{
    const ChartScale scale = handScale();
    // A fifth of 506 is 101; six pixels between.
    QCOMPARE(scale.pricePlot(), QRect(10, 20, 1'000, 399));
    QCOMPARE(scale.volumePlot(), QRect(10, 425, 1'000, 101));
    QCOMPARE(scale.volumePlot().bottom(), scale.plot.bottom());
}

void ChartScaleTest::placesACandle()
{
    const ChartScale scale = handScale();
    QCOMPARE(scale.bodyWidth(), 7);
    QCOMPARE(scale.centreX(0), 15);
    QCOMPARE(scale.centreX(99), 1'005);
    // 399 pixels for 400 won: 10,400 is the upper edge, 10,200 the middle.
    QCOMPARE(scale.y(Price::fromWon(10'400)), 20);
    QCOMPARE(scale.y(Price::fromWon(10'200)), 220);  // 20 + 199.5, rounded up.
    QCOMPARE(scale.y(Price::fromWon(10'000)), 419);
    const Bar rising = bar(10'100, 10'300, 10'000, 10'200, 500);
    QCOMPARE(scale.bodyRect(3, rising), QRect(QPoint(42, 220), QPoint(48, 319)));
    QCOMPARE(scale.wickRect(3, rising), QRect(QPoint(45, 120), QPoint(45, 419)));
    const Bar flat = bar(10'200, 10'200, 10'200, 10'200, 500);
    QCOMPARE(scale.bodyRect(0, flat), QRect(12, 220, 7, 1));
    QVERIFY(scale.candleRect(3, rising).contains(scale.bodyRect(3, rising)));
    QVERIFY(scale.candleRect(3, rising).contains(scale.wickRect(3, rising)));
}

void ChartScaleTest::placesItsVolume()
{
    const ChartScale scale = handScale();
    // Half of 101 pixels, rounded: 51, standing on the lower edge at 525.
    QCOMPARE(scale.volumeRect(3, bar(1, 1, 1, 1, 500)), QRect(42, 475, 7, 51));
    QCOMPARE(scale.volumeRect(3, bar(1, 1, 1, 1, 1)).height(), 1);
    QCOMPARE(scale.volumeRect(3, bar(1, 1, 1, 1, 0)).height(), 0);
    QCOMPARE(scale.volumeRect(3, bar(1, 1, 1, 1, 9'000)), QRect(42, 425, 7, 101));
}

void ChartScaleTest::readsPricesAndBarsBack()
{
    ChartScale scale = handScale();
    scale.first = 12.5;
    QCOMPARE(scale.indexAt(10), 12);
    QCOMPARE(scale.indexAt(15), 13);
    for (const int index : {13, 50, 111}) {
        QCOMPARE(scale.indexAt(scale.centreX(index)), index);
    }
    QCOMPARE(scale.priceAt(20), Price::fromWon(10'400));
    QCOMPARE(scale.priceAt(scale.y(Price::fromWon(10'037))), Price::fromWon(10'037));
    scale.visible = 500;  // Two pixels a bar.
    QCOMPARE(scale.bodyWidth(), 1);
}

void ChartScaleTest::survivesPricesFarOutside()
{
    const ChartScale scale = handScale();
    QVERIFY(scale.y(Price::fromWon(1'000'000'000)) < -100'000);
    QVERIFY(scale.centreX(-100'000'000) <= -999'000);
}

void ChartScaleTest::fitsTheBandToTheBars()
{
    const std::vector<Bar> bars{bar(10'000, 11'000, 9'900, 10'500, 1),
                                bar(10'500, 10'600, 9'000, 9'100, 1)};
    // 6 % of 2,000 is 120.
    QCOMPARE(ui::bandFor(bars), (ui::PriceBand{Price::fromWon(8'880), Price::fromWon(11'120)}));
    // One price only: two steps of 10 on either side.
    const std::vector<Bar> flat{bar(10'000, 10'000, 10'000, 10'000, 1)};
    QCOMPARE(ui::bandFor(flat), (ui::PriceBand{Price::fromWon(9'980), Price::fromWon(10'020)}));
    QVERIFY(ui::bandFor({}).low < ui::bandFor({}).high);
}

void ChartScaleTest::roundsTheVolumeTop_data()
{
    QTest::addColumn<qint64>("volume");
    QTest::addColumn<qint64>("top");
    QTest::newRow("nothing") << qint64{0} << qint64{1};
    QTest::newRow("one") << qint64{1} << qint64{1};
    QTest::newRow("seven") << qint64{7} << qint64{10};
    QTest::newRow("twelve") << qint64{12} << qint64{20};
    QTest::newRow("exact") << qint64{50'000} << qint64{50'000};
    QTest::newRow("just above") << qint64{50'001} << qint64{100'000};
    QTest::newRow("large") << qint64{123'456'789} << qint64{200'000'000};
}

void ChartScaleTest::roundsTheVolumeTop()
{
    QFETCH(qint64, volume);
    QTEST(qint64{ui::roundVolumeTop(volume)}, "top");
}

void ChartScaleTest::stepsPriceLabels_data()
{
    QTest::addColumn<qint64>("low");
    QTest::addColumn<qint64>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<qint64>("step");
    QTest::newRow("by the range") << qint64{71'000} << qint64{75'000} << 8 << qint64{500};
    QTest::newRow("round up to 1, 2, 5") << qint64{71'000} << qint64{74'300} << 10 << qint64{500};
    QTest::newRow("never below a step") << qint64{71'000} << qint64{71'400} << 20 << qint64{100};
    QTest::newRow("pennies") << qint64{1'000} << qint64{1'010} << 10 << qint64{1};
}

void ChartScaleTest::stepsPriceLabels()
{
    QFETCH(qint64, low);
    QFETCH(qint64, high);
    QFETCH(int, most);
    QTEST(qint64{ui::priceLabelStep({Price::fromWon(low), Price::fromWon(high)}, most)}, "step");
}

void ChartScaleTest::labelsRoundTimes()
{
    const std::vector<Bar> bars = minutes(9, 58, 60);

    const std::vector<ui::TimeTick> ticks = ui::timeTicks(handScale(), bars, 80);

    // Ten pixels a minute, 80 apart: every ten minutes.
    QCOMPARE(ticks.front(), (ui::TimeTick{2, false, QStringLiteral("10:00")}));
    QCOMPARE(ticks.at(1), (ui::TimeTick{12, false, QStringLiteral("10:10")}));
    QCOMPARE(ticks.size(), std::size_t{6});
}

void ChartScaleTest::labelsANewDay()
{
    std::vector<Bar> bars = minutes(15, 0, 20);
    std::vector<Bar> next = minutes(9, 0, 40);
    for (Bar& made : next) {
        made.startMinute += 24 * 60;
    }
    bars.insert(bars.end(), next.begin(), next.end());

    const std::vector<ui::TimeTick> ticks = ui::timeTicks(handScale(), bars, 80);

    const auto day = std::find_if(ticks.begin(), ticks.end(),
                                  [](const ui::TimeTick& tick) { return tick.newDay; });
    QVERIFY(day != ticks.end());
    QCOMPARE(*day, (ui::TimeTick{20, true, QStringLiteral("11-25")}));
}

void ChartScaleTest::keepsLabelsApart()
{
    for (const double visible : {20.0, 60.0, 133.0, 480.0}) {
        for (const int step : {1, 3, 5, 10}) {
            ChartScale scale = handScale();
            scale.visible = visible;
            const std::vector<Bar> bars = minutes(9, 0, 300, step);
            const std::vector<ui::TimeTick> ticks = ui::timeTicks(scale, bars, 80);
            QVERIFY(!ticks.empty());
            for (std::size_t i = 1; i < ticks.size(); ++i) {
                QVERIFY(scale.centreX(ticks[i].index) - scale.centreX(ticks[i - 1].index) >= 80);
            }
            QVERIFY(scale.centreX(ticks.front().index) - 20 >= scale.plot.left());
            QVERIFY(scale.centreX(ticks.back().index) + 20 <= scale.plot.right());
        }
    }
}

QTEST_GUILESS_MAIN(ChartScaleTest)
#include "tst_chart_scale.moc"
