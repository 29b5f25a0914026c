// V-4 (without rules and positions): a trade from a real socket to the applied event, 39 symbols, a
// window painting beside it; against a raw socket that carries the same bytes at the same pace.
// Prints one table; not a Google Benchmark, because what counts is a distribution over time.

#include "core/base/clock.h"
#include "core/config/config_file.h"
#include "core/desk/desk.h"
#include "core/kis/feed_session.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <ctime>

using namespace core;
using namespace std::chrono_literals;

namespace
{
constexpr int kSymbols = 39;
constexpr std::size_t kSlots = 1U << 22U;

std::int64_t steadyNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

double threadCpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// When record n was handed to the socket; the record carries n in its accumulated volume.
std::vector<std::int64_t> sentAt(kSlots);
std::vector<std::int64_t> latencies;
std::vector<std::int64_t> inHand;  // Frame in hand to applied.

QString record(std::int64_t number, int symbol)
{
    return QStringLiteral(
               "%1^100000^70100^2^100^0.14^70050.25^70000^70300^69900^70100^70000^1^%2^%3^"
               "100^120^20^105.50^5000^5200^1^0.51^35.10^090000^2^100^091500^5^-200^090100^2^200^"
               "20250902^20^N^1200^1300^52000^61000^0.10^900000^80.00^0^^70000^2")
        .arg(100000 + symbol * 10)
        .arg(number)
        .arg(number * 70'000);
}

/// Acknowledges every registration, then sends `rate` records a second for `seconds`.
class Server final : public QObject
{
public:
    std::uint16_t listen()
    {
        // Made here, on the thread they live on.
        m_socketServer =
            new QWebSocketServer{QStringLiteral("bench"), QWebSocketServer::NonSecureMode, this};
        m_raw = new QTcpServer{this};
        const bool listening = m_socketServer->listen(QHostAddress::LocalHost)
                               && m_raw->listen(QHostAddress::LocalHost);
        Q_ASSERT(listening);
        connect(m_socketServer, &QWebSocketServer::newConnection, this, [this] {
            m_client = m_socketServer->nextPendingConnection();
            connect(m_client, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
                const auto field = [&text](const QString& name) {
                    const qsizetype at = text.indexOf(name) + name.size() + 3;
                    return text.mid(at, text.indexOf(u'"', at) - at);
                };
                m_client->sendTextMessage(
                    QStringLiteral(
                        "{\"header\":{\"tr_id\":\"%1\",\"tr_key\":\"%2\",\"encrypt\":\"N\"},"
                        "\"body\":{\"rt_cd\":\"0\",\"msg_cd\":\"OPSP0000\",\"msg1\":\"SUBSCRIBE "
                        "SUCCESS\",\"output\":{\"iv\":\"0123456789abcdef\",\"key\":"
                        "\"abcdefghijklmnopabcdefghijklmnop\"}}}")
                        .arg(field(QStringLiteral("tr_id")), field(QStringLiteral("tr_key"))));
            });
        });
        connect(m_raw, &QTcpServer::newConnection, this, [this] {
            m_rawClient = m_raw->nextPendingConnection();
            m_rawClient->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        });
        return m_socketServer->serverPort();
    }
    [[nodiscard]] std::uint16_t rawPort() const { return m_raw->serverPort(); }

    /// One frame of `perFrame` records every period; records carry their number.
    void send(int rate, int perFrame, std::chrono::seconds length, bool raw)
    {
        const std::int64_t period = 1'000'000'000LL * perFrame / std::max(rate, 1);
        const std::int64_t end = steadyNs() + std::chrono::nanoseconds{length}.count();
        std::int64_t next = steadyNs();
        while (next < end) {
            while (steadyNs() < next) {
                if (next - steadyNs() > 200'000) {
                    QThread::usleep(50);
                }
            }
            sendFrame(perFrame, raw);
            next += period;
        }
    }
    /// As many as the reader takes: bounded by what is still in the socket.
    void saturate(std::int64_t records, int perFrame)
    {
        for (std::int64_t n = 0; n < records; n += perFrame) {
            sendFrame(perFrame, false);
        }
    }
    std::int64_t sent = 0;

private:
    void sendFrame(int perFrame, bool raw)
    {
        QString frame = QStringLiteral("0|H0STCNT0|%1|").arg(perFrame, 3, 10, QLatin1Char{'0'});
        const std::int64_t first = sent + 1;
        for (int i = 0; i < perFrame; ++i) {
            ++sent;
            frame += record(sent, static_cast<int>(sent % kSymbols));
            if (i + 1 < perFrame) {
                frame += u'^';
            }
        }
        const std::int64_t now = steadyNs();
        for (std::int64_t n = first; n <= sent; ++n) {
            sentAt[static_cast<std::size_t>(n) % kSlots] = now;
        }
        if (raw) {
            const QByteArray bytes = frame.toUtf8();
            m_rawClient->write(reinterpret_cast<const char*>(&first), sizeof first);
            m_rawClient->write(bytes.leftJustified(512 * perFrame - 8, ' ', true));
            m_rawClient->flush();
        } else {
            m_client->sendTextMessage(frame);
            m_client->flush();
        }
    }

    QWebSocketServer* m_socketServer = nullptr;
    QTcpServer* m_raw = nullptr;
    QWebSocket* m_client = nullptr;
    QTcpSocket* m_rawClient = nullptr;
};

/// Socket, codec and desk on one thread, as LogicRoot has them; writes down each latency.
class Logic final : public QObject, private market::MarketFeedSink
{
public:
    void start(std::uint16_t port)
    {
        desk::DeskOptions options;
        options.config = config::defaultConfig(domain::EnvironmentKind::Sim);
        m_desk = std::make_unique<desk::Desk>(options);
        kis::FeedOptions feed;
        feed.url = QUrl{QStringLiteral("ws://127.0.0.1:%1/tryitout").arg(port)};
        feed.streams = {domain::Stream::Trade};
        feed.times.pace = 2ms;
        market::MarketFeedSink& sink = *this;
        m_feed = std::make_unique<kis::FeedSession>(sink, m_clock, feed);
        connect(m_feed.get(), &kis::FeedSession::approvalNeeded, this,
                [this] { m_feed->setApprovalKey(QStringLiteral("bench")); });
        std::vector<domain::FeedKey> wanted;
        for (int i = 0; i < kSymbols; ++i) {
            wanted.push_back({domain::Stream::Trade, *domain::Symbol::parse(QStringView{
                                                         QString::number(100000 + i * 10)})});
        }
        m_feed->setWanted(std::move(wanted));
        m_feed->start();
    }
    [[nodiscard]] bool isLive() const { return live.load(); }
    std::atomic<bool> live{false};
    std::atomic<std::int64_t> received{0};
    double cpuStart = 0;
    void stop() { m_feed.reset(); }

private:
    void onTrades(std::span<const domain::Trade> trades) override
    {
        const domain::Timestamp now = m_clock.now();
        for (const domain::Trade& trade : trades) {
            ++m_event.number;
            m_event.time = now;
            m_event.payload = trade;
            (void)m_desk->apply(m_event);
        }
        const std::int64_t done = steadyNs();
        for (const domain::Trade& trade : trades) {
            latencies.push_back(
                done - sentAt[static_cast<std::size_t>(trade.accVolume.shares()) % kSlots]);
        }
        inHand.push_back(done - m_feed->lastHeard().count());
        received.fetch_add(static_cast<std::int64_t>(trades.size()));
    }
    void onQuote(const domain::Quote&) override {}
    void onExpected(const domain::ExpectedTrade&) override {}
    void onOperation(const domain::MarketOperation&) override {}
    void onNotice(const domain::OrderNotice&) override {}
    void onRegistration(const domain::FeedKey&, bool) override {}
    void onRefused(const domain::FeedKey&, const QString&) override {}
    void onFeedState() override { live = m_feed->figures().state == domain::FeedState::Live; }

