#pragma once

#include "core/domain/rule_view.h"

#include <memory>
#include <utility>

namespace core::desk
{
/// The newest decisions, as one shared value that is rebuilt only when it was asked for again
/// after an addition. Refusals are kept apart: they come a hundred times as often and would push
/// out what was done. Logic thread.
class DecisionLog final
{
public:
    static constexpr std::size_t kMax = 1000;  ///< Of each sort.

    /// Numbers `decision` and keeps it.
    void add(domain::Decision decision);
    /// Those added since the last call, for the record.
    [[nodiscard]] domain::DecisionList takeFresh() { return std::exchange(m_fresh, {}); }
    /// By number, oldest first.
    [[nodiscard]] std::shared_ptr<const domain::DecisionList> decisions();

private:
    domain::DecisionList m_refused;
    domain::DecisionList m_other;
    domain::DecisionList m_fresh;
    std::shared_ptr<const domain::DecisionList> m_shared;
    std::uint64_t m_count = 0;
};
}  // namespace core::desk
