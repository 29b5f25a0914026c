// A part of ChartPlot: VWAP, levels, the last price's tag, cross-hair and read-out.
#include "core/domain/price_steps.h"
#include "ui/chart_plot.h"
#include "ui/format.h"

#include <QFontMetrics>
#include <QGraphicsLineItem>
#include <QLineSeries>

#include <algorithm>

namespace ui
{
namespace domain = core::domain;
using domain::Bar;
using domain::Price;

namespace
{
constexpr double kLevelReach = 10'000;  // Levels span any window.

double pointY(std::int64_t cents)
{
    return static_cast<double>(cents) / 100.0;
}
}  // namespace

void ChartPlot::replaceVwap()
{
    QList<QPointF> points;
    if (m_closed) {
        points.reserve(static_cast<qsizetype>(m_closed->vwapCents.size()));
        const std::size_t count = std::min(m_closed->vwapCents.size(), m_closed->bars.size());
        for (std::size_t i = 0; i < count; ++i) {
            if (m_closed->vwapCents[i] > 0) {
                points.emplace_back(static_cast<double>(i) + 0.5, pointY(m_closed->vwapCents[i]));
            }
        }
    }
    m_vwap->replace(points);
    m_liveVwapDrawn = -1;
    replaceLiveVwap(m_live.vwapCents);
}

void ChartPlot::replaceLiveVwap(std::int64_t cents)
{
    const std::int64_t before =
        m_closed && !m_closed->vwapCents.empty() ? m_closed->vwapCents.back() : 0;
    if (!m_hasForming || cents <= 0 || before <= 0) {
        if (m_liveVwapDrawn != 0) {
            m_vwapLive->replace(QList<QPointF>{});
            m_liveVwapDrawn = 0;
        }
        return;
    }
    // Drawn again only when it moves on the screen.
    const auto pixel = [this](std::int64_t value) {
        return m_scale.y(Price::fromWon(value / 100));
    };
    if (m_liveVwapDrawn > 0 && pixel(m_liveVwapDrawn) == pixel(cents)) {
        return;
    }
    m_liveVwapDrawn = cents;
    const auto last = static_cast<double>(m_closed->vwapCents.size());
    m_vwapLive->replace(QList<QPointF>{{last - 0.5, pointY(before)}, {last + 0.5, pointY(cents)}});
}

void ChartPlot::updateLevels()
{
    const domain::DailyLimits vi = m_live.viReference.won() > 0
                                       ? domain::staticViPrices(m_live.viReference, m_live.steps)
                                       : domain::DailyLimits{};
    const std::array<Price, 4> prices{m_live.limits.upper, m_live.limits.lower, vi.upper, vi.lower};
    const std::array<QString, 4> names{tr("Upper limit %1"), tr("Lower limit %1"),
                                       tr("Static VI %1"), tr("Static VI %1")};
    std::vector<PriceMark> marks;
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        const bool shown =
            prices[i].won() > 0 && m_scale.band.contains(prices[i]) && !m_candles->bars().empty();
        m_levels[i]->setVisible(shown);
        if (!shown) {
            continue;
        }
        const auto y = static_cast<double>(prices[i].won());
        if (m_levels[i]->count() != 2 || m_levels[i]->at(0).y() != y) {
            m_levels[i]->replace(QList<QPointF>{{-kLevelReach, y}, {kLevelReach, y}});
        }
        marks.push_back({.price = prices[i],
                         .text = names[i].arg(priceText(prices[i])),
                         .colour = m_levels[i]->pen().color()});
    }
    m_axes->setMarks(std::move(marks));
}

