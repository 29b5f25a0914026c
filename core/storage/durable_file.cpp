#include "core/storage/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace core::storage
{
namespace
{
base::Error ioError(QLatin1String room, const QString& what)
{
    return {base::ErrorCode::Io,
            QStringLiteral("%1: %2: %3").arg(room, what, qt_error_string(errno))};
}
}  // namespace

Descriptor::~Descriptor()
{
    if (m_number >= 0) {
        ::close(m_number);
    }
}

base::Status makePrivateFile(const QString& path, QLatin1String room)
{
    const Descriptor made{::open(QFile::encodeName(path).constData(),
                                 O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (made.number() < 0) {
        return ioError(room, QStringLiteral("%1 cannot be made").arg(path));
    }
    return base::Done{};
}

base::Status syncFile(const QString& path, QLatin1String room)
{
    const Descriptor file{::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0 || ::fsync(file.number()) != 0) {
        return ioError(room, QStringLiteral("%1 cannot be made durable").arg(path));
    }
    return base::Done{};
}

base::Status syncFolder(const QString& folder, QLatin1String room)
{
    const Descriptor opened{
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.number() < 0 || ::fsync(opened.number()) != 0) {
        return ioError(room, QStringLiteral("the folder %1 cannot be made durable").arg(folder));
    }
    return base::Done{};
}

base::Status renameFile(const QString& from, const QString& to, QLatin1String room)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return ioError(room, QStringLiteral("%1 cannot be renamed to %2").arg(from, to));
    }
    return base::Done{};
}

std::int64_t freeBytesOf(const QString& folder)
{
    struct statfs system = {};
    if (::statfs(QFile::encodeName(folder).constData(), &system) != 0) {
        return -1;
    }
    return static_cast<std::int64_t>(system.f_bavail) * static_cast<std::int64_t>(system.f_bsize);
}

base::Result<QString> preparePrivateFolder(const QString& folder, QLatin1String room)
{
    if (!QDir{}.mkpath(folder)) {
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("%1: the folder %2 cannot be made").arg(room, folder)};
    }
    // Without links in it: what is checked now is what is opened later.
    const QString path = QFileInfo{folder}.canonicalFilePath();
    const QByteArray name = QFile::encodeName(path);
    struct statfs system = {};
    if (::statfs(name.constData(), &system) != 0) {
        return ioError(room, QStringLiteral("the folder %1 cannot be looked at").arg(path));
    }
    if (isNetworkFileSystem(static_cast<std::int64_t>(system.f_type))) {
        return base::Error{
            base::ErrorCode::Refused,
            QStringLiteral("%1: %2 is on a network file system, which does not keep what it "
                           "says it has written; choose a folder on a disk of this machine "
                           "(--data-dir)")
                .arg(room, path)};
    }
    if (::chmod(name.constData(), 0700) != 0) {
        return ioError(room, QStringLiteral("the folder %1 cannot be closed to others").arg(path));
    }
    return path;
}

void closeToOthers(const QString& path)
{
    constexpr mode_t kOwnerOnly = 0600;
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::lstat(name.constData(), &status) == 0 && (status.st_mode & 0777U) != kOwnerOnly
        && !S_ISLNK(status.st_mode)) {
        ::chmod(name.constData(), kOwnerOnly);
    }
}

bool isNetworkFileSystem(std::int64_t magic) noexcept
{
    // linux/magic.h; FUSE and 9P too: whatever is behind them, nobody can tell what a sync does.
    constexpr auto kMagics = std::to_array<std::int64_t>({
        0x6969,      // NFS
        0x517B,      // SMB
        0xFF534D42,  // CIFS
        0xFE534D42,  // SMB2
        0x564C,      // NCP
        0x5346414F,  // AFS
        0x6B414653,  // kAFS
        0x73757245,  // Coda
        0x00C36400,  // Ceph
        0x65735546,  // FUSE
        0x01021997,  // 9P
    });
    // The field is a signed long on some machines and wider than the constant on others.
    return std::find(kMagics.begin(), kMagics.end(), magic & 0xFFFFFFFFLL) != kMagics.end();
}
}  // namespace core::storage
