// Trading by hand in the window: one click, exactly one command; every danger asked once more.
#include "tests/support/fake_terminal.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"
#include "tests/support/sample_desk.h"
#include "tests/support/sample_trading.h"
#include "ui/main_window.h"
#include "ui/order_dialogs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace core::domain;
using core::config::Language;
using core::config::ThemeName;

class TradingWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksTheGateBeforeAnythingIsSent();
    void sendsExactlyWhatTheTicketShows();
    void sendsNothingTheGateRefuses();
    void sendsNothingOnAnOldAnswer();
    void asksOnceMoreAboveThirtyPercentOfTheDay();
    void asksOnceMoreForEveryLiveOrder();
    void saysWhyOrdersAreNotPossible_data();
    void saysWhyOrdersAreNotPossible();
    void reckonsSharesOfCashAndHolding();
    void neverKeepsAnotherSymbolsPrice();
    void clickInTheLadderFillsTheTicket();
    void oneClickPlacesOnlyWhenSwitchedOn();
    void ladderStandsStillUnderThePointer();
    void clickOnAnOwnOrderCancelsIt();
    void marksLastViAndLimits();
    void cancelsTheChosenOrder();
    void leavesExternalOrdersAlone();
    void amendsToAValidPrice();
    void resolvesAnAmbiguousOrder();
    void sellsTheChosenShareOfAPosition();
    void buttonsStayWhereTheyAreWhenARowIsChosen();
    void acceptsAHoldingOnlyAfterAQuestion();
    void killKeyWorksWhereverTheFocusIs();
    void killButtonActsAtOnce();
    void flattenListsPositionsAndLeavesExternalOnesUnticked();
    void flattenAsksToArmFirst();
    void armsDemoByOneConfirmation();
    void armsLiveOnlyWithFourDigits();
    void unlocksOnlyWithTheTypedWord();
    void confirmsAStickyCauseOfTheGate();
    void bannersSayWhatIsWrong();
    void tellsThatAPersonIsThere();
    void tradingKeysAreOffUntilSwitchedOn();
    void showsTheAccountAgainstTheGuard();
    void s11_showsOutsideTextAsPlainText();
    void s14_showsTheAccountMasked();

private:
    void show(DeskSnapshot desk);
    void showTrading(TradingView trading);
    /// What was sent since the last call, without previews and signs of life.
    std::vector<Command> sent();
    void click(QWidget& widget) { QTest::mouseClick(&widget, Qt::LeftButton); }
    void choose(ui::DeskTable& table, int row)
    {
        table.setCurrentIndex(table.model()->index(row, 0));
    }
    /// Answers the ticket's newest question.
    void answer(test::Verdict verdict);
    template <typename Dialog>
    Dialog* dialog()
    {
        const auto open = m_window->findChildren<Dialog*>();
        for (Dialog* one : open) {
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

void TradingWindow::init()
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
    m_window->findChild<QDockWidget*>(QStringLiteral("dock.ticket"))->raise();
    show(test::sampleDesk());
    m_terminal->commands.clear();
}

void TradingWindow::cleanup()
{
    m_window.reset();
    m_terminal.reset();
}

void TradingWindow::show(DeskSnapshot desk)
{
    m_desk = std::move(desk);
    m_terminal->put(m_desk);
    m_window->showFrame();
}

void TradingWindow::showTrading(TradingView trading)
{
    m_desk.trading = std::make_shared<const TradingView>(std::move(trading));
    show(m_desk);
}

std::vector<Command> TradingWindow::sent()
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

void TradingWindow::answer(test::Verdict verdict)
{
    // The question goes out a moment after the last change.
    std::optional<PreviewOrder> question;
    const OrderRequest now = m_window->ticket().request();
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (const Command& command : m_terminal->commands) {
                if (const auto* preview = std::get_if<PreviewOrder>(&command)) {
                    if (preview->request == std::optional{now}) {
                        question = *preview;
                    }
                }
            }
            return question.has_value();
        }(),
        test::kPatience);
    TradingView trading = *m_desk.trading;
    trading.preview = test::samplePreview(question->ask, now, verdict);
    showTrading(std::move(trading));
}

