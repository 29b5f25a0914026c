#include "ui/candle_item.h"

#include "core/domain/kst.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui
{
namespace domain = core::domain;
using domain::Bar;

namespace
{
std::size_t inkOf(const Bar& bar)
{
    const std::size_t direction = bar.close > bar.open ? 0 : bar.close < bar.open ? 1 : 2;
    return direction + (bar.is(Bar::kWarmUp) ? 3U : 0U);
}
}  // namespace

CandleItem::CandleItem()
{
    setFlag(ItemUsesExtendedStyleOption, false);
    setAcceptedMouseButtons(Qt::NoButton);
}

void CandleItem::setTheme(const Theme& theme)
{
    const std::array<QColor, 3> inks{theme.up, theme.down, theme.muted};
    for (std::size_t i = 0; i < inks.size(); ++i) {
        m_candleInks[i] = inks[i];
        m_candleInks[i + 3] = blend(inks[i], theme.panel, 0.62);
        m_volumeInks[i] = blend(inks[i], theme.panel, 0.5);
        m_volumeInks[i + 3] = blend(inks[i], theme.panel, 0.32);
    }
    m_panel = theme.panel;
    m_line = blend(theme.line, theme.muted, 0.5);
    m_warn = theme.warn;
    m_muted = theme.muted;
    update();
}

void CandleItem::reset(std::vector<Bar> bars, const ChartScale& scale)
{
    m_bars = std::move(bars);
    setScale(scale);
}

void CandleItem::setScale(const ChartScale& scale)
{
    if (scale.plot != m_scale.plot) {
        prepareGeometryChange();
    }
    m_scale = scale;
    update();
}

void CandleItem::updateLast(const Bar& bar)
{
    Q_ASSERT(!m_bars.empty());
    const int index = static_cast<int>(m_bars.size()) - 1;
    Bar& last = m_bars.back();
    if (last == bar) {
        return;
    }
    const QRect oldCandle = m_scale.candleRect(index, last);
    const QRect oldColumn = m_scale.volumeRect(index, last);
    const bool candleMoved = oldCandle != m_scale.candleRect(index, bar)
                             || inkOf(last) != inkOf(bar)
                             || m_scale.bodyRect(index, last) != m_scale.bodyRect(index, bar)
                             || last.is(Bar::kGap) != bar.is(Bar::kGap);
    const QRect newColumn = m_scale.volumeRect(index, bar);
    const bool columnMoved = oldColumn != newColumn || candleMoved;
    last = bar;
    if (candleMoved) {
        update(oldCandle.united(m_scale.candleRect(index, bar)));
    }
    if (columnMoved) {
        update(oldColumn.united(newColumn).adjusted(0, -1, 0, 1));
    }
}

QRectF CandleItem::boundingRect() const
{
    return m_scale.plot;
}

void CandleItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                       QWidget* /*widget*/)
{
    const QRect all =
        m_exposed.isEmpty() ? m_scale.plot : m_exposed.boundingRect().intersected(m_scale.plot);
    if (all.isEmpty() || m_bars.empty()) {
        return;
    }
    const int count = static_cast<int>(m_bars.size());
    const int from = std::clamp(m_scale.indexAt(all.left()) - 1, 0, count);
    const int to = std::clamp(m_scale.indexAt(all.right()) + 2, from, count);
    collect(from, to);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setClipRect(m_scale.plot, Qt::IntersectClip);
    paintBatches(*painter);
    painter->restore();
}

void CandleItem::collect(int from, int to)
{
    for (Batch& batch : m_batches) {
        batch.bodies.clear();
        batch.columns.clear();
        batch.wicks.clear();
    }
    m_gaps.clear();
    m_revised.clear();
    m_newDays.clear();
    for (int i = from; i < to; ++i) {
        const Bar& bar = m_bars[static_cast<std::size_t>(i)];
        if (i > 0) {
            const Bar& before = m_bars[static_cast<std::size_t>(i) - 1];
            // Two bars of one session are never further apart than a lunch; days differ by more.
            if (bar.startMinute - before.startMinute > 60
                && domain::kstDate(before.start()) != domain::kstDate(bar.start())) {
                m_newDays.push_back(i);
            }
        }
        if (m_exposed.isEmpty() || m_exposed.intersects(m_scale.candleRect(i, bar))
            || m_exposed.intersects(m_scale.volumeRect(i, bar))) {
            collectBar(i);
        }
    }
}

