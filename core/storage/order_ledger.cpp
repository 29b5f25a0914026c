#include "core/storage/order_ledger.h"

#include "core/base/crash_point.h"
#include "core/base/log.h"
#include "core/storage/fact_crash_points.h"
#include "core/storage/ledger_row.h"
#include "core/storage/ledger_schema.h"
#include "core/storage/log_scan.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

namespace core::storage
{
namespace
{
base::Error damaged(const QString& what)
{
    return {base::ErrorCode::Malformed, QStringLiteral("ledger: %1").arg(what)};
}

QByteArray keyOf(const QString& owner)
{
    return QCryptographicHash::hash("kis-scalper ledger\n" + owner.toUtf8(),
                                    QCryptographicHash::Sha256);
}

/// What can be seen without SQLite, which would already use the damaged log.
base::Status checkFiles(const LedgerFolder& folder)
{
    QFile database{folder.database()};
    if (!database.open(QIODevice::ReadOnly)) {
        return base::Error{base::ErrorCode::Io,
                           QStringLiteral("ledger: %1 cannot be read: %2")
                               .arg(folder.database(), database.errorString())};
    }
    if (const auto damage = damageOfHeader(database.read(100), database.size())) {
        return damaged(*damage);
    }
    QFile log{folder.log()};
    if (log.open(QIODevice::ReadOnly)) {
        if (const auto damage = damageOfLog(log.readAll())) {
            return damaged(*damage);
        }
    }
    return base::Done{};
}

/// Makes `unfinished` a ledger and puts it in its place.
base::Status create(const LedgerFolder& folder, const QByteArray& key, const QString& setAside)
{
    if (const base::Status made = folder.makeUnfinished(); !made) {
        return made.error();
    }
    {
        const base::Result<std::unique_ptr<Connection>> connection =
            Connection::open(folder.unfinished(), Connection::Create::No);
        if (!connection) {
            return connection.error();
        }
        if (const base::Status created = createLedger(**connection, key.toHex(), setAside.toUtf8());
            !created) {
            return created.error();
        }
    }
    return folder.finish();
}

// One file has one connection. What is open is a fact about the process, so this is too.
QMutex claimMutex;
QSet<QString> claims;
}  // namespace

class OrderLedger::Claim final
{
public:
    /// Null if the folder is claimed already.
    static std::unique_ptr<Claim> make(const QString& folder)
    {
        const QMutexLocker lock{&claimMutex};
        if (claims.contains(folder)) {
            return nullptr;
        }
        claims.insert(folder);
        return std::unique_ptr<Claim>{new Claim{folder}};
    }
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    ~Claim()
    {
        const QMutexLocker lock{&claimMutex};
        claims.remove(m_folder);
    }

private:
    explicit Claim(QString folder) : m_folder{std::move(folder)} {}
    QString m_folder;
};

OrderLedger::OrderLedger(LedgerFolder folder, std::unique_ptr<Claim> claim,
                         std::unique_ptr<Connection> connection)
    : m_folder{std::move(folder)}, m_claim{std::move(claim)}, m_connection{std::move(connection)}
{
}

OrderLedger::~OrderLedger()
{
    // Here, because closing would do the same without telling of a failed fsync.
    if (m_headFile) {
        static_cast<void>(checkpoint(Connection::Checkpoint::Truncate));
    }
}

base::Result<OpenedLedger> OrderLedger::open(const LedgerPlace& place)
{
    CRASH_POINT(StartBeforeOpen);
    const base::Result<LedgerFolder> folder = LedgerFolder::prepare(place.folder);
    if (!folder) {
        return folder.error();
    }
    std::unique_ptr<Claim> claim = Claim::make(folder->path());
    if (!claim) {
        return base::Error{base::ErrorCode::Busy,
                           QStringLiteral("ledger: %1 is open in this program already; a second "
                                          "connection could corrupt it")
                               .arg(folder->database())};
    }
    const LedgerFolder::Found found = folder->look();
    QString problem;
    if (found.database) {
        base::Result<OpenedLedger> opened = openFile(*folder, claim, place);
        const bool goesOn = !opened || place.start == LedgerStart::GoOn;
        if (goesOn && (opened || opened.error().code != base::ErrorCode::Malformed)) {
            return opened;
        }
        if (opened) {
            claim = close(std::move(opened).value());
            if (const base::Status gone = folder->discard(); !gone) {
                return gone.error();
            }
        } else {
            problem = opened.error().detail;
        }
    } else if (found.trace) {
        problem = QStringLiteral("ledger: orders.db is gone, but files of it are there");
    }
    if (!problem.isEmpty()) {
        const base::Result<QString> name = folder->setAside();
        if (!name) {
            return name.error();
        }
        problem += QStringLiteral("; kept as %1").arg(QFileInfo{*name}.fileName());
        qCCritical(base::lcLedger).noquote()
            << problem << "- an empty one takes its place; nothing can be armed until confirmed";
    }
    if (const base::Status created = create(*folder, keyOf(place.owner), problem); !created) {
        return created.error();
    }
    base::Result<OpenedLedger> opened = openFile(*folder, claim, place);
    if (opened && problem.isEmpty()) {
        OpenedLedger fresh = std::move(opened).value();
        fresh.content.health = orders::LedgerHealth::New;
        return fresh;
    }
    return opened;
}

std::unique_ptr<OrderLedger::Claim> OrderLedger::close(OpenedLedger opened)
{
    return std::move(opened.ledger->m_claim);
}

base::Result<OpenedLedger> OrderLedger::openFile(const LedgerFolder& folder,
                                                 std::unique_ptr<Claim>& claim,
                                                 const LedgerPlace& place)
{
    if (const base::Status files = checkFiles(folder); !files) {
        return files.error();
    }
    base::Result<std::unique_ptr<Connection>> connection =
        Connection::open(folder.database(), Connection::Create::No);
    if (!connection) {
        return connection.error();
    }
    std::unique_ptr<OrderLedger> ledger{
        new OrderLedger{folder, nullptr, std::move(connection).value()}};
    ledger->m_connection->keepLogAtClose(true);  // Until it is known to be good.
    const QByteArray key = keyOf(place.owner);
    base::Status fit = configure(*ledger->m_connection);
    CRASH_POINT(StartAfterOpen);
    fit = fit.and_then([&](base::Done) { return ledger->check(); });
    CRASH_POINT(StartAfterCheck);
    fit = fit.and_then([&](base::Done) { return ledger->checkOwner(key.toHex()); });
    if (!fit) {
        return fit.error();
    }
    base::Result<orders::LedgerContent> content = ledger->read(key);
    if (!content) {
        return content.error();
    }
    if (const base::Status started = ledger->startWriting(); !started) {
        return started.error();
    }
    if (const base::Status kept = folder.keepReserve(place.reserveBytes); !kept) {
        qCWarning(base::lcLedger).noquote() << kept.error().detail;
    }
    ledger->m_claim = std::move(claim);
    CRASH_POINT(StartAfterLoad);
    return OpenedLedger{std::move(ledger), std::move(content).value()};
}

base::Status OrderLedger::check() const
{
    const base::Result<QByteArray> quick = m_connection->value("PRAGMA quick_check(1)");
    if (!quick) {
        return quick.error();
    }
    if (*quick != "ok") {
        return damaged(QStringLiteral("quick_check: %1").arg(QString::fromUtf8(*quick)));
    }
    return checkSchema(*m_connection);
}

base::Status OrderLedger::checkOwner(const QByteArray& key) const
{
    const base::Result<QByteArray> found =
        m_connection->value("SELECT value FROM ledger WHERE name='key'");
    if (!found) {
        return found.error();
    }
    if (*found == key) {
        return base::Done{};
    }
    // Another account's ledger begins with another key as well; otherwise the note is damaged.
    const base::Result<QByteArray> first =
        m_connection->value("SELECT hex(prev_hash) FROM event WHERE seq=1");
    if (first && first->toLower() == key) {
        return damaged(QStringLiteral("the note whose ledger it is does not fit its rows"));
    }
    return base::Error{base::ErrorCode::Refused,
                       QStringLiteral("ledger: %1 belongs to another environment or account; "
                                      "choose another folder (--data-dir)")
                           .arg(m_folder.database())};
}

base::Result<orders::LedgerContent> OrderLedger::read(const QByteArray& key)
{
    const std::optional<LedgerHead> expected = readHead(m_folder.head());
    m_head = {0, key};
    bool passedHead = !expected || expected->seq == 0;
    orders::LedgerContent content;
    const base::Result<Statement> rows = m_connection->prepare(
        "SELECT seq, ts_utc_us, mono_us, oid, kind, body, crc32c, prev_hash FROM event "
        "ORDER BY seq");
    if (!rows) {
        return rows.error();
    }
    for (Statement::Step step = rows->step(); step != Statement::Step::Done; step = rows->step()) {
        if (step == Statement::Step::Failed) {
            return m_connection->error("reading the events");
        }
        LedgerRow row;
        row.seq = rows->number(0);
        const std::int64_t us = rows->number(1);
        row.record.at = domain::Timestamp{std::chrono::milliseconds{us / 1000}};
        row.record.monotonicUs = rows->number(2);
        row.record.order = QString::fromUtf8(rows->bytes(3));
        row.record.kind = QString::fromUtf8(rows->bytes(4));
        row.record.body = rows->bytes(5);
        row.previous = rows->bytes(7);
        const std::int64_t checksum = rows->number(6);
        row.checksum = checksumOf(row);
        if (row.seq != m_head.seq + 1 || row.previous != m_head.digest || us % 1000 != 0
            || checksum != static_cast<std::int64_t>(row.checksum)) {
            return damaged(QStringLiteral("row %1 does not check or does not follow on row %2")
                               .arg(row.seq)
                               .arg(m_head.seq));
        }
        m_head = {row.seq, digestOf(row)};
        passedHead = passedHead || m_head == expected;
        content.records.push_back(std::move(row.record));
    }
    if (!passedHead) {
        return damaged(QStringLiteral("it ends at row %1 or is another one: row %2 had been "
                                      "written and is not in it")
                           .arg(m_head.seq)
                           .arg(expected->seq));
    }
    if (content.records.empty()) {
        const base::Result<QByteArray> setAside =
            m_connection->value("SELECT value FROM ledger WHERE name='set_aside'");
        if (setAside) {
            content.health = orders::LedgerHealth::SetAside;
            content.problem = QString::fromUtf8(*setAside);
        }
    }
    return content;
}

base::Status OrderLedger::startWriting()
{
    // What a crash left in the log is in the file from now on: so that of a later log at most one
    // transaction can be torn, which `damageOfLog` relies on.
    if (const base::Status done = m_connection->checkpoint(Connection::Checkpoint::Truncate);
        !done) {
        return done.error();
    }
    base::Result<Statement> insert = m_connection->prepare(
        "INSERT INTO event(seq, ts_utc_us, mono_us, oid, kind, body, crc32c, prev_hash) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!insert) {
        return insert.error();
    }
    m_insert = std::move(insert).value();
    m_connection->keepLogAtClose(false);
    m_headFile = std::make_unique<HeadWriter>(m_folder.head());
    m_headFile->write(m_head);
    return base::Done{};
}

base::Status OrderLedger::append(std::span<const orders::LedgerRecord> records)
{
    Q_ASSERT(m_headFile);
    if (records.empty()) {
        return base::Done{};
    }
    if (m_resetLog && m_connection->checkpoint(Connection::Checkpoint::Truncate)) {
        m_resetLog = false;
        m_logBytes = 0;
    }
    CRASH_POINT(LedgerBeforeBegin);
    LedgerHead head = m_head;
    base::Status done = m_connection->execute("BEGIN IMMEDIATE");
    CRASH_POINT(LedgerAfterBegin);
    if (done) {
        done = insert(records, head);
    }
    if (done) {
        CRASH_POINT(LedgerBeforeCommit);
        reachFactPoints(records, Commit::Before);
        done = m_connection->execute("COMMIT");
    }
    m_diskFull = !done && m_connection->lastWasDiskFull();
    if (!done) {
        if (m_connection->inTransaction()) {
            static_cast<void>(m_connection->execute("ROLLBACK"));
        }
        m_resetLog = true;
        return done;
    }
    reachFactPoints(records, Commit::After);
    CRASH_POINT(LedgerAfterCommit);
    m_head = head;
    m_logBytes += 2LL * kPageBytes;
    m_headFile->write(m_head);
    return base::Done{};
}

base::Status OrderLedger::insert(std::span<const orders::LedgerRecord> records,
                                 LedgerHead& head) const
{
    for (const orders::LedgerRecord& record : records) {
        if (head.seq != m_head.seq) {
            CRASH_POINT(LedgerBetweenRows);
        }
        LedgerRow row{.seq = head.seq + 1, .record = record, .previous = head.digest};
        row.checksum = checksumOf(row);
        const QByteArray order = record.order.toUtf8();
        const QByteArray kind = record.kind.toUtf8();
        const std::chrono::microseconds at = record.at.time_since_epoch();
        m_insert.bind(1, row.seq);
        m_insert.bind(2, static_cast<std::int64_t>(at.count()));
        m_insert.bind(3, record.monotonicUs);
        m_insert.bind(4, order);
        m_insert.bind(5, kind);
        m_insert.bind(6, record.body);
        m_insert.bind(7, static_cast<std::int64_t>(row.checksum));
        m_insert.bindBlob(8, row.previous);
        const Statement::Step step = m_insert.step();
        if (step != Statement::Step::Done) {
            const base::Error error = m_connection->error("appending");
            m_insert.reset();
            return error;
        }
        m_insert.reset();
        head = {row.seq, digestOf(row)};
    }
    return base::Done{};
}

bool OrderLedger::useReserve()
{
    const bool given = m_folder.giveReserve();
    if (given) {
        qCWarning(base::lcLedger).noquote()
            << "ledger: the disk is full; the reserve is used so that exits can be recorded";
    }
    return given;
}

base::Status OrderLedger::checkpoint(Connection::Checkpoint kind)
{
    CRASH_POINT(LedgerBeforeCheckpoint);
    const base::Status done = m_connection->checkpoint(kind);
    CRASH_POINT(LedgerAfterCheckpoint);
    if (done) {
        m_logBytes = 0;
    }
    return done;
}

base::Status OrderLedger::backupTo(const QString& fileName) const
{
    // Made by us, so that nobody else can read it while it grows.
    const int made = ::open(QFile::encodeName(fileName).constData(),
                            O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (made < 0) {
        return base::Error{
            base::ErrorCode::Io,
            QStringLiteral("ledger: backup %1: %2").arg(fileName, qt_error_string(errno))};
    }
    ::close(made);
    const base::Result<Statement> vacuum = m_connection->prepare("VACUUM INTO ?1");
    if (!vacuum) {
        return vacuum.error();
    }
    const QByteArray name = fileName.toUtf8();
    vacuum->bind(1, name);
    if (vacuum->step() == Statement::Step::Failed) {
        const base::Error error = m_connection->error("backup");
        ::unlink(QFile::encodeName(fileName).constData());
        return error;
    }
    // As the original is, so that it can take its place as it stands.
    const base::Result<std::unique_ptr<Connection>> copy =
        Connection::open(fileName, Connection::Create::No);
    if (!copy) {
        return copy.error();
    }
    return (*copy)->execute("PRAGMA journal_mode=WAL");
}
}  // namespace core::storage
