#pragma once

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <cstdint>

namespace core::kis
{
/// What a control message's code makes the feed do.
enum class CodeReaction : std::uint8_t
{
    Registered,     ///< Active; key and iv come with it.
    Unregistered,   ///< Inactive; a slot is free.
    AlreadyActive,  ///< As registered, but without a new key: the old one stays.
    AlreadyGone,    ///< As unregistered.
    RetryLater,     ///< The item again after a back-off; without an item, the connection.
    LimitReached,   ///< No slot: drop what is wanted least, never retry.
    GiveUpItem,     ///< Our mistake: asking again gives the same answer.
    StopFeed,       ///< Keys or settings are wrong: only a person can help.
    FreshKey,       ///< A new approval key once, then reconnect; the next time back off.
    NoticesOff,     ///< The HTS ID is wrong: reconnect without notices, tell the user.
    KeyInUse,       ///< Another session holds the app key: close, wait long, never fight.
    Ignore,         ///< A code nobody documented: no change of state.
};

struct MessageCode
{
    QLatin1String code;
    CodeReaction reaction = CodeReaction::Ignore;
    QLatin1String meaning;
};

// clang-format off
/// Source: KIS Open API, message codes of the real-time service.
inline constexpr std::array kMessageCodes{
    MessageCode{QLatin1String("OPSP0000"), CodeReaction::Registered,    QLatin1String("registered")},
    MessageCode{QLatin1String("OPSP0001"), CodeReaction::Unregistered,  QLatin1String("unregistered")},
    MessageCode{QLatin1String("OPSP0002"), CodeReaction::AlreadyActive, QLatin1String("already registered")},
    MessageCode{QLatin1String("OPSP0003"), CodeReaction::AlreadyGone,   QLatin1String("was not registered")},
    MessageCode{QLatin1String("OPSP0007"), CodeReaction::RetryLater,    QLatin1String("internal error of the broker")},
    MessageCode{QLatin1String("OPSP0008"), CodeReaction::LimitReached,  QLatin1String("registration limit reached")},
    MessageCode{QLatin1String("OPSP0009"), CodeReaction::RetryLater,    QLatin1String("the broker could not pass it on")},
    MessageCode{QLatin1String("OPSP0010"), CodeReaction::StopFeed,      QLatin1String("app key is invalid")},
    MessageCode{QLatin1String("OPSP0011"), CodeReaction::FreshKey,      QLatin1String("approval key is not known")},
    MessageCode{QLatin1String("OPSP0017"), CodeReaction::NoticesOff,    QLatin1String("HTS ID is wrong")},
    MessageCode{QLatin1String("OPSP8991"), CodeReaction::GiveUpItem,    QLatin1String("TR id is invalid")},
    MessageCode{QLatin1String("OPSP8992"), CodeReaction::GiveUpItem,    QLatin1String("TR key is invalid")},
    MessageCode{QLatin1String("OPSP8993"), CodeReaction::GiveUpItem,    QLatin1String("TR key is invalid")},
    MessageCode{QLatin1String("OPSP8994"), CodeReaction::GiveUpItem,    QLatin1String("personal key is missing")},
    MessageCode{QLatin1String("OPSP8995"), CodeReaction::GiveUpItem,    QLatin1String("app secret is missing")},
    MessageCode{QLatin1String("OPSP8996"), CodeReaction::KeyInUse,      QLatin1String("the app key is in use by another session")},
    MessageCode{QLatin1String("OPSP8997"), CodeReaction::GiveUpItem,    QLatin1String("registration type is invalid")},
    MessageCode{QLatin1String("OPSP8998"), CodeReaction::GiveUpItem,    QLatin1String("customer type is invalid")},
    MessageCode{QLatin1String("OPSP8999"), CodeReaction::RetryLater,    QLatin1String("resource is not available")},
    MessageCode{QLatin1String("OPSP9990"), CodeReaction::GiveUpItem,    QLatin1String("TR key is missing")},
    MessageCode{QLatin1String("OPSP9991"), CodeReaction::GiveUpItem,    QLatin1String("input is missing")},
    MessageCode{QLatin1String("OPSP9992"), CodeReaction::GiveUpItem,    QLatin1String("body is missing")},
    MessageCode{QLatin1String("OPSP9993"), CodeReaction::RetryLater,    QLatin1String("internal error of the broker")},
    MessageCode{QLatin1String("OPSP9994"), CodeReaction::StopFeed,      QLatin1String("app key is invalid")},
    MessageCode{QLatin1String("OPSP9995"), CodeReaction::RetryLater,    QLatin1String("resource is not available")},
    MessageCode{QLatin1String("OPSP9996"), CodeReaction::StopFeed,      QLatin1String("app key is missing")},
    MessageCode{QLatin1String("OPSP9997"), CodeReaction::GiveUpItem,    QLatin1String("customer type is missing")},
    MessageCode{QLatin1String("OPSP9998"), CodeReaction::GiveUpItem,    QLatin1String("header is missing")},
    MessageCode{QLatin1String("OPSP9999"), CodeReaction::GiveUpItem,    QLatin1String("message is not valid JSON")},
};
// clang-format on

/// The row of `code`; one that says Ignore for a code that is not in the table.
[[nodiscard]] constexpr MessageCode messageCode(QStringView code) noexcept
{
    for (const MessageCode& row : kMessageCodes) {
        if (code == row.code) {
            return row;
        }
    }
    return {QLatin1String(), CodeReaction::Ignore, QLatin1String("not a code this program knows")};
}
}  // namespace core::kis
