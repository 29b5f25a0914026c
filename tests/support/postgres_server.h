#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace test
{
/// A PostgreSQL server of the test's own: its data in a temporary folder, on a free port of
/// loopback and a Unix socket in that folder, never the system's. It runs as an ordinary user also
/// where the test runs as root, and ends with the test however that ends.
/// Needs initdb, postgres and pg_isready (Debian: postgresql); where they are missing `start` says
/// so, and the test must fail: a store that was not tried on a server is not proven.
/// Thread: the test's.
class PostgresServer final
{
public:
    PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer();

    /// Empty = it runs; otherwise what is wrong. The first time it makes its data.
    [[nodiscard]] QString start();
    /// At once, as if it had been killed.
    void stop();

    /// A new, empty database that `user` owns; its URL over TCP.
    [[nodiscard]] QString freshDatabase();
    /// The URL of a database through the Unix socket.
    [[nodiscard]] QString socketUrl(const QString& url) const;
    /// `sql` as the administrator, in the database of `url`. Empty = done.
    [[nodiscard]] QString administer(const QString& url, const QString& sql) const;
    [[nodiscard]] static QString password();
    [[nodiscard]] int port() const noexcept { return m_port; }

private:
    [[nodiscard]] QString initialise();
    [[nodiscard]] QString run(const QString& program, const QStringList& arguments) const;
    void prepare(QProcess& process, const QString& program, const QStringList& arguments) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_programs;
    std::unique_ptr<QProcess> m_server;
    int m_port = 0;
    int m_databases = 0;
    bool m_initialised = false;
};
}  // namespace test
