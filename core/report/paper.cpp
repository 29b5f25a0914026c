#include "core/report/paper.h"

#include <QFontMetricsF>
#include <QStringList>
#include <QTextLayout>

namespace core::report
{
QRectF paperSheet()
{
    return {0, 0, 210 * kMillimetre, 297 * kMillimetre};
}

QRectF paperInside()
{
    return paperSheet().adjusted(12 * kMillimetre, 12 * kMillimetre, -12 * kMillimetre,
                                 -16 * kMillimetre);
}

QFont paperFont(double points, bool bold)
{
    return reportFont(points * kPoint, bold ? QFont::DemiBold : QFont::Normal);
}

double textWidth(const QString& text, double points, bool bold)
{
    return QFontMetricsF{paperFont(points, bold)}.horizontalAdvance(text);
}

double lineHeight(double points)
{
    constexpr double kLeading = 1.38;
    return points * kPoint * kLeading;
}

QStringList wrapped(const QString& text, double width, double points, bool bold, int linesMax)
{
    const QFont font = paperFont(points, bold);
    const QFontMetricsF metrics{font};
    if (metrics.horizontalAdvance(text) <= width) {
        return {text};
    }
    QTextLayout layout{text, font};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (;;) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        const QString rest = text.mid(line.textStart());
        if (lines.size() + 1 == linesMax) {
            lines.push_back(metrics.elidedText(rest, Qt::ElideRight, width));
            break;
        }
        lines.push_back(rest.left(line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}
}  // namespace core::report
