#include "core/report/paper_table.h"

#include "core/report/paper.h"

#include <algorithm>
#include <numeric>

namespace core::report
{
namespace
{
constexpr double kPointsMax = 7.5;
constexpr double kPointsMin = 4.5;
constexpr double kPointsStep = 0.5;
/// A column of words this narrow (a time, a code) is not broken either.
constexpr double kNarrow = 15 * kMillimetre;
/// What a column of words may be pressed to before the table is written smaller.
constexpr double kWordsMin = 17 * kMillimetre;

double longestWord(const QString& title)
{
    double width = 0;
    for (const QString& word : title.split(u' ')) {
        width = std::max(width, textWidth(word, kPointsMax, true));
    }
    return width;
}

/// Widest text of each column at the largest size.
std::vector<double> naturalWidths(const PageTable& table)
{
    std::vector<double> widths;
    for (const PageColumn& column : table.columns) {
        widths.push_back(longestWord(column.title));
    }
    for (const std::vector<PageCell>& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max({widths[i], textWidth(row[i].first, kPointsMax, false),
                                  textWidth(row[i].second, kPointsMax - 1, false)});
        }
    }
    return widths;
}
}  // namespace

PaperColumns fitColumns(const PageTable& table, double width)
{
    const std::vector<double> natural = naturalWidths(table);
    const std::size_t count = table.columns.size();
    PaperColumns out;
    for (out.points = kPointsMax;; out.points -= kPointsStep) {
        const double scale = out.points / kPointsMax;
        const double padding = 2 * kCellPadding * kPoint * scale;
        out.widths.assign(count, 0);
        std::vector<std::size_t> words;
        double rest = width;
        double wanted = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const double full =
                natural[i] * scale + padding + kPoint / 4;  // Glyphs are whole pixels.
            out.widths[i] = full;
            if (table.columns[i].align == Align::Left && full > kNarrow) {
                words.push_back(i);
                wanted += full;
            } else {
                rest -= full;
            }
        }
        if (wanted > rest && !words.empty()) {
            // Each gives up in proportion to what it has above the least.
            const double least = kWordsMin * static_cast<double>(words.size());
            if (rest < least && out.points > kPointsMin) {
                continue;
            }
            const double above = std::max(wanted - least, 1.0);
            for (const std::size_t i : words) {
                const double share = std::max(out.widths[i] - kWordsMin, 0.0) / above;
                out.widths[i] = std::max(kWordsMin + share * (rest - least), 1.0);
            }
        }
        const double sum = std::accumulate(out.widths.begin(), out.widths.end(), 0.0);
        if (sum <= width + 1 || out.points <= kPointsMin) {
            const double spare = std::max(width - sum, 0.0);
            int weights = 0;
            for (const PageColumn& column : table.columns) {
                weights += column.weight;
            }
            for (std::size_t i = 0; i < count; ++i) {
                out.widths[i] += spare * table.columns[i].weight / weights;
            }
            return out;
        }
    }
}
}  // namespace core::report
