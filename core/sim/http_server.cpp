#include "core/sim/http_server.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QSslServer>
#include <QSslSocket>
#include <QTimer>

namespace core::sim
{
namespace
{
constexpr int kConnectionsMax = 64;
constexpr std::chrono::seconds kIdle{60};

QByteArray httpDate()
{
    return QLocale::c()
               .toString(QDateTime::currentDateTimeUtc(),
                         QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
               .toLatin1()
           + " GMT";
}
}  // namespace

HttpServer::HttpServer(Handler handler, QObject* parent)
    : QObject{parent}, m_handler{std::move(handler)}
{
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
        auto parser = std::make_shared<HttpParser>();
        auto* idle = new QTimer{socket};
        idle->setSingleShot(true);
        connect(idle, &QTimer::timeout, socket, &QTcpSocket::abort);
        idle->start(kIdle);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, parser, idle] {
            idle->start(kIdle);
            parser->feed(socket->readAll());
            serve(*socket, *parser);
        });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_connections;
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0) {
            parser->feed(socket->readAll());
            serve(*socket, *parser);
        }
    }
}

void HttpServer::serve(QTcpSocket& socket, HttpParser& parser)
{
    while (const std::optional<HttpRequest> request = parser.next()) {
        socket.write(httpBytes(m_handler(*request), httpDate(), request->keepAlive));
        if (!request->keepAlive) {
            socket.disconnectFromHost();
            return;
        }
    }
    if (parser.error() != 0) {
        socket.write(
            httpBytes({.status = parser.error(), .body = {}, .contentType = {}, .headers = {}},
                      httpDate(), false));
        socket.disconnectFromHost();
    }
}
}  // namespace core::sim
