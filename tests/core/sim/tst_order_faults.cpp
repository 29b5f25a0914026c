#include "core/sim/simulator.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QUrl>
#include <QWebSocket>

#include <cerrno>
#include <functional>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace core::sim;

namespace
{
/// A hang: nothing comes, nothing is closed, for this long.
constexpr std::chrono::milliseconds kSilence{400};

/// A simulator on its own thread and a client that sees raw bytes.
class Rig : public QObject
{
public:
    explicit Rig(const QStringList& faults = {})
    {
        SimulatorOptions options;
        options.instruments = 60;
        options.date = core::domain::parseDate(QStringLiteral("2026-11-25"));
        options.start = core::domain::timeOfDay(10, 0);
        options.startCash = core::domain::Won{1'000'000'000};
        options.faults = faults;
        options.knobs.realCallsPerSecond = 100'000;
        options.knobs.tokenInterval = std::chrono::milliseconds{0};
        options.knobs.approvalInterval = std::chrono::milliseconds{0};
        options.knobs.sessionLinger = std::chrono::milliseconds{0};
        m_simulator = new Simulator{options};
        truth = m_simulator->truth();
        counters = m_simulator->counters();
        m_simulator->moveToThread(&m_thread);
        connect(&m_thread, &QThread::started, m_simulator, &Simulator::start);
        connect(&m_thread, &QThread::finished, m_simulator, &QObject::deleteLater);
        connect(m_simulator, &Simulator::ready, this,
                [this](const SimulatorEndpoint& value) { endpoint = value; });
        m_thread.start();
        if (!test::comes([this] { return endpoint.has_value(); })) {
            qFatal("the simulator does not start");
        }
        const QByteArray reply = talk(request(
            "POST", "/oauth2/tokenP",
            "{\"grant_type\":\"client_credentials\",\"appkey\":\"" + endpoint->appKey.toLatin1()
                + "\",\"appsecret\":\"" + endpoint->appSecret.toLatin1() + "\"}"));
        token = object(reply).value(u"access_token").toString().toLatin1();
        // A price nobody trades at, so that orders rest.
        const QByteArray limits =
            talk(get("/uapi/domestic-stock/v1/quotations/inquire-price?FID_COND_MRKT_DIV_CODE=J&"
                     "FID_INPUT_ISCD=005930",
                     "FHKST01010100"));
        lower =
            object(limits).value(u"output").toObject().value(u"stck_llam").toString().toLatin1();
    }
    ~Rig() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    [[nodiscard]] QByteArray request(const QByteArray& method, const QByteArray& path,
                                     const QByteArray& body, const QByteArray& trId = {}) const
    {
        return method + ' ' + path + " HTTP/1.1\r\nHost: sim\r\nauthorization: Bearer " + token
               + "\r\nappkey: " + endpoint->appKey.toLatin1()
               + "\r\nappsecret: " + endpoint->appSecret.toLatin1() + "\r\ntr_id: " + trId
               + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size())
               + "\r\n\r\n" + body;
    }
    [[nodiscard]] QByteArray get(const QByteArray& path, const QByteArray& trId) const
    {
        return request("GET", path, {}, trId);
    }
    [[nodiscard]] QByteArray orderRequest() const
    {
        return request("POST", "/uapi/domestic-stock/v1/trading/order-cash",
                       R"({"CANO":"50000000","ACNT_PRDT_CD":"01","PDNO":"005930","ORD_DVSN":"00",)"
                       R"("ORD_QTY":"3","ORD_UNPR":")"
                           + lower + R"("})",
                       "TTTC0012U");
    }
    [[nodiscard]] QByteArray dayListRequest() const
    {
        return get("/uapi/domestic-stock/v1/trading/inquire-daily-ccld?CANO=50000000&ACNT_PRDT_CD="
                   "01&INQR_STRT_DT=20261125&INQR_END_DT=20261125",
                   "TTTC0081R");
    }
    /// All bytes until the server closes or nothing more comes for `patience`: long where an answer
    /// is expected, however busy the machine. The wait counts from when `arrived` is true, so that
    /// a silence is the server's, never that of a machine which has not yet read the question.
    QByteArray talk(
        const QByteArray& bytes, std::chrono::milliseconds patience = std::chrono::seconds{30},
        const std::function<bool()>& arrived = [] { return true; })
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"),
                             static_cast<quint16>(QUrl{endpoint->rest}.port()));
        if (!socket.waitForConnected()) {
            qFatal("no connection");
        }
        socket.write(bytes);
        QByteArray got;
        socket.flush();
        if (!test::comes(arrived)) {
            qFatal("the request does not arrive");
        }
        QElapsedTimer quiet;
        quiet.start();
        while (socket.state() == QAbstractSocket::ConnectedState
               && !quiet.hasExpired(patience.count())) {
            if (socket.waitForReadyRead(20)) {
                got += socket.readAll();
                quiet.restart();
            }
        }
        got += socket.readAll();
        closed = socket.state() != QAbstractSocket::ConnectedState;
        return got;
    }
    QByteArray control(const QByteArray& line)
    {
        return talk(request("POST", "/sim/control", line));
    }
    [[nodiscard]] static QJsonObject object(const QByteArray& reply)
    {
        return QJsonDocument::fromJson(reply.mid(reply.indexOf("\r\n\r\n") + 4)).object();
    }

    std::optional<SimulatorEndpoint> endpoint;
    std::shared_ptr<const TruthLog> truth;
    std::shared_ptr<const SimulatorCounters> counters;
    QByteArray token;
    QByteArray lower;
    bool closed = false;

