#include "core/market/symbol_table.h"

#include <QtGlobal>

#include <cstdlib>
#include <functional>
#include <utility>

namespace core::market
{
namespace
{
constexpr std::size_t kHashSizeMin = 256;
}

void SymbolTable::Free::operator()(std::uint16_t* table) const noexcept
{
    std::free(table);  // NOLINT(cppcoreguidelines-no-malloc): pairs with calloc below
}

// calloc and not a vector: zeroed pages come from the system and exist only once touched.
SymbolTable::SymbolTable()
    : m_direct{static_cast<std::uint16_t*>(
        std::calloc(kDirectSize, sizeof(std::uint16_t)))},  // NOLINT(cppcoreguidelines-no-malloc)
      m_hash(kHashSizeMin)
{
    Q_CHECK_PTR(m_direct.get());
}

SymbolId SymbolTable::insert(const domain::Symbol& symbol)
{
    if (const std::optional<SymbolId> known = find(symbol)) {
        return *known;
    }
    Q_ASSERT(m_symbols.size() < kSymbolsMax);
    const SymbolId id{static_cast<std::uint16_t>(m_symbols.size())};
    m_symbols.push_back(symbol);
    const auto entry = static_cast<std::uint16_t>(id.index() + 1);
    if (const std::uint32_t number = sixDigits(symbol.word()); number != kNotDigits) {
        m_direct.get()[number] = entry;
        return id;
    }
    if ((m_hashed + 1) * 2 > m_hash.size()) {
        grow();
    }
    m_hash[slotOf(symbol.word())] = {symbol.word(), entry};
    ++m_hashed;
    return id;
}

/// The slot that holds `word`, or the free one where it belongs. The table is at most half full.
std::size_t SymbolTable::slotOf(std::uint64_t word) const noexcept
{
    const std::size_t mask = m_hash.size() - 1;
    std::size_t slot = static_cast<std::size_t>((word * 0x9E37'79B9'7F4A'7C15ULL) >> 40U) & mask;
    while (m_hash[slot].entry != 0 && m_hash[slot].word != word) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void SymbolTable::grow()
{
    const std::vector<Slot> old = std::exchange(m_hash, std::vector<Slot>(m_hash.size() * 2));
    for (const Slot& slot : old) {
        if (slot.entry != 0) {
            m_hash[slotOf(slot.word)] = slot;
        }
    }
}
}  // namespace core::market
