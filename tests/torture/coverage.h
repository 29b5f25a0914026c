#pragma once

#include "core/base/crash_point.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>

namespace torture
{
/// Where kills happened and which faults the broker's replies had. A long run that did not come
/// everywhere proves nothing and fails.
class Coverage final
{
public:
    void killedAt(core::base::CrashPoint point) { ++m_kills[static_cast<std::size_t>(point)]; }
    void killedAtRandom() { ++m_random; }
    void killedInRecovery() { ++m_inRecovery; }
    void saw(const QString& fault) { ++m_faults[fault]; }

    [[nodiscard]] int kills() const;
    /// The point that needs a kill most; `turn` breaks ties.
    [[nodiscard]] core::base::CrashPoint neediest(int turn) const;
    void tried(core::base::CrashPoint point) { ++m_tries[static_cast<std::size_t>(point)]; }
    /// What a run of `runs` should have had and has not.
    [[nodiscard]] QStringList missing(int runs, const QStringList& faults) const;
    [[nodiscard]] QString summary() const;

private:
    std::array<int, core::base::kCrashPointCount> m_kills{};
    std::array<int, core::base::kCrashPointCount> m_tries{};
    int m_random = 0;
    int m_inRecovery = 0;
    QHash<QString, int> m_faults;
};
}  // namespace torture
