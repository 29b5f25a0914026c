// The rules in the window: what is shown for which value, and which command each action sends.
#include "tests/support/fake_terminal.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"
#include "tests/support/sample_desk.h"
#include "tests/support/sample_rules.h"
#include "ui/add_dialogs.h"
#include "ui/automation_dialog.h"
#include "ui/format.h"
#include "ui/guard_bar.h"
#include "ui/main_window.h"
#include "ui/price_distance.h"
#include "ui/rule_lookup.h"
#include "ui/step_spin.h"
#include "ui/stop_dialog.h"
#include "ui/words_rules.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace core::domain;
using core::config::Language;
using core::config::ThemeName;

class RulesWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheStageWithThePricesThatChangeIt();
    void aTabShowsItsSymbolEverywhere();
    void namesTheOrderThatWorks();
    void showsVoidAndOffWithTheirReason();
    void showsEveryConditionWithLimitDistanceAndSteps();
    void showsThePositionAfterTheAdd();
    void blocksOnlyWithAReason();
    void approvesOnlyWithAReasonAndShowsWhatIsNeverWaived();
    void countsAnApprovalDown();
    void offersNoApprovalWhereTheStateForbidsIt();
    void givesTheAddBackToTheRules();
    void showsTheBindingStopAndTrailing();
    void sortsPositionsByTheWayToTheirStop();
    void setsTheAutomaticStateFromThePositions();
    void movesAStopUpAtOnceAndDownOnlyConfirmed();
    void asksWhichOffIsMeantWhileHolding();
    void cyclesASymbolThatIsNotHeld();
    void asksBeforeTheMasterLeavesPositionsAlone();
    void resetsTheGuardOnlyAfterAQuestion();
    void namesOnlyWhatIsStillToBeReset();
    void tellsWhatTheGuardDid();
    void takesTheGuardsMarksFromTheConfiguration();
    void filtersDecisionsAndOpensTheirConditions();
    void keepsTheFilterOfDecisions();
    void foldsRefusalsThatSayTheSame();
    void namesWhatHasLeftEveryList();
    void keepsTheAutomaticStateInView_data();
    void keepsTheAutomaticStateInView();
    void saysWhyTheSelectedSymbolIsNotBought();
    void showsInterventionsAndWhatTheHandGained();
    void drawsStopsBandAndFillsIntoTheChart();
    void ruleKeysAreDeadWhileTyping();
    void countsPriceStepsAcrossBands();
    void showsTheRulesInBothLanguagesAndThemes_data();
    void showsTheRulesInBothLanguagesAndThemes();

private:
    void show(DeskSnapshot desk);
    void showRules(RulesView rules);
    void select(const char* code);
    std::vector<Command> sent();
    QString cell(const QAbstractItemModel& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    template <typename Dialog>
    Dialog* dialog()
    {
        for (Dialog* one : m_window->findChildren<Dialog*>()) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }

    std::unique_ptr<test::FakeTerminal> m_terminal;
    std::unique_ptr<ui::MainWindow> m_window;
    DeskSnapshot m_desk;
};

void RulesWindow::init()
{
    test::failOnAnyWarning();
    m_terminal = std::make_unique<test::FakeTerminal>();
    m_window = std::make_unique<ui::MainWindow>(*m_terminal,
                                                ui::WindowOptions{.settingsPath = {},
                                                                  .language = Language::English,
                                                                  .theme = ThemeName::Dark});
    m_window->resize(1'920, 1'080);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_desk = test::sampleDesk();
    select("000660");
    m_terminal->commands.clear();
}

void RulesWindow::cleanup()
{
    m_window.reset();
    m_terminal.reset();
}

void RulesWindow::show(DeskSnapshot desk)
{
    m_desk = std::move(desk);
    m_terminal->put(m_desk);
    m_window->showFrame();
}

void RulesWindow::showRules(RulesView rules)
{
    m_desk.rules = std::make_shared<const RulesView>(std::move(rules));
    show(m_desk);
}

void RulesWindow::select(const char* code)
{
    m_desk.selected = test::symbolOf(code);
    m_desk.charts = {test::sampleChart(0, {.symbol = m_desk.selected, .interval = Interval::M1})};
    show(m_desk);
    show(m_desk);
}

std::vector<Command> RulesWindow::sent()
{
    std::vector<Command> orders;
    for (const Command& command : std::exchange(m_terminal->commands, {})) {
        if (!std::holds_alternative<PreviewOrder>(command)
            && !std::holds_alternative<Presence>(command)) {
            orders.push_back(command);
        }
    }
    return orders;
}

