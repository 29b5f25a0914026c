#pragma once

#include "core/domain/rule_view.h"
#include "core/rules/position_input.h"

#include <QLatin1String>

#include <optional>
#include <vector>

namespace core::rules
{
/// One move of the pattern, as it is recorded.
struct PatternMove
{
    domain::PatternState from = domain::PatternState::Base;
    domain::PatternState to = domain::PatternState::Base;
    domain::Pattern after;
    QLatin1String why{};  ///< A code word where the states alone do not say it.

    friend bool operator==(const PatternMove&, const PatternMove&) = default;
};

/// Advances the pattern by a regular trade: the state's own row, and after a move the row of the
/// new state, until none moves (trading rules 5.1).
[[nodiscard]] std::vector<PatternMove> patternTrade(domain::PositionMarks& marks,
                                                    const PositionInput& in);

/// A halt, a VI auction or a data gap, as `why` names it: a pull-back or a broken leg is void.
[[nodiscard]] std::vector<PatternMove> patternDisturbed(domain::PositionMarks& marks,
                                                        QLatin1String why);

/// Trades were missed, by a restart: whatever counts on having seen every one is void. An add order
/// under way keeps its state and returns to `Void`.
[[nodiscard]] std::vector<PatternMove> patternMissedTrades(domain::PositionMarks& marks);

/// The add order is on its way.
[[nodiscard]] PatternMove patternOrdered(domain::PositionMarks& marks);

/// The add order is final. With a fill the position has its add: base peak and width are
/// forgotten, HL starts at the pattern's L. Without one the pattern returns; after the second it
/// is off.
[[nodiscard]] PatternMove patternOrderEnded(domain::PositionMarks& marks, domain::Timestamp now,
                                            const config::PyramidSection& pyramid);

/// Off for good, for `why`.
[[nodiscard]] PatternMove patternOff(domain::PositionMarks& marks, domain::PatternOff why);

/// The state as a code word: "risen", "pullback".
[[nodiscard]] QLatin1String toText(domain::PatternState state) noexcept;

/// The reason as a code word: "too_small".
[[nodiscard]] QLatin1String toText(domain::PatternOff off) noexcept;

/// Why a new position never has an add; None = it may.
[[nodiscard]] domain::PatternOff offFromStart(const domain::PositionMarks& marks,
                                              const PositionBooks& books,
                                              const config::PyramidSection& pyramid) noexcept;

/// Where the next move of the pattern would happen.
[[nodiscard]] domain::PatternTargets patternTargets(const domain::PositionMarks& marks,
                                                    const PositionInput& in);
}  // namespace core::rules
