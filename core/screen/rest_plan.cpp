#include "core/screen/rest_plan.h"

#include <algorithm>

namespace core::screen
{
using domain::Symbol;
using domain::Timestamp;

RestCalls RestPlan::next(std::span<const RestCandidate> candidates, Timestamp now,
                         std::size_t callsMax)
{
    std::vector<const RestCandidate*> urgent;
    std::vector<const RestCandidate*> cold;
    std::vector<const RestCandidate*> others;
    for (const RestCandidate& candidate : candidates) {
        const Asked& asked = m_asked[candidate.symbol];
        if (!candidate.warm && isDue(asked.bars, m_options.barsEvery, now)) {
            cold.push_back(&candidate);
        }
        const std::chrono::seconds every =
            candidate.urgent ? m_options.urgentEvery : m_options.priceEvery;
        if (!candidate.live && isDue(asked.price, every, now)) {
            (candidate.urgent ? urgent : others).push_back(&candidate);
        }
    }
    const auto longestFirst = [this](const RestCandidate* a, const RestCandidate* b) {
        const Timestamp first = m_asked.at(a->symbol).price;
        const Timestamp second = m_asked.at(b->symbol).price;
        return first != second ? first < second : a->symbol < b->symbol;
    };
    std::sort(urgent.begin(), urgent.end(), longestFirst);
    std::sort(others.begin(), others.end(), longestFirst);
    std::sort(cold.begin(), cold.end(), [](const RestCandidate* a, const RestCandidate* b) {
        return a->tradedValue != b->tradedValue ? a->tradedValue > b->tradedValue
                                                : a->symbol < b->symbol;
    });

    RestCalls calls;
    const auto left = [&] { return callsMax - calls.prices.size() - calls.minuteBars.size(); };
    const auto askPrices = [&](const std::vector<const RestCandidate*>& list) {
        for (std::size_t i = 0; i < list.size() && left() > 0; ++i) {
            calls.prices.push_back(list[i]->symbol);
            m_asked[list[i]->symbol].price = now;
        }
    };
    askPrices(urgent);
    for (std::size_t i = 0; i < cold.size() && left() > 0; ++i) {
        calls.minuteBars.push_back(cold[i]->symbol);
        m_asked[cold[i]->symbol].bars = now;
    }
    askPrices(others);
    return calls;
}

bool RestPlan::isDue(Timestamp asked, std::chrono::seconds every, Timestamp now)
{
    return asked == Timestamp{} || now - asked >= every;
}

void RestPlan::barsFailed(const Symbol& symbol)
{
    m_asked[symbol].bars = Timestamp{};
}
}  // namespace core::screen
