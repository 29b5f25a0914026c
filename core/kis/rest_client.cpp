#include "core/kis/rest_client.h"

#include "core/base/log.h"

#include <QUrlQuery>

#include <algorithm>

namespace core::kis
{
namespace
{
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr int kTroublesMax = 3;
constexpr int kRefusalsMax = 5;
constexpr milliseconds kTroublePause{300};
constexpr milliseconds kLedgerPause{700};

std::size_t laneIndex(Lane lane)
{
    return static_cast<std::size_t>(lane);
}
}  // namespace

RestClient::RestClient(HttpClient& http, TokenKeeper& tokens, const base::Clock& clock,
                       RestOptions options, QObject* parent)
    : QObject{parent},
      m_http{http},
      m_tokens{tokens},
      m_clock{clock},
      m_options{std::move(options)},
      m_rate{m_options.callsPerSecond, clock.speed()}
{
}

void RestClient::call(RestRequest request, Done done)
{
    if (queued() >= m_options.queueMax) {
        m_overflow.emplace_back(
            std::move(done),
            base::Error{base::ErrorCode::Busy,
                        QStringLiteral("%1: %2 calls wait already; the broker's rate does not "
                                       "allow for more")
                            .arg(request.path)
                            .arg(m_options.queueMax)});
        return;
    }
    const std::size_t lane = laneIndex(request.lane);
    m_lanes[lane].push_back({.request = std::move(request), .done = std::move(done)});
}

std::size_t RestClient::queued() const
{
    std::size_t count = 0;
    for (const auto& lane : m_lanes) {
        count += lane.size();
    }
    return count;
}

void RestClient::waitTurn(Lane lane, milliseconds waitMax, Turn turn)
{
    Q_ASSERT(lane == Lane::Exit || lane == Lane::Entry);
    const nanoseconds now = m_clock.monotonic();
    m_lanes[laneIndex(lane)].push_back(
        {.request = {}, .done = {}, .turn = std::move(turn), .turnUntil = now + waitMax});
    tick(now);
}

void RestClient::turnRefused(nanoseconds taken)
{
    ++m_figures.rateLimited;
    m_rate.refused(taken, m_clock.monotonic());
}

void RestClient::expireTurns(nanoseconds now)
{
    std::vector<Turn> late;
    for (auto& lane : m_lanes) {
        std::erase_if(lane, [now, &late](Pending& pending) {
            const bool expired = pending.turn && pending.turnUntil <= now;
            if (expired) {
                late.push_back(std::move(pending.turn));
            }
            return expired;
        });
    }
    for (const Turn& turn : late) {
        turn(std::nullopt);
    }
}

nanoseconds RestClient::slotOf(const Pending& pending, Lane lane, nanoseconds now) const
{
    const Urgency urgency = !pending.turn        ? Urgency::Query
                            : lane == Lane::Exit ? Urgency::Exit
                                                 : Urgency::Entry;
    return std::max(pending.notBefore, m_rate.nextAt(urgency, now));
}

void RestClient::tick(nanoseconds now)
{
    while (!m_overflow.empty()) {
        const auto [done, error] = std::move(m_overflow.front());
        m_overflow.pop_front();
        ++m_figures.failures;
        done(error);
    }
    while (sendNext(now)) {}
    expireTurns(now);
}

bool RestClient::sendNext(nanoseconds now)
{
    if (m_tokens.token().isEmpty()) {
        return false;
    }
    for (std::size_t at = 0; at < kLaneCount; ++at) {
        auto& lane = m_lanes[at];
        const auto ready =
            std::find_if(lane.begin(), lane.end(), [this, at, now](const Pending& pending) {
                return slotOf(pending, static_cast<Lane>(at), now) <= now
                       && (pending.turn || m_running < m_options.inFlightMax);
            });
        if (ready == lane.end()) {
            continue;
        }
        Pending pending = std::move(*ready);
        lane.erase(ready);
        m_rate.take(now);
        if (pending.turn) {
            ++m_figures.calls;
            pending.turn(now);
        } else {
            pending.taken = now;
            send(std::move(pending));
        }
        return true;
    }
    return false;
}

std::vector<std::pair<QByteArray, QByteArray>>
RestClient::headers(const QString& token, const QByteArray& transactionId) const
{
    return {
        {QByteArrayLiteral("content-type"), QByteArrayLiteral("application/json; charset=utf-8")},
        {QByteArrayLiteral("authorization"), "Bearer " + token.toLatin1()},
        {QByteArrayLiteral("appkey"), m_options.keys.appkey.toLatin1()},
        {QByteArrayLiteral("appsecret"), m_options.keys.appsecret.toLatin1()},
        {QByteArrayLiteral("tr_id"), transactionId},
        {QByteArrayLiteral("custtype"), QByteArrayLiteral("P")},
    };
}

HttpRequest RestClient::httpRequest(const RestRequest& request, const QString& token) const
{
    QUrlQuery query;
    for (const auto& [name, value] : request.query) {
        // Page keys are blank padded and hold '^' and '+': everything is encoded.
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    QUrl url = m_options.rest;
    url.setPath(request.path);
    url.setQuery(query);
    auto sent = headers(token, request.transactionId.toLatin1());
    sent.emplace_back(QByteArrayLiteral("tr_cont"),
                      request.nextPage ? QByteArrayLiteral("N") : QByteArrayLiteral(""));
    return {.url = url, .headers = std::move(sent), .postBody = {}, .deadline = request.deadline};
}

void RestClient::send(Pending pending)
{
    const QString token = m_tokens.token();
    const HttpRequest request = httpRequest(pending.request, token);
    ++m_running;
    ++m_figures.calls;
    const base::Timestamp asked = m_clock.now();
    m_http.send(request, [this, pending = std::move(pending), token,
                          asked](const base::Result<HttpReply>& reply) mutable {
        --m_running;
        received(std::move(pending), token, asked, reply);
    });
}

void RestClient::received(Pending pending, const QString& token, base::Timestamp asked,
                          const base::Result<HttpReply>& reply)
{
    if (reply) {
        if (!reply->date.isEmpty()) {
            Q_EMIT dateHeard(asked, m_clock.now(), reply->date);
        }
        decide(std::move(pending), token,
               classifyReply(reply->status, reply->body, reply->pageMark));
        return;
    }
    const bool line = reply.error().code == base::ErrorCode::Network
                      || reply.error().code == base::ErrorCode::OutcomeUnknown;
    if (line && ++pending.troubles < kTroublesMax) {
        const int step = pending.troubles;
        again(std::move(pending), kTroublePause * step);
        return;
    }
    fail(pending, reply.error());
}

void RestClient::decide(Pending pending, const QString& token, const RestReply& answer)
{
    switch (answer.verdict) {
    case RestVerdict::Success:
    case RestVerdict::Empty:
        pending.done(answer);
        return;
    case RestVerdict::TokenInvalid:
        m_tokens.invalidate(token);
        if (!std::exchange(pending.tokenRefreshed, true)) {
            again(std::move(pending), nanoseconds{0});
            return;
        }
        break;
    case RestVerdict::RateLimited:
        ++m_figures.rateLimited;
        m_rate.refused(pending.taken, m_clock.monotonic());
        if (++pending.refusals < kRefusalsMax) {
            again(std::move(pending), nanoseconds{0});  // The rate itself holds it back.
            return;
        }
        break;
    case RestVerdict::LedgerBusy:
        if (++pending.refusals < kRefusalsMax) {
            again(std::move(pending), kLedgerPause);
            return;
        }
        break;
    case RestVerdict::Transient:
        if (++pending.troubles < kTroublesMax) {
            const int step = pending.troubles;
            again(std::move(pending), kTroublePause * step);
            return;
        }
        break;
    case RestVerdict::TokenTooSoon:
    case RestVerdict::Configuration:
    case RestVerdict::NotInMock:
    case RestVerdict::OurMistake:
    case RestVerdict::Refused:
    case RestVerdict::Unknown:
        break;
    }
    fail(pending, answer.error());
}

void RestClient::again(Pending pending, nanoseconds wait)
{
    pending.notBefore = m_clock.monotonic() + wait;
    const std::size_t lane = laneIndex(pending.request.lane);
    m_lanes[lane].push_front(std::move(pending));
}

void RestClient::fail(const Pending& pending, const base::Error& error)
{
    ++m_figures.failures;
    const base::Error told{
        error.code, QStringLiteral("%1 (%2): %3")
                        .arg(pending.request.path, pending.request.transactionId, error.detail)};
    m_figures.detail = told.detail;
    tell(told);
    pending.done(told);
}

/// A broker that is away fails every question: one line in ten seconds says so, with the number
/// of those it stands for.
void RestClient::tell(const base::Error& error)
{
    constexpr std::chrono::seconds kEvery{10};
    const nanoseconds now = m_clock.monotonic();
    if (m_toldAt && now - *m_toldAt < kEvery) {
        ++m_untold;
        return;
    }
    const QString others =
        m_untold > 0 ? QStringLiteral(" (and %1 more before)").arg(m_untold) : QString{};
    qCWarning(base::lcRest).noquote() << "query failed:" << error.detail + others;
    m_toldAt = now;
    m_untold = 0;
}

domain::BrokerFigures RestClient::figures() const
{
    const nanoseconds now = m_clock.monotonic();
    domain::BrokerFigures figures = m_figures;
    figures.token = m_tokens.state();
    figures.tokenUntil = m_tokens.validUntil();
    figures.callsLastSecond = m_rate.callsLastSecond(now);
    figures.callsPerSecondMax =
        std::max(std::int32_t{1}, static_cast<std::int32_t>(m_rate.rate(now)));
    figures.queued = static_cast<std::int32_t>(queued());
    if (!m_tokens.detail().isEmpty()) {
        figures.detail = m_tokens.detail();
    }
    return figures;
}

nanoseconds RestClient::due(nanoseconds now, nanoseconds longest) const
{
    if (queued() == 0 || m_tokens.token().isEmpty()) {
        return longest;
    }
    nanoseconds earliest = now + longest;
    for (std::size_t at = 0; at < kLaneCount; ++at) {
        for (const Pending& pending : m_lanes[at]) {
            if (pending.turn || m_running < m_options.inFlightMax) {
                earliest = std::min(earliest, slotOf(pending, static_cast<Lane>(at), now));
            }
        }
    }
    return std::clamp(earliest - now, nanoseconds{0}, longest);
}
}  // namespace core::kis

#include "moc_rest_client.cpp"
