#pragma once

#include "core/base/clock.h"
#include "core/domain/log_entry.h"

#include <QString>

#include <cstdint>

namespace core::domain
{
/// One line of the program's own log: English, for whoever looks for a fault. What the trader
/// should know is an entry of the event log (LogEntry).
struct TextLogLine
{
    std::uint64_t number = 0;  ///< 1, 2, 3, without holes.
    base::Timestamp time{};
    Severity severity = Severity::Info;
    QString category;  ///< "kis.feed"
    QString text;      ///< Redacted, without newlines.

    friend bool operator==(const TextLogLine&, const TextLogLine&) = default;
};
}  // namespace core::domain
