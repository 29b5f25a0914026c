#include "core/kis/control_message.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::kis
{
namespace
{
base::Error malformed(const QString& what)
{
    return {base::ErrorCode::Malformed, QStringLiteral("control message: %1").arg(what)};
}

QString member(const QJsonObject& object, QLatin1String name)
{
    const QString text = object.value(name).toString();
    return text == QLatin1String("(null)") ? QString{} : text;
}
}  // namespace

base::Result<ControlMessage> parseControl(QStringView text)
{
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &failure);
    if (!document.isObject()) {
        return malformed(failure.error == QJsonParseError::NoError
                             ? QStringLiteral("not a JSON object")
                             : failure.errorString());
    }
    const QJsonObject header = document.object().value(QLatin1String("header")).toObject();
    ControlMessage message;
    message.transactionId = member(header, QLatin1String("tr_id"));
    message.key = member(header, QLatin1String("tr_key"));
    if (message.transactionId == QLatin1String("PINGPONG")) {
        message.kind = ControlKind::PingPong;
        return message;
    }
    const QJsonObject body = document.object().value(QLatin1String("body")).toObject();
    const QString result = member(body, QLatin1String("rt_cd"));
    message.code = member(body, QLatin1String("msg_cd"));
    if (result.isEmpty() || message.code.isEmpty()) {
        return malformed(QStringLiteral("no rt_cd and msg_cd"));
    }
    message.text = member(body, QLatin1String("msg1")).trimmed();
    message.reaction = messageCode(message.code).reaction;
    const bool success = message.reaction == CodeReaction::Registered
                         || message.reaction == CodeReaction::Unregistered;
    if (success && result != QLatin1String("0")) {
        message.reaction = CodeReaction::Ignore;  // It contradicts itself: the timer decides.
    }
    const QJsonObject output = body.value(QLatin1String("output")).toObject();
    message.noticeKey = {member(output, QLatin1String("key")).toUtf8(),
                         member(output, QLatin1String("iv")).toUtf8()};
    return message;
}

QString registrationText(const QString& approvalKey, const QString& transactionId,
                         const QString& key, RegistrationType type)
{
    const QJsonObject header{
        {QStringLiteral("approval_key"), approvalKey},
        {QStringLiteral("custtype"), QStringLiteral("P")},
        {QStringLiteral("tr_type"),
         type == RegistrationType::Register ? QStringLiteral("1") : QStringLiteral("2")},
        {QStringLiteral("content-type"), QStringLiteral("utf-8")},
    };
    const QJsonObject input{{QStringLiteral("tr_id"), transactionId},
                            {QStringLiteral("tr_key"), key}};
    const QJsonObject message{
        {QStringLiteral("header"), header},
        {QStringLiteral("body"), QJsonObject{{QStringLiteral("input"), input}}},
    };
    return QString::fromUtf8(QJsonDocument{message}.toJson(QJsonDocument::Compact));
}
}  // namespace core::kis
