#pragma once

#include "core/domain/bar.h"
#include "core/domain/derived.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace core::indicator
{
inline constexpr std::size_t kAtrRanges = 14;
/// One more bar than the oldest range needs: a range is trusted only behind a whole bar.
inline constexpr std::size_t kAtrBars = 16;

/// How far the price travelled in `bar`, in won, counted from the close before it.
[[nodiscard]] constexpr std::int64_t trueRange(const domain::Bar& bar,
                                               std::int32_t closeBefore) noexcept
{
    return std::max(bar.high, closeBefore) - std::min(bar.low, closeBefore);
}

/// Sum of the 14 newest true ranges, forming bar included; newest bar last.
/// Errors: nullopt with fewer than 16 bars.
[[nodiscard]] std::optional<domain::RangeSum> atr14(std::span<const domain::Bar> bars);
}  // namespace core::indicator
