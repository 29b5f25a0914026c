#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace core::sim
{
struct HttpRequest
{
    QByteArray method;
    QString path;
    QHash<QString, QString> query;          ///< Names upper-case.
    QHash<QByteArray, QByteArray> headers;  ///< Names lower-case.
    QByteArray body;
    bool keepAlive = true;

    /// Empty if the parameter or header is missing.
    [[nodiscard]] QString parameter(const char* name) const
    {
        return query.value(QLatin1String{name});
    }
    [[nodiscard]] QByteArray header(const char* name) const { return headers.value(name); }
};

/// How a reply reaches its reader, or does not.
enum class Delivery : std::uint8_t
{
    Whole,
    Close,    ///< The connection ends without a byte.
    Reset,    ///< The same with a TCP reset.
    Hang,     ///< Nothing comes; the connection stays.
    Partial,  ///< Head and half the body, then the end.
    Cut,      ///< A part of the status line, then the end.
    Garbled,  ///< The body is sent as it is, without a head.
};

struct HttpReply
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json; charset=utf-8");
    QList<std::pair<QByteArray, QByteArray>> headers;
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds delay{0};  ///< Of the machine's clock.
    int bytesPerSecond = 0;              ///< Trickles; 0 = at once.
};

/// Takes the bytes of one connection and finds the requests in them.
///
/// Bounded: 16 KiB of head, 64 KiB of body, no chunked requests. After an error the connection is
/// answered once and closed; nothing that follows is read.
class HttpParser final
{
public:
    static constexpr qsizetype kHeadBytesMax = 16 * 1024;
    static constexpr qsizetype kBodyBytesMax = 64 * 1024;

    void feed(const QByteArray& bytes);
    /// The next complete request.
    [[nodiscard]] std::optional<HttpRequest> next();
    /// HTTP status of the refusal; 0 while all is well.
    [[nodiscard]] int error() const noexcept { return m_error; }

private:
    [[nodiscard]] bool readHead(const QByteArray& head);

    QByteArray m_buffer;
    HttpRequest m_request;
    qsizetype m_bodyBytes = -1;  ///< -1: the head is not complete.
    int m_error = 0;
};

/// The bytes of a reply; `date` is an RFC 7231 date.
[[nodiscard]] QByteArray httpBytes(const HttpReply& reply, const QByteArray& date, bool keepAlive);
}  // namespace core::sim
