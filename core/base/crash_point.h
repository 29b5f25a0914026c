#pragma once

#include <QLatin1String>

#include <cstdint>
#include <optional>

namespace core::base
{
/// Places at which a test may kill the program without warning (`make torture`). Each has a
/// number, its position here; together they surround every write, send and commit of an order.
enum class CrashPoint : std::uint8_t
{
    // Logic thread: a wish, an answer, a list, a notice.
    LogicBeforeCommand,
    LogicAfterCommand,
    LogicBeforeRecord,  ///< Facts decided, not yet on their way to the ledger.
    LogicAfterRecord,
    LogicBeforeAnswer,
    LogicAfterAnswer,
    LogicBeforeList,
    LogicAfterList,
    LogicBeforeNotice,
    LogicAfterNotice,
    LogicBeforeLedgerReply,
    LogicAfterLedgerReply,
    // Ledger thread: one write.
    LedgerTaken,
    LedgerBeforeBegin,
    LedgerAfterBegin,
    LedgerBetweenRows,
    LedgerBeforeCommit,
    LedgerAfterCommit,
    LedgerBeforeRelease,
    LedgerAfterRelease,
    LedgerBeforeReply,
    LedgerAfterReply,
    LedgerBeforeCheckpoint,
    LedgerAfterCheckpoint,
    // Ledger thread: the same around each kind of fact.
    IntentBeforeCommit,
    IntentAfterCommit,
    AcceptBeforeCommit,
    AcceptAfterCommit,
    RejectBeforeCommit,
    RejectAfterCommit,
    LoseBeforeCommit,
    LoseAfterCommit,
    FillBeforeCommit,
    FillAfterCommit,
    WantCancelBeforeCommit,
    WantCancelAfterCommit,
    CancelDoneBeforeCommit,
    CancelDoneAfterCommit,
    WantAmendBeforeCommit,
    WantAmendAfterCommit,
    BackBeforeCommit,
    BackAfterCommit,
    HintBeforeCommit,
    HintAfterCommit,
    AccountBeforeCommit,  ///< Cash, holdings, day, start equity, kill, latches.
    AccountAfterCommit,
    // Net thread: one order request.
    NetOrderTaken,
    NetBeforeFirstByte,
    NetAfterFirstByte,
    NetAfterLastByte,
    NetAnswerBegun,
    NetAnswerRead,
    NetBeforeAnswered,
    NetAfterAnswered,
    NetBeforeListAsked,
    NetAfterListRead,
    // Start: every start is a recovery.
    StartAfterLock,
    StartBeforeOpen,
    StartAfterOpen,
    StartAfterCheck,
    StartAfterLoad,
    StartBeforeFold,
    StartAfterFold,
    StartBeforeReconcile,
    StartAfterReconcile,
};
inline constexpr int kCrashPointCount = static_cast<int>(CrashPoint::StartAfterReconcile) + 1;

/// Protections a test takes away to see that it notices (`make torture BREAK=...`).
enum class Sabotage : std::uint8_t
{
    None,
    SendFirst,  ///< Sends before the ledger has it and repeats what was not answered.
    NoFsync,    ///< The ledger's commits do not reach the disk.
};

#ifdef TERMINAL_CRASH_POINTS
/// From now on the process kills itself (SIGKILL) the `hit`-th time it comes by `point`.
/// Thread: before the others start.
void armCrashPoint(CrashPoint point, int hit);
void reachCrashPoint(CrashPoint point) noexcept;
[[nodiscard]] QLatin1String toText(CrashPoint point) noexcept;
[[nodiscard]] std::optional<CrashPoint> crashPoint(QStringView text) noexcept;

void setSabotage(Sabotage kind) noexcept;
[[nodiscard]] Sabotage sabotage() noexcept;
#else
[[nodiscard]] constexpr Sabotage sabotage() noexcept
{
    return Sabotage::None;
}
#endif
}  // namespace core::base

/// `CRASH_POINT(LedgerBeforeCommit);` is nothing at all in a release build.
#ifdef TERMINAL_CRASH_POINTS
#define CRASH_POINT(name) ::core::base::reachCrashPoint(::core::base::CrashPoint::name)
#else
#define CRASH_POINT(name) static_cast<void>(0)
#endif
