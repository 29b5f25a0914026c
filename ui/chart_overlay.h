#pragma once

#include "ui/chart_scale.h"
#include "ui/theme.h"

#include <QFont>
#include <QGraphicsItem>

#include <vector>

namespace ui
{
/// A named price: a limit or a static-VI price, labelled inside the plot above its line.
struct PriceMark
{
    core::domain::Price price;
    QString text;
    QColor colour;

    friend bool operator==(const PriceMark&, const PriceMark&) = default;
};

/// Labels of both axes and of marked prices, and the time grid. The QChart draws the price grid
/// and the lines; its own axis labels neither group digits nor know missing minutes.
class AxisItem final : public QGraphicsItem
{
public:
    void setTheme(const Theme& theme, const QFont& font);
    /// `size` is the whole chart's, plot and margins.
    void set(const QSize& size, const ChartScale& scale, std::vector<TimeTick> ticks,
             std::int64_t priceStep);
    void setMarks(std::vector<PriceMark> marks);
    /// Where the last price's tag lies: labels under it would show half and are left out. Repaints
    /// the axis strip only.
    void setCovered(const QRect& covered);

    [[nodiscard]] const std::vector<TimeTick>& ticks() const { return m_ticks; }
    [[nodiscard]] const std::vector<PriceMark>& marks() const { return m_marks; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintPrices(QPainter& painter) const;
    void paintTimes(QPainter& painter) const;

    QSize m_size;
    ChartScale m_scale;
    std::vector<TimeTick> m_ticks;
    std::vector<PriceMark> m_marks;
    std::int64_t m_priceStep = 1;
    QRect m_covered;
    Theme m_theme;
    QFont m_font;
};

/// A filled label on an axis: the last price, or where the cross-hair is. Small on purpose: moving
/// it repaints only its own rectangle.
class TagItem final : public QGraphicsItem
{
public:
    void setFont(const QFont& font);
    /// Text centred in `box` (scene coordinates).
    void set(const QRect& box, const QString& text, const QColor& fill, const QColor& ink);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QRectF boundingRect() const override { return m_box; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QRect m_box;
    QString m_text;
    QColor m_fill;
    QColor m_ink;
    QFont m_font;
};
}  // namespace ui
