// One-shot transport's other half: the connection that waits for the next order.

#include "core/base/log.h"
#include "core/kis/one_shot_transport.h"

#include <QSslSocket>

#include <algorithm>

namespace core::kis
{
namespace
{
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr seconds kRenewBefore{3};  // A successor stands ready before the old one is too old.
constexpr seconds kConnectMax{5};
}  // namespace

void OneShotTransport::setStandby(bool on)
{
    if (std::exchange(m_standbyWanted, on) == on) {
        return;
    }
    if (on) {
        openStandby(m_clock.monotonic());
        return;
    }
    while (!m_standbys.empty()) {
        dropStandby(m_standbys.back().socket);
    }
}

bool OneShotTransport::hasStandby() const
{
    return std::any_of(m_standbys.begin(), m_standbys.end(),
                       [](const Standby& standby) { return standby.ready; });
}

void OneShotTransport::openStandby(nanoseconds now)
{
    const bool underWay = std::any_of(m_standbys.begin(), m_standbys.end(),
                                      [](const Standby& standby) { return !standby.ready; });
    if (underWay || now < m_standbyNotBefore || !refusal().isEmpty()) {
        return;
    }
    QSslSocket* const socket = open();
    m_standbys.push_back({.socket = socket, .since = now});
    const auto ready = [this, socket] { standbyReady(socket); };
    const auto gone = [this, socket] {
        m_standbyNotBefore = m_clock.monotonic() + m_backOff.next();
        dropStandby(socket);
    };
    if (isTls()) {
        connect(socket, &QSslSocket::encrypted, this, ready);
    } else {
        connect(socket, &QSslSocket::connected, this, ready);
    }
    // Nobody has asked it anything: what it says or that it hangs up makes it useless.
    connect(socket, &QSslSocket::readyRead, this, gone);
    connect(socket, &QSslSocket::disconnected, this, gone);
    connect(socket, &QSslSocket::errorOccurred, this, [gone](QAbstractSocket::SocketError error) {
        // Only says that the look of takeStandby() found nothing.
        if (error != QAbstractSocket::SocketTimeoutError) {
            gone();
        }
    });
}

void OneShotTransport::standbyReady(QSslSocket* socket)
{
    for (Standby& standby : m_standbys) {
        if (standby.socket == socket) {
            standby.ready = true;
            standby.since = m_clock.monotonic();
        }
    }
    // The newest one takes over from the one it was opened to replace.
    while (m_standbys.size() > 1 && m_standbys.front().socket != socket) {
        dropStandby(m_standbys.front().socket);
    }
    Q_EMIT standbyChanged(true);
}

void OneShotTransport::dropStandby(const QSslSocket* socket)
{
    const auto at =
        std::find_if(m_standbys.begin(), m_standbys.end(),
                     [socket](const Standby& standby) { return standby.socket == socket; });
    if (at == m_standbys.end()) {
        return;
    }
    QSslSocket* const dropped = at->socket;
    const bool had = hasStandby();
    m_standbys.erase(at);
    dropped->disconnect(this);
    discard(dropped);
    if (had && !hasStandby()) {
        Q_EMIT standbyChanged(false);
    }
}

QSslSocket* OneShotTransport::takeStandby()
{
    while (hasStandby()) {
        const auto at = std::find_if(m_standbys.begin(), m_standbys.end(),
                                     [](const Standby& standby) { return standby.ready; });
        QSslSocket* const socket = at->socket;
        const nanoseconds age = m_clock.monotonic() - at->since;
        if (age >= m_options.standbyIdle) {
            dropStandby(socket);
            continue;
        }
        // Looks without waiting: a goodbye that has arrived but was not read yet counts as well.
        // What it finds drops the connection through the signals above.
        static_cast<void>(socket->waitForReadyRead(0));
        const bool still =
            std::any_of(m_standbys.begin(), m_standbys.end(),
                        [socket](const Standby& standby) { return standby.socket == socket; });
        if (!still) {
            continue;
        }
        if (socket->state() != QAbstractSocket::ConnectedState || socket->bytesAvailable() > 0) {
            dropStandby(socket);
            continue;
        }
        m_backOff.reset();
        std::erase_if(m_standbys,
                      [socket](const Standby& standby) { return standby.socket == socket; });
        socket->disconnect(this);
        Q_EMIT standbyChanged(false);
        return socket;
    }
    return nullptr;
}

void OneShotTransport::tickStandby(nanoseconds now)
{
    if (!m_standbyWanted) {
        return;
    }
    std::vector<const QSslSocket*> old;
    bool fresh = false;
    for (const Standby& standby : m_standbys) {
        const nanoseconds age = now - standby.since;
        if (age
            >= (standby.ready ? nanoseconds{m_options.standbyIdle} : nanoseconds{kConnectMax})) {
            old.push_back(standby.socket);
        } else if (age < m_options.standbyIdle - kRenewBefore) {
            fresh = true;
        }
    }
    for (const QSslSocket* const socket : old) {
        dropStandby(socket);
    }
    if (!fresh) {
        openStandby(now);
    }
}
}  // namespace core::kis
