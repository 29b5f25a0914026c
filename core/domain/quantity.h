#pragma once

#include "core/domain/price.h"
#include "core/domain/won.h"

#include <compare>
#include <cstdint>

namespace core::domain
{
/// Whole shares; never negative in a record, negative only as a difference.
class Quantity final
{
public:
    constexpr Quantity() noexcept = default;
    explicit constexpr Quantity(std::int64_t shares) noexcept : m_shares{shares} {}

    [[nodiscard]] constexpr std::int64_t shares() const noexcept { return m_shares; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) noexcept
    {
        return Quantity{a.m_shares + b.m_shares};
    }
    friend constexpr Quantity operator-(Quantity a, Quantity b) noexcept
    {
        return Quantity{a.m_shares - b.m_shares};
    }
    constexpr Quantity& operator+=(Quantity b) noexcept
    {
        m_shares += b.m_shares;
        return *this;
    }

private:
    std::int64_t m_shares = 0;
};

/// What `quantity` shares cost at `price`, without fees.
[[nodiscard]] constexpr Won amount(Price price, Quantity quantity) noexcept
{
    return Won{price.won() * quantity.shares()};
}
}  // namespace core::domain
