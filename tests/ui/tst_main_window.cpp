// The whole window on a scripted engine: what it asks for, keeps and never forgets.
#include "tests/support/fake_terminal.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"
#include "tests/support/sample_desk.h"
#include "ui/main_window.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using core::config::Language;
using core::config::ThemeName;
using core::domain::EnvironmentKind;
using core::domain::Interval;
using ui::ChartLayout;
using ui::MainWindow;
using ui::StatusStrip;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void namesTheEnvironment_data();
    void namesTheEnvironment();
    void asksForTheChartItShows();
    void watchesAsManyChartsAsItShows();
    void pinnedChartsKeepTheirSymbol();
    void selectsByKeysAndClicks();
    void selectsTheBestWhenNothingIsSelected();
    void doesNotJumpBackToAnOlderSelection();
    void selectsNoNeighbourWhenTheSelectedRowLeaves();
    void keysDoNothingWhileTyping();
    void findsSymbols();
    void screensNow();
    void reachesPanelsByKey();
    void switchesLanguageWithoutLosingState();
    void restoresDocksColumnsAndTaste();
    void survivesBrokenSettings();
    void resetsTheLayout();
    void showsFiguresInTheStatusStrip();
    void showsSessionAndCountdown();
    void namesEveryControl();
    void scalesFonts();
    void ignoresChartsOfAnEarlierRequest();
    void measuresItsFrames();

private:
    void show(MainWindow& window)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
    void frame(MainWindow& window, const core::domain::DeskSnapshot& desk)
    {
        m_terminal->put(desk);
        window.showFrame();
    }
    [[nodiscard]] ui::WindowOptions options(Language language = Language::English) const
    {
        return {.settingsPath = {}, .language = language, .theme = ThemeName::Dark};
    }
    static QDockWidget* dock(MainWindow& window, const char* name)
    {
        return window.findChild<QDockWidget*>(QStringLiteral("dock.") + QLatin1String{name});
    }

    std::unique_ptr<test::FakeTerminal> m_terminal;
    core::domain::DeskSnapshot m_desk;
};

void MainWindowTest::init()
{
    test::failOnAnyWarning();
    m_terminal = std::make_unique<test::FakeTerminal>();
    m_terminal->setInstruments(test::sampleInstruments());
    m_desk = test::sampleDesk();
}

void MainWindowTest::cleanup()
{
    QCoreApplication::processEvents();
}

void MainWindowTest::namesTheEnvironment_data()
{
    QTest::addColumn<EnvironmentKind>("kind");
    QTest::addColumn<QString>("badge");
    QTest::newRow("sim") << EnvironmentKind::Sim << QStringLiteral("SIM");
    QTest::newRow("demo") << EnvironmentKind::Demo << QStringLiteral("DEMO");
    QTest::newRow("live") << EnvironmentKind::Live << QStringLiteral("LIVE");
    QTest::newRow("replay") << EnvironmentKind::Replay << QStringLiteral("REPLAY");
}

void MainWindowTest::namesTheEnvironment()
{
    QFETCH(EnvironmentKind, kind);
    QFETCH(QString, badge);
    m_desk.environment = kind;
    MainWindow window{*m_terminal, options()};
    show(window);

    frame(window, m_desk);
    QCoreApplication::processEvents();

    QVERIFY(window.windowTitle().contains(badge));
    QCOMPARE(window.topBar().badge(), badge);
    const QImage image = window.grab().toImage();
    const QColor colour = window.theme().frame(kind);
    QCOMPARE(image.pixelColor(0, image.height() / 2), colour);
    QCOMPARE(image.pixelColor(image.width() - 1, image.height() / 2), colour);
    QCOMPARE(image.pixelColor(image.width() / 2, image.height() - 1), colour);
}

