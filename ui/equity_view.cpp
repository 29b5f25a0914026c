#include "ui/equity_view.h"

#include "ui/format.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui
{
namespace domain = core::domain;

namespace
{
constexpr double kTint = 0.16;  // Of the line's colour, between line and start.
constexpr double kMark = 4;
constexpr int kCurveGap = 8;
}  // namespace

EquityView::EquityView(QWidget* parent) : QWidget{parent}
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void EquityView::show(domain::EquityCurve curve)
{
    m_curve = std::move(curve);
    setAccessibleDescription(m_curve.points.empty()
                                 ? tr("No equity was recorded")
                                 : tr("From %1 to %2 won")
                                       .arg(groupedText(m_curve.points.front().equity.value()),
                                            groupedText(m_curve.points.back().equity.value())));
    update();
}

void EquityView::setTheme(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    setFont(font);
    update();
}

QString EquityView::textAt(int x) const
{
    const int index = nearest(x);
    if (index < 0) {
        return {};
    }
    const domain::CurvePoint& point = m_curve.points[static_cast<std::size_t>(index)];
    const QString equity = groupedText(point.equity.value());
    if (!m_curve.base) {
        return QStringLiteral("%1  %2").arg(minuteText(point.at), equity);
    }
    return QStringLiteral("%1  %2  %3")
        .arg(minuteText(point.at), equity, signedWonText(point.equity - *m_curve.base));
}

QRectF EquityView::plot() const
{
    const QFontMetrics metrics{font()};
    int label = 0;
    for (const domain::Won level : m_curve.levels) {
        label = std::max(label, metrics.horizontalAdvance(groupedText(level.value())));
    }
    return QRectF{rect()}.adjusted(kCurveGap, metrics.height(), -label - 2 * kCurveGap,
                                   -metrics.height() - 6);
}

QPointF EquityView::placeOf(domain::Timestamp at, domain::Won equity) const
{
    const QRectF area = plot();
    return {area.left() + area.width() * m_curve.across(at),
            area.bottom() - area.height() * m_curve.up(equity)};
}

int EquityView::nearest(int x) const
{
    const QRectF area = plot();
    if (m_curve.points.empty() || x < area.left() - kCurveGap || x > area.right() + kCurveGap) {
        return -1;
    }
    const auto after = std::find_if(m_curve.points.begin(), m_curve.points.end(),
                                    [this, x](const domain::CurvePoint& point) {
                                        return placeOf(point.at, point.equity).x() >= x;
                                    });
    if (after == m_curve.points.begin()) {
        return 0;
    }
    const auto before = after - 1;
    const bool later =
        after != m_curve.points.end()
        && placeOf(after->at, after->equity).x() - x < x - placeOf(before->at, before->equity).x();
    return static_cast<int>((later ? after : before) - m_curve.points.begin());
}

void EquityView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), m_theme.panel);
    painter.setFont(font());
    if (m_curve.points.empty()) {
        painter.setPen(m_theme.muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("No equity was recorded"));
        return;
    }
    paintGrid(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLine(painter);
    paintMarks(painter);
    paintPointer(painter);
}

