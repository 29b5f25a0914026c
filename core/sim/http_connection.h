#pragma once

#include "core/sim/http_message.h"

#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace core::sim
{
/// One connection of the HTTP server: parses, asks the handler, delivers as the reply says.
///
/// Child of its socket and gone with it. While a reply is delayed, dripped or hung, what the
/// client sends meanwhile waits.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<HttpReply(const HttpRequest&)>;

    HttpConnection(QTcpSocket& socket, Handler handler);

    void setIdleClose(std::chrono::milliseconds after) { m_idle.setInterval(after); }

private:
    void read();
    void serve();
    void deliver(const HttpReply& reply, bool keepAlive);
    void drip(const QByteArray& bytes, int perSecond, bool keepAlive);
    void finish(bool keepAlive);
    /// Ends the connection with a TCP reset.
    void reset();

    QTcpSocket& m_socket;
    Handler m_handler;
    HttpParser m_parser;
    QTimer m_idle;
    QTimer m_drip;
    QByteArray m_dripping;
    bool m_busy = false;     ///< A reply is still on its way.
    bool m_serving = false;  ///< serve() is on the stack.
};
}  // namespace core::sim
