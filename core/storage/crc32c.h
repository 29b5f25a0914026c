#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace core::storage
{
/// CRC-32C (Castagnoli), continued from `seed` so that parts can be fed one after the other.
/// Thread: any; pure.
[[nodiscard]] std::uint32_t crc32c(QByteArrayView bytes, std::uint32_t seed = 0) noexcept;
}  // namespace core::storage
