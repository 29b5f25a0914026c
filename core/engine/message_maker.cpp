#include "core/engine/message_maker.h"

#include "core/orders/ledger_fact.h"

namespace core::engine
{
namespace
{
/// Day return in 1/10,000 %, truncated toward zero.
std::optional<std::int64_t> returnOf(const std::optional<domain::Won>& start, domain::Won equity)
{
    if (!start || start->value() <= 0) {
        return std::nullopt;
    }
    return (equity - *start).value() * 1'000'000 / start->value();
}
}  // namespace

void MessageMaker::tell(notify::Content content)
{
    m_messages.push_back({m_desk.now(), std::move(content)});
}

void MessageMaker::onRecord(const desk::Record& record)
{
    for (const orders::LedgerRecord& one : record.records) {
        const base::Result<orders::Fact> fact = orders::decode(one);
        if (!fact) {
            continue;  // Ours, just written: what cannot be read back is not worth a message.
        }
        const domain::Order* order = m_desk.books().find(fact->order);
        if (std::holds_alternative<orders::FillFact>(fact->body) && order != nullptr) {
            filled(*order);
        } else if (std::holds_alternative<orders::DeniedFact>(fact->body) && order != nullptr) {
            // What the gate refuses a rule is in its decision; who ordered by hand waits for a
            // word.
            if (order->request.origin == domain::OrderOrigin::Hand) {
                refused(*order, true);
            }
        } else if (const auto* step = std::get_if<orders::StepFact>(&fact->body)) {
            if (order != nullptr && step->event == orders::OrderEvent::Reject) {
                refused(*order, false);
            }
        } else if (const auto* kill = std::get_if<orders::KillFact>(&fact->body)) {
            if (kill->level != domain::KillLevel::None) {
                tell(notify::KillRaised{kill->level, kill->cause});
            }
        } else if (const auto* guard = std::get_if<orders::GuardFact>(&fact->body)) {
            // The newest one fired is the one this fact is about; a reset or a peak is none.
            if (!guard->state.fired.empty() && guard->state.fired.back().at == fact->at) {
                const domain::GuardFired& fired = guard->state.fired.back();
                tell(notify::GuardFired{fired.rule, fired.equity,
                                        returnOf(m_desk.books().startEquity(), fired.equity)});
            }
        }
    }
}

void MessageMaker::filled(const domain::Order& order)
{
    const domain::OrderRequest& request = order.request;
    tell(notify::OrderFilled{.order = order.id,
                             .symbol = request.symbol,
                             .name = m_desk.nameOf(request.symbol),
                             .side = request.side,
                             .rule = request.rule,
                             .filled = order.filled,
                             .ordered = request.quantity,
                             .amount = order.filledAmount});
    const std::optional<domain::Position> held = m_desk.position(request.symbol);
    if (request.origin == domain::OrderOrigin::Add && held) {
        tell(notify::Added{
            .symbol = request.symbol,
            .name = m_desk.nameOf(request.symbol),
            .price = domain::Price::fromWon(order.filledAmount.value() / order.filled.shares()),
            .quantity = order.filled,
            .total = held->quantity,
            .cost = held->cost,
            .stop = m_desk.stopOf(request.symbol)});
    }
}

void MessageMaker::refused(const domain::Order& order, bool byGate)
{
    tell(notify::OrderRefused{.symbol = order.request.symbol,
                              .name = m_desk.nameOf(order.request.symbol),
                              .side = order.request.side,
                              .quantity = order.request.quantity,
                              .byGate = byGate,
                              .code = order.code,
                              .text = order.text});
}

void MessageMaker::onDecision(const domain::Decision& decision)
{
    if (!domain::isExit(decision) || decision.verdict != domain::Verdict::Take) {
        return;
    }
    notify::ExitDecided exit{.symbol = decision.symbol,
                             .name = m_desk.nameOf(decision.symbol),
                             .rule = decision.rule,
                             .price = decision.price,
                             .quantity = decision.quantity};
    if (const std::optional<domain::Position> held = m_desk.position(decision.symbol)) {
        exit.net = held->netPnl;
        exit.netTenThousandths = held->netPnlTenThousandths;
    }
    tell(exit);
}

void MessageMaker::onFeed(const domain::FeedFigures& figures, std::chrono::nanoseconds now)
{
    using domain::FeedState;
    const bool up = figures.state == FeedState::Live || figures.state == FeedState::Registering;
    m_everLive = m_everLive || up;
    if (!m_everLive) {
        return;
    }
    if (up) {
        if (m_lostAt && m_lossTold) {
            tell(notify::Reconnected{
                notify::Line::Feed,
                std::chrono::duration_cast<std::chrono::seconds>(now - *m_lostAt)});
        }
        m_lostAt.reset();
        m_lossTold = false;
        return;
    }
    if (!m_lostAt) {
        m_lostAt = now;
    }
    if (!m_lossTold && now - *m_lostAt > notify::kOutageTold) {
        m_lossTold = true;
        tell(notify::Disconnected{
            notify::Line::Feed, std::chrono::duration_cast<std::chrono::seconds>(now - *m_lostAt)});
    }
}
}  // namespace core::engine
