#pragma once

#include "core/config/config.h"
#include "core/domain/environment_kind.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace ui
{
/// Which colour a rise has: red in Korea, green-free and switchable for eyes used to the reverse.
enum class UpColour : std::uint8_t
{
    Red,
    Blue,
};

/// The colour tokens of one theme. Every colour the window paints comes from here or is blended
/// from two of these with `blend`, always opaque: one translucent brush costs the raster engine
/// more than the whole chart.
struct Theme
{
    core::config::ThemeName name = core::config::ThemeName::Dark;
    QColor window;     ///< Behind the panels.
    QColor panel;      ///< Background of panels, tables and the chart.
    QColor raised;     ///< Headers, buttons, tool tips.
    QColor selection;  ///< Background of the selected row; up and down stay readable on it.
    QColor line;       ///< One-pixel separators and the chart grid.
    QColor text;
    QColor muted;  ///< Captions, units, what is not eligible.
    QColor accent;
    QColor up;
    QColor down;
    QColor warn;
    QColor good;
    QColor bad;
    QColor sim;  ///< Frame and badge of the four environments.
    QColor demo;
    QColor live;
    QColor replay;

    [[nodiscard]] static Theme make(core::config::ThemeName name, UpColour up);

    [[nodiscard]] QColor frame(core::domain::EnvironmentKind environment) const;
    /// Colour of a number with this sign: up, down or the neutral text colour.
    [[nodiscard]] QColor signColour(std::int64_t value) const;
    /// The style sheet template of resources/themes filled with these tokens.
    [[nodiscard]] QString styleSheet(int fontPoints) const;
    [[nodiscard]] QPalette palette() const;

    friend bool operator==(const Theme&, const Theme&) = default;
};

/// `over` laid over `under` with `share` (0 to 1) of it showing; opaque.
[[nodiscard]] QColor blend(const QColor& over, const QColor& under, double share);

/// Contrast ratio after WCAG 2.1: 1 (same) to 21 (black on white).
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

/// The one type family, Noto Sans CJK KR where it is installed; its figures are tabular.
[[nodiscard]] QFont deskFont(int points);

inline constexpr int kFontPointsMin = 9;
inline constexpr int kFontPointsMax = 16;
/// Height of a table row: 22 pixels at 10 points, growing with the font.
[[nodiscard]] int rowHeight(int fontPoints);
}  // namespace ui
