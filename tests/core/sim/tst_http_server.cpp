#include "core/sim/http_server.h"
#include "core/sim/random.h"
#include "tests/support/no_warnings.h"
#include "tests/support/patience.h"

#include <QTcpSocket>
#include <QTest>

using namespace core::sim;

namespace
{
struct Rig
{
    Rig()
    {
        if (!server.listen(0, std::nullopt)) {
            qFatal("no loopback port");
        }
    }
    /// Sends `bytes` and returns all that comes until the server closes or `until` is seen.
    QByteArray talk(const QByteArray& bytes, const QByteArray& until = {})
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
        QByteArray got;
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket,
                         [&] { got += socket.readAll(); });
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
        (void)test::comes([&] {
            return (!until.isEmpty() && got.contains(until))
                   || (socket.state() == QAbstractSocket::UnconnectedState);
        });
        return got;
    }

    QList<HttpRequest> seen;
    HttpServer server{[this](const HttpRequest& request) {
        seen.append(request);
        HttpReply reply;
        reply.body = "{\"n\":\"" + QByteArray::number(seen.size()) + "\"}";
        return reply;
    }};
};
}  // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void oneConnectionCarriesManyRequests()
    {
        Rig rig;

        const QByteArray got =
            rig.talk("GET /a?x=1&Y=b%20c HTTP/1.1\r\nHost: h\r\nAppKey: K\r\n\r\n"
                     "POST /b HTTP/1.1\r\ncontent-length: 5\r\n\r\nhello"
                     "GET /c HTTP/1.1\r\nConnection: close\r\n\r\n");

        QCOMPARE(rig.seen.size(), 3);
        QCOMPARE(rig.seen[0].path, QStringLiteral("/a"));
        QCOMPARE(rig.seen[0].parameter("X"), QStringLiteral("1"));
        QCOMPARE(rig.seen[0].parameter("Y"), QStringLiteral("b c"));
        QCOMPARE(rig.seen[0].header("appkey"), QByteArray{"K"});
        QCOMPARE(rig.seen[1].body, QByteArray{"hello"});
        QCOMPARE(got.count("HTTP/1.1 200 OK\r\n"), 3);
        QCOMPARE(got.count("Content-Length: 9\r\n"), 3);
        QCOMPARE(got.count("\r\nDate: "), 3);
        QVERIFY(got.endsWith("{\"n\":\"3\"}"));
    }

    void aRequestMayComeByteByByte()
    {
        HttpParser parser;
        const QByteArray text = "POST /p HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";
        for (qsizetype i = 0; i < text.size(); ++i) {
            QVERIFY(!parser.next());
            parser.feed(text.mid(i, 1));
        }

        const auto request = parser.next();

        QVERIFY(request);
        QCOMPARE(request->body, QByteArray{"abc"});
        QCOMPARE(parser.error(), 0);
    }

    void hostileRequestsAreAnsweredOnceAndCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");

        QTest::newRow("no HTTP") << QByteArray{"hello\r\n\r\n"} << 400;
        QTest::newRow("no path") << QByteArray{"GET http://x/ HTTP/1.1\r\n\r\n"} << 400;
        QTest::newRow("header without a colon")
            << QByteArray{"GET / HTTP/1.1\r\nnonsense\r\n\r\n"} << 400;
        QTest::newRow("negative length")
            << QByteArray{"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"} << 400;
        QTest::newRow("length that is none")
            << QByteArray{"POST / HTTP/1.1\r\nContent-Length: 1e9\r\n\r\n"} << 400;
        QTest::newRow("body too large")
            << QByteArray{"POST / HTTP/1.1\r\nContent-Length: 65537\r\n\r\n"} << 413;
        QTest::newRow("length beyond int64")
            << QByteArray{"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"} << 400;
        QTest::newRow("endless head")
            << QByteArray{"GET / HTTP/1.1\r\nx: "} + QByteArray(40'000, 'a') << 431;
        QTest::newRow("chunked")
            << QByteArray{"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"} << 501;
        QTest::newRow("zero bytes") << QByteArray(20, '\0') + "\r\n\r\n" << 400;
    }

    void hostileRequestsAreAnsweredOnceAndCutOff()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, status);
        Rig rig;

        const QByteArray got = rig.talk(bytes);

        QVERIFY2(got.startsWith("HTTP/1.1 " + QByteArray::number(status)), got.constData());
        QCOMPARE(got.count("HTTP/1.1 "), 1);
        QVERIFY(rig.seen.isEmpty());
        QVERIFY(rig.talk("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").contains("200 OK"));
    }

    void randomBytesNeverHurtTheParser()
    {
        for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
            Rng rng{seed};
            HttpParser parser;
            QByteArray bytes = rng.chance(0.5) ? "GET /x HTTP/1.1\r\n" : "";
            for (std::int64_t n = rng.below(300); n > 0; --n) {
                bytes +=
                    rng.chance(0.1) ? "\r\n" : QByteArray(1, static_cast<char>(rng.below(256)));
            }
            parser.feed(bytes + "\r\n\r\n");
            while (const auto request = parser.next()) {
                QVERIFY(request->path.startsWith(u'/'));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
