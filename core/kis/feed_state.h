#pragma once

#include "core/domain/feed.h"

#include <array>
#include <cstdint>
#include <optional>

namespace core::kis
{
enum class FeedEvent : std::uint8_t
{
    Start,
    GrantKey,   ///< An approval key is there.
    FailKey,    ///< None could be had.
    RefuseKey,  ///< The server does not know the key: a fresh one is needed.
    Connect,    ///< The socket is open.
    Complete,   ///< Every wanted stream is acknowledged.
    WantMore,   ///< One is not.
    Lose,       ///< The socket is gone, or not worth keeping.
    Resume,     ///< The back-off is over.
    GiveUp,     ///< A configuration error.
    Stop,
};

struct FeedStep
{
    domain::FeedState from;
    FeedEvent on;
    domain::FeedState to;
};

// clang-format off
inline constexpr auto kFeedSteps = [] {
    using S = domain::FeedState;
    using E = FeedEvent;
    return std::to_array<FeedStep>({
        {S::Idle,        E::Start,     S::Approving},
        {S::Stopped,     E::Start,     S::Approving},   // After a person has mended something.

        {S::Approving,   E::GrantKey,  S::Connecting},
        {S::Approving,   E::FailKey,   S::Waiting},
        {S::Waiting,     E::Resume,    S::Approving},   // A key still known is granted at once.

        {S::Connecting,  E::Connect,   S::Registering},
        {S::Registering, E::Complete,  S::Live},
        {S::Live,        E::WantMore,  S::Registering},

        {S::Connecting,  E::Lose,      S::Waiting},
        {S::Registering, E::Lose,      S::Waiting},
        {S::Live,        E::Lose,      S::Waiting},
        {S::Registering, E::RefuseKey, S::Approving},
        {S::Live,        E::RefuseKey, S::Approving},

        {S::Approving,   E::GiveUp,    S::Stopped},
        {S::Connecting,  E::GiveUp,    S::Stopped},
        {S::Registering, E::GiveUp,    S::Stopped},
        {S::Live,        E::GiveUp,    S::Stopped},

        {S::Approving,   E::Stop,      S::Idle},
        {S::Connecting,  E::Stop,      S::Idle},
        {S::Registering, E::Stop,      S::Idle},
        {S::Live,        E::Stop,      S::Idle},
        {S::Waiting,     E::Stop,      S::Idle},
        {S::Stopped,     E::Stop,      S::Idle},
    });
}();
// clang-format on

/// Where `on` leads from `from`; nullopt = it does not belong there.
[[nodiscard]] constexpr std::optional<domain::FeedState> next(domain::FeedState from,
                                                              FeedEvent on) noexcept
{
    for (const FeedStep& step : kFeedSteps) {
        if (step.from == from && step.on == on) {
            return step.to;
        }
    }
    return std::nullopt;
}

/// True while a socket exists that has been opened.
[[nodiscard]] constexpr bool isConnected(domain::FeedState state) noexcept
{
    return state == domain::FeedState::Registering || state == domain::FeedState::Live;
}
}  // namespace core::kis
