#include "ui/hotkeys.h"

#include <QCoreApplication>

namespace ui
{
namespace
{
struct HotkeyWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::Hotkeys)
};
}  // namespace

QKeySequence hotkeySequence(Hotkey id)
{
    for (const HotkeyRow& row : kHotkeyTable) {
        if (row.id == id) {
            return QKeySequence::fromString(QLatin1String{row.keys}, QKeySequence::PortableText);
        }
    }
    return {};
}

QString hotkeyText(Hotkey id)
{
    switch (id) {
    case Hotkey::ScreenNow:
        return HotkeyWords::tr("Screen now");
    case Hotkey::PanelTop30:
        return HotkeyWords::tr("Go to the top 30");
    case Hotkey::PanelChart1:
        return HotkeyWords::tr("Go to chart 1");
    case Hotkey::PanelHealth:
        return HotkeyWords::tr("Go to health");
    case Hotkey::PanelLog:
        return HotkeyWords::tr("Go to the event log");
    case Hotkey::PanelChart2:
        return HotkeyWords::tr("Go to chart 2");
    case Hotkey::PanelChart3:
        return HotkeyWords::tr("Go to chart 3");
    case Hotkey::PanelChart4:
        return HotkeyWords::tr("Go to chart 4");
    case Hotkey::FindSymbol:
        return HotkeyWords::tr("Find a symbol");
    case Hotkey::LargerFont:
        return HotkeyWords::tr("Larger text");
    case Hotkey::SmallerFont:
        return HotkeyWords::tr("Smaller text");
    case Hotkey::Quit:
        return HotkeyWords::tr("Quit");
    }
    return {};
}
}  // namespace ui
