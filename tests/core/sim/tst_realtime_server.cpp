#include "core/sim/random.h"
#include "core/sim/realtime_server.h"
#include "tests/core/sim/market_rig.h"
#include "tests/support/manual_clock.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QWebSocket>

using namespace core::sim;
using test::sim::MarketRig;

namespace
{
SimulatorOptions quickOptions(Profile profile = Profile::Real)
{
    SimulatorOptions options;
    options.profile = profile;
    options.knobs.pingMin = std::chrono::milliseconds{0};
    options.knobs.pingMax = std::chrono::milliseconds{1};
    options.knobs.sessionLinger = std::chrono::milliseconds{150};
    return options;
}

/// The server on a real loopback socket, the market moved by hand.
struct Rig
{
    explicit Rig(SimulatorOptions given = quickOptions())
        : options{std::move(given)},
          credentials{options.seed, options.profile},
          clock{core::domain::fromKst(market.schedule.date, core::domain::timeOfDay(10, 0))},
          server{market.exchange, credentials, options, clock, counters, faults}
    {
        market.exchange.startAt(MarketRig::at(10, 0));
        if (!server.listen(0)) {
            qFatal("no loopback port");
        }
    }
    void moveTo(std::int32_t at)
    {
        market.exchange.publishUntil(at, server);
        server.flush();
    }

    MarketRig market{7};
    SimulatorOptions options;
    Credentials credentials;
    test::ManualClock clock;
    SimulatorCounters counters;
    FaultPlan faults{7};
    RealtimeServer server;
};

class Client : public QObject
{
public:
    explicit Client(Rig& rig, const QString& path = QStringLiteral("/tryitout")) : m_rig{rig}
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, this,
                         [this](const QString& text) { texts.append(text); });
        QObject::connect(&socket, &QWebSocket::disconnected, this, [this] { closed = true; });
        socket.open(QUrl{QStringLiteral("ws://127.0.0.1:%1%2").arg(rig.server.port()).arg(path)});
    }
    bool isOpen() const { return socket.state() == QAbstractSocket::ConnectedState; }

    QString ask(const QString& trId, const QString& trKey, const char* type = "1",
                QString approval = {})
    {
        if (approval.isEmpty()) {
            approval = m_rig.credentials.issueApprovalKey();
        }
        return askRaw(
            QStringLiteral(
                R"({"header":{"approval_key":"%1","custtype":"P","tr_type":"%2",)"
                R"("content-type":"utf-8"},"body":{"input":{"tr_id":"%3","tr_key":"%4"}}})")
                .arg(approval, QLatin1String{type}, trId, trKey));
    }
    /// Sends, and waits for the answer.
    QString askRaw(const QString& text)
    {
        const qsizetype before = texts.size();
        socket.sendTextMessage(text);
        return test::comes([&] { return texts.size() > before; }) ? texts.last() : QString{};
    }
    static QString code(const QString& answer)
    {
        return QJsonDocument::fromJson(answer.toUtf8())
            .object()
            .value(u"body")
            .toObject()
            .value(u"msg_cd")
            .toString();
    }

    QWebSocket socket;
    QStringList texts;
    bool closed = false;

private:
    Rig& m_rig;
};
}  // namespace

class TestRealtimeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void registrationIsAcknowledgedWithKeyAndIv()
    {
        Rig rig;
        Client client{rig};
        QTRY_VERIFY_WITH_TIMEOUT(client.isOpen(), test::kPatience);

        const QString answer = client.ask(QStringLiteral("H0STASP0"), QStringLiteral("005930"));

        const QJsonObject message = QJsonDocument::fromJson(answer.toUtf8()).object();
        const QJsonObject body = message.value(u"body").toObject();
        QCOMPARE(message.value(u"header").toObject().value(u"tr_key").toString(),
                 QStringLiteral("005930"));
        QCOMPARE(body.value(u"rt_cd").toString(), QStringLiteral("0"));
        QCOMPARE(body.value(u"msg_cd").toString(), QStringLiteral("OPSP0000"));
        QCOMPARE(body.value(u"msg1").toString(), QStringLiteral("SUBSCRIBE SUCCESS"));
        QCOMPARE(body.value(u"output").toObject().value(u"iv").toString().size(), 16);
        QCOMPARE(body.value(u"output").toObject().value(u"key").toString().size(), 32);
    }

    void everyFaultHasItsCode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");

        const auto message = [](const char* header, const char* input) {
            return QStringLiteral(R"({"header":{%1},"body":{"input":{%2}}})")
                .arg(QLatin1String{header}, QLatin1String{input});
        };
        const char* header = R"("approval_key":"x","custtype":"P","tr_type":"1")";
        const char* input = R"("tr_id":"H0STCNT0","tr_key":"005930")";
        QTest::newRow("no JSON") << QStringLiteral("{nope") << QStringLiteral("OPSP9999");
        QTest::newRow("an array") << QStringLiteral("[1]") << QStringLiteral("OPSP9999");
        QTest::newRow("no header") << QStringLiteral("{}") << QStringLiteral("OPSP9998");
        QTest::newRow("no custtype")
            << message(R"("tr_type":"1")", input) << QStringLiteral("OPSP9997");
        QTest::newRow("bad custtype")
            << message(R"("custtype":"X","tr_type":"1")", input) << QStringLiteral("OPSP8998");
        QTest::newRow("tr_type 0, as sample comments say")
            << message(R"("custtype":"P","tr_type":"0")", input) << QStringLiteral("OPSP8997");
        QTest::newRow("no body") << QStringLiteral(R"({"header":{%1}})").arg(QLatin1String{header})
                                 << QStringLiteral("OPSP9992");
        QTest::newRow("no input")
            << QStringLiteral(R"({"header":{%1},"body":{"x":1}})").arg(QLatin1String{header})
            << QStringLiteral("OPSP9991");
        QTest::newRow("unknown TR") << message(header, R"("tr_id":"H0XXXXX0","tr_key":"005930")")
                                    << QStringLiteral("OPSP8991");
        QTest::newRow("no key") << message(header, R"("tr_id":"H0STCNT0","tr_key":"")")
                                << QStringLiteral("OPSP9990");
        QTest::newRow("unknown issue") << message(header, R"("tr_id":"H0STCNT0","tr_key":"999999")")
                                       << QStringLiteral("OPSP8992");
        QTest::newRow("unknown approval key")
            << message(header, input) << QStringLiteral("OPSP0011");
    }

    void everyFaultHasItsCode()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        Rig rig;
        Client client{rig};
        QTRY_VERIFY_WITH_TIMEOUT(client.isOpen(), test::kPatience);

        const QString answer = client.askRaw(text);

        QCOMPARE(Client::code(answer), code);
        QVERIFY(client.isOpen());
    }

    void theFortySecondRegistrationIsOneTooMany()
    {
        Rig rig;
        Client client{rig};
        QTRY_VERIFY_WITH_TIMEOUT(client.isOpen(), test::kPatience);
        const QString trade = QStringLiteral("H0STCNT0");
        QStringList codes;
        for (const Listing& listing : rig.market.exchange.listings()) {
            codes.append(listing.symbol().toString());
        }
        for (int i = 0; i < 41; ++i) {
            QCOMPARE(Client::code(client.ask(trade, codes[i])), QStringLiteral("OPSP0000"));
        }

        QCOMPARE(Client::code(client.ask(trade, codes[41])), QStringLiteral("OPSP0008"));
        QCOMPARE(Client::code(client.ask(trade, codes[3])), QStringLiteral("OPSP0002"));
        QCOMPARE(Client::code(client.ask(trade, codes[3], "2")), QStringLiteral("OPSP0001"));
        QCOMPARE(Client::code(client.ask(trade, codes[3], "2")), QStringLiteral("OPSP0003"));
        QCOMPARE(Client::code(client.ask(trade, codes[41])), QStringLiteral("OPSP0000"));
    }

    void theMockHostHasThreeStreams()
    {
        Rig rig{quickOptions(Profile::Mock)};
        Client client{rig};
        QTRY_VERIFY_WITH_TIMEOUT(client.isOpen(), test::kPatience);
        const auto code = [&](const char* trId, const QString& key) {
            return Client::code(client.ask(QLatin1String{trId}, key));
        };
        const QString issue = QStringLiteral("005930");

        QCOMPARE(code("H0STCNT0", issue), QStringLiteral("OPSP0000"));
        QCOMPARE(code("H0STASP0", issue), QStringLiteral("OPSP0000"));
        QCOMPARE(code("H0STCNI9", rig.credentials.htsId()), QStringLiteral("OPSP0000"));
        QCOMPARE(code("H0STANC0", issue), QStringLiteral("OPSP8991"));
        QCOMPARE(code("H0STMKO0", issue), QStringLiteral("OPSP8991"));
        QCOMPARE(code("H0STCNI0", rig.credentials.htsId()), QStringLiteral("OPSP8991"));
    }

    void aSecondSessionIsTurnedAwayUntilTheFirstEnds()
    {
        Rig rig;
        Client first{rig};
        Client second{rig, QStringLiteral("/")};
        QTRY_VERIFY_WITH_TIMEOUT(first.isOpen() && second.isOpen(), test::kPatience);
        const QString trade = QStringLiteral("H0STCNT0");
        const QString issue = QStringLiteral("005930");
        QCOMPARE(Client::code(first.ask(trade, issue)), QStringLiteral("OPSP0000"));

        const QString answer = second.ask(trade, issue);

        QCOMPARE(Client::code(answer), QStringLiteral("OPSP8996"));
        QVERIFY(answer.contains(QStringLiteral(R"x("tr_id":"(null)","tr_key":"")x")));
        first.socket.close();
        QTRY_VERIFY_WITH_TIMEOUT(first.closed, test::kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(rig.counters.clients(), 1, test::kPatience);
        QCOMPARE(Client::code(second.ask(trade, issue)), QStringLiteral("OPSP0000"));
    }

    void anUncleanEndKeepsTheKeyForAWhile()
    {
        Rig rig;
        const QString trade = QStringLiteral("H0STCNT0");
        const QString issue = QStringLiteral("005930");
        Client first{rig};
        Client second{rig};
        QTRY_VERIFY_WITH_TIMEOUT(first.isOpen() && second.isOpen(), test::kPatience);
        QCOMPARE(Client::code(first.ask(trade, issue)), QStringLiteral("OPSP0000"));

        first.socket.abort();
        QTRY_COMPARE_WITH_TIMEOUT(rig.counters.clients(), 1, test::kPatience);

        QCOMPARE(Client::code(second.ask(trade, issue)), QStringLiteral("OPSP8996"));
        QString code;
        QVERIFY(test::comes([&] {
            code = Client::code(second.ask(trade, issue));
            return code != u"OPSP8996";
        }));
        QCOMPARE(code, QStringLiteral("OPSP0000"));
    }

    void aWrongHtsIdEndsTheConnection()
    {
        Rig rig;
        Client client{rig};
        QTRY_VERIFY_WITH_TIMEOUT(client.isOpen(), test::kPatience);

        const QString answer = client.ask(QStringLiteral("H0STCNI0"), QStringLiteral("SimTrader"));

        QCOMPARE(Client::code(answer), QStringLiteral("OPSP0017"));
        QTRY_VERIFY_WITH_TIMEOUT(client.closed, test::kPatience);
    }

    void tradesAndBooksArriveInOrderAndAreCounted()
    {
        Rig rig;
        Client client{rig};
        QTRY_VERIFY_WITH_TIMEOUT(client.isOpen(), test::kPatience);
        const QString issue = QStringLiteral("005930");
        (void)client.ask(QStringLiteral("H0STCNT0"), issue);
        (void)client.ask(QStringLiteral("H0STASP0"), issue);
        const std::int64_t base =
            rig.market.exchange.stock(rig.market.id("005930")).figures().accVolume;

        rig.moveTo(MarketRig::at(10, 1));
        rig.moveTo(MarketRig::at(10, 2));

        QTRY_VERIFY_WITH_TIMEOUT(client.texts.size()
                                     >= 2 + static_cast<qsizetype>(rig.counters.frames()),
                                 test::kPatience);
        std::int64_t volume = base;
        std::int64_t records = 0;
        for (const QString& text : std::as_const(client.texts)) {
            if (text.startsWith(u'{')) {
                continue;
            }
            const QStringList parts = text.split(u'|');
            QCOMPARE(parts.size(), 4);
            QCOMPARE(parts[0], QStringLiteral("0"));
            QCOMPARE(parts[2].size(), 3);
            const qsizetype count = parts[2].toLongLong();
            const QStringList fields = parts[3].split(u'^');
            const qsizetype width = parts[1] == u"H0STCNT0" ? 47 : 63;
            QCOMPARE(fields.size(), count * width);
            records += count;
            for (qsizetype i = 0; width == 47 && i < count; ++i) {
                volume += fields[i * width + 12].toLongLong();
                QCOMPARE(fields[i * width + 13].toLongLong(), volume);
            }
        }
        QCOMPARE(records, rig.counters.records());
        QVERIFY(rig.counters.records(Stream::Trade) > 20);
        QVERIFY(rig.counters.records(Stream::Book) > 20);
        const Truth truth = rig.counters.truth().value(*core::domain::Symbol::parse(issue));
        QCOMPARE(truth.accVolume, volume);
    }

    void nothingComesAfterUnsubscribing()
    {
        Rig rig;
        Client client{rig};
        QTRY_VERIFY_WITH_TIMEOUT(client.isOpen(), test::kPatience);
        (void)client.ask(QStringLiteral("H0STCNT0"), QStringLiteral("005930"));
        rig.moveTo(MarketRig::at(10, 1));
        const std::int64_t before = rig.counters.records();
        QVERIFY(before > 0);
        QTRY_VERIFY_WITH_TIMEOUT(client.texts.size() > 1, test::kPatience);

        QTRY_COMPARE_WITH_TIMEOUT(client.texts.size(),
                                  1 + static_cast<qsizetype>(rig.counters.frames()),
                                  test::kPatience);
        QCOMPARE(
            Client::code(client.ask(QStringLiteral("H0STCNT0"), QStringLiteral("005930"), "2")),
            QStringLiteral("OPSP0001"));
        rig.moveTo(MarketRig::at(10, 3));

        QCOMPARE(rig.counters.records(), before);
    }

    void pingpongIsSentAndItsEchoKeepsTheSession()
    {
        SimulatorOptions options = quickOptions();
        options.knobs.pongDeadline = std::chrono::milliseconds{120};
        Rig rig{options};
        Client silent{rig};
        Client polite{rig};
        QTRY_VERIFY_WITH_TIMEOUT(silent.isOpen() && polite.isOpen(), test::kPatience);
        QObject::connect(&polite.socket, &QWebSocket::textMessageReceived, &polite,
                         [&](const QString& text) { polite.socket.sendTextMessage(text); });

        QTRY_VERIFY_WITH_TIMEOUT((rig.server.keepAlive(), silent.closed), test::kPatience);

        QVERIFY(silent.texts.first().startsWith(
            QStringLiteral(R"({"header":{"tr_id":"PINGPONG","datetime":"20261125100000"}})")));
        QVERIFY(polite.isOpen());
        QVERIFY(polite.texts.size() >= 2);
    }

    void hostileTextDoesNotHurt()
    {
        Rig rig;
        Client client{rig};
        QTRY_VERIFY_WITH_TIMEOUT(client.isOpen(), test::kPatience);
        Rng rng{99};
        for (int i = 0; i < 300; ++i) {
            QString text;
            for (std::int64_t n = rng.below(200); n >= 0; --n) {
                text += QChar(static_cast<char16_t>(rng.chance(0.8) ? 32 + rng.below(95)
                                                                    : rng.below(0xD800)));
            }
            client.socket.sendTextMessage(text);
        }
        client.socket.sendTextMessage(QString(3'000, u'['));

        QTRY_VERIFY_WITH_TIMEOUT(client.texts.size() >= 301, test::kPatience);
        QCOMPARE(Client::code(client.ask(QStringLiteral("H0STCNT0"), QStringLiteral("005930"))),
                 QStringLiteral("OPSP0000"));

        Client flood{rig};
        QTRY_VERIFY_WITH_TIMEOUT(flood.isOpen(), test::kPatience);
        flood.socket.sendTextMessage(QString(200'000, u'x'));
        QTRY_VERIFY_WITH_TIMEOUT(flood.closed, test::kPatience);
        QVERIFY(client.isOpen());
    }
};

QTEST_GUILESS_MAIN(TestRealtimeServer)
#include "tst_realtime_server.moc"
