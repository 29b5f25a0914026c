#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace core::notify
{
/// Where something arrived, as far as the difference matters: only a private chat is listened to.
enum class ChatType : std::uint8_t
{
    Other,  ///< Group, supergroup, channel, or unknown.
    Private,
};

/// A message to the bot with everything that decides whether it counts. Zero and false are what is
/// refused: a missing field never lets anything through.
struct IncomingText
{
    std::int64_t chatId = 0;
    ChatType chat = ChatType::Other;
    std::int64_t userId = 0;
    bool fromPerson = false;  ///< `from` is there and is no bot.
    bool original = false;    ///< Typed into this chat: not forwarded, edited, sent in another's
                              ///< name, by another bot, by a schedule.
    std::int64_t sentAt = 0;  ///< Seconds of Unix time, by the service's clock.
    std::optional<QString> text{};  ///< Empty for pictures, voice and the like.

    friend bool operator==(const IncomingText&, const IncomingText&) = default;
};

/// One thing that happened in the service.
struct Update
{
    std::int64_t id = 0;  ///< Positive.
    std::optional<IncomingText>
        message{};  ///< Empty: edits, channel posts, buttons, anything else.

    friend bool operator==(const Update&, const Update&) = default;
};

/// Reads the answer to getUpdates.
///
/// Shape:  {"ok":true,"result":[{"update_id":1,"message":{"from":{"id":1,"is_bot":false},
///         "chat":{"id":1,"type":"private"},"date":1700000000,"text":"/status"}}]}
/// Units:  ids as whole numbers; anything else in their place is a missing field. Updates without a
///         usable id are left out: they could not be confirmed and would come again and again.
/// Errors: Malformed if it is not such an answer.
/// Source: Telegram Bot API, Update, Message.
/// Thread: any; pure.
[[nodiscard]] base::Result<std::vector<Update>> readUpdates(const QByteArray& body);
}  // namespace core::notify
