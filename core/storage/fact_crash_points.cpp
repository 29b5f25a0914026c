#include "core/storage/fact_crash_points.h"

#include "core/base/crash_point.h"

#ifdef TERMINAL_CRASH_POINTS
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <optional>
#endif

namespace core::storage
{
#ifdef TERMINAL_CRASH_POINTS
namespace
{
using base::CrashPoint;

struct FactPoints
{
    QLatin1String name;  ///< Kind, or event of a step.
    CrashPoint before;
    CrashPoint after;
};

constexpr auto kPoints = std::to_array<FactPoints>({
    {QLatin1String{"intent"}, CrashPoint::IntentBeforeCommit, CrashPoint::IntentAfterCommit},
    {QLatin1String{"accept"}, CrashPoint::AcceptBeforeCommit, CrashPoint::AcceptAfterCommit},
    {QLatin1String{"reject"}, CrashPoint::RejectBeforeCommit, CrashPoint::RejectAfterCommit},
    {QLatin1String{"lose_answer"}, CrashPoint::LoseBeforeCommit, CrashPoint::LoseAfterCommit},
    {QLatin1String{"fill"}, CrashPoint::FillBeforeCommit, CrashPoint::FillAfterCommit},
    {QLatin1String{"want_cancel"}, CrashPoint::WantCancelBeforeCommit,
     CrashPoint::WantCancelAfterCommit},
    {QLatin1String{"cancel_done"}, CrashPoint::CancelDoneBeforeCommit,
     CrashPoint::CancelDoneAfterCommit},
    {QLatin1String{"want_amend"}, CrashPoint::WantAmendBeforeCommit,
     CrashPoint::WantAmendAfterCommit},
    {QLatin1String{"back_whole"}, CrashPoint::BackBeforeCommit, CrashPoint::BackAfterCommit},
    {QLatin1String{"hint"}, CrashPoint::HintBeforeCommit, CrashPoint::HintAfterCommit},
    {QLatin1String{"cash"}, CrashPoint::AccountBeforeCommit, CrashPoint::AccountAfterCommit},
    {QLatin1String{"day"}, CrashPoint::AccountBeforeCommit, CrashPoint::AccountAfterCommit},
    {QLatin1String{"holding"}, CrashPoint::AccountBeforeCommit, CrashPoint::AccountAfterCommit},
    {QLatin1String{"start_equity"}, CrashPoint::AccountBeforeCommit,
     CrashPoint::AccountAfterCommit},
});
}  // namespace

void reachFactPoints(std::span<const orders::LedgerRecord> records, Commit side)
{
    for (const orders::LedgerRecord& record : records) {
        QString name = record.kind;
        if (name == QLatin1String{"step"}) {
            name = QJsonDocument::fromJson(record.body)
                       .object()
                       .value(QLatin1String{"event"})
                       .toString();
        }
        for (const FactPoints& points : kPoints) {
            if (name == points.name) {
                base::reachCrashPoint(side == Commit::Before ? points.before : points.after);
            }
        }
    }
}
#else
void reachFactPoints(std::span<const orders::LedgerRecord>, Commit) {}
#endif
}  // namespace core::storage
