// Rule room, third part: symbols that are not held, for the base entry and the wave scalper.

#include "core/desk/rule_room.h"

#include <algorithm>

namespace core::desk
{
namespace
{
using domain::DecisionKind;
using domain::Verdict;
}  // namespace

domain::AutoState RuleRoom::automationOf(const domain::Symbol& symbol) const
{
    const orders::Books& books = m_trading.orderDesk().books();
    return std::max(books.automation(symbol), books.master());
}

int RuleRoom::positionsOf(bool wave) const
{
    // An entry on its way counts as the position it may become.
    std::vector<domain::Symbol> symbols;
    const auto add = [&symbols](const domain::Symbol& symbol) {
        if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end()) {
            symbols.push_back(symbol);
        }
    };
    for (const auto& [symbol, held] : m_held) {
        const bool counts = wave ? held.owner == domain::PositionOwner::Wave
                                 : held.owner != domain::PositionOwner::External;
        if (counts) {
            add(symbol);
        }
    }
    for (const domain::Order* order : m_trading.orderDesk().open()) {
        const bool counts = wave ? order->request.origin == domain::OrderOrigin::Wave
                                 : order->request.side == domain::Side::Buy;
        if (counts) {
            add(order->request.symbol);
        }
    }
    return static_cast<int>(symbols.size());
}

rules::SizingInput RuleRoom::money() const
{
    const orders::Books& books = m_trading.orderDesk().books();
    rules::SizingInput out;
    out.equity = m_trading.equityNow();
    out.startEquity = books.startEquity();
    out.maxOrderShare = m_options.config.risk.maxOrderValue;
    out.maxOrder = m_options.config.risk.maxOrderWon;
    return out;
}

rules::EntryInput RuleRoom::entryInput(market::SymbolId id, const domain::Symbol& symbol,
                                       const rules::PositionMarket& market) const
{
    const orders::Books& books = m_trading.orderDesk().books();
    std::optional<domain::Timestamp> soldAt;
    const auto position = books.positions().find(symbol);
    if (position != books.positions().end() && position->second.lastSoldAt != domain::Timestamp{}) {
        soldAt = position->second.lastSoldAt;
    }
    const std::optional<QLatin1String> blocked = m_trading.opensBlocked(symbol);
    return {.now = m_now,
            .market = market,
            .momentum5 = m_market.momentum(id, 5),
            .upperLimit = m_trading.limitsOf(symbol).upper,
            .automaticOn = automationOf(symbol) == domain::AutoState::On,
            .screenedAt =
                m_screenedAt == domain::Timestamp{} ? std::nullopt : std::optional{m_screenedAt},
            .eligible = id.index() < m_eligible.size() && m_eligible[id.index()],
            .soldAt = soldAt,
            .positions = positionsOf(false),
            .positionsMax = m_options.config.risk.maxPositions,
            .openOrder = m_trading.hasOpenOrder(symbol),
            .gateAllows = !blocked,
            .gateSays = blocked.value_or(QLatin1String{}),
            .money = money(),
            .config = m_options.config,
            .times = m_times};
}

void RuleRoom::judgeEntry(market::SymbolId id, const domain::Symbol& symbol)
{
    // Only what the screening calls eligible has an evaluation at all (trading rules 3).
    if (id.index() >= m_eligible.size() || !m_eligible[id.index()] || !m_times.entry.holds(m_now)) {
        return;
    }
    const rules::PositionMarket market = marketOf(id, symbol);
    domain::Decision record = decision(DecisionKind::Entry, symbol, nullptr);
    record.rule = QLatin1String{"ENTRY"};
    record.price = market.price;
    send(std::move(record), rules::judgeEntry(entryInput(id, symbol, market)),
         domain::OrderOrigin::Entry, refusalsOf(id).entry);
}

void RuleRoom::judgeWaveEntry(market::SymbolId id, const domain::Symbol& symbol)
{
    const WaveWatch::One* wave = m_wave.find(id);
    if (wave == nullptr || wave->state.status != rules::WaveStatus::Ranging
        || !m_times.entry.holds(m_now) || m_trading.hasOpenOrder(symbol)) {
        return;
    }
    const rules::PositionMarket market = marketOf(id, symbol);
    rules::EntryInput entry = entryInput(id, symbol, market);
    entry.positions = positionsOf(true);
    domain::Decision record = decision(DecisionKind::Wave, symbol, nullptr);
    record.rule = QLatin1String{"WAVE"};
    record.price = market.price;
    const rules::WaveInput in{.entry = entry,
                              .volume = wave->series.volume(),
                              .state = wave->state,
                              .baseHeld = false,
                              .cash = m_trading.buyableNow()};
    const std::optional<domain::WaveChannel> channel = wave->state.channel;
    if (send(std::move(record), rules::judgeWaveEntry(in), domain::OrderOrigin::Wave,
             refusalsOf(id).wave)) {
        m_wave.of(id).ordered = channel;
    }
}

RuleRoom::Refusals& RuleRoom::refusalsOf(market::SymbolId id)
{
    if (id.index() >= m_refusals.size()) {
        m_refusals.resize(id.index() + 1);
    }
    return m_refusals[id.index()];
}

bool RuleRoom::send(domain::Decision record, rules::EntryVerdict verdict,
                    domain::OrderOrigin origin, std::uint32_t& recorded)
{
    const bool market = origin == domain::OrderOrigin::Wave
                        && m_options.config.wave.orderType == config::WaveOrderType::Market;
    const domain::OrderRequest request{
        .symbol = record.symbol,
        .side = domain::Side::Buy,
        .type = market ? domain::OrderType::Market : domain::OrderType::Limit,
        .timeInForce = domain::TimeInForce::Day,
        .quantity = verdict.quantity,
        .price = market ? std::nullopt : std::optional{verdict.limit},
        .origin = origin,
        .rule = record.rule,
        .decided = record.price};
    const bool taken = verdict.allowed() && passesGate(request, verdict.conditions.back());
    const std::uint32_t failing = domain::failingBits(verdict.conditions);
    if (!taken && failing == recorded) {
        return false;
    }
    recorded = failing;
    record.verdict = taken ? Verdict::Take : Verdict::Refuse;
    record.conditions = std::move(verdict.conditions);
    record.quantity = verdict.quantity;
    if (taken) {
        record.price = verdict.limit;
        record.order = m_trading.place(request);
        tell(domain::Severity::Notice, domain::LogCode::BuyDecided,
             {record.rule, QString::number(verdict.quantity.shares()),
              QString::number(verdict.limit.won())},
             record.symbol);
    }
    m_log.add(std::move(record));
    return taken;
}
}  // namespace core::desk
