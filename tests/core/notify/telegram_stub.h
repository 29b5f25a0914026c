#pragma once

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <deque>
#include <map>
#include <vector>

namespace test
{
/// A token that is none: too short for the service, long enough for us.
inline const QString kBotSecret = QStringLiteral("canary_of-the-bot_7Q");
inline const QString kBotToken = QStringLiteral("4711:") + kBotSecret;

struct ApiCall
{
    QString path;    ///< As asked for, the token in it.
    QString method;  ///< "sendMessage"
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString text() const { return json().value(QLatin1String{"text"}).toString(); }
};

/// What the service does with a call.
struct ApiReply
{
    int status = 200;
    QByteArray body = "{\"ok\":true,\"result\":{\"message_id\":1}}";
    QByteArray headers{};
    bool hangs = false;   ///< Never answers.
    bool cut = false;     ///< Breaks off in the middle of the body.
    bool echoes = false;  ///< A page of errors that repeats the address, as they do.
    QByteArray raw{};     ///< Instead of an answer.
};

inline ApiReply limited(int seconds)
{
    return {.status = 429,
            .body = "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
                    "\"parameters\":{\"retry_after\":"
                    + QByteArray::number(seconds) + "}}"};
}
inline ApiReply failing(int status, const QByteArray& words = "no")
{
    return {.status = status,
            .body = "{\"ok\":false,\"error_code\":" + QByteArray::number(status)
                    + ",\"description\":\"" + words + "\"}"};
}
inline ApiReply hanging()
{
    return {.hangs = true};
}
inline ApiReply cutOff()
{
    return {.cut = true};
}
inline ApiReply garbage()
{
    return {.body = "\x01\x02 not json"};
}
inline ApiReply errorPage(int status)
{
    return {.status = status, .echoes = true};
}
inline ApiReply updates(const QByteArray& list)
{
    return {.body = "{\"ok\":true,\"result\":[" + list + "]}"};
}

/// The Telegram Bot API on loopback: answers, method by method, what the test has laid out; the
/// last answer of a method repeats. A method without any is taken.
class TelegramStub final : public QObject
{
    Q_OBJECT

public:
    TelegramStub()
    {
        const bool listening = m_server.listen(QHostAddress::LocalHost);
        Q_ASSERT(listening);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
                ++connections;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl{QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())};
    }
    void lay(const char* method, const ApiReply& next)
    {
        m_replies[QLatin1String(method)].push_back(next);
    }
    void relay(const char* method, const ApiReply& only)
    {
        m_replies[QLatin1String(method)] = {only};
    }
    [[nodiscard]] std::vector<ApiCall> callsOf(const char* method) const
    {
        std::vector<ApiCall> of;
        for (const ApiCall& call : calls) {
            if (call.method == QLatin1String(method)) {
                of.push_back(call);
            }
        }
        return of;
    }
    [[nodiscard]] std::size_t count(const char* method) const { return callsOf(method).size(); }

    std::vector<ApiCall> calls;
    int connections = 0;

private:
    void read(QTcpSocket* socket)
    {
        QByteArray& text = m_pending[socket];
        text += socket->readAll();
        const qsizetype headEnd = text.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        const QByteArray head = text.left(headEnd);
        const qsizetype at = head.toLower().indexOf("content-length: ");
        const qsizetype length =
            at < 0 ? 0 : head.mid(at + 16, head.indexOf('\r', at) - at - 16).toLongLong();
        if (text.size() < headEnd + 4 + length) {
            return;
        }
        const QString path = QString::fromUtf8(head.split(' ').value(1));
        const ApiCall call{.path = path,
                           .method = path.section(u'/', -1),
                           .head = head,
                           .body = text.mid(headEnd + 4, length)};
        m_pending.erase(socket);
        calls.push_back(call);
        write(socket, call);
    }
    void write(QTcpSocket* socket, const ApiCall& call)
    {
        std::deque<ApiReply>& replies = m_replies[call.method];
        const ApiReply reply = replies.empty() ? ApiReply{} : replies.front();
        if (replies.size() > 1) {
            replies.pop_front();
        }
        if (reply.hangs) {
            return;
        }
        if (!reply.raw.isEmpty()) {
            socket->write(reply.raw);
            socket->disconnectFromHost();
            return;
        }
        const QByteArray body =
            reply.echoes ? "<html>" + call.path.toUtf8() + " was not found</html>" : reply.body;
        socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\nContent-Length: "
                      + QByteArray::number(body.size()) + "\r\nConnection: close\r\n"
                      + reply.headers + "\r\n" + (reply.cut ? body.left(body.size() / 2) : body));
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    std::map<QString, std::deque<ApiReply>> m_replies;
    std::map<QTcpSocket*, QByteArray> m_pending;
};
}  // namespace test
