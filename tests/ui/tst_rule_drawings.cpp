// What the rules draw: the gauge of a condition, lines and marks in the chart, the guard's bar.
#include "tests/support/no_warnings.h"
#include "tests/support/sample_desk.h"
#include "ui/condition_model.h"
#include "ui/guard_bar.h"
#include "ui/rule_item.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace core::domain;
using core::config::ThemeName;

namespace
{
const ui::Theme& theme()
{
    static const ui::Theme one = ui::Theme::make(ThemeName::Dark, ui::UpColour::Red);
    return one;
}

QImage blank(int width, int height)
{
    QImage image{width, height, QImage::Format_RGB32};
    image.fill(theme().panel);
    return image;
}

/// Pixels of a colour in a part of the picture.
int count(const QImage& image, const QRect& area, const QColor& colour)
{
    int found = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            found += image.pixel(x, y) == colour.rgb() ? 1 : 0;
        }
    }
    return found;
}

constexpr QRect kCell{0, 0, 158, 20};  // 150 pixels for the gauge: a tenth of a thousandth each.

QImage gauge(int share, ui::Tone tone)
{
    ui::ConditionModel model;
    model.setTheme(theme());
    model.apply(std::vector<ui::ConditionLine>{
        {.key = QStringLiteral("P5"), .tone = tone, .gauge = share}});
    ui::GaugeDelegate delegate{model};
    delegate.setTheme(theme());
    QImage image = blank(kCell.width(), kCell.height());
    QPainter painter{&image};
    QStyleOptionViewItem option;
    option.rect = kCell;
    delegate.paint(&painter, option, model.index(0, static_cast<int>(ui::ConditionColumn::Gauge)));
    return image;
}

/// A hundred minutes from 10:00 at 10 pixels each, 10,000 to 10,400 won at one pixel each.
struct Chart
{
    ui::RuleItem item;
    ui::ChartScale scale;

