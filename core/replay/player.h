#pragma once

#include "core/domain/guard.h"
#include "core/market/market_cache.h"
#include "core/replay/paper_account.h"
#include "core/replay/paper_symbol.h"
#include "core/replay/replay_record.h"
#include "core/replay/tape_replay.h"
#include "core/replay/tape_screen.h"
#include "core/rules/entry.h"
#include "core/rules/guard.h"
#include "core/rules/loss_streak.h"
#include "core/rules/position_judge.h"

#include <optional>
#include <vector>

namespace core::replay
{
/// A rule that buys, as the records name it.
struct EntryRule
{
    const char* kind;
    const char* label;
    std::optional<std::uint32_t> PaperSymbol::*refused;
    bool isWave;
};

/// One tape through the rules: engine clock, steps and rows in `player.cpp`; what is held in
/// `player_positions.cpp`; what may be bought, the wave scalper and the guard in
/// `player_entries.cpp`.
/// Thread: any; pure but for the sink.
class Player final
{
public:
    Player(const tape::Tape& tape, const ReplayOptions& options,
           const std::function<void(const ReplayRecord&)>& sink);

    base::Status run();

private:
    // --- clock and rows ----------------------------------------------------------------------
    void advance(domain::Timestamp to) { m_now = std::max(m_now, to); }
    void stepUntil(domain::Timestamp time);
    void second();
    base::Status giveUntil(std::optional<domain::TimeOfDay> until);
    PaperSymbol& meet(const domain::Symbol& symbol);
    void play(const tape::TapeRow& row);
    void reportOpen();

    // --- records -----------------------------------------------------------------------------
    void emitRecord(ReplayRecord record);
    void emitMoves(const domain::Symbol& symbol, const std::vector<rules::PatternMove>& moves,
                   const rules::StopLevels& levels, domain::Price price);
    void emitOrder(const char* kind, const domain::Symbol& symbol, const PaperOrder& order);

    // --- positions ---------------------------------------------------------------------------
    template <typename Use>
    void withInput(const PaperSymbol& paper, const PaperPosition& position, rules::Instant instant,
                   Use use) const;
    [[nodiscard]] rules::PositionMarket marketOf(const PaperSymbol& paper) const;
    void open(PaperSymbol& paper, PaperPosition position);
    void close(PaperSymbol& paper);
    base::Status seed(const GivenPosition& given);
    void fillEntry(PaperSymbol& paper);
    void fill(PaperSymbol& paper);
    void fillAdd(PaperSymbol& paper, const PaperOrder& order);
    void cancelAdd(PaperSymbol& paper, const rules::StopLevels& levels);
    void decideExit(PaperSymbol& paper, const rules::PositionInput& in,
                    const rules::StopLevels& levels, QLatin1String rule,
                    std::vector<domain::Condition> conditions);
    void judgedAdd(PaperSymbol& paper, const rules::PositionInput& in,
                   const rules::PositionOutcome& outcome);
    void judged(PaperSymbol& paper, const rules::PositionInput& in,
                const rules::PositionOutcome& outcome);
    void judgePosition(PaperSymbol& paper, rules::Instant instant);
    void step();
    void disturb(PaperSymbol& paper, const char* why);

    // --- entries, wave, guard ----------------------------------------------------------------
    [[nodiscard]] std::optional<domain::Won> equity() const;
    [[nodiscard]] QLatin1String accountSays() const;
    [[nodiscard]] rules::AddInput addInput(const PaperPosition& position) const;
    void guard();
    void cancelBuys();
    void waveStep();
    void sample(PaperSymbol& paper, const domain::Trade& trade);
    void judgeEntries(PaperSymbol& paper);
    [[nodiscard]] QLatin1String gateSays(const PaperSymbol& paper, domain::Price limit,
                                         std::optional<domain::Quantity> quantity) const;
    [[nodiscard]] rules::WaveInput waveInput(const PaperSymbol& paper,
                                             const rules::EntryInput& in) const;
    [[nodiscard]] bool judgeEntry(PaperSymbol& paper, const EntryRule& rule,
                                  const rules::EntryInput& in);
    void order(PaperSymbol& paper, const PaperOrder& order);

    const tape::Tape& m_tape;
    const ReplayOptions& m_options;
    const std::function<void(const ReplayRecord&)>& m_sink;
    const domain::Timestamp m_midnight;
    rules::RuleTimes m_times;
    market::MarketCache m_cache;
    PaperAccount m_account;
    std::optional<TapeScreen> m_screen;  ///< Empty: no entries.
    domain::Timestamp m_now{};
    domain::Timestamp m_nextStep;
    std::vector<GivenPosition> m_given;  ///< By time.
    std::size_t m_nextGiven = 0;
    PaperSymbols m_symbols;
    std::vector<PaperSymbol*> m_held;  ///< In code order.
    int m_buying = 0;                  ///< Entries on their way.
    int m_wavesBuying = 0;
    int m_entriesToday = 0;
    domain::GuardState m_guard;
    rules::LossStreak m_losses;
    std::optional<domain::Won> m_equity;  ///< At the newest second.
    std::uint64_t m_seq = 0;
};

template <typename Use>
void Player::withInput(const PaperSymbol& paper, const PaperPosition& position,
                       rules::Instant instant, Use use) const
{
    const rules::PositionMarket shown = marketOf(paper);
    use(rules::PositionInput{m_now, instant, shown, position.books, m_options.config, m_times});
}
}  // namespace core::replay