void EquityView::paintGrid(QPainter& painter) const
{
    const QRectF area = plot();
    const int height = QFontMetrics{font()}.height();
    for (const domain::Won level : m_curve.levels) {
        const double y = std::round(placeOf(m_curve.from, level).y());
        painter.setPen(QPen{m_theme.line, 0});
        painter.drawLine(QPointF{area.left(), y}, QPointF{area.right(), y});
        painter.setPen(m_theme.muted);
        painter.drawText(QRectF{area.right() + kCurveGap, y - height,
                                width() - area.right() - 2 * kCurveGap, 2.0 * height},
                         Qt::AlignRight | Qt::AlignVCenter, groupedText(level.value()));
    }
    for (const domain::Timestamp hour : m_curve.hours) {
        const double x = std::round(placeOf(hour, m_curve.low).x());
        painter.setPen(QPen{m_theme.line, 0});
        painter.drawLine(QPointF{x, area.top()}, QPointF{x, area.bottom()});
        painter.setPen(m_theme.muted);
        // The first and the last label stay inside the view.
        const double half = 40;
        const double left = std::clamp(x - half, 0.0, std::max(0.0, width() - 2 * half));
        const Qt::AlignmentFlag side = x - half < 0 ? Qt::AlignLeft : Qt::AlignHCenter;
        painter.drawText(
            QRectF{x - half < 0 ? kCurveGap : left, area.bottom() + 3, 2 * half, 1.0 * height},
            static_cast<int>(side | Qt::AlignTop), minuteText(hour));
    }
    if (m_curve.base) {
        const double y = std::round(placeOf(m_curve.from, *m_curve.base).y());
        painter.setPen(QPen{m_theme.muted, 0, Qt::DashLine});
        painter.drawLine(QPointF{area.left(), y}, QPointF{area.right(), y});
    }
}

void EquityView::paintLine(QPainter& painter) const
{
    const domain::Won base = m_curve.base.value_or(m_curve.low);
    const double level = placeOf(m_curve.from, base).y();
    QPainterPath stroke;
    QPainterPath area;
    for (std::size_t i = 0; i < m_curve.points.size(); ++i) {
        const domain::CurvePoint& point = m_curve.points[i];
        const QPointF at = placeOf(point.at, point.equity);
        if (point.begins) {
            stroke.moveTo(at);
            area.moveTo(at.x(), level);
        } else {
            stroke.lineTo(at);
        }
        area.lineTo(at);
        if (i + 1 == m_curve.points.size() || m_curve.points[i + 1].begins) {
            area.lineTo(at.x(), level);
            area.closeSubpath();
        }
    }
    const auto half = [&](const QRectF& clip, const QColor& colour) {
        painter.setClipRect(clip);
        painter.fillPath(area, blend(colour, m_theme.panel, kTint));
        painter.strokePath(stroke, QPen{colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    };
    const double split = m_curve.base ? level : height();
    half({0.0, 0.0, 1.0 * width(), split}, m_curve.base ? m_theme.up : m_theme.text);
    half({0.0, split, 1.0 * width(), height() - split}, m_theme.down);
    painter.setClipping(false);
}

void EquityView::paintMarks(QPainter& painter) const
{
    painter.setPen(QPen{m_theme.panel, 0.6});
    for (const domain::CurveMark& mark : m_curve.marks) {
        const QPointF tip = placeOf(mark.at, mark.equity);
        const double down = mark.entry ? 1.7 * kMark : -1.7 * kMark;
        painter.setBrush(mark.entry ? m_theme.muted : m_theme.signColour(mark.sign));
        const std::array corners{tip, tip + QPointF{-kMark, down}, tip + QPointF{kMark, down}};
        painter.drawPolygon(corners.data(), static_cast<int>(corners.size()));
    }
}

void EquityView::paintPointer(QPainter& painter) const
{
    const int index = m_pointer < 0 ? -1 : nearest(m_pointer);
    if (index < 0) {
        return;
    }
    const domain::CurvePoint& point = m_curve.points[static_cast<std::size_t>(index)];
    const QPointF at = placeOf(point.at, point.equity);
    const QRectF area = plot();
    painter.setPen(QPen{m_theme.muted, 0});
    painter.drawLine(QPointF{at.x(), area.top()}, QPointF{at.x(), area.bottom()});
    painter.setBrush(m_theme.text);
    painter.drawEllipse(at, 2.5, 2.5);
    painter.setPen(m_theme.text);
    painter.drawText(QRectF{area.left(), 0, area.width(), area.top()},
                     Qt::AlignRight | Qt::AlignVCenter, textAt(m_pointer));
}

void EquityView::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position().toPoint().x();
    update();
}

void EquityView::leaveEvent(QEvent* event)
{
    m_pointer = -1;
    update();
    QWidget::leaveEvent(event);
}
}  // namespace ui

#include "moc_equity_view.cpp"
