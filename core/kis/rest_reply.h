#pragma once

#include "core/base/result.h"
#include "core/kis/rest_codes.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace core::kis
{
/// The answer to a REST call after classification.
struct RestReply
{
    RestVerdict verdict = RestVerdict::Unknown;
    QString code;       ///< msg_cd or error_code; may be empty.
    QString text;       ///< msg1 or error_description, trimmed; the broker's own words.
    QJsonObject body;   ///< The whole JSON object; empty if there was none.
    bool more = false;  ///< tr_cont says that another page follows.

    /// What went wrong, as a caller can act on it. Only for a verdict other than success.
    [[nodiscard]] base::Error error() const;
};

/// Classifies an answer: msg_cd first, then rt_cd, then the status, then words in msg1.
///
/// Shape:  the usual envelope (rt_cd, msg_cd, msg1) or that of the token calls (error_code,
///         error_description); the status counts only when there is no JSON.
/// Thread: any; pure. Every input has a verdict.
[[nodiscard]] RestReply classifyReply(int httpStatus, const QByteArray& body,
                                      const QByteArray& pageMark);
}  // namespace core::kis
