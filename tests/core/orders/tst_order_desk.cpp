#include "tests/core/orders/order_rig.h"

#include <QTest>

using namespace test;
using domain::AnswerClass;
using domain::LogCode;
using domain::OrderLeg;
using domain::OrderState;

namespace
{
domain::ClientOrderId working(OrderRig& rig, const domain::OrderRequest& request,
                              const char16_t* number = u"1562")
{
    const domain::ClientOrderId id = rig.intend(request);
    rig.hear(rig.answer(id, AnswerClass::Accepted, OrderLeg::New, number));
    return id;
}

void own(OrderRig& rig, std::int64_t won)
{
    rig.put({.at = rig.now, .order = {}, .body = orders::CashFact{domain::Won{won}}});
}

/// The rig's day, or the one so many days later, at ten o'clock; begun by its fact.
domain::TradingDate beginDay(OrderRig& rig, int later)
{
    rig.now += later * 24h;
    rig.act([&](orders::OrderDesk& desk) { desk.startDay(domain::kstDate(rig.now)); });
    return domain::kstDate(rig.now);
}

/// A minute of complete lists without the order; the account is not asked.
void listNothingFor(OrderRig& rig, std::chrono::seconds span)
{
    for (const domain::Timestamp end = rig.now + span; rig.now < end;) {
        rig.pass(1s);
        rig.list({});
    }
}

domain::ClientOrderId unknown(OrderRig& rig, const domain::OrderRequest& request)
{
    const domain::ClientOrderId id = rig.intend(request);
    rig.hear(rig.answer(id, AnswerClass::Unknown));
    return id;
}
}  // namespace

class TestOrderDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void d08_anAcceptedOrderIsNotAFilledOne()
    {
        OrderRig rig;
        const auto id = working(rig, OrderRig::buy(10, 70'000));

        QVERIFY(rig.order(id).state == OrderState::Working);
        QCOMPARE(rig.desk.books().held(kSymbol).shares(), 0);

        rig.list({rig.row(u"0000001562", OrderRig::buy(10, 70'000), 10)});
        QVERIFY(rig.order(id).state == OrderState::Filled);
        QCOMPARE(rig.desk.books().held(kSymbol).shares(), 10);
        QVERIFY(rig.replaysToTheSame());
    }

    void b02_nothingIsEverSentAgain()
    {
        OrderRig rig;
        unknown(rig, OrderRig::buy(10, 70'000));

        rig.pass(10min);

        QCOMPARE(rig.sent.size(), 0U);
    }

    void b01_aLostAnswerIsFoundInTheList()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = unknown(rig, request);
        QVERIFY(rig.order(id).state == OrderState::Unknown);
        QVERIFY(rig.told(LogCode::OrderUnknown));
        rig.pass(600ms);
        QCOMPARE(rig.asks.size(), 1U);

        rig.list({rig.row(u"77", request, 3)});

        QVERIFY(rig.order(id).state == OrderState::Partial);
        QCOMPARE(rig.order(id).broker.number(), QStringLiteral("77"));
        QCOMPARE(rig.desk.books().held(kSymbol).shares(), 3);
        QVERIFY(rig.told(LogCode::OrderFound));
        QVERIFY(rig.replaysToTheSame());
    }

    void theResolverLooksAtItsInstants()
    {
        OrderRig rig;
        unknown(rig, OrderRig::buy(10, 70'000));
        std::vector<std::int64_t> at;
        const domain::Timestamp start = rig.now;
        while (rig.now - start < 9s) {
            rig.pass(100ms);
            if (!rig.asks.empty()) {
                at.push_back((rig.now - start).count());
                rig.list({});
                rig.asks.clear();
            }
        }

        // Among the lists of every five seconds while an order is open.
        for (const std::int64_t instant : {500, 1'000, 2'000, 3'000, 5'000, 8'000}) {
            QVERIFY2(std::count(at.begin(), at.end(), instant) == 1,
                     qPrintable(QString::number(instant)));
        }
        QVERIFY(at.size() <= 8);
    }

    void aRowOutsideTheKeyOrTheWindowIsNotOurs_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("another price") << 0;
        QTest::newRow("another quantity") << 1;
        QTest::newRow("another side") << 2;
        QTest::newRow("before it was sent") << 3;
        QTest::newRow("too late") << 4;
        QTest::newRow("another type") << 5;
        QTest::newRow("the child of another order") << 6;
        QTest::newRow("a division we never send") << 7;
    }
    void aRowOutsideTheKeyOrTheWindowIsNotOurs()
    {
        QFETCH(int, change);
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = unknown(rig, request);
        domain::BrokerOrderRow row = rig.row(u"77", request);
        switch (change) {
        case 0:
            row.price = domain::Price::fromWon(70'100);
            break;
        case 1:
            row.quantity = domain::Quantity{11};
            break;
        case 2:
            row.side = domain::Side::Sell;
            break;
        case 3:
            row.time -= 4s;
            break;
        case 4:
            row.time += 63s;
            break;
        case 5:
            row.type = domain::OrderType::Best;
            break;
        case 6:
            row.original = domain::BrokerOrderId::fromWire(u"70");
            break;
        default:
            row.knownType = false;
            break;
        }
        rig.pass(1s);

        rig.list({row});

        QVERIFY(rig.order(id).state == OrderState::Unknown);
    }

    void twoCandidatesAreForAPersonToTell()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = unknown(rig, request);
        rig.pass(1s);
        rig.list({rig.row(u"77", request), rig.row(u"78", request)});
        QVERIFY(rig.order(id).state == OrderState::Ambiguous);

        rig.act([&](orders::OrderDesk& desk) {
            QVERIFY(desk.resolve(id, domain::BrokerOrderId::fromWire(u"78")));
        });

        QVERIFY(rig.order(id).state == OrderState::Working);
        QCOMPARE(rig.order(id).broker.number(), QStringLiteral("78"));
        rig.pass(1s);
        rig.list({rig.row(u"77", request), rig.row(u"78", request)});
        QCOMPARE(rig.desk.books().externals().size(), 1U);
        QVERIFY(rig.replaysToTheSame());
    }

    void absentOnlyAfterThreeCompleteListsAndAMinute()
    {
        OrderRig rig;
        own(rig, 10'000'000);
        const auto id = unknown(rig, OrderRig::buy(10, 70'000));
        const domain::Timestamp start = rig.now;
        while (rig.now - start < 59s) {
            rig.pass(1s);
            rig.power(9'990'000);
            rig.list({});
            QVERIFY(rig.order(id).state == OrderState::Unknown);
        }
        rig.pass(2s);
        rig.power(9'990'000);
        rig.list({});

        QVERIFY(rig.order(id).state == OrderState::AbsentWatch);
        QVERIFY(rig.told(LogCode::OrderAbsent));
    }

    void c07_afterAGapOfNoticesTheListsGetTwiceTheTime()
    {
        OrderRig rig;
        own(rig, 10'000'000);
        const auto id = unknown(rig, OrderRig::buy(10, 70'000));
        rig.act([](orders::OrderDesk& desk) { desk.noticeGap(); });
        const domain::Timestamp start = rig.now;
        while (rig.now - start < 119s) {
            rig.pass(1s);
            rig.power(9'990'000);
            rig.list({});
            QVERIFY(rig.order(id).state == OrderState::Unknown);
        }
        rig.pass(2s);
        rig.list({});

        QVERIFY(rig.order(id).state == OrderState::AbsentWatch);
    }

    void aBuyIsAbsentOnlyIfItsCashIsThere_data()
    {
        QTest::addColumn<qint64>("power");
        QTest::addColumn<bool>("absent");
        // 10,000,000 of which another working order holds 100 x 60,000 = 6,000,000.
        QTest::newRow("all that the books leave") << qint64{4'000'000} << true;
        QTest::newRow("less the broker's charge") << qint64{3'990'000} << true;
        QTest::newRow("more than the books know") << qint64{9'000'000} << true;
        QTest::newRow("its 700,000 are missing") << qint64{3'300'000} << false;
        QTest::newRow("nothing is left") << qint64{0} << false;
    }
    void aBuyIsAbsentOnlyIfItsCashIsThere()
    {
        QFETCH(qint64, power);
        QFETCH(bool, absent);
        OrderRig rig;
        own(rig, 10'000'000);
        working(rig, OrderRig::buy(100, 60'000));
        const auto resting = rig.row(u"1562", OrderRig::buy(100, 60'000));
        const auto id = unknown(rig, OrderRig::buy(10, 70'000));
        rig.pass(2s);
        rig.power(10'000'000);  // Too early: it could still be accepted.
        for (int second = 0; second < 62; ++second) {
            rig.pass(1s);
            rig.list({resting});
        }
        QVERIFY(rig.powerAsks > 0);
        QVERIFY(rig.order(id).state == OrderState::Unknown);

        rig.power(power);
        rig.pass(1s);
        rig.list({resting});
        QCOMPARE(rig.order(id).state == OrderState::AbsentWatch, absent);

        rig.power(4'000'000);  // Asked again after every list: the cash can come back.
        rig.pass(1s);
        rig.list({resting});
        QVERIFY(rig.order(id).state == OrderState::AbsentWatch);
        QVERIFY(rig.replaysToTheSame());
    }

    void aBuyStaysInDoubtWhileTheBooksHaveNoCash()
    {
        OrderRig rig;
        const auto id = unknown(rig, OrderRig::buy(10, 70'000));
        listNothingFor(rig, 70s);
        rig.power(10'000'000);
        listNothingFor(rig, 20s);

        QVERIFY(rig.order(id).state == OrderState::Unknown);
    }

    void aSaleIsAbsentOnlyIfTheBrokerWouldSellItAll()
    {
        OrderRig rig;
        rig.put({.at = rig.now,
                 .order = {},
                 .body = orders::HoldingFact{.symbol = kSymbol,
                                             .quantity = domain::Quantity{10},
                                             .cost = domain::Won{700'000},
                                             .owner = domain::PositionOwner::Manual}});
        const auto id = unknown(rig, OrderRig::sell(10, 70'000));
        const domain::Timestamp start = rig.now;
        while (rig.now - start < 62s) {
            rig.pass(1s);
            rig.list({});
        }
        QVERIFY(rig.order(id).state == OrderState::Unknown);
        QVERIFY(rig.sellableAsks > 0);

        rig.hear(domain::SellableReply{
            .symbol = kSymbol, .ok = true, .sellable = {}, .askedAt = rig.now});
        rig.pass(1s);
        rig.list({});
        QVERIFY2(rig.order(id).state == OrderState::Unknown, "its shares are reserved somewhere");

        rig.hear(domain::SellableReply{
            .symbol = kSymbol, .ok = true, .sellable = domain::Quantity{10}, .askedAt = rig.now});
        rig.pass(1s);
        rig.list({});
        QVERIFY(rig.order(id).state == OrderState::AbsentWatch);
    }

    void anAbsentOrderThatAppearsIsBoundWithAnAlarm()
    {
        OrderRig rig;
        own(rig, 10'000'000);
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = unknown(rig, request);
        domain::BrokerOrderRow row = rig.row(u"77", request);
        for (int second = 0; second < 62; ++second) {
            rig.pass(1s);
            rig.list({});
            rig.power(9'990'000);
        }
        QVERIFY(rig.order(id).state == OrderState::AbsentWatch);

        rig.pass(1s);
        rig.list({row});

        QVERIFY(rig.order(id).state == OrderState::Working);
        QVERIFY(rig.told(LogCode::OrderAppearedLate));
    }

    void b07_apartOfAListChangesNothing()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        const orders::Books before = rig.desk.books();
        domain::OrderListReply broken;
        broken.ask = 0;
        broken.complete = false;
        broken.askedAt = rig.now;
        broken.rows = {rig.row(u"1562", request, 10), rig.row(u"9999", request)};

        rig.hear(broken);

        QVERIFY(rig.desk.books() == before);
        QVERIFY(rig.order(id).state == OrderState::Working);
    }

    void b09_aListThatShrinksOrGoesBackIsDisbelieved()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.list({rig.row(u"1562", request, 6)});
        QCOMPARE(rig.order(id).filled.shares(), 6);

        rig.list({rig.row(u"1562", request, 4)});
        QCOMPARE(rig.order(id).filled.shares(), 6);

        domain::BrokerOrderRow shrunk = rig.row(u"1562", request, 6);
        shrunk.quantity = domain::Quantity{6};
        shrunk.remaining = {};
        rig.list({shrunk});
        QVERIFY2(rig.order(id).state == OrderState::Partial, "filled is judged by our quantity");

        domain::BrokerOrderRow done = rig.row(u"1562", request, 6);
        done.remaining = {};
        rig.list({done});
        QVERIFY2(rig.order(id).state == OrderState::Partial, "nothing left, yet nothing ended");
        QVERIFY(rig.told(LogCode::IllegalOrderStep));
    }

    void c08_aNoticeTwiceIsOneFillAndNeverMoreThanIsLeft()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        const auto fill = rig.notice(domain::NoticeKind::Fill, u"0000001562", request, 7);
        rig.hear(fill);
        rig.hear(fill);
        QCOMPARE(rig.order(id).provisional.shares(), 10);
        QCOMPARE(rig.order(id).filled.shares(), 0);
        QCOMPARE(rig.desk.books().held(kSymbol).shares(), 0);

        rig.list({rig.row(u"1562", request, 7)});

        QCOMPARE(rig.order(id).filled.shares(), 7);
        QCOMPARE(rig.desk.books().held(kSymbol).shares(), 7);
        QVERIFY(rig.replaysToTheSame());
    }

    void c09_aNoticeBeforeTheAnswerIsParkedAndFound()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = rig.intend(request);
        rig.hear(rig.notice(domain::NoticeKind::Fill, u"0000001562", request, 4));
        QCOMPARE(rig.order(id).provisional.shares(), 0);

        rig.hear(rig.answer(id, AnswerClass::Accepted));

        QVERIFY(rig.order(id).state == OrderState::Working);
        QCOMPARE(rig.order(id).provisional.shares(), 4);
    }

    void c10_anotherAccountsNoticeIsNotOurs()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        auto foreign = rig.notice(domain::NoticeKind::Fill, u"0000001562", request, 10);
        foreign.account = QStringLiteral("9999999901");

        rig.hear(foreign);

        QCOMPARE(rig.order(id).provisional.shares(), 0);
    }

    void c10_anOrderOfTheHtsIsShownAndNeverManaged()
    {
        OrderRig rig;
        rig.list({rig.row(u"500", OrderRig::buy(3, 71'000))});

        QCOMPARE(rig.desk.books().externals().size(), 1U);
        QVERIFY(rig.told(LogCode::ExternalOrder));
        QVERIFY(rig.desk.books().orders().empty());
        QVERIFY(rig.replaysToTheSame());
    }

    void aRowThatMayBeAnUnansweredOrderIsNotCalledExternal()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = rig.intend(request);

        rig.list({rig.row(u"1562", request)});
        QCOMPARE(rig.desk.books().externals().size(), 0U);

        rig.hear(rig.answer(id, AnswerClass::Accepted));
        rig.list({rig.row(u"1562", request)});
        QCOMPARE(rig.desk.books().externals().size(), 0U);
    }

    void d09_aCancelThatMeetsAFillKeepsTheFill()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.act([&](orders::OrderDesk& desk) { QVERIFY(desk.cancel(id)); });
        QCOMPARE(rig.sent.size(), 1U);
        QVERIFY(rig.sent.front().leg == OrderLeg::Cancel);
        QCOMPARE(rig.sent.front().original.number(), QStringLiteral("1562"));

        auto refused = rig.answer(id, AnswerClass::Rejected, OrderLeg::Cancel);
        refused.reason = domain::RejectReason::NothingLeft;
        rig.hear(refused);
        QVERIFY2(rig.order(id).state == OrderState::CancelIntent, "the list decides");
        rig.list({rig.row(u"1562", request, 10)});

        QVERIFY(rig.order(id).state == OrderState::Filled);
        QCOMPARE(rig.desk.books().held(kSymbol).shares(), 10);
    }

    void d07_theRestIsCancelledOnlyWhenTheListSaysSo()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.list({rig.row(u"1562", request, 4)});
        rig.act([&](orders::OrderDesk& desk) { QVERIFY(desk.cancel(id)); });

        rig.hear(rig.answer(id, AnswerClass::Accepted, OrderLeg::Cancel, u"1600"));
        QVERIFY(rig.order(id).state == OrderState::CancelIntent);

        rig.list({rig.row(u"1562", request, 4, 6)});
        QVERIFY(rig.order(id).state == OrderState::Cancelled);
        QCOMPARE(rig.order(id).filled.shares(), 4);
        QCOMPARE(rig.order(id).ended.shares(), 6);
        QVERIFY(rig.replaysToTheSame());
    }

    void b13_aLostCancelIsRepeatedAtMostThreeTimesAndNeverShownAsDone()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.act([&](orders::OrderDesk& desk) { QVERIFY(desk.cancel(id)); });
        for (int second = 0; second < 30; ++second) {
            if (rig.order(id).state == OrderState::CancelIntent) {
                auto lost = rig.answer(id, AnswerClass::Unknown, OrderLeg::Cancel);
                lost.attempt = rig.order(id).cancels;
                rig.hear(lost);
            }
            rig.pass(1s);
            rig.list({rig.row(u"1562", request)});
            QVERIFY(!domain::isFinal(rig.order(id).state));
        }

        QCOMPARE(rig.sent.size(), 3U);
        QVERIFY(rig.order(id).state == OrderState::Working);
        QVERIFY(rig.told(LogCode::CancelRefused));
    }

    void d10_anAmendChangesTheNumberAndSumsFillsOnce()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.list({rig.row(u"1562", request, 4)});
        rig.act([&](orders::OrderDesk& desk) {
            QVERIFY(desk.amend(id, domain::Price::fromWon(70'200)));
        });
        QCOMPARE(rig.sent.back().request.quantity.shares(), 6);
        rig.hear(rig.answer(id, AnswerClass::Accepted, OrderLeg::Amend, u"1700"));
        QCOMPARE(rig.order(id).broker.number(), QStringLiteral("1700"));
        QCOMPARE(rig.order(id).request.price->won(), 70'200);

        domain::BrokerOrderRow old = rig.row(u"1562", request, 4);
        old.remaining = {};
        domain::BrokerOrderRow child = rig.row(u"1700", OrderRig::buy(6, 70'200), 6);
        child.original = old.broker;
        rig.list({old, child});
        rig.list({old, child});

        QVERIFY(rig.order(id).state == OrderState::Filled);
        QCOMPARE(rig.order(id).filled.shares(), 10);
        QCOMPARE(rig.order(id).filledAmount.value(), 4 * 70'000 + 6 * 70'200);
        QVERIFY(rig.desk.books().externals().empty());
        QVERIFY(rig.replaysToTheSame());
    }

    void d10_aLostAmendIsFoundByItsOriginal()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.act([&](orders::OrderDesk& desk) {
            QVERIFY(desk.amend(id, domain::Price::fromWon(70'200)));
        });
        rig.hear(rig.answer(id, AnswerClass::Unknown, OrderLeg::Amend));
        QVERIFY(rig.order(id).state == OrderState::AmendUnknown);
        domain::BrokerOrderRow old = rig.row(u"1562", request);
        old.remaining = {};
        domain::BrokerOrderRow child = rig.row(u"1700", OrderRig::buy(10, 70'200));
        child.original = old.broker;

        rig.list({old, child});

        QVERIFY(rig.order(id).state == OrderState::Working);
        QCOMPARE(rig.order(id).broker.number(), QStringLiteral("1700"));
        QCOMPARE(rig.order(id).request.price->won(), 70'200);
    }

    // Found by a kill run: the list had the amended number ended and not yet the new one.
    void d10_anAmendedNumberThatEndedIsNotTheEndOfTheOrder_data()
    {
        QTest::addColumn<int>("answer");
        QTest::newRow("D10 the answer is on its way") << -1;
        QTest::newRow("D10 the answer was lost") << static_cast<int>(AnswerClass::Unknown);
        QTest::newRow("D10 the answer is here") << static_cast<int>(AnswerClass::Accepted);
    }
    void d10_anAmendedNumberThatEndedIsNotTheEndOfTheOrder()
    {
        QFETCH(int, answer);
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.act([&](orders::OrderDesk& desk) {
            QVERIFY(desk.amend(id, domain::Price::fromWon(70'200)));
        });
        if (answer >= 0) {
            rig.hear(rig.answer(id, static_cast<AnswerClass>(answer), OrderLeg::Amend, u"1700"));
        }
        const domain::BrokerOrderRow ended = rig.row(u"1562", request, 0, 10);
        rig.pass(5s);

        rig.list({ended});
        QVERIFY(!domain::isFinal(rig.order(id).state));

        domain::BrokerOrderRow child = rig.row(u"1700", OrderRig::buy(10, 70'200));
        child.original = ended.broker;
        rig.list({ended, child});
        QVERIFY(rig.order(id).state == OrderState::Working);
        QCOMPARE(rig.order(id).broker.number(), QStringLiteral("1700"));
        QVERIFY(rig.desk.books().externals().empty());
        QVERIFY(rig.replaysToTheSame());
    }

    void d10_aLostAmendWhoseOrderEndedIsSettledInTime()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.act([&](orders::OrderDesk& desk) {
            QVERIFY(desk.amend(id, domain::Price::fromWon(70'200)));
        });
        rig.hear(rig.answer(id, AnswerClass::Unknown, OrderLeg::Amend));
        rig.pass(61s);
        rig.list({rig.row(u"1562", request, 0, 10)});
        QVERIFY(rig.order(id).state == OrderState::Cancelled);
    }

    void d15_aRejectOfTheExchangeAfterTheAccept()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.hear(rig.notice(domain::NoticeKind::Rejected, u"1562", request, 10));
        domain::BrokerOrderRow row = rig.row(u"1562", request);
        row.rejected = request.quantity;
        row.remaining = {};
        rig.pass(200ms);
        rig.list({row});

        QVERIFY(rig.order(id).state == OrderState::Rejected);
        QCOMPARE(rig.order(id).remaining().shares(), 0);
    }

    void d16_anAutomaticEntryIsCancelledAfterThreeSeconds()
    {
        OrderRig rig;
        auto request = OrderRig::buy(10, 70'000);
        request.origin = domain::OrderOrigin::Entry;
        working(rig, request);
        rig.pass(2900ms);
        QVERIFY(rig.sent.empty());

        rig.pass(200ms);

        QCOMPARE(rig.sent.size(), 1U);
        QVERIFY(rig.sent.front().leg == OrderLeg::Cancel);
    }

    void h01_aRestartLooksForWhatMayHaveBeenSent()
    {
        OrderRig before;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = before.intend(request);
        OrderRig after;
        QVERIFY(after.desk.restore(before.ledger));
        after.ledger = before.ledger;

        after.act([](orders::OrderDesk& desk) { desk.recover(); });
        QVERIFY(after.order(id).state == OrderState::Unknown);
        after.pass(1s);
        after.list({after.row(u"77", request, 10)});

        QVERIFY(after.order(id).state == OrderState::Filled);
        QVERIFY(after.sent.empty());
        QVERIFY(after.replaysToTheSame());
    }

    void h02_withoutADurableIntentNothingWasSent()
    {
        OrderRig rig;
        const auto request = OrderRig::buy(10, 70'000);
        const auto id = working(rig, request);
        rig.act([&](orders::OrderDesk& desk) { QVERIFY(desk.cancel(id)); });
        domain::LedgerReply reply;
        reply.write = rig.lastWrite;
        reply.durable = false;
        reply.problem = QStringLiteral("disk full");

        rig.hear(reply);

        QVERIFY2(rig.order(id).state == OrderState::Working, "the cancel never left");
    }

    void theDaysCompleteListAfterTheCloseEndsWhatIsLeft()
    {
        OrderRig rig;
        const auto lost = unknown(rig, OrderRig::buy(5, 69'000));
        const auto resting = working(rig, OrderRig::buy(10, 60'000));
        const domain::BrokerOrderRow row = rig.row(u"1562", OrderRig::buy(10, 60'000));
        rig.now = domain::fromKst(domain::kstDate(rig.now), domain::timeOfDay(15, 34, 59));
        rig.pass(1s);
        rig.asks.clear();
        rig.list({row});
        QVERIFY(rig.order(resting).state == OrderState::Expired);
        rig.list({row});
        rig.list({row});
        QVERIFY2(!domain::isFinal(rig.order(lost).state), "B08: one short list three times over");

        for (int list = 0; list < 2; ++list) {
            rig.pass(2s);
            rig.list({row});
        }
        QVERIFY(rig.order(lost).state == OrderState::NeverAccepted);
        QVERIFY(rig.replaysToTheSame());
    }

    void anOrderOverMidnightIsLookedUpInTheListOfItsDay()
    {
        OrderRig rig;
        const domain::TradingDate first = beginDay(rig, 0);
        const auto request = OrderRig::buy(10, 70'000);
        const auto done = working(rig, request, u"70");
        rig.list({rig.row(u"70", request, 10)});
        const auto lost = unknown(rig, request);
        const auto resting = working(rig, OrderRig::buy(10, 60'000), u"72");
        const auto before = rig.row(u"70", request, 10);
        const auto own = rig.row(u"71", request, 10);
        const auto rest = rig.row(u"72", OrderRig::buy(10, 60'000), 4);
        QVERIFY(rig.order(done).state == OrderState::Filled);
        rig.list({before, rest});
        QCOMPARE(rig.desk.books().costsToday().value(), 98 + 33);

        const domain::TradingDate second = beginDay(rig, 1);
        QVERIFY(!rig.desk.listsReconciled());
        rig.pass(1s);
        // Today another order has the number; it is not ours.
        rig.list({rig.row(u"72", OrderRig::buy(10, 60'000), 10)}, second);
        rig.pass(1s);
        QVERIFY(rig.asks.back().day == first);
        QVERIFY(!rig.asks.back().symbol);
        QCOMPARE(rig.order(resting).filled.shares(), 4);
        QCOMPARE(rig.desk.books().externals().size(), 1U);

        rig.list({before, own, rest}, first);

        QCOMPARE(rig.order(lost).broker.number(), QStringLiteral("71"));
        QVERIFY2(rig.order(lost).state == OrderState::Filled, "70 was the other one's");
        QVERIFY2(rig.order(resting).state == OrderState::Expired, "ended at the close");
        QCOMPARE(rig.order(resting).ended.shares(), 6);
        QCOMPARE(rig.desk.books().held(kSymbol).shares(), 24);
        QCOMPARE(rig.desk.books().costsToday().value(), 0);
        QVERIFY(rig.replaysToTheSame());
        rig.asks.clear();
        rig.list({}, second);
        QVERIFY(rig.desk.listsReconciled());
    }

    void anOrderThatItsEndedDayLacksThreeTimesWasNeverAccepted()
    {
        OrderRig rig;
        const domain::TradingDate first = beginDay(rig, 0);
        const auto lost = unknown(rig, OrderRig::buy(10, 70'000));
        const domain::TradingDate second = beginDay(rig, 1);
        for (int list = 0; list < 3; ++list) {
            QVERIFY(rig.order(lost).state == OrderState::Unknown);
            rig.pass(3s);
            rig.list({}, second);
            rig.list({}, first);
        }

        QVERIFY(rig.order(lost).state == OrderState::NeverAccepted);
        QVERIFY(rig.replaysToTheSame());
    }

    void anOrderOfAnEarlierDayIsNeitherCancelledNorAmended()
    {
        OrderRig rig;
        beginDay(rig, 0);
        const auto resting = working(rig, OrderRig::buy(10, 60'000), u"72");
        beginDay(rig, 1);

        rig.act([&](orders::OrderDesk& desk) {
            QVERIFY2(!desk.cancel(resting), "its number may be another order's today");
            QVERIFY(!desk.amend(resting, domain::Price::fromWon(60'100)));
        });
        rig.pass(30s);

        QVERIFY(rig.sent.empty());
    }

    void h01_aRestartOnTheNextMorningSettlesYesterdaysOrders()
    {
        OrderRig before;
        const domain::TradingDate first = beginDay(before, 0);
        const auto request = OrderRig::buy(10, 70'000);
        const auto lost = before.intend(request);
        const auto amended = working(before, OrderRig::buy(5, 60'000), u"80");
        before.act([&](orders::OrderDesk& desk) {
            QVERIFY(desk.amend(amended, domain::Price::fromWon(60'500)));
        });
        const auto found = before.row(u"79", request, 3);
        auto old = before.row(u"80", OrderRig::buy(5, 60'000));
        old.remaining = {};
        auto child = before.row(u"81", OrderRig::buy(5, 60'500), 5);
        child.original = old.broker;

        OrderRig after;
        after.now = before.now + 23h;
        QVERIFY(after.desk.restore(before.ledger));
        after.ledger = before.ledger;
        after.act([&](orders::OrderDesk& desk) {
            desk.recover();
            desk.startDay(domain::kstDate(after.now));
        });
        after.pass(1s);
        after.list({found, old, child}, first);

        QVERIFY(after.order(lost).state == OrderState::Expired);
        QCOMPARE(after.order(lost).filled.shares(), 3);
        QVERIFY(after.order(amended).state == OrderState::Filled);
        QCOMPARE(after.order(amended).broker.number(), QStringLiteral("81"));
        QCOMPARE(after.desk.books().held(kSymbol).shares(), 8);
        QVERIFY(after.sent.empty());
        QVERIFY(after.replaysToTheSame());
    }

    void moneyAndSharesFollowTheTotals()
    {
        OrderRig rig;
        rig.put({.at = rig.now, .order = {}, .body = orders::CashFact{domain::Won{10'000'000}}});
        const auto buying = OrderRig::buy(10, 70'000);
        working(rig, buying, u"1");
        rig.list({rig.row(u"1", buying, 10)});
        // 700,000 x 0.0140527 % = 98.37: 98 won.
        QCOMPARE(rig.desk.books().cash()->value(), 10'000'000 - 700'000 - 98);

        const auto selling = OrderRig::sell(10, 71'000);
        working(rig, selling, u"2");
        rig.list({rig.row(u"1", buying, 10), rig.row(u"2", selling, 4)});
        rig.list({rig.row(u"1", buying, 10), rig.row(u"2", selling, 10)});

        // 710,000: fee 99 (99.77), tax 0.20 % = 1,420; per order over all its fills.
        QCOMPARE(rig.desk.books().cash()->value(),
                 10'000'000 - 700'000 - 98 + 710'000 - 99 - 1'420);
        QCOMPARE(rig.desk.books().held(kSymbol).shares(), 0);
        QCOMPARE(rig.desk.books().realizedToday().value(), 10'000 - 98 - 99 - 1'420);
        QVERIFY(rig.replaysToTheSame());
    }
};

QTEST_GUILESS_MAIN(TestOrderDesk)
#include "tst_order_desk.moc"
