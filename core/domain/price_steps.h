#pragma once

#include "core/domain/price.h"

namespace core::domain
{
/// Which table of price steps (호가가격단위) an issue follows.
enum class StepTable
{
    Share,  ///< KOSPI, KOSDAQ, KONEX shares, since 2023-01-25.
    Fund,   ///< ETF and ETN, since December 2023: 1 below 2,000 won, else 5.
    Elw,    ///< 5 everywhere.
};

/// The step that belongs to `price` itself: the distance to the next valid price above it.
[[nodiscard]] constexpr PriceDelta priceStep(Price price,
                                             StepTable table = StepTable::Share) noexcept
{
    const std::int64_t p = price.won();
    if (table == StepTable::Elw) {
        return {5};
    }
    if (table == StepTable::Fund) {
        return {p < 2'000 ? 1 : 5};
    }
    // clang-format off
    if (p <   2'000) { return {1}; }
    if (p <   5'000) { return {5}; }
    if (p <  20'000) { return {10}; }
    if (p <  50'000) { return {50}; }
    if (p < 200'000) { return {100}; }
    if (p < 500'000) { return {500}; }
    // clang-format on
    return {1'000};
}

[[nodiscard]] constexpr bool isOnStep(Price price, StepTable table = StepTable::Share) noexcept
{
    return price.won() > 0 && price.won() % priceStep(price, table).won == 0;
}

/// The valid price at or below `price`.
[[nodiscard]] constexpr Price roundDownToStep(Price price,
                                              StepTable table = StepTable::Share) noexcept
{
    return price - PriceDelta{price.won() % priceStep(price, table).won};
}

/// The valid price at or above `price`. Every band boundary is a multiple of both steps that
/// meet there, so the result is valid in whichever band it lands.
[[nodiscard]] constexpr Price roundUpToStep(Price price,
                                            StepTable table = StepTable::Share) noexcept
{
    const Price down = roundDownToStep(price, table);
    return down == price ? price : down + priceStep(down, table);
}

/// The next valid price above a valid price.
[[nodiscard]] constexpr Price nextUp(Price price, StepTable table = StepTable::Share) noexcept
{
    return price + priceStep(price, table);
}

/// The next valid price below a valid price: at a band boundary the lower band's step counts.
[[nodiscard]] constexpr Price nextDown(Price price, StepTable table = StepTable::Share) noexcept
{
    return price - priceStep(price - PriceDelta{1}, table);
}

/// Lowest and highest price of the day.
struct DailyLimits
{
    Price lower;
    Price upper;

    friend constexpr bool operator==(DailyLimits, DailyLimits) = default;
};

/// The ±30 % band around the reference price `base`, as KRX computes it. A cross-check only:
/// the broker's own figures win where they exist.
[[nodiscard]] constexpr DailyLimits dailyLimits(Price base,
                                                StepTable table = StepTable::Share) noexcept
{
    const std::int64_t width = base.won() * 3 / 10;
    const PriceDelta band{width - width % priceStep(base, table).won};
    return {.lower = base - band, .upper = roundDownToStep(base + band, table)};
}

/// Prices at which a static VI would start: the first valid step at or beyond ±10 % of `reference`.
[[nodiscard]] constexpr DailyLimits staticViPrices(Price reference,
                                                   StepTable table = StepTable::Share) noexcept
{
    const Price up = Price::fromWon((reference.won() * 11 + 9) / 10);
    const Price down = Price::fromWon(reference.won() * 9 / 10);
    return {.lower = roundDownToStep(down, table), .upper = roundUpToStep(up, table)};
}
}  // namespace core::domain
