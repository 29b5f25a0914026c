// Rule room, second part: symbols that are held.

#include "core/desk/rule_room.h"
#include "core/rules/wave.h"
#include "core/rules/wave_exits.h"

#include <algorithm>

namespace core::desk
{
namespace
{
using domain::DecisionKind;
using domain::LogCode;
using domain::Severity;
using domain::Verdict;

domain::OrderOrigin originOf(QLatin1String rule)
{
    if (rule == QLatin1String{"EOD"}) {
        return domain::OrderOrigin::EndOfDay;
    }
    return rule == QLatin1String{"GUARD"} ? domain::OrderOrigin::Guard : domain::OrderOrigin::Exit;
}
}  // namespace

void RuleRoom::restore(const domain::Symbol& symbol, HeldPosition& held)
{
    const domain::PositionMarks* marks = m_trading.orderDesk().books().marks(symbol);
    if (marks == nullptr) {
        return;
    }
    held.marks = *marks;
    held.kept = *marks;
    held.wantsBars = true;
    noteMoves(symbol, held, rules::patternMissedTrades(held.marks), {});
}

void RuleRoom::take(const domain::Symbol& symbol, HeldPosition& held)
{
    const std::vector<rules::PatternMove> moves = desk::followBooks(
        held, m_trading.orderDesk().books(), symbol, m_now, m_options.config.pyramid);
    if (held.owner == domain::PositionOwner::Wave && !held.marks.wave) {
        if (const std::optional<market::SymbolId> id = m_market.find(symbol)) {
            WaveWatch::One& wave = m_wave.of(*id);
            held.marks.wave = std::exchange(wave.ordered, std::nullopt);
            if (held.marks.wave) {
                wave.state = rules::waveBought(wave.state, *held.marks.wave);
            }
        }
    }
    noteMoves(symbol, held, moves, {});
    keep(symbol, held);
}

void RuleRoom::drop(const domain::Symbol& symbol, const HeldPosition& held)
{
    const std::optional<market::SymbolId> id = m_market.find(symbol);
    if (id && held.marks.wave) {
        WaveWatch::One& wave = m_wave.of(*id);
        wave.state = rules::waveSold(wave.state, held.exitRule);
    }
}

void RuleRoom::keep(const domain::Symbol& symbol, HeldPosition& held)
{
    if (held.kept != held.marks) {
        held.kept = held.marks;
        m_trading.orders().keepMarks(symbol, held.marks);
        m_touched = true;
    }
}

bool RuleRoom::isJudged(const domain::Symbol& symbol, const HeldPosition& held) const
{
    return held.owner != domain::PositionOwner::External && m_trading.exiting(symbol).isEmpty();
}

rules::AddInput RuleRoom::addInput(const domain::Symbol& symbol, const HeldPosition& held) const
{
    rules::AddInput out;
    out.cash = m_trading.buyableNow();
    const domain::AddMode mode = m_trading.orderDesk().books().addOverride(symbol).mode;
    if (held.automation != domain::AutoState::On) {
        out.gateSays = QLatin1String{"automation"};
    } else if (mode == domain::AddMode::Block) {
        out.gateSays = QLatin1String{"blocked"};
    } else if (const std::optional<QLatin1String> blocked = m_trading.opensBlocked(symbol)) {
        out.gateSays = *blocked;
    }
    out.gateAllows = out.gateSays.isEmpty();
    return out;
}

void RuleRoom::judgeTrade(market::SymbolId id, const domain::Symbol& symbol, HeldPosition& held)
{
    if (!isJudged(symbol, held)) {
        return;
    }
    const rules::PositionMarket market = marketOf(id, symbol);
    const rules::PositionInput in{m_now,      rules::Instant::Trade, market,
                                  held.books, m_options.config,      m_times};
    if (held.isWave()) {
        judgeWave(symbol, held, in);
        return;
    }
    const rules::AddInput desk = addInput(symbol, held);
    rules::PositionOutcome outcome = rules::judgeTrade(held.marks, in, desk);
    const domain::AddOverride word = m_trading.orderDesk().books().addOverride(symbol);
    const bool approval = word.mode == domain::AddMode::Approve && m_now < word.until
                          && rules::isApprovalOffered(outcome.marks, m_options.config.pyramid);
    if (approval && !outcome.exit && !outcome.add) {
        outcome.add = rules::shouldPyramidAdd(outcome.marks, in, desk);
    }
    note(symbol, held, in, outcome);
    if (!outcome.exit && outcome.add) {
        judgedAdd(symbol, held, in, *outcome.add, approval);
    }
}

void RuleRoom::judgeStep(const domain::Symbol& symbol, HeldPosition& held)
{
    if (!isJudged(symbol, held)) {
        return;
    }
    // Also without any price of the symbol, as after a start with the feed down: the clock, the
    // end of the day and the guard need none.
    const rules::PositionMarket market = marketOf(symbol);
    const rules::PositionInput in{m_now,      rules::Instant::Step, market,
                                  held.books, m_options.config,     m_times};
    if (held.isWave()) {
        judgeWave(symbol, held, in);
        return;
    }
    const bool added = held.marks.pattern.state == domain::PatternState::Added;
    const std::vector<domain::Bar> complete =
        added ? closedMinutes(symbol) : std::vector<domain::Bar>{};
    note(symbol, held, in, rules::judgeStep(held.marks, in, complete));
    keep(symbol, held);
}

void RuleRoom::judgeWave(const domain::Symbol& symbol, HeldPosition& held,
                         const rules::PositionInput& in)
{
    const domain::WaveChannel& channel = *held.marks.wave;
    if (in.instant == rules::Instant::Step || held.levels.all().empty()) {
        // They move with fills and the hand alone, so a step is soon enough.
        held.levels = rules::waveStops(channel, held.marks.manualStop, in);
        followStop(held, m_now);
    }
    const std::optional<QLatin1String> rule = rules::waveExit(channel, held.marks.manualStop, in);
    if (rule) {
        decideExit(symbol, held, in, *rule,
                   rules::waveExitConditions(channel, held.marks.manualStop, in));
    }
}

void RuleRoom::note(const domain::Symbol& symbol, HeldPosition& held,
                    const rules::PositionInput& in, const rules::PositionOutcome& outcome)
{
    const bool moved =
        !outcome.moves.empty() || outcome.trail != rules::TrailChange::None || outcome.higherLow;
    held.marks = outcome.marks;
    held.levels = outcome.levels;
    followStop(held, m_now);
    const auto stop = [&](QLatin1String rule, domain::Price price) {
        domain::Decision record = decision(DecisionKind::Stop, symbol, &held);
        record.rule = rule;
        record.price = price;
        m_log.add(std::move(record));
    };
    if (outcome.trail == rules::TrailChange::SwitchedOn) {
        stop(QLatin1String{"TRAIL"}, in.market.price);
    } else if (outcome.trail == rules::TrailChange::BreakEvenSet) {
        stop(QLatin1String{"BE"}, outcome.marks.breakEven.value_or(domain::Price{}));
    }
    if (outcome.higherLow) {
        stop(QLatin1String{"HL"}, *outcome.higherLow);
    }
    noteMoves(symbol, held, outcome.moves, in.market.price);
    for (const rules::PatternMove& move : outcome.moves) {
        if (move.to == domain::PatternState::Rebreak) {
            held.recordedFailing.reset();  // A new attempt: its first judgement is recorded.
        }
    }
    if (moved) {
        keep(symbol, held);
    }
    if (outcome.exit) {
        decideExit(symbol, held, in, *outcome.exit,
                   rules::exitConditions(outcome.marks, in, outcome.levels));
    }
}

void RuleRoom::noteMoves(const domain::Symbol& symbol, const HeldPosition& held,
                         const std::vector<rules::PatternMove>& moves, domain::Price price)
{
    for (const rules::PatternMove& move : moves) {
        domain::Decision record = decision(DecisionKind::Pattern, symbol, &held);
        record.from = move.from;
        record.state = move.to;
        record.why = move.why;
        record.price = price;
        m_log.add(std::move(record));
        tell(Severity::Info, LogCode::PatternMoved,
             {QString::number(static_cast<int>(move.from)),
              QString::number(static_cast<int>(move.to))},
             symbol);
    }
}

void RuleRoom::judgedAdd(const domain::Symbol& symbol, HeldPosition& held,
                         const rules::PositionInput& in, rules::AddVerdict verdict, bool approval)
{
    const domain::OrderRequest request{.symbol = symbol,
                                       .side = domain::Side::Buy,
                                       .type = domain::OrderType::Limit,
                                       .timeInForce = domain::TimeInForce::Day,
                                       .quantity = verdict.quantity,
                                       .price = verdict.limit,
                                       .origin = domain::OrderOrigin::Add,
                                       .rule = QStringLiteral("ADD"),
                                       .decided = in.market.price};
    bool taken = verdict.allowed() || (approval && verdict.allowedByApproval());
    const bool waived = taken && !verdict.allowed();
    taken = taken && passesGate(request, verdict.conditions.back());
    const std::uint32_t failing = domain::failingBits(verdict.conditions);
    const bool isChange = held.recordedFailing != failing;
    if (!taken && !isChange) {
        return;
    }
    held.recordedFailing = failing;
    if (!taken && std::popcount(failing) == 1) {
        ++held.tracks[static_cast<std::size_t>(std::countr_zero(failing))].nearMisses;
    }
    domain::Decision record = decision(DecisionKind::Add, symbol, &held);
    record.rule = QLatin1String{"ADD"};
    record.verdict = taken ? Verdict::Take : Verdict::Refuse;
    record.conditions.assign(verdict.conditions.begin(), verdict.conditions.end());
    record.price = taken ? verdict.limit : in.market.price;
    record.quantity = verdict.quantity;
    record.approved = waived;
    if (taken) {
        // The mark goes into the same write as the intent: after a crash both are there or none.
        const rules::PatternMove move = rules::patternOrdered(held.marks);
        keep(symbol, held);
        if (approval) {
            m_trading.orders().setAddOverride(symbol, {});  // Used by its first order.
        }
        record.order = m_trading.place(request);
        m_log.add(std::move(record));
        noteMoves(symbol, held, {move}, in.market.price);
        tell(Severity::Notice, LogCode::BuyDecided,
             {QStringLiteral("ADD"), QString::number(verdict.quantity.shares()),
              QString::number(verdict.limit.won())},
             symbol);
        return;
    }
    m_log.add(std::move(record));
}

void RuleRoom::decideExit(const domain::Symbol& symbol, HeldPosition& held,
                          const rules::PositionInput& in, QLatin1String rule,
                          std::vector<domain::Condition> conditions)
{
    QLatin1String silent;
    if (held.automation == domain::AutoState::Off) {
        silent = QLatin1String{"automation"};
    } else if (m_trading.arming() == domain::Arming::Unarmed) {
        silent = QLatin1String{"unarmed"};
    }
    if (!silent.isEmpty() && held.silent == rule) {
        return;  // Told already.
    }
    domain::Decision record =
        decision(held.isWave() ? DecisionKind::Wave : DecisionKind::Exit, symbol, &held);
    record.rule = rule;
    record.verdict = silent.isEmpty() ? Verdict::Take : Verdict::Refuse;
    record.conditions = std::move(conditions);
    record.price = in.market.price;
    record.quantity = held.books.held;
    record.why = silent;
    if (!silent.isEmpty()) {
        m_log.add(std::move(record));
        held.silent = rule;
        tell(Severity::Warning, LogCode::RuleSilent, {rule, silent}, symbol);
        return;
    }
    held.exitRule = rule;
    keep(symbol, held);
    record.order = m_trading.exit(symbol, originOf(rule), rule);
    m_log.add(std::move(record));
    tell(Severity::Notice, LogCode::ExitDecided,
         {rule, QString::number(held.books.held.shares()), QString::number(in.market.price.won())},
         symbol);
}

void RuleRoom::track(const domain::Symbol& symbol, HeldPosition& held)
{
    if (held.marks.pattern.state == domain::PatternState::Off
        || held.marks.pattern.state == domain::PatternState::Added) {
        return;
    }
    const rules::PositionMarket market = marketOf(symbol);
    const rules::PositionInput in{m_now,      rules::Instant::Step, market,
                                  held.books, m_options.config,     m_times};
    const rules::AddVerdict verdict =
        rules::shouldPyramidAdd(held.marks, in, addInput(symbol, held));
    for (std::size_t index = 0; index < verdict.conditions.size(); ++index) {
        const domain::CheckOutcome outcome = verdict.conditions[index].outcome;
        if (held.tracks[index].since == domain::Timestamp{} || outcome != held.outcomes[index]) {
            held.outcomes[index] = outcome;
            held.tracks[index].since = m_now;
        }
    }
}
}  // namespace core::desk
