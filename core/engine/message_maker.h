#pragma once

#include "core/desk/desk.h"
#include "core/notify/message.h"

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace core::engine
{
/// Turns what happens at the desk into messages worth telling: facts of the ledger, exits decided,
/// a line that is gone for more than ten seconds. A restart tells nothing again, for it makes no
/// new facts.
/// Thread: logic; looks at the desk after the event has been applied.
class MessageMaker final
{
public:
    explicit MessageMaker(const desk::Desk& desk) : m_desk{desk} {}

    void onRecord(const desk::Record& record);
    void onDecision(const domain::Decision& decision);
    /// `now` by the machine's monotonic clock: what protects a connection does not scale. Once a
    /// step.
    void onFeed(const domain::FeedFigures& figures, std::chrono::nanoseconds now);

    [[nodiscard]] std::vector<notify::Message> take() { return std::exchange(m_messages, {}); }

private:
    void tell(notify::Content content);
    void filled(const domain::Order& order);
    void refused(const domain::Order& order, bool byGate);

    const desk::Desk& m_desk;
    std::vector<notify::Message> m_messages;
    bool m_everLive = false;
    std::optional<std::chrono::nanoseconds> m_lostAt;
    bool m_lossTold = false;
};
}  // namespace core::engine
