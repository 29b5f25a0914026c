#include "core/kis/master_store.h"
#include "tests/core/kis/http_rig.h"
#include "tests/core/kis/master_rows.h"
#include "tests/support/expect_warning.h"
#include "tests/support/patience.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using core::domain::InstrumentsPtr;
using core::domain::Market;
using test::answer;
using test::Field;
using test::masterRow;
using test::zipped;

namespace
{
constexpr const char* kKospiPath = "/common/master/kospi_code.mst.zip";
constexpr const char* kKosdaqPath = "/common/master/kosdaq_code.mst.zip";
const QByteArray kDate = "Tue, 24 Nov 2026 07:00:00 GMT";

QByteArray kospi()
{
    return zipped("kospi_code.mst", masterRow(Market::Kospi, {}) + '\n');
}

QByteArray kosdaq()
{
    return zipped("kosdaq_code.mst",
                  masterRow(Market::Kosdaq, {{Field::Code, "035720"}}) + "\nbad row\n");
}

struct Rig
{
    explicit Rig(const QString& folder) : http{clock}, store{http, server.url(), folder}
    {
        QObject::connect(&store, &core::kis::MasterStore::ready, &store,
                         [this](const InstrumentsPtr& table) { tables.push_back(table); });
        QObject::connect(&store, &core::kis::MasterStore::failed, &store,
                         [this](const core::base::Error& error) { errors.push_back(error); });
    }
    [[nodiscard]] bool ask()
    {
        const std::size_t before = tables.size() + errors.size();
        using namespace std::chrono;
        store.request(year{2026} / November / 24);
        return test::comes([this, before] { return tables.size() + errors.size() > before; });
    }

    test::ManualClock clock{test::BrokerRig::startTime()};
    test::ScriptedHttp server;
    core::kis::HttpClient http;
    core::kis::MasterStore store;
    std::vector<InstrumentsPtr> tables;
    std::vector<core::base::Error> errors;
};

}  // namespace

class TestMasterStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void bringsBothMarketsTogether()
    {
        Rig rig{{}};
        rig.server.lay(kKospiPath, answer(200, kospi()));
        rig.server.lay(kKosdaqPath, answer(200, kosdaq()));
        test::expectWarning("1 rows could not be read");

        QVERIFY(rig.ask());

        QCOMPARE(rig.tables.size(), std::size_t{1});
        QCOMPARE(rig.tables.front()->bySymbol.size(), std::size_t{2});
        QCOMPARE(rig.tables.front()->skippedRows, 1);
        QVERIFY(!rig.tables.front()->fromCache);
        QVERIFY(rig.tables.front()->find(test::symbol("035720")) != nullptr);
    }

    void asksOnlyForWhatHasChanged()
    {
        const QTemporaryDir folder;
        Rig rig{folder.path()};
        rig.server.lay(kKospiPath, answer(200, kospi(), "Last-Modified: " + kDate + "\r\n"));
        rig.server.lay(kKosdaqPath, answer(200, kosdaq(), "Last-Modified: " + kDate + "\r\n"));
        test::expectWarning("1 rows could not be read and were left out");
        test::expectWarning("1 rows could not be read and were left out");
        QVERIFY(rig.ask());

        rig.server.relay(kKospiPath, answer(304, {}));
        rig.server.relay(kKosdaqPath, answer(304, {}));
        QVERIFY(rig.ask());

        QCOMPARE(rig.server.last(kKospiPath).headers.at(QStringLiteral("if-modified-since")),
                 QString::fromLatin1(kDate));
        QCOMPARE(rig.tables.size(), std::size_t{2});
        QVERIFY(*rig.tables[0] == *rig.tables[1]);
        QVERIFY(!rig.tables[1]->fromCache);
    }

    void fallsBackToTheLastGoodCopy_data()
    {
        QTest::addColumn<QByteArray>("bytes");

        QTest::newRow("a server error") << answer(500, "x").bytes;
        QTest::newRow("a page instead of the file") << answer(200, "<html></html>").bytes;
        QTest::newRow("a file with another layout")
            << answer(200, zipped("kospi_code.mst", "short row\n")).bytes;
        QTest::newRow("a broken line")
            << QByteArray{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"};
    }
    void fallsBackToTheLastGoodCopy()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        Rig rig{folder.path()};
        rig.server.lay(kKospiPath, answer(200, kospi()));
        rig.server.lay(kKosdaqPath, answer(200, kosdaq()));
        for (int i = 0; i < 3; ++i) {
            test::expectWarning("1 rows could not be read and were left out");
        }
        QVERIFY(rig.ask());

        rig.server.relay(kKospiPath, {bytes, true});
        test::expectWarning("kospi_code.mst could not be fetched");
        QVERIFY(rig.ask());
        QVERIFY(rig.tables.back()->fromCache);
        QCOMPARE(rig.tables.back()->bySymbol.size(), std::size_t{2});

        // And the bad answer has not replaced the good copy.
        test::expectWarning("kospi_code.mst could not be fetched");
        QVERIFY(rig.ask());
        QVERIFY(rig.tables.back()->fromCache);
    }

    void failsOnlyWithoutAnyCopy()
    {
        const QTemporaryDir folder;
        Rig rig{folder.path()};
        rig.server.lay(kKospiPath, answer(404, "x"));
        rig.server.lay(kKosdaqPath, answer(200, kosdaq()));

        QVERIFY(rig.ask());

        QCOMPARE(rig.errors.size(), std::size_t{1});
        QVERIFY(rig.errors.front().detail.contains(QStringLiteral("kospi_code.mst")));
        QVERIFY(rig.errors.front().detail.contains(QStringLiteral("404")));
    }

    void recoversFromADamagedCopy()
    {
        const QTemporaryDir folder;
        Rig rig{folder.path()};
        rig.server.lay(kKospiPath, answer(200, kospi(), "Last-Modified: " + kDate + "\r\n"));
        rig.server.lay(kKosdaqPath, answer(200, kosdaq()));
        test::expectWarning("1 rows could not be read and were left out");
        test::expectWarning("1 rows could not be read and were left out");
        QVERIFY(rig.ask());
        QFile copy{folder.filePath(QStringLiteral("kospi_code.mst.zip"))};
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write("damaged");
        copy.close();

        rig.server.relay(kKospiPath, answer(304, {}));
        QVERIFY(rig.ask());
        QCOMPARE(rig.errors.size(), std::size_t{1});
        rig.server.relay(kKospiPath, answer(200, kospi()));
        QVERIFY(rig.ask());

        QVERIFY(rig.server.last(kKospiPath).headers.count(QStringLiteral("if-modified-since"))
                == 0);
        QCOMPARE(rig.tables.size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestMasterStore)
#include "moc_http_rig.cpp"
#include "tst_master_store.moc"
