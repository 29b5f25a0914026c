#include "core/storage/market_backup.h"

#include "core/storage/market_files.h"
#include "core/storage/market_schema.h"
#include "core/storage/sql_connection.h"

#include <QFile>
#include <QFileInfo>

namespace core::storage
{
namespace
{
using base::Done;
using base::Error;
using base::ErrorCode;
using base::Status;

Status copyInto(const QString& from, const QString& to)
{
    constexpr qint64 kBlock = 1'048'576;
    QFile source{from};
    QFile target{to};
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{QFileInfo::exists(from) ? ErrorCode::Io : ErrorCode::NotFound,
                     QStringLiteral("market: the backup %1 cannot be read: %2")
                         .arg(from, source.errorString())};
    }
    bool good = target.open(QIODevice::WriteOnly);
    while (good && !source.atEnd()) {
        const QByteArray block = source.read(kBlock);
        good = !block.isEmpty() && target.write(block) == block.size();
    }
    good = good && target.flush();
    if (!good) {
        return Error{ErrorCode::Io,
                     QStringLiteral("market: the backup %1 cannot be copied to %2: %3")
                         .arg(from, to, target.errorString())};
    }
    return Done{};
}

/// Makes room for another store: its log folded into it, itself under a second name. Returns that
/// name, empty if there was none.
base::Result<QString> stepAside(const MarketFiles& files, std::chrono::milliseconds wait)
{
    if (!files.hasDatabase() && !files.hasLog()) {
        return QString{};
    }
    const base::Result<std::unique_ptr<SqlConnection>> held =
        files.hasDatabase() && QFileInfo{files.database()}.size() > 0
            ? SqlConnection::openFile(files.database(), wait)
            : Error{ErrorCode::Malformed, QString{}};
    if (!held && held.error().code != ErrorCode::Malformed) {
        return held.error();
    }
    return held ? QString{} : files.setAside(QLatin1String{"damaged"});
}
}  // namespace

base::Result<int> checkMarketCopy(const QString& copy)
{
    if (QFileInfo{copy}.size() == 0) {
        return Error{ErrorCode::Malformed, QStringLiteral("market: the copy is empty")};
    }
    const base::Result<std::unique_ptr<SqlConnection>> connection =
        SqlConnection::openFile(copy, std::chrono::milliseconds{0});
    if (!connection) {
        return connection.error();
    }
    const base::Result<QVariant> check =
        (*connection)->value(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!check) {
        return check.error();
    }
    if (check->toString() != u"ok") {
        return Error{
            ErrorCode::Malformed,
            QStringLiteral("market: the copy is damaged: %1").arg(check->toString().simplified())};
    }
    base::Result<int> version = schemaVersionOf(**connection);
    if (version && *version == 0) {
        return Error{ErrorCode::Malformed, QStringLiteral("market: the copy holds nothing")};
    }
    if (version && *version > static_cast<int>(marketVersions().size())) {
        return Error{ErrorCode::Refused,
                     QStringLiteral("market: the copy has version %1 and this program knows %2")
                         .arg(*version)
                         .arg(marketVersions().size())};
    }
    return version;
}

base::Result<MarketRestored> restoreMarket(const QString& backup, const QString& folder,
                                           std::chrono::milliseconds wait)
{
    const base::Result<MarketFiles> files = MarketFiles::prepare(folder);
    if (!files) {
        return files.error();
    }
    Status copied = files->makeUnfinished();
    copied = copied.and_then([&](Done) { return copyInto(backup, files->unfinished()); });
    const base::Result<int> version =
        copied.and_then([&](Done) { return checkMarketCopy(files->unfinished()); });
    base::Result<QString> replaced = version.and_then([&](int) { return stepAside(*files, wait); });
    // Here its connection is closed and its log gone, folded into it.
    if (replaced && files->hasLog()) {
        replaced = files->setAside(QLatin1String{"damaged"});
    } else if (replaced && files->hasDatabase()) {
        replaced = files->keepReplaced();
    }
    const Status done = replaced.and_then([&](const QString&) { return files->finish(); });
    if (!done) {
        static_cast<void>(QFile::remove(files->unfinished()));
        return done.error();
    }
    return MarketRestored{.version = *version, .replaced = QFileInfo{*replaced}.fileName()};
}
}  // namespace core::storage
