#include "core/notify/update_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace core::notify
{
namespace
{
using L1 = QLatin1String;

constexpr std::int64_t kIdMax = std::int64_t{1} << 53U;  // Beyond, JSON's numbers are not exact.

/// Members of a message that somebody did not just type here. Their mere presence counts.
constexpr std::array kNotTyped{
    L1{"edit_date"},           L1{"via_bot"},          L1{"sender_chat"},
    L1{"sender_business_bot"}, L1{"author_signature"}, L1{"business_connection_id"},
    L1{"is_from_offline"},
};

bool isTyped(const QJsonObject& message)
{
    for (const L1& name : kNotTyped) {
        if (message.contains(name)) {
            return false;
        }
    }
    // forward_origin, is_automatic_forward and whatever they will be called next.
    for (const QString& name : message.keys()) {
        if (name.contains(u"forward")) {
            return false;
        }
    }
    return true;
}

IncomingText incomingOf(const QJsonObject& message)
{
    const QJsonObject chat = message.value(L1{"chat"}).toObject();
    const QJsonObject from = message.value(L1{"from"}).toObject();
    const QJsonValue bot = from.value(L1{"is_bot"});
    IncomingText text{
        .chatId = chat.value(L1{"id"}).toInteger(),
        .chat =
            chat.value(L1{"type"}).toString() == u"private" ? ChatType::Private : ChatType::Other,
        .userId = from.value(L1{"id"}).toInteger(),
        .fromPerson = bot.isBool() && !bot.toBool(),
        .original = isTyped(message),
        .sentAt = message.value(L1{"date"}).toInteger(),
    };
    const QJsonValue words = message.value(L1{"text"});
    if (words.isString()) {
        text.text = words.toString();
    }
    return text;
}
}  // namespace

base::Result<std::vector<Update>> readUpdates(const QByteArray& body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QJsonValue result = answer.value(L1{"result"});
    if (!answer.value(L1{"ok"}).toBool() || !result.isArray()) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("getUpdates: not an answer of the service")};
    }
    std::vector<Update> updates;
    const QJsonArray list = result.toArray();
    for (const QJsonValue entry : list) {
        const QJsonObject object = entry.toObject();
        Update update{.id = object.value(L1{"update_id"}).toInteger()};
        if (update.id <= 0 || update.id > kIdMax) {
            continue;
        }
        const QJsonValue message = object.value(L1{"message"});
        // An update is one thing. With anything beside the message it is not what we know.
        if (message.isObject() && object.size() == 2) {
            update.message = incomingOf(message.toObject());
        }
        updates.push_back(update);
    }
    return updates;
}
}  // namespace core::notify
