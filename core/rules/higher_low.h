#pragma once

#include "core/domain/bar.h"
#include "core/domain/position_marks.h"

#include <optional>
#include <span>

namespace core::rules
{
/// The highest new HL among `complete` 1-minute bars of the session, oldest first: a low strictly
/// below the lows of `width` bars on each side, above the current HL, in a minute that begins at
/// or after the add's last fill. Empty = none.
[[nodiscard]] std::optional<domain::Price> newHigherLow(std::span<const domain::Bar> complete,
                                                        const domain::PositionMarks& marks,
                                                        std::size_t width);
}  // namespace core::rules
