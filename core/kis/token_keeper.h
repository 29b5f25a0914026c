#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/broker_reply.h"
#include "core/kis/back_off.h"
#include "core/kis/http_client.h"
#include "core/kis/token_cache.h"

#include <QObject>
#include <QString>
#include <QUrl>

namespace core::kis
{
/// What the token and approval calls send. Never logged.
struct AppKeys
{
    QString appkey;
    QString appsecret;
};

/// Holds one valid access token: from disk, else issued; renewed before it ends.
///
/// One issue at a time, and never two within 61 s, restarts included: the broker refuses the
/// second (EGW00133) and tells the account's owner about each. What failed without reaching the
/// broker may be tried again sooner. Times are the machine's, at any simulation speed.
/// Thread: net. Everything happens in `tick`.
class TokenKeeper final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kIssueInterval{61};
    static constexpr std::chrono::minutes kRenewBefore{60};

    /// `machine` gives the machine's wall and monotonic time; it and `http` must outlive this.
    TokenKeeper(HttpClient& http, const base::Clock& machine, QUrl rest, AppKeys keys,
                TokenCache cache, std::uint32_t jitterSeed, QObject* parent = nullptr);

    /// Empty unless the state is Valid (a token that is being renewed stays valid).
    [[nodiscard]] QString token() const;
    [[nodiscard]] domain::TokenState state() const;
    [[nodiscard]] base::Timestamp validUntil() const noexcept { return m_token.expires; }
    [[nodiscard]] QString detail() const { return m_detail; }

    /// The broker called `token` invalid: it is dropped, once, if it is still the current one.
    void invalidate(const QString& token);
    void tick(std::chrono::nanoseconds now);

private:
    HttpClient& m_http;
    const base::Clock& m_machine;
    QUrl m_rest;
    AppKeys m_keys;
    TokenCache m_cache;
    BackOff m_backOff;
    std::chrono::milliseconds m_renewBefore;
    AccessToken m_token;
    bool m_loaded = false;
    bool m_issuing = false;
    bool m_refused = false;  ///< The keys are wrong: asking again is pointless.
    std::chrono::nanoseconds m_notBefore{};
    QString m_detail;

    [[nodiscard]] bool isValid() const;
    void load(std::chrono::nanoseconds now);
    void issue();
    void issued(const base::Result<HttpReply>& reply);
    void failed(const base::Error& error, std::chrono::nanoseconds wait);
    void accept(const QString& token, std::int64_t lifeSeconds);
};
}  // namespace core::kis
