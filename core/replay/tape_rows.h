#pragma once

#include "core/domain/kst.h"
#include "core/domain/trade.h"
#include "core/tape/tape.h"

namespace core::replay
{
/// A row's phase; without one, regular from 09:00:00 to before 15:20:00, else pre or after.
[[nodiscard]] tape::TapePhase phaseOf(const tape::TapeRow& row) noexcept;

/// The row as the record the exchange would have sent. Only regular rows are trades.
[[nodiscard]] domain::Trade tradeOf(const tape::TapeRow& row, domain::Timestamp midnight,
                                    tape::TapePhase phase) noexcept;
}  // namespace core::replay
