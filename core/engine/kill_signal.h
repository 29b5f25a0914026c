#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace core::engine
{
/// SIGUSR1 is Kill (K2): the way in that works when the window does not (RC-28).
///
/// The kernel hands the signal over as readable bytes of a descriptor, so nothing runs inside a
/// signal handler, and the thread that reads it is the one this object lives on.
/// Thread: logic.
class KillSignal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KillSignal)

public:
    /// First thing in `main`, before any thread is made: they all inherit it. A signal that
    /// comes before somebody listens waits.
    static void block();

    explicit KillSignal(QObject* parent = nullptr);
    ~KillSignal() override;

Q_SIGNALS:
    void raised();

private:
    void read();

    int m_descriptor = -1;
    QSocketNotifier* m_notifier = nullptr;
};
}  // namespace core::engine
