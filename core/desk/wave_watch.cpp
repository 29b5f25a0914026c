#include "core/desk/wave_watch.h"

#include <algorithm>

namespace core::desk
{
namespace
{
constexpr std::int64_t kCents = 100;

/// Whether the rule `id` would sell at a trade of `won`.
bool firesAt(QLatin1String id, std::int64_t won, const domain::WaveChannel& channel,
             const rules::PositionInput& in)
{
    rules::PositionMarket market = in.market;
    market.price = domain::Price::fromWon(won);
    const rules::PositionInput then{in.now,  rules::Instant::Trade, market, in.books, in.config,
                                    in.times};
    const std::vector<domain::Condition> exits =
        rules::waveExitConditions(channel, std::nullopt, then);
    return std::any_of(exits.begin(), exits.end(), [id](const domain::Condition& one) {
        return one.id == id && one.outcome == domain::CheckOutcome::Pass;
    });
}

/// The highest price at which it fires, 0 = nowhere. A stop that fires at a price fires at all
/// below it.
std::int64_t highestOf(QLatin1String id, std::int64_t above, const domain::WaveChannel& channel,
                       const rules::PositionInput& in)
{
    std::int64_t low = 0;
    std::int64_t high = above;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (firesAt(id, middle, channel, in) ? low : high) = middle;
    }
    return low;
}
}  // namespace

WaveWatch::One& WaveWatch::of(market::SymbolId id)
{
    if (id.index() >= m_all.size()) {
        m_all.resize(id.index() + 1);
    }
    return m_all[id.index()];
}

const WaveWatch::One* WaveWatch::find(market::SymbolId id) const
{
    return id.index() < m_all.size() ? &m_all[id.index()] : nullptr;
}

void WaveWatch::add(market::SymbolId id, const domain::Trade& trade, domain::Timestamp now)
{
    One& one = of(id);
    one.series.add({now, trade.price, trade.quantity});
    one.state = rules::waveTrade(one.state, trade.price);
}

void WaveWatch::step(domain::Timestamp now, const rules::RuleTimes& times)
{
    for (One& one : m_all) {
        if (!one.series.samples().empty() || one.state != rules::WaveState{}) {
            one.state = rules::waveStep(one.state, one.series.samples(), now, times);
        }
    }
}

rules::StopLevels waveStops(const domain::WaveChannel& channel, std::optional<domain::Price> manual,
                            const rules::PositionInput& in)
{
    rules::StopLevels out;
    const std::int64_t shares = in.books.held.shares();
    if (shares <= 0) {
        return out;
    }
    if (manual) {
        out.add(QLatin1String{"MAN"}, manual->won(), in.market.steps);
    }
    // Both lie under what was paid and under the channel's top.
    const std::int64_t above = std::max(in.books.cost.value() / shares, channel.high / kCents) + 2;
    for (const char* id : {"W1", "W2"}) {
        const QLatin1String rule{id};
        if (const std::int64_t won = highestOf(rule, above, channel, in); won > 0) {
            out.add(rule, won, in.market.steps);
        }
    }
    return out;
}
}  // namespace core::desk
