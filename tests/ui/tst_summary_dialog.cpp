// The daily summary: shows any day it is given, asks by signals, never resets a table. With
// UI_PICTURES_DIR set the pictures are kept, for eyes.
#include "core/config/config_file.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"
#include "ui/desk_table.h"
#include "ui/equity_view.h"
#include "ui/guard_bar.h"
#include "ui/summary_dialog.h"
#include "ui/summary_tiles.h"
#include "ui/translation.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

#include <numeric>

namespace domain = core::domain;
using core::config::Language;
using core::config::ThemeName;
using domain::Won;
using ui::SummaryPart;

namespace
{
/// The summary by the tests' own plain sums, so that the window is tested without the report room
/// (which it may not see).
domain::DayPtr dayOf(domain::DayRecord record)
{
    domain::Day day;
    day.summary.date = record.date;
    day.summary.startEquity = record.startEquity;
    day.summary.endEquity = record.endEquity;
    day.summary.costs = record.costs;
    if (record.startEquity && record.endEquity) {
        const Won pnl = *record.endEquity - *record.startEquity;
        day.summary.dayPnl = domain::WonShare{
            pnl, domain::tenThousandthsOf(pnl.value(), record.startEquity->value())};
    }
    for (const domain::TradeRecord& trade : record.trades) {
        domain::TradeFigures figures;
        figures.number = trade.number;
        figures.gross = trade.gross();
        figures.fees = trade.fees;
        figures.taxes = trade.taxes;
        figures.net = trade.net();
        figures.hold = trade.closedAt - trade.openedAt;
        figures.slippage = {Won{1'000}, 2, 0};
        if (trade.buyAmount.value() > 0) {
            figures.netReturn =
                domain::tenThousandthsOf(figures.net.value(), trade.buyAmount.value());
        }
        day.summary.trades.push_back(figures);
        day.summary.totals.trades += 1;
        day.summary.totals.wins += figures.won() ? 1 : 0;
        day.summary.totals.losses += figures.lost() ? 1 : 0;
        day.summary.totals.net += figures.net;
        (figures.won() ? day.summary.totals.gained : day.summary.totals.given) += figures.net;
        day.summary.totals.fees += figures.fees;
        day.summary.totals.taxes += figures.taxes;
    }
    if (!record.minutes.empty()) {
        day.summary.drawdown = domain::Drawdown{Won{12'345}, 1'232, test::sampleTime(9, 30)};
    }
    day.summary.byReason = {{.rule = QStringLiteral("S1"), .totals = day.summary.totals},
                            {.rule = QStringLiteral("ZZ"), .totals = {}}};
    day.summary.byStrategy = {{.rule = QStringLiteral("ENTRY"),
                               .owner = domain::PositionOwner::Base,
                               .totals = day.summary.totals}};
    day.summary.quality = {.gapShares = 120,
                           .feedGaps = 1,
                           .feedDown = std::chrono::seconds{90},
                           .session = std::chrono::seconds{23'400},
                           .up = std::chrono::seconds{22'980}};
    day.summary.check.difference = Won{0};
    day.record = std::move(record);
    return std::make_shared<const domain::Day>(std::move(day));
}

domain::TradingDate before(int days)
{
    return domain::TradingDate{std::chrono::sys_days{test::kSampleDate} - std::chrono::days{days}};
}

QString cell(ui::SummaryDialog& dialog, SummaryPart part, int row, int column)
{
    return dialog.table(part).model()->index(row, column).data().toString();
}
QStringList row(ui::SummaryDialog& dialog, SummaryPart part, int row)
{
    QStringList out;
    for (int column = 0; column < dialog.table(part).model()->columnCount(); ++column) {
        out.push_back(cell(dialog, part, row, column));
    }
    return out;
}
QPushButton* button(ui::SummaryDialog& dialog, const QString& text)
{
    for (QPushButton* one : dialog.findChildren<QPushButton*>()) {
        if (one->text() == text) {
            return one;
        }
    }
    return nullptr;
}
}  // namespace

class TestSummaryDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnAnyWarning();
        m_translation.use(Language::English);
        m_dialog = std::make_unique<ui::SummaryDialog>(m_limits, nullptr);
        m_dialog->setTheme(ui::Theme::make(ThemeName::Dark, ui::UpColour::Red), 10);
    }
    void cleanup() { m_dialog.reset(); }

    void opensOnAnEmptyDay();
    void showsTheHeadlineAgainstTheDayBefore();
    void showsEveryTrade();
    void sortsByValueNotByText();
    void changesADayWithoutAReset();
    void showsTheOtherTables();
    void asksForADay();
    void keepsTheShownDayChosen();
    void asksToSend();
    void exportsOnlyADay();
    void showsTheGuardThatFired();
    void keepsGroupsOfOneNameApart();
    void readsTheCurveUnderThePointer();
    void switchesTheLanguageInPlace();
    void s11_showsNamesAsTheyCame();
    void isDrawn_data();
    void isDrawn();

private:
    core::config::GuardSection m_limits = core::config::defaultConfig().guard;
    ui::Translation m_translation;
    std::unique_ptr<ui::SummaryDialog> m_dialog;
};

void TestSummaryDialog::opensOnAnEmptyDay()
{
    QCOMPARE(m_dialog->tiles().tiles().size(), std::size_t{12});
    QCOMPARE(m_dialog->tiles().tiles()[0].value, QStringLiteral("–"));
    for (const SummaryPart part : ui::kSummaryParts) {
        QVERIFY(m_dialog->table(part).model()->columnCount() > 1);
    }
    domain::DayRecord empty;
    empty.date = test::kSampleDate;

    m_dialog->showDay(dayOf(empty));

    QCOMPARE(m_dialog->table(SummaryPart::Trades).model()->rowCount(), 0);
    QCOMPARE(m_dialog->tiles().tiles()[4].value, QStringLiteral("–"));
    QVERIFY(!m_dialog->grab().isNull());
}

void TestSummaryDialog::showsTheHeadlineAgainstTheDayBefore()
{
    domain::Day day = *dayOf(test::goldenDay());
    domain::DayHeadline yesterday;
    yesterday.dayPnl = domain::WonShare{Won{-5'000}, -500};
    yesterday.trades = 2;
    yesterday.wins = 1;
    yesterday.net = Won{-4'000};
    day.summary.previous = yesterday;

    m_dialog->showDay(std::make_shared<const domain::Day>(day));

    const std::vector<ui::SummaryTile>& tiles = m_dialog->tiles().tiles();
    QCOMPARE(tiles[0].value, QStringLiteral("▲ +5,179"));
    QCOMPARE(tiles[0].note, QStringLiteral("+0.05 % · day before −0.05 %"));
    QVERIFY(tiles[0].sign > 0);
    QCOMPARE(tiles[1].value, QStringLiteral("10,005,179"));
    QCOMPARE(tiles[2].note, QStringLiteral("day before ▼ −4,000"));
    QCOMPARE(tiles[3].note, QStringLiteral("2 won, 1 lost"));
    QCOMPARE(tiles[4].value, QStringLiteral("50.00 %"));
    QCOMPARE(tiles[5].value, QStringLiteral("▲ +6,405"));
    QCOMPARE(tiles[6].value, QStringLiteral("3.68"));
    QCOMPARE(tiles[7].value, QStringLiteral("▼ −12,345"));
    QCOMPARE(tiles[7].note, QStringLiteral("−0.12 % · 09:30:00"));
}

void TestSummaryDialog::showsEveryTrade()
{
    m_dialog->showDay(dayOf(test::goldenDay()));

    QCOMPARE(m_dialog->table(SummaryPart::Trades).model()->rowCount(), 4);
    const QStringList trade = row(*m_dialog, SummaryPart::Trades, 1);
    QCOMPARE(
        trade.mid(0, 14),
        (QStringList{QStringLiteral("2"), QStringLiteral("삼성전자"), QStringLiteral("005930"),
                     QStringLiteral("Base"), QStringLiteral("09:10:00"), QStringLiteral("09:12:30"),
                     QStringLiteral("Base entry"), QStringLiteral("S3 Trailing stop"),
                     QStringLiteral("▲ +6,365"), QStringLiteral("+0.90 %"), QStringLiteral("10"),
                     QStringLiteral("71,000.00"), QStringLiteral("71,800.00"),
                     QStringLiteral("2:30")}));
    QCOMPARE(trade[16], QStringLiteral("+1,000"));
    QCOMPARE(trade[19], QStringLiteral("+0.80 %"));
    QCOMPARE(trade[23], QStringLiteral("+0.51 %"));
    QCOMPARE(trade[28], QStringLiteral("–"));  // No momentum at the exit was recorded.
    QCOMPARE(row(*m_dialog, SummaryPart::Trades, 0)[22], QStringLiteral("yes"));
    QVERIFY(m_dialog->table(SummaryPart::Trades)
                .model()
                ->index(1, 0)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("09:12:30 Sell 10 at 71,800.00, S3 Trailing stop")));
    QCOMPARE(m_dialog->tabs().tabText(0), QStringLiteral("Trades 4"));
}

void TestSummaryDialog::sortsByValueNotByText()
{
    m_dialog->showDay(dayOf(test::goldenDay()));
    constexpr int kNet = 8;
    QAbstractItemModel* model = m_dialog->table(SummaryPart::Trades).model();

    model->sort(kNet, Qt::AscendingOrder);
    QCOMPARE(cell(*m_dialog, SummaryPart::Trades, 0, kNet), QStringLiteral("▼ −9,538"));
    QCOMPARE(cell(*m_dialog, SummaryPart::Trades, 1, kNet), QStringLiteral("0"));
    QCOMPARE(cell(*m_dialog, SummaryPart::Trades, 2, kNet), QStringLiteral("▲ +6,365"));
    QCOMPARE(cell(*m_dialog, SummaryPart::Trades, 3, kNet), QStringLiteral("▲ +28,796"));

    model->sort(kNet, Qt::DescendingOrder);
    QCOMPARE(cell(*m_dialog, SummaryPart::Trades, 0, kNet), QStringLiteral("▲ +28,796"));
}

void TestSummaryDialog::changesADayWithoutAReset()
{
    for (const SummaryPart part : ui::kSummaryParts) {
        QAbstractItemModel* model = m_dialog->table(part).model();
        const QAbstractItemModelTester tester{
            model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QSignalSpy resets{model, &QAbstractItemModel::modelReset};

        m_dialog->showDay(dayOf(test::busyDay(60)));
        model->sort(1, Qt::DescendingOrder);
        m_dialog->showDay(dayOf(test::goldenDay()));
        m_dialog->showDay(dayOf({}));
        m_dialog->showDay(dayOf(test::goldenDay()));

        QCOMPARE(resets.size(), 0);
    }
    QCOMPARE(m_dialog->table(SummaryPart::Trades).model()->rowCount(), 4);
}

void TestSummaryDialog::showsTheOtherTables()
{
    m_dialog->showDay(dayOf(test::goldenDay()));

    QCOMPARE(row(*m_dialog, SummaryPart::Reasons, 0)[0], QStringLiteral("S1 Stop loss"));
    QCOMPARE(row(*m_dialog, SummaryPart::Reasons, 0)[4], QStringLiteral("50.00 %"));
    QCOMPARE(row(*m_dialog, SummaryPart::Reasons, 1)[4], QStringLiteral("–"));
    QCOMPARE(row(*m_dialog, SummaryPart::Strategies, 0)[0], QStringLiteral("Base · Base entry"));
    QCOMPARE(row(*m_dialog, SummaryPart::Open, 1).mid(5, 3),
             (QStringList{QStringLiteral("198,000"), QStringLiteral("▼ −2,000"),
                          QStringLiteral("yes")}));
    QCOMPARE(row(*m_dialog, SummaryPart::Interventions, 0).last(), QStringLiteral("▼ −3,000"));
    QCOMPARE(row(*m_dialog, SummaryPart::Interventions, 1)[3], QStringLiteral("71,000"));
    QVERIFY(row(*m_dialog, SummaryPart::Interventions, 2)[3] != u"2");  // A level has a name.
    QCOMPARE(row(*m_dialog, SummaryPart::Interventions, 2).last(), QStringLiteral("–"));
    QCOMPARE(row(*m_dialog, SummaryPart::Violations, 0)[1], QStringLiteral("Stop not followed"));
    QCOMPARE(row(*m_dialog, SummaryPart::Guard, 0)[1], QStringLiteral("Trail"));
    QCOMPARE(row(*m_dialog, SummaryPart::Quality, 1)[1], QStringLiteral("98.21 %"));
    QCOMPARE(row(*m_dialog, SummaryPart::Quality, 3)[1], QStringLiteral("1, together 1:30"));
    QCOMPARE(row(*m_dialog, SummaryPart::Quality, 6)[1], QStringLiteral("agrees"));

    domain::Day off = *m_dialog->day();
    off.summary.check.difference = Won{1};
    m_dialog->showDay(std::make_shared<const domain::Day>(off));
    QCOMPARE(row(*m_dialog, SummaryPart::Quality, 6)[1], QStringLiteral("differs by ▲ +1 won"));
}

void TestSummaryDialog::asksForADay()
{
    m_dialog->setDays({before(4), test::kSampleDate, before(1)});
    m_dialog->showDay(dayOf(test::goldenDay()));
    QSignalSpy wanted{m_dialog.get(), &ui::SummaryDialog::dayWanted};
    const auto buttons = m_dialog->findChildren<QToolButton*>();
    const auto earlier = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton* one) {
        return one->text() == QStringLiteral("◀");
    });
    QVERIFY(earlier != buttons.end());
    QCOMPARE(m_dialog->days().currentText(), QStringLiteral("2026-11-24"));

    (*earlier)->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<domain::TradingDate>(), before(1));
    QCOMPARE(m_dialog->day()->record.date, test::kSampleDate);  // Until it arrives.

    (*earlier)->click();
    QCOMPARE(wanted[1][0].value<domain::TradingDate>(), before(4));
    QVERIFY(!(*earlier)->isEnabled());
}

void TestSummaryDialog::keepsTheShownDayChosen()
{
    m_dialog->showDay(dayOf(test::goldenDay()));
    QCOMPARE(m_dialog->days().currentText(), QStringLiteral("2026-11-24"));

    m_dialog->setDays({before(1), before(2)});  // The running day has no file yet.
    m_dialog->showDay(dayOf(test::goldenDay()));

    QCOMPARE(m_dialog->days().count(), 3);
    QCOMPARE(m_dialog->days().currentIndex(), 0);
}

void TestSummaryDialog::asksToSend()
{
    QSignalSpy sent{m_dialog.get(), &ui::SummaryDialog::sendWanted};
    QPushButton* send = button(*m_dialog, QStringLiteral("Send to Telegram"));
    QVERIFY(send != nullptr);
    QVERIFY(!send->isEnabled());

    m_dialog->showDay(dayOf(test::goldenDay()));
    send->click();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][0].value<domain::TradingDate>(), test::kSampleDate);

    m_dialog->setSendable(QStringLiteral("no messenger is set up"));
    QVERIFY(!send->isEnabled());
    QVERIFY(send->toolTip().contains(QStringLiteral("no messenger")));
}

void TestSummaryDialog::exportsOnlyADay()
{
    QPushButton* out = button(*m_dialog, QStringLiteral("Export"));
    QVERIFY(out != nullptr);
    QVERIFY(!out->isEnabled());

    m_dialog->showDay(dayOf(test::goldenDay()));
    QVERIFY(out->isEnabled());
    m_dialog->setExportFolder(QStringLiteral("/somewhere"));
    QSignalSpy wanted{m_dialog.get(), &ui::SummaryDialog::exportWanted};

    m_dialog->exportTo(domain::ReportFormat::Pdf, QStringLiteral("/somewhere/day"));
    m_dialog->exportTo(domain::ReportFormat::Html, QStringLiteral("/somewhere/day.HTML"));
    m_dialog->exportTo(domain::ReportFormat::Csv, QString{});  // Given up.

    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[0][0].value<domain::TradingDate>(), test::kSampleDate);
    QCOMPARE(wanted[0][1].value<domain::ReportFormat>(), domain::ReportFormat::Pdf);
    QCOMPARE(wanted[0][2].toString(), QStringLiteral("/somewhere/day.pdf"));
    QCOMPARE(wanted[1][2].toString(), QStringLiteral("/somewhere/day.HTML"));
}

void TestSummaryDialog::showsTheGuardThatFired()
{
    const auto fired = [this] {
        int count = 0;
        for (const ui::GuardBar::Mark& mark : m_dialog->guardBar().marks()) {
            count += mark.fired ? 1 : 0;
        }
        return count;
    };
    domain::DayRecord day = test::goldenDay();
    day.guard.clear();
    m_dialog->showDay(dayOf(day));
    QCOMPARE(fired(), 0);

    day.guard = {{.rule = domain::GuardRule::LossStop, .at = test::sampleTime(11, 0)},
                 {.rule = domain::GuardRule::HardLoss, .at = test::sampleTime(11, 30)}};
    m_dialog->showDay(dayOf(day));
    QCOMPARE(fired(), 2);
}

void TestSummaryDialog::keepsGroupsOfOneNameApart()
{
    // "BASE" and "ENTRY" have the same words.
    domain::Day day = *dayOf(test::goldenDay());
    day.summary.byReason = {{.rule = QStringLiteral("BASE"), .totals = {}},
                            {.rule = QStringLiteral("ENTRY"), .totals = day.summary.totals}};

    m_dialog->showDay(std::make_shared<const domain::Day>(day));

    QCOMPARE(m_dialog->table(SummaryPart::Reasons).model()->rowCount(), 2);
    QCOMPARE(row(*m_dialog, SummaryPart::Reasons, 0)[1], QStringLiteral("0"));
    QCOMPARE(row(*m_dialog, SummaryPart::Reasons, 1)[1], QStringLiteral("4"));
}

void TestSummaryDialog::readsTheCurveUnderThePointer()
{
    ui::EquityView& curve = m_dialog->curve();
    curve.resize(700, 220);
    QCOMPARE(curve.textAt(100), QString{});

    m_dialog->showDay(dayOf(test::goldenDay()));
    curve.resize(700, 220);

    QCOMPARE(curve.textAt(10), QStringLiteral("09:01  10,000,000  0"));
    QVERIFY(curve.textAt(590).contains(QStringLiteral("10:31  10,015,000  ▲ +15,000")));
    QCOMPARE(curve.textAt(699), QString{});
}

void TestSummaryDialog::switchesTheLanguageInPlace()
{
    m_dialog->showDay(dayOf(test::goldenDay()));
    m_dialog->table(SummaryPart::Trades).model()->sort(8, Qt::AscendingOrder);

    m_translation.use(Language::Korean);
    QCoreApplication::sendPostedEvents();

    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("일일 요약"));
    QCOMPARE(m_dialog->tabs().tabText(0), QStringLiteral("거래 4"));
    QCOMPARE(cell(*m_dialog, SummaryPart::Trades, 0, 7), QStringLiteral("S1 손절"));
    QCOMPARE(m_dialog->tiles().tiles()[4].caption, QStringLiteral("승률"));
    for (const SummaryPart part : ui::kSummaryParts) {
        const QAbstractItemModel* model = m_dialog->table(part).model();
        for (int column = 0; column < model->columnCount(); ++column) {
            const QString title = model->headerData(column, Qt::Horizontal).toString();
            const bool korean = std::any_of(title.begin(), title.end(), [](QChar unit) {
                return unit.script() == QChar::Script_Hangul;
            });
            QVERIFY2(korean || title == u"MFE" || title == u"MAE", qPrintable(title));
        }
    }
}

