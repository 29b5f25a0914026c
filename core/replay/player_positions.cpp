// What is held: paper fills, exits, the pattern and its add.

#include "core/replay/player.h"
#include "core/rules/wave_exits.h"

#include <algorithm>

namespace core::replay
{
namespace
{
/// A record of a held position with its pattern and its stop.
ReplayRecord about(const domain::Symbol& symbol, const char* kind,
                   const domain::PositionMarks& marks, const rules::StopLevels& levels)
{
    ReplayRecord record;
    record.symbol = symbol;
    record.kind = QLatin1String{kind};
    record.state = marks.pattern.state;
    record.high = marks.pattern.high;
    record.low = marks.pattern.low;
    if (const rules::StopLevel* binding = levels.binding()) {
        record.stop = binding->shown;
        record.binding = binding->rule;
    }
    return record;
}
}  // namespace

void Player::emitMoves(const domain::Symbol& symbol, const std::vector<rules::PatternMove>& moves,
                       const rules::StopLevels& levels, domain::Price price)
{
    for (const rules::PatternMove& move : moves) {
        domain::PositionMarks marks;
        marks.pattern = move.after;
        ReplayRecord record = about(symbol, "state", marks, levels);
        record.state = move.to;
        record.from = move.from;
        record.why = move.why;
        record.price = price;
        emitRecord(record);
    }
}

void Player::emitOrder(const char* kind, const domain::Symbol& symbol, const PaperOrder& order)
{
    ReplayRecord record;
    record.symbol = symbol;
    record.kind = QLatin1String{kind};
    record.rule = order.rule;
    record.side = order.side;
    record.price = order.price;
    record.quantity = order.quantity;
    emitRecord(record);
}

// --- positions begin and end --------------------------------------------------------------

/// A position, first with what its entry cost: why its pattern is off from the start is said by
/// the record that follows.
void Player::open(PaperSymbol& paper, PaperPosition position)
{
    position.marks.entryFinal = true;
    position.marks.openedAt = m_now;
    position.marks.entryFilledAt = m_now;
    position.books.held = position.marks.entryQuantity;
    position.books.cost = position.marks.entryCost;
    position.books.usedToday = paper.usedToday;
    position.books.guardSells = m_guard.hasFired(domain::GuardRule::HardLoss);
    m_account.bought(position.marks.entryCost);
    paper.position = std::move(position);
    const auto place = std::lower_bound(
        m_held.begin(), m_held.end(), paper.symbol,
        [](const PaperSymbol* held, const domain::Symbol& code) { return held->symbol < code; });
    m_held.insert(place, &paper);
}

void Player::close(PaperSymbol& paper)
{
    paper.position.reset();
    m_held.erase(std::find(m_held.begin(), m_held.end(), &paper));
}

base::Status Player::seed(const GivenPosition& given)
{
    PaperSymbol& paper = meet(given.symbol);
    if (paper.position || paper.entry) {
        return base::Error{base::ErrorCode::Refused,
                           QStringLiteral("position %1 at %2: the one before it is still held; one "
                                          "position of a code at a time")
                               .arg(given.symbol.toString(), domain::timestampText(m_now))};
    }
    PaperPosition position;
    position.marks.entryCost = given.entry.cost;
    position.marks.entryQuantity = given.entry.quantity;
    open(paper, std::move(position));
    PaperPosition& held = *paper.position;
    ReplayRecord record;
    const domain::PatternOff off =
        rules::offFromStart(held.marks, held.books, m_options.config.pyramid);
    if (off != domain::PatternOff::None) {
        record.why = rules::patternOff(held.marks, off).why;
    }
    record.symbol = given.symbol;
    record.kind = QLatin1String{"seed"};
    record.average = given.entry;
    record.quantity = given.entry.quantity;
    record.side = domain::Side::Buy;
    record.state = held.marks.pattern.state;
    emitRecord(record);
    return base::Done{};
}

/// A first buy is filled, before its row is judged.
void Player::fillEntry(PaperSymbol& paper)
{
    const PaperOrder order = *paper.entry;
    paper.entry.reset();
    m_account.release(order.price, order.quantity);
    --m_buying;
    emitOrder("fill", paper.symbol, order);
    PaperPosition position;
    position.origin = order.channel ? PaperOrigin::Wave : PaperOrigin::Entry;
    position.channel = order.channel;
    position.marks.entryCost = domain::amount(order.price, order.quantity);
    position.marks.entryQuantity = order.quantity;
    open(paper, std::move(position));
    PaperPosition& held = *paper.position;
    domain::PatternOff off = rules::offFromStart(held.marks, held.books, m_options.config.pyramid);
    if (order.channel) {
        --m_wavesBuying;
        paper.wave = rules::waveBought(paper.wave, *order.channel);
        off = domain::PatternOff::NotPyramided;
    }
    if (off != domain::PatternOff::None) {
        emitMoves(paper.symbol, {rules::patternOff(held.marks, off)}, {}, order.price);
    }
}

/// The open order of a held symbol is filled, before its row is judged.
void Player::fill(PaperSymbol& paper)
{
    PaperPosition& position = *paper.position;
    PaperOrder order = *position.order;
    position.order.reset();
    position.books.openOrder = false;
    if (order.price == domain::Price{}) {
        order.price = paper.market.saleAt(paper.last);  // Decided before the symbol had a price.
    }
    emitOrder("fill", paper.symbol, order);
    const domain::Won value = domain::amount(order.price, order.quantity);
    if (order.side == domain::Side::Buy) {
        m_account.release(order.price, order.quantity);
        m_account.bought(value);
        fillAdd(paper, order);
        return;
    }
    m_account.sold(value);
    m_losses = rules::afterTrade(m_losses, m_account.net(position.books.cost, value), m_now,
                                 m_options.config.guard);
    paper.soldAt = m_now;
    if (position.origin == PaperOrigin::Wave) {
        paper.wave = rules::waveSold(paper.wave, order.rule);
    }
    ReplayRecord record;
    record.symbol = paper.symbol;
    record.kind = QLatin1String{"closed"};
    record.rule = order.rule;
    record.price = order.price;
    record.quantity = order.quantity;
    close(paper);
    emitRecord(record);
}

void Player::fillAdd(PaperSymbol& paper, const PaperOrder& order)
{
    PaperPosition& position = *paper.position;
    domain::PositionMarks& marks = position.marks;
    const domain::Won cost = domain::amount(order.price, order.quantity);
    marks.addCost += cost;
    marks.addQuantity += order.quantity;
    marks.addFilledAt = m_now;
    position.books.cost += cost;
    position.books.held += order.quantity;
    position.books.usedToday = true;
    paper.usedToday = true;
    const rules::PatternMove move =
        rules::patternOrderEnded(marks, m_now, m_options.config.pyramid);
    withInput(paper, position, rules::Instant::Trade, [&](const rules::PositionInput& in) {
        emitMoves(paper.symbol, {move}, rules::stopLevels(marks, in), order.price);
    });
}

/// An exit ends an add that is still on its way, before anything is sold.
void Player::cancelAdd(PaperSymbol& paper, const rules::StopLevels& levels)
{
    PaperPosition& position = *paper.position;
    if (!position.order) {
        return;
    }
    ReplayRecord record = about(paper.symbol, "cancel", position.marks, levels);
    record.rule = position.order->rule;
    record.side = position.order->side;
    record.price = position.order->price;
    record.quantity = position.order->quantity;
    m_account.release(position.order->price, position.order->quantity);
    position.order.reset();
    position.books.openOrder = false;
    emitRecord(record);
    emitMoves(paper.symbol,
              {rules::patternOrderEnded(position.marks, m_now, m_options.config.pyramid)}, levels,
              {});
}

// --- judgements ----------------------------------------------------------------------------

void Player::decideExit(PaperSymbol& paper, const rules::PositionInput& in,
                        const rules::StopLevels& levels, QLatin1String rule,
                        std::vector<domain::Condition> conditions)
{
    PaperPosition& position = *paper.position;
    cancelAdd(paper, levels);
    ReplayRecord record = about(paper.symbol, "exit", position.marks, levels);
    record.rule = rule;
    record.verdict = domain::Verdict::Take;
    record.conditions = std::move(conditions);
    record.price = in.market.price;
    record.quantity = position.books.held;
    record.side = domain::Side::Sell;
    emitRecord(record);
    position.order = PaperOrder{.side = domain::Side::Sell,
                                .price = in.market.price == domain::Price{}
                                             ? domain::Price{}
                                             : paper.market.saleAt(in.market.price),
                                .quantity = position.books.held,
                                .rule = rule};
    position.books.openOrder = true;
}

void Player::judgedAdd(PaperSymbol& paper, const rules::PositionInput& in,
                       const rules::PositionOutcome& outcome)
{
    PaperPosition& position = *paper.position;
    const rules::AddVerdict& verdict = *outcome.add;
    const std::uint32_t failing = domain::failingBits(verdict.conditions);
    if (failing != 0 && position.recordedFailing == failing) {
        return;
    }
    position.recordedFailing = failing;
    const bool taken = verdict.allowed();
    ReplayRecord record =
        about(paper.symbol, taken ? "add" : "refuse", position.marks, outcome.levels);
    record.rule = QLatin1String{"ADD"};
    record.verdict = taken ? domain::Verdict::Take : domain::Verdict::Refuse;
    record.conditions.assign(verdict.conditions.begin(), verdict.conditions.end());
    record.price = taken ? verdict.limit : in.market.price;
    record.quantity = verdict.quantity;
    record.side = domain::Side::Buy;
    emitRecord(record);
    if (taken) {
        position.order = PaperOrder{.side = domain::Side::Buy,
                                    .price = verdict.limit,
                                    .quantity = verdict.quantity,
                                    .rule = QLatin1String{"ADD"}};
        position.books.openOrder = true;
        m_account.reserve(verdict.limit, verdict.quantity);
        emitMoves(paper.symbol, {rules::patternOrdered(position.marks)}, outcome.levels,
                  in.market.price);
    }
}

void Player::judged(PaperSymbol& paper, const rules::PositionInput& in,
                    const rules::PositionOutcome& outcome)
{
    PaperPosition& position = *paper.position;
    const auto note = [&](const char* kind) {
        ReplayRecord record = about(paper.symbol, kind, outcome.marks, outcome.levels);
        record.price = in.market.price;
        return record;
    };
    if (outcome.trail == rules::TrailChange::SwitchedOn) {
        // It comes before the pattern: the record shows leg and stop as the trade found them.
        domain::PositionMarks found = outcome.marks;
        found.pattern = position.marks.pattern;
        ReplayRecord switched =
            about(paper.symbol, "trail_on", found, rules::stopLevels(found, in));
        switched.price = in.market.price;
        emitRecord(switched);
    } else if (outcome.trail == rules::TrailChange::BreakEvenSet) {
        ReplayRecord set = note("be_on");
        set.level = outcome.marks.breakEven;
        emitRecord(set);
    }
    if (outcome.higherLow) {
        ReplayRecord higher = note("hl");
        higher.low = *outcome.higherLow;
        emitRecord(higher);
    }
    position.marks = outcome.marks;
    for (const rules::PatternMove& move : outcome.moves) {
        if (move.to == domain::PatternState::Rebreak) {
            position.recordedFailing.reset();
        }
    }
    emitMoves(paper.symbol, outcome.moves, outcome.levels, in.market.price);
    if (outcome.exit) {
        decideExit(paper, in, outcome.levels, *outcome.exit,
                   rules::exitConditions(outcome.marks, in, outcome.levels));
    } else if (outcome.add) {
        judgedAdd(paper, in, outcome);
    }
}

void Player::judgePosition(PaperSymbol& paper, rules::Instant instant)
{
    PaperPosition& position = *paper.position;
    if (position.isSelling()) {
        return;
    }
    withInput(paper, position, instant, [&](const rules::PositionInput& in) {
        if (position.channel) {
            const auto rule = rules::waveExit(*position.channel, {}, in);
            if (rule) {
                decideExit(paper, in, rules::waveStops(*position.channel, {}, in), *rule,
                           rules::waveExitConditions(*position.channel, {}, in));
            }
        } else if (instant == rules::Instant::Trade) {
            judged(paper, in, rules::judgeTrade(position.marks, in, addInput(position)));
        } else {
            const bool added = position.marks.pattern.state == domain::PatternState::Added;
            const std::vector<domain::Bar> complete =
                added ? m_cache.closedBarsCopy(paper.id, domain::Interval::M1)
                      : std::vector<domain::Bar>{};
            judged(paper, in, rules::judgeStep(position.marks, in, complete));
        }
    });
}

void Player::step()
{
    for (PaperSymbol* paper : m_held) {
        judgePosition(*paper, rules::Instant::Step);
    }
}

void Player::disturb(PaperSymbol& paper, const char* why)
{
    if (!paper.position || paper.position->isSelling()) {
        return;
    }
    PaperPosition& position = *paper.position;
    const auto moves = rules::patternDisturbed(position.marks, QLatin1String{why});
    withInput(paper, position, rules::Instant::Step, [&](const rules::PositionInput& in) {
        emitMoves(paper.symbol, moves, rules::stopLevels(position.marks, in), {});
    });
}

void Player::reportOpen()
{
    std::vector<const PaperSymbol*> left;
    for (const std::unique_ptr<PaperSymbol>& paper : m_symbols) {
        if (paper->position || paper->entry) {
            left.push_back(paper.get());
        }
    }
    std::sort(left.begin(), left.end(),
              [](const auto* a, const auto* b) { return a->symbol < b->symbol; });
    for (const PaperSymbol* paper : left) {
        if (paper->entry) {
            emitOrder("open_at_end", paper->symbol, *paper->entry);
            continue;
        }
        const PaperPosition& position = *paper->position;
        ReplayRecord open;
        withInput(*paper, position, rules::Instant::Step, [&](const rules::PositionInput& in) {
            open = about(paper->symbol, "open_at_end", position.marks,
                         position.channel ? rules::waveStops(*position.channel, {}, in)
                                          : rules::stopLevels(position.marks, in));
            open.price = in.market.price;
        });
        open.quantity = position.books.held;
        if (position.order) {
            open.rule = position.order->rule;
            open.side = position.order->side;
        }
        emitRecord(open);
    }
}
}  // namespace core::replay