void ChartPlot::updateLastTag()
{
    const Price last = m_live.last;
    const bool shown = last.won() > 0 && !m_candles->bars().empty() && m_scale.band.contains(last);
    m_lastTag->setVisible(shown);
    if (!shown) {
        m_lastLine->setVisible(false);
        m_axes->setCovered({});
        return;
    }
    const QFontMetrics metrics{font()};
    const int y = m_scale.y(last);
    const int left = m_scale.plot.right() + 1;
    const std::int64_t move = changeOf(last, m_live.base).value_or(0);
    const QColor ink = move == 0 ? m_theme.muted : m_theme.signColour(move);
    m_lastTag->set(
        QRect{left, y - metrics.height() / 2 - 1, viewport()->width() - left, metrics.height() + 2},
        priceText(last), ink, m_theme.panel);
    m_axes->setCovered(m_lastTag->boundingRect().toRect());
    const int index = static_cast<int>(m_candles->bars().size()) - 1;
    const int from = m_scale.centreX(index) + m_scale.bodyWidth() / 2 + 2;
    // Only from the newest candle to the tag: a line across would repaint every candle it crosses.
    const bool lineShown = from < m_scale.plot.right() && from > m_scale.plot.left();
    m_lastLine->setVisible(lineShown);
    if (lineShown) {
        const QLineF line(from, y, m_scale.plot.right(), y);
        if (m_lastLine->line() != line || m_lastLine->pen().color() != ink) {
            m_lastLine->setPen(QPen{ink, 0, Qt::DotLine});
            m_lastLine->setLine(line);
        }
    }
}

void ChartPlot::updateCrosshair()
{
    const bool shown =
        m_pointer && !m_dragFrom && m_scale.plot.contains(*m_pointer) && !m_candles->bars().empty();
    const int count = static_cast<int>(m_candles->bars().size());
    const int index = shown ? std::clamp(m_scale.indexAt(m_pointer->x()), 0, count - 1) : 0;
    const int x = m_scale.centreX(index);
    const bool onBar = shown && m_scale.plot.contains(QPoint{x, m_scale.plot.top()});
    m_crossX->setVisible(onBar);
    m_timeTag->setVisible(onBar);
    m_crossY->setVisible(shown);
    const bool inPrices = shown && m_scale.pricePlot().contains(*m_pointer);
    m_priceTag->setVisible(inPrices);
    if (!shown) {
        return;
    }
    const QFontMetrics metrics{font()};
    const int y = m_pointer->y();
    m_crossX->setLine(x, m_scale.plot.top(), x, m_scale.plot.bottom());
    m_crossY->setLine(m_scale.plot.left(), y, m_scale.plot.right(), y);
    const QColor fill = blend(m_theme.muted, m_theme.panel, 0.35);
    const int left = m_scale.plot.right() + 1;
    if (inPrices) {
        const Price at = domain::roundDownToStep(m_scale.priceAt(y), m_live.steps);
        m_priceTag->set(QRect{left, y - metrics.height() / 2 - 1, viewport()->width() - left,
                              metrics.height() + 2},
                        priceText(at), fill, m_theme.text);
    }
    if (onBar) {
        const Bar& bar = m_candles->bars()[static_cast<std::size_t>(index)];
        const int width = metrics.horizontalAdvance(QStringLiteral("00:00")) + 12;
        m_timeTag->set(QRect{x - width / 2, m_scale.plot.bottom() + 3, width, metrics.height() + 2},
                       minuteText(bar.start()), fill, m_theme.text);
    }
}

std::optional<BarReading> ChartPlot::reading() const
{
    const std::vector<Bar>& bars = m_candles->bars();
    if (bars.empty()) {
        return std::nullopt;
    }
    std::size_t index = bars.size() - 1;
    if (m_pointer && m_scale.plot.contains(*m_pointer)) {
        index = static_cast<std::size_t>(
            std::clamp(m_scale.indexAt(m_pointer->x()), 0, static_cast<int>(bars.size()) - 1));
    }
    BarReading reading{.bar = bars[index]};
    if (m_hasForming && index + 1 == bars.size()) {
        reading.vwapCents = m_live.vwapCents;
        reading.gapShares = m_formingGap;
        return reading;
    }
    if (index < m_closed->vwapCents.size()) {
        reading.vwapCents = m_closed->vwapCents[index];
    }
    if (index < m_closed->gapShares.size()) {
        reading.gapShares = m_closed->gapShares[index];
    }
    return reading;
}
}  // namespace ui
