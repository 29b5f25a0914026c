// The market socket on a line that breaks a thousand times (C04) and against a frame that claims
// two gigabytes (C17): nothing grows, and everything is registered again each time.

#include "tests/core/kis/feed_rig.h"
#include "tests/support/expect_warning.h"
#include "tests/support/process_memory.h"

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using core::domain::FeedKey;
using core::domain::FeedState;
using core::domain::Stream;
using test::feedKey;
using test::FeedRig;
using namespace std::chrono_literals;

namespace
{
constexpr int kReconnects = 1'000;
constexpr int kWarmUp = 50;

std::vector<FeedKey> wanted()
{
    std::vector<FeedKey> keys{feedKey(Stream::Notice)};
    for (const char* code : {"005930", "000660", "035720", "005380", "035420"}) {
        keys.push_back(feedKey(Stream::Trade, code));
        keys.push_back(feedKey(Stream::Quote, code));
    }
    return keys;
}

/// Shakes hands like a WebSocket server, then says one frame header of `length` bytes and as much
/// of the frame as the other side takes.
class HugeFrameServer final : public QTcpServer
{
    Q_OBJECT

public:
    explicit HugeFrameServer(quint64 length)
    {
        const bool listening = listen(QHostAddress::LocalHost);
        Q_ASSERT(listening);
        connect(this, &QTcpServer::newConnection, this, [this, length] {
            QTcpSocket* const peer = nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, this, [this, peer, length] {
                if (!m_shaken) {
                    shake(peer, length);
                }
            });
            connect(peer, &QTcpSocket::bytesWritten, this, [this, peer] {
                if (m_shaken && written < kEnough && peer->bytesToWrite() == 0) {
                    written += peer->write(QByteArray(64 * 1024, '0'));
                }
            });
            connect(peer, &QTcpSocket::disconnected, this, [this] { gone = true; });
        });
    }

    qint64 written = 0;
    bool gone = false;

private:
    static constexpr qint64 kEnough = qint64{64} * 1024 * 1024;

    void shake(QTcpSocket* peer, quint64 length)
    {
        m_heard += peer->readAll();
        if (!m_heard.contains("\r\n\r\n")) {
            return;
        }
        const qsizetype at = m_heard.indexOf("Sec-WebSocket-Key: ") + 19;
        const QByteArray key = m_heard.mid(at, m_heard.indexOf('\r', at) - at);
        const QByteArray accept =
            QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                     QCryptographicHash::Sha1)
                .toBase64();
        m_shaken = true;
        QByteArray frame{"\x81\x7f", 2};
        for (int byte = 7; byte >= 0; --byte) {
            frame.append(static_cast<char>(length >> (8 * byte)));
        }
        peer->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                    "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                    + accept + "\r\n\r\n" + frame);
    }

    QByteArray m_heard;
    bool m_shaken = false;
};
}  // namespace

class TestFeedEndurance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c04_aThousandReconnectsLeakNothingAndRegisterEverything()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(wanted()));
        qint64 memory = 0;
        qsizetype files = 0;
        auto sixAgo = rig.clock.monotonic();
        std::vector<std::chrono::nanoseconds> connects;
        for (int i = 0; i < kReconnects; ++i) {
            test::expectWarning("closed the connection");
            rig.server.messages.clear();
            rig.server.raw.clear();
            rig.server.approvalKeys.clear();
            rig.sink.active.clear();
            rig.sink.ended.clear();
            rig.server.drop();
            QVERIFY(FeedRig::delivered([&] { return rig.state() == FeedState::Waiting; }));
            for (int second = 0; rig.state() == FeedState::Waiting && second < 120; ++second) {
                rig.pass(500ms);
            }
            connects.push_back(rig.clock.monotonic());
            QVERIFY2(rig.until([&] { return rig.state() == FeedState::Live; }),
                     qPrintable(QString::number(i)));
            QCOMPARE(rig.session->figures().acknowledged, 11U);
            QCOMPARE(rig.server.messages.size(), 11);
            if (connects.size() > 6) {
                sixAgo = connects[connects.size() - 7];
                QVERIFY2(connects.back() - sixAgo >= 59s, "at most six in a minute");
            }
            if (i == kWarmUp) {
                memory = test::memoryKiB();
                files = test::openFiles();
            }
        }
        QVERIFY2(test::openFiles() <= files + 1, qPrintable(QString::number(test::openFiles())));
        const qint64 grown = test::memoryKiB() - memory;
        QVERIFY2(!test::kMemoryTells || grown < 2048,
                 qPrintable(QStringLiteral("%1 KiB more").arg(grown)));
        QCOMPARE(rig.session->figures().reconnects, std::uint32_t{kReconnects});
    }

    void h09_afterASleepEverythingIsRegisteredOnANewConnection()
    {
        FeedRig rig;
        QVERIFY(rig.goLive(wanted()));
        rig.server.messages.clear();
        test::expectWarning("the machine stood still");

        rig.session->restart(QStringLiteral("the machine stood still"));

        QCOMPARE(rig.state(), FeedState::Waiting);
        QCOMPARE(rig.sink.ended.size(), std::size_t{11});
        QVERIFY(rig.until([&] { return rig.state() == FeedState::Live; }));
        QCOMPARE(rig.server.connections, 2);
        QCOMPARE(rig.server.messages.size(), 11);
    }

    void c17_aFrameThatClaimsTwoGigabytesCostsNothing()
    {
        HugeFrameServer server{2'147'483'646};
        test::RecordingSink sink;
        test::ManualClock clock{FeedRig::startTime()};
        core::kis::FeedOptions options;
        options.url = QUrl{QStringLiteral("ws://127.0.0.1:%1/tryitout").arg(server.serverPort())};
        options.streams = core::kis::streamsOf(core::kis::HostKind::Real, true);
        options.drive = core::kis::FeedDrive::ByHand;
        core::kis::FeedSession session{sink, clock, options};
        connect(&session, &core::kis::FeedSession::approvalNeeded, &session,
                [&session] { session.setApprovalKey(QStringLiteral("key")); });
        const qint64 before = test::memoryKiB();
        test::forgetPeak();
        test::expectWarning("closed the connection .code 1009|no connection");

        session.start();

        QVERIFY(FeedRig::delivered(
            [&] { return session.figures().state == FeedState::Waiting && server.gone; }));
        const qint64 grown = test::peakKiB() - before;
        QVERIFY2(!test::kMemoryTells || grown < 2048,
                 qPrintable(QStringLiteral("%1 KiB more").arg(grown)));
        QVERIFY2(server.written < 4 * 1024 * 1024, "it was not read to its end");
    }
};

QTEST_GUILESS_MAIN(TestFeedEndurance)
#include "moc_feed_rig.cpp"
#include "tst_feed_endurance.moc"
