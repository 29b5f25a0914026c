// How little a chart repaints, and what hand and keys do to it.
#include "tests/support/no_warnings.h"
#include "tests/support/sample_desk.h"
#include "ui/chart_plot.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using core::domain::Bar;
using core::domain::ChartView;
using core::domain::Interval;
using core::domain::Price;
using ui::ChartPlot;

namespace
{
const core::domain::ChartRequest kRequest{.symbol = test::symbolOf("005930"),
                                          .interval = Interval::M1};

/// `view` as it is when its forming bar closed and the next one began at the same price.
ChartView rolled(const ChartView& view)
{
    ChartView next = view;
    auto closed = std::make_shared<core::domain::ClosedBars>(*view.closed);
    closed->bars.push_back(*view.forming);
    closed->vwapCents.push_back(view.live.vwapCents);
    closed->gapShares.push_back(0);
    if (closed->bars.size() > 480) {
        closed->bars.erase(closed->bars.begin());
        closed->vwapCents.erase(closed->vwapCents.begin());
        closed->gapShares.erase(closed->gapShares.begin());
    }
    next.closed = closed;
    ++next.revision;
    Bar forming = *view.forming;
    ++forming.startMinute;
    forming.open = forming.high = forming.low = forming.close;
    forming.volume = 10;
    next.forming = forming;
    return next;
}

ChartView withClose(ChartView view, std::int32_t close)
{
    view.forming->close = close;
    view.forming->high = std::max(view.forming->high, close);
    view.forming->low = std::min(view.forming->low, close);
    view.live.last = Price::fromWon(close);
    return view;
}

void paintNow()
{
    // One round delivers the update request, the next paints what it asked for.
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

void moveTo(ChartPlot& plot, const QPointF& at, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event{QEvent::MouseMove, at,      plot.viewport()->mapToGlobal(at),
                      Qt::NoButton,      buttons, Qt::NoModifier};
    QCoreApplication::sendEvent(plot.viewport(), &event);
}

void wheel(ChartPlot& plot, const QPoint& at, int notches)
{
    QWheelEvent event{QPointF{at},       plot.viewport()->mapToGlobal(QPointF{at}),
                      QPoint{},          QPoint{0, notches * 120},
                      Qt::NoButton,      Qt::NoModifier,
                      Qt::NoScrollPhase, false};
    QCoreApplication::sendEvent(plot.viewport(), &event);
}
}  // namespace

class ChartPlotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void repaintsOnlyTheLastCandleOfALiveUpdate();
    void repaintsNothingForTheSameView();
    void repaintsAllWhenThePriceLeavesTheBand();
    void keepsTheBandWhileThePriceStaysInside();
    void followsARoll();
    void holdsTheViewWhenNotFollowing();
    void dropsOldBarsWithoutMovingTheView();
    void zoomsAtThePointer();
    void pansByDragging();
    void obeysKeys();
    void readsTheBarUnderThePointer();
    void saysWhenThereAreNoTrades();
    void survivesTheFirstBarAndAnotherSymbol();
    void fillsTheChartWhileTheDayIsYoung();
    void showsLevelsOnlyInRange();
    void paintsTheSameLiveAsAfresh();

private:
    std::unique_ptr<ChartPlot> m_plot;
};

