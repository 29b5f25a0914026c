#include "core/desk/decision_log.h"

namespace core::desk
{
void DecisionLog::add(domain::Decision decision)
{
    decision.number = ++m_count;
    if (m_kept.size() >= 2 * kMax) {
        m_kept.erase(m_kept.begin(), m_kept.end() - static_cast<std::ptrdiff_t>(kMax - 1));
    }
    m_kept.push_back(std::make_shared<const domain::Decision>(std::move(decision)));
    m_shared.reset();
}

std::shared_ptr<const domain::DecisionList> DecisionLog::decisions()
{
    if (!m_shared) {
        const std::size_t from = m_kept.size() > kMax ? m_kept.size() - kMax : 0;
        m_shared = std::make_shared<const domain::DecisionList>(
            m_kept.begin() + static_cast<std::ptrdiff_t>(from), m_kept.end());
    }
    return m_shared;
}
}  // namespace core::desk
