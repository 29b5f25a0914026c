#include "core/desk/wave_watch.h"

namespace core::desk
{
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
}  // namespace core::desk
