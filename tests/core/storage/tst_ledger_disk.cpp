// H02, H03, H06 and the error paths: a disk that fails at any call, and power that fails at any.

#include "core/storage/order_ledger.h"
#include "tests/support/ledger_samples.h"
#include "tests/support/shim_vfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace core::storage;
using core::orders::LedgerHealth;
using test::DiskFault;
using test::sampleLedger;
using test::sampleRecord;
using test::sampleRecords;
using test::ShimVfs;

namespace
{
constexpr int kCallsMax = 200;  // Reliability section 8, T-CR: all k up to here.

QString scratchRoot()
{
    return QFileInfo::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm/ledger-XXXXXX")
                                                         : QDir::tempPath() + u"/ledger-XXXXXX"_qs;
}

struct Session
{
    std::vector<int> acknowledged;
    bool opened = true;
};

/// Opens, appends forty records with a checkpoint now and then, and says what was promised.
Session workOn(const QString& folder)
{
    Session session;
    auto opened = OrderLedger::open(sampleLedger(folder));
    if (!opened) {
        session.opened = false;
        return session;
    }
    for (int number = 0; number < 40; ++number) {
        if (opened->ledger->append(sampleRecords(number, 1))) {
            session.acknowledged.push_back(number);
        }
        if (number % 10 == 9) {
            static_cast<void>(opened->ledger->checkpoint(Connection::Checkpoint::Passive));
        }
    }
    return session;
}

std::vector<core::orders::LedgerRecord> recordsOf(const std::vector<int>& numbers)
{
    std::vector<core::orders::LedgerRecord> records;
    for (const int number : numbers) {
        records.push_back(sampleRecord(number));
    }
    return records;
}
}  // namespace

class TestLedgerDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir folder{scratchRoot()};
        QVERIFY(OrderLedger::open(sampleLedger(folder.path())));
        QFile file{folder.filePath(QStringLiteral("orders.db"))};
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_empty = file.readAll();
    }

    void h03_aFailureAtAnyCallLosesNothingThatWasPromised_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("forGood");
        const auto row = [](const char* name, DiskFault fault, bool forGood) {
            QTest::newRow(name) << static_cast<int>(fault) << forGood;
        };
        row("H03 disk full once", DiskFault::Full, false);
        row("H03 disk full from then on", DiskFault::Full, true);
        row("H03 short write", DiskFault::ShortWrite, false);
        row("H03 write error", DiskFault::WriteError, false);
        row("H03 write error from then on", DiskFault::WriteError, true);
        row("H03 read error", DiskFault::ReadError, false);
    }
    void h03_aFailureAtAnyCallLosesNothingThatWasPromised()
    {
        QFETCH(int, fault);
        QFETCH(bool, forGood);
        int struck = 0;
        for (int call = 1; call <= kCallsMax; ++call) {
            QTemporaryDir folder{scratchRoot()};
            putEmptyLedger(folder.path());
            Session session;
            {
                ShimVfs disk;
                disk.failAt(call, static_cast<DiskFault>(fault),
                            forGood ? ShimVfs::Strikes::FromThenOn : ShimVfs::Strikes::Once);
                session = workOn(folder.path());
                struck += disk.hasStruck() ? 1 : 0;
            }

            const auto opened = OrderLedger::open(sampleLedger(folder.path()));

            const QString where = QStringLiteral("call %1").arg(call);
            QVERIFY2(opened, qPrintable(where));
            QVERIFY2(opened->content.health == LedgerHealth::Good,
                     qPrintable(where + opened->content.problem));
            QVERIFY2(opened->content.records == recordsOf(session.acknowledged), qPrintable(where));
            QVERIFY2(opened->ledger->append(sampleRecords(40, 1)), qPrintable(where));
        }
        QVERIFY2(struck > 5, qPrintable(QString::number(struck)));
    }

    void h03_afterAFullDiskTheLedgerGoesOn()
    {
        QTemporaryDir folder{scratchRoot()};
        ShimVfs disk;
        auto opened = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(opened->ledger->append(sampleRecords(0, 3)));
        disk.failAt(1, DiskFault::Full, ShimVfs::Strikes::FromThenOn);
        const auto refused = opened->ledger->append(sampleRecords(3, 2));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::base::ErrorCode::Io);
        QVERIFY(opened->ledger->isDiskFull());
        disk.heal();
        QVERIFY(opened->ledger->append(sampleRecords(3, 2)));
        QVERIFY(!opened->ledger->isDiskFull());
        std::move(opened).value().ledger.reset();
        const auto again = OrderLedger::open(sampleLedger(folder.path()));
        QVERIFY(again->content.records == sampleRecords(0, 5));
    }

    void h03_theReserveIsKeptAndGivenOnce()
    {
        QTemporaryDir folder;
        LedgerPlace place = sampleLedger(folder.path());
        place.reserveBytes = 1024 * 1024;
        const auto opened = OrderLedger::open(place);
        QVERIFY(opened);
        const QString reserve = folder.filePath(QStringLiteral("reserve.bin"));
        QCOMPARE(QFileInfo{reserve}.size(), 1024 * 1024);
        QVERIFY(opened->ledger->useReserve());
        QVERIFY(!QFileInfo::exists(reserve));
        QVERIFY(!opened->ledger->useReserve());
        QVERIFY(opened->ledger->freeBytes() > 0);
    }

    // H06: nobody knows what is on the disk after a failed fsync, so the process ends.
    void h06_aFailedSyncEndsTheProcess()
    {
        int aborted = 0;
        for (int call = 1; call <= kCallsMax; ++call) {
            QTemporaryDir folder{scratchRoot()};
            putEmptyLedger(folder.path());
            int channel[2] = {};
            QVERIFY(::pipe(channel) == 0);
            const pid_t child = ::fork();
            if (child == 0) {
                const rlimit none{0, 0};
                ::setrlimit(RLIMIT_CORE, &none);
                ::close(2);
                ShimVfs disk;
                disk.failAt(call, DiskFault::SyncError);
                auto opened = OrderLedger::open(sampleLedger(folder.path()));
                for (int number = 0; opened && number < 40; ++number) {
                    if (!opened->ledger->append(sampleRecords(number, 1))) {
                        ::_exit(1);
                    }
                    const char promised = 1;
                    static_cast<void>(::write(channel[1], &promised, 1));
                    if (number % 10 == 9) {
                        static_cast<void>(
                            opened->ledger->checkpoint(Connection::Checkpoint::Passive));
                    }
                }
                ::_exit(opened && !disk.hasStruck() ? 0 : 2);
            }
            ::close(channel[1]);
            std::size_t promised = 0;
            char byte = 0;
            while (::read(channel[0], &byte, 1) == 1) {
                ++promised;
            }
            ::close(channel[0]);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            if (WIFSIGNALED(status)) {
                QCOMPARE(WTERMSIG(status), SIGABRT);
                ++aborted;
            } else {
                QCOMPARE(WEXITSTATUS(status), 0);  // There is no call of that number.
            }

            const auto opened = OrderLedger::open(sampleLedger(folder.path()));
            QVERIFY(opened);
            QCOMPARE(opened->content.health, LedgerHealth::Good);
            QVERIFY(opened->content.records.size() >= promised);
            QVERIFY(opened->content.records
                    == sampleRecords(0, static_cast<int>(opened->content.records.size())));
        }
        QVERIFY2(aborted > 40, qPrintable(QString::number(aborted)));
    }

    // H02: see also tests/torture, which cuts a session of the ledger thread.
    void h02_powerMayFailAtAnyChangeOfTheDisk()
    {
        QTemporaryDir folder{scratchRoot()};
        QHash<QString, QByteArray> start;
        std::vector<test::DiskChange> changes;
        {
            ShimVfs disk;
            QVERIFY(OrderLedger::open(sampleLedger(folder.path())));
            QFile file{folder.filePath(QStringLiteral("orders.db"))};
            QVERIFY(file.open(QIODevice::ReadOnly));
            start.insert(QStringLiteral("orders.db"), file.readAll());
            disk.startRecording();
            for (int session = 0; session < 2; ++session) {
                const auto opened = OrderLedger::open(sampleLedger(folder.path()));
                for (int number = session * 30; number < session * 30 + 30; ++number) {
                    QVERIFY(opened->ledger->append(sampleRecords(number, 1)));
                    disk.mark(number + 1);
                    if (number % 7 == 6) {
                        QVERIFY(opened->ledger->checkpoint(Connection::Checkpoint::Passive));
                    }
                }
            }
            changes = disk.takeRecording();
        }
        QRandomGenerator random{42};
        const auto coin = [&random] { return random.bounded(2) == 0; };
        QTemporaryDir other{scratchRoot()};
        std::int64_t promised = 0;
        for (std::size_t cut = 0; cut <= changes.size(); ++cut) {
            if (cut > 0 && changes[cut - 1].kind == test::DiskChange::Kind::Mark) {
                promised = changes[cut - 1].size;
            }
            for (const auto survival : {test::Survival::SyncedOnly, test::Survival::SomeWrites,
                                        test::Survival::SomeSectors}) {
                const auto files = test::filesAfterCut(start, changes, cut, survival, coin);
                QDir{other.path()}.removeRecursively();
                QDir{}.mkpath(other.path());
                for (auto at = files.cbegin(); at != files.cend(); ++at) {
                    QFile file{other.filePath(at.key())};
                    QVERIFY(file.open(QIODevice::WriteOnly));
                    file.write(at.value());
                }
                const auto opened = OrderLedger::open(sampleLedger(other.path()));
                const QString where = QStringLiteral("cut %1").arg(cut);
                QVERIFY2(opened, qPrintable(where));
                QVERIFY2(opened->content.health == LedgerHealth::Good,
                         qPrintable(where + opened->content.problem));
                const auto found = static_cast<std::int64_t>(opened->content.records.size());
                QVERIFY2(found >= promised, qPrintable(where));
                QVERIFY(opened->content.records == sampleRecords(0, static_cast<int>(found)));
            }
        }
        QCOMPARE(promised, 60);
    }

private:
    void putEmptyLedger(const QString& folder) const
    {
        QFile file{folder + u"/orders.db"_qs};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_empty);
    }

    QByteArray m_empty;
};

QTEST_GUILESS_MAIN(TestLedgerDisk)
#include "tst_ledger_disk.moc"
