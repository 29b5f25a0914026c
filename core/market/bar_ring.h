#pragma once

#include "core/domain/bar.h"

#include <QtGlobal>

#include <cstddef>
#include <cstdint>

namespace core::market
{
/// The newest bars of one symbol and interval, over memory of a `BarArena`.
///
/// Its capacity is exactly the number of visible bars, not the next power of two: 2,500 x 4 x 512
/// bars would be 205 MB instead of 192, and the index wraps only when a bar closes, never per
/// trade. Slots are written front to back, so pages exist only as far as bars do.
class BarRing final
{
public:
    BarRing() = default;
    BarRing(domain::Bar* slots, std::uint32_t capacity) noexcept
        : m_slots{slots}, m_capacity{capacity}
    {
    }

    [[nodiscard]] std::uint32_t size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    [[nodiscard]] bool isFull() const noexcept { return m_size == m_capacity; }
    /// Where the bar lies in memory, so that a parallel array can be indexed alike.
    [[nodiscard]] std::uint32_t slotOfNewest(std::uint32_t back) const noexcept
    {
        Q_ASSERT(back < m_size);
        const std::uint32_t newest = m_head == 0 ? m_capacity - 1 : m_head - 1;
        return newest >= back ? newest - back : newest + m_capacity - back;
    }
    /// 0 is the newest bar.
    [[nodiscard]] const domain::Bar& newest(std::uint32_t back = 0) const noexcept
    {
        return m_slots[slotOfNewest(back)];
    }
    [[nodiscard]] domain::Bar& newest(std::uint32_t back = 0) noexcept
    {
        return m_slots[slotOfNewest(back)];
    }

    void push(const domain::Bar& bar) noexcept
    {
        m_slots[m_head] = bar;
        m_head = m_head + 1 == m_capacity ? 0 : m_head + 1;
        m_size += isFull() ? 0U : 1U;
    }
    void clear() noexcept { m_head = m_size = 0; }

private:
    domain::Bar* m_slots = nullptr;
    std::uint32_t m_capacity = 0;
    std::uint32_t m_head = 0;  ///< Slot of the next bar.
    std::uint32_t m_size = 0;
};
}  // namespace core::market
