#pragma once

#include "core/desk/day_book.h"
#include "core/desk/desk_options.h"
#include "core/desk/effect.h"
#include "core/desk/event_log.h"
#include "core/desk/rule_room.h"
#include "core/desk/screening.h"
#include "core/desk/step_clock.h"
#include "core/desk/trading_room.h"
#include "core/domain/desk_snapshot.h"
#include "core/domain/event.h"
#include "core/market/market_cache.h"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace core::desk
{
/// The deterministic heart: one numbered event in, effects out.
///
/// A function of its state and one event: no I/O, no thread, no clock, no random number. The
/// same options and the same events give the same effects, live or replayed.
/// Thread: logic.
class Desk final
{
public:
    static constexpr int kChartPanes = 4;

    explicit Desk(DeskOptions options);
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Applies the next event. Numbers follow each other without holes (our own bug otherwise).
    /// The span is valid until the next call.
    [[nodiscard]] std::span<const Effect> apply(const domain::Event& event);

    /// All the window shows, now. `engine` holds what only the threads outside can measure.
    [[nodiscard]] domain::SnapshotPtr snapshot(const domain::EngineFigures& engine,
                                               double clockSpeed);

    [[nodiscard]] const market::MarketCache& market() const noexcept { return m_market; }
    [[nodiscard]] domain::Timestamp now() const noexcept { return m_clock.now(); }
    [[nodiscard]] domain::SessionMoment session() const noexcept { return m_session; }
    [[nodiscard]] std::uint64_t eventsApplied() const noexcept { return m_eventsApplied; }
    [[nodiscard]] const orders::Books& books() const noexcept
    {
        return m_trading.orderDesk().books();
    }
    /// When the broker's lists agreed with the books last; empty = not yet.
    [[nodiscard]] std::optional<domain::Timestamp> reconciledAt() const noexcept
    {
        return m_trading.reconciledAt();
    }
    /// Orders that may still be filled.
    [[nodiscard]] std::size_t openOrders() const { return m_trading.orderDesk().open().size(); }
    [[nodiscard]] std::optional<domain::Position> position(const domain::Symbol& symbol) const
    {
        return m_trading.position(symbol);
    }
    /// Shown stop of a held symbol; 0 = none.
    [[nodiscard]] domain::Price stopOf(const domain::Symbol& symbol) const
    {
        return m_rules.stopOf(symbol);
    }
    [[nodiscard]] domain::WhyView whyOf(const domain::Symbol& symbol) const
    {
        return m_rules.whyOf(symbol);
    }
    /// Empty before the master files are there, or for a code they do not have.
    [[nodiscard]] QString nameOf(const domain::Symbol& symbol) const
    {
        const domain::Instrument* instrument = m_trading.instrumentOf(symbol);
        return instrument != nullptr ? instrument->name : QString{};
    }
    [[nodiscard]] std::shared_ptr<const domain::ScreenResult> screenResult() const
    {
        return m_screening.result();
    }

private:
    // One handler a payload; std::visit picks it.
    void on(const domain::Trade& trade);
    void on(const domain::Quote& quote);
    void on(const domain::ExpectedTrade& expected);
    void on(const domain::MarketOperation& operation);
    void on(const domain::RegistrationChanged& change);
    void on(const domain::RegistrationRefused& refusal);
    void on(const domain::FeedFigures& figures);
    void on(const domain::BrokerFigures& figures);
    void on(const domain::RankingReply& reply);
    void on(const domain::MinuteBarsReply& reply);
    void on(const domain::PriceReply& reply);
    void on(const domain::BalanceReply& reply);
    void on(const domain::HolidayReply& reply);
    void on(const domain::InstrumentsPtr& instruments);
    void on(const domain::ScreenNow& command);
    void on(const domain::SelectSymbol& command);
    void on(const domain::WatchChart& command);
    void on(const domain::SettleDay& command);
    void on(const domain::RecordsNote& note);

    /// Orders, money and what the trader tells the rules: the rooms' business.
    template <typename Payload>
    void on(const Payload& payload);

    void advance(domain::Timestamp time);
    void step(domain::Timestamp at);
    void everySecond();
    void beginDay();
    void beginRules(domain::Timestamp at);
    void updateSession();
    void screen();
    void replan();
    void updateWatched();
    void reportTrade(const domain::Trade& trade, const market::TradeResult& result);
    void reportState(const domain::Symbol& symbol, const market::StateChange& change,
                     const QString& reason);
    void report(domain::Severity severity, domain::LogCode code, QStringList arguments = {},
                const domain::Symbol& symbol = {});
    void append(std::vector<Effect> effects);
    void drainTrading();
    void drainDay();
    void append(std::vector<orders::Tell> tells);

    DeskOptions m_options;
    market::MarketCache m_market;
    Screening m_screening;
    TradingRoom m_trading;
    RuleRoom m_rules;
    DayBook m_day;
    StepClock m_clock;
    EventLog m_log;
    std::vector<Effect> m_effects;
    std::uint64_t m_eventsApplied = 0;
    std::uint64_t m_snapshots = 0;

    domain::SessionMoment m_session;
    domain::TradingDate m_date{};
    domain::Timestamp m_nextSecond{};
    domain::FeedFigures m_feed;
    domain::BrokerFigures m_broker;
    std::optional<domain::BalanceReply> m_balance;
    bool m_tradingTouched = false;           ///< This event reached the trading room.
    std::vector<domain::Symbol> m_followed;  ///< By the rules, on paper.
    std::vector<domain::Symbol> m_held;      ///< As last told to the screening.
    std::optional<domain::HolidayReply> m_holiday;
    std::optional<domain::Timestamp> m_lostAt;  ///< When the feed went away.
    bool m_everLive = false;
    domain::Symbol m_selected;
    std::array<std::optional<domain::ChartRequest>, kChartPanes> m_charts;
    std::vector<domain::Symbol> m_limitsReported;
    std::set<domain::Symbol> m_rejoined;  ///< Streams back after a gap, without a trade since.
    bool m_firstRankings = true;
    domain::Timestamp m_warmUntil{};  ///< Until then every step screens while data is missing.
};
}  // namespace core::desk