void MainWindowTest::asksForTheChartItShows()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    QVERIFY(m_terminal->watched.empty());

    frame(window, m_desk);

    QCOMPARE(m_terminal->watched.size(), std::size_t{1});
    QCOMPARE(m_terminal->watched[0],
             (core::domain::ChartRequest{test::symbolOf("005930"), Interval::M1}));
    QTest::keyClick(&window.chartPanel(0).plot(), Qt::Key_5);
    QCOMPARE(m_terminal->watched[0].interval, Interval::M5);
    QTest::keyClick(&window.chartPanel(0).plot(), Qt::Key_0);
    QCOMPARE(m_terminal->watched[0].interval, Interval::M10);
}

void MainWindowTest::watchesAsManyChartsAsItShows()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    frame(window, m_desk);

    window.setChartLayout(ChartLayout::Four);
    QCoreApplication::processEvents();
    frame(window, m_desk);
    QCOMPARE(m_terminal->watched.size(), std::size_t{4});
    QCOMPARE(m_terminal->watched[3].interval, Interval::M10);
    window.setChartLayout(ChartLayout::Two);
    QCoreApplication::processEvents();

    QCOMPARE(m_terminal->watched.size(), std::size_t{2});
    QVERIFY(m_terminal->watched.contains(0) && m_terminal->watched.contains(1));
}

void MainWindowTest::pinnedChartsKeepTheirSymbol()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    window.setChartLayout(ChartLayout::Two);
    QCoreApplication::processEvents();
    frame(window, m_desk);
    window.chartPanel(0).setPinned(true);

    m_desk.selected = test::symbolOf("000660");
    frame(window, m_desk);

    QCOMPARE(m_terminal->watched[0].symbol, test::symbolOf("005930"));
    QCOMPARE(m_terminal->watched[1].symbol, test::symbolOf("000660"));
}

void MainWindowTest::selectsByKeysAndClicks()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    frame(window, m_desk);
    QVERIFY(m_terminal->selections.empty());  // Showing the desk's selection is no choice.

    ui::DeskTable& table = window.screenPanel().table();
    const QRect third = table.visualRect(table.model()->index(2, 3));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, third.center());
    QCOMPARE(m_terminal->selections.back(), test::symbolOf("042700"));
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(m_terminal->selections.back(), test::symbolOf("247540"));
    // From a chart the same keys move through the list.
    window.chartPanel(0).plot().setFocus();
    QTest::keyClick(&window.chartPanel(0).plot(), Qt::Key_Up);
    QCOMPARE(m_terminal->selections.back(), test::symbolOf("042700"));
    QCOMPARE(m_terminal->selections.size(), std::size_t{3});
}

void MainWindowTest::selectsTheBestWhenNothingIsSelected()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    m_desk.selected = {};
    frame(window, m_desk);
    frame(window, m_desk);

    // Asked once, not with every frame until the desk answers.
    QCOMPARE(m_terminal->selections.size(), std::size_t{1});
    QCOMPARE(m_terminal->selections.front(), test::symbolOf("005930"));

    test::FakeTerminal early;
    early.configurationToEdit().screener.watchList = {QStringLiteral("000660")};
    MainWindow beforeOpen{early, options()};
    m_desk.screen.reset();
    early.put(m_desk);
    beforeOpen.showFrame();
    QCOMPARE(early.selections.size(), std::size_t{1});
    QCOMPARE(early.selections.front(), test::symbolOf("000660"));
}

void MainWindowTest::doesNotJumpBackToAnOlderSelection()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    frame(window, m_desk);
    window.selectNextSymbol(1);
    window.selectNextSymbol(1);

    m_desk.selected = test::symbolOf("000660");  // The desk confirms the first of the two.
    frame(window, m_desk);
    QCOMPARE(window.screenPanel().table().currentIndex().row(), 2);
    m_desk.selected = test::symbolOf("042700");
    frame(window, m_desk);

    QCOMPARE(window.screenPanel().table().currentIndex().row(), 2);
    QCOMPARE(m_terminal->selections.size(), std::size_t{2});
}

