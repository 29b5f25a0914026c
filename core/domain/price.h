#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <compare>
#include <cstdint>

namespace core::domain
{
/// The distance between two prices, in whole won. May be negative.
struct PriceDelta
{
    std::int64_t won = 0;

    friend constexpr auto operator<=>(PriceDelta, PriceDelta) = default;
};

/// Price of one share, in whole won.
///
/// A point on a scale, not a length: two prices subtract to a PriceDelta and a delta moves a
/// price, but prices never add and never multiply each other. Zero means "no price" on the
/// wire and never reaches here: absence is an optional.
class Price final
{
public:
    constexpr Price() noexcept = default;
    [[nodiscard]] static constexpr Price fromWon(std::int64_t won) noexcept { return Price{won}; }
    /// Whole, positive won. Errors: Malformed; OutOfRange for zero, negative or beyond 10^9.
    [[nodiscard]] static base::Result<Price> parse(QStringView text);

    [[nodiscard]] constexpr std::int64_t won() const noexcept { return m_won; }

    friend constexpr auto operator<=>(Price, Price) = default;
    friend constexpr PriceDelta operator-(Price a, Price b) noexcept { return {a.m_won - b.m_won}; }
    friend constexpr Price operator+(Price a, PriceDelta b) noexcept
    {
        return Price{a.m_won + b.won};
    }
    friend constexpr Price operator-(Price a, PriceDelta b) noexcept
    {
        return Price{a.m_won - b.won};
    }

private:
    explicit constexpr Price(std::int64_t won) noexcept : m_won{won} {}

    std::int64_t m_won = 0;
};
static_assert(sizeof(Price) == 8, "Price is copied by value everywhere; keep it one word");

/// Highest price any parser lets in. Bars and hot blocks store 32-bit won.
inline constexpr Price kPriceMax = Price::fromWon(1'000'000'000);
}  // namespace core::domain
