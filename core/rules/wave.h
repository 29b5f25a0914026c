#pragma once

#include "core/rules/entry.h"
#include "core/rules/position_input.h"
#include "core/rules/wave_series.h"

#include <QLatin1String>

#include <optional>
#include <span>
#include <vector>

namespace core::rules
{
enum class WaveStatus : std::uint8_t
{
    Idle,     ///< No valid channel.
    Ranging,  ///< In a valid channel: may buy at its bottom.
    InPosition,
    Paused,  ///< Broke out downward: waits for a new valid channel.
};

/// What the scalper remembers of one symbol. `held` is the channel a position was bought in and
/// the one its exits are measured by: a channel that followed the price would carry the stop and
/// the breakout down with it.
struct WaveState
{
    WaveStatus status = WaveStatus::Idle;
    std::optional<domain::WaveChannel> channel{};
    std::optional<domain::WaveChannel> held{};

    friend bool operator==(const WaveState&, const WaveState&) = default;
};

enum class WaveEvent : std::uint8_t
{
    Channel,    ///< A look at the samples found a valid channel.
    NoChannel,  ///< It found none.
    Breakout,   ///< A trade below the channel.
    Bought,     ///< The first fill of an entry.
    Sold,       ///< Everything is sold, but not by W2.
    SoldOut,    ///< Everything is sold by W2.
};
/// The table of the states: where `event` leads.
[[nodiscard]] WaveStatus waveNext(WaveStatus from, WaveEvent event) noexcept;

/// The valid channel of the trades of the last 240 s; empty = too few, or too narrow.
[[nodiscard]] std::optional<domain::WaveChannel>
waveChannel(std::span<const WaveSample> samples, domain::Timestamp now, const RuleTimes& times);

/// A look at the samples, due at engine-clock multiples of thirty seconds.
[[nodiscard]] bool isWaveStep(domain::Timestamp now) noexcept;
[[nodiscard]] WaveState waveStep(const WaveState& before, std::span<const WaveSample> samples,
                                 domain::Timestamp now, const RuleTimes& times);
/// A regular trade: below the channel it pauses the symbol.
[[nodiscard]] WaveState waveTrade(const WaveState& before, domain::Price price);
[[nodiscard]] WaveState waveBought(const WaveState& before, const domain::WaveChannel& channel);
/// `rule` = the exit's label.
[[nodiscard]] WaveState waveSold(const WaveState& before, QLatin1String rule);

/// Whether to buy now: `entry.config.wave` rules, `entry.positions` counts wave positions, and
/// its screening, momentum and limits are not read.
struct WaveInput
{
    const EntryInput& entry;
    const WaveVolume& volume;  ///< Of the series that ends with the trade judged.
    const WaveState& state;
    bool baseHeld = false;
    std::optional<domain::Won> cash;
};
/// What it would buy at the best ask; empty when equity or cash is not known.
[[nodiscard]] std::optional<domain::Quantity> waveQuantity(const WaveInput& in);
[[nodiscard]] EntryVerdict judgeWaveEntry(const WaveInput& in);
/// `domain::failingBits` of that verdict, without its figures. 0 = buy.
[[nodiscard]] std::uint32_t waveFailing(const WaveInput& in);
}  // namespace core::rules
