// Queries against a broker in a bad way: maintenance (A03), connections that die while idle (B04),
// answers that never end, swell or unpack into much more (B11).

#include "tests/core/kis/http_rig.h"
#include "tests/support/process_memory.h"

#include <QTest>

#include <random>

using core::domain::TokenState;
using test::answer;
using test::BrokerRig;
using test::envelope;
using test::symbol;
using namespace std::chrono_literals;

namespace
{
constexpr qint64 kMegabyte = qint64{1024} * 1024;

/// An HTTP server that keeps connections open, and closes some without a word when the next
/// request comes on them: what a client sees of an idle close that crosses its request.
class KeepAliveServer final : public QTcpServer
{
    Q_OBJECT

public:
    KeepAliveServer()
    {
        const bool listening = listen(QHostAddress::LocalHost);
        Q_ASSERT(listening);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* const peer = nextPendingConnection();
            ++connections;
            connect(peer, &QTcpSocket::readyRead, this, [this, peer] { read(peer); });
            connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
        });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl{QStringLiteral("http://127.0.0.1:%1").arg(serverPort())};
    }

    int connections = 0;
    int requests = 0;
    int closed = 0;
    int closePercent = 0;

private:
    void read(QTcpSocket* peer)
    {
        QByteArray text = peer->property("text").toByteArray() + peer->readAll();
        const qsizetype end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            peer->setProperty("text", text);
            return;
        }
        const bool token = text.startsWith("POST /oauth2/tokenP");
        if (token && !text.endsWith('}')) {
            peer->setProperty("text", text);
            return;
        }
        peer->setProperty("text", {});
        ++requests;
        const bool used = peer->property("used").toBool();
        peer->setProperty("used", true);
        if (used && m_random() % 100 < static_cast<unsigned>(closePercent)) {
            ++closed;
            peer->disconnectFromHost();
            return;
        }
        const QByteArray body =
            token ? QByteArrayLiteral(
                "{\"access_token\":\"token-1\",\"token_type\":\"Bearer\",\"expires_in\":86400}")
                  : envelope("0", "MCA00000", "ok",
                             ",\"output\":{\"stck_prpr\":\"70100\",\"acml_vol\":\"1000\","
                             "\"acml_tr_pbmn\":\"70100000\"}");
        peer->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
                    + "\r\n\r\n" + body);
    }

    std::mt19937 m_random{4};
};

/// Sends `head`, then zeros until `total` bytes or the end of the connection, as fast as the other
/// side takes them.
class EndlessServer final : public QTcpServer
{
    Q_OBJECT

public:
    EndlessServer(QByteArray head, qint64 total)
    {
        const bool listening = listen(QHostAddress::LocalHost);
        Q_ASSERT(listening);
        connect(this, &QTcpServer::newConnection, this, [this, head, total] {
            QTcpSocket* const peer = nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, this, [peer, head] {
                if (peer->readAll().contains("\r\n\r\n")) {
                    peer->write(head);
                }
            });
            connect(peer, &QTcpSocket::bytesWritten, this, [this, peer, total] {
                if (written < total && peer->bytesToWrite() == 0) {
                    written += peer->write(QByteArray(64 * 1024, '0'));
                }
            });
            connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
        });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl{QStringLiteral("http://127.0.0.1:%1/").arg(serverPort())};
    }

    qint64 written = 0;
};

/// 30 MB of zeros in 30 kB: raw deflate blocks would do, qCompress is at hand.
QByteArray bomb()
{
    // qCompress: four bytes of length, then a zlib stream, which is what "deflate" means in HTTP.
    return qCompress(QByteArray(30 * kMegabyte, '0'), 9).mid(4);
}

struct Ended
{
    std::optional<core::base::Result<core::kis::HttpReply>> result;
    qint64 grownKiB = 0;
};

Ended callOf(const QUrl& url)
{
    test::ManualClock clock{BrokerRig::startTime()};
    core::kis::HttpClient http{clock};
    Ended ended;
    const qint64 before = test::memoryKiB();
    test::forgetPeak();
    http.send(
        {.url = url, .headers = {}, .postBody = {}},
        [&ended](const core::base::Result<core::kis::HttpReply>& reply) { ended.result = reply; });
    (void)BrokerRig::delivered([&ended] { return ended.result.has_value(); });
    ended.grownKiB = test::peakKiB() - before;
    return ended;
}
}  // namespace

