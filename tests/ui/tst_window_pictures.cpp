// Draws the whole window offscreen in every language, theme and shipped size and looks at the
// picture for content. With UI_PICTURES_DIR set the pictures are kept, for eyes.
#include "tests/support/fake_terminal.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"
#include "tests/support/sample_desk.h"
#include "tests/support/sample_trading.h"
#include "ui/main_window.h"

#include <QDockWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using core::config::Language;
using core::config::ThemeName;

class WindowPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void showsEveryPanel_data();
    void showsEveryPanel();
    void showsTheLogACrosshairAndLimits();
    void showsTroubleInAmber_data();
    void showsTroubleInAmber();
    void showsTheDialogs();
};

namespace
{
/// How many pixels of `area` have exactly this colour.
int count(const QImage& image, const QRect& area, const QColor& colour)
{
    int found = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            found += image.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
        }
    }
    return found;
}

QRect placeOf(const QWidget& widget, const QWidget& window)
{
    return QRect{widget.mapTo(&window, QPoint{0, 0}), widget.size()};
}

void keep(const QImage& image, const QString& name)
{
    const QString folder = qEnvironmentVariable("UI_PICTURES_DIR");
    if (!folder.isEmpty()) {
        QVERIFY(image.save(folder + QLatin1Char{'/'} + name + QStringLiteral(".png")));
    }
}
}  // namespace

void WindowPictures::showsEveryPanel_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<ThemeName>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<ui::ChartLayout>("charts");
    const QSize full{1920, 1080};
    QTest::newRow("ko-dark-1920") << Language::Korean << ThemeName::Dark << full
                                  << ui::ChartLayout::One;
    QTest::newRow("en-dark-1920") << Language::English << ThemeName::Dark << full
                                  << ui::ChartLayout::One;
    QTest::newRow("ko-light-1920-four")
        << Language::Korean << ThemeName::Light << full << ui::ChartLayout::Four;
    QTest::newRow("en-light-1280")
        << Language::English << ThemeName::Light << QSize{1280, 720} << ui::ChartLayout::Two;
    QTest::newRow("ko-dark-1366") << Language::Korean << ThemeName::Dark << QSize{1366, 768}
                                  << ui::ChartLayout::One;
}

