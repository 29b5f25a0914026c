#pragma once

#include "core/base/wide.h"
#include "core/domain/percent.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"
#include "core/domain/won.h"

#include <cstdint>

// Comparisons at a boundary, by whole numbers only. An average stays a cost and a quantity.

namespace core::rules
{
using base::Int128;
using domain::kOne;
using domain::kWhole;

/// An average price as what was paid and for how many; `quantity` is positive.
struct Average
{
    domain::Won cost;
    domain::Quantity quantity;

    friend bool operator==(const Average&, const Average&) = default;
};

/// price / average against 1 + percent / 100: negative, zero or positive like the difference.
[[nodiscard]] constexpr Int128 compareGain(domain::Price price, Average average,
                                           std::int64_t percentUnits) noexcept
{
    return Int128{price.won()} * average.quantity.shares() * kWhole
           - Int128{average.cost.value()} * (kWhole + percentUnits);
}

/// (price - base) / base against a percentage, the same way; `base` is positive.
[[nodiscard]] constexpr Int128 compareChange(domain::Price price, domain::Price base,
                                             std::int64_t percentUnits) noexcept
{
    return compareGain(price, {domain::Won{base.won()}, domain::Quantity{1}}, percentUnits);
}

/// numerator / denominator in Percent units, truncated toward zero: to show, never to decide.
[[nodiscard]] constexpr std::int64_t shownPercent(Int128 numerator, Int128 denominator) noexcept
{
    return static_cast<std::int64_t>(numerator * domain::Percent::kUnitsPerWhole / denominator);
}

/// (price - average) / average, to show.
[[nodiscard]] constexpr std::int64_t shownGain(domain::Price price, Average average) noexcept
{
    return shownPercent(Int128{price.won()} * average.quantity.shares() - average.cost.value(),
                        Int128{average.cost.value()});
}

/// Largest whole number at or below a / b; b positive.
[[nodiscard]] constexpr std::int64_t floorDivide(Int128 a, Int128 b) noexcept
{
    const Int128 quotient = a / b;
    return static_cast<std::int64_t>(a % b < 0 ? quotient - 1 : quotient);
}

/// Largest whole number strictly below a / b; b positive.
[[nodiscard]] constexpr std::int64_t belowDivide(Int128 a, Int128 b) noexcept
{
    return floorDivide(a - 1, b);
}
}  // namespace core::rules