class TestQueryEndurance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a03_recoversByItselfSoonAfterTheMaintenance_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<int>("minutes");

        QTest::newRow("401 and a page") << 401 << QByteArrayLiteral("<html>점검중</html>") << 1;
        QTest::newRow("403 and a word") << 403 << QByteArrayLiteral("Forbidden") << 2;
        QTest::newRow("500 EGW00121")
            << 500 << envelope("1", "EGW00121", "유효하지 않은 token 입니다.") << 1;
        QTest::newRow("200 EGW00123")
            << 200 << envelope("1", "EGW00123", "기간이 만료된 token 입니다.") << 3;
    }
    void a03_recoversByItselfSoonAfterTheMaintenance()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, words);
        QFETCH(int, minutes);
        BrokerRig rig;
        rig.server.lay(test::kPricePath, test::priceAnswer());
        QVERIFY(rig.startWithToken());
        rig.pass(10min);

        rig.server.relay(test::kPricePath, answer(status, words));
        rig.server.relay(test::kTokenPath, answer(503, "<html>시스템 점검</html>"));
        const auto ask = [&rig] {
            rig.broker->requestPrice(symbol("005930"));
            // No faster than the loopback: a deadline must not pass while an answer is on its way.
            for (int step = 0; step < 20; ++step) {
                rig.pass(100ms);
                QTest::qWait(2);
            }
        };
        for (int at = 0; at < minutes * 30; ++at) {
            ask();
        }
        QVERIFY(rig.token() != TokenState::Valid);
        QVERIFY2(rig.server.count(test::kTokenPath) <= minutes + 2, "no more than one a minute");
        rig.server.relay(test::kPricePath, test::priceAnswer());
        rig.server.relay(test::kTokenPath, test::tokenAnswer("token-2"));
        rig.prices.clear();
        const auto returned = rig.clock.monotonic();
        const auto recovered = [&rig] {
            return std::any_of(rig.prices.begin(), rig.prices.end(),
                               [](const auto& price) { return price.ok; });
        };
        for (int at = 0; at < 60 && !recovered(); ++at) {
            ask();
        }

        QVERIFY(recovered());
        QVERIFY2(rig.clock.monotonic() - returned <= 65s,
                 qPrintable(QString::number((rig.clock.monotonic() - returned) / 1s)));
        QCOMPARE(rig.server.last(test::kPricePath).headers.at(QStringLiteral("authorization")),
                 QStringLiteral("Bearer token-2"));
    }

    void b04_queriesDoNotNoticeThatIdleConnectionsDie()
    {
        constexpr int kQueries = 2'000;
        KeepAliveServer server;
        BrokerRig rig;
        rig.options.rest = server.url();
        QVERIFY(rig.startWithToken());
        server.closePercent = 5;
        for (int i = 0; i < kQueries; ++i) {
            rig.broker->requestPrice(symbol(qPrintable(QString::number(100'000 + i))));
            QVERIFY(rig.until([&] { return rig.prices.size() == std::size_t(i) + 1; }));
        }

        const auto good = std::count_if(rig.prices.begin(), rig.prices.end(),
                                        [](const auto& price) { return price.ok; });
        QVERIFY2(good * 1000 >= kQueries * 999, qPrintable(QString::number(good)));
        QVERIFY2(server.closed > kQueries / 40, qPrintable(QString::number(server.closed)));
        QVERIFY2(server.connections < kQueries / 5, "connections are kept");
    }

    void b11_anAnswerOfFiftyMegabytesIsCutAtTheCap_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("with its length")
            << QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n{");
        QTest::newRow("until the end") << QByteArrayLiteral("HTTP/1.1 200 OK\r\n\r\n{");
    }
    void b11_anAnswerOfFiftyMegabytesIsCutAtTheCap()
    {
        QFETCH(QByteArray, head);
        EndlessServer server{head, 50 * kMegabyte};

        const Ended ended = callOf(server.url());

        QVERIFY(ended.result.has_value());
        QVERIFY(!*ended.result);
        QCOMPARE(ended.result->error().code, core::base::ErrorCode::OutOfRange);
        QVERIFY2(!test::kMemoryTells || ended.grownKiB < 16 * 1024,
                 qPrintable(QString::number(ended.grownKiB)));
        QVERIFY2(server.written < 20 * kMegabyte, "the rest was not read");
    }

    void b11_aBombIsNotUnpacked()
    {
        test::ScriptedHttp server;
        const QByteArray packed = bomb();
        server.lay("/", answer(200, packed, "Content-Encoding: deflate\r\n"));

        const Ended ended = callOf(server.url().resolved(QUrl{QStringLiteral("/")}));

        QVERIFY(ended.result.has_value() && *ended.result);
        QCOMPARE((*ended.result)->body, packed);
        QVERIFY2(!test::kMemoryTells || ended.grownKiB < 16 * 1024,
                 qPrintable(QString::number(ended.grownKiB)));
        QCOMPARE(server.heard.front().headers.at(QStringLiteral("accept-encoding")),
                 QStringLiteral("identity"));
    }
};

QTEST_GUILESS_MAIN(TestQueryEndurance)
#include "moc_http_rig.cpp"
#include "tst_query_endurance.moc"
