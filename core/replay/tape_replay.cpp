#include "core/replay/tape_replay.h"

#include "core/base/decimal.h"
#include "core/domain/feed.h"
#include "core/market/market_cache.h"
#include "core/replay/paper_symbol.h"
#include "core/rules/position_market.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace core::replay
{
namespace
{
using namespace std::chrono_literals;

constexpr auto kStep = 5s;
constexpr domain::TimeOfDay kRegularFrom = domain::timeOfDay(9, 0);
constexpr domain::TimeOfDay kRegularTo = domain::timeOfDay(15, 20);

tape::TapePhase phaseOf(const tape::TapeRow& row)
{
    if (row.phase != tape::TapePhase::ByTime) {
        return row.phase;
    }
    const domain::TimeOfDay at{row.at};
    return at < kRegularFrom ? tape::TapePhase::Pre
           : at < kRegularTo ? tape::TapePhase::Regular
                             : tape::TapePhase::After;
}

domain::PrintKind kindOf(tape::TapePhase phase)
{
    switch (phase) {
    case tape::TapePhase::ByTime:
    case tape::TapePhase::Regular:
        return domain::PrintKind::Regular;
    case tape::TapePhase::Pre:
        return domain::PrintKind::PreOpen;
    case tape::TapePhase::Auction:
    case tape::TapePhase::Vi:
    case tape::TapePhase::Halt:
        return domain::PrintKind::Auction;
    case tape::TapePhase::After:
        return domain::PrintKind::AfterHours;
    }
    return domain::PrintKind::Regular;
}

domain::Trade tradeOf(const tape::TapeRow& row, domain::TradingDate date, tape::TapePhase phase)
{
    domain::Trade trade;
    trade.symbol = row.symbol;
    trade.time = domain::fromKst(date, domain::TimeOfDay{row.at});
    trade.price = domain::Price::fromWon(row.price);
    trade.quantity = domain::Quantity{row.quantity};
    trade.accVolume = domain::Quantity{row.accVolume};
    trade.kind = kindOf(phase);
    trade.halted = phase == tape::TapePhase::Halt;
    trade.inViAuction = phase == tape::TapePhase::Vi;
    return trade;
}

/// One bit for each condition that says no.
std::uint32_t failingBits(const rules::AddVerdict& verdict)
{
    std::uint32_t bits = 0;
    for (std::size_t index = 0; index < verdict.conditions.size(); ++index) {
        if (verdict.conditions[index].outcome != domain::CheckOutcome::Pass) {
            bits |= 1U << index;
        }
    }
    return bits;
}

class Player final
{
public:
    Player(const tape::Tape& tape, const ReplayOptions& options,
           const std::function<void(const ReplayRecord&)>& sink)
        : m_tape{tape},
          m_options{options},
          m_sink{sink},
          m_times{rules::RuleTimes::of(options.config, options.schedule)},
          m_cache{market::MarketOptions{
              .candlesMax = static_cast<std::uint32_t>(options.config.cache.maxCandlesPerInterval),
              .gap = options.config.data.gap,
              .gaps = tape.sampled ? market::GapPolicy::Ignore : market::GapPolicy::Derive}},
          m_nextStep{options.schedule.openAt()},
          m_given{options.positions}
    {
        m_cache.startSession(options.schedule);
        std::stable_sort(
            m_given.begin(), m_given.end(),
            [](const GivenPosition& a, const GivenPosition& b) { return a.at < b.at; });
    }

    base::Status run()
    {
        std::size_t nextGiven = 0;
        const auto giveUntil = [&](std::optional<domain::TimeOfDay> until) -> base::Status {
            for (; nextGiven < m_given.size() && (!until || m_given[nextGiven].at <= *until);
                 ++nextGiven) {
                const GivenPosition& given = m_given[nextGiven];
                const domain::Timestamp at = domain::fromKst(m_tape.date, given.at);
                if (until) {
                    stepUntil(at);
                }
                if (m_positions.contains(given.symbol)) {
                    return base::Error{
                        base::ErrorCode::Refused,
                        QStringLiteral("position %1 at %2: the one before it is "
                                       "still held; one position of a code at a "
                                       "time")
                            .arg(given.symbol.toString(), domain::timestampText(at))};
                }
                advance(at);
                seed(given);
            }
            return base::Done{};
        };
        for (const tape::TapeRow& row : m_tape.rows) {
            const domain::TimeOfDay at{row.at};
            if (const base::Status given = giveUntil(at); !given) {
                return given;
            }
            const domain::Timestamp time = domain::fromKst(m_tape.date, at);
            stepUntil(time);
            advance(time);
            play(row);
        }
        if (const base::Status given = giveUntil(std::nullopt); !given) {
            return given;
        }
        reportOpen();
        return base::Done{};
    }

private:
    void advance(domain::Timestamp to) { m_now = std::max(m_now, to); }

    void stepUntil(domain::Timestamp time)
    {
        for (; m_nextStep <= time; m_nextStep += kStep) {
            advance(m_nextStep);
            step();
        }
    }

    // --- records -----------------------------------------------------------------------------

    void emitRecord(ReplayRecord record)
    {
        record.at = m_now;
        record.seq = ++m_seq;
        m_sink(record);
    }

    /// A record of a held position with its pattern and its stop.
    [[nodiscard]] static ReplayRecord about(const domain::Symbol& symbol, const char* kind,
                                            const domain::PositionMarks& marks,
                                            const rules::StopLevels& levels)
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

    void emitMoves(const domain::Symbol& symbol, const std::vector<rules::PatternMove>& moves,
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

    // --- orders on paper ---------------------------------------------------------------------

    void seed(const GivenPosition& given)
    {
        PaperPosition position;
        position.marks.entryCost = given.entry.cost;
        position.marks.entryQuantity = given.entry.quantity;
        position.marks.entryFinal = true;
        position.marks.openedAt = m_now;
        position.marks.entryFilledAt = m_now;
        position.books.held = given.entry.quantity;
        position.books.cost = given.entry.cost;
        position.books.usedToday = m_usedToday.contains(given.symbol);
        ReplayRecord record;
        const domain::PatternOff off =
            rules::offFromStart(position.marks, position.books, m_options.config.pyramid);
        if (off != domain::PatternOff::None) {
            record.why = rules::patternOff(position.marks, off).why;
        }
        record.symbol = given.symbol;
        record.kind = QLatin1String{"seed"};
        record.average = given.entry;
        record.quantity = given.entry.quantity;
        record.side = domain::Side::Buy;
        record.state = position.marks.pattern.state;
        m_positions.emplace(given.symbol, std::move(position));
        emitRecord(record);
    }

    /// The open order of `symbol` is filled, before its row is judged. True if that closed it.
    bool fill(const domain::Symbol& symbol, PaperPosition& position)
    {
        const PaperOrder order = *position.order;
        position.order.reset();
        position.books.openOrder = false;
        ReplayRecord record;
        record.symbol = symbol;
        record.kind = QLatin1String{"fill"};
        record.rule = order.rule;
        record.side = order.side;
        record.price = order.price;
        record.quantity = order.quantity;
        emitRecord(record);
        if (order.side == domain::Side::Sell) {
            record.kind = QLatin1String{"closed"};
            record.side.reset();
            m_positions.erase(symbol);
            emitRecord(record);
            return true;
        }
        domain::PositionMarks& marks = position.marks;
        const domain::Won cost = domain::amount(order.price, order.quantity);
        marks.addCost += cost;
        marks.addQuantity += order.quantity;
        marks.addFilledAt = m_now;
        position.books.cost += cost;
        position.books.held += order.quantity;
        position.books.usedToday = true;
        m_usedToday.insert(symbol);
        const rules::PatternMove move =
            rules::patternOrderEnded(marks, m_now, m_options.config.pyramid);
        withInput(symbol, position, rules::Instant::Trade, [&](const rules::PositionInput& in) {
            emitMoves(symbol, {move}, rules::stopLevels(marks, in), order.price);
        });
        return false;
    }

    /// An exit ends an add that is still on its way, before anything is sold.
    void cancelAdd(const domain::Symbol& symbol, PaperPosition& position,
                   const rules::StopLevels& levels)
    {
        if (!position.order) {
            return;
        }
        ReplayRecord record = about(symbol, "cancel", position.marks, levels);
        record.rule = position.order->rule;
        record.side = position.order->side;
        record.price = position.order->price;
        record.quantity = position.order->quantity;
        position.order.reset();
        position.books.openOrder = false;
        emitRecord(record);
        emitMoves(symbol,
                  {rules::patternOrderEnded(position.marks, m_now, m_options.config.pyramid)},
                  levels, {});
    }

    void decideExit(const domain::Symbol& symbol, PaperPosition& position,
                    const rules::PositionInput& in, const rules::PositionOutcome& outcome)
    {
        const std::vector<domain::Condition> conditions =
            rules::exitConditions(outcome.marks, in, outcome.levels);
        cancelAdd(symbol, position, outcome.levels);
        ReplayRecord record = about(symbol, "exit", position.marks, outcome.levels);
        record.rule = *outcome.exit;
        record.verdict = domain::Verdict::Take;
        record.conditions = conditions;
        record.price = in.market.price;
        record.quantity = position.books.held;
        record.side = domain::Side::Sell;
        emitRecord(record);
        position.order =
            PaperOrder{domain::Side::Sell, paper(symbol).saleAt(in.market.price, in.market.steps),
                       position.books.held, *outcome.exit};
        position.books.openOrder = true;
    }

    void judgedAdd(const domain::Symbol& symbol, PaperPosition& position,
                   const rules::PositionInput& in, const rules::PositionOutcome& outcome)
    {
        const rules::AddVerdict& verdict = *outcome.add;
        const std::uint32_t failing = failingBits(verdict);
        if (failing != 0 && position.recordedFailing == failing) {
            return;
        }
        position.recordedFailing = failing;
        const bool taken = verdict.allowed();
        ReplayRecord record =
            about(symbol, taken ? "add" : "refuse", position.marks, outcome.levels);
        record.rule = QLatin1String{"ADD"};
        record.verdict = taken ? domain::Verdict::Take : domain::Verdict::Refuse;
        record.conditions.assign(verdict.conditions.begin(), verdict.conditions.end());
        record.price = taken ? verdict.limit : in.market.price;
        record.quantity = verdict.quantity;
        record.side = domain::Side::Buy;
        emitRecord(record);
        if (taken) {
            position.order = PaperOrder{domain::Side::Buy, verdict.limit, verdict.quantity,
                                        QLatin1String{"ADD"}};
            position.books.openOrder = true;
            emitMoves(symbol, {rules::patternOrdered(position.marks)}, outcome.levels,
                      in.market.price);
        }
    }

    // --- judgements --------------------------------------------------------------------------

    template <typename Use>
    void withInput(const domain::Symbol& symbol, PaperPosition& position, rules::Instant instant,
                   Use use)
    {
        const std::optional<market::SymbolId> id = m_cache.find(symbol);
        if (!id) {
            return;  // No row yet: nothing to judge against.
        }
        rules::PositionMarket shown =
            rules::positionMarket(m_cache.view(*id), m_now, m_options.config.data);
        paper(symbol).show(shown);
        shown.sellTax = m_options.sellTax;
        use(rules::PositionInput{m_now, instant, shown, position.books, m_options.config, m_times});
    }

    void record(const domain::Symbol& symbol, PaperPosition& position,
                const rules::PositionInput& in, const rules::PositionOutcome& outcome)
    {
        const auto note = [&](const char* kind) {
            ReplayRecord record = about(symbol, kind, outcome.marks, outcome.levels);
            record.price = in.market.price;
            return record;
        };
        if (outcome.trail == rules::TrailChange::SwitchedOn) {
            // It comes before the pattern: the record shows the leg as the trade found it.
            ReplayRecord switched = about(symbol, "trail_on", position.marks, outcome.levels);
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
        emitMoves(symbol, outcome.moves, outcome.levels, in.market.price);
        if (outcome.exit) {
            decideExit(symbol, position, in, outcome);
        } else if (outcome.add) {
            judgedAdd(symbol, position, in, outcome);
        }
    }

    [[nodiscard]] static bool isSelling(const PaperPosition& position)
    {
        return position.order && position.order->side == domain::Side::Sell;
    }

    void step()
    {
        m_cache.advanceTo(m_now);
        for (auto& entry : m_positions) {
            const domain::Symbol& symbol = entry.first;
            PaperPosition& position = entry.second;
            if (isSelling(position)) {
                continue;
            }
            withInput(symbol, position, rules::Instant::Step, [&](const rules::PositionInput& in) {
                const bool added = position.marks.pattern.state == domain::PatternState::Added;
                const std::vector<domain::Bar> complete =
                    added ? m_cache.closedBarsCopy(*m_cache.find(symbol), domain::Interval::M1)
                          : std::vector<domain::Bar>{};
                record(symbol, position, in, rules::judgeStep(position.marks, in, complete));
            });
        }
    }

    void disturb(const domain::Symbol& symbol, const char* why)
    {
        const auto at = m_positions.find(symbol);
        if (at != m_positions.end() && !isSelling(at->second)) {
            PaperPosition& position = at->second;
            const auto moves = rules::patternDisturbed(position.marks, QLatin1String{why});
            withInput(symbol, position, rules::Instant::Step, [&](const rules::PositionInput& in) {
                emitMoves(symbol, moves, rules::stopLevels(position.marks, in), {});
            });
        }
    }

    void meet(const tape::TapeRow& row)
    {
        if (m_cache.find(row.symbol)) {
            return;
        }
        m_cache.idOf(row.symbol);
        m_cache.setStream({domain::Stream::Trade, row.symbol}, true, m_now);
        m_cache.markKnown(row.symbol, domain::fromKst(m_tape.date, domain::TimeOfDay{row.at}),
                          m_options.schedule.closingAuctionAt());
    }

    void play(const tape::TapeRow& row)
    {
        const tape::TapePhase phase = phaseOf(row);
        const bool regular = phase == tape::TapePhase::Regular;
        meet(row);
        if (phase == tape::TapePhase::Vi || phase == tape::TapePhase::Halt) {
            disturb(row.symbol, phase == tape::TapePhase::Vi ? "vi" : "halt");
        }
        if (row.price == 0) {
            return;
        }
        const market::TradeResult result = m_cache.apply(tradeOf(row, m_tape.date, phase), m_now);
        if (result.has(market::TradeEffect::DataGap)) {
            disturb(row.symbol, "gap");
        }
        paper(row.symbol).apply(row, regular);
        const auto at = m_positions.find(row.symbol);
        if (!regular || at == m_positions.end()) {
            return;
        }
        PaperPosition& position = at->second;
        if (position.order && fill(row.symbol, position)) {
            return;
        }
        withInput(row.symbol, position, rules::Instant::Trade, [&](const rules::PositionInput& in) {
            const rules::AddInput desk{.cashGiven = true};
            record(row.symbol, position, in, rules::judgeTrade(position.marks, in, desk));
        });
    }

    void reportOpen()
    {
        for (auto& entry : m_positions) {
            const domain::Symbol& symbol = entry.first;
            PaperPosition& position = entry.second;
            ReplayRecord open = about(symbol, "open_at_end", position.marks, {});
            withInput(symbol, position, rules::Instant::Step, [&](const rules::PositionInput& in) {
                open = about(symbol, "open_at_end", position.marks,
                             rules::stopLevels(position.marks, in));
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

    PaperMarket& paper(const domain::Symbol& symbol)
    {
        return m_paper.try_emplace(symbol, m_options.assumeLiquid).first->second;
    }

    const tape::Tape& m_tape;
    const ReplayOptions& m_options;
    const std::function<void(const ReplayRecord&)>& m_sink;
    rules::RuleTimes m_times;
    market::MarketCache m_cache;
    domain::Timestamp m_now{};
    domain::Timestamp m_nextStep;
    std::vector<GivenPosition> m_given;
    std::map<domain::Symbol, PaperPosition> m_positions;  ///< In code order.
    std::unordered_map<domain::Symbol, PaperMarket> m_paper;
    std::set<domain::Symbol> m_usedToday;
    std::uint64_t m_seq = 0;
};
}  // namespace

base::Result<GivenPosition> parsePosition(const QString& text)
{
    const auto fail = [&](const char* what) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("position \"%1\": %2; CODE:QTY:PRICE@TIME is wanted, "
                                          "like 005930:100:70050.5@09:05:00")
                               .arg(text, QLatin1String{what})};
    };
    constexpr int kDecimals = 6;
    constexpr std::int64_t kScale = 1'000'000;
    constexpr std::int64_t kSharesMax = 10'000'000;
    const QStringList halves = text.split(u'@');
    const QStringList parts = halves.first().split(u':');
    if (halves.size() != 2 || parts.size() != 3) {
        return fail("not of this form");
    }
    GivenPosition out;
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(QStringView{parts[0]});
    bool isNumber = false;
    const qlonglong shares = parts[1].toLongLong(&isNumber);
    const QByteArray price = parts[2].toLatin1();
    const base::Result<std::int64_t> scaled =
        base::parseDecimal({price.constData(), static_cast<std::size_t>(price.size())}, kDecimals);
    const std::optional<domain::TimeOfDay> at = domain::parseTimeOfDay(halves[1]);
    if (!symbol) {
        return fail("no issue code");
    }
    if (!isNumber || shares < 1 || shares > kSharesMax) {
        return fail("no quantity of 1 to 10,000,000 shares");
    }
    if (!scaled || *scaled <= 0 || *scaled > domain::kPriceMax.won() * kScale) {
        return fail("no price");
    }
    if (!at) {
        return fail("no time HH:MM:SS");
    }
    // What was paid is whole won: a decimal price is an average, written with some of its digits.
    const rules::Int128 cost = (rules::Int128{*scaled} * shares + kScale / 2) / kScale;
    out.symbol = *symbol;
    out.at = *at;
    out.entry = {domain::Won{static_cast<std::int64_t>(cost)}, domain::Quantity{shares}};
    return out;
}

base::Status replayTape(const tape::Tape& tape, const ReplayOptions& options,
                        const std::function<void(const ReplayRecord&)>& sink)
{
    return Player{tape, options, sink}.run();
}
}  // namespace core::replay