void MainWindowTest::selectsNoNeighbourWhenTheSelectedRowLeaves()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    m_desk.selected = m_desk.screen->rows.at(1).symbol;
    frame(window, m_desk);
    QCOMPARE(window.screenPanel().table().currentIndex().row(), 1);

    auto without = std::make_shared<core::domain::ScreenResult>(*m_desk.screen);
    without->rows.erase(without->rows.begin() + 1);
    m_desk.screen = without;
    m_desk.symbols.erase(m_desk.symbols.begin() + 1);
    frame(window, m_desk);
    frame(window, m_desk);

    QVERIFY(!window.screenPanel().table().currentIndex().isValid());
    QVERIFY(m_terminal->selections.empty());
}

void MainWindowTest::keysDoNothingWhileTyping()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    frame(window, m_desk);
    window.topBar().search().setFocus();

    QTest::keyClick(&window.topBar().search(), Qt::Key_Down);
    QTest::keyClick(&window.topBar().search(), Qt::Key_5);

    QVERIFY(m_terminal->selections.empty());
    QCOMPARE(window.chartPanel(0).request().interval, Interval::M1);
}

void MainWindowTest::findsSymbols()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    ui::SymbolSearch& search = window.topBar().search();
    QCOMPARE(QApplication::focusWidget(), &search);

    QTest::keyClicks(&search, QStringLiteral("0862"));
    QCOMPARE(search.matches().rowCount(), 0);
    search.clear();
    QTest::keyClicks(&search, QStringLiteral("0865"));
    QCOMPARE(search.matches().rowCount(), 1);
    QVERIFY(search.matches().item(0)->text().contains(QStringLiteral("에코프로")));
    QTest::keyClick(&search, Qt::Key_Return);

    QCOMPARE(m_terminal->selections.back(), test::symbolOf("086520"));
    QVERIFY(search.text().isEmpty());
}

void MainWindowTest::screensNow()
{
    MainWindow window{*m_terminal, options()};
    show(window);

    QTest::keyClick(&window, Qt::Key_F5);

    QCOMPARE(m_terminal->screenings, 1);
}

void MainWindowTest::reachesPanelsByKey()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QVERIFY(window.logPanel().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(window.chartPanel(0).isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QVERIFY(window.screenPanel().isAncestorOf(QApplication::focusWidget()));
    dock(window, "health")->hide();
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(dock(window, "health")->isVisible());
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!window.isVisible());
}

void MainWindowTest::switchesLanguageWithoutLosingState()
{
    MainWindow window{*m_terminal, options(Language::English)};
    show(window);
    frame(window, m_desk);
    window.selectNextSymbol(4);
    window.chartPanel(0).plot().pan(-30);
    const ui::ChartScale scale = window.chartPanel(0).plot().scale();
    QSignalSpy resets{&window.screenPanel().model(), &QAbstractItemModel::modelReset};
    QCOMPARE(dock(window, "log")->windowTitle(), QStringLiteral("Event log"));

    window.setLanguage(Language::Korean);
    QCoreApplication::processEvents();
    frame(window, m_desk);

    QCOMPARE(dock(window, "log")->windowTitle(), QStringLiteral("이벤트 로그"));
    const auto header = [&window](ui::ScreenColumn column) {
        return window.screenPanel().model().headerData(static_cast<int>(column), Qt::Horizontal,
                                                       Qt::DisplayRole);
    };
    QCOMPARE(header(ui::ScreenColumn::Strength).toString(), QStringLiteral("체결강도"));
    QCOMPARE(header(ui::ScreenColumn::Value).toString(), QStringLiteral("거래대금(억)"));
    QCOMPARE(window.topBar().figures().figures().at(0).caption, QStringLiteral("계좌"));
    QCOMPARE(window.topBar().figures().valueAt(1), QStringLiteral("정규장"));
    QCOMPARE(window.logPanel().model().index(5, ui::LogModel::Text).data().toString(),
             QStringLiteral("선별: 후보 142, 평가 81, 적격 22"));
    QCOMPARE(window.screenPanel().table().currentIndex().row(), 4);
    QCOMPARE(window.chartPanel(0).plot().scale().first, scale.first);
    QCOMPARE(window.chartPanel(0).plot().scale().visible, scale.visible);
    QCOMPARE(resets.size(), 0);
    window.setLanguage(Language::English);
    QCoreApplication::processEvents();
    QCOMPARE(dock(window, "log")->windowTitle(), QStringLiteral("Event log"));
}

