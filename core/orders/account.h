#pragma once

#include "core/orders/books.h"

#include <functional>
#include <optional>

namespace core::orders
{
/// The newest price of a symbol that may value a position; nullopt = none is known.
using PriceOf = std::function<std::optional<domain::Price>(const domain::Symbol&)>;

/// Equity (trading rules section 7): cash, counting today's fills as settled, plus every holding at
/// its last price. The one function for start, running and end values. nullopt while cash or a
/// price is missing: absence is never zero (L02).
[[nodiscard]] std::optional<domain::Won> equity(const Books& books, const PriceOf& priceOf);

/// Money that open buy orders may still take, at their limits; orders without a price count at
/// `priceOf` (their margin price). Unknown orders count whole (I6).
[[nodiscard]] domain::Won reserved(const Books& books, const PriceOf& marginPriceOf);

/// What all holdings and open buys together cost: exposure at cost (RC-13).
[[nodiscard]] domain::Won exposure(const Books& books, const PriceOf& marginPriceOf);

/// The same for one symbol (RC-12).
[[nodiscard]] domain::Won exposureOf(const Books& books, const domain::Symbol& symbol,
                                     const PriceOf& marginPriceOf);
}  // namespace core::orders
