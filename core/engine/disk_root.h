#pragma once

#include "core/base/clock.h"
#include "core/desk/effect.h"
#include "core/domain/day_summary.h"
#include "core/domain/event.h"
#include "core/domain/log_entry.h"
#include "core/domain/session_calendar.h"
#include "core/engine/day_files.h"
#include "core/engine/day_recorder.h"
#include "core/engine/journal_keeper.h"
#include "core/engine/logic_root.h"
#include "core/notify/message.h"

#include <QObject>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace core::engine
{
struct DiskOptions
{
    JournalOptions journal;
    storage::MarketStoreOptions store;
    DayFilesOptions files;
    QString logs;  ///< Folder of the text log.
    domain::SessionCalendar calendar;
    std::int64_t run = 0;  ///< Of the decisions; see DayRecorder.
    domain::TradingDate today{};
    bool isAnew = false;
};

/// Root of the disk thread: the journal of the desk's inputs, the market store, reports and
/// backups. Nothing waits for it: what trades never stands behind a flush, a backup or a remote
/// database.
/// Thread: disk.
class DiskRoot final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiskRoot)

public:
    explicit DiskRoot(DiskOptions options);
    ~DiskRoot() override;

    void start();
    /// Inputs of the desk, numbered without holes, in order.
    void journal(const core::engine::EventsPtr& events);
    void remember(const core::desk::Remember& what);
    /// Answered by `daysKnown`.
    void wantDays();
    /// Answered by `dayReady`; a day without a record is an empty one.
    void wantDay(core::domain::TradingDate date);
    /// Answered by `exported`.
    void exportDay(core::domain::TradingDate date, core::domain::ReportFormat format,
                   const QString& path);
    /// The summary as a message; answered by `dayTold`.
    void tellDay(core::domain::TradingDate date);
    /// Reports of the day into their folder; answered by `reportsWritten`.
    void writeReports(core::domain::TradingDate date);
    /// Copies of the store and the journal, the oldest removed; answered by `backedUp`.
    void backUp(core::domain::TradingDate date);
    /// Puts the text log's files of the day aside and compresses them and those of days before;
    /// answered by `logsCompressed`.
    void compressLogs();
    /// Removes what is older than the settings keep; answered by `tidied`.
    void tidy(core::domain::TradingDate today);

Q_SIGNALS:
    void daysKnown(const std::vector<core::domain::TradingDate>& days);
    void dayReady(const core::domain::DayPtr& day);
    /// `problem` in words; empty = written.
    void exported(const QString& path, const QString& problem);
    void dayTold(const core::notify::DaySummary& summary);
    void reportsWritten(const core::domain::DayPtr& day, const QString& problem);
    void backedUp(const QString& problem);
    void logsCompressed(const QString& problem);
    void tidied(const QString& problem);
    /// A day before today has a record, and its closing routine never ran.
    void closingMissed(core::domain::TradingDate date);
    /// Something is not as it should be: for the event log, as an input of the desk.
    void noticed(const core::domain::RecordsNote& note);

private:
    void write();
    void notice(domain::LogCode code, domain::Severity severity, const QString& detail);
    [[nodiscard]] base::Result<domain::DayPtr> load(domain::TradingDate date);
    void lookForMissedDay();

    DiskOptions m_options;
    JournalKeeper m_journal;
    DayRecorder m_recorder;
    DayFiles m_files;
    std::unique_ptr<QTimer> m_timer;
    int m_untilSync = 0;
    bool m_journalFailing = false;
    bool m_storeFailing = false;
};
}  // namespace core::engine
