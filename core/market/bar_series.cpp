#include "core/market/bar_series.h"

#include <algorithm>
#include <iterator>

namespace core::market
{
using domain::Bar;

namespace
{
std::int64_t trueRange(const Bar& bar, std::int32_t closeBefore)
{
    return std::max(bar.high, closeBefore) - std::min(bar.low, closeBefore);
}

double changePct(std::int32_t now, std::int32_t before)
{
    return static_cast<double>(now - before) / before * 100.0;
}

constexpr std::uint32_t kRanges = 14;
constexpr std::uint32_t kChangesMax = 19;  ///< Twenty bars.

constexpr std::int32_t lengthOf(std::size_t index)
{
    return static_cast<std::int32_t>(domain::kIntervals[index]);
}
}  // namespace

void BarSeries::setMemory(const BarMemory& memory, std::uint32_t candlesMax)
{
    for (std::size_t i = 0; i < kIntervalCount; ++i) {
        m_rings[i] = BarRing{memory.bars + i * candlesMax, candlesMax};
    }
    m_vwap = memory.vwapCents;
    m_candlesMax = candlesMax;
}

std::int64_t BarSeries::gapShares(std::int32_t start, std::int32_t end) const noexcept
{
    std::int64_t shares = 0;
    for (auto gap = m_gaps.rbegin(); gap != m_gaps.rend() && gap->first >= start; ++gap) {
        shares += gap->first < end ? gap->second : 0;
    }
    return shares;
}

std::int64_t BarSeries::vwapCentsAtEnd(std::uint32_t back) const noexcept
{
    return m_vwap[m_rings[0].slotOfNewest(back)];
}

domain::ClosedBars BarSeries::copy(std::size_t index) const
{
    domain::ClosedBars copy;
    const BarRing& ring = m_rings[index];
    copy.bars.reserve(ring.size());
    std::uint32_t minute = m_rings[0].size();  // Candidate for the last minute of the bar, + 1.
    for (std::uint32_t back = ring.size(); back-- > 0;) {
        const Bar& bar = ring.newest(back);
        const std::int32_t end = bar.startMinute + lengthOf(index);
        while (minute > 0 && m_rings[0].newest(minute - 1).startMinute < end) {
            --minute;
        }
        const bool inside =
            minute < m_rings[0].size() && m_rings[0].newest(minute).startMinute >= bar.startMinute;
        copy.bars.push_back(bar);
        copy.vwapCents.push_back(inside ? vwapCentsAtEnd(minute) : 0);
        copy.gapShares.push_back(gapShares(bar.startMinute, end));
    }
    return copy;
}

void BarSeries::closeBefore(HotBlock& hot, FeatureBlock& features, std::int32_t minute)
{
    if (hot.minute.startMinute != 0 && hot.minute.startMinute < minute) {
        closeMinute(hot, features);
    }
    for (std::size_t i = 1; i < kIntervalCount; ++i) {
        Bar& partial = hot.partial[i - 1];
        if (partial.startMinute != 0 && partial.startMinute + lengthOf(i) <= minute) {
            pushLonger(i, partial);
        }
    }
}

void BarSeries::closeMinute(HotBlock& hot, FeatureBlock& features)
{
    const Bar bar = std::exchange(hot.minute, Bar{});
    m_rings[0].push(bar);
    m_vwap[m_rings[0].slotOfNewest(0)] = vwapOf(hot).value_or(domain::Vwap{}).cents();
    ++m_revisions[0];
    if (hot.formingGapShares != 0) {
        m_gaps.emplace_back(bar.startMinute, std::exchange(hot.formingGapShares, 0));
    }
    for (std::size_t i = 1; i < kIntervalCount; ++i) {
        Bar& partial = hot.partial[i - 1];
        const std::int32_t bucket = bucketOf(bar.startMinute, i);
        if (partial.startMinute == bucket) {
            extend(partial, bar);
            continue;
        }
        if (partial.startMinute != 0) {
            pushLonger(i, partial);
        }
        partial = bar;
        partial.startMinute = bucket;
        partial.tradesAndFlags &= ~Bar::kRevised;
    }
    refresh(hot, features);
}

void BarSeries::pushLonger(std::size_t index, Bar& partial)
{
    m_rings[index].push(std::exchange(partial, Bar{}));
    ++m_revisions[index];
}

bool BarSeries::revise(HotBlock& hot, FeatureBlock& features, std::int32_t minute,
                       const Bar& change, std::int64_t missingShares, std::int32_t endMinute,
                       bool complete)
{
    BarRing& ring = m_rings[0];
    if (ring.isFull() && minute < ring.newest(ring.size() - 1).startMinute) {
        return false;
    }
    if (missingShares != 0) {
        const auto at =
            std::lower_bound(m_gaps.begin(), m_gaps.end(), std::pair{minute, std::int64_t{0}});
        if (at != m_gaps.end() && at->first == minute) {
            at->second += missingShares;
        } else {
            m_gaps.emplace(at, minute, missingShares);
        }
    }
    // A rare path: whole minutes out, one changed, everything above it made anew.
    std::vector<Minute> minutes = minutesOf();
    auto at = std::lower_bound(
        minutes.begin(), minutes.end(), minute,
        [](const Minute& entry, std::int32_t value) { return entry.bar.startMinute < value; });
    if (at != minutes.end() && at->bar.startMinute == minute) {
        extend(at->bar, change);
    } else {
        const std::int64_t vwap = vwapOf(hot).value_or(domain::Vwap{}).cents();
        at = minutes.insert(at, {change, vwap});
        at->bar.startMinute = minute;
    }
    if (complete) {
        at->bar.mark(Bar::kRevised);
    }
    rebuild(hot, features, minutes, endMinute);
    for (std::size_t i = 1; i < kIntervalCount && complete; ++i) {
        markRevised(i, bucketOf(minute, i));
    }
    return true;
}

void BarSeries::markRevised(std::size_t index, std::int32_t bucket)
{
    BarRing& ring = m_rings[index];
    for (std::uint32_t back = 0; back < ring.size(); ++back) {
        if (ring.newest(back).startMinute == bucket) {
            ring.newest(back).mark(Bar::kRevised);
            return;
        }
    }
}

int BarSeries::merge(HotBlock& hot, FeatureBlock& features, std::span<const Bar> bars,
                     std::span<const std::int64_t> vwapCents, std::int32_t endMinute,
                     const KnownMinutes& known)
{
    const std::vector<Minute> live = minutesOf();
    std::vector<Minute> merged;
    merged.reserve(live.size() + bars.size());
    auto next = live.begin();
    int changed = 0;
    for (std::size_t i = 0; i < bars.size() && bars[i].startMinute < endMinute; ++i) {
        const Bar& bar = bars[i];
        if (!merged.empty() && bar.startMinute <= merged.back().bar.startMinute) {
            continue;  // Out of order or twice: the first one stays.
        }
        for (; next != live.end() && next->bar.startMinute < bar.startMinute; ++next) {
            merged.push_back(*next);
        }
        Minute minute{bar, i < vwapCents.size() ? vwapCents[i] : 0};
        minute.bar.mark(Bar::kWarmUp);
        if (next != live.end() && next->bar.startMinute == bar.startMinute) {
            const bool whole = !next->bar.is(Bar::kWarmUp) && known.isKnown(bar.startMinute);
            minute.bar.mark(next->bar.tradesAndFlags & Bar::kGap);
            if (whole || minute == *next) {
                minute = *next;
            } else {
                ++changed;
            }
            ++next;
        } else {
            ++changed;
        }
        merged.push_back(minute);
    }
    merged.insert(merged.end(), next, live.end());
    if (changed > 0) {
        rebuild(hot, features, merged, endMinute);
    }
    return changed;
}

void BarSeries::beginSession(HotBlock& hot, FeatureBlock& features, std::int32_t firstMinute)
{
    closeBefore(hot, features, firstMinute);
    m_sessionMinute = firstMinute;
    const std::int32_t oldest =
        m_rings[0].isEmpty() ? firstMinute : m_rings[0].newest(m_rings[0].size() - 1).startMinute;
    std::erase_if(m_gaps, [oldest](const auto& gap) { return gap.first < oldest; });
    refresh(hot, features);
}

std::vector<BarSeries::Minute> BarSeries::minutesOf() const
{
    std::vector<Minute> minutes;
    minutes.reserve(m_rings[0].size() + 1);
    for (std::uint32_t back = m_rings[0].size(); back-- > 0;) {
        minutes.push_back({m_rings[0].newest(back), vwapCentsAtEnd(back)});
    }
    return minutes;
}

void BarSeries::rebuild(HotBlock& hot, FeatureBlock& features, std::span<const Minute> minutes,
                        std::int32_t endMinute)
{
    minutes = minutes.last(std::min<std::size_t>(minutes.size(), m_candlesMax));
    m_rings[0].clear();
    for (const Minute& minute : minutes) {
        m_rings[0].push(minute.bar);
        m_vwap[m_rings[0].slotOfNewest(0)] = minute.vwapCents;
    }
    ++m_revisions[0];
    for (std::size_t i = 1; i < kIntervalCount; ++i) {
        rebuildLonger(hot, i, minutes, endMinute);
        ++m_revisions[i];
    }
    refresh(hot, features);
}

void BarSeries::rebuildLonger(HotBlock& hot, std::size_t index, std::span<const Minute> minutes,
                              std::int32_t endMinute)
{
    BarRing& ring = m_rings[index];
    Bar& partial = hot.partial[index - 1];
    std::vector<Bar> old;
    for (std::uint32_t back = ring.size(); back-- > 0;) {
        old.push_back(ring.newest(back));
    }
    ring.clear();
    partial = Bar{};
    // Once the ring of minutes has dropped some, longer bars from before its oldest cannot be
    // made again: they stay, the one astride included.
    auto next = old.begin();
    if (minutes.size() == m_candlesMax) {
        for (; next != old.end() && next->startMinute < minutes.front().bar.startMinute; ++next) {
            ring.push(*next);
        }
    }
    const std::int32_t keptEnd = ring.isEmpty() ? 0 : ring.newest().startMinute + lengthOf(index);
    Bar bar;
    const auto flush = [&] {
        if (bar.startMinute == 0) {
            return;
        }
        for (; next != old.end() && next->startMinute < bar.startMinute; ++next) {}
        if (next != old.end() && next->startMinute == bar.startMinute) {
            bar.mark(next->tradesAndFlags & Bar::kRevised);
        }
        if (bar.startMinute + lengthOf(index) <= endMinute) {
            ring.push(bar);
        } else {
            partial = bar;
        }
        bar = Bar{};
    };
    for (const Minute& minute : minutes) {
        const std::int32_t bucket = bucketOf(minute.bar.startMinute, index);
        if (bucket < keptEnd) {
            continue;
        }
        if (bar.startMinute == bucket) {
            extend(bar, minute.bar);
            continue;
        }
        flush();
        bar = minute.bar;
        bar.startMinute = bucket;
        bar.tradesAndFlags &= ~Bar::kRevised;
    }
    flush();
}

/// What the next trades and readers need of the closed minutes: at most 20 bars are read.
void BarSeries::refresh(HotBlock& hot, FeatureBlock& features)
{
    const BarRing& ring = m_rings[0];
    std::uint32_t low = 0;
    std::uint32_t high = ring.size();
    while (low < high) {  // Bars of this session are the newest `low`.
        const std::uint32_t middle = (low + high) / 2;
        if (ring.newest(middle).startMinute >= m_sessionMinute) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const std::uint32_t count = low;
    hot.closedBars = static_cast<std::uint16_t>(std::min<std::uint32_t>(count, 0xFFFFU));
    hot.close1 = count >= 1 ? ring.newest(0).close : 0;
    hot.close3 = count >= 3 ? ring.newest(2).close : 0;
    hot.close5 = count >= 5 ? ring.newest(4).close : 0;
    hot.rangeSum13 = 0;
    features.rangeSum14 = 0;
    features.count18 = features.count19 = 0;
    features.moments18 = features.moments19 = Moments{};
    for (std::uint32_t back = 0; back < kChangesMax && back + 1 < count; ++back) {
        const Bar& bar = ring.newest(back);
        const std::int32_t before = ring.newest(back + 1).close;
        if (back < kRanges) {
            const std::int64_t range = trueRange(bar, before);
            features.rangeSum14 += range;
            hot.rangeSum13 += back + 1 < kRanges ? range : 0;
        }
        ++features.count19;
        features.moments19 =
            features.moments19.with(changePct(bar.close, before), features.count19);
        if (back + 1 < kChangesMax) {
            features.moments18 = features.moments19;
            features.count18 = features.count19;
        }
    }
}
}  // namespace core::market
