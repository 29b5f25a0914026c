#include "core/storage/ledger_folder.h"

#include "core/base/log.h"

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
base::Error ioError(const QString& what)
{
    return {base::ErrorCode::Io,
            QStringLiteral("ledger: %1: %2").arg(what, qt_error_string(errno))};
}

/// A descriptor that closes itself.
class Descriptor final
{
public:
    explicit Descriptor(int number) : m_number{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    [[nodiscard]] int number() const noexcept { return m_number; }

private:
    int m_number;
};

/// Permissions of files from before this program cared, or copied by hand.
void restrict(const QString& name, mode_t mode)
{
    const QByteArray path = QFile::encodeName(name);
    struct stat status = {};
    if (::lstat(path.constData(), &status) == 0 && (status.st_mode & 0777U) != mode
        && !S_ISLNK(status.st_mode)) {
        ::chmod(path.constData(), mode);
    }
}
}  // namespace

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

base::Result<LedgerFolder> LedgerFolder::prepare(const QString& folder)
{
    if (!QDir{}.mkpath(folder)) {
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("ledger: the folder %1 cannot be made").arg(folder)};
    }
    // Without links in it: what is checked now is what is opened later.
    const QString path = QFileInfo{folder}.canonicalFilePath();
    const QByteArray name = QFile::encodeName(path);
    struct statfs system = {};
    if (::statfs(name.constData(), &system) != 0) {
        return ioError(QStringLiteral("the folder %1 cannot be looked at").arg(path));
    }
    if (isNetworkFileSystem(static_cast<std::int64_t>(system.f_type))) {
        return base::Error{
            base::ErrorCode::Refused,
            QStringLiteral("ledger: %1 is on a network file system, which does not keep what it "
                           "says it has written; choose a folder on a disk of this machine "
                           "(--data-dir)")
                .arg(path)};
    }
    if (::chmod(name.constData(), 0700) != 0) {
        return ioError(QStringLiteral("the folder %1 cannot be closed to others").arg(path));
    }
    LedgerFolder out{path};
    for (const QString& file : {out.database(), out.log(), out.head(), out.reserve()}) {
        restrict(file, 0600);
    }
    return out;
}

QString LedgerFolder::file(QLatin1String name) const
{
    return m_path + u'/' + name;
}

LedgerFolder::Found LedgerFolder::look() const
{
    Found found;
    found.database = QFileInfo::exists(database());
    found.trace = QFileInfo::exists(log()) || QFileInfo::exists(head())
                  || !QDir{m_path}.entryList({QStringLiteral("orders.damaged-*")}).isEmpty();
    return found;
}

base::Status LedgerFolder::makeUnfinished() const
{
    for (const char* suffix : {"", "-journal", "-wal"}) {
        ::unlink((QFile::encodeName(unfinished()) + suffix).constData());
    }
    const Descriptor made{::open(QFile::encodeName(unfinished()).constData(),
                                 O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (made.number() < 0) {
        return ioError(QStringLiteral("%1 cannot be made").arg(unfinished()));
    }
    return base::Done{};
}

base::Status LedgerFolder::finish() const
{
    const QByteArray from = QFile::encodeName(unfinished());
    const Descriptor file{::open(from.constData(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0 || ::fsync(file.number()) != 0) {
        return ioError(QStringLiteral("%1 cannot be made durable").arg(unfinished()));
    }
    if (::rename(from.constData(), QFile::encodeName(database()).constData()) != 0) {
        return ioError(QStringLiteral("%1 cannot be put in its place").arg(database()));
    }
    return syncFolder();
}

base::Status LedgerFolder::syncFolder() const
{
    const Descriptor folder{
        ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (folder.number() < 0 || ::fsync(folder.number()) != 0) {
        return ioError(QStringLiteral("the folder %1 cannot be made durable").arg(m_path));
    }
    return base::Done{};
}

base::Result<QString> LedgerFolder::setAside() const
{
    int number = 1;
    const auto name = [this](int n) {
        return file(QLatin1String{"orders.damaged-"}) + QString::number(n);
    };
    while (QFileInfo::exists(name(number)) || QFileInfo::exists(name(number) + u"-wal"_qs)
           || QFileInfo::exists(name(number) + u"-head"_qs)) {
        ++number;
    }
    // The database first: what is left of an interrupted move still says that there was a ledger.
    const std::array<std::pair<QString, QString>, 3> moves{
        std::pair{database(), name(number)},
        std::pair{log(), name(number) + u"-wal"_qs},
        std::pair{head(), name(number) + u"-head"_qs},
    };
    for (const auto& [from, to] : moves) {
        if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0
            && errno != ENOENT) {
            return ioError(QStringLiteral("%1 cannot be renamed to %2").arg(from, to));
        }
    }
    if (const base::Status synced = syncFolder(); !synced) {
        return synced.error();
    }
    return name(number);
}

base::Status LedgerFolder::discard() const
{
    for (const QString& name : {database(), log(), head()}) {
        if (::unlink(QFile::encodeName(name).constData()) != 0 && errno != ENOENT) {
            return ioError(QStringLiteral("%1 cannot be deleted").arg(name));
        }
    }
    return syncFolder();
}

base::Status LedgerFolder::keepReserve(std::int64_t bytes) const
{
    if (bytes <= 0 || QFileInfo{reserve()}.size() >= bytes) {
        return base::Done{};
    }
    if (const std::int64_t free = freeBytes(); free >= 0 && free < bytes + kFreeToArmBytes) {
        return base::Done{};
    }
    const Descriptor file{::open(QFile::encodeName(reserve()).constData(),
                                 O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (file.number() < 0) {
        return ioError(QStringLiteral("%1 cannot be made").arg(reserve()));
    }
    if (const int failed = ::posix_fallocate(file.number(), 0, bytes); failed != 0) {
        ::unlink(QFile::encodeName(reserve()).constData());
        errno = failed;
        return ioError(QStringLiteral("%1 cannot be filled").arg(reserve()));
    }
    return base::Done{};
}

bool LedgerFolder::giveReserve() const
{
    return ::unlink(QFile::encodeName(reserve()).constData()) == 0;
}

std::int64_t LedgerFolder::freeBytes() const
{
    struct statfs system = {};
    if (::statfs(QFile::encodeName(m_path).constData(), &system) != 0) {
        return -1;
    }
    return static_cast<std::int64_t>(system.f_bavail) * static_cast<std::int64_t>(system.f_bsize);
}
}  // namespace core::storage
