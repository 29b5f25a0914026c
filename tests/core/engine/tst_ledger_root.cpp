// The ledger thread: what hangs on a write goes out only after it, and not when it is late.

#include "core/base/clock.h"
#include "core/engine/ledger_root.h"
#include "tests/support/ledger_samples.h"
#include "tests/support/patience.h"
#include "tests/support/shim_vfs.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using engine::LedgerRoot;
using test::DiskFault;
using test::ShimVfs;
using namespace std::chrono_literals;

namespace
{
/// What a ledger root told, in order.
struct Heard
{
    QStringList order;
    std::vector<domain::LedgerReply> replies;
    int released = 0;
    std::vector<orders::LedgerContent> loaded;
    std::vector<base::Error> failures;

    explicit Heard(LedgerRoot& ledger)
    {
        QObject::connect(&ledger, &LedgerRoot::release, &ledger, [this] {
            ++released;
            order.append(QStringLiteral("release"));
        });
        QObject::connect(&ledger, &LedgerRoot::replied, &ledger,
                         [this](const domain::EventPayload& payload) {
                             replies.push_back(std::get<domain::LedgerReply>(payload));
                             order.append(QStringLiteral("reply"));
                         });
        QObject::connect(
            &ledger, &LedgerRoot::loaded, &ledger,
            [this](const orders::LedgerContent& content) { loaded.push_back(content); });
        QObject::connect(&ledger, &LedgerRoot::failed, &ledger,
                         [this](const base::Error& error) { failures.push_back(error); });
    }
};

desk::Record entry(std::uint64_t number, int first)
{
    desk::Record record;
    record.write = number;
    record.records = test::sampleRecords(first, 1);
    record.records.front().monotonicUs = 0;
    record.then = domain::OutgoingOrder{};
    record.notAfter = 500ms;
    return record;
}

desk::Record sale(std::uint64_t number, int first)
{
    desk::Record record = entry(number, first);
    record.then->request.side = domain::Side::Sell;
    record.notAfter.reset();
    return record;
}

std::size_t countIn(const QString& folder)
{
    const auto opened = storage::OrderLedger::open(test::sampleLedger(folder));
    return opened ? opened->content.records.size() : 0;
}
}  // namespace

