#pragma once

#include "core/domain/kst.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"

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
        const std::uint32_t slot = m_count & m_mask;
        // An unused ring has mask 0 and no slots; a full one is about to overwrite its oldest.
        if (m_count > m_mask || m_entries == nullptr) [[unlikely]] {
            if (m_entries == nullptr
                || (m_mask + 1 < kCapacityMax && timeMs - m_entries[slot].timeMs <= kKeepMs)) {
                grow();
                append(timeMs, price, quantity);
                return;
            }
        }
        m_entries[slot] = {timeMs, price,
                           quantity < kQuantityMax ? static_cast<std::uint32_t>(quantity)
                                                   : static_cast<std::uint32_t>(kQuantityMax)};
        ++m_count;
        // Keeps the count within one lap of the ring: only its remainder matters.
        m_count = m_count == 2 * (m_mask + 1) ? m_mask + 1 : m_count;
    }
    /// Trades with a time after `now - span`, oldest first, at most `tradesMax` of the newest.
    [[nodiscard]] std::vector<RecentTrade> since(domain::Timestamp after,
                                                 std::size_t tradesMax = 2'000) const;
    void clear() noexcept { m_count = 0; }

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
        return m_count > m_mask ? m_mask + 1 : m_count;
    }
    void grow();

    std::unique_ptr<Entry[]> m_entries;
    std::uint32_t m_count = 0;  ///< Below twice the capacity; from one lap on the ring is full.
    std::uint32_t m_mask = 0;
};
}  // namespace core::market
