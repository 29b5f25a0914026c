// Rule room, fifth part: what the window shows of the rules.

#include "core/desk/rule_room.h"
#include "core/risk/cost.h"
#include "core/rules/exits.h"
#include "core/rules/trailing.h"
#include "core/rules/wave_exits.h"

#include <algorithm>

namespace core::desk
{
namespace
{
/// (high - price) / high, truncated; 0 without a leg.
domain::Percent depthOf(domain::Price high, domain::Price price)
{
    if (high == domain::Price{} || price == domain::Price{}) {
        return {};
    }
    return domain::Percent::fromUnits((high - price).won * domain::Percent::kUnitsPerWhole
                                      / high.won());
}
}  // namespace

domain::RulesViewPtr RuleRoom::view(const domain::Symbol& selected)
{
    const orders::Books& books = m_trading.orderDesk().books();
    auto next = std::make_shared<domain::RulesView>();
    next->master = books.master();
    for (const auto& [symbol, state] : books.automations()) {
        next->automation.push_back({symbol, state});
    }
    for (const auto& [symbol, held] : m_held) {
        next->positions.push_back(viewOf(symbol, held));
    }
    next->guard = guardView();
    if (!selected.isEmpty()) {
        next->why = whyOf(selected);
    }
    next->shadows = shadowViews();
    next->interventions = interventions();
    next->decisions = m_log.decisions();
    m_names.look(m_trading, *next->decisions);
    next->names = m_names.names();
    return next;
}

domain::RuledPosition RuleRoom::viewOf(const domain::Symbol& symbol, const HeldPosition& held) const
{
    const rules::PositionMarket market = marketOf(symbol);
    const rules::PositionInput in{m_now,      rules::Instant::Step, market,
                                  held.books, m_options.config,     m_times};
    const domain::PositionMarks& marks = held.marks;
    domain::RuledPosition out;
    out.symbol = symbol;
    out.marks = marks;
    out.exiting = m_trading.exiting(symbol);
    out.override = m_trading.orderDesk().books().addOverride(symbol);
    out.path = held.path ? held.path : std::make_shared<const std::vector<domain::StopPoint>>();
    if (held.owner == domain::PositionOwner::External) {
        return out;  // No rule looks at it.
    }
    const rules::StopLevels levels = held.isWave()
                                         ? rules::waveStops(*marks.wave, marks.manualStop, in)
                                         : rules::stopLevels(marks, in);
    for (const rules::StopLevel& level : levels.all()) {
        out.stops.push_back({level.rule, level.shown});
    }
    if (const rules::StopLevel* binding = levels.binding()) {
        out.binding = domain::StopComponent{binding->rule, binding->shown};
    }
    if (held.isWave()) {
        out.exits = rules::waveExitConditions(*marks.wave, marks.manualStop, in);
        return out;
    }
    out.exits = rules::exitConditions(marks, in, levels);
    out.widthInForce = rules::widthInForce(marks, m_options.config.pyramid);
    out.widthTarget = rules::targetWidth(market, m_options.config.exit);
    out.holdsThrough = rules::holdsThrough(marks.pattern.state, m_options.config.pyramid);
    out.timeExitAt = rules::timeExitAfter(marks, m_options.config);
    out.targets = rules::patternTargets(marks, in);
    out.depthNow = depthOf(marks.pattern.high, market.price);
    const rules::AddVerdict verdict = rules::shouldPyramidAdd(marks, in, addInput(symbol, held));
    out.add.assign(verdict.conditions.begin(), verdict.conditions.end());
    out.tracks.assign(held.tracks.begin(), held.tracks.end());
    out.approvalOffered = rules::isApprovalOffered(marks, m_options.config.pyramid);
    out.whatIf = whatIf(symbol, held, in, verdict);
    return out;
}

std::optional<domain::AddPreview> RuleRoom::whatIf(const domain::Symbol& symbol,
                                                   const HeldPosition& held,
                                                   const rules::PositionInput& in,
                                                   const rules::AddVerdict& verdict) const
{
    const domain::PatternState state = held.marks.pattern.state;
    if (verdict.quantity.shares() <= 0 || state == domain::PatternState::Off
        || state == domain::PatternState::Added) {
        return std::nullopt;
    }
    domain::AddPreview out;
    out.quantity = verdict.quantity;
    out.limit = verdict.limit;
    out.amount = domain::amount(verdict.limit, verdict.quantity);
    // As the levels would be the moment after a full fill.
    domain::PositionMarks after = held.marks;
    after.addCost = out.amount;
    after.addQuantity = verdict.quantity;
    (void)rules::patternOrdered(after);
    (void)rules::patternOrderEnded(after, m_now, m_options.config.pyramid);
    const rules::Average blended = rules::blendedAverage(after);
    out.cost = blended.cost;
    out.total = blended.quantity;
    const rules::StopLevels levels = rules::stopLevels(after, in);
    if (const rules::StopLevel* binding = levels.binding()) {
        out.stop = binding->shown;
    }
    const config::CostsSection& costs = m_options.config.costs;
    out.breakEven = domain::breakEvenPrice(out.cost, out.total, costs.commission, in.market.sellTax,
                                           in.market.steps);
    const domain::Won sale = domain::amount(out.stop, out.total);
    out.worstLoss = sale - domain::chargeDown(sale, costs.commission)
                    - domain::chargeDown(sale, in.market.sellTax) - out.cost
                    - domain::chargeDown(out.cost, costs.commission);
    out.equity = m_trading.equityNow().value_or(domain::Won{});
    const std::optional<market::SymbolId> id = m_market.find(symbol);
    if (const domain::Quote* book = id ? m_market.quote(*id) : nullptr) {
        for (const domain::BookLevel& level : book->asks) {
            if (level.price != domain::Price{} && level.price <= out.limit) {
                out.bookDepth += level.quantity;
            }
        }
    }
    return out;
}

domain::WhyView RuleRoom::whyOf(const domain::Symbol& symbol) const
{
    domain::WhyView out;
    out.symbol = symbol;
    if (const std::shared_ptr<const domain::ScreenResult> result = m_screening.result()) {
        out.screened = true;
        for (const domain::ScreenRow& row : result->rows) {
            if (row.symbol == symbol) {
                out.row = row;
            }
        }
        for (const auto& [excluded, reason] : result->excluded) {
            if (excluded == symbol) {
                out.excluded = reason;
            }
        }
    }
    out.tradeSlot = m_screening.isRegistered({domain::Stream::Trade, symbol});
    out.quoteSlot = m_screening.isRegistered({domain::Stream::Quote, symbol});
    for (const auto& [id, order] : m_trading.orderDesk().books().orders()) {
        if (order.request.symbol == symbol && order.state == domain::OrderState::Rejected) {
            out.broker = order.text;
        }
    }
    const std::optional<market::SymbolId> id = m_market.find(symbol);
    if (!id || !m_tradingDay) {
        return out;
    }
    const rules::PositionMarket market = marketOf(*id, symbol);
    domain::OrderRequest request{.symbol = symbol,
                                 .side = domain::Side::Buy,
                                 .type = domain::OrderType::Limit,
                                 .timeInForce = domain::TimeInForce::Day,
                                 .quantity = {},
                                 .price = market.ask,
                                 .origin = domain::OrderOrigin::Entry,
                                 .rule = QStringLiteral("ENTRY"),
                                 .decided = market.price};
    const auto held = m_held.find(symbol);
    out.held = held != m_held.end();
    if (out.held) {
        const rules::PositionInput in{
            m_now, rules::Instant::Step, market, held->second.books, m_options.config, m_times};
        const rules::AddVerdict verdict =
            rules::shouldPyramidAdd(held->second.marks, in, addInput(symbol, held->second));
        out.entry.assign(verdict.conditions.begin(), verdict.conditions.end());
        request.quantity = verdict.quantity;
        request.price = verdict.limit;
        request.origin = domain::OrderOrigin::Add;
        request.rule = QStringLiteral("ADD");
    } else {
        const rules::EntryVerdict verdict = rules::judgeEntry(entryInput(*id, symbol, market));
        out.entry = verdict.conditions;
        request.quantity = verdict.quantity;
    }
    if (request.price && request.quantity.shares() > 0) {
        out.gate = m_trading.judge(request).checks;
    }
    return out;
}

domain::Price RuleRoom::stopOf(const domain::Symbol& symbol) const
{
    const auto at = m_held.find(symbol);
    if (at == m_held.end()) {
        return {};
    }
    const std::optional<domain::StopComponent> binding = viewOf(symbol, at->second).binding;
    return binding ? binding->price : domain::Price{};
}

std::vector<domain::ShadowView> RuleRoom::shadowViews() const
{
    std::vector<domain::ShadowView> all;
    for (const auto& [key, shadow] : m_shadows.all()) {
        const domain::Symbol& symbol = key.first;
        const rules::PositionMarket market = marketOf(symbol);
        all.push_back({.symbol = symbol,
                       .since = shadow.since,
                       .cause = shadow.cause,
                       .over = shadow.isOver,
                       .rule = shadow.rule,
                       .shadowPnl = shadow.isOver
                                        ? shadow.result
                                        : ShadowBook::resultAt(shadow, market.price,
                                                               m_options.config.costs.commission,
                                                               market.sellTax),
                       .handPnl = handResult(symbol, shadow)});
    }
    return all;
}

std::vector<domain::ShadowResult> RuleRoom::interventionResults() const
{
    std::vector<domain::ShadowResult> all;
    const std::vector<domain::ShadowView> shadows = shadowViews();
    for (const domain::Intervention& one : interventions()) {
        domain::ShadowResult& result = all.emplace_back();
        result.what = one;
        // The one that parted the two paths carries the difference; later ones only go on. Without
        // a symbol (master switch, kill) it parted those of all positions.
        for (const domain::ShadowView& shadow : shadows) {
            if (shadow.since == one.at && (one.symbol.isEmpty() || shadow.symbol == one.symbol)) {
                result.shadowPnl = result.shadowPnl.value_or(domain::Won{}) + shadow.shadowPnl;
                result.handPnl = result.handPnl.value_or(domain::Won{}) + shadow.handPnl;
            }
        }
    }
    return all;
}

std::vector<domain::Intervention> RuleRoom::interventions() const
{
    const orders::Books& books = m_trading.orderDesk().books();
    std::vector<domain::Intervention> all = books.interventions();
    for (const auto& [id, order] : books.orders()) {
        const bool sells = order.request.side == domain::Side::Sell;
        const bool byHand = order.request.origin == domain::OrderOrigin::Hand
                            || order.request.origin == domain::OrderOrigin::Flatten;
        if (byHand && !books.isEarlier(id)) {
            all.push_back({.at = order.intentAt,
                           .kind = sells ? domain::InterventionKind::HandSale
                                         : domain::InterventionKind::HandOrder,
                           .symbol = order.request.symbol,
                           .what = QString::number(order.request.quantity.shares())});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return all;
}

domain::GuardBarView RuleRoom::guardView() const
{
    const orders::Books& books = m_trading.orderDesk().books();
    domain::GuardBarView out;
    out.from = m_times.guardFrom;
    out.certain = m_trading.account().certain;
    out.state = m_guard;
    if (m_guard.peak && books.startEquity()) {
        out.trailLevel =
            *m_guard.peak
            - domain::chargeDown(*books.startEquity(), m_options.config.guard.trailDrop);
    }
    const rules::LossStreak streak = m_trading.lossStreak();
    out.lossStreak = streak.losses;
    if (streak.pauses(m_now)) {
        out.pausedUntil = streak.pausedUntil;
    }
    return out;
}
}  // namespace core::desk