void RulesWindow::showsTheStageWithThePricesThatChangeIt()
{
    ui::PyramidPanel& panel = m_window->pyramidPanel();
    using Look = ui::StageBar::Look;
    const std::array<Look, 5> looks{Look::Done, Look::Done, Look::Here, Look::Ahead, Look::Ahead};
    QCOMPARE(panel.symbol(), test::symbolOf("000660"));
    QVERIFY(panel.stages().looks() == looks);
    QVERIFY(panel.stages().note().contains(QStringLiteral("re-break at ≥ 279,500 (+")));
    QVERIFY(panel.stages().note().contains(QStringLiteral("void below 276,000 (")));
    QCOMPARE(panel.levels().valueAt(0), QStringLiteral("279,000"));
    QCOMPARE(panel.levels().valueAt(1), QStringLiteral("276,500"));
    QCOMPARE(panel.levels().valueAt(2), QStringLiteral("0.90 %"));
    QCOMPARE(panel.levels().valueAt(3), ui::priceText(m_desk.symbols[1].last));
    QCOMPARE(panel.levels().valueAt(4), QStringLiteral("3"));  // Near misses.
    QCOMPARE(panel.tabs().count(), 3);
    QVERIFY(panel.policyText().contains(QStringLiteral("hold through")));
}

void RulesWindow::aTabShowsItsSymbolEverywhere()
{
    QTabBar& tabs = m_window->pyramidPanel().tabs();
    QCOMPARE(tabs.currentIndex(), 0);
    select("028300");
    QCOMPARE(tabs.currentIndex(), 2);
    QCOMPARE(m_window->pyramidPanel().symbol(), test::symbolOf("028300"));
    m_terminal->selections.clear();
    tabs.setCurrentIndex(1);
    QCOMPARE(m_terminal->selections.size(), 1U);
    QCOMPARE(m_terminal->selections.front(), test::symbolOf("005930"));
}

void RulesWindow::namesTheOrderThatWorks()
{
    RulesView rules = test::sampleRules();
    rules.positions[0].marks.pattern.state = PatternState::Ordered;
    showRules(rules);
    const ui::StageBar& stages = m_window->pyramidPanel().stages();
    QCOMPARE(stages.stageName(4), ui::patternStateName(PatternState::Ordered));
    showRules(test::sampleRules());
    QCOMPARE(stages.stageName(4), ui::patternStateName(PatternState::Added));
}

void RulesWindow::showsVoidAndOffWithTheirReason()
{
    select("005930");
    ui::StageBar& stages = m_window->pyramidPanel().stages();
    QCOMPARE(stages.state(), PatternState::Off);
    QCOMPARE(stages.note(), QStringLiteral("only base positions are pyramided"));
    RulesView rules = test::sampleRules();
    rules.positions[0].marks.pattern.state = PatternState::Void;
    rules.positions[0].targets = {};
    DecisionList list = *rules.decisions;
    Decision voided;
    voided.kind = DecisionKind::Pattern;
    voided.symbol = test::symbolOf("000660");
    voided.from = PatternState::Pullback;
    voided.state = PatternState::Void;
    voided.why = QLatin1String{"depth"};
    list.push_back(std::make_shared<const Decision>(voided));
    rules.decisions = std::make_shared<const DecisionList>(list);
    showRules(rules);
    select("000660");
    QCOMPARE(stages.state(), PatternState::Void);
    QVERIFY(stages.looks()[2] == ui::StageBar::Look::Dead);
    QCOMPARE(stages.note(), QStringLiteral("pull-back too deep"));
}

