#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace core::storage
{
/// A prepared statement of a Connection, which outlives it. Thread: the connection's.
class Statement final
{
public:
    enum class Step : std::uint8_t
    {
        Row,
        Done,
        Failed,  ///< `Connection::error` tells why.
    };

    Statement() = default;
    explicit Statement(sqlite3_stmt* statement) : m_statement{statement} {}

    void bind(int index, std::int64_t value) const;
    /// As text; `value` must stay until the statement is reset.
    void bind(int index, const QByteArray& value) const;
    void bindBlob(int index, const QByteArray& value) const;
    [[nodiscard]] Step step() const;
    void reset() const;

    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

/// One connection to one SQLite file.
///
/// A failed fsync ends the process (fault row H06): afterwards nobody, SQLite included, knows
/// what is on the disk, and asking again would only seem to succeed.
/// Errors: Busy (locked by another program); Malformed (not a database, damaged, or not with
/// these tables); Io (disk full or failing, no permission). Thread: one at a time.
class Connection final
{
public:
    /// `fileName` must exist unless `create` says otherwise.
    enum class Create : std::uint8_t
    {
        No,
        Yes,
    };
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const QString& fileName,
                                                                        Create create);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    [[nodiscard]] base::Status execute(const QByteArray& sql) const;
    [[nodiscard]] base::Result<Statement> prepare(const QByteArray& sql) const;
    /// First column of the first row; Malformed if there is no row.
    [[nodiscard]] base::Result<QByteArray> value(const QByteArray& sql) const;
    /// What the last failed call was about, in our words. Ends the process after a failed fsync.
    [[nodiscard]] base::Error error(const char* doing) const;
    [[nodiscard]] bool lastWasDiskFull() const;
    [[nodiscard]] bool inTransaction() const;
    /// The log of changes stays as it is when the connection closes: evidence of a damaged file.
    void keepLogAtClose(bool keep) const;
    /// Copies committed pages from the log into the file. Busy is no error here: later then.
    enum class Checkpoint : std::uint8_t
    {
        Passive,
        Truncate,
    };
    [[nodiscard]] base::Status checkpoint(Checkpoint kind) const;

private:
    explicit Connection(sqlite3* handle, QString name) : m_handle{handle}, m_name{std::move(name)}
    {
    }

    sqlite3* m_handle;
    QString m_name;
};

/// "3.40.1", of the library this process runs with.
[[nodiscard]] QString sqliteVersion();
}  // namespace core::storage
