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
    PanelLadder,
    PanelOrders,
    PanelPositions,
    PanelTicket,
    PanelPyramid,
    PanelDecisions,
    Kill,
    Flatten,
    CycleAuto,
    BlockAdd,
    ApproveAdd,
    Summary,
    BestSell,
    BestBuy,
    CancelLast,
    CancelSymbol,
    Preset1,
    Preset2,
    Preset3,
    Preset4,
    Centre,
    FindSymbol,
    LargerFont,
    SmallerFont,
    Quit,
};
inline constexpr std::size_t kHotkeys = 33;

/// Keys that place or cancel orders, or stand for letters: dead until the trader switches them on.
[[nodiscard]] constexpr bool isTradingKey(Hotkey id) noexcept
{
    return id >= Hotkey::BestSell && id <= Hotkey::Centre;
}

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
    {Hotkey::PanelLadder, "Ctrl+5"},
    {Hotkey::PanelTicket, "Ctrl+6"},
    {Hotkey::PanelOrders, "Ctrl+7"},
    {Hotkey::PanelPositions, "Ctrl+8"},
    {Hotkey::PanelPyramid, "Ctrl+0"},
    {Hotkey::PanelDecisions, "Ctrl+Shift+1"},
    {Hotkey::PanelChart2, "Ctrl+9"},
    {Hotkey::PanelChart3, "Ctrl+Shift+2"},
    {Hotkey::PanelChart4, "Ctrl+Shift+3"},
    {Hotkey::Kill, "Ctrl+Shift+K"},
    {Hotkey::Flatten, "Ctrl+Shift+F"},
    {Hotkey::CycleAuto, "Ctrl+T"},
    {Hotkey::BlockAdd, "Ctrl+B"},
    {Hotkey::ApproveAdd, "Ctrl+Return"},
    {Hotkey::Summary, "Ctrl+D"},
    {Hotkey::BestSell, "Q"},
    {Hotkey::BestBuy, "W"},
    {Hotkey::CancelLast, "E"},
    {Hotkey::CancelSymbol, "R"},
    {Hotkey::Preset1, "1"},
    {Hotkey::Preset2, "2"},
    {Hotkey::Preset3, "3"},
    {Hotkey::Preset4, "4"},
    {Hotkey::Centre, "Space"},
    {Hotkey::FindSymbol, "Ctrl+F"},
    {Hotkey::LargerFont, "Ctrl++"},
    {Hotkey::SmallerFont, "Ctrl+-"},
    {Hotkey::Quit, "Ctrl+Q"},
}};

[[nodiscard]] QKeySequence hotkeySequence(Hotkey id);
[[nodiscard]] QString hotkeyText(Hotkey id);  ///< What it does, translated.
}  // namespace ui
