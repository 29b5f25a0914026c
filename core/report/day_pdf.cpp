#include "core/report/day_pdf.h"

#include "core/report/curve_painter.h"
#include "core/report/day_page.h"
#include "core/report/paper_layout.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace core::report
{
namespace
{
constexpr double kCurvePoints = 7;

void paint(QPainter& painter, const PaperPage& page, const domain::EquityCurve& curve,
           const DayPage& day)
{
    const ReportLook look = ReportLook::light();
    for (const PaperBox& box : page.boxes) {
        painter.fillRect(box.place, box.rule ? look.line : look.panel);
    }
    if (page.curve) {
        paintCurve(painter, *page.curve, curve, look, kCurvePoints * kPoint, day.curveEmpty);
    }
    for (const PaperText& text : page.texts) {
        painter.setFont(paperFont(text.points, text.bold));
        painter.setPen(look.of(text.tone));
        const Qt::Alignment side = text.align == Align::Right ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(text.place,
                         static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine
                             | Qt::TextDontClip,
                         text.text);
    }
}
}  // namespace

QByteArray dayPdf(const domain::DayRecord& record, const domain::DaySummary& summary,
                  Language language)
{
    const DayPage day = dayPage(record, summary, language);
    const domain::EquityCurve curve = domain::equityCurve(record, summary);
    const std::vector<PaperPage> pages = paperPages(day, language);

    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer{&buffer};
    writer.setTitle(day.title + u' ' + day.subtitle);
    writer.setCreator(QStringLiteral("KIS Scalper"));
    writer.setResolution(static_cast<int>(kPaperDpi));
    writer.setPageSize(QPageSize{QPageSize::A4});
    writer.setPageMargins(QMarginsF{});
    QPainter painter{&writer};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0) {
            writer.newPage();
        }
        paint(painter, pages[i], curve, day);
    }
    painter.end();
    return bytes;
}
}  // namespace core::report
