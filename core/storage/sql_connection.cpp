#include "core/storage/sql_connection.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLibrary>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QThread>

#include <array>
#include <atomic>

namespace core::storage
{
namespace
{
using base::Error;
using base::ErrorCode;

constexpr qsizetype kShownMax = 400;
/// Where everything lies in a database that may hold other things as well.
constexpr QLatin1String kSchema{"kis_scalper"};
/// Whoever defines tables in it holds this.
constexpr qint64 kDefinitionLock = 0x6B6973'7363616CLL;

// A connection's name is a key of the process; two objects never share one.
QString uniqueName()
{
    static std::atomic<quint64> next{0};
    return QStringLiteral("core.storage-%1").arg(next.fetch_add(1));
}

struct Failure
{
    ErrorCode code = ErrorCode::Io;
    bool diskFull = false;
    bool damaged = false;
    bool lost = false;
};

// The numbers of sqlite3.h: they are part of its file format's promise and never change.
Failure sqliteFailure(int extended)
{
    constexpr int kShortRead = 522;
    switch (extended & 0xFF) {
    case 5:  // BUSY
    case 6:  // LOCKED
        return {.code = ErrorCode::Busy};
    case 11:  // CORRUPT
    case 24:  // FORMAT
    case 26:  // NOTADB
        return {.code = ErrorCode::Malformed, .damaged = true};
    case 13:  // FULL
        return {.code = ErrorCode::Io, .diskFull = true};
    case 10:  // IOERR
        return extended == kShortRead ? Failure{.code = ErrorCode::Malformed, .damaged = true}
                                      : Failure{.code = ErrorCode::Io};
    case 1:   // ERROR: a table or column is not there.
    case 19:  // CONSTRAINT
    case 20:  // MISMATCH
        return {.code = ErrorCode::Refused};
    default:
        return {.code = ErrorCode::Io};
    }
}

/// By SQLSTATE; empty = the library itself lost the server.
Failure postgresFailure(const QString& state)
{
    if (state.isEmpty() || state.startsWith(u"08") || state == u"57P01" || state == u"57P02") {
        return {.code = ErrorCode::Network, .lost = true};
    }
    if (state == u"57P03" || state.startsWith(u"40") || state == u"55P03" || state == u"57014"
        || state == u"53300") {
        return {.code = ErrorCode::Busy};
    }
    if (state == u"53100") {
        return {.code = ErrorCode::Io, .diskFull = true};
    }
    if (state.startsWith(u"53") || state.startsWith(u"58") || state.startsWith(u"XX")) {
        return {.code = ErrorCode::Io};
    }
    return {.code = ErrorCode::Refused};
}

QString quoted(const QString& value)
{
    return u'\'' + value + u'\'';  // `parseDatabaseUrl` lets neither ' nor \ through.
}

/// Asks the server whether it is there, as libpq does it: a refused connection comes without a code
/// (Qt's driver hands on a sentence in the server's language). The library is in the process once
/// the driver is; linking it would make every program need it.
ErrorCode whyNotConnected(const config::DatabaseUrl& url)
{
    using Ping = int (*)(const char* const* keys, const char* const* values, int expand);
    QLibrary library{QStringLiteral("pq"), 5};
    const auto ping = reinterpret_cast<Ping>(library.resolve("PQpingParams"));
    if (ping == nullptr) {
        return ErrorCode::Network;
    }
    const QByteArray host = url.host.toUtf8();
    const QByteArray port = QByteArray::number(url.port);
    const std::array<const char*, 4> keys{"host", "port", "connect_timeout", nullptr};
    const std::array<const char*, 4> values{host.constData(), port.constData(), "3", nullptr};
    switch (ping(keys.data(), values.data(), 0)) {
    case 0:  // PQPING_OK: it is there and said no.
        return ErrorCode::Refused;
    case 1:  // PQPING_REJECT: starting up or shutting down.
        return ErrorCode::Busy;
    default:
        return ErrorCode::Network;
    }
}
}  // namespace

bool mayRepeat(const base::Error& error) noexcept
{
    return error.code == ErrorCode::Busy || error.code == ErrorCode::Network;
}

SqlConnection::SqlConnection(SqlEngine engine, const QString& driver)
    : m_engine{engine},
      m_name{uniqueName()},
      m_thread{QThread::currentThread()},
      m_database{QSqlDatabase::addDatabase(driver, m_name)}
{
}

SqlConnection::~SqlConnection()
{
    Q_ASSERT(QThread::currentThread() == m_thread);
    m_prepared.clear();
    m_last.reset();
    m_database.close();
    m_database = QSqlDatabase{};
    QSqlDatabase::removeDatabase(m_name);
}

base::Result<std::unique_ptr<SqlConnection>> SqlConnection::openFile(const QString& path,
                                                                     std::chrono::milliseconds wait)
{
    const QString driver = QStringLiteral("QSQLITE");
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("market: Qt's driver for SQLite is not installed "
                                    "(Debian: libqt6sql6-sqlite)")};
    }
    std::unique_ptr<SqlConnection> connection{new SqlConnection{SqlEngine::Sqlite, driver}};
    connection->m_database.setDatabaseName(path);
    connection->m_database.setConnectOptions(
        QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(wait.count()));
    if (const base::Status opened = connection->connectFile(); !opened) {
        return opened.error();
    }
    return connection;
}

