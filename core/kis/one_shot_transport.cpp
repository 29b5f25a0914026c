#include "core/kis/one_shot_transport.h"

#include "core/base/crash_point.h"
#include "core/base/log.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>

namespace core::kis
{
namespace
{
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr int kTlsPort = 443;
constexpr int kPlainPort = 80;

bool isLoopback(const QString& host)
{
    return host == u"localhost" || QHostAddress{host}.isLoopback();
}

// A stored length or host in a header would let one request look like two.
bool isClean(const QByteArray& text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}
}  // namespace

OneShotTransport::OneShotTransport(const base::Clock& clock, OneShotOptions options,
                                   QObject* parent)
    : QObject{parent},
      m_clock{clock},
      m_options{std::move(options)},
      m_backOff{{seconds{1}, seconds{2}, seconds{4}, seconds{8}}, m_options.jitterSeed}
{
    m_options.tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_options.tls.setProtocol(QSsl::TlsV1_2OrLater);
}

OneShotTransport::~OneShotTransport()
{
    for (const auto& call : m_calls) {
        if (call->socket != nullptr) {
            call->socket->disconnect(this);
        }
    }
    for (const Standby& standby : m_standbys) {
        standby.socket->disconnect(this);
    }
}

bool OneShotTransport::isTls() const
{
    return m_options.base.scheme() == u"https";
}

/// Why this address may not be spoken to at all; empty if it may.
QString OneShotTransport::refusal() const
{
    const QUrl& base = m_options.base;
    if (base.host().isEmpty() || (!isTls() && base.scheme() != u"http")) {
        return QStringLiteral("the broker's address %1 is not usable").arg(base.authority());
    }
    if (!isTls() && !isLoopback(base.host())) {
        return QStringLiteral("orders go to %1 only over TLS").arg(base.host());
    }
    return {};
}

QSslSocket* OneShotTransport::open()
{
    auto* const socket = new QSslSocket{this};
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setSslConfiguration(m_options.tls);
    connect(socket, &QSslSocket::connected, socket,
            [socket] { socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    const QString host = m_options.base.host();
    if (isTls()) {
        socket->connectToHostEncrypted(host, static_cast<quint16>(m_options.base.port(kTlsPort)),
                                       host);
    } else {
        socket->connectToHost(host, static_cast<quint16>(m_options.base.port(kPlainPort)));
    }
    return socket;
}

void OneShotTransport::discard(QSslSocket* socket)
{
    socket->abort();
    socket->deleteLater();
}

OneShotTransport::Call* OneShotTransport::find(const QSslSocket* socket)
{
    const auto at = std::find_if(m_calls.begin(), m_calls.end(),
                                 [socket](const auto& call) { return call->socket == socket; });
    return at == m_calls.end() ? nullptr : at->get();
}

void OneShotTransport::send(OneShotRequest request, Done done)
{
    CRASH_POINT(NetOrderTaken);
    m_calls.push_back(std::make_unique<Call>());
    Call& call = *m_calls.back();
    call.request = std::move(request);
    call.done = std::move(done);
    call.response = HttpResponse{m_options.limits};
    call.deadline = m_clock.monotonic() + m_options.deadline;
    if (const QString why = refusal(); !why.isEmpty()) {
        end(call, {.end = OneShotEnd::NotSent, .problem = why});
        return;
    }
    if (QSslSocket* const ready = takeStandby()) {
        call.standby = true;
        adopt(call, ready);
        write(call);
    } else {
        adopt(call, open());
    }
    if (m_standbyWanted) {
        openStandby(m_clock.monotonic());
    }
}

void OneShotTransport::adopt(Call& call, QSslSocket* socket)
{
    call.socket = socket;
    const auto onCall = [this, socket](void (OneShotTransport::*step)(Call&)) {
        return [this, socket, step] {
            if (Call* const one = find(socket)) {
                (this->*step)(*one);
            }
        };
    };
    if (isTls()) {
        connect(socket, &QSslSocket::encrypted, this, onCall(&OneShotTransport::write));
    } else {
        connect(socket, &QSslSocket::connected, this, onCall(&OneShotTransport::write));
    }
    connect(socket, &QSslSocket::readyRead, this, onCall(&OneShotTransport::read));
    connect(socket, &QSslSocket::disconnected, this, onCall(&OneShotTransport::broken));
    connect(socket, &QSslSocket::errorOccurred, this, onCall(&OneShotTransport::broken));
}

QByteArray OneShotTransport::bytesOf(const OneShotRequest& request) const
{
    const int port = m_options.base.port(-1);
    QByteArray bytes = "POST " + request.path
                       + " HTTP/1.1\r\nHost: " + m_options.base.host(QUrl::FullyEncoded).toLatin1();
    if (port >= 0) {
        bytes += ':' + QByteArray::number(port);
    }
    bytes += "\r\n";
    for (const auto& [name, value] : request.headers) {
        Q_ASSERT(isClean(name) && isClean(value));
        bytes += name + ": " + value + "\r\n";
    }
    bytes += "Content-Length: " + QByteArray::number(request.body.size())
             + "\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n" + request.body;
    return bytes;
}

/// The one thing this class exists for. Not an assertion that a build could leave out.
void OneShotTransport::noteWritten(const OneShotRequest& request)
{
    // Numbers of another day do not come again.
    std::erase_if(m_written,
                  [&request](const Key& key) { return std::get<0>(key).date < request.id.date; });
    const bool first = m_written.emplace(request.id, request.leg, request.attempt).second;
    if (!first && base::sabotage() != base::Sabotage::SendFirst) {
        qFatal("order %s: a second write of the same request; the program stops before it",
               qUtf8Printable(request.id.toString()));
    }
    ++m_writtenCount;
}

void OneShotTransport::write(Call& call)
{
    if (std::exchange(call.written, true)) {
        return;
    }
    noteWritten(call.request);
    const QByteArray bytes = bytesOf(call.request);
    call.writtenAt = m_clock.monotonic();
    // A broken line may say so from inside write() or flush(): then the call is over and gone.
    QSslSocket* const socket = call.socket;
    CRASH_POINT(NetBeforeFirstByte);
    qint64 taken = 0;
#ifdef TERMINAL_CRASH_POINTS
    taken = socket->write(bytes.left(bytes.size() / 2));
    if (find(socket) != nullptr) {
        socket->flush();
    }
    CRASH_POINT(NetAfterFirstByte);
#endif
    if (taken >= 0 && find(socket) != nullptr) {
        const qint64 rest = socket->write(bytes.mid(taken));
        taken = rest < 0 ? rest : taken + rest;
    }
    if (find(socket) != nullptr) {
        socket->flush();
    }
    CRASH_POINT(NetAfterLastByte);
    Call* const still = find(socket);
    if (still != nullptr && taken != bytes.size()) {
        end(*still, {.end = OneShotEnd::Unknown,
                     .problem = QStringLiteral("the connection took only a part of the request")});
    }
}

void OneShotTransport::read(Call& call)
{
    // A server that speaks before it was asked has another conversation in mind.
    if (!call.written) {
        end(call, {.end = OneShotEnd::NotSent,
                   .problem = QStringLiteral("the server spoke before it was asked")});
        return;
    }
    CRASH_POINT(NetAnswerBegun);
    constexpr qint64 kPiece = qint64{64} * 1024;
    QSslSocket* const socket = call.socket;
    while (find(socket) != nullptr && socket->bytesAvailable() > 0) {
        const QByteArray piece = socket->read(kPiece);
        if (find(socket) == nullptr) {
            return;
        }
        const HttpResponse::State state = call.response.feed(piece);
        if (state == HttpResponse::State::Complete) {
            CRASH_POINT(NetAnswerRead);
            end(call, {.end = OneShotEnd::Reply,
                       .status = call.response.status(),
                       .body = call.response.body(),
                       .date = call.response.header(QByteArrayLiteral("date"))});
            return;
        }
        if (state == HttpResponse::State::Failed) {
            end(call,
                {.end = OneShotEnd::Unknown, .problem = QLatin1String{call.response.problem()}});
            return;
        }
    }
}

void OneShotTransport::broken(Call& call)
{
    const QString error = call.socket->errorString();
    if (!call.written) {
        end(call, {.end = OneShotEnd::NotSent,
                   .problem = QStringLiteral("no connection: %1").arg(error)});
        return;
    }
    if (call.socket->bytesAvailable() > 0) {
        QSslSocket* const socket = call.socket;
        read(call);
        if (find(socket) == nullptr) {
            return;
        }
    }
    if (call.response.finish() == HttpResponse::State::Complete) {
        end(call, {.end = OneShotEnd::Reply,
                   .status = call.response.status(),
                   .body = call.response.body(),
                   .date = call.response.header(QByteArrayLiteral("date"))});
        return;
    }
    end(call,
        {.end = OneShotEnd::Unknown,
         .problem = QStringLiteral("%1 (%2)").arg(QLatin1String{call.response.problem()}, error)});
}

void OneShotTransport::end(Call& call, OneShotResult result)
{
    result.standby = call.standby;
    if (call.written) {
        result.roundTrip = m_clock.monotonic() - call.writtenAt;
    }
    const Done done = std::move(call.done);
    if (call.socket != nullptr) {
        call.socket->disconnect(this);
        discard(call.socket);
    }
    std::erase_if(m_calls, [&call](const auto& other) { return other.get() == &call; });
    done(result);
}

void OneShotTransport::tick(nanoseconds now)
{
    std::vector<QSslSocket*> late;
    for (const auto& call : m_calls) {
        if (call->deadline <= now) {
            late.push_back(call->socket);
        }
    }
    for (const QSslSocket* const socket : late) {
        Call* const call = find(socket);
        if (call == nullptr) {
            continue;
        }
        const auto limit = std::chrono::duration_cast<milliseconds>(m_options.deadline).count();
        end(*call,
            call->written
                ? OneShotResult{.end = OneShotEnd::Unknown,
                                .problem = QStringLiteral("no answer within %1 ms").arg(limit)}
                : OneShotResult{.end = OneShotEnd::NotSent,
                                .problem =
                                    QStringLiteral("no connection within %1 ms").arg(limit)});
    }
    tickStandby(now);
}
}  // namespace core::kis

#include "moc_one_shot_transport.cpp"
