#include "core/engine/ledger_root.h"

#include "core/base/crash_point.h"
#include "core/base/log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QTimer>

namespace core::engine
{
namespace
{
constexpr std::chrono::seconds kRetryEvery{2};
// The log goes into the file when nothing was written for a moment; a busy hour may let it grow.
constexpr std::chrono::seconds kIdleAfter{1};
constexpr std::int64_t kIdleLogBytes = 1024LL * 1024;
constexpr std::int64_t kLogBytesMax = 16LL * 1024 * 1024;

/// A write that opens or enlarges a position must not use the last space on the disk.
bool mayUseReserve(const desk::Record& record)
{
    return !record.then || record.then->leg == domain::OrderLeg::Cancel
           || record.then->request.side == domain::Side::Sell;
}
}  // namespace

LedgerRoot::LedgerRoot(LedgerOptions options) : m_options{std::move(options)} {}

LedgerRoot::~LedgerRoot() = default;

void LedgerRoot::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_retry = std::make_unique<QTimer>();
    m_retry->setSingleShot(true);
    m_retry->setInterval(kRetryEvery);
    connect(m_retry.get(), &QTimer::timeout, this, &LedgerRoot::open);
    m_idle = std::make_unique<QTimer>();
    m_idle->setSingleShot(true);
    m_idle->setInterval(kIdleAfter);
    connect(m_idle.get(), &QTimer::timeout, this, &LedgerRoot::idle);
    open();
}

void LedgerRoot::open()
{
    base::Result<storage::OpenedLedger> opened = storage::OrderLedger::open(m_options);
    if (!opened) {
        const base::Error error = opened.error();
        const bool busy = error.code == base::ErrorCode::Busy;
        if (busy) {
            m_retry->start();
        }
        if (!busy || !m_toldBusy) {
            qCCritical(base::lcLedger).noquote() << error.detail;
            Q_EMIT failed(error);
        }
        m_toldBusy = busy;
        return;
    }
    storage::OpenedLedger fresh = std::move(opened).value();
    m_ledger = std::move(fresh.ledger);
    qCInfo(base::lcLedger).noquote()
        << QStringLiteral("ledger: %1 events read and checked, SQLite %2")
               .arg(fresh.content.records.size())
               .arg(storage::sqliteVersion());
    Q_EMIT loaded(fresh.content);
}

base::Status LedgerRoot::append(const desk::Record& record)
{
    if (!m_ledger) {
        return base::Error{base::ErrorCode::Busy, QStringLiteral("ledger: not open")};
    }
    base::Status done = m_ledger->append(record.records);
    if (!done && m_ledger->isDiskFull() && mayUseReserve(record) && m_ledger->useReserve()) {
        done = m_ledger->append(record.records);
    }
    return done;
}

void LedgerRoot::record(const desk::Record& record)
{
    Q_ASSERT(QThread::currentThread() == thread());
    CRASH_POINT(LedgerTaken);
    std::chrono::nanoseconds since = m_clock.monotonic();
    if (!record.records.empty() && record.records.front().monotonicUs > 0) {
        since = std::chrono::microseconds{record.records.front().monotonicUs};
    }
    if (base::sabotage() == base::Sabotage::SendFirst && record.then) {
        Q_EMIT release(*record.then);  // What must never be done, to see that the tests notice.
        CRASH_POINT(LedgerAfterRelease);
    }
    const base::Status done = append(record);
    domain::LedgerReply answer;
    answer.write = record.write;
    answer.durable = done.has_value();
    answer.took =
        std::chrono::duration_cast<std::chrono::microseconds>(m_clock.monotonic() - since);
    if (!done) {
        answer.problem = done.error().detail;
        qCCritical(base::lcLedger).noquote()
            << done.error().detail << "- what hangs on it is not sent";
    } else if (record.then && base::sabotage() != base::Sabotage::SendFirst) {
        if (record.notAfter && answer.took > *record.notAfter) {
            answer.problem = QStringLiteral("late");
        } else {
            CRASH_POINT(LedgerBeforeRelease);
            answer.sent = true;
            Q_EMIT release(*record.then);
            CRASH_POINT(LedgerAfterRelease);
        }
    } else if (record.then) {
        answer.sent = true;
    }
    reply(answer);
    if (m_ledger && m_ledger->logBytes() > kLogBytesMax) {
        idle();
    } else {
        m_idle->start();
    }
}

void LedgerRoot::reply(const domain::LedgerReply& reply)
{
    CRASH_POINT(LedgerBeforeReply);
    Q_EMIT replied(reply);
    CRASH_POINT(LedgerAfterReply);
}

void LedgerRoot::idle()
{
    if (!m_ledger || m_ledger->logBytes() < kIdleLogBytes) {
        return;
    }
    if (const base::Status done = m_ledger->checkpoint(storage::Connection::Checkpoint::Passive);
        !done) {
        qCWarning(base::lcLedger).noquote() << done.error().detail;
    }
}

void LedgerRoot::closeDay()
{
    if (!m_ledger) {
        return;
    }
    if (const base::Status done = m_ledger->checkpoint(storage::Connection::Checkpoint::Truncate);
        !done) {
        qCWarning(base::lcLedger).noquote() << done.error().detail;
    }
}

void LedgerRoot::backUp(const QString& fileName)
{
    (void)QDir{}.mkpath(QFileInfo{fileName}.path());  // If it fails, so does the copy.
    // Beside its name first: a copy that is cut off must not take the place of a good one.
    const QString fresh = fileName + QStringLiteral(".new");
    (void)QFile::remove(fresh);
    base::Status done =
        m_ledger ? m_ledger->backupTo(fresh)
                 : base::Status{base::Error{base::ErrorCode::Busy, QStringLiteral("not open")}};
    if (done) {
        (void)QFile::remove(fileName);
        if (!QFile::rename(fresh, fileName)) {
            done = base::Error{base::ErrorCode::Io,
                               QStringLiteral("%1 cannot be renamed to %2").arg(fresh, fileName)};
        }
    }
    Q_EMIT backedUp(fileName, done ? QString{} : done.error().detail);
}
}  // namespace core::engine

#include "moc_ledger_root.cpp"
