#include "core/desk/gate_board.h"

#include <QTest>

using namespace core::desk;
using namespace std::chrono_literals;
namespace domain = core::domain;
using domain::GateCause;
using domain::GateState;

namespace
{
const domain::Timestamp kNow{std::chrono::hours{500'000}};

/// Everything as it is on a good morning, armed.
GateFacts good()
{
    GateFacts facts;
    facts.now = kNow;
    facts.phase = domain::SessionPhase::Continuous;
    facts.tradingDay = true;
    facts.arming = domain::Arming::Armed;
    facts.feed.state = domain::FeedState::Live;
    facts.noticesRegistered = true;
    facts.token = domain::TokenState::Valid;
    facts.listsAt = kNow - 10s;
    facts.reconciled = true;
    return facts;
}

bool closedBy(const GateFacts& facts, GateCause cause, GateState to)
{
    const auto reasons = gateReasons(facts);
    return reasons.size() == 1 && reasons.front().cause == cause && reasons.front().closesTo == to
           && gateState(reasons) == to;
}
}  // namespace

class TestGateBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOpenWhenEverythingIsFresh()
    {
        QVERIFY(gateReasons(good()).empty());
        QVERIFY(gateState({}) == GateState::Open);
    }

    void unarmedLetsNothingOut()
    {
        GateFacts facts = good();
        facts.arming = domain::Arming::Unarmed;
        QVERIFY(closedBy(facts, GateCause::Unarmed, GateState::Halt));
    }

    void disarmedLetsExitsOut()
    {
        GateFacts facts = good();
        facts.arming = domain::Arming::Disarmed;
        QVERIFY(closedBy(facts, GateCause::Disarmed, GateState::ExitOnly));
    }

    void c01_aStaleFeedClosesTheGateForEntries()
    {
        GateFacts facts = good();
        facts.feed.stale = true;
        QVERIFY(closedBy(facts, GateCause::Feed, GateState::ExitOnly));
        facts = good();
        facts.feed.state = domain::FeedState::Waiting;
        QVERIFY(closedBy(facts, GateCause::Feed, GateState::ExitOnly));
    }

    void c07_withoutNoticesOrReconciliationNothingOpens()
    {
        GateFacts facts = good();
        facts.noticesRegistered = false;
        QVERIFY(closedBy(facts, GateCause::Notices, GateState::ExitOnly));
        facts = good();
        facts.reconciled = false;
        QVERIFY(closedBy(facts, GateCause::NotReconciled, GateState::ExitOnly));
    }

    void b14_aBrokerThatGivesNoListsClosesTheGate()
    {
        GateFacts facts = good();
        facts.listFailing = true;
        QVERIFY(closedBy(facts, GateCause::Rest, GateState::ExitOnly));
        facts = good();
        facts.listsAt = kNow - 91s;
        QVERIFY(closedBy(facts, GateCause::Rest, GateState::ExitOnly));
        facts.listsAt = kNow - 90s;
        QVERIFY(gateReasons(facts).empty());
        facts.listsAt.reset();
        QVERIFY(closedBy(facts, GateCause::Rest, GateState::ExitOnly));
    }

    void a01_withoutATokenNothingOpens()
    {
        GateFacts facts = good();
        facts.token = domain::TokenState::Waiting;
        QVERIFY(closedBy(facts, GateCause::Rest, GateState::ExitOnly));
    }

    void h03_aLedgerThatCannotWriteStopsEverything()
    {
        GateFacts facts = good();
        facts.ledgerFailed = true;
        QVERIFY(closedBy(facts, GateCause::Ledger, GateState::Halt));
    }

    void h05_aDamagedLedgerOnlyShows()
    {
        GateFacts facts = good();
        facts.ledgerCorrupt = true;
        QVERIFY(closedBy(facts, GateCause::LedgerCorrupt, GateState::View));
    }

    void h10_theClockMayBeFiveSecondsOff()
    {
        GateFacts facts = good();
        facts.environment = domain::EnvironmentKind::Demo;
        QVERIFY2(closedBy(facts, GateCause::Clock, GateState::ExitOnly), "not measured");
        facts.skew = 5s;
        QVERIFY(gateReasons(facts).empty());
        facts.skew = -5001ms;
        QVERIFY(closedBy(facts, GateCause::Clock, GateState::ExitOnly));
    }

    void oneUnknownOrderFreezesItsCodeAndTwoCloseTheGate()
    {
        GateFacts facts = good();
        facts.unknownOrders = 1;
        QVERIFY(gateReasons(facts).empty());
        facts.unknownOrders = 2;
        QVERIFY(closedBy(facts, GateCause::UnknownOrders, GateState::ExitOnly));
    }

    void whatOnlyTheTraderMayOpenIsMarkedSo()
    {
        GateFacts facts = good();
        facts.latches[GateCause::Rejects] = QStringLiteral("5");
        const auto reasons = gateReasons(facts);
        QCOMPARE(reasons.size(), 1U);
        QVERIFY(reasons.front().sticky);
    }

    void e04_onAClosedDayNothingLeaves()
    {
        GateFacts facts = good();
        facts.tradingDay = false;
        QVERIFY(closedBy(facts, GateCause::Closed, GateState::Halt));
    }

    void theStrictestReasonWins()
    {
        GateFacts facts = good();
        facts.feed.stale = true;
        facts.ledgerFailed = true;
        QVERIFY(gateState(gateReasons(facts)) == GateState::Halt);
    }
};

QTEST_GUILESS_MAIN(TestGateBoard)
#include "tst_gate_board.moc"
