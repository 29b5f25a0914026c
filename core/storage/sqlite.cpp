#include "core/storage/sqlite.h"

#include "core/base/log.h"

#include <QFileInfo>

#include <cstdlib>
#include <sqlite3.h>

namespace core::storage
{
namespace
{
base::ErrorCode codeOf(int extended)
{
    switch (extended & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return base::ErrorCode::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR:  // A table or column is not there.
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return base::ErrorCode::Malformed;
    case SQLITE_IOERR:
        return extended == SQLITE_IOERR_SHORT_READ ? base::ErrorCode::Malformed
                                                   : base::ErrorCode::Io;
    default:
        return base::ErrorCode::Io;
    }
}

bool isFailedSync(int extended)
{
    return extended == SQLITE_IOERR_FSYNC || extended == SQLITE_IOERR_DIR_FSYNC;
}
}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const noexcept
{
    sqlite3_finalize(statement);
}

void Statement::bind(int index, std::int64_t value) const
{
    sqlite3_bind_int64(m_statement.get(), index, value);
}

void Statement::bind(int index, const QByteArray& value) const
{
    sqlite3_bind_text64(m_statement.get(), index, value.constData(),
                        static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBlob(int index, const QByteArray& value) const
{
    sqlite3_bind_blob64(m_statement.get(), index, value.constData(),
                        static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC);
}

Statement::Step Statement::step() const
{
    const int code = sqlite3_step(m_statement.get());
    return code == SQLITE_ROW ? Step::Row : code == SQLITE_DONE ? Step::Done : Step::Failed;
}

void Statement::reset() const
{
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArray Statement::bytes(int column) const
{
    // The pointer first: asking for the length may convert, asking for the bytes decides to what.
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return QByteArray{data, sqlite3_column_bytes(m_statement.get(), column)};
}

base::Result<std::unique_ptr<Connection>> Connection::open(const QString& fileName, Create create)
{
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW
                      | SQLITE_OPEN_EXRESCODE | (create == Create::Yes ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(fileName.toUtf8().constData(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection{new Connection{handle, QFileInfo{fileName}.fileName()}};
    if (code != SQLITE_OK) {
        return connection->error("opening");
    }
    return connection;
}

Connection::~Connection()
{
    // Never with open statements: the ledger's members are destroyed before its connection.
    sqlite3_close(m_handle);
}

base::Status Connection::execute(const QByteArray& sql) const
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return error(sql.left(60).constData());
    }
    return base::Done{};
}

base::Result<Statement> Connection::prepare(const QByteArray& sql) const
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.constData(), static_cast<int>(sql.size()), &statement,
                           nullptr)
        != SQLITE_OK) {
        return error(sql.left(60).constData());
    }
    return Statement{statement};
}

base::Result<QByteArray> Connection::value(const QByteArray& sql) const
{
    const base::Result<Statement> statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    switch (statement->step()) {
    case Statement::Step::Row:
        return statement->bytes(0);
    case Statement::Step::Failed:
        return error(sql.left(60).constData());
    case Statement::Step::Done:
        break;
    }
    return base::Error{base::ErrorCode::Malformed,
                       QStringLiteral("ledger %1: nothing found by \"%2\"")
                           .arg(m_name, QString::fromLatin1(sql.left(60)))};
}

base::Error Connection::error(const char* doing) const
{
    const int extended = sqlite3_extended_errcode(m_handle);
    if (isFailedSync(extended)) {
        qCCritical(base::lcLedger).noquote()
            << QStringLiteral("ledger %1: fsync failed while %2 (SQLite %3). Nobody can know what "
                              "is on the disk now, so the program ends here; the next start "
                              "checks the ledger and asks the broker.")
                   .arg(m_name, QString::fromLatin1(doing))
                   .arg(extended);
        std::abort();
    }
    return {codeOf(extended), QStringLiteral("ledger %1: %2: %3 (SQLite %4)")
                                  .arg(m_name, QString::fromLatin1(doing),
                                       QString::fromUtf8(sqlite3_errmsg(m_handle)))
                                  .arg(extended)};
}

bool Connection::lastWasDiskFull() const
{
    return (sqlite3_errcode(m_handle) & 0xFF) == SQLITE_FULL;
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Connection::keepLogAtClose(bool keep) const
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

base::Status Connection::checkpoint(Checkpoint kind) const
{
    const int code = sqlite3_wal_checkpoint_v2(
        m_handle, nullptr,
        kind == Checkpoint::Passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE,
        nullptr, nullptr);
    if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY) {
        return error("checkpoint");
    }
    return base::Done{};
}

QString sqliteVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}
}  // namespace core::storage
