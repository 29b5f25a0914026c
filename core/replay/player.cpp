// The replay's clock: rows, the steps before them, and what a row does to the market.

#include "core/replay/player.h"

#include "core/domain/feed.h"
#include "core/replay/tape_rows.h"
#include "core/rules/position_market.h"

#include <algorithm>

namespace core::replay
{
namespace
{
using namespace std::chrono_literals;

constexpr auto kStep = 5s;
constexpr auto kSecond = 1s;
constexpr std::size_t kProgressRows = 1U << 18U;

market::MarketOptions marketOptions(const tape::Tape& tape, const config::Config& config)
{
    return {.candlesMax = static_cast<std::uint32_t>(config.cache.maxCandlesPerInterval),
            .gap = config.data.gap,
            .gaps = tape.sampled ? market::GapPolicy::Ignore : market::GapPolicy::Derive};
}
}  // namespace

Player::Player(const tape::Tape& tape, const ReplayOptions& options,
               const std::function<void(const ReplayRecord&)>& sink)
    : m_tape{tape},
      m_options{options},
      m_sink{sink},
      m_midnight{domain::fromKst(tape.date, domain::TimeOfDay{0})},
      m_times{rules::RuleTimes::of(options.config, options.schedule)},
      m_cache{marketOptions(tape, options.config)},
      m_account{options.config, options.sellTax},
      m_nextStep{options.schedule.openAt()},
      m_given{options.positions}
{
    m_cache.startSession(options.schedule);
    std::stable_sort(m_given.begin(), m_given.end(),
                     [](const GivenPosition& a, const GivenPosition& b) { return a.at < b.at; });
    if (options.entries == Entries::Off) {
        return;
    }
    const std::vector<tape::TapeListing> listings = tape.listings();
    m_screen.emplace(options.config, listings, tape.date);
    for (const tape::TapeListing& one : listings) {
        meet(one.symbol).upperLimit =
            domain::dailyLimits(domain::Price::fromWon(one.reference)).upper;
    }
}

base::Status Player::run()
{
    std::size_t rows = 0;
    for (const tape::TapeRow& row : m_tape.rows) {
        const domain::TimeOfDay at{row.at};
        if (m_nextGiven < m_given.size()) {
            if (const base::Status given = giveUntil(at); !given) {
                return given;
            }
        }
        const domain::Timestamp time = m_midnight + at;
        stepUntil(time);
        advance(time);
        play(row);
        if (++rows % kProgressRows == 0 && m_options.progress) {
            m_options.progress(rows);
        }
    }
    if (const base::Status given = giveUntil(std::nullopt); !given) {
        return given;
    }
    reportOpen();
    return base::Done{};
}

base::Status Player::giveUntil(std::optional<domain::TimeOfDay> until)
{
    for (; m_nextGiven < m_given.size() && (!until || m_given[m_nextGiven].at <= *until);
         ++m_nextGiven) {
        const GivenPosition& given = m_given[m_nextGiven];
        const domain::Timestamp at = m_midnight + given.at;
        if (until) {
            stepUntil(at);
        }
        advance(at);
        if (const base::Status seeded = seed(given); !seeded) {
            return seeded;
        }
    }
    return base::Done{};
}

/// Screening, wave and guard look once a second; they exist only where entries are played.
void Player::stepUntil(domain::Timestamp time)
{
    const std::chrono::milliseconds every = m_screen ? kSecond : kStep;
    for (; m_nextStep <= time; m_nextStep += every) {
        advance(m_nextStep);
        m_cache.advanceTo(m_now);
        if (m_screen) {
            second();
        }
        if (m_now.time_since_epoch() % kStep == 0ms) {
            step();
        }
    }
}

void Player::second()
{
    if (m_screen->isDue(m_now)) {
        m_screen->screen(m_now, m_cache, m_symbols);
    }
    if (rules::isWaveStep(m_now)) {
        waveStep();
    }
    guard();
}

PaperSymbol& Player::meet(const domain::Symbol& symbol)
{
    const market::SymbolId id = m_cache.idOf(symbol);
    if (id.index() == m_symbols.size()) [[unlikely]] {
        m_symbols.push_back(std::make_unique<PaperSymbol>(PaperSymbol{
            .symbol = symbol, .id = id, .market = PaperMarket{m_options.assumeLiquid}}));
    }
    return *m_symbols[id.index()];
}

void Player::play(const tape::TapeRow& row)
{
    const tape::TapePhase phase = phaseOf(row);
    const bool regular = phase == tape::TapePhase::Regular;
    PaperSymbol& paper = meet(row.symbol);
    if (!std::exchange(paper.subscribed, true)) {
        m_cache.setStream({domain::Stream::Trade, row.symbol}, true, m_now);
        m_cache.coverTape(row.symbol);
    }
    if (phase == tape::TapePhase::Vi || phase == tape::TapePhase::Halt) {
        disturb(paper, phase == tape::TapePhase::Vi ? "vi" : "halt");
    }
    domain::Trade trade = tradeOf(row, m_midnight, phase);
    if (row.price == 0) {
        trade.price = paper.last;
    }
    trade.accTurnover = paper.market.turnoverWith(row);
    const market::TradeResult result = m_cache.apply(trade, m_now);
    if (result.has(market::TradeEffect::DataGap)) {
        disturb(paper, "gap");
    }
    paper.market.apply(row, regular);
    if (!regular) {
        return;
    }
    paper.last = trade.price;
    if (paper.entry) {
        fillEntry(paper);
    }
    if (paper.position && paper.position->order) {
        fill(paper);
    }
    if (m_screen) {
        sample(paper, trade);
    }
    if (paper.position) {
        judgePosition(paper, rules::Instant::Trade);
    } else if (m_screen) {
        judgeEntries(paper);
    }
}

rules::PositionMarket Player::marketOf(const PaperSymbol& paper) const
{
    rules::PositionMarket shown =
        rules::positionMarket(m_cache.view(paper.id), m_now, m_options.config.data);
    paper.market.show(shown);
    shown.sellTax = m_options.sellTax;
    return shown;
}

void Player::emitRecord(ReplayRecord record)
{
    record.at = m_now;
    record.seq = ++m_seq;
    m_sink(record);
}
}  // namespace core::replay