void ChartPlotTest::init()
{
    test::failOnAnyWarning();
    m_plot = std::make_unique<ChartPlot>();
    m_plot->setTheme(ui::Theme::make(core::config::ThemeName::Dark, ui::UpColour::Red),
                     ui::deskFont(9));
    m_plot->resize(1'200, 700);
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
}

void ChartPlotTest::repaintsOnlyTheLastCandleOfALiveUpdate()
{
    const ChartView view = test::sampleChart(0, kRequest);
    m_plot->apply(view);
    while (m_plot->scale().visible < 480) {
        m_plot->zoomAt(m_plot->scale().plot.right(), 1.3);
    }
    m_plot->goToEnd();
    paintNow();
    QVERIFY(m_plot->candles().candlesPainted() > 400);

    for (int tick = 1; tick <= 10; ++tick) {
        const std::uint64_t before = m_plot->candles().candlesPainted();
        ChartView next = withClose(view, view.forming->close + (tick % 2 == 0 ? -100 : 100));
        next.forming->volume += tick * 100;
        m_plot->apply(next);
        paintNow();

        const std::uint64_t painted = m_plot->candles().candlesPainted() - before;
        QVERIFY2(painted >= 1 && painted <= 6, qPrintable(QString::number(painted)));
    }
}

void ChartPlotTest::repaintsNothingForTheSameView()
{
    const ChartView view = test::sampleChart(0, kRequest);
    m_plot->apply(view);
    paintNow();
    const std::uint64_t before = m_plot->candles().candlesPainted();

    m_plot->apply(view);
    paintNow();

    QCOMPARE(m_plot->candles().candlesPainted(), before);
}

void ChartPlotTest::repaintsAllWhenThePriceLeavesTheBand()
{
    const ChartView view = test::sampleChart(0, kRequest);
    m_plot->apply(view);
    paintNow();
    const std::uint64_t before = m_plot->candles().candlesPainted();
    const Price above = m_plot->scale().band.high;

    m_plot->apply(withClose(view, static_cast<std::int32_t>(above.won()) + 100));
    paintNow();

    QVERIFY(m_plot->candles().candlesPainted() - before > 50);
    QVERIFY(m_plot->scale().band.high > above);
    QVERIFY(m_plot->scale().band.contains(Price::fromWon(above.won() + 100)));
}

void ChartPlotTest::keepsTheBandWhileThePriceStaysInside()
{
    const ChartView view = test::sampleChart(0, kRequest);
    m_plot->apply(view);
    const ui::ChartScale before = m_plot->scale();

    m_plot->apply(withClose(view, view.forming->close - 100));
    m_plot->apply(withClose(view, view.forming->close + 100));

    QCOMPARE(m_plot->scale(), before);
}

void ChartPlotTest::followsARoll()
{
    const ChartView view = test::sampleChart(0, kRequest, 300);
    m_plot->apply(view);
    const double first = m_plot->scale().first;

    m_plot->apply(rolled(view));

    QCOMPARE(m_plot->scale().first, first + 1);
    QCOMPARE(m_plot->candles().bars().size(), std::size_t{302});
}

void ChartPlotTest::holdsTheViewWhenNotFollowing()
{
    const ChartView view = test::sampleChart(0, kRequest, 300);
    m_plot->apply(view);
    m_plot->pan(-40);
    QVERIFY(!m_plot->follows());
    const double first = m_plot->scale().first;

    m_plot->apply(rolled(rolled(view)));

    QCOMPARE(m_plot->scale().first, first);
}

void ChartPlotTest::dropsOldBarsWithoutMovingTheView()
{
    const ChartView view = test::sampleChart(0, kRequest, 480);
    m_plot->apply(view);
    m_plot->pan(-40);
    const auto leftmost = [this] {
        return m_plot->candles()
            .bars()[static_cast<std::size_t>(m_plot->scale().first)]
            .startMinute;
    };
    const std::int32_t before = leftmost();

    m_plot->apply(rolled(rolled(rolled(view))));

    QCOMPARE(m_plot->candles().bars().size(), std::size_t{481});
    QCOMPARE(leftmost(), before);
}

void ChartPlotTest::zoomsAtThePointer()
{
    m_plot->apply(test::sampleChart(0, kRequest));
    m_plot->pan(-150);
    const QPoint at{400, 200};
    const int under = m_plot->scale().indexAt(at.x());
    const double visible = m_plot->scale().visible;

    wheel(*m_plot, at, 2);

    QVERIFY(m_plot->scale().visible < visible);
    QCOMPARE(m_plot->scale().indexAt(at.x()), under);
    wheel(*m_plot, at, -4);
    QVERIFY(m_plot->scale().visible > visible);
    QCOMPARE(m_plot->scale().indexAt(at.x()), under);
    wheel(*m_plot, at, -100);
    QCOMPARE(m_plot->scale().visible, ChartPlot::kVisibleMax);
    wheel(*m_plot, at, 100);
    QCOMPARE(m_plot->scale().visible, ChartPlot::kVisibleMin);
}

void ChartPlotTest::pansByDragging()
{
    m_plot->apply(test::sampleChart(0, kRequest));
    const double first = m_plot->scale().first;
    const double slot = m_plot->scale().slotWidth();
    QSignalSpy follow{m_plot.get(), &ChartPlot::followChanged};

    QTest::mousePress(m_plot->viewport(), Qt::LeftButton, {}, QPoint{500, 300});
    moveTo(*m_plot, QPointF{500 + slot * 20, 300}, Qt::LeftButton);
    QTest::mouseRelease(m_plot->viewport(), Qt::LeftButton, {}, QPoint{500, 300});

    QVERIFY(qAbs(m_plot->scale().first - (first - 20)) < 0.2);
    QVERIFY(!m_plot->follows());
    QCOMPARE(follow.size(), 1);
    QTest::mouseDClick(m_plot->viewport(), Qt::LeftButton);
    QVERIFY(m_plot->follows());
    QCOMPARE(m_plot->scale().first, first);
}

void ChartPlotTest::obeysKeys()
{
    m_plot->apply(test::sampleChart(0, kRequest));
    const ui::ChartScale start = m_plot->scale();

    QTest::keyClick(m_plot.get(), Qt::Key_Left);
    QCOMPARE(m_plot->scale().first, start.first - 1);
    QTest::keyClick(m_plot.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_plot->scale().first, start.first - 11);
    QTest::keyClick(m_plot.get(), Qt::Key_Right);
    QCOMPARE(m_plot->scale().first, start.first - 10);
    QTest::keyClick(m_plot.get(), Qt::Key_Plus);
    QVERIFY(m_plot->scale().visible < start.visible);
    QTest::keyClick(m_plot.get(), Qt::Key_Minus);
    QVERIFY(qAbs(m_plot->scale().visible - start.visible) < 0.001);
    QTest::keyClick(m_plot.get(), Qt::Key_Home);
    QCOMPARE(m_plot->scale().first, 0.0);
    QVERIFY(!m_plot->follows());
    QTest::keyClick(m_plot.get(), Qt::Key_End);
    QVERIFY(m_plot->follows());
    QCOMPARE(m_plot->scale().first, start.first);
}

void ChartPlotTest::readsTheBarUnderThePointer()
{
    ChartView view = test::sampleChart(0, kRequest);
    view.formingGapShares = 17;
    m_plot->apply(view);
    QVERIFY(m_plot->reading());
    QCOMPARE(m_plot->reading()->bar, *view.forming);
    QCOMPARE(m_plot->reading()->gapShares, std::int64_t{17});

    const int index = static_cast<int>(view.closed->bars.size()) - 12;
    moveTo(*m_plot, QPointF{static_cast<double>(m_plot->scale().centreX(index)), 200});

    const auto at = static_cast<std::size_t>(index);
    QCOMPARE(m_plot->reading()->bar, view.closed->bars[at]);
    QCOMPARE(m_plot->reading()->gapShares, std::int64_t{1'240});
    QCOMPARE(m_plot->reading()->vwapCents, view.closed->vwapCents[at]);
}

void ChartPlotTest::saysWhenThereAreNoTrades()
{
    ChartView view = test::sampleChart(0, kRequest, 0);
    view.forming.reset();
    view.live = {};

    m_plot->apply(view);
    paintNow();

    QCOMPARE(m_plot->message(), QStringLiteral("No trades yet"));
    QVERIFY(!m_plot->reading());
    const QImage image = m_plot->grab().toImage();
    int painted = 0;
    for (int y = 300; y < 400; ++y) {
        for (int x = 400; x < 800; ++x) {
            painted += image.pixel(x, y) != image.pixel(10, 10) ? 1 : 0;
        }
    }
    QVERIFY(painted > 100);
}

void ChartPlotTest::survivesTheFirstBarAndAnotherSymbol()
{
    ChartView empty = test::sampleChart(0, kRequest, 0);
    ChartView first = empty;
    empty.forming.reset();
    m_plot->apply(empty);

    m_plot->apply(first);
    paintNow();

    QCOMPARE(m_plot->message(), QString{});
    QCOMPARE(m_plot->candles().bars().size(), std::size_t{1});
    const core::domain::ChartRequest other{.symbol = test::symbolOf("000660"),
                                           .interval = Interval::M5};
    m_plot->pan(-3);
    m_plot->apply(test::sampleChart(0, other, 200));
    paintNow();
    QVERIFY(m_plot->follows());
    QCOMPARE(m_plot->candles().bars().size(), std::size_t{201});
    QVERIFY(m_plot->scale().band.contains(Price::fromWon(m_plot->candles().bars().back().close)));
    // Back to nothing: the old bars must not stay.
    m_plot->apply(empty);
    QVERIFY(m_plot->candles().bars().empty());
}

void ChartPlotTest::fillsTheChartWhileTheDayIsYoung()
{
    m_plot->apply(test::sampleChart(0, kRequest, 5));
    QCOMPARE(m_plot->scale().visible, 60.0);
    ChartView view = test::sampleChart(0, kRequest, 60);
    m_plot->apply(view);
    QCOMPARE(m_plot->scale().visible, 90.0);
    // Once the trader has zoomed the number of bars is the trader's.
    m_plot->zoomAt(600, 0.5);
    const double chosen = m_plot->scale().visible;
    m_plot->goToEnd();
    m_plot->apply(rolled(view));
    QCOMPARE(m_plot->scale().visible, chosen);
}

void ChartPlotTest::showsLevelsOnlyInRange()
{
    ChartView view = test::sampleChart(0, kRequest);
    view.live.limits = {.lower = Price::fromWon(1'000), .upper = Price::fromWon(200'000)};
    view.live.viReference = Price{};
    m_plot->apply(view);
    QVERIFY(m_plot->axes().marks().empty());

    view.live.limits.upper = Price::fromWon(m_plot->scale().band.high.won() - 100);
    m_plot->apply(view);

    QCOMPARE(m_plot->axes().marks().size(), std::size_t{1});
    QCOMPARE(m_plot->axes().marks().front().price, view.live.limits.upper);
}

void ChartPlotTest::paintsTheSameLiveAsAfresh()
{
    // After many partial repaints the picture equals one painted from nothing.
    const ChartView view = test::sampleChart(0, kRequest);
    m_plot->apply(view);
    paintNow();
    ChartView last = view;
    for (int tick = 0; tick < 25; ++tick) {
        last = withClose(last, view.forming->close + (tick * 7 % 5 - 2) * 100);
        last.forming->volume += 300;
        last.live.vwapCents += 40;
        m_plot->apply(last);
        paintNow();
    }
    const QImage live = m_plot->screen()->grabWindow(m_plot->winId()).toImage();

    m_plot->viewport()->update();
    paintNow();
    const QImage fresh = m_plot->screen()->grabWindow(m_plot->winId()).toImage();

    QVERIFY(!live.isNull());
    QCOMPARE(live, fresh);
}

QTEST_MAIN(ChartPlotTest)
#include "tst_chart_plot.moc"
