#pragma once

#include "core/domain/log_entry.h"

#include <memory>
#include <vector>

namespace core::desk
{
/// The newest entries of the event log, as one shared value that is rebuilt only after an
/// addition was asked for again. Logic thread.
class EventLog final
{
public:
    static constexpr std::size_t kEntriesMax = 500;

    /// Numbers `entry`, keeps it and returns it.
    domain::LogEntry add(domain::LogEntry entry);
    [[nodiscard]] std::shared_ptr<const std::vector<domain::LogEntry>> entries();

private:
    std::vector<domain::LogEntry> m_entries;
    std::shared_ptr<const std::vector<domain::LogEntry>> m_shared;
    std::uint64_t m_number = 0;
};
}  // namespace core::desk
