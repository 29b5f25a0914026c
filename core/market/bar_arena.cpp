#include "core/market/bar_arena.h"

#include <QtGlobal>

#include <cstdlib>

namespace core::market
{
void BarArena::Free::operator()(void* slab) const noexcept
{
    std::free(slab);  // NOLINT(cppcoreguidelines-no-malloc): pairs with calloc below
}

BarArena::BarArena(std::uint32_t candlesMax)
    : m_bytesPerSymbol{candlesMax
                       * (domain::kIntervals.size() * sizeof(domain::Bar) + sizeof(std::int64_t))},
      m_candlesMax{candlesMax}
{
    Q_ASSERT(candlesMax > 0);
}

BarMemory BarArena::allocate()
{
    if (m_used == kSymbolsPerSlab) {
        // Far above the allocator's mapping threshold, so the pages are the system's zero page
        // until a bar is written into them.
        // NOLINTNEXTLINE(cppcoreguidelines-no-malloc)
        m_slabs.emplace_back(std::calloc(kSymbolsPerSlab, m_bytesPerSymbol));
        Q_CHECK_PTR(m_slabs.back().get());
        m_used = 0;
    }
    auto* const bytes = static_cast<std::byte*>(m_slabs.back().get()) + m_used * m_bytesPerSymbol;
    ++m_used;
    void* const bars = bytes;
    void* const vwap = bytes + m_candlesMax * domain::kIntervals.size() * sizeof(domain::Bar);
    return {.bars = static_cast<domain::Bar*>(bars), .vwapCents = static_cast<std::int64_t*>(vwap)};
}
}  // namespace core::market
