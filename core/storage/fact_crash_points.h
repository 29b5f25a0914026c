#pragma once

#include "core/orders/ledger.h"

#include <span>

namespace core::storage
{
/// Which side of the commit.
enum class Commit
{
    Before,
    After,
};

/// Comes by the crash points of every kind of fact in `records`; nothing in a release build.
void reachFactPoints(std::span<const orders::LedgerRecord> records, Commit side);
}  // namespace core::storage
