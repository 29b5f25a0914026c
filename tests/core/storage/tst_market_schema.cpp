// Versions of the market store's schema, on both engines.

#include "core/storage/market_schema.h"
#include "core/storage/market_store.h"
#include "tests/core/storage/market_rig.h"
#include "tests/support/market_samples.h"

#include <QDir>
#include <QTest>
#include <QThread>

#include <array>

using namespace core;
using namespace core::storage;
using base::ErrorCode;
using test::MarketRig;
using test::sampleDate;

namespace
{
/// The versions as a later program knows them.
std::vector<SchemaVersion> andThen(std::vector<const char*> statements)
{
    std::vector<SchemaVersion> versions{marketVersions().begin(), marketVersions().end()};
    versions.push_back({std::move(statements)});
    return versions;
}

int newest()
{
    return static_cast<int>(marketVersions().size());
}

/// A store of today's version with a day in it.
void fill(const MarketStoreOptions& options)
{
    const auto store = MarketStore::open(options);
    VERIFY_OK(store);
    VERIFY_OK((*store)->write(wholeDay(test::fullDay(sampleDate(1)))));
}
}  // namespace

class TestMarketSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void anOlderStoreIsBroughtForwardWithWhatItHolds_data() { MarketRig::engines(); }
    void anOlderStoreIsBroughtForwardWithWhatItHolds()
    {
        FRESH_STORE(options);
        fill(options);
        const auto versions =
            andThen({"ALTER TABLE trade ADD COLUMN remark TEXT",
                     "CREATE TABLE note(desk BIGINT NOT NULL, text TEXT NOT NULL, "
                     "PRIMARY KEY(desk))%",
                     "UPDATE trade SET remark='old'"});
        {
            const auto connection = MarketRig::connect(options);
            QVERIFY(connection);
            QCOMPARE(*schemaVersionOf(*connection), newest());

            VERIFY_OK(bringUpToDate(*connection, versions));

            QCOMPARE(*schemaVersionOf(*connection), newest() + 1);
            VERIFY_OK(bringUpToDate(*connection, versions));  // Again: nothing to do.
            QCOMPARE(connection->value(QStringLiteral("SELECT count(*) FROM note"))->toInt(), 0);
            QCOMPARE(connection
                         ->value(QStringLiteral("SELECT count(*) FROM trade WHERE remark='old' "
                                                "AND sell_amount>0"))
                         ->toInt(),
                     3);
            QCOMPARE(connection->value(QStringLiteral("SELECT count(*) FROM trade_fill"))->toInt(),
                     11);
        }
    }

    void aNewStoreIsMadeThroughAllVersions_data() { MarketRig::engines(); }
    void aNewStoreIsMadeThroughAllVersions()
    {
        FRESH_STORE(options);
        if (engine == SqlEngine::Sqlite) {
            QVERIFY(QFile{options.folder + u"/market.db"_qs}.open(QIODevice::WriteOnly));
        }
        const auto connection = MarketRig::connect(options);
        QVERIFY(connection);
        VERIFY_OK(bringUpToDate(*connection, andThen({"ALTER TABLE day ADD COLUMN remark TEXT"})));
        QCOMPARE(*schemaVersionOf(*connection), newest() + 1);
        QCOMPARE(connection->value(QStringLiteral("SELECT count(remark) FROM day"))->toInt(), 0);
        QCOMPARE(connection->value(QStringLiteral("SELECT count(*) FROM market_schema"))->toInt(),
                 newest() + 1);
    }

    void aNewerStoreIsRefusedAndLeftAlone_data() { MarketRig::engines(); }
    void aNewerStoreIsRefusedAndLeftAlone()
    {
        FRESH_STORE(options);
        fill(options);
        VERIFY_OK(bringUpToDate(*MarketRig::connect(options), andThen({})));

        const auto store = MarketStore::open(options);

        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Refused);
        QVERIFY2(
            store.error().detail.contains(QStringLiteral("version %1 and this program knows %2")
                                              .arg(newest() + 1)
                                              .arg(newest())),
            qPrintable(store.error().detail));
        const auto connection = MarketRig::connect(options);
        QCOMPARE(*schemaVersionOf(*connection), newest() + 1);
        QCOMPARE(connection->value(QStringLiteral("SELECT count(*) FROM trade"))->toInt(), 3);
        if (engine == SqlEngine::Sqlite) {
            QVERIFY(QDir{options.folder}.entryList({QStringLiteral("*damaged*")}).isEmpty());
        }
    }

    void aMigrationThatFailsChangesNothing_data() { MarketRig::engines(); }
    void aMigrationThatFailsChangesNothing()
    {
        FRESH_STORE(options);
        fill(options);
        {
            const auto connection = MarketRig::connect(options);
            QVERIFY(connection);

            const auto failed = bringUpToDate(
                *connection, andThen({"CREATE TABLE note(desk BIGINT NOT NULL, PRIMARY KEY(desk))%",
                                      "UPDATE trade SET fees=0", "UPDATE nothing SET a=1"}));

            QVERIFY(!failed);
            QCOMPARE(failed.error().code, ErrorCode::Refused);
            QCOMPARE(*schemaVersionOf(*connection), newest());
            QVERIFY(!*connection->hasTable(QStringLiteral("note")));
        }
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        QVERIFY(*(*store)->day(sampleDate(1)) == test::fullDay(sampleDate(1)));
    }

    void whatIsSomethingElseIsNotUsed_data()
    {
        QTest::addColumn<SqlEngine>("engine");
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* name, const QStringList& statements, const char* why) {
            for (const SqlEngine engine : {SqlEngine::Sqlite, SqlEngine::Postgres}) {
                QTest::addRow("%s, %s", name, engine == SqlEngine::Sqlite ? "SQLite" : "PostgreSQL")
                    << engine << statements << QString::fromLatin1(why);
            }
        };
        row("no version table", {QStringLiteral("DROP TABLE market_schema")}, "something else");
        row("no version", {QStringLiteral("DELETE FROM market_schema")}, "which version");
        row("a table is missing", {QStringLiteral("DROP TABLE trade_fill")}, "\"trade_fill\"");
    }
    void whatIsSomethingElseIsNotUsed()
    {
        FRESH_STORE(options);
        QFETCH(QStringList, statements);
        QFETCH(QString, why);
        fill(options);
        {
            const auto connection = MarketRig::connect(options);
            for (const QString& statement : statements) {
                VERIFY_OK(connection->execute(statement));
            }
        }

        const auto store = MarketStore::open(options);

        if (engine == SqlEngine::Postgres) {  // Nobody renames what a server holds.
            QVERIFY(!store);
            QCOMPARE(store.error().code, ErrorCode::Malformed);
            QVERIFY2(store.error().detail.contains(why), qPrintable(store.error().detail));
            return;
        }
        VERIFY_OK(store);
        QCOMPARE((*store)->health().kind, MarketHealth::Kind::SetAside);
        QVERIFY2((*store)->health().problem.contains(why), qPrintable((*store)->health().problem));
        QVERIFY(QFileInfo::exists(options.folder + u'/' + (*store)->health().keptAs));
        QVERIFY((*store)->days()->empty());
    }

    // Two desks that start at the same moment on an empty server.
    void desksThatStartTogetherMakeOneSchema()
    {
        for (int attempt = 0; attempt < 5; ++attempt) {
            const MarketStoreOptions options = m_rig.fresh(SqlEngine::Postgres);
            QVERIFY2(m_rig.problem().isEmpty(), qPrintable(m_rig.problem()));
            std::array<QString, 4> problems;
            std::vector<std::unique_ptr<QThread>> threads;
            for (std::size_t index = 0; index < problems.size(); ++index) {
                threads.emplace_back(QThread::create([&problems, &options, index] {
                    MarketStoreOptions mine = options;
                    mine.desk = QString::number(index);
                    const auto store = MarketStore::open(mine);
                    problems[index] = store ? QString{} : store.error().detail;
                }));
                threads.back()->start();
            }
            for (const auto& thread : threads) {
                QVERIFY(thread->wait(60'000));
            }
            for (const QString& problem : problems) {
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
            }
            const auto connection = MarketRig::connect(options);
            QCOMPARE(
                connection->value(QStringLiteral("SELECT count(DISTINCT id) FROM desk"))->toInt(),
                4);
        }
    }

private:
    MarketRig m_rig;
};

QTEST_GUILESS_MAIN(TestMarketSchema)
#include "tst_market_schema.moc"
