#pragma once

#include "core/rules/position_input.h"

#include <QLatin1String>

#include <array>
#include <optional>
#include <span>

namespace core::rules
{
/// One price-based exit as the highest price at which it fires.
struct StopLevel
{
    QLatin1String rule;   ///< "S1", "A3", "MAN"
    domain::Price fires;  ///< A trade at or below it fires the rule; exact to the won.
    domain::Price shown;  ///< `fires` down to a valid price: what is drawn and recorded.

    friend bool operator==(const StopLevel&, const StopLevel&) = default;
};

/// The levels in force, in label order; one that lacks a figure is left out.
class StopLevels final
{
public:
    static constexpr std::size_t kMax = 6;

    void add(QLatin1String rule, std::int64_t firesWon, domain::StepTable steps);
    [[nodiscard]] std::span<const StopLevel> all() const noexcept
    {
        return {m_levels.data(), m_count};
    }
    [[nodiscard]] const StopLevel* find(QLatin1String rule) const noexcept;
    /// The highest shown level, the earlier label among equals; null without any.
    [[nodiscard]] const StopLevel* binding() const noexcept;

private:
    std::array<StopLevel, kMax> m_levels{};
    std::size_t m_count = 0;
};

/// MAN and S1 to S3, or MAN and A1 to A5 once the add is in the position.
[[nodiscard]] StopLevels stopLevels(const domain::PositionMarks& marks, const PositionInput& in);

/// Width the trailing stop compares with: the smoothed one, or the floor while an add is near.
[[nodiscard]] std::int64_t widthInForce(const domain::PositionMarks& marks,
                                        const config::PyramidSection& pyramid) noexcept;
}  // namespace core::rules
