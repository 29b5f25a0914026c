#include "tests/support/feed_relay.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace test
{
namespace
{
constexpr std::uint8_t kText = 1;
constexpr std::uint8_t kPing = 9;
constexpr std::uint8_t kPong = 10;

std::chrono::nanoseconds now()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

std::uint8_t byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<std::uint8_t>(bytes.at(at));
}

struct Frame
{
    qsizetype size = 0;  ///< Header and all.
    std::uint8_t opcode = 0;
    QByteArray payload;  ///< Without its mask.
};

/// The frame that `bytes` begin with, once all of it is there (RFC 6455, section 5.2).
std::optional<Frame> frameOf(QByteArrayView bytes)
{
    if (bytes.size() < 2) {
        return std::nullopt;
    }
    Frame frame;
    frame.opcode = byteAt(bytes, 0) & 0x0fU;
    qsizetype length = byteAt(bytes, 1) & 0x7fU;
    qsizetype at = 2;
    const qsizetype wide = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (bytes.size() < at + wide) {
        return std::nullopt;
    }
    if (wide > 0) {
        length = 0;
        for (qsizetype i = 0; i < wide; ++i) {
            length = length * 256 + byteAt(bytes, at + i);
        }
        at += wide;
    }
    const bool masked = (byteAt(bytes, 1) & 0x80U) != 0;
    const qsizetype mask = at;
    at += masked ? 4 : 0;
    if (bytes.size() < at + length) {
        return std::nullopt;
    }
    frame.payload = bytes.sliced(at, length).toByteArray();
    for (qsizetype i = 0; masked && i < length; ++i) {
        frame.payload[i] =
            static_cast<char>(byteAt(frame.payload, i) ^ byteAt(bytes, mask + i % 4));
    }
    frame.size = at + length;
    return frame;
}

/// Moves a handshake, once it is complete, from `from` to `to`.
bool passHandshake(QByteArray& from, QTcpSocket& to)
{
    const qsizetype end = from.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    to.write(from.left(end + 4));
    from.remove(0, end + 4);
    return true;
}
}  // namespace

/// One connection: both ends, and what has come that is not a whole frame yet.
struct FeedRelay::Line
{
    Line() = default;
    ~Line()
    {
        client->disconnect();  // Neither end is to hear of the other's end any more.
        server->disconnect();
    }
    Q_DISABLE_COPY_MOVE(Line)

    std::unique_ptr<QTcpSocket> client;
    std::unique_ptr<QTcpSocket> server;
    QByteArray fromClient;
    QByteArray fromServer;
    bool asked = false;     ///< The client's handshake is through.
    bool answered = false;  ///< The server's is.
};

FeedRelayLog::Figures FeedRelayLog::figures() const
{
    const std::lock_guard lock{m_mutex};
    return m_figures;
}

FeedRelay::FeedRelay(std::uint16_t server, std::shared_ptr<FeedRelayLog> log)
    : m_port{server}, m_log{std::move(log)}
{
}

FeedRelay::~FeedRelay() = default;

void FeedRelay::start()
{
    m_timer = new QTimer{this};
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &FeedRelay::injectOne);
    m_server = new QTcpServer{this};
    connect(m_server, &QTcpServer::newConnection, this, &FeedRelay::accept);
    const bool listening = m_server->listen(QHostAddress::LocalHost);
    Q_ASSERT(listening);
    Q_EMIT ready(m_server->serverPort());
}

void FeedRelay::accept()
{
    while (QTcpSocket* next = m_server->nextPendingConnection()) {
        auto line = std::make_unique<Line>();
        line->client.reset(next);
        line->client->setParent(nullptr);
        line->client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        line->server = std::make_unique<QTcpSocket>();
        Line* raw = line.get();
        connect(next, &QTcpSocket::readyRead, this, [this, raw] {
            raw->fromClient += raw->client->readAll();
            clientSpoke(*raw);
        });
        connect(raw->server.get(), &QTcpSocket::readyRead, this, [this, raw] {
            raw->fromServer += raw->server->readAll();
            serverSpoke(*raw);
        });
        connect(raw->server.get(), &QTcpSocket::disconnected, next,
                [raw] { raw->client->disconnectFromHost(); });
        connect(next, &QTcpSocket::disconnected, raw->server.get(),
                [raw] { raw->server->disconnectFromHost(); });
        raw->server->connectToHost(QHostAddress::LocalHost, m_port);
        m_line = std::move(line);
    }
}

