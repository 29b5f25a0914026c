#include "core/sim/http_message.h"

#include <QUrl>
#include <QUrlQuery>

namespace core::sim
{
namespace
{
const char* reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    default:
        return "Internal Server Error";
    }
}
}  // namespace

void HttpParser::feed(const QByteArray& bytes)
{
    if (m_error == 0) {
        m_buffer += bytes;
    }
}

std::optional<HttpRequest> HttpParser::next()
{
    if (m_error != 0) {
        return std::nullopt;
    }
    if (m_bodyBytes < 0) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0 || end > kHeadBytesMax) {
            if (m_buffer.size() > kHeadBytesMax) {
                m_error = 431;
            }
            return std::nullopt;
        }
        const QByteArray head = m_buffer.left(end);
        m_buffer.remove(0, end + 4);
        if (!readHead(head)) {
            return std::nullopt;
        }
    }
    if (m_buffer.size() < m_bodyBytes) {
        return std::nullopt;
    }
    m_request.body = m_buffer.left(m_bodyBytes);
    m_buffer.remove(0, m_bodyBytes);
    m_bodyBytes = -1;
    return std::exchange(m_request, {});
}

bool HttpParser::readHead(const QByteArray& head)
{
    m_request = {};
    m_error = 400;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.front().trimmed().split(' ');
    if (first.size() != 3 || !first[2].startsWith("HTTP/1.") || !first[1].startsWith('/')) {
        return false;
    }
    m_request.method = first[0];
    const QUrl url = QUrl::fromEncoded(first[1], QUrl::StrictMode);
    if (!url.isValid()) {
        return false;
    }
    m_request.path = url.path();
    const auto items = QUrlQuery{url}.queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items) {
        m_request.query.insert(name.toUpper(), QString{value}.replace(u'+', u' '));
    }
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        m_request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    if (m_request.headers.contains("transfer-encoding")) {
        m_error = 501;
        return false;
    }
    bool number = true;
    const QByteArray length = m_request.header("content-length");
    m_bodyBytes = length.isEmpty() ? 0 : length.toLongLong(&number);
    if (!number || m_bodyBytes < 0) {
        m_bodyBytes = -1;
        return false;
    }
    if (m_bodyBytes > kBodyBytesMax) {
        m_error = 413;
        m_bodyBytes = -1;
        return false;
    }
    m_request.keepAlive =
        m_request.header("connection").toLower() != "close" && !(first[2] == "HTTP/1.0");
    m_error = 0;
    return true;
}

QByteArray httpBytes(const HttpReply& reply, const QByteArray& date, bool keepAlive)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reason(reply.status)
                     + "\r\nDate: " + date
                     + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (!reply.body.isEmpty()) {
        out += "Content-Type: " + reply.contentType + "\r\n";
    }
    for (const auto& [name, value] : reply.headers) {
        out += name + ": " + value + "\r\n";
    }
    out += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return out + reply.body;
}
}  // namespace core::sim
