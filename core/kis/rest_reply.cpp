#include "core/kis/rest_reply.h"

#include "core/kis/json_fields.h"

#include <QJsonDocument>

namespace core::kis
{
namespace
{
constexpr int kOk = 200;
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kTooMany = 429;
constexpr int kServerError = 500;
constexpr int kClientError = 400;

RestVerdict byStatus(int status)
{
    if (status == kUnauthorized || status == kForbidden) {
        return RestVerdict::TokenInvalid;  // Also said, in no fixed words, during maintenance.
    }
    if (status == kTooMany) {
        return RestVerdict::RateLimited;
    }
    const bool ours = status >= kClientError && status < kServerError;
    return ours ? RestVerdict::OurMistake : RestVerdict::Transient;
}

RestVerdict byEnvelope(const RestReply& reply, const QString& result)
{
    const RestVerdict known = restCode(reply.code).verdict;
    if (known == RestVerdict::Empty || result == QLatin1String("0")) {
        return known == RestVerdict::Empty ? known : RestVerdict::Success;
    }
    if (known != RestVerdict::Unknown) {
        return known;
    }
    if (reply.code.isEmpty() && reply.text.isEmpty()) {
        return RestVerdict::Transient;  // An empty refusal: seen with status 500 under load.
    }
    const bool token = reply.text.contains(QLatin1String("token"), Qt::CaseInsensitive)
                       || reply.text.contains(QStringView{u"토큰"});
    return token ? RestVerdict::TokenInvalid : RestVerdict::Unknown;
}

base::ErrorCode errorCodeOf(RestVerdict verdict)
{
    switch (verdict) {
    case RestVerdict::TokenInvalid:
    case RestVerdict::Configuration:
        return base::ErrorCode::Unauthorized;
    case RestVerdict::TokenTooSoon:
    case RestVerdict::RateLimited:
    case RestVerdict::LedgerBusy:
        return base::ErrorCode::RateLimited;
    case RestVerdict::NotInMock:
        return base::ErrorCode::Unsupported;
    case RestVerdict::Transient:
        return base::ErrorCode::Network;
    case RestVerdict::Success:
    case RestVerdict::Empty:
    case RestVerdict::OurMistake:
    case RestVerdict::Refused:
    case RestVerdict::Unknown:
        return base::ErrorCode::Refused;
    }
    return base::ErrorCode::Refused;
}
}  // namespace

base::Error RestReply::error() const
{
    const QString what = code.isEmpty() ? QStringLiteral("an answer without a code")
                                        : code + u' ' + QString{restCode(code).meaning};
    return {errorCodeOf(verdict), text.isEmpty() ? what : what + QStringLiteral(" (%1)").arg(text)};
}

RestReply classifyReply(int httpStatus, const QByteArray& body, const QByteArray& pageMark)
{
    static const QByteArray kMark = QByteArrayLiteral("\xEF\xBB\xBF");
    RestReply reply;
    reply.more = pageMark == "F" || pageMark == "M";
    const QJsonDocument document =
        QJsonDocument::fromJson(body.startsWith(kMark) ? body.mid(kMark.size()) : body);
    if (!document.isObject()) {
        reply.verdict = byStatus(httpStatus);
        reply.text = QStringLiteral("status %1 without JSON").arg(httpStatus);
        return reply;
    }
    reply.body = document.object();
    const QString tokenCode = textOf(reply.body, QLatin1String("error_code"));
    const QString result = textOf(reply.body, QLatin1String("rt_cd"));
    reply.code = tokenCode.isEmpty() ? textOf(reply.body, QLatin1String("msg_cd")) : tokenCode;
    reply.text = textOf(reply.body, tokenCode.isEmpty() ? QLatin1String("msg1")
                                                        : QLatin1String("error_description"));
    if (result.isEmpty() && tokenCode.isEmpty()) {
        // The token calls answer with the bare object.
        reply.verdict = httpStatus == kOk ? RestVerdict::Success : byStatus(httpStatus);
        return reply;
    }
    reply.verdict = byEnvelope(reply, result);
    return reply;
}
}  // namespace core::kis
