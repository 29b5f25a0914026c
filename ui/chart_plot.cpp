#include "ui/chart_plot.h"

#include "core/domain/price_steps.h"

#include <QChart>
#include <QFontMetrics>
#include <QGraphicsLineItem>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>
#include <QPaintEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace ui
{
namespace domain = core::domain;
using domain::Bar;
using domain::Price;

namespace
{
constexpr int kTopMargin = 8;
constexpr int kLeftMargin = 4;
// Between the chart's grid (2), axes (3) and its lines (4).
constexpr double kCandleZ = 3.5;
constexpr double kOverlayZ = 10;

QLineSeries* addLine(QChart* chart, QValueAxis* x, QValueAxis* y)
{
    auto* series = new QLineSeries{chart};
    chart->addSeries(series);
    series->attachAxis(x);
    series->attachAxis(y);
    series->setPointsVisible(false);
    return series;
}
}  // namespace

ChartPlot::ChartPlot(QWidget* parent)
    : QGraphicsView{parent},
      m_scene{std::make_unique<QGraphicsScene>()},
      m_chart{new QChart},
      m_axisX{new QValueAxis},
      m_axisY{new QValueAxis},
      m_candles{new CandleItem},
      m_axes{new AxisItem},
      m_rules{new RuleItem},
      m_lastTag{new TagItem},
      m_priceTag{new TagItem},
      m_timeTag{new TagItem}
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setViewportUpdateMode(MinimalViewportUpdate);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::CrossCursor);
    setFocusPolicy(Qt::StrongFocus);

    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    setScene(m_scene.get());
    m_scene->addItem(m_chart);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setDropShadowEnabled(false);
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->setAcceptedMouseButtons(Qt::NoButton);
    m_chart->setAcceptHoverEvents(false);
    for (QValueAxis* axis : {m_axisX, m_axisY}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setMinorGridLineVisible(false);
    }
    m_axisX->setGridLineVisible(false);  // Time is not even: AxisItem draws that grid.
    m_axisY->setTickType(QValueAxis::TicksDynamic);
    m_axisY->setTickAnchor(0);
    m_axisY->setTickInterval(1.0e9);
    m_chart->addAxis(m_axisX, Qt::AlignBottom);
    m_chart->addAxis(m_axisY, Qt::AlignRight);
    m_vwap = addLine(m_chart, m_axisX, m_axisY);
    m_vwapLive = addLine(m_chart, m_axisX, m_axisY);
    for (QLineSeries*& level : m_levels) {
        level = addLine(m_chart, m_axisX, m_axisY);
        level->setVisible(false);
    }

    m_candles->setParentItem(m_chart);
    m_candles->setZValue(kCandleZ);
    m_axes->setParentItem(m_chart);
    m_axes->setZValue(kCandleZ - 0.1);
    m_rules->setParentItem(m_chart);
    m_rules->setZValue(kOverlayZ - 1);
    m_lastLine = new QGraphicsLineItem{m_chart};
    m_crossX = new QGraphicsLineItem{m_chart};
    m_crossY = new QGraphicsLineItem{m_chart};
    for (QGraphicsItem* item :
         std::initializer_list<QGraphicsItem*>{m_lastLine, m_crossX, m_crossY}) {
        item->setZValue(kOverlayZ);
        item->setVisible(false);
    }
    for (TagItem* tag : {m_lastTag, m_priceTag, m_timeTag}) {
        tag->setParentItem(m_chart);
        tag->setZValue(kOverlayZ + (tag == m_lastTag ? 0 : 1));
        tag->setVisible(false);
    }
}

ChartPlot::~ChartPlot()
{
    setScene(nullptr);
}

void ChartPlot::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    setFont(font);
    setBackgroundBrush(theme.panel);
    m_axisY->setGridLinePen(QPen{theme.line, 0});
    // The theme default is two pixels wide; zero-width pens are cosmetic and cheap.
    m_vwap->setPen(QPen{theme.accent, 0});
    m_vwapLive->setPen(QPen{theme.accent, 0});
    m_levels[0]->setPen(QPen{blend(theme.up, theme.panel, 0.8), 0, Qt::DashLine});
    m_levels[1]->setPen(QPen{blend(theme.down, theme.panel, 0.8), 0, Qt::DashLine});
    m_levels[2]->setPen(QPen{theme.warn, 0, Qt::DotLine});
    m_levels[3]->setPen(QPen{theme.warn, 0, Qt::DotLine});
    const QPen cross{blend(theme.text, theme.panel, 0.45), 0};
    m_crossX->setPen(cross);
    m_crossY->setPen(cross);
    for (TagItem* tag : {m_lastTag, m_priceTag, m_timeTag}) {
        tag->setFont(font);
    }
    m_candles->setTheme(theme);
    m_axes->setTheme(theme, font);
    m_rules->setTheme(theme, font);
    relayout();
}

