#include "core/kis/http_client.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace core::kis
{
namespace
{
constexpr int kRedirectFirst = 300;
constexpr int kRedirectLast = 399;
constexpr int kNotModified = 304;

QNetworkRequest networkRequest(const HttpRequest& request)
{
    QNetworkRequest out{request.url};
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                     QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Asking for plain bodies also keeps Qt from unpacking a bomb.
    out.setRawHeader(QByteArrayLiteral("accept-encoding"), QByteArrayLiteral("identity"));
    out.setRawHeader(QByteArrayLiteral("user-agent"), QByteArray{kUserAgent});
    for (const auto& [name, value] : request.headers) {
        out.setRawHeader(name, value);
    }
    return out;
}
}  // namespace

HttpClient::HttpClient(const base::Clock& clock, QObject* parent)
    : QObject{parent}, m_clock{clock}, m_network{new QNetworkAccessManager{this}}
{
}

HttpClient::~HttpClient()
{
    for (const Call& call : m_calls) {
        call.reply->disconnect(this);
        call.reply->abort();
    }
}

void HttpClient::send(const HttpRequest& request, Done done)
{
    const QNetworkRequest prepared = networkRequest(request);
    QNetworkReply* const reply = request.postBody.isEmpty()
                                     ? m_network->get(prepared)
                                     : m_network->post(prepared, request.postBody);
    m_calls.push_back({.reply = reply,
                       .done = std::move(done),
                       .body = {},
                       .deadline = m_clock.monotonic() + request.deadline,
                       .bodyMax = request.bodyMax});
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { read(reply); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { finish(reply); });
}

HttpClient::Call* HttpClient::find(const QNetworkReply* reply)
{
    const auto at = std::find_if(m_calls.begin(), m_calls.end(),
                                 [reply](const Call& call) { return call.reply == reply; });
    return at == m_calls.end() ? nullptr : &*at;
}

void HttpClient::read(QNetworkReply* reply)
{
    Call* const call = find(reply);
    if (call == nullptr) {
        return;
    }
    call->body.append(reply->readAll());
    if (call->body.size() > call->bodyMax) {
        end(reply, base::Error{base::ErrorCode::OutOfRange,
                               QStringLiteral("%1: the answer is larger than %2 bytes")
                                   .arg(reply->url().path())
                                   .arg(call->bodyMax)});
    }
}

void HttpClient::finish(QNetworkReply* reply)
{
    Call* const call = find(reply);
    if (call == nullptr) {
        return;
    }
    call->body.append(reply->readAll());
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (call->body.size() > call->bodyMax) {
        read(reply);
        return;
    }
    if (status >= kRedirectFirst && status <= kRedirectLast && status != kNotModified) {
        end(reply, base::Error{base::ErrorCode::Refused,
                               QStringLiteral("%1: the server redirects (status %2); redirects "
                                              "are not followed")
                                   .arg(reply->url().path())
                                   .arg(status)});
        return;
    }
    // A status alone is an answer; a broken line after it is not, whatever came of the body.
    const bool answered = status != 0
                          && (reply->error() == QNetworkReply::NoError
                              || reply->error() >= QNetworkReply::ContentAccessDenied);
    if (!answered) {
        const QNetworkReply::NetworkError error = reply->error();
        const bool unreached = error == QNetworkReply::ConnectionRefusedError
                               || error == QNetworkReply::HostNotFoundError
                               || error == QNetworkReply::SslHandshakeFailedError;
        end(reply,
            base::Error{
                unreached ? base::ErrorCode::Network : base::ErrorCode::OutcomeUnknown,
                QStringLiteral("%1 %2: %3")
                    .arg(reply->url().authority(), reply->url().path(), reply->errorString())});
        return;
    }
    end(reply, HttpReply{.status = status,
                         .body = call->body,
                         .pageMark = reply->rawHeader(QByteArrayLiteral("tr_cont")).trimmed(),
                         .lastModified = reply->rawHeader(QByteArrayLiteral("last-modified")),
                         .date = reply->rawHeader(QByteArrayLiteral("date"))});
}

void HttpClient::end(QNetworkReply* reply, const base::Result<HttpReply>& result)
{
    Call* const call = find(reply);
    const Done done = std::move(call->done);
    std::erase_if(m_calls, [reply](const Call& other) { return other.reply == reply; });
    reply->disconnect(this);
    if (!reply->isFinished()) {
        reply->abort();
    }
    reply->deleteLater();
    done(result);
}

void HttpClient::tick(std::chrono::nanoseconds now)
{
    std::vector<QNetworkReply*> late;
    for (const Call& call : m_calls) {
        if (call.deadline <= now) {
            late.push_back(call.reply);
        }
    }
    for (QNetworkReply* const reply : late) {
        if (find(reply) != nullptr) {
            end(reply, base::Error{base::ErrorCode::TimedOut,
                                   QStringLiteral("%1 %2: no complete answer within the deadline")
                                       .arg(reply->url().authority(), reply->url().path())});
        }
    }
}
}  // namespace core::kis

#include "moc_http_client.cpp"
