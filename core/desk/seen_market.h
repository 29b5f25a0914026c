#pragma once

#include "core/domain/derived.h"
#include "core/domain/trade_conditions.h"

namespace core::desk
{
/// What of a market is kept with an order's intent. Logic thread; pure.
[[nodiscard]] domain::TradeConditions conditionsOf(const domain::MarketView& market);
}  // namespace core::desk
