#include "tests/core/desk/trading_rig.h"

#include <QTest>

using namespace test;
using domain::GateState;
using domain::LogCode;
using domain::OrderLeg;
using domain::OrderState;

namespace
{
QString reasons(const domain::GateView& gate)
{
    QStringList list;
    for (const domain::GateReason& reason : gate.reasons) {
        list.append(QString::number(static_cast<int>(reason.cause)));
    }
    return list.join(QLatin1Char{' '});
}
}  // namespace

namespace
{
/// Time passes while the line, the broker or both are dead.
void silence(TradingRig& rig, std::chrono::milliseconds span, bool line, bool broker)
{
    const domain::Timestamp end = rig.now + span;
    while (rig.now < end) {
        rig.now += 100ms;
        rig.tick();
        if ((rig.now.time_since_epoch() % 1s).count() == 0) {
            domain::FeedFigures figures;
            figures.state = line ? domain::FeedState::Waiting : domain::FeedState::Live;
            figures.lastFrame = rig.now;
            rig.apply(figures);
        }
        if (!broker) {
            rig.answerLists();
            continue;
        }
        rig.carryOut();
        for (const desk::QueryOrders& ask : std::exchange(rig.lists, {})) {
            domain::OrderListReply none;
            none.kind = ask.kind;
            none.ask = ask.ask;
            none.askedAt = rig.now;
            rig.apply(none);
        }
        if (std::exchange(rig.balanceAsked, false)) {
            rig.apply(domain::BalanceReply{});
        }
    }
}
}  // namespace

