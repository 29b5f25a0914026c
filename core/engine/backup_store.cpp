#include "core/engine/backup_store.h"

#include "core/storage/market_backup.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace core::engine
{
namespace
{
QString noteOf(const QString& dataFolder)
{
    return dataFolder + QStringLiteral("/restore.wanted");
}

const QString kMarket = QStringLiteral("-market.db");

QString marketBackup(const QString& dataFolder, domain::TradingDate date)
{
    return backupPath(backupFolder(dataFolder), date, kMarket);
}
}  // namespace

QString backupFolder(const QString& dataFolder)
{
    return dataFolder + QStringLiteral("/backup");
}

QString backupPath(const QString& folder, domain::TradingDate date, const QString& suffix)
{
    return folder + u'/' + domain::dateText(date) + suffix;
}

std::vector<domain::TradingDate> backupDays(const QString& dataFolder)
{
    constexpr qsizetype kDate = 10;
    std::vector<domain::TradingDate> days;
    const QDir folder{backupFolder(dataFolder)};
    for (const QString& name : folder.entryList({QStringLiteral("*-market.db")}, QDir::Files,
                                                QDir::Name | QDir::Reversed)) {
        if (const std::optional<domain::TradingDate> date =
                domain::parseDate(QStringView{name}.left(kDate))) {
            days.push_back(*date);
        }
    }
    return days;
}

bool wasClosed(const QString& dataFolder, domain::TradingDate date)
{
    return QFile::exists(backupPath(backupFolder(dataFolder), date, QStringLiteral(".journal")));
}

base::Status askForRestore(const QString& dataFolder, domain::TradingDate date)
{
    if (!QFile::exists(marketBackup(dataFolder, date))) {
        return base::Error{base::ErrorCode::NotFound,
                           QStringLiteral("there is no backup of %1").arg(domain::dateText(date))};
    }
    QSaveFile note{noteOf(dataFolder)};
    const QByteArray text = domain::dateText(date).toLatin1();
    if (!note.open(QIODevice::WriteOnly) || note.write(text) != text.size() || !note.commit()) {
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("%1 cannot be written: %2").arg(noteOf(dataFolder), note.errorString())};
    }
    return base::Done{};
}

base::Result<std::optional<Restored>> restoreIfAsked(const QString& dataFolder)
{
    constexpr qint64 kNoteMax = 64;
    QFile note{noteOf(dataFolder)};
    if (!note.exists()) {
        return std::optional<Restored>{};
    }
    const bool readable = note.open(QIODevice::ReadOnly);
    const QString text = readable ? QString::fromLatin1(note.read(kNoteMax)).trimmed() : QString{};
    note.close();
    if (!note.remove()) {
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("%1 cannot be removed: %2").arg(note.fileName(), note.errorString())};
    }
    const std::optional<domain::TradingDate> date = domain::parseDate(text);
    if (!date) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("%1 does not say which day").arg(note.fileName())};
    }
    const base::Result<storage::MarketRestored> done =
        storage::restoreMarket(marketBackup(dataFolder, *date), dataFolder);
    if (!done) {
        return done.error();
    }
    return std::optional{Restored{*date, done->replaced}};
}
}  // namespace core::engine