private:
    QThread m_thread;
    Simulator* m_simulator = nullptr;
};

int openDescriptors()
{
    return static_cast<int>(QDir{QStringLiteral("/proc/self/fd")}
                                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries)
                                .size());
}
}  // namespace

class TestOrderFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void anOrdersReplyGetsLost_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("orders");       // At the broker afterwards.
        QTest::addColumn<QByteArray>("seen");  // How the reply begins; empty = no byte.
        QTest::addColumn<bool>("closed");

        QTest::newRow("B01 accepted then closed")
            << QStringLiteral("accept_then_close") << 1 << QByteArray{} << true;
        QTest::newRow("B01 accepted then reset")
            << QStringLiteral("accept_then_rst") << 1 << QByteArray{} << true;
        QTest::newRow("B01 accepted then silence")
            << QStringLiteral("accept_then_hang") << 1 << QByteArray{} << false;
        QTest::newRow("B01 half a reply")
            << QStringLiteral("partial") << 1 << QByteArray{"HTTP/1.1 200 OK"} << true;
        QTest::newRow("B02 half a status line")
            << QStringLiteral("cut_status") << 1 << QByteArray{"HTTP/1"} << true;
        QTest::newRow("B12 garbled")
            << QStringLiteral("garble") << 1 << QByteArray{"HTTP/1.1 200 OK"} << true;
        QTest::newRow("B01 dropped") << QStringLiteral("drop") << 0 << QByteArray{} << true;
        QTest::newRow("B01 dropped in silence")
            << QStringLiteral("drop_then_hang") << 0 << QByteArray{} << false;
        QTest::newRow("B01 reset before")
            << QStringLiteral("reset_before") << 0 << QByteArray{} << true;
        QTest::newRow("B03 gateway time-out, executed")
            << QStringLiteral("gateway_error") << 1 << QByteArray{"HTTP/1.1 504"} << true;
        QTest::newRow("B03 gateway time-out, not executed")
            << QStringLiteral("gateway_error,accepted=0") << 0 << QByteArray{"HTTP/1.1 504"}
            << true;
        QTest::newRow("B03 EGW00301, executed") << QStringLiteral("code=EGW00301,accepted=1") << 1
                                                << QByteArray{"HTTP/1.1 500"} << true;
        QTest::newRow("B03 EGW00302, not executed")
            << QStringLiteral("code=EGW00302") << 0 << QByteArray{"HTTP/1.1 500"} << true;
        QTest::newRow("A05 EGW00201")
            << QStringLiteral("code=EGW00201") << 0 << QByteArray{"HTTP/1.1 500"} << true;
        QTest::newRow("B05 an empty 500")
            << QStringLiteral("empty_500") << 1 << QByteArray{"HTTP/1.1 500"} << true;
        QTest::newRow("B02 a redirect")
            << QStringLiteral("redirect") << 1 << QByteArray{"HTTP/1.1 307"} << true;
    }

    void anOrdersReplyGetsLost()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, orders);
        QFETCH(const QByteArray, seen);
        QFETCH(const bool, closed);
        Rig rig{{QStringLiteral("order.fault=%1 on=order#1").arg(fault)}};

        const QByteArray got =
            closed ? rig.talk(rig.orderRequest()) : rig.talk(rig.orderRequest(), kSilence, [&rig] {
                return rig.truth->snapshot().posts.size() == 1;
            });

        QVERIFY2(seen.isEmpty() ? got.isEmpty() : got.startsWith(seen), got.constData());
        QCOMPARE(rig.closed, closed);
        const TruthSnapshot truth = rig.truth->snapshot();
        QCOMPARE(static_cast<int>(truth.orders.size()), orders);
        QCOMPARE(truth.posts.size(), 1U);
        QCOMPARE(truth.posts[0].accepted != 0, orders == 1);
        // Only the first one is struck.
        QVERIFY(rig.talk(rig.orderRequest()).contains("APBK0013"));
        QCOMPARE(rig.object(rig.talk(rig.dayListRequest())).value(u"output1").toArray().size(),
                 orders + 1);
    }

    /// A FIN ends a stream, a reset breaks it: the kernel tells them apart.
    void aResetIsAReset_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("error");
        QTest::newRow("close") << QStringLiteral("accept_then_close") << 0;
        QTest::newRow("reset") << QStringLiteral("accept_then_rst") << ECONNRESET;
    }

    void aResetIsAReset()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, error);
        Rig rig{{QStringLiteral("order.fault=%1").arg(fault)}};
        const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(QUrl{rig.endpoint->rest}.port()));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(fd, reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
        const QByteArray order = rig.orderRequest();
        QCOMPARE(::send(fd, order.constData(), static_cast<std::size_t>(order.size()), 0),
                 order.size());
        char byte = 0;

        const ssize_t got = ::recv(fd, &byte, 1, 0);

        QCOMPARE(got, error == 0 ? 0 : -1);
        QCOMPARE(error == 0 ? 0 : errno, error);
        ::close(fd);
    }

    void aLateAcceptComesAfterTheReset()
    {
        Rig rig{{QStringLiteral("order.fault=late_accept=1500")}};

        QVERIFY(rig.talk(rig.orderRequest()).isEmpty());
        QVERIFY(rig.truth->snapshot().orders.empty());
        QTRY_COMPARE_WITH_TIMEOUT(rig.truth->snapshot().orders.size(), 1U, test::kPatience);
        QVERIFY(rig.truth->snapshot().posts[0].accepted != 0);
    }

    void theBrokersListLagsBehind()
    {
        constexpr qint64 kLag = 600;
        Rig rig{{QStringLiteral("ccld.lag=%1").arg(kLag)}};
        QElapsedTimer sinceOrdered;
        sinceOrdered.start();
        (void)rig.talk(rig.orderRequest());
        const auto listed = [&rig] {
            return rig.object(rig.talk(rig.dayListRequest())).value(u"output1").toArray().size();
        };

        qsizetype rows = 0;
        while ((rows = listed()) == 0) {}

        // The simulator's clock moves in steps of its own.
        QVERIFY2(sinceOrdered.elapsed() >= kLag / 2, "the list knew before its lag was over");
        QCOMPARE(rows, 1);
    }

    void queriesFail_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("seen");
        QTest::addColumn<bool>("closed");

        QTest::newRow("B05 500 and nothing in it")
            << QByteArray{"query.fault=500_empty"} << QByteArray{"\"msg_cd\":\"\""} << true;
        QTest::newRow("B05 a web page")
            << QByteArray{"query.fault=html"} << QByteArray{"text/html"} << true;
        QTest::newRow("B07 a page that fails")
            << QByteArray{"page.fail_at=1"} << QByteArray{"EGW00202"} << true;
        QTest::newRow("B14 refused")
            << QByteArray{"ccld.fault=refuse"} << QByteArray{"EGW00202"} << true;
        QTest::newRow("cut") << QByteArray{"query.fault=cut"} << QByteArray{"Content-Length"}
                             << true;
        QTest::newRow("hang") << QByteArray{"query.fault=hang"} << QByteArray{} << false;
        QTest::newRow("B12 numbers")
            << QByteArray{"json.mutate=numbers"} << QByteArray{"\"tot_ord_qty\":0"} << true;
        QTest::newRow("B12 a byte-order mark")
            << QByteArray{"json.mutate=bom"} << QByteArray{"\r\n\r\n\xEF\xBB\xBF{"} << true;
    }

    void queriesFail()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, seen);
        QFETCH(const bool, closed);
        Rig rig;
        QVERIFY(rig.control(line).contains("200 OK"));

        const QByteArray got =
            closed ? rig.talk(rig.dayListRequest()) : rig.talk(rig.dayListRequest(), kSilence);

        QVERIFY2(got.contains(seen), got.constData());
        QCOMPARE(got.isEmpty(), seen.isEmpty());
        QCOMPARE(rig.closed, closed);
        QVERIFY(rig.control("clear").contains("200 OK"));
        QVERIFY(rig.talk(rig.dayListRequest()).contains("\"rt_cd\":\"0\""));
    }

    void b04_idleConnectionsAreClosed()
    {
        Rig rig{{QStringLiteral("http.idle_close=60")}};
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"),
                             static_cast<quint16>(QUrl{rig.endpoint->rest}.port()));
        QVERIFY(socket.waitForConnected());

        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState,
                                  test::kPatience);
    }

    void b11_repliesTrickleAndSwell()
    {
        Rig rig{{QStringLiteral("http.size=3000")}};
        QVERIFY(rig.talk(rig.dayListRequest()).size() > 3'000);
        QVERIFY(rig.control("clear http.size").contains("200 OK"));
        QVERIFY(rig.control("http.drip=2000").contains("200 OK"));
        QElapsedTimer took;
        took.start();

        const QByteArray got = rig.talk(rig.dayListRequest());

        QVERIFY(got.endsWith('}'));
        QVERIFY(took.elapsed() >= got.size() * 1'000 / 2'000 - 50);
    }

    void theTruthIsServed()
    {
        Rig rig;
        (void)rig.talk(rig.orderRequest());

        const QByteArray lines = rig.talk(rig.get("/sim/truth", {}));
        const QJsonObject orders = rig.object(rig.talk(rig.get("/sim/orders", {})));

        QVERIFY(lines.contains("\"what\":\"post\"") && lines.contains("\"what\":\"accept\""));
        QVERIFY(!lines.contains("50000000"));
        QVERIFY(!lines.contains(rig.endpoint->appKey.toLatin1()));
        QCOMPARE(orders.value(u"orders").toArray().size(), 1);
        QCOMPARE(orders.value(u"cash").toInteger(), 1'000'000'000);
        QVERIFY(rig.control("no.such=knob").contains("400"));
    }

    /// Clients that are killed at any moment leave nothing behind.
    void itSurvivesHundredsOfKilledClients()
    {
        Rig rig;
        const auto abruptly = [](QTcpSocket& socket) {
            const linger hard{.l_onoff = 1, .l_linger = 0};
            (void)::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
                               &hard, sizeof hard);
            socket.abort();
        };
        const QByteArray order = rig.orderRequest();
        const auto round = [&](int i) {
            QTcpSocket rest;
            rest.connectToHost(QStringLiteral("127.0.0.1"),
                               static_cast<quint16>(QUrl{rig.endpoint->rest}.port()));
            QTcpSocket market;
            market.connectToHost(QStringLiteral("127.0.0.1"),
                                 static_cast<quint16>(QUrl{rig.endpoint->ws}.port()));
            QVERIFY(rest.waitForConnected() && market.waitForConnected());
            market.write("GET /tryitout HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: "
                         "Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                         "Sec-WebSocket-Version: 13\r\n\r\n");
            QVERIFY(market.waitForReadyRead());
            rest.write(order.left(i % 3 == 0 ? order.size() : order.size() / (1 + i % 7)));
            rest.waitForBytesWritten();
            if (i % 3 == 0) {
                (void)rest.waitForReadyRead(1'000);
            }
            abruptly(rest);
            abruptly(market);
        };
        for (int i = 0; i < 20; ++i) {
            round(i);
        }
        QTRY_COMPARE_WITH_TIMEOUT(rig.counters->clients(), 0, test::kPatience);
        const int before = openDescriptors();
        for (int i = 0; i < 300; ++i) {
            round(i);
        }

        QTRY_COMPARE_WITH_TIMEOUT(rig.counters->clients(), 0, test::kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(openDescriptors() <= before + 2, test::kPatience);
        QVERIFY(rig.talk(rig.orderRequest()).contains("APBK0013"));
    }
};

QTEST_GUILESS_MAIN(TestOrderFaults)
#include "tst_order_faults.moc"