void RulesWindow::showsEveryConditionWithLimitDistanceAndSteps()
{
    ui::ConditionModel& model = m_window->pyramidPanel().conditions();
    QCOMPARE(model.rowCount(), 12);
    const ui::ConditionLine& share = model.line(4);
    QCOMPARE(share.name, QStringLiteral("P5 Bid share"));
    QCOMPARE(share.mark, QStringLiteral("✕"));
    QCOMPARE(share.value, QStringLiteral("54.12 %"));
    QCOMPARE(share.limit, QStringLiteral("≥ 58.00 %"));
    QCOMPARE(share.room, QStringLiteral("−3.88 %"));
    QCOMPARE(share.nearMisses, 3);
    QVERIFY(share.gauge > 900 && share.gauge < ui::kGaugeLimit);
    QVERIFY(share.steps.isEmpty());
    QCOMPARE(model.line(5).mark, QStringLiteral("?"));
    QCOMPARE(model.line(5).limit, QStringLiteral("≥ 1.50×"));
    QCOMPARE(model.line(1).room, QStringLiteral("+0.36 %"));
    // E = 270,500: the rise holds from 275,910, so from 276,000 on.
    const Price last = m_desk.charts[0].live.symbol.isEmpty() ? Price{} : m_desk.symbols[1].last;
    QCOMPARE(model.line(1).steps, ui::signedCountText(ui::stepsBetween(
                                      last, Price::fromWon(276'000), StepTable::Share)));
    QCOMPARE(model.line(7).value, QStringLiteral("Pull-back"));
    QCOMPARE(model.line(7).limit, QStringLiteral("Re-break"));
}

void RulesWindow::showsThePositionAfterTheAdd()
{
    const QString text = m_window->pyramidPanel().whatIf().text();
    for (const QString& part :
         {QStringLiteral("554,000"), QStringLiteral("New average 272,666.67"),
          QStringLiteral("Break-even 273,500"), QStringLiteral("Stop 276,500"),
          QStringLiteral("Worst loss ▼ −14,820"), QStringLiteral("of equity −0.15 %"),
          QStringLiteral("Book 2/311")}) {
        QVERIFY2(text.contains(part), qPrintable(text));
    }
    // More than the book shows is a warning.
    const auto book = [this] {
        const QList<ui::FigureRow*> rows =
            m_window->pyramidPanel().whatIf().findChildren<ui::FigureRow*>();
        return rows.back()->figures().at(2);
    };
    QCOMPARE(book().value, QStringLiteral("2/311"));
    const QColor usual = book().colour;
    RulesView rules = test::sampleRules();
    rules.positions[0].whatIf->bookDepth = Quantity{1};
    showRules(rules);
    QCOMPARE(book().value, QStringLiteral("2/1"));
    QVERIFY(book().colour != usual);
    rules.positions[0].whatIf->bookDepth = Quantity{2};
    showRules(rules);
    QCOMPARE(book().colour, usual);
    rules.positions[0].whatIf.reset();
    showRules(rules);
    QVERIFY(!m_window->pyramidPanel().whatIf().text().contains(QStringLiteral("554,000")));
}

void RulesWindow::blocksOnlyWithAReason()
{
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    auto* block = dialog<ui::BlockAddDialog>();
    QVERIFY(block != nullptr);
    QVERIFY(!block->blockButton().isEnabled());
    block->reason().setText(QStringLiteral("   "));
    QVERIFY(!block->blockButton().isEnabled());
    block->reason().setText(QStringLiteral("news"));
    block->blockButton().click();
    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 1U);
    QVERIFY(std::get<OverrideAdd>(commands[0])
            == (OverrideAdd{.symbol = test::symbolOf("000660"),
                            .mode = AddMode::Block,
                            .reason = QStringLiteral("news")}));
}

void RulesWindow::approvesOnlyWithAReasonAndShowsWhatIsNeverWaived()
{
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    auto* approve = dialog<ui::ApproveAddDialog>();
    QVERIFY(approve != nullptr);
    QCOMPARE(approve->failing().rowCount(), 4);
    QVERIFY(approve->waivedText().contains(QStringLiteral("P5 Bid share")));
    QVERIFY(approve->waivedText().contains(QStringLiteral("P8 Pattern")));
    QVERIFY(!approve->waivedText().contains(QStringLiteral("P10")));
    QVERIFY(approve->neverText().contains(QStringLiteral("P10 Size")));
    QVERIFY(approve->whatIf().text().contains(QStringLiteral("272,666.67")));
    QVERIFY(!approve->approveButton().isEnabled());
    QCOMPARE(approve->approveButton().text(), QStringLiteral("Approve for 60 s"));
    const QList<QLabel*> labels = approve->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().contains(QStringLiteral("ends after 60 s"));
    }));
    approve->reason().setText(QStringLiteral("  "));
    QVERIFY(!approve->approveButton().isEnabled());
    approve->reason().setText(QStringLiteral("block trade"));
    QVERIFY(approve->approveButton().isEnabled());
    // The state may forbid it while the dialog is open.
    RulesView rules = test::sampleRules();
    rules.positions[0].approvalOffered = false;
    showRules(rules);
    QVERIFY(!approve->approveButton().isEnabled());
    showRules(test::sampleRules());
    approve->approveButton().click();
    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 1U);
    QVERIFY(std::get<OverrideAdd>(commands[0])
            == (OverrideAdd{.symbol = test::symbolOf("000660"),
                            .mode = AddMode::Approve,
                            .reason = QStringLiteral("block trade")}));
}

