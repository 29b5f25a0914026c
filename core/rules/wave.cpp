#include "core/rules/wave.h"

#include "core/rules/market_conditions.h"
#include "core/rules/wave_exits.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace core::rules
{
namespace
{
using domain::CheckOutcome;
using domain::CheckUnit;
using domain::Condition;

constexpr std::int64_t kCents = 100;
constexpr std::chrono::seconds kBoot{180};
constexpr std::chrono::seconds kEvery{30};
constexpr std::int64_t kBandMin = 100'000'000;
constexpr std::int64_t kBandMax = 250'000'000;
constexpr std::int64_t kSpikeTimes = 2;
constexpr std::size_t kSpikeNewest = 10;
constexpr std::size_t kSpikeSamples = 20;

struct Mode
{
    std::size_t samples;
    std::int64_t percentile;  ///< From the bottom; the top mirrors it.
    std::int64_t widthUnits;  ///< Narrowest valid width over its middle.
};
constexpr Mode kUsual{120, 2, 10'000'000};
constexpr Mode kBooting{30, 5, 6'000'000};

bool isBooting(domain::Timestamp now, const RuleTimes& times)
{
    return now < times.openAt + kBoot;
}

const Mode& modeAt(domain::Timestamp now, const RuleTimes& times)
{
    return isBooting(now, times) ? kBooting : kUsual;
}

/// In 1/100 won, linear between neighbours and exact: a percentile is a whole percentage below 100,
/// so a neighbour above it is always there.
std::int64_t percentileCents(std::span<const std::int64_t> sorted, std::int64_t percent)
{
    const auto place = percent * static_cast<std::int64_t>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place / 100);
    return sorted[below] * kCents + (sorted[below + 1] - sorted[below]) * (place % 100);
}

/// Width over its middle as the mode wants it; in 1/100 won.
bool isWide(std::int64_t low, std::int64_t high, const Mode& mode)
{
    return Int128{2} * (high - low) * kWhole >= Int128{mode.widthUnits} * (low + high);
}

/// A channel is no wider than all of its trades: most need no sorting to be found too narrow.
bool isWideAtMost(std::span<const WaveSample> samples, const Mode& mode)
{
    std::int64_t low = samples.front().price.won();
    std::int64_t high = low;
    for (const WaveSample& one : samples) {
        low = std::min(low, one.price.won());
        high = std::max(high, one.price.won());
    }
    return isWide(low * kCents, high * kCents, mode);
}

/// clamp(0.10 + 0.5 sigma / width): the one figure that needs a root.
std::int64_t bandOf(std::span<const std::int64_t> prices, std::int64_t width)
{
    double sum = 0;
    for (const std::int64_t price : prices) {
        sum += static_cast<double>(price);
    }
    const double mean = sum / static_cast<double>(prices.size());
    double squares = 0;
    for (const std::int64_t price : prices) {
        const double off = static_cast<double>(price) - mean;
        squares += off * off;
    }
    const double sigma = std::sqrt(squares / static_cast<double>(prices.size()));
    const double more = 0.5 * sigma * static_cast<double>(kCents) / static_cast<double>(width);
    return std::min(kBandMin + static_cast<std::int64_t>(more * 1e9), kBandMax);
}

/// Empty = fewer than twenty samples.
std::optional<bool> spikes(const WaveVolume& volume)
{
    if (volume.samples < kSpikeSamples) {
        return std::nullopt;
    }
    const auto earlier = static_cast<std::int64_t>(volume.samples - kSpikeNewest);
    return volume.newest * earlier
           > kSpikeTimes * volume.earlier * static_cast<std::int64_t>(kSpikeNewest);
}

CheckOutcome known(bool isKnown, bool holds)
{
    return isKnown ? passes(holds) : CheckOutcome::Insufficient;
}

/// The highest whole price at or below low + band x width.
std::int64_t bottomWon(const domain::WaveChannel& channel)
{
    return floorDivide(channel.low * kWhole + Int128{channel.band} * (channel.high - channel.low),
                       kCents * kWhole);
}

struct Step
{
    WaveStatus from;
    WaveEvent event;
    WaveStatus to;
};
using S = WaveStatus;
using E = WaveEvent;
/// What is not here stays. A fill may arrive in any state: the order was sent in Ranging.
constexpr Step kSteps[] = {
    {S::Idle, E::Channel, S::Ranging},      {S::Idle, E::Bought, S::InPosition},
    {S::Ranging, E::NoChannel, S::Idle},    {S::Ranging, E::Breakout, S::Paused},
    {S::Ranging, E::Bought, S::InPosition}, {S::InPosition, E::Sold, S::Idle},
    {S::InPosition, E::SoldOut, S::Paused}, {S::Paused, E::Channel, S::Ranging},
    {S::Paused, E::Bought, S::InPosition},
};

/// What the entry's conditions have in common.
struct Judgement
{
    const WaveInput& in;
    const EntryInput& entry;
    domain::Price limit;
    std::optional<domain::Quantity> quantity;
    bool ranging = false;
};

Judgement judgementOf(const WaveInput& in)
{
    const domain::Price limit = in.entry.market.ask.value_or(domain::Price{});
    return {in, in.entry, limit, waveQuantity(in),
            in.state.status == S::Ranging && in.state.channel.has_value()};
}

// Each condition twice, as in entry.cpp: what decides, and the figures beside it.

CheckOutcome automatic(const Judgement& j)
{
    return passes(j.entry.automaticOn && j.entry.config.wave.enabled);
}
CheckOutcome noBase(const Judgement& j)
{
    return passes(!j.in.baseHeld);
}
CheckOutcome window(const Judgement& j)
{
    return windowOutcome(j.entry.now, j.entry.times.entry, j.entry.market.continuous);
}
Condition showWindow(const Judgement& j, QLatin1String id)
{
    return windowCondition(id, j.entry.now, j.entry.times.entry, j.entry.market.continuous);
}
CheckOutcome fresh(const Judgement& j)
{
    const PositionMarket& market = j.entry.market;
    return known(market.live && market.price != domain::Price{}
                     && j.entry.now - market.priceAt <= j.entry.config.data.maxAge
                     && market.quoteFresh && j.limit.won() > 0,
                 true);
}
CheckOutcome ranging(const Judgement& j)
{
    return passes(j.ranging);
}
/// The channel's width over its middle.
Condition showRanging(const Judgement& j, QLatin1String id)
{
    Condition out{.id = id,
                  .unit = CheckUnit::PercentUnits,
                  .limit = modeAt(j.entry.now, j.entry.times).widthUnits};
    if (j.in.state.channel) {
        const domain::WaveChannel& channel = *j.in.state.channel;
        out.value =
            shownPercent(Int128{2} * (channel.high - channel.low), channel.low + channel.high);
    }
    return out;
}
CheckOutcome bottom(const Judgement& j)
{
    return known(j.ranging,
                 j.ranging && j.entry.market.price.won() <= bottomWon(*j.in.state.channel));
}
Condition showBottom(const Judgement& j, QLatin1String id)
{
    if (!j.ranging) {
        return {.id = id};
    }
    return {.id = id,
            .unit = CheckUnit::PriceWon,
            .value = j.entry.market.price.won(),
            .limit = bottomWon(*j.in.state.channel)};
}
CheckOutcome spike(const Judgement& j)
{
    const std::optional<bool> found = spikes(j.in.volume);
    return known(found.has_value(), found.value_or(false) == isBooting(j.entry.now, j.entry.times));
}
/// The newest mean quantity as a percentage of the earlier one; the boot wants it above the limit,
/// later it must not be.
Condition showSpike(const Judgement& j, QLatin1String id)
{
    const WaveVolume& volume = j.in.volume;
    Condition out{.id = id,
                  .unit = CheckUnit::PercentUnits,
                  .limit = kSpikeTimes * domain::Percent::kUnitsPerWhole};
    if (spikes(volume) && volume.earlier > 0) {
        const auto earlier = static_cast<std::int64_t>(volume.samples - kSpikeNewest);
        out.value = shownPercent(Int128{volume.newest} * earlier,
                                 volume.earlier * static_cast<std::int64_t>(kSpikeNewest));
    }
    return out;
}
CheckOutcome coolDown(const Judgement& j)
{
    return passes(!j.entry.soldAt || j.entry.now - *j.entry.soldAt >= j.entry.config.wave.cooldown);
}
Condition showCoolDown(const Judgement& j, QLatin1String id)
{
    return coolDownCondition(id, j.entry.now, j.entry.soldAt, j.entry.config.wave.cooldown);
}
CheckOutcome positions(const Judgement& j)
{
    return passes(j.entry.positions < j.entry.config.wave.maxPositions);
}
Condition showPositions(const Judgement& j, QLatin1String id)
{
    return {.id = id,
            .unit = CheckUnit::Count,
            .value = j.entry.positions,
            .limit = j.entry.config.wave.maxPositions};
}
CheckOutcome noOrder(const Judgement& j)
{
    return passes(!j.entry.openOrder);
}
CheckOutcome size(const Judgement& j)
{
    return known(j.quantity.has_value(), j.quantity && j.quantity->shares() >= 1);
}
Condition showSize(const Judgement& j, QLatin1String id)
{
    return sizeCondition(id, j.quantity);
}
CheckOutcome gate(const Judgement& j)
{
    return passes(j.entry.gateAllows);
}
Condition showGate(const Judgement& j, QLatin1String id)
{
    return {.id = id, .detail = j.entry.gateSays};
}
Condition showNothing(const Judgement& /*j*/, QLatin1String id)
{
    return {.id = id};
}

struct Row
{
    const char* id;
    CheckOutcome (*outcome)(const Judgement&);
    Condition (*show)(const Judgement&, QLatin1String id);
};
constexpr Row kRows[] = {
    {"auto", automatic, showNothing},
    {"base", noBase, showNothing},
    {"window", window, showWindow},
    {"fresh", fresh, showNothing},
    {"ranging", ranging, showRanging},
    {"bottom", bottom, showBottom},
    {"spike", spike, showSpike},
    {"cooldown", coolDown, showCoolDown},
    {"positions", positions, showPositions},
    {"order", noOrder, showNothing},
    {"size", size, showSize},
    {"gate", gate, showGate},
};

template <std::size_t... Index>
std::uint32_t failing(const Judgement& j, std::index_sequence<Index...> /*rows*/)
{
    return ((domain::says(kRows[Index].outcome(j)) ? 0U : 1U << Index) | ...);
}

}  // namespace

