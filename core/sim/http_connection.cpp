#include "core/sim/http_connection.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <sys/socket.h>

namespace core::sim
{
namespace
{
constexpr std::chrono::milliseconds kDripStep{20};

QByteArray httpDate()
{
    return QLocale::c()
               .toString(QDateTime::currentDateTimeUtc(),
                         QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
               .toLatin1()
           + " GMT";
}
}  // namespace

HttpConnection::HttpConnection(QTcpSocket& socket, Handler handler)
    : QObject{&socket}, m_socket{socket}, m_handler{std::move(handler)}
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(std::chrono::seconds{60});
    connect(&m_idle, &QTimer::timeout, &m_socket, &QTcpSocket::abort);
    connect(&m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    m_idle.start();
    if (m_socket.bytesAvailable() > 0) {
        read();
    }
}

void HttpConnection::read()
{
    m_idle.start();
    m_parser.feed(m_socket.readAll());
    serve();
}

void HttpConnection::serve()
{
    m_serving = true;
    while (!m_busy) {
        const std::optional<HttpRequest> request = m_parser.next();
        if (!request) {
            break;
        }
        m_busy = true;
        const HttpReply reply = m_handler(*request);
        const bool keepAlive = request->keepAlive;
        if (reply.delay.count() > 0) {
            QTimer::singleShot(reply.delay, Qt::PreciseTimer, this,
                               [this, reply, keepAlive] { deliver(reply, keepAlive); });
        } else {
            deliver(reply, keepAlive);
        }
    }
    m_serving = false;
    if (!m_busy && m_parser.error() != 0) {
        m_busy = true;
        m_socket.write(
            httpBytes({.status = m_parser.error(), .body = {}, .contentType = {}, .headers = {}},
                      httpDate(), false));
        m_socket.disconnectFromHost();
    }
}

void HttpConnection::deliver(const HttpReply& reply, bool keepAlive)
{
    const QByteArray bytes = httpBytes(reply, httpDate(), keepAlive);
    switch (reply.delivery) {
    case Delivery::Whole:
        if (reply.bytesPerSecond > 0) {
            drip(bytes, reply.bytesPerSecond, keepAlive);
        } else {
            m_socket.write(bytes);
            finish(keepAlive);
        }
        return;
    case Delivery::Close:
        m_socket.disconnectFromHost();
        return;
    case Delivery::Reset:
        reset();
        return;
    case Delivery::Hang:
        m_idle.stop();
        return;
    case Delivery::Partial:
        m_socket.write(bytes.left(bytes.size() - std::max<qsizetype>(1, reply.body.size() / 2)));
        finish(false);
        return;
    case Delivery::Cut:
        m_socket.write(bytes.left(6));
        finish(false);
        return;
    case Delivery::Garbled:
        m_socket.write(reply.body);
        finish(false);
        return;
    }
}

void HttpConnection::drip(const QByteArray& bytes, int perSecond, bool keepAlive)
{
    m_dripping = bytes;
    const qsizetype piece = std::max<qsizetype>(1, perSecond * kDripStep.count() / 1'000);
    const std::chrono::milliseconds every{
        std::max<std::int64_t>(kDripStep.count(), piece * 1'000 / perSecond)};
    m_drip.disconnect(this);
    connect(&m_drip, &QTimer::timeout, this, [this, piece, keepAlive] {
        m_idle.start();
        m_socket.write(m_dripping.left(piece));
        m_dripping.remove(0, piece);
        if (m_dripping.isEmpty()) {
            m_drip.stop();
            finish(keepAlive);
        }
    });
    m_drip.start(every);
}

void HttpConnection::finish(bool keepAlive)
{
    if (!keepAlive) {
        m_socket.disconnectFromHost();
        return;
    }
    m_busy = false;
    if (!m_serving) {
        serve();  // Requests that waited for a delayed reply.
    }
}

void HttpConnection::reset()
{
    const linger hard{.l_onoff = 1, .l_linger = 0};
    (void)::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                       sizeof hard);
    m_socket.abort();
}
}  // namespace core::sim

#include "moc_http_connection.cpp"
