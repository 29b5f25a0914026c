#pragma once

#include "core/base/result.h"
#include "core/domain/day_summary.h"

#include <QByteArray>
#include <QJsonObject>

namespace core::report
{
/// The `summary` object of an unattended run (architecture section 5) with all figures of the day
/// record.
///
/// Shape:  start_equity, end_equity, open_positions, violations, trades[{code, strategy,
///         entry_time, exit_time, exit_reason, qty, net_pnl, ...}] and the rest. What is not known
///         is null, so that a reader finds every member on every day.
/// Units:  whole won and shares; `_ms` milliseconds; `_pct` percent as decimal text with 4 places;
///         other ratios decimal text with 6 places, all truncated towards zero; times
///         `YYYY-MM-DDTHH:MM:SS.mmm` in KST.
/// Thread: any; pure.
[[nodiscard]] QJsonObject summaryJson(const domain::DayRecord& record,
                                      const domain::DaySummary& summary);

/// `reports/DATE.json`: the summary for people's programs and the record to open the day again.
[[nodiscard]] QByteArray dayJson(const domain::DayRecord& record,
                                 const domain::DaySummary& summary);

/// Reads the record back from a file of `dayJson`; the summary is computed anew.
/// Errors: Malformed, naming the member; Unsupported for a version that is not known.
[[nodiscard]] base::Result<domain::DayRecord> dayFromJson(const QByteArray& file);
}  // namespace core::report
