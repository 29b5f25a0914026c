#include "core/storage/durable_file.h"
#include "core/storage/ledger_folder.h"
#include "core/storage/order_ledger.h"
#include "tests/support/ledger_samples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace core::storage;
using core::base::ErrorCode;
using core::orders::LedgerHealth;
using test::sampleLedger;
using test::sampleRecord;
using test::sampleRecords;

namespace
{
mode_t modeOf(const QString& name)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(name).constData(), &status) == 0 ? status.st_mode & 07777U : 0;
}
}  // namespace

class TestOrderLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAppended()
    {
        QTemporaryDir folder;
        const auto records = sampleRecords(0, 25);
        {
            const auto opened = OrderLedger::open(sampleLedger(folder.path()));
            QVERIFY(opened);
            QCOMPARE(opened->content.health, LedgerHealth::New);
            QVERIFY(opened->content.records.empty());
            QVERIFY(opened->ledger->append(std::span{records}.first(1)));
            QVERIFY(opened->ledger->append(std::span{records}.subspan(1, 20)));
            QVERIFY(opened->ledger->append({}));
        }
        {
            const auto opened = OrderLedger::open(sampleLedger(folder.path()));
            QVERIFY(opened);
            QCOMPARE(opened->content.health, LedgerHealth::Good);
            QCOMPARE(opened->content.records.size(), 21U);
            QVERIFY(opened->ledger->append(std::span{records}.subspan(21)));
        }
        const auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(opened);
        QVERIFY(opened->content.records == records);
    }

    void aSecondConnectionIsRefused()
    {
        QTemporaryDir folder;
        const auto first = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(first);
        const auto second = OrderLedger::open(sampleLedger(folder.path() + u"/."_qs));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Busy);
    }

    void theLedgerOfAnotherAccountIsRefusedAndKept()
    {
        QTemporaryDir folder;
        LedgerPlace place = sampleLedger(folder.path());
        QVERIFY(OrderLedger::open(place)->ledger->append(sampleRecords(0, 3)));
        place.owner = QStringLiteral("live 12345678-01");
        for (const LedgerStart start : {LedgerStart::GoOn, LedgerStart::Anew}) {
            place.start = start;
            const auto other = OrderLedger::open(place);
            QVERIFY(!other);
            QCOMPARE(other.error().code, ErrorCode::Refused);
        }
        QCOMPARE(OrderLedger::open(sampleLedger(folder.path()))->content.records.size(), 3U);
    }

    void aPassingAccountStartsAnew()
    {
        QTemporaryDir folder;
        LedgerPlace place = sampleLedger(folder.path());
        place.start = LedgerStart::Anew;
        QVERIFY(OrderLedger::open(place)->ledger->append(sampleRecords(0, 3)));
        const auto opened = OrderLedger::open(place);
        QVERIFY(opened);
        QCOMPARE(opened->content.health, LedgerHealth::New);
        QVERIFY(opened->content.records.empty());
        QVERIFY(opened->ledger->append(sampleRecords(0, 1)));
    }

    void rowsCannotBeChangedOrRemovedThroughSql()
    {
        QTemporaryDir folder;
        QVERIFY(
            OrderLedger::open(sampleLedger(folder.path()))->ledger->append(sampleRecords(0, 3)));
        sqlite3* handle = nullptr;
        const QByteArray file = folder.filePath(QStringLiteral("orders.db")).toUtf8();
        QCOMPARE(sqlite3_open(file.constData(), &handle), SQLITE_OK);
        const auto run = [&](const char* sql) {
            return sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
        };
        QCOMPARE(run("UPDATE event SET body='{}' WHERE seq=2"), SQLITE_CONSTRAINT);
        QCOMPARE(run("DELETE FROM event"), SQLITE_CONSTRAINT);
        sqlite3_close(handle);
        QCOMPARE(OrderLedger::open(sampleLedger(folder.path()))->content.records.size(), 3U);
    }

    void s08_nobodyElseMayReadIt()
    {
        QTemporaryDir folder;
        const QString data = folder.filePath(QStringLiteral("한글 폴더/데이터"));
        QVERIFY(QDir{}.mkpath(data));
        QVERIFY(QFile::setPermissions(data, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                                | QFile::ReadOther | QFile::ExeOther));
        const mode_t before = ::umask(0);
        LedgerPlace place = sampleLedger(data);
        place.reserveBytes = 4096;
        const auto opened = OrderLedger::open(place);
        QVERIFY(opened);
        QVERIFY(opened->ledger->append(sampleRecords(0, 5)));
        QVERIFY(opened->ledger->backupTo(data + QStringLiteral("/copy.db")));
        ::umask(before);

        QCOMPARE(modeOf(data), 0700U);
        QStringList names = QDir{data}.entryList(QDir::Files);
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("copy.db"), QStringLiteral("orders.db"),
                                     QStringLiteral("orders.db-wal"), QStringLiteral("orders.head"),
                                     QStringLiteral("reserve.bin")}));
        for (const QString& name : names) {
            QCOMPARE(modeOf(data + u'/' + name), 0600U);
        }
    }

    void s08_filesOpenToOthersAreClosedAtTheStart()
    {
        QTemporaryDir folder;
        QVERIFY(
            OrderLedger::open(sampleLedger(folder.path()))->ledger->append(sampleRecords(0, 1)));
        const QString file = folder.filePath(QStringLiteral("orders.db"));
        QVERIFY(::chmod(QFile::encodeName(file).constData(), 0644) == 0);
        QVERIFY(OrderLedger::open(sampleLedger(folder.path())));
        QCOMPARE(modeOf(file), 0600U);
    }

    void networkFileSystemsAreKnown()
    {
        QVERIFY(isNetworkFileSystem(0x6969));
        QVERIFY(isNetworkFileSystem(0xFF534D42));
        QVERIFY(isNetworkFileSystem(static_cast<std::int64_t>(-11317950)));  // Signed: CIFS.
        QVERIFY(!isNetworkFileSystem(0xEF53));                               // ext4
        QVERIFY(!isNetworkFileSystem(0x01021994));                           // tmpfs
    }

    void aBackupTakesThePlaceOfTheOriginal()
    {
        QTemporaryDir folder;
        QTemporaryDir other;
        const QString copy = other.filePath(QStringLiteral("orders.db"));
        {
            const auto opened = OrderLedger::open(sampleLedger(folder.path()));
            QVERIFY(opened->ledger->append(sampleRecords(0, 40)));
            QVERIFY(opened->ledger->backupTo(copy));
            QVERIFY(!opened->ledger->backupTo(copy));  // Never over something else.
            QVERIFY(opened->ledger->append(sampleRecords(40, 5)));
        }
        const auto restored = OrderLedger::open(sampleLedger(other.path()));
        QVERIFY(restored);
        QCOMPARE(restored->content.health, LedgerHealth::Good);
        QVERIFY(restored->content.records == sampleRecords(0, 40));
    }

    void checkpointsKeepEverything()
    {
        QTemporaryDir folder;
        {
            const auto opened = OrderLedger::open(sampleLedger(folder.path()));
            for (int number = 0; number < 60; ++number) {
                QVERIFY(opened->ledger->append(sampleRecords(number, 1)));
                if (number % 10 == 4) {
                    QVERIFY(opened->ledger->logBytes() > 0);
                    QVERIFY(opened->ledger->checkpoint(Connection::Checkpoint::Passive));
                    QCOMPARE(opened->ledger->logBytes(), 0);
                } else if (number % 10 == 9) {
                    QVERIFY(opened->ledger->checkpoint(Connection::Checkpoint::Truncate));
                    QCOMPARE(QFileInfo{folder.filePath(QStringLiteral("orders.db-wal"))}.size(), 0);
                }
            }
        }
        QVERIFY(OrderLedger::open(sampleLedger(folder.path()))->content.records
                == sampleRecords(0, 60));
    }

    // H04: another program holds the file.
    void h04_aLockedLedgerIsNotOpenedAndNothingIsRenamed()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("orders.db"));
        QVERIFY(
            OrderLedger::open(sampleLedger(folder.path()))->ledger->append(sampleRecords(0, 3)));
        QProcess holder;
        holder.start(QStringLiteral("sqlite3"), {file});
        QVERIFY(holder.waitForStarted());
        holder.write("BEGIN EXCLUSIVE; SELECT 'held';\n");
        QVERIFY(holder.waitForReadyRead());

        const auto refused = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        QVERIFY(QFileInfo::exists(file));
        QVERIFY(QDir{folder.path()}.entryList({QStringLiteral("*damaged*")}).isEmpty());

        holder.write("ROLLBACK;\n.quit\n");
        QVERIFY(holder.waitForFinished());
        const auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(opened);
        QCOMPARE(opened->content.records.size(), 3U);
    }

    void h04_whileItIsOpenNobodyElseGetsIn()
    {
        QTemporaryDir folder;
        const auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(opened->ledger->append(sampleRecords(0, 3)));
        QProcess other;
        other.start(QStringLiteral("sqlite3"), {folder.filePath(QStringLiteral("orders.db")),
                                                QStringLiteral("SELECT count(*) FROM event")});
        QVERIFY(other.waitForFinished());
        QVERIFY(other.exitCode() != 0);
        QVERIFY(other.readAllStandardError().contains("locked"));
        QVERIFY(opened->ledger->append(sampleRecords(3, 3)));
    }

    // H03 without a shim: the kernel refuses to let the files grow.
    void h03_aFileThatMayNotGrowRefusesAndRecovers()
    {
        QTemporaryDir folder;
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const auto opened = OrderLedger::open(sampleLedger(folder.path()));
            const rlimit small{64 * 1024, 64 * 1024};
            const bool limited = ::setrlimit(RLIMIT_FSIZE, &small) == 0;
            int written = 0;
            while (written < 1000 && opened->ledger->append(sampleRecords(written, 1))) {
                ++written;
            }
            ::_exit(!limited || written >= 1000 ? 255 : written);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        const int written = WEXITSTATUS(status);
        QVERIFY2(written > 3 && written < 255, qPrintable(QString::number(written)));

        const auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(opened);
        QCOMPARE(opened->content.health, LedgerHealth::Good);
        QVERIFY(opened->content.records == sampleRecords(0, written));
        QVERIFY(opened->ledger->append(sampleRecords(written, 1)));
    }
};

QTEST_GUILESS_MAIN(TestOrderLedger)
#include "tst_order_ledger.moc"
