#include "tests/core/sim/broker_rig.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using namespace core::sim;
using test::sim::BrokerRig;
using test::sim::MarketRig;

namespace
{
constexpr const char* kStock = "005930";

SimulatorOptions mockOptions()
{
    SimulatorOptions options;
    options.profile = Profile::Mock;
    return options;
}

SimulatorOptions withShares(std::int64_t quantity)
{
    SimulatorOptions options;
    options.holdings.push_back({.symbol = *core::domain::Symbol::parse(std::string_view{kStock}),
                                .quantity = core::domain::Quantity{quantity},
                                .cost = core::domain::Won{quantity * 90'000}});
    return options;
}

std::int64_t field(const QJsonValue& row, const char* name)
{
    return row.toObject().value(QLatin1String{name}).toString().toLongLong();
}
}  // namespace

class TestBroker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aMarketableOrderFillsAndIsSeenEverywhere()
    {
        BrokerRig rig;
        const std::int32_t ask = rig.book(kStock).ask[0];

        const HttpReply reply = rig.order("buy", kStock, 3, ask);

        QCOMPARE(rig.code(reply), QStringLiteral("APBK0013"));
        QCOMPARE(rig.number(reply).size(), 10);
        const QJsonArray rows = rig.rows(rig.dayList());
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].toObject().value(u"odno").toString(), rig.number(reply));
        QCOMPARE(field(rows[0], "tot_ccld_qty"), 3);
        QCOMPARE(field(rows[0], "tot_ccld_amt"), 3LL * ask);
        QCOMPARE(field(rows[0], "rmn_qty"), 0);
        const QJsonObject totals = rig.rows(rig.balance(), "output2")[0].toObject();
        const std::int64_t fee = 3LL * ask * 140'527 / 1'000'000'000;
        QCOMPARE(field(totals, "prvs_rcdl_excc_amt"), 10'000'000 - 3LL * ask - fee);
        QCOMPARE(field(totals, "dnca_tot_amt"), 10'000'000);
        QCOMPARE(rig.notices.size(), 2U);
        QVERIFY(rig.notices[0].kind == NoticeKind::Accepted);
        QVERIFY(rig.notices[1].kind == NoticeKind::Filled);
        QCOMPARE(rig.notices[1].price, ask);
        const TruthSnapshot truth = rig.truth.snapshot();
        QCOMPARE(truth.posts.size(), 1U);
        QCOMPARE(truth.posts[0].accepted, rig.number(reply).toLongLong());
        QCOMPARE(truth.positions.begin()->second, 3);
    }

    void refusalsCarryTheHostsCodes_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("realCode");
        QTest::addColumn<QString>("mockCode");

