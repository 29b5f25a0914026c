#pragma once

#include "core/base/clock.h"
#include "core/sim/credentials.h"
#include "core/sim/exchange.h"
#include "core/sim/faults.h"
#include "core/sim/notice.h"

#include <QString>

#include <chrono>
#include <vector>

namespace core::sim
{
/// Execution notices between the broker and the market socket: queued, then handed out as frames
/// encrypted for the registration of the moment, with whatever the fault plan does to them.
///
/// Notices nobody is registered for are gone: the broker does not repeat them.
/// Thread: the simulator's.
class NoticeDesk final
{
public:
    NoticeDesk(const Exchange& exchange, const Credentials& credentials, const base::Clock& clock,
               FaultPlan& faults, Profile profile);

    void add(const Notice& notice);
    /// The registration of the moment; an empty `key` ends it.
    void setKey(const QString& key, const QString& iv);
    /// Frames that are due, oldest first.
    [[nodiscard]] std::vector<QString> takeDue();
    /// A notice of somebody else under the key in force, for `notice.before_key`.
    [[nodiscard]] std::optional<QString> strayFrame();

private:
    struct Waiting
    {
        std::chrono::nanoseconds due{};
        Notice notice;
        bool foreign = false;
        bool wrongKey = false;
    };
    [[nodiscard]] std::optional<QString> frame(const Waiting& waiting) const;

    const Exchange& m_exchange;
    const Credentials& m_credentials;
    const base::Clock& m_clock;
    FaultPlan& m_faults;
    Profile m_profile;
    QString m_key;
    QString m_iv;
    std::vector<Waiting> m_waiting;
};
}  // namespace core::sim