base::Status SqlConnection::connectFile()
{
    if (!m_database.open()) {
        return failed(m_database.lastError(),
                      QStringLiteral("opening %1").arg(m_database.databaseName()));
    }
    // The lock mode before anything touches the log: so there is no shared index of it at all.
    base::Status done = base::Done{};
    for (const char* pragma : {"locking_mode=EXCLUSIVE", "trusted_schema=OFF", "cell_size_check=ON",
                               "mmap_size=0", "synchronous=NORMAL", "cache_size=-32000",
                               "wal_autocheckpoint=4000", "journal_size_limit=33554432"}) {
        done = done.and_then(
            [&](base::Done) { return execute(QStringLiteral("PRAGMA ") + QLatin1String{pragma}); });
    }
    if (!done) {
        return done;
    }
    const base::Result<QVariant> mode = value(QStringLiteral("PRAGMA journal_mode=WAL"));
    if (!mode) {
        return mode.error();
    }
    if (mode->toString() != u"wal") {
        return Error{ErrorCode::Io, QStringLiteral("market: the file system does not allow a "
                                                   "write-ahead log (SQLite says \"%1\")")
                                        .arg(mode->toString())};
    }
    return base::Done{};
}

base::Result<std::unique_ptr<SqlConnection>>
SqlConnection::openServer(const config::DatabaseUrl& url, const QString& password)
{
    const QString driver = QStringLiteral("QPSQL");
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("market: Qt's driver for PostgreSQL is not installed "
                                    "(Debian: libqt6sql6-psql)")};
    }
    std::unique_ptr<SqlConnection> connection{new SqlConnection{SqlEngine::Postgres, driver}};
    QSqlDatabase& database = connection->m_database;
    database.setHostName(url.host);
    database.setPort(url.port);
    database.setUserName(url.user);
    database.setPassword(password);
    database.setDatabaseName(url.database);
    // A server that falls silent is noticed within ten seconds or so, not after the quarter of an
    // hour the system would take.
    QString options =
        QStringLiteral("connect_timeout=3;application_name=kis-scalper;keepalives_idle=10;"
                       "keepalives_interval=3;keepalives_count=3;tcp_user_timeout=10000;sslmode=%1")
            .arg(url.sslMode);
    if (!url.rootCertificate.isEmpty()) {
        options += QStringLiteral(";sslrootcert=") + quoted(url.rootCertificate);
    }
    database.setConnectOptions(options);
    connection->m_url = url;
    if (const base::Status opened = connection->connectServer(); !opened) {
        return opened.error();
    }
    return connection;
}

