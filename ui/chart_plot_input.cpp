// A part of ChartPlot: what the trader's hand does to it, and painting hooks.
#include "ui/chart_plot.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace ui
{
void ChartPlot::paintEvent(QPaintEvent* event)
{
    // The scene hands items one bounding rectangle; the candles want to know what really is dirty.
    m_candles->setExposed(event->region());
    QGraphicsView::paintEvent(event);
    m_candles->setExposed({});
}

void ChartPlot::drawForeground(QPainter* painter, const QRectF& /*rect*/)
{
    if (m_message.isEmpty()) {
        return;
    }
    painter->setPen(m_theme.muted);
    painter->setFont(font());
    painter->drawText(sceneRect(), Qt::AlignCenter, m_message);
}

void ChartPlot::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    relayout();
    chooseVisible();
    if (m_follow) {
        goToEnd();
    }
}

void ChartPlot::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0.0) {
        zoomAt(static_cast<int>(std::lround(event->position().x())), std::pow(0.85, notches));
    }
    event->accept();
}

void ChartPlot::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_dragFrom = event->position().toPoint();
    m_dragFirst = m_scale.first;
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position().toPoint();
    if (m_dragFrom) {
        const int moved = m_pointer->x() - m_dragFrom->x();
        const double target = m_dragFirst - moved / m_scale.slotWidth();
        if (std::abs(moved) > 2) {
            pan(target - m_scale.first);
        }
    }
    updateCrosshair();
    Q_EMIT readingChanged();
}

void ChartPlot::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragFrom.reset();
        viewport()->setCursor(Qt::CrossCursor);
        updateCrosshair();
    }
}

void ChartPlot::mouseDoubleClickEvent(QMouseEvent* /*event*/)
{
    goToEnd();
}

void ChartPlot::leaveEvent(QEvent* event)
{
    m_pointer.reset();
    updateCrosshair();
    Q_EMIT readingChanged();
    QGraphicsView::leaveEvent(event);
}

void ChartPlot::keyPressEvent(QKeyEvent* event)
{
    const double stride = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        pan(-stride);
        return;
    case Qt::Key_Right:
        pan(stride);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAt(m_scale.plot.right(), 0.85);
        return;
    case Qt::Key_Minus:
        zoomAt(m_scale.plot.right(), 1.0 / 0.85);
        return;
    case Qt::Key_Home:
        goToStart();
        return;
    case Qt::Key_End:
        goToEnd();
        return;
    default:
        event->ignore();  // The panel and the window have keys of their own.
    }
}
}  // namespace ui
