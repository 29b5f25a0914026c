#pragma once

#include <QKeySequence>
#include <QString>

#include <array>
#include <cstdint>

namespace ui
{
/// Everything a key can start. Keys of the chart itself (arrows, plus, minus, Home, End, 1 3 5 0)
/// act only while a chart has the focus and live in ChartPlot and ChartPanel.
enum class Hotkey : std::uint8_t
{
    ScreenNow,
    PanelTop30,
    PanelChart1,
    PanelHealth,
    PanelLog,
    PanelChart2,
    PanelChart3,
    PanelChart4,
    FindSymbol,
    LargerFont,
    SmallerFont,
    Quit,
};
inline constexpr std::size_t kHotkeys = 12;

struct HotkeyRow
{
    Hotkey id;
    const char* keys;  ///< Portable text of a QKeySequence.
};

/// The one table of keys: the window makes its actions from it and no other place names a key.
inline constexpr std::array<HotkeyRow, kHotkeys> kHotkeyTable{{
    {Hotkey::ScreenNow, "F5"},
    {Hotkey::PanelTop30, "Ctrl+1"},
    {Hotkey::PanelChart1, "Ctrl+2"},
    {Hotkey::PanelHealth, "Ctrl+3"},
    {Hotkey::PanelLog, "Ctrl+4"},
    {Hotkey::PanelChart2, "Ctrl+5"},
    {Hotkey::PanelChart3, "Ctrl+6"},
    {Hotkey::PanelChart4, "Ctrl+7"},
    {Hotkey::FindSymbol, "Ctrl+F"},
    {Hotkey::LargerFont, "Ctrl++"},
    {Hotkey::SmallerFont, "Ctrl+-"},
    {Hotkey::Quit, "Ctrl+Q"},
}};

[[nodiscard]] QKeySequence hotkeySequence(Hotkey id);
[[nodiscard]] QString hotkeyText(Hotkey id);  ///< What it does, translated.
}  // namespace ui
