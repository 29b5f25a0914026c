#pragma once

#include "core/desk/decision_log.h"
#include "core/desk/held_position.h"
#include "core/desk/rule_names.h"
#include "core/desk/screening.h"
#include "core/desk/shadow_book.h"
#include "core/desk/trading_room.h"
#include "core/desk/wave_watch.h"
#include "core/domain/day_record.h"
#include "core/domain/event.h"
#include "core/market/market_cache.h"
#include "core/rules/entry.h"
#include "core/rules/position_judge.h"

#include <map>
#include <optional>
#include <vector>

namespace core::desk
{
/// The rules in the desk: held symbols are judged at each of their trades and at every step,
/// eligible ones for an entry; what is decided goes to the trading room, what was seen is recorded.
///
/// What a position must remember is in the ledger (`Books::marks`, `Books::shadows`); what is here
/// besides may be lost in a crash without harm.
/// Part of the desk: logic thread, no I/O, no clock.
class RuleRoom final
{
public:
    RuleRoom(const DeskOptions& options, const market::MarketCache& market,
             const Screening& screening, TradingRoom& trading);

    void begin(domain::Timestamp now) { m_now = now; }
    void startDay(const std::optional<domain::SessionSchedule>& schedule);

    // --- the market ---------------------------------------------------------------------------

    /// After the cache has it. Regular trades only.
    void onTrade(const domain::Trade& trade);
    /// A VI, a halt or a data gap; before the trade that revealed it. `why` is a literal.
    void disturbed(const domain::Symbol& symbol, QLatin1String why);
    void onBars(const domain::MinuteBarsReply& reply);
    void screened();
    /// At engine-clock multiples of five seconds.
    void step();
    void everySecond();
    /// Orders or positions may have changed: follows what did.
    void followBooks();

    // --- the trader ---------------------------------------------------------------------------

    void on(const domain::SetMaster& command);
    void on(const domain::OverrideAdd& command);
    void on(const domain::MoveStop& command);
    // Before the trading room carries it out: from here the rule's own path is a shadow's.
    void before(const domain::SetAutomation& command);
    void before(const domain::PlaceOrder& command);
    void before(const domain::SellPosition& command);
    void before(const domain::Kill& command);
    // After it. An order by hand is its own record: its intent says who wanted it.
    void after(const domain::SetAutomation& command);
    void after(const domain::Kill& command);
    void after(const domain::ConfirmGate& command);

    /// Something was wanted, written or is to be told since the last call.
    [[nodiscard]] bool takeTouched() noexcept { return std::exchange(m_touched, false); }
    /// What a person should know.
    [[nodiscard]] std::vector<orders::Tell> takeTells() { return std::exchange(m_tells, {}); }
    [[nodiscard]] domain::RulesViewPtr view(const domain::Symbol& selected);
    [[nodiscard]] domain::WhyView whyOf(const domain::Symbol& symbol) const;
    /// Shown stop of a held symbol; 0 = none.
    [[nodiscard]] domain::Price stopOf(const domain::Symbol& symbol) const;
    /// Symbols whose trades the rules still want, though nothing of them may be held.
    [[nodiscard]] std::vector<domain::Symbol> followed() const { return m_shadows.followed(); }
    /// Decisions since the last call, and what the day's interventions have come to: for the
    /// record.
    [[nodiscard]] domain::DecisionList takeDecisions() { return m_log.takeFresh(); }
    [[nodiscard]] std::vector<domain::ShadowResult> interventionResults() const;

private:
    /// What a refusal was recorded for last, so that only a change is recorded again.
    struct Refusals
    {
        std::uint32_t entry = 0;
        std::uint32_t wave = 0;
    };

    /// The whole gate, once everything else says yes; its no becomes that of `gate`.
    [[nodiscard]] bool passesGate(const domain::OrderRequest& request,
                                  domain::Condition& gate) const;