void ChartPlot::apply(const domain::ChartView& view)
{
    const bool known = m_closed != nullptr && view.request == m_request;
    const bool formingIsLast = view.forming && m_hasForming && !m_candles->bars().empty()
                               && view.forming->startMinute == m_candles->bars().back().startMinute;
    const bool sameBars =
        known && view.closed == m_closed && (formingIsLast || (!view.forming && !m_hasForming));
    m_live = view.live;
    m_formingGap = view.formingGapShares;
    if (!sameBars) {
        takeBars(view);
        return;
    }
    updateLive(view);
}

void ChartPlot::clear(const QString& message)
{
    if (m_message == message && m_candles->bars().empty()) {
        return;
    }
    m_message = message;
    m_closed.reset();
    m_hasForming = false;
    m_live = {};
    m_rules->setRules({});
    m_candles->reset({}, m_scale);
    relayout();
}

void ChartPlot::setRules(ChartRules rules)
{
    if (rules == m_rules->rules()) {
        return;
    }
    m_rules->setRules(std::move(rules));
    if (!m_candles->bars().empty() && withRules(m_scale.band) != m_scale.band) {
        fitBand();
        relayout();
    }
}

PriceBand ChartPlot::withRules(PriceBand band) const
{
    // A stop or leg high close to the price belongs into the picture; one far away would squeeze
    // the candles.
    constexpr std::int64_t kReachPercent = 2;
    const std::int64_t reach = m_live.last.won() * kReachPercent / 100;
    for (const RuleLevel& level : m_rules->rules().levels) {
        const std::int64_t away = std::abs((level.price - m_live.last).won);
        if (level.price.won() > 0 && away <= reach) {
            band.low = std::min(band.low, level.price - domain::priceStep(level.price));
            band.high = std::max(band.high, level.price + domain::priceStep(level.price));
        }
    }
    return band;
}

void ChartPlot::takeBars(const domain::ChartView& view)
{
    const bool another = m_closed == nullptr || view.request != m_request;
    // Panned away, the same bars stay in view whatever is added or dropped at either end.
    std::optional<std::int32_t> anchor;
    double anchorOffset = 0;
    if (!another && !m_candles->bars().empty()) {
        const std::vector<Bar>& old = m_candles->bars();
        const auto at = static_cast<std::size_t>(
            std::clamp(m_scale.first, 0.0, static_cast<double>(old.size() - 1)));
        anchor = old[at].startMinute;
        anchorOffset = m_scale.first - static_cast<double>(at);
    }
    m_request = view.request;
    m_closed = view.closed;
    m_hasForming = view.forming.has_value();

    std::vector<Bar> bars;
    bars.reserve(m_closed->bars.size() + 1);
    bars = m_closed->bars;
    if (view.forming) {
        bars.push_back(*view.forming);
    }
    if (anchor) {
        const auto at = std::lower_bound(
            bars.begin(), bars.end(), *anchor,
            [](const Bar& bar, std::int32_t minute) { return bar.startMinute < minute; });
        m_scale.first = static_cast<double>(at - bars.begin()) + anchorOffset;
    }
    m_message = bars.empty() ? tr("No trades yet") : QString{};
    m_candles->reset(std::move(bars), m_scale);
    if (another) {
        m_scale.first = 0;
        setFollow(true);
    }
    if (m_follow) {
        chooseVisible();
    }
    placeWindow();
    if (another || !bandFits()) {
        fitBand();
    }
    relayout();
    Q_EMIT readingChanged();
}

void ChartPlot::updateLive(const domain::ChartView& view)
{
    if (view.forming) {
        const Bar& bar = *view.forming;
        const bool changed = bar != m_candles->bars().back();
        m_candles->updateLast(bar);
        const int index = static_cast<int>(m_candles->bars().size()) - 1;
        const bool inView = index + 1 > m_scale.first && index < m_scale.first + m_scale.visible;
        if (inView
            && (!m_scale.band.contains(Price::fromWon(bar.high))
                || !m_scale.band.contains(Price::fromWon(bar.low))
                || bar.volume > m_scale.volumeTop)) {
            fitBand();
            relayout();
            Q_EMIT readingChanged();
            return;
        }
        replaceLiveVwap(view.live.vwapCents);
        if (changed) {
            Q_EMIT readingChanged();
        }
    }
    updateLevels();
    updateLastTag();
}

void ChartPlot::setFollow(bool follow)
{
    if (m_follow != follow) {
        m_follow = follow;
        Q_EMIT followChanged(follow);
    }
}

void ChartPlot::placeWindow()
{
    const auto count = static_cast<double>(m_candles->bars().size());
    m_scale.visible = std::clamp(m_scale.visible, kVisibleMin, kVisibleMax);
    const double room = std::ceil(std::max(2.0, m_scale.visible * 0.04));
    if (m_follow) {
        m_scale.first = std::max(m_scale.first, count + room - m_scale.visible);
    }
    // A quarter of the window always shows bars.
    const double quarter = m_scale.visible / 4;
    m_scale.first = std::clamp(m_scale.first, std::min(0.0, quarter - m_scale.visible),
                               std::max(0.0, count - quarter));
}

