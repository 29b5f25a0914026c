#include "ui/main_window.h"

#include "ui/dock_title.h"
#include "ui/icons.h"
#include "ui/words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QStatusBar>
#include <QStyle>
#include <QVBoxLayout>

namespace ui
{
namespace domain = core::domain;
using core::config::Language;
using core::config::ThemeName;

namespace
{
constexpr int kFrameMs = 16;
constexpr int kStateVersion = 3;  // Raise when docks change so much that old states mislead.
constexpr int kFrameWidth = 2;
constexpr int kTableWidth = 540;
const QSize kShippedSize{1920, 1080};
}  // namespace

MainWindow::MainWindow(core::api::Terminal& terminal, const WindowOptions& options)
    : m_terminal{terminal}, m_environment{terminal.configuration().env}
{
    setObjectName(QStringLiteral("mainWindow"));
    setAttribute(Qt::WA_DeleteOnClose, false);
    setDockNestingEnabled(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContentsMargins(kFrameWidth, kFrameWidth, kFrameWidth, kFrameWidth);
    m_clock.start();
    if (!options.settingsPath.isEmpty()) {
        m_settings = std::make_unique<QSettings>(options.settingsPath, QSettings::IniFormat);
    }
    m_topBar = new TopBar{terminal, this};
    m_money = new MoneyBar{terminal.configuration().guard, this};
    m_banner = new BannerLine{this};
    m_head = new QWidget{this};
    auto* head = new QVBoxLayout{m_head};
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(0);
    head->addWidget(m_topBar);
    head->addWidget(m_money);
    head->addWidget(m_banner);
    m_day = new DayDesk{terminal, m_settings.get(), this};
    head->addWidget(&m_day->closingLine());  // Only after the close, when no price moves any more.
    setMenuWidget(m_head);
    m_sender = new OrderSender{terminal, this};
    m_rules = new RuleControl{*m_sender, terminal.configuration(), this};
    m_presence = new PresenceWatch{terminal, this};
    m_status = new StatusStrip{this};
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_status, 1);
    m_menu = new QMenu{this};
    m_topBar->setMenu(m_menu);
    makeDocks();
    makeActions();
    makeTrading();
    makeRules();

    connect(m_topBar, &TopBar::screenNowAsked, this, [this] { m_terminal.screenNow(); });
    connect(m_topBar, &TopBar::themeToggled, this, [this] {
        setThemeName(m_theme.name == ThemeName::Dark ? ThemeName::Light : ThemeName::Dark);
    });
    connect(m_topBar, &TopBar::languageToggled, this, [this] {
        setLanguage(language() == Language::Korean ? Language::English : Language::Korean);
    });
    connect(&m_topBar->search(), &SymbolSearch::chosen, this,
            [this](const domain::Symbol& symbol) { m_terminal.selectSymbol(symbol); });

    restoreSettings(options);
    retranslate();
    m_frameTimer.setTimerType(Qt::PreciseTimer);
    m_frameTimer.setInterval(kFrameMs);
    connect(&m_frameTimer, &QTimer::timeout, this, &MainWindow::showFrame);
    m_frameTimer.start();
}

MainWindow::~MainWindow()
{
    // Docks tell of their hiding while they die; nobody is there to hear it any more.
    for (QDockWidget* dock : m_chartDocks) {
        dock->disconnect(this);
    }
}

void MainWindow::showFrame()
{
    m_meter.frame();
    const domain::SnapshotPtr snapshot = m_terminal.takeSnapshot();
    if (snapshot) {
        if (snapshot->environment != m_environment) {
            m_environment = snapshot->environment;
            showTitle();
            update();
        }
        m_sender->apply(snapshot);
        m_rules->apply(*snapshot);
        m_topBar->apply(*snapshot);
        m_money->apply(*snapshot);
        m_banner->apply(*snapshot);
        m_day->setToday(snapshot->date);
        if (m_gateDialog) {
            m_gateDialog->apply(*snapshot);
        }
        m_status->apply(*snapshot, std::chrono::milliseconds{m_clock.elapsed()});
        for (Panel* panel : panels()) {
            panel->apply(*snapshot);
        }
    }
    m_meter.worked(snapshot != nullptr);
}

void MainWindow::selectNextSymbol(int step)
{
    m_screen->moveSelection(step);
}

QDockWidget* MainWindow::addPanel(Panel* panel, const QString& name)
{
    auto* dock = new QDockWidget{this};
    dock->setObjectName(QStringLiteral("dock.") + name);
    dock->setAllowedAreas(Qt::AllDockWidgetAreas);
    dock->setTitleBarWidget(new DockTitle{dock});
    dock->setWidget(panel);
    return dock;
}

void MainWindow::makeDocks()
{
    m_screen = new ScreenPanel{m_terminal};
    m_health = new HealthPanel;
    m_log = new LogPanel{m_terminal};
    m_ladder = new LadderPanel{*m_sender};
    m_ticket = new OrderTicket{*m_sender};
    m_orders = new OrdersPanel{*m_sender};
    m_positions = new PositionsPanel{*m_sender, *m_rules, m_terminal.configuration()};
    m_pyramid = new PyramidPanel{*m_rules, m_terminal.configuration()};
    m_decisions = new DecisionsPanel;
    m_pyramidDock = addPanel(m_pyramid, QStringLiteral("pyramid"));
    m_decisionsDock = addPanel(m_decisions, QStringLiteral("decisions"));
    m_ladderDock = addPanel(m_ladder, QStringLiteral("ladder"));
    m_ticketDock = addPanel(m_ticket, QStringLiteral("ticket"));
    m_ordersDock = addPanel(m_orders, QStringLiteral("orders"));
    m_positionsDock = addPanel(m_positions, QStringLiteral("positions"));
    m_screenDock = addPanel(m_screen, QStringLiteral("top30"));
    m_healthDock = addPanel(m_health, QStringLiteral("health"));
    m_logDock = addPanel(m_log, QStringLiteral("log"));
    for (int pane = 0; pane < kCharts; ++pane) {
        const auto at = static_cast<std::size_t>(pane);
        m_charts[at] = new ChartPanel{m_terminal, pane, domain::kIntervals[at]};
        m_charts[at]->setActive(pane == 0);
        m_chartDocks[at] = addPanel(m_charts[at], QStringLiteral("chart%1").arg(pane + 1));
        ChartPanel* chart = m_charts[at];
        connect(m_chartDocks[at], &QDockWidget::visibilityChanged, this,
                [chart](bool visible) { chart->setActive(visible); });
    }
    arrange();
}

void MainWindow::arrange()
{
    for (QDockWidget* dock : docks()) {
        dock->setFloating(false);
        removeDockWidget(dock);
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_screenDock);
    splitDockWidget(m_screenDock, m_decisionsDock, Qt::Vertical);
    tabifyDockWidget(m_decisionsDock, m_logDock);
    tabifyDockWidget(m_logDock, m_healthDock);
    addDockWidget(Qt::RightDockWidgetArea, m_chartDocks[0]);
    splitDockWidget(m_chartDocks[0], m_ladderDock, Qt::Horizontal);
    splitDockWidget(m_ladderDock, m_pyramidDock, Qt::Vertical);
    tabifyDockWidget(m_pyramidDock, m_ticketDock);
    splitDockWidget(m_chartDocks[0], m_positionsDock, Qt::Vertical);
    tabifyDockWidget(m_positionsDock, m_ordersDock);
    splitDockWidget(m_chartDocks[0], m_chartDocks[1], Qt::Horizontal);
    splitDockWidget(m_chartDocks[0], m_chartDocks[2], Qt::Vertical);
    splitDockWidget(m_chartDocks[1], m_chartDocks[3], Qt::Vertical);
    for (QDockWidget* dock : {m_screenDock, m_healthDock, m_logDock, m_ladderDock, m_ticketDock,
                              m_ordersDock, m_positionsDock, m_pyramidDock, m_decisionsDock}) {
        dock->show();
    }
    // A click in the ladder raises the ticket.
    m_decisionsDock->raise();
    m_pyramidDock->raise();
    m_positionsDock->raise();
    setChartLayout(m_chartLayout);
}

void MainWindow::arrangeSizes()
{
    // Shares of the shipped layout.
    const int across = width() - 2 * kFrameWidth;
    const int down = height() - m_head->height() - statusBar()->height() - 2 * kFrameWidth;
    const int side = across * 26 / 100;
    // The table keeps its columns up to the score, the automatic state among them, also on small
    // screens.
    const int left = std::max(side, std::min(kTableWidth, across * 40 / 100));
    const int middle = across - left - side;
    const int chartsDown = down * 62 / 100;
    resizeDocks({m_screenDock, m_chartDocks[0], m_ladderDock}, {left, middle, side},
                Qt::Horizontal);
    resizeDocks({m_screenDock, m_decisionsDock}, {down * 60 / 100, down * 40 / 100}, Qt::Vertical);
    resizeDocks({m_ladderDock, m_ticketDock}, {down * 50 / 100, down * 50 / 100}, Qt::Vertical);
    resizeDocks({m_chartDocks[0], m_positionsDock}, {chartsDown, down - chartsDown}, Qt::Vertical);
    if (m_chartLayout != ChartLayout::One) {
        const int half = middle / 2;
        resizeDocks({m_chartDocks[0], m_chartDocks[1]}, {half, half}, Qt::Horizontal);
    }
    if (m_chartLayout == ChartLayout::Four) {
        const int half = chartsDown / 2;
        resizeDocks({m_chartDocks[0], m_chartDocks[2]}, {half, half}, Qt::Vertical);
        resizeDocks({m_chartDocks[1], m_chartDocks[3]}, {half, half}, Qt::Vertical);
    }
}

void MainWindow::setChartLayout(ChartLayout layout)
{
    m_chartLayout = layout;
    for (int pane = 0; pane < kCharts; ++pane) {
        m_chartDocks[static_cast<std::size_t>(pane)]->setVisible(pane < static_cast<int>(layout));
    }
    if (m_sized) {
        arrangeSizes();
    }
}

void MainWindow::resetLayout()
{
    m_chartLayout = ChartLayout::One;
    arrange();
    arrangeSizes();
}

void MainWindow::setThemeName(ThemeName name)
{
    m_theme = Theme::make(name, m_up);
    applyTheme();
}

void MainWindow::setUpColour(UpColour up)
{
    m_up = up;
    m_theme = Theme::make(m_theme.name, up);
    applyTheme();
}

void MainWindow::setFontPoints(int points)
{
    m_fontPoints = std::clamp(points, kFontPointsMin, kFontPointsMax);
    applyTheme();
}

void MainWindow::setLanguage(Language language)
{
    m_translation.use(language);
}

void MainWindow::applyTheme()
{
    const QFont font = deskFont(m_fontPoints);
    QApplication::setFont(font);
    setFont(font);
    QApplication::setPalette(m_theme.palette());
    setStyleSheet(m_theme.styleSheet(m_fontPoints));
    m_topBar->setTheme(m_theme, m_fontPoints);
    m_status->setTheme(m_theme, m_fontPoints);
    m_money->setTheme(m_theme, m_fontPoints);
    m_banner->setTheme(m_theme, m_fontPoints);
    m_day->setTheme(m_theme, m_fontPoints);
    m_rules->setTheme(m_theme);
    for (Panel* panel : panels()) {
        panel->setTheme(m_theme, m_fontPoints);
    }
    for (DockTitle* title : findChildren<DockTitle*>()) {
        title->setTheme(m_theme, m_fontPoints);
    }
    fillMenu();
    update();
}

void MainWindow::restoreSettings(const WindowOptions& options)
{
    const core::config::UiSection& configured = m_terminal.configuration().ui;
    const auto kept = [this](const QString& key, int fallback) {
        return m_settings ? m_settings->value(key, fallback).toInt() : fallback;
    };
    const int language = kept(QStringLiteral("ui/language"), static_cast<int>(configured.language));
    setLanguage(options.language.value_or(language == 1   ? Language::Korean
                                          : language == 2 ? Language::English
                                                          : Language::System));
    m_up = kept(QStringLiteral("ui/redIsUp"), configured.redIsUp ? 1 : 0) != 0 ? UpColour::Red
                                                                               : UpColour::Blue;
    const int theme = kept(QStringLiteral("ui/theme"), static_cast<int>(configured.theme));
    m_theme =
        Theme::make(options.theme.value_or(theme == 1 ? ThemeName::Light : ThemeName::Dark), m_up);
    m_fontPoints =
        std::clamp(kept(QStringLiteral("ui/fontPoints"), static_cast<int>(configured.fontSize)),
                   kFontPointsMin, kFontPointsMax);
    applyTheme();
    resize(kShippedSize.boundedTo(screen()->availableSize()));
    if (!m_settings) {
        return;
    }
    restoreGeometry(m_settings->value(QStringLiteral("window/geometry")).toByteArray());
    switch (kept(QStringLiteral("window/charts"), 1)) {
    case 2:
        setChartLayout(ChartLayout::Two);
        break;
    case 4:
        setChartLayout(ChartLayout::Four);
        break;
    default:
        break;
    }
    m_stateRestored = restoreState(m_settings->value(QStringLiteral("window/state")).toByteArray(),
                                   kStateVersion);
    for (Panel* panel : panels()) {
        panel->restore(*m_settings);
    }
}

void MainWindow::saveSettings()
{
    if (!m_settings) {
        return;
    }
    m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings->setValue(QStringLiteral("window/state"), saveState(kStateVersion));
    m_settings->setValue(QStringLiteral("window/charts"), static_cast<int>(m_chartLayout));
    m_settings->setValue(QStringLiteral("ui/language"), static_cast<int>(language()));
    m_settings->setValue(QStringLiteral("ui/theme"), static_cast<int>(m_theme.name));
    m_settings->setValue(QStringLiteral("ui/fontPoints"), m_fontPoints);
    m_settings->setValue(QStringLiteral("ui/redIsUp"), m_up == UpColour::Red ? 1 : 0);
    for (const Panel* panel : panels()) {
        panel->save(*m_settings);
    }
    m_settings->sync();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveSettings();
    QMainWindow::closeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_sized) {
        return;
    }
    m_sized = true;
    m_screen->focusTarget()->setFocus();  // Arrow keys move through the symbols at once.
    if (!m_stateRestored) {
        arrangeSizes();
    }
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    // The frame in the environment's colour: nobody mistakes live for simulation.
    QPainter painter{this};
    painter.setPen(QPen{m_theme.frame(m_environment), kFrameWidth});
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // No key acts while a text field has the focus.
    const bool typing = qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr;
    if (!typing && event->key() == Qt::Key_Down) {
        selectNextSymbol(1);
        return;
    }
    if (!typing && event->key() == Qt::Key_Up) {
        selectNextSymbol(-1);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::retranslate()
{
    m_screenDock->setWindowTitle(tr("Top 30"));
    m_healthDock->setWindowTitle(tr("Health"));
    m_logDock->setWindowTitle(tr("Event log"));
    m_ladderDock->setWindowTitle(tr("Ladder"));
    m_ticketDock->setWindowTitle(tr("Order ticket"));
    m_ordersDock->setWindowTitle(tr("Orders"));
    m_positionsDock->setWindowTitle(tr("Positions"));
    m_pyramidDock->setWindowTitle(tr("Pyramiding"));
    m_decisionsDock->setWindowTitle(tr("Decisions"));
    for (int pane = 0; pane < kCharts; ++pane) {
        m_chartDocks[static_cast<std::size_t>(pane)]->setWindowTitle(tr("Chart %1").arg(pane + 1));
    }
    fillMenu();
    showTitle();
}

void MainWindow::showTitle()
{
    setWindowTitle(QStringLiteral("[%1] KIS Scalper · %2")
                       .arg(environmentBadge(m_environment), environmentName(m_environment)));
}
}  // namespace ui

#include "moc_main_window.cpp"
