#include "core/notify/desk_answers.h"

#include <algorithm>

namespace core::notify
{
namespace
{
const domain::RuledPosition* ruledOf(const domain::RulesView& rules, const domain::Symbol& symbol)
{
    const auto at =
        std::find_if(rules.positions.begin(), rules.positions.end(),
                     [&symbol](const domain::RuledPosition& one) { return one.symbol == symbol; });
    return at == rules.positions.end() ? nullptr : &*at;
}

QString nameOf(const domain::RulesView& rules, const domain::Symbol& symbol)
{
    const auto at = rules.names->find(symbol);
    return at == rules.names->end() ? QString{} : at->second;
}
}  // namespace

StatusAnswer statusOf(const domain::DeskSnapshot& desk)
{
    const domain::TradingView& trading = *desk.trading;
    StatusAnswer answer{.phase = desk.session.phase,
                        .feedLive = desk.feed.state == domain::FeedState::Live && !desk.feed.stale,
                        .brokerReady = desk.broker.token == domain::TokenState::Valid,
                        .arming = trading.gate.arming,
                        .gate = trading.gate.state,
                        .kill = trading.gate.kill,
                        .master = desk.rules->master};
    if (desk.feed.lastFrame != domain::Timestamp{}) {
        answer.frameAge = desk.now - desk.feed.lastFrame;
    }
    if (trading.account.known) {
        answer.equity = trading.account.equity;
    }
    if (trading.account.known && trading.account.hasStart) {
        answer.dayPnl = trading.account.dayPnl;
        answer.dayTenThousandths = trading.account.dayPnlTenThousandths;
    }
    for (const domain::Position& one : trading.positions) {
        answer.positions += one.quantity.shares() > 0 ? 1 : 0;
    }
    for (const domain::Order& one : trading.orders) {
        const bool unresolved = domain::isUnresolved(one.state);
        const bool ours = one.state != domain::OrderState::External;
        answer.unresolvedOrders += unresolved ? 1 : 0;
        answer.workingOrders += ours && !unresolved && !domain::isFinal(one.state) ? 1 : 0;
    }
    return answer;
}

PositionsAnswer positionsOf(const domain::DeskSnapshot& desk)
{
    PositionsAnswer answer;
    for (const domain::Position& one : desk.trading->positions) {
        if (one.quantity.shares() <= 0) {
            continue;
        }
        PositionLine line{.symbol = one.symbol,
                          .name = nameOf(*desk.rules, one.symbol),
                          .quantity = one.quantity,
                          .cost = one.cost,
                          .last = one.last,
                          .netPnl = one.netPnl,
                          .netTenThousandths = one.netPnlTenThousandths};
        const domain::RuledPosition* const ruled = ruledOf(*desk.rules, one.symbol);
        if (ruled != nullptr && ruled->binding) {
            line.stop = ruled->binding->price;
            line.stopRule = QString{ruled->binding->rule};
        }
        answer.rows.push_back(line);
    }
    return answer;
}
}  // namespace core::notify