        QTest::newRow("D01 a price off its step")
            << QStringLiteral("step") << QStringLiteral("APBK0506") << QStringLiteral("40030000");
        QTest::newRow("D02 a price beyond the limit")
            << QStringLiteral("limit") << QStringLiteral("APBK0918") << QStringLiteral("40910000");
        QTest::newRow("D05 too little cash")
            << QStringLiteral("cash") << QStringLiteral("APBK0952") << QStringLiteral("40250000");
        QTest::newRow("D06 more than is held")
            << QStringLiteral("sell") << QStringLiteral("APBK0400") << QStringLiteral("40310000");
        QTest::newRow("D13 a closed market")
            << QStringLiteral("closed") << QStringLiteral("APBK0918") << QStringLiteral("40580000");
        QTest::newRow("D20 a halt")
            << QStringLiteral("halt") << QStringLiteral("APBK0066") << QStringLiteral("40070000");
        QTest::newRow("D04 no market orders")
            << QStringLiteral("market") << QStringLiteral("APBK1943") << QStringLiteral("40910000");
        QTest::newRow("D04 IOC in an auction")
            << QStringLiteral("ioc") << QStringLiteral("APBK3013") << QStringLiteral("40910000");
        QTest::newRow("D11 an own order on the other side")
            << QStringLiteral("self") << QStringLiteral("APBK0918") << QStringLiteral("40910000");
        QTest::newRow("an unknown issue")
            << QStringLiteral("issue") << QStringLiteral("APBK0656") << QStringLiteral("40070000");
        QTest::newRow("an unknown division")
            << QStringLiteral("division") << QStringLiteral("APBK0963")
            << QStringLiteral("40910000");
        QTest::newRow("no quantity") << QStringLiteral("quantity") << QStringLiteral("APBK1630")
                                     << QStringLiteral("40910000");
        QTest::newRow("D14 a circuit breaker")
            << QStringLiteral("cb") << QStringLiteral("APBK0918") << QStringLiteral("40910000");
    }

    void refusalsCarryTheHostsCodes()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, realCode);
        QFETCH(const QString, mockCode);
        for (const bool real : {true, false}) {
            BrokerRig rig{real ? SimulatorOptions{} : mockOptions()};
            const Book book = rig.book(kStock);
            const auto limits = rig.market.exchange.limitsOf(rig.market.id(kStock));
            HttpReply reply;
            if (what == u"step") {
                reply = rig.order("buy", kStock, 1, book.bid[0] - 7);
            } else if (what == u"limit") {
                reply = rig.order("buy", kStock, 1, limits.upper.won() + 1'000);
            } else if (what == u"cash") {
                reply = rig.order("buy", kStock, 5'000, book.bid[0]);
            } else if (what == u"sell") {
                reply = rig.order("sell", kStock, 1, book.ask[0]);
            } else if (what == u"closed") {
                rig.run("session closed");
                reply = rig.order("buy", kStock, 1, book.bid[0]);
            } else if (what == u"halt") {
                rig.run("halt 005930");
                reply = rig.order("buy", kStock, 1, book.bid[0]);
            } else if (what == u"market") {
                rig.run("market.refuse");
                reply = rig.order("buy", kStock, 1, 0, "01");
            } else if (what == u"ioc") {
                rig.run("vi 005930");
                reply = rig.order("buy", kStock, 1, book.bid[0], "11");
            } else if (what == u"self") {
                (void)rig.order("buy", kStock, 2, book.ask[0]);
                (void)rig.order("sell", kStock, 1, book.ask[2]);
                reply = rig.order("buy", kStock, 1, book.ask[2]);
            } else if (what == u"issue") {
                reply = rig.order("buy", "ZZZZZZ", 1, 1'000);
            } else if (what == u"division") {
                reply = rig.order("buy", kStock, 1, book.bid[0], "77");
            } else if (what == u"quantity") {
                reply = rig.order("buy", kStock, 0, book.bid[0]);
            } else {
                rig.run("cb");
                reply = rig.order("buy", kStock, 1, book.bid[0]);
            }

            QCOMPARE(rig.code(reply), real ? realCode : mockCode);
            QCOMPARE(reply.status, real ? 200 : 500);
            QVERIFY(rig.json(reply).value(u"rt_cd").toString() != u"0");
            QVERIFY(!reply.body.contains("ODNO"));
            QCOMPARE(rig.truth.snapshot().posts.back().accepted, 0);
            QVERIFY(!rig.truth.snapshot().posts.back().refusal.isEmpty());
        }
    }

    void ordersOfTheOtherHostsIdsAreRefused()
    {
        BrokerRig rig{mockOptions()};

        const HttpReply reply = rig.post(QStringLiteral("order-cash"), "TTTC0012U",
                                         {{QStringLiteral("PDNO"), QStringLiteral("005930")}});

        QCOMPARE(rig.code(reply), QStringLiteral("EGW02006"));
        QVERIFY(rig.truth.snapshot().posts.empty());
    }

    void aMarketBuyIsMarginedAtTheUpperLimit()
    {
        BrokerRig rig;
        const std::int64_t upper = rig.market.exchange.limitsOf(rig.market.id(kStock)).upper.won();
        const std::int64_t ask = rig.book(kStock).ask[0];
        const std::int64_t tooMany = 10'000'000 / upper + 1;
        QVERIFY(tooMany * ask < 10'000'000);

        QCOMPARE(rig.code(rig.order("buy", kStock, tooMany, 0, "01")), QStringLiteral("APBK0952"));
        QCOMPARE(rig.code(rig.order("buy", kStock, tooMany, ask)), QStringLiteral("APBK0013"));
        const HttpReply power =
            rig.call("GET", QStringLiteral("inquire-psbl-order"), rig.trId("TTTC8908R"),
                     {{QStringLiteral("PDNO"), QLatin1String{kStock}},
                      {QStringLiteral("ORD_DVSN"), QStringLiteral("01")},
                      {QStringLiteral("ORD_UNPR"), QString{}}});
        QCOMPARE(field(rig.json(power).value(u"output"), "psbl_qty_calc_unpr"), upper);
    }

    void buyingPowerIsExactlyWhatAnOrderMayCost()
    {
        BrokerRig rig;
        const std::int64_t price = rig.book(kStock).bid[3];
        const HttpReply power =
            rig.call("GET", QStringLiteral("inquire-psbl-order"), rig.trId("TTTC8908R"),
                     {{QStringLiteral("PDNO"), QLatin1String{kStock}},
                      {QStringLiteral("ORD_DVSN"), QStringLiteral("00")},
                      {QStringLiteral("ORD_UNPR"), QString::number(price)}});
        const std::int64_t most = field(rig.json(power).value(u"output"), "nrcvb_buy_qty");

        QCOMPARE(rig.code(rig.order("buy", kStock, most + 1, price)), QStringLiteral("APBK0952"));
        QCOMPARE(rig.code(rig.order("buy", kStock, most, price)), QStringLiteral("APBK0013"));
        QCOMPARE(rig.code(rig.order("buy", kStock, 1, price)), QStringLiteral("APBK0952"));
    }

    void openSalesLowerWhatMayBeSold()
    {
        BrokerRig rig{withShares(10)};
        const std::int64_t price = rig.book(kStock).ask[4];

        QCOMPARE(rig.code(rig.order("sell", kStock, 7, price)), QStringLiteral("APBK0013"));
        QCOMPARE(rig.code(rig.order("sell", kStock, 4, price)), QStringLiteral("APBK0400"));
        const HttpReply sellable =
            rig.call("GET", QStringLiteral("inquire-psbl-sell"), rig.trId("TTTC8408R"),
                     {{QStringLiteral("PDNO"), QLatin1String{kStock}}});
        QCOMPARE(field(rig.json(sellable).value(u"output"), "ord_psbl_qty"), 3);
    }

    void aCancelEndsTheRemainderAndHasItsOwnRow()
    {
        BrokerRig rig;
        const QString number = rig.number(rig.order("buy", kStock, 5, rig.book(kStock).bid[5]));

        const HttpReply reply = rig.change("cancel", number, 0, 0);

        QVERIFY(rig.number(reply) > number);
        const QJsonArray rows = rig.rows(rig.dayList());
        QCOMPARE(rows.size(), 2);
        QCOMPARE(field(rows[0], "cncl_cfrm_qty"), 5);
        QCOMPARE(field(rows[0], "rmn_qty"), 0);
        QCOMPARE(rows[0].toObject().value(u"cncl_yn").toString(), QStringLiteral("Y"));
        QCOMPARE(rows[1].toObject().value(u"orgn_odno").toString(), number);
        QCOMPARE(field(rows[1], "rmn_qty"), 0);
        QVERIFY(rig.notices.back().kind == NoticeKind::CancelConfirmed);
        QCOMPARE(rig.code(rig.change("cancel", number, 0, 0)), QStringLiteral("APBK0927"));
        QCOMPARE(rig.code(rig.change("cancel", QStringLiteral("0000000099"), 0, 0)),
                 QStringLiteral("APBK0344"));
        QCOMPARE(rig.broker->orderableCash(), 10'000'000);
    }

    void anAmendTakesANewNumberAndLosesItsPlace()
    {
        BrokerRig rig;
        const Book book = rig.book(kStock);
        const QString number = rig.number(rig.order("buy", kStock, 5, book.bid[5]));

        const HttpReply reply = rig.change("amend", number, 5, book.bid[4]);

        const QJsonArray rows = rig.rows(rig.dayList());
        QCOMPARE(rows.size(), 2);
        QCOMPARE(field(rows[0], "rmn_qty"), 0);
        QCOMPARE(rows[0].toObject().value(u"cncl_yn").toString(), QStringLiteral("N"));
        QCOMPARE(rows[1].toObject().value(u"odno").toString(), rig.number(reply));
        QCOMPARE(rows[1].toObject().value(u"orgn_odno").toString(), number);
        QCOMPARE(field(rows[1], "rmn_qty"), 5);
        QVERIFY(rig.notices.back().kind == NoticeKind::AmendConfirmed);
        QCOMPARE(rig.code(rig.change("amend", rig.number(reply), 6, book.bid[3], "N")),
                 QStringLiteral("APBK0400"));
        QCOMPARE(rig.code(rig.change("amend", rig.number(reply), 5, book.bid[3] - 7)),
                 QStringLiteral("APBK0506"));
    }

    void anIocRestIsCancelledAndAFokFillsWholeOrNotAtAll()
    {
        SimulatorOptions rich;
        rich.startCash = core::domain::Won{100'000'000'000};
        BrokerRig rig{rich};
        const Book book = rig.book(kStock);
        const std::int64_t more = book.askSize[0] + 10;

        (void)rig.order("buy", kStock, more, book.ask[0], "12");
        QVERIFY(rig.notices.back().kind == NoticeKind::RestCancelled);
        QCOMPARE(rig.truth.snapshot().orders.back().figures.filled, 0);
        (void)rig.order("buy", kStock, more, book.ask[0], "11");

        const BrokerOrder ioc = rig.truth.snapshot().orders.back();
        QCOMPARE(ioc.figures.filled, book.askSize[0]);
        QCOMPARE(ioc.figures.cancelled, 10);
    }

    void auctionOrdersWaitForThePrint()
    {
        BrokerRig rig{{}, core::domain::timeOfDay(8, 50)};
        const std::int64_t reference =
            rig.market.exchange.stock(rig.market.id(kStock)).listing().reference;
        const std::int64_t upper = rig.market.exchange.limitsOf(rig.market.id(kStock)).upper.won();
        QVERIFY(upper > reference);

        (void)rig.order("buy", kStock, 2, upper);
        QCOMPARE(rig.truth.snapshot().orders[0].figures.filled, 0);
        rig.moveTo(MarketRig::at(9, 1));

        const BrokerOrder order = rig.truth.snapshot().orders[0];
        const std::int32_t open = rig.market.exchange.stock(rig.market.id(kStock)).figures().open;
        QCOMPARE(order.figures.filled, 2);
        QCOMPARE(order.figures.filledAmount, 2LL * open);
    }

    void restingOrdersFillWhenTheFlowTradesThrough()
    {
        BrokerRig rig;
        const Book book = rig.book(kStock);
        (void)rig.order("buy", kStock, 4, book.bid[3]);

        rig.run(qPrintable(QStringLiteral("price 005930 %1").arg(book.bid[5])));

        const BrokerOrder order = rig.truth.snapshot().orders[0];
        QCOMPARE(order.figures.filled, 4);
        QCOMPARE(order.figures.filledAmount, 4LL * book.bid[3]);
    }

    void whatIsOpenAtTheCloseExpires()
    {
        BrokerRig rig{{}, core::domain::timeOfDay(15, 15)};
        const std::int64_t lower = rig.market.exchange.limitsOf(rig.market.id(kStock)).lower.won();
        (void)rig.order("buy", kStock, 1, lower);

        rig.moveTo(MarketRig::at(15, 32));

        QCOMPARE(rig.truth.snapshot().orders[0].remaining(), 0);
        QCOMPARE(rig.truth.snapshot().orders[0].figures.filled, 0);
        QCOMPARE(rig.code(rig.order("buy", kStock, 1, lower)), QStringLiteral("APBK0918"));
    }

    void theTaxIsThatOfTheSettlementDate()
    {
        BrokerRig rig{withShares(10)};
        const std::int64_t bid = rig.book(kStock).bid[0];

        (void)rig.order("sell", kStock, 2, bid);

        const std::int64_t amount = 2 * bid;
        QCOMPARE(rig.broker->account().charges,
                 amount * 140'527 / 1'000'000'000 + amount * 2 / 1'000);
    }

    void longListsComeInPages_data()
    {
        QTest::addColumn<bool>("real");
        QTest::addColumn<int>("page");
        QTest::newRow("real") << true << 100;
        QTest::newRow("mock") << false << 15;
    }

    void longListsComeInPages()
    {
        QFETCH(const bool, real);
        QFETCH(const int, page);
        BrokerRig rig{real ? SimulatorOptions{} : mockOptions()};
        const std::int64_t price = rig.book(kStock).bid[9];
        for (int i = 0; i <= page; ++i) {
            const QString number = rig.number(rig.order("buy", kStock, 1, price));
            (void)rig.change("cancel", number, 0, 0);
        }
        const BrokerRig::Strings newest{{QStringLiteral("INQR_DVSN"), QStringLiteral("00")}};

        HttpReply reply = rig.dayList(newest);
        QSet<QString> numbers;
        qsizetype count = 0;
        QStringList marks;
        for (int i = 0; i < 20; ++i) {
            for (const auto& row : rig.rows(reply)) {
                numbers.insert(row.toObject().value(u"odno").toString());
                ++count;
            }
            marks << QString::fromLatin1(reply.headers.first().second);
            if (marks.last() != u"F" && marks.last() != u"M") {
                break;
            }
            // An order between two pages shifts nothing.
            (void)rig.order("buy", kStock, 1, price);
            BrokerRig::Strings next = newest;
            next.insert(QStringLiteral("CTX_AREA_NK100"),
                        rig.json(reply).value(u"ctx_area_nk100").toString());
            reply = rig.dayList(next, "N");
        }

        QCOMPARE(numbers.size(), 2 * (page + 1));
        QCOMPARE(count, numbers.size());
        QCOMPARE(
            marks,
            real ? (QStringList{QStringLiteral("F"), QStringLiteral("M"), QStringLiteral("D")})
                 : (QStringList{QStringLiteral("F"), QStringLiteral("M"), QStringLiteral("D")}));
    }

    void keysComeInBothCases()
    {
        BrokerRig rig;
        const std::int64_t price = rig.book(kStock).bid[9];
        rig.run("order.keys=lower");
        const QJsonObject lower =
            rig.json(rig.order("buy", kStock, 1, price)).value(u"output").toObject();
        rig.run("order.keys=mixed");
        const QJsonObject mixed =
            rig.json(rig.order("buy", kStock, 1, price)).value(u"output").toObject();

        QVERIFY(lower.contains(u"odno") && lower.contains(u"ord_tmd"));
        QVERIFY(mixed.contains(u"ODNO") && mixed.contains(u"ord_tmd"));
    }

    /// Same seed, same requests at the same times: the same truth, line by line.
    void theSameRequestsGiveTheSameTruth()
    {
        const auto play = [] {
            BrokerRig rig;
            for (int i = 0; i < 40; ++i) {
                const Book book = rig.book(kStock);
                (void)rig.order(i % 3 == 2 ? "sell" : "buy", kStock, 1 + i % 4,
                                i % 2 == 0 ? book.ask[0] : book.bid[1]);
                rig.moveTo(rig.market.exchange.now() + 700);
            }
            return rig.truth.lines();
        };

        QCOMPARE(play(), play());
    }
};

QTEST_GUILESS_MAIN(TestBroker)
#include "tst_broker.moc"
