#include "core/market/recent_trades.h"

#include <algorithm>
#include <utility>

namespace core::market
{
void RecentTrades::grow()
{
    const std::uint32_t used = size();
    const std::uint32_t capacity = m_entries == nullptr ? kCapacityMin : 2 * (m_mask + 1);
    auto entries = std::make_unique<Entry[]>(capacity);
    for (std::uint32_t i = 0; i < used; ++i) {
        entries[i] = m_entries[(m_count - used + i) & m_mask];
    }
    m_entries = std::move(entries);
    m_mask = capacity - 1;
    m_count = used;
}

std::vector<RecentTrade> RecentTrades::since(domain::Timestamp after, std::size_t tradesMax) const
{
    std::vector<RecentTrade> trades;
    if (m_entries == nullptr) {
        return trades;
    }
    const std::int64_t afterMs = after.time_since_epoch().count();
    const auto used = static_cast<std::uint32_t>(std::min<std::size_t>(size(), tradesMax));
    trades.reserve(used);
    for (std::uint32_t i = 0; i < used; ++i) {
        const Entry& entry = m_entries[(m_count - used + i) & m_mask];
        // A late trade may stand behind younger ones: look at each.
        if (entry.timeMs > afterMs) {
            trades.push_back({.time = domain::Timestamp{std::chrono::milliseconds{entry.timeMs}},
                              .price = domain::Price::fromWon(entry.price),
                              .quantity = domain::Quantity{entry.quantity}});
        }
    }
    return trades;
}
}  // namespace core::market
