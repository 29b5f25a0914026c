// MainWindow's actions and its one menu.
#include "ui/icons.h"
#include "ui/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>

namespace ui
{
using core::config::Language;
using core::config::ThemeName;

namespace
{
void addChoice(QMenu& menu, QActionGroup& group, const QString& text, bool checked,
               const std::function<void()>& choose)
{
    QAction* action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    group.addAction(action);
    QObject::connect(action, &QAction::triggered, &menu, choose);
}
}  // namespace

void MainWindow::makeActions()
{
    for (const HotkeyRow& row : kHotkeyTable) {
        auto* action = new QAction{this};
        action->setShortcut(hotkeySequence(row.id));
        const Hotkey id = row.id;
        action->setEnabled(!isTradingKey(id));
        connect(action, &QAction::triggered, this, [this, id] { runHotkey(id); });
        addAction(action);
        m_actions.emplace(id, action);
    }
}

void MainWindow::runHotkey(Hotkey id)
{
    switch (id) {
    case Hotkey::ScreenNow:
        m_terminal.screenNow();
        return;
    case Hotkey::PanelTop30:
        raisePanel(m_screenDock, m_screen);
        return;
    case Hotkey::PanelHealth:
        raisePanel(m_healthDock, m_health);
        return;
    case Hotkey::PanelLog:
        raisePanel(m_logDock, m_log);
        return;
    case Hotkey::PanelChart1:
        raisePanel(m_chartDocks[0], m_charts[0]);
        return;
    case Hotkey::PanelChart2:
        raisePanel(m_chartDocks[1], m_charts[1]);
        return;
    case Hotkey::PanelChart3:
        raisePanel(m_chartDocks[2], m_charts[2]);
        return;
    case Hotkey::PanelChart4:
        raisePanel(m_chartDocks[3], m_charts[3]);
        return;
    case Hotkey::PanelLadder:
        raisePanel(m_ladderDock, m_ladder);
        return;
    case Hotkey::PanelOrders:
        raisePanel(m_ordersDock, m_orders);
        return;
    case Hotkey::PanelPositions:
        raisePanel(m_positionsDock, m_positions);
        return;
    case Hotkey::PanelTicket:
        raisePanel(m_ticketDock, m_ticket);
        return;
    case Hotkey::Kill:
        kill();
        return;
    case Hotkey::Flatten:
        askFlatten();
        return;
    case Hotkey::PanelPyramid:
        raisePanel(m_pyramidDock, m_pyramid);
        return;
    case Hotkey::PanelDecisions:
        raisePanel(m_decisionsDock, m_decisions);
        return;
    case Hotkey::CycleAuto:
    case Hotkey::BlockAdd:
    case Hotkey::ApproveAdd:
        runRuleKey(id);
        return;
    case Hotkey::Summary:
        m_day->openSummary();
        return;
    case Hotkey::BestSell:
    case Hotkey::BestBuy:
    case Hotkey::CancelLast:
    case Hotkey::CancelSymbol:
    case Hotkey::Preset1:
    case Hotkey::Preset2:
    case Hotkey::Preset3:
    case Hotkey::Preset4:
    case Hotkey::Centre:
        runTradingKey(id);
        return;
    case Hotkey::FindSymbol:
        m_topBar->search().setFocus(Qt::ShortcutFocusReason);
        m_topBar->search().selectAll();
        return;
    case Hotkey::LargerFont:
        setFontPoints(m_fontPoints + 1);
        return;
    case Hotkey::SmallerFont:
        setFontPoints(m_fontPoints - 1);
        return;
    case Hotkey::Quit:
        close();
        return;
    }
}

void MainWindow::raisePanel(QDockWidget* dock, Panel* panel)
{
    dock->show();
    dock->raise();
    if (dock->isFloating()) {
        dock->activateWindow();
    }
    panel->focusTarget()->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::fillMenu()
{
    m_menu->clear();
    for (const auto& [id, action] : m_actions) {
        action->setText(hotkeyText(id));
    }
    m_menu->addAction(m_actions.at(Hotkey::ScreenNow));
    m_menu->addAction(m_actions.at(Hotkey::FindSymbol));
    m_menu->addSeparator();
    m_menu->addAction(m_actions.at(Hotkey::Kill));
    m_menu->addAction(m_actions.at(Hotkey::Flatten));
    m_menu->addSeparator();
    m_menu->addAction(m_actions.at(Hotkey::CycleAuto));
    m_menu->addAction(m_actions.at(Hotkey::BlockAdd));
    m_menu->addAction(m_actions.at(Hotkey::ApproveAdd));
    m_menu->addSeparator();
    m_menu->addAction(m_actions.at(Hotkey::Summary));
    connect(m_menu->addAction(tr("Restore the records...")), &QAction::triggered, m_day,
            &DayDesk::askRestore);
    m_day->fillSoundMenu(*m_menu->addMenu(tr("Sounds")));
    m_menu->addSeparator();
    QMenu* keys = m_menu->addMenu(tr("Trading keys"));
    QAction* on = keys->addAction(tr("Switched on for this session"));
    on->setCheckable(true);
    on->setChecked(m_tradingKeys);
    connect(on, &QAction::toggled, this, &MainWindow::setTradingKeys);
    keys->addSeparator();
    for (const HotkeyRow& row : kHotkeyTable) {
        if (isTradingKey(row.id)) {
            keys->addAction(m_actions.at(row.id));
        }
    }
    m_menu->addSeparator();
    fillViewMenu(*m_menu);
    m_menu->addSeparator();
    m_menu->addAction(m_actions.at(Hotkey::Quit));
}

void MainWindow::fillViewMenu(QMenu& menu)
{
    QMenu* shown = menu.addMenu(tr("Panels"));
    for (QDockWidget* dock : docks()) {
        shown->addAction(dock->toggleViewAction());
    }
    QMenu* charts = menu.addMenu(tr("Charts"));
    auto* chartGroup = new QActionGroup{charts};
    for (const ChartLayout layout : {ChartLayout::One, ChartLayout::Two, ChartLayout::Four}) {
        addChoice(*charts, *chartGroup, tr("%n chart(s)", nullptr, static_cast<int>(layout)),
                  m_chartLayout == layout, [this, layout] { setChartLayout(layout); });
    }
    connect(menu.addAction(tr("Reset layout")), &QAction::triggered, this,
            &MainWindow::resetLayout);
    menu.addSeparator();

    QMenu* themes = menu.addMenu(tr("Theme"));
    auto* themeGroup = new QActionGroup{themes};
    addChoice(*themes, *themeGroup, tr("Dark"), m_theme.name == ThemeName::Dark,
              [this] { setThemeName(ThemeName::Dark); });
    addChoice(*themes, *themeGroup, tr("Light"), m_theme.name == ThemeName::Light,
              [this] { setThemeName(ThemeName::Light); });
    themes->addSeparator();
    auto* upGroup = new QActionGroup{themes};
    addChoice(*themes, *upGroup, tr("Up red, down blue"), m_up == UpColour::Red,
              [this] { setUpColour(UpColour::Red); });
    addChoice(*themes, *upGroup, tr("Up blue, down red"), m_up == UpColour::Blue,
              [this] { setUpColour(UpColour::Blue); });

    QMenu* languages = menu.addMenu(tr("Language"));
    auto* languageGroup = new QActionGroup{languages};
    // Languages are named in their own words, whatever the language of the moment.
    addChoice(*languages, *languageGroup, QStringLiteral("한국어"), language() == Language::Korean,
              [this] { setLanguage(Language::Korean); });
    addChoice(*languages, *languageGroup, QStringLiteral("English"),
              language() == Language::English, [this] { setLanguage(Language::English); });
    menu.addAction(m_actions.at(Hotkey::LargerFont));
    menu.addAction(m_actions.at(Hotkey::SmallerFont));
}
}  // namespace ui
