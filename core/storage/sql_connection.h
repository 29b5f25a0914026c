#pragma once

#include "core/base/result.h"
#include "core/config/database_url.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

class QSqlError;
class QThread;

namespace core::storage
{
enum class SqlEngine : std::uint8_t
{
    Sqlite,
    Postgres,
};

/// One connection of the market store, to a file or to a server.
///
/// Through QSqlDatabase, because one SQL text must run on both engines. The ledger does not share
/// it: it needs what only SQLite's own interface has (the log kept at close, the code of a failed
/// fsync, no plug-in to load before an order can be recorded), see `sqlite.h`.
///
/// The SQL uses '?' for values, whole numbers and text only. What differs between the engines is
/// here and nowhere else. A file is opened exclusively: two connections meet a fault of SQLite
/// before 3.51.3 that can corrupt the log.
/// Errors: Busy (locked, overloaded or starting: repeat later); Network (the server is not there:
///         repeat later); Io (disk full or failing, no permission); Refused (the server says no, or
///         the SQL does not fit: repeating will not help); Malformed (the file is damaged).
///         Unsupported: Qt's driver is not installed.
/// Thread: the one that opened it, also for the destructor.
class SqlConnection final
{
public:
    /// `path` must exist. `wait`: how long another holder is waited for.
    [[nodiscard]] static base::Result<std::unique_ptr<SqlConnection>>
    openFile(const QString& path, std::chrono::milliseconds wait);
    [[nodiscard]] static base::Result<std::unique_ptr<SqlConnection>>
    openServer(const config::DatabaseUrl& url, const QString& password);
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;
    ~SqlConnection();

    [[nodiscard]] SqlEngine engine() const noexcept { return m_engine; }

    /// A statement without values and rows: transactions, definitions, pragmas.
    [[nodiscard]] base::Status execute(const QString& sql);
    /// Returns how many rows were changed.
    [[nodiscard]] base::Result<std::int64_t> change(const QString& sql, const QVariantList& values);
    /// Calls `take` for each row until it gives an error, and returns that.
    using TakeRow = std::function<base::Status(const QSqlQuery& row)>;
    [[nodiscard]] base::Status read(const QString& sql, const QVariantList& values,
                                    const TakeRow& take);
    /// The only column of the only row. Errors also: Malformed without one.
    [[nodiscard]] base::Result<QVariant> value(const QString& sql, const QVariantList& values = {});

    /// For writing. `Definition` also keeps other programs from defining at the same time.
    enum class Transaction : std::uint8_t
    {
        Rows,
        Definition,
    };
    [[nodiscard]] base::Status begin(Transaction kind);
    [[nodiscard]] base::Status commit();
    void rollBack();

    [[nodiscard]] base::Result<bool> hasTable(const QString& name);
    [[nodiscard]] base::Result<bool> hasAnyTable();
    /// What follows the ')' of a table whose key is in its definition.
    [[nodiscard]] QString keyedTable() const;

    // About the call that failed last.
    [[nodiscard]] bool wasDiskFull() const noexcept { return m_diskFull; }
    [[nodiscard]] bool wasDamage() const noexcept { return m_damaged; }
    /// The server is gone. The next `begin` or `read` outside a transaction connects anew.
    [[nodiscard]] bool isLost() const noexcept { return m_lost; }

private:
    SqlConnection(SqlEngine engine, const QString& driver);
    [[nodiscard]] base::Status connectFile();
    [[nodiscard]] base::Status connectServer();
    [[nodiscard]] base::Status again();
    /// A query that has run. Null never.
    [[nodiscard]] base::Result<QSqlQuery*> perform(const QString& sql, const QVariantList& values);
    [[nodiscard]] base::Result<QSqlQuery*> prepared(const QString& sql, const QVariantList& values);
    [[nodiscard]] QString withValues(const QString& sql, const QVariantList& values) const;
    [[nodiscard]] base::Error failed(const QSqlError& error, const QString& doing);

    SqlEngine m_engine;
    QString m_name;
    QThread* m_thread;
    config::DatabaseUrl m_url;  ///< PostgreSQL.
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;  ///< SQLite, by text.
    std::unique_ptr<QSqlQuery> m_last;                      ///< PostgreSQL.
    bool m_inTransaction = false;
    bool m_diskFull = false;
    bool m_damaged = false;
    bool m_lost = false;
};

/// Whether the same call may succeed later without anybody changing anything.
[[nodiscard]] bool mayRepeat(const base::Error& error) noexcept;
}  // namespace core::storage
