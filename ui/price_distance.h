#pragma once

#include "core/domain/percent.h"
#include "core/domain/price_steps.h"
#include "core/domain/quantity.h"
#include "core/domain/won.h"

#include <QString>

#include <cstdint>

/// How far one price is from another, in price steps and in percent. Pure; any thread.
namespace ui
{
/// Steps from `from` to `to`, negative downwards: at least so many moves of one step are needed.
/// Never more than `kStepsMax` in size; 0 without both prices.
inline constexpr int kStepsMax = 9'999;
[[nodiscard]] int stepsBetween(core::domain::Price from, core::domain::Price to,
                               core::domain::StepTable table);
/// "+3", "−9", "0".
[[nodiscard]] QString signedCountText(std::int64_t count);
/// "−0.84 % · −12": from `from` to `to` in percent of `from` and in steps; "–" without prices.
[[nodiscard]] QString distanceText(core::domain::Price from, core::domain::Price to,
                                   core::domain::StepTable table);
/// "10,250 (+3)": a price and the steps to it from `from`.
[[nodiscard]] QString priceAndStepsText(core::domain::Price from, core::domain::Price to,
                                        core::domain::StepTable table);

enum class Rounding : std::uint8_t
{
    Up,
    Down,
};
/// The valid price next to the average of `cost` and `quantity` raised by `gain`; 0 for no shares.
[[nodiscard]] core::domain::Price
priceOfGain(core::domain::Won cost, core::domain::Quantity quantity, core::domain::Percent gain,
            core::domain::StepTable table, Rounding rounding = Rounding::Up);
}  // namespace ui