void FeedRelay::serverSpoke(Line& line)
{
    line.answered = line.answered || passHandshake(line.fromServer, *line.client);
    if (!line.answered) {
        return;
    }
    // What came together goes on together: at 20,000 records a second a write each is too slow.
    qsizetype whole = 0;
    std::uint64_t records = 0;
    while (const std::optional<Frame> frame =
               frameOf(QByteArrayView{line.fromServer}.sliced(whole))) {
        records += frame->opcode == kText && !frame->payload.startsWith('{') ? 1U : 0U;
        lookAt(frame->payload);
        whole += frame->size;
    }
    line.client->write(line.fromServer.constData(), whole);
    line.fromServer.remove(0, whole);
    const std::lock_guard lock{m_log->m_mutex};
    m_log->m_figures.records += records;
}

void FeedRelay::watch(const QByteArray& code, std::int64_t level)
{
    m_watched[code] = level;
    Q_EMIT watching(code);
}

/// 0|H0STCNT0|COUNT|FIELD^FIELD^...; a record's first field is its code, its third the price.
void FeedRelay::lookAt(const QByteArray& payload)
{
    constexpr qsizetype kHead = 11;  // "0|H0STCNT0|"
    const auto named = [&payload](const auto& one) { return payload.contains(one.first); };
    if (!payload.startsWith("0|H0STCNT0|")
        || std::none_of(m_watched.begin(), m_watched.end(), named)) {
        return;
    }
    const QList<QByteArray> fields = payload.mid(payload.indexOf('|', kHead) + 1).split('^');
    for (qsizetype at = 0; at + 2 < fields.size(); ++at) {
        const auto watched = m_watched.find(fields[at]);
        if (watched != m_watched.end() && fields[at + 2].toLongLong() <= watched->second) {
            Q_EMIT traded(fields[at], now().count());
        }
    }
}

void FeedRelay::clientSpoke(Line& line)
{
    line.asked = line.asked || passHandshake(line.fromClient, *line.server);
    while (line.asked) {
        const std::optional<Frame> frame = frameOf(QByteArrayView{line.fromClient});
        if (!frame) {
            return;
        }
        if (!isEchoOfOurs(frame->opcode, frame->payload)) {
            line.server->write(line.fromClient.left(frame->size));
        }
        line.fromClient.remove(0, frame->size);
    }
}

bool FeedRelay::isEchoOfOurs(std::uint8_t opcode, const QByteArray& payload)
{
    const std::chrono::nanoseconds at = now();
    const std::lock_guard lock{m_log->m_mutex};
    m_log->m_figures.pings += opcode == kPing ? 1 : 0;
    m_log->m_figures.pongs += opcode == kPong ? 1 : 0;
    const auto sent = m_waiting.find(payload);
    if (opcode != kText || sent == m_waiting.end()) {
        const bool echo = opcode == kText && payload.contains("PINGPONG");
        m_log->m_figures.otherEchoes += echo ? 1 : 0;
        return false;
    }
    m_log->m_figures.took.push_back(at - sent->second);
    m_waiting.erase(sent);
    if (m_left == 0 && m_waiting.empty() && m_done) {
        m_done->release();
        m_done.reset();
    }
    return true;
}

void FeedRelay::inject(int count, std::chrono::milliseconds every, std::shared_ptr<QSemaphore> done)
{
    m_left = count;
    m_done = std::move(done);
    m_timer->start(every);
}

void FeedRelay::injectOne()
{
    if (m_left == 0 || !m_line || !m_line->answered) {
        return;
    }
    // As the broker writes it; the stamp tells one from the other.
    const QByteArray text = R"({"header":{"tr_id":"PINGPONG","datetime":"209912)"
                            + QByteArray::number(++m_number).rightJustified(8, '0') + R"("}})";
    QByteArray frame;
    frame.append(static_cast<char>(0x80U | kText));
    frame.append(static_cast<char>(text.size()));
    frame.append(text);
    {
        const std::lock_guard lock{m_log->m_mutex};
        ++m_log->m_figures.sent;
    }
    --m_left;
    m_waiting.emplace(text, now());
    m_line->client->write(frame);
    m_line->client->flush();
    if (m_left == 0) {
        m_timer->stop();
    }
}
}  // namespace test

#include "moc_feed_relay.cpp"
