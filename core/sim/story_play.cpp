#include "core/sim/story_play.h"

#include <algorithm>
#include <cmath>

namespace core::sim
{
using domain::Price;

namespace
{
/// A fair price that both sides round to `price` itself.
double logOf(const Listing& listing, Price price)
{
    return std::log((static_cast<double>(price.won()) + 0.3) / listing.reference);
}

Price priceOf(double won)
{
    return Price::fromWon(std::max<std::int64_t>(1, static_cast<std::int64_t>(won)));
}

/// Above the broken high by `move`, at least one step: there it stays.
Price aboveHigh(const Listing& listing, Price high, double move)
{
    const Price wanted = domain::roundDownToStep(
        priceOf(static_cast<double>(high.won()) * (1.0 + move) + 0.5), listing.steps());
    return std::max(wanted, domain::nextUp(high, listing.steps()));
}

/// A break comes in its last third: what gathers below the high before belongs to it.
int slicesBelow(const Act& act)
{
    return act.slices * 2 / 3;
}
}  // namespace

void StoryPlay::tell(const Story& story)
{
    std::erase_if(m_told, [&story](const Story& one) { return one.minute == story.minute; });
    m_told.push_back(story);
}

void StoryPlay::minute(int minute)
{
    const auto due = std::find_if(m_told.begin(), m_told.end(),
                                  [minute](const Story& one) { return one.minute == minute; });
    if (due != m_told.end()) {
        m_acts = std::move(due->acts);
        m_told.erase(due);
        m_act = 0;
        m_slice = 0;
        m_high = 0;
    }
}

void StoryPlay::traded(std::int32_t price) noexcept
{
    m_high = std::max(m_high, price);
}

Price StoryPlay::highOr(Price otherwise) const
{
    return m_high > 0 ? Price::fromWon(m_high) : otherwise;
}

double StoryPlay::target(const Act& act, const Listing& listing, const StoryScene& scene) const
{
    const double now = listing.reference * std::exp(scene.log);
    const auto at = [&listing](double won) {
        return logOf(listing, domain::roundDownToStep(priceOf(won + 0.5), listing.steps()));
    };
    const Price high = highOr(priceOf(now + 0.5));
    switch (act.kind) {
    case ActKind::Rest:
        return scene.log;
    case ActKind::Rise:
    case ActKind::Gap:
        return at(now * (1.0 + act.move));
    case ActKind::Fall:
        return at(now * (1.0 - act.move));
    case ActKind::Pull:
        return at(static_cast<double>(high.won()) * (1.0 - act.move));
    case ActKind::Break:
        return logOf(listing, high);
    case ActKind::Average:
        return at((scene.average > 0.0 ? scene.average : now) * (1.0 + act.move));
    case ActKind::Vi: {
        const domain::DailyLimits vi =
            domain::staticViPrices(Price::fromWon(scene.viReference), listing.steps());
        // A little beyond, so that a trade surely gets there.
        return act.move > 0.0 ? at(static_cast<double>(vi.upper.won()) * 1.005)
                              : at(static_cast<double>(vi.lower.won()) * 0.995);
    }
    }
    return scene.log;
}

void StoryPlay::interrupted() noexcept
{
    if (isPlaying() && m_slice > 0) {
        m_slice = 0;
        ++m_act;
    }
}

StorySlice StoryPlay::next(const Listing& listing, const StoryScene& scene)
{
    const Act& act = m_acts[m_act];
    if (m_slice == 0) {
        if (act.kind == ActKind::Rise || act.kind == ActKind::Average) {
            m_high = 0;  // A new leg.
        }
        m_from = scene.log;
        m_to = target(act, listing, scene);
    }
    const int moving = act.kind == ActKind::Break ? std::max(1, slicesBelow(act)) : act.slices;
    StorySlice out{.from = scene.log, .to = m_to, .volume = act.volume, .lean = act.lean};
    ++m_slice;
    if (act.kind == ActKind::Gap) {
        out.from = m_to;
    } else if (m_slice <= moving) {
        out.to = m_from + (m_to - m_from) * m_slice / moving;
    } else {
        // Through the high at once: half a way would be a third price.
        if (m_slice == moving + 1) {
            const Price high = highOr(priceOf(listing.reference * std::exp(scene.log)));
            m_to = logOf(listing, aboveHigh(listing, high, act.move));
        }
        out.from = m_to;
        out.to = m_to;
    }
    if (m_slice >= std::max(act.slices, act.kind == ActKind::Break ? moving + 1 : 1)) {
        m_slice = 0;
        ++m_act;
    }
    return out;
}
}  // namespace core::sim