    // Held symbols; rule_positions.cpp.
    void take(const domain::Symbol& symbol, HeldPosition& held);
    void drop(const domain::Symbol& symbol, const HeldPosition& held);
    void restore(const domain::Symbol& symbol, HeldPosition& held);
    void judgeTrade(market::SymbolId id, const domain::Symbol& symbol, HeldPosition& held);
    void judgeStep(const domain::Symbol& symbol, HeldPosition& held);
    void judgeWave(const domain::Symbol& symbol, HeldPosition& held,
                   const rules::PositionInput& in);
    void note(const domain::Symbol& symbol, HeldPosition& held, const rules::PositionInput& in,
              const rules::PositionOutcome& outcome);
    void noteMoves(const domain::Symbol& symbol, const HeldPosition& held,
                   const std::vector<rules::PatternMove>& moves, domain::Price price);
    void judgedAdd(const domain::Symbol& symbol, HeldPosition& held, const rules::PositionInput& in,
                   rules::AddVerdict verdict, bool approval);
    void decideExit(const domain::Symbol& symbol, HeldPosition& held,
                    const rules::PositionInput& in, QLatin1String rule,
                    std::vector<domain::Condition> conditions);
    void keep(const domain::Symbol& symbol, HeldPosition& held);
    void judgeShadow(const domain::Symbol& symbol, rules::Instant instant);
    void keepShadows(const domain::Symbol& symbol);
    [[nodiscard]] domain::Won handResult(const domain::Symbol& symbol,
                                         const domain::Shadow& shadow) const;
    void track(const domain::Symbol& symbol, HeldPosition& held);
    [[nodiscard]] bool isJudged(const domain::Symbol& symbol, const HeldPosition& held) const;
    /// Without an `id` the market never saw the symbol: no figure but what its master row says.
    [[nodiscard]] rules::PositionMarket marketOf(std::optional<market::SymbolId> id,
                                                 const domain::Symbol& symbol) const;
    [[nodiscard]] rules::PositionMarket marketOf(const domain::Symbol& symbol) const;
    [[nodiscard]] std::vector<domain::Bar> closedMinutes(const domain::Symbol& symbol) const;
    [[nodiscard]] rules::AddInput addInput(const domain::Symbol& symbol,
                                           const HeldPosition& held) const;
    [[nodiscard]] domain::Decision decision(domain::DecisionKind kind, const domain::Symbol& symbol,
                                            const HeldPosition* held) const;

    // Symbols that are not held; rule_entries.cpp.
    void judgeEntry(market::SymbolId id, const domain::Symbol& symbol);
    void judgeWaveEntry(market::SymbolId id, const domain::Symbol& symbol);
    /// True if an order left.
    bool send(domain::Decision record, rules::EntryVerdict verdict, domain::OrderOrigin origin,
              std::uint32_t& recorded);
    [[nodiscard]] Refusals& refusalsOf(market::SymbolId id);
    [[nodiscard]] rules::EntryInput entryInput(market::SymbolId id, const domain::Symbol& symbol,
                                               const rules::PositionMarket& market) const;
    [[nodiscard]] rules::SizingInput money() const;
    [[nodiscard]] int positionsOf(bool wave) const;
    [[nodiscard]] domain::AutoState automationOf(const domain::Symbol& symbol) const;

    // The account; rule_guard.cpp.
    void judgeGuard();
    void endOverrides();
    void tell(domain::Severity severity, domain::LogCode code, QStringList arguments,
              const domain::Symbol& symbol = {});
    void leave(const domain::Symbol& symbol, const QString& cause);
    void intervened(domain::InterventionKind kind, const domain::Symbol& symbol,
                    const QString& what, const QString& reason = {}, domain::Timestamp until = {});

    // For the window; rule_view.cpp.
    [[nodiscard]] domain::RuledPosition viewOf(const domain::Symbol& symbol,
                                               const HeldPosition& held) const;
    [[nodiscard]] std::optional<domain::AddPreview> whatIf(const domain::Symbol& symbol,
                                                           const HeldPosition& held,
                                                           const rules::PositionInput& in,
                                                           const rules::AddVerdict& verdict) const;
    [[nodiscard]] domain::GuardBarView guardView() const;
    [[nodiscard]] std::vector<domain::Intervention> interventions() const;
    [[nodiscard]] std::vector<domain::ShadowView> shadowViews() const;

    const DeskOptions& m_options;
    const market::MarketCache& m_market;
    const Screening& m_screening;
    TradingRoom& m_trading;
    rules::RuleTimes m_times{};
    bool m_tradingDay = false;
    domain::Timestamp m_now{};
    std::uint64_t m_followed = 0;  ///< `OrderDesk::factsWritten` when the books were followed.

    std::map<domain::Symbol, HeldPosition> m_held;
    std::vector<bool> m_eligible;  ///< By symbol id: in the newest screening.
    std::vector<Refusals> m_refusals;
    domain::Timestamp m_screenedAt{};
    WaveWatch m_wave;
    ShadowBook m_shadows;
    domain::GuardState m_guard;
    DecisionLog m_log;
    RuleNames m_names;
    std::vector<orders::Tell> m_tells;
    bool m_touched = false;
};
}  // namespace core::desk
