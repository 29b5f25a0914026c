#include "core/report/curve_svg.h"

#include "core/report/figure_text.h"

namespace core::report
{
namespace
{
constexpr double kWidth = 1070;
constexpr double kHeight = 320;
constexpr double kLeft = 92;
constexpr double kRight = 1050;
constexpr double kTop = 12;
constexpr double kBottom = 290;
constexpr double kMark = 5;

/// One decimal, always with a point.
QString number(double value)
{
    return QString::number(value, 'f', 1);
}

class Svg
{
public:
    Svg(const domain::EquityCurve& curve, const ReportLook& look) : m_curve{curve}, m_look{look} {}

    [[nodiscard]] QString draw()
    {
        m_out = QStringLiteral("<svg viewBox=\"0 0 %1 %2\" role=\"img\">\n")
                    .arg(number(kWidth), number(kHeight));
        grid();
        line();
        marks();
        m_out += QStringLiteral("</svg>\n");
        return m_out;
    }

private:
    [[nodiscard]] double x(domain::Timestamp at) const
    {
        return kLeft + (kRight - kLeft) * m_curve.across(at);
    }
    [[nodiscard]] double y(domain::Won equity) const
    {
        return kBottom - (kBottom - kTop) * m_curve.up(equity);
    }

    void rule(double x1, double y1, double x2, double y2, const QColor& colour,
              const QString& more = {})
    {
        m_out += QStringLiteral("<path d=\"M%1 %2L%3 %4\" stroke=\"%5\"%6/>\n")
                     .arg(number(x1), number(y1), number(x2), number(y2), colour.name(), more);
    }
    void label(double atX, double atY, const QString& anchor, const QString& text)
    {
        m_out += QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
                     .arg(number(atX), number(atY), anchor, text);
    }

    void grid()
    {
        for (const domain::Won level : m_curve.levels) {
            rule(kLeft, y(level), kRight, y(level), m_look.line);
            label(kLeft - 8, y(level) + 4, QStringLiteral("end"), groupedText(level.value()));
        }
        for (const domain::Timestamp hour : m_curve.hours) {
            rule(x(hour), kTop, x(hour), kBottom, m_look.line);
            label(x(hour), kBottom + 18, QStringLiteral("middle"), clockText(hour).left(5));
        }
        if (m_curve.base) {
            rule(kLeft, y(*m_curve.base), kRight, y(*m_curve.base), m_look.muted,
                 QStringLiteral(" stroke-dasharray=\"4 4\""));
        }
    }

    /// Line and area once, shown twice: above the start equity in one colour, below in the other.
    void line()
    {
        const domain::Won base = m_curve.base.value_or(m_curve.low);
        QString stroke;
        QString area;
        for (std::size_t i = 0; i < m_curve.points.size(); ++i) {
            const domain::CurvePoint& point = m_curve.points[i];
            const QString at = number(x(point.at)) + u' ' + number(y(point.equity));
            stroke += QChar{point.begins ? u'M' : u'L'} + at;
            if (point.begins) {
                area += u'M' + number(x(point.at)) + u' ' + number(y(base));
            }
            area += u'L' + at;
            if (i + 1 == m_curve.points.size() || m_curve.points[i + 1].begins) {
                area += u'L' + number(x(point.at)) + u' ' + number(y(base)) + u'Z';
            }
        }
        const double split = m_curve.base ? y(base) : kBottom;
        half(QStringLiteral("above"), 0, split, m_curve.base ? m_look.up : m_look.text, stroke,
             area);
        half(QStringLiteral("below"), split, kHeight, m_look.down, stroke, area);
    }
    void half(const QString& name, double top, double bottom, const QColor& colour,
              const QString& stroke, const QString& area)
    {
        m_out += QStringLiteral("<clipPath id=\"%1\"><rect x=\"0\" y=\"%2\" width=\"%3\" "
                                "height=\"%4\"/></clipPath>\n<g clip-path=\"url(#%1)\">")
                     .arg(name, number(top), number(kWidth), number(bottom - top));
        m_out += QStringLiteral("<path fill=\"%1\" fill-opacity=\"0.16\" d=\"").arg(colour.name())
                 + area
                 + QStringLiteral(
                       "\"/><path fill=\"none\" stroke-width=\"1.8\" "
                       "stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke=\"%1\" d=\"")
                       .arg(colour.name())
                 + stroke + QStringLiteral("\"/></g>\n");
    }

    void marks()
    {
        for (const domain::CurveMark& mark : m_curve.marks) {
            const double tipX = x(mark.at);
            const double tipY = y(mark.equity);
            const double edge = tipY + (mark.entry ? kMark * 1.7 : -kMark * 1.7);
            m_out += QStringLiteral("<path class=\"%1\" fill=\"%2\" stroke=\"#fff\" "
                                    "stroke-width=\"0.7\" d=\"M%3 %4L%5 %6L%7 %6Z\"/>\n")
                         .arg(mark.entry ? QStringLiteral("entry") : QStringLiteral("exit"),
                              colourOf(mark).name(), number(tipX), number(tipY),
                              number(tipX - kMark), number(edge), number(tipX + kMark));
        }
    }
    [[nodiscard]] QColor colourOf(const domain::CurveMark& mark) const
    {
        if (mark.entry) {
            return m_look.muted;
        }
        return mark.sign == 0 ? m_look.text : (mark.sign > 0 ? m_look.up : m_look.down);
    }

    const domain::EquityCurve& m_curve;
    const ReportLook& m_look;
    QString m_out;
};
}  // namespace

QString curveSvg(const domain::EquityCurve& curve, const ReportLook& look)
{
    return Svg{curve, look}.draw();
}
}  // namespace core::report
