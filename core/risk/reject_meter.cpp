#include "core/risk/reject_meter.h"

#include <algorithm>

namespace core::risk
{
RejectMeter::Verdict RejectMeter::note(const domain::Symbol& symbol, domain::Timestamp now)
{
    m_rejects.emplace_back(now, symbol);
    while (now - m_rejects.front().first >= std::chrono::seconds{60}) {
        m_rejects.pop_front();
    }
    const auto ofCode =
        std::count_if(m_rejects.begin(), m_rejects.end(),
                      [&symbol](const auto& reject) { return reject.second == symbol; });
    return {.freezeCode = ofCode >= kOfCode,
            .closeGate = m_rejects.size() >= static_cast<std::size_t>(kOfAll)};
}
}  // namespace core::risk
