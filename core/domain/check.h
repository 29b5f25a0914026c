#pragma once

#include <cstdint>

namespace core::domain
{
/// How one condition of a rule or one check of the gate came out.
enum class CheckOutcome : std::uint8_t
{
    Pass,
    Fail,
    Insufficient,   ///< A figure it needs is missing or stale: counts as no.
    NotApplicable,  ///< The check does not bind here.
};

/// What `value` and `limit` of a check count.
enum class CheckUnit : std::uint8_t
{
    None,
    Won,
    PriceWon,
    Shares,
    Count,
    Milliseconds,
    PercentUnits,  ///< Percent::units, truncated toward zero: shown, never compared.
    ClockTime,     ///< Milliseconds since midnight in Seoul.
};
}  // namespace core::domain
