#include "core/sim/rest_service.h"
#include "tests/core/sim/market_rig.h"
#include "tests/support/manual_clock.h"
#include "tests/support/no_warnings.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core::sim;
using test::sim::MarketRig;

namespace
{
/// The REST side without a socket; its clocks are moved by hand.
struct Rig
{
    explicit Rig(Profile profile = Profile::Real, double speed = 1.0)
        : history{7, calendar, market.schedule.date},
          credentials{7, profile},
          clock{core::domain::fromKst(market.schedule.date, core::domain::timeOfDay(10, 30)), speed}
    {
        options.profile = profile;
        options.speed = speed;
        market.exchange.startAt(MarketRig::at(10, 30));
        broker.emplace(market.exchange, options, clock, faults, truth);
        service.emplace(RestContext{market.exchange, history, options, credentials, clock, *broker,
                                    faults, truth},
                        counters);
        token = credentials.issueToken(core::base::MachineClock{}.now());
    }

    [[nodiscard]] HttpRequest request(const QString& path, const char* trId,
                                      const QHash<QString, QString>& query = {}) const
    {
        HttpRequest out;
        out.method = "GET";
        out.path = QStringLiteral("/uapi/domestic-stock/v1/") + path;
        out.query = query;
        out.headers = {{"authorization", "Bearer " + token},
                       {"appkey", credentials.appKey().toLatin1()},
                       {"appsecret", credentials.appSecret().toLatin1()},
                       {"tr_id", trId},
                       {"custtype", "P"}};
        return out;
    }
    /// A call that is never throttled.
    HttpReply get(const QString& path, const char* trId, const QHash<QString, QString>& query = {})
    {
        clock.advance(std::chrono::seconds{2});
        return service->handle(request(path, trId, query));
    }
    HttpReply post(const QString& path, const QJsonObject& body)
    {
        HttpRequest out;
        out.method = "POST";
        out.path = path;
        out.body = QJsonDocument{body}.toJson();
        return service->handle(out);
    }
    [[nodiscard]] QJsonObject keys(const QString& secretName) const
    {
        return {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                {QStringLiteral("appkey"), credentials.appKey()},
                {secretName, credentials.appSecret()}};
    }

