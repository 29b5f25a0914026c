#include "core/sim/http_server.h"

#include "core/sim/http_connection.h"

#include <QHostAddress>
#include <QSslServer>
#include <QSslSocket>

namespace core::sim
{
namespace
{
constexpr int kConnectionsMax = 64;
}  // namespace

HttpServer::HttpServer(Handler handler, QObject* parent)
    : QObject{parent}, m_handler{std::move(handler)}
{
}

HttpServer::~HttpServer()
{
    // Sockets are the server's children: their last words must not find this object half gone.
    if (m_server) {
        for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>()) {
            socket->disconnect(this);
        }
    }
}

base::Status HttpServer::listen(std::uint16_t port, const std::optional<QSslConfiguration>& tls)
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost, port)) {
        return base::Error{base::ErrorCode::Network,
                           QStringLiteral("the simulator's REST server cannot listen on "
                                          "127.0.0.1:%1: %2")
                               .arg(port)
                               .arg(m_server->errorString())};
    }
    return base::Done{};
}

std::uint16_t HttpServer::port() const
{
    return m_server ? m_server->serverPort() : std::uint16_t{0};
}

void HttpServer::setIdleClose(std::chrono::milliseconds after)
{
    m_idleClose = after;
    if (m_server) {
        for (HttpConnection* connection : m_server->findChildren<HttpConnection*>()) {
            connection->setIdleClose(after);
        }
    }
}

void HttpServer::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        if (m_connections >= kConnectionsMax) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_connections;
        socket->setReadBufferSize(HttpParser::kHeadBytesMax + HttpParser::kBodyBytesMax);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_connections;
            socket->deleteLater();
        });
        auto* connection = new HttpConnection{*socket, m_handler};
        connection->setIdleClose(m_idleClose);
    }
}
}  // namespace core::sim

#include "moc_http_server.cpp"
