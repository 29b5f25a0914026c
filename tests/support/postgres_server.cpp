#include "tests/support/postgres_server.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTcpServer>
#include <QUrl>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace test
{
namespace
{
constexpr int kWaitMs = 60'000;

/// Where the server's programs are: newest first under Debian's folder, else in the path.
QString programFolder()
{
    const QString debian = QStringLiteral("/usr/lib/postgresql");
    const QStringList versions =
        QDir{debian}.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& version : versions) {
        const QString folder = debian + u'/' + version + u"/bin"_qs;
        if (QFileInfo::exists(folder + u"/initdb"_qs)) {
            return folder;
        }
    }
    const QString found = QStandardPaths::findExecutable(QStringLiteral("initdb"));
    return found.isEmpty() ? QString{} : QFileInfo{found}.canonicalPath();
}

/// Not under TMPDIR: the user the server runs as may not get there.
QString scratch()
{
    return QFileInfo::exists(QStringLiteral("/dev/shm")) ? QStringLiteral("/dev/shm/kis-pg-XXXXXX")
                                                         : QStringLiteral("/tmp/kis-pg-XXXXXX");
}

const passwd* serverUser()
{
    const passwd* user = ::getpwnam("postgres");
    return user != nullptr ? user : ::getpwnam("nobody");
}
}  // namespace

QString PostgresServer::password()
{
    return QStringLiteral("canary-db 'pass\\word");
}

PostgresServer::PostgresServer()
    : m_folder{std::make_unique<QTemporaryDir>(scratch())}, m_programs{programFolder()}
{
}

PostgresServer::~PostgresServer()
{
    stop();
}

void PostgresServer::prepare(QProcess& process, const QString& program,
                             const QStringList& arguments) const
{
    // The server refuses root, and must not outlive a test that is killed.
    QStringList all{QStringLiteral("--pdeathsig"), QStringLiteral("SIGQUIT")};
    if (::geteuid() == 0) {
        const passwd* user = serverUser();
        all += {QStringLiteral("--reuid"), QString::number(user->pw_uid), QStringLiteral("--regid"),
                QString::number(user->pw_gid), QStringLiteral("--clear-groups")};
    }
    all += m_programs + u'/' + program;
    all += arguments;
    process.setProgram(QStringLiteral("setpriv"));
    process.setArguments(all);
    process.setWorkingDirectory(m_folder->path());
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    process.setProcessEnvironment(environment);
}

QString PostgresServer::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    prepare(process, program, arguments);
    process.start();
    if (!process.waitForFinished(kWaitMs) || process.exitCode() != 0
        || process.exitStatus() != QProcess::NormalExit) {
        return program + u": "_qs + process.errorString() + u' '
               + QString::fromUtf8(process.readAll());
    }
    return {};
}

QString PostgresServer::initialise()
{
    if (m_programs.isEmpty()) {
        return QStringLiteral("no initdb on this machine; install what .ci/deps lists");
    }
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL"))) {
        return QStringLiteral("Qt has no driver for PostgreSQL; install what .ci/deps lists");
    }
    if (::geteuid() == 0) {
        const passwd* user = serverUser();
        if (user == nullptr
            || ::chown(QFile::encodeName(m_folder->path()).constData(), user->pw_uid, user->pw_gid)
                   != 0) {
            return QStringLiteral("no ordinary user to run the server as");
        }
    }
    const QString passwordFile = m_folder->filePath(QStringLiteral("password"));
    QFile file{passwordFile};
    if (!file.open(QIODevice::WriteOnly) || file.write(password().toUtf8()) < 0) {
        return file.errorString();
    }
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ReadOther);
    const QString failed =
        run(QStringLiteral("initdb"),
            {QStringLiteral("--no-sync"), QStringLiteral("--encoding=UTF8"),
             QStringLiteral("--locale=C"), QStringLiteral("--username=admin"),
             QStringLiteral("--auth=scram-sha-256"), QStringLiteral("--pwfile"), passwordFile,
             QStringLiteral("--pgdata"), m_folder->filePath(QStringLiteral("data"))});
    file.remove();
    QTcpServer free;
    if (!failed.isEmpty() || !free.listen(QHostAddress::LocalHost)) {
        return failed + free.errorString();
    }
    m_port = free.serverPort();
    m_initialised = true;
    return {};
}

