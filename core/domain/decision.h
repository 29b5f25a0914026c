#pragma once

#include "core/domain/check.h"
#include "core/domain/order.h"
#include "core/domain/position_marks.h"

#include <QLatin1String>

#include <cstdint>
#include <optional>
#include <span>
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
    QLatin1String seen{};    ///< The value of a condition that has no figures, as a code word,
    QLatin1String wanted{};  ///< and its limit: for records of programs, not of people.

    friend bool operator==(const Condition&, const Condition&) = default;
};

[[nodiscard]] constexpr bool says(CheckOutcome outcome) noexcept
{
    return outcome == CheckOutcome::Pass || outcome == CheckOutcome::NotApplicable;
}

/// Every condition must pass: anything else is a no.
[[nodiscard]] inline bool allPass(const std::vector<Condition>& conditions) noexcept
{
    for (const Condition& one : conditions) {
        if (!says(one.outcome)) {
            return false;
        }
    }
    return true;
}

/// One bit for each condition that says no, the first the lowest.
[[nodiscard]] inline std::uint32_t failingBits(std::span<const Condition> conditions) noexcept
{
    std::uint32_t bits = 0;
    for (std::size_t index = 0; index < conditions.size(); ++index) {
        bits |= says(conditions[index].outcome) ? 0U : 1U << index;
    }
    return bits;
}

/// What came of a rule's conditions.
enum class Verdict : std::uint8_t
{
    Take,    ///< An order is wanted.
    Refuse,  ///< One or more conditions say no.
    Note,    ///< Nothing to decide: the pattern moved, trailing switched on.
};

/// Which rule spoke.
enum class DecisionKind : std::uint8_t
{
    Entry,
    Add,
    Wave,
    Exit,
    Pattern,  ///< A move of the pyramiding pattern.
    Stop,     ///< Trailing on, break-even set, a higher low.
    Guard,
    Shadow,  ///< What the rule's own path came to after the trader had overruled it.
};

/// One decision, taken or refused, with everything it saw.
struct Decision
{
    std::uint64_t number = 0;  ///< From 1, of this run.
    Timestamp at{};            ///< Engine clock.
    DecisionKind kind = DecisionKind::Entry;
    Verdict verdict = Verdict::Note;
    Symbol symbol{};                    ///< Empty: the whole account.
    QLatin1String rule{};               ///< "S1", "ADD", "EOD": a literal.
    std::vector<Condition> conditions;  ///< In the rule's order.
    Price price{};                      ///< The deciding price; 0 = none.
    Quantity quantity{};
    Price stop{};  ///< Shown stop at that moment; 0 = none.
    QLatin1String binding{};
    PatternState from = PatternState::Off;  ///< Pattern only.
    PatternState state = PatternState::Off;
    QLatin1String why{};    ///< A code word where states and conditions do not say it.
    bool approved = false;  ///< The trader's approval waived conditions.
    ClientOrderId order{};  ///< What it became; empty = no order left.

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// About a sale, also one of the wave scalper.
[[nodiscard]] inline bool isExit(const Decision& decision) noexcept
{
    return decision.kind == DecisionKind::Exit
           || (decision.kind == DecisionKind::Wave && decision.rule != QLatin1String{"WAVE"});
}
}  // namespace core::domain
