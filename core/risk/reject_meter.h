#pragma once

#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace core::risk
{
/// Refusals of the broker within a minute (RC-24): three of one code freeze it for 15 minutes, five
/// over all codes close the gate until the trader confirms. Pure: time is passed in.
class RejectMeter final
{
public:
    static constexpr int kOfCode = 3;
    static constexpr int kOfAll = 5;
    static constexpr std::chrono::minutes kFrozenFor{15};

    struct Verdict
    {
        bool freezeCode = false;
        bool closeGate = false;
    };

    [[nodiscard]] Verdict note(const domain::Symbol& symbol, domain::Timestamp now)
    {
        m_rejects.emplace_back(now, symbol);
        while (now - m_rejects.front().first >= std::chrono::seconds{60}) {
            m_rejects.pop_front();
        }
        const auto ofCode =
            std::count_if(m_rejects.begin(), m_rejects.end(),
                          [&symbol](const auto& reject) { return reject.second == symbol; });
        return {.freezeCode = ofCode >= kOfCode,
                .closeGate = static_cast<int>(m_rejects.size()) >= kOfAll};
    }
    void clear() { m_rejects.clear(); }

private:
    std::deque<std::pair<domain::Timestamp, domain::Symbol>> m_rejects;
};
}  // namespace core::risk