void RulesWindow::countsAnApprovalDown()
{
    RulesView rules = test::sampleRules();
    rules.positions[0].override = {.mode = AddMode::Approve,
                                   .reason = QStringLiteral("block trade"),
                                   .until = m_desk.now + std::chrono::seconds{42}};
    showRules(rules);
    const ui::PyramidPanel& panel = m_window->pyramidPanel();
    QCOMPARE(panel.overrideText(), QStringLiteral("Approved for 00:42 more: block trade"));
}

void RulesWindow::offersNoApprovalWhereTheStateForbidsIt()
{
    select("028300");
    QVERIFY(!m_window->pyramidPanel().approveButton().isEnabled());
    QVERIFY(m_window->pyramidPanel().blockButton().isChecked());
    QVERIFY(m_window->pyramidPanel().overrideText().contains(QStringLiteral("공시 대기")));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog<ui::ApproveAddDialog>() == nullptr);
}

void RulesWindow::givesTheAddBackToTheRules()
{
    select("028300");
    m_window->pyramidPanel().autoButton().click();
    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 1U);
    QVERIFY(std::get<OverrideAdd>(commands[0]).mode == AddMode::Auto);
    // What is in force is shown, not what was clicked.
    QVERIFY(!m_window->pyramidPanel().autoButton().isChecked());
}

void RulesWindow::showsTheBindingStopAndTrailing()
{
    const ui::PositionsModel& model = m_window->positionsPanel().model();
    const int row = model.rowOf(QStringLiteral("000660"));
    const auto text = [&](ui::PositionColumn column) {
        return cell(model, row, static_cast<int>(column));
    };
    QCOMPARE(text(ui::PositionColumn::Stop), QStringLiteral("275,000 S3"));
    QCOMPARE(text(ui::PositionColumn::StopDistance), QStringLiteral("−0.54 % · −3"));
    QCOMPARE(text(ui::PositionColumn::Trail), QStringLiteral("on w 1.30 % peak 279,000"));
    QCOMPARE(text(ui::PositionColumn::Pyramid), QStringLiteral("Pull-back"));
    QCOMPARE(text(ui::PositionColumn::Held), QStringLiteral("15:47"));
    QCOMPARE(text(ui::PositionColumn::TimeExit), QStringLiteral("−14:13"));
    QCOMPARE(text(ui::PositionColumn::Automation), ui::autoText(AutoState::On, AutoState::On));

    RulesView rules = test::sampleRules();
    rules.positions[0].exiting = QStringLiteral("S3");
    rules.master = AutoState::ExitsOnly;
    showRules(rules);
    QCOMPARE(text(ui::PositionColumn::Stop), QStringLiteral("selling: S3"));
    QCOMPARE(text(ui::PositionColumn::Automation),
             ui::autoText(AutoState::On, AutoState::ExitsOnly));
    QVERIFY(text(ui::PositionColumn::Automation) != ui::autoText(AutoState::On, AutoState::On));
}

void RulesWindow::sortsPositionsByTheWayToTheirStop()
{
    ui::PositionsPanel& panel = m_window->positionsPanel();
    panel.table().sortByColumn(static_cast<int>(ui::PositionColumn::StopDistance),
                               Qt::AscendingOrder);
    std::int64_t before = std::numeric_limits<std::int64_t>::min();
    int with = 0;
    for (int row = 0; row < panel.model().rowCount(); ++row) {
        const ui::PositionLine& line = panel.model().line(row);
        if (line.position.mismatch) {
            continue;  // Pinned.
        }
        with += line.rules.distanceTenThousandths != 0 ? 1 : 0;
        QVERIFY(line.rules.distanceTenThousandths >= before);
        before = line.rules.distanceTenThousandths;
    }
    QVERIFY(with >= 2);
}

void RulesWindow::setsTheAutomaticStateFromThePositions()
{
    ui::PositionsPanel& panel = m_window->positionsPanel();
    panel.table().setCurrentIndex(
        panel.model().index(panel.model().rowOf(QStringLiteral("000660")), 0));
    QVERIFY(panel.autoButton().isEnabled());
    panel.autoButton().click();
    auto* ask = dialog<ui::AutomationDialog>();
    QVERIFY(ask != nullptr);
    ask->choice(AutoState::Off).setChecked(true);
    ask->goButton().click();
    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 1U);
    QCOMPARE(std::get<SetAutomation>(commands[0]).symbol, test::symbolOf("000660"));
    QVERIFY(std::get<SetAutomation>(commands[0]).state == AutoState::Off);
}

