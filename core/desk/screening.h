#pragma once

#include "core/desk/desk_options.h"
#include "core/desk/effect.h"
#include "core/market/market_cache.h"
#include "core/screen/rest_plan.h"
#include "core/screen/screener.h"
#include "core/screen/slot_plan.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace core::desk
{
/// Joins the ranking lists, the market cache and the screener: which symbols are looked at,
/// which get a registration slot, which are asked for by REST. Logic thread; part of the desk.
class Screening final
{
public:
    Screening(const DeskOptions& options, market::MarketCache& market);

    /// Forgets what belongs to yesterday.
    void beginDay();
    void setInstruments(domain::InstrumentsPtr instruments);
    void setRanking(const domain::RankingReply& reply);
    /// Symbols the trader looks at (selected, charts): kept fresh. The selected one has slots for
    /// trades and book, the others what the rank order leaves.
    /// Asks for the day's bars of those it has not asked for yet.
    [[nodiscard]] std::vector<Effect> setWatched(const domain::Symbol& selected,
                                                 std::vector<domain::Symbol> watched);
    /// Symbols with shares or open orders: trade and quote slots that nobody takes from them.
    void setHeld(std::vector<domain::Symbol> held) { m_held = std::move(held); }
    /// Not held, but the rules go on with them on paper: their trades stay subscribed.
    void setFollowed(std::vector<domain::Symbol> symbols) { m_followed = std::move(symbols); }
    void setRegistration(const domain::FeedKey& key, bool active);
    void refused(const domain::FeedKey& key);
    void replied() noexcept { m_outstanding = m_outstanding > 0 ? m_outstanding - 1 : 0; }
    void barsFailed(const domain::Symbol& symbol) { m_rest.barsFailed(symbol); }

    /// Asks for the ranking lists, where the environment has them.
    [[nodiscard]] std::vector<Effect> askRankings();
    /// One screening; the result is `result()`.
    void screen(domain::Timestamp now);
    /// The slot plan, if it differs from the last one handed out.
    [[nodiscard]] std::optional<WantStreams> plan(domain::Timestamp now);
    /// REST calls that fit the budget now; call once a second.
    [[nodiscard]] std::vector<Effect> refresh(domain::Timestamp now);

    /// A chart shows the whole day: while a watched symbol's bars do not reach the open, the half
    /// hour before them is asked for. Empty for others: the rules look back 21 minutes.
    [[nodiscard]] std::optional<QueryMinuteBars> earlierBars(const domain::MinuteBarsReply& reply);

    [[nodiscard]] std::shared_ptr<const domain::ScreenResult> result() const { return m_result; }
    [[nodiscard]] const domain::InstrumentsPtr& instruments() const { return m_instruments; }
    /// All four lists have answered since the last `askRankings`.
    [[nodiscard]] bool rankingsComplete() const noexcept;
    [[nodiscard]] bool isRegistered(const domain::FeedKey& key) const;
    /// The last screening had pool members without price or bars.
    [[nodiscard]] bool hasUnknown() const noexcept { return m_unknown > 0; }
    [[nodiscard]] bool isReady() const noexcept { return m_instruments != nullptr; }

private:
    void rebuildPool();
    [[nodiscard]] screen::ScreenInput inputOf(const domain::Symbol& symbol,
                                              domain::Timestamp now) const;
    [[nodiscard]] int subscribedTrades() const;

    const DeskOptions& m_options;
    market::MarketCache& m_market;
    screen::Screener m_screener;
    screen::SlotPlan m_slots;
    screen::RestPlan m_rest;
    domain::InstrumentsPtr m_instruments;
    std::array<domain::RankingReply, domain::kRankingLists.size()> m_rankings{};
    std::array<bool, domain::kRankingLists.size()> m_answered{};
    std::vector<domain::Symbol> m_watchList;
    std::vector<domain::Symbol> m_masterPool;  ///< Order before the first screening.
    domain::Symbol m_selected;
    std::vector<domain::Symbol> m_watched;
    std::vector<domain::Symbol> m_held;
    std::vector<domain::Symbol> m_followed;
    std::vector<domain::FeedKey> m_lastPlan;
    std::vector<domain::FeedKey> m_registered;  ///< Sorted.
    std::vector<screen::ScreenInput> m_inputs;
    std::shared_ptr<const domain::ScreenResult> m_result;
    /// Watched symbols whose day was asked for, with the end of the last half hour asked.
    std::map<domain::Symbol, domain::TimeOfDay> m_dayBars;
    std::size_t m_outstanding = 0;
    std::size_t m_unknown = 0;  ///< Pool members without price or bars at the last screening.
};
}  // namespace core::desk
