#include "core/desk/event_log.h"

#include <utility>

namespace core::desk
{
domain::LogEntry EventLog::add(domain::LogEntry entry)
{
    entry.number = ++m_number;
    if (m_entries.size() == kEntriesMax) {
        m_entries.erase(m_entries.begin());
    }
    m_entries.push_back(entry);
    m_shared.reset();
    return entry;
}

std::shared_ptr<const std::vector<domain::LogEntry>> EventLog::entries()
{
    if (!m_shared) {
        m_shared = std::make_shared<const std::vector<domain::LogEntry>>(m_entries);
    }
    return m_shared;
}
}  // namespace core::desk