    core::domain::SessionCalendar calendar;
    MarketRig market{7};
    SimulatorOptions options;
    History history;
    Credentials credentials;
    test::ManualClock clock;
    SimulatorCounters counters;
    FaultPlan faults{7};
    TruthLog truth;
    std::optional<Broker> broker;
    std::optional<RestService> service;
    QByteArray token;
};

QJsonObject json(const HttpReply& reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

QString code(const HttpReply& reply)
{
    const QJsonObject object = json(reply);
    return object.contains(u"msg_cd") ? object.value(u"msg_cd").toString()
                                      : object.value(u"error_code").toString();
}

const QHash<QString, QString> kSamsung{
    {QStringLiteral("FID_COND_MRKT_DIV_CODE"), QStringLiteral("J")},
    {QStringLiteral("FID_INPUT_ISCD"), QStringLiteral("005930")}};

QHash<QString, QString> samsungWith(const QHash<QString, QString>& more)
{
    QHash<QString, QString> out = kSamsung;
    out.insert(more);
    return out;
}

struct Call
{
    const char* name;
    const char* path;
    const char* trId;
    QHash<QString, QString> query;
};

/// Every endpoint with a question it answers.
QList<Call> allCalls()
{
    const auto q = [](std::initializer_list<std::pair<const char*, const char*>> pairs) {
        QHash<QString, QString> out;
        for (const auto& [name, value] : pairs) {
            out.insert(QLatin1String{name}, QLatin1String{value});
        }
        return out;
    };
    const auto account = [&](QHash<QString, QString> more) {
        more.insert(QStringLiteral("CANO"), QStringLiteral("50000000"));
        more.insert(QStringLiteral("ACNT_PRDT_CD"), QStringLiteral("01"));
        return more;
    };
    const auto market = q({{"FID_COND_MRKT_DIV_CODE", "J"}, {"FID_INPUT_ISCD", "0000"}});
    return {
        {"inquire-price", "quotations/inquire-price", "FHKST01010100", kSamsung},
        {"inquire-price-2", "quotations/inquire-price-2", "FHPST01010000", kSamsung},
        {"inquire-asking-price-exp-ccn", "quotations/inquire-asking-price-exp-ccn", "FHKST01010200",
         kSamsung},
        {"inquire-ccnl", "quotations/inquire-ccnl", "FHKST01010300", kSamsung},
        {"inquire-time-itemconclusion", "quotations/inquire-time-itemconclusion", "FHPST01060000",
         samsungWith(q({{"FID_INPUT_HOUR_1", "103000"}}))},
        {"inquire-daily-price", "quotations/inquire-daily-price", "FHKST01010400",
         samsungWith(q({{"FID_PERIOD_DIV_CODE", "D"}}))},
        {"inquire-investor", "quotations/inquire-investor", "FHKST01010900", kSamsung},
        {"inquire-time-itemchartprice", "quotations/inquire-time-itemchartprice", "FHKST03010200",
         samsungWith(q({{"FID_INPUT_HOUR_1", "103000"}}))},
        {"inquire-time-dailychartprice", "quotations/inquire-time-dailychartprice", "FHKST03010230",
         samsungWith(q({{"FID_INPUT_HOUR_1", "153000"}, {"FID_INPUT_DATE_1", "20261120"}}))},
        {"inquire-daily-itemchartprice", "quotations/inquire-daily-itemchartprice", "FHKST03010100",
         samsungWith(q({{"FID_INPUT_DATE_1", "20260101"},
                        {"FID_INPUT_DATE_2", "20261125"},
                        {"FID_PERIOD_DIV_CODE", "D"}}))},
        {"volume-rank", "quotations/volume-rank", "FHPST01710000", market},
        {"fluctuation", "ranking/fluctuation", "FHPST01700000", market},
        {"volume-power", "ranking/volume-power", "FHPST01680000", market},
        {"chk-holiday", "quotations/chk-holiday", "CTCA0903R", q({{"BASS_DT", "20261125"}})},
        {"search-stock-info", "quotations/search-stock-info", "CTPF1002R", q({{"PDNO", "005930"}})},
        {"inquire-index-price", "quotations/inquire-index-price", "FHPUP02100000",
         q({{"FID_COND_MRKT_DIV_CODE", "U"}, {"FID_INPUT_ISCD", "0001"}})},
        {"inquire-balance", "trading/inquire-balance", "TTTC8434R", account({})},
        {"inquire-psbl-order", "trading/inquire-psbl-order", "TTTC8908R",
         account(q({{"PDNO", "005930"}, {"ORD_DVSN", "01"}}))},
        {"inquire-daily-ccld", "trading/inquire-daily-ccld", "TTTC0081R",
         account(q({{"INQR_STRT_DT", "20261125"}, {"INQR_END_DT", "20261125"}}))},
        {"inquire-psbl-rvsecncl", "trading/inquire-psbl-rvsecncl", "TTTC0084R", account({})},
        {"inquire-psbl-sell", "trading/inquire-psbl-sell", "TTTC8408R",
         account(q({{"PDNO", "005930"}}))},
    };
}
}  // namespace

class TestRestService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void everyEndpointAnswers()
    {
        Rig rig;
        for (const Call& call : allCalls()) {
            const HttpReply reply = rig.get(QLatin1String{call.path}, call.trId, call.query);

            QVERIFY2(reply.status == 200, call.name);
            const QJsonObject object = json(reply);
            QVERIFY2(!object.isEmpty(), call.name);
            QVERIFY2(object.value(u"rt_cd").toString() == u"0", call.name);
            QVERIFY2(object.contains(u"msg1"), call.name);
        }
    }

