#include "core/kis/order_broker.h"
#include "tests/core/kis/http_rig.h"
#include "tests/support/expect_warning.h"

#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;
using core::domain::AnswerClass;
using core::domain::BrokerOrderId;
using core::domain::OrderAnswer;
using core::domain::OrderLeg;
using core::domain::OrderListKind;
using core::domain::OrderListReply;
using core::domain::OrderType;
using core::domain::OutgoingOrder;
using core::domain::Price;
using core::domain::Quantity;
using core::domain::RejectReason;
using core::domain::Side;
using core::domain::TimeInForce;
using core::domain::Won;
using test::answer;
using test::envelope;
using test::symbol;

namespace
{
constexpr const char* kOrderPath = "/uapi/domestic-stock/v1/trading/order-cash";
constexpr const char* kChangePath = "/uapi/domestic-stock/v1/trading/order-rvsecncl";
constexpr const char* kDayPath = "/uapi/domestic-stock/v1/trading/inquire-daily-ccld";
constexpr const char* kOpenPath = "/uapi/domestic-stock/v1/trading/inquire-psbl-rvsecncl";
constexpr const char* kSellPath = "/uapi/domestic-stock/v1/trading/inquire-psbl-sell";
constexpr const char* kBuyPath = "/uapi/domestic-stock/v1/trading/inquire-psbl-order";

OutgoingOrder order(std::uint64_t number, Side side = Side::Buy, OrderLeg leg = OrderLeg::New)
{
    using namespace std::chrono;
    OutgoingOrder out;
    out.id = {.date = year{2026} / 11 / 24, .event = number, .ordinal = 1};
    out.leg = leg;
    out.request.symbol = symbol("005930");
    out.request.side = side;
    out.request.quantity = Quantity{10};
    out.request.price = Price::fromWon(70000);
    if (leg != OrderLeg::New) {
        out.original = BrokerOrderId::fromWire(u"0001569157");
        out.branch = QStringLiteral("06010");
    }
    return out;
}

test::HttpAnswer accepted()
{
    return answer(200, envelope("0", "APBK0013", "ok",
                                ",\"output\":{\"KRX_FWDG_ORD_ORGNO\":\"06010\",\"ODNO\":"
                                "\"0000000077\",\"ORD_TMD\":\"100031\"}"));
}

QByteArray row(const char* number, const char* filled = "4", const char* amount = "280000",
               const char* more = "")
{
    return QByteArray{"{\"ord_gno_brno\":\"06010\",\"odno\":\""} + number
           + "\",\"orgn_odno\":\"\",\"ord_dvsn_name\":\"지정가\",\"sll_buy_dvsn_cd\":\"02\","
             "\"pdno\":\"005930\",\"ord_qty\":\"10\",\"ord_unpr\":\"70000\",\"ord_tmd\":\"100031\","
             "\"ord_dvsn_cd\":\"00\",\"tot_ccld_qty\":\""
           + filled + "\",\"tot_ccld_amt\":\"" + amount
           + "\",\"rmn_qty\":\"6\",\"cncl_cfrm_qty\":\"0\",\"rjct_qty\":\"0\"" + more + "}";
}

test::HttpAnswer page(const QByteArray& rows, const char* mark = "", const QByteArray& keys = "")
{
    return answer(200,
                  envelope("0", "KIOK0510", "ok",
                           ",\"ctx_area_fk100\":\"" + keys + "\",\"ctx_area_nk100\":\"" + keys
                               + "\",\"output1\":[" + rows + "]"),
                  QByteArray{"tr_cont: "} + mark + "\r\n");
}

class OrderRig final
{
public:
    explicit OrderRig(bool mock = false) : rig{mock} {}
    [[nodiscard]] bool start()
    {
        const bool ready = rig.startWithToken();
        makeBroker();
        return ready;
    }
    void makeBroker()
    {
        using core::kis::OrderBroker;
        broker = std::make_unique<OrderBroker>(rig.clock, *rig.broker, rig.options);
        QObject::connect(broker.get(), &OrderBroker::answered, &rig,
                         [this](const OrderAnswer& one) { answers.push_back(one); });
        QObject::connect(broker.get(), &OrderBroker::ordersListed, &rig,
                         [this](const OrderListReply& one) { lists.push_back(one); });
        QObject::connect(
            broker.get(), &OrderBroker::sellableReady, &rig,
            [this](const core::domain::SellableReply& one) { sellables.push_back(one); });
        QObject::connect(
            broker.get(), &OrderBroker::buyingPowerReady, &rig,
            [this](const core::domain::BuyingPowerReply& one) { powers.push_back(one); });
        QObject::connect(broker.get(), &OrderBroker::clockSkewMeasured, &rig,
                         [this](std::chrono::milliseconds one) { skews.push_back(one); });
    }
    [[nodiscard]] bool answered(std::size_t count = 1)
    {
        return rig.until([this, count] { return answers.size() >= count; });
    }
    [[nodiscard]] bool listed(std::size_t count = 1)
    {
        return rig.until([this, count] { return lists.size() >= count; });
    }
    [[nodiscard]] QJsonObject body(const char* path) const
    {
        return QJsonDocument::fromJson(rig.server.last(path).body).object();
    }

