#include "core/report/equity_picture.h"

#include "core/report/curve_painter.h"
#include "core/report/day_headline.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace core::report
{
namespace
{
constexpr std::size_t kFigures = 6;  // Of the headline; the rest is in the report.

void paintFigures(QPainter& painter, const QRectF& place, const std::vector<PageFigure>& figures,
                  const ReportLook& look, double unit)
{
    const std::size_t shown = std::min(kFigures, figures.size());
    const double width = place.width() / static_cast<double>(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const PageFigure& figure = figures[i];
        const QRectF box{place.left() + width * static_cast<double>(i), place.top(), width - unit,
                         place.height()};
        painter.setPen(look.muted);
        painter.setFont(reportFont(1.7 * unit));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignTop, figure.caption);
        painter.setPen(look.of(figure.tone));
        painter.setFont(reportFont(2.5 * unit, QFont::DemiBold));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, figure.value);
        painter.setPen(look.muted);
        painter.setFont(reportFont(1.5 * unit));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignBottom, figure.note);
    }
}
}  // namespace

QByteArray equityPicture(const domain::DayRecord& record, const domain::DaySummary& summary,
                         Language language, QSize size)
{
    const ReportLook look = ReportLook::dark();
    QImage image{size, QImage::Format_RGB32};
    image.fill(look.paper);
    const double unit = size.height() / 72.0;
    const QRectF inside =
        QRectF{QPointF{}, QSizeF{size}}.adjusted(3 * unit, 2 * unit, -3 * unit, -2 * unit);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setPen(look.text);
    painter.setFont(reportFont(2.8 * unit, QFont::DemiBold));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, text(Word::DailySummary, language));
    painter.setPen(look.muted);
    painter.setFont(reportFont(2 * unit));
    painter.drawText(inside, Qt::AlignRight | Qt::AlignTop, daySubtitle(record, language));
    paintFigures(painter, {inside.left(), inside.top() + 6 * unit, inside.width(), 9 * unit},
                 headlineFigures(summary, language), look, unit);
    painter.setPen(look.muted);
    painter.setFont(reportFont(1.6 * unit));
    painter.drawText(QRectF{inside.left(), inside.top() + 17 * unit, inside.width(), 3 * unit},
                     Qt::AlignRight | Qt::AlignTop, text(Word::MarksNote, language));
    paintCurve(painter, inside.adjusted(0, 20 * unit, 0, 0), domain::equityCurve(record, summary),
               look, 1.8 * unit, text(Word::NoSamples, language));
    painter.end();

    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}
}  // namespace core::report
