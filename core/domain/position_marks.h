#pragma once

#include "core/domain/kst.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"
#include "core/domain/won.h"

#include <QLatin1String>

#include <cstdint>
#include <optional>

namespace core::domain
{
/// Where the pyramiding pattern of a position stands (trading rules 5.1).
enum class PatternState : std::uint8_t
{
    Off,  ///< Never an add: `Pattern::off` says why.
    Base,
    Risen,
    Pullback,
    Rebreak,
    Void,
    Ordered,
    Added,
};

/// Why a pattern is off for good.
enum class PatternOff : std::uint8_t
{
    None,
    Disabled,      ///< pyramid.enabled
    UsedToday,     ///< P9: the symbol has had its add of the day.
    TooSmall,      ///< Q0 < 2
    NoEntryFill,   ///< Restored without the entry's own fills.
    ForeignFill,   ///< Shares came from neither the entry nor the add.
    OrdersFailed,  ///< Two add orders ended without a fill.
    NotPyramided,  ///< A wave position, or one bought by hand.
};

/// The leg a pattern is about. Prices are 0 until their state is reached.
struct Pattern
{
    PatternState state = PatternState::Base;
    PatternOff off = PatternOff::None;
    Price high;            ///< H
    Timestamp highAt{};    ///< When H was printed first.
    Price low;             ///< L
    Timestamp brokenAt{};  ///< t0
    Price highSinceBreak;  ///< Highest trade since t0.
    Timestamp highSinceBreakAt{};
    std::optional<Price> dayHigh{};  ///< DH, fixed for the attempt; empty = was not published.
    PatternState before = PatternState::Base;  ///< Where an unfilled add order returns to.
    int ordersFailed = 0;
    Timestamp notBefore{};  ///< No judgement before; after an unfilled order.

    friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// Trailing stop: on or off, never off again but by the add. Width in parts per billion.
struct Trail
{
    bool on = false;
    std::int64_t width = 0;
    std::optional<Price> peak{};  ///< Highest trade after the last fill of the entry.

    friend bool operator==(const Trail&, const Trail&) = default;
};

/// The band the wave scalper sees a price swing in. Always valid: wide enough, from enough samples.
struct WaveChannel
{
    std::int64_t low = 0;  ///< In 1/100 won, as `high`.
    std::int64_t high = 0;
    std::int64_t band = 0;  ///< Share of the width near an edge, in parts per billion.

    friend bool operator==(const WaveChannel&, const WaveChannel&) = default;
};

/// What the rules must remember of one position; small, plain, stored at every change.
struct PositionMarks
{
    Won entryCost;              ///< Of the entry's fills: E = entryCost / entryQuantity.
    Quantity entryQuantity;     ///< Q0
    bool entryFinal = false;    ///< The entry order will fill no more.
    Timestamp openedAt{};       ///< First fill of the entry.
    Timestamp entryFilledAt{};  ///< Last fill of the entry.
    Won addCost;
    Quantity addQuantity;
    Timestamp addFilledAt{};  ///< Last fill of the add.
    Pattern pattern;
    Trail trail;
    std::optional<Price> higherLow;   ///< HL
    std::optional<Price> breakEven;   ///< A3 level, once triggered.
    std::optional<Price> manualStop;  ///< Moved by hand.
    std::optional<WaveChannel> wave;  ///< Of a wave position: the channel it was bought in.

    friend bool operator==(const PositionMarks&, const PositionMarks&) = default;
};
}  // namespace core::domain
