// A backup put back at the next start: the day in it is there again, what was there is kept; a
// broken backup changes nothing and is not tried again and again. And the files of a day.

#include "core/engine/backup_store.h"
#include "core/engine/day_files.h"
#include "core/engine/update_mark.h"
#include "core/storage/market_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace
{
const domain::TradingDate kDate = *domain::parseDate(u"2025-09-02");

void put(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir{}.mkpath(QFileInfo{path}.path()));
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

domain::DayRecord dayWith(std::int64_t startEquity)
{
    domain::DayRecord day;
    day.date = kDate;
    day.startEquity = domain::Won{startEquity};
    return day;
}
}  // namespace

class TestBackupStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir{m_folder->path()}.mkpath(QStringLiteral("backup")));
    }

    void aBackupIsPutBackOnce()
    {
        write(1'000);
        QVERIFY(open()->backupTo(backup()).has_value());
        write(2'000);
        QCOMPARE(engine::backupDays(m_folder->path()), std::vector{kDate});
        QVERIFY(engine::askForRestore(m_folder->path(), kDate).has_value());
        QCOMPARE(startEquity(), 2'000);  // Not before the next start.

        const auto restored = engine::restoreIfAsked(m_folder->path());
        QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail));
        QVERIFY(restored->has_value());
        QCOMPARE((*restored)->date, kDate);
        QVERIFY(QFile::exists(m_folder->filePath((*restored)->kept)));
        QCOMPARE(startEquity(), 1'000);

        const auto again = engine::restoreIfAsked(m_folder->path());
        QVERIFY(again.has_value() && !again->has_value());
    }

    void aBrokenBackupChangesNothing()
    {
        write(2'000);
        put(backup(), "no database");
        QVERIFY(engine::askForRestore(m_folder->path(), kDate).has_value());
        QVERIFY(!engine::restoreIfAsked(m_folder->path()).has_value());
        QCOMPARE(startEquity(), 2'000);
        const auto again = engine::restoreIfAsked(m_folder->path());
        QVERIFY(again.has_value() && !again->has_value());
    }

    void aDayWithoutABackupCannotBeWanted()
    {
        QCOMPARE(engine::askForRestore(m_folder->path(), kDate).error().code,
                 base::ErrorCode::NotFound);
    }

    void thirtyBackupsOfEachSortAreKept()
    {
        const engine::DayFiles files{options()};
        for (int day = 1; day <= 28; ++day) {
            for (const char* month : {"01", "02"}) {
                const QString date = QStringLiteral("2025-%1-%2")
                                         .arg(QLatin1String{month})
                                         .arg(day, 2, 10, QLatin1Char{'0'});
                put(m_folder->filePath(QStringLiteral("backup/%1-market.db").arg(date)), "x");
                put(m_folder->filePath(QStringLiteral("backup/%1.journal").arg(date)), "x");
            }
        }
        put(m_folder->filePath(QStringLiteral("backup/notes.txt")), "mine");
        QVERIFY(files.keepNewest().has_value());
        const QDir folder{m_folder->filePath(QStringLiteral("backup"))};
        const QStringList stores = folder.entryList({QStringLiteral("*-market.db")});
        QCOMPARE(stores.size(), 30);
        QCOMPARE(stores.first(), QStringLiteral("2025-01-27-market.db"));
        QCOMPARE(folder.entryList({QStringLiteral("*.journal")}).size(), 30);
        QVERIFY(folder.exists(QStringLiteral("notes.txt")));
    }

    void oldJournalsGo()
    {
        const engine::DayFiles files{options()};
        const QString folder = m_folder->filePath(QStringLiteral("journal"));
        for (const char* name :
             {"2025-06-30.journal", "2025-07-01.journal.damaged-1", "2025-07-03.journal",
              "2025-07-04.journal", "2025-09-02.journal"}) {
            put(folder + u'/' + QLatin1String{name}, "x");
        }
        QVERIFY(files.removeOldJournals(folder, *domain::parseDate(u"2025-07-04")).has_value());
        QCOMPARE(QDir{folder}.entryList(QDir::Files),
                 (QStringList{QStringLiteral("2025-07-04.journal"),
                              QStringLiteral("2025-09-02.journal")}));
    }

    void theJournalIsCopiedWhole()
    {
        const engine::DayFiles files{options()};
        const QString journal = m_folder->filePath(QStringLiteral("journal/2025-09-02.journal"));
        const QByteArray bytes(3'000'001, 'j');
        put(journal, bytes);
        QVERIFY(!engine::wasClosed(m_folder->path(), kDate));
        QVERIFY(files.copyJournal(journal, kDate).has_value());
        QFile copy{m_folder->filePath(QStringLiteral("backup/2025-09-02.journal"))};
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), bytes);
        QVERIFY(engine::wasClosed(m_folder->path(), kDate));
        QVERIFY(files.copyJournal(m_folder->filePath(QStringLiteral("none")), kDate).has_value());
    }

    void theMarkOfTheUpdatesIsKept()
    {
        const QString path = m_folder->filePath(QStringLiteral("telegram.mark"));
        QCOMPARE(engine::readUpdateMark(path).next, 0);
        const notify::UpdateMark mark{
            .next = 4711, .at = domain::Timestamp{std::chrono::milliseconds{1'756'800'000'000}}};
        QVERIFY(engine::writeUpdateMark(path, mark).has_value());
        QCOMPARE(engine::readUpdateMark(path), mark);
        for (const char* garbage : {"", "x", "4711", "-3 5", "1 2 3", "99999999999999999999 1"}) {
            put(path, garbage);
            QCOMPARE(engine::readUpdateMark(path), notify::UpdateMark{});
        }
    }

private:
    [[nodiscard]] std::unique_ptr<storage::MarketStore> open() const
    {
        storage::MarketStoreOptions options;
        options.folder = m_folder->path();
        return std::move(storage::MarketStore::open(options)).value();
    }
    void write(std::int64_t startEquity)
    {
        storage::MarketBatch batch;
        batch.date = kDate;
        batch.day = dayWith(startEquity);
        QVERIFY(open()->write(batch).has_value());
    }
    [[nodiscard]] std::int64_t startEquity() const
    {
        const auto day = open()->day(kDate);
        return day && *day && (*day)->startEquity ? (*day)->startEquity->value() : -1;
    }
    [[nodiscard]] QString backup() const
    {
        return m_folder->filePath(QStringLiteral("backup/2025-09-02-market.db"));
    }
    [[nodiscard]] engine::DayFilesOptions options() const
    {
        engine::DayFilesOptions options;
        options.reports = m_folder->filePath(QStringLiteral("reports"));
        options.backups = m_folder->filePath(QStringLiteral("backup"));
        return options;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBackupStore)
#include "tst_backup_store.moc"
