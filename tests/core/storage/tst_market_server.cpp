// The market store on a server that goes, comes back, says no, or says nothing.

#include "core/storage/market_store.h"
#include "tests/core/storage/market_rig.h"
#include "tests/support/market_samples.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpServer>
#include <QTest>
#include <QThread>
#include <QUrl>

#include <array>

using namespace core;
using namespace core::storage;
using base::ErrorCode;
using test::MarketRig;
using test::sampleBar;
using test::sampleDate;
using test::symbolOf;

class TestMarketServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")});
        m_options = m_rig.fresh(SqlEngine::Postgres);
        QVERIFY2(m_rig.problem().isEmpty(), qPrintable(m_rig.problem()));
    }

    void goesOnWithTheSameStoreWhenTheServerIsBack()
    {
        const auto store = MarketStore::open(m_options);
        VERIFY_OK(store);
        const MarketBatch before = wholeDay(test::fullDay(sampleDate(1)));
        const MarketBatch during = wholeDay(test::fullDay(sampleDate(2)));
        VERIFY_OK((*store)->write(before));
        m_rig.server().stop();

        const auto lost = (*store)->write(during);
        const auto still = (*store)->write(during);
        const auto read = (*store)->day(sampleDate(1));
        QCOMPARE(m_rig.server().start(), QString{});
        const auto written = (*store)->write(during);

        QVERIFY(!lost && !still && !read);
        QCOMPARE(lost.error().code, ErrorCode::Network);
        QCOMPARE(still.error().code, ErrorCode::Network);
        QCOMPARE(read.error().code, ErrorCode::Network);
        QVERIFY(mayRepeat(lost.error()));
        VERIFY_OK(written);
        QVERIFY(*(*store)->day(sampleDate(1)) == test::fullDay(sampleDate(1)));
        QVERIFY(*(*store)->day(sampleDate(2)) == test::fullDay(sampleDate(2)));
    }

    void aRestartBetweenTwoCallsIsNotNoticed()
    {
        const auto store = MarketStore::open(m_options);
        VERIFY_OK(store);
        VERIFY_OK((*store)->write(wholeDay(test::fullDay(sampleDate(1)))));
        for (int round = 0; round < 2; ++round) {
            m_rig.server().stop();
            QCOMPARE(m_rig.server().start(), QString{});
            if (round == 0) {
                VERIFY_OK((*store)->write(wholeDay(test::fullDay(sampleDate(2)))));
            } else {
                const auto day = (*store)->day(sampleDate(1));
                VERIFY_OK(day);
                QVERIFY(*day == test::fullDay(sampleDate(1)));
            }
        }
    }

    void opensOnlyWhereItMay_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("password");
        QTest::addColumn<ErrorCode>("code");
        const QString right = test::PostgresServer::password();
        QTest::newRow("a wrong password")
            << QString{} << QString{} << QStringLiteral("x") << ErrorCode::Refused;
        QTest::newRow("no password") << QString{} << QString{} << QString{} << ErrorCode::Refused;
        QTest::newRow("an unknown database")
            << QStringLiteral("records") << QStringLiteral("nothing") << right
            << ErrorCode::Refused;
        QTest::newRow("an unknown user")
            << QStringLiteral("trader") << QStringLiteral("nobody") << right << ErrorCode::Refused;
        QTest::newRow("a database it may not write to")
            << QStringLiteral("/records\\d+") << QStringLiteral("/postgres") << right
            << ErrorCode::Refused;
        QTest::newRow("a URL with a password")
            << QStringLiteral("trader@") << QStringLiteral("trader:%1@").arg(u"canary-in-url"_qs)
            << right << ErrorCode::Refused;
        QTest::newRow("encryption the server has not")
            << QStringLiteral("$") << QStringLiteral("?sslmode=require") << right
            << ErrorCode::Refused;
        QTest::newRow("no server there")
            << QStringLiteral(":\\d+/") << QStringLiteral(":1/") << right << ErrorCode::Network;
        QTest::newRow("no such machine")
            << QStringLiteral("@127.0.0.1:\\d+") << QStringLiteral("@nowhere.invalid") << right
            << ErrorCode::Network;
    }
    void opensOnlyWhereItMay()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, password);
        QFETCH(ErrorCode, code);
        m_options.password = password;
        if (!from.isEmpty()) {
            m_options.databaseUrl.replace(QRegularExpression{from}, to);
        }

        const auto store = MarketStore::open(m_options);

        QVERIFY(!store);
        QVERIFY2(store.error().code == code, qPrintable(QLatin1String{toText(store.error().code)}
                                                        + u": "_qs + store.error().detail));
        QCOMPARE(mayRepeat(store.error()), code == ErrorCode::Network);
        QVERIFY2(!store.error().detail.contains(u"canary"), qPrintable(store.error().detail));
    }

    // A firewall that swallows packets, a machine that hangs.
    void aServerThatSaysNothingDoesNotHoldTheThreadForLong()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        m_options.databaseUrl.replace(QRegularExpression{QStringLiteral(":\\d+/")},
                                      QStringLiteral(":%1/").arg(silent.serverPort()));
        QElapsedTimer timer;
        timer.start();

        const auto store = MarketStore::open(m_options);

        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Network);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }

    void anotherProgramsLockIsBusy()
    {
        const auto store = MarketStore::open(m_options);
        VERIFY_OK(store);
        MarketBatch batch;
        batch.bars = {sampleBar(sampleDate(1), "005930", 1)};
        {
            const auto other = MarketRig::connect(m_options);
            VERIFY_OK(other->begin(SqlConnection::Transaction::Rows));
            VERIFY_OK(other->execute(QStringLiteral("LOCK TABLE bar IN ACCESS EXCLUSIVE MODE")));

            QElapsedTimer timer;
            timer.start();
            const auto busy = (*store)->write(batch);

            QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
            QVERIFY(!busy);
            QCOMPARE(busy.error().code, ErrorCode::Busy);
            QVERIFY(mayRepeat(busy.error()));
            other->rollBack();
        }
        VERIFY_OK((*store)->write(batch));
    }

    void aSessionThatIsEndedByTheAdministratorIsReplaced()
    {
        const auto store = MarketStore::open(m_options);
        VERIFY_OK(store);
        QCOMPARE(m_rig.server().administer(
                     m_options.databaseUrl,
                     QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                    "WHERE application_name='kis-scalper'")),
                 QString{});

        VERIFY_OK((*store)->write(wholeDay(test::fullDay(sampleDate(1)))));

        QVERIFY(*(*store)->day(sampleDate(1)) == test::fullDay(sampleDate(1)));
    }

    void otherTablesOfASharedDatabaseAreLeftAlone()
    {
        QCOMPARE(m_rig.server().administer(m_options.databaseUrl,
                                           QStringLiteral("CREATE TABLE trade(mine TEXT); "
                                                          "INSERT INTO trade VALUES('mine')")),
                 QString{});
        {
            const auto store = MarketStore::open(m_options);
            VERIFY_OK(store);
            VERIFY_OK((*store)->write(wholeDay(test::fullDay(sampleDate(1)))));
        }
        const auto connection = MarketRig::connect(m_options);
        QCOMPARE(connection->value(QStringLiteral("SELECT count(*) FROM trade"))->toInt(), 3);
        // The administrator sees theirs as it was.
        QCOMPARE(m_rig.server().administer(
                     m_options.databaseUrl,
                     QStringLiteral("DO $$ BEGIN IF (SELECT count(*) FROM public.trade "
                                    "WHERE mine='mine') <> 1 THEN RAISE 'gone'; END IF; END $$")),
                 QString{});
    }

    void writesThroughAUnixSocket()
    {
        m_options.databaseUrl = m_rig.server().socketUrl(m_options.databaseUrl);
        const auto store = MarketStore::open(m_options);
        VERIFY_OK(store);
        VERIFY_OK((*store)->write(wholeDay(test::fullDay(sampleDate(1)))));
        QVERIFY(*(*store)->day(sampleDate(1)) == test::fullDay(sampleDate(1)));
    }

    void desksWriteAtTheSameTime()
    {
        constexpr int kDesks = 4;
        std::array<QString, kDesks> problems;
        std::vector<std::unique_ptr<QThread>> threads;
        for (std::size_t index = 0; index < kDesks; ++index) {
            threads.emplace_back(QThread::create([this, &problems, index] {
                MarketStoreOptions mine = m_options;
                mine.desk = QString::number(index);
                const auto store = MarketStore::open(mine);
                problems[index] = store ? QString{} : store.error().detail;
                for (int day = 0; store && day < 5 && problems[index].isEmpty(); ++day) {
                    MarketBatch batch = wholeDay(test::fullDay(sampleDate(day)));
                    batch.bars = {sampleBar(sampleDate(day), "005930", 1, static_cast<int>(index))};
                    const auto written = (*store)->write(batch);
                    problems[index] = written ? QString{} : written.error().detail;
                }
            }));
            threads.back()->start();
        }
        for (std::size_t index = 0; index < kDesks; ++index) {
            QVERIFY(threads[index]->wait(120'000));
            QVERIFY2(problems[index].isEmpty(), qPrintable(problems[index]));
        }
        for (std::size_t index = 0; index < kDesks; ++index) {
            m_options.desk = QString::number(index);
            const auto store = MarketStore::open(m_options);
            VERIFY_OK(store);
            QCOMPARE((*store)->days()->size(), 5);
            const auto bars = (*store)->bars(
                symbolOf("005930"), {}, domain::fromKst(sampleDate(9), domain::timeOfDay(9, 0)));
            QCOMPARE(bars->size(), 5);
            QVERIFY(bars->front()
                    == sampleBar(sampleDate(0), "005930", 1, static_cast<int>(index)));
        }
    }

    void aServersRecordsAreBackedUpByTheServer()
    {
        const auto store = MarketStore::open(m_options);
        VERIFY_OK(store);
        QTemporaryDir folder;
        const auto backup = (*store)->backupTo(folder.filePath(QStringLiteral("market.db")));
        QVERIFY(!backup);
        QCOMPARE(backup.error().code, ErrorCode::Unsupported);
    }

private:
    MarketRig m_rig;
    MarketStoreOptions m_options;
};

QTEST_GUILESS_MAIN(TestMarketServer)
#include "tst_market_server.moc"
