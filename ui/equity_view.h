#pragma once

#include "core/domain/equity_curve.h"
#include "ui/theme.h"

#include <QWidget>

namespace ui
{
/// The equity of a day: red above the start and blue below it, ▲ where a trade began and ▼ where
/// it ended. Under the pointer, time and equity.
class EquityView final : public QWidget
{
    Q_OBJECT

public:
    explicit EquityView(QWidget* parent);

    void show(core::domain::EquityCurve curve);
    void setTheme(const Theme& theme, const QFont& font);
    /// Time and equity at a place, as shown under the pointer; empty beside the line.
    [[nodiscard]] QString textAt(int x) const;

    [[nodiscard]] QSize sizeHint() const override { return {700, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF placeOf(core::domain::Timestamp at, core::domain::Won equity) const;
    /// Index of the point nearest to `x`; -1 without points.
    [[nodiscard]] int nearest(int x) const;
    void paintGrid(QPainter& painter) const;
    void paintLine(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintPointer(QPainter& painter) const;

    core::domain::EquityCurve m_curve;
    Theme m_theme;
    int m_pointer = -1;  // x; -1 = not over the view.
};
}  // namespace ui
