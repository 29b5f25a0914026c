#pragma once

#include "core/domain/bar.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace core::market
{
/// Memory of one symbol's bars: four rings in a row, then the VWAP at the end of each 1-minute
/// bar (longer bars take it from their last minute).
struct BarMemory
{
    domain::Bar* bars = nullptr;  ///< 4 x candlesMax.
    std::int64_t* vwapCents = nullptr;
};

/// Hands out zeroed bar memory in slabs so large that the system maps them page by page: a bar
/// that was never written costs nothing. Memory is returned only as a whole.
class BarArena final
{
public:
    explicit BarArena(std::uint32_t candlesMax);

    [[nodiscard]] BarMemory allocate();

private:
    struct Free
    {
        void operator()(void* slab) const noexcept;
    };
    static constexpr std::size_t kSymbolsPerSlab = 64;

    std::size_t m_bytesPerSymbol;
    std::uint32_t m_candlesMax;
    std::size_t m_used = kSymbolsPerSlab;
    std::vector<std::unique_ptr<void, Free>> m_slabs;
};
}  // namespace core::market