    void everyFieldOfTheTablesIsThere()
    {
        const QDir tables{QStringLiteral(SHARED_DIR "/kis/fields")};
        if (!tables.exists()) {
            QSKIP("the field tables are not on this machine");
        }
        Rig rig;
        for (const Call& call : allCalls()) {
            QFile file{
                tables.filePath(QStringLiteral("rest_%1.csv").arg(QLatin1String{call.name}))};
            QVERIFY2(file.open(QIODevice::ReadOnly), call.name);
            const QJsonObject reply =
                json(rig.get(QLatin1String{call.path}, call.trId, call.query));
            const QList<QByteArray> lines = file.readAll().split('\n').mid(1);
            for (const QByteArray& line : lines) {
                const QList<QByteArray> cells = line.split(',');
                if (cells.size() < 3) {
                    continue;
                }
                const QString block =
                    QString::fromLatin1(cells[1]).section(u'[', 0, 0).section(u' ', 0, 0);
                const QJsonValue value = reply.value(block);
                const QString what =
                    QStringLiteral("%1 %2 %3")
                        .arg(QLatin1String{call.name}, block, QLatin1String{cells[2]});
                QVERIFY2(!value.isUndefined(), qPrintable(what));
                if (value.isArray() && value.toArray().isEmpty()) {
                    continue;
                }
                const QJsonObject row =
                    value.isArray() ? value.toArray().first().toObject() : value.toObject();
                QVERIFY2(row.value(QLatin1String{cells[2]}).isString(), qPrintable(what));
            }
        }
    }

    void theGatewayRefusesInItsOrder_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("code");