class TestTrading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSimulationStartsArmedWithAnOpenGate()
    {
        TradingRig rig;
        const domain::TradingView view = rig.view();

        QVERIFY2(view.gate.state == GateState::Open, qPrintable(reasons(view.gate)));
        QVERIFY(view.account.certain);
        QCOMPARE(view.account.startEquity.value(), 10'000'000);
    }

    void aHandOrderFromTheTicketToThePosition()
    {
        TradingRig rig;
        rig.buy(10, 70'100);
        QVERIFY2(rig.last().state == OrderState::Working,
                 qPrintable(rig.last().code + rig.last().text));
        QCOMPARE(rig.postsOf(OrderLeg::New), 1);

        rig.fill(QStringLiteral("100"), 4, 70'100);
        rig.pass(6s);
        QVERIFY(rig.last().state == OrderState::Partial);
        rig.fill(QStringLiteral("100"), 6, 70'000);
        rig.pass(6s);

        QVERIFY(rig.last().state == OrderState::Filled);
        const domain::TradingView view = rig.view();
        QCOMPARE(view.positions.size(), 1U);
        const domain::Position& position = view.positions.front();
        QCOMPARE(position.quantity.shares(), 10);
        QCOMPARE(position.cost.value(), 4 * 70'100 + 6 * 70'000);
        QVERIFY(position.owner == domain::PositionOwner::Manual);
        QVERIFY(position.automation == domain::AutoState::ExitsOnly);
        // 700,400 bought (98 fee), worth 700,000: 98 fee and 1,050 tax (0.15 %) to sell.
        QCOMPARE(position.netPnl.value(), 700'000 - 98 - 1'050 - 700'400 - 98);
    }

    void h02_nothingLeavesBeforeTheLedgerHasIt()
    {
        TradingRig rig;
        rig.apply(domain::PlaceOrder{{.symbol = kStock,
                                      .side = domain::Side::Buy,
                                      .quantity = domain::Quantity{10},
                                      .price = domain::Price::fromWon(70'100)}});

        QCOMPARE(rig.writes.size(), 1U);
        QVERIFY(rig.writes.front().then.has_value());
        QVERIFY(!rig.writes.front().records.empty());
        QCOMPARE(rig.writes.front().records.front().kind, QStringLiteral("intent"));
    }

    void h03_aFailedLedgerSendsNothingAndStopsEntries()
    {
        TradingRig rig;
        rig.durable = false;
        rig.buy(10, 70'100);

        QCOMPARE(rig.posts.size(), 0U);
        QVERIFY(rig.last().state == OrderState::NotSent);
        QVERIFY(rig.said(LogCode::LedgerFailed));
        rig.buy(10, 70'100);
        QVERIFY(rig.last().state == OrderState::Denied);
        QCOMPARE(rig.last().code, QStringLiteral("RC-02"));
    }

    void h07_aLateEntryIsNotSentAndALateExitIs()
    {
        TradingRig rig;
        rig.apply(domain::PlaceOrder{{.symbol = kStock,
                                      .side = domain::Side::Buy,
                                      .quantity = domain::Quantity{10},
                                      .price = domain::Price::fromWon(70'100)}});
        QVERIFY(rig.writes.back().notAfter == 500ms);
        rig.writes.clear();

        TradingRig other;
        other.hold();
        other.apply(domain::SellPosition{kStock, 100});
        const auto send = std::find_if(other.writes.begin(), other.writes.end(),
                                       [](const desk::Record& r) { return r.then.has_value(); });
        QVERIFY(send != other.writes.end());
        QVERIFY(!send->notAfter);
    }

    void d16_sellsAPartAndThenTheRest()
    {
        TradingRig rig;
        rig.hold(10);
        rig.apply(domain::SellPosition{kStock, 50});
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 5);

        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 0);
        QCOMPARE(rig.postsOf(OrderLeg::New), 3);
    }

    void rc17_aPartSaleBesideARestingHandSaleIsRefusedOnce()
    {
        TradingRig rig;
        rig.hold(10);
        rig.sell(8, 71'000);
        QVERIFY(rig.last().state == OrderState::Working);
        QCOMPARE(rig.view().positions.front().sellable.shares(), 2);
        rig.pass(3s);

        rig.apply(domain::SellPosition{kStock, 50});
        rig.pass(60s);
        QVERIFY(rig.last().state == OrderState::Denied);
        QCOMPARE(rig.last().code, QStringLiteral("RC-17"));
        QCOMPARE(rig.last().request.quantity.shares(), 1);  // Half of the two that are free.
        QCOMPARE(rig.view().orders.size(), 3U);

        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(8s);
        QVERIFY2(rig.view().positions.front().quantity.shares() == 0,
                 "all of it cancels what rests first");
    }

    void rc15_nothingIsFreeWhereAllOfItRests()
    {
        TradingRig rig;
        rig.hold(10);
        rig.sell(10, 71'000);
        rig.apply(domain::SellPosition{kStock, 50});

        QVERIFY(rig.last().state == OrderState::Denied);
        QCOMPARE(rig.last().code, QStringLiteral("RC-15"));
    }

    void rc15_aLowerFigureOfTheBrokersCountsOnceItHasStood()
    {
        TradingRig rig;
        rig.hold(10);
        rig.blockedShares = 4;  // Lent or pledged: held, and not to be sold.
        rig.pass(10s);
        rig.balance();
        rig.sell(10, 71'000);
        QVERIFY2(rig.last().state == OrderState::Working, "balances lag after a fill");
        rig.apply(domain::CancelOrder{rig.last().id});
        rig.pass(15s);

        rig.balance();
        rig.pass(25s);
        rig.balance();
        rig.sell(10, 71'000);
        QVERIFY(rig.last().state == OrderState::Denied);
        QCOMPARE(rig.last().code, QStringLiteral("RC-15"));
        rig.sell(6, 71'000);
        QVERIFY(rig.last().state == OrderState::Working);
        rig.apply(domain::CancelOrder{rig.last().id});
        rig.pass(5s);

        rig.blockedShares = 0;
        rig.balance();
        rig.sell(10, 71'000);
        QVERIFY2(rig.last().state == OrderState::Working, "one whole figure ends it");
    }

    void h11_aLostWindowIsK1UntilTheTraderConfirms()
    {
        TradingRig rig;
        rig.hold(10);
        rig.pass(3s);
        rig.buy(5, 69'900);
        rig.apply(domain::WindowLost{3'100ms});
        const domain::TradingView view = rig.view();

        QVERIFY(view.gate.kill == domain::KillLevel::NoEntries);
        QVERIFY(view.gate.state == GateState::ExitOnly);
        const auto kill = std::find_if(
            view.gate.reasons.begin(), view.gate.reasons.end(),
            [](const auto& reason) { return reason.cause == domain::GateCause::Kill; });
        QVERIFY(kill != view.gate.reasons.end());
        QCOMPARE(kill->detail, QStringLiteral("window"));
        QVERIFY(rig.said(LogCode::KillRaised));
        rig.pass(5s);
        QVERIFY2(rig.last().state == OrderState::Working, "K1 cancels nothing");
        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 0);

        rig.apply(domain::Presence{});
        QVERIFY2(rig.view().gate.kill == domain::KillLevel::NoEntries, "back is not enough");
        rig.apply(domain::ReleaseKill{});
        QVERIFY(rig.view().gate.kill == domain::KillLevel::None);
    }

    void rc28_aMinuteWithNeitherLineNorBrokerIsK1()
    {
        TradingRig rig;
        rig.pass(3s);
        silence(rig, 55s, true, true);
        QVERIFY(rig.view().gate.kill == domain::KillLevel::None);
        silence(rig, 15s, true, true);
        QVERIFY(rig.view().gate.kill == domain::KillLevel::NoEntries);
        const auto reasons = rig.view().gate.reasons;
        QVERIFY(std::any_of(reasons.begin(), reasons.end(), [](const auto& reason) {
            return reason.cause == domain::GateCause::Kill && reason.sticky
                   && reason.detail == QLatin1String{"blind"};
        }));
        QVERIFY(rig.said(LogCode::KillRaised));

        rig.pass(30s);
        QVERIFY2(rig.view().gate.kill == domain::KillLevel::NoEntries, "both are back: it stays");
        rig.apply(domain::ReleaseKill{});
        rig.pass(70s);
        QVERIFY(rig.view().gate.kill == domain::KillLevel::None);
    }

    void rc28_oneOfTheTwoAloneIsNoKill()
    {
        for (const bool line : {true, false}) {
            TradingRig rig;
            rig.pass(3s);
            silence(rig, 200s, line, !line);
            QVERIFY(rig.view().gate.kill == domain::KillLevel::None);
            QVERIFY2(rig.view().gate.state == GateState::ExitOnly, "the lamps close it");
        }
    }

    void h11_aHigherKillLevelStaysWhenTheWindowIsLost()
    {
        TradingRig rig;
        rig.apply(domain::Kill{.level = domain::KillLevel::CancelBuys, .sell = {}});
        rig.apply(domain::WindowLost{3'100ms});

        QVERIFY(rig.view().gate.kill == domain::KillLevel::CancelBuys);
    }

    void h01_yesterdaysUnknownOrderIsSettledOnTheNextMorning()
    {
        TradingRig rig;
        rig.answers = false;
        rig.buy(10, 70'100);
        domain::OrderAnswer lost;
        lost.id = rig.last().id;
        rig.apply(lost);
        QVERIFY(rig.last().state == OrderState::Unknown);
        rig.now = TradingRig::at(8, 50) + 24h;
        rig.tick();
        rig.carryOut();
        std::optional<desk::QueryOrders> asked;
        for (int step = 0; step < 50 && !asked; ++step) {
            for (const desk::QueryOrders& ask : std::exchange(rig.lists, {})) {
                domain::OrderListReply reply{.ask = ask.ask, .complete = true, .askedAt = rig.now};
                reply.day = ask.day.value_or(domain::kstDate(rig.now));
                if (ask.day) {
                    asked = ask;
                    domain::BrokerOrderRow row;
                    row.broker = domain::BrokerOrderId::fromWire(u"777");
                    row.symbol = kStock;
                    row.quantity = domain::Quantity{10};
                    row.price = domain::Price::fromWon(70'100);
                    row.time = domain::timeOfDay(9, 11, 4);
                    row.filled = domain::Quantity{10};
                    row.filledAmount = domain::Won{701'000};
                    reply.rows = {row};
                }
                rig.apply(reply);
            }
            rig.now += 200ms;
            rig.tick();
        }
        QVERIFY(asked);
        QVERIFY(asked->day == domain::parseDate(u"2025-09-02"));

        QVERIFY(rig.last().state == OrderState::Filled);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 10);
    }

    void killCancelsOpenBuysAndLetsSalesWork()
    {
        TradingRig rig;
        rig.hold(10);
        rig.pass(3s);
        rig.buy(5, 69'900);
        QVERIFY(rig.last().state == OrderState::Working);

        rig.apply(domain::Kill{domain::KillLevel::CancelBuys, {}});
        QCOMPARE(rig.writes.size() >= 1, true);
        rig.pass(6s);

        QVERIFY(rig.last().state == OrderState::Cancelled);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 10);
        rig.buy(5, 70'100);
        QCOMPARE(rig.last().code, QStringLiteral("RC-28"));
        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 0);
    }

    void flattenSellsEverythingOfOursAndLocksUntilTyped()
    {
        TradingRig rig;
        rig.hold(10);
        rig.apply(domain::Kill{domain::KillLevel::FlattenAndLock, {kStock}});
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 0);

        rig.apply(domain::ReleaseKill{QStringLiteral("unlock")});
        QVERIFY(rig.view().gate.kill == domain::KillLevel::FlattenAndLock);
        rig.apply(domain::ReleaseKill{QStringLiteral("UNLOCK")});
        QVERIFY(rig.view().gate.kill == domain::KillLevel::None);
    }

    void theLockOutlivesARestart()
    {
        TradingRig rig;
        rig.hold(10);
        rig.apply(domain::Kill{domain::KillLevel::CancelBuys, {}});
        rig.carryOut();

        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = rig.ledger}};

        QVERIFY(again.view().gate.kill == domain::KillLevel::CancelBuys);
        QCOMPARE(again.view().positions.front().quantity.shares(), 10);
        QCOMPARE(again.view().account.startEquity.value(), 10'000'000);
    }

    void demoStartsUnarmedAndNothingLeaves()
    {
        TradingRig rig{domain::EnvironmentKind::Demo};
        rig.apply(domain::ClockSkew{100ms});
        rig.buy(10, 70'100);
        QVERIFY(rig.last().state == OrderState::Denied);
        QCOMPARE(rig.last().code, QStringLiteral("RC-01"));
        QCOMPARE(rig.posts.size(), 0U);

        rig.apply(domain::Arm{});
        rig.pass(1s);
        rig.buy(10, 70'100);
        QVERIFY2(rig.last().state == OrderState::Working, qPrintable(rig.last().code));
    }

    void observingSendsNothingWhateverIsPressed()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, QStringLiteral("observe")};
        QVERIFY(rig.view().gate.arming == domain::Arming::Unarmed);
        rig.apply(domain::Arm{});
        rig.apply(domain::Disarm{});
        rig.apply(domain::Kill{domain::KillLevel::FlattenAndLock, {}});
        rig.pass(10s);
        QVERIFY(rig.view().gate.arming == domain::Arming::Unarmed);
        rig.buy(10, 70'100);
        QVERIFY(rig.last().state == OrderState::Denied);
        QCOMPARE(rig.last().code, QStringLiteral("RC-01"));
        QCOMPARE(rig.posts.size(), 0U);
    }

    void liveNeedsTheTypedDigitsAndBeginsSmall()
    {
        TradingRig rig{domain::EnvironmentKind::Live};
        rig.apply(domain::ClockSkew{100ms});
        rig.apply(domain::Arm{QStringLiteral("0000"), {}, false});
        QVERIFY(rig.view().gate.arming == domain::Arming::Unarmed);
        rig.apply(domain::Arm{QStringLiteral("3456"), {}, false});
        QVERIFY(rig.view().gate.arming == domain::Arming::Armed);

        rig.buy(10, 70'100);
        QVERIFY(rig.last().state == OrderState::Denied);
        QCOMPARE(rig.last().text, QStringLiteral("701000/100000"));
    }

    void d11_aBuyThatWouldMeetAnOwnSaleIsRefused()
    {
        TradingRig rig;
        rig.hold(10);
        rig.apply(domain::PlaceOrder{{.symbol = kStock,
                                      .side = domain::Side::Sell,
                                      .quantity = domain::Quantity{10},
                                      .price = domain::Price::fromWon(70'100)}});
        rig.pass(3s);
        rig.buy(5, 70'100);

        QVERIFY(rig.last().state == OrderState::Denied);
        QCOMPARE(rig.last().code, QStringLiteral("RC-18"));
    }

    void d14_anUnknownRefusalFreezesTheCode()
    {
        TradingRig rig;
        rig.refuse = domain::RejectReason::Other;
        rig.buy(10, 70'100);
        QVERIFY(rig.last().state == OrderState::Rejected);
        rig.refuse.reset();
        rig.pass(3s);
        rig.buy(10, 70'100);

        QCOMPARE(rig.last().code, QStringLiteral("RC-05"));
        QVERIFY(rig.said(LogCode::CodeFrozen));
    }

    void d04_aRefusedMarketSaleGoesOutAsALimitAtOnce()
    {
        TradingRig rig;
        rig.hold(10);
        rig.refuse = domain::RejectReason::MarketOrder;
        rig.apply(domain::SellPosition{kStock, 100});
        const domain::Timestamp decided = rig.now;
        rig.carryOut();
        rig.refuse.reset();

        const auto limit = std::find_if(rig.posts.begin(), rig.posts.end(), [](const auto& out) {
            return out.request.side == domain::Side::Sell
                   && out.request.type == domain::OrderType::Limit;
        });
        QVERIFY(limit != rig.posts.end());
        QCOMPARE(limit->request.price->won(), 69'500);
        QVERIFY(rig.now == decided);
        rig.pass(3s);
        QVERIFY(rig.last().state == OrderState::Working);
    }

    void h09_aSleepDisarmsAndEverythingIsReadAgain()
    {
        TradingRig rig;
        rig.apply(domain::ClockJumped{61s});

        const domain::TradingView view = rig.view();
        QVERIFY(view.gate.arming == domain::Arming::Unarmed);
        QVERIFY(view.gate.state == GateState::Halt);
        QVERIFY(rig.balanceAsked);
        rig.buy(10, 70'100);
        QCOMPARE(rig.posts.size(), 0U);
    }

    void h10_aSkewedClockStopsEntries()
    {
        TradingRig rig;
        rig.apply(domain::ClockSkew{5'001ms});
        rig.buy(10, 70'100);

        QCOMPARE(rig.last().code, QStringLiteral("RC-02"));
    }

    void h05_aDamagedLedgerShowsAndDoesNotTrade()
    {
        TradingRig rig{domain::EnvironmentKind::Sim,
                       {.health = core::orders::LedgerHealth::SetAside,
                        .problem = QStringLiteral("checksum"),
                        .records = {}}};

        QVERIFY(rig.view().gate.state == GateState::View);
        rig.apply(domain::Arm{});
        QVERIFY(rig.view().gate.arming != domain::Arming::Armed);
        rig.apply(domain::ConfirmGate{domain::GateCause::LedgerCorrupt});
        rig.apply(domain::Arm{});
        QVERIFY(rig.view().gate.arming == domain::Arming::Armed);
    }

    void l01_aMismatchClosesTheGateUntilTheTraderAccepts()
    {
        TradingRig rig;
        rig.hold(10);
        rig.otherShares = -3;
        rig.pass(3min);
        QVERIFY(rig.said(LogCode::HoldingMismatch));
        QVERIFY(rig.view().gate.state == GateState::ExitOnly);
        QVERIFY(rig.view().positions.front().mismatch);

        rig.apply(domain::AcceptHolding{kStock});
        rig.pass(10s);

        QCOMPARE(rig.view().positions.front().quantity.shares(), 7);
        QVERIFY(rig.view().gate.state == GateState::Open);
    }

    void thePreviewSaysWhatTheGateWouldSay()
    {
        TradingRig rig;
        rig.apply(
            domain::PreviewOrder{7, domain::OrderRequest{.symbol = kStock,
                                                         .side = domain::Side::Buy,
                                                         .quantity = domain::Quantity{10},
                                                         .price = domain::Price::fromWon(70'100)}});
        const auto good = rig.view().preview;
        QVERIFY(good && good->allowed);
        QCOMPARE(good->ask, 7U);
        QCOMPARE(good->amount.value(), 701'000);
        QCOMPARE(good->commission.value(), 98);
        QCOMPARE(good->checks.size(), 30U);
        QCOMPARE(good->stop.won(), 68'600);  // 70,100 less 2 % is 68,698.

        rig.apply(
            domain::PreviewOrder{8, domain::OrderRequest{.symbol = kStock,
                                                         .side = domain::Side::Buy,
                                                         .quantity = domain::Quantity{15},
                                                         .price = domain::Price::fromWon(70'100)}});
        const auto large = rig.view().preview;
        QVERIFY(large && !large->allowed);
        QVERIFY(large->checks[9].outcome == domain::CheckOutcome::Fail);
        QCOMPARE(*large->checks[9].limit, 1'000'000);
        QCOMPARE(rig.posts.size(), 0U);
    }

    void b01_aLostAnswerFreezesTheCodeAndIsFoundWithoutASecondPost()
    {
        TradingRig rig;
        rig.answers = false;
        rig.buy(10, 70'100);
        const domain::OutgoingOrder out = rig.posts.back();
        domain::OrderAnswer lost;
        lost.id = out.id;
        lost.what = domain::AnswerClass::Unknown;
        rig.apply(lost);
        QVERIFY(rig.last().state == OrderState::Unknown);
        QVERIFY(rig.view().gate.frozen.size() == 1);
        QVERIFY(!rig.view().account.certain);
        rig.pass(3s);
        rig.buy(5, 70'000);
        QCOMPARE(rig.last().code, QStringLiteral("RC-05"));

        domain::BrokerOrderRow row;
        row.broker = domain::BrokerOrderId::fromWire(u"77");
        row.symbol = kStock;
        row.quantity = domain::Quantity{10};
        row.price = domain::Price::fromWon(70'100);
        row.time = domain::kstTimeOfDay(rig.now);
        row.remaining = row.quantity;
        rig.broker[QStringLiteral("77")] = row;
        rig.pass(6s);

        const auto orders = rig.view().orders;
        QVERIFY(orders.front().state == OrderState::Working);
        QCOMPARE(orders.front().broker.number(), QStringLiteral("77"));
        QCOMPARE(rig.postsOf(OrderLeg::New), 1);
    }
};

QTEST_GUILESS_MAIN(TestTrading)
#include "tst_trading.moc"
