#pragma once

#include "core/domain/day_summary.h"
#include "core/report/report_words.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace core::report
{
/// Colour of a text; never the only cue, the text itself carries sign and mark.
enum class Tone : std::uint8_t
{
    Plain,
    Up,
    Down,
    Muted,
    Bad,
};
enum class Align : std::uint8_t
{
    Left,
    Right,
};

/// A cell of one or two lines.
struct PageCell
{
    QString first{};
    QString second{};
    Tone tone = Tone::Plain;
    Tone secondTone = Tone::Muted;

    friend bool operator==(const PageCell&, const PageCell&) = default;
};
struct PageColumn
{
    QString title{};
    Align align = Align::Left;
    int weight = 1;  ///< Of the width, against the other columns.

    friend bool operator==(const PageColumn&, const PageColumn&) = default;
};
struct PageTable
{
    QString title{};
    QString note{};
    std::vector<PageColumn> columns{};
    std::vector<std::vector<PageCell>> rows{};  ///< Each as long as `columns`.
    QString empty{};                            ///< Instead of rows.

    friend bool operator==(const PageTable&, const PageTable&) = default;
};
/// A headline figure.
struct PageFigure
{
    QString caption{};
    QString value{};
    QString note{};
    Tone tone = Tone::Plain;

    friend bool operator==(const PageFigure&, const PageFigure&) = default;
};

/// What the HTML and the PDF of a day say, in words and without a look: one content, two looks.
struct DayPage
{
    QString title{};
    QString subtitle{};
    std::vector<PageFigure> headline{};
    bool hasCurve = false;
    QString curveTitle{};
    QString curveNote{};
    QString curveEmpty{};             ///< Instead of a curve.
    std::vector<PageTable> tables{};  ///< In their order on paper.

    friend bool operator==(const DayPage&, const DayPage&) = default;
};

/// Thread: any; pure.
[[nodiscard]] DayPage dayPage(const domain::DayRecord& record, const domain::DaySummary& summary,
                              Language language);
}  // namespace core::report
