#include "tests/torture/coverage.h"

#include <algorithm>
#include <numeric>

namespace torture
{
namespace
{
// Reliability section 5.2: what a long run must have had; a shorter one, everything once.
constexpr int kLongRuns = 3000;
constexpr int kLongKillsOfPoint = 20;
constexpr int kLongOfFault = 100;
constexpr int kFullRuns = 300;  ///< From here on a run must have come everywhere.
}  // namespace

int Coverage::kills() const
{
    return std::accumulate(m_kills.begin(), m_kills.end(), m_random);
}

core::base::CrashPoint Coverage::neediest(int turn) const
{
    std::size_t best = 0;
    const std::size_t count = m_kills.size();
    for (std::size_t step = 0; step < count; ++step) {
        const std::size_t at = (static_cast<std::size_t>(turn) + step) % count;
        if (step == 0
            || std::pair{m_kills[at], m_tries[at]} < std::pair{m_kills[best], m_tries[best]}) {
            best = at;
        }
    }
    return static_cast<core::base::CrashPoint>(best);
}

QStringList Coverage::missing(int runs, const QStringList& faults) const
{
    QStringList out;
    if (runs < kFullRuns) {
        return out;
    }
    const bool isLong = runs >= kLongRuns;
    for (std::size_t index = 0; index < m_kills.size(); ++index) {
        if (m_kills[index] < (isLong ? kLongKillsOfPoint : 1)) {
            out.append(QStringLiteral("crash point %1: %2 kills")
                           .arg(core::base::toText(static_cast<core::base::CrashPoint>(index)))
                           .arg(m_kills[index]));
        }
    }
    for (const QString& fault : faults) {
        if (m_faults.value(fault) < (isLong ? kLongOfFault : 1)) {
            out.append(QStringLiteral("fault %1: %2 times").arg(fault).arg(m_faults.value(fault)));
        }
    }
    if (isLong && m_inRecovery * 10 < kills()) {
        out.append(
            QStringLiteral("kills during recovery: %1 of %2").arg(m_inRecovery).arg(kills()));
    }
    return out;
}

QString Coverage::summary() const
{
    const auto points = std::count_if(m_kills.begin(), m_kills.end(), [](int n) { return n > 0; });
    QStringList faults;
    for (auto one = m_faults.cbegin(); one != m_faults.cend(); ++one) {
        faults.append(QStringLiteral("%1 %2").arg(one.key()).arg(one.value()));
    }
    faults.sort();
    return QStringLiteral("coverage: %1 of %2 crash points, least %3 kills; %4 at random instants; "
                          "%5 during recovery; %6")
        .arg(points)
        .arg(core::base::kCrashPointCount)
        .arg(*std::min_element(m_kills.begin(), m_kills.end()))
        .arg(m_random)
        .arg(m_inRecovery)
        .arg(faults.join(QStringLiteral(", ")));
}
}  // namespace torture
