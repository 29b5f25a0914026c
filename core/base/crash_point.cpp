#include "core/base/crash_point.h"

#ifdef TERMINAL_CRASH_POINTS

#include <array>
#include <atomic>
#include <csignal>
#include <unistd.h>

namespace core::base
{
namespace
{
// A crash strikes the process, so what decides it is process-wide too.
std::atomic<int> armed{-1};
std::atomic<int> hitsLeft{0};
std::atomic<Sabotage> broken{Sabotage::None};

constexpr auto kNames = std::to_array<QLatin1String>({
    QLatin1String{"LogicBeforeCommand"},
    QLatin1String{"LogicAfterCommand"},
    QLatin1String{"LogicBeforeRecord"},
    QLatin1String{"LogicAfterRecord"},
    QLatin1String{"LogicBeforeAnswer"},
    QLatin1String{"LogicAfterAnswer"},
    QLatin1String{"LogicBeforeList"},
    QLatin1String{"LogicAfterList"},
    QLatin1String{"LogicBeforeNotice"},
    QLatin1String{"LogicAfterNotice"},
    QLatin1String{"LogicBeforeLedgerReply"},
    QLatin1String{"LogicAfterLedgerReply"},
    QLatin1String{"LedgerTaken"},
    QLatin1String{"LedgerBeforeBegin"},
    QLatin1String{"LedgerAfterBegin"},
    QLatin1String{"LedgerBetweenRows"},
    QLatin1String{"LedgerBeforeCommit"},
    QLatin1String{"LedgerAfterCommit"},
    QLatin1String{"LedgerBeforeRelease"},
    QLatin1String{"LedgerAfterRelease"},
    QLatin1String{"LedgerBeforeReply"},
    QLatin1String{"LedgerAfterReply"},
    QLatin1String{"LedgerBeforeCheckpoint"},
    QLatin1String{"LedgerAfterCheckpoint"},
    QLatin1String{"IntentBeforeCommit"},
    QLatin1String{"IntentAfterCommit"},
    QLatin1String{"AcceptBeforeCommit"},
    QLatin1String{"AcceptAfterCommit"},
    QLatin1String{"RejectBeforeCommit"},
    QLatin1String{"RejectAfterCommit"},
    QLatin1String{"LoseBeforeCommit"},
    QLatin1String{"LoseAfterCommit"},
    QLatin1String{"FillBeforeCommit"},
    QLatin1String{"FillAfterCommit"},
    QLatin1String{"WantCancelBeforeCommit"},
    QLatin1String{"WantCancelAfterCommit"},
    QLatin1String{"CancelDoneBeforeCommit"},
    QLatin1String{"CancelDoneAfterCommit"},
    QLatin1String{"WantAmendBeforeCommit"},
    QLatin1String{"WantAmendAfterCommit"},
    QLatin1String{"BackBeforeCommit"},
    QLatin1String{"BackAfterCommit"},
    QLatin1String{"HintBeforeCommit"},
    QLatin1String{"HintAfterCommit"},
    QLatin1String{"AccountBeforeCommit"},
    QLatin1String{"AccountAfterCommit"},
    QLatin1String{"NetOrderTaken"},
    QLatin1String{"NetBeforeFirstByte"},
    QLatin1String{"NetAfterFirstByte"},
    QLatin1String{"NetAfterLastByte"},
    QLatin1String{"NetAnswerBegun"},
    QLatin1String{"NetAnswerRead"},
    QLatin1String{"NetBeforeAnswered"},
    QLatin1String{"NetAfterAnswered"},
    QLatin1String{"NetBeforeListAsked"},
    QLatin1String{"NetAfterListRead"},
    QLatin1String{"StartAfterLock"},
    QLatin1String{"StartBeforeOpen"},
    QLatin1String{"StartAfterOpen"},
    QLatin1String{"StartAfterCheck"},
    QLatin1String{"StartAfterLoad"},
    QLatin1String{"StartBeforeFold"},
    QLatin1String{"StartAfterFold"},
    QLatin1String{"StartBeforeReconcile"},
    QLatin1String{"StartAfterReconcile"},
});
static_assert(kNames.size() == static_cast<std::size_t>(kCrashPointCount));
}  // namespace

void armCrashPoint(CrashPoint point, int hit)
{
    hitsLeft = hit;
    armed = static_cast<int>(point);
}

void reachCrashPoint(CrashPoint point) noexcept
{
    if (armed.load(std::memory_order_relaxed) == static_cast<int>(point) && --hitsLeft == 0) {
        ::kill(::getpid(), SIGKILL);
        for (;;) {
            ::pause();  // Nothing may happen after the point, not even until the signal arrives.
        }
    }
}

QLatin1String toText(CrashPoint point) noexcept
{
    return kNames[static_cast<std::size_t>(point)];
}

std::optional<CrashPoint> crashPoint(QStringView text) noexcept
{
    for (std::size_t index = 0; index < kNames.size(); ++index) {
        if (text == kNames[index]) {
            return static_cast<CrashPoint>(index);
        }
    }
    return std::nullopt;
}

void setSabotage(Sabotage kind) noexcept
{
    broken = kind;
}

Sabotage sabotage() noexcept
{
    return broken;
}
}  // namespace core::base

#endif
