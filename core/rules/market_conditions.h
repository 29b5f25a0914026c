#pragma once

#include "core/domain/decision.h"
#include "core/rules/position_input.h"

#include <QLatin1String>

namespace core::rules
{
// Conditions that entry, wave and add have in common. Each is decided by its `...Outcome`; the
// condition puts the figures beside it that a record shows.

[[nodiscard]] constexpr domain::CheckOutcome passes(bool holds) noexcept
{
    return holds ? domain::CheckOutcome::Pass : domain::CheckOutcome::Fail;
}

/// The time since the last sale against `span`; without a sale no figures.
[[nodiscard]] domain::Condition coolDownCondition(QLatin1String id, domain::Timestamp now,
                                                  std::optional<domain::Timestamp> soldAt,
                                                  std::chrono::milliseconds span);
/// At least one share; insufficient where the money is not known.
[[nodiscard]] domain::Condition sizeCondition(QLatin1String id,
                                              std::optional<domain::Quantity> quantity);
/// "EOD": an automatic position at the time to flatten.
[[nodiscard]] domain::Condition endOfDayCondition(const PositionInput& in);

/// (ask - bid) / mid at most `max`, from a fresh quote with ask > bid > 0.
[[nodiscard]] domain::CheckOutcome spreadOutcome(const PositionMarket& market, domain::Percent max);
[[nodiscard]] domain::Condition spreadCondition(QLatin1String id, const PositionMarket& market,
                                                domain::Percent max);

/// Forming minute at least `factor` times the mean of the three clock minutes before it.
[[nodiscard]] domain::CheckOutcome volumeOutcome(const PositionMarket& market,
                                                 domain::Percent factor);
[[nodiscard]] domain::Condition volumeCondition(QLatin1String id, const PositionMarket& market,
                                                domain::Percent factor);

/// Inside the window, in the continuous session of the symbol.
[[nodiscard]] domain::CheckOutcome windowOutcome(domain::Timestamp now, const Window& window,
                                                 bool continuous);
[[nodiscard]] domain::Condition windowCondition(QLatin1String id, domain::Timestamp now,
                                                const Window& window, bool continuous);
}  // namespace core::rules
