#include "core/desk/screening.h"

#include "core/screen/pool.h"

#include <algorithm>

namespace core::desk
{
namespace
{
// A fifth of the call budget stays free for orders and account questions.
constexpr std::int64_t kRestShareNumerator = 4;
constexpr std::int64_t kRestShareDenominator = 5;
// Answers awaited at the same time: enough to hide the round trip, few enough that a slow
// broker does not collect a queue of stale questions.
constexpr std::size_t kOutstandingMax = 12;
constexpr std::string_view kMarketWideSymbol = "005930";

screen::SlotOptions slotOptions(const DeskOptions& options)
{
    screen::SlotOptions slots;
    slots.registrationsMax = static_cast<std::size_t>(options.config.feed.maxRegistrations);
    slots.minHold = options.config.feed.minHold;
    slots.notice = true;
    if (options.capabilities.operationStream) {
        slots.operationSymbol = domain::Symbol::parse(kMarketWideSymbol).value();
    }
    return slots;
}

std::vector<domain::Symbol> parsedWatchList(const QStringList& codes)
{
    std::vector<domain::Symbol> symbols;
    for (const QString& code : codes) {
        if (const std::optional<domain::Symbol> symbol = domain::Symbol::parse(QStringView{code})) {
            symbols.push_back(*symbol);
        }
    }
    return symbols;
}
}  // namespace

Screening::Screening(const DeskOptions& options, market::MarketCache& market)
    : m_options{options},
      m_market{market},
      m_screener{screen::ScreenOptions{
          .topN = static_cast<std::size_t>(options.config.screener.topN),
          .minPrice = domain::Price::fromWon(options.config.screener.minPrice.value())}},
      m_slots{slotOptions(options)},
      m_watchList{parsedWatchList(options.config.screener.watchList)}
{
}

void Screening::beginDay()
{
    m_dayBars.clear();
    m_rankings = {};
    m_result.reset();
}

void Screening::setInstruments(domain::InstrumentsPtr instruments)
{
    m_instruments = std::move(instruments);
    m_screener.setInstruments(m_instruments);
    m_masterPool =
        screen::masterPool(*m_instruments, m_screener, m_options.universe, {}, m_watchList);
    rebuildPool();
}

void Screening::setRanking(const domain::RankingReply& reply)
{
    const auto index = static_cast<std::size_t>(reply.list);
    m_answered[index] = true;
    if (reply.ok) {
        // A failed call keeps the last good list: empty would mean "nothing is traded".
        m_rankings[index] = reply;
    }
}

std::vector<Effect> Screening::setWatched(const domain::Symbol& selected,
                                          std::vector<domain::Symbol> watched)
{
    m_selected = selected;
    m_watched = std::move(watched);
    std::vector<Effect> effects;
    for (const domain::Symbol& symbol : m_watched) {
        if (m_dayBars.try_emplace(symbol, domain::TimeOfDay::max()).second) {
            effects.emplace_back(QueryMinuteBars{symbol, std::nullopt});
            ++m_outstanding;
        }
    }
    return effects;
}

void Screening::setRegistration(const domain::FeedKey& key, bool active)
{
    const auto at = std::lower_bound(m_registered.begin(), m_registered.end(), key);
    const bool present = at != m_registered.end() && *at == key;
    if (active && !present) {
        m_registered.insert(at, key);
    } else if (!active && present) {
        m_registered.erase(at);
    }
}

void Screening::refused(const domain::FeedKey& key)
{
    m_slots.release(key);
}

bool Screening::rankingsComplete() const noexcept
{
    return std::all_of(m_answered.begin(), m_answered.end(),
                       [](bool answered) { return answered; });
}

bool Screening::isRegistered(const domain::FeedKey& key) const
{
    return std::binary_search(m_registered.begin(), m_registered.end(), key);
}

std::vector<Effect> Screening::askRankings()
{
    std::vector<Effect> effects;
    if (!m_options.capabilities.rankings || !m_options.universe.empty()) {
        return effects;
    }
    m_answered.fill(false);
    for (const domain::RankingList list : domain::kRankingLists) {
        effects.emplace_back(QueryRanking{list});
    }
    return effects;
}

void Screening::rebuildPool()
{
    const bool ranked = m_options.capabilities.rankings && m_options.universe.empty();
    std::vector<domain::Symbol> pool =
        ranked ? screen::rankedPool(m_rankings, m_held, m_watchList) : m_masterPool;
    const auto add = [&pool](const domain::Symbol& symbol) {
        if (std::find(pool.begin(), pool.end(), symbol) == pool.end()) {
            pool.push_back(symbol);
        }
    };
    std::for_each(m_held.begin(), m_held.end(), add);
    std::for_each(m_options.pinned.begin(), m_options.pinned.end(), add);
    m_screener.setPool(pool);
}

screen::ScreenInput Screening::inputOf(const domain::Symbol& symbol, domain::Timestamp now) const
{
    screen::ScreenInput input;
    const std::optional<market::SymbolId> id = m_market.find(symbol);
    if (!id) {
        return input;
    }
    const domain::ScreenFigures figures = m_market.screenFigures(*id);
    input.last = figures.last;
    // Fresh as trading rules section 0: at most 3 s old, or silent on a live quote stream.
    const bool fresh =
        now - figures.quoteAppliedAt <= m_options.config.data.maxAge || figures.quoteLive;
    if (fresh) {
        input.ask = figures.ask;
        input.bid = figures.bid;
    }
    if (figures.accTurnover.value() > 0) {
        input.accTurnover = figures.accTurnover;
    }
    input.turnoverFive = figures.turnoverFive;
    input.momentum5 = figures.momentum5;
    input.volatilityPct = figures.volatilityPct;
    input.tradedToday = figures.tradedToday;
    input.halted = figures.halted;
    if (const domain::PriceReply* rest = m_market.restPrice(*id)) {
        input.liquidation = rest->liquidation;
        input.administrative = rest->administrative;
        input.warned = rest->warned;
        input.overheated = rest->overheated;
    }
    return input;
}

int Screening::subscribedTrades() const
{
    return static_cast<int>(
        std::count_if(m_registered.begin(), m_registered.end(), [](const domain::FeedKey& key) {
            return key.stream == domain::Stream::Trade;
        }));
}

void Screening::screen(domain::Timestamp now)
{
    if (!isReady()) {
        return;
    }
    rebuildPool();
    m_inputs.clear();
    m_unknown = 0;
    for (const domain::Symbol& symbol : m_screener.pool()) {
        m_inputs.push_back(inputOf(symbol, now));
        const bool known =
            m_screener.masterReason(symbol).has_value() || m_inputs.back().momentum5.has_value();
        m_unknown += known ? 0U : 1U;
    }
    m_result = std::make_shared<const domain::ScreenResult>(
        m_screener.screen(now, m_inputs, subscribedTrades()));
}

std::optional<WantStreams> Screening::plan(domain::Timestamp now)
{
    if (!isReady() && m_options.pinned.empty() && m_held.empty() && m_followed.empty()) {
        return std::nullopt;
    }
    screen::SlotDemand demand;
    demand.held = m_held;
    demand.pinned = m_followed;
    demand.pinned.insert(demand.pinned.end(), m_options.pinned.begin(), m_options.pinned.end());
    if (m_result && !m_result->rows.empty()) {
        for (const domain::ScreenRow& row : m_result->rows) {
            demand.ranked.push_back(row.symbol);
        }
    } else if (m_options.pinned.empty()) {
        // Before the first screening yesterday's most traded names are listened to, so that the
        // open is not missed.
        const std::size_t count =
            std::min(m_masterPool.size(), static_cast<std::size_t>(m_options.config.screener.topN));
        demand.ranked.assign(m_masterPool.begin(),
                             m_masterPool.begin() + static_cast<std::ptrdiff_t>(count));
    }
    if (!m_selected.isEmpty()) {
        demand.byHand.push_back(m_selected);
    }
    // The other charts come after the rank order: the rule's slots are not theirs.
    demand.ranked.insert(demand.ranked.end(), m_watched.begin(), m_watched.end());
    std::vector<domain::FeedKey> wanted = m_slots.plan(demand, now);
    if (wanted == m_lastPlan) {
        return std::nullopt;
    }
    m_lastPlan = wanted;
    return WantStreams{std::move(wanted)};
}

std::optional<QueryMinuteBars> Screening::earlierBars(const domain::MinuteBarsReply& reply)
{
    const auto day = m_dayBars.find(reply.symbol);
    if (day == m_dayBars.end() || reply.reachesOpen || reply.bars.empty()) {
        return std::nullopt;
    }
    const domain::TimeOfDay until =
        domain::kstTimeOfDay(reply.bars.front().start() - std::chrono::minutes{1});
    if (until >= day->second) {
        return std::nullopt;  // An answer to another question, or a broker that goes in circles.
    }
    day->second = until;
    ++m_outstanding;
    return QueryMinuteBars{reply.symbol, until};
}

std::vector<Effect> Screening::refresh(domain::Timestamp now)
{
    std::vector<Effect> effects;
    if (!isReady() || m_outstanding >= kOutstandingMax) {
        return effects;
    }
    std::vector<screen::RestCandidate> candidates;
    const auto add = [&](const domain::Symbol& symbol, bool urgent) {
        if (m_instruments->find(symbol) == nullptr) {
            return;
        }
        const market::SymbolId id = m_market.idOf(symbol);
        const domain::MarketView view = m_market.view(id);
        candidates.push_back({.symbol = symbol,
                              .tradedValue = view.accTurnover,
                              .live = view.tradeLive,
                              .warm = m_market.isWarm(id),
                              .urgent = urgent});
    };
    std::vector<domain::Symbol> urgent;
    for (const std::vector<domain::Symbol>* symbols : {&m_held, &m_followed, &m_watched}) {
        for (const domain::Symbol& symbol : *symbols) {
            if (std::find(urgent.begin(), urgent.end(), symbol) == urgent.end()) {
                urgent.push_back(symbol);
                add(symbol, true);
            }
        }
    }
    for (const domain::Symbol& symbol : m_screener.pool()) {
        if (std::find(urgent.begin(), urgent.end(), symbol) == urgent.end()) {
            add(symbol, false);
        }
    }
    const domain::Percent rate = config::callsPerSecond(m_options.config, m_options.environment);
    const std::int64_t perSecond = rate.units() * kRestShareNumerator
                                   / (kRestShareDenominator * domain::Percent::kUnitsPerPercent);
    const std::size_t budget =
        std::min(kOutstandingMax - m_outstanding,
                 static_cast<std::size_t>(std::max<std::int64_t>(perSecond, 1)));
    const screen::RestCalls calls = m_rest.next(candidates, now, budget);
    for (const domain::Symbol& symbol : calls.prices) {
        effects.emplace_back(QueryPrice{symbol});
    }
    for (const domain::Symbol& symbol : calls.minuteBars) {
        effects.emplace_back(QueryMinuteBars{symbol, std::nullopt});
    }
    m_outstanding += effects.size();
    return effects;
}
}  // namespace core::desk
