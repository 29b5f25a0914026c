#pragma once

#include "core/base/result.h"
#include "core/kis/message_codes.h"
#include "core/kis/notice_codec.h"

#include <QString>
#include <QStringView>

#include <cstdint>

namespace core::kis
{
enum class ControlKind : std::uint8_t
{
    PingPong,  ///< To be sent back as the identical text.
    Reply,     ///< Answer to a registration, or a word about the session.
};

/// One JSON text of the socket.
///
/// Success: {"header":{"tr_id":"H0STASP0","tr_key":"066570","encrypt":"N"},"body":{"rt_cd":"0",
///   "msg_cd":"OPSP0000","msg1":"SUBSCRIBE SUCCESS","output":{"iv":"0123456789abcdef",
///   "key":"abcdefghijklmnopabcdefghijklmnop"}}}
/// A word about the session has no usable header: "tr_id":"(null)", "tr_key":"".
struct ControlMessage
{
    ControlKind kind = ControlKind::Reply;
    QString transactionId;  ///< Empty when the header names none.
    QString key;            ///< Issue code or HTS ID; empty when the header names none.
    QString code;           ///< "OPSP0000".
    QString text;           ///< The broker's words, trimmed.
    CodeReaction reaction = CodeReaction::Ignore;
    NoticeKey noticeKey;  ///< Unusable when none came.
};

/// Errors: Malformed for text that is no JSON object, or a reply without rt_cd and msg_cd.
/// Source: KIS Open API, real-time control messages.
/// Thread: any; pure.
[[nodiscard]] base::Result<ControlMessage> parseControl(QStringView text);

enum class RegistrationType : std::uint8_t
{
    Register,
    Unregister,
};

/// The text that registers (tr_type 1) or unregisters (tr_type 2) one stream of one key.
[[nodiscard]] QString registrationText(const QString& approvalKey, const QString& transactionId,
                                       const QString& key, RegistrationType type);
}  // namespace core::kis
