// Updates of the bot (FZ11): nobody but the one person in the one chat, who has just typed it
// there, ever gets a command through. Checked against a second reading of the same bytes.

#include "core/notify/commands.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <cstdlib>

namespace
{
using namespace core::notify;

constexpr std::int64_t kPerson = 1001;
constexpr std::int64_t kNow = 1'764'376'800;
const core::domain::Timestamp kTime{std::chrono::seconds{kNow}};
const QString kCode = QStringLiteral("000000");

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/// The update of that number, read without any of our code.
QJsonObject updateOf(const QByteArray& json, std::int64_t id)
{
    const QJsonArray list =
        QJsonDocument::fromJson(json).object().value(QLatin1String{"result"}).toArray();
    for (const QJsonValue& entry : list) {
        if (entry.toObject().value(QLatin1String{"update_id"}).toInteger() == id) {
            return entry.toObject();
        }
    }
    return {};
}

bool isTheTraders(const QByteArray& json, std::int64_t id)
{
    const QJsonObject message = updateOf(json, id).value(QLatin1String{"message"}).toObject();
    const QJsonObject chat = message.value(QLatin1String{"chat"}).toObject();
    const QJsonObject from = message.value(QLatin1String{"from"}).toObject();
    const std::int64_t age = kNow - message.value(QLatin1String{"date"}).toInteger();
    bool typed = true;
    for (const QString& name : message.keys()) {
        typed = typed && !name.contains(u"forward") && name != u"edit_date" && name != u"via_bot"
                && name != u"sender_chat";
    }
    return typed && chat.value(QLatin1String{"id"}).toInteger() == kPerson
           && from.value(QLatin1String{"id"}).toInteger() == kPerson
           && chat.value(QLatin1String{"type"}).toString() == u"private" && age <= 60 && age >= -10;
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray json{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    const auto updates = readUpdates(json);
    if (!updates) {
        return 0;
    }
    constexpr std::int64_t kRead = 50;
    CommandDesk desk{{.chatId = kPerson, .userId = kPerson}, {.next = kRead, .at = kTime}, [] {
                         return std::uint32_t{0};
                     }};
    std::int64_t next = kRead;
    bool asked = false;
    for (const Update& update : *updates) {
        const Heard heard = desk.hear(update, kTime, std::chrono::hours{1});
        require(desk.next(kTime) >= next);
        if (heard.wish || heard.reply) {
            require(update.id >= next);
            // Two updates of one number: the first is heard, the second is a replay.
            require(isTheTraders(json, update.id));
        }
        if (heard.wish
            && (heard.wish->kind == CommandKind::Pause
                || heard.wish->kind == CommandKind::Cancel)) {
            require(asked && update.message->text->contains(kCode));
            asked = false;
        }
        if (heard.reply && std::holds_alternative<CodeAsked>(*heard.reply)) {
            asked = true;
        }
        next = desk.next(kTime);
    }
    return 0;
}
