// The rules in the desk: from a trade to the order it means, and what survives a restart.

#include "core/desk/decision_log.h"
#include "core/orders/ledger_fact.h"
#include "tests/core/desk/trading_rig.h"

#include <QTest>

using core::domain::AddMode;
using core::domain::AutoState;
using core::domain::PatternState;
using core::domain::Verdict;
using test::kStock;
using test::TradingRig;
namespace domain = core::domain;
using namespace std::chrono_literals;

namespace
{
/// An entry of the rules, as they would send it, filled and settled.
void enter(TradingRig& rig, std::int64_t shares = 10)
{
    rig.apply(domain::PlaceOrder{{.symbol = kStock,
                                  .side = domain::Side::Buy,
                                  .quantity = domain::Quantity{shares},
                                  .price = domain::Price::fromWon(70'100),
                                  .origin = domain::OrderOrigin::Entry,
                                  .rule = QStringLiteral("ENTRY")}});
    rig.carryOut();
    QVERIFY2(!rig.broker.empty(), qPrintable(rig.last().code));
    rig.fill(QString::number(99 + rig.broker.size()), shares, 70'100);
    rig.pass(6s);
}

void tradeAt(TradingRig& rig, std::int64_t price, std::int64_t quantity = 1'000)
{
    rig.quote(price, price + 100);
    rig.trade(price, quantity);
    rig.answerLists();
}

domain::RuledPosition ruled(TradingRig& rig)
{
    const domain::RulesViewPtr rules = rig.rules();
    return rules->positions.empty() ? domain::RuledPosition{} : rules->positions.front();
}

std::vector<domain::Decision> decisions(TradingRig& rig, domain::DecisionKind kind)
{
    std::vector<domain::Decision> out;
    const domain::RulesViewPtr rules = rig.rules();
    for (const auto& one : *rules->decisions) {
        if (one->kind == kind) {
            out.push_back(*one);
        }
    }
    return out;
}

std::vector<domain::OrderRequest> sales(const TradingRig& rig)
{
    std::vector<domain::OrderRequest> out;
    for (const domain::OutgoingOrder& post : rig.posts) {
        if (post.leg == domain::OrderLeg::New && post.request.side == domain::Side::Sell) {
            out.push_back(post.request);
        }
    }
    return out;
}

/// A position of the rules that nothing sells before one second to the end of the day.
void holdToTheEnd(TradingRig& rig)
{
    for (int minute = 57; minute < 59; ++minute) {
        rig.now = TradingRig::at(14, minute, 1);
        tradeAt(rig, 70'000, 10'000);
    }
    rig.pass(1s);
    enter(rig);
    // Up by a percent: neither sideways nor out of time before the end.
    const domain::Timestamp end = TradingRig::at(15, 14, 59);
    while (rig.now < end) {
        tradeAt(rig, 70'900);
        rig.pass(std::min<std::chrono::milliseconds>(50s, end - rig.now));
    }
}

/// Up by two percent: the leg begins.
void rise(TradingRig& rig)
{
    for (const std::int64_t price : {70'500, 71'000, 71'600}) {
        tradeAt(rig, price);
    }
}
}  // namespace

class TestRuleRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s1SellsEverythingOnce()
    {
        TradingRig rig;
        enter(rig);
        QCOMPARE(ruled(rig).marks.entryQuantity.shares(), 10);
        QVERIFY(ruled(rig).binding.has_value());

        tradeAt(rig, 68'800);
        QVERIFY(sales(rig).empty());
        rig.answers = false;  // The sale's answer is awaited while the price falls on.
        tradeAt(rig, 68'600);
        tradeAt(rig, 68'500);
        tradeAt(rig, 68'400);

        QCOMPARE(sales(rig).size(), 1U);
        QCOMPARE(ruled(rig).exiting, QStringLiteral("S1"));
        QCOMPARE(sales(rig).front().quantity.shares(), 10);
        QCOMPARE(sales(rig).front().rule, QStringLiteral("S1"));
        QVERIFY(sales(rig).front().origin == domain::OrderOrigin::Exit);
        QVERIFY(sales(rig).front().type == domain::OrderType::Market);
        const auto exits = decisions(rig, domain::DecisionKind::Exit);
        QCOMPARE(exits.size(), 1U);
        QVERIFY(exits.front().verdict == Verdict::Take);
        QCOMPARE(exits.front().price.won(), 68'600);
        QVERIFY(exits.front().conditions.size() >= 6U);
        QVERIFY(rig.said(domain::LogCode::ExitDecided));
    }

    void anExitIsOnlyToldWhereAutomationIsOff()
    {
        TradingRig rig;
        enter(rig);
        rig.apply(domain::SetAutomation{kStock, AutoState::Off});
        tradeAt(rig, 68'600);
        tradeAt(rig, 68'500);

        QVERIFY(sales(rig).empty());
        const auto exits = decisions(rig, domain::DecisionKind::Exit);
        QCOMPARE(exits.size(), 1U);
        QVERIFY(exits.front().verdict == Verdict::Refuse);
        QCOMPARE(exits.front().why, QLatin1String{"automation"});
        QVERIFY(rig.said(domain::LogCode::RuleSilent));

        rig.apply(domain::SetAutomation{kStock, AutoState::ExitsOnly});
        tradeAt(rig, 68'500);
        QCOMPARE(sales(rig).size(), 1U);
    }

    void theMasterSwitchStopsEverySymbol()
    {
        TradingRig rig;
        enter(rig);
        rig.apply(domain::SetMaster{AutoState::Off});
        tradeAt(rig, 68'600);
        QVERIFY(sales(rig).empty());
        rig.apply(domain::SetMaster{AutoState::ExitsOnly});
        tradeAt(rig, 68'600);
        QCOMPARE(sales(rig).size(), 1U);
    }

    void unarmedNothingLeavesAndTheRuleIsHeard()
    {
        TradingRig rig{domain::EnvironmentKind::Demo};
        rig.apply(domain::ClockSkew{0ms});
        rig.apply(domain::Arm{});
        enter(rig);
        QCOMPARE(rig.view().positions.size(), 1U);
        rig.apply(domain::ClockJumped{10min});  // A sleep unarms.
        rig.pass(6s);
        tradeAt(rig, 68'600);

        QVERIFY(sales(rig).empty());
        QVERIFY(rig.said(domain::LogCode::RuleSilent));
    }

    void aHandPositionIsProtectedAndNeverAddedTo()
    {
        TradingRig rig;
        rig.hold(10);
        QVERIFY(ruled(rig).marks.pattern.state == PatternState::Off);
        QVERIFY(ruled(rig).marks.pattern.off == domain::PatternOff::NotPyramided);
        QVERIFY(!ruled(rig).whatIf);
        rise(rig);
        QVERIFY(ruled(rig).marks.pattern.state == PatternState::Off);
        QVERIFY(ruled(rig).marks.trail.on);  // +1 % was seen.
        tradeAt(rig, 68'600);
        QCOMPARE(sales(rig).size(), 1U);
    }

    void anExternalHoldingIsLeftAlone()
    {
        TradingRig rig;
        rig.otherShares = 10;
        rig.pass(70s);
        rig.pass(70s);
        tradeAt(rig, 60'000);
        rig.pass(6s);  // Nor at a step.
        QVERIFY(sales(rig).empty());
        QVERIFY(!rig.said(domain::LogCode::RuleSilent));  // Not even told.
        QVERIFY(ruled(rig).exits.empty());
        QVERIFY(ruled(rig).path && ruled(rig).path->empty());  // Never nothing at all.
        QCOMPARE(rig.desk().stopOf(kStock), domain::Price{});
        QCOMPARE(rig.rules()->names->at(kStock), QStringLiteral("삼성전자"));
    }

    void aPositionOfOneShareIsOneToo()
    {
        TradingRig rig;
        enter(rig, 1);
        QVERIFY(!ruled(rig).whatIf);  // Half of one share is none.
        rig.apply(domain::SelectSymbol{kStock});
        QVERIFY(rig.rules()->why.held);
        QVERIFY(rig.rules()->why.gate.empty());
        tradeAt(rig, 68'600);
        QCOMPARE(sales(rig).size(), 1U);
        rig.pass(6s);
        QVERIFY(rig.rules()->positions.empty());
        // What is sold is not kept on.
        const std::size_t before = rig.ledger.size();
        tradeAt(rig, 68'700);
        rig.buy(1, 60'000);
        rig.pass(21s);
        const auto marks = std::count_if(
            rig.ledger.begin() + static_cast<std::ptrdiff_t>(before), rig.ledger.end(),
            [](const auto& record) { return record.kind == QLatin1String{"marks"}; });
        QCOMPARE(marks, 0);
    }

    void theFirstShareOfManyHasNoPreviewYet()
    {
        TradingRig rig;
        rig.apply(domain::PlaceOrder{{.symbol = kStock,
                                      .side = domain::Side::Buy,
                                      .quantity = domain::Quantity{10},
                                      .price = domain::Price::fromWon(70'100),
                                      .origin = domain::OrderOrigin::Entry,
                                      .rule = QStringLiteral("ENTRY")}});
        rig.carryOut();
        const QString number = QString::number(99 + rig.broker.size());
        rig.fill(number, 1, 70'100);
        domain::OrderNotice notice;
        notice.kind = domain::NoticeKind::Fill;
        notice.account = test::kAccount;
        notice.orderNumber = number;
        notice.symbol = kStock;
        notice.quantity = domain::Quantity{1};
        notice.price = domain::Price::fromWon(70'100);
        rig.apply(notice);
        rig.pass(500ms);
        QCOMPARE(ruled(rig).marks.entryQuantity.shares(), 1);
        QVERIFY(!ruled(rig).marks.entryFinal);
        QVERIFY(ruled(rig).marks.pattern.state != PatternState::Off);
        QVERIFY(!ruled(rig).whatIf);  // Half of one share is none, so far.
    }

    void twoSharesAddOne()
    {
        TradingRig rig;
        enter(rig, 2);
        QCOMPARE(ruled(rig).whatIf->quantity, domain::Quantity{1});
        rig.apply(domain::SelectSymbol{kStock});
        QVERIFY(!rig.rules()->why.gate.empty());
    }

    void anEtfHasItsOwnSteps()
    {
        TradingRig rig;
        enter(rig);
        auto table = std::make_shared<domain::InstrumentTable>();
        domain::Instrument fund;
        fund.symbol = kStock;
        fund.name = QStringLiteral("KODEX 200");
        fund.group = domain::SecurityGroup::Etf;
        fund.reference = domain::Price::fromWon(70'000);
        table->bySymbol.emplace(kStock, fund);
        rig.apply(domain::InstrumentsPtr{table});
        // 70,100 less 2 % is 68,698: a share steps by 100 won there, a fund by 5.
        QCOMPARE(ruled(rig).stops.front().price.won(), 68'695);
    }

    void onADayWithoutTradingNothingIsJudged()
    {
        TradingRig rig;
        enter(rig);
        rig.now = domain::fromKst(*domain::parseDate(u"2025-09-06"), domain::timeOfDay(10, 0));
        rig.tick();
        rig.feed();
        const std::size_t before = rig.rules()->decisions->size();
        tradeAt(rig, 60'000);
        rig.cash = rig.cash - domain::Won{900'000};
        rig.pass(130s);
        QVERIFY(sales(rig).empty());
        QCOMPARE(rig.decisions(before), QStringList{});
        QVERIFY(!rig.said(domain::LogCode::GuardFired));
    }

    void aNewDayForgetsTheOneBefore()
    {
        TradingRig rig;
        enter(rig, 14);
        rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(60'000)});
        rig.cash = rig.cash - domain::Won{600'000};
        rig.pass(140s);
        QVERIFY(rig.rules()->guard.state.stopsBuys());
        QCOMPARE(rig.rules()->shadows.size(), 1U);
        const domain::PositionMarks marks = ruled(rig).marks;

        rig.now = domain::fromKst(*domain::parseDate(u"2025-09-03"), domain::timeOfDay(8, 55));
        rig.tick();
        const domain::RulesViewPtr next = rig.rules();
        QVERIFY(next->shadows.empty());
        QVERIFY(next->interventions.empty());
        QVERIFY(!next->guard.state.stopsBuys());
        QVERIFY(next->guard.state.fired.empty());
        rig.apply(domain::SelectSymbol{kStock});
        QCOMPARE(ruled(rig).marks.openedAt, marks.openedAt);
        rig.pass(10s);
        QVERIFY(rig.rules()->guard.state.fired.empty());
    }

    void theEndOfTheDaySellsWhatIsAutomatic()
    {
        TradingRig rig;
        holdToTheEnd(rig);
        QVERIFY(sales(rig).empty());
        rig.pass(2s);
        QCOMPARE(sales(rig).size(), 1U);
        QCOMPARE(sales(rig).front().rule, QStringLiteral("EOD"));
        QVERIFY(sales(rig).front().origin == domain::OrderOrigin::EndOfDay);
    }

    /// The program was started anew late in the day and the market's feed is down.
    void whatNeverHadAPriceIsSoldAtTheEndToo()
    {
        TradingRig before;
        holdToTheEnd(before);
        core::desk::Desk desk{TradingRig::options(
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = before.ledger},
            {}, 0)};
        domain::Event event;
        event.number = desk.eventsApplied();
        const auto exitsAt = [&](domain::Timestamp now) {
            ++event.number;
            event.time = now;
            event.payload = domain::TimerStep{};
            (void)desk.apply(event);
            const domain::RulesViewPtr rules = desk.snapshot({}, 1.0)->rules;
            return std::count_if(
                rules->decisions->begin(), rules->decisions->end(), [](const auto& one) {
                    return one->kind == domain::DecisionKind::Exit && one->rule == u"EOD"
                           && one->verdict == Verdict::Take && one->price == domain::Price{};
                });
        };
        QCOMPARE(exitsAt(TradingRig::at(15, 14, 58)), 0);
        QCOMPARE(exitsAt(TradingRig::at(15, 14, 59)), 0);
        QCOMPARE(exitsAt(TradingRig::at(15, 15, 0)), 1);
        QCOMPARE(exitsAt(TradingRig::at(15, 15, 5)), 1);
    }

    void aStepAndAnOrderInOneEventHaveNamesOfTheirOwn()
    {
        TradingRig rig;
        holdToTheEnd(rig);
        const std::size_t before = rig.view().orders.size();
        rig.now = TradingRig::at(15, 15);
        rig.buy(1, 70'900);  // Its event makes the step that sells everything.

        QCOMPARE(rig.view().orders.size(), before + 2);
        QCOMPARE(sales(rig).size(), 1U);
    }

    void whatMustBeRememberedIsInTheLedger()
    {
        TradingRig rig;
        enter(rig);
        rise(rig);
        QVERIFY(ruled(rig).marks.pattern.state == PatternState::Risen);
        tradeAt(rig, 71'700);  // No state changes: the next step keeps the peak.
        rig.pass(6s);
        const domain::PositionMarks before = ruled(rig).marks;
        QCOMPARE(before.trail.peak->won(), 71'700);

        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = rig.ledger}};

        const domain::PositionMarks after = ruled(again).marks;
        QCOMPARE(after.entryQuantity.shares(), 10);
        QVERIFY(after.entryCost == before.entryCost);
        QVERIFY(after.trail.on);
        QCOMPARE(after.trail.peak->won(), 71'700);
        QCOMPARE(after.trail.width, before.trail.width);
        // Trades were missed: the leg is void, its high is known.
        QVERIFY(after.pattern.state == PatternState::Void);
        QCOMPARE(after.pattern.high.won(), 71'700);
        QCOMPARE(decisions(again, domain::DecisionKind::Pattern).front().why,
                 QLatin1String{"restart"});
    }

    void anApprovedAddGoesOutOnceAndItsMarkWithIt()
    {
        TradingRig rig;
        enter(rig);
        rise(rig);
        rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        QVERIFY(ruled(rig).override.mode == AddMode::Approve);
        rig.answers = false;
        tradeAt(rig, 71'600);
        tradeAt(rig, 71'600);

        QVERIFY(rig.posts.back().request.origin == domain::OrderOrigin::Add);
        QCOMPARE(rig.posts.back().request.quantity.shares(), 5);
        QCOMPARE(rig.postsOf(domain::OrderLeg::New), 2);
        QVERIFY(ruled(rig).marks.pattern.state == PatternState::Ordered);
        QVERIFY(ruled(rig).override.mode == AddMode::Auto);
        // In the ledger the state comes before the intent, in the same write.
        const auto intent =
            std::find_if(rig.ledger.rbegin(), rig.ledger.rend(),
                         [](const auto& record) { return record.kind == QLatin1String{"intent"}; });
        QVERIFY(std::next(intent)->kind == QLatin1String{"add_override"});
        QVERIFY(std::next(intent, 2)->kind == QLatin1String{"marks"});
        const auto adds = decisions(rig, domain::DecisionKind::Add);
        QVERIFY(adds.back().verdict == Verdict::Take);
        QVERIFY(adds.back().approved);
    }

    void theAddIsInThePositionWhenItsOrderIsFinal()
    {
        TradingRig rig;
        enter(rig);
        rise(rig);
        rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        tradeAt(rig, 71'600);
        rig.fill(QString::number(99 + rig.broker.size()), 5, 71'700);
        rig.pass(6s);

        const domain::RuledPosition after = ruled(rig);
        QVERIFY(after.marks.pattern.state == PatternState::Added);
        QCOMPARE(after.marks.addQuantity.shares(), 5);
        QCOMPARE(after.marks.addCost.value(), 5 * 71'700);
        QVERIFY(!after.marks.trail.on);
        QVERIFY(after.binding->rule == QLatin1String{"A1"});
        rise(rig);
        QCOMPARE(rig.postsOf(domain::OrderLeg::New), 2);  // Once.
    }

    void anUnfilledAddIsCancelledAndThePatternGoesOn()
    {
        TradingRig rig;
        enter(rig);
        rise(rig);
        rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        tradeAt(rig, 71'600);
        QVERIFY(ruled(rig).marks.pattern.state == PatternState::Ordered);
        rig.pass(10s);

        QCOMPARE(rig.postsOf(domain::OrderLeg::Cancel), 1);
        QVERIFY(ruled(rig).marks.pattern.state == PatternState::Risen);
        QCOMPARE(ruled(rig).marks.pattern.ordersFailed, 1);
    }

    void aWordWithoutAReasonIsNoWord()
    {
        TradingRig rig;
        enter(rig);
        rig.apply(domain::OverrideAdd{kStock, AddMode::Block, QStringLiteral("  ")});
        QVERIFY(ruled(rig).override.mode == AddMode::Auto);
        rig.apply(domain::OverrideAdd{kStock, AddMode::Block, QStringLiteral("results at noon")});
        QVERIFY(ruled(rig).override.mode == AddMode::Block);
        const domain::Condition gate = ruled(rig).add.back();
        QVERIFY(gate.outcome == domain::CheckOutcome::Fail);
        QCOMPARE(gate.detail, QLatin1String{"blocked"});
        QCOMPARE(rig.rules()->interventions.back().reason, QStringLiteral("results at noon"));
    }

    void anApprovalEndsByItself()
    {
        TradingRig rig;
        enter(rig);
        rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        rig.pass(59s);
        QVERIFY(ruled(rig).override.mode == AddMode::Approve);
        rig.pass(2s);
        QVERIFY(ruled(rig).override.mode == AddMode::Auto);
        // On a whole second it ends at it.
        rig.pass(std::chrono::ceil<std::chrono::seconds>(rig.now) - rig.now);
        rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        rig.pass(60s - 100ms);
        QVERIFY(ruled(rig).override.mode == AddMode::Approve);
        rig.pass(100ms);
        QVERIFY(ruled(rig).override.mode == AddMode::Auto);
        QVERIFY(rig.said(domain::LogCode::OverrideEnded));
    }

    void aStopMovedByHandSells()
    {
        TradingRig rig;
        enter(rig);
        rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(70'000)});
        QCOMPARE(ruled(rig).binding->rule, QLatin1String{"MAN"});
        tradeAt(rig, 70'000);
        QCOMPARE(sales(rig).front().rule, QStringLiteral("MAN"));
    }

    void theHardLossSellsAndDisarms()
    {
        TradingRig rig;
        enter(rig, 14);
        rig.apply(domain::SetAutomation{kStock, AutoState::ExitsOnly});
        rig.cash = rig.cash - domain::Won{600'000};  // The day was bad elsewhere.
        rig.pass(70s);
        rig.pass(70s);

        QVERIFY(rig.said(domain::LogCode::GuardFired));
        QVERIFY(rig.view().gate.arming == domain::Arming::Disarmed);
        QCOMPARE(sales(rig).size(), 1U);
        QCOMPARE(sales(rig).front().rule, QStringLiteral("GUARD"));
        QVERIFY(rig.rules()->guard.state.holds(domain::GuardRule::HardLoss));

        rig.apply(domain::ConfirmGate{domain::GateCause::DayReturn});
        QVERIFY(!rig.rules()->guard.state.stopsBuys());
        rig.pass(3s);
        QVERIFY(!rig.rules()->guard.state.stopsBuys());  // It fires once.
    }

    void theGuardFiresOnceADayAlsoAfterARestart()
    {
        TradingRig rig;
        enter(rig, 14);
        rig.cash = rig.cash - domain::Won{600'000};
        rig.pass(70s);
        rig.pass(70s);
        QVERIFY(rig.rules()->guard.state.holds(domain::GuardRule::HardLoss));
        rig.apply(domain::ConfirmGate{domain::GateCause::DayReturn});
        rig.pass(1s);

        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = rig.ledger}};
        again.broker = rig.broker;
        again.cash = rig.cash;
        again.pass(130s);

        // The loss of the day is still there, and certain; the rule has had its say.
        QVERIFY(again.rules()->guard.certain);
        QVERIFY(again.view().account.dayPnl < domain::Won{-500'000});
        QCOMPARE(again.rules()->guard.state, rig.rules()->guard.state);
        QVERIFY(!again.rules()->guard.state.fired.empty());
        QVERIFY(!again.rules()->guard.state.stopsBuys());
        QVERIFY(!again.said(domain::LogCode::GuardFired));
    }

    void aLosingTradePausesEntriesForHalfAnHour()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 1};
        enter(rig);
        QVERIFY(!rig.rules()->guard.pausedUntil);
        rig.sell(10, 69'000);
        rig.fill(QString::number(99 + rig.broker.size()), 10, 69'000);
        rig.pass(6s);

        QCOMPARE(rig.rules()->guard.lossStreak, 1);
        const std::optional<domain::Timestamp> until = rig.rules()->guard.pausedUntil;
        QVERIFY(until && *until > rig.now + 29min && *until <= rig.now + 30min);
        rig.pass(20s);
        rig.buy(1, 70'100);
        QCOMPARE(rig.last().code, QStringLiteral("RC-23"));
    }

    void aShadowSaysWhatTheHandGainedOrCost()
    {
        TradingRig rig;
        enter(rig);
        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 0);
        QCOMPARE(rig.rules()->shadows.size(), 1U);
        QVERIFY(!rig.rules()->shadows.front().over);

        tradeAt(rig, 68'600);

        const domain::ShadowView shadow = rig.rules()->shadows.front();
        QVERIFY(shadow.over);
        QCOMPARE(shadow.rule, QLatin1String{"S1"});
        QVERIFY(shadow.shadowPnl < shadow.handPnl);  // The hand was better today.
        QVERIFY(rig.said(domain::LogCode::ShadowOver));
        QCOMPARE(sales(rig).size(), 1U);  // A shadow never sends anything.
    }

    void aWavePositionShowsTheStopItIsSoldBy()
    {
        TradingRig rig;
        constexpr std::array<std::int64_t, 6> kSwing{70'000, 70'300, 70'600,
                                                     70'900, 70'600, 70'300};
        for (std::size_t turn = 0; turn < 400 && rig.posts.empty(); ++turn) {
            rig.pass(1s);
            tradeAt(rig, kSwing.at(turn % kSwing.size()));
        }
        QVERIFY(!rig.posts.empty());
        QCOMPARE(rig.posts.front().request.rule, QStringLiteral("WAVE"));
        rig.fill(QString::number(99 + rig.broker.size()), 3, 70'100);
        rig.pass(6s);

        // A fifth of the channel's width under it; the stop by share lies lower.
        const domain::RuledPosition held = ruled(rig);
        QVERIFY(held.binding.has_value());
        QCOMPARE(held.binding->rule, QLatin1String{"W2"});
        QCOMPARE(held.stops.size(), 2U);
        QVERIFY(held.stops.front().rule == QLatin1String{"W1"});
        QVERIFY(held.stops.front().price < held.binding->price);
        QCOMPARE(held.path->back().price, held.binding->price);
        const std::int64_t stop = held.binding->price.won();
        while ((rig.now.time_since_epoch() / 1s) % 30 != 1) {
            rig.pass(1s);  // No new channel is looked for until the sale is settled.
        }
        tradeAt(rig, stop + 100);
        QVERIFY(sales(rig).empty());
        tradeAt(rig, stop);
        QCOMPARE(sales(rig).size(), 1U);
        QCOMPARE(sales(rig).front().rule, QStringLiteral("W2"));
        QVERIFY(rig.decisions().last().startsWith(QStringLiteral("wave W2 take 3@")));
        // Sold by its breakout it waits for a new channel, also at the old one's bottom.
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 0);
        const std::size_t before = rig.rules()->decisions->size();
        tradeAt(rig, 70'000);
        QCOMPARE(rig.decisions(before).filter(QStringLiteral("wave WAVE")), QStringList{});
    }

    void aWaveThatReachedItsTopMayComeAgain()
    {
        TradingRig rig;
        constexpr std::array<std::int64_t, 6> kSwing{70'000, 70'300, 70'600,
                                                     70'900, 70'600, 70'300};
        std::size_t turn = 0;
        const auto untilPosts = [&](std::size_t count) {
            for (const std::size_t end = turn + 400; turn < end && rig.posts.size() < count;
                 ++turn) {
                rig.pass(1s);
                tradeAt(rig, kSwing.at(turn % kSwing.size()));
            }
            return rig.posts.size();
        };
        QCOMPARE(untilPosts(1), 1U);
        rig.fill(QString::number(99 + rig.broker.size()), 3, 70'100);
        rig.pass(6s);
        QCOMPARE(untilPosts(2), 2U);
        QVERIFY(rig.posts.back().request.side == domain::Side::Sell);
        QVERIFY(rig.posts.back().request.rule != QLatin1String{"W2"});
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 0);
        QCOMPARE(untilPosts(3), 3U);
        QCOMPARE(rig.posts.back().request.rule, QStringLiteral("WAVE"));
    }

    void aStopMovedByHandIsInTheWavesPath()
    {
        TradingRig rig;
        constexpr std::array<std::int64_t, 6> kSwing{70'000, 70'300, 70'600,
                                                     70'900, 70'600, 70'300};
        for (std::size_t turn = 0; turn < 400 && rig.posts.empty(); ++turn) {
            rig.pass(1s);
            tradeAt(rig, kSwing.at(turn % kSwing.size()));
        }
        rig.fill(QString::number(99 + rig.broker.size()), 3, 70'100);
        rig.pass(6s);
        QCOMPARE(ruled(rig).binding->rule, QLatin1String{"W2"});
        rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(69'950)});
        rig.pass(6s);
        QCOMPARE(ruled(rig).path->back().price.won(), 69'900);
    }

    void aWavePositionWithoutAChannelIsSoldByTheBaseRules()
    {
        TradingRig rig;
        rig.apply(domain::PlaceOrder{{.symbol = kStock,
                                      .side = domain::Side::Buy,
                                      .quantity = domain::Quantity{10},
                                      .price = domain::Price::fromWon(70'100),
                                      .origin = domain::OrderOrigin::Wave,
                                      .rule = QStringLiteral("WAVE")}});
        rig.carryOut();
        rig.fill(QString::number(99 + rig.broker.size()), 10, 70'100);
        rig.pass(6s);
        QVERIFY(!ruled(rig).marks.wave);
        tradeAt(rig, 68'600);
        QCOMPARE(sales(rig).front().rule, QStringLiteral("S1"));
    }

    void aWaveSurvivesARestartWithItsChannel()
    {
        TradingRig rig;
        constexpr std::array<std::int64_t, 6> kSwing{70'000, 70'300, 70'600,
                                                     70'900, 70'600, 70'300};
        for (std::size_t turn = 0; turn < 400 && rig.posts.empty(); ++turn) {
            rig.pass(1s);
            tradeAt(rig, kSwing.at(turn % kSwing.size()));
        }
        rig.fill(QString::number(99 + rig.broker.size()), 3, 70'100);
        rig.pass(6s);
        const std::optional<domain::WaveChannel> channel = ruled(rig).marks.wave;
        QVERIFY(channel.has_value());

        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = rig.ledger}};
        QVERIFY(ruled(again).marks.wave == channel);
        QCOMPARE(ruled(again).stops.size(), 2U);
        QCOMPARE(ruled(again).exits.size(), 7U);
    }

    void everyIssueEverShownKeepsItsName()
    {
        TradingRig rig;
        QVERIFY(rig.rules()->names->empty());
        enter(rig);
        QCOMPARE(rig.rules()->names->at(kStock), QStringLiteral("삼성전자"));
        QCOMPARE(rig.rules()->names->size(), 1U);
        const auto shared = rig.rules()->names;
        rig.buy(1, 60'000);
        QVERIFY(rig.rules()->names == shared);  // Shared while nothing new comes.
        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(6s);
        QCOMPARE(rig.view().positions.front().quantity.shares(), 0);

        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = rig.ledger}};
        QCOMPARE(again.rules()->names->at(kStock), QStringLiteral("삼성전자"));
    }

    void aNameMayComeLaterThanWhatItNames()
    {
        TradingRig rig;
        const domain::Symbol first = *domain::Symbol::parse(u"000660");
        const domain::Symbol second = *domain::Symbol::parse(u"035420");
        const auto list = [&rig, &first, &second](const QString& name) {
            auto table = std::make_shared<domain::InstrumentTable>();
            for (const domain::Symbol& symbol : {kStock, first, second}) {
                domain::Instrument one;
                one.symbol = symbol;
                one.name = symbol == second ? name : symbol.toString() + u'!';
                table->bySymbol.emplace(symbol, one);
            }
            rig.apply(domain::InstrumentsPtr{table});
        };
        for (const domain::Symbol& symbol : {first, second}) {
            rig.apply(domain::PlaceOrder{{.symbol = symbol,
                                          .side = domain::Side::Buy,
                                          .quantity = domain::Quantity{1},
                                          .price = domain::Price::fromWon(70'000),
                                          .rule = QStringLiteral("HAND")}});
            rig.carryOut();
        }
        QVERIFY(!rig.rules()->names->contains(first));
        list({});
        QCOMPARE(rig.rules()->names->at(first), QStringLiteral("000660!"));
        QVERIFY(!rig.rules()->names->contains(second));  // It is listed without a name.
        list(QStringLiteral("second"));
        QCOMPARE(rig.rules()->names->at(second), QStringLiteral("second"));
        QCOMPARE(rig.rules()->names->at(first), QStringLiteral("000660!"));
    }

    /// Of no order of the day and no decision yet: carried over night.
    void whatIsOnlyHeldHasItsNameToo()
    {
        TradingRig rig;
        rig.hold();
        core::desk::Desk next{TradingRig::options(
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = rig.ledger}, {},
            0)};
        auto table = std::make_shared<domain::InstrumentTable>();
        domain::Instrument one;
        one.symbol = kStock;
        one.name = QStringLiteral("later");
        table->bySymbol.emplace(kStock, one);
        domain::Event event;
        event.number = next.eventsApplied() + 1;
        event.time = domain::fromKst(*domain::parseDate(u"2025-09-03"), domain::timeOfDay(7, 0, 1));
        event.payload = domain::InstrumentsPtr{table};
        (void)next.apply(event);
        const domain::RulesViewPtr rules = next.snapshot({}, 1.0)->rules;
        QCOMPARE(rules->positions.size(), 1U);
        QVERIFY(rules->decisions->empty());
        QVERIFY(rules->names->contains(kStock));
        QCOMPARE(rules->names->at(kStock), QStringLiteral("later"));
    }

    void namesThatComeTogetherAreAllKept()
    {
        TradingRig rig;
        auto table = std::make_shared<domain::InstrumentTable>();
        for (const char* code : {"000660", "035420"}) {
            domain::Instrument one;
            one.symbol = *domain::Symbol::parse(QString::fromLatin1(code));
            one.name = QString::fromLatin1(code) + u'!';
            rig.apply(domain::PlaceOrder{{.symbol = one.symbol,
                                          .side = domain::Side::Buy,
                                          .quantity = domain::Quantity{1},
                                          .price = domain::Price::fromWon(70'000),
                                          .rule = QStringLiteral("HAND")}});
            rig.carryOut();
            table->bySymbol.emplace(one.symbol, one);
        }
        QVERIFY(rig.rules()->names->empty());
        rig.apply(domain::InstrumentsPtr{table});
        QCOMPARE(rig.rules()->names->size(), 2U);
    }

    void refusalsDoNotPushOutWhatWasDone()
    {
        core::desk::DecisionLog log;
        domain::Decision one;
        one.verdict = Verdict::Take;
        log.add(one);
        one.verdict = Verdict::Refuse;
        for (std::size_t count = 0; count < 5 * core::desk::DecisionLog::kMax; ++count) {
            log.add(one);
        }
        one.verdict = Verdict::Note;
        log.add(one);

        const domain::DecisionList kept = *log.decisions();
        QCOMPARE(kept.size(), core::desk::DecisionLog::kMax + 2);
        QVERIFY(kept.front()->verdict == Verdict::Take);
        QVERIFY(kept.back()->verdict == Verdict::Note);
        QVERIFY(std::is_sorted(kept.begin(), kept.end(),
                               [](const auto& a, const auto& b) { return a->number < b->number; }));
    }

    void eachSortKeepsItsNewestThousand()
    {
        for (const Verdict verdict : {Verdict::Refuse, Verdict::Take}) {
            core::desk::DecisionLog log;
            domain::Decision one;
            one.verdict = verdict;
            for (std::size_t count = 1; count <= 3 * core::desk::DecisionLog::kMax + 1; ++count) {
                log.add(one);
                const auto kept = log.decisions();
                QCOMPARE(kept->size(), std::min(count, core::desk::DecisionLog::kMax));
                QCOMPARE(kept->back()->number, count);
                QCOMPARE(kept->front()->number, count - kept->size() + 1);
                QVERIFY(kept == log.decisions());  // Shared until the next one.
            }
        }
    }

    void whyIsAnsweredForAnySymbol()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, [](core::config::Config& config) {
                           config.screener.watchList = {kStock.toString()};
                       }};
        rig.pass(60s);
        QVERIFY(rig.rules()->why == domain::WhyView{});  // Nobody asked.
        rig.apply(domain::SelectSymbol{kStock});
        const domain::WhyView why = rig.rules()->why;
        QVERIFY(why.symbol == kStock);
        QVERIFY(why.tradeSlot);
        QVERIFY(!why.entry.empty());
        rig.apply(domain::SelectSymbol{*domain::Symbol::parse(u"000660")});
        QVERIFY(rig.rules()->why.entry.empty());
        QVERIFY(!rig.rules()->why.tradeSlot);
    }
};

QTEST_GUILESS_MAIN(TestRuleRoom)
#include "tst_rule_room.moc"
