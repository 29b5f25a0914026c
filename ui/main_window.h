#pragma once

#include "core/api/terminal.h"
#include "ui/banner_line.h"
#include "ui/chart_panel.h"
#include "ui/day_desk.h"
#include "ui/decisions_panel.h"
#include "ui/frame_meter.h"
#include "ui/health_panel.h"
#include "ui/hotkeys.h"
#include "ui/ladder_panel.h"
#include "ui/log_panel.h"
#include "ui/money_bar.h"
#include "ui/order_sender.h"
#include "ui/order_ticket.h"
#include "ui/orders_panel.h"
#include "ui/positions_panel.h"
#include "ui/presence_watch.h"
#include "ui/pyramid_panel.h"
#include "ui/rule_control.h"
#include "ui/screen_panel.h"
#include "ui/session_dialogs.h"
#include "ui/status_strip.h"
#include "ui/theme.h"
#include "ui/top_bar.h"
#include "ui/translation.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <array>
#include <map>
#include <memory>

class QMenu;

namespace ui
{
struct WindowOptions
{
    /// INI file for geometry, docks, columns, language, theme. Empty = nothing is kept.
    QString settingsPath;
    /// Taken instead of the settings' and the configuration's.
    std::optional<core::config::Language> language;
    std::optional<core::config::ThemeName> theme;
};

/// How many charts the window shows.
enum class ChartLayout : std::uint8_t
{
    One = 1,
    Two = 2,
    Four = 4,
};

/// The one window. Takes the newest snapshot at its own 16 ms frame and hands it to the panels;
/// knows the engine only as `core::api::Terminal`, which must outlive it. UI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    static constexpr int kCharts = 4;

    MainWindow(core::api::Terminal& terminal, const WindowOptions& options);
    ~MainWindow() override;

    /// Takes and shows the newest snapshot now. The frame timer does this; unattended runs and
    /// tests may too.
    void showFrame();
    /// Shows the next panel's symbol list row; what Up and Down do.
    void selectNextSymbol(int step);

    void setThemeName(core::config::ThemeName name);
    void setUpColour(UpColour up);
    void setLanguage(core::config::Language language);
    void setFontPoints(int points);
    void setChartLayout(ChartLayout layout);
    void resetLayout();

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    [[nodiscard]] core::config::Language language() const { return m_translation.current(); }
    [[nodiscard]] int fontPoints() const { return m_fontPoints; }
    [[nodiscard]] ChartLayout chartLayout() const { return m_chartLayout; }
    [[nodiscard]] FrameMeter& frameMeter() { return m_meter; }
    [[nodiscard]] ScreenPanel& screenPanel() { return *m_screen; }
    [[nodiscard]] ChartPanel& chartPanel(int pane)
    {
        return *m_charts.at(static_cast<std::size_t>(pane));
    }
    [[nodiscard]] HealthPanel& healthPanel() { return *m_health; }
    [[nodiscard]] LogPanel& logPanel() { return *m_log; }
    [[nodiscard]] LadderPanel& ladderPanel() { return *m_ladder; }
    [[nodiscard]] OrderTicket& ticket() { return *m_ticket; }
    [[nodiscard]] OrdersPanel& ordersPanel() { return *m_orders; }
    [[nodiscard]] PositionsPanel& positionsPanel() { return *m_positions; }
    [[nodiscard]] PyramidPanel& pyramidPanel() { return *m_pyramid; }
    [[nodiscard]] DecisionsPanel& decisionsPanel() { return *m_decisions; }
    [[nodiscard]] MoneyBar& moneyBar() { return *m_money; }
    [[nodiscard]] BannerLine& bannerLine() { return *m_banner; }
    [[nodiscard]] DayDesk& dayDesk() { return *m_day; }
    /// Keys that place orders: off in every new session.
    void setTradingKeys(bool on);
    [[nodiscard]] bool tradingKeys() const { return m_tradingKeys; }
    [[nodiscard]] TopBar& topBar() { return *m_topBar; }
    [[nodiscard]] StatusStrip& statusStrip() { return *m_status; }
    /// Writes the trader's choices; also done when the window closes.
    void saveSettings();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QDockWidget* addPanel(Panel* panel, const QString& name);
    void makeDocks();
    void makeActions();
    void arrange();
    void arrangeSizes();
    void applyTheme();
    void restoreSettings(const WindowOptions& options);
    void fillMenu();
    void fillViewMenu(QMenu& menu);
    void runHotkey(Hotkey id);
    void runTradingKey(Hotkey id);
    /// Keys about the rules; none acts while a text field has the focus.
    void runRuleKey(Hotkey id);
    void makeTrading();
    void makeRules();
    void showSymbol(const core::domain::Symbol& symbol);
    void followBanner(Banner::Leads leads);
    void kill();
    void askArming();
    void askFlatten();
    void askRelease();
    void showGate();
    [[nodiscard]] std::vector<QDockWidget*> docks() const;
    [[nodiscard]] std::vector<Panel*> panels() const;
    void raisePanel(QDockWidget* dock, Panel* panel);
    void retranslate();
    void showTitle();

    core::api::Terminal& m_terminal;
    std::unique_ptr<QSettings> m_settings;
    Translation m_translation;
    Theme m_theme;
    UpColour m_up = UpColour::Red;
    int m_fontPoints = 10;
    ChartLayout m_chartLayout = ChartLayout::One;
    core::domain::EnvironmentKind m_environment;
    bool m_sized = false;
    bool m_stateRestored = false;
    QTimer m_frameTimer;
    QElapsedTimer m_clock;
    FrameMeter m_meter;

    OrderSender* m_sender = nullptr;
    RuleControl* m_rules = nullptr;
    PresenceWatch* m_presence = nullptr;
    DayDesk* m_day = nullptr;
    bool m_tradingKeys = false;
    QPointer<GateDialog> m_gateDialog;
    QPointer<QDialog> m_dialog;  // The one question about arming, flattening or releasing.

    QWidget* m_head = nullptr;
    TopBar* m_topBar = nullptr;
    MoneyBar* m_money = nullptr;
    BannerLine* m_banner = nullptr;
    StatusStrip* m_status = nullptr;
    ScreenPanel* m_screen = nullptr;
    HealthPanel* m_health = nullptr;
    LogPanel* m_log = nullptr;
    LadderPanel* m_ladder = nullptr;
    OrderTicket* m_ticket = nullptr;
    OrdersPanel* m_orders = nullptr;
    PositionsPanel* m_positions = nullptr;
    PyramidPanel* m_pyramid = nullptr;
    DecisionsPanel* m_decisions = nullptr;
    std::array<ChartPanel*, kCharts> m_charts{};
    QDockWidget* m_screenDock = nullptr;
    QDockWidget* m_healthDock = nullptr;
    QDockWidget* m_logDock = nullptr;
    QDockWidget* m_ladderDock = nullptr;
    QDockWidget* m_ticketDock = nullptr;
    QDockWidget* m_ordersDock = nullptr;
    QDockWidget* m_positionsDock = nullptr;
    QDockWidget* m_pyramidDock = nullptr;
    QDockWidget* m_decisionsDock = nullptr;
    std::array<QDockWidget*, kCharts> m_chartDocks{};
    QMenu* m_menu = nullptr;
    std::map<Hotkey, QAction*> m_actions;
};
}  // namespace ui