void ChartPlot::chooseVisible()
{
    constexpr double kSlotPixels = 8;
    constexpr double kStep = 30;
    if (m_zoomed) {
        return;
    }
    // A day that has just begun fills the chart too; it narrows in steps as bars come.
    const auto count = static_cast<double>(m_candles->bars().size());
    const double young = std::max(2 * kStep, std::ceil(count * 1.1 / kStep) * kStep);
    m_scale.visible = std::clamp(std::min(young, std::floor(m_scale.plot.width() / kSlotPixels)),
                                 kStep, 6 * kStep);
}

void ChartPlot::zoomAt(int x, double factor)
{
    m_zoomed = true;
    const double slot = (x - m_scale.plot.left()) / m_scale.slotWidth();
    const double under = m_scale.first + slot;
    const double before = m_scale.visible;
    m_scale.visible = std::clamp(before * factor, kVisibleMin, kVisibleMax);
    m_scale.first = under - slot * m_scale.visible / before;
    const auto newest = static_cast<double>(m_candles->bars().size());
    if (newest > m_scale.first + m_scale.visible) {
        setFollow(false);
    }
    placeWindow();
    fitBand();
    relayout();
}

void ChartPlot::pan(double barCount)
{
    setFollow(false);
    m_scale.first += barCount;
    placeWindow();
    fitBand();
    relayout();
}

void ChartPlot::goToStart()
{
    setFollow(false);
    m_scale.first = 0;
    placeWindow();
    fitBand();
    relayout();
}

void ChartPlot::goToEnd()
{
    setFollow(true);
    m_scale.first = 0;
    placeWindow();
    fitBand();
    relayout();
}

std::span<const Bar> ChartPlot::barsInView() const
{
    const std::vector<Bar>& bars = m_candles->bars();
    const auto count = static_cast<double>(bars.size());
    const auto from = static_cast<std::size_t>(std::clamp(std::floor(m_scale.first), 0.0, count));
    const auto to = static_cast<std::size_t>(
        std::clamp(std::ceil(m_scale.first + m_scale.visible), static_cast<double>(from), count));
    return std::span{bars}.subspan(from, to - from);
}

bool ChartPlot::bandFits() const
{
    const std::span<const Bar> bars = barsInView();
    const PriceBand need = withRules(bandFor(bars));
    const bool inside = std::all_of(bars.begin(), bars.end(), [this](const Bar& bar) {
        return m_scale.band.contains(Price::fromWon(bar.low))
               && m_scale.band.contains(Price::fromWon(bar.high))
               && bar.volume <= m_scale.volumeTop;
    });
    // Much too wide a band is no fit either: the day calmed down.
    return inside && (m_scale.band.high - m_scale.band.low).won < 2 * (need.high - need.low).won;
}

void ChartPlot::fitBand()
{
    const std::span<const Bar> bars = barsInView();
    m_scale.band = withRules(bandFor(bars));
    std::int64_t volume = 1;
    for (const Bar& bar : bars) {
        volume = std::max(volume, bar.volume);
    }
    m_scale.volumeTop = roundVolumeTop(volume);
}

void ChartPlot::relayout()
{
    const QFontMetrics metrics{font()};
    const QSize size = viewport()->size();
    const int right = metrics.horizontalAdvance(QStringLiteral("1,234,500")) + 14;
    const int bottom = metrics.height() + 8;
    m_scale.plot = QRect{kLeftMargin, kTopMargin, std::max(10, size.width() - right - kLeftMargin),
                         std::max(10, size.height() - bottom - kTopMargin)};
    setSceneRect(QRectF{QPointF{0, 0}, QSizeF{size}});
    m_chart->setGeometry(QRectF{QPointF{0, 0}, QSizeF{size}});
    m_chart->setPlotArea(m_scale.pricePlot());

    const bool empty = m_candles->bars().empty();
    const std::int64_t step = priceLabelStep(
        m_scale.band, std::max(2, m_scale.pricePlot().height() / (metrics.height() * 3)));
    m_axisX->setRange(m_scale.first, m_scale.first + m_scale.visible);
    // Never a small tick interval on a wide range, not even between the two calls: it would make
    // thousands of grid lines.
    m_axisY->setTickInterval(1.0e9);
    m_axisY->setRange(static_cast<double>(m_scale.band.low.won()),
                      static_cast<double>(m_scale.band.high.won()));
    m_axisY->setGridLineVisible(!empty);
    if (!empty) {
        m_axisY->setTickInterval(static_cast<double>(step));
    }
    m_candles->setScale(m_scale);
    m_rules->setScale(m_scale, m_candles->bars());
    m_axes->setVisible(!empty);
    m_axes->set(size, m_scale,
                timeTicks(m_scale, m_candles->bars(),
                          metrics.horizontalAdvance(QStringLiteral("00:00")) * 2),
                step);
    replaceVwap();
    updateLevels();
    updateLastTag();
    updateCrosshair();
    viewport()->update();
}
}  // namespace ui

#include "moc_chart_plot.cpp"
