// H05: whatever happens to the files of a ledger, it is noticed or does not matter.

#include "core/storage/order_ledger.h"
#include "tests/support/ledger_samples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace core::storage;
using core::orders::LedgerHealth;
using test::sampleLedger;
using test::sampleRecords;

namespace
{
using Files = QHash<QString, QByteArray>;

constexpr int kRecords = 120;
const QStringList kNames{QStringLiteral("orders.db"), QStringLiteral("orders.db-wal"),
                         QStringLiteral("orders.head")};

QByteArray contentOf(const QString& name)
{
    QFile file{name};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// The files of a ledger whose program was killed: part of it still in the log.
Files killedLedger()
{
    QTemporaryDir folder;
    Files files;
    const auto opened = OrderLedger::open(sampleLedger(folder.path()));
    for (int number = 0; number < kRecords; number += 2) {
        if (number == kRecords / 2
            && !opened->ledger->checkpoint(Connection::Checkpoint::Passive)) {
            return {};
        }
        if (!opened->ledger->append(sampleRecords(number, 2))) {
            return {};
        }
    }
    for (const QString& name : kNames) {
        files.insert(name, contentOf(folder.filePath(name)));
    }
    return files;
}

void writeFiles(const QString& folder, const Files& files)
{
    QDir{folder}.removeRecursively();
    QDir{}.mkpath(folder);
    for (auto at = files.cbegin(); at != files.cend(); ++at) {
        QFile file{folder + u'/' + at.key()};
        if (file.open(QIODevice::WriteOnly)) {
            file.write(at.value());
        }
    }
}

/// Where many small files are written and forgotten.
QString scratchRoot()
{
    return QFileInfo::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm/ledger-XXXXXX")
                                                         : QDir::tempPath() + u"/ledger-XXXXXX"_qs;
}
}  // namespace

class TestLedgerDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_files = killedLedger();
        QCOMPARE(m_files.size(), 3);
        QVERIFY(m_files.value(QStringLiteral("orders.db-wal")).size() > 10 * 4096);
        QVERIFY(m_files.value(QStringLiteral("orders.db")).size() > 4 * 4096);
    }

    void theFilesOfAKilledLedgerAreWhole()
    {
        QTemporaryDir folder{scratchRoot()};
        writeFiles(folder.path(), m_files);
        const auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(opened);
        QCOMPARE(opened->content.health, LedgerHealth::Good);
        QVERIFY(opened->content.records == sampleRecords(0, kRecords));
    }

    void h05_everyFlippedByteIsNoticedOrDoesNotMatter_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("flips");
        QTest::newRow("H05 the database") << kNames[0] << 5000;
        QTest::newRow("H05 its log") << kNames[1] << 4900;
        QTest::newRow("H05 its head") << kNames[2] << 100;
    }
    void h05_everyFlippedByteIsNoticedOrDoesNotMatter()
    {
        QFETCH(QString, file);
        QFETCH(int, flips);
        QTemporaryDir folder{scratchRoot()};
        QRandomGenerator random{20261124};
        int noticed = 0;
        for (int flip = 0; flip < flips; ++flip) {
            Files files = m_files;
            QByteArray& bytes = files[file];
            const auto at =
                static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size())));
            const auto mask = static_cast<char>(1 + random.bounded(255));
            bytes[at] = static_cast<char>(bytes[at] ^ mask);
            writeFiles(folder.path(), files);

            const auto opened = OrderLedger::open(sampleLedger(folder.path()));

            const QString where =
                QStringLiteral("%1 byte %2 mask %3").arg(file).arg(at).arg(int{mask});
            QVERIFY2(opened, qPrintable(where));
            if (opened->content.health == LedgerHealth::SetAside) {
                ++noticed;
                QVERIFY(opened->content.records.empty());
            } else {
                QVERIFY2(opened->content.health == LedgerHealth::Good, qPrintable(where));
                QVERIFY2(opened->content.records == sampleRecords(0, kRecords), qPrintable(where));
            }
        }
        qInfo("%s: %d of %d flips set it aside, the others changed no record", qPrintable(file),
              noticed, flips);
        QVERIFY(noticed > flips / 4 || file == kNames[2]);
    }

    void h05_everyCutIsNoticedOrDoesNotMatter_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("H05 the database, cut") << kNames[0];
        QTest::newRow("H05 its log, cut") << kNames[1];
    }
    void h05_everyCutIsNoticedOrDoesNotMatter()
    {
        QFETCH(QString, file);
        QTemporaryDir folder{scratchRoot()};
        QRandomGenerator random{7};
        const QByteArray whole = m_files.value(file);
        int noticed = 0;
        for (int round = 0; round < 300; ++round) {
            Files files = m_files;
            // A part that the log has as well, or that was superseded, is not missed.
            files[file] = whole.left(random.bounded(static_cast<int>(whole.size())));
            writeFiles(folder.path(), files);
            const auto opened = OrderLedger::open(sampleLedger(folder.path()));
            QVERIFY(opened);
            if (opened->content.health == LedgerHealth::SetAside) {
                ++noticed;
            } else {
                QVERIFY2(opened->content.records == sampleRecords(0, kRecords),
                         qPrintable(QStringLiteral("cut to %1").arg(files[file].size())));
            }
        }
        QVERIFY2(noticed > 200, qPrintable(QString::number(noticed)));
    }

    void h05_whatIsMissingOrOfAnotherKindIsNoticed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("remove");
        QTest::newRow("H05 zero-length database") << kNames[0] << QByteArray{} << false;
        QTest::newRow("H05 log without database") << kNames[0] << QByteArray{} << true;
        QTest::newRow("H05 database without its log") << kNames[1] << QByteArray{} << true;
        QTest::newRow("H05 zero-length log") << kNames[1] << QByteArray{} << false;
        QTest::newRow("H05 text instead of a database")
            << kNames[0] << QByteArray(8192, 'x') << false;
    }
    void h05_whatIsMissingOrOfAnotherKindIsNoticed()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(bool, remove);
        QTemporaryDir folder{scratchRoot()};
        Files files = m_files;
        if (remove) {
            files.remove(file);
        } else {
            files[file] = content;
        }
        writeFiles(folder.path(), files);
        const auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(opened);
        QCOMPARE(opened->content.health, LedgerHealth::SetAside);
        QVERIFY(!opened->content.problem.isEmpty());
    }

    void h05_anotherVersionIsNoticed()
    {
        QTemporaryDir folder;
        QVERIFY(
            OrderLedger::open(sampleLedger(folder.path()))->ledger->append(sampleRecords(0, 2)));
        runSql(folder.path(), "PRAGMA user_version=2");
        const auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QCOMPARE(opened->content.health, LedgerHealth::SetAside);
        QVERIFY(opened->content.problem.contains(QStringLiteral("version 2")));
    }

    void h05_aChangedRowIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const auto row = [](const char* name, const char* sql) {
            QTest::newRow(name) << QByteArray{sql};
        };
        row("H05 body", "UPDATE event SET body=replace(body, 'accept', 'reject') WHERE seq=2");
        row("H05 last body", "UPDATE event SET body='{}' WHERE seq=5");
        row("H05 time", "UPDATE event SET ts_utc_us=ts_utc_us+1000 WHERE seq=5");
        row("H05 half a millisecond", "UPDATE event SET ts_utc_us=ts_utc_us+1 WHERE seq=5");
        row("H05 first row gone", "DELETE FROM event WHERE seq=1");
        row("H05 middle row gone", "DELETE FROM event WHERE seq=3");
        row("H05 last row gone", "DELETE FROM event WHERE seq=5");
        row("H05 all rows gone", "DELETE FROM event");
        row("H05 renumbered", "DELETE FROM event WHERE seq=3; UPDATE event SET seq=seq-1 "
                              "WHERE seq>3");
        row("H05 a row more", "INSERT INTO event SELECT 6, ts_utc_us, mono_us, oid, kind, body, "
                              "crc32c, prev_hash FROM event WHERE seq=5");
    }
    void h05_aChangedRowIsNoticed()
    {
        QFETCH(QByteArray, sql);
        QTemporaryDir folder;
        QVERIFY(
            OrderLedger::open(sampleLedger(folder.path()))->ledger->append(sampleRecords(0, 5)));
        // By somebody who knows how to get round the triggers and puts them back.
        const QByteArray stays = sqlOf(folder.path(), "event_stays");
        const QByteArray remains = sqlOf(folder.path(), "event_remains");
        runSql(folder.path(), "DROP TRIGGER event_stays; DROP TRIGGER event_remains;" + sql + ';'
                                  + stays + ';' + remains);
        const auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(opened);
        QCOMPARE(opened->content.health, LedgerHealth::SetAside);
    }

    void h05_aMissingTriggerIsNoticed()
    {
        QTemporaryDir folder;
        QVERIFY(
            OrderLedger::open(sampleLedger(folder.path()))->ledger->append(sampleRecords(0, 2)));
        runSql(folder.path(), "DROP TRIGGER event_remains");
        QCOMPARE(OrderLedger::open(sampleLedger(folder.path()))->content.health,
                 LedgerHealth::SetAside);
    }

    void h05_theDamagedFileIsKeptAndTheStateStaysUntilSomethingIsWritten()
    {
        QTemporaryDir folder;
        Files files = m_files;
        files[kNames[0]][5000] = static_cast<char>(files[kNames[0]][5000] ^ 0x55);
        files[kNames[1]].chop(4096 * 3);
        writeFiles(folder.path(), files);
        for (int start = 0; start < 3; ++start) {
            const auto opened = OrderLedger::open(sampleLedger(folder.path()));
            QVERIFY(opened);
            QCOMPARE(opened->content.health, LedgerHealth::SetAside);
            QVERIFY(opened->content.problem.contains(QStringLiteral("orders.damaged-1")));
        }
        QCOMPARE(contentOf(folder.filePath(QStringLiteral("orders.damaged-1"))), files[kNames[0]]);
        QCOMPARE(contentOf(folder.filePath(QStringLiteral("orders.damaged-1-wal"))),
                 files[kNames[1]]);
        QVERIFY(
            OrderLedger::open(sampleLedger(folder.path()))->ledger->append(sampleRecords(0, 1)));
        QCOMPARE(OrderLedger::open(sampleLedger(folder.path()))->content.health,
                 LedgerHealth::Good);
    }

    void h05_aSecondDamagedFileDoesNotReplaceTheFirst()
    {
        QTemporaryDir folder;
        for (int round = 1; round <= 3; ++round) {
            QFile file{folder.filePath(QStringLiteral("orders.db"))};
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(QByteArray(round, 'x'));
            file.close();
            QCOMPARE(OrderLedger::open(sampleLedger(folder.path()))->content.health,
                     LedgerHealth::SetAside);
            QCOMPARE(
                QFileInfo{folder.filePath(QStringLiteral("orders.damaged-%1").arg(round))}.size(),
                round);
        }
    }

    void h05_aCrashWhileSettingAsideIsNotForgotten_data()
    {
        QTest::addColumn<QStringList>("left");
        QTest::newRow("H05 after the database was renamed")
            << QStringList{QStringLiteral("orders.damaged-1"), kNames[1], kNames[2]};
        QTest::newRow("H05 after the log was renamed") << QStringList{
            QStringLiteral("orders.damaged-1"), QStringLiteral("orders.damaged-1-wal"), kNames[2]};
        QTest::newRow("H05 after everything was renamed") << QStringList{
            QStringLiteral("orders.damaged-1"), QStringLiteral("orders.damaged-1-wal"),
            QStringLiteral("orders.damaged-1-head")};
        QTest::newRow("H05 with half a new one")
            << QStringList{QStringLiteral("orders.damaged-1"), QStringLiteral("orders.new")};
    }
    void h05_aCrashWhileSettingAsideIsNotForgotten()
    {
        QFETCH(QStringList, left);
        QTemporaryDir folder;
        Files files;
        for (const QString& name : left) {
            files.insert(name, QByteArray(5000, 'x'));
        }
        writeFiles(folder.path(), files);
        QCOMPARE(OrderLedger::open(sampleLedger(folder.path()))->content.health,
                 LedgerHealth::SetAside);
    }

    void aCrashWhileMakingTheFirstLedgerIsNoDamage()
    {
        QTemporaryDir folder;
        writeFiles(folder.path(), {{QStringLiteral("orders.new"), QByteArray(5000, 'x')},
                                   {QStringLiteral("orders.new-journal"), QByteArray(99, 'x')}});
        QCOMPARE(OrderLedger::open(sampleLedger(folder.path()))->content.health, LedgerHealth::New);
    }

private:
    static void runSql(const QString& folder, const QByteArray& sql)
    {
        sqlite3* handle = nullptr;
        QCOMPARE(sqlite3_open((folder + u"/orders.db"_qs).toUtf8().constData(), &handle),
                 SQLITE_OK);
        char* message = nullptr;
        const int code = sqlite3_exec(handle, sql.constData(), nullptr, nullptr, &message);
        QVERIFY2(code == SQLITE_OK, message);
        sqlite3_close(handle);
    }
    static QByteArray sqlOf(const QString& folder, const char* name)
    {
        sqlite3* handle = nullptr;
        sqlite3_open((folder + u"/orders.db"_qs).toUtf8().constData(), &handle);
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(handle, "SELECT sql FROM sqlite_schema WHERE name=?1", -1, &statement,
                           nullptr);
        sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
        sqlite3_step(statement);
        const QByteArray sql{static_cast<const char*>(sqlite3_column_blob(statement, 0)),
                             sqlite3_column_bytes(statement, 0)};
        sqlite3_finalize(statement);
        sqlite3_close(handle);
        return sql;
    }

    Files m_files;
};

QTEST_GUILESS_MAIN(TestLedgerDamage)
#include "tst_ledger_damage.moc"
