#include "core/kis/token_keeper.h"

#include "core/base/log.h"
#include "core/kis/json_fields.h"
#include "core/kis/rest_reply.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core::kis
{
namespace
{
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr std::int64_t kLifeSecondsMax = 7 * 86'400;
}  // namespace

TokenKeeper::TokenKeeper(HttpClient& http, const base::Clock& machine, QUrl rest, AppKeys keys,
                         TokenCache cache, std::uint32_t jitterSeed, QObject* parent)
    : QObject{parent},
      m_http{http},
      m_machine{machine},
      m_rest{std::move(rest)},
      m_keys{std::move(keys)},
      m_cache{std::move(cache)},
      m_backOff{{seconds{1}, seconds{2}, seconds{4}, seconds{8}, seconds{16}, seconds{30}},
                jitterSeed},
      // Many terminals started at nine must not all renew in the same minute.
      m_renewBefore{kRenewBefore + std::chrono::minutes{5} - seconds{jitterSeed % 600}}
{
}

bool TokenKeeper::isValid() const
{
    return !m_token.token.isEmpty() && m_machine.now() < m_token.expires;
}

QString TokenKeeper::token() const
{
    return isValid() ? m_token.token : QString{};
}

domain::TokenState TokenKeeper::state() const
{
    if (isValid()) {
        return domain::TokenState::Valid;
    }
    if (m_refused) {
        return domain::TokenState::Failed;
    }
    return m_loaded ? domain::TokenState::Waiting : domain::TokenState::None;
}

void TokenKeeper::load(nanoseconds now)
{
    m_loaded = true;
    const std::optional<AccessToken> cached = m_cache.load();
    if (!cached) {
        return;
    }
    m_token = *cached;
    base::hideInLog(m_token.token);
    const auto sinceIssue = m_machine.now() - m_token.issued;
    if (sinceIssue >= seconds{0} && sinceIssue < kIssueInterval) {
        m_notBefore = now + (kIssueInterval - sinceIssue);
    }
    if (isValid()) {
        qCInfo(base::lcRest) << "token: the one on disk is still valid";
    }
}

void TokenKeeper::tick(nanoseconds now)
{
    if (!m_loaded) {
        load(now);
    }
    const bool due = !isValid() || m_machine.now() >= m_token.expires - m_renewBefore;
    if (due && !m_issuing && !m_refused && now >= m_notBefore) {
        issue();
    }
}

void TokenKeeper::invalidate(const QString& token)
{
    if (token.isEmpty() || token != m_token.token) {
        return;  // Another call has said so already.
    }
    qCWarning(base::lcRest) << "token: the broker calls it invalid; a new one is issued";
    m_token.token.clear();
    m_cache.dropToken();
}

void TokenKeeper::issue()
{
    m_issuing = true;
    m_notBefore = m_machine.monotonic() + kIssueInterval;
    const QJsonObject body{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                           {QStringLiteral("appkey"), m_keys.appkey},
                           {QStringLiteral("appsecret"), m_keys.appsecret}};
    QUrl url = m_rest;
    url.setPath(QStringLiteral("/oauth2/tokenP"));
    m_http.send({.url = url,
                 .headers = {{QByteArrayLiteral("content-type"),
                              QByteArrayLiteral("application/json; charset=utf-8")}},
                 .postBody = QJsonDocument{body}.toJson(QJsonDocument::Compact)},
                [this](const base::Result<HttpReply>& reply) { issued(reply); });
}

void TokenKeeper::issued(const base::Result<HttpReply>& reply)
{
    m_issuing = false;
    if (!reply) {
        // Nothing reached the broker when there was no connection; else the minute must pass.
        const bool unreached = reply.error().code == base::ErrorCode::Network;
        failed(reply.error(), unreached ? m_backOff.next() : nanoseconds{kIssueInterval});
        return;
    }
    const RestReply answer = classifyReply(reply->status, reply->body, {});
    const QString token = textOf(answer.body, QLatin1String("access_token"));
    const std::optional<std::int64_t> life = wholeOf(answer.body, QLatin1String("expires_in"));
    if (answer.verdict == RestVerdict::Success && !token.isEmpty() && life && *life > 0) {
        accept(token, *life);
        return;
    }
    m_refused = answer.verdict == RestVerdict::Configuration;
    failed(answer.verdict == RestVerdict::Success
               ? base::Error{base::ErrorCode::Malformed,
                             QStringLiteral("the answer holds no token or no lifetime")}
               : answer.error(),
           kIssueInterval);
}

void TokenKeeper::failed(const base::Error& error, nanoseconds wait)
{
    m_notBefore = m_machine.monotonic() + wait;
    m_detail = QStringLiteral("token: ") + error.detail;
    if (m_refused) {
        qCCritical(base::lcRest).noquote()
            << m_detail << "- check the app key and secret of this environment";
        return;
    }
    qCWarning(base::lcRest).noquote()
        << m_detail << "- next try in" << std::chrono::duration_cast<seconds>(wait).count() << "s";
}

void TokenKeeper::accept(const QString& token, std::int64_t lifeSeconds)
{
    base::hideInLog(token);
    m_backOff.reset();
    m_detail.clear();
    m_token = {.token = token,
               .issued = m_machine.now(),
               .expires = m_machine.now() + seconds{std::min(lifeSeconds, kLifeSecondsMax)}};
    if (const base::Status saved = m_cache.save(m_token); !saved) {
        qCWarning(base::lcRest).noquote() << saved.error().detail;
    }
    qCInfo(base::lcRest) << "token: issued, valid for" << lifeSeconds << "s";
}
}  // namespace core::kis

#include "moc_token_keeper.cpp"
