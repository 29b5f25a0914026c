#pragma once

#include "core/base/clock.h"
#include "core/domain/order_traffic.h"
#include "core/kis/back_off.h"
#include "core/kis/http_response.h"

#include <QByteArray>
#include <QObject>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace core::kis
{
/// One POST that must never be repeated.
struct OneShotRequest
{
    domain::ClientOrderId id{};
    domain::OrderLeg leg = domain::OrderLeg::New;
    int attempt = 1;
    QByteArray path{};
    std::vector<std::pair<QByteArray, QByteArray>> headers{};  ///< Host and lengths are added.
    QByteArray body{};
};

enum class OneShotEnd : std::uint8_t
{
    Reply,    ///< One whole answer.
    NotSent,  ///< Provably not one byte of the request left.
    Unknown,  ///< It was written, in whole or in part; there is no whole answer.
};

struct OneShotResult
{
    OneShotEnd end = OneShotEnd::Unknown;
    int status = 0;  ///< Reply only, as are the next two.
    QByteArray body{};
    QByteArray date{};     ///< Header Date.
    QString problem{};     ///< What happened on the line; English, without secrets.
    bool standby = false;  ///< It went out on a connection that was opened before.
    /// From the first byte to the end of the answer.
    std::chrono::nanoseconds roundTrip{};
};

struct OneShotOptions
{
    QUrl base;  ///< https, or http to this machine's own loopback only.
    std::chrono::milliseconds deadline{5000};      ///< Of a request, connecting included.
    std::chrono::milliseconds standbyIdle{20000};  ///< An unused connection is not older.
    ResponseLimits limits{};
    /// Tests hand in their authority here. Verification cannot be switched off.
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    std::uint32_t jitterSeed = 1;
};

/// Writes one request on one connection, once, and reads one answer.
///
/// Qt's network access manager repeats a POST by itself when the answer is lost; an order must
/// not be. Here a request has a connection of its own, no redirect, no proxy, no second try; a
/// second write of the same (order, leg, attempt) ends the process. TLS is at least 1.2 with a
/// verified chain and host name, without exception. In standby one connection is kept open in
/// advance for the next request: used once, replaced at once and before it is idle for too
/// long, never used when the other side has closed it or sent anything.
///
/// Thread: net. Deadlines pass in `tick`, on the monotonic clock.
class OneShotTransport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneShotTransport)

public:
    using Done = std::function<void(const OneShotResult&)>;

    /// `clock` must outlive this.
    OneShotTransport(const base::Clock& clock, OneShotOptions options, QObject* parent = nullptr);
    ~OneShotTransport() override;

    /// Calls `done` exactly once, also from inside; not at all when destroyed before.
    void send(OneShotRequest request, Done done);
    void setStandby(bool on);
    void tick(std::chrono::nanoseconds now);

    [[nodiscard]] bool hasStandby() const;
    [[nodiscard]] std::size_t inFlight() const noexcept { return m_calls.size(); }
    /// Requests of which a byte was handed over.
    [[nodiscard]] std::uint64_t written() const noexcept { return m_writtenCount; }

Q_SIGNALS:
    /// A standby connection is open now, or there is none any more.
    void standbyChanged(bool ready);

private:
    struct Call
    {
        QSslSocket* socket = nullptr;
        OneShotRequest request;
        Done done;
        HttpResponse response;
        std::chrono::nanoseconds deadline{};
        std::chrono::nanoseconds writtenAt{};
        bool written = false;
        bool standby = false;
    };
    struct Standby
    {
        QSslSocket* socket = nullptr;
        std::chrono::nanoseconds since{};  ///< When it was opened, then when it became ready.
        bool ready = false;
    };
    using Key = std::tuple<domain::ClientOrderId, domain::OrderLeg, int>;

    const base::Clock& m_clock;
    OneShotOptions m_options;
    std::vector<std::unique_ptr<Call>> m_calls;
    std::vector<Standby> m_standbys;  ///< At most one ready and one on its way.
    std::set<Key> m_written;
    std::uint64_t m_writtenCount = 0;
    bool m_standbyWanted = false;
    BackOff m_backOff;
    std::chrono::nanoseconds m_standbyNotBefore{};

    [[nodiscard]] QString refusal() const;
    [[nodiscard]] bool isTls() const;
    [[nodiscard]] QSslSocket* open();
    void adopt(Call& call, QSslSocket* socket);
    [[nodiscard]] QSslSocket* takeStandby();
    void openStandby(std::chrono::nanoseconds now);
    void standbyReady(QSslSocket* socket);
    void dropStandby(const QSslSocket* socket);
    void tickStandby(std::chrono::nanoseconds now);
    void write(Call& call);
    void read(Call& call);
    void broken(Call& call);
    void end(Call& call, OneShotResult result);
    void noteWritten(const OneShotRequest& request);
    [[nodiscard]] Call* find(const QSslSocket* socket);
    [[nodiscard]] QByteArray bytesOf(const OneShotRequest& request) const;
    static void discard(QSslSocket* socket);
};
}  // namespace core::kis