QString PostgresServer::start()
{
    const bool first = !m_initialised;
    if (const QString failed = first ? initialise() : QString{}; !failed.isEmpty()) {
        return failed;
    }
    m_server = std::make_unique<QProcess>();
    const QString port = QString::number(m_port);
    const QString log = m_folder->filePath(QStringLiteral("log"));
    prepare(*m_server, QStringLiteral("postgres"),
            {QStringLiteral("-D"), m_folder->filePath(QStringLiteral("data")), QStringLiteral("-p"),
             port, QStringLiteral("-k"), m_folder->path(), QStringLiteral("-h"),
             QStringLiteral("127.0.0.1"), QStringLiteral("-F"), QStringLiteral("-c"),
             QStringLiteral("max_connections=20"), QStringLiteral("-c"),
             QStringLiteral("shared_buffers=16MB"), QStringLiteral("-c"),
             // In its folder, so that nothing stays behind when it is killed.
             QStringLiteral("dynamic_shared_memory_type=mmap")});
    m_server->setStandardErrorFile(log);
    m_server->setStandardOutputFile(QProcess::nullDevice());
    m_server->start();
    QDeadlineTimer deadline{kWaitMs};
    QString waiting = QStringLiteral("not started");
    while (!waiting.isEmpty() && !deadline.hasExpired()
           && !m_server->waitForFinished(50 /* ms; its end is not what is wanted */)) {
        waiting =
            run(QStringLiteral("pg_isready"),
                {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"), port});
    }
    if (!waiting.isEmpty()) {
        QFile text{log};
        return waiting
               + (text.open(QIODevice::ReadOnly) ? QString::fromUtf8(text.readAll()) : QString{});
    }
    if (first) {
        return administer(QStringLiteral("postgresql://admin@127.0.0.1/postgres"),
                          QStringLiteral("CREATE ROLE trader LOGIN PASSWORD '%1'")
                              .arg(password().replace(u'\'', u"''"_qs)));
    }
    return {};
}

void PostgresServer::stop()
{
    if (m_server && m_server->state() != QProcess::NotRunning) {
        ::kill(static_cast<pid_t>(m_server->processId()), SIGQUIT);
        m_server->waitForFinished(kWaitMs);
    }
    m_server.reset();
}

QString PostgresServer::freshDatabase()
{
    const QString name = QStringLiteral("records%1").arg(++m_databases);
    const QString failed = administer(QStringLiteral("postgresql://admin@127.0.0.1/postgres"),
                                      QStringLiteral("CREATE DATABASE %1 OWNER trader").arg(name));
    return failed.isEmpty()
               ? QStringLiteral("postgresql://trader@127.0.0.1:%1/%2").arg(m_port).arg(name)
               : QString{};
}

QString PostgresServer::socketUrl(const QString& url) const
{
    return QStringLiteral("postgresql://%1?host=%2&user=trader&port=%3")
        .arg(QUrl{url}.path(), m_folder->path())
        .arg(m_port);
}

QString PostgresServer::administer(const QString& url, const QString& sql) const
{
    const QString name = QStringLiteral("test-administrator");
    QString failed;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        database.setHostName(QStringLiteral("127.0.0.1"));
        database.setPort(m_port);
        database.setUserName(QStringLiteral("admin"));
        database.setPassword(password());
        database.setDatabaseName(QUrl{url}.path().mid(1));
        if (!database.open()) {
            failed = database.lastError().text();
        } else if (QSqlQuery query{database}; !query.exec(sql)) {
            failed = query.lastError().text();
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return failed;
}
}  // namespace test
