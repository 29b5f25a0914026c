#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/day_record.h"
#include "core/domain/derived.h"
#include "core/domain/desk_snapshot.h"
#include "core/domain/feed.h"
#include "core/domain/market_operation.h"
#include "core/domain/quote.h"
#include "core/domain/session_calendar.h"
#include "core/domain/trade.h"
#include "core/market/bar_arena.h"
#include "core/market/hot_block.h"
#include "core/market/market_events.h"
#include "core/market/symbol_state.h"
#include "core/market/symbol_table.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::market
{
/// Whether missing shares are looked for: a sampled recording skips trades on purpose.
enum class GapPolicy : std::uint8_t
{
    Derive,
    Ignore,
};

struct MarketOptions
{
    std::uint32_t candlesMax = 480;                           ///< cache.max_candles_per_interval
    std::chrono::milliseconds gap = std::chrono::seconds{5};  ///< data.gap_s
    GapPolicy gaps = GapPolicy::Derive;
};

/// Closed bars of one symbol and interval, shared until one of them changes.
struct ChartBars
{
    std::shared_ptr<const domain::ClosedBars> closed;  ///< Never null.
    std::uint64_t revision = 0;  ///< One number a ClosedBars, never used twice.
};

/// Newest state and derived data of every symbol (trading rules section 1): one event in, a small
/// result out. The engine clock comes with each event and never goes back.
///
/// A trade costs five cache lines of its symbol: the forming minute and the newest prices. All
/// else is computed when a bar closes or when it is read. Nothing allocates per trade.
/// Thread: logic; pure, no clock, no I/O.
class MarketCache final
{
public:
    explicit MarketCache(MarketOptions options = {});

    // --- events -------------------------------------------------------------------------------

    TradeResult apply(const domain::Trade& trade, domain::Timestamp engineNow);
    /// Newest wins. Keeps the whole book, and its best prices and totals; its phase tells of a VI.
    StateChange apply(const domain::Quote& quote, domain::Timestamp engineNow);
    void apply(const domain::ExpectedTrade& expected, domain::Timestamp engineNow);
    StateChange apply(const domain::MarketOperation& operation, domain::Timestamp engineNow);
    /// REST price. Without a live trade stream it sets price, volumes and the base of the next
    /// step; with one only what the stream does not carry.
    StateChange apply(const domain::PriceReply& reply, domain::Timestamp engineNow);
    /// Broker bars of complete minutes go under what the stream has seen: a live bar of a known
    /// minute and the forming bar stay as they are. Returns the number of bars put in.
    int apply(const domain::MinuteBarsReply& reply, domain::Timestamp engineNow);
    /// A registration became active or ended. A trade stream that comes back after more than
    /// `gap` reveals a data gap.
    std::optional<StreamGap> setStream(const domain::FeedKey& key, bool active,
                                       domain::Timestamp engineNow);
    /// Completes the bars whose end the engine clock has reached. Every event does it too; call
    /// it for timer steps.
    void advanceTo(domain::Timestamp engineNow)
    {
        if (engineNow >= m_nextMinute) [[unlikely]] {
            beginMinute(engineNow);
        }
        m_clock = std::max(m_clock, engineNow);
    }
    /// Session of the day: minutes before its open count as known and without trades for the
    /// five-minute turnover. Call it once a day, before the first record.
    void startSession(const domain::SessionSchedule& schedule);
    /// A tape's first row of `symbol` is of the engine's minute: known are the minutes after it,
    /// and the session's first, in which every tape begins.
    void coverTape(const domain::Symbol& symbol);

    // --- symbols ------------------------------------------------------------------------------

    [[nodiscard]] std::optional<SymbolId> find(const domain::Symbol& symbol) const noexcept
    {
        return m_symbols.find(symbol);
    }
    /// The id of `symbol`; makes an empty state at its first use.
    SymbolId idOf(const domain::Symbol& symbol)
    {
        return m_symbols.findOr(symbol, [&] { return add(symbol); });
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_symbols.size(); }
    [[nodiscard]] const domain::Symbol& symbol(SymbolId id) const { return m_symbols.symbol(id); }
    [[nodiscard]] domain::Timestamp clock() const noexcept { return m_clock; }

    // --- readers ------------------------------------------------------------------------------

    /// Everything derived, at this instant.
    [[nodiscard]] domain::MarketView view(SymbolId id) const;
    /// The part of it that a screening reads of every pool member.
    [[nodiscard]] domain::ScreenFigures screenFigures(SymbolId id) const;
    /// Figures for tables and chart headers. `instrument` may be null.
    [[nodiscard]] domain::SymbolView symbolView(SymbolId id,
                                                const domain::Instrument* instrument) const;
    [[nodiscard]] std::optional<domain::RangeSum> atr(SymbolId id) const;
    /// `bars` is 3 or 5 for the fast way; any other number reads the ring.
    [[nodiscard]] std::optional<domain::PriceChange> momentum(SymbolId id, int bars) const;
    [[nodiscard]] std::optional<domain::Vwap> vwap(SymbolId id) const
    {
        return vwapOf(m_hot[id.index()]);
    }
    /// Population standard deviation in %; a double: statistics, compared only with the wide
    /// bands of the screener.
    [[nodiscard]] std::optional<double> volatilityPct(SymbolId id) const;
    /// Traded value of the five newest complete clock minutes. A symbol that lives on REST bars
    /// may lag up to two minutes; an unknown minute within makes it insufficient.
    [[nodiscard]] std::optional<domain::Won> turnoverFive(SymbolId id) const
    {
        const FeatureBlock& features = m_features[id.index()];
        return features.turnoverKnown ? std::optional{domain::Won{features.turnoverFive}}
                                      : std::nullopt;
    }
    [[nodiscard]] std::optional<domain::VolumeWindow> volumeWindow(SymbolId id) const;
    /// No minute of the last 21 (or since the open) is unknown: minute bars would add nothing.
    [[nodiscard]] bool isWarm(SymbolId id) const;
    /// A regular or auction record came on this day, or REST reported volume.
    [[nodiscard]] bool tradedToday(SymbolId id) const;

    [[nodiscard]] std::optional<domain::Bar> formingBar(SymbolId id,
                                                        domain::Interval interval) const;
    [[nodiscard]] std::int64_t formingGapShares(SymbolId id, domain::Interval interval) const;
    /// Oldest first, at most `barsMax` of the newest, without the forming bar.
    [[nodiscard]] std::vector<domain::Bar> closedBarsCopy(SymbolId id, domain::Interval interval,
                                                          std::size_t barsMax = 480) const;
    /// One-minute bars that begin from `from` on and before `until`, oldest first, the forming one
    /// included: what is stored of a day.
    [[nodiscard]] std::vector<domain::StoredBar> minuteBars(SymbolId id, domain::Timestamp from,
                                                            domain::Timestamp until) const;
    /// Closed and forming bars of this session, newest last: what indicators are defined over.
    [[nodiscard]] std::vector<domain::Bar> sessionBars(SymbolId id, domain::Interval interval,
                                                       std::size_t barsMax = 480) const;
    /// The same object again as long as no closed bar changed.
    [[nodiscard]] ChartBars closedBars(SymbolId id, domain::Interval interval);
    [[nodiscard]] std::vector<RecentTrade>
    recentTrades(SymbolId id, std::chrono::seconds span = std::chrono::seconds{60}) const;
    /// The whole newest book; null before the first.
    [[nodiscard]] const domain::Quote* quote(SymbolId id) const;
    [[nodiscard]] bool isKnownMinute(SymbolId id, domain::Timestamp at) const;
    /// Flags of the newest REST price that the stream does not carry; null before the first.
    [[nodiscard]] const domain::PriceReply* restPrice(SymbolId id) const;
    /// Of one symbol, provably missing today.
    [[nodiscard]] domain::Quantity gapShares(SymbolId id) const;
    [[nodiscard]] std::int64_t gapSharesTotal() const noexcept { return m_gapSharesTotal; }
    [[nodiscard]] std::int64_t dataGaps() const noexcept { return m_dataGaps; }

private:
    /// A record's step: what the accumulated figures grew by.
    struct Step
    {
        std::int64_t volume = 0;
        std::int64_t turnover = 0;
        std::int64_t missing = 0;
    };

    SymbolId add(const domain::Symbol& symbol);
    TradeResult applySlowly(SymbolId id, const domain::Trade& trade);
    Step moveBase(SymbolId id, const domain::Trade& trade, TradeResult& result);
    void addTrade(SymbolId id, const domain::Trade& trade, const Step& step, TradeResult& result);
    void beginMinute(domain::Timestamp engineNow);
    void beginDay(SymbolId id, std::int32_t firstMinute);
    StateChange setState(SymbolId id, bool halted, bool inVi);
    void refreshTurnover(SymbolId id, std::int32_t clockMinute);
    void ensureBars(SymbolId id);
    [[nodiscard]] std::optional<domain::PriceChange> momentumFromRing(SymbolId id,
                                                                      std::uint32_t back) const;
    static constexpr std::uint32_t kAtrBars = 16;
    static constexpr std::int32_t kChangesMin = 10;
    /// The minute that can still grow: the clock's, or a later one that has a trade already.
    [[nodiscard]] std::int32_t formingMinute(SymbolId id) const noexcept;

    MarketOptions m_options;
    std::int64_t m_missingMax;  ///< Missing shares up to here are no gap.
    SymbolTable m_symbols;
    BarArena m_arena;
    std::vector<HotBlock> m_hot;
    std::vector<BookBlock> m_books;
    std::vector<FeatureBlock> m_features;
    std::vector<SymbolState> m_states;
    domain::Timestamp m_clock{};
    domain::Timestamp m_nextMinute{};
    std::int32_t m_dayFirstMinute = 0;
    std::int32_t m_openMinute = 0;  ///< Session's open; 0 = not told.
    std::int32_t m_endMinute = 0;   ///< Closing auction, where regular trades end; 0 = not told.
    std::uint64_t m_revision = 0;
    std::int64_t m_gapSharesTotal = 0;
    std::int64_t m_dataGaps = 0;
};

// Read after every trade: inline, and one step on what `BarSeries::refresh` prepared.

inline std::optional<domain::RangeSum> MarketCache::atr(SymbolId id) const
{
    const HotBlock& hot = m_hot[id.index()];
    const bool forming = hot.minute.startMinute != 0;
    if (hot.closedBars + (forming ? 1U : 0U) < kAtrBars) {
        return std::nullopt;
    }
    if (!forming) {
        return domain::RangeSum{.won = m_features[id.index()].rangeSum14, .count = 14};
    }
    const std::int64_t range =
        std::max(hot.minute.high, hot.close1) - std::min(hot.minute.low, hot.close1);
    return domain::RangeSum{.won = hot.rangeSum13 + range, .count = 14};
}

inline std::optional<domain::PriceChange> MarketCache::momentum(SymbolId id, int bars) const
{
    const HotBlock& hot = m_hot[id.index()];
    const bool forming = hot.minute.startMinute != 0;
    const auto back = static_cast<std::uint32_t>(bars);
    if (hot.closedBars + (forming ? 1U : 0U) < back + 1) {
        return std::nullopt;
    }
    if (!forming || (bars != 3 && bars != 5)) {
        return momentumFromRing(id, back);
    }
    return domain::PriceChange{.now = domain::Price::fromWon(hot.minute.close),
                               .then = domain::Price::fromWon(bars == 3 ? hot.close3 : hot.close5)};
}

inline std::optional<double> MarketCache::volatilityPct(SymbolId id) const
{
    const HotBlock& hot = m_hot[id.index()];
    const FeatureBlock& features = m_features[id.index()];
    Moments moments = features.moments19;
    std::int32_t count = features.count19;
    if (hot.minute.startMinute != 0 && hot.closedBars > 0) {
        const double change =
            static_cast<double>(hot.minute.close - hot.close1) / hot.close1 * 100.0;
        count = features.count18 + 1;
        moments = features.moments18.with(change, count);
    }
    if (count < kChangesMin) {
        return std::nullopt;
    }
    return std::sqrt(std::max(moments.squares, 0.0) / count);
}

inline std::optional<domain::Bar> MarketCache::formingBar(SymbolId id,
                                                          domain::Interval interval) const
{
    const HotBlock& hot = m_hot[id.index()];
    const std::size_t index = BarSeries::indexOf(interval);
    if (index == 0 || hot.partial[index - 1].startMinute == 0) {
        if (hot.minute.startMinute == 0) {
            return std::nullopt;
        }
        domain::Bar bar = hot.minute;
        bar.startMinute = BarSeries::bucketOf(bar.startMinute, index);
        return bar;
    }
    domain::Bar bar = hot.partial[index - 1];
    if (hot.minute.startMinute != 0) {
        extend(bar, hot.minute);
    }
    return bar;
}
}  // namespace core::market
