#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/kis/back_off.h"
#include "core/kis/feed_session.h"
#include "core/kis/http_client.h"
#include "core/kis/token_keeper.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <deque>

namespace core::kis
{
/// Issues approval keys for the market socket: one at a time, at least 1 s apart, at most three
/// in ten minutes. A wish beyond that waits. Thread: net; everything happens in `tick`.
class ApprovalIssuer final : public QObject
{
    Q_OBJECT

public:
    ApprovalIssuer(HttpClient& http, const base::Clock& clock, QUrl rest, AppKeys keys,
                   QObject* parent = nullptr);

    /// Answered by one of the signals: at once for a key that is still good.
    void request(ApprovalWish wish);
    void tick(std::chrono::nanoseconds now);

Q_SIGNALS:
    void ready(const QString& key);
    void failed(const core::base::Error& error);

private:
    HttpClient& m_http;
    const base::Clock& m_clock;
    QUrl m_rest;
    AppKeys m_keys;
    QString m_key;
    std::chrono::nanoseconds m_issuedAt{};
    std::deque<std::chrono::nanoseconds> m_issues;
    bool m_wanted = false;
    bool m_issuing = false;

    [[nodiscard]] std::chrono::nanoseconds earliest() const;
    void issue(std::chrono::nanoseconds now);
    void issued(const base::Result<HttpReply>& reply);
};
}  // namespace core::kis
