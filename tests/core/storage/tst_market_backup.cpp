// Copies of the market store, and putting one back.

#include "core/storage/market_backup.h"
#include "core/storage/market_schema.h"
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

using namespace core;
using namespace core::storage;
using base::ErrorCode;
using test::sampleBar;
using test::sampleDate;
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
    MarketBatch batch = wholeDay(test::fullDay(sampleDate(number)));
    for (int minute = 0; minute < 50; ++minute) {
        batch.bars.push_back(sampleBar(sampleDate(number), "005930", minute));
    }
    return batch;
}

/// What a store holds, to compare.
struct Content
{
    std::vector<DayHeadline> days;
    std::vector<std::optional<domain::DayRecord>> records;
    std::vector<domain::StoredBar> bars;

    friend bool operator==(const Content&, const Content&) = default;
};

Content contentOf(const QString& folder)
{
    Content content;
    const auto store = MarketStore::open(optionsIn(folder));
    if (!store || (*store)->health().kind != MarketHealth::Kind::Good) {
        return content;
    }
    content.days = *(*store)->days();
    for (const DayHeadline& day : content.days) {
        content.records.push_back(*(*store)->day(day.date));
    }
    content.bars = *(*store)->bars(symbolOf("005930"), {},
                                   domain::fromKst(sampleDate(99), domain::timeOfDay(9, 0)));
    return content;
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
}  // namespace

class TestMarketBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        m_root = std::make_unique<QTemporaryDir>(test::scratch());
        m_folder = m_root->filePath(QStringLiteral("data"));
        m_backup = m_root->filePath(QStringLiteral("backup 백업.db"));
        const auto store = MarketStore::open(optionsIn(m_folder));
        VERIFY_OK(store);
        VERIFY_OK((*store)->write(dayBatch(1)));
        VERIFY_OK((*store)->write(dayBatch(2)));
        VERIFY_OK((*store)->backupTo(m_backup));
    }

    void aRestoredStoreIsWhatItWasAtTheBackup()
    {
        const Content before = contentOf(m_folder);
        QCOMPARE(before.days.size(), 2);
        QCOMPARE(before.bars.size(), 100);
        {
            const auto store = MarketStore::open(optionsIn(m_folder));
            VERIFY_OK((*store)->write(dayBatch(3)));
            VERIFY_OK((*store)->prune(MarketAged::Bars, sampleDate(2)));
        }
        const Content after = contentOf(m_folder);
        QVERIFY(after != before);

        const auto restored = restoreMarket(m_backup, m_folder);

        VERIFY_OK(restored);
        QCOMPARE(restored->version, static_cast<int>(marketVersions().size()));
        QCOMPARE(restored->replaced, QStringLiteral("market.replaced-1"));
        QVERIFY(contentOf(m_folder) == before);
        QVERIFY(*MarketStore::open(optionsIn(m_folder)).value()->day(sampleDate(1))
                == test::fullDay(sampleDate(1)));
        // And back again: what was replaced is a whole store itself.
        const auto back = restoreMarket(m_folder + u"/market.replaced-1"_qs, m_folder);
        VERIFY_OK(back);
        QCOMPARE(back->replaced, QStringLiteral("market.replaced-2"));
        QVERIFY(contentOf(m_folder) == after);
    }

    void aRestoredStoreGoesOn()
    {
        VERIFY_OK(restoreMarket(m_backup, m_folder));
        const auto store = MarketStore::open(optionsIn(m_folder));
        VERIFY_OK(store);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::Good);
        const auto same = (*store)->write(dayBatch(2));
        const auto more = (*store)->write(dayBatch(3));
        VERIFY_OK(same);
        VERIFY_OK(more);
        QCOMPARE(same->changed, 0);
        QCOMPARE((*store)->days()->size(), 3);
    }

    void restoresWhereNothingIs()
    {
        const QString fresh = m_root->filePath(QStringLiteral("새 폴더/data"));
        const auto restored = restoreMarket(m_backup, fresh);
        VERIFY_OK(restored);
        QVERIFY(restored->replaced.isEmpty());
        QVERIFY(contentOf(fresh) == contentOf(m_folder));
        QCOMPARE(QDir{fresh}.entryList(QDir::Files), QStringList{QStringLiteral("market.db")});
        constexpr auto kOthers = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup;
        QVERIFY(!(QFile::permissions(fresh + u"/market.db"_qs) & kOthers));
        QVERIFY(!(QFile::permissions(m_backup) & kOthers));
    }

    void restoresOverADamagedStoreAndKeepsIt_data()
    {
        QTest::addColumn<bool>("database");
        QTest::addColumn<bool>("log");
        QTest::newRow("damaged") << true << false;
        QTest::newRow("damaged, with a log") << true << true;
        QTest::newRow("only a log") << false << true;
    }
    void restoresOverADamagedStoreAndKeepsIt()
    {
        QFETCH(bool, database);
        QFETCH(bool, log);
        const Content before = contentOf(m_folder);
        const QString path = m_folder + u"/market.db"_qs;
        QVERIFY(QFile::remove(path));
        if (database) {
            put(path, QByteArray(9000, 'x'));
        }
        if (log) {
            put(path + u"-wal"_qs, QByteArray(5000, 'y'));
        }

        const auto restored = restoreMarket(m_backup, m_folder);

        VERIFY_OK(restored);
        QCOMPARE(restored->replaced, QStringLiteral("market.damaged-1"));
        QVERIFY(contentOf(m_folder) == before);
        QCOMPARE(QFileInfo::exists(m_folder + u"/market.damaged-1"_qs), database);
    }

    void whatWasNotFoldedInYetIsKeptWithTheReplaced()
    {
        // As after a crash: the newest changes are in the log only.
        const QString path = m_folder + u"/market.db"_qs;
        QByteArray file;
        QByteArray log;
        {
            const auto store = MarketStore::open(optionsIn(m_folder));
            VERIFY_OK((*store)->write(dayBatch(3)));
            file = bytesOf(path);
            log = bytesOf(path + u"-wal"_qs);
            QVERIFY(log.size() > 4096);
        }
        const Content newest = contentOf(m_folder);
        put(path, file);
        put(path + u"-wal"_qs, log);

        const auto restored = restoreMarket(m_backup, m_folder);

        VERIFY_OK(restored);
        QVERIFY(!QFileInfo::exists(path + u"-wal"_qs));  // It would be read into the other store.
        QCOMPARE(contentOf(m_folder).days.size(), 2);
        VERIFY_OK(restoreMarket(m_folder + u'/' + restored->replaced, m_folder));
        QVERIFY(contentOf(m_folder) == newest);
    }

    void refusesWhatIsNoBackup_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, ErrorCode code) {
            QTest::newRow(name) << QString::fromLatin1(name) << code;
        };
        row("missing", ErrorCode::NotFound);
        row("empty", ErrorCode::Malformed);
        row("text", ErrorCode::Malformed);
        row("half", ErrorCode::Malformed);
        row("a page short", ErrorCode::Malformed);
        row("wrong pages", ErrorCode::Malformed);
        row("another database", ErrorCode::Malformed);
        row("an empty database", ErrorCode::Malformed);
        row("newer", ErrorCode::Refused);
    }
    void refusesWhatIsNoBackup()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        const Content before = contentOf(m_folder);
        makeBad(what);
        const QStringList names = QDir{m_folder}.entryList(QDir::Files);

        const auto restored = restoreMarket(m_backup, m_folder);

        QVERIFY(!restored);
        QVERIFY2(restored.error().code == code, qPrintable(restored.error().detail));
        QCOMPARE(QDir{m_folder}.entryList(QDir::Files), names);
        QVERIFY(contentOf(m_folder) == before);
    }

    void flippedBitsInABackupNeverHarmTheStore()
    {
        QRandomGenerator random{7};
        const Content before = contentOf(m_folder);
        const QByteArray good = bytesOf(m_backup);
        int refused = 0;
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = good;
            for (int flip = 0; flip < 100; ++flip) {
                const qsizetype at = random.bounded(static_cast<int>(bytes.size()));
                bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random.bounded(8)));
            }
            put(m_backup, bytes);
            if (restoreMarket(m_backup, m_folder)) {
                put(m_backup, good);
                VERIFY_OK(restoreMarket(m_backup, m_folder));
            } else {
                ++refused;
            }
            QVERIFY2(contentOf(m_folder) == before, qPrintable(QString::number(round)));
        }
        QVERIFY2(refused > 50, qPrintable(QString::number(refused)));
    }

    void anOpenStoreIsNotReplaced()
    {
        const auto store = MarketStore::open(optionsIn(m_folder));
        VERIFY_OK(store);
        const auto restored = restoreMarket(m_backup, m_folder, std::chrono::milliseconds{20});
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::Busy);
        VERIFY_OK((*store)->write(dayBatch(3)));
        QCOMPARE((*store)->days()->size(), 3);
        QVERIFY(!QFileInfo::exists(m_folder + u"/market.new"_qs));
    }

    void aBackupThatFailsLeavesTheOneBefore()
    {
        const QByteArray before = bytesOf(m_backup);
        {
            test::ShimVfs disk;
            const auto store = MarketStore::open(optionsIn(m_folder));
            VERIFY_OK((*store)->write(dayBatch(3)));
            disk.failAt(3, test::DiskFault::Full, test::ShimVfs::Strikes::FromThenOn);

            const auto failed = (*store)->backupTo(m_backup);

            QVERIFY(disk.hasStruck());
            QVERIFY(!failed);
            QCOMPARE(failed.error().code, ErrorCode::Io);
            disk.heal();
            const auto nowhere =
                (*store)->backupTo(m_root->filePath(QStringLiteral("nowhere/market.db")));
            QVERIFY(!nowhere);
            QCOMPARE(nowhere.error().code, ErrorCode::Io);
            QCOMPARE(bytesOf(m_backup), before);
            QVERIFY(!QFileInfo::exists(m_backup + u".part"_qs));
            VERIFY_OK((*store)->backupTo(m_backup));
        }
        QVERIFY(bytesOf(m_backup) != before);
        const QString other = m_root->filePath(QStringLiteral("other"));
        VERIFY_OK(restoreMarket(m_backup, other));
        QVERIFY(contentOf(other) == contentOf(m_folder));
    }