void MainWindowTest::restoresDocksColumnsAndTaste()
{
    const QTemporaryDir folder;
    const ui::WindowOptions kept{
        .settingsPath = folder.filePath(QStringLiteral("window.ini")), .language = {}, .theme = {}};
    int healthWidth = 0;
    {
        MainWindow window{*m_terminal, kept};
        show(window);
        frame(window, m_desk);
        window.setChartLayout(ChartLayout::Two);
        window.setThemeName(ThemeName::Light);
        window.setUpColour(ui::UpColour::Blue);
        window.setLanguage(Language::Korean);
        window.setFontPoints(12);
        window.addDockWidget(Qt::RightDockWidgetArea, dock(window, "health"));
        window.chartPanel(0).setInterval(Interval::M3);
        window.chartPanel(0).setPinned(true);
        window.screenPanel().table().setColumnHidden(static_cast<int>(ui::ScreenColumn::Spread),
                                                     true);
        window.screenPanel().table().horizontalHeader()->moveSection(6, 2);
        window.logPanel().setLeastSeverity(core::domain::Severity::Warning);
        QCoreApplication::processEvents();
        healthWidth = dock(window, "health")->width();
        QVERIFY(window.close());
    }

    MainWindow window{*m_terminal, kept};
    show(window);
    QCoreApplication::processEvents();

    QCOMPARE(window.chartLayout(), ChartLayout::Two);
    QVERIFY(dock(window, "chart2")->isVisible());
    QVERIFY(!dock(window, "chart3")->isVisible());
    QCOMPARE(window.dockWidgetArea(dock(window, "health")), Qt::RightDockWidgetArea);
    // Qt shares what rounding leaves among the docks.
    QVERIFY(qAbs(dock(window, "health")->width() - healthWidth) < 8);
    QCOMPARE(window.theme(), ui::Theme::make(ThemeName::Light, ui::UpColour::Blue));
    QCOMPARE(window.language(), Language::Korean);
    QCOMPARE(window.fontPoints(), 12);
    QCOMPARE(window.chartPanel(0).request().interval, Interval::M3);
    QCOMPARE(window.chartPanel(0).request().symbol, test::symbolOf("005930"));
    QVERIFY(window.chartPanel(0).isPinned());
    const ui::DeskTable& table = window.screenPanel().table();
    QVERIFY(table.isColumnHidden(static_cast<int>(ui::ScreenColumn::Spread)));
    QCOMPARE(table.horizontalHeader()->logicalIndex(2), 6);
}

void MainWindowTest::survivesBrokenSettings()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.ini"));
    {
        QSettings settings{path, QSettings::IniFormat};
        settings.setValue(QStringLiteral("window/state"), QByteArrayLiteral("no state"));
        settings.setValue(QStringLiteral("window/geometry"), 17);
        settings.setValue(QStringLiteral("window/charts"), 99);
        settings.setValue(QStringLiteral("ui/fontPoints"), -3);
        settings.setValue(QStringLiteral("ui/theme"), QStringLiteral("loud"));
        settings.setValue(QStringLiteral("log/least"), 99);
        settings.setValue(QStringLiteral("screen/columns"), QByteArrayLiteral("x"));
        settings.setValue(QStringLiteral("chart1/pinned"), QStringLiteral("not a code"));
    }
    MainWindow window{*m_terminal,
                      {.settingsPath = path, .language = Language::English, .theme = {}}};
    show(window);
    frame(window, m_desk);

    QCOMPARE(window.fontPoints(), ui::kFontPointsMin);
    QCOMPARE(window.chartLayout(), ChartLayout::One);
    QVERIFY(dock(window, "top30")->isVisible());
    QVERIFY(!window.chartPanel(0).isPinned());
}