WaveStatus waveNext(WaveStatus from, WaveEvent event) noexcept
{
    const auto at = std::find_if(std::begin(kSteps), std::end(kSteps), [&](const Step& one) {
        return one.from == from && one.event == event;
    });
    return at == std::end(kSteps) ? from : at->to;
}

std::optional<domain::WaveChannel> waveChannel(std::span<const WaveSample> samples,
                                               domain::Timestamp now, const RuleTimes& times)
{
    const Mode& mode = modeAt(now, times);
    const std::span<const WaveSample> sampled = recentSamples(samples, now);
    if (sampled.size() < mode.samples || !isWideAtMost(sampled, mode)) {
        return std::nullopt;
    }
    std::vector<std::int64_t> prices;
    prices.reserve(sampled.size());
    for (const WaveSample& one : sampled) {
        prices.push_back(one.price.won());
    }
    std::sort(prices.begin(), prices.end());
    domain::WaveChannel channel{.low = percentileCents(prices, mode.percentile),
                                .high = percentileCents(prices, 100 - mode.percentile),
                                .band = kBandMin};
    const std::int64_t width = channel.high - channel.low;
    if (!isWide(channel.low, channel.high, mode)) {
        return std::nullopt;
    }
    if (!isBooting(now, times)) {
        channel.band = bandOf(prices, width);
    }
    return channel;
}

