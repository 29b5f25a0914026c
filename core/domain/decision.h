#pragma once

#include "core/domain/check.h"

#include <QLatin1String>

#include <cstdint>
#include <optional>
#include <vector>

namespace core::domain
{
/// One condition of a rule with what it saw and what it wanted.
struct Condition
{
    QLatin1String id{};  ///< "P4", "volume": a literal.
    CheckOutcome outcome = CheckOutcome::Insufficient;
    CheckUnit unit = CheckUnit::None;
    std::optional<std::int64_t> value{};  ///< Empty = the figure is missing.
    std::optional<std::int64_t> limit{};
    QLatin1String detail{};  ///< A code word where a number does not say it.

    friend bool operator==(const Condition&, const Condition&) = default;
};

/// Every condition must pass: anything else is a no.
[[nodiscard]] inline bool allPass(const std::vector<Condition>& conditions) noexcept
{
    for (const Condition& one : conditions) {
        if (one.outcome != CheckOutcome::Pass && one.outcome != CheckOutcome::NotApplicable) {
            return false;
        }
    }
    return true;
}

/// What came of a rule's conditions.
enum class Verdict : std::uint8_t
{
    Take,    ///< An order is wanted.
    Refuse,  ///< One or more conditions say no.
};
}  // namespace core::domain