    base::MachineClock m_clock;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<kis::FeedSession> m_feed;
    domain::Event m_event;
};

/// The reference: reads the same bytes from a plain TCP socket and parses nothing.
class RawReader final : public QObject
{
public:
    explicit RawReader(int perFrame) : m_size{512 * perFrame}, m_perFrame{perFrame} {}
    void start(std::uint16_t port)
    {
        m_socket = new QTcpSocket{this};
        connect(m_socket, &QTcpSocket::readyRead, this, [this] {
            while (m_socket->bytesAvailable() >= m_size) {
                const QByteArray frame = m_socket->read(m_size);
                std::int64_t first = 0;
                std::memcpy(&first, frame.constData(), sizeof first);
                const std::int64_t done = steadyNs();
                for (int i = 0; i < m_perFrame; ++i) {
                    latencies.push_back(done
                                        - sentAt[static_cast<std::size_t>(first + i) % kSlots]);
                }
            }
        });
        m_socket->connectToHost(QHostAddress::LocalHost, port);
        connect(m_socket, &QTcpSocket::connected, this, [this] { live = true; });
    }
    std::atomic<bool> live{false};

private:
    QTcpSocket* m_socket = nullptr;
    qint64 m_size;
    int m_perFrame;
};

/// A window's worth of painting on the main thread while the others work.
void paintUntil(const std::atomic<bool>& stop, std::chrono::milliseconds work)
{
    QImage image{1920, 1080, QImage::Format_RGB32};
    while (!stop) {
        const std::int64_t start = steadyNs();
        while (steadyNs() - start < std::chrono::nanoseconds{work}.count()) {
            QPainter painter{&image};
            painter.fillRect(0, 0, 400, 400, QColor{static_cast<int>(start % 255), 20, 33});
        }
        QThread::msleep(static_cast<unsigned long>(std::max<std::int64_t>(16 - work.count(), 1)));
    }
}

double quantile(std::vector<std::int64_t>& values, double share)
{
    if (values.empty()) {
        return 0;
    }
    const auto at = static_cast<std::size_t>(static_cast<double>(values.size() - 1) * share);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(at),
                     values.end());
    return static_cast<double>(values[at]) / 1000.0;
}

