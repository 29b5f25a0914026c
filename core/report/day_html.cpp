#include "core/report/day_html.h"

#include "core/report/curve_svg.h"
#include "core/report/day_page.h"

namespace core::report
{
namespace
{
constexpr QStringView kStyle = uR"(
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px;max-width:1120px;color:#1b222c;background:#fff;
 font:14px/1.45 "Noto Sans CJK KR","Noto Sans KR","Malgun Gothic","Apple SD Gothic Neo",sans-serif;
 font-variant-numeric:tabular-nums}
header{display:flex;justify-content:space-between;align-items:baseline;gap:16px;
 border-bottom:2px solid #1b222c;padding-bottom:8px;margin-bottom:16px}
h1{font-size:24px;margin:0}
h2{font-size:16px;margin:28px 0 8px}
.muted,h2 span{color:#5a6778;font-weight:400;font-size:13px}
h2 span{margin-left:10px}
.figures{display:grid;grid-template-columns:repeat(4,1fr);gap:8px}
.figure{background:#f3f5f8;border-radius:6px;padding:10px 12px}
.figure b{display:block;font-size:19px;font-weight:600;white-space:nowrap}
.figure div{color:#5a6778;font-size:12px;min-height:17px}
table{border-collapse:collapse;width:100%;font-size:12.5px}
th{background:#f3f5f8;text-align:left;font-weight:600;white-space:nowrap}
th,td{padding:5px 8px;border-bottom:1px solid #d5dbe3;vertical-align:top;overflow-wrap:anywhere}
td.r{white-space:nowrap}
.r{text-align:right}
small{display:block;font-size:11.5px}
.up{color:#c62828}.down{color:#155fc4}.bad{color:#a84500}
svg{display:block;width:100%;height:auto}
svg text{font-size:11px;fill:#5a6778}
@page{size:A4;margin:12mm}
@media print{
 body{padding:0;max-width:none;font-size:10px}
 h1{font-size:18px}h2{font-size:12px;margin:16px 0 4px;break-after:avoid}
 .figure b{font-size:13px}.figure div{font-size:8.5px;min-height:12px}
 .figure{padding:6px 8px}
 table{font-size:8px}small{font-size:7.5px}th,td{padding:2px 4px}
 thead{display:table-header-group}tr,.figure,svg{break-inside:avoid}
 *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
@media (max-width:760px){.figures{grid-template-columns:repeat(2,1fr)}
 section{overflow-x:auto}}
)";

QString toneClass(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {};
    case Tone::Up:
        return QStringLiteral("up");
    case Tone::Down:
        return QStringLiteral("down");
    case Tone::Muted:
        return QStringLiteral("muted");
    case Tone::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

/// ` class="..."` of the names that are not empty.
QString classes(const QString& a, const QString& b = {})
{
    QStringList names{a, b};
    names.removeAll(QString{});
    return names.isEmpty() ? QString{} : QStringLiteral(" class=\"%1\"").arg(names.join(u' '));
}

/// Appends; the pieces are never put through arg(), since a name may hold "%1".
class Html
{
public:
    template <typename... Pieces>
    void add(const Pieces&... pieces)
    {
        (m_out.append(QStringView{pieces}), ...);
    }
    void figures(const std::vector<PageFigure>& figures)
    {
        add(u"<div class=\"figures\">\n");
        for (const PageFigure& figure : figures) {
            add(u"<div class=\"figure\"><div>", escaped(figure.caption), u"</div><b",
                classes(toneClass(figure.tone)), u">", escaped(figure.value), u"</b><div>",
                escaped(figure.note), u"</div></div>\n");
        }
        add(u"</div>\n");
    }
    void heading(const QString& title, const QString& note)
    {
        add(u"<h2>", escaped(title));
        if (!note.isEmpty()) {
            add(u"<span>", escaped(note), u"</span>");
        }
        add(u"</h2>\n");
    }
    void table(const PageTable& table)
    {
        add(u"<section>\n");
        heading(table.title, table.rows.empty() ? table.empty : table.note);
        if (table.rows.empty()) {
            add(u"</section>\n");
            return;
        }
        add(u"<table>\n<thead><tr>");
        for (const PageColumn& column : table.columns) {
            add(u"<th", classes(sideClass(column)), u">", escaped(column.title), u"</th>");
        }
        add(u"</tr></thead>\n<tbody>\n");
        for (const std::vector<PageCell>& row : table.rows) {
            add(u"<tr>");
            for (std::size_t i = 0; i < row.size(); ++i) {
                cell(row[i], table.columns[i]);
            }
            add(u"</tr>\n");
        }
        add(u"</tbody>\n</table>\n</section>\n");
    }

    [[nodiscard]] QByteArray bytes() const { return m_out.toUtf8(); }

private:
    [[nodiscard]] static QString sideClass(const PageColumn& column)
    {
        return column.align == Align::Right ? QStringLiteral("r") : QString{};
    }
    void cell(const PageCell& cell, const PageColumn& column)
    {
        add(u"<td", classes(sideClass(column), toneClass(cell.tone)), u">", escaped(cell.first));
        if (!cell.second.isEmpty()) {
            add(u"<small", classes(toneClass(cell.secondTone)), u">", escaped(cell.second),
                u"</small>");
        }
        add(u"</td>");
    }

    QString m_out;
};
}  // namespace

QString escaped(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar unit : text) {
        const bool control = unit.category() == QChar::Other_Control;
        // Embeddings, overrides and isolates turn the text after them around.
        const bool direction = (unit >= QChar{0x202A} && unit <= QChar{0x202E})
                               || (unit >= QChar{0x2066} && unit <= QChar{0x2069})
                               || unit == QChar{0x200E} || unit == QChar{0x200F};
        out += control ? QChar{u' '} : direction ? QChar{QChar::ReplacementCharacter} : unit;
    }
    return out.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;"));
}

QByteArray dayHtml(const domain::DayRecord& record, const domain::DaySummary& summary,
                   Language language)
{
    const DayPage page = dayPage(record, summary, language);
    Html html;
    html.add(u"<!DOCTYPE html>\n<html lang=\"", language == Language::Korean ? u"ko" : u"en",
             u"\">\n<head>\n<meta charset=\"utf-8\">\n"
             u"<meta http-equiv=\"Content-Security-Policy\" "
             u"content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
             u"<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
             escaped(page.title + u' ' + page.subtitle), u"</title>\n<style>", kStyle,
             u"</style>\n</head>\n<body>\n<header><h1>", escaped(page.title),
             u"</h1><div class=\"muted\">", escaped(page.subtitle), u"</div></header>\n");
    html.figures(page.headline);
    html.heading(page.curveTitle, page.hasCurve ? page.curveNote : page.curveEmpty);
    if (page.hasCurve) {
        html.add(curveSvg(domain::equityCurve(record, summary), ReportLook::light()));
    }
    for (const PageTable& table : page.tables) {
        html.table(table);
    }
    html.add(u"</body>\n</html>\n");
    return html.bytes();
}
}  // namespace core::report
