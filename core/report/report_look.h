#pragma once

#include "core/report/day_page.h"

#include <QColor>
#include <QFont>

namespace core::report
{
/// Colours of a drawn report. Up red, down blue, as everywhere on the desk.
struct ReportLook
{
    QColor paper;
    QColor panel;  ///< Behind headers and tiles.
    QColor line;
    QColor text;
    QColor muted;
    QColor up;
    QColor down;
    QColor bad;

    /// For paper: contrast 4.5:1 or more on white.
    [[nodiscard]] static ReportLook light();
    /// For a picture in a chat.
    [[nodiscard]] static ReportLook dark();

    [[nodiscard]] QColor of(Tone tone) const;
};

/// A font with Korean: Noto Sans CJK KR, else what the system has. `pixels` in units of the
/// painter.
[[nodiscard]] QFont reportFont(double pixels, QFont::Weight weight = QFont::Normal);
}  // namespace core::report
