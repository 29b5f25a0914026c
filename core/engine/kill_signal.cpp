#include "core/engine/kill_signal.h"

#include "core/base/log.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace core::engine
{
namespace
{
sigset_t killSet()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    return set;
}
}  // namespace

void KillSignal::block()
{
    const sigset_t set = killSet();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

KillSignal::KillSignal(QObject* parent) : QObject{parent}
{
    const sigset_t set = killSet();
    m_descriptor = ::signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_descriptor < 0) {
        qCWarning(base::lcApp).noquote()
            << "SIGUSR1 cannot be heard, Kill works in the window only:" << qt_error_string(errno);
        return;
    }
    m_notifier = new QSocketNotifier{m_descriptor, QSocketNotifier::Read, this};
    connect(m_notifier, &QSocketNotifier::activated, this, &KillSignal::read);
}

KillSignal::~KillSignal()
{
    delete m_notifier;  // Before its descriptor.
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void KillSignal::read()
{
    signalfd_siginfo info;
    bool any = false;
    while (::read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        any = true;
    }
    if (any) {
        Q_EMIT raised();
    }
}
}  // namespace core::engine

#include "moc_kill_signal.cpp"