void TestSummaryDialog::s11_showsNamesAsTheyCame()
{
    domain::DayRecord day = test::goldenDay();
    const QString hostile = QStringLiteral("<b>x</b><img src=x>");
    for (domain::TradeRecord& trade : day.trades) {
        trade.name = trade.exitRule = hostile;
        trade.fills[0].rule = hostile;
    }
    day.violations[0].detail = hostile;

    m_dialog->showDay(dayOf(day));
    m_dialog->tell(hostile);

    QCOMPARE(cell(*m_dialog, SummaryPart::Trades, 0, 1), hostile);
    const QString tip =
        m_dialog->table(SummaryPart::Trades).model()->index(0, 1).data(Qt::ToolTipRole).toString();
    QVERIFY(!Qt::mightBeRichText(tip) || !tip.contains(QStringLiteral("<img")));
    for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
    }
}

void TestSummaryDialog::isDrawn_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<ThemeName>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("ko-dark") << Language::Korean << ThemeName::Dark << QSize{1'120, 780};
    QTest::newRow("en-dark") << Language::English << ThemeName::Dark << QSize{1'120, 780};
    QTest::newRow("ko-light") << Language::Korean << ThemeName::Light << QSize{1'120, 780};
    QTest::newRow("en-light") << Language::English << ThemeName::Light << QSize{1'120, 780};
    QTest::newRow("ko-dark-narrow") << Language::Korean << ThemeName::Dark << QSize{820, 640};
}

void TestSummaryDialog::isDrawn()
{
    QFETCH(Language, language);
    QFETCH(ThemeName, theme);
    QFETCH(QSize, size);
    m_translation.use(language);
    const ui::Theme look = ui::Theme::make(theme, ui::UpColour::Red);
    QApplication::setFont(ui::deskFont(10));
    m_dialog->setStyleSheet(look.styleSheet(10));
    m_dialog->setTheme(look, 10);
    m_dialog->setDays({before(1), before(4)});
    m_dialog->resize(size);
    m_dialog->QWidget::show();
    domain::Day day = *dayOf(test::busyDay(60));
    day.summary.previous = day.summary.headline();
    m_dialog->showDay(std::make_shared<const domain::Day>(day));
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));

    const QImage image = m_dialog->grab().toImage();
    // All twelve tiles have their place, whatever the width.
    const ui::SummaryTiles& tiles = m_dialog->tiles();
    QVERIFY(tiles.height() >= tiles.heightForWidth(tiles.width()));

    int up = 0;
    int down = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            up += image.pixelColor(x, y) == look.up ? 1 : 0;
            down += image.pixelColor(x, y) == look.down ? 1 : 0;
        }
    }
    QVERIFY(up > 50);
    QVERIFY(down > 50);
    const QString folder = qEnvironmentVariable("UI_PICTURES_DIR");
    if (folder.isEmpty()) {
        return;
    }
    const QString name =
        folder + QStringLiteral("/summary-") + QLatin1String{QTest::currentDataTag()};
    QVERIFY(image.save(name + QStringLiteral(".png")));
    for (int tab = 1; tab < m_dialog->tabs().count(); ++tab) {
        m_dialog->tabs().setCurrentIndex(tab);
        QVERIFY(m_dialog->grab().save(name + QStringLiteral("-%1.png").arg(tab)));
    }
    m_dialog->tabs().setCurrentIndex(0);
    domain::DayRecord empty;
    empty.date = before(1);
    m_dialog->showDay(dayOf(empty));
    QVERIFY(m_dialog->grab().save(name + QStringLiteral("-empty.png")));
}

QTEST_MAIN(TestSummaryDialog)
#include "tst_summary_dialog.moc"
