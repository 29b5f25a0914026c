#include "ui/chart_overlay.h"

#include "ui/format.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui
{
using core::domain::Price;

namespace
{
constexpr int kLabelGap = 6;
}

void AxisItem::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_font = font;
    update();
}

void AxisItem::set(const QSize& size, const ChartScale& scale, std::vector<TimeTick> ticks,
                   std::int64_t priceStep)
{
    if (size != m_size) {
        prepareGeometryChange();
    }
    m_size = size;
    m_scale = scale;
    m_ticks = std::move(ticks);
    m_priceStep = priceStep;
    update();
}

void AxisItem::setMarks(std::vector<PriceMark> marks)
{
    if (marks != m_marks) {
        m_marks = std::move(marks);
        update();
    }
}

void AxisItem::setCovered(const QRect& covered)
{
    if (covered == m_covered) {
        return;
    }
    // A label up to its own height away from either place appears or goes.
    const int room = QFontMetrics{m_font}.height();
    const QRect both = m_covered.united(covered).adjusted(0, -room, 0, room);
    m_covered = covered;
    update(both);
}

QRectF AxisItem::boundingRect() const
{
    return QRectF{QPointF{0, 0}, QSizeF{m_size}};
}

void AxisItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                     QWidget* /*widget*/)
{
    painter->setFont(m_font);
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintTimes(*painter);
    paintPrices(*painter);
}

void AxisItem::paintPrices(QPainter& painter) const
{
    const QFontMetrics metrics{m_font};
    const QRect area = m_scale.pricePlot();
    const int left = m_scale.plot.right() + kLabelGap;
    const int width = m_size.width() - left - kLabelGap;
    const int half = metrics.height() / 2;
    const std::int64_t low = m_scale.band.low.won();
    const std::int64_t high = m_scale.band.high.won();
    painter.setPen(m_theme.muted);
    for (std::int64_t won = (low + m_priceStep - 1) / m_priceStep * m_priceStep; won <= high;
         won += m_priceStep) {
        const int y = m_scale.y(Price::fromWon(won));
        const QRect box{left, y - half, width, metrics.height()};
        // The volume's own label begins below; the tag of the last price may lie on top.
        if (y < area.top() || y + half > area.bottom() || box.intersects(m_covered)) {
            continue;
        }
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, groupedText(won));
    }
    const QRect volume = m_scale.volumePlot();
    painter.drawText(QRect{left, volume.top(), width, metrics.height()},
                     Qt::AlignRight | Qt::AlignTop, shortQuantityText(m_scale.volumeTop));
    painter.setPen(QPen{m_theme.line, 0});
    painter.drawLine(m_scale.plot.left(), volume.top() - 3, m_scale.plot.right(), volume.top() - 3);
    for (const PriceMark& mark : m_marks) {
        if (!m_scale.band.contains(mark.price)) {
            continue;
        }
        const int y = m_scale.y(mark.price);
        const bool above = y - metrics.height() > area.top();
        painter.setPen(mark.colour);
        painter.drawText(QRect{m_scale.plot.left() + kLabelGap,
                               above ? y - metrics.height() - 1 : y + 2, m_scale.plot.width(),
                               metrics.height()},
                         Qt::AlignLeft | Qt::AlignVCenter, mark.text);
    }
}

void AxisItem::paintTimes(QPainter& painter) const
{
    const QFontMetrics metrics{m_font};
    const QPen grid{m_theme.line, 0};
    constexpr int kHalfLabel = 40;
    for (const TimeTick& tick : m_ticks) {
        const int x = m_scale.centreX(tick.index);
        painter.setPen(grid);
        painter.drawLine(x, m_scale.plot.top(), x, m_scale.plot.bottom());
        painter.setPen(tick.newDay ? m_theme.text : m_theme.muted);
        painter.drawText(
            QRect{x - kHalfLabel, m_scale.plot.bottom() + 4, 2 * kHalfLabel, metrics.height()},
            Qt::AlignHCenter | Qt::AlignTop, tick.text);
    }
}

void TagItem::setFont(const QFont& font)
{
    m_font = font;
    update();
}

void TagItem::set(const QRect& box, const QString& text, const QColor& fill, const QColor& ink)
{
    if (box == m_box && text == m_text && fill == m_fill && ink == m_ink) {
        return;
    }
    if (box != m_box) {
        prepareGeometryChange();
    }
    m_box = box;
    m_text = text;
    m_fill = fill;
    m_ink = ink;
    update();
}

void TagItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                    QWidget* /*widget*/)
{
    painter->fillRect(m_box, m_fill);
    painter->setFont(m_font);
    painter->setPen(m_ink);
    painter->drawText(m_box, Qt::AlignCenter, m_text);
}
}  // namespace ui
