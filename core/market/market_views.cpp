// What readers get: everything here is computed from the blocks at the moment of asking.

#include "core/market/market_cache.h"
#include "core/market/minutes.h"

#include <algorithm>

namespace core::market
{
using domain::Bar;
using domain::Interval;
using domain::Price;
using domain::Timestamp;
using domain::Won;

namespace
{
constexpr std::int32_t kTurnoverMinutes = 5;
/// How far the newest known minute may lie back for a symbol that lives on REST bars.
constexpr std::int32_t kTurnoverLagMax = 2;
constexpr std::int32_t kWarmMinutes = 21;

Price price(std::int32_t won)
{
    return Price::fromWon(won);
}
}  // namespace

/// Without a forming bar, or for a distance that is not kept in the hot block.
std::optional<domain::PriceChange> MarketCache::momentumFromRing(SymbolId id,
                                                                 std::uint32_t back) const
{
    const HotBlock& hot = m_hot[id.index()];
    const BarRing& ring = m_states[id.index()].series.ring(0);
    const bool forming = hot.minute.startMinute != 0;
    const std::int32_t now = forming ? hot.minute.close : hot.close1;
    const std::int32_t then = ring.newest(forming ? back - 1 : back).close;
    return domain::PriceChange{.now = price(now), .then = price(then)};
}

/// Done when the clock's minute or a closed bar changes, so that a screening only reads it.
void MarketCache::refreshTurnover(SymbolId id, std::int32_t clockMinute)
{
    const SymbolState& state = m_states[id.index()];
    FeatureBlock& features = m_features[id.index()];
    features.turnoverKnown = false;
    const auto known = [&](std::int32_t minute) {
        return minute < m_openMinute || state.known.isKnown(minute);
    };
    std::int32_t last = clockMinute - 1;
    const std::int32_t oldest = last - kTurnoverLagMax;
    // Bars of REST come late; what a gap has taken does not come.
    while (last > oldest && last > state.gapMinute && !known(last)) {
        --last;
    }
    for (std::int32_t minute = last; minute > last - kTurnoverMinutes; --minute) {
        if (!known(minute)) {
            return;
        }
    }
    const BarRing& ring = state.series.ring(0);
    std::int64_t won = 0;
    for (std::uint32_t back = 0; back < ring.size(); ++back) {
        const Bar& bar = ring.newest(back);
        if (bar.startMinute <= last - kTurnoverMinutes) {
            break;
        }
        won += bar.startMinute <= last ? bar.turnover : 0;
    }
    features.turnoverFive = won;
    features.turnoverKnown = true;
}

std::optional<domain::VolumeWindow> MarketCache::volumeWindow(SymbolId id) const
{
    const HotBlock& hot = m_hot[id.index()];
    const SymbolState& state = m_states[id.index()];
    const std::int32_t minute = formingMinute(id);
    for (std::int32_t known = minute - 3; known <= minute; ++known) {
        if (!state.known.isKnown(known)) {
            return std::nullopt;
        }
    }
    std::int64_t preceding = 0;
    const BarRing& ring = state.series.ring(0);
    for (std::uint32_t back = 0; back < ring.size(); ++back) {
        const Bar& bar = ring.newest(back);
        if (bar.startMinute < minute - 3) {
            break;
        }
        preceding += bar.volume;
    }
    const std::int64_t forming = hot.minute.startMinute == minute ? hot.minute.volume : 0;
    return domain::VolumeWindow{.forming = domain::Quantity{forming},
                                .precedingThree = domain::Quantity{preceding}};
}

bool MarketCache::isWarm(SymbolId id) const
{
    const SymbolState& state = m_states[id.index()];
    const std::int32_t clockMinute = minuteOf(m_clock);
    const std::int32_t end = m_endMinute == 0 ? clockMinute : std::min(clockMinute, m_endMinute);
    for (std::int32_t minute = std::max(m_openMinute, end - kWarmMinutes); minute < end; ++minute) {
        if (!state.known.isKnown(minute)) {
            return false;
        }
    }
    return true;
}

bool MarketCache::tradedToday(SymbolId id) const
{
    return m_features[id.index()].tradedToday;
}

bool MarketCache::isKnownMinute(SymbolId id, Timestamp at) const
{
    return m_states[id.index()].known.isKnown(minuteOf(at));
}

domain::MarketView MarketCache::view(SymbolId id) const
{
    const HotBlock& hot = m_hot[id.index()];
    const BookBlock& book = m_books[id.index()];
    const SymbolState& state = m_states[id.index()];
    const FeatureBlock& features = m_features[id.index()];
    domain::MarketView view;
    view.symbol = m_symbols.symbol(id);
    view.last = price(hot.last);
    view.trade = price(hot.trade);
    view.open = price(hot.open);
    view.high = price(hot.high);
    view.highBefore = price(hot.highBefore);
    view.low = price(hot.low);
    view.ask = price(book.ask);
    view.bid = price(book.bid);
    view.totalAsk = domain::Quantity{book.totalAsk};
    view.totalBid = domain::Quantity{book.totalBid};
    view.accVolume = domain::Quantity{hot.accVolume};
    view.accTurnover = Won{hot.accTurnover};
    view.regularVolume = domain::Quantity{hot.accVolume - state.regularOffset};
    view.gapShares = domain::Quantity{state.gapShares};
    view.vwap = vwapOf(hot);
    view.atr = atr(id);
    view.momentum3 = momentum(id, 3);
    view.momentum5 = momentum(id, 5);
    view.volatilityPct = volatilityPct(id);
    view.turnoverFive = turnoverFive(id);
    view.volume = volumeWindow(id);
    if (hot.minute.startMinute != 0 || hot.closedBars > 0) {
        view.minuteClose = price(hot.minute.startMinute != 0 ? hot.minute.close : hot.close1);
    }
    view.viReference = price(book.viReference);
    view.recordAppliedAt = fromMilliseconds(std::max(hot.tradeAppliedMs, state.displayAppliedMs));
    view.tradeAppliedAt = fromMilliseconds(hot.tradeAppliedMs);
    view.quoteAppliedAt = fromMilliseconds(book.appliedMs);
    view.restAppliedAt = fromMilliseconds(state.restAppliedMs);
    view.tradeLive = features.tradeLive;
    view.quoteLive = features.quoteLive;
    view.halted = (hot.state & HotState::kHalted) != 0;
    view.inVi = (hot.state & HotState::kInVi) != 0;
    return view;
}

domain::ScreenFigures MarketCache::screenFigures(SymbolId id) const
{
    const HotBlock& hot = m_hot[id.index()];
    const BookBlock& book = m_books[id.index()];
    const FeatureBlock& features = m_features[id.index()];
    domain::ScreenFigures figures;
    figures.last = price(hot.last);
    figures.ask = price(book.ask);
    figures.bid = price(book.bid);
    figures.accTurnover = Won{hot.accTurnover};
    figures.turnoverFive = turnoverFive(id);
    figures.momentum5 = momentum(id, 5);
    figures.volatilityPct = volatilityPct(id);
    figures.quoteAppliedAt = fromMilliseconds(book.appliedMs);
    figures.quoteLive = features.quoteLive;
    figures.tradedToday = features.tradedToday;
    figures.halted = (hot.state & HotState::kHalted) != 0;
    return figures;
}

domain::SymbolView MarketCache::symbolView(SymbolId id, const domain::Instrument* instrument) const
{
    const HotBlock& hot = m_hot[id.index()];
    const BookBlock& book = m_books[id.index()];
    const SymbolState& state = m_states[id.index()];
    const FeatureBlock& features = m_features[id.index()];
    domain::SymbolView view;
    view.symbol = m_symbols.symbol(id);
    if (instrument != nullptr) {
        view.name = instrument->name;
        view.market = instrument->market;
        view.steps = instrument->steps();
        view.base = instrument->reference.value_or(Price{});
    }
    if (state.rest != nullptr && state.rest->base.won() > 0) {
        view.base = state.rest->base;
    }
    view.last = price(hot.last);
    view.open = price(hot.open);
    view.high = price(hot.high);
    view.low = price(hot.low);
    view.ask = price(book.ask);
    view.bid = price(book.bid);
    if (state.rest != nullptr && state.rest->upperLimit.won() > 0) {
        view.limits = {.lower = state.rest->lowerLimit, .upper = state.rest->upperLimit};
    } else if (view.base.won() > 0) {
        view.limits = domain::dailyLimits(view.base, view.steps);
    }
    view.viReference = price(book.viReference);
    view.accVolume = domain::Quantity{hot.accVolume};
    view.accTurnover = Won{hot.accTurnover};
    view.vwapCents = vwapOf(hot).value_or(domain::Vwap{}).cents();
    view.strengthCenti = book.strengthCenti;
    view.gapShares = state.gapShares;
    view.halted = (hot.state & HotState::kHalted) != 0;
    view.inVi = (hot.state & HotState::kInVi) != 0;
    view.expected = state.expectedPrice;
    view.slot = {.trade = features.tradeLive, .quote = features.quoteLive, .restAgeMs = {}};
    if (!features.tradeLive && state.restAppliedMs != 0) {
        view.slot.restAgeMs = millisecondsOf(m_clock) - state.restAppliedMs;
    }
    view.lastTrade = fromMilliseconds(std::max(hot.tradeAppliedMs, state.displayAppliedMs));
    return view;
}

std::int64_t MarketCache::formingGapShares(SymbolId id, Interval interval) const
{
    const std::optional<Bar> bar = formingBar(id, interval);
    if (!bar) {
        return 0;
    }
    const auto length = static_cast<std::int32_t>(interval);
    return m_hot[id.index()].formingGapShares
           + m_states[id.index()].series.gapShares(bar->startMinute, bar->startMinute + length);
}

std::vector<Bar> MarketCache::closedBarsCopy(SymbolId id, Interval interval,
                                             std::size_t barsMax) const
{
    const BarRing& ring = m_states[id.index()].series.ring(BarSeries::indexOf(interval));
    std::vector<Bar> bars;
    bars.reserve(std::min<std::size_t>(ring.size(), barsMax));
    for (auto back = static_cast<std::uint32_t>(bars.capacity()); back-- > 0;) {
        bars.push_back(ring.newest(back));
    }
    return bars;
}

domain::Quantity MarketCache::gapShares(SymbolId id) const
{
    return domain::Quantity{m_states[id.index()].gapShares};
}

std::vector<domain::StoredBar> MarketCache::minuteBars(SymbolId id, domain::Timestamp from,
                                                       domain::Timestamp until) const
{
    const BarSeries& series = m_states[id.index()].series;
    const BarRing& ring = series.ring(BarSeries::indexOf(Interval::M1));
    std::vector<domain::StoredBar> bars;
    const auto add = [&](const Bar& bar) {
        if (bar.start() >= from && bar.start() < until) {
            bars.push_back(
                {symbol(id), bar, series.gapShares(bar.startMinute, bar.startMinute + 1)});
        }
    };
    // From the newest backward: what is asked for is nearly always the end.
    std::uint32_t count = 0;
    while (count < ring.size() && ring.newest(count).start() >= from) {
        ++count;
    }
    while (count-- > 0) {
        add(ring.newest(count));
    }
    if (const std::optional<Bar> forming = formingBar(id, Interval::M1)) {
        add(*forming);
    }
    return bars;
}

std::vector<Bar> MarketCache::sessionBars(SymbolId id, Interval interval, std::size_t barsMax) const
{
    std::vector<Bar> bars = closedBarsCopy(id, interval, barsMax);
    const std::int32_t first = m_states[id.index()].series.sessionMinute();
    std::erase_if(bars, [first](const Bar& bar) { return bar.startMinute < first; });
    if (const std::optional<Bar> forming = formingBar(id, interval)) {
        bars.push_back(*forming);
    }
    if (bars.size() > barsMax) {
        bars.erase(bars.begin());
    }
    return bars;
}

ChartBars MarketCache::closedBars(SymbolId id, Interval interval)
{
    SymbolState& state = m_states[id.index()];
    const std::size_t index = BarSeries::indexOf(interval);
    SymbolState::Chart& chart = state.charts[index];
    if (chart.bars == nullptr || chart.seriesRevision != state.series.revision(index)) {
        chart.bars = std::make_shared<const domain::ClosedBars>(state.series.copy(index));
        chart.seriesRevision = state.series.revision(index);
        chart.revision = ++m_revision;
    }
    return {.closed = chart.bars, .revision = chart.revision};
}

std::vector<RecentTrade> MarketCache::recentTrades(SymbolId id, std::chrono::seconds span) const
{
    return m_books[id.index()].recent.since(m_clock - span);
}

const domain::Quote* MarketCache::quote(SymbolId id) const
{
    return m_states[id.index()].quote.get();
}

const domain::PriceReply* MarketCache::restPrice(SymbolId id) const
{
    return m_states[id.index()].rest.get();
}
}  // namespace core::market
