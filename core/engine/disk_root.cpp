#include "core/engine/disk_root.h"

#include "core/base/log.h"
#include "core/base/log_archive.h"
#include "core/engine/backup_store.h"
#include "core/report/day_summary.h"
#include "core/report/equity_picture.h"

#include <QThread>
#include <QTimer>

#include <algorithm>

namespace core::engine
{
namespace
{
constexpr std::chrono::seconds kWriteEvery{1};
// A crash of the program loses nothing that was written; this bounds what a power cut takes, and
// the disk is left to the ledger meanwhile.
constexpr int kSyncEvery = 10;
}  // namespace

DiskRoot::DiskRoot(DiskOptions options)
    : m_options{std::move(options)},
      m_journal{m_options.journal},
      m_recorder{m_options.store, m_options.run, m_options.isAnew},
      m_files{m_options.files}
{
}

DiskRoot::~DiskRoot()
{
    write();
    if (const base::Status done = m_journal.sync(); !done) {
        qCWarning(base::lcDisk).noquote() << done.error().detail;
    }
}

void DiskRoot::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_timer = std::make_unique<QTimer>();
    connect(m_timer.get(), &QTimer::timeout, this, &DiskRoot::write);
    m_timer->start(kWriteEvery);
    if (!m_options.isAnew) {
        lookForMissedDay();
    }
}

void DiskRoot::lookForMissedDay()
{
    const base::Result<std::vector<domain::TradingDate>> days = m_recorder.days();
    if (!days) {
        return;  // The next write says what is wrong with the store.
    }
    // The newest only: an older one was somebody's choice to leave.
    const auto newest = std::find_if(days->rbegin(), days->rend(), [this](domain::TradingDate one) {
        return one < m_options.today;
    });
    if (newest != days->rend() && !wasClosed(m_options.store.folder, *newest)) {
        Q_EMIT closingMissed(*newest);
    }
}

void DiskRoot::journal(const EventsPtr& events)
{
    const base::Status done = m_journal.append(*events);
    if (const QString problem = m_journal.takeProblem(); !problem.isEmpty()) {
        notice(domain::LogCode::RecordsProblem, domain::Severity::Warning, problem);
    }
    if (!done && !m_journalFailing) {
        notice(domain::LogCode::RecordsProblem, domain::Severity::Critical, done.error().detail);
    }
    if (done && m_journalFailing) {
        notice(domain::LogCode::RecordsAgain, domain::Severity::Notice,
               QString::number(m_journal.lost()));
    }
    m_journalFailing = !done;
}

void DiskRoot::remember(const desk::Remember& what)
{
    m_recorder.take(what);
}

void DiskRoot::write()
{
    const base::Status done = m_recorder.flush(m_journal.outages());
    for (const QString& problem : m_recorder.takeProblems()) {
        notice(domain::LogCode::RecordsProblem, domain::Severity::Warning, problem);
    }
    if (!done && !m_storeFailing) {
        notice(domain::LogCode::RecordsProblem, domain::Severity::Warning, done.error().detail);
    }
    if (done && m_storeFailing) {
        notice(domain::LogCode::RecordsAgain, domain::Severity::Notice,
               QString::number(m_recorder.rowsLost()));
    }
    m_storeFailing = !done;
    if (++m_untilSync >= kSyncEvery) {
        m_untilSync = 0;
        if (const base::Status synced = m_journal.sync(); !synced) {
            notice(domain::LogCode::RecordsProblem, domain::Severity::Warning,
                   synced.error().detail);
        }
    }
}

void DiskRoot::notice(domain::LogCode code, domain::Severity severity, const QString& detail)
{
    if (severity >= domain::Severity::Warning) {
        qCWarning(base::lcDisk).noquote() << detail;
    }
    Q_EMIT noticed({code, severity, detail});
}

base::Result<domain::DayPtr> DiskRoot::load(domain::TradingDate date)
{
    const base::Result<std::optional<domain::DayRecord>> found = m_recorder.day(date);
    if (!found) {
        return found.error();
    }
    auto day = std::make_shared<domain::Day>();
    day->record = found->value_or(domain::DayRecord{});
    day->record.date = date;
    report::SummaryContext context;
    context.session = m_options.calendar.schedule(date);
    const base::Result<std::vector<domain::TradingDate>> days = m_recorder.days();
    if (!days) {
        return days.error();
    }
    const auto earlier = std::find_if(days->rbegin(), days->rend(),
                                      [date](domain::TradingDate one) { return one < date; });
    if (earlier != days->rend()) {
        const base::Result<std::optional<domain::DayRecord>> before = m_recorder.day(*earlier);
        if (before && *before) {
            context.previous = report::summarize(**before).headline();
        }
    }
    day->summary = report::summarize(day->record, context);
    return domain::DayPtr{std::move(day)};
}

