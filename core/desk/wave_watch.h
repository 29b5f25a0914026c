#pragma once

#include "core/domain/trade.h"
#include "core/market/symbol_table.h"
#include "core/rules/stop_levels.h"
#include "core/rules/wave.h"

#include <vector>

namespace core::desk
{
/// Trades of the last four minutes of every subscribed symbol, and where the wave scalper stands
/// with each. Its own series: the cache keeps half as long. Logic thread.
class WaveWatch final
{
public:
    struct One
    {
        rules::WaveSeries series;
        rules::WaveState state;
        std::optional<domain::WaveChannel> ordered{};  ///< An entry is on its way, in this channel.
    };

    void startDay() { m_all.clear(); }
    One& of(market::SymbolId id);
    [[nodiscard]] const One* find(market::SymbolId id) const;
    /// A regular trade.
    void add(market::SymbolId id, const domain::Trade& trade, domain::Timestamp now);
    /// Due at full half minutes: the channel of every symbol with samples.
    void step(domain::Timestamp now, const rules::RuleTimes& times);

private:
    std::vector<One> m_all;  ///< By symbol id.
};
}  // namespace core::desk
