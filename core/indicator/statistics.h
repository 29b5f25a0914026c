#pragma once

#include "core/domain/bar.h"
#include "core/domain/derived.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// Statistics: the only place of this folder with floating point. Their values are scored and
// shown; nothing decides at an exact boundary with them.

namespace core::indicator
{
inline constexpr std::size_t kVolatilityBars = 20;
inline constexpr std::size_t kVolatilityChangesMin = 10;

/// Population standard deviation of the close-to-close changes in %, over the newest 20 bars;
/// newest bar last, forming bar included.
/// Errors: nullopt with fewer than 10 changes.
[[nodiscard]] std::optional<double> volatilityPct(std::span<const domain::Bar> bars);

/// Figures of one issue at one interval; a member is absent when bars are too few for it.
struct CodeStatistics
{
    std::optional<domain::PriceChange> return15;  ///< Needs 16 bars.
    std::optional<domain::PriceChange> return1;   ///< Needs 2.
    std::optional<double> sigmaPct;    ///< Of all bar returns (population); needs 2 returns.
    std::optional<double> meanVolume;  ///< Shares a bar; needs 1 bar.
};

/// Over all of `bars`, newest last.
[[nodiscard]] CodeStatistics codeStatistics(std::span<const domain::Bar> bars);

/// The value below which `share` (0 to 1) of the values lie, linear between the two nearest
/// ones. Takes a copy because it sorts partially.
/// Errors: nullopt for no values.
[[nodiscard]] std::optional<double> percentile(std::vector<double> values, double share);
}  // namespace core::indicator
