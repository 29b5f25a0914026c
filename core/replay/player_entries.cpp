// What may be bought: base entry, wave scalper, and the guard over both.

#include "core/replay/player.h"
#include "core/rules/guard.h"

#include <algorithm>

namespace core::replay
{
namespace
{
constexpr EntryRule kBase{"entry", "ENTRY", &PaperSymbol::refusedEntry, false};
constexpr EntryRule kWave{"wave", "WAVE", &PaperSymbol::refusedWave, true};

struct GuardWord
{
    domain::GuardRule rule;
    const char* word;
};
constexpr GuardWord kGuardWords[domain::kGuardRules] = {
    {domain::GuardRule::LossStop, "LOSS"},
    {domain::GuardRule::GainStop, "GAIN"},
    {domain::GuardRule::TrailStop, "TRAIL"},
    {domain::GuardRule::HardLoss, "HARD"},
};
}  // namespace

/// Cash, with today's fills as settled, and every position at its last regular price; empty while
/// a position has none.
std::optional<domain::Won> Player::equity() const
{
    domain::Won sum = m_account.cash();
    for (const PaperSymbol* paper : m_held) {
        if (paper->last == domain::Price{}) {
            return std::nullopt;
        }
        sum += domain::amount(paper->last, paper->position->books.held);
    }
    return sum;
}

/// Why the account buys nothing now; empty = it may.
QLatin1String Player::accountSays() const
{
    if (m_guard.stopsBuys()) {
        return QLatin1String{"guard"};
    }
    if (!m_equity && m_now >= m_times.guardFrom) {
        return QLatin1String{"guard_uncertain"};
    }
    if (m_losses.pauses(m_now)) {
        return QLatin1String{"RC-23"};
    }
    return {};
}

rules::AddInput Player::addInput(const PaperPosition& position) const
{
    if (position.origin == PaperOrigin::Given || !m_screen) {
        return {.cashGiven = true};
    }
    const QLatin1String says = accountSays();
    return {.cash = m_account.buyable(), .gateAllows = says.isEmpty(), .gateSays = says};
}

void Player::guard()
{
    m_equity = equity();
    const std::vector<domain::GuardFired> fired =
        rules::judgeGuard(m_guard, {.now = m_now,
                                    .equity = m_equity,
                                    .startEquity = m_account.start(),
                                    .from = m_times.guardFrom,
                                    .config = m_options.config.guard});
    for (const domain::GuardFired& one : fired) {
        const auto word =
            std::find_if(std::begin(kGuardWords), std::end(kGuardWords),
                         [&one](const GuardWord& known) { return known.rule == one.rule; });
        ReplayRecord record;
        record.kind = QLatin1String{"guard"};
        record.rule = QLatin1String{word->word};
        record.conditions = {{.id = QLatin1String{"equity"},
                              .outcome = domain::CheckOutcome::Pass,
                              .unit = domain::CheckUnit::Won,
                              .value = one.equity.value(),
                              .limit = m_account.start().value()},
                             {.id = QLatin1String{"peak"},
                              .outcome = domain::CheckOutcome::Pass,
                              .unit = domain::CheckUnit::Won,
                              .value = one.peak.value()}};
        emitRecord(record);
        if (one.rule == domain::GuardRule::HardLoss) {
            cancelBuys();
        }
    }
}

/// The hard loss: what is being bought is not, and everything held is sold at its next instant.
void Player::cancelBuys()
{
    std::vector<PaperSymbol*> buying;
    for (const std::unique_ptr<PaperSymbol>& paper : m_symbols) {
        if (paper->position) {
            paper->position->books.guardSells = true;
        }
        const bool adding =
            paper->position && paper->position->order && !paper->position->isSelling();
        if (paper->entry || adding) {
            buying.push_back(paper.get());
        }
    }
    std::sort(buying.begin(), buying.end(),
              [](const auto* a, const auto* b) { return a->symbol < b->symbol; });
    for (PaperSymbol* paper : buying) {
        if (paper->position) {
            cancelAdd(*paper, {});
            continue;
        }
        const PaperOrder order = *paper->entry;
        paper->entry.reset();
        m_account.release(order.price, order.quantity);
        --m_buying;
        m_wavesBuying -= order.channel ? 1 : 0;
        emitOrder("cancel", paper->symbol, order);
    }
}

// --- wave ------------------------------------------------------------------------------------

void Player::waveStep()
{
    if (!m_options.config.wave.enabled) {
        return;
    }
    for (const std::unique_ptr<PaperSymbol>& paper : m_symbols) {
        paper->wave = rules::waveStep(paper->wave, paper->series.samples(), m_now, m_times);
    }
}

void Player::sample(PaperSymbol& paper, const domain::Trade& trade)
{
    if (!m_options.config.wave.enabled) {
        return;
    }
    paper.series.add({m_now, trade.price, trade.quantity});
    paper.wave = rules::waveTrade(paper.wave, trade.price);
}

// --- entries -----------------------------------------------------------------------------------

/// Of the pre-trade gate a tape knows cash, counts, guard and losing streak, in the gate's order
/// (RC-09 and RC-14 come where a wave is judged):
/// its orders meet no broker and no book of ten levels.
QLatin1String Player::gateSays(const PaperSymbol& paper, domain::Price limit,
                               std::optional<domain::Quantity> quantity) const
{
    const config::RiskSection& risk = m_options.config.risk;
    const bool covered = !quantity
                         || rules::Int128{domain::amount(limit, *quantity).value()}
                                    * (rules::kWhole + risk.cashSlack.units())
                                <= rules::Int128{m_account.buyable().value()} * rules::kWhole;
    if (!covered) {
        return QLatin1String{"RC-16"};
    }
    if (paper.entriesToday >= risk.entriesPerCode || m_entriesToday >= risk.entriesPerDay) {
        return QLatin1String{"RC-19"};
    }
    return accountSays();
}

rules::WaveInput Player::waveInput(const PaperSymbol& paper, const rules::EntryInput& in) const
{
    return {.entry = in,
            .volume = paper.series.volume(),
            .state = paper.wave,
            .baseHeld = false,
            .cash = m_account.buyable()};
}

/// One evaluation of a trade of a symbol that is not held: the base entry if the newest screening
/// has it, then the wave scalper if its channel is valid.
void Player::judgeEntries(PaperSymbol& paper)
{
    const bool ranging = paper.wave.status == rules::WaveStatus::Ranging;
    if (paper.entry || !m_times.entry.holds(m_now) || (!paper.eligible && !ranging)) {
        return;
    }
    const rules::PositionMarket shown = marketOf(paper);
    const config::Config& config = m_options.config;
    rules::EntryInput in{.now = m_now,
                         .market = shown,
                         .momentum5 = m_cache.momentum(paper.id, 5),
                         .upperLimit = paper.upperLimit,
                         .automaticOn = true,
                         .screenedAt = m_screen->at(),
                         .eligible = paper.eligible,
                         .soldAt = paper.soldAt,
                         .positions = static_cast<int>(m_held.size()) + m_buying,
                         .positionsMax = config.risk.maxPositions,
                         .gateSays = {},
                         .money = {.equity = equity(),
                                   .startEquity = m_account.start(),
                                   .maxOrderShare = config.risk.maxOrderValue,
                                   .maxOrder = config.risk.maxOrderWon},
                         .config = config,
                         .times = m_times};
    const domain::Price limit = shown.ask.value_or(domain::Price{});
    const auto hear = [&in](QLatin1String says) {
        in.gateSays = says;
        in.gateAllows = says.isEmpty();
    };
    const bool isFull = in.positions >= in.positionsMax;
    hear(gateSays(paper, limit, rules::entryQuantity(config.sizing, in.money, limit)));
    if (paper.eligible && judgeEntry(paper, kBase, in)) {
        return;
    }
    if (!ranging) {
        return;
    }
    const auto waves = std::count_if(m_held.begin(), m_held.end(), [](const PaperSymbol* held) {
        return held->position->origin == PaperOrigin::Wave;
    });
    in.positions = static_cast<int>(waves) + m_wavesBuying;
    const bool market = config.wave.orderType == config::WaveOrderType::Market;
    // A market order may have to be paid up to the day's limit.
    hear(gateSays(paper, market ? paper.upperLimit : limit,
                  rules::waveQuantity(waveInput(paper, in))));
    if (isFull) {  // Its own condition counts waves alone.
        hear(QLatin1String{"RC-14"});
    }
    if (market && !config.risk.allowMarketEntry) {
        hear(QLatin1String{"RC-09"});
    }
    (void)judgeEntry(paper, kWave, in);
}

/// Judges by one rule and records what is new about its verdict; true if it became an order. The
/// figures of a verdict are looked up only where it is recorded.
bool Player::judgeEntry(PaperSymbol& paper, const EntryRule& rule, const rules::EntryInput& in)
{
    const rules::WaveInput wave = waveInput(paper, in);
    const std::uint32_t failing = rule.isWave ? rules::waveFailing(wave) : rules::entryFailing(in);
    std::optional<std::uint32_t>& refused = paper.*rule.refused;
    if (failing != 0 && refused == failing) {
        return false;
    }
    refused = failing;
    rules::EntryVerdict verdict = rule.isWave ? rules::judgeWaveEntry(wave) : rules::judgeEntry(in);
    const bool taken = failing == 0;
    ReplayRecord record;
    record.symbol = paper.symbol;
    record.kind = QLatin1String{taken ? rule.kind : "refuse"};
    record.rule = QLatin1String{rule.label};
    record.verdict = taken ? domain::Verdict::Take : domain::Verdict::Refuse;
    record.conditions = std::move(verdict.conditions);
    record.price = taken ? verdict.limit : in.market.price;
    record.quantity = verdict.quantity;
    record.side = domain::Side::Buy;
    emitRecord(std::move(record));
    if (taken) {
        order(paper, {.side = domain::Side::Buy,
                      .price = verdict.limit,
                      .quantity = verdict.quantity,
                      .rule = QLatin1String{rule.label},
                      .channel = rule.isWave ? paper.wave.channel : WaveBand{}});
    }
    return taken;
}

void Player::order(PaperSymbol& paper, const PaperOrder& order)
{
    paper.entry = order;
    ++paper.entriesToday;
    ++m_entriesToday;
    ++m_buying;
    m_wavesBuying += order.channel ? 1 : 0;
    m_account.reserve(order.price, order.quantity);
}
}  // namespace core::replay
