// market.db on a disk that is damaged, full, locked or oddly named (fault rows H03 to H05, H14).

#include "core/storage/market_store.h"
#include "tests/core/storage/market_rig.h"
#include "tests/support/market_samples.h"
#include "tests/support/shim_vfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

using namespace core;
using namespace core::storage;
using base::ErrorCode;
using test::DiskFault;
using test::sampleBar;
using test::sampleDate;
using test::ShimVfs;
using test::symbolOf;

namespace
{
MarketStoreOptions optionsIn(const QString& folder)
{
    MarketStoreOptions options;
    options.folder = folder;
    options.desk = QStringLiteral("desk");
    options.barRoomBytes = 0;
    options.wait = std::chrono::milliseconds{50};
    return options;
}

MarketBatch dayBatch(int number)
{
    const domain::TradingDate date = sampleDate(number);
    MarketBatch batch = wholeDay(test::fullDay(date));
    for (int minute = 0; minute < 120; ++minute) {
        batch.bars.push_back(sampleBar(date, "005930", minute));
        batch.decisions.push_back(
            test::sampleDecision(date, static_cast<std::uint64_t>(minute), "005930"));
    }
    return batch;
}

std::vector<domain::StoredBar> allBars(MarketStore& store)
{
    const auto bars = store.bars(symbolOf("005930"), {},
                                 domain::fromKst(sampleDate(200), domain::timeOfDay(9, 0)));
    return bars ? *bars : std::vector<domain::StoredBar>{};
}

QByteArray bytesOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

int modeOf(const QString& path)
{
    return static_cast<int>(QFileInfo{path}.permissions()
                            & (QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                               | QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
                               | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther));
}
}  // namespace

class TestMarketDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void initTestCase()
    {
        QTemporaryDir folder{test::scratch()};
        {
            const auto store = MarketStore::open(optionsIn(folder.path()));
            VERIFY_OK(store);
            QCOMPARE((*store)->health().kind, MarketHealth::Kind::New);
            VERIFY_OK((*store)->write(dayBatch(1)));
            VERIFY_OK((*store)->write(dayBatch(2)));
        }
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("market.db-wal"))));
        m_good = bytesOf(folder.filePath(QStringLiteral("market.db")));
        QVERIFY(m_good.size() > 20 * 4096);
    }

    void h05_whatIsNoStoreAnyMoreIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("H05 zero length") << QByteArray{};
        QTest::newRow("H05 one byte") << m_good.left(1);
        QTest::newRow("H05 half a header") << m_good.left(50);
        QTest::newRow("H05 only the header") << m_good.left(100);
        QTest::newRow("H05 one page") << m_good.left(4096);
        QTest::newRow("H05 half of it") << m_good.left(m_good.size() / 2);
        QTest::newRow("H05 a page short") << m_good.left(m_good.size() - 4096);
        QTest::newRow("H05 a few bytes short") << m_good.left(m_good.size() - 10);
        QTest::newRow("H05 text") << QByteArray("time,code,price\n").repeated(500);
        QTest::newRow("H05 zeros") << QByteArray(m_good.size(), '\0');
        QByteArray head = m_good;
        head[3] = 'x';
        QTest::newRow("H05 a wrong header") << head;
        QByteArray pages = m_good;
        for (qsizetype at = 4096; at < pages.size(); at += 4096) {
            pages[at] = '\x7f';  // The kind of a page.
        }
        QTest::newRow("H05 wrong pages") << pages;
    }
    void h05_whatIsNoStoreAnyMoreIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder{test::scratch()};
        const QString path = folder.filePath(QStringLiteral("market.db"));
        put(path, bytes);
        {
            const auto store = MarketStore::open(optionsIn(folder.path()));

            VERIFY_OK(store);
            QCOMPARE((*store)->health().kind, MarketHealth::Kind::SetAside);
            QCOMPARE((*store)->health().keptAs, QStringLiteral("market.damaged-1"));
            QVERIFY(!(*store)->health().problem.isEmpty());
            QCOMPARE(bytesOf(folder.filePath(QStringLiteral("market.damaged-1"))).size(),
                     bytes.size());
            QVERIFY((*store)->days()->empty());
            VERIFY_OK((*store)->write(dayBatch(3)));
        }
        // Again: the first one is not lost for it.
        put(path, QByteArray{"not a database"});
        {
            const auto store = MarketStore::open(optionsIn(folder.path()));
            VERIFY_OK(store);
            QCOMPARE((*store)->health().keptAs, QStringLiteral("market.damaged-2"));
        }
        const auto store = MarketStore::open(optionsIn(folder.path()));
        VERIFY_OK(store);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::Good);
        QVERIFY((*store)->health().problem.isEmpty());
    }

    void h05_aLogWithoutItsDatabaseIsSetAside()
    {
        QTemporaryDir folder{test::scratch()};
        put(folder.filePath(QStringLiteral("market.db-wal")), QByteArray(5000, 'x'));
        const auto store = MarketStore::open(optionsIn(folder.path()));
        VERIFY_OK(store);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::SetAside);
        QCOMPARE(bytesOf(folder.filePath(QStringLiteral("market.damaged-1-wal"))),
                 QByteArray(5000, 'x'));
        VERIFY_OK((*store)->write(dayBatch(1)));
    }

    // A flip inside a number or a text cannot be seen by anybody; one in the structure must be.
    void h05_flippedBitsNeverCrashAndNeverStopTheStore()
    {
        QRandomGenerator random{20261129};
        int setAside = 0;
        int strange = 0;
        int mixed = 0;
        for (int round = 0; round < 400; ++round) {
            QTemporaryDir folder{test::scratch()};
            QByteArray bytes = m_good;
            const int flips = 1 + random.bounded(round % 2 == 0 ? 3 : 200);
            for (int flip = 0; flip < flips; ++flip) {
                const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
                bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random.bounded(8)));
            }
            put(folder.filePath(QStringLiteral("market.db")), bytes);
            const QByteArray where = "round " + QByteArray::number(round);

            const auto store = MarketStore::open(optionsIn(folder.path()));

            if (!store) {  // The version is a number like another.
                QVERIFY2(store.error().code == ErrorCode::Refused, where.constData());
                ++strange;
                continue;
            }
            setAside += (*store)->health().kind == MarketHealth::Kind::SetAside ? 1 : 0;
            for (int number = 1; number < 3; ++number) {
                const auto day = (*store)->day(sampleDate(number));
                const bool told = !day && day.error().code == ErrorCode::Malformed;
                QVERIFY2(told || (day && (!*day || (**day).date == sampleDate(number))),
                         where.constData());
            }
            static_cast<void>((*store)->days());
            static_cast<void>((*store)->decisions(sampleDate(1), std::nullopt));
            static_cast<void>(allBars(**store));
            const auto written = (*store)->write(dayBatch(4));
            QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
            const auto day = (*store)->day(sampleDate(4));
            const bool exact = day && *day == test::fullDay(sampleDate(4));
            QVERIFY2(exact || (*store)->health().kind == MarketHealth::Kind::Good,
                     where.constData());
            mixed += exact ? 0 : 1;
        }
        // What passes the check may hold a strange figure, but hides and mixes up no rows.
        QCOMPARE(mixed, 0);
        QVERIFY2(setAside > 150 && setAside < 400, qPrintable(QString::number(setAside)));
        QVERIFY2(strange < 5, qPrintable(QString::number(strange)));
    }

    void h05_damageFoundWhileWritingStartsANewStoreWithTheBatch()
    {
        QTemporaryDir folder{test::scratch()};
        const QString path = folder.filePath(QStringLiteral("market.db"));
        {
            const auto store = MarketStore::open(optionsIn(folder.path()));
            VERIFY_OK(store);
            VERIFY_OK((*store)->write(dayBatch(0)));
            MarketBatch many{.date = sampleDate(0), .run = 7};  // More than the cache holds.
            for (std::uint64_t number = 1; number <= 700; ++number) {
                many.decisions.push_back(test::sampleDecision(sampleDate(0), number, "005930"));
                many.decisions.back().failing = {QString{60'000, u'x'}};
            }
            VERIFY_OK((*store)->write(many));
        }
        QVERIFY(QFileInfo{path}.size() > 40'000'000);
        const auto store = MarketStore::open(optionsIn(folder.path()));
        VERIFY_OK(store);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::Good);
        const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC);
        QVERIFY(file >= 0);
        const QByteArray garbage(1'000'000, '\x5a');
        for (off_t at = 4096; at < QFileInfo{path}.size(); at += garbage.size()) {
            QVERIFY(
                ::pwrite(file, garbage.constData(), static_cast<std::size_t>(garbage.size()), at)
                > 0);
        }
        ::close(file);
        const MarketBatch all = dayBatch(1);
        const auto written = (*store)->write(all);

        VERIFY_OK(written);
        QVERIFY(written->begunAnew);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::SetAside);
        QVERIFY(QFileInfo{folder.filePath((*store)->health().keptAs)}.size() > 40'000'000);
        QVERIFY(*(*store)->day(sampleDate(1)) == test::fullDay(sampleDate(1)));
        QVERIFY(!*(*store)->day(sampleDate(0)));
        const auto again = (*store)->write(all);
        VERIFY_OK(again);
        QVERIFY(!again->begunAnew);
        QCOMPARE(again->changed, 0);
    }

    void h03_aFailureAtAnyCallLosesNothingAndLeavesABatchWholeOrOut_data()
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
        row("H06 sync error", DiskFault::SyncError, false);
    }
    void h03_aFailureAtAnyCallLosesNothingAndLeavesABatchWholeOrOut()
    {
        QFETCH(int, fault);
        QFETCH(bool, forGood);
        const domain::DayRecord before = test::fullDay(sampleDate(2));
        const domain::DayRecord after = test::fullDay(sampleDate(4));
        int struck = 0;
        int refused = 0;
        int withoutBars = 0;
        const bool reads = static_cast<DiskFault>(fault) == DiskFault::ReadError;
        for (int call = 1; call <= 60; ++call) {
            QTemporaryDir folder{test::scratch()};
            put(folder.filePath(QStringLiteral("market.db")), m_good);
            bool promised = false;
            bool promisedBars = false;
            {
                ShimVfs disk;
                const auto strikes =
                    forGood ? ShimVfs::Strikes::FromThenOn : ShimVfs::Strikes::Once;
                if (reads) {  // Afterwards everything is in the cache.
                    disk.failAt(call, DiskFault::ReadError, strikes);
                }
                const auto store = MarketStore::open(optionsIn(folder.path()));
                if (!store) {
                    QVERIFY2(reads && store.error().code == ErrorCode::Io,
                             qPrintable(store.error().detail));
                } else {
                    if (!reads) {
                        disk.failAt(call, static_cast<DiskFault>(fault), strikes);
                    }
                    const auto written = (*store)->write(dayBatch(4));
                    promised = written.has_value();
                    promisedBars = promised && !written->barsLeftOut;
                    withoutBars += promised && written->barsLeftOut ? 1 : 0;
                    if (!promised) {
                        QVERIFY2(written.error().code == ErrorCode::Io,
                                 qPrintable(written.error().detail));
                        disk.heal();
                        VERIFY_OK((*store)->day(sampleDate(1)));  // The store goes on.
                    }
                }
                struck += disk.hasStruck() ? 1 : 0;
                refused += promised ? 0 : 1;
            }

            const auto store = MarketStore::open(optionsIn(folder.path()));

            const QByteArray where = "call " + QByteArray::number(call);
            VERIFY_OK(store);
            QVERIFY2((*store)->health().kind == MarketHealth::Kind::Good, where.constData());
            QVERIFY2(*(*store)->day(sampleDate(2)) == before, where.constData());
            const auto day = (*store)->day(sampleDate(4));
            QVERIFY2(day && (promised ? *day == after : !*day), where.constData());
            QVERIFY2(allBars(**store).size() == (promisedBars ? 360U : 240U), where.constData());
            VERIFY_OK((*store)->write(dayBatch(4)));
        }
        // The log is synced only when it begins anew.
        const int least = static_cast<DiskFault>(fault) == DiskFault::SyncError ? 0 : 3;
        QVERIFY2(struck > least, qPrintable(QString::number(struck)));
        QVERIFY2(refused + withoutBars > least, qPrintable(QString::number(refused)));
        if (static_cast<DiskFault>(fault) == DiskFault::Full && !forGood) {
            QVERIFY2(withoutBars > 0, "the bars never stopped first");
        }
    }

    void h03_barsStopFirst()
    {
        QTemporaryDir folder{test::scratch()};
        MarketStoreOptions options = optionsIn(folder.path());
        options.barRoomBytes = std::numeric_limits<std::int64_t>::max();
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);

        const auto written = (*store)->write(dayBatch(1));
        const auto records = (*store)->write(wholeDay(test::fullDay(sampleDate(2))));

        VERIFY_OK(written);
        VERIFY_OK(records);
        QVERIFY(written->barsLeftOut);
        QVERIFY(!records->barsLeftOut);  // There were none.
        QVERIFY(*(*store)->day(sampleDate(1)) == test::fullDay(sampleDate(1)));
        QVERIFY(allBars(**store).empty());
        QVERIFY((*store)->decisions(sampleDate(1), std::nullopt)->empty());
    }

    void h04_anotherHolderIsBusy()
    {
        QTemporaryDir folder{test::scratch()};
        const QString path = folder.filePath(QStringLiteral("market.db"));
        put(path, m_good);
        sqlite3* handle = nullptr;
        QCOMPARE(sqlite3_open(path.toUtf8().constData(), &handle), SQLITE_OK);
        QCOMPARE(sqlite3_exec(handle,
                              "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; "
                              "SELECT count(*) FROM bar",
                              nullptr, nullptr, nullptr),
                 SQLITE_OK);

        const auto busy = MarketStore::open(optionsIn(folder.path()));
        sqlite3_close(handle);
        const auto store = MarketStore::open(optionsIn(folder.path()));
        const auto second = MarketStore::open(optionsIn(folder.path()));

        QVERIFY(!busy);
        QCOMPARE(busy.error().code, ErrorCode::Busy);
        QVERIFY(mayRepeat(busy.error()));
        VERIFY_OK(store);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::Good);
        QVERIFY(!second);  // One connection, also within the process.
        QCOMPARE(second.error().code, ErrorCode::Busy);
        QVERIFY(QDir{folder.path()}.entryList({QStringLiteral("*damaged*")}).isEmpty());
    }

    void h14_worksUnderAnyName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("H14 Korean") << QStringLiteral("한글 폴더/데이터");
        QTest::newRow("H14 Korean, decomposed")
            << QStringLiteral("한글 폴더/데이터").normalized(QString::NormalizationForm_D);
        QTest::newRow("H14 long") << QString{240, u'x'};
        QTest::newRow("H14 signs") << QStringLiteral("a;b=c?d%20'e\"#f/file:g");
    }
    void h14_worksUnderAnyName()
    {
        QFETCH(QString, name);
        QTemporaryDir root{test::scratch()};
        const QString folder = root.filePath(name);
        for (int round = 0; round < 2; ++round) {
            const auto store = MarketStore::open(optionsIn(folder));
            VERIFY_OK(store);
            VERIFY_OK((*store)->write(dayBatch(round)));
            QVERIFY(QFileInfo::exists(folder + u"/market.db"_qs));
            const QString backup = folder + u"/백업.db"_qs;
            VERIFY_OK((*store)->backupTo(backup));
            QVERIFY(QFileInfo{backup}.size() > 4096);
        }
        const auto store = MarketStore::open(optionsIn(folder));
        VERIFY_OK(store);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::Good);
        QCOMPARE((*store)->days()->size(), 2);
    }

    void itsFilesAreTheOwnersAlone()
    {
        QTemporaryDir root{test::scratch()};
        const QString folder = root.filePath(QStringLiteral("data"));
        const int owner = static_cast<int>(QFile::ReadOwner | QFile::WriteOwner);
        {
            const auto store = MarketStore::open(optionsIn(folder));
            VERIFY_OK(store);
            VERIFY_OK((*store)->write(dayBatch(1)));
            QCOMPARE(modeOf(folder), owner | static_cast<int>(QFile::ExeOwner));
            for (const QString& name : QDir{folder}.entryList(QDir::Files)) {
                QVERIFY2(modeOf(folder + u'/' + name) == owner, qPrintable(name));
            }
            QVERIFY(QFileInfo::exists(folder + u"/market.db-wal"_qs));
        }
        QVERIFY(QFile::setPermissions(folder + u"/market.db"_qs, QFile::Permissions{0x6644}));
        const auto store = MarketStore::open(optionsIn(folder));
        VERIFY_OK(store);
        QCOMPARE(modeOf(folder + u"/market.db"_qs), owner);
    }

    void aFolderThatCannotBeIsAnError()
    {
        QTemporaryDir root{test::scratch()};
        put(root.filePath(QStringLiteral("file")), QByteArray{"x"});
        const auto store = MarketStore::open(optionsIn(root.filePath(QStringLiteral("file/data"))));
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Io);
    }

    void aCrashWhileMakingTheFirstStoreIsNoDamage()
    {
        QTemporaryDir folder{test::scratch()};
        put(folder.filePath(QStringLiteral("market.new")), QByteArray(5000, 'x'));
        put(folder.filePath(QStringLiteral("market.new-wal")), QByteArray(99, 'x'));
        const auto store = MarketStore::open(optionsIn(folder.path()));
        VERIFY_OK(store);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::New);
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("market.new-wal"))));
    }

private:
    QByteArray m_good;
};

QTEST_GUILESS_MAIN(TestMarketDamage)
#include "tst_market_damage.moc"
