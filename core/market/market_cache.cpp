#include "core/market/market_cache.h"

#include "core/market/minutes.h"

#include <algorithm>
#include <limits>

namespace core::market
{
using domain::Bar;
using domain::PrintKind;
using domain::Timestamp;
using domain::Trade;

namespace
{
std::uint16_t stateBits(bool halted, bool inVi)
{
    return static_cast<std::uint16_t>((halted ? HotState::kHalted : 0)
                                      | (inVi ? HotState::kInVi : 0));
}

constexpr std::uint16_t kCompared = HotState::kHalted | HotState::kInVi | HotState::kRestBase;

/// Session figures and best prices a record of any kind carries. What it does not publish stays.
[[gnu::always_inline]] inline void takePublished(HotBlock& hot, BookBlock& book, const Trade& trade,
                                                 std::int64_t appliedMs)
{
    hot.last = won32(trade.price);
    hot.highBefore = hot.high;
    hot.high = trade.high.won() > 0 ? won32(trade.high) : hot.high;
    hot.low = trade.low.won() > 0 ? won32(trade.low) : hot.low;
    hot.open = trade.open.won() > 0 ? won32(trade.open) : hot.open;
    hot.vwapCents = trade.vwapCents;
    hot.recordTimeMs = millisecondsOf(trade.time);
    book.totalAsk = trade.totalAsk.shares();
    book.totalBid = trade.totalBid.shares();
    book.appliedMs = appliedMs;
    book.ask = won32(trade.ask);
    book.bid = won32(trade.bid);
    book.viReference = won32(trade.viReference);
    book.strengthCenti = trade.strengthCenti;
}

Bar barOf(const Trade& trade, std::int64_t volume, std::int64_t turnover, std::int32_t minute)
{
    const std::int32_t price = won32(trade.price);
    return {.volume = volume,
            .turnover = turnover,
            .startMinute = minute,
            .open = price,
            .high = price,
            .low = price,
            .close = price,
            .tradesAndFlags = 1};
}
}  // namespace

MarketCache::MarketCache(MarketOptions options)
    : m_options{options},
      m_missingMax{options.gaps == GapPolicy::Derive ? 0
                                                     : std::numeric_limits<std::int64_t>::max()},
      m_arena{options.candlesMax}
{
}

SymbolId MarketCache::add(const domain::Symbol& symbol)
{
    const SymbolId id = m_symbols.insert(symbol);
    m_hot.emplace_back();
    m_books.emplace_back();
    m_states.emplace_back();
    m_features.emplace_back();
    m_states.back().known.beginDay(m_dayFirstMinute);
    m_states.back().series.beginSession(m_hot.back(), m_features.back(), m_dayFirstMinute);
    return id;
}

TradeResult MarketCache::apply(const Trade& trade, Timestamp engineNow)
{
    advanceTo(engineNow);
    const SymbolId id = idOf(trade.symbol);
    HotBlock& hot = m_hot[id.index()];
    const std::int64_t timeMs = millisecondsOf(trade.time);
    const std::int64_t volume = trade.accVolume.shares() - hot.accVolume;
    const std::int64_t turnover = trade.accTurnover.value() - hot.accTurnover;
    const std::int64_t missing = volume - trade.quantity.shares();

    // The plain case, nearly always: a regular trade of the forming minute that follows on the
    // one before. A forming minute implies a seeded base of this day.
    const bool sameMinute =
        static_cast<std::uint64_t>(timeMs - hot.minute.startMinute * kMinuteMs) < kMinuteMs;
    const bool sameState = stateBits(trade.halted, trade.inViAuction) == (hot.state & kCompared);
    if (!sameMinute || !sameState || trade.kind != PrintKind::Regular || volume < 0
        || missing > m_missingMax || turnover < 0) [[unlikely]] {
        return applySlowly(id, trade);
    }
    const std::int32_t price = won32(trade.price);
    const std::int64_t nowMs = millisecondsOf(m_clock);
    BookBlock& book = m_books[id.index()];
    hot.accVolume += volume;
    hot.accTurnover += turnover;
    hot.minute.volume += volume;
    hot.minute.turnover += turnover;
    hot.minute.high = std::max(hot.minute.high, price);
    hot.minute.low = std::min(hot.minute.low, price);
    hot.minute.close = price;
    ++hot.minute.tradesAndFlags;
    hot.trade = price;
    hot.tradeAppliedMs = nowMs;
    takePublished(hot, book, trade, nowMs);
    book.recent.append(timeMs, price, trade.quantity.shares());
    return {};
}

TradeResult MarketCache::applySlowly(SymbolId id, const Trade& trade)
{
    TradeResult result;
    HotBlock& hot = m_hot[id.index()];
    SymbolState& state = m_states[id.index()];
    FeatureBlock& features = m_features[id.index()];
    ensureBars(id);

    const std::int32_t firstMinute = dayFirstMinuteOf(trade.time);
    if (hot.recordTimeMs != 0
        && dayFirstMinuteOf(fromMilliseconds(hot.recordTimeMs)) != firstMinute) {
        result.add(TradeEffect::NewDay);
    }
    if (state.series.sessionMinute() != firstMinute) {
        beginDay(id, firstMinute);
    }
    const StateChange change = setState(id, trade.halted, trade.inViAuction);
    result.what |= change.viStarted ? static_cast<std::uint32_t>(TradeEffect::ViStarted) : 0U;
    result.what |= change.viEnded ? static_cast<std::uint32_t>(TradeEffect::ViEnded) : 0U;
    result.what |= change.halted ? static_cast<std::uint32_t>(TradeEffect::Halted) : 0U;
    result.what |= change.resumed ? static_cast<std::uint32_t>(TradeEffect::Resumed) : 0U;

    const std::int64_t nowMs = millisecondsOf(m_clock);
    const Step step = moveBase(id, trade, result);
    const bool traded = trade.kind == PrintKind::Regular || trade.kind == PrintKind::Auction;
    features.tradedToday = features.tradedToday || (traded && trade.accVolume.shares() > 0);
    if (trade.kind != PrintKind::Regular) {
        result.add(TradeEffect::NotATrade);
        state.displayAppliedMs = nowMs;
        takePublished(hot, m_books[id.index()], trade, nowMs);
        return result;
    }
    addTrade(id, trade, step, result);
    hot.trade = won32(trade.price);
    hot.tradeAppliedMs = nowMs;
    takePublished(hot, m_books[id.index()], trade, nowMs);
    m_books[id.index()].recent.append(millisecondsOf(trade.time), won32(trade.price),
                                      trade.quantity.shares());
    return result;
}

/// Moves the accumulated base to the record and says what it grew by. Seeds and reseeds grow by
/// nothing. Keeps the volume of regular trades right through all of them.
MarketCache::Step MarketCache::moveBase(SymbolId id, const Trade& trade, TradeResult& result)
{
    HotBlock& hot = m_hot[id.index()];
    SymbolState& state = m_states[id.index()];
    const std::int64_t regularBefore = hot.accVolume - state.regularOffset;
    const std::int64_t grown = trade.accVolume.shares() - hot.accVolume;
    const bool seeded = (hot.state & HotState::kSeeded) != 0;
    const bool restBase = (hot.state & HotState::kRestBase) != 0;
    const bool regular = trade.kind == PrintKind::Regular;

    Step step;
    // Expected prices before the open and states that are told without figures report no volume:
    // they are no base for the next trade.
    if (!regular && trade.accVolume.shares() == 0) {
        return step;
    }
    // REST and stream come from different servers: after a REST base a small step back says
    // nothing about the stream.
    const bool seeds = !seeded || (restBase && grown < 0);
    if (seeds) {
        result.add(TradeEffect::Seeded);
    } else if (grown < 0) {
        result.add(TradeEffect::Reseeded);
    } else {
        step.volume = grown;
        // A record without turnover (0) is no step back: the price stands in for it.
        const std::int64_t turnover = trade.accTurnover.value() - hot.accTurnover;
        step.turnover = turnover >= 0 ? turnover : trade.price.won() * grown;
        step.missing = regular ? std::max<std::int64_t>(grown - trade.quantity.shares(), 0) : 0;
    }
    hot.state = static_cast<std::uint16_t>((hot.state & ~HotState::kRestBase) | HotState::kSeeded);
    hot.accVolume = trade.accVolume.shares();
    hot.accTurnover =
        trade.accTurnover.value() > 0 ? trade.accTurnover.value() : hot.accTurnover + step.turnover;
    state.regularOffset = hot.accVolume - regularBefore - (regular ? step.volume : 0);

    if (step.missing <= m_missingMax) {
        step.missing = 0;
        return step;
    }
    result.add(TradeEffect::Missing);
    result.missingShares = step.missing;
    state.gapShares += step.missing;
    m_gapSharesTotal += step.missing;
    // Between two trades of the day: an auction's print between them tells its own shares and not
    // what the silence hid.
    const std::int64_t beforeMs = m_books[id.index()].recent.newestMs();
    const Timestamp before = fromMilliseconds(beforeMs);
    if (beforeMs != 0 && dayFirstMinuteOf(before) == dayFirstMinuteOf(trade.time)
        && trade.time - before > m_options.gap) {
        result.add(TradeEffect::DataGap);
        result.gapSeconds = static_cast<std::int32_t>(
            std::chrono::floor<std::chrono::seconds>(trade.time - before).count());
        state.known.cut(minuteOf(before), minuteOf(trade.time));
        state.gapMinute = minuteOf(trade.time);
        ++m_dataGaps;
    }
    return step;
}

/// Puts a regular trade into the bar of its own minute, whichever that is.
void MarketCache::addTrade(SymbolId id, const Trade& trade, const Step& step, TradeResult& result)
{
    HotBlock& hot = m_hot[id.index()];
    BarSeries& series = m_states[id.index()].series;
    const std::int32_t minute = minuteOf(trade.time);
    const bool complete = minute < minuteOf(m_clock);
    Bar change = barOf(trade, step.volume, step.turnover, minute);
    if (step.missing > 0) {
        change.mark(Bar::kGap);
    }
    if (hot.minute.startMinute == minute) {
        extend(hot.minute, change);
        hot.formingGapShares += step.missing;
        return;
    }
    if (complete || minute < hot.minute.startMinute) {
        series.revise(hot, m_features[id.index()], minute, change, step.missing, formingMinute(id),
                      complete);
        refreshTurnover(id, minuteOf(m_clock));
        if (complete) {
            result.add(TradeEffect::Revised);
        }
        return;
    }
    series.closeBefore(hot, m_features[id.index()], minute);
    hot.minute = change;
    hot.formingGapShares = step.missing;
}

void MarketCache::beginMinute(Timestamp engineNow)
{
    const std::int32_t minute = minuteOf(engineNow);
    const std::int32_t firstMinute = dayFirstMinuteOf(engineNow);
    m_nextMinute = startOf(minute + 1);
    m_clock = std::max(m_clock, engineNow);
    const bool newDay = firstMinute != m_dayFirstMinute;
    m_dayFirstMinute = firstMinute;
    for (std::size_t i = 0; i < m_hot.size(); ++i) {
        const SymbolId id{static_cast<std::uint16_t>(i)};
        if (newDay) {
            beginDay(id, firstMinute);
        }
        if (m_states[i].series.hasMemory()) {
            m_states[i].series.closeBefore(m_hot[i], m_features[i], minute);
            refreshTurnover(id, minute);
        }
    }
    // Whoever starts the session may be ahead of the clock: its own day's hours stay.
    if (newDay && dayFirstMinuteOf(startOf(m_openMinute)) != firstMinute) {
        m_openMinute = m_endMinute = 0;
    }
}

void MarketCache::beginDay(SymbolId id, std::int32_t firstMinute)
{
    HotBlock& hot = m_hot[id.index()];
    SymbolState& state = m_states[id.index()];
    FeatureBlock& features = m_features[id.index()];
    state.series.beginSession(hot, features, firstMinute);
    state.known.beginDay(firstMinute);
    // Bars and the last price stay for the chart; nothing of yesterday is a base for today.
    hot.accVolume = hot.accTurnover = hot.vwapCents = 0;
    hot.trade = hot.open = hot.high = hot.highBefore = hot.low = 0;
    hot.tradeAppliedMs = 0;
    hot.state = 0;
    state.regularOffset = state.gapShares = state.tradeLostMs = 0;
    features.tradedToday = false;
    features.turnoverKnown = false;
    state.expectedPrice = domain::Price{};
}

StateChange MarketCache::setState(SymbolId id, bool halted, bool inVi)
{
    HotBlock& hot = m_hot[id.index()];
    const bool wasHalted = (hot.state & HotState::kHalted) != 0;
    const bool wasInVi = (hot.state & HotState::kInVi) != 0;
    constexpr int kBoth = HotState::kHalted | HotState::kInVi;
    hot.state = static_cast<std::uint16_t>((hot.state & ~kBoth) | stateBits(halted, inVi));
    return {.viStarted = inVi && !wasInVi,
            .viEnded = !inVi && wasInVi,
            .halted = halted && !wasHalted,
            .resumed = !halted && wasHalted};
}

void MarketCache::ensureBars(SymbolId id)
{
    BarSeries& series = m_states[id.index()].series;
    if (!series.hasMemory()) {
        series.setMemory(m_arena.allocate(), m_options.candlesMax);
    }
}

std::int32_t MarketCache::formingMinute(SymbolId id) const noexcept
{
    return std::max(minuteOf(m_clock), m_hot[id.index()].minute.startMinute);
}

void MarketCache::startSession(const domain::SessionSchedule& schedule)
{
    m_openMinute = minuteOf(schedule.openAt());
    m_endMinute = minuteOf(schedule.closingAuctionAt());
}
}  // namespace core::market
