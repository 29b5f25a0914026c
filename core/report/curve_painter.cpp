#include "core/report/curve_painter.h"

#include "core/report/figure_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace core::report
{
namespace
{
constexpr double kTint = 0.16;  // Of the line's colour, for the area to the start equity.

class CurvePainter
{
public:
    CurvePainter(QPainter& painter, const QRectF& place, const domain::EquityCurve& curve,
                 const ReportLook& look, double fontPixels)
        : m_painter{painter},
          m_curve{curve},
          m_look{look},
          m_font{reportFont(fontPixels)},
          m_unit{fontPixels / 10}
    {
        const QFontMetricsF metrics{m_font, painter.device()};
        double label = 0;
        for (const domain::Won level : curve.levels) {
            label = std::max(label, metrics.horizontalAdvance(groupedText(level.value())));
        }
        m_lineHeight = metrics.height();
        m_plot =
            place.adjusted(label + 8 * m_unit, m_lineHeight / 2, -8 * m_unit, -m_lineHeight * 1.4);
    }

    void paint()
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setFont(m_font);
        grid();
        line();
        marks();
        m_painter.restore();
    }

private:
    [[nodiscard]] double x(domain::Timestamp at) const
    {
        return m_plot.left() + m_plot.width() * m_curve.across(at);
    }
    [[nodiscard]] double y(domain::Won equity) const
    {
        return m_plot.bottom() - m_plot.height() * m_curve.up(equity);
    }

    void grid()
    {
        m_painter.setPen(QPen{m_look.line, 0.7 * m_unit});
        for (const domain::Won level : m_curve.levels) {
            m_painter.drawLine(QPointF{m_plot.left(), y(level)}, QPointF{m_plot.right(), y(level)});
        }
        for (const domain::Timestamp hour : m_curve.hours) {
            m_painter.drawLine(QPointF{x(hour), m_plot.top()}, QPointF{x(hour), m_plot.bottom()});
        }
        if (m_curve.base) {
            m_painter.setPen(QPen{m_look.muted, 0.9 * m_unit, Qt::DashLine});
            m_painter.drawLine(QPointF{m_plot.left(), y(*m_curve.base)},
                               QPointF{m_plot.right(), y(*m_curve.base)});
        }
        m_painter.setPen(m_look.muted);
        for (const domain::Won level : m_curve.levels) {
            const QRectF box{m_plot.left() - 500 * m_unit, y(level) - m_lineHeight / 2,
                             494 * m_unit, m_lineHeight};
            m_painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, groupedText(level.value()));
        }
        for (const domain::Timestamp hour : m_curve.hours) {
            const QRectF box{x(hour) - 50 * m_unit, m_plot.bottom() + m_lineHeight * 0.2,
                             100 * m_unit, m_lineHeight};
            m_painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop, clockText(hour).left(5));
        }
    }

    void line()
    {
        const domain::Won base = m_curve.base.value_or(m_curve.low);
        QPainterPath stroke;
        QPainterPath area;
        for (std::size_t i = 0; i < m_curve.points.size(); ++i) {
            const domain::CurvePoint& point = m_curve.points[i];
            const QPointF at{x(point.at), y(point.equity)};
            if (point.begins) {
                stroke.moveTo(at);
                area.moveTo(at.x(), y(base));
            } else {
                stroke.lineTo(at);
            }
            area.lineTo(at);
            const bool ends = i + 1 == m_curve.points.size() || m_curve.points[i + 1].begins;
            if (ends) {
                area.lineTo(at.x(), y(base));
                area.closeSubpath();
            }
        }
        const double split = m_curve.base ? y(base) : m_plot.bottom();
        half(stroke, area,
             {m_plot.left(), m_plot.top() - 50 * m_unit, m_plot.width(),
              split - m_plot.top() + 50 * m_unit},
             m_curve.base ? m_look.up : m_look.text);
        half(stroke, area,
             {m_plot.left(), split, m_plot.width(), m_plot.bottom() - split + 50 * m_unit},
             m_curve.base ? m_look.down : m_look.text);
    }

    void half(const QPainterPath& stroke, const QPainterPath& area, const QRectF& clip,
              const QColor& colour)
    {
        m_painter.save();
        m_painter.setClipRect(clip);
        m_painter.fillPath(area, tint(colour));
        m_painter.strokePath(
            stroke, QPen{colour, 1.6 * m_unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        m_painter.restore();
    }

    /// Opaque: transparency makes a PDF that some printers rasterise.
    [[nodiscard]] QColor tint(const QColor& colour) const
    {
        const auto mix = [](int over, int under) {
            return static_cast<int>(over * kTint + under * (1 - kTint));
        };
        return {mix(colour.red(), m_look.paper.red()), mix(colour.green(), m_look.paper.green()),
                mix(colour.blue(), m_look.paper.blue())};
    }

    void marks()
    {
        const double size = 4.2 * m_unit;
        m_painter.setPen(QPen{m_look.paper, 0.6 * m_unit});
        for (const domain::CurveMark& mark : m_curve.marks) {
            const QPointF tip{x(mark.at), y(mark.equity)};
            const double down = mark.entry ? size * 1.7 : -size * 1.7;
            m_painter.setBrush(mark.entry ? m_look.muted : signColour(mark.sign));
            const QPointF corners[] = {tip, tip + QPointF{-size, down}, tip + QPointF{size, down}};
            m_painter.drawPolygon(corners, 3);
        }
    }
    [[nodiscard]] QColor signColour(int sign) const
    {
        return sign == 0 ? m_look.text : (sign > 0 ? m_look.up : m_look.down);
    }

    QPainter& m_painter;
    const domain::EquityCurve& m_curve;
    const ReportLook& m_look;
    QFont m_font;
    double m_unit;  ///< A tenth of the font.
    double m_lineHeight = 0;
    QRectF m_plot;
};
}  // namespace

void paintCurve(QPainter& painter, const QRectF& place, const domain::EquityCurve& curve,
                const ReportLook& look, double fontPixels, const QString& empty)
{
    if (curve.points.empty()) {
        painter.setFont(reportFont(fontPixels));
        painter.setPen(look.muted);
        painter.drawText(place, Qt::AlignCenter, empty);
        return;
    }
    CurvePainter{painter, place, curve, look, fontPixels}.paint();
}
}  // namespace core::report