void TradingWindow::asksTheGateBeforeAnythingIsSent()
{
    ui::OrderTicket& ticket = m_window->ticket();
    QCOMPARE(ticket.reason(), QStringLiteral("Enter a quantity"));
    QVERIFY(!ticket.sendButton().isEnabled());

    ticket.quantity().setValue(10);

    QCOMPARE(ticket.reason(), QStringLiteral("The gate is being asked…"));
    QVERIFY(!ticket.sendButton().isEnabled());
    answer(test::Verdict::Allowed);
    QVERIFY(ticket.sendButton().isEnabled());
    QCOMPARE(ticket.sendButton().text(), QStringLiteral("Buy 삼성전자, 10 shares, 729,000 won"));
    QCOMPARE(ticket.figure(ui::OrderTicket::Amount), QStringLiteral("729,000"));
    QCOMPARE(ticket.figure(ui::OrderTicket::Commission), QStringLiteral("102"));
    QCOMPARE(ticket.figure(ui::OrderTicket::Stop), QStringLiteral("72,100"));
    QCOMPARE(ticket.figure(ui::OrderTicket::Tax), QStringLiteral("–"));
    QCOMPARE(ticket.checks().rowCount(), 28);
    QVERIFY(sent().empty());
}

void TradingWindow::sendsExactlyWhatTheTicketShows()
{
    ui::OrderTicket& ticket = m_window->ticket();
    ticket.setSide(Side::Sell);
    ticket.price().setPrice(Price::fromWon(73'100));
    ticket.force().setCurrentIndex(1);
    ticket.quantity().setValue(3);
    answer(test::Verdict::Allowed);

    click(ticket.sendButton());
    click(ticket.sendButton());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    const OrderRequest& request = std::get<PlaceOrder>(commands[0]).request;
    QCOMPARE(request.symbol, test::symbolOf("005930"));
    QCOMPARE(request.side, Side::Sell);
    QCOMPARE(request.type, OrderType::Limit);
    QCOMPARE(request.timeInForce, TimeInForce::Ioc);
    QCOMPARE(request.quantity.shares(), 3);
    QCOMPARE(request.price->won(), 73'100);
    QCOMPARE(request.origin, OrderOrigin::Hand);
    QVERIFY(request.decided.has_value());
    // Another one needs another answer of the gate.
    QVERIFY(!ticket.sendButton().isEnabled());
}

void TradingWindow::sendsNothingTheGateRefuses()
{
    ui::OrderTicket& ticket = m_window->ticket();
    ticket.quantity().setValue(200);
    answer(test::Verdict::Refused);

    click(ticket.sendButton());
    ticket.send();

    QVERIFY(sent().empty());
    QVERIFY(ticket.reason().startsWith(QStringLiteral("RC-10 Order value")));
}

void TradingWindow::sendsNothingOnAnOldAnswer()
{
    ui::OrderTicket& ticket = m_window->ticket();
    ticket.quantity().setValue(10);
    answer(test::Verdict::Allowed);

    ticket.quantity().setValue(500);
    ticket.send();

    QVERIFY(sent().empty());
    QVERIFY(!ticket.sendButton().isEnabled());
}

void TradingWindow::asksOnceMoreAboveThirtyPercentOfTheDay()
{
    ui::OrderTicket& ticket = m_window->ticket();
    ticket.price().setPrice(Price::fromWon(72'900));
    ticket.quantity().setValue(42);  // 3,061,800 of 10,000,000.
    answer(test::Verdict::Allowed);

    click(ticket.sendButton());

    QVERIFY(sent().empty());
    auto* question = dialog<QMessageBox>();
    QVERIFY(question != nullptr);
    QVERIFY(question->text().contains(QStringLiteral("삼성전자, 42 shares, 3,061,800 won")));
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(sent().empty());
    ticket.quantity().setValue(41);  // 2,988,900: below.
    answer(test::Verdict::Allowed);
    click(ticket.sendButton());
    QCOMPARE(sent().size(), std::size_t{1});
}

void TradingWindow::asksOnceMoreForEveryLiveOrder()
{
    m_desk.environment = EnvironmentKind::Live;
    show(m_desk);
    ui::OrderTicket& ticket = m_window->ticket();
    ticket.quantity().setValue(1);
    answer(test::Verdict::Allowed);

    click(ticket.sendButton());

    QVERIFY(sent().empty());
    auto* question = dialog<QMessageBox>();
    QVERIFY(question != nullptr);
    QVERIFY(question->text().contains(QStringLiteral("real money")));
    for (QAbstractButton* button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole) {
            click(*button);
        }
    }
    QCOMPARE(sent().size(), std::size_t{1});
}

void TradingWindow::saysWhyOrdersAreNotPossible_data()
{
    QTest::addColumn<EnvironmentKind>("environment");
    QTest::addColumn<bool>("possible");
    QTest::addColumn<Arming>("arming");
    QTest::addColumn<QString>("reason");
    QTest::newRow("replay") << EnvironmentKind::Replay << true << Arming::Armed
                            << QStringLiteral("No orders in this mode");
    QTest::newRow("no order path") << EnvironmentKind::Sim << false << Arming::Armed
                                   << QStringLiteral("No orders in this mode");
    QTest::newRow("unarmed") << EnvironmentKind::Demo << true << Arming::Unarmed
                             << QStringLiteral("Not armed: no order leaves");
}

void TradingWindow::saysWhyOrdersAreNotPossible()
{
    QFETCH(EnvironmentKind, environment);
    QFETCH(bool, possible);
    QFETCH(Arming, arming);
    QFETCH(QString, reason);
    m_desk.environment = environment;
    TradingView trading = test::sampleTrading();
    trading.ordersPossible = possible;
    trading.gate.arming = arming;
    showTrading(trading);
    ui::OrderTicket& ticket = m_window->ticket();
    ticket.quantity().setValue(1);
    answer(test::Verdict::Allowed);

    click(ticket.sendButton());
    ticket.send();

    QCOMPARE(ticket.reason(), reason);
    QVERIFY(sent().empty());
    choose(m_window->positionsPanel().table(), 1);
    QVERIFY(!m_window->positionsPanel().sellButton(2).isEnabled());
}

void TradingWindow::reckonsSharesOfCashAndHolding()
{
    ui::OrderTicket& ticket = m_window->ticket();
    ticket.price().setPrice(Price::fromWon(72'900));

    click(ticket.percentButton(2));

    // 5,476,120 * 50 % / (72,900 * 1.02)
    QCOMPARE(ticket.quantity().value(), 36);
    ticket.setSide(Side::Sell);
    click(ticket.percentButton(2));
    QCOMPARE(ticket.quantity().value(), 5);
    click(ticket.percentButton(3));
    QCOMPARE(ticket.quantity().value(), 10);
}

void TradingWindow::neverKeepsAnotherSymbolsPrice()
{
    ui::OrderTicket& ticket = m_window->ticket();
    QCOMPARE(ticket.price().price().won(), 72'900);

    m_desk.selected = test::symbolOf("000660");
    show(m_desk);

    QCOMPARE(ticket.request().symbol, test::symbolOf("000660"));
    QCOMPARE(ticket.price().price().won(), 276'500);
    click(ticket.pinButton());
    m_desk.selected = test::symbolOf("005930");
    show(m_desk);
    QCOMPARE(ticket.request().symbol, test::symbolOf("000660"));
    QCOMPARE(ticket.price().price().won(), 276'500);
}

void TradingWindow::clickInTheLadderFillsTheTicket()
{
    ui::LadderView& ladder = m_window->ladderPanel().view();
    QCOMPARE(ladder.rows().size(), std::size_t{20});
    QCOMPARE(ladder.rows()[9].price.won(), 73'000);

    QTest::mouseClick(&ladder, Qt::LeftButton, {}, ladder.cellCentre(8, 0));

    QCOMPARE(m_window->ticket().request().side, Side::Sell);
    QCOMPARE(m_window->ticket().price().price().won(), 73'100);
    QTest::mouseClick(&ladder, Qt::LeftButton, {}, ladder.cellCentre(12, 2));
    QCOMPARE(m_window->ticket().request().side, Side::Buy);
    QCOMPARE(m_window->ticket().price().price().won(), 72'700);
    QTest::mouseClick(&ladder, Qt::LeftButton, {}, ladder.cellCentre(9, 1));
    QCOMPARE(m_window->ticket().request().side, Side::Buy);
    QCOMPARE(m_window->ticket().price().price().won(), 73'000);
    QVERIFY(sent().empty());
}

void TradingWindow::oneClickPlacesOnlyWhenSwitchedOn()
{
    ui::LadderPanel& panel = m_window->ladderPanel();
    panel.quantity().setValue(2);
    QVERIFY(!panel.oneClickButton().isChecked());
    const QPoint bid = panel.view().cellCentre(13, 2);
    QTest::mouseClick(&panel.view(), Qt::LeftButton, {}, bid);
    QVERIFY(sent().empty());

    click(panel.oneClickButton());
    QTest::mouseClick(&panel.view(), Qt::LeftButton, {}, bid);

    std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    const OrderRequest& request = std::get<PlaceOrder>(commands[0]).request;
    QCOMPARE(request.side, Side::Buy);
    QCOMPARE(request.price->won(), 72'600);
    QCOMPARE(request.quantity.shares(), 2);
    // The price itself never places, and with the other setting a single click does not either.
    QTest::mouseClick(&panel.view(), Qt::LeftButton, {}, panel.view().cellCentre(13, 1));
    QVERIFY(sent().empty());
    panel.gesture().setCurrentIndex(1);
    QTest::mouseClick(&panel.view(), Qt::LeftButton, {}, bid);
    QVERIFY(sent().empty());
    QTest::mouseDClick(&panel.view(), Qt::LeftButton, {}, bid);
    QCOMPARE(sent().size(), std::size_t{1});
}

void TradingWindow::ladderStandsStillUnderThePointer()
{
    ui::LadderView& ladder = m_window->ladderPanel().view();
    QEnterEvent enter{QPointF{5, 5}, QPointF{5, 5}, QPointF{5, 5}};
    QCoreApplication::sendEvent(&ladder, &enter);
    TradingView trading = *m_desk.trading;
    for (BookLevel& level : trading.ladder.book->asks) {
        level.price = level.price + PriceDelta{300};
    }
    for (BookLevel& level : trading.ladder.book->bids) {
        level.price = level.price + PriceDelta{300};
    }

    showTrading(trading);

    QCOMPARE(ladder.rows()[9].price.won(), 73'000);
    QCOMPARE(ladder.rows()[9].side, Side::Buy);  // The bids have come up to it.
    QTest::keyClick(&ladder, Qt::Key_Space);
    QCOMPARE(ladder.rows()[9].price.won(), 73'300);
    QEvent leave{QEvent::Leave};
    QCoreApplication::sendEvent(&ladder, &leave);
    showTrading(test::sampleTrading());
    QCOMPARE(ladder.rows()[9].price.won(), 73'000);
}

void TradingWindow::clickOnAnOwnOrderCancelsIt()
{
    ui::LadderView& ladder = m_window->ladderPanel().view();
    const int row = 11;  // 72,800, where ten less three are working.
    QCOMPARE(ladder.rows()[row].ownOrders, 1);
    QCOMPARE(ladder.rows()[row].ownRemaining.shares(), 7);

    QTest::mouseClick(&ladder, Qt::LeftButton, {}, ladder.ownMark(row).center());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<CancelOrder>(commands[0]).id, m_desk.trading->orders[1].id);
}

void TradingWindow::marksLastViAndLimits()
{
    SymbolView& live = m_desk.symbols[0];
    live.viReference = Price::fromWon(66'000);  // Its upper trigger is 72,600.
    live.limits.upper = Price::fromWon(73'600);
    show(m_desk);
    const std::vector<ui::LadderRow>& rows = m_window->ladderPanel().view().rows();

    QVERIFY(rows[10].last);
    QVERIFY(rows[13].vi);
    QVERIFY(rows[3].limit);
    QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const auto& r) { return r.last; }), 1);
    QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const auto& r) { return r.vi; }), 1);
}

void TradingWindow::cancelsTheChosenOrder()
{
    ui::OrdersPanel& panel = m_window->ordersPanel();
    const Order& working = m_desk.trading->orders[2];
    choose(panel.table(), panel.model().rowOf(ui::orderKey(working)));

    click(panel.cancelButton());
    click(panel.cancelSymbolButton());
    click(panel.cancelAllButton());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{3});
    QCOMPARE(std::get<CancelOrder>(commands[0]).id, working.id);
    QCOMPARE(std::get<CancelAll>(commands[1]).symbol, std::optional{working.request.symbol});
    QCOMPARE(std::get<CancelAll>(commands[2]).symbol, std::optional<Symbol>{});
    // A filled order has nothing left to cancel.
    choose(panel.table(), panel.model().rowOf(ui::orderKey(m_desk.trading->orders[0])));
    QVERIFY(!panel.cancelButton().isEnabled());
    QTest::keyClick(&panel.table(), Qt::Key_Delete);
    QVERIFY(sent().empty());
}

void TradingWindow::leavesExternalOrdersAlone()
{
    ui::OrdersPanel& panel = m_window->ordersPanel();
    choose(panel.table(), panel.model().rowOf(ui::orderKey(m_desk.trading->orders[5])));

    click(panel.cancelButton());
    click(panel.amendButton());
    QTest::keyClick(&panel.table(), Qt::Key_Delete);

    QVERIFY(!panel.cancelButton().isEnabled());
    QVERIFY(!panel.amendButton().isEnabled());
    QVERIFY(sent().empty());
}

void TradingWindow::amendsToAValidPrice()
{
    m_window->ordersPanel().table().show();
    ui::OrdersPanel& panel = m_window->ordersPanel();
    const Order& working = m_desk.trading->orders[2];
    choose(panel.table(), panel.model().rowOf(ui::orderKey(working)));
    click(panel.amendButton());
    auto* amend = dialog<ui::AmendDialog>();
    QVERIFY(amend != nullptr);

    amend->price().setValue(73'250);
    const auto buttons = amend->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->text() == QStringLiteral("Amend")) {
            click(*button);
        }
    }

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<AmendOrder>(commands[0]).id, working.id);
    QCOMPARE(std::get<AmendOrder>(commands[0]).price.won(), 73'200);
}

void TradingWindow::resolvesAnAmbiguousOrder()
{
    showTrading(test::troubledTrading());
    ui::OrdersPanel& panel = m_window->ordersPanel();
    const Order ambiguous = m_desk.trading->orders[8];
    QCOMPARE(ambiguous.state, OrderState::Ambiguous);
    choose(panel.table(), panel.model().rowOf(ui::orderKey(ambiguous)));
    click(panel.resolveButton());
    auto* resolve = dialog<ui::ResolveDialog>();
    QVERIFY(resolve != nullptr);
    QCOMPARE(resolve->table().rowCount(), 2);
    QCOMPARE(resolve->table().item(1, 0)->text(), QStringLiteral("1569701"));
    QCOMPARE(resolve->table().item(1, 5)->text(), QStringLiteral("7"));
    QVERIFY(!resolve->takeButton().isEnabled());
    resolve->table().selectRow(1);
    click(resolve->takeButton());
    std::vector<Command> commands = sent();
    QCOMPARE(std::get<ResolveOrder>(commands.at(0)).broker.number(), QStringLiteral("1569701"));

    click(panel.resolveButton());
    resolve = dialog<ui::ResolveDialog>();
    resolve->typed().setText(QStringLiteral("not a number"));
    QVERIFY(!resolve->takeButton().isEnabled());
    resolve->typed().setText(QStringLiteral("0001569777"));
    click(resolve->takeButton());

    commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<ResolveOrder>(commands[0]).id, ambiguous.id);
    QCOMPARE(std::get<ResolveOrder>(commands[0]).broker.number(), QStringLiteral("1569777"));
    click(panel.resolveButton());
    click(dialog<ui::ResolveDialog>()->noneButton());
    commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QVERIFY(std::get<ResolveOrder>(commands[0]).broker.isEmpty());
}

void TradingWindow::buttonsStayWhereTheyAreWhenARowIsChosen()
{
    ui::PositionsPanel& panel = m_window->positionsPanel();
    const auto places = [&panel] {
        QCoreApplication::processEvents();
        return QList<QRect>{panel.stopButton().geometry(), panel.autoButton().geometry(),
                            panel.sellButton(0).geometry(), panel.sellButton(1).geometry(),
                            panel.sellButton(2).geometry()};
    };
    panel.table().setCurrentIndex({});
    const QList<QRect> before = places();

    choose(panel.table(), panel.model().rowOf(QStringLiteral("005930")));

    QVERIFY(panel.sellButton(0).isEnabled());
    QCOMPARE(places(), before);
}

void TradingWindow::sellsTheChosenShareOfAPosition()
{
    ui::PositionsPanel& panel = m_window->positionsPanel();
    choose(panel.table(), panel.model().rowOf(QStringLiteral("005930")));
    QCOMPARE(panel.sellButton(1).text(), QStringLiteral("Sell 50 %"));
    QCOMPARE(panel.sellButton(1).toolTip(), QStringLiteral("Sell 5 shares at market"));

    click(panel.sellButton(1));

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<SellPosition>(commands[0]),
             (SellPosition{.symbol = test::symbolOf("005930"), .percent = 50}));
}

void TradingWindow::acceptsAHoldingOnlyAfterAQuestion()
{
    showTrading(test::troubledTrading());
    ui::PositionsPanel& panel = m_window->positionsPanel();
    choose(panel.table(), panel.model().rowOf(QStringLiteral("000660")));
    click(panel.mismatchButton());
    auto* question = dialog<QMessageBox>();
    QVERIFY(question != nullptr);
    QVERIFY(sent().empty());

    for (QAbstractButton* button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole) {
            click(*button);
        }
    }

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<AcceptHolding>(commands[0]).symbol, test::symbolOf("000660"));
}

void TradingWindow::killKeyWorksWhereverTheFocusIs()
{
    const auto kills = [this] {
        int count = 0;
        for (const Command& command : sent()) {
            const auto* kill = std::get_if<Kill>(&command);
            count += kill != nullptr && kill->level == KillLevel::CancelBuys ? 1 : 0;
        }
        return count;
    };
    const auto press = [](QWidget* widget) {
        QTest::keyClick(widget, Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    };
    m_window->topBar().search().setFocus();
    press(&m_window->topBar().search());
    QCOMPARE(kills(), 1);
    press(&m_window->ticket().quantity());
    QCOMPARE(kills(), 1);
    press(&m_window->ordersPanel().table());
    QCOMPARE(kills(), 1);
    press(m_window.get());
    QCOMPARE(kills(), 1);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(kills(), 1);

    click(m_window->moneyBar().flattenButton());
    auto* flatten = dialog<ui::FlattenDialog>();
    QVERIFY(flatten != nullptr);
    press(flatten);
    QCOMPARE(kills(), 1);  // A modal dialog does not shadow it.
}

void TradingWindow::killButtonActsAtOnce()
{
    click(m_window->moneyBar().killButton());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<Kill>(commands[0]), (Kill{.level = KillLevel::CancelBuys, .sell = {}}));
}

void TradingWindow::flattenListsPositionsAndLeavesExternalOnesUnticked()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto* flatten = dialog<ui::FlattenDialog>();
    QVERIFY(flatten != nullptr);
    QCOMPARE(flatten->table().rowCount(), 4);
    QCOMPARE(flatten->table().item(1, 2)->text(), QStringLiteral("삼성전자"));
    QCOMPARE(flatten->table().item(1, 5)->text(), QStringLiteral("1,093,500"));
    QVERIFY(sent().empty());

    flatten->table().item(2, 0)->setCheckState(Qt::Unchecked);
    click(flatten->sellButton());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<Kill>(commands[0]),
             (Kill{.level = KillLevel::FlattenAndLock,
                   .sell = {test::symbolOf("000660"), test::symbolOf("005930")}}));
}

void TradingWindow::flattenAsksToArmFirst()
{
    m_desk.environment = EnvironmentKind::Demo;
    TradingView trading = test::sampleTrading();
    trading.gate.arming = Arming::Unarmed;
    showTrading(trading);
    click(m_window->moneyBar().flattenButton());
    auto* flatten = dialog<ui::FlattenDialog>();
    QVERIFY(flatten != nullptr);
    QVERIFY(flatten->arming() != nullptr);
    QVERIFY(!flatten->sellButton().isEnabled());

    flatten->arming()->confirmation().setChecked(true);
    click(flatten->sellButton());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{2});
    QCOMPARE(std::get<Arm>(commands[0]).dayLimit.value(), 10'000'000);
    QCOMPARE(std::get<Kill>(commands[1]).level, KillLevel::FlattenAndLock);
}

void TradingWindow::armsDemoByOneConfirmation()
{
    m_desk.environment = EnvironmentKind::Demo;
    TradingView trading = test::sampleTrading();
    trading.gate.arming = Arming::Unarmed;
    showTrading(trading);
    QCOMPARE(m_window->moneyBar().armingButton().text(), QStringLiteral("Unarmed"));
    click(m_window->moneyBar().armingButton());
    auto* arm = dialog<ui::ArmDialog>();
    QVERIFY(arm != nullptr);
    QVERIFY(arm->form().digits() == nullptr);
    QVERIFY(!arm->armButton().isEnabled());

    arm->form().confirmation().setChecked(true);
    click(arm->armButton());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<Arm>(commands[0]),
             (Arm{.typed = {}, .dayLimit = Won{10'000'000}, .firstOrderAny = false}));
}

void TradingWindow::armsLiveOnlyWithFourDigits()
{
    m_desk.environment = EnvironmentKind::Live;
    TradingView trading = test::sampleTrading();
    trading.gate.arming = Arming::Unarmed;
    showTrading(trading);
    click(m_window->moneyBar().armingButton());
    auto* arm = dialog<ui::ArmDialog>();
    QVERIFY(arm != nullptr);
    arm->form().confirmation().setChecked(true);
    QVERIFY(!arm->armButton().isEnabled());

    QTest::keyClicks(arm->form().digits(), QStringLiteral("12a3"));
    QVERIFY(!arm->armButton().isEnabled());
    QTest::keyClicks(arm->form().digits(), QStringLiteral("45"));
    QCOMPARE(arm->form().digits()->text(), QStringLiteral("1234"));
    click(arm->armButton());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<Arm>(commands[0]).typed, QStringLiteral("1234"));
}

void TradingWindow::unlocksOnlyWithTheTypedWord()
{
    TradingView trading = test::sampleTrading();
    trading.gate.kill = KillLevel::FlattenAndLock;
    showTrading(trading);
    QVERIFY(m_window->moneyBar().releaseButton().isVisible());
    click(m_window->moneyBar().releaseButton());
    auto* release = dialog<ui::ReleaseDialog>();
    QVERIFY(release != nullptr);
    QVERIFY(!release->releaseButton().isEnabled());

    release->typed()->setText(QStringLiteral("unlock"));
    QVERIFY(!release->releaseButton().isEnabled());
    release->typed()->setText(ui::kUnlockWord);
    click(release->releaseButton());

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<ReleaseKill>(commands[0]).typed, QStringLiteral("UNLOCK"));
}

