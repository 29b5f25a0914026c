#include "core/kis/broker_queries.h"
#include "tests/core/kis/http_rig.h"
#include "tests/support/expect_warning.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using core::base::ErrorCode;
using core::domain::TokenState;
using core::kis::ApprovalWish;
using test::answer;
using test::BrokerRig;
using test::envelope;
using test::symbol;

namespace
{
QByteArray balancePage(const char* code, const char* quantity, const QByteArray& keys,
                       const char* total)
{
    return envelope(
        "0", "KIOK0510", "ok",
        QByteArray{",\"ctx_area_fk100\":\""} + keys + "\",\"CTX_AREA_NK100\":\"" + keys
            + "\",\"output1\":[{\"pdno\":\"" + code + "\",\"hldg_qty\":\"" + quantity
            + "\",\"ord_psbl_qty\":\"" + quantity
            + "\",\"pchs_amt\":\"700\",\"prpr\":\"71\"}],\"output2\":[{\"tot_evlu_amt\":\"" + total
            + "\",\"prvs_rcdl_excc_amt\":\"400\"}]");
}
}  // namespace

class TestBrokerQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void sendsWhatTheBrokerWantsInEveryCall()
    {
        BrokerRig rig;
        rig.server.lay(test::kPricePath, test::priceAnswer());
        QVERIFY(rig.startWithToken());

        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.prices.size() == 1; }));

        const test::HeardRequest& request = rig.server.last(test::kPricePath);
        const auto header = [&request](const char* name) {
            return request.headers.at(QLatin1String(name));
        };
        QCOMPARE(request.method, QStringLiteral("GET"));
        QCOMPARE(header("authorization"), QStringLiteral("Bearer token-1"));
        QCOMPARE(header("appkey"), QStringLiteral("appkey-of-the-test"));
        QCOMPARE(header("appsecret"), QStringLiteral("secret-of-the-test"));
        QCOMPARE(header("tr_id"), QStringLiteral("FHKST01010100"));
        QCOMPARE(header("custtype"), QStringLiteral("P"));
        QCOMPARE(header("accept-encoding"), QStringLiteral("identity"));
        QCOMPARE(request.query.queryItemValue(QStringLiteral("FID_INPUT_ISCD")),
                 QStringLiteral("005930"));
        QVERIFY(rig.prices.front().ok);
        QCOMPARE(rig.prices.front().price.won(), qint64{70100});
        QCOMPARE(rig.server.count(test::kTokenPath), 1);
    }

    void joinsARequestThatStillWaits()
    {
        BrokerRig rig;
        rig.server.lay(test::kPricePath, test::priceAnswer());
        QVERIFY(rig.startWithToken());

        rig.broker->requestPrice(symbol("005930"));
        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.prices.size() == 1; }));
        rig.pass(1s);
        QTest::qWait(10);

        QCOMPARE(rig.server.count(test::kPricePath), 1);
    }

    void a01_keepsTheTokenOverARestart()
    {
        const QTemporaryDir folder;
        BrokerRig rig;
        rig.options.tokenFolder = folder.path();
        QVERIFY(rig.startWithToken());
        const QString name =
            core::kis::TokenCache{folder.path(), QStringLiteral("demo"), rig.options.keys.appkey}
                .fileName();
        constexpr auto kOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                | QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFile{name}.permissions(), kOwner);

        rig.pass(10min);
        for (int i = 0; i < 20; ++i) {
            rig.start();
            QCOMPARE(rig.token(), TokenState::Valid);
        }

        QCOMPARE(rig.server.count(test::kTokenPath), 1);
    }

    void a04_doesNotUseATokenThatIsNotItsOwn_data()
    {
        QTest::addColumn<bool>("otherKey");
        QTest::addColumn<bool>("readableByOthers");
        QTest::addColumn<bool>("garbage");

        QTest::newRow("of another key") << true << false << false;
        QTest::newRow("that others can read") << false << true << false;
        QTest::newRow("that is no token") << false << false << true;
    }
    void a04_doesNotUseATokenThatIsNotItsOwn()
    {
        QFETCH(bool, otherKey);
        QFETCH(bool, readableByOthers);
        QFETCH(bool, garbage);
        const QTemporaryDir folder;
        BrokerRig rig;
        rig.options.tokenFolder = folder.path();
        QVERIFY(rig.startWithToken());
        QFile file{
            core::kis::TokenCache{folder.path(), QStringLiteral("demo"), rig.options.keys.appkey}
                .fileName()};
        if (otherKey) {
            rig.options.keys.appkey = QStringLiteral("another appkey");
        }
        if (readableByOthers) {
            QVERIFY(file.setPermissions(file.permissions() | QFileDevice::ReadOther));
        }
        if (garbage) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("{\"token\":[]");
            file.close();
        }
        rig.pass(2min);

        rig.start();

        QVERIFY(BrokerRig::delivered([&] { return rig.server.count(test::kTokenPath) == 2; }));
    }

    void a02_renewsTheTokenBeforeItEnds()
    {
        BrokerRig rig;
        QVERIFY(rig.startWithToken());
        rig.server.relay(test::kTokenPath, test::tokenAnswer("token-2"));

        rig.clock.advance(22h + 50min);
        rig.broker->tick(rig.clock.monotonic());
        QCOMPARE(rig.token(), TokenState::Valid);
        QCOMPARE(rig.server.count(test::kTokenPath), 1);
        rig.clock.advance(15min);
        rig.broker->tick(rig.clock.monotonic());
        QCOMPARE(rig.token(), TokenState::Valid);  // The old one still serves.

        QVERIFY(BrokerRig::delivered([&] { return rig.server.count(test::kTokenPath) == 2; }));
    }

    void a01_waitsAMinuteWhenTokensAreIssuedTooOften()
    {
        BrokerRig rig;
        rig.server.relay(test::kTokenPath,
                         answer(403, "{\"error_code\":\"EGW00133\",\"error_description\":\"x\"}"));
        test::expectWarning("EGW00133");
        rig.start();
        QVERIFY(BrokerRig::delivered([&] { return !rig.broker->figures().detail.isEmpty(); }));
        rig.server.relay(test::kTokenPath, test::tokenAnswer("token-1"));

        rig.pass(60s);
        QTest::qWait(10);
        QCOMPARE(rig.server.count(test::kTokenPath), 1);
        QCOMPARE(rig.token(), TokenState::Waiting);
        rig.pass(2s);

        QVERIFY(BrokerRig::delivered([&] { return rig.token() == TokenState::Valid; }));
    }

    void stopsAskingWhenTheKeysAreWrong()
    {
        BrokerRig rig;
        rig.server.relay(test::kTokenPath,
                         answer(403, "{\"error_code\":\"EGW00103\",\"error_description\":\"x\"}"));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression{QStringLiteral("EGW00103")});
        rig.start();

        QVERIFY(BrokerRig::delivered([&] { return rig.token() == TokenState::Failed; }));
        rig.pass(200s);
        QTest::qWait(10);

        QCOMPARE(rig.server.count(test::kTokenPath), 1);
    }

    void a02_refreshesAnInvalidTokenOnceAndAsksOnceMore()
    {
        BrokerRig rig;
        rig.server.lay(test::kPricePath, answer(500, envelope("1", "EGW00123", "expired")));
        rig.server.lay(test::kPricePath, test::priceAnswer());
        QVERIFY(rig.startWithToken());
        rig.server.relay(test::kTokenPath, test::tokenAnswer("token-2"));
        rig.pass(62s);
        test::expectWarning("invalid; a new one is issued");

        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.prices.size() == 1; }));

        QVERIFY(rig.prices.front().ok);
        QCOMPARE(rig.server.count(test::kTokenPath), 2);
        QCOMPARE(rig.server.last(test::kPricePath).headers.at(QStringLiteral("authorization")),
                 QStringLiteral("Bearer token-2"));
    }

    void a03_givesUpWhenTheFreshTokenIsInvalidToo()
    {
        BrokerRig rig;
        rig.server.lay(test::kPricePath, answer(500, envelope("1", "EGW00121", "invalid")));
        QVERIFY(rig.startWithToken());
        rig.server.relay(test::kTokenPath, test::tokenAnswer("token-2"));
        rig.pass(62s);
        test::expectWarning("a new one is issued");
        test::expectWarning("a new one is issued");
        test::expectWarning("query failed");

        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.prices.size() == 1; }));

        QVERIFY(!rig.prices.front().ok);
        QCOMPARE(rig.server.count(test::kPricePath), 2);
    }

    void a05_keepsUnderTheRate()
    {
        BrokerRig rig;
        rig.server.lay(test::kPricePath, test::priceAnswer());
        QVERIFY(rig.startWithToken());
        std::vector<std::chrono::nanoseconds> times;
        for (int i = 0; i < 40; ++i) {
            rig.broker->requestPrice(symbol(qPrintable(QString::number(100'000 + i))));
        }
        const auto start = rig.clock.monotonic();

        std::size_t seen = 0;
        QVERIFY(rig.until([&] {
            const auto heard = static_cast<std::size_t>(rig.broker->figures().calls);
            for (; seen < heard; ++seen) {
                times.push_back(rig.clock.monotonic() - start);
            }
            return rig.prices.size() == 40;
        }));

        for (std::size_t i = 0; i + 15 < times.size(); ++i) {
            QVERIFY(times[i + 15] - times[i] >= 950ms);
        }
        QVERIFY(times.back() <= 4s);
    }

    void a05_slowsDownWhenTheBrokerSaysSo()
    {
        BrokerRig rig;
        rig.server.lay(test::kPricePath, answer(500, envelope("1", "EGW00201", "too many")));
        rig.server.lay(test::kPricePath, test::priceAnswer());
        QVERIFY(rig.startWithToken());

        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.prices.size() == 1; }));

        QVERIFY(rig.prices.front().ok);
        QCOMPARE(rig.broker->figures().rateLimited, std::uint64_t{1});
        QCOMPARE(rig.broker->figures().callsPerSecondMax, 7);
        rig.pass(13s);
        QVERIFY(rig.broker->figures().callsPerSecondMax >= 9);
        rig.pass(10s);
        QCOMPARE(rig.broker->figures().callsPerSecondMax, 15);
    }

    void b14_triesThreeTimesThroughTrouble_data()
    {
        QTest::addColumn<QByteArray>("bytes");

        QTest::newRow("a gateway error in HTML") << answer(502, "<html>Bad gateway</html>").bytes;
        QTest::newRow("an empty refusal") << answer(500, envelope("1", "", "")).bytes;
        QTest::newRow("a routing error") << answer(500, envelope("1", "EGW00202", "x")).bytes;
        QTest::newRow("JSON cut short, status 200") << answer(200, "{\"rt_cd\":\"0\"").bytes;
        QTest::newRow("Korean in another encoding")
            << answer(200, "{\"rt_cd\":\"0\",\"msg1\":\"\xC1\xA4\xBB\xF3\"}").bytes;
        QTest::newRow("the line breaks in the body")
            << QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"rt_cd\"");
    }
    void b14_triesThreeTimesThroughTrouble()
    {
        QFETCH(QByteArray, bytes);
        BrokerRig rig;
        rig.server.lay(test::kPricePath, {bytes, true});
        QVERIFY(rig.startWithToken());
        test::expectWarning("query failed");

        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.prices.size() == 1; }));
        QVERIFY(!rig.prices.front().ok);
        QVERIFY(rig.broker->figures().calls == 3);

        rig.server.lay(test::kPricePath, test::priceAnswer());
        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.prices.size() == 2; }));
        QVERIFY(rig.prices.back().ok);
    }

    void endsACallThatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");

        QTest::newRow("a refusal of business")
            << answer(500, envelope("7", "APBK0656", "no issue")).bytes
            << QStringLiteral("APBK0656");
        QTest::newRow("a code nobody knows")
            << answer(200, envelope("1", "ZZZZ9999", "??")).bytes << QStringLiteral("ZZZZ9999");
        QTest::newRow("a redirect")
            << answer(307, "", "Location: http://127.0.0.1:9/elsewhere\r\n").bytes
            << QStringLiteral("redirect");
        QTest::newRow("not found") << answer(404, "nothing").bytes << QStringLiteral("404");
        QTest::newRow("five megabytes")
            << answer(200, QByteArray(5 * 1024 * 1024, ' ')).bytes << QStringLiteral("larger");
    }
    void endsACallThatMakesNoSense()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        BrokerRig rig;
        rig.server.lay(test::kPricePath, {bytes, true});
        QVERIFY(rig.startWithToken());
        test::expectWarning("query failed");

        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.prices.size() == 1; }));
        rig.pass(5s);

        QVERIFY(!rig.prices.front().ok);
        QCOMPARE(rig.server.count(test::kPricePath), 1);
        QVERIFY2(rig.broker->figures().detail.contains(words),
                 qPrintable(rig.broker->figures().detail));
    }

    void b11_endsACallAtItsDeadlineWhateverDrips()
    {
        BrokerRig rig;
        rig.server.lay(
            test::kPricePath,
            {QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), false});
        QVERIFY(rig.startWithToken());
        rig.broker->requestPrice(symbol("005930"));
        QVERIFY(rig.until([&] { return rig.server.count(test::kPricePath) == 1; }));

        rig.pass(3900ms);
        QCOMPARE(rig.prices.size(), std::size_t{0});
        test::expectWarning("query failed");
        rig.pass(200ms);

        QCOMPARE(rig.prices.size(), std::size_t{1});
        QVERIFY(!rig.prices.front().ok);
    }

    void letsTheMoreUrgentLaneGoFirst()
    {
        BrokerRig rig;
        for (const char* path :
             {test::kChartPath, test::kRankPath, test::kPricePath, test::kBalancePath}) {
            rig.server.lay(path, answer(200, envelope("0", "MCA00000", "ok")));
        }
        QVERIFY(rig.startWithToken());
        int bars = 0;
        connect(rig.broker.get(), &core::kis::BrokerQueries::minuteBarsReady, &rig,
                [&bars] { ++bars; });
        for (int i = 0; i < 4; ++i) {
            test::expectWarning("unreadable answer");
        }

        rig.broker->requestMinuteBars(symbol("005930"), core::domain::timeOfDay(10, 0));
        rig.broker->requestRanking(core::domain::RankingList::TradedValue);
        rig.broker->requestPrice(symbol("005930"));
        rig.broker->requestBalance();
        QVERIFY(rig.until([&] { return rig.server.heard.size() == 5; }));

        QStringList order;
        for (const test::HeardRequest& request : rig.server.heard) {
            order.append(request.path.section(u'/', -1));
        }
        QCOMPARE(order, (QStringList{QStringLiteral("tokenP"), QStringLiteral("inquire-balance"),
                                     QStringLiteral("inquire-price"), QStringLiteral("volume-rank"),
                                     QStringLiteral("inquire-time-itemchartprice")}));
        QVERIFY(rig.until([&] { return rig.broker->figures().calls == 4 && bars == 1; }));
        QVERIFY(rig.until([&] { return rig.balances.size() == 1 && rig.rankings.size() == 1; }));
        QVERIFY(!rig.balances.front().ok);
    }

    void a10_neverAsksTheMockHostForWhatItLacks()
    {
        BrokerRig rig{true};
        QVERIFY(rig.startWithToken());
        core::kis::HolidayReply holidays{.ok = true, .opens = {}};
        connect(rig.broker.get(), &core::kis::BrokerQueries::holidaysReady, &rig,
                [&holidays](const core::kis::HolidayReply& reply) { holidays = reply; });

        for (const auto list : core::domain::kRankingLists) {
            rig.broker->requestRanking(list);
        }
        rig.broker->requestHolidays(core::domain::kstDate(rig.clock.now()));
        rig.pass(5s);
        QTest::qWait(10);

        QCOMPARE(rig.rankings.size(), std::size_t{4});
        QVERIFY(!rig.rankings.front().ok);
        QVERIFY(!holidays.ok);
        QCOMPARE(rig.server.heard.size(), std::size_t{1});
    }

    void issuesApprovalKeysPacedAndNamesTheSecretAsThisCallWants()
    {
        BrokerRig rig;
        rig.server.lay(test::kApprovalPath, answer(200, "{\"approval_key\":\"approval-1\"}"));
        QVERIFY(rig.startWithToken());

        rig.broker->requestApproval(ApprovalWish::Reuse);
        QVERIFY(BrokerRig::delivered([&] { return rig.approvals.size() == 1; }));
        rig.broker->requestApproval(ApprovalWish::Reuse);
        QCOMPARE(rig.approvals.size(), 2);
        QCOMPARE(rig.server.count(test::kApprovalPath), 1);
        const QJsonObject body =
            QJsonDocument::fromJson(rig.server.last(test::kApprovalPath).body).object();
        QCOMPARE(body.value(u"secretkey").toString(), QStringLiteral("secret-of-the-test"));
        QVERIFY(body.value(u"appsecret").isUndefined());

        for (int i = 2; i <= 3; ++i) {
            rig.broker->requestApproval(ApprovalWish::Fresh);
            QTest::qWait(10);
            QCOMPARE(rig.server.count(test::kApprovalPath), i - 1);
            rig.pass(1s);
            QVERIFY(BrokerRig::delivered([&] { return rig.approvals.size() == i + 1; }));
        }
        rig.broker->requestApproval(ApprovalWish::Fresh);
        rig.pass(5min);
        QTest::qWait(10);
        QCOMPARE(rig.server.count(test::kApprovalPath), 3);  // Three in ten minutes.
        rig.pass(5min);
        QVERIFY(BrokerRig::delivered([&] { return rig.approvals.size() == 5; }));
    }

    void tellsWrongKeysFromTrouble_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");

        QTest::newRow("wrong app key")
            << answer(403, "{\"error_code\":\"EGW00103\",\"error_description\":\"x\"}").bytes
            << ErrorCode::Unauthorized;
        QTest::newRow("a bare 403, as in maintenance")
            << answer(403, "closed").bytes << ErrorCode::Network;
        QTest::newRow("no key in the answer") << answer(200, "{}").bytes << ErrorCode::Malformed;
    }
    void tellsWrongKeysFromTrouble()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        BrokerRig rig;
        rig.server.lay(test::kApprovalPath, {bytes, true});
        QVERIFY(rig.startWithToken());

        rig.broker->requestApproval(ApprovalWish::Reuse);

        QVERIFY(BrokerRig::delivered([&] { return rig.approvalErrors.size() == 1; }));
        QCOMPARE(rig.approvalErrors.front().code, code);
    }

    void b07_putsThePagesOfABalanceTogether()
    {
        BrokerRig rig;
        const QByteArray keys = "50000000^01^N^   ";
        rig.server.lay(test::kBalancePath,
                       answer(200, balancePage("005930", "10", keys, ""), "tr_cont: M\r\n"));
        rig.server.lay(test::kBalancePath,
                       answer(200, balancePage("000660", "0", "", "1234567"), "tr_cont: D\r\n"));
        QVERIFY(rig.startWithToken());

        const core::base::Timestamp asked = rig.clock.now();
        rig.broker->requestBalance();
        QVERIFY(rig.until([&] { return rig.balances.size() == 1; }));

        QVERIFY(rig.balances.front().ok);
        QCOMPARE(rig.balances.front().totalAssets.value(), qint64{1234567});
        QCOMPARE(rig.balances.front().cash, core::domain::Won{400});
        QCOMPARE(rig.balances.front().holdings, 1);
        QCOMPARE(rig.balances.front().askedAt, asked);
        const core::domain::Holding holding{.symbol = symbol("005930"),
                                            .quantity = core::domain::Quantity{10},
                                            .sellable = core::domain::Quantity{10},
                                            .cost = core::domain::Won{700},
                                            .last = core::domain::Price::fromWon(71)};
        QCOMPARE(rig.balances.front().rows, std::vector{holding});
        const test::HeardRequest& second = rig.server.last(test::kBalancePath);
        QCOMPARE(second.headers.at(QStringLiteral("tr_cont")), QStringLiteral("N"));
        QCOMPARE(second.query.queryItemValue(QStringLiteral("CTX_AREA_FK100"), QUrl::FullyDecoded),
                 QString::fromLatin1(keys));
        QCOMPARE(second.query.queryItemValue(QStringLiteral("CTX_AREA_NK100"), QUrl::FullyDecoded),
                 QString::fromLatin1(keys));
    }

    void b07_takesAPartOfABalanceForNone_data()
    {
        QTest::addColumn<QByteArray>("second");

        QTest::newRow("an error in the middle")
            << answer(200, envelope("7", "ZZZZ0001", "no")).bytes;
        QTest::newRow("pages that repeat")
            << answer(200, balancePage("000660", "5", "K", "99"), "tr_cont: F\r\n").bytes;
        QTest::newRow("a holding without a quantity")
            << answer(200, balancePage("000660", "", "", "99")).bytes;
        QTest::newRow("no total") << answer(200, balancePage("000660", "5", "", "")).bytes;
    }
    void b07_takesAPartOfABalanceForNone()
    {
        QFETCH(QByteArray, second);
        BrokerRig rig;
        rig.server.lay(test::kBalancePath,
                       answer(200, balancePage("005930", "10", "K", ""), "tr_cont: M\r\n"));
        rig.server.lay(test::kBalancePath, {second, true});
        QVERIFY(rig.startWithToken());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression{QStringLiteral(
                                               "query failed|unreadable|pages do not end")});

        rig.broker->requestBalance();
        QVERIFY(rig.until([&] { return rig.balances.size() == 1; }));

        QVERIFY(!rig.balances.front().ok);
    }

    void tellsItsFiguresAtMostFourTimesASecond()
    {
        BrokerRig rig;
        rig.server.lay(test::kPricePath, test::priceAnswer());
        int told = 0;
        rig.start();
        connect(rig.broker.get(), &core::kis::BrokerQueries::figuresChanged, &rig,
                [&told] { ++told; });
        QVERIFY(BrokerRig::delivered([&] { return rig.token() == TokenState::Valid; }));
        for (int i = 0; i < 30; ++i) {
            rig.broker->requestPrice(symbol(qPrintable(QString::number(200'000 + i))));
        }

        const auto start = rig.clock.monotonic();
        QVERIFY(rig.until([&] { return rig.prices.size() == 30; }));
        const auto seconds = std::chrono::duration<double>(rig.clock.monotonic() - start).count();

        QVERIFY(told >= 2);
        QVERIFY(told <= static_cast<int>(seconds * 4) + 1);
    }
};

QTEST_GUILESS_MAIN(TestBrokerQueries)
#include "moc_http_rig.cpp"
#include "tst_broker_queries.moc"
