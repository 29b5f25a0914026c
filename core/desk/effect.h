#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/feed.h"
#include "core/domain/log_entry.h"
#include "core/domain/session_calendar.h"
#include "core/domain/symbol.h"

#include <optional>
#include <variant>
#include <vector>

namespace core::desk
{
/// The registrations wanted from now on, most important first.
struct WantStreams
{
    std::vector<domain::FeedKey> wanted;
};

// Questions to the broker; the answers come back as events.
struct QueryRanking
{
    domain::RankingList list = domain::RankingList::TradedValue;
};
struct QueryMinuteBars
{
    domain::Symbol symbol;
    std::optional<domain::TimeOfDay> until;  ///< Seoul; empty = now. The half hour before it.
};
struct QueryPrice
{
    domain::Symbol symbol;
};
struct QueryBalance
{
};
struct QueryHoliday
{
    domain::TradingDate date{};
};

/// The session's phase is another one now: the feed's liveness rule depends on it.
struct PhaseChanged
{
    domain::SessionPhase phase = domain::SessionPhase::Closed;
};

/// Something a person or the text log should know.
struct Report
{
    domain::LogEntry entry;
};

/// What the desk wants done. It never does anything itself.
using Effect = std::variant<WantStreams, QueryRanking, QueryMinuteBars, QueryPrice, QueryBalance,
                            QueryHoliday, PhaseChanged, Report>;
}  // namespace core::desk