void TradingWindow::confirmsAStickyCauseOfTheGate()
{
    showTrading(test::troubledTrading());
    click(m_window->moneyBar().gateButton());
    auto* gate = dialog<ui::GateDialog>();
    QVERIFY(gate != nullptr);
    QList<QPushButton*> seen;
    for (QPushButton* button : gate->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("I have looked: open")) {
            seen.push_back(button);
        }
    }
    QCOMPARE(seen.size(), qsizetype{1});  // Only one of the four is sticky.

    click(*seen[0]);

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    QCOMPARE(std::get<ConfirmGate>(commands[0]).cause, GateCause::UnknownOrders);
}

void TradingWindow::bannersSayWhatIsWrong()
{
    QVERIFY(m_window->bannerLine().banners().empty());
    const int top = m_window->screenPanel().mapTo(m_window.get(), QPoint{0, 0}).y();

    showTrading(test::troubledTrading());
    QCoreApplication::processEvents();

    QStringList titles;
    for (const ui::Banner& banner : m_window->bannerLine().banners()) {
        titles.push_back(banner.title);
        QVERIFY(!banner.text.isEmpty());
    }
    QCOMPARE(titles, (QStringList{QStringLiteral("3 unknown orders"),
                                  QStringLiteral("Holding differs: 000660"),
                                  QStringLiteral("K2: killed"), QStringLiteral("Notice lamp"),
                                  QStringLiteral("Too many unknown orders")}));
    QVERIFY(m_window->bannerLine().text().contains(QStringLiteral("choose the right one")));
    // Nothing below may jump when a banner comes.
    QCOMPARE(m_window->screenPanel().mapTo(m_window.get(), QPoint{0, 0}).y(), top);
    QCOMPARE(m_window->statusStrip().figures().valueAt(ui::StatusStrip::Unknown),
             QStringLiteral("0"));  // Shown at most four times a second.
}

