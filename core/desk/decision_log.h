#pragma once

#include "core/domain/rule_view.h"

#include <memory>

namespace core::desk
{
/// The newest decisions, as one shared value that is rebuilt only when it was asked for again
/// after an addition. Logic thread.
class DecisionLog final
{
public:
    static constexpr std::size_t kMax = 1000;

    /// Numbers `decision` and keeps it.
    void add(domain::Decision decision);
    [[nodiscard]] std::shared_ptr<const domain::DecisionList> decisions();

private:
    domain::DecisionList m_kept;
    std::shared_ptr<const domain::DecisionList> m_shared;
    std::uint64_t m_count = 0;
};
}  // namespace core::desk
