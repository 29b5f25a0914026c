#include "core/desk/decision_log.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace core::desk
{
namespace
{
using Kept = std::span<const std::shared_ptr<const domain::Decision>>;

Kept newest(const domain::DecisionList& all)
{
    return Kept{all}.last(std::min(all.size(), DecisionLog::kMax));
}
}  // namespace

void DecisionLog::add(domain::Decision decision)
{
    decision.number = ++m_count;
    domain::DecisionList& kept = decision.verdict == domain::Verdict::Refuse ? m_refused : m_other;
    if (kept.size() >= 2 * kMax) {
        kept.erase(kept.begin(), kept.end() - static_cast<std::ptrdiff_t>(kMax - 1));
    }
    kept.push_back(std::make_shared<const domain::Decision>(std::move(decision)));
    m_fresh.push_back(kept.back());
    m_shared.reset();
}

std::shared_ptr<const domain::DecisionList> DecisionLog::decisions()
{
    if (!m_shared) {
        const Kept refused = newest(m_refused);
        const Kept other = newest(m_other);
        domain::DecisionList both;
        both.reserve(refused.size() + other.size());
        std::merge(refused.begin(), refused.end(), other.begin(), other.end(),
                   std::back_inserter(both),
                   [](const auto& a, const auto& b) { return a->number < b->number; });
        m_shared = std::make_shared<const domain::DecisionList>(std::move(both));
    }
    return m_shared;
}
}  // namespace core::desk