base::Status SqlConnection::connectServer()
{
    m_lost = false;
    if (!m_database.open()) {
        m_lost = true;
        const QSqlError error = m_database.lastError();
        return Error{whyNotConnected(m_url),
                     QStringLiteral("market: no connection to %1 port %2: %3")
                         .arg(m_url.host)
                         .arg(m_url.port)
                         .arg(error.databaseText().left(kShownMax).simplified())};
    }
    base::Status done = base::Done{};
    for (const QString& setting :
         {QStringLiteral("search_path=%1").arg(kSchema),
          QStringLiteral("client_min_messages=warning"), QStringLiteral("lock_timeout=2000"),
          QStringLiteral("statement_timeout=30000"),
          QStringLiteral("idle_in_transaction_session_timeout=60000")}) {
        done = done.and_then([&](base::Done) { return execute(QStringLiteral("SET ") + setting); });
    }
    return done;
}

base::Status SqlConnection::again()
{
    if (!m_lost || m_inTransaction) {
        return base::Done{};
    }
    m_last.reset();
    m_database.close();
    return connectServer();
}

base::Status SqlConnection::execute(const QString& sql)
{
    Q_ASSERT(QThread::currentThread() == m_thread);
    QSqlQuery query{m_database};
    if (!query.exec(sql)) {
        return failed(query.lastError(), sql);
    }
    return base::Done{};
}

base::Result<std::int64_t> SqlConnection::change(const QString& sql, const QVariantList& values)
{
    const base::Result<QSqlQuery*> query = perform(sql, values);
    if (!query) {
        return query.error();
    }
    const std::int64_t rows = (*query)->numRowsAffected();
    (*query)->finish();
    return rows;
}

base::Status SqlConnection::read(const QString& sql, const QVariantList& values,
                                 const TakeRow& take)
{
    const base::Result<QSqlQuery*> query = perform(sql, values);
    if (!query) {
        return query.error();
    }
    base::Status taken = base::Done{};
    while (taken && (*query)->next()) {
        taken = take(**query);
    }
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (taken && error.isValid()) {
        return failed(error, sql);
    }
    return taken;
}

base::Result<QVariant> SqlConnection::value(const QString& sql, const QVariantList& values)
{
    QVariantList found;
    const base::Status done = read(sql, values, [&](const QSqlQuery& row) -> base::Status {
        found.append(row.value(0));
        return base::Done{};
    });
    if (!done) {
        return done.error();
    }
    if (found.size() != 1) {
        return Error{ErrorCode::Malformed,
                     QStringLiteral("market: %1 rows instead of one by \"%2\"")
                         .arg(found.size())
                         .arg(sql.left(60))};
    }
    return found.first();
}

base::Result<QSqlQuery*> SqlConnection::perform(const QString& sql, const QVariantList& values)
{
    Q_ASSERT(QThread::currentThread() == m_thread);
    if (m_engine == SqlEngine::Sqlite) {
        return prepared(sql, values);
    }
    if (const base::Status here = again(); !here) {
        return here.error();
    }
    // Not prepared at the server: nothing of ours outlives a lost connection there, and a pool
    // between us and the server may hand each transaction to another session.
    const QString text = withValues(sql, values);
    const bool alone = !m_inTransaction;
    for (int attempt = 1;; ++attempt) {
        m_last = std::make_unique<QSqlQuery>(m_database);
        if (m_last->exec(text)) {
            return m_last.get();
        }
        const Error error = failed(m_last->lastError(), sql);
        // The server had gone since the last call, and may be back. All statements here may run
        // twice.
        if (!alone || !m_lost || attempt > 1 || !again()) {
            return error;
        }
    }
}

base::Result<QSqlQuery*> SqlConnection::prepared(const QString& sql, const QVariantList& values)
{
    std::shared_ptr<QSqlQuery>& query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            const Error error = failed(fresh->lastError(), sql);
            m_prepared.remove(sql);
            return error;
        }
        query = std::move(fresh);
    }
    for (int at = 0; at < values.size(); ++at) {
        query->bindValue(at, values.at(at));
    }
    if (!query->exec()) {
        const Error error = failed(query->lastError(), sql);
        query->finish();
        return error;
    }
    return query.get();
}

