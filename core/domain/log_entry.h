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

    // Orders. The first argument is always the order's side and quantity as "B 10" or "S 10".
    OrderSent,           ///< order, price or "-", rule
    OrderDenied,         ///< order, check ("RC-10"), value, limit
    OrderNotSent,        ///< order, what happened
    OrderAccepted,       ///< order, broker number
    OrderRejected,       ///< order, message code, broker's words
    OrderUnknown,        ///< order, what happened
    OrderFound,          ///< order, broker number
    OrderAmbiguous,      ///< order, number of candidates
    OrderAbsent,         ///< order, complete lists read
    OrderAppearedLate,   ///< order, broker number
    OrderNeverAccepted,  ///< order
    OrderFilled,         ///< order, filled so far, average price
    OrderCancelled,      ///< order, filled, cancelled
    OrderExpired,        ///< order, filled
    OrderAmended,        ///< order, new price
    CancelRefused,       ///< order, message code, broker's words
    CancelUnknown,       ///< order
    ExitEscalated,       ///< order, step
    ExitLate,            ///< order, seconds
    LimitLocked,         ///< order
    IllegalOrderStep,    ///< order, state, event
    ExternalOrder,       ///< order, broker number

    // Positions, account, gate.
    HoldingMismatch,   ///< symbol, ours, broker's
    HoldingAccepted,   ///< symbol, ours, broker's
    ExternalHolding,   ///< symbol, shares
    Reconciled,        ///< orders, holdings
    ReconcileFailed,   ///< what is missing
    CodeFrozen,        ///< symbol, cause
    CodeThawed,        ///< symbol, cause
    GateClosed,        ///< cause, gate state, detail
    GateOpened,        ///< cause
    KillRaised,        ///< level, cause (empty = the trader)
    KillReleased,      ///< level
    ArmedNow,          ///< until
    DisarmedNow,       ///< cause
    LedgerSlow,        ///< milliseconds
    LedgerFailed,      ///< what happened
    LedgerSetAside,    ///< what was found
    NoticeUnreadable,  ///< count
    ClockJumped,       ///< seconds
    ClockSkewed,       ///< milliseconds

    // Rules.
    BuyDecided,     ///< rule, shares, price
    ExitDecided,    ///< rule, shares, price
    RuleSilent,     ///< rule, why no order may leave
    GuardFired,     ///< rule, equity
    PatternMoved,   ///< from, to
    OverrideEnded,  ///< mode
    ShadowOver,     ///< rule, shadow won, real won

    // The record of the day.
    RecordsProblem,  ///< what happened
    RecordsAgain,    ///< rows or inputs that were lost meanwhile
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
