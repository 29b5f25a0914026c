#pragma once

#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace core::domain
{
enum class Severity : std::uint8_t
{
    Info,
    Notice,
    Warning,
    Critical,
};

/// What happened, as a code; `ui/` has the sentence and what to do about it. `arguments` fill
/// its placeholders, in order.
enum class LogCode : std::uint8_t
{
    Started,               ///< environment
    InstrumentsLoaded,     ///< count, skipped rows
    InstrumentsFromCache,  ///< age in days
    InstrumentsFailed,     ///< detail
    FeedConnected,         ///< registrations
    FeedLost,              ///< detail
    FeedReconnected,       ///< seconds
    FeedStale,             ///< seconds
    FeedStopped,           ///< detail
    BadFrame,              ///< count, detail
    SchemaDrift,           ///< stream, fields
    SubscriptionRefused,   ///< stream, symbol, message code
    DataGap,               ///< symbol, missing shares, seconds
    VolumeReset,           ///< symbol
    ViStarted,             ///< symbol
    ViEnded,               ///< symbol
    IssueHalted,           ///< symbol, reason
    MarketEvent,           ///< code, meaning
    Screened,              ///< eligible, scored, pool
    RankingFailed,         ///< list
    WarmUpDone,            ///< symbol count
    TokenReady,            ///< valid until
    BrokerProblem,         ///< detail
    SessionPhaseChanged,   ///< phase
    LimitMismatch,         ///< symbol, ours, broker's
    ClosingRoutineDone,
};

struct LogEntry
{
    std::uint64_t number = 0;
    Timestamp time{};
    Severity severity = Severity::Info;
    LogCode code = LogCode::Started;
    Symbol symbol;  ///< Empty if it concerns no single issue.
    QStringList arguments;

    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};
}  // namespace core::domain