void RulesWindow::movesAStopUpAtOnceAndDownOnlyConfirmed()
{
    ui::PositionsPanel& panel = m_window->positionsPanel();
    const auto open = [&] {
        panel.table().setCurrentIndex(
            panel.model().index(panel.model().rowOf(QStringLiteral("000660")), 0));
        panel.stopButton().click();
        return dialog<ui::StopDialog>();
    };
    ui::StopDialog* up = open();
    QVERIFY(up != nullptr);
    up->level().setPrice(Price::fromWon(276'000));
    QVERIFY(up->moveButton().isEnabled());
    up->moveButton().click();
    std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 1U);
    QVERIFY(std::get<MoveStop>(commands[0]).level == Price::fromWon(276'000));

    ui::StopDialog* down = open();
    down->level().setPrice(Price::fromWon(270'000));
    QVERIFY(down->warning().contains(QStringLiteral("275,000")));
    QVERIFY(!down->moveButton().isEnabled());
    down->confirmation().setChecked(true);
    QVERIFY(down->moveButton().isEnabled());
    down->level().setPrice(Price::fromWon(269'000));
    QVERIFY(!down->moveButton().isEnabled());  // The tick was for another price.
    down->reject();
    QVERIFY(sent().empty());
}

void RulesWindow::asksWhichOffIsMeantWhileHolding()
{
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    auto* ask = dialog<ui::AutomationDialog>();
    QVERIFY(ask != nullptr);
    QVERIFY(sent().empty());
    QVERIFY(ask->chosen() == AutoState::ExitsOnly);
    ask->goButton().click();
    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 1U);
    QVERIFY(std::get<SetAutomation>(commands[0]).state == AutoState::ExitsOnly);
}

void RulesWindow::cyclesASymbolThatIsNotHeld()
{
    select("086520");
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    select("247540");
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 2U);
    QVERIFY(std::get<SetAutomation>(commands[0]).state == AutoState::ExitsOnly);
    QVERIFY(std::get<SetAutomation>(commands[1]).state == AutoState::Off);
    const ui::ScreenModel& model = m_window->screenPanel().model();
    QCOMPARE(cell(model, model.rowOf(test::symbolOf("247540")),
                  static_cast<int>(ui::ScreenColumn::Auto)),
             QStringLiteral("Exits"));
}

void RulesWindow::asksBeforeTheMasterLeavesPositionsAlone()
{
    const QList<QAction*> choices = m_window->moneyBar().masterButton().menu()->actions();
    choices[1]->trigger();
    std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 1U);
    QVERIFY(std::get<SetMaster>(commands[0]).state == AutoState::ExitsOnly);
    choices[2]->trigger();
    QVERIFY(sent().empty());
    auto* ask = dialog<ui::AutomationDialog>();
    QVERIFY(ask != nullptr);
    ask->choice(AutoState::Off).setChecked(true);
    ask->goButton().click();
    commands = sent();
    QCOMPARE(commands.size(), 1U);
    QVERIFY(std::get<SetMaster>(commands[0]).state == AutoState::Off);
}

void RulesWindow::resetsTheGuardOnlyAfterAQuestion()
{
    QTest::mouseClick(&m_window->moneyBar().guardBar(), Qt::LeftButton);
    QVERIFY(sent().empty());
    auto* ask = dialog<QMessageBox>();
    QVERIFY(ask != nullptr);
    QVERIFY(ask->text().contains(QStringLiteral("Trail")));
    for (QAbstractButton* button : ask->buttons()) {
        if (ask->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
        }
    }
    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), 1U);
    QVERIFY(std::get<ConfirmGate>(commands[0]).cause == GateCause::DayReturn);
}

void RulesWindow::namesOnlyWhatIsStillToBeReset()
{
    RulesView rules = test::sampleRules();
    GuardFired loss = rules.guard.state.fired.front();
    loss.rule = GuardRule::LossStop;
    loss.released = true;
    rules.guard.state.fired.push_back(loss);
    showRules(rules);
    QTest::mouseClick(&m_window->moneyBar().guardBar(), Qt::LeftButton);
    auto* ask = dialog<QMessageBox>();
    QVERIFY(ask != nullptr);
    QVERIFY(ask->text().contains(QStringLiteral("Trail")));
    QVERIFY(!ask->text().contains(QStringLiteral("Loss stop")));
    ask->reject();
    for (GuardFired& one : rules.guard.state.fired) {
        one.released = true;
    }
    showRules(rules);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::mouseClick(&m_window->moneyBar().guardBar(), Qt::LeftButton);
    QVERIFY(dialog<QMessageBox>() == nullptr);
    QVERIFY(sent().empty());
}

void RulesWindow::tellsWhatTheGuardDid()
{
    const auto tip = [this] { return m_window->moneyBar().guardBar().accessibleDescription(); };
    QVERIFY2(tip().contains(QStringLiteral("Trail fires at or below 10,270,000 won")),
             qPrintable(tip()));
    QVERIFY(tip().contains(QStringLiteral("Trail fired at 13:01:02, equity 10,268,000 won")));
    QVERIFY(!tip().contains(QStringLiteral("reset by you")));
    QVERIFY(!tip().contains(QStringLiteral("Paused")));
    RulesView rules = test::sampleRules();
    rules.guard.state.fired.front().released = true;
    rules.guard.pausedUntil = test::seoul(13, 40);
    rules.guard.lossStreak = 3;
    showRules(rules);
    QVERIFY(tip().contains(QStringLiteral("reset by you")));
    QVERIFY2(tip().contains(QStringLiteral("Paused until 13:40:00 after 3 losses in a row")),
             qPrintable(tip()));
}

void RulesWindow::takesTheGuardsMarksFromTheConfiguration()
{
    core::config::GuardSection limits = m_terminal->configuration().guard;
    limits.hardLoss = Percent::fromUnits(4 * Percent::kUnitsPerPercent);
    ui::GuardBar bar{limits};
    QCOMPARE(bar.marks()[0].at, -40'000);
    GuardState state;
    state.fired = {{.rule = GuardRule::LossStop}};
    bar.setGuard(state, 27'000);
    QVERIFY(bar.marks()[1].fired && !bar.marks()[0].fired);
    QCOMPARE(m_window->moneyBar().guardBar().trail(), std::optional<std::int64_t>{27'000});
}

void RulesWindow::filtersDecisionsAndOpensTheirConditions()
{
    ui::DecisionsPanel& panel = m_window->decisionsPanel();
    // At first sight: bought, the add that was refused, sold; not the refused entry.
    QCOMPARE(panel.model().rowCount(), 3);
    panel.sortButton(ui::DecisionSort::All).click();
    QCOMPARE(panel.model().rowCount(), 5);
    QCOMPARE(panel.model().line(0).decision->number, 5U);  // Newest on top.
    QCOMPARE(cell(panel.model(), 4, static_cast<int>(ui::DecisionColumn::Text)),
             QStringLiteral("Volume 1.20×, needs ≥ 1.50× (+1 more)"));
    panel.textFilter().setText(QStringLiteral("042700"));
    QCOMPARE(panel.model().rowCount(), 2);
    panel.sortButton(ui::DecisionSort::Refused).click();
    QCOMPARE(panel.model().rowCount(), 1);
    panel.textFilter().clear();
    panel.sortButton(ui::DecisionSort::Exits).click();
    QCOMPARE(panel.model().rowCount(), 1);
    panel.sortButton(ui::DecisionSort::Guard).click();
    QCOMPARE(panel.model().rowCount(), 0);
    panel.sortButton(ui::DecisionSort::Adds).click();
    QCOMPARE(panel.model().rowCount(), 2);
    panel.table().setCurrentIndex(panel.model().index(0, 0));
    QCOMPARE(panel.details().rowCount(), 12);
}

void RulesWindow::keepsTheFilterOfDecisions()
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    m_window->decisionsPanel().sortButton(ui::DecisionSort::Adds).click();
    m_window->decisionsPanel().save(settings);
    ui::DecisionsPanel again;
    QVERIFY(again.sortButton(ui::DecisionSort::Main).isChecked());
    again.restore(settings);
    QVERIFY(again.sortButton(ui::DecisionSort::Adds).isChecked());
    QVERIFY(again.model().filter().sort == ui::DecisionSort::Adds);
}

void RulesWindow::foldsRefusalsThatSayTheSame()
{
    ui::DecisionsPanel& panel = m_window->decisionsPanel();
    panel.sortButton(ui::DecisionSort::Refused).click();
    RulesView rules = test::sampleRules();
    auto list = std::make_shared<core::domain::DecisionList>(*rules.decisions);
    const auto again = [&list](std::uint64_t number, int failing) {
        core::domain::Decision one = *list->front();
        one.number = number;
        one.at += std::chrono::seconds{number};
        one.conditions[2].outcome = failing > 1 ? CheckOutcome::Fail : CheckOutcome::Pass;
        list->push_back(std::make_shared<const core::domain::Decision>(one));
    };
    again(6, 2);
    again(7, 1);
    again(8, 2);
    rules.decisions = list;
    showRules(rules);

    // Two reasons: three times, at the time of the newest; one reason: once; and the add.
    QCOMPARE(panel.model().rowCount(), 3);
    const auto count = static_cast<int>(ui::DecisionColumn::Count);
    QCOMPARE(panel.model().line(0).decision->number, 8U);
    QCOMPARE(cell(panel.model(), 0, count), QStringLiteral("3"));
    QVERIFY(cell(panel.model(), 1, count).isEmpty());

    // The open row follows the newest, and its count goes on when the old ones are gone.
    panel.table().setCurrentIndex(panel.model().index(0, 0));
    auto later = std::make_shared<core::domain::DecisionList>();
    core::domain::Decision newest = *list->back();
    newest.number = 9;
    newest.conditions.pop_back();  // Only to tell which one is shown.
    newest.conditions.push_back(list->back()->conditions[2]);
    newest.conditions[1].value = 0;
    later->push_back(std::make_shared<const core::domain::Decision>(newest));
    rules.decisions = later;
    showRules(rules);
    QCOMPARE(cell(panel.model(), 0, count), QStringLiteral("4"));
    QCOMPARE(panel.details().line(1).value, QStringLiteral("0.00×"));
}

void RulesWindow::namesWhatHasLeftEveryList()
{
    RulesView rules = test::sampleRules();
    auto names = std::make_shared<core::domain::IssueNames>(*rules.names);
    names->insert_or_assign(test::symbolOf("900110"), QStringLiteral("지나간종목"));
    rules.names = names;
    core::domain::Decision sold = *rules.decisions->back();
    sold.symbol = test::symbolOf("900110");
    rules.decisions = std::make_shared<core::domain::DecisionList>(
        core::domain::DecisionList{std::make_shared<const core::domain::Decision>(sold)});
    auto trading = std::make_shared<core::domain::TradingView>(*m_desk.trading);
    core::domain::Position gone;
    gone.symbol = sold.symbol;
    trading->positions.push_back(gone);
    m_desk.trading = trading;
    showRules(rules);
    m_window->positionsPanel().soldButton().click();

    const ui::PositionsModel& positions = m_window->positionsPanel().model();
    QCOMPARE(positions.line(positions.rowOf(QStringLiteral("900110"))).name,
             QStringLiteral("지나간종목"));
    QCOMPARE(m_window->decisionsPanel().model().line(0).name, QStringLiteral("지나간종목"));
}

void RulesWindow::keepsTheAutomaticStateInView_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1920") << QSize{1'920, 1'080};
    QTest::newRow("1366") << QSize{1'366, 768};
}

void RulesWindow::keepsTheAutomaticStateInView()
{
    QFETCH(QSize, size);
    m_window->resize(size);
    m_window->resetLayout();
    QCoreApplication::processEvents();
    QTableView* table = m_window->screenPanel().findChild<QTableView*>();
    const auto column = static_cast<int>(ui::ScreenColumn::Auto);
    const int right = table->columnViewportPosition(column) + table->columnWidth(column);
    QVERIFY2(right <= table->viewport()->width(),
             qPrintable(QStringLiteral("%1 of %2").arg(right).arg(table->viewport()->width())));
}

void RulesWindow::saysWhyTheSelectedSymbolIsNotBought()
{
    RulesView rules = test::sampleRules();
    rules.why = {};
    rules.why.symbol = test::symbolOf("086520");
    rules.why.screened = true;
    rules.why.tradeSlot = true;
    rules.why.entry = {{.id = QLatin1String{"spread"},
                        .outcome = CheckOutcome::Fail,
                        .unit = CheckUnit::PercentUnits,
                        .value = 5'200'000,
                        .limit = 4'000'000}};
    rules.why.broker = QStringLiteral("<b>주문 불가</b>");
    showRules(rules);
    ui::WhyPage& why = m_window->decisionsPanel().why();
    QVERIFY(why.headline().contains(QStringLiteral("No symbol")));  // Of another symbol.
    select("086520");
    QVERIFY2(why.headline().contains(QStringLiteral("Screener not in the list (3 reasons)")),
             qPrintable(why.headline()));
    QCOMPARE(why.model().rowCount(), 5);
    QCOMPARE(why.model().line(3).limit, QStringLiteral("≤ 0.40 %"));
    QCOMPARE(why.model().line(4).value, QStringLiteral("<b>주문 불가</b>"));
}

void RulesWindow::showsInterventionsAndWhatTheHandGained()
{
    ui::DecisionsPanel& panel = m_window->decisionsPanel();
    QCOMPARE(panel.interventions().rowCount(), 3);
    QCOMPARE(cell(panel.interventions(), 0, static_cast<int>(ui::InterventionColumn::Gain)),
             QStringLiteral("▲ +11,300"));
    QVERIFY(panel.totalText().contains(QStringLiteral("+11,300")));
    QCOMPARE(cell(panel.interventions(), 1, static_cast<int>(ui::InterventionColumn::To)),
             QStringLiteral("71,500"));
}

void RulesWindow::drawsStopsBandAndFillsIntoTheChart()
{
    const ui::ChartRules& rules = m_window->chartPanel(0).plot().rules().rules();
    const auto has = [&](ui::RuleLine line, std::int64_t won) {
        return std::any_of(rules.levels.begin(), rules.levels.end(),
                           [&](const ui::RuleLevel& level) {
                               return level.line == line && level.price.won() == won;
                           });
    };
    QVERIFY(has(ui::RuleLine::BindingStop, 275'000));
    QVERIFY(has(ui::RuleLine::Stop, 265'000));
    QVERIFY(has(ui::RuleLine::High, 279'000));
    // 0.6 % and 1.2 % under 279,000: 277,326 and 275,652.
    QCOMPARE(rules.bandTop.won(), 277'000);
    QCOMPARE(rules.bandBottom.won(), 276'000);
    QCOMPARE(rules.fills.size(), 1U);
    QVERIFY(rules.path != nullptr);
    const Position* held = nullptr;
    for (const Position& one : m_desk.trading->positions) {
        held = one.symbol == test::symbolOf("000660") ? &one : held;
    }
    QVERIFY(held != nullptr);
    QVERIFY(has(ui::RuleLine::Average, held->cost.value() / held->quantity.shares()));
    QVERIFY(!has(ui::RuleLine::Entry, 270'500));
    RulesView base = test::sampleRules();
    base.positions[0].marks.pattern.state = PatternState::Base;
    showRules(base);
    QVERIFY(has(ui::RuleLine::Rise, 276'000));  // 270,500 and 2 %.
    QVERIFY(!has(ui::RuleLine::High, 279'000));
    QCOMPARE(rules.bandTop.won(), 0);
    showRules(test::sampleRules());
    select("028300");
    QVERIFY(has(ui::RuleLine::Entry, 680'000 / 14));
    QVERIFY(has(ui::RuleLine::HigherLow, 51'200));
    QVERIFY(!has(ui::RuleLine::High, 49'800));  // The attempt is over.
    QCOMPARE(rules.bandTop.won(), 0);
    select("086520");
    QVERIFY(m_window->chartPanel(0).plot().rules().rules().levels.empty());
}

void RulesWindow::ruleKeysAreDeadWhileTyping()
{
    m_window->decisionsPanel().textFilter().setFocus();
    m_window->decisionsPanel().window()->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
    m_window->decisionsPanel().textFilter().setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->decisionsPanel().textFilter().hasFocus(), test::kPatience);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(dialog<ui::BlockAddDialog>() == nullptr);
}

void RulesWindow::countsPriceStepsAcrossBands()
{
    const auto steps = [](std::int64_t from, std::int64_t to) {
        return ui::stepsBetween(Price::fromWon(from), Price::fromWon(to), StepTable::Share);
    };
    QCOMPARE(steps(1'998, 2'010), 4);  // 1,999, 2,000, 2,005, 2,010.
    QCOMPARE(steps(2'010, 1'998), -4);
    QCOMPARE(steps(0, 1'998), 0);
}

void RulesWindow::showsTheRulesInBothLanguagesAndThemes_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<ThemeName>("theme");
    QTest::newRow("rules-ko-dark") << Language::Korean << ThemeName::Dark;
    QTest::newRow("rules-en-light") << Language::English << ThemeName::Light;
}

void RulesWindow::showsTheRulesInBothLanguagesAndThemes()
{
    QFETCH(Language, language);
    QFETCH(ThemeName, theme);
    m_window->setLanguage(language);
    m_window->setThemeName(theme);
    select("000660");
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
    m_window->decisionsPanel().table().setCurrentIndex(
        m_window->decisionsPanel().model().index(1, 0));
    show(m_desk);
    QCoreApplication::processEvents();
    QVERIFY(m_window->pyramidPanel().isVisible());
    QVERIFY(m_window->decisionsPanel().isVisible());
    const QImage image = m_window->grab().toImage();
    QVERIFY(image.width() > 1'000);
    const QString folder = qEnvironmentVariable("UI_PICTURES_DIR");
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    if (!folder.isEmpty()) {
        QVERIFY(image.save(QStringLiteral("%1/%2.png").arg(folder, tag)));
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
        auto* approve = dialog<ui::ApproveAddDialog>();
        QVERIFY(approve != nullptr);
        QVERIFY(approve->grab().save(QStringLiteral("%1/%2-approve.png").arg(folder, tag)));
        approve->reject();
    }
}

QTEST_MAIN(RulesWindow)
#include "tst_rules_window.moc"
