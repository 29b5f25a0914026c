#include "core/orders/exit_ladder.h"

#include <QTest>

using namespace core::orders;
using namespace std::chrono_literals;
namespace domain = core::domain;

namespace
{
const domain::Symbol kSymbol = *domain::Symbol::parse(u"005930");
const domain::Timestamp kNow{std::chrono::hours{500'000}};

ExitPlan plan()
{
    return {.symbol = kSymbol, .rule = QStringLiteral("S1"), .startedAt = kNow};
}

ExitSituation situation()
{
    ExitSituation at;
    at.held = domain::Quantity{10};
    at.sellable = domain::Quantity{10};
    at.phase = domain::SessionPhase::Continuous;
    at.bid = domain::Price::fromWon(70'000);
    at.last = domain::Price::fromWon(70'100);
    at.limits = {.lower = domain::Price::fromWon(50'300), .upper = domain::Price::fromWon(93'300)};
    at.now = kNow;
    return at;
}

domain::Order sale(domain::OrderState state, domain::OrderType type = domain::OrderType::Market)
{
    domain::Order order;
    order.id = {.date = {}, .event = 7, .ordinal = 1};
    order.request = {.symbol = kSymbol,
                     .side = domain::Side::Sell,
                     .type = type,
                     .quantity = domain::Quantity{10}};
    order.state = state;
    order.acceptedAt = kNow;
    return order;
}

const ExitSend* sent(const ExitMove& move)
{
    return std::get_if<ExitSend>(&move);
}
}  // namespace

class TestExitLadder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sellsEverythingAtMarketFirst()
    {
        const ExitMove move = nextMove(plan(), situation());

        QVERIFY(sent(move));
        QVERIFY(sent(move)->request.type == domain::OrderType::Market);
        QCOMPARE(sent(move)->request.quantity.shares(), 10);
    }

    void d04_goesDownTheRungsAfterARefusedMarketOrder()
    {
        ExitPlan going = plan();
        std::vector<std::int64_t> prices;
        for (int refusal = 0; refusal < 3; ++refusal) {
            going = afterRefusal(going, domain::RejectReason::MarketOrder, kNow);
            ExitSituation at = situation();
            at.now = going.notBefore;
            const ExitMove move = nextMove(going, at);
            QVERIFY(sent(move));
            prices.push_back(sent(move)->request.price->won());
        }

        // 70,000 less five and ten steps of 100; then five percent under 70,100, up to a step.
        QVERIFY((prices == std::vector<std::int64_t>{69'500, 69'000, 66'600}));
    }

    void d04_theFirstLimitLeavesAtOnce()
    {
        const ExitPlan going = afterRefusal(plan(), domain::RejectReason::MarketOrder, kNow);

        QVERIFY(going.notBefore == kNow);
    }

    void d17_anUnfilledLimitIsCancelledAfterASecondAndNotBefore()
    {
        ExitPlan going = afterRefusal(plan(), domain::RejectReason::MarketOrder, kNow);
        domain::Order resting = sale(domain::OrderState::Working, domain::OrderType::Limit);
        resting.request.price = domain::Price::fromWon(69'500);
        going.orders = {resting.id};
        ExitSituation at = situation();
        at.ownSells = {&resting};
        at.sellable = {};

        at.now = kNow + 999ms;
        QVERIFY(std::holds_alternative<ExitWait>(nextMove(going, at)));
        at.now = kNow + 1s;
        const ExitMove move = nextMove(going, at);

        const auto* cancel = std::get_if<ExitCancel>(&move);
        QVERIFY(cancel);
        QVERIFY(cancel->nextRung);
        QVERIFY(cancel->orders.front() == resting.id);
    }

    void d18_neverTwoLiveExits()
    {
        for (const domain::OrderState state :
             {domain::OrderState::Intent, domain::OrderState::Working, domain::OrderState::Partial,
              domain::OrderState::CancelIntent, domain::OrderState::CancelUnknown}) {
            domain::Order live = sale(state);
            ExitPlan going = plan();
            going.orders = {live.id};
            ExitSituation at = situation();
            at.ownSells = {&live};
            at.sellable = domain::Quantity{10};

            QVERIFY(!sent(nextMove(going, at)));
        }
    }

    void d03_restsAtTheLowerLimitWhenNobodyBids()
    {
        ExitSituation at = situation();
        at.bid = {};

        const ExitMove move = nextMove(plan(), at);

        QVERIFY(sent(move));
        QVERIFY(sent(move)->locked);
        QCOMPARE(sent(move)->request.price->won(), 50'300);

        domain::Order resting = sale(domain::OrderState::Working, domain::OrderType::Limit);
        resting.request.price = at.limits.lower;
        ExitPlan going = plan();
        going.orders = {resting.id};
        at.ownSells = {&resting};
        at.now = kNow + 60s;
        QVERIFY2(std::holds_alternative<ExitWait>(nextMove(going, at)), "no churn");
    }

    void d11_anOwnBuyGoesFirst()
    {
        domain::Order buy = sale(domain::OrderState::Working, domain::OrderType::Limit);
        buy.request.side = domain::Side::Buy;
        ExitSituation at = situation();
        at.ownBuys = {&buy};

        const ExitMove move = nextMove(plan(), at);
        QVERIFY(std::holds_alternative<ExitCancel>(move));

        buy.state = domain::OrderState::CancelIntent;
        QVERIFY(std::holds_alternative<ExitWait>(nextMove(plan(), at)));
    }

    void b01_aFullExitIsRepeatedOnlyAfterAFreshFigureOfTheBroker()
    {
        domain::Order lost = sale(domain::OrderState::Unknown);
        ExitPlan going = plan();
        going.orders = {lost.id};
        ExitSituation at = situation();
        at.ownSells = {&lost};
        at.sellable = {};

        QVERIFY(std::holds_alternative<ExitAsk>(nextMove(going, at)));

        at.broker = domain::SellableReply{
            .symbol = kSymbol, .ok = true, .sellable = domain::Quantity{4}, .askedAt = kNow};
        at.now = kNow + 1001ms;
        QVERIFY2(std::holds_alternative<ExitAsk>(nextMove(going, at)), "too old");
        at.now = kNow + 1s;
        const ExitMove move = nextMove(going, at);
        QVERIFY(sent(move));
        QCOMPARE(sent(move)->request.quantity.shares(), 4);

        at.broker->sellable = {};
        QVERIFY2(std::holds_alternative<ExitWait>(nextMove(going, at)), "it was accepted");
    }

    void b01_aPartSaleWaitsForTheResolver()
    {
        domain::Order lost = sale(domain::OrderState::Unknown);
        ExitPlan going = plan();
        going.quantity = domain::Quantity{5};
        going.orders = {lost.id};
        ExitSituation at = situation();
        at.ownSells = {&lost};
        at.broker = domain::SellableReply{
            .symbol = kSymbol, .ok = true, .sellable = domain::Quantity{10}, .askedAt = kNow};

        QVERIFY(std::holds_alternative<ExitWait>(nextMove(going, at)));
    }

    void d20_nothingIsSentInAHaltOrViAndTheDecisionIsKept()
    {
        ExitSituation at = situation();
        at.stopped = true;

        QVERIFY(std::holds_alternative<ExitWait>(nextMove(plan(), at)));
    }

    void d06_neverMoreThanIsSellable()
    {
        ExitSituation at = situation();
        at.sellable = domain::Quantity{3};

        const ExitMove move = nextMove(plan(), at);

        QVERIFY(sent(move));
        QCOMPARE(sent(move)->request.quantity.shares(), 3);
    }

    void intoTheClosingAuctionFivePercentUnderTheLastPrice()
    {
        ExitSituation at = situation();
        at.phase = domain::SessionPhase::ClosingAuction;

        const ExitMove move = nextMove(plan(), at);

        QVERIFY(sent(move));
        QCOMPARE(sent(move)->request.price->won(), 66'500);  // 66,595 down to a step.
    }

    void isDoneWhenTheSharesAreGone()
    {
        ExitSituation at = situation();
        at.held = {};
        at.sellable = {};

        QVERIFY(std::holds_alternative<ExitDone>(nextMove(plan(), at)));

        ExitPlan part = plan();
        part.quantity = domain::Quantity{4};
        at.held = domain::Quantity{6};
        at.soldByPlan = domain::Quantity{4};
        QVERIFY(std::holds_alternative<ExitDone>(nextMove(part, at)));
    }

    void backsOffFromOtherRefusals()
    {
        ExitPlan going = plan();
        std::vector<std::int64_t> waits;
        for (int refusal = 0; refusal < 7; ++refusal) {
            going = afterRefusal(going, domain::RejectReason::Other, kNow);
            waits.push_back((going.notBefore - kNow).count());
        }

        QVERIFY((waits
                 == std::vector<std::int64_t>{1'000, 2'000, 4'000, 8'000, 16'000, 30'000, 30'000}));
    }
};

QTEST_GUILESS_MAIN(TestExitLadder)
#include "tst_exit_ladder.moc"
