#include "core/desk/rule_room.h"

#include "core/rules/position_market.h"

#include <algorithm>

namespace core::desk
{
namespace
{
constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();
}

RuleRoom::RuleRoom(const DeskOptions& options, const market::MarketCache& market,
                   const Screening& screening, TradingRoom& trading)
    : m_options{options},
      m_market{market},
      m_screening{screening},
      m_trading{trading},
      m_followed{kNever},
      m_guard{trading.orderDesk().books().guard()}
{
}

void RuleRoom::startDay(const std::optional<domain::SessionSchedule>& schedule)
{
    m_tradingDay = schedule.has_value();
    m_times = schedule ? rules::RuleTimes::of(m_options.config, *schedule) : rules::RuleTimes{};
    m_guard = m_trading.orderDesk().books().guard();
    m_eligible.clear();
    m_refusals.clear();
    m_screenedAt = {};
    m_wave.startDay();
    m_shadows.startDay(m_trading.orderDesk().books().shadows());
}

void RuleRoom::onTrade(const domain::Trade& trade)
{
    const std::optional<market::SymbolId> id = m_market.find(trade.symbol);
    if (!m_tradingDay || !id) {
        return;
    }
    if (m_options.config.wave.enabled) {
        m_wave.add(*id, trade, m_now);
    }
    const auto held = m_held.find(trade.symbol);
    if (held != m_held.end()) [[unlikely]] {
        judgeTrade(*id, held->first, held->second);
    } else {
        judgeEntry(*id, trade.symbol);
        judgeWaveEntry(*id, trade.symbol);
    }
    if (m_shadows.follows(trade.symbol)) [[unlikely]] {
        judgeShadow(trade.symbol, rules::Instant::Trade);
    }
}

void RuleRoom::judgeShadow(const domain::Symbol& symbol, rules::Instant instant)
{
    const rules::PositionMarket market = marketOf(symbol);
    rules::PositionBooks guard;
    guard.guardSells = m_guard.holds(domain::GuardRule::HardLoss);
    const rules::PositionInput in{m_now, instant, market, guard, m_options.config, m_times};
    const std::vector<domain::Bar> complete =
        instant == rules::Instant::Step ? closedMinutes(symbol) : std::vector<domain::Bar>{};
    const std::vector<ShadowBook::Ended> ended = m_shadows.judge(symbol, in, complete);
    for (const ShadowBook::Ended& one : ended) {
        domain::Decision record = decision(domain::DecisionKind::Shadow, symbol, nullptr);
        record.rule = one.rule;
        record.price = one.shadow.soldAt;
        record.quantity = one.shadow.sold;
        m_log.add(std::move(record));
        tell(domain::Severity::Notice, domain::LogCode::ShadowOver,
             {one.rule, QString::number(one.shadow.result.value()),
              QString::number(handResult(symbol, one.shadow).value())},
             symbol);
    }
    if (instant == rules::Instant::Step || !ended.empty()) {
        keepShadows(symbol);
    }
}

void RuleRoom::keepShadows(const domain::Symbol& symbol)
{
    for (const auto& [key, shadow] : m_shadows.all()) {
        if (key.first == symbol) {
            m_trading.orders().keepShadow(shadow);
            m_touched = true;
        }
    }
}

domain::Won RuleRoom::handResult(const domain::Symbol& symbol, const domain::Shadow& shadow) const
{
    const orders::Books& books = m_trading.orderDesk().books();
    for (const orders::ClosedTrade& trade : books.closedTrades()) {
        if (trade.symbol == symbol && trade.openedAt == shadow.openedAt) {
            return trade.net;
        }
    }
    const auto at = books.positions().find(symbol);
    if (at == books.positions().end() || at->second.openedAt != shadow.openedAt) {
        return {};
    }
    const orders::BookPosition& position = at->second;
    const rules::PositionMarket market = marketOf(symbol);
    if (market.price == domain::Price{}) {
        return position.realized;
    }
    const domain::Won amount = domain::amount(market.price, position.quantity);
    return position.realized + amount
           - domain::chargeDown(amount, m_options.config.costs.commission)
           - domain::chargeDown(amount, market.sellTax) - position.cost - position.buyFees;
}

void RuleRoom::disturbed(const domain::Symbol& symbol, QLatin1String why)
{
    const auto at = m_held.find(symbol);
    if (at == m_held.end()) {
        return;
    }
    const std::vector<rules::PatternMove> moves = rules::patternDisturbed(at->second.marks, why);
    if (!moves.empty()) {
        noteMoves(symbol, at->second, moves, {});
        keep(symbol, at->second);
    }
}

void RuleRoom::onBars(const domain::MinuteBarsReply& reply)
{
    // Trades were missed: what the peak may have been is in the bars of the outage.
    m_shadows.onBars(reply.symbol, reply.bars);
    const auto at = m_held.find(reply.symbol);
    if (at == m_held.end() || !std::exchange(at->second.wantsBars, false)) {
        return;
    }
    liftPeak(at->second.marks, reply.bars);
    keep(reply.symbol, at->second);
}

void RuleRoom::screened()
{
    m_eligible.assign(m_eligible.size(), false);
    const std::shared_ptr<const domain::ScreenResult> result = m_screening.result();
    if (!result) {
        return;
    }
    m_screenedAt = result->at;
    for (const domain::ScreenRow& row : result->rows) {
        const std::optional<market::SymbolId> id = m_market.find(row.symbol);
        if (!row.eligible || !id) {
            continue;
        }
        if (id->index() >= m_eligible.size()) {
            m_eligible.resize(id->index() + 1, false);
        }
        m_eligible[id->index()] = true;
    }
}

void RuleRoom::step()
{
    if (!m_tradingDay) {
        return;
    }
    if (m_options.config.wave.enabled && rules::isWaveStep(m_now)) {
        m_wave.step(m_now, m_times);
    }
    for (auto& [symbol, held] : m_held) {
        judgeStep(symbol, held);
    }
    for (const domain::Symbol& symbol : m_shadows.followed()) {
        judgeShadow(symbol, rules::Instant::Step);
    }
    m_trading.orders().keepGuard(m_guard);  // Its peak, at most every step.
}

void RuleRoom::everySecond()
{
    endOverrides();
    if (m_tradingDay) {
        judgeGuard();
    }
    for (auto& [symbol, held] : m_held) {
        track(symbol, held);
    }
}

void RuleRoom::followBooks()
{
    orders::OrderDesk& orders = m_trading.orders();
    if (orders.factsWritten() == m_followed) {
        return;
    }
    const orders::Books& books = orders.books();
    for (const auto& [symbol, position] : books.positions()) {
        if (position.quantity.shares() > 0) {
            const bool isNew = !m_held.contains(symbol);
            HeldPosition& held = m_held[symbol];
            if (isNew) {
                restore(symbol, held);
            }
            take(symbol, held);
        }
    }
    for (auto at = m_held.begin(); at != m_held.end();) {
        if (books.held(at->first).shares() > 0) {
            ++at;
            continue;
        }
        drop(at->first, at->second);
        at = m_held.erase(at);
    }
    m_followed = orders.factsWritten();
}

void RuleRoom::tell(domain::Severity severity, domain::LogCode code, QStringList arguments,
                    const domain::Symbol& symbol)
{
    m_tells.push_back({severity, code, std::move(arguments), symbol});
    m_touched = true;
}

bool RuleRoom::passesGate(const domain::OrderRequest& request, domain::Condition& gate) const
{
    const risk::Judgement judged = m_trading.judge(request);
    if (!judged.approved) {
        gate.outcome = domain::CheckOutcome::Fail;
        gate.detail = risk::checkName(judged.failed()->number);
    }
    return judged.approved.has_value();
}

rules::PositionMarket RuleRoom::marketOf(std::optional<market::SymbolId> id,
                                         const domain::Symbol& symbol) const
{
    rules::PositionMarket out;
    if (id) {
        out = rules::positionMarket(m_market.view(*id), m_now, m_options.config.data);
    }
    out.sellTax = m_trading.taxOf(symbol);
    if (const domain::Instrument* instrument = m_trading.instrumentOf(symbol)) {
        out.steps = instrument->steps();
    }
    return out;
}

rules::PositionMarket RuleRoom::marketOf(const domain::Symbol& symbol) const
{
    return marketOf(m_market.find(symbol), symbol);
}

std::vector<domain::Bar> RuleRoom::closedMinutes(const domain::Symbol& symbol) const
{
    const std::optional<market::SymbolId> id = m_market.find(symbol);
    return id ? m_market.closedBarsCopy(*id, domain::Interval::M1) : std::vector<domain::Bar>{};
}

domain::Decision RuleRoom::decision(domain::DecisionKind kind, const domain::Symbol& symbol,
                                    const HeldPosition* held) const
{
    domain::Decision out;
    out.at = m_now;
    out.kind = kind;
    out.symbol = symbol;
    if (held != nullptr) {
        out.state = held->marks.pattern.state;
        if (const rules::StopLevel* binding = held->levels.binding()) {
            out.stop = binding->shown;
            out.binding = binding->rule;
        }
    }
    return out;
}
}  // namespace core::desk
