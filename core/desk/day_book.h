#pragma once

#include "core/desk/desk_options.h"
#include "core/desk/effect.h"
#include "core/desk/rule_room.h"
#include "core/desk/trading_room.h"
#include "core/domain/day_record.h"
#include "core/market/market_cache.h"

#include <optional>
#include <utility>
#include <vector>

namespace core::desk
{
/// What is to be recorded of the day (trading rules section 10): trades as they close, the account
/// every 10 s, complete bars, decisions. Looks on, decides nothing.
///
/// A trade's money comes from the ledger's facts alone, so a restart tells every trade of the day
/// again, to the won; its extremes of the time before are those of the minute bars.
/// Part of the desk: logic thread, no I/O, no clock.
class DayBook final
{
public:
    DayBook(const DeskOptions& options, const market::MarketCache& market,
            const TradingRoom& trading, RuleRoom& rules);

    void startDay(domain::Timestamp now);
    /// After the cache has it. Regular trades only.
    void onTrade(const domain::Trade& trade);
    /// At engine-clock multiples of five seconds.
    void step(domain::Timestamp at);
    /// Orders, positions or decisions may have changed.
    void follow(domain::Timestamp now);
    void onBars(const domain::Symbol& symbol);
    void feedLost(domain::Timestamp at);
    void feedBack(domain::Timestamp at);
    /// Everything as it stands now, as at the end of a minute.
    void settle(domain::Timestamp now);

    [[nodiscard]] std::vector<Remember> take() { return std::exchange(m_news, {}); }

private:
    /// Highest and lowest trade of a held symbol, since it is held or since this run began.
    struct Extremes
    {
        domain::Symbol symbol;
        domain::Price highest;
        domain::Price lowest;
    };

    void sample(domain::Timestamp at);
    void tellBars(domain::Timestamp until);
    void tellClosed(const orders::ClosedTrade& trade, std::uint32_t number);
    void spanBars(domain::TradeRecord& record) const;
    [[nodiscard]] domain::DayRecord head(domain::Timestamp now) const;
    [[nodiscard]] domain::OpenRecord openRecord(const domain::Symbol& symbol,
                                                const orders::BookPosition& position) const;
    [[nodiscard]] std::vector<domain::DataGap> gaps(domain::Timestamp now) const;
    [[nodiscard]] std::vector<market::SymbolId> ids() const;
    [[nodiscard]] QString nameOf(const domain::Symbol& symbol) const;

    const DeskOptions& m_options;
    const market::MarketCache& m_market;
    const TradingRoom& m_trading;
    RuleRoom& m_rules;
    std::vector<Remember> m_news;
    std::vector<Extremes> m_extremes;         ///< Of what is held; a handful.
    domain::Timestamp m_beganAt{};            ///< This run's first event.
    domain::Timestamp m_dayFrom{};            ///< Of this run, on this date.
    std::optional<std::uint64_t> m_followed;  ///< `OrderDesk::factsWritten`; empty = never.
    std::size_t m_told = 0;                   ///< Closed trades of the day told by this run.
    domain::MinuteMetrics m_minute;
    std::optional<domain::Won> m_runningMax;
    std::vector<domain::DataGap> m_feedGaps;
    std::optional<domain::Timestamp> m_lostAt;
};
}  // namespace core::desk