    explicit Chart(ui::ChartRules rules)
    {
        scale.plot = QRect{0, 0, 1'000, 506};
        scale.visible = 100;
        scale.band = {Price::fromWon(10'000), Price::fromWon(10'400)};
        std::vector<Bar> bars(100);
        const auto start =
            static_cast<std::int32_t>(std::chrono::floor<std::chrono::minutes>(test::seoul(10, 0))
                                          .time_since_epoch()
                                          .count());
        for (std::size_t i = 0; i < bars.size(); ++i) {
            bars[i].startMinute = start + static_cast<std::int32_t>(i);
        }
        item.setTheme(theme(), QFont{});
        item.setScale(scale, bars);
        item.setRules(std::move(rules));
    }
    QImage drawn()
    {
        QImage image = blank(1'000, 506);
        QPainter painter{&image};
        item.paint(&painter, nullptr, nullptr);
        return image;
    }
    /// The row of a price, as far as no label stands.
    QRect row(std::int64_t won) const { return QRect{0, scale.y(Price::fromWon(won)), 600, 1}; }
};

QImage drawn(ui::GuardBar& bar)
{
    bar.setTheme(theme(), QFont{});
    bar.resize(132, 30);
    QImage image = blank(132, 30);
    bar.render(&image);
    return image;
}

/// Six pixels of margin and ten for each percent.
constexpr int kLine = 24;
constexpr int at(int percent)
{
    return 66 + 10 * percent;
}
}  // namespace

class RuleDrawings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void fillsTheGaugeByItsShareOfTheLimit()
    {
        for (const int share : {0, 300, 900, 1'500}) {
            const QImage image = gauge(share, ui::Tone::Good);
            // The limit's own mark stands over one of them.
            const int wanted = share / 10 - (share > 1'000 ? 1 : 0);
            QCOMPARE(count(image, QRect{0, 10, kCell.width(), 1}, theme().good), wanted);
            QCOMPARE(image.pixelColor(4 + 100, 5), theme().text);
            QCOMPARE(image.pixelColor(4 + 100, 10), theme().text);
        }
        QVERIFY(count(gauge(300, ui::Tone::Bad), kCell, theme().bad) > 0);
        QVERIFY(count(gauge(300, ui::Tone::Doubt), kCell, theme().warn) > 0);
        QCOMPARE(gauge(-1, ui::Tone::Good), blank(kCell.width(), kCell.height()));
    }

    void drawsTheBindingStopBoldAndTheOthersDashed()
    {
        Chart chart{{.levels = {{ui::RuleLine::Stop, Price::fromWon(10'100), QStringLiteral("S1")},
                                {ui::RuleLine::BindingStop, Price::fromWon(10'200),
                                 QStringLiteral("S3")}}}};
        const QImage image = chart.drawn();
        QCOMPARE(count(image, chart.row(10'200), theme().warn), 600);
        const int dashed = count(image, chart.row(10'100), theme().warn);
        QVERIFY2(dashed > 200 && dashed < 550, qPrintable(QString::number(dashed)));
        // Its label stands at the right end.
        QVERIFY(count(image, QRect{800, 0, 200, 400}, theme().warn) > 0);
    }

    void drawsAverageAndHighInTheirColours()
    {
        Chart chart{
            {.levels = {{ui::RuleLine::Average, Price::fromWon(10'100), QStringLiteral("Average")},
                        {ui::RuleLine::High, Price::fromWon(10'200), QStringLiteral("H")},
                        {ui::RuleLine::HigherLow, Price::fromWon(10'300), QStringLiteral("HL")}}}};
        const QImage image = chart.drawn();
        QVERIFY(count(image, chart.row(10'100), theme().text) > 200);
        QVERIFY(count(image, chart.row(10'200), theme().good) > 200);
        QVERIFY(count(image, chart.row(10'300), theme().accent) > 200);
    }

    void drawsTheBandOfThePullBack()
    {
        Chart chart{{.bandTop = Price::fromWon(10'300), .bandBottom = Price::fromWon(10'250)}};
        const QImage image = chart.drawn();
        const QColor ink = ui::blend(theme().good, theme().panel, 0.6);
        QVERIFY(count(image, chart.row(10'300), ink) > 150);  // Dotted.
        QVERIFY(count(image, chart.row(10'250), ink) > 150);  // Dotted.
        const QRect between{0, chart.scale.y(Price::fromWon(10'275)), 10, 1};
        QCOMPARE(count(image, between, ink), 4);
        QCOMPARE(Chart{ui::ChartRules{}}.drawn(), blank(1'000, 506));
    }

    void drawsThePathOfTheStopStepByStep()
    {
        auto path = std::make_shared<std::vector<StopPoint>>();
        path->push_back({.at = test::seoul(10, 10), .price = Price::fromWon(10'100)});
        path->push_back({.at = test::seoul(10, 30), .price = Price::fromWon(10'200)});
        Chart chart{{.path = path}};
        const QImage image = chart.drawn();
        QCOMPARE(count(image, chart.row(10'100), theme().warn), 201);  // Twenty minutes.
        QVERIFY(count(image, chart.row(10'200), theme().warn) > 290);  // On to the newest.
        QCOMPARE(count(image, chart.row(10'150), theme().warn), 1);    // The step between.
        QCOMPARE(image.pixelColor(50, chart.scale.y(Price::fromWon(10'100))), theme().panel);
    }

    void drawsPurchasesFromBelowAndSalesFromAbove()
    {
        for (const Side side : {Side::Buy, Side::Sell}) {
            Chart chart{
                {.fills = {
                     {.at = test::seoul(10, 20), .price = Price::fromWon(10'200), .side = side}}}};
            const QImage image = chart.drawn();
            const int y = chart.scale.y(Price::fromWon(10'200));
            const QRect above{190, y - 12, 30, 10};
            const QRect below{190, y + 3, 30, 10};
            QCOMPARE(count(image, below, theme().up) > 8, side == Side::Buy);
            QCOMPARE(count(image, above, theme().down) > 8, side == Side::Sell);
        }
    }

    void drawsTheDayAndTheGuardsMarks()
    {
        core::config::GuardSection limits;
        limits.hardLoss = Percent::fromUnits(5 * Percent::kUnitsPerPercent);
        limits.stopBuyLoss = Percent::fromUnits(3 * Percent::kUnitsPerPercent);
        limits.trailArm = Percent::fromUnits(2 * Percent::kUnitsPerPercent);
        limits.stopBuyGain = Percent::fromUnits(4 * Percent::kUnitsPerPercent);
        ui::GuardBar bar{limits};
        const QImage empty = drawn(bar);
        for (const int bad : {-5, -3}) {
            QVERIFY(count(empty, QRect{at(bad), kLine - 4, 1, 9}, theme().bad) > 4);
        }
        for (const int good : {2, 4}) {
            QVERIFY(count(empty, QRect{at(good), kLine - 4, 1, 9}, theme().good) > 4);
        }
        const QRect dot{at(1) - 3, kLine - 2, 7, 5};
        QCOMPARE(count(empty, dot, theme().up), 0);
        bar.setReturn(10'000, true);
        QVERIFY(count(drawn(bar), dot, theme().up) > 20);
        bar.setReturn(10'000, false);  // Hollow, and in the colour of doubt.
        QCOMPARE(drawn(bar).pixelColor(at(1), kLine), theme().panel);
        bar.setReturn(300'000, true);  // Beyond the end it stays in sight.
        QVERIFY(count(drawn(bar), QRect{at(6) - 3, kLine - 2, 7, 5}, theme().up) > 20);
        bar.setReturn({}, true);
        QCOMPARE(count(empty, QRect{at(3), 1, 1, 15}, theme().accent), 0);
        bar.setGuard({}, 30'000);
        QVERIFY(count(drawn(bar), QRect{at(3), 1, 1, 15}, theme().accent) > 3);
    }

    void asksForTheResetByKeyToo()
    {
        ui::GuardBar bar{core::config::GuardSection{}};
        bar.resize(132, 30);
        QSignalSpy asked{&bar, &ui::GuardBar::clicked};
        QTest::keyClick(&bar, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QTest::keyClick(&bar, Qt::Key_Space);
        QCOMPARE(asked.size(), 2);
        QTest::keyClick(&bar, Qt::Key_A);
        QCOMPARE(asked.size(), 2);
    }
};

QTEST_MAIN(RuleDrawings)
#include "tst_rule_drawings.moc"
