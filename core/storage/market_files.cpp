#include "core/storage/market_files.h"

#include "core/storage/durable_file.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace core::storage
{
namespace
{
constexpr QLatin1String kRoom{"market"};
}  // namespace

base::Result<MarketFiles> MarketFiles::prepare(const QString& folder)
{
    const base::Result<QString> path = preparePrivateFolder(folder, kRoom);
    if (!path) {
        return path.error();
    }
    MarketFiles out{*path};
    closeToOthers(out.database());
    closeToOthers(out.log());
    return out;
}

QString MarketFiles::file(QLatin1String name) const
{
    return m_folder + u'/' + name;
}

bool MarketFiles::hasDatabase() const
{
    return QFileInfo::exists(database());
}

bool MarketFiles::hasLog() const
{
    return QFileInfo::exists(log());
}

base::Status MarketFiles::makeUnfinished() const
{
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
        ::unlink((QFile::encodeName(unfinished()) + suffix).constData());
    }
    return makePrivateFile(unfinished(), kRoom);
}

base::Status MarketFiles::finish() const
{
    if (const base::Status synced = syncFile(unfinished(), kRoom); !synced) {
        return synced.error();
    }
    if (const base::Status moved = renameFile(unfinished(), database(), kRoom); !moved) {
        return moved.error();
    }
    return syncFolder(m_folder, kRoom);
}

QString MarketFiles::firstFree(QLatin1String word) const
{
    for (int number = 1;; ++number) {
        QString name = file(QLatin1String{"market."}) + word + u'-' + QString::number(number);
        if (!QFileInfo::exists(name) && !QFileInfo::exists(name + u"-wal"_qs)) {
            return name;
        }
    }
}

base::Result<QString> MarketFiles::setAside(QLatin1String word) const
{
    QString name = firstFree(word);
    // The database first: a log alone is set aside as well, a database without its log goes on.
    const std::array moves{std::pair{database(), name}, std::pair{log(), name + u"-wal"_qs}};
    for (const auto& [from, to] : moves) {
        if (!QFileInfo::exists(from)) {
            continue;
        }
        if (const base::Status moved = renameFile(from, to, kRoom); !moved) {
            return moved.error();
        }
    }
    if (const base::Status synced = syncFolder(m_folder, kRoom); !synced) {
        return synced.error();
    }
    return name;
}

base::Result<QString> MarketFiles::keepReplaced() const
{
    QString name = firstFree(QLatin1String{"replaced"});
    if (::link(QFile::encodeName(database()).constData(), QFile::encodeName(name).constData())
        != 0) {
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("market: %1 cannot be kept as %2: %3")
                               .arg(database(), name, qt_error_string(errno))};
    }
    return name;
}

std::int64_t MarketFiles::freeBytes() const
{
    return freeBytesOf(m_folder);
}
}  // namespace core::storage
