#include "core/sim/exchange.h"

#include "core/sim/random.h"
#include "core/sim/synthetic_flow.h"
#include "core/sim/tape_flow.h"

#include <algorithm>

namespace core::sim
{
namespace
{
std::vector<SessionEvent> sessionEvents(const domain::SessionSchedule& schedule)
{
    const auto at = [](domain::TimeOfDay time) { return static_cast<std::int32_t>(time.count()); };
    constexpr std::int32_t kMinute = 60'000;
    std::vector<SessionEvent> events{
        {at(schedule.auctionStart), "110"},
        {at(schedule.open) - 10 * kMinute, "F08"},
        {at(schedule.open) - 5 * kMinute, "F07"},
        {at(schedule.open) - kMinute, "F06"},
        {at(schedule.open) - 10'000, "F01"},
        {at(schedule.open), "112"},
        {at(schedule.closingAuction), "121"},
        {at(schedule.close) - 5 * kMinute, "F17"},
        {at(schedule.close) - kMinute, "F16"},
        {at(schedule.close) - 10'000, "F11"},
        {at(schedule.close), "129"},
        {at(schedule.close) + 10 * kMinute, "140"},
        {at(schedule.afterMarket), "149"},
    };
    std::stable_sort(events.begin(), events.end(),
                     [](const SessionEvent& a, const SessionEvent& b) { return a.at < b.at; });
    return events;
}
}  // namespace

Exchange::Exchange(const ExchangeOptions& options, tape::Tape tape)
    : m_seed{options.seed},
      m_schedule{options.schedule},
      m_tape{std::move(tape)},
      m_listings{makeListings(options.seed, options.instruments, options.schedule.date,
                              m_tape.listings())},
      m_weather{options.seed, options.schedule},
      m_sessionEvents{sessionEvents(options.schedule)}
{
    for (const tape::TapeRow& row : m_tape.rows) {
        m_tapeRows[row.symbol].push_back(&row);
    }
    m_watchers.resize(m_listings.size());
    m_stocks.reserve(m_listings.size());
    for (std::size_t i = 0; i < m_listings.size(); ++i) {
        m_index.emplace(m_listings[i].symbol(), i);
        m_stocks.push_back(makeStock(i));
    }
}

Stock Exchange::makeStock(std::size_t index) const
{
    const Listing& listing = m_listings[index];
    std::unique_ptr<Flow> flow;
    const auto rows = m_tapeRows.find(listing.symbol());
    if (rows != m_tapeRows.end()) {
        flow = std::make_unique<TapeFlow>(rows->second, m_tape.sampled,
                                          streamKey(m_seed, listing.symbol().word(), 0x7A9E),
                                          m_schedule);
    } else if (!m_tape.isEmpty()) {
        flow = std::make_unique<SilentFlow>();
    } else {
        flow = std::make_unique<SyntheticFlow>(listing, m_weather, m_seed, m_schedule);
    }
    const auto stories = m_stories.find(index);
    if (stories != m_stories.end()) {
        for (const Story& story : stories->second) {
            (void)flow->tell(story);
        }
    }
    return Stock{listing, std::move(flow), m_seed, m_schedule};
}

std::optional<StockId> Exchange::find(const domain::Symbol& symbol) const
{
    const auto known = m_index.find(symbol);
    if (known == m_index.end()) {
        return std::nullopt;
    }
    return static_cast<StockId>(known->second);
}

const Stock& Exchange::stock(StockId id)
{
    at(id).advanceTo(m_now);
    return at(id);
}

/// The issue as it was before its first event.
Stock Exchange::again(StockId id) const
{
    const Stock& known = m_stocks[static_cast<std::size_t>(id)];
    Stock fresh = makeStock(static_cast<std::size_t>(id));
    if (known.keepsBars()) {
        fresh.keepBars();
    }
    fresh.setOverride(known.override());
    return fresh;
}

const Stock& Exchange::stockWithBars(StockId id)
{
    if (!at(id).keepsBars()) {
        // Bars cost memory, so they are kept from the first question on; running the day again
        // gives the same day.
        at(id) = again(id);
        at(id).keepBars();
        at(id).advanceTo(m_now);
    }
    return stock(id);
}

void Exchange::advanceAll()
{
    for (Stock& stock : m_stocks) {
        stock.advanceTo(m_now);
    }
}

void Exchange::advanceSome(std::size_t count)
{
    for (std::size_t i = 0; i < std::min(count, m_stocks.size()); ++i) {
        m_stocks[m_nextStale].advanceTo(m_now);
        m_nextStale = (m_nextStale + 1) % m_stocks.size();
    }
}

void Exchange::watch(StockId id, bool on, Watcher who)
{
    std::uint8_t& watchers = m_watchers[static_cast<std::size_t>(id)];
    const auto bit = static_cast<std::uint8_t>(who);
    watchers = static_cast<std::uint8_t>(on ? watchers | bit : watchers & ~bit);
    const auto known = std::find(m_watched.begin(), m_watched.end(), id);
    if (on && known == m_watched.end()) {
        at(id).advanceTo(m_now);
        m_watched.push_back(id);
    } else if (watchers == 0 && known != m_watched.end()) {
        m_watched.erase(known);
    }
}

void Exchange::setOverride(StockId id, const StockOverride& override)
{
    at(id).advanceTo(m_now);
    at(id).setOverride(override);
}

base::Status Exchange::tell(StockId id, const Story& story)
{
    // Refused or not does not depend on who watches or asked.
    if (m_moved) {
        at(id).advanceTo(m_now);
    } else {
        at(id) = again(id);
    }
    if (!at(id).tell(story)) {
        return base::Error{base::ErrorCode::Refused,
                           QStringLiteral("story: %1 cannot be told for this minute")
                               .arg(at(id).listing().symbol().toString())};
    }
    m_stories[static_cast<std::size_t>(id)].push_back(story);
    return base::Done{};
}

void Exchange::force(StockId id, FlowEvent event, MarketListener& listener)
{
    Stock& stock = at(id);
    stock.advanceTo(m_now);
    event.at = m_now;
    event.lean = stock.figures().lean;
    stock.apply(event);
    listener.marketEvent(id, stock, event);
}

void Exchange::publishUntil(std::int32_t until, MarketListener& listener)
{
    m_moved = true;
    // A few dozen watched issues: the earliest next event by a plain scan of a small heap.
    struct Due
    {
        std::int32_t at;
        StockId id;
    };
    const auto later = [](const Due& a, const Due& b) {
        return a.at != b.at ? a.at > b.at : a.id > b.id;
    };
    std::vector<Due> heap;
    heap.reserve(m_watched.size());
    for (const StockId id : m_watched) {
        if (const FlowEvent* event = at(id).peek(until)) {
            heap.push_back({event->at, id});
        }
    }
    std::make_heap(heap.begin(), heap.end(), later);
    const auto sessionBefore = [&](std::int32_t limit) {
        while (m_nextSession < m_sessionEvents.size()
               && m_sessionEvents[m_nextSession].at <= limit) {
            const SessionEvent& event = m_sessionEvents[m_nextSession++];
            // What lies before the start of the simulator is history, not news.
            if (event.at > m_now) {
                listener.sessionEvent(event);
            }
        }
    };
    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end(), later);
        const StockId id = heap.back().id;
        heap.pop_back();
        Stock& stock = at(id);
        sessionBefore(stock.peek(until)->at);
        const FlowEvent event = stock.take();
        listener.marketEvent(id, stock, event);
        if (const FlowEvent* next = stock.peek(until)) {
            heap.push_back({next->at, id});
            std::push_heap(heap.begin(), heap.end(), later);
        }
    }
    sessionBefore(until);
    m_now = std::max(m_now, until);
}

void Exchange::extraTrade(StockId id, MarketListener& listener)
{
    Stock& stock = at(id);
    const std::uint64_t noise = streamKey(m_seed, ++m_extra, stock.key());
    const Figures& f = stock.figures();
    const auto last = domain::Price::fromWon(f.last);
    domain::Price price = last;
    if (noise % 8 == 0) {
        // Swings around the reference, so that an hour of load stays within the limits.
        const bool up =
            (noise >> 8U) % 2 == 0 ? f.last < stock.listing().reference : (noise >> 16U) % 2 == 0;
        price = up ? domain::nextUp(last, stock.listing().steps())
                   : domain::nextDown(last, stock.listing().steps());
        price = std::clamp(price, stock.limits().lower, stock.limits().upper);
    }
    const FlowEvent event{.at = m_now,
                          .price = static_cast<std::int32_t>(price.won()),
                          .quantity = 1 + static_cast<std::int64_t>((noise >> 24U) % 200),
                          .kind = FlowKind::Trade,
                          .side = (noise >> 40U) % 2 == 0 ? Side::Buyer : Side::Seller,
                          .lean = f.lean};
    stock.apply(event);
    listener.marketEvent(id, stock, event);
}
}  // namespace core::sim