private:
    void makeBad(const QString& what)
    {
        QByteArray bytes = bytesOf(m_backup);
        if (what == u"missing") {
            QVERIFY(QFile::remove(m_backup));
            return;
        }
        if (what == u"empty") {
            bytes.clear();
        } else if (what == u"text") {
            bytes = QByteArray("SQLite, but not\n").repeated(400);
        } else if (what == u"half") {
            bytes = bytes.left(bytes.size() / 2);
        } else if (what == u"a page short") {
            bytes.chop(4096);
        } else if (what == u"wrong pages") {
            for (qsizetype at = 4096; at < bytes.size(); at += 4096) {
                bytes[at] = '\x7f';
            }
        }
        put(m_backup, bytes);
        const auto run = [&](const QStringList& statements) {
            const auto connection =
                SqlConnection::openFile(m_backup, std::chrono::milliseconds{50});
            VERIFY_OK(connection);
            for (const QString& statement : statements) {
                VERIFY_OK((*connection)->execute(statement));
            }
        };
        if (what == u"another database") {
            run({QStringLiteral("DROP TABLE market_schema")});
        } else if (what == u"an empty database") {
            put(m_backup, {});
            run({QStringLiteral("CREATE TABLE t(a)"), QStringLiteral("DROP TABLE t")});
        } else if (what == u"newer") {
            run({QStringLiteral("INSERT INTO market_schema(version) VALUES(%1)")
                     .arg(marketVersions().size() + 1)});
        }
    }

    std::unique_ptr<QTemporaryDir> m_root;
    QString m_folder;
    QString m_backup;
};

QTEST_GUILESS_MAIN(TestMarketBackup)
#include "tst_market_backup.moc"
