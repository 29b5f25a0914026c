#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace core::kis
{
struct HttpRequest
{
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    /// Empty = GET. Only calls that may be repeated (tokens, keys) are posted here: never orders.
    QByteArray postBody;
    std::chrono::milliseconds deadline{4000};  ///< For the whole call, from send to last byte.
    qint64 bodyMax = qint64{4} * 1024 * 1024;
};

/// Whatever the server said, at any status. Classifying it is the caller's business.
struct HttpReply
{
    int status = 0;
    QByteArray body;
    QByteArray pageMark;      ///< Header tr_cont.
    QByteArray lastModified;  ///< Header Last-Modified.
    QByteArray date;          ///< Header Date.
};

/// What the product calls itself to the broker, in every request.
inline constexpr const char* kUserAgent = "kis-scalper";

/// HTTP for queries: certificates verified, no redirects, no compression, one deadline and one
/// size limit a call.
///
/// Errors of a call: TimedOut at the deadline; OutOfRange for a body beyond `bodyMax`; Network
/// when the server was not reached; OutcomeUnknown when it broke off; Refused for a redirect.
/// Thread: the one it lives on (net). Deadlines pass in `tick`, on the monotonic clock.
class HttpClient final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const base::Result<HttpReply>&)>;

    explicit HttpClient(const base::Clock& clock, QObject* parent = nullptr);
    ~HttpClient() override;

    /// Calls `done` exactly once, later, on this thread; not at all when destroyed before.
    void send(const HttpRequest& request, Done done);
    void tick(std::chrono::nanoseconds now);
    [[nodiscard]] std::size_t inFlight() const noexcept { return m_calls.size(); }

private:
    struct Call
    {
        QNetworkReply* reply = nullptr;
        Done done;
        QByteArray body;
        std::chrono::nanoseconds deadline{};
        qint64 bodyMax = 0;
    };

    const base::Clock& m_clock;
    QNetworkAccessManager* m_network;
    std::vector<Call> m_calls;

    void read(QNetworkReply* reply);
    void finish(QNetworkReply* reply);
    void end(QNetworkReply* reply, const base::Result<HttpReply>& result);
    [[nodiscard]] Call* find(const QNetworkReply* reply);
};
}  // namespace core::kis
