#pragma once

#include "core/base/result.h"
#include "core/domain/day_record.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace core::engine
{
/// What a journal holds, counted.
struct JournalFacts
{
    std::uint32_t blocks = 0;
    int openings = 0;  ///< Starts of the program.
    std::uint64_t events = 0;
    /// Places where an event's number does not follow the one before it within one run of the
    /// program: inputs that are missing or there twice.
    std::uint64_t holes = 0;
    domain::Timestamp from{};
    domain::Timestamp until{};
    std::vector<domain::DataGap> gaps;  ///< When the program was not there.
    qint64 wholeBytes = 0;              ///< Up to the end of the last whole block.
    qint64 tornBytes = 0;               ///< Behind it.
};

/// Reads a journal from end to end; it may be written meanwhile.
/// Errors: NotFound; Io; Malformed: damaged before its end; Unsupported: of another version.
/// Thread: any; takes its time.
[[nodiscard]] base::Result<JournalFacts> journalFacts(const QString& path);
}  // namespace core::engine
