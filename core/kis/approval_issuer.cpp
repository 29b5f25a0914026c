#include "core/kis/approval_issuer.h"

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

constexpr std::chrono::seconds kApart{1};
constexpr std::chrono::minutes kWindow{10};
constexpr std::size_t kInWindowMax = 3;
constexpr std::chrono::hours kLife{23};  // The broker says 24.
}  // namespace

ApprovalIssuer::ApprovalIssuer(HttpClient& http, const base::Clock& clock, QUrl rest, AppKeys keys,
                               QObject* parent)
    : QObject{parent},
      m_http{http},
      m_clock{clock},
      m_rest{std::move(rest)},
      m_keys{std::move(keys)}
{
}

void ApprovalIssuer::request(ApprovalWish wish)
{
    const bool good = !m_key.isEmpty() && m_clock.monotonic() - m_issuedAt < kLife;
    if (wish == ApprovalWish::Reuse && good) {
        Q_EMIT ready(m_key);
        return;
    }
    m_wanted = true;
    tick(m_clock.monotonic());
}

nanoseconds ApprovalIssuer::earliest() const
{
    if (m_issues.empty()) {
        return nanoseconds::min();
    }
    const nanoseconds window = m_issues.size() < kInWindowMax
                                   ? nanoseconds::min()
                                   : m_issues[m_issues.size() - kInWindowMax] + kWindow;
    return std::max<nanoseconds>(m_issues.back() + kApart, window);
}

void ApprovalIssuer::tick(nanoseconds now)
{
    if (m_wanted && !m_issuing && now >= earliest()) {
        issue(now);
    }
}

void ApprovalIssuer::issue(nanoseconds now)
{
    m_wanted = false;
    m_issuing = true;
    m_issues.push_back(now);
    if (m_issues.size() > kInWindowMax) {
        m_issues.pop_front();
    }
    // This one call names the secret differently.
    const QJsonObject body{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                           {QStringLiteral("appkey"), m_keys.appkey},
                           {QStringLiteral("secretkey"), m_keys.appsecret}};
    QUrl url = m_rest;
    url.setPath(QStringLiteral("/oauth2/Approval"));
    m_http.send({.url = url,
                 .headers = {{QByteArrayLiteral("content-type"),
                              QByteArrayLiteral("application/json; utf-8")}},
                 .postBody = QJsonDocument{body}.toJson(QJsonDocument::Compact)},
                [this](const base::Result<HttpReply>& reply) { issued(reply); });
}

void ApprovalIssuer::issued(const base::Result<HttpReply>& reply)
{
    m_issuing = false;
    if (!reply) {
        Q_EMIT failed(
            {reply.error().code, QStringLiteral("approval key: ") + reply.error().detail});
        return;
    }
    const RestReply answer = classifyReply(reply->status, reply->body, {});
    const QString key = textOf(answer.body, QLatin1String("approval_key"));
    if (answer.verdict != RestVerdict::Success || key.isEmpty()) {
        const base::Error error =
            answer.verdict == RestVerdict::Success
                ? base::Error{base::ErrorCode::Malformed, QStringLiteral("no key in the answer")}
                : answer.error();
        // A plain 403 is how maintenance looks, too: only a known code may stop the feed.
        const bool final = answer.verdict == RestVerdict::Configuration;
        Q_EMIT failed({!final && error.code == base::ErrorCode::Unauthorized
                           ? base::ErrorCode::Network
                           : error.code,
                       QStringLiteral("approval key: ") + error.detail});
        return;
    }
    base::hideInLog(key);
    m_key = key;
    m_issuedAt = m_clock.monotonic();
    Q_EMIT ready(key);
}
}  // namespace core::kis

#include "moc_approval_issuer.cpp"
