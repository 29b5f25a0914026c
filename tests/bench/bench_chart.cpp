// V-7: what the window costs on the UI thread, offscreen: chart updates at 1200x700 with 480
// candles, against a plain QPainter widget that paints the same bars and against one naive
// QCandlestickSeries; a refresh of the top 30; the whole window with four charts.

#include "tests/support/fake_terminal.h"
#include "tests/support/sample_desk.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QCandlestickSeries>
#include <QCandlestickSet>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <benchmark/benchmark.h>
#include <vector>

namespace
{
using namespace core;
using domain::Bar;
using domain::ChartView;
using domain::Price;

const QSize kSize{1'200, 700};
constexpr int kBars = 480;
const domain::ChartRequest kRequest{.symbol = test::symbolOf("005930"),
                                    .interval = domain::Interval::M1};
const domain::ChartRequest kOther{.symbol = test::symbolOf("000660"),
                                  .interval = domain::Interval::M1};

/// Delivers the paint the last change asked for.
void paint()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

std::unique_ptr<ui::ChartPlot> shownPlot(const ChartView& view)
{
    auto plot = std::make_unique<ui::ChartPlot>();
    plot->setTheme(ui::Theme::make(config::ThemeName::Dark, ui::UpColour::Red), ui::deskFont(9));
    plot->resize(kSize);
    plot->show();
    paint();
    plot->apply(view);
    plot->zoomAt(plot->scale().plot.right(), 100.0);
    plot->goToEnd();
    paint();
    return plot;
}

/// The view after trade number `n` of a forming bar: price and volume both move.
ChartView traded(const ChartView& view, int n)
{
    ChartView next = view;
    Bar& bar = *next.forming;
    bar.close += n % 2 == 0 ? 100 : -100;
    bar.high = std::max(bar.high, bar.close);
    bar.low = std::min(bar.low, bar.close);
    bar.volume += n % 50 * 40;
    next.live.last = Price::fromWon(bar.close);
    next.live.vwapCents += n % 7 * 10;
    return next;
}

ChartView rolled(const ChartView& view, int n)
{
    ChartView next = view;
    auto closed = std::make_shared<domain::ClosedBars>(*view.closed);
    for (Bar& bar : closed->bars) {
        bar.startMinute += n;  // The same picture one minute later.
    }
    next.closed = closed;
    next.forming->startMinute += n;
    next.revision += static_cast<std::uint64_t>(n);
    return next;
}

void chartLiveUpdate(benchmark::State& state)
{
    const ChartView view = test::sampleChart(0, kRequest, kBars);
    const auto plot = shownPlot(view);
    const std::array<ChartView, 2> views{traded(view, 1), traded(view, 2)};
    const std::uint64_t before = plot->candles().candlesPainted();
    std::size_t n = 0;
    for (auto _ : state) {
        plot->apply(views[++n % 2]);
        paint();
    }
    state.counters["candles"] =
        benchmark::Counter(static_cast<double>(plot->candles().candlesPainted() - before),
                           benchmark::Counter::kAvgIterations);
}
BENCHMARK(chartLiveUpdate)->Unit(benchmark::kMicrosecond);

void chartFullRepaint(benchmark::State& state)
{
    const auto plot = shownPlot(test::sampleChart(0, kRequest, kBars));
    for (auto _ : state) {
        plot->viewport()->update();
        paint();
    }
}
BENCHMARK(chartFullRepaint)->Unit(benchmark::kMicrosecond);

void chartRoll(benchmark::State& state)
{
    const ChartView view = test::sampleChart(0, kRequest, kBars);
    const auto plot = shownPlot(view);
    std::vector<ChartView> views;
    for (int n = 1; n <= 16; ++n) {
        views.push_back(rolled(view, n));
    }
    std::size_t n = 0;
    for (auto _ : state) {
        plot->apply(views[++n % views.size()]);
        paint();
    }
}
BENCHMARK(chartRoll)->Unit(benchmark::kMicrosecond);

void chartSymbolSwitch(benchmark::State& state)
{
    const std::array<ChartView, 2> views{test::sampleChart(0, kRequest, kBars),
                                         test::sampleChart(0, kOther, kBars)};
    const auto plot = shownPlot(views[0]);
    std::size_t n = 0;
    for (auto _ : state) {
        plot->apply(views[++n % 2]);
        paint();
    }
}
BENCHMARK(chartSymbolSwitch)->Unit(benchmark::kMicrosecond);

void chartCrosshair(benchmark::State& state)
{
    const auto plot = shownPlot(test::sampleChart(0, kRequest, kBars));
    int n = 0;
    for (auto _ : state) {
        ++n;
        const QPointF at{100.0 + n * 37 % 900, 50.0 + n * 23 % 400};
        QMouseEvent move{QEvent::MouseMove, at, at, Qt::NoButton, Qt::NoButton, Qt::NoModifier};
        QCoreApplication::sendEvent(plot->viewport(), &move);
        paint();
    }
}
BENCHMARK(chartCrosshair)->Unit(benchmark::kMicrosecond);

/// The reference: the same bars, grid and line with nothing but a painter.
class PlainChart final : public QWidget
{
public:
    explicit PlainChart(const ChartView& view) : m_bars{view.closed->bars}, m_vwap{}
    {
        m_scale.plot = QRect{4, 8, kSize.width() - 80, kSize.height() - 40};
        m_scale.visible = 500;
        m_bars.push_back(*view.forming);
        m_scale.band = ui::bandFor(m_bars);
        for (const Bar& bar : m_bars) {
            m_scale.volumeTop = std::max(m_scale.volumeTop, bar.volume);
        }
        for (std::size_t i = 0; i < view.closed->vwapCents.size(); ++i) {
            m_vwap.emplace_back(m_scale.centreX(static_cast<int>(i)),
                                m_scale.y(Price::fromWon(view.closed->vwapCents[i] / 100)));
        }
        resize(kSize);
        setAttribute(Qt::WA_OpaquePaintEvent);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        const ui::Theme theme = ui::Theme::make(config::ThemeName::Dark, ui::UpColour::Red);
        QPainter painter{this};
        painter.fillRect(rect(), theme.panel);
        painter.setPen(QPen{theme.line, 0});
        for (int i = 0; i < 10; ++i) {
            const int y = m_scale.plot.top() + i * 60;
            painter.drawLine(m_scale.plot.left(), y, m_scale.plot.right(), y);
            painter.drawText(m_scale.plot.right() + 6, y, QStringLiteral("71,800"));
            painter.drawText(100 + i * 100, height() - 10, QStringLiteral("09:30"));
        }
        for (std::size_t i = 0; i < m_bars.size(); ++i) {
            const Bar& bar = m_bars[i];
            const int index = static_cast<int>(i);
            const QColor& ink = bar.close >= bar.open ? theme.up : theme.down;
            painter.fillRect(m_scale.wickRect(index, bar), ink);
            painter.fillRect(m_scale.bodyRect(index, bar), ink);
            painter.fillRect(m_scale.volumeRect(index, bar), ink);
        }
        painter.setPen(QPen{theme.accent, 0});
        painter.drawPolyline(m_vwap.data(), static_cast<int>(m_vwap.size()));
    }

private:
    std::vector<Bar> m_bars;
    std::vector<QPoint> m_vwap;
    ui::ChartScale m_scale;
};

void referencePlainPainter(benchmark::State& state)
{
    PlainChart chart{test::sampleChart(0, kRequest, kBars)};
    chart.show();
    paint();
    for (auto _ : state) {
        chart.update();
        paint();
    }
}
BENCHMARK(referencePlainPainter)->Unit(benchmark::kMicrosecond);

void referenceCandlestickSeries(benchmark::State& state)
{
    // What one gets without thinking: one series, one set a bar, the newest set changed.
    const ChartView view = test::sampleChart(0, kRequest, kBars);
    auto* series = new QCandlestickSeries;
    QCandlestickSet* last = nullptr;
    for (const Bar& bar : view.closed->bars) {
        last = new QCandlestickSet{static_cast<double>(bar.open), static_cast<double>(bar.high),
                                   static_cast<double>(bar.low), static_cast<double>(bar.close),
                                   static_cast<double>(bar.startMinute) * 60'000.0};
        series->append(last);
    }
    auto* chart = new QChart;
    chart->addSeries(series);
    chart->createDefaultAxes();
    chart->setAnimationOptions(QChart::NoAnimation);
    class Counting final : public QChartView
    {
    public:
        using QChartView::QChartView;
        int paints = 0;

    protected:
        void paintEvent(QPaintEvent* event) override
        {
            ++paints;
            QChartView::paintEvent(event);
        }
    };
    Counting chartView{chart};
    chartView.setRenderHint(QPainter::Antialiasing);  // As in Qt's own example.
    chartView.resize(kSize);
    chartView.show();
    paint();
    double step = 100;
    for (auto _ : state) {
        step = -step;
        // As a feed does it: a trade moves close, and with it high or low.
        last->setHigh(last->high() + step);
        last->setLow(last->low() - step);
        last->setClose(last->close() + step);
        paint();
    }
    state.counters["paints"] = benchmark::Counter(static_cast<double>(chartView.paints),
                                                  benchmark::Counter::kAvgIterations);
}
BENCHMARK(referenceCandlestickSeries)->Unit(benchmark::kMicrosecond);

void tableRefresh(benchmark::State& state)
{
    test::FakeTerminal terminal;
    ui::ScreenPanel panel{terminal};
    panel.setTheme(ui::Theme::make(config::ThemeName::Dark, ui::UpColour::Red), 10);
    panel.resize(1'200, 800);
    panel.show();
    std::array<domain::DeskSnapshot, 2> desks{test::sampleDesk(), test::sampleDesk()};
    for (domain::SymbolView& live : desks[1].symbols) {
        live.last = live.ask;
        live.accTurnover += domain::Won{100'000'000};
    }
    panel.apply(desks[0]);
    paint();
    std::size_t n = 0;
    for (auto _ : state) {
        panel.apply(desks[++n % 2]);
        paint();
    }
}
BENCHMARK(tableRefresh)->Unit(benchmark::kMicrosecond);

void windowFourCharts(benchmark::State& state)
{
    // A minute of frames, ten trades in each: four charts, thirty rows, all panels.
    test::FakeTerminal terminal;
    ui::MainWindow window{terminal, {.settingsPath = {}, .language = {}, .theme = {}}};
    window.resize(1'920, 1'080);
    window.show();
    window.setChartLayout(ui::ChartLayout::Four);
    paint();
    const domain::DeskSnapshot base = test::sampleDesk();
    std::vector<domain::SnapshotPtr> frames;
    for (int n = 0; n < 60; ++n) {
        domain::DeskSnapshot desk = base;
        desk.now += std::chrono::milliseconds{16 * n};
        for (std::size_t row = 0; row < 10; ++row) {
            const std::size_t at = (static_cast<std::size_t>(n) * 7 + row) % desk.symbols.size();
            desk.symbols[at].last = n % 2 == 0 ? desk.symbols[at].ask : desk.symbols[at].bid;
        }
        for (ChartView& chart : desk.charts) {
            chart = traded(chart, n);
        }
        frames.push_back(std::make_shared<const domain::DeskSnapshot>(std::move(desk)));
    }
    std::vector<double> micros;
    std::size_t n = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        terminal.put(frames[++n % frames.size()]);
        window.showFrame();
        paint();
        micros.push_back(static_cast<double>(timer.nsecsElapsed()) / 1'000.0);
    }
    std::sort(micros.begin(), micros.end());
    state.counters["p50_us"] = micros[micros.size() / 2];
    state.counters["p99_us"] = micros[micros.size() * 99 / 100];
    state.counters["max_us"] = micros.back();
}
BENCHMARK(windowFourCharts)->Unit(benchmark::kMicrosecond)->Iterations(3'600);
}  // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QApplication application{argc, argv};
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