void MainWindowTest::resetsTheLayout()
{
    MainWindow window{*m_terminal, options()};
    window.resize(1'920, 1'080);
    show(window);
    QCoreApplication::processEvents();
    const int width = dock(window, "top30")->width();
    dock(window, "top30")->setFloating(true);
    dock(window, "health")->hide();
    window.setChartLayout(ChartLayout::Four);
    QCoreApplication::processEvents();

    window.resetLayout();
    QCoreApplication::processEvents();

    QVERIFY(!dock(window, "top30")->isFloating());
    QVERIFY(dock(window, "health")->isVisible());
    QVERIFY(!dock(window, "chart4")->isVisible());
    QVERIFY(qAbs(dock(window, "top30")->width() - width) < 8);
    // As much as the columns up to the score need, the automatic state among them.
    QVERIFY(qAbs(width - 540) < 20);
}

void MainWindowTest::showsFiguresInTheStatusStrip()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    frame(window, m_desk);

    const ui::FigureRow& figures = window.statusStrip().figures();
    QCOMPARE(figures.valueAt(StatusStrip::Feed), QStringLiteral("live"));
    QCOMPARE(figures.valueAt(StatusStrip::LastFrame), QStringLiteral("0.2 s"));
    QCOMPARE(figures.valueAt(StatusStrip::FrameRate), QStringLiteral("312/s"));
    QCOMPARE(figures.valueAt(StatusStrip::RecordRate), QStringLiteral("412/s"));
    QCOMPARE(figures.valueAt(StatusStrip::BadFrames), QStringLiteral("0"));
    QCOMPARE(figures.valueAt(StatusStrip::Gaps), QStringLiteral("1"));
    QCOMPARE(figures.valueAt(StatusStrip::Token), QStringLiteral("08:51"));
    QCOMPARE(figures.valueAt(StatusStrip::Budget), QStringLiteral("2/15 /s"));
    QCOMPARE(figures.valueAt(StatusStrip::Queue), QStringLiteral("4"));
    QCOMPARE(figures.valueAt(StatusStrip::Slots), QStringLiteral("37/39"));
    QCOMPARE(figures.valueAt(StatusStrip::Decision), QStringLiteral("3.4 µs"));
    QCOMPARE(figures.valueAt(StatusStrip::Disk), QStringLiteral("80 GiB"));
    QCOMPARE(figures.valueAt(StatusStrip::Clock), QStringLiteral("4 ms"));
    QCOMPARE(figures.valueAt(StatusStrip::ConfigHash), QStringLiteral("3f9a12bc"));
    QCOMPARE(figures.figures().at(StatusStrip::Slots).colour, window.theme().warn);

    StatusStrip strip;
    strip.setTheme(window.theme(), 10);
    strip.apply(m_desk, std::chrono::milliseconds{0});
    m_desk.feed.state = core::domain::FeedState::Waiting;
    strip.apply(m_desk, std::chrono::milliseconds{249});
    QCOMPARE(strip.figures().valueAt(StatusStrip::Feed), QStringLiteral("live"));
    strip.apply(m_desk, std::chrono::milliseconds{250});
    QCOMPARE(strip.figures().valueAt(StatusStrip::Feed), QStringLiteral("reconnecting"));
}

