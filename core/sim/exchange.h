#pragma once

#include "core/base/result.h"
#include "core/domain/session_calendar.h"
#include "core/sim/stock.h"
#include "core/sim/weather.h"
#include "core/tape/tape.h"

#include <QtGlobal>

#include <optional>
#include <unordered_map>
#include <vector>

namespace core::sim
{
/// Position of an issue in the exchange's list.
enum class StockId : std::uint32_t
{
};

/// A market-wide session event, as its KRX code and the moment it is sent.
struct SessionEvent
{
    std::int32_t at = 0;
    const char* code = "";
};

/// Hears what happens to the watched issues, in order of time. `stock` already has the event.
class MarketListener
{
public:
    MarketListener() = default;
    MarketListener(const MarketListener&) = delete;
    MarketListener& operator=(const MarketListener&) = delete;
    virtual ~MarketListener() = default;

    virtual void marketEvent(StockId id, const Stock& stock, const FlowEvent& event) = 0;
    virtual void sessionEvent(const SessionEvent& event) = 0;
};

/// Who wants an issue's events; each has its own say.
enum class Watcher : std::uint8_t
{
    Realtime = 1,
    Broker = 2,
};

struct ExchangeOptions
{
    std::uint64_t seed = 1;
    int instruments = 2400;
    domain::SessionSchedule schedule;
};

/// All issues of one day. Issues nobody watches stand still until somebody asks for them; what
/// they then show is what they would have shown anyway.
/// Single-threaded, no clock.
class Exchange final
{
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    Exchange(const ExchangeOptions& options, tape::Tape tape);

    [[nodiscard]] const domain::SessionSchedule& schedule() const noexcept { return m_schedule; }
    [[nodiscard]] const std::vector<Listing>& listings() const noexcept { return m_listings; }
    [[nodiscard]] const Weather& weather() const noexcept { return m_weather; }
    [[nodiscard]] const tape::Tape& tape() const noexcept { return m_tape; }
    [[nodiscard]] std::uint64_t seed() const noexcept { return m_seed; }
    /// Milliseconds from midnight, KST; what was last published.
    [[nodiscard]] std::int32_t now() const noexcept { return m_now; }
    [[nodiscard]] std::size_t size() const noexcept { return m_stocks.size(); }

    [[nodiscard]] std::optional<StockId> find(const domain::Symbol& symbol) const;
    /// Sets the clock before anything was published: what lies before is history.
    void startAt(std::int32_t at) noexcept { m_now = at; }
    /// The issue at `now()`.
    [[nodiscard]] const Stock& stock(StockId id);
    /// The issue at `now()` with its minute bars since the open.
    [[nodiscard]] const Stock& stockWithBars(StockId id);
    /// Brings every issue to `now()`.
    void advanceAll();
    /// Brings issues to `now()` one after the other, at most `count`: spreads `advanceAll` thin.
    void advanceSome(std::size_t count);

    /// A watched issue's events are published; before, it is brought to `now()`.
    void watch(StockId id, bool on, Watcher who = Watcher::Realtime);
    [[nodiscard]] const domain::DailyLimits& limitsOf(StockId id) const
    {
        return m_stocks[static_cast<std::size_t>(id)].limits();
    }
    /// Faults: what an issue's flow says is overridden from `now()` on.
    void setOverride(StockId id, const StockOverride& override);
    /// An issue plays `story` from its minute on, whoever watches. A minute before the first
    /// `publishUntil` is history like any other.
    /// Errors: Refused if the minute has begun, or the prices come from elsewhere (a tape)
    ///         or from call auctions, or it is halted.
    [[nodiscard]] base::Status tell(StockId id, const Story& story);
    /// Faults: an event of an issue at `now()` from outside its flow.
    void force(StockId id, FlowEvent event, MarketListener& listener);
    /// Moves the clock and publishes the events of the watched issues up to it.
    void publishUntil(std::int32_t until, MarketListener& listener);
    /// Load generator: one more trade of a watched issue at `now()`, a step up or down.
    void extraTrade(StockId id, MarketListener& listener);

private:
    [[nodiscard]] Stock makeStock(std::size_t index) const;
    [[nodiscard]] Stock again(StockId id) const;
    [[nodiscard]] Stock& at(StockId id) { return m_stocks[static_cast<std::size_t>(id)]; }

    std::uint64_t m_seed;
    domain::SessionSchedule m_schedule;
    tape::Tape m_tape;
    std::vector<Listing> m_listings;
    Weather m_weather;
    std::unordered_map<domain::Symbol, std::size_t> m_index;
    std::unordered_map<domain::Symbol, std::vector<const tape::TapeRow*>> m_tapeRows;
    std::vector<Stock> m_stocks;
    std::unordered_map<std::size_t, std::vector<Story>> m_stories;  ///< As told, by issue.
    std::vector<StockId> m_watched;
    std::vector<std::uint8_t> m_watchers;  ///< Bits of Watcher, by issue.
    std::vector<SessionEvent> m_sessionEvents;
    std::size_t m_nextSession = 0;
    std::size_t m_nextStale = 0;
    std::int32_t m_now = 0;
    bool m_moved = false;  ///< Something was published.
    std::uint64_t m_extra = 0;
};
}  // namespace core::sim
