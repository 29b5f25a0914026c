#include "app/terminal/first_window.h"

#include "core/base/log.h"

#include <QLocalServer>
#include <QLocalSocket>

namespace app
{
namespace
{
const QByteArray kRaise = QByteArrayLiteral("raise\n");
constexpr int kPatienceMs = 2000;

QString socketOf(const QString& dataFolder)
{
    return dataFolder + QStringLiteral("/window.socket");
}
}  // namespace

FirstWindow::FirstWindow(const QString& dataFolder, QObject* parent)
    : QObject{parent}, m_server{new QLocalServer{this}}
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(1);
    QLocalServer::removeServer(socketOf(dataFolder));
    connect(m_server, &QLocalServer::newConnection, this, &FirstWindow::answer);
    if (!m_server->listen(socketOf(dataFolder))) {
        // A very long path, for one. The lock holds all the same.
        qCInfo(core::base::lcApp).noquote()
            << "a second start cannot raise this window:" << m_server->errorString();
    }
}

void FirstWindow::answer()
{
    while (QLocalSocket* caller = m_server->nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] {
            if (caller->bytesAvailable() < kRaise.size()) {
                return;
            }
            if (caller->read(kRaise.size()) == kRaise) {
                qCInfo(core::base::lcApp) << "raised by a second start";
                Q_EMIT raiseAsked();
            }
            caller->abort();
        });
    }
}

bool FirstWindow::raise(const QString& dataFolder)
{
    QLocalSocket socket;
    socket.connectToServer(socketOf(dataFolder), QIODevice::WriteOnly);
    if (!socket.waitForConnected(kPatienceMs)) {
        return false;
    }
    socket.write(kRaise);
    return socket.waitForBytesWritten(kPatienceMs);
}
}  // namespace app

#include "moc_first_window.cpp"
