#pragma once

#include "core/config/database_url.h"
#include "core/storage/market_store.h"
#include "tests/support/postgres_server.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace test
{
using core::storage::MarketStore;
using core::storage::MarketStoreOptions;
using core::storage::SqlConnection;
using core::storage::SqlEngine;

/// For `QTemporaryDir`: in memory where there is such a place, since many files are made.
[[nodiscard]] inline QString scratch()
{
    return QFileInfo::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm/market-XXXXXX")
                                                         : QDir::tempPath() + u"/market-XXXXXX"_qs;
}

/// Empty stores on either engine, so that one test body is tried on both.
class MarketRig final
{
public:
    /// The rows of a test that is tried on both engines.
    static void engines()
    {
        QTest::addColumn<SqlEngine>("engine");
        QTest::newRow("SQLite") << SqlEngine::Sqlite;
        QTest::newRow("PostgreSQL") << SqlEngine::Postgres;
    }

    /// Options of a store that nobody has opened yet. Without a server there are none: `problem`.
    [[nodiscard]] MarketStoreOptions fresh(SqlEngine engine)
    {
        MarketStoreOptions options;
        options.desk = QStringLiteral("desk one");
        options.barRoomBytes = 0;
        if (engine == SqlEngine::Sqlite) {
            m_folders.push_back(std::make_unique<QTemporaryDir>(scratch()));
            options.folder = m_folders.back()->path();
            return options;
        }
        if (!m_server) {
            m_server = std::make_unique<PostgresServer>();
            m_problem = m_server->start();
        }
        options.databaseUrl = m_problem.isEmpty() ? m_server->freshDatabase() : QString{};
        options.password = PostgresServer::password();
        if (options.databaseUrl.isEmpty() && m_problem.isEmpty()) {
            m_problem = QStringLiteral("the server makes no database");
        }
        return options;
    }
    [[nodiscard]] const QString& problem() const noexcept { return m_problem; }
    [[nodiscard]] PostgresServer& server() const { return *m_server; }

    /// A connection to the store of `options`, beside `MarketStore`.
    [[nodiscard]] static std::unique_ptr<SqlConnection> connect(const MarketStoreOptions& options)
    {
        auto connection =
            options.databaseUrl.isEmpty()
                ? SqlConnection::openFile(options.folder + u"/market.db"_qs, options.wait)
                : SqlConnection::openServer(*core::config::parseDatabaseUrl(options.databaseUrl),
                                            options.password);
        if (!connection) {
            qWarning("%s", qPrintable(connection.error().detail));
            return nullptr;
        }
        return std::move(connection).value();
    }

private:
    std::vector<std::unique_ptr<QTemporaryDir>> m_folders;
    std::unique_ptr<PostgresServer> m_server;
    QString m_problem;
};
}  // namespace test

Q_DECLARE_METATYPE(core::storage::SqlEngine)

/// An empty store's options as `name`; fails the test without a server.
#define FRESH_STORE(name)                                                                          \
    QFETCH(SqlEngine, engine);                                                                     \
    const MarketStoreOptions name = m_rig.fresh(engine);                                           \
    QVERIFY2(m_rig.problem().isEmpty() || engine == SqlEngine::Sqlite, qPrintable(m_rig.problem()))

/// A Result with a value, or the test fails with its error.
#define VERIFY_OK(result)                                                                          \
    do {                                                                                           \
        const auto& verified = (result);                                                           \
        QVERIFY2(verified.has_value(),                                                             \
                 verified.has_value() ? "" : qPrintable(verified.error().detail));                 \
    } while (false)
