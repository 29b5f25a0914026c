#pragma once

#include "core/config/config.h"
#include "core/domain/decision.h"
#include "core/domain/guard.h"
#include "core/domain/rule_view.h"

#include <QString>

/// The words for rules, their conditions and the pyramiding pattern, apart from words.h because
/// every condition has a name, a comparison and a meaning. UI thread.
namespace ui
{
[[nodiscard]] QString patternStateName(core::domain::PatternState state);
[[nodiscard]] QString patternOffText(core::domain::PatternOff off);
/// Code words of rules, pattern and conditions ("depth", "no_share", "RC-10"); others as they came.
[[nodiscard]] QString ruleWordText(const QString& word);

/// "Stop loss" for "S1"; the id itself where there is no name.
[[nodiscard]] QString ruleName(const QString& rule);
[[nodiscard]] QString ruleText(const QString& rule);  ///< "S1 Stop loss".
[[nodiscard]] QString verdictName(core::domain::Verdict verdict);
[[nodiscard]] QString decisionKindName(core::domain::DecisionKind kind);
/// What came of it in one line: the first condition that says no, the exit's price, the move.
[[nodiscard]] QString decisionText(const core::domain::Decision& decision);

[[nodiscard]] QString guardRuleName(core::domain::GuardRule rule);
[[nodiscard]] QString guardRuleHelp(core::domain::GuardRule rule);
[[nodiscard]] QString addModeName(core::domain::AddMode mode);
[[nodiscard]] QString armedPolicyName(core::config::ArmedPolicy policy);
[[nodiscard]] QString armedPolicyHelp(core::config::ArmedPolicy policy);
[[nodiscard]] QString interventionName(core::domain::InterventionKind kind);
/// "Block add", "Exits only": what the person changed it to.
[[nodiscard]] QString interventionText(const core::domain::Intervention& intervention);
[[nodiscard]] QString autoWordText(const QString& word);  ///< "exits_only" in words.

/// How a condition compares its value with its limit.
enum class Sense : std::uint8_t
{
    None,  ///< Yes or no: nothing is measured.
    AtLeast,
    Above,
    AtMost,
    Below,
    ZeroTo,  ///< Between zero and the limit.
};
/// How its figures are written.
enum class Writing : std::uint8_t
{
    Unit,    ///< As the unit says, percent without a sign.
    Signed,  ///< Percent with its sign.
    Factor,  ///< Percent of a mean as a factor: 1.50×.
};
struct ConditionWords
{
    QLatin1String id;
    const char* name;
    const char* meaning;
    Sense sense = Sense::None;
    Writing writing = Writing::Unit;
};
/// Nothing for an id that is not known.
[[nodiscard]] const ConditionWords* conditionWords(QLatin1String id);
[[nodiscard]] QString conditionName(QLatin1String id);
[[nodiscard]] QString conditionMeaning(QLatin1String id);
/// The value with its unit, or what the code word says; the unknown mark without either.
[[nodiscard]] QString conditionValueText(const core::domain::Condition& condition);
/// The limit with its comparison: "≤ 0.40 %".
[[nodiscard]] QString conditionLimitText(const core::domain::Condition& condition);
/// A figure of a condition in its unit.
[[nodiscard]] QString conditionFigureText(const core::domain::Condition& condition,
                                          std::int64_t figure);
/// "Spread 0.52 %, needs ≤ 0.40 %".
[[nodiscard]] QString conditionText(const core::domain::Condition& condition);
/// An approval can take its place.
[[nodiscard]] bool isWaivable(QLatin1String id);
/// Beside the words, so that colour is never the only cue.
[[nodiscard]] QString outcomeMark(core::domain::CheckOutcome outcome);
}  // namespace ui