    test::BrokerRig rig;
    std::unique_ptr<core::kis::OrderBroker> broker;
    std::vector<OrderAnswer> answers;
    std::vector<OrderListReply> lists;
    std::vector<core::domain::SellableReply> sellables;
    std::vector<core::domain::BuyingPowerReply> powers;
    std::vector<std::chrono::milliseconds> skews;
};
}  // namespace

class TestOrderBroker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void sendsABuyAsTheBrokerReadsIt()
    {
        OrderRig desk;
        desk.rig.server.lay(kOrderPath, accepted());
        QVERIFY(desk.start());

        desk.broker->send(order(5));
        QVERIFY(desk.answered());

        const QJsonObject expected{{QStringLiteral("CANO"), QStringLiteral("50000000")},
                                   {QStringLiteral("ACNT_PRDT_CD"), QStringLiteral("01")},
                                   {QStringLiteral("PDNO"), QStringLiteral("005930")},
                                   {QStringLiteral("ORD_DVSN"), QStringLiteral("00")},
                                   {QStringLiteral("ORD_QTY"), QStringLiteral("10")},
                                   {QStringLiteral("ORD_UNPR"), QStringLiteral("70000")},
                                   {QStringLiteral("EXCG_ID_DVSN_CD"), QStringLiteral("KRX")}};
        QCOMPARE(desk.body(kOrderPath), expected);
        const auto& headers = desk.rig.server.last(kOrderPath).headers;
        QCOMPARE(headers.at(QStringLiteral("tr_id")), QStringLiteral("TTTC0012U"));
        QCOMPARE(headers.at(QStringLiteral("authorization")), QStringLiteral("Bearer token-1"));
        QCOMPARE(headers.at(QStringLiteral("user-agent")), QStringLiteral("kis-scalper"));
        const OrderAnswer& answer = desk.answers.front();
        QCOMPARE(answer.id, order(5).id);
        QCOMPARE(answer.what, AnswerClass::Accepted);
        QCOMPARE(answer.broker, BrokerOrderId::fromWire(u"77"));
        QCOMPARE(answer.branch, QStringLiteral("06010"));
        QCOMPARE(answer.brokerTime, std::optional{core::domain::timeOfDay(10, 0, 31)});
        QCOMPARE(desk.rig.broker->figures().ordersWritten, std::uint64_t{1});
    }

    void namesEveryTransactionOfItsHost_data()
    {
        QTest::addColumn<OrderLeg>("leg");
        QTest::addColumn<Side>("side");
        QTest::addColumn<bool>("mock");
        QTest::addColumn<QString>("id");

        QTest::newRow("buy") << OrderLeg::New << Side::Buy << false << QStringLiteral("TTTC0012U");
        QTest::newRow("sell") << OrderLeg::New << Side::Sell << false
                              << QStringLiteral("TTTC0011U");
        QTest::newRow("cancel") << OrderLeg::Cancel << Side::Buy << false
                                << QStringLiteral("TTTC0013U");
        QTest::newRow("amend") << OrderLeg::Amend << Side::Sell << false
                               << QStringLiteral("TTTC0013U");
        QTest::newRow("mock buy") << OrderLeg::New << Side::Buy << true
                                  << QStringLiteral("VTTC0012U");
        QTest::newRow("mock sell")
            << OrderLeg::New << Side::Sell << true << QStringLiteral("VTTC0011U");
        QTest::newRow("mock cancel")
            << OrderLeg::Cancel << Side::Sell << true << QStringLiteral("VTTC0013U");
        QTest::newRow("mock amend")
            << OrderLeg::Amend << Side::Buy << true << QStringLiteral("VTTC0013U");
    }
    void namesEveryTransactionOfItsHost()
    {
        QFETCH(OrderLeg, leg);
        QFETCH(Side, side);
        QFETCH(bool, mock);
        QFETCH(QString, id);

        const auto post =
            core::kis::encodeOrder(order(1, side, leg), QStringLiteral("50000000-01"), mock);

        QVERIFY(post);
        QCOMPARE(QString::fromLatin1(post->transactionId), id);
    }

    void cancelsAndAmendsWhateverIsLeft()
    {
        const auto bodyOf = [](OrderLeg leg) {
            const auto post = core::kis::encodeOrder(order(1, Side::Sell, leg),
                                                     QStringLiteral("50000000-01"), false);
            return QJsonDocument::fromJson(post->body).toVariant().toMap();
        };
        const auto cancel = bodyOf(OrderLeg::Cancel);
        const auto amend = bodyOf(OrderLeg::Amend);

        for (const auto& one : {cancel, amend}) {
            QCOMPARE(one[QStringLiteral("ORGN_ODNO")], QStringLiteral("0001569157"));
            QCOMPARE(one[QStringLiteral("KRX_FWDG_ORD_ORGNO")], QStringLiteral("06010"));
            QCOMPARE(one[QStringLiteral("QTY_ALL_ORD_YN")], QStringLiteral("Y"));
            QCOMPARE(one[QStringLiteral("ORD_QTY")], QStringLiteral("0"));
        }
        QCOMPARE(cancel[QStringLiteral("RVSE_CNCL_DVSN_CD")], QStringLiteral("02"));
        QCOMPARE(cancel[QStringLiteral("ORD_UNPR")], QStringLiteral("0"));
        QCOMPARE(amend[QStringLiteral("RVSE_CNCL_DVSN_CD")], QStringLiteral("01"));
        QCOMPARE(amend[QStringLiteral("ORD_UNPR")], QStringLiteral("70000"));
    }

    void writesEveryDivisionAndReadsItBack()
    {
        const std::map<const char*, std::pair<OrderType, TimeInForce>> rows{
            {"00", {OrderType::Limit, TimeInForce::Day}},
            {"01", {OrderType::Market, TimeInForce::Day}},
            {"03", {OrderType::Best, TimeInForce::Day}},
            {"11", {OrderType::Limit, TimeInForce::Ioc}},
            {"12", {OrderType::Limit, TimeInForce::Fok}},
            {"13", {OrderType::Market, TimeInForce::Ioc}},
            {"14", {OrderType::Market, TimeInForce::Fok}},
            {"15", {OrderType::Best, TimeInForce::Ioc}},
            {"16", {OrderType::Best, TimeInForce::Fok}}};
        for (const auto& [code, type] : rows) {
            QCOMPARE(core::kis::divisionOf(type.first, type.second), QLatin1String{code});
            const auto back = core::kis::divisionOf(QString::fromLatin1(code));
            QVERIFY(back && back->type == type.first && back->force == type.second);
        }
        QVERIFY(!core::kis::divisionOf(QStringLiteral("22")));
    }

    void doesNotSendWhatItCannotSay_data()
    {
        QTest::addColumn<OutgoingOrder>("order");

        OutgoingOrder bad = order(1);
        bad.request.price.reset();
        QTest::newRow("a limit without a price") << bad;
        bad = order(1);
        bad.request.quantity = Quantity{0};
        QTest::newRow("no shares") << bad;
        bad = order(1, Side::Buy, OrderLeg::Cancel);
        bad.original = {};
        QTest::newRow("a cancel of nothing") << bad;
    }
    void doesNotSendWhatItCannotSay()
    {
        QFETCH(OutgoingOrder, order);
        OrderRig desk;
        QVERIFY(desk.start());
        test::expectWarning("was not sent");

        desk.broker->send(order);

        QCOMPARE(desk.answers.size(), std::size_t{1});
        QCOMPARE(desk.answers.front().what, AnswerClass::NotSent);
        QCOMPARE(desk.rig.server.count(kOrderPath) + desk.rig.server.count(kChangePath), 0);
    }

    void a01_doesNotWaitForATokenWithAnOrder()
    {
        OrderRig desk;
        desk.rig.server.relay(
            test::kTokenPath,
            answer(403, "{\"error_code\":\"EGW00133\",\"error_description\":\"x\"}"));
        desk.rig.start();
        desk.makeBroker();
        test::expectWarning("token");
        QVERIFY(test::BrokerRig::delivered(
            [&] { return !desk.rig.broker->figures().detail.isEmpty(); }));
        test::expectWarning("no valid access token");

        desk.broker->send(order(1));

        QCOMPARE(desk.answers.front().what, AnswerClass::NotSent);
        desk.rig.pass(59s);
        QTest::qWait(10);
        QCOMPARE(desk.rig.server.count(test::kTokenPath), 1);
    }

    void a02_neverReplaysAnOrderAfterAFreshToken()
    {
        OrderRig desk;
        desk.rig.server.lay(test::kTokenPath, test::tokenAnswer("token-2"));
        desk.rig.server.lay(kOrderPath, answer(500, envelope("1", "EGW00123", "expired")));
        desk.rig.server.lay(kOrderPath, accepted());
        QVERIFY(desk.start());
        desk.rig.pass(2min);
        test::expectWarning("calls it invalid");

        desk.broker->send(order(1));
        QVERIFY(desk.answered());
        QVERIFY(desk.rig.until([&] {
            return desk.rig.token() == core::domain::TokenState::Valid
                   && desk.rig.server.count(test::kTokenPath) == 2;
        }));
        desk.rig.pass(5s);
        QTest::qWait(10);

        QCOMPARE(desk.rig.server.count(kOrderPath), 1);
        QCOMPARE(desk.answers.front().what, AnswerClass::Rejected);
        QCOMPARE(desk.answers.front().reason, RejectReason::Token);
        desk.broker->send(order(2));
        QVERIFY(desk.answered(2));
        QCOMPARE(desk.rig.server.last(kOrderPath).headers.at(QStringLiteral("authorization")),
                 QStringLiteral("Bearer token-2"));
    }

    void a05_anOrderOverTheRateIsRefusedNotRepeated()
    {
        OrderRig desk;
        desk.rig.server.lay(kOrderPath, answer(500, envelope("1", "EGW00201", "too many")));
        desk.rig.server.lay(kOrderPath, accepted());
        QVERIFY(desk.start());

        desk.broker->send(order(1, Side::Sell));
        QVERIFY(desk.answered());
        desk.rig.pass(5s);
        QTest::qWait(10);

        QCOMPARE(desk.rig.server.count(kOrderPath), 1);
        QCOMPARE(desk.answers.front().reason, RejectReason::RateLimited);
        QCOMPARE(desk.rig.broker->figures().callsPerSecondMax, 7);
    }

    void a05_exitsGoBeforeEverythingThatWaits()
    {
        OrderRig desk;
        desk.rig.options.callsPerSecond = 0.8;
        desk.rig.server.lay(kOrderPath, accepted());
        desk.rig.server.lay(kChangePath, accepted());
        desk.rig.server.lay(kDayPath, page(""));
        desk.rig.server.lay(test::kPricePath, test::priceAnswer());
        QVERIFY(desk.start());
        desk.rig.broker->requestPrice(symbol("000660"));
        QVERIFY(desk.rig.until([&] { return desk.rig.prices.size() == 1; }));
        desk.rig.server.heard.clear();

        desk.rig.broker->requestPrice(symbol("005930"));
        desk.broker->send(order(1));
        desk.broker->askOrders(OrderListKind::Day, std::nullopt, 1);
        desk.broker->send(order(2, Side::Buy, OrderLeg::Cancel));
        desk.broker->send(order(3, Side::Sell));
        test::expectWarning("order 20261124-1-1 was not sent: the broker's rate");
        QVERIFY(desk.rig.until([&] { return desk.rig.prices.size() == 2; }));

        QStringList heard;
        for (const auto& request : desk.rig.server.heard) {
            heard.append(request.path.section(u'/', -1));
        }
        const QStringList expected{QStringLiteral("order-rvsecncl"), QStringLiteral("order-cash"),
                                   QStringLiteral("inquire-daily-ccld"),
                                   QStringLiteral("inquire-price")};
        QCOMPARE(heard, expected);  // The entry waited two seconds: too long for an entry.
        QCOMPARE(desk.answers.size(), std::size_t{3});
    }

    void a10_neverAsksTheMockHostForWhatItLacks()
    {
        OrderRig desk{true};
        desk.rig.server.lay(
            test::kBalancePath,
            answer(200, envelope("0", "KIOK0510", "ok",
                                 ",\"output1\":[{\"pdno\":\"005930\",\"hldg_qty\":\"10\","
                                 "\"ord_psbl_qty\":\"7\",\"pchs_amt\":\"700000\"}],\"output2\":[{"
                                 "\"tot_evlu_amt\":\"9\",\"prvs_rcdl_excc_amt\":\"2\"}]")));
        QVERIFY(desk.start());

        desk.broker->askOrders(OrderListKind::Open, std::nullopt, 3);
        desk.broker->askSellable(symbol("005930"));
        desk.broker->askSellable(symbol("000660"));
        QVERIFY(desk.rig.until([&] { return desk.sellables.size() == 2; }));

        QVERIFY(!desk.lists.front().complete);
        QCOMPARE(desk.lists.front().ask, std::uint64_t{3});
        QCOMPARE(desk.rig.server.count(kOpenPath) + desk.rig.server.count(kSellPath), 0);
        QCOMPARE(desk.rig.server.count(test::kBalancePath), 1);
        for (const auto& one : desk.sellables) {
            QVERIFY(one.ok);
            QCOMPARE(one.sellable, Quantity{one.symbol == symbol("005930") ? 7 : 0});
        }
    }

    void b03_aGatewayTimeoutIsUnknownAndStaysSingle()
    {
        OrderRig desk;
        desk.rig.server.lay(kOrderPath, answer(500, envelope("1", "EGW00301", "check")));
        QVERIFY(desk.start());

        desk.broker->send(order(1));
        QVERIFY(desk.answered());
        desk.rig.pass(10s);
        QTest::qWait(10);

        QCOMPARE(desk.rig.server.count(kOrderPath), 1);
        QCOMPARE(desk.answers.front().what, AnswerClass::Unknown);
        QCOMPARE(desk.answers.front().code, QStringLiteral("EGW00301"));
    }

    void b07_putsAllPagesOfTheDayTogether()
    {
        OrderRig desk;
        const QByteArray keys = "50000000!^01!^+ N    ";
        for (int at = 1; at <= 12; ++at) {
            const QByteArray number = QByteArray::number(at).rightJustified(10, '0');
            const bool last = at == 12;
            desk.rig.server.lay(kDayPath, page(row(number.constData()), last ? "D" : "M",
                                               last ? "" : keys + QByteArray::number(at)));
        }
        QVERIFY(desk.start());
        const core::base::Timestamp asked = desk.rig.clock.now();

        desk.broker->askOrders(OrderListKind::Day, std::nullopt, 9);
        QVERIFY(desk.listed());

        const OrderListReply& list = desk.lists.front();
        QVERIFY(list.complete);
        QCOMPARE(list.ask, std::uint64_t{9});
        QCOMPARE(list.askedAt, asked);
        QCOMPARE(list.rows.size(), std::size_t{12});
        const core::domain::BrokerOrderRow& first = list.rows.front();
        QCOMPARE(first.broker, BrokerOrderId::fromWire(u"1"));
        QCOMPARE(first.filled, Quantity{4});
        QCOMPARE(first.filledAmount, Won{280000});
        QCOMPARE(first.remaining, Quantity{6});
        QCOMPARE(first.price, std::optional{Price::fromWon(70000)});
        QCOMPARE(first.time, core::domain::timeOfDay(10, 0, 31));
        QVERIFY(first.knownType && !first.isCancel);
        const auto& query = desk.rig.server.last(kDayPath).query;
        QCOMPARE(query.queryItemValue(QStringLiteral("CTX_AREA_FK100"), QUrl::FullyDecoded),
                 QString::fromLatin1(keys + "11"));
        QCOMPARE(query.queryItemValue(QStringLiteral("INQR_STRT_DT")), QStringLiteral("20261124"));
        QCOMPARE(query.queryItemValue(QStringLiteral("INQR_END_DT")), QStringLiteral("20261124"));
    }

    /// Orders of an earlier day are settled by that day's list: both dates are its own.
    void h01_asksForAnEarlierDayByItsDate_data()
    {
        QTest::addColumn<bool>("mock");
        QTest::newRow("H01 real host") << false;
        QTest::newRow("H01 mock host") << true;
    }
    void h01_asksForAnEarlierDayByItsDate()
    {
        QFETCH(bool, mock);
        using namespace std::chrono;
        OrderRig desk{mock};
        desk.rig.server.lay(kDayPath, page(row("0000000001")));
        QVERIFY(desk.start());

        const core::domain::TradingDate friday = year{2026} / 11 / 20;
        desk.broker->askOrders(OrderListKind::Day, std::nullopt, 4, friday);
        QVERIFY(desk.listed());

        const auto& query = desk.rig.server.last(kDayPath).query;
        QCOMPARE(query.queryItemValue(QStringLiteral("INQR_STRT_DT")), QStringLiteral("20261120"));
        QCOMPARE(query.queryItemValue(QStringLiteral("INQR_END_DT")), QStringLiteral("20261120"));
        QVERIFY(desk.lists.front().complete);
        QCOMPARE(desk.lists.front().day, friday);
        QCOMPARE(desk.lists.front().rows.size(), std::size_t{1});
    }

    void b07_takesAPartOfTheDayForNone_data()
    {
        QTest::addColumn<QByteArray>("second");

        QTest::newRow("B07 an error in the middle")
            << answer(200, envelope("7", "ZZZZ0001", "no")).bytes;
        QTest::newRow("B07 a row twice") << page(row("0000000001")).bytes;
        QTest::newRow("B07 pages that repeat") << page(row("0000000002"), "M", "K").bytes;
        QTest::newRow("B07 no list") << answer(200, envelope("0", "KIOK0510", "ok")).bytes;
        QTest::newRow("B12 no filled quantity") << page(row("0000000002", "")).bytes;
        QTest::newRow("B12 filled for nothing") << page(row("0000000002", "4", "")).bytes;
        QTest::newRow("B12 a quantity in words") << page(row("0000000002", "four")).bytes;
        QTest::newRow("B12 no number") << page(row("")).bytes;
    }
    void b07_takesAPartOfTheDayForNone()
    {
        QFETCH(QByteArray, second);
        OrderRig desk;
        desk.rig.server.lay(kDayPath, page(row("0000000001"), "M", "K"));
        desk.rig.server.lay(kDayPath, {second, true});
        QVERIFY(desk.start());
        QTest::failOnWarning(QRegularExpression{QStringLiteral("^never$")});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression{QStringLiteral("no information")});
        if (second.contains("ZZZZ") || second.contains("tr_cont: M")) {
            test::expectWarning("query failed|pages do not end");
        }

        desk.broker->askOrders(OrderListKind::Day, std::nullopt, 1);
        QVERIFY(desk.listed());

        QVERIFY(!desk.lists.front().complete);
        QVERIFY(desk.lists.front().rows.empty());
        QVERIFY(!desk.lists.front().problem.isEmpty());
    }

    void b07_anEmptyDayIsAWholeList()
    {
        OrderRig desk;
        desk.rig.server.lay(kDayPath, answer(200, envelope("0", "KIOK0560", "nothing")));
        QVERIFY(desk.start());

        desk.broker->askOrders(OrderListKind::Day, symbol("005930"), 1);
        QVERIFY(desk.listed());

        QVERIFY(desk.lists.front().complete);
        QVERIFY(desk.lists.front().rows.empty());
        QCOMPARE(desk.lists.front().symbol, symbol("005930"));
    }

    void tellsTheRowOfACancelFromThatOfAnAmend()
    {
        OrderRig desk;
        const auto child = [](const char* number, const char* name) {
            QByteArray one = row(number, "0", "0");
            one.replace("\"orgn_odno\":\"\"", "\"orgn_odno\":\"0000000001\"");
            return one.replace("지정가", QByteArray{"지정가"} + name);
        };
        desk.rig.server.lay(kDayPath, page(child("2", "취소") + "," + child("3", "정정")));
        QVERIFY(desk.start());

        desk.broker->askOrders(OrderListKind::Day, std::nullopt, 1);
        QVERIFY(desk.listed());

        QCOMPARE(desk.lists.front().rows.size(), std::size_t{2});
        QVERIFY(desk.lists.front().rows[0].isCancel);
        QVERIFY(!desk.lists.front().rows[1].isCancel);
        QCOMPARE(desk.lists.front().rows[1].original, BrokerOrderId::fromWire(u"1"));
    }

    void asksWhatMayBeSoldAndBought()
    {
        OrderRig desk;
        desk.rig.server.lay(
            kSellPath,
            answer(200, envelope("0", "KIOK0500", "ok", ",\"output\":{\"ord_psbl_qty\":\"8\"}")));
        desk.rig.server.lay(kBuyPath,
                            answer(200, envelope("0", "KIOK0500", "ok",
                                                 ",\"output\":{\"nrcvb_buy_amt\":\"980000\","
                                                 "\"nrcvb_buy_qty\":\"14\"}")));
        desk.rig.server.lay(
            kBuyPath,
            answer(200, envelope("0", "KIOK0500", "ok", ",\"output\":{\"nrcvb_buy_amt\":\"\"}")));
        QVERIFY(desk.start());

        desk.broker->askSellable(symbol("005930"));
        desk.broker->askBuyingPower(symbol("005930"), Price::fromWon(70000));
        QVERIFY(
            desk.rig.until([&] { return desk.powers.size() == 1 && desk.sellables.size() == 1; }));
        QCOMPARE(desk.rig.server.last(kBuyPath).query.queryItemValue(QStringLiteral("ORD_DVSN")),
                 QStringLiteral("00"));
        test::expectWarning("buying power");
        desk.broker->askBuyingPower(symbol("005930"), std::nullopt);
        QVERIFY(desk.rig.until([&] { return desk.powers.size() == 2; }));

        QVERIFY(desk.sellables.front().ok);
        QCOMPARE(desk.sellables.front().sellable, Quantity{8});
        QVERIFY(desk.powers[0].ok);
        QCOMPARE(desk.powers[0].amount, Won{980000});
        QCOMPARE(desk.powers[0].quantity, Quantity{14});
        QVERIFY(!desk.powers[1].ok);
        QCOMPARE(desk.rig.server.last(kBuyPath).query.queryItemValue(QStringLiteral("ORD_DVSN")),
                 QStringLiteral("01"));
    }

    void b14_asksAgainThroughTroubleOfTheBroker()
    {
        OrderRig desk;
        desk.rig.server.lay(kDayPath, answer(500, envelope("1", "OPSQ0003", "backend")));
        desk.rig.server.lay(kDayPath, answer(502, "<html>"));
        desk.rig.server.lay(kDayPath, page(row("1")));
        QVERIFY(desk.start());

        desk.broker->askOrders(OrderListKind::Day, std::nullopt, 1);
        QVERIFY(desk.listed());

        QVERIFY(desk.lists.front().complete);
        QCOMPARE(desk.rig.server.count(kDayPath), 3);
    }

    void h10_measuresTheClockAgainstTheServers_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("seconds");

        QTest::newRow("H10 right") << QByteArray{"Tue, 24 Nov 2026 01:00:30 GMT"} << 0;
        QTest::newRow("H10 six seconds fast") << QByteArray{"Tue, 24 Nov 2026 01:00:24 GMT"} << 6;
        QTest::newRow("H10 an hour slow") << QByteArray{"Tue, 24 Nov 2026 02:00:30 GMT"} << -3600;
    }
    void h10_measuresTheClockAgainstTheServers()
    {
        QFETCH(QByteArray, date);
        QFETCH(int, seconds);
        OrderRig desk;
        desk.rig.server.lay(
            kOrderPath,
            {accepted().bytes.replace("\r\n\r\n", "\r\nDate: " + date + "\r\n\r\n"), true});
        QVERIFY(desk.start());

        desk.broker->send(order(1));
        QVERIFY(desk.answered());

        QCOMPARE(desk.skews.size(), std::size_t{1});
        QVERIFY(std::chrono::abs(desk.skews.front() - std::chrono::seconds{seconds}) <= 1s);
    }

    void h10_narrowsTheSkewDownAndForgetsItWhenTheClockIsSet()
    {
        using core::base::Timestamp;
        core::kis::ClockSkew skew;
        const Timestamp start{std::chrono::hours{1}};
        // Ours is 300 ms ahead; the server stamps whole seconds.
        for (int at = 0; at < 20; ++at) {
            const Timestamp server = start + at * 137ms;
            skew.note(server + 290ms, server + 310ms,
                      std::chrono::floor<std::chrono::seconds>(server));
        }
        QVERIFY(std::chrono::abs(*skew.offset() - 300ms) <= 150ms);
        skew.note(start + 60s, start + 60s + 10ms, start);

        QVERIFY(*skew.offset() >= 59s);
        QVERIFY(!core::kis::parseHttpDate("Tue, 31 Feb 2026 01:00:30 GMT"));
        QVERIFY(!core::kis::parseHttpDate("garbage"));
    }
};

QTEST_GUILESS_MAIN(TestOrderBroker)
#include "moc_http_rig.cpp"
#include "tst_order_broker.moc"