void DiskRoot::wantDays()
{
    const base::Result<std::vector<domain::TradingDate>> days = m_recorder.days();
    if (!days) {
        notice(domain::LogCode::RecordsProblem, domain::Severity::Warning, days.error().detail);
    }
    Q_EMIT daysKnown(days ? *days : std::vector<domain::TradingDate>{});
}

void DiskRoot::wantDay(domain::TradingDate date)
{
    write();
    const base::Result<domain::DayPtr> day = load(date);
    if (day) {
        Q_EMIT dayReady(*day);
    } else {
        notice(domain::LogCode::RecordsProblem, domain::Severity::Warning, day.error().detail);
        auto none = std::make_shared<domain::Day>();
        none->record.date = none->summary.date = date;
        Q_EMIT dayReady(none);
    }
}

void DiskRoot::exportDay(domain::TradingDate date, domain::ReportFormat format, const QString& path)
{
    const base::Result<domain::DayPtr> day = load(date);
    const base::Status done = day ? DayFiles::write(**day, format, path, m_options.files.language)
                                  : base::Status{day.error()};
    Q_EMIT exported(path, done ? QString{} : done.error().detail);
}

void DiskRoot::tellDay(domain::TradingDate date)
{
    const base::Result<domain::DayPtr> day = load(date);
    if (!day) {
        notice(domain::LogCode::RecordsProblem, domain::Severity::Warning, day.error().detail);
        return;
    }
    const domain::DaySummary& sum = (*day)->summary;
    notify::DaySummary message;
    message.date = date;
    message.startEquity = sum.startEquity;
    message.endEquity = sum.endEquity;
    message.pnl = sum.dayPnl ? sum.dayPnl->won : sum.totals.net;
    if (sum.dayPnl) {
        message.returnTenThousandths = sum.dayPnl->tenThousandths;
    }
    message.costs = sum.costs;
    message.trades = static_cast<int>(sum.totals.trades);
    message.wins = static_cast<int>(sum.totals.wins);
    for (const domain::TradeRecord& trade : (*day)->record.trades) {
        message.adds += trade.added ? 1 : 0;
    }
    if (sum.drawdown) {
        message.drawdownTenThousandths = sum.drawdown->tenThousandths;
    }
    for (const domain::GuardFired& fired : (*day)->record.guard) {
        message.guard.push_back(fired.rule);
    }
    message.violations = static_cast<int>(sum.violationCount);
    message.open = static_cast<int>(sum.openPositions);
    if (canDraw()) {
        message.chart = report::equityPicture((*day)->record, sum, m_options.files.language);
    }
    Q_EMIT dayTold(message);
}

void DiskRoot::writeReports(domain::TradingDate date)
{
    write();
    const base::Result<domain::DayPtr> day = load(date);
    const base::Status done = day ? m_files.writeAll(**day) : base::Status{day.error()};
    Q_EMIT reportsWritten(day ? *day : domain::DayPtr{}, done ? QString{} : done.error().detail);
}

void DiskRoot::backUp(domain::TradingDate date)
{
    base::Status done = m_journal.sync();
    if (done) {
        done = m_files.copyJournal(m_journal.fileOf(date), date);
    }
    if (done && m_options.store.databaseUrl.isEmpty()) {
        // A server has its own backups.
        done = m_recorder.backUp(
            backupPath(m_options.files.backups, date, QStringLiteral("-market.db")));
    }
    if (done) {
        done = m_files.keepNewest();
    }
    Q_EMIT backedUp(done ? QString{} : done.error().detail);
}

void DiskRoot::compressLogs()
{
    base::Status done = base::rollLogFile();
    if (!done && done.error().code == base::ErrorCode::NotFound) {
        done = base::Done{};  // This run writes none; there may be files of others.
    }
    // Also if today's could not be put aside: those of earlier days can.
    const base::Status compressed = base::compressLogs(m_options.logs);
    if (done) {
        done = compressed;
    }
    Q_EMIT logsCompressed(done ? QString{} : done.error().detail);
}

void DiskRoot::tidy(domain::TradingDate today)
{
    const DayFilesOptions& keep = m_options.files;
    base::Status done =
        m_recorder.prune(before(today, keep.keepBars), before(today, keep.keepDecisions));
    if (done) {
        done =
            m_files.removeOldJournals(m_options.journal.folder, before(today, keep.keepJournals));
    }
    Q_EMIT tidied(done ? QString{} : done.error().detail);
}
}  // namespace core::engine

#include "moc_disk_root.cpp"
