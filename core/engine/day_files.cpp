#include "core/engine/day_files.h"

#include "core/domain/kst.h"
#include "core/engine/backup_store.h"
#include "core/report/day_csv.h"
#include "core/report/day_html.h"
#include "core/report/day_json.h"
#include "core/report/day_pdf.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSaveFile>

#include <map>

namespace core::engine
{
namespace
{
base::Status folder(const QString& path)
{
    if (!QDir{}.mkpath(path)) {
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("the folder %1 cannot be made").arg(path)};
    }
    return base::Done{};
}

base::Status writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString())};
    }
    (void)QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return base::Done{};
}

QByteArray bytesOf(const domain::Day& day, domain::ReportFormat format, report::Language language)
{
    switch (format) {
    case domain::ReportFormat::Json:
        return report::dayJson(day.record, day.summary);
    case domain::ReportFormat::Csv:
        return report::tradesCsv(day.record, day.summary, language);
    case domain::ReportFormat::Html:
        return report::dayHtml(day.record, day.summary, language);
    case domain::ReportFormat::Pdf:
        return canDraw() ? report::dayPdf(day.record, day.summary, language) : QByteArray{};
    }
    return {};
}

base::Status removeFile(const QString& path)
{
    if (!QFile::remove(path)) {
        return base::Error{base::ErrorCode::Io, QStringLiteral("%1 cannot be removed").arg(path)};
    }
    return base::Done{};
}
}  // namespace

bool canDraw()
{
    return qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr;
}

domain::TradingDate before(domain::TradingDate date, std::chrono::days days)
{
    return domain::TradingDate{std::chrono::sys_days{date} - days};
}

base::Status DayFiles::write(const domain::Day& day, domain::ReportFormat format,
                             const QString& path, report::Language language)
{
    return writeFile(path, bytesOf(day, format, language));
}

base::Status DayFiles::writeAll(const domain::Day& day) const
{
    if (const base::Status made = folder(m_options.reports); !made) {
        return made;
    }
    const report::Language language = m_options.language;
    const QString name =
        QStringLiteral("%1/%2").arg(m_options.reports, domain::dateText(day.record.date));
    const std::pair<QString, QByteArray> files[] = {
        {QStringLiteral(".json"), bytesOf(day, domain::ReportFormat::Json, language)},
        {QStringLiteral(".html"), bytesOf(day, domain::ReportFormat::Html, language)},
        {QStringLiteral(".pdf"), bytesOf(day, domain::ReportFormat::Pdf, language)},
        {QStringLiteral("-trades.csv"), bytesOf(day, domain::ReportFormat::Csv, language)},
        {QStringLiteral("-fills.csv"), report::fillsCsv(day.record, language)},
        {QStringLiteral("-minutes.csv"), report::minutesCsv(day.record, language)},
        {QStringLiteral("-reasons.csv"), report::reasonsCsv(day.summary, language)},
    };
    for (const auto& [suffix, bytes] : files) {
        if (bytes.isEmpty()) {
            continue;
        }
        if (const base::Status done = writeFile(name + suffix, bytes); !done) {
            return done;
        }
    }
    return base::Done{};
}

base::Status DayFiles::copyJournal(const QString& journal, domain::TradingDate date) const
{
    if (const base::Status made = folder(m_options.backups); !made || !QFile::exists(journal)) {
        return made;
    }
    QFile from{journal};
    if (!from.open(QIODevice::ReadOnly)) {
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("%1 cannot be read: %2").arg(journal, from.errorString())};
    }
    const QString path = backupPath(m_options.backups, date, QStringLiteral(".journal"));
    QSaveFile to{path};
    constexpr qint64 kPiece = 1024 * 1024;
    bool good = to.open(QIODevice::WriteOnly);
    while (good && !from.atEnd()) {
        const QByteArray piece = from.read(kPiece);
        good = !piece.isEmpty() && to.write(piece) == piece.size();
    }
    if (!good || !to.commit()) {
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("%1 cannot be written: %2").arg(path, to.errorString())};
    }
    (void)QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return base::Done{};
}

base::Status DayFiles::keepNewest() const
{
    // Names begin with their date, so by name is by age. What comes after the date is the sort.
    constexpr qsizetype kDate = 10;
    std::map<QString, QStringList> sorts;
    const QDir backups{m_options.backups};
    for (const QString& name : backups.entryList(
             {QStringLiteral("*.db"), QStringLiteral("*.journal")}, QDir::Files, QDir::Name)) {
        sorts[name.mid(kDate)].append(name);
    }
    for (auto& [sort, names] : sorts) {
        while (names.size() > m_options.backupsKept) {
            if (const base::Status gone = removeFile(backups.filePath(names.takeFirst())); !gone) {
                return gone;
            }
        }
    }
    return base::Done{};
}

base::Status DayFiles::removeOldJournals(const QString& folder, domain::TradingDate before) const
{
    const QString oldest = domain::dateText(before);
    const QDir journals{folder};
    for (const QString& name :
         journals.entryList({QStringLiteral("*.journal*")}, QDir::Files, QDir::Name)) {
        if (name.left(oldest.size()) < oldest) {
            if (const base::Status gone = removeFile(journals.filePath(name)); !gone) {
                return gone;
            }
        }
    }
    return base::Done{};
}
}  // namespace core::engine
