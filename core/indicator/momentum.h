#pragma once

#include "core/domain/bar.h"
#include "core/domain/derived.h"

#include <cstddef>
#include <optional>
#include <span>

namespace core::indicator
{
/// Newest close against the close `n` bars earlier; newest bar last, forming bar included.
/// Errors: nullopt with fewer than n + 1 bars.
[[nodiscard]] std::optional<domain::PriceChange> momentum(std::span<const domain::Bar> bars,
                                                          std::size_t n);

/// Where a bar stands against the last one.
enum class Trend
{
    Down,
    Flat,
    Up,
};

/// Close of the forming n-minute bar against the open of the last closed one: above +0.5 % up,
/// below -0.5 % down, exactly, else flat.
/// Errors: nullopt without one of the two.
[[nodiscard]] std::optional<Trend> trend(const std::optional<domain::Bar>& lastClosed,
                                         const std::optional<domain::Bar>& forming);
}  // namespace core::indicator