QString SqlConnection::withValues(const QString& sql, const QVariantList& values) const
{
    QString out;
    out.reserve(sql.size() + values.size() * 8);
    qsizetype at = 0;
    for (const QChar unit : sql) {
        if (unit != u'?') {
            out.append(unit);
            continue;
        }
        const QVariant& value = values.at(at++);
        QSqlField field{QString{}, value.metaType()};
        field.setValue(value);
        out.append(value.isNull() ? QStringLiteral("NULL")
                                  : m_database.driver()->formatValue(field));
    }
    Q_ASSERT(at == values.size());
    return out;
}

base::Status SqlConnection::begin(Transaction kind)
{
    if (const base::Status here = again(); !here) {
        return here.error();
    }
    const QString word =
        m_engine == SqlEngine::Sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN");
    base::Status begun = execute(word);
    if (!begun && m_lost) {  // The server had gone since the last call, and may be back.
        begun = again().and_then([&](base::Done) { return execute(word); });
    }
    if (!begun) {
        return begun;
    }
    m_inTransaction = true;
    if (m_engine == SqlEngine::Sqlite || kind == Transaction::Rows) {
        return begun;
    }
    begun = read(QStringLiteral("SELECT pg_advisory_xact_lock(?)"), {kDefinitionLock},
                 [](const QSqlQuery&) -> base::Status { return base::Done{}; });
    const base::Result<QVariant> schemas =
        begun.and_then([&](base::Done) -> base::Result<QVariant> {
            return value(QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname=?"),
                         {QString{kSchema}});
        });
    // Asked first: IF NOT EXISTS needs the right to make one even if it exists.
    if (schemas && schemas->toLongLong() == 0) {
        begun = execute(QStringLiteral("CREATE SCHEMA ") + kSchema);
    } else if (!schemas) {
        begun = schemas.error();
    }
    if (!begun) {
        rollBack();
    }
    return begun;
}

base::Status SqlConnection::commit()
{
    Q_ASSERT(m_inTransaction);
    base::Status done = execute(QStringLiteral("COMMIT"));
    if (!done) {
        rollBack();
    }
    m_inTransaction = false;
    return done;
}

void SqlConnection::rollBack()
{
    // SQLite may have done so by itself; a server that is gone has.
    const bool full = m_diskFull;
    const bool damaged = m_damaged;
    if (!m_lost) {
        static_cast<void>(execute(QStringLiteral("ROLLBACK")));
    }
    m_diskFull = full;
    m_damaged = damaged;
    m_inTransaction = false;
}

base::Result<bool> SqlConnection::hasTable(const QString& name)
{
    const base::Result<QVariant> count = value(
        m_engine == SqlEngine::Sqlite
            ? QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE type='table' AND name=?")
            : QStringLiteral("SELECT count(*) FROM pg_tables "
                             "WHERE schemaname=current_schema() AND tablename=?"),
        {name});
    if (!count) {
        return count.error();
    }
    return count->toLongLong() > 0;
}

base::Result<bool> SqlConnection::hasAnyTable()
{
    const base::Result<QVariant> count =
        value(m_engine == SqlEngine::Sqlite ? QStringLiteral("SELECT count(*) FROM sqlite_schema")
                                            : QStringLiteral("SELECT count(*) FROM pg_tables "
                                                             "WHERE schemaname=current_schema()"));
    if (!count) {
        return count.error();
    }
    return count->toLongLong() > 0;
}

QString SqlConnection::keyedTable() const
{
    return m_engine == SqlEngine::Sqlite ? QStringLiteral(" WITHOUT ROWID") : QString{};
}

base::Error SqlConnection::failed(const QSqlError& error, const QString& doing)
{
    const Failure failure = m_engine == SqlEngine::Sqlite
                                ? sqliteFailure(error.nativeErrorCode().toInt())
                                : postgresFailure(error.nativeErrorCode());
    m_diskFull = failure.diskFull;
    m_damaged = failure.damaged;
    m_lost = m_lost || failure.lost;
    // What the driver itself refuses never reached the database.
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {failure.code,
            QStringLiteral("market: %1: %2 (%3)")
                .arg(doing.left(60), text.left(kShownMax).simplified(), error.nativeErrorCode())};
}
}  // namespace core::storage
