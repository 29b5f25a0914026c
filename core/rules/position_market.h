#pragma once

#include "core/config/config.h"
#include "core/rules/position_input.h"

namespace core::rules
{
/// What the rules read of a symbol, out of everything the market cache derives. A price of 0 is a
/// missing figure, except on a side of a book that was published.
[[nodiscard]] PositionMarket positionMarket(const domain::MarketView& view, domain::Timestamp now,
                                            const config::DataSection& data);
}  // namespace core::rules
