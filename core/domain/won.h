#pragma once

#include <compare>
#include <cstdint>

namespace core::domain
{
/// An amount of money in whole won; may be negative. Adds and subtracts; a product of price and
/// quantity comes from `amount()`. Every rounding names its direction where it happens.
class Won final
{
public:
    constexpr Won() noexcept = default;
    explicit constexpr Won(std::int64_t value) noexcept : m_value{value} {}

    [[nodiscard]] constexpr std::int64_t value() const noexcept { return m_value; }

    friend constexpr auto operator<=>(Won, Won) = default;
    friend constexpr Won operator+(Won a, Won b) noexcept { return Won{a.m_value + b.m_value}; }
    friend constexpr Won operator-(Won a, Won b) noexcept { return Won{a.m_value - b.m_value}; }
    constexpr Won& operator+=(Won b) noexcept
    {
        m_value += b.m_value;
        return *this;
    }

private:
    std::int64_t m_value = 0;
};
}  // namespace core::domain