bool isWaveStep(domain::Timestamp now) noexcept
{
    return now.time_since_epoch() % kEvery == std::chrono::milliseconds{0};
}

WaveState waveStep(const WaveState& before, std::span<const WaveSample> samples,
                   domain::Timestamp now, const RuleTimes& times)
{
    WaveState out = before;
    out.channel = waveChannel(samples, now, times);
    out.status = waveNext(before.status, out.channel ? E::Channel : E::NoChannel);
    return out;
}

WaveState waveTrade(const WaveState& before, domain::Price price)
{
    WaveState out = before;
    if (before.status == S::Ranging && before.channel && isBreakout(*before.channel, price)) {
        out.status = waveNext(before.status, E::Breakout);
        out.channel.reset();
    }
    return out;
}

WaveState waveBought(const WaveState& before, const domain::WaveChannel& channel)
{
    return {waveNext(before.status, E::Bought), before.channel, channel};
}

WaveState waveSold(const WaveState& before, QLatin1String rule)
{
    const E event = rule == QLatin1String{"W2"} ? E::SoldOut : E::Sold;
    WaveState out{waveNext(before.status, event), before.channel, std::nullopt};
    if (event == E::SoldOut) {
        out.channel.reset();
    } else if (out.channel) {
        out.status = waveNext(out.status, E::Channel);
    }
    return out;
}

std::optional<domain::Quantity> waveQuantity(const WaveInput& in)
{
    const SizingInput& money = in.entry.money;
    if (!money.equity || !in.cash) {
        return std::nullopt;
    }
    const Int128 amount =
        std::min(Int128{money.equity->value()} * 25 / 1'000, Int128{in.cash->value()} * 95 / 100);
    config::SizingSection sizing = in.entry.config.sizing;
    sizing.method = config::SizingMethod::Fixed;
    sizing.amount = domain::Won{static_cast<std::int64_t>(amount)};
    return entryQuantity(sizing, money, in.entry.market.ask.value_or(domain::Price{}));
}

EntryVerdict judgeWaveEntry(const WaveInput& in)
{
    const Judgement judgement = judgementOf(in);
    EntryVerdict out;
    out.limit = judgement.limit;
    out.quantity = judgement.quantity.value_or(domain::Quantity{});
    out.conditions.reserve(std::size(kRows));
    for (const Row& row : kRows) {
        out.conditions.push_back(row.show(judgement, QLatin1String{row.id}));
        out.conditions.back().outcome = row.outcome(judgement);
    }
    return out;
}

std::uint32_t waveFailing(const WaveInput& in)
{
    return failing(judgementOf(in), std::make_index_sequence<std::size(kRows)>{});
}
}  // namespace core::rules
