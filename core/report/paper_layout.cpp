#include "core/report/paper_layout.h"

#include "core/report/paper_table.h"

#include <algorithm>
#include <utility>

namespace core::report
{
namespace
{
constexpr double kTitlePoints = 19;
constexpr double kHeadingPoints = 10.5;
constexpr double kSmallPoints = 7.5;
constexpr double kRule = 0.5 * kPoint;
constexpr int kFiguresAcross = 4;
constexpr int kWordLinesMax = 4;
constexpr int kTitleLinesMax = 3;
constexpr std::size_t kRowsTogether = 2;  // A heading never stands alone at the foot of a page.

/// A row as it will stand: lines of each cell and its height.
struct PaperRow
{
    struct Line
    {
        QString text;
        double points = kSmallPoints;
        bool bold = false;
        Tone tone = Tone::Plain;
    };
    std::vector<std::vector<Line>> cells{};
    double height = 0;
};

class Writer
{
public:
    Writer(const DayPage& page, Language language) : m_page{page}, m_language{language}
    {
        turnPage();
    }

    std::vector<PaperPage> write()
    {
        title();
        figures();
        curve();
        for (const PageTable& table : m_page.tables) {
            write(table);
        }
        foot();
        return std::move(m_pages);
    }

private:
    [[nodiscard]] PaperPage& sheet() { return m_pages.back(); }
    [[nodiscard]] double left() const { return m_inside.left(); }
    [[nodiscard]] double width() const { return m_inside.width(); }
    [[nodiscard]] double room() const { return m_inside.bottom() - m_y; }

    void turnPage()
    {
        m_pages.emplace_back();
        m_y = m_inside.top();
    }
    void say(const QRectF& place, const QString& text, double points, bool bold = false,
             Align align = Align::Left, Tone tone = Tone::Plain)
    {
        if (!text.isEmpty()) {
            sheet().texts.push_back({.place = place,
                                     .text = text,
                                     .points = points,
                                     .bold = bold,
                                     .align = align,
                                     .tone = tone});
        }
    }

    void title()
    {
        const double height = lineHeight(kTitlePoints);
        say({left(), m_y, width(), height}, m_page.title, kTitlePoints, true);
        say({left(), m_y, width(), height}, m_page.subtitle, kHeadingPoints, false, Align::Right,
            Tone::Muted);
        m_y += height;
        sheet().boxes.push_back({.place = {left(), m_y, width(), 2 * kRule}, .rule = true});
        m_y += 4 * kMillimetre;
    }

    void figures()
    {
        const double gap = 2 * kMillimetre;
        const double boxWidth = (width() - gap * (kFiguresAcross - 1)) / kFiguresAcross;
        constexpr double kValuePoints = 12.5;
        const double pad = 2.2 * kMillimetre;
        const double height =
            2 * lineHeight(kSmallPoints) + lineHeight(kValuePoints) + 2 * pad * 0.7;
        int column = 0;
        for (const PageFigure& figure : m_page.headline) {
            const QRectF box{left() + column * (boxWidth + gap), m_y, boxWidth, height};
            const double inner = boxWidth - 2 * pad;
            double y = m_y + pad * 0.7;
            sheet().boxes.push_back({.place = box, .rule = false});
            say({box.left() + pad, y, inner, lineHeight(kSmallPoints)}, figure.caption,
                kSmallPoints, false, Align::Left, Tone::Muted);
            y += lineHeight(kSmallPoints);
            say({box.left() + pad, y, inner, lineHeight(kValuePoints)}, figure.value,
                fitting(figure.value, inner, kValuePoints), true, Align::Left, figure.tone);
            y += lineHeight(kValuePoints);
            say({box.left() + pad, y, inner, lineHeight(kSmallPoints)}, figure.note,
                fitting(figure.note, inner, kSmallPoints), false, Align::Left, Tone::Muted);
            if (++column == kFiguresAcross) {
                column = 0;
                m_y += height + gap;
            }
        }
        m_y += column == 0 ? 0 : height + gap;
    }
    /// The largest size up to `points` at which the text fits; a figure is never cut.
    [[nodiscard]] static double fitting(const QString& text, double width, double points)
    {
        const double wide = textWidth(text, points, true);
        return wide <= width ? points : points * width / wide;
    }

    void heading(const QString& text, const QString& note)
    {
        const double height = lineHeight(kHeadingPoints);
        say({left(), m_y, width(), height}, text, kHeadingPoints, true);
        say({left(), m_y, width(), height}, note, kSmallPoints, false, Align::Right, Tone::Muted);
        m_y += height + 0.8 * kMillimetre;
    }

    void curve()
    {
        m_y += 3 * kMillimetre;
        heading(m_page.curveTitle, m_page.hasCurve ? m_page.curveNote : m_page.curveEmpty);
        if (!m_page.hasCurve) {
            return;
        }
        const double height = 66 * kMillimetre;
        sheet().curve = QRectF{left(), m_y, width(), height};
        m_y += height;
    }

