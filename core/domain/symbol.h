#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace core::domain
{
/// The short code of an issue as on the wire: "005930", "0001A0", "00104K", "Q530031".
///
/// One to seven characters, digits and capital letters; letters occur, so it is text and
/// never a number, and never a prefix of another. Ordered as text. One word in memory.
class Symbol final
{
public:
    static constexpr int kLengthMax = 7;

    constexpr Symbol() noexcept = default;

    /// Errors: none for one to seven of [0-9A-Z]; everything else is no symbol.
    [[nodiscard]] static constexpr std::optional<Symbol> parse(std::string_view text) noexcept
    {
        return fromUnits(text.data(), text.size());
    }
    [[nodiscard]] static std::optional<Symbol> parse(QStringView text) noexcept
    {
        return fromUnits(text.utf16(), static_cast<std::size_t>(text.size()));
    }

    [[nodiscard]] constexpr bool isEmpty() const noexcept { return m_units[0] == '\0'; }
    [[nodiscard]] std::string_view view() const noexcept
    {
        return std::string_view{m_units.data()};
    }
    [[nodiscard]] QString toString() const { return QString::fromLatin1(m_units.data()); }
    /// The eight bytes as one number; equal exactly if the symbols are equal.
    [[nodiscard]] constexpr std::uint64_t word() const noexcept
    {
        return std::bit_cast<std::uint64_t>(m_units);
    }

    friend constexpr auto operator<=>(const Symbol&, const Symbol&) = default;
    friend constexpr bool operator==(const Symbol& a, const Symbol& b) noexcept
    {
        return a.word() == b.word();
    }

private:
    template <typename Unit>
    static constexpr std::optional<Symbol> fromUnits(const Unit* units, std::size_t size) noexcept
    {
        if (size == 0 || size > kLengthMax) {
            return std::nullopt;
        }
        Symbol symbol;
        for (std::size_t i = 0; i < size; ++i) {
            const auto unit = units[i];
            const bool known = (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z');
            if (!known) {
                return std::nullopt;
            }
            symbol.m_units[i] = static_cast<char>(unit);
        }
        return symbol;
    }

    std::array<char, kLengthMax + 1> m_units{};
};
static_assert(sizeof(Symbol) == 8, "Symbol is a key everywhere; keep it one word");

inline std::size_t qHash(const Symbol& symbol, std::size_t seed = 0) noexcept
{
    return std::hash<std::uint64_t>{}(symbol.word()) ^ seed;
}
}  // namespace core::domain

template <>
struct std::hash<core::domain::Symbol>
{
    std::size_t operator()(const core::domain::Symbol& symbol) const noexcept
    {
        // The bytes are nearly constant in the high half: spread them.
        return static_cast<std::size_t>((symbol.word() * 0x9E3779B97F4A7C15ULL) >> 16U);
    }
};
