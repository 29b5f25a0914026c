#pragma once

#include "core/domain/check.h"
#include "core/domain/kst.h"
#include "core/domain/order_notice.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"

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

/// What a rule decided about.
enum class DecisionKind : std::uint8_t
{
    Entry,
    Add,
    Exit,
    Wave,
    Guard,
};

enum class Verdict : std::uint8_t
{
    Take,    ///< An order is wanted.
    Refuse,  ///< One or more conditions say no.
};

/// One decision, taken or refused, as it is recorded: it explains itself without anything else.
struct Decision
{
    Timestamp at{};
    Symbol symbol;  ///< Empty for the guard.
    DecisionKind kind = DecisionKind::Entry;
    QLatin1String rule;  ///< "S3", "A1", "ENTRY", "ADD", "W3": the label.
    Verdict verdict = Verdict::Refuse;
    std::vector<Condition> conditions{};
    Side side = Side::Buy;
    Price price;                 ///< The trade it saw; 0 = none.
    Quantity quantity;           ///< Wanted; 0 for a refusal without one.
    std::optional<Price> limit;  ///< Of the order; empty = market.
    std::optional<Price> stop;   ///< Shown stop level before the decision.
    QLatin1String binding;       ///< Component of `stop`.

    friend bool operator==(const Decision&, const Decision&) = default;
};
}  // namespace core::domain
