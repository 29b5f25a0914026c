#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>
#include <sys/socket.h>
#include <vector>

namespace test
{
/// A server on loopback, plain or TLS, that counts the requests it has read and then does what
/// the script says with the connection.
class RawServer final : public QTcpServer
{
    Q_OBJECT

public:
    using Script = std::function<void(QSslSocket* socket)>;

    explicit RawServer(std::optional<QSslConfiguration> tls = std::nullopt) : m_tls{std::move(tls)}
    {
        const bool listening = listen(QHostAddress::LocalHost);
        Q_ASSERT(listening);
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl{QStringLiteral("%1://127.0.0.1:%2")
                        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"))
                        .arg(serverPort())};
    }

    /// Ends a connection the hard way: what is on its way is lost, the other side sees a reset.
    static void reset(QSslSocket* socket)
    {
        const linger hard{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                     sizeof hard);
        socket->abort();
    }

    Script script;        ///< After a whole request.
    Script onConnection;  ///< As soon as the connection stands.
    int connections = 0;
    int posts = 0;  ///< Request lines read, on all connections.
    std::vector<QByteArray> requests;
    std::vector<QPointer<QSslSocket>> sockets;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto* const socket = new QSslSocket{this};
        socket->setSocketDescriptor(descriptor);
        sockets.emplace_back(socket);
        ++connections;
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        if (m_tls) {
            socket->setSslConfiguration(*m_tls);
            connect(socket, &QSslSocket::encrypted, this, [this, socket] { stands(socket); });
            socket->startServerEncryption();
        } else {
            stands(socket);
        }
    }

private:
    void stands(QSslSocket* socket)
    {
        if (onConnection) {
            onConnection(socket);
        }
    }
    void read(QSslSocket* socket)
    {
        const QByteArray before = socket->property("heard").toByteArray();
        const QByteArray text = before + socket->readAll();
        if (!before.contains("POST ") && text.contains("POST ")) {
            ++posts;
        }
        socket->setProperty("heard", text);
        const qsizetype head = text.indexOf("\r\n\r\n");
        const qsizetype at = text.toLower().indexOf("content-length: ");
        if (head < 0 || at < 0) {
            return;
        }
        const qsizetype length = text.mid(at + 16, text.indexOf('\r', at) - at - 16).toLongLong();
        if (text.size() < head + 4 + length) {
            return;
        }
        socket->setProperty("heard", {});
        requests.push_back(text);
        script(socket);
    }

    std::optional<QSslConfiguration> m_tls;
};
}  // namespace test
