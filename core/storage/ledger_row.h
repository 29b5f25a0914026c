#pragma once

#include "core/orders/ledger.h"

#include <QByteArray>

#include <cstdint>

namespace core::storage
{
/// Length of the digests that chain the rows.
inline constexpr qsizetype kHashBytes = 32;

/// One row of the table `event`. Each carries the digest of the one before it, so none can be
/// changed, left out or put elsewhere without breaking the chain; the last one, which nobody
/// follows yet, is covered by its own checksum.
struct LedgerRow
{
    std::int64_t seq = 0;  ///< From 1 without holes.
    orders::LedgerRecord record;
    QByteArray previous;  ///< Digest of the row before; of the first: of the account's key.
    std::uint32_t checksum = 0;
};

/// CRC-32C over every other column.
[[nodiscard]] std::uint32_t checksumOf(const LedgerRow& row);
/// SHA-256 over all columns.
[[nodiscard]] QByteArray digestOf(const LedgerRow& row);
}  // namespace core::storage
