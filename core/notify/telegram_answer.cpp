#include "core/notify/telegram_answer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core::notify
{
namespace
{
AnswerKind kindOf(int code)
{
    constexpr int kServerFirst = 500;
    constexpr int kServerLast = 599;
    constexpr int kClientFirst = 400;
    switch (code) {
    case 401:
    case 404:
        return AnswerKind::TokenRefused;
    case 403:
        return AnswerKind::Forbidden;
    case 409:
        return AnswerKind::Conflict;
    case 429:
        return AnswerKind::RateLimited;
    default:
        break;
    }
    if (code >= kServerFirst && code <= kServerLast) {
        return AnswerKind::ServerError;
    }
    return code >= kClientFirst && code < kServerFirst ? AnswerKind::Rejected
                                                       : AnswerKind::Unusable;
}
}  // namespace

ApiAnswer readAnswer(int status, const QByteArray& body)
{
    constexpr int kOk = 200;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    const QJsonValue ok = object.value(QLatin1String{"ok"});
    if (!ok.isBool()) {
        // Not the service speaking but something on the way (a portal, a proxy, a page of errors):
        // what it says about the token means nothing.
        const AnswerKind kind = kindOf(status);
        return {.kind = kind == AnswerKind::ServerError || kind == AnswerKind::RateLimited
                            ? kind
                            : AnswerKind::Unusable,
                .status = status};
    }
    if (ok.toBool()) {
        return {.kind = status == kOk ? AnswerKind::Ok : AnswerKind::Unusable, .status = status};
    }
    constexpr std::int64_t kCodeMax = 999;
    const std::int64_t told = object.value(QLatin1String{"error_code"}).toInteger(status);
    const int code = static_cast<int>(std::clamp<std::int64_t>(told, 0, kCodeMax));
    ApiAnswer answer{.kind = kindOf(code), .status = status};
    const QJsonValue wait =
        object.value(QLatin1String{"parameters"}).toObject().value(QLatin1String{"retry_after"});
    const std::int64_t seconds = wait.toInteger(-1);
    if (seconds >= 0) {
        answer.retryAfter = std::min(std::chrono::seconds{seconds}, kRetryAfterMax);
    }
    return answer;
}
}  // namespace core::notify