void CandleItem::collectBar(int index)
{
    const Bar& bar = m_bars[static_cast<std::size_t>(index)];
    Batch& batch = m_batches[inkOf(bar)];
    const QRect wick = m_scale.wickRect(index, bar);
    batch.wicks.emplace_back(wick.topLeft(), wick.bottomLeft());
    if (m_scale.bodyWidth() > 1) {
        batch.bodies.push_back(m_scale.bodyRect(index, bar));
    }
    batch.columns.push_back(m_scale.volumeRect(index, bar));
    if (bar.is(Bar::kGap)) {
        m_gaps.push_back(index);
    }
    if (bar.is(Bar::kRevised)) {
        m_revised.push_back(index);
    }
    ++m_candlesPainted;
}

void CandleItem::paintBatches(QPainter& painter)
{
    if (!m_newDays.empty()) {
        painter.setPen(QPen{m_line, 0, Qt::DotLine});
        for (const int index : m_newDays) {
            const int x = static_cast<int>(
                std::floor(m_scale.plot.left() + (index - m_scale.first) * m_scale.slotWidth()));
            painter.drawLine(x, m_scale.plot.top(), x, m_scale.plot.bottom());
        }
    }
    painter.setBrush(Qt::NoBrush);
    for (std::size_t ink = 0; ink < kInks; ++ink) {
        const Batch& batch = m_batches[ink];
        if (batch.wicks.empty()) {
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_volumeInks[ink]);
        painter.drawRects(batch.columns.data(), static_cast<int>(batch.columns.size()));
        painter.setBrush(m_candleInks[ink]);
        painter.drawRects(batch.bodies.data(), static_cast<int>(batch.bodies.size()));
        painter.setPen(QPen{m_candleInks[ink], 0});
        painter.drawLines(batch.wicks.data(), static_cast<int>(batch.wicks.size()));
    }
    for (const int index : m_gaps) {
        const Bar& bar = m_bars[static_cast<std::size_t>(index)];
        paintHatch(painter, m_scale.volumeRect(index, bar));
        if (m_scale.bodyWidth() > 1) {
            paintHatch(painter, m_scale.bodyRect(index, bar));
        }
        // A foot in the warning colour finds the bar even where hatching has no room.
        const QRect column = m_scale.volumeRect(index, bar);
        painter.fillRect(QRect{column.left(), m_scale.plot.bottom() - 1, column.width(), 2},
                         m_warn);
    }
    for (const int index : m_revised) {
        const QRect wick = m_scale.wickRect(index, m_bars[static_cast<std::size_t>(index)]);
        painter.fillRect(QRect{wick.left() - 1, wick.top() - 4, 3, 2}, m_muted);
    }
}

void CandleItem::paintHatch(QPainter& painter, const QRect& area) const
{
    constexpr int kDistance = 4;
    if (area.width() < 3 || area.height() < 3) {
        return;
    }
    painter.setPen(QPen{m_panel, 0});
    // Lines x + y = constant, cut to the rectangle by hand: clipping would cost a save/restore.
    // The constant is anchored to the screen, so a partial repaint meets the lines around it.
    const int begin = (area.left() + area.top()) / kDistance * kDistance;
    for (int sum = begin; sum <= area.right() + area.bottom(); sum += kDistance) {
        const int x1 = std::max(area.left(), sum - area.bottom());
        const int x2 = std::min(area.right(), sum - area.top());
        if (x1 <= x2) {
            painter.drawLine(x1, sum - x1, x2, sum - x2);
        }
    }
}
}  // namespace ui
