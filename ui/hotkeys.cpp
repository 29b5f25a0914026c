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
    case Hotkey::PanelLadder:
        return HotkeyWords::tr("Go to the ladder");
    case Hotkey::PanelOrders:
        return HotkeyWords::tr("Go to the orders");
    case Hotkey::PanelPositions:
        return HotkeyWords::tr("Go to the positions");
    case Hotkey::PanelTicket:
        return HotkeyWords::tr("Go to the order ticket");
    case Hotkey::PanelPyramid:
        return HotkeyWords::tr("Go to pyramiding");
    case Hotkey::PanelDecisions:
        return HotkeyWords::tr("Go to the decisions");
    case Hotkey::CycleAuto:
        return HotkeyWords::tr("Automatic trading of the symbol: on, exits only, off");
    case Hotkey::BlockAdd:
        return HotkeyWords::tr("Block the add…");
    case Hotkey::Summary:
        return HotkeyWords::tr("Daily summary");
    case Hotkey::ApproveAdd:
        return HotkeyWords::tr("Approve the add…");
    case Hotkey::Kill:
        return HotkeyWords::tr("Kill: cancel all buys at once");
    case Hotkey::Flatten:
        return HotkeyWords::tr("Flatten and lock…");
    case Hotkey::BestSell:
        return HotkeyWords::tr("Sell at the best bid");
    case Hotkey::BestBuy:
        return HotkeyWords::tr("Buy at the best ask");
    case Hotkey::CancelLast:
        return HotkeyWords::tr("Cancel the last order");
    case Hotkey::CancelSymbol:
        return HotkeyWords::tr("Cancel all of the symbol");
    case Hotkey::Preset1:
        return HotkeyWords::tr("First preset quantity");
    case Hotkey::Preset2:
        return HotkeyWords::tr("Second preset quantity");
    case Hotkey::Preset3:
        return HotkeyWords::tr("Third preset quantity");
    case Hotkey::Preset4:
        return HotkeyWords::tr("Fourth preset quantity");
    case Hotkey::Centre:
        return HotkeyWords::tr("Newest prices in the ladder");
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
