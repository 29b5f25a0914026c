#pragma once

#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <chrono>
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

        friend bool operator==(const Verdict&, const Verdict&) = default;
    };

    [[nodiscard]] Verdict note(const domain::Symbol& symbol, domain::Timestamp now);
    void clear() { m_rejects.clear(); }

private:
    std::deque<std::pair<domain::Timestamp, domain::Symbol>> m_rejects;
};
}  // namespace core::risk