void MainWindowTest::showsSessionAndCountdown()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    frame(window, m_desk);

    const ui::FigureRow& figures = window.topBar().figures();
    QCOMPARE(figures.valueAt(0), QStringLiteral("500*****-01"));
    QCOMPARE(figures.valueAt(1), QStringLiteral("Regular session"));
    QCOMPARE(figures.valueAt(2), QStringLiteral("Closing auction in 02:14:07"));
    QCOMPARE(figures.valueAt(3), QStringLiteral("13:05:53"));
    QCOMPARE(figures.valueAt(4), QString{});
    m_desk.clockSpeed = 60;
    m_desk.feed.lastFrame = m_desk.now - std::chrono::seconds{60};
    frame(window, m_desk);
    QCOMPARE(figures.valueAt(4), QStringLiteral("60×"));
    StatusStrip strip;
    strip.apply(m_desk, std::chrono::milliseconds{0});
    QCOMPARE(strip.figures().valueAt(StatusStrip::LastFrame), QStringLiteral("1.0 s"));
}

void MainWindowTest::namesEveryControl()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    int controls = 0;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) != nullptr
                             || qobject_cast<QAbstractSpinBox*>(widget) != nullptr
                             || qobject_cast<ui::LadderView*>(widget) != nullptr
                             || qobject_cast<QLineEdit*>(widget) != nullptr
                             || qobject_cast<QComboBox*>(widget) != nullptr
                             || qobject_cast<ui::DeskTable*>(widget) != nullptr
                             || qobject_cast<ui::ChartPlot*>(widget) != nullptr;
        // Buttons inside a text field, the field of a spin box and the hidden buttons of tabs,
        // docks and tables are Qt's own.
        if (!control || qobject_cast<QLineEdit*>(widget->parentWidget()) != nullptr
            || qobject_cast<QTabBar*>(widget->parentWidget()) != nullptr
            || qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr
            || qobject_cast<QDockWidget*>(widget->parentWidget()) != nullptr
            || qobject_cast<QTableView*>(widget->parentWidget()) != nullptr) {
            continue;
        }
        ++controls;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool named =
            !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(
            named,
            qUtf8Printable(QLatin1String{widget->metaObject()->className()} + QLatin1Char{' '}
                           + (widget->parentWidget() != nullptr
                                  ? QLatin1String{widget->parentWidget()->metaObject()->className()}
                                  : QLatin1String{})));
        QVERIFY2(widget->focusPolicy() != Qt::NoFocus, qUtf8Printable(widget->accessibleName()));
    }
    QVERIFY(controls > 40);
}

void MainWindowTest::scalesFonts()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    frame(window, m_desk);
    for (int points = 10; points < 20; ++points) {
        QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);
    }
    QCOMPARE(window.fontPoints(), 16);
    QCOMPARE(window.screenPanel().table().rowHeight(0), ui::rowHeight(16));
    window.setFontPoints(2);
    QCOMPARE(window.fontPoints(), 9);
}

void MainWindowTest::ignoresChartsOfAnEarlierRequest()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    frame(window, m_desk);
    frame(window, m_desk);
    const std::size_t bars = window.chartPanel(0).plot().candles().bars().size();
    QCOMPARE(bars, std::size_t{481});

    // The selection moved on; this snapshot still carries the chart asked for before.
    m_desk.selected = test::symbolOf("000660");
    frame(window, m_desk);
    frame(window, m_desk);

    QVERIFY(!window.chartPanel(0).header().valueAt(0).contains(QStringLiteral("삼성")));
    QVERIFY(window.chartPanel(0).plot().candles().bars().empty());
}

void MainWindowTest::measuresItsFrames()
{
    MainWindow window{*m_terminal, options()};
    show(window);
    window.frameMeter().restart();

    QTRY_VERIFY_WITH_TIMEOUT(window.frameMeter().frames() >= 20, test::kPatience);

    QVERIFY(window.frameMeter().framesPerSecond() > 5);
    QVERIFY(window.frameMeter().gapMax() >= window.frameMeter().workMax());
    QCOMPARE(window.frameMeter().snapshots(), std::uint64_t{0});
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
