#pragma once

#include "core/base/result.h"
#include "core/domain/day_summary.h"
#include "core/engine/run_figures.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace core::engine
{
/// What the report needs besides the logic thread's figures.
struct ReportFacts
{
    RunFigures figures;
    domain::DayPtr day;  ///< Null = nothing of it could be read.
    /// Records the embedded simulator wrote on acknowledged registrations; empty when it is another
    /// process (nobody can count there).
    std::optional<std::int64_t> written;
    int logWarnings = 0;
};

/// The report of an unattended run.
///
/// Shape: {"symbols":{"005930":{"last","volume","acc_volume","bars_1m","gap_shares"}},"frames",
///        "records","lost","bad_frames","reconnects","warnings","summary":{"start_equity",
///        "end_equity","open_positions","violations","trades":[]}}; money in whole won. `lost` is
///        null where it cannot be known.
[[nodiscard]] QByteArray reportJson(const ReportFacts& facts);

/// Writes `reportJson` atomically.
[[nodiscard]] base::Status writeReport(const QString& fileName, const ReportFacts& facts);
}  // namespace core::engine
