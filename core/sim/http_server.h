#pragma once

#include "core/base/result.h"
#include "core/sim/http_message.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <memory>
#include <optional>

namespace core::sim
{
/// A small HTTP/1.1 server on loopback, with or without TLS.
///
/// Keep-alive; one request of a connection at a time; at most 64 connections; a connection that
/// says nothing for 60 s of the machine (`setIdleClose`) is closed. Its own because a broker's
/// faults (cut, reset, hung, dripped replies) cannot be played on QHttpServer.
/// Thread: the one it is created on; the handler runs there and answers at once.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<HttpReply(const HttpRequest&)>;

    explicit HttpServer(Handler handler, QObject* parent = nullptr);
    ~HttpServer() override;

    [[nodiscard]] base::Status listen(std::uint16_t port,
                                      const std::optional<QSslConfiguration>& tls);
    [[nodiscard]] std::uint16_t port() const;
    /// For open connections from their next byte on.
    void setIdleClose(std::chrono::milliseconds after);
    /// Connections open now.
    [[nodiscard]] int connections() const noexcept { return m_connections; }

private:
    void accept();

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    std::chrono::milliseconds m_idleClose{60'000};
    int m_connections = 0;
};
}  // namespace core::sim
