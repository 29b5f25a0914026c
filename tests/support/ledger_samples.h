#pragma once

#include "core/orders/ledger.h"
#include "core/storage/order_ledger.h"

#include <QString>

#include <vector>

namespace test
{
/// A record like those of an order's life; the same number gives the same record.
[[nodiscard]] core::orders::LedgerRecord sampleRecord(int number);
[[nodiscard]] std::vector<core::orders::LedgerRecord> sampleRecords(int first, int count);

/// A ledger in `folder` without a reserve.
[[nodiscard]] core::storage::LedgerPlace sampleLedger(const QString& folder);
}  // namespace test
