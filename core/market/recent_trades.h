#pragma once

#include "core/domain/kst.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace core::market
{
/// One regular trade of the recent series.
struct RecentTrade
{
    domain::Timestamp time{};
    domain::Price price;
    domain::Quantity quantity;

    friend bool operator==(const RecentTrade&, const RecentTrade&) = default;
};

/// The trades of the last 120 s of one symbol, at most 2,048 of them (trading rules section 1).
///
/// It grows only while what it would overwrite is still young, so a quiet symbol stays at 1 KB
/// and a busy one stops allocating within its first minutes.
class RecentTrades final
{
public:
    static constexpr std::uint32_t kCapacityMin = 64;
    static constexpr std::uint32_t kCapacityMax = 2'048;
    static constexpr std::int64_t kKeepMs = 120'000;

    void append(std::int64_t timeMs, std::int32_t price, std::int64_t quantity)
    {
        // Full, or not there yet: it grows unless what it would overwrite is old enough.
        if (m_count > m_mask && mustGrow(timeMs)) [[unlikely]] {
            grow();
        }
        m_entries[m_count & m_mask] = {
            timeMs, price, static_cast<std::uint32_t>(std::min(quantity, kQuantityMax))};
        ++m_count;
    }
    /// Exchange time of the newest trade of any day, milliseconds since the epoch; 0 = none.
    [[nodiscard]] std::int64_t newestMs() const noexcept
    {
        return m_entries == nullptr ? 0 : m_entries[(m_count - 1) & m_mask].timeMs;
    }
    /// Trades with a time after `now - span`, oldest first, at most `tradesMax` of the newest.
    [[nodiscard]] std::vector<RecentTrade> since(domain::Timestamp after,
                                                 std::size_t tradesMax = 2'000) const;

private:
    struct Entry
    {
        std::int64_t timeMs;
        std::int32_t price;
        std::uint32_t quantity;
    };
    static constexpr std::int64_t kQuantityMax = 0xFFFF'FFFFLL;

    [[nodiscard]] std::uint32_t size() const noexcept
    {
        return m_entries == nullptr ? 0 : std::min(m_count, m_mask + 1);
    }
    [[nodiscard]] bool mustGrow(std::int64_t timeMs) const noexcept
    {
        return m_mask != kCapacityMax - 1
               && (m_entries == nullptr || timeMs - m_entries[m_count & m_mask].timeMs <= kKeepMs);
    }
    void grow();

    std::unique_ptr<Entry[]> m_entries;
    std::uint32_t m_count = 1;  ///< Trades so far; above the mask: full. At first: no slots.
    std::uint32_t m_mask = 0;
};
}  // namespace core::market
