#pragma once

#include "core/report/report_look.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace core::report
{
/// Units of the paper in one point (1/72 inch): fine enough that whole-number font sizes do not
/// show.
inline constexpr double kPaperDpi = 1200;
inline constexpr double kPoint = kPaperDpi / 72;
inline constexpr double kMillimetre = kPaperDpi / 25.4;

/// One line of text. Its font is `points` high; it lies inside `place`.
struct PaperText
{
    QRectF place{};
    QString text{};
    double points = 8;
    bool bold = false;
    Align align = Align::Left;
    Tone tone = Tone::Plain;
};
/// A filled box; a rule is a thin one.
struct PaperBox
{
    QRectF place{};
    bool rule = false;  ///< In the colour of lines, else of panels.
};
/// One page as a list of things, so that a test can read what a printer would get.
struct PaperPage
{
    std::vector<PaperBox> boxes{};
    std::vector<PaperText> texts{};
    std::optional<QRectF> curve{};
};

/// Size of A4 and the part of it that is written on, margins off; footers lie below it.
[[nodiscard]] QRectF paperSheet();
[[nodiscard]] QRectF paperInside();

[[nodiscard]] QFont paperFont(double points, bool bold);
[[nodiscard]] double textWidth(const QString& text, double points, bool bold);
[[nodiscard]] double lineHeight(double points);
/// `text` broken at words, in the middle of one if it must, into lines of at most `width`; what is
/// beyond `linesMax` is cut with an ellipsis. At least one line.
[[nodiscard]] QStringList wrapped(const QString& text, double width, double points, bool bold,
                                  int linesMax);
}  // namespace core::report
