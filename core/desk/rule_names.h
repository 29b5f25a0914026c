#pragma once

#include "core/desk/trading_room.h"
#include "core/domain/rule_view.h"

#include <memory>
#include <set>

namespace core::desk
{
/// Names of every issue that a position, an order or a decision was ever about, so that the window
/// can name one long after it left the list. One shared value, rebuilt only when it grows.
/// Logic thread; never on the way of a decision.
class RuleNames final
{
public:
    /// Once a snapshot: takes in what has come since the last look.
    void look(const TradingRoom& trading, const domain::DecisionList& decisions);
    [[nodiscard]] std::shared_ptr<const domain::IssueNames> names() const { return m_names; }

private:
    void want(const domain::Symbol& symbol);

    std::shared_ptr<const domain::IssueNames> m_names =
        std::make_shared<const domain::IssueNames>();
    std::set<domain::Symbol> m_nameless;  ///< Wanted; the master files may come later.
    std::uint64_t m_facts = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t m_decisions = 0;  ///< Number of the newest one looked at.
};
}  // namespace core::desk