        QTest::newRow("no key") << QByteArray{"appkey"} << QByteArray{}
                                << QStringLiteral("EGW00102");
        QTest::newRow("other key")
            << QByteArray{"appkey"} << QByteArray{"x"} << QStringLiteral("EGW00103");
        QTest::newRow("no secret")
            << QByteArray{"appsecret"} << QByteArray{} << QStringLiteral("EGW00104");
        QTest::newRow("other secret")
            << QByteArray{"appsecret"} << QByteArray{"x"} << QStringLiteral("EGW00105");
        QTest::newRow("no Bearer")
            << QByteArray{"authorization"} << QByteArray{"abc"} << QStringLiteral("EGW00205");
        QTest::newRow("forged token") << QByteArray{"authorization"} << QByteArray{"Bearer a.b.c"}
                                      << QStringLiteral("EGW00121");
        QTest::newRow("bad customer")
            << QByteArray{"custtype"} << QByteArray{"Z"} << QStringLiteral("EGW00208");
        QTest::newRow("other TR") << QByteArray{"tr_id"} << QByteArray{"FHKST99999999"}
                                  << QStringLiteral("OPSQ0002");
    }

    void theGatewayRefusesInItsOrder()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        QFETCH(const QString, code);
        Rig rig;
        HttpRequest request =
            rig.request(QStringLiteral("quotations/inquire-price"), "FHKST01010100", kSamsung);
        request.headers.insert(header, value);

        const HttpReply reply = rig.service->handle(request);

        QCOMPARE(reply.status, 500);
        QCOMPARE(::code(reply), code);
        QCOMPARE(json(reply).value(u"rt_cd").toString(), QStringLiteral("1"));
    }

    void tokensComeOnceAMinuteAndAreTheSameForSixHours()
    {
        Rig rig;
        const auto ask = [&] {
            return rig.post(QStringLiteral("/oauth2/tokenP"),
                            rig.keys(QStringLiteral("appsecret")));
        };
        const HttpReply first = ask();
        QCOMPARE(first.status, 200);
        const QString token = json(first).value(u"access_token").toString();
        QVERIFY(token.size() > 300);
        QCOMPARE(json(first).value(u"access_token_token_expired").toString(),
                 QStringLiteral("2026-11-26 10:30:00"));

        rig.clock.advance(std::chrono::seconds{59});
        const HttpReply early = ask();
        rig.clock.advance(std::chrono::seconds{2});
        const HttpReply second = ask();
        rig.clock.advance(std::chrono::hours{6});
        const HttpReply later = ask();

        QCOMPARE(early.status, 403);
        QCOMPARE(json(early).value(u"error_code").toString(), QStringLiteral("EGW00133"));
        QVERIFY(!json(early).contains(u"rt_cd"));
        QCOMPARE(json(second).value(u"access_token").toString(), token);
        QVERIFY(json(later).value(u"access_token").toString() != token);
    }

    void aRevokedTokenIsRefused()
    {
        Rig rig;
        QCOMPARE(
            rig.get(QStringLiteral("quotations/inquire-price"), "FHKST01010100", kSamsung).status,
            200);

        const HttpReply revoked =
            rig.post(QStringLiteral("/oauth2/revokeP"),
                     {{QStringLiteral("appkey"), rig.credentials.appKey()},
                      {QStringLiteral("appsecret"), rig.credentials.appSecret()},
                      {QStringLiteral("token"), QString::fromLatin1(rig.token)}});

        QCOMPARE(revoked.status, 200);
        QCOMPARE(
            code(rig.get(QStringLiteral("quotations/inquire-price"), "FHKST01010100", kSamsung)),
            QStringLiteral("EGW00121"));
    }

    void aTokenDiesAfterADay()
    {
        const Credentials credentials{3, Profile::Real};
        const core::base::Timestamp now = core::base::MachineClock{}.now();
        const QByteArray token = credentials.issueToken(now);

        QCOMPARE(credentials.check(token, now + std::chrono::hours{23}), TokenVerdict::Valid);
        QCOMPARE(credentials.check(token, now + std::chrono::hours{24}), TokenVerdict::Expired);
        QCOMPARE(Credentials(3, Profile::Mock).check(token, now), TokenVerdict::Unknown);
        QCOMPARE(Credentials(3, Profile::Real).check(token, now), TokenVerdict::Valid);
        QCOMPARE(credentials.appKey().size(), 36);
        QCOMPARE(credentials.appSecret().size(), 180);
    }

    void approvalWantsTheSecretUnderItsOtherName()
    {
        Rig rig;
        QCOMPARE(rig.post(QStringLiteral("/oauth2/Approval"), rig.keys(QStringLiteral("appsecret")))
                     .status,
                 403);

        const HttpReply reply =
            rig.post(QStringLiteral("/oauth2/Approval"), rig.keys(QStringLiteral("secretkey")));

        const QString key = json(reply).value(u"approval_key").toString();
        QCOMPARE(key.size(), 36);
        QVERIFY(rig.credentials.isApprovalKey(key));
        QVERIFY(!rig.credentials.isApprovalKey(
            QString{key}.replace(0, 1, key.startsWith(u'0') ? u'1' : u'0')));
        QVERIFY(!rig.credentials.isApprovalKey(QString{}));
    }

    void callsAreLimitedAndTheLimitScalesWithTheSpeed()
    {
        const auto accepted = [](Profile profile, double speed, int calls) {
            Rig rig{profile, speed};
            rig.clock.advance(std::chrono::seconds{5});
            int count = 0;
            for (int i = 0; i < calls; ++i) {
                const HttpReply reply = rig.service->handle(rig.request(
                    QStringLiteral("quotations/inquire-price"), "FHKST01010100", kSamsung));
                if (reply.status == 200) {
                    ++count;
                } else if (code(reply) != u"EGW00201" || reply.status != 500) {
                    return -1;
                }
            }
            return count;
        };
        QCOMPARE(accepted(Profile::Real, 1.0, 60), 18);
        QCOMPARE(accepted(Profile::Mock, 1.0, 60), 1);
        QCOMPARE(accepted(Profile::Real, 10.0, 300), 180);

        Rig rig;
        int count = 0;
        for (int i = 0; i < 100; ++i) {
            rig.clock.advance(std::chrono::milliseconds{60});
            count += rig.service->handle(rig.request(QStringLiteral("quotations/inquire-price"),
                                                     "FHKST01010100", kSamsung))
                                 .status
                             == 200
                         ? 1
                         : 0;
        }
        QCOMPARE(count, 100);
    }

    void theMockHostLacksWhatItLacks()
    {
        Rig rig{Profile::Mock};
        for (const Call& call : allCalls()) {
            QByteArray trId{call.trId};
            if (trId.startsWith('T')) {
                trId[0] = 'V';
            }
            const HttpReply reply = rig.get(QLatin1String{call.path}, trId.constData(), call.query);
            const QByteArray name{call.name};
            const bool lacking = name == "inquire-price-2" || name == "volume-rank"
                                 || name == "fluctuation" || name == "volume-power"
                                 || name == "chk-holiday" || name == "search-stock-info"
                                 || name == "inquire-index-price" || name == "inquire-psbl-rvsecncl"
                                 || name == "inquire-psbl-sell";
            QVERIFY2((reply.status == 200) != lacking, call.name);
            QVERIFY2(!lacking || code(reply) == u"EGW02006", call.name);
        }
        // A real trading TR on the mock host.
        QCOMPARE(code(rig.get(QStringLiteral("trading/inquire-balance"), "TTTC8434R")),
                 QStringLiteral("EGW02006"));
    }

    void wrongQuestionsGetTheBrokersCodes()
    {
        Rig rig;
        const QString price = QStringLiteral("quotations/inquire-price");
        const auto with = [](const char* market, const char* issue) {
            return QHash<QString, QString>{
                {QStringLiteral("FID_COND_MRKT_DIV_CODE"), QLatin1String{market}},
                {QStringLiteral("FID_INPUT_ISCD"), QLatin1String{issue}}};
        };
        QCOMPARE(code(rig.get(price, "FHKST01010100", with("X", "005930"))),
                 QStringLiteral("OPSQ2001"));
        QCOMPARE(code(rig.get(price, "FHKST01010100", with("J", "999999"))),
                 QStringLiteral("APBK0656"));
        QCOMPARE(code(rig.get(price, "FHKST01010100", with("J", "';--"))),
                 QStringLiteral("APBK0656"));
        QCOMPARE(code(rig.get(QStringLiteral("trading/inquire-balance"), "TTTC8434R",
                              {{QStringLiteral("CANO"), QStringLiteral("12345678")},
                               {QStringLiteral("ACNT_PRDT_CD"), QStringLiteral("01")}})),
                 QStringLiteral("OPSQ2000"));
        QCOMPARE(rig.get(QStringLiteral("quotations/nonsense"), "FHKST01010100").status, 404);
    }

    void rankingsAreSortedAndFiltered()
    {
        Rig rig;
        const QJsonArray rows =
            json(
                rig.get(QStringLiteral("quotations/volume-rank"), "FHPST01710000",
                        {{QStringLiteral("FID_COND_MRKT_DIV_CODE"), QStringLiteral("J")},
                         {QStringLiteral("FID_INPUT_ISCD"), QStringLiteral("0000")},
                         {QStringLiteral("FID_BLNG_CLS_CODE"), QStringLiteral("3")},
                         {QStringLiteral("FID_TRGT_EXLS_CLS_CODE"), QStringLiteral("1111111101")}}))
                .value(u"output")
                .toArray();
        QCOMPARE(rows.size(), 30);
        qint64 before = std::numeric_limits<qint64>::max();
        for (const QJsonValue& value : rows) {
            const QJsonObject row = value.toObject();
            const qint64 turnover = row.value(u"acml_tr_pbmn").toString().toLongLong();
            QVERIFY(turnover <= before);
            before = turnover;
            const auto symbol =
                core::domain::Symbol::parse(row.value(u"mksc_shrn_iscd").toString());
            const Stock& stock = rig.market.exchange.stock(*rig.market.exchange.find(*symbol));
            QVERIFY(!stock.listing().isFund());
            QVERIFY(!stock.listing().has(core::domain::InstrumentFlag::Preferred));
            QVERIFY(!stock.listing().has(core::domain::InstrumentFlag::Administrative));
            QCOMPARE(row.value(u"acml_vol").toString().toLongLong(), stock.figures().accVolume);
        }
    }

    void anExclusionFlagTakesItsKindOut()
    {
        Rig rig;
        const auto preferredOnly = [&](const char* exclusions) {
            return json(rig.get(QStringLiteral("quotations/volume-rank"), "FHPST01710000",
                                {{QStringLiteral("FID_COND_MRKT_DIV_CODE"), QStringLiteral("J")},
                                 {QStringLiteral("FID_INPUT_ISCD"), QStringLiteral("0000")},
                                 {QStringLiteral("FID_DIV_CLS_CODE"), QStringLiteral("2")},
                                 {QStringLiteral("FID_TRGT_EXLS_CLS_CODE"),
                                  QLatin1String{exclusions}}}))
                .value(u"output")
                .toArray()
                .size();
        };

        QVERIFY(preferredOnly("0000000000") > 0);
        QCOMPARE(preferredOnly("0000100000"), 0);
    }

    void minuteBarsWalkBackToTheOpen()
    {
        Rig rig;
        QString hour = QStringLiteral("103000");
        std::int64_t volume = 0;
        QStringList seen;
        for (int page = 0; page < 5; ++page) {
            const QJsonObject reply = json(
                rig.get(QStringLiteral("quotations/inquire-time-itemchartprice"), "FHKST03010200",
                        samsungWith({{QStringLiteral("FID_INPUT_HOUR_1"), hour}})));
            const QJsonArray rows = reply.value(u"output2").toArray();
            QVERIFY(rows.size() <= 30);
            if (rows.isEmpty()) {
                break;
            }
            for (const QJsonValue& row : rows) {
                const QString at = row.toObject().value(u"stck_cntg_hour").toString();
                QVERIFY(seen.isEmpty() || at < seen.last());
                // The first row of the newest page repeats the minute before it.
                if (!seen.isEmpty() || at != u"103000") {
                    volume += row.toObject().value(u"cntg_vol").toString().toLongLong();
                }
                seen.append(at);
            }
            const int oldest = seen.last().left(2).toInt() * 60 + seen.last().mid(2, 2).toInt() - 1;
            hour = QStringLiteral("%1%2")
                       .arg(oldest / 60, 2, 10, QLatin1Char('0'))
                       .arg(oldest % 60, 2, 10, QLatin1Char('0'))
                   + QStringLiteral("00");
        }
        QCOMPARE(seen.last(), QStringLiteral("090000"));
        QCOMPARE(volume, rig.market.exchange.stock(rig.market.id("005930")).figures().accVolume);
    }

    void pastDaysAgreeWithThemselves()
    {
        Rig rig;
        const Listing& listing = rig.market.exchange.stock(rig.market.id("005930")).listing();
        const std::vector<DailyBar> days = rig.history.days(listing, 20);
        QCOMPARE(days.front().close, listing.reference);
        for (const DailyBar& day : days) {
            QVERIFY(day.low <= day.open && day.open <= day.high);
            QVERIFY(day.low <= day.close && day.close <= day.high);
            const std::vector<MinuteBar> minutes = rig.history.minutes(listing, day.date);
            QVERIFY(minutes.size() > 300);
            QCOMPARE(minutes.back().close, day.close);
            for (const MinuteBar& bar : minutes) {
                QVERIFY(bar.low >= day.low && bar.high <= day.high);
                QVERIFY(bar.low <= bar.close && bar.close <= bar.high);
            }
        }
        QVERIFY(rig.history.minutes(listing, rig.market.schedule.date).empty());
    }

    void masterFilesAreServedOnceADay()
    {
        Rig rig;
        HttpRequest request;
        request.method = "GET";
        request.path = QStringLiteral("/common/master/kospi_code.mst.zip");

        const HttpReply first = rig.service->handle(request);

        QCOMPARE(first.status, 200);
        QVERIFY(first.body.startsWith("PK"));
        QCOMPARE(first.headers.first().first, QByteArray{"Last-Modified"});
        request.headers.insert("if-modified-since", first.headers.first().second);
        const HttpReply again = rig.service->handle(request);
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRestService)
#include "tst_rest_service.moc"
