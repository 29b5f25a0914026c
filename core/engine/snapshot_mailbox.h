#pragma once

#include "core/domain/desk_snapshot.h"

#include <QMutex>

#include <atomic>
#include <utility>

namespace core::engine
{
/// One place for the newest snapshot between the logic thread and the window.
///
/// The window takes; the desk builds the next only after that, so a stalled window costs the
/// logic thread one relaxed load a batch and nothing else. Nothing is pushed per trade.
class SnapshotMailbox final
{
public:
    /// Logic thread: is there room for a snapshot?
    [[nodiscard]] bool wanted() const noexcept { return m_wanted.load(std::memory_order_acquire); }

    /// Logic thread: puts the next snapshot in.
    void put(domain::SnapshotPtr snapshot)
    {
        const QMutexLocker lock{&m_mutex};
        m_newest = std::move(snapshot);
        m_wanted.store(false, std::memory_order_release);
    }

    /// UI thread: the snapshot it has not had, or null.
    [[nodiscard]] domain::SnapshotPtr take()
    {
        if (m_wanted.load(std::memory_order_acquire)) {
            return nullptr;  // Nothing was put since the last take: no lock at all.
        }
        const QMutexLocker lock{&m_mutex};
        domain::SnapshotPtr taken = std::exchange(m_newest, nullptr);
        m_wanted.store(true, std::memory_order_release);
        return taken;
    }

private:
    QMutex m_mutex;
    domain::SnapshotPtr m_newest;
    std::atomic<bool> m_wanted{true};
};
}  // namespace core::engine
