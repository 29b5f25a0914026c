#include "core/desk/wave_watch.h"

#include <algorithm>

namespace core::desk
{
namespace
{
constexpr std::chrono::seconds kKept{240};
}

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
    one.samples.push_back({now, trade.price, trade.quantity});
    one.state = rules::waveTrade(one.state, trade.price);
}

void WaveWatch::step(domain::Timestamp now, const rules::RuleTimes& times)
{
    for (One& one : m_all) {
        const auto young = std::find_if(
            one.samples.begin(), one.samples.end(),
            [now](const rules::WaveSample& sample) { return sample.at > now - kKept; });
        one.samples.erase(one.samples.begin(), young);
        if (!one.samples.empty() || one.state != rules::WaveState{}) {
            one.state = rules::waveStep(one.state, one.samples, now, times);
        }
    }
}
}  // namespace core::desk
