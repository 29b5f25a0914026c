#include "core/storage/ledger_folder.h"

#include "core/storage/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace core::storage
{
namespace
{
constexpr QLatin1String kRoom{"ledger"};

base::Error ioError(const QString& what)
{
    return {base::ErrorCode::Io,
            QStringLiteral("ledger: %1: %2").arg(what, qt_error_string(errno))};
}
}  // namespace

base::Result<LedgerFolder> LedgerFolder::prepare(const QString& folder)
{
    const base::Result<QString> path = preparePrivateFolder(folder, kRoom);
    if (!path) {
        return path.error();
    }
    LedgerFolder out{*path};
    for (const QString& file : {out.database(), out.log(), out.head(), out.reserve()}) {
        closeToOthers(file);
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
    return makePrivateFile(unfinished(), kRoom);
}

base::Status LedgerFolder::finish() const
{
    if (const base::Status synced = syncFile(unfinished(), kRoom); !synced) {
        return synced.error();
    }
    if (const base::Status moved = renameFile(unfinished(), database(), kRoom); !moved) {
        return moved.error();
    }
    return syncFolder();
}

base::Status LedgerFolder::syncFolder() const
{
    return storage::syncFolder(m_path, kRoom);
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
    return freeBytesOf(m_path);
}
}  // namespace core::storage