    void write(const PageTable& table)
    {
        const double headingHeight = lineHeight(kHeadingPoints) + 0.8 * kMillimetre;
        m_y += 4 * kMillimetre;
        if (table.rows.empty()) {
            if (room() < headingHeight) {
                turnPage();
            }
            heading(table.title, table.empty);
            return;
        }
        const PaperColumns columns = fitColumns(table, width());
        const PaperRow header = headerRow(table, columns);
        std::vector<PaperRow> rows;
        rows.reserve(table.rows.size());
        for (const std::vector<PageCell>& row : table.rows) {
            rows.push_back(bodyRow(table, columns, row));
        }
        double start = headingHeight + header.height;
        for (std::size_t i = 0; i < std::min(kRowsTogether, rows.size()); ++i) {
            start += rows[i].height;
        }
        if (room() < start) {
            turnPage();
        }
        heading(table.title, table.note);
        put(table, columns, header, true);
        for (const PaperRow& row : rows) {
            if (room() < row.height) {
                turnPage();
                put(table, columns, header, true);
            }
            put(table, columns, row, false);
        }
    }

    [[nodiscard]] static double padding(const PaperColumns& columns)
    {
        return kCellPadding * kPoint * columns.points / kSmallPoints;
    }
    [[nodiscard]] static double heightOf(const PaperRow& row)
    {
        double height = 0;
        for (const std::vector<PaperRow::Line>& lines : row.cells) {
            double sum = 0;
            for (const PaperRow::Line& line : lines) {
                sum += lineHeight(line.points);
            }
            height = std::max(height, sum);
        }
        return height + 1.6 * kMillimetre;
    }
    [[nodiscard]] static PaperRow headerRow(const PageTable& table, const PaperColumns& columns)
    {
        PaperRow row;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const double inner = columns.widths[i] - 2 * padding(columns);
            row.cells.emplace_back();
            for (const QString& line :
                 wrapped(table.columns[i].title, inner, columns.points, true, kTitleLinesMax)) {
                row.cells.back().push_back(
                    {.text = line, .points = columns.points, .bold = true, .tone = Tone::Plain});
            }
        }
        row.height = heightOf(row);
        return row;
    }
    [[nodiscard]] static PaperRow bodyRow(const PageTable& table, const PaperColumns& columns,
                                          const std::vector<PageCell>& cells)
    {
        PaperRow row;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const PageCell& cell = cells[i];
            const double inner = columns.widths[i] - 2 * padding(columns);
            const int linesMax = table.columns[i].align == Align::Right ? 1 : kWordLinesMax;
            std::vector<PaperRow::Line>& lines = row.cells.emplace_back();
            for (const QString& line :
                 wrapped(cell.first, inner, columns.points, false, linesMax)) {
                lines.push_back({.text = line, .points = columns.points, .tone = cell.tone});
            }
            if (cell.second.isEmpty()) {
                continue;
            }
            for (const QString& line :
                 wrapped(cell.second, inner, columns.points - 1, false, linesMax)) {
                lines.push_back(
                    {.text = line, .points = columns.points - 1, .tone = cell.secondTone});
            }
        }
        row.height = heightOf(row);
        return row;
    }

    void put(const PageTable& table, const PaperColumns& columns, const PaperRow& row, bool header)
    {
        if (header) {
            sheet().boxes.push_back({.place = {left(), m_y, width(), row.height}, .rule = false});
        }
        double x = left();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            double y = m_y + 0.8 * kMillimetre;
            for (const PaperRow::Line& line : row.cells[i]) {
                const QRectF place{x + padding(columns), y,
                                   columns.widths[i] - 2 * padding(columns),
                                   lineHeight(line.points)};
                say(place, line.text, line.points, line.bold, table.columns[i].align, line.tone);
                y += lineHeight(line.points);
            }
            x += columns.widths[i];
        }
        m_y += row.height;
        sheet().boxes.push_back({.place = {left(), m_y - kRule, width(), kRule}, .rule = true});
    }

    void foot()
    {
        const QString pages = QString::number(m_pages.size());
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            const QRectF place{left(), m_inside.bottom() + 3 * kMillimetre, width(),
                               lineHeight(kSmallPoints)};
            const auto add = [this, i, &place](const QString& text, Align align) {
                m_pages[i].texts.push_back({.place = place,
                                            .text = text,
                                            .points = kSmallPoints,
                                            .align = align,
                                            .tone = Tone::Muted});
            };
            add(m_page.title + u' ' + m_page.subtitle, Align::Left);
            add(text(Word::Page, m_language).arg(QString::number(i + 1), pages), Align::Right);
        }
    }

    const DayPage& m_page;
    Language m_language;
    QRectF m_inside = paperInside();
    std::vector<PaperPage> m_pages;
    double m_y = 0;
};
}  // namespace

std::vector<PaperPage> paperPages(const DayPage& page, Language language)
{
    return Writer{page, language}.write();
}
}  // namespace core::report
