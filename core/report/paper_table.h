#pragma once

#include "core/report/day_page.h"

#include <vector>

namespace core::report
{
/// How a table fits across the page.
struct PaperColumns
{
    double points = 7.5;           ///< Of the first line of a cell; the second is a point less.
    std::vector<double> widths{};  ///< As wide as the page together.
};

inline constexpr double kCellPadding = 4.5;  ///< Points to the left and right of a cell's text.

/// Figures are never cut: their columns are as wide as their widest text and the columns of words
/// share what is left; where that is too little, the whole table is written smaller.
[[nodiscard]] PaperColumns fitColumns(const PageTable& table, double width);
}  // namespace core::report
