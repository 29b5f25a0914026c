// Everything that reaches the cache besides trades: books, states, REST replies, registrations.

#include "core/market/market_cache.h"
#include "core/market/minutes.h"

#include <algorithm>
#include <vector>

namespace core::market
{
using domain::Bar;
using domain::Timestamp;

namespace
{
/// A stream away for less than this keeps its base, so that what was lost meanwhile is provable
/// when it comes back; afterwards a REST price may move it.
constexpr std::int64_t kBaseKeptMs = 60'000;
}  // namespace

StateChange MarketCache::apply(const domain::Quote& quote, Timestamp engineNow)
{
    advanceTo(engineNow);
    const SymbolId id = idOf(quote.symbol);
    BookBlock& book = m_books[id.index()];
    book.ask = won32(quote.asks.front().price);
    book.bid = won32(quote.bids.front().price);
    book.totalAsk = quote.totalAsk.shares();
    book.totalBid = quote.totalBid.shares();
    book.appliedMs = millisecondsOf(m_clock);
    SymbolState& state = m_states[id.index()];
    if (state.quote == nullptr) {
        state.quote = std::make_unique<domain::Quote>();
    }
    *state.quote = quote;
    state.expectedPrice = quote.expectedPrice;
    // Where there is no operation stream (or no slot for it) the book itself tells of a VI.
    const bool auction = quote.phase == domain::BookPhase::ViAuction;
    if (!auction && quote.phase != domain::BookPhase::Continuous) {
        return {};
    }
    const bool halted = (m_hot[id.index()].state & HotState::kHalted) != 0;
    return setState(id, halted, auction);
}

void MarketCache::apply(const domain::ExpectedTrade& expected, Timestamp engineNow)
{
    advanceTo(engineNow);
    m_states[idOf(expected.symbol).index()].expectedPrice = expected.price;
}

StateChange MarketCache::apply(const domain::MarketOperation& operation, Timestamp engineNow)
{
    advanceTo(engineNow);
    return setState(idOf(operation.symbol), operation.halted, operation.viActive);
}

StateChange MarketCache::apply(const domain::PriceReply& reply, Timestamp engineNow)
{
    advanceTo(engineNow);
    if (!reply.ok) {
        return {};
    }
    const SymbolId id = idOf(reply.symbol);
    HotBlock& hot = m_hot[id.index()];
    SymbolState& state = m_states[id.index()];
    FeatureBlock& features = m_features[id.index()];
    if (state.rest == nullptr) {
        state.rest = std::make_unique<domain::PriceReply>();
    }
    *state.rest = reply;
    state.restAppliedMs = millisecondsOf(m_clock);
    features.tradedToday = features.tradedToday || reply.accVolume.shares() > 0;
    if (features.tradeLive) {
        return {};
    }
    hot.last = won32(reply.price);
    hot.open = won32(reply.open);
    hot.high = won32(reply.high);
    hot.low = won32(reply.low);
    const bool lostJustNow =
        state.tradeLostMs != 0 && state.restAppliedMs - state.tradeLostMs < kBaseKeptMs;
    if (reply.accVolume.shares() > 0 && !lostJustNow) {
        // A record that is not a trade: it moves the base and adds to no bar.
        const std::int64_t regular = hot.accVolume - state.regularOffset;
        hot.accVolume = reply.accVolume.shares();
        hot.accTurnover = reply.accTurnover.value();
        hot.vwapCents = 0;
        hot.state = static_cast<std::uint16_t>(hot.state | HotState::kRestBase);
        state.regularOffset = hot.accVolume - regular;
    }
    return setState(id, reply.halted, reply.viActive);
}

int MarketCache::apply(const domain::MinuteBarsReply& reply, Timestamp engineNow)
{
    advanceTo(engineNow);
    if (!reply.ok) {
        return 0;
    }
    const SymbolId id = idOf(reply.symbol);
    HotBlock& hot = m_hot[id.index()];
    SymbolState& state = m_states[id.index()];
    FeatureBlock& features = m_features[id.index()];
    ensureBars(id);
    // Minutes of an auction are no bars of ours; the first bar's opening print cannot be told
    // apart and stays in it.
    std::vector<Bar> bars;
    std::vector<std::int64_t> vwaps;
    for (std::size_t i = 0; i < reply.bars.size(); ++i) {
        const std::int32_t minute = reply.bars[i].startMinute;
        if (minute >= m_openMinute && (m_endMinute == 0 || minute < m_endMinute)) {
            bars.push_back(reply.bars[i]);
            vwaps.push_back(i < reply.vwapCents.size() ? reply.vwapCents[i] : 0);
        }
    }
    const std::int32_t clockMinute = minuteOf(m_clock);
    const int changed =
        state.series.merge(hot, features, bars, vwaps, formingMinute(id), state.known);
    if (!bars.empty() || reply.reachesOpen) {
        const std::int32_t first = reply.reachesOpen && m_openMinute != 0
                                       ? m_openMinute
                                       : (bars.empty() ? clockMinute : bars.front().startMinute);
        // Quiet minutes have no bar: the answer covers them too, up to the minute before the one
        // in which it can have been made.
        const std::int32_t last = bars.empty() ? first : bars.back().startMinute + 1;
        state.known.mark(first, std::min(std::max(last, clockMinute - 1), clockMinute));
    }
    features.tradedToday = features.tradedToday || !bars.empty();
    refreshTurnover(id, clockMinute);
    return changed;
}

std::optional<StreamGap> MarketCache::setStream(const domain::FeedKey& key, bool active,
                                                Timestamp engineNow)
{
    advanceTo(engineNow);
    if (key.stream != domain::Stream::Trade && key.stream != domain::Stream::Quote) {
        return std::nullopt;
    }
    const SymbolId id = idOf(key.symbol);
    SymbolState& state = m_states[id.index()];
    FeatureBlock& features = m_features[id.index()];
    if (key.stream == domain::Stream::Quote) {
        features.quoteLive = active;
        return std::nullopt;
    }
    if (features.tradeLive == active) {
        return std::nullopt;
    }
    features.tradeLive = active;
    const std::int32_t minute = minuteOf(m_clock);
    if (!active) {
        state.known.end(minute);
        state.tradeLostMs = millisecondsOf(m_clock);
        return std::nullopt;
    }
    // A minute that has already begun is not covered whole.
    state.known.cover(m_clock == startOf(minute) ? minute : minute + 1);
    const std::int64_t away = millisecondsOf(m_clock) - state.tradeLostMs;
    const bool gap = state.tradeLostMs != 0 && away > m_options.gap.count();
    state.tradeLostMs = 0;
    if (!gap) {
        return std::nullopt;
    }
    ++m_dataGaps;
    return StreamGap{.length = std::chrono::milliseconds{away}};
}

void MarketCache::coverTape(const domain::Symbol& symbol)
{
    KnownMinutes& known = m_states[idOf(symbol).index()].known;
    known.cover(minuteOf(m_clock) + 1);
    known.mark(m_openMinute, m_openMinute + 1);
}
}  // namespace core::market
