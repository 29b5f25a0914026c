#include "core/storage/crc32c.h"

#include <array>

namespace core::storage
{
namespace
{
constexpr std::uint32_t kPolynomial = 0x82F63B78U;  // Reflected.

constexpr std::array<std::uint32_t, 256> makeTable() noexcept
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1U) != 0 ? (value >> 1U) ^ kPolynomial : value >> 1U;
        }
        table[byte] = value;
    }
    return table;
}
constexpr std::array<std::uint32_t, 256> kTable = makeTable();
}  // namespace

std::uint32_t crc32c(QByteArrayView bytes, std::uint32_t seed) noexcept
{
    std::uint32_t value = ~seed;
    for (const char byte : bytes) {
        value = (value >> 8U) ^ kTable[(value ^ static_cast<std::uint8_t>(byte)) & 0xFFU];
    }
    return ~value;
}
}  // namespace core::storage