void TradingWindow::tellsThatAPersonIsThere()
{
    const auto persons = [this] {
        int count = 0;
        for (const Command& command : m_terminal->commands) {
            const auto* presence = std::get_if<Presence>(&command);
            count += presence != nullptr && presence->person ? 1 : 0;
        }
        return count;
    };
    QTest::keyClick(m_window.get(), Qt::Key_Shift);
    QTest::keyClick(m_window.get(), Qt::Key_Shift);
    QTest::mouseClick(m_window.get(), Qt::LeftButton);
    QCOMPARE(persons(), 1);  // At most once a second.
    // What the program makes itself is no person.
    m_terminal->commands.clear();
    QTRY_VERIFY_WITH_TIMEOUT(!m_terminal->commands.empty(), test::kPatience);
    QCOMPARE(persons(), 0);
}

void TradingWindow::tradingKeysAreOffUntilSwitchedOn()
{
    ui::OrderTicket& ticket = m_window->ticket();
    ticket.quantity().setValue(5);
    m_window->activateWindow();
    m_window->screenPanel().table().setFocus();
    QTest::keyClick(&m_window->screenPanel().table(), Qt::Key_W);
    QTest::keyClick(&m_window->screenPanel().table(), Qt::Key_R);
    QVERIFY(sent().empty());

    m_window->setTradingKeys(true);
    QTest::keyClick(&m_window->screenPanel().table(), Qt::Key_W);

    const std::vector<Command> commands = sent();
    QCOMPARE(commands.size(), std::size_t{1});
    const OrderRequest& request = std::get<PlaceOrder>(commands[0]).request;
    QCOMPARE(request.side, Side::Buy);
    QCOMPARE(request.price->won(), 73'000);
    // A letter typed into a field is a letter.
    m_window->topBar().search().setFocus();
    QTest::keyClick(&m_window->topBar().search(), Qt::Key_W);
    QVERIFY(sent().empty());
}

void TradingWindow::showsTheAccountAgainstTheGuard()
{
    const ui::FigureRow& figures = m_window->moneyBar().figures();

    QCOMPARE(figures.valueAt(0), QStringLiteral("10,123,450"));
    QCOMPARE(figures.valueAt(1), QStringLiteral("▲ +123,450"));
    QCOMPARE(figures.valueAt(2), QStringLiteral("+1.23 %"));
    TradingView trading = test::sampleTrading();
    trading.account.known = false;
    showTrading(trading);
    QCOMPARE(figures.valueAt(0), QStringLiteral("–"));
    QCOMPARE(figures.valueAt(1), QStringLiteral("–"));
}

void TradingWindow::s11_showsOutsideTextAsPlainText()
{
    // S-11: a name or a broker's word that looks like rich text is shown, never obeyed.
    const QString evil = QStringLiteral("<b>evil</b><img src=x>");
    for (SymbolView& view : m_desk.symbols) {
        view.name = evil;
    }
    TradingView trading = test::troubledTrading();
    for (FlattenRow& row : trading.flatten) {
        row.name = evil;
    }
    for (GateReason& reason : trading.gate.reasons) {
        reason.detail = evil;
    }
    showTrading(trading);
    click(m_window->moneyBar().flattenButton());
    click(m_window->moneyBar().gateButton());
    ui::OrdersPanel& panel = m_window->ordersPanel();
    choose(panel.table(), panel.model().rowOf(ui::orderKey(m_desk.trading->orders[8])));
    click(panel.resolveButton());
    QCoreApplication::processEvents();

    int labels = 0;
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->text().contains(QStringLiteral("evil"))) {
            ++labels;
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }
    QVERIFY(labels >= 4);
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        QVERIFY(!widget->toolTip().contains(QStringLiteral("<b>")));
        QVERIFY(!widget->toolTip().contains(QStringLiteral("<img")));
    }
}

void TradingWindow::s14_showsTheAccountMasked()
{
    // S-14: the middle of the account number is on no widget, the arming dialog included.
    m_desk.environment = EnvironmentKind::Live;
    TradingView trading = test::sampleTrading();
    trading.gate.arming = Arming::Unarmed;
    showTrading(trading);
    click(m_window->moneyBar().armingButton());
    auto* arm = dialog<ui::ArmDialog>();
    QVERIFY(arm != nullptr);

    bool masked = false;
    for (const QLabel* label : arm->findChildren<QLabel*>()) {
        masked = masked || label->text().contains(QStringLiteral("500*****-01"));
        QVERIFY(label->textInteractionFlags() == Qt::NoTextInteraction
                || label->textInteractionFlags() == Qt::LinksAccessibleByMouse);
    }
    QVERIFY(masked);
    QCOMPARE(m_window->topBar().figures().valueAt(0), QStringLiteral("500*****-01"));
}

QTEST_MAIN(TradingWindow)
#include "tst_trading_window.moc"
