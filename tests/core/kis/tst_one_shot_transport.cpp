#include "core/kis/one_shot_transport.h"
#include "tests/core/kis/raw_server.h"
#include "tests/core/kis/tls_rig.h"
#include "tests/support/manual_clock.h"
#include "tests/support/patience.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace std::chrono_literals;
using core::kis::OneShotEnd;
using core::kis::OneShotOptions;
using core::kis::OneShotRequest;
using core::kis::OneShotResult;
using core::kis::OneShotTransport;
using test::RawServer;

namespace
{
const char* const kBody = R"({"PDNO":"005930","ORD_QTY":"10"})";

OneShotRequest order(std::uint64_t number = 1)
{
    using namespace std::chrono;
    OneShotRequest request;
    request.id = {.date = year{2026} / 11 / 24, .event = number, .ordinal = 1};
    request.path = "/uapi/domestic-stock/v1/trading/order-cash";
    request.headers = {{"content-type", "application/json; charset=utf-8"}};
    request.body = kBody;
    return request;
}

QByteArray reply(const QByteArray& status, const QByteArray& body, const QByteArray& more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
           + more + "\r\n" + body;
}

/// A transport to a server of the test, with the test's hand on the clock.
class Rig final
{
public:
    explicit Rig(bool tls, const test::CertificateWish& wish = {})
        : m_server{tls ? std::optional{authority.serving(wish)} : std::nullopt}
    {
        options.base = m_server.url();
        options.tls = authority.trusting();
    }
    OneShotTransport& transport()
    {
        if (!m_transport) {
            m_transport = std::make_unique<OneShotTransport>(clock, options);
        }
        return *m_transport;
    }
    void send(std::uint64_t number = 1)
    {
        transport().send(order(number),
                         [this](const OneShotResult& result) { results.push_back(result); });
    }
    [[nodiscard]] bool standby()
    {
        transport().setStandby(true);
        return test::comes([this] { return transport().hasStandby(); });
    }
    [[nodiscard]] bool answered(std::size_t count = 1)
    {
        return test::comes([this, count] { return results.size() == count; });
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        transport().tick(clock.monotonic());
    }
    RawServer& server() { return m_server; }

    test::TestAuthority authority;
    test::ManualClock clock{core::base::Timestamp{}};
    OneShotOptions options;
    std::vector<OneShotResult> results;

private:
    RawServer m_server;
    std::unique_ptr<OneShotTransport> m_transport;
};
}  // namespace

class TestOneShotTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void writesTheRequestAsTheBrokerReadsIt()
    {
        Rig rig{false};
        rig.server().script = [](QSslSocket* socket) {
            socket->write(reply("200 OK", "{}", "Date: Tue, 24 Nov 2026 01:00:00 GMT\r\n"));
        };

        rig.send();
        QVERIFY(rig.answered());

        const QByteArray expected =
            "POST /uapi/domestic-stock/v1/trading/order-cash HTTP/1.1\r\nHost: 127.0.0.1:"
            + QByteArray::number(rig.server().serverPort())
            + "\r\ncontent-type: application/json; charset=utf-8\r\nContent-Length: 32\r\n"
              "Accept-Encoding: identity\r\nConnection: close\r\n\r\n"
            + kBody;
        QCOMPARE(rig.server().requests.front(), expected);
        QCOMPARE(rig.results.front().end, OneShotEnd::Reply);
        QCOMPARE(rig.results.front().status, 200);
        QCOMPARE(rig.results.front().body, QByteArray{"{}"});
        QCOMPARE(rig.results.front().date, QByteArray{"Tue, 24 Nov 2026 01:00:00 GMT"});
        QCOMPARE(rig.transport().written(), std::uint64_t{1});
    }

    void b02_writesAnOrderOnce_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<bool>("standby");
        QTest::addColumn<int>("status");  // 0 = no answer: Unknown.

        const std::vector<std::pair<const char*, int>> faults{
            {"close", 0}, {"rst", 0},   {"partial", 0}, {"hdr", 0},  {"hang", 0},
            {"307", 307}, {"401", 401}, {"408", 408},   {"503", 503}};
        for (const auto& [fault, status] : faults) {
            for (const bool tls : {false, true}) {
                for (const bool standby : {false, true}) {
                    QTest::addRow("B02 %s, %s, %s", fault, tls ? "TLS" : "HTTP",
                                  standby ? "standby" : "fresh")
                        << QString::fromLatin1(fault) << tls << standby << status;
                }
            }
        }
    }
    void b02_writesAnOrderOnce()
    {
        QFETCH(QString, fault);
        QFETCH(bool, tls);
        QFETCH(bool, standby);
        QFETCH(int, status);
        Rig rig{tls};
        rig.server().script = [&rig, fault](QSslSocket* socket) {
            const QByteArray target = "Location: " + rig.server().url().toEncoded() + "/again\r\n";
            if (fault == u"close") {
                socket->disconnectFromHost();
            } else if (fault == u"rst") {
                RawServer::reset(socket);
            } else if (fault == u"partial") {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"rt_cd\":\"0\"");
                socket->disconnectFromHost();
            } else if (fault == u"hdr") {
                socket->write("HTTP/1.1 200 O");
                socket->disconnectFromHost();
            } else if (fault == u"307") {
                socket->write(reply("307 Temporary Redirect", "", target));
            } else if (fault == u"401") {
                socket->write(reply("401 Unauthorized", "", "WWW-Authenticate: Basic realm=x\r\n"));
            } else if (fault == u"408") {
                socket->write(reply("408 Request Timeout", "", "Connection: close\r\n"));
            } else if (fault == u"503") {
                socket->write(reply("503 Unavailable", "", "Retry-After: 0\r\n"));
            }
        };
        if (standby) {
            QVERIFY(rig.standby());
        }

        rig.send();
        QVERIFY(test::comes([&] { return rig.server().requests.size() == 1; }));
        if (fault == u"hang") {
            rig.pass(4900ms);
            QVERIFY(rig.results.empty());
            rig.pass(150ms);
        }
        QVERIFY(rig.answered());
        // Whoever repeats does it soon: give it the chance.
        rig.pass(10s);
        QTest::qWait(50);

        QCOMPARE(rig.server().posts, 1);
        QCOMPARE(rig.results.size(), std::size_t{1});
        QCOMPARE(rig.results.front().end, status == 0 ? OneShotEnd::Unknown : OneShotEnd::Reply);
        QCOMPARE(rig.results.front().status, status);
        QCOMPARE(rig.results.front().standby, standby);
    }

    void b02_stopsTheProgramBeforeASecondWrite()
    {
        QProcess child;
        child.setProcessEnvironment([] {
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("WRITE_TWICE"), QStringLiteral("1"));
            return environment;
        }());

        child.start(QCoreApplication::applicationFilePath(), QStringList{});
        QVERIFY(child.waitForFinished(20'000));

        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QVERIFY(child.readAllStandardError().contains("a second write of the same request"));
    }

    void b04_neverUsesAConnectionTheOtherSideHasClosed_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QString>("what");

        for (const bool tls : {false, true}) {
            for (const char* what : {"closed", "reset", "spoken"}) {
                QTest::addRow("B04 %s, %s", what, tls ? "TLS" : "HTTP")
                    << tls << QString::fromLatin1(what);
            }
        }
    }
    void b04_neverUsesAConnectionTheOtherSideHasClosed()
    {
        QFETCH(bool, tls);
        QFETCH(QString, what);
        Rig rig{tls};
        rig.server().script = [](QSslSocket* socket) { socket->write(reply("200 OK", "{}")); };
        QVERIFY(rig.standby());
        QVERIFY(test::comes([&] { return rig.server().sockets.size() == 1; }));
        QSslSocket* const idle = rig.server().sockets.front();
        QVERIFY(!tls || test::comes([&] { return idle->isEncrypted(); }));
        if (what == u"closed") {
            idle->disconnectFromHost();
        } else if (what == u"reset") {
            RawServer::reset(idle);
        } else {
            idle->write("HTTP/1.1 408 Request Timeout\r\n\r\n");
            idle->flush();
        }
        // No event loop in between: the goodbye lies in the kernel, nobody has read it.
        if (idle->state() == QAbstractSocket::ConnectedState) {
            idle->waitForBytesWritten(1000);
        } else if (idle->state() == QAbstractSocket::ClosingState) {
            idle->waitForDisconnected(1000);
        }

        rig.send();
        QVERIFY(rig.answered());

        QCOMPARE(rig.results.front().end, OneShotEnd::Reply);
        QVERIFY(!rig.results.front().standby);
        QCOMPARE(rig.server().posts, 1);
    }

    void survivesALineThatBreaksUnderTheWrite_data()
    {
        QTest::addColumn<bool>("tls");

        QTest::newRow("HTTP") << false;
        QTest::newRow("TLS") << true;
    }
    void survivesALineThatBreaksUnderTheWrite()
    {
        QFETCH(bool, tls);
        Rig rig{tls};
        rig.server().script = [](QSslSocket* socket) { socket->write(reply("200 OK", "{}")); };
        // The connection is cut inside the very call that says that it stands.
        const auto cut = [&rig] {
            for (QSslSocket* const socket : rig.transport().findChildren<QSslSocket*>()) {
                ::shutdown(static_cast<int>(socket->socketDescriptor()), SHUT_RDWR);
            }
        };
        rig.send();
        for (QSslSocket* const socket : rig.transport().findChildren<QSslSocket*>()) {
            socket->disconnect(&rig.transport());
        }
        rig.send(2);
        QSslSocket* const second = rig.transport().findChildren<QSslSocket*>().back();
        // Ours comes after the transport's own connection, so put it before: block and replay.
        second->blockSignals(true);
        QVERIFY(test::comes([&] {
            return tls ? second->isEncrypted() : second->state() == QAbstractSocket::ConnectedState;
        }));
        cut();
        second->blockSignals(false);
        if (tls) {
            Q_EMIT second->encrypted();
        } else {
            Q_EMIT second->connected();
        }
        QVERIFY(rig.answered());

        QCOMPARE(rig.results.front().end, OneShotEnd::Unknown);
        QCOMPARE(rig.server().posts, 0);
    }

    void b04_replacesTheStandbyAtOnceAndBeforeItIsTooOld()
    {
        Rig rig{true};
        rig.server().script = [](QSslSocket* socket) { socket->write(reply("200 OK", "{}")); };
        QVERIFY(rig.standby());

        rig.send(1);
        QVERIFY(rig.answered(1));
        QVERIFY(rig.results.front().standby);
        QVERIFY(test::comes([&] { return rig.transport().hasStandby(); }));
        QCOMPARE(rig.server().connections, 2);
        rig.pass(17s);
        QVERIFY(rig.transport().hasStandby());  // The old one serves until its successor stands.
        QVERIFY(test::comes([&] { return rig.server().connections == 3; }));
        QTRY_COMPARE_WITH_TIMEOUT(rig.server().sockets[1]->state(),
                                  QAbstractSocket::UnconnectedState, test::kPatience);
        rig.clock.advance(20s);
        rig.send(2);
        QVERIFY(rig.answered(2));
        QVERIFY(!rig.results.back().standby);  // Nobody ticked: it had grown too old unnoticed.

        rig.transport().setStandby(false);
        QVERIFY(!rig.transport().hasStandby());
    }

    void b10_isNotSentWhenNobodyListens()
    {
        Rig rig{false};
        rig.server().close();

        rig.send();
        QVERIFY(rig.answered());

        QCOMPARE(rig.results.front().end, OneShotEnd::NotSent);
        QCOMPARE(rig.transport().written(), std::uint64_t{0});
    }

    void isNotSentWhenTheServerNeverShakesHands()
    {
        test::TestAuthority authority;
        RawServer mute;  // Takes the connection and says nothing.
        test::ManualClock clock{core::base::Timestamp{}};
        OneShotOptions options;
        options.base = QUrl{QStringLiteral("https://127.0.0.1:%1").arg(mute.serverPort())};
        options.tls = authority.trusting();
        OneShotTransport transport{clock, options};
        std::vector<OneShotResult> results;

        transport.send(order(), [&](const OneShotResult& result) { results.push_back(result); });
        QVERIFY(test::comes([&] { return mute.connections == 1; }));
        clock.advance(5s);
        transport.tick(clock.monotonic());

        QCOMPARE(results.size(), std::size_t{1});
        QCOMPARE(results.front().end, OneShotEnd::NotSent);
        QCOMPARE(mute.posts, 0);
    }

    void refusesAnAddressThatIsNotSafe_data()
    {
        QTest::addColumn<QString>("url");

        QTest::newRow("plain to another host") << QStringLiteral("http://192.0.2.1:9443");
        QTest::newRow("plain by name") << QStringLiteral("http://openapi.example.com");
        QTest::newRow("another scheme") << QStringLiteral("ftp://127.0.0.1");
        QTest::newRow("none") << QString{};
    }
    void refusesAnAddressThatIsNotSafe()
    {
        QFETCH(QString, url);
        test::ManualClock clock{core::base::Timestamp{}};
        OneShotOptions options;
        options.base = QUrl{url};
        OneShotTransport transport{clock, options};
        std::vector<OneShotResult> results;

        transport.setStandby(true);
        transport.send(order(), [&](const OneShotResult& result) { results.push_back(result); });

        QCOMPARE(results.size(), std::size_t{1});
        QCOMPARE(results.front().end, OneShotEnd::NotSent);
    }

    void b10_sendsNothingOverABadChain_data()
    {
        QTest::addColumn<QString>("what");

        for (const char* what :
             {"expired", "not yet valid", "self-signed", "wrong host", "wrong address",
              "unknown authority", "issued by no authority", "old protocol", "no TLS at all"}) {
            QTest::addRow("B10 %s", what) << QString::fromLatin1(what);
        }
    }
    void b10_sendsNothingOverABadChain()
    {
        QFETCH(QString, what);
        const test::TestAuthority authority;
        const test::TestAuthority stranger;
        const test::Certificate middle{{.name = "no authority"}};
        QSslConfiguration serving = authority.serving();
        if (what == u"expired") {
            serving = authority.serving({.until = "20010101000000Z"});
        } else if (what == u"not yet valid") {
            serving = authority.serving({.from = "20980101000000Z"});
        } else if (what == u"self-signed") {
            serving = test::TestAuthority::serving(test::Certificate{{}});
        } else if (what == u"wrong host") {
            serving = authority.serving({.hosts = "DNS:openapi.example.com"});
        } else if (what == u"wrong address") {
            serving = authority.serving({.hosts = "IP:127.0.0.2"});
        } else if (what == u"unknown authority") {
            serving = stranger.serving();
        } else if (what == u"issued by no authority") {
            serving = test::TestAuthority::serving(test::Certificate{{}, &middle});
            serving.setLocalCertificateChain({serving.localCertificate(), middle.certificate()});
        } else if (what == u"old protocol") {
            // Named by number: the names are gone from the interface, the protocols are not.
            constexpr auto kTls11 = static_cast<QSsl::SslProtocol>(1);
            serving.setProtocol(kTls11);
        }
        RawServer server{what == u"no TLS at all" ? std::nullopt : std::optional{serving}};
        server.script = [](QSslSocket* socket) { socket->write(reply("200 OK", "{}")); };
        server.onConnection = [what](QSslSocket* socket) {
            if (what == u"no TLS at all") {
                socket->write(reply("200 OK", "{}"));
            }
        };
        test::ManualClock clock{core::base::Timestamp{}};
        OneShotOptions options;
        options.base = QUrl{QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort())};
        options.tls = authority.trusting();
        OneShotTransport transport{clock, options};
        std::vector<OneShotResult> results;

        transport.setStandby(true);
        transport.send(order(), [&](const OneShotResult& result) { results.push_back(result); });
        QVERIFY(test::comes([&] { return results.size() == 1; }));

        QCOMPARE(results.front().end, OneShotEnd::NotSent);
        QCOMPARE(transport.written(), std::uint64_t{0});
        QCOMPARE(server.posts, 0);
        QVERIFY(!transport.hasStandby());
    }

    void b11_endsADrippingAnswerAtTheDeadline()
    {
        Rig rig{false};
        rig.server().script = [](QSslSocket* socket) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n");
        };
        rig.send();
        QVERIFY(test::comes([&] { return rig.server().requests.size() == 1; }));

        for (int second = 0; second < 49; ++second) {
            rig.server().sockets.front()->write(" ");
            QTest::qWait(1);
            rig.pass(100ms);
        }
        QVERIFY(rig.results.empty());
        rig.pass(200ms);

        QCOMPARE(rig.results.size(), std::size_t{1});
        QCOMPARE(rig.results.front().end, OneShotEnd::Unknown);
    }

    void b11_stopsReadingAnAnswerWithoutEnd_data()
    {
        QTest::addColumn<QByteArray>("head");

        QTest::newRow("B11 announced") << QByteArray{"Content-Length: 52428800\r\n\r\n"};
        QTest::newRow("B11 until the end") << QByteArray{"\r\n"};
        QTest::newRow("B11 in one chunk")
            << QByteArray{"Transfer-Encoding: chunked\r\n\r\n3200000\r\n"};
        QTest::newRow("B11 packed") << QByteArray{"Content-Encoding: gzip\r\n\r\n"};
    }
    void b11_stopsReadingAnAnswerWithoutEnd()
    {
        QFETCH(QByteArray, head);
        Rig rig{false};
        constexpr qint64 kAll = 50LL * 1024 * 1024;
        qint64 sent = 0;
        rig.server().script = [&](QSslSocket* socket) {
            socket->write("HTTP/1.1 200 OK\r\n" + head);
            const auto more = [&sent, socket] {
                while (sent < kAll && socket->bytesToWrite() < 65536) {
                    sent += socket->write(QByteArray(65536, 'x'));
                }
            };
            QObject::connect(socket, &QSslSocket::bytesWritten, socket, more);
            more();
        };

        rig.send();
        QVERIFY(rig.answered());

        QCOMPARE(rig.results.front().end, OneShotEnd::Unknown);
        QVERIFY(rig.results.front().problem.contains(QStringLiteral("too large")));
        QVERIFY2(sent < 16 * 1024 * 1024, qPrintable(QString::number(sent)));
    }

    void carriesSeveralOrdersAtOnce()
    {
        Rig rig{true};
        rig.server().script = [](QSslSocket* socket) { socket->write(reply("200 OK", "{}")); };
        QVERIFY(rig.standby());

        for (std::uint64_t number = 1; number <= 5; ++number) {
            rig.send(number);
        }
        QVERIFY(rig.answered(5));

        QCOMPARE(rig.server().posts, 5);
        for (const OneShotResult& result : rig.results) {
            QCOMPARE(result.end, OneShotEnd::Reply);
        }
    }
};

namespace
{
int writeTwice()
{
    Rig rig{false};
    rig.server().script = [](QSslSocket* socket) { socket->write(reply("200 OK", "{}")); };
    rig.send(1);
    rig.send(1);
    const bool both = rig.answered(2);
    return both ? 0 : 1;
}
}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application{argc, argv};
    if (qEnvironmentVariableIsSet("WRITE_TWICE")) {
        return writeTwice();
    }
    TestOneShotTransport test;
    return QTest::qExec(&test, argc, argv);
}
#include "moc_raw_server.cpp"
#include "tst_one_shot_transport.moc"
