#pragma once

#include "core/config/config.h"
#include "core/domain/desk_snapshot.h"

#include <QString>

#include <vector>

namespace ui
{
/// What a condition's row says about itself beyond pass and fail.
enum class Tone : std::uint8_t
{
    Good,
    Bad,
    Doubt,    ///< Not enough data.
    Neutral,  ///< Does not bind.
};

/// One condition as a table shows it: words and figures, nothing to compute any more.
struct ConditionLine
{
    QString key;
    Tone tone = Tone::Neutral;
    QString mark{};
    QString result{};
    QString name{};
    QString value{};
    QString limit{};
    QString room{};   ///< Distance to the limit in its unit: + inside, − outside.
    QString steps{};  ///< The same in price steps, where a price moves it.
    /// Share of the limit in 1/1000, at most kGaugeMax; -1 = no gauge.
    int gauge = -1;
    QString held{};  ///< How long it has been so.
    int nearMisses = 0;
    QString help{};

    friend bool operator==(const ConditionLine&, const ConditionLine&) = default;
};
inline constexpr int kGaugeLimit = 1'000;
inline constexpr int kGaugeMax = 1'500;

/// Conditions of a rule that wants them all to pass.
[[nodiscard]] std::vector<ConditionLine>
conditionLines(const std::vector<core::domain::Condition>& conditions);
/// Conditions of exits: one that passes sells.
[[nodiscard]] std::vector<ConditionLine>
exitLines(const std::vector<core::domain::Condition>& conditions);
/// P1 to P12 of a held symbol with ages, near misses and the distance in steps. `live` may be
/// null.
[[nodiscard]] std::vector<ConditionLine> addLines(const core::domain::RuledPosition& ruled,
                                                  const core::domain::SymbolView* live,
                                                  core::domain::Timestamp now);
/// From the screener over the slot and the rule to gate and broker: why nothing is bought.
[[nodiscard]] std::vector<ConditionLine> whyLines(const core::domain::WhyView& why);
}  // namespace ui
