#include "core/engine/instance_lock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace core::engine
{
InstanceLock::~InstanceLock()
{
    ::close(m_descriptor);
}

base::Result<std::shared_ptr<InstanceLock>> InstanceLock::acquire(const QString& fileName)
{
    using base::Error;
    using base::ErrorCode;
    const QDir folder = QFileInfo{fileName}.dir();
    if (!folder.mkpath(QStringLiteral("."))) {
        return Error{ErrorCode::Io,
                     QStringLiteral("lock: folder %1 cannot be made").arg(folder.path())};
    }
    const int descriptor = ::open(QFile::encodeName(fileName).constData(),
                                  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        return Error{
            ErrorCode::Io,
            QStringLiteral("lock: %1 cannot be opened: %2").arg(fileName, qt_error_string(errno))};
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return Error{ErrorCode::Busy,
                     QStringLiteral("already running: another kis-scalper holds %1").arg(fileName)};
    }
    return std::shared_ptr<InstanceLock>{new InstanceLock{descriptor}};
}

QString InstanceLock::fileFor(const QString& environment, const QString& appkey)
{
    const QByteArray hash = QCryptographicHash::hash((environment + u'\n' + appkey).toUtf8(),
                                                     QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
           + QStringLiteral("/locks/") + QString::fromLatin1(hash.toHex());
}
}  // namespace core::engine