class TestLedgerRoot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsReleasedAfterTheWriteAndAnsweredOnce()
    {
        QTemporaryDir folder;
        {
            LedgerRoot ledger{test::sampleLedger(folder.path())};
            Heard heard{ledger};
            ledger.start();
            QCOMPARE(heard.loaded.size(), 1U);
            ledger.record(entry(7, 0));
            QCOMPARE(heard.order,
                     (QStringList{QStringLiteral("release"), QStringLiteral("reply")}));
            QCOMPARE(heard.replies.front().write, 7U);
            QVERIFY(heard.replies.front().durable && heard.replies.front().sent);
            QVERIFY(heard.replies.front().problem.isEmpty());
        }
        QCOMPARE(countIn(folder.path()), 1U);
    }

    void h02_nothingIsReleasedBeforeItIsOnTheDisk()
    {
        QTemporaryDir folder;
        ShimVfs disk;
        LedgerRoot ledger{test::sampleLedger(folder.path())};
        Heard heard{ledger};
        ledger.start();
        disk.startRecording();
        QObject::connect(&ledger, &LedgerRoot::release, &ledger, [&disk] { disk.mark(1); });
        ledger.record(entry(1, 0));
        const std::vector<test::DiskChange> changes = disk.takeRecording();
        bool synced = false;
        for (const test::DiskChange& change : changes) {
            if (change.kind == test::DiskChange::Kind::Write) {
                synced = false;
            } else if (change.kind == test::DiskChange::Kind::Sync) {
                synced = true;
            } else if (change.kind == test::DiskChange::Kind::Mark) {
                QVERIFY(synced);
                return;
            }
        }
        QFAIL("never released");
    }

    void h03_aFullDiskSendsNoEntryAndKeepsTheReserveForExits()
    {
        QTemporaryDir folder;
        ShimVfs disk;
        storage::LedgerPlace place = test::sampleLedger(folder.path());
        place.reserveBytes = 1024 * 1024;
        const QString reserve = folder.filePath(QStringLiteral("reserve.bin"));
        LedgerRoot ledger{place};
        Heard heard{ledger};
        ledger.start();

        disk.failAt(1, DiskFault::Full, ShimVfs::Strikes::FromThenOn);
        ledger.record(entry(1, 0));
        QCOMPARE(heard.released, 0);
        QVERIFY(!heard.replies.back().durable && !heard.replies.back().sent);
        QVERIFY(!heard.replies.back().problem.isEmpty());
        QVERIFY(QFileInfo::exists(reserve));

        // The disk has room again the moment the reserve is gone: the exit is tried a second time.
        disk.failAt(1, DiskFault::Full, ShimVfs::Strikes::Once);
        ledger.record(sale(2, 0));
        QVERIFY(!QFileInfo::exists(reserve));
        QCOMPARE(heard.released, 1);
        QVERIFY(heard.replies.back().durable && heard.replies.back().sent);
    }

    void h04_whileAnotherHoldsItNothingIsSent()
    {
        QTemporaryDir folder;
        const auto holder = storage::OrderLedger::open(test::sampleLedger(folder.path()));
        QVERIFY(holder);
        LedgerRoot ledger{test::sampleLedger(folder.path())};
        Heard heard{ledger};
        ledger.start();
        QCOMPARE(heard.loaded.size(), 0U);
        QCOMPARE(heard.failures.size(), 1U);
        QCOMPARE(heard.failures.front().code, base::ErrorCode::Busy);
        ledger.record(sale(1, 0));
        QCOMPARE(heard.released, 0);
        QVERIFY(!heard.replies.back().durable);
    }

    void h04_itOpensWhenTheOtherHasGone()
    {
        QTemporaryDir folder;
        auto holder = storage::OrderLedger::open(test::sampleLedger(folder.path()));
        LedgerRoot ledger{test::sampleLedger(folder.path())};
        Heard heard{ledger};
        ledger.start();
        std::move(holder).value().ledger.reset();
        QTRY_COMPARE_WITH_TIMEOUT(heard.loaded.size(), 1U, test::kPatience);
        ledger.record(entry(1, 0));
        QCOMPARE(heard.released, 1);
    }

    void h07_aSlowDiskSendsNoEntryLateButAnExit()
    {
        QTemporaryDir folder;
        ShimVfs disk;
        LedgerRoot ledger{test::sampleLedger(folder.path())};
        Heard heard{ledger};
        ledger.start();
        disk.setSlowness(40ms);

        desk::Record late = entry(1, 0);
        late.notAfter = 20ms;
        disk.failAt(1, DiskFault::Slow);
        ledger.record(late);
        QVERIFY(disk.hasStruck());
        QVERIFY(heard.replies.back().durable && !heard.replies.back().sent);
        QCOMPARE(heard.replies.back().problem, QStringLiteral("late"));
        QVERIFY(heard.replies.back().took >= 40ms);
        QCOMPARE(heard.released, 0);

        disk.failAt(1, DiskFault::Slow);
        ledger.record(sale(2, 1));
        QVERIFY(heard.replies.back().durable && heard.replies.back().sent);
        QCOMPARE(heard.released, 1);
    }

    void h07_theWaitBehindAnotherWriteCounts()
    {
        QTemporaryDir folder;
        LedgerRoot ledger{test::sampleLedger(folder.path())};
        Heard heard{ledger};
        ledger.start();
        const base::MachineClock clock;
        desk::Record waited = entry(1, 0);
        waited.records.front().monotonicUs =
            std::chrono::duration_cast<std::chrono::microseconds>(clock.monotonic() - 2s).count();
        ledger.record(waited);
        QVERIFY(heard.replies.back().durable && !heard.replies.back().sent);
        QVERIFY(heard.replies.back().took >= 2s);
    }

    void h05_aDamagedLedgerIsToldAsOne()
    {
        QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("orders.db"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
        file.close();
        LedgerRoot ledger{test::sampleLedger(folder.path())};
        Heard heard{ledger};
        ledger.start();
        QCOMPARE(heard.loaded.size(), 1U);
        QCOMPARE(heard.loaded.front().health, orders::LedgerHealth::SetAside);
    }

    void aBackupIsACopyOfEverythingSoFar()
    {
        QTemporaryDir folder;
        QTemporaryDir other;
        const QString copy = other.filePath(QStringLiteral("orders.db"));
        LedgerRoot ledger{test::sampleLedger(folder.path())};
        QStringList told;
        connect(&ledger, &LedgerRoot::backedUp, &ledger,
                [&told](const QString&, const QString& problem) { told.append(problem); });
        ledger.start();
        ledger.record(entry(1, 0));
        ledger.closeDay();
        ledger.backUp(copy);
        QCOMPARE(told, QStringList{QString{}});
        QCOMPARE(countIn(other.path()), 1U);
    }

    void aLaterBackupTakesThePlaceOfAnEarlierOne()
    {
        QTemporaryDir folder;
        QTemporaryDir other;
        const QString copy = other.filePath(QStringLiteral("orders.db"));
        LedgerRoot ledger{test::sampleLedger(folder.path())};
        QStringList told;
        connect(&ledger, &LedgerRoot::backedUp, &ledger,
                [&told](const QString&, const QString& problem) { told.append(problem); });
        ledger.start();
        ledger.record(entry(1, 0));
        ledger.backUp(copy);
        ledger.record(entry(2, 0));
        ledger.backUp(copy);
        QCOMPARE(told, (QStringList{QString{}, QString{}}));
        QCOMPARE(countIn(other.path()), 2U);
        QVERIFY(!QFile::exists(copy + QStringLiteral(".new")));
    }
};

QTEST_GUILESS_MAIN(TestLedgerRoot)
#include "tst_ledger_root.moc"