void WindowPictures::showsEveryPanel()
{
    QFETCH(Language, language);
    QFETCH(ThemeName, theme);
    QFETCH(QSize, size);
    QFETCH(ui::ChartLayout, charts);
    test::FakeTerminal terminal;
    ui::MainWindow window{terminal, {.settingsPath = {}, .language = language, .theme = theme}};
    window.resize(size);
    window.show();
    window.setChartLayout(charts);
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    terminal.put(test::sampleDesk());
    window.showFrame();
    terminal.put(test::sampleDesk());
    window.showFrame();
    QCoreApplication::processEvents();

    const QImage image = window.grab().toImage();

    keep(image, QString::fromLatin1(QTest::currentDataTag()));
    const ui::Theme& colours = window.theme();
    const QRect plot = placeOf(window.chartPanel(0).plot(), window);
    QVERIFY(count(image, plot, colours.up) > 200);
    QVERIFY(count(image, plot, colours.down) > 200);
    QVERIFY(count(image, plot, colours.panel) > plot.width() * plot.height() / 3);
    const QRect table = placeOf(window.screenPanel().table(), window);
    if (size.width() > 1'300) {
        QVERIFY(count(image, table, colours.accent) > 500);  // The score bars.
    }
    QVERIFY(count(image, image.rect(), colours.frame(core::domain::EnvironmentKind::Sim)) > 3'000);
}

void WindowPictures::showsTheLogACrosshairAndLimits()
{
    test::FakeTerminal terminal;
    ui::MainWindow window{
        terminal, {.settingsPath = {}, .language = Language::Korean, .theme = ThemeName::Dark}};
    window.resize(1600, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    core::domain::DeskSnapshot desk = test::sampleDesk();
    desk.selected = test::symbolOf("108490");
    desk.charts = {test::sampleChart(
        0, {.symbol = desk.selected, .interval = core::domain::Interval::M1}, 70)};
    core::domain::SymbolView& live = desk.charts[0].live;
    live.inVi = true;
    live.expected = live.last;
    live.limits.upper = core::domain::Price::fromWon(live.last.won() + 500);
    live.viReference = core::domain::Price::fromWon(live.last.won() * 10 / 11);
    terminal.put(desk);
    window.showFrame();
    terminal.put(desk);
    window.showFrame();
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    ui::ChartPlot& plot = window.chartPanel(0).plot();
    const QPoint at{plot.width() / 3, plot.height() / 3};
    QTest::mouseMove(plot.viewport(), at);
    QCoreApplication::processEvents();

    const QImage image = window.grab().toImage();

    keep(image, QStringLiteral("ko-dark-1600-log"));
    const ui::Theme& colours = window.theme();
    const QRect area = placeOf(plot, window);
    QVERIFY(count(image, area, colours.warn) > 100);  // The static VI's line and label.
    QVERIFY(plot.axes().marks().size() >= 2);
    const QColor cross = ui::blend(colours.text, colours.panel, 0.45);
    QVERIFY(count(image, area, cross) > plot.scale().plot.width());
    QVERIFY(window.logPanel().isVisible());
    QCOMPARE(window.logPanel().model().rowCount(), 10);
}

void WindowPictures::showsTroubleInAmber_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<ThemeName>("theme");
    QTest::newRow("ko-dark-trouble") << Language::Korean << ThemeName::Dark;
    QTest::newRow("en-dark-trouble") << Language::English << ThemeName::Dark;
    QTest::newRow("ko-light-trouble") << Language::Korean << ThemeName::Light;
    QTest::newRow("en-light-trouble") << Language::English << ThemeName::Light;
}

void WindowPictures::showsTroubleInAmber()
{
    QFETCH(Language, language);
    QFETCH(ThemeName, theme);
    test::FakeTerminal terminal;
    ui::MainWindow window{terminal, {.settingsPath = {}, .language = language, .theme = theme}};
    window.resize(1'920, 1'080);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    core::domain::DeskSnapshot desk = test::sampleDesk();
    core::domain::TradingView trading = test::troubledTrading();
    core::domain::SymbolView& live = desk.symbols[0];
    live.viReference = core::domain::Price::fromWon(66'000);
    live.limits.upper = core::domain::Price::fromWon(73'800);
    desk.trading = std::make_shared<const core::domain::TradingView>(trading);
    terminal.put(desk);
    window.showFrame();
    window.findChild<QDockWidget*>(QStringLiteral("dock.ticket"))->raise();
    window.ticket().quantity().setValue(20);
    QTest::keyClick(&window, Qt::Key_7, Qt::ControlModifier);
    // The gate's answer to what the ticket asks.
    QTRY_VERIFY_WITH_TIMEOUT(std::any_of(terminal.commands.begin(), terminal.commands.end(),
                                         [](const core::domain::Command& command) {
                                             const auto* ask =
                                                 std::get_if<core::domain::PreviewOrder>(&command);
                                             return ask != nullptr && ask->request
                                                    && ask->request->quantity.shares() == 20;
                                         }),
                             test::kPatience);
    std::uint64_t ask = 0;
    for (const core::domain::Command& command : terminal.commands) {
        const auto* preview = std::get_if<core::domain::PreviewOrder>(&command);
        ask = preview != nullptr ? preview->ask : ask;
    }
    trading.preview = test::samplePreview(ask, window.ticket().request(), test::Verdict::Refused);
    desk.trading = std::make_shared<const core::domain::TradingView>(trading);
    terminal.put(desk);
    window.showFrame();
    QCoreApplication::processEvents();

    const QImage image = window.grab().toImage();

    keep(image, QString::fromLatin1(QTest::currentDataTag()));
    const ui::Theme& colours = window.theme();
    const QRect orders = placeOf(window.ordersPanel().table(), window);
    const QColor amber = ui::blend(colours.warn, colours.panel, 0.18);
    QVERIFY(count(image, orders, amber) > 3 * 500 * 10);  // Three rows, pinned.
    const QRect banner = placeOf(window.bannerLine(), window);
    QVERIFY(count(image, banner, colours.warn) > 2'000);
    const QRect ticket = placeOf(window.ticket(), window);
    QVERIFY(count(image, ticket, colours.bad) > 10);  // What says no.
}

void WindowPictures::showsTheDialogs()
{
    test::FakeTerminal terminal;
    ui::MainWindow window{
        terminal, {.settingsPath = {}, .language = Language::Korean, .theme = ThemeName::Dark}};
    window.resize(1'920, 1'080);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    core::domain::DeskSnapshot desk = test::sampleDesk();
    core::domain::TradingView trading = test::troubledTrading();
    trading.gate.arming = core::domain::Arming::Unarmed;
    trading.flatten = desk.trading->flatten;
    desk.environment = core::domain::EnvironmentKind::Live;
    desk.trading = std::make_shared<const core::domain::TradingView>(trading);
    terminal.put(desk);
    window.showFrame();
    const auto pictured = [&window](const QString& name) {
        for (QDialog* dialog : window.findChildren<QDialog*>()) {
            if (dialog->isVisible()) {
                QCoreApplication::processEvents();
                const QImage image = dialog->grab().toImage();
                keep(image, name);
                dialog->close();
                return image.width() > 300 && image.height() > 100;
            }
        }
        return false;
    };

    window.moneyBar().armingButton().click();
    QVERIFY(pictured(QStringLiteral("dialog-arm")));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window.moneyBar().flattenButton().click();
    QVERIFY(pictured(QStringLiteral("dialog-flatten")));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window.moneyBar().gateButton().click();
    QVERIFY(pictured(QStringLiteral("dialog-gate")));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    window.ordersPanel().table().setCurrentIndex(window.ordersPanel().model().index(1, 0));
    window.ordersPanel().resolveButton().click();
    QVERIFY(pictured(QStringLiteral("dialog-resolve")));
}

QTEST_MAIN(WindowPictures)
#include "tst_window_pictures.moc"
