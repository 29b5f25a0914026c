#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <memory>
#include <utility>

namespace core::engine
{
/// Owns one thread and the single root object that lives on it.
///
/// The root has no parent and builds its sockets, timers and files in start(), which runs on the
/// new thread. Destruction stops the loop, then waits; the root is deleted on its own thread.
template <typename Root>
class WorkerThread final
{
    Q_DISABLE_COPY_MOVE(WorkerThread)

public:
    WorkerThread(const QString& name, std::unique_ptr<Root> root) : m_root{root.release()}
    {
        Q_ASSERT(m_root->parent() == nullptr);
        m_thread.setObjectName(name);
        m_root->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::started, m_root, &Root::start);
        QObject::connect(&m_thread, &QThread::finished, m_root, &QObject::deleteLater);
    }
    ~WorkerThread()
    {
        if (m_thread.isRunning()) {
            // As a job, behind what is queued: a quit from outside may overtake it.
            post([](Root&) { QThread::currentThread()->quit(); });
            m_thread.wait();
        } else {
            delete m_root;  // Never started: nothing on its thread will delete it.
        }
    }

    /// Begins after every connection is made, so that start() cannot signal into the void.
    void begin() { m_thread.start(); }

    /// Runs `job(root)` on the worker's thread, after what is already queued.
    template <typename Job>
    void post(Job&& job) const
    {
        QMetaObject::invokeMethod(
            m_root, [root = m_root, job = std::forward<Job>(job)]() mutable { job(*root); },
            Qt::QueuedConnection);
    }

    /// For connect() only: the object lives on the other thread.
    [[nodiscard]] Root* root() const noexcept { return m_root; }

private:
    QThread m_thread;
    Root* m_root;
};
}  // namespace core::engine
