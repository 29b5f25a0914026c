#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/broker_reply.h"
#include "core/kis/http_client.h"
#include "core/kis/rate_limit.h"
#include "core/kis/rest_reply.h"
#include "core/kis/token_keeper.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <array>
#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace core::kis
{
/// Who goes first when calls wait. Orders only wait for their turn here: they have a transport of
/// their own.
enum class Lane : std::uint8_t
{
    Exit,       ///< Exits, cancels, and what they need to know.
    Reconcile,  ///< Lists that settle orders and holdings.
    Entry,
    Account,
    Price,
    Ranking,
    Chart,
};
inline constexpr std::size_t kLaneCount = 7;

using QueryItems = std::vector<std::pair<QString, QString>>;

/// One GET of the API. Every parameter the endpoint lists is sent, unused ones empty.
struct RestRequest
{
    QString path;
    QString transactionId;
    QueryItems query;
    Lane lane = Lane::Price;
    bool nextPage = false;
    std::chrono::milliseconds deadline{4000};

    friend bool operator==(const RestRequest&, const RestRequest&) = default;
};

struct RestOptions
{
    QUrl rest;
    AppKeys keys;
    double callsPerSecond = 15;  ///< In real time; scaled by the clock's speed.
    std::size_t inFlightMax = 6;
    std::size_t queueMax = 512;  ///< Beyond it the newest call of the lowest lane is refused.
};

/// Queries of the REST API: lanes, one rate for all, tokens, and repeats where they are safe.
///
/// A query is repeated after trouble of the broker or the line (three attempts in all), after a
/// rate refusal (not executed), and once after a refreshed token. Everything else ends it.
/// Nothing here ever sends an order.
/// Thread: net. Everything happens in `tick`.
class RestClient final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const base::Result<RestReply>&)>;
    /// When the turn was taken; nullopt: none was free in time.
    using Turn = std::function<void(std::optional<std::chrono::nanoseconds> taken)>;

    /// `clock` gives speed and monotonic time. All three must outlive this.
    RestClient(HttpClient& http, TokenKeeper& tokens, const base::Clock& clock, RestOptions options,
               QObject* parent = nullptr);

    /// Calls `done` once, later; never from inside `call`.
    void call(RestRequest request, Done done);
    /// Asks for leave to make one call that does not go through here: granted when the rate allows
    /// it, at once if it can be; refused after `waitMax`. Exit or Entry only.
    void waitTurn(Lane lane, std::chrono::milliseconds waitMax, Turn turn);
    /// The call of the turn taken at `taken` was refused for the rate.
    void turnRefused(std::chrono::nanoseconds taken);
    void noteOrderWritten() { ++m_figures.ordersWritten; }
    /// What every call carries besides its own.
    [[nodiscard]] std::vector<std::pair<QByteArray, QByteArray>>
    headers(const QString& token, const QByteArray& transactionId) const;
    void tick(std::chrono::nanoseconds now);
    [[nodiscard]] domain::BrokerFigures figures() const;
    /// The time until `tick` has something to do, at most `longest`.
    [[nodiscard]] std::chrono::nanoseconds due(std::chrono::nanoseconds now,
                                               std::chrono::nanoseconds longest) const;
    [[nodiscard]] std::size_t queued() const;

Q_SIGNALS:
    /// An answer carried the server's time; the other two are of the environment's clock.
    void dateHeard(core::base::Timestamp asked, core::base::Timestamp answered,
                   const QByteArray& date);

private:
    struct Pending
    {
        RestRequest request;
        Done done;
        std::chrono::nanoseconds notBefore{};
        std::chrono::nanoseconds taken{};  ///< Its turn, of this attempt.
        int troubles = 0;                  ///< Attempts that failed through no fault of the call.
        int refusals = 0;                  ///< Attempts over the rate.
        bool tokenRefreshed = false;
        Turn turn{};  ///< Instead of request and done.
        std::chrono::nanoseconds turnUntil{};
    };

    HttpClient& m_http;
    TokenKeeper& m_tokens;
    const base::Clock& m_clock;
    RestOptions m_options;
    RateLimit m_rate;
    std::array<std::deque<Pending>, kLaneCount> m_lanes;
    std::deque<std::pair<Done, base::Error>> m_overflow;  ///< Refused; told at the next tick.
    std::size_t m_running = 0;
    domain::BrokerFigures m_figures;
    std::optional<std::chrono::nanoseconds> m_toldAt;  ///< Last failure written to the log.
    std::uint64_t m_untold = 0;                        ///< Failures since.

    void expireTurns(std::chrono::nanoseconds now);
    [[nodiscard]] std::chrono::nanoseconds slotOf(const Pending& pending, Lane lane,
                                                  std::chrono::nanoseconds now) const;
    [[nodiscard]] bool sendNext(std::chrono::nanoseconds now);
    void send(Pending pending);
    void received(Pending pending, const QString& token, base::Timestamp asked,
                  const base::Result<HttpReply>& reply);
    void decide(Pending pending, const QString& token, const RestReply& answer);
    void again(Pending pending, std::chrono::nanoseconds wait);
    void fail(const Pending& pending, const base::Error& error);
    void tell(const base::Error& error);
    [[nodiscard]] HttpRequest httpRequest(const RestRequest& request, const QString& token) const;
};
}  // namespace core::kis
