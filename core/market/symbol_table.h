#pragma once

#include "core/domain/symbol.h"

#include <bit>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::market
{
/// Dense number of a symbol within one `SymbolTable`: an index into arrays, from 0.
class SymbolId final
{
public:
    constexpr SymbolId() noexcept = default;
    explicit constexpr SymbolId(std::uint16_t index) noexcept : m_index{index} {}

    [[nodiscard]] constexpr std::size_t index() const noexcept { return m_index; }
    friend constexpr auto operator<=>(SymbolId, SymbolId) = default;

private:
    std::uint16_t m_index = 0;
};

/// Symbol to dense id: one load for codes of six digits, a small open-addressed hash for those
/// with letters. Ids are given in the order of first use and never change.
///
/// The direct table is 2 MB of zero pages, of which only the touched ones exist.
/// Thread: one; logic.
class SymbolTable final
{
public:
    static constexpr std::size_t kSymbolsMax = 65'000;

    SymbolTable();

    /// The id if `symbol` has one, else `fallback()`: one branch where the id is there.
    template <typename Fallback>
    [[nodiscard]] SymbolId findOr(const domain::Symbol& symbol, Fallback&& fallback) const
    {
        const std::uint16_t entry = entryOf(symbol);
        return entry != 0 ? SymbolId{static_cast<std::uint16_t>(entry - 1)} : fallback();
    }
    [[nodiscard]] std::optional<SymbolId> find(const domain::Symbol& symbol) const noexcept
    {
        const std::uint16_t entry = entryOf(symbol);
        return entry == 0 ? std::nullopt
                          : std::optional{SymbolId{static_cast<std::uint16_t>(entry - 1)}};
    }
    /// The id of `symbol`, a new one at its first use.
    SymbolId insert(const domain::Symbol& symbol);

    [[nodiscard]] std::size_t size() const noexcept { return m_symbols.size(); }
    [[nodiscard]] const domain::Symbol& symbol(SymbolId id) const { return m_symbols[id.index()]; }

private:
    static constexpr std::uint32_t kNotDigits = 0xFFFF'FFFFU;
    static constexpr std::size_t kDirectSize = 1'000'000;
    static_assert(std::endian::native == std::endian::little, "sixDigits reads bytes by position");

    struct Free
    {
        void operator()(std::uint16_t* table) const noexcept;
    };
    struct Slot
    {
        std::uint64_t word = 0;
        std::uint16_t entry = 0;  ///< Id + 1; 0 = free.
    };

    /// The number that six digits spell, all bytes at once; `kNotDigits` for anything else.
    [[nodiscard]] static constexpr std::uint32_t sixDigits(std::uint64_t word) noexcept
    {
        constexpr std::uint64_t kHigh = 0x0000'F0F0'F0F0'F0F0ULL;
        constexpr std::uint64_t kZeros = 0x0000'3030'3030'3030ULL;
        const std::uint64_t digits = word ^ kZeros;
        // A letter keeps a high bit; an eighth or seventh character keeps the top bytes. Symbols
        // hold digits and capitals only, so 0x3A to 0x3F cannot occur.
        if ((digits & (kHigh | 0xFFFF'0000'0000'0000ULL)) != 0) {
            return kNotDigits;
        }
        // Pairs, then the three pairs: the first character is in the lowest byte.
        const std::uint64_t pairs = (digits * 10 + (digits >> 8U)) & 0x0000'00FF'00FF'00FFULL;
        return static_cast<std::uint32_t>((pairs & 0xFFU) * 10'000 + ((pairs >> 16U) & 0xFFU) * 100
                                          + ((pairs >> 32U) & 0xFFU));
    }
    [[nodiscard]] std::uint16_t entryOf(const domain::Symbol& symbol) const noexcept
    {
        const std::uint32_t number = sixDigits(symbol.word());
        return number != kNotDigits ? m_direct.get()[number] : hashedEntry(symbol.word());
    }
    [[nodiscard]] std::size_t slotOf(std::uint64_t word) const noexcept;
    [[nodiscard]] std::uint16_t hashedEntry(std::uint64_t word) const noexcept
    {
        return m_hash[slotOf(word)].entry;
    }
    void grow();

    std::unique_ptr<std::uint16_t, Free> m_direct;
    std::vector<Slot> m_hash;
    std::size_t m_hashed = 0;
    std::vector<domain::Symbol> m_symbols;
};
}  // namespace core::market
