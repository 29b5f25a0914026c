#include "core/desk/rule_names.h"

#include <algorithm>

namespace core::desk
{
void RuleNames::want(const domain::Symbol& symbol)
{
    if (!symbol.isEmpty() && !m_names->contains(symbol)) {
        m_nameless.insert(symbol);
    }
}

void RuleNames::look(const TradingRoom& trading, const domain::DecisionList& decisions)
{
    if (trading.orderDesk().factsWritten() != m_facts) {
        m_facts = trading.orderDesk().factsWritten();
        for (const auto& [symbol, position] : trading.orderDesk().books().positions()) {
            want(symbol);
        }
        for (const auto& [id, order] : trading.orderDesk().books().orders()) {
            want(order.request.symbol);
        }
    }
    for (auto at = decisions.rbegin(); at != decisions.rend() && (*at)->number > m_decisions;
         ++at) {
        want((*at)->symbol);
    }
    if (!decisions.empty()) {
        m_decisions = decisions.back()->number;
    }
    std::shared_ptr<domain::IssueNames> next;
    for (auto at = m_nameless.begin(); at != m_nameless.end();) {
        const domain::Instrument* instrument = trading.instrumentOf(*at);
        if (instrument == nullptr || instrument->name.isEmpty()) {
            ++at;
            continue;
        }
        if (!next) {
            next = std::make_shared<domain::IssueNames>(*m_names);
        }
        next->emplace(*at, instrument->name);
        at = m_nameless.erase(at);
    }
    if (next) {
        m_names = std::move(next);
    }
}
}  // namespace core::desk
