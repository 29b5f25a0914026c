#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <optional>

namespace core::notify
{
/// What became of one request to the service.
enum class AnswerKind : std::uint8_t
{
    Ok,
    RateLimited,   ///< 429: not before `retryAfter`.
    Rejected,      ///< 400 and the like: this request will never be taken.
    TokenRefused,  ///< 401, 404: the token is not (or no longer) the bot's.
    Forbidden,     ///< 403: the bot was blocked or removed from the chat.
    Conflict,      ///< 409: somebody else asks for the bot's updates.
    ServerError,   ///< 5xx.
    Unusable,      ///< A redirect, or an answer that is none of the service's.
    Unreached,     ///< No connection, or it broke off: may have been taken.
    TimedOut,      ///< The deadline passed: may have been taken.
};

/// An answer without a word of the server's in it: an error page repeats the address asked for,
/// and in the address is the token.
struct ApiAnswer
{
    AnswerKind kind = AnswerKind::Unreached;
    int status = 0;  ///< Of HTTP; 0 = none came.
    std::optional<std::chrono::seconds> retryAfter{};

    friend bool operator==(const ApiAnswer&, const ApiAnswer&) = default;
};

/// The longest pause the service can ask for.
inline constexpr std::chrono::seconds kRetryAfterMax{24 * 3600};

/// Reads status and body of an answer.
/// Shape:  {"ok":true,"result":...} or {"ok":false,"error_code":429,"description":"...",
///         "parameters":{"retry_after":5}}.
/// Source: Telegram Bot API, "Making requests".
/// Thread: any; pure.
[[nodiscard]] ApiAnswer readAnswer(int status, const QByteArray& body);
}  // namespace core::notify
