#pragma once

#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <QString>

#include <cstdint>
#include <functional>

namespace core::domain
{
/// The real-time streams this program registers. One registration = one slot.
enum class Stream : std::uint8_t
{
    Trade,
    Quote,
    Expected,
    Operation,
    Notice,  ///< Execution notices; the key is the HTS ID, not a symbol.
};

/// What a slot is spent on. For `Notice` the symbol is empty: the feed knows the HTS ID.
struct FeedKey
{
    Stream stream = Stream::Trade;
    Symbol symbol;

    friend constexpr auto operator<=>(const FeedKey&, const FeedKey&) = default;
};

/// Life of the market socket.
enum class FeedState : std::uint8_t
{
    Idle,       ///< Not started, or stopped.
    Approving,  ///< Waiting for an approval key.
    Connecting,
    Registering,  ///< Connected; not every wanted stream is acknowledged yet.
    Live,         ///< Every wanted stream is acknowledged.
    Waiting,      ///< Connection lost; the back-off runs.
    Stopped,      ///< A configuration error; only a person can help. See `detail`.
};

/// Running figures of the feed, for status bar and health panel. Counters never reset.
struct FeedFigures
{
    FeedState state = FeedState::Idle;
    QString detail;                 ///< Last problem, in English, for the log and tooltip.
    std::uint64_t frames = 0;       ///< Text frames received.
    std::uint64_t records = 0;      ///< Data records decoded.
    std::uint64_t badFrames = 0;    ///< Dropped: unreadable, wrong width, unknown.
    std::uint64_t driftFrames = 0;  ///< Accepted with more fields than known.
    std::uint32_t reconnects = 0;
    std::uint32_t wanted = 0;        ///< Registrations wanted.
    std::uint32_t acknowledged = 0;  ///< Registrations the server confirmed.
    bool stale = false;              ///< No frame for longer than the liveness limit.
    Timestamp lastFrame{};           ///< Environment clock at the last frame; epoch = none.

    friend bool operator==(const FeedFigures&, const FeedFigures&) = default;
};
}  // namespace core::domain

template <>
struct std::hash<core::domain::FeedKey>
{
    std::size_t operator()(const core::domain::FeedKey& key) const noexcept
    {
        return std::hash<core::domain::Symbol>{}(key.symbol) * 31U
               + static_cast<std::size_t>(key.stream);
    }
};
