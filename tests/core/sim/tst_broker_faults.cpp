#include "core/sim/notice_desk.h"
#include "tests/core/sim/broker_rig.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using namespace core::sim;
using test::sim::BrokerRig;

namespace
{
constexpr const char* kStock = "005930";

std::int64_t field(const QJsonValue& row, const char* name)
{
    return row.toObject().value(QLatin1String{name}).toString().toLongLong();
}
}  // namespace

/// What the fault plan does to orders, lists, the account and issues, row by row.
class TestBrokerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void d09_aFillIsFasterThanItsCancel()
    {
        BrokerRig rig;
        const QString number = rig.number(rig.order("buy", kStock, 6, rig.book(kStock).bid[4]));
        rig.run("cancel.race times=1");

        QCOMPARE(rig.code(rig.change("cancel", number, 0, 0)), QStringLiteral("APBK0927"));
        QCOMPARE(rig.truth.snapshot().orders[0].figures.filled, 6);
        QCOMPARE(rig.truth.snapshot().positions.size(), 1U);
    }

    void d07_aPartFillsThenTheRestIsCancelled()
    {
        BrokerRig rig;
        const QString number = rig.number(rig.order("buy", kStock, 7, rig.book(kStock).bid[4]));
        rig.run("cancel.race=part");
        rig.run("fillquery.fail times=1");

        QCOMPARE(rig.code(rig.change("cancel", number, 0, 0)), QStringLiteral("APBK0013"));
        QCOMPARE(rig.dayList().status, 500);
        const QJsonArray rows = rig.rows(rig.dayList());
        QCOMPARE(field(rows[0], "tot_ccld_qty"), 4);
        QCOMPARE(field(rows[0], "cncl_cfrm_qty"), 3);
    }

    void d10_aFillIsFasterThanItsAmend()
    {
        BrokerRig rig;
        const Book book = rig.book(kStock);
        const QString number = rig.number(rig.order("buy", kStock, 6, book.bid[4]));
        rig.run("amend.race");

        QCOMPARE(rig.code(rig.change("amend", number, 6, book.bid[3])), QStringLiteral("APBK0927"));
    }

    void d15_theExchangeRefusesAfterTheAcceptance()
    {
        BrokerRig rig;
        rig.run("order.fault=reject_after_accept");

        const HttpReply reply = rig.order("buy", kStock, 6, rig.book(kStock).bid[4]);

        QCOMPARE(rig.code(reply), QStringLiteral("APBK0013"));
        QVERIFY(rig.notices.back().kind == NoticeKind::Rejected);
        QCOMPARE(field(rig.rows(rig.dayList())[0], "rjct_qty"), 6);
        QCOMPARE(rig.broker->orderableCash(), 10'000'000);
    }

    void b08_aBalanceIsEmptyOnce()
    {
        BrokerRig rig;
        (void)rig.order("buy", kStock, 2, rig.book(kStock).ask[0]);
        rig.run("balance.empty_once");

        QCOMPARE(rig.rows(rig.balance()).size(), 0);
        QCOMPARE(rig.rows(rig.balance()).size(), 1);
    }

    void b09_listsGlitch()
    {
        BrokerRig rig;
        (void)rig.order("buy", kStock, 9, rig.book(kStock).bid[4]);
        rig.run("ccld.glitch=shrink times=1");
        const QJsonArray shrunk = rig.rows(rig.dayList());
        rig.run("ccld.glitch=dup times=1");
        const QJsonArray doubled = rig.rows(rig.dayList());
        rig.run("ccld.glitch=stale,s=60 times=1");
        const QJsonArray stale = rig.rows(rig.dayList());

        QCOMPARE(field(shrunk[0], "ord_qty"), 1);
        QCOMPARE(doubled.size(), 2);
        QVERIFY(doubled[0] == doubled[1]);
        QVERIFY(stale.isEmpty());
        QCOMPARE(field(rig.rows(rig.dayList())[0], "ord_qty"), 9);
    }

    void b07_aPageRepeatsARow()
    {
        BrokerRig rig;
        for (int i = 0; i < 3; ++i) {
            (void)rig.order("buy", kStock, 1, rig.book(kStock).bid[8]);
        }
        rig.run("page.size=2");
        rig.run("page.dup");
        const HttpReply first = rig.dayList();
        const BrokerRig::Strings next{{QStringLiteral("CTX_AREA_NK100"),
                                       rig.json(first).value(u"ctx_area_nk100").toString()}};

        const QJsonArray second = rig.rows(rig.dayList(next, "N"));

        QCOMPARE(rig.rows(first).size(), 2);
        QCOMPARE(second.size(), 2);
        QVERIFY(second[0] == rig.rows(first)[1]);
    }

    void l01_theBalanceLags()
    {
        BrokerRig rig;
        rig.run("balance.lag=30");
        (void)rig.order("buy", kStock, 2, rig.book(kStock).ask[0]);

        QCOMPARE(rig.rows(rig.balance()).size(), 0);
        rig.clock.advance(std::chrono::seconds{40});
        QCOMPARE(rig.rows(rig.balance()).size(), 1);
    }

    void d05_cashOfACancelComesBackLate()
    {
        BrokerRig rig;
        const std::int64_t price = rig.book(kStock).bid[4];
        const std::int64_t half = 5'500'000 / price;
        rig.run("cash.lag=30");
        rig.clock.advance(std::chrono::seconds{60});
        const QString number = rig.number(rig.order("buy", kStock, half, price));
        (void)rig.change("cancel", number, 0, 0);

        QCOMPARE(rig.broker->orderableCash(), 10'000'000);
        QCOMPARE(rig.code(rig.order("buy", kStock, half, price)), QStringLiteral("APBK0952"));
        rig.clock.advance(std::chrono::seconds{60});
        QCOMPARE(rig.code(rig.order("buy", kStock, half, price)), QStringLiteral("APBK0013"));
    }

    void d03_aLockedIssueHasNoCounterSide()
    {
        SimulatorOptions options;
        options.holdings.push_back(
            {.symbol = *core::domain::Symbol::parse(std::string_view{kStock}),
             .quantity = core::domain::Quantity{5},
             .cost = core::domain::Won{500'000}});
        BrokerRig rig{options};
        rig.run("book.lock=lower 005930");
        const Book book = rig.book(kStock);
        QCOMPARE(book.bid[0], 0);

        (void)rig.order("sell", kStock, 5, 0, "01");
        rig.moveTo(rig.market.exchange.now() + 120'000);
        QCOMPARE(rig.truth.snapshot().orders[0].figures.filled, 0);
        rig.run("book.unlock 005930");
        rig.moveTo(rig.market.exchange.now() + 120'000);

        QCOMPARE(rig.truth.snapshot().orders[0].figures.filled, 5);
    }

    void d17_theOtherSideRunsAway()
    {
        BrokerRig rig;
        rig.run("book.run_away 005930");

        (void)rig.order("buy", kStock, 2, rig.book(kStock).ask[2]);
        rig.moveTo(rig.market.exchange.now() + 60'000);
        QCOMPARE(rig.truth.snapshot().orders[0].figures.filled, 0);
        (void)rig.order("buy", kStock, 1, 0, "01");

        QCOMPARE(rig.truth.snapshot().orders[1].figures.filled, 1);
    }

    void d02_theLimitsChange()
    {
        BrokerRig rig;
        const std::int32_t bid = rig.book(kStock).bid[0];
        rig.run(qPrintable(QStringLiteral("limit.change 005930 %1 %2").arg(bid - 1'000).arg(bid)));

        QCOMPARE(rig.code(rig.order("buy", kStock, 1, bid + 100)), QStringLiteral("APBK0918"));
        QCOMPARE(rig.code(rig.order("buy", kStock, 1, bid)), QStringLiteral("APBK0013"));
    }

    void d19_aSplitChangesSharesNotCost()
    {
        BrokerRig rig;
        (void)rig.order("buy", kStock, 2, rig.book(kStock).ask[0]);
        const QJsonArray before = rig.rows(rig.balance());
        rig.run("split 005930 5:1");
        const QJsonArray after = rig.rows(rig.balance());

        QCOMPARE(field(after[0], "hldg_qty"), 10);
        QCOMPARE(field(after[0], "pchs_amt"), field(before[0], "pchs_amt"));
    }

    void c10_theOwnersOtherTerminalOrdersToo()
    {
        BrokerRig rig;
        rig.run("manual_order 005930 buy 2 0");

        const TruthSnapshot truth = rig.truth.snapshot();
        QVERIFY(truth.posts.empty());
        QCOMPARE(truth.orders.size(), 1U);
        QVERIFY(truth.orders[0].external);
        QCOMPARE(rig.rows(rig.balance()).size(), 1);
        QVERIFY(!rig.control->line(QStringLiteral("manual_order 005930 sell 99 0")));
    }

    void e01_aForcedViIsAnAuction()
    {
        BrokerRig rig;
        rig.run("vi 005930 60");
        QVERIFY(rig.broker->phaseOf(rig.market.id(kStock)) == TradingPhase::Auction);
        const std::int64_t upper = rig.market.exchange.limitsOf(rig.market.id(kStock)).upper.won();

        (void)rig.order("buy", kStock, 1, upper);
        rig.moveTo(rig.market.exchange.now() + 30'000);
        QCOMPARE(rig.truth.snapshot().orders[0].figures.filled, 0);
        rig.moveTo(rig.market.exchange.now() + 31'000);

        QCOMPARE(rig.truth.snapshot().orders[0].figures.filled, 1);
        QVERIFY(rig.broker->phaseOf(rig.market.id(kStock)) == TradingPhase::Continuous);
    }

    void e02_aCircuitBreakerTakesCancelsOnly()
    {
        BrokerRig rig;
        const QString number = rig.number(rig.order("buy", kStock, 1, rig.book(kStock).bid[5]));
        rig.run("cb 60");

        QCOMPARE(rig.code(rig.order("buy", kStock, 1, rig.book(kStock).bid[0])),
                 QStringLiteral("APBK0918"));
        QCOMPARE(rig.code(rig.change("cancel", number, 0, 0)), QStringLiteral("APBK0013"));
        rig.moveTo(rig.market.exchange.now() + 61'000);
        QCOMPARE(rig.code(rig.order("buy", kStock, 1, rig.book(kStock).bid[0])),
                 QStringLiteral("APBK0013"));
    }

    void a02_tokensExpireOrAreRevoked()
    {
        BrokerRig rig;
        rig.run("token.expire_at");
        QCOMPARE(rig.code(rig.balance()), QStringLiteral("EGW00123"));
        rig.token = rig.credentials.issueToken(core::base::MachineClock{}.now());
        QCOMPARE(rig.json(rig.balance()).value(u"rt_cd").toString(), QStringLiteral("0"));
        rig.run("token.revoke_now");
        QCOMPARE(rig.code(rig.balance()), QStringLiteral("EGW00121"));
    }

    void a03_maintenanceRevokesAndSpeaksDifferently()
    {
        BrokerRig rig;
        rig.run("maint.revoke=10");

        QCOMPARE(rig.balance().status, 401);
        rig.clock.advance(std::chrono::seconds{20});
        QCOMPARE(rig.code(rig.balance()), QStringLiteral("EGW00121"));
    }

    void a06_theLimitIsWhatTheLineSays()
    {
        for (const char* window : {"sliding", "fixed", "bucket"}) {
            BrokerRig rig;
            rig.run("rate.limit=4");
            rig.run(qPrintable(QStringLiteral("rate.window=%1").arg(QLatin1String{window})));
            rig.clock.advance(std::chrono::seconds{10});
            HttpRequest request;
            request.method = "GET";
            request.path = QStringLiteral("/uapi/domestic-stock/v1/trading/inquire-balance");
            request.headers = {{"authorization", "Bearer " + rig.token},
                               {"appkey", rig.credentials.appKey().toLatin1()},
                               {"appsecret", rig.credentials.appSecret().toLatin1()},
                               {"tr_id", "TTTC8434R"}};
            int refused = 0;
            for (int i = 0; i < 10; ++i) {
                refused += rig.code(rig.service->handle(request)) == u"EGW00201" ? 1 : 0;
            }
            QCOMPARE(refused, 6);
        }
    }

    /// Lost, doubled, foreign, late and unreadable notices, counted as frames.
    void noticesAreBroken_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("later");
        QTest::newRow("clean") << QString{} << 2 << 2;
        QTest::newRow("C07 lost") << QStringLiteral("notice.lost=1") << 1 << 1;
        QTest::newRow("C08 twice") << QStringLiteral("notice.dup") << 4 << 4;
        QTest::newRow("C10 foreign") << QStringLiteral("notice.foreign") << 4 << 4;
        QTest::newRow("late") << QStringLiteral("notice.late=500") << 0 << 2;
        QTest::newRow("C06 a wrong key") << QStringLiteral("notice.wrong_key times=1") << 2 << 2;
        QTest::newRow("C08 twins") << QStringLiteral("notice.twin") << 3 << 3;
    }

    void noticesAreBroken()
    {
        QFETCH(const QString, line);
        QFETCH(const int, now);
        QFETCH(const int, later);
        BrokerRig rig;
        NoticeDesk desk{rig.market.exchange, rig.credentials, rig.clock, rig.faults, Profile::Real};
        desk.setKey(QString(32, u'k'), QString(16, u'i'));
        rig.broker->setNoticeSink([&](const Notice& notice) { desk.add(notice); });
        rig.run(qPrintable(line));

        (void)rig.order("buy", kStock, 2, rig.book(kStock).ask[0]);

        std::vector<QString> frames = desk.takeDue();
        QCOMPARE(static_cast<int>(frames.size()), now);
        rig.clock.advance(std::chrono::seconds{1});
        for (const QString& frame : desk.takeDue()) {
            frames.push_back(frame);
        }
        QCOMPARE(static_cast<int>(frames.size()), later);
        for (const QString& frame : frames) {
            QVERIFY(frame.startsWith(QStringLiteral("1|H0STCNI0|001|")));
        }
    }

    void noticesNobodyIsRegisteredForAreGone()
    {
        BrokerRig rig;
        NoticeDesk desk{rig.market.exchange, rig.credentials, rig.clock, rig.faults, Profile::Mock};
        rig.broker->setNoticeSink([&](const Notice& notice) { desk.add(notice); });
        (void)rig.order("buy", kStock, 2, rig.book(kStock).ask[0]);

        QVERIFY(desk.takeDue().empty());
        desk.setKey(QString(32, u'k'), QString(16, u'i'));
        QVERIFY(desk.takeDue().empty());
    }
};

QTEST_GUILESS_MAIN(TestBrokerFaults)
#include "tst_broker_faults.moc"