void row(const char* name, std::vector<std::int64_t> values)
{
    std::printf("%-44s n %9zu  p50 %8.1f  p99 %8.1f  p99.9 %8.1f us\n", name, values.size(),
                quantile(values, 0.50), quantile(values, 0.99), quantile(values, 0.999));
}

/// Runs `job` on the server's thread while the main thread paints.
template <typename Job>
void run(QThread& thread, Server& server, std::chrono::milliseconds paint, Job job)
{
    std::atomic<bool> done{false};
    QMetaObject::invokeMethod(&server, [&] {
        job(server);
        done = true;
    });
    (void)thread;
    paintUntil(done, paint);
    QThread::msleep(300);  // What is still in the socket.
}
}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app{argc, argv};
    const std::chrono::seconds length{argc > 1 ? QByteArray{argv[1]}.toInt() : 10};
    latencies.reserve(8'000'000);
    inHand.reserve(8'000'000);

    QThread serverThread;
    auto* server = new Server;
    server->moveToThread(&serverThread);
    serverThread.start();
    std::atomic<int> port{0};
    QMetaObject::invokeMethod(server, [&] { port = server->listen(); });
    while (port == 0) {
        QThread::msleep(1);
    }
    QThread logicThread;
    auto* logic = new Logic;
    logic->moveToThread(&logicThread);
    logicThread.start();
    QMetaObject::invokeMethod(logic,
                              [&] { logic->start(static_cast<std::uint16_t>(port.load())); });
    while (!logic->isLive()) {
        QThread::msleep(5);
    }

    const auto measure = [&](const char* name, int rate, int perFrame,
                             std::chrono::milliseconds paint) {
        latencies.clear();
        inHand.clear();
        const std::int64_t before = logic->received;
        const std::int64_t sentBefore = server->sent;
        std::atomic<double> cpu{0};
        QMetaObject::invokeMethod(logic, [&] { cpu = threadCpuSeconds(); });
        QThread::msleep(50);
        const double cpuBefore = cpu;
        run(serverThread, *server, paint,
            [&](Server& s) { s.send(rate, perFrame, length, false); });
        QMetaObject::invokeMethod(logic, [&] { cpu = threadCpuSeconds() - cpuBefore; });
        QThread::msleep(100);
        row(name, latencies);
        row("  of it: frame in hand to applied", inHand);
        std::printf(
            "  lost %lld, logic thread %.1f %% of a core\n",
            static_cast<long long>((server->sent - sentBefore) - (logic->received - before)),
            100.0 * cpu / static_cast<double>(length.count()));
    };
    measure("1,000 records/s, 1 a frame, 4 ms paints", 1'000, 1, 4ms);
    measure("1,000 records/s, 1 a frame, 12 ms paints", 1'000, 1, 12ms);
    measure("20,000 records/s, 10 a frame, 4 ms paints", 20'000, 10, 4ms);

    {
        QThread rawThread;
        auto* raw = new RawReader{1};
        raw->moveToThread(&rawThread);
        QObject::connect(&rawThread, &QThread::finished, raw, &QObject::deleteLater);
        rawThread.start();
        QMetaObject::invokeMethod(raw, [&] { raw->start(server->rawPort()); });
        while (!raw->live) {
            QThread::msleep(5);
        }
        QThread::msleep(100);
        latencies.clear();
        run(serverThread, *server, 4ms, [&](Server& s) { s.send(1'000, 1, length, true); });
        row("reference: raw socket, 1,000/s", latencies);
        rawThread.quit();
        rawThread.wait();
    }
    {
        const std::int64_t before = logic->received;
        constexpr std::int64_t kRecords = 1'000'000;
        const std::int64_t start = steadyNs();
        QMetaObject::invokeMethod(server, [&] { server->saturate(kRecords, 20); });
        while (logic->received - before < kRecords && steadyNs() - start < 60'000'000'000LL) {
            QThread::msleep(1);
        }
        std::printf("saturation, 20 a frame: %.2f M records/s (sender in the same process)\n",
                    static_cast<double>(logic->received - before) * 1e3
                        / static_cast<double>(steadyNs() - start));
    }
    QMetaObject::invokeMethod(logic, [&] { logic->stop(); });
    QMetaObject::invokeMethod(logic, &QObject::deleteLater);
    QMetaObject::invokeMethod(server, &QObject::deleteLater);
    QThread::msleep(100);
    logicThread.quit();
    logicThread.wait();
    serverThread.quit();
    serverThread.wait();
    return 0;
}
