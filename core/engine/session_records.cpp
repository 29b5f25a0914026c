// The session's other half: the record of the days, the closing routine, notifications.

#include "core/base/log.h"
#include "core/config/config_file.h"
#include "core/engine/backup_store.h"
#include "core/engine/session.h"
#include "core/engine/update_mark.h"

#include <QPointer>
#include <QTimer>

namespace core::engine
{
namespace
{
using namespace std::chrono_literals;
using domain::ClosingStep;

// How long the broker's last lists are waited for, by the machine's clock.
constexpr std::chrono::milliseconds kBrokerRound{200};
constexpr int kBrokerRoundsMax = 300;

domain::Severity severityOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
    case QtInfoMsg:
        break;
    case QtWarningMsg:
        return domain::Severity::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return domain::Severity::Critical;
    }
    return domain::Severity::Info;
}

domain::DeskNote noteOf(const notify::DesktopNote& note)
{
    static_assert(static_cast<int>(notify::Sound::Guard) == domain::kNoteSounds - 1);
    return {.shows = note.shows,
            .title = note.title,
            .text = note.text,
            .sound = static_cast<domain::NoteSound>(note.sound),
            .severity = note.severity};
}
}  // namespace

void Session::wireDisk()
{
    LogicRoot* logic = m_logic->root();
    DiskRoot* disk = m_disk->root();
    connect(logic, &LogicRoot::journaled, disk, &DiskRoot::journal);
    connect(logic, &LogicRoot::remembers, disk, &DiskRoot::remember);
    connect(disk, &DiskRoot::noticed, logic, &LogicRoot::take);
    connect(disk, &DiskRoot::daysKnown, this, &Session::daysKnown);
    connect(disk, &DiskRoot::dayReady, this, &Session::dayReady);
    connect(disk, &DiskRoot::exported, this, &Session::exported);
    connect(disk, &DiskRoot::closingMissed, this, [this](domain::TradingDate date) {
        if (!m_closing.isRunning()) {
            m_closing.begin(date, true);
        }
    });
}

void Session::wantDays()
{
    if (m_disk) {
        m_disk->post([](DiskRoot& disk) { disk.wantDays(); });
    }
}

void Session::wantDay(domain::TradingDate date)
{
    if (m_disk) {
        m_disk->post([date](DiskRoot& disk) { disk.wantDay(date); });
    }
}

void Session::exportDay(domain::TradingDate date, domain::ReportFormat format, const QString& path)
{
    if (m_disk) {
        m_disk->post([=](DiskRoot& disk) { disk.exportDay(date, format, path); });
    }
}

void Session::sendDay(domain::TradingDate date)
{
    if (m_disk) {
        m_disk->post([date](DiskRoot& disk) { disk.tellDay(date); });
    }
}

QString Session::whyNotSendable() const
{
    if (!m_options.config.notify.telegram) {
        return QStringLiteral("off");
    }
    return m_options.telegram ? QString{} : QStringLiteral("no_token");
}

std::vector<domain::TradingDate> Session::backups() const
{
    return backupDays(m_options.dataFolder);
}

base::Status Session::restoreAtNextStart(domain::TradingDate date)
{
    return askForRestore(m_options.dataFolder, date);
}

std::vector<domain::TextLogLine> Session::textLog(std::uint64_t after) const
{
    std::vector<domain::TextLogLine> lines;
    for (const base::LogLine& line : base::recentLog(after)) {
        lines.push_back({.number = line.number,
                         .time = line.time,
                         .severity = severityOf(line.type),
                         .category = line.category,
                         .text = line.text});
    }
    return lines;
}

// --- notifications ------------------------------------------------------------------------------

void Session::wireNotifier(const config::Environment& environment)
{
    static const base::MachineClock machine;  // The service lives in real time.
    const QString markFile = m_options.dataFolder + QStringLiteral("/telegram.mark");
    notify::NotifierOptions options = notify::notifierOptions(
        m_options.config.notify, environment.kind, m_options.telegram, readUpdateMark(markFile));
    options.url = m_options.telegramUrl;
    m_notifier = std::make_unique<WorkerThread<notify::Notifier>>(
        QStringLiteral("notify"), std::make_unique<notify::Notifier>(machine, options));
    notify::Notifier* notifier = m_notifier->root();
    connect(m_logic->root(), &LogicRoot::tells, notifier, &notify::Notifier::send);
    connect(m_logic->root(), &LogicRoot::answered, notifier, &notify::Notifier::answer);
    connect(m_disk->root(), &DiskRoot::dayTold, notifier,
            [notifier, clock = m_clock](const notify::DaySummary& summary) {
                notifier->send({clock->now(), summary});
            });
    connect(notifier, &notify::Notifier::desktop, this,
            [this](const notify::DesktopNote& note) { Q_EMIT noted(noteOf(note)); });
    // In this order: the mark is kept before what came with it is obeyed.
    connect(notifier, &notify::Notifier::markMoved, this,
            [markFile](const notify::UpdateMark& mark) {
                if (const base::Status kept = writeUpdateMark(markFile, mark); !kept) {
                    qCWarning(base::lcApp).noquote() << kept.error().detail;
                }
            });
    connect(notifier, &notify::Notifier::commandWanted, this, &Session::obey);
    m_notifier->post([started = notify::Message{m_clock->now(), notify::Started{config::configHash(
                                                                    m_options.config)}}](
                         notify::Notifier& root) { root.send(started); });
}

void Session::obey(const notify::CommandWish& wish)
{
    m_logic->post([wish](LogicRoot& logic) { logic.askFor(wish); });
}

// --- the closing routine ------------------------------------------------------------------------

void Session::watchClosing()
{
    const domain::Timestamp now = m_clock->now();
    const domain::TradingDate today = domain::kstDate(now);
    const std::optional<domain::SessionSchedule> day = m_options.calendar.schedule(today);
    if (!m_closedDay && !m_isAccountNew && wasClosed(m_options.dataFolder, today)) {
        m_closedDay = today;  // By an earlier run.
    }
    if (!day || today == m_closedDay || m_closing.isRunning() || m_finishing
        || now < day->closeAt() + kClosingRoutineAfter) {
        return;
    }
    m_closedDay = today;
    m_closing.begin(today, false);
}

/// What a person should know of it is an entry of the event log.
void Session::tellClosing(const domain::ClosingView& view)
{
    if (!view.finished) {
        return;
    }
    for (const domain::ClosingRow& row : view.rows) {
        if (row.outcome == domain::ClosingOutcome::Failed) {
            command(domain::RecordsNote{domain::LogCode::RecordsProblem, domain::Severity::Warning,
                                        row.detail});
        }
    }
    command(domain::RecordsNote{domain::LogCode::ClosingRoutineDone, domain::Severity::Notice,
                                domain::dateText(view.date)});
}

void Session::cancelClosing()
{
    m_closing.cancel();
}

/// Ends a closing step with the first word of `signal`, whose last argument is the problem.
template <typename Root, typename Signal>
void Session::overAfter(Root* root, Signal signal, const ClosingRoutine::Over& over)
{
    auto* once = new QObject{this};
    connect(root, signal, once, [once, over](const auto&... words) {
        once->deleteLater();
        const auto all = std::tie(words...);
        over(std::get<sizeof...(words) - 1>(all));
    });
}

bool Session::closingStep(ClosingStep step, domain::TradingDate date,
                          const ClosingRoutine::Over& over)
{
    switch (step) {
    case ClosingStep::Reconcile:
        command(domain::ReconcileNow{});
        awaitBroker(step, over);
        return true;
    case ClosingStep::Expire:
        awaitBroker(step, over);
        return true;
    case ClosingStep::Reports:
        command(domain::SettleDay{});
        overAfter(m_disk->root(), &DiskRoot::reportsWritten, over);
        // Through the logic thread: what it has handed over by then is in the day.
        m_logic->post([this, date](LogicRoot& logic) {
            logic.endJournal();
            QMetaObject::invokeMethod(
                this,
                [this, date] { m_disk->post([date](DiskRoot& disk) { disk.writeReports(date); }); },
                Qt::QueuedConnection);
        });
        return true;
    case ClosingStep::Send:
        sendDay(date);
        over({});
        return true;
    case ClosingStep::Logs:
        overAfter(m_disk->root(), &DiskRoot::logsCompressed, over);
        m_disk->post([](DiskRoot& disk) { disk.compressLogs(); });
        return true;
    case ClosingStep::BackUpLedger: {
        const QString file =
            backupPath(backupFolder(m_options.dataFolder), date, QStringLiteral("-orders.db"));
        overAfter(m_ledger->root(), &LedgerRoot::backedUp, over);
        m_ledger->post([file](LedgerRoot& ledger) {
            ledger.closeDay();
            ledger.backUp(file);
        });
        return true;
    }
    case ClosingStep::BackUpStore:
        overAfter(m_disk->root(), &DiskRoot::backedUp, over);
        m_disk->post([date](DiskRoot& disk) { disk.backUp(date); });
        return true;
    case ClosingStep::Tidy:
        overAfter(m_disk->root(), &DiskRoot::tidied, over);
        m_disk->post([date](DiskRoot& disk) { disk.tidy(date); });
        return true;
    }
    return false;
}

void Session::awaitBroker(ClosingStep step, const ClosingRoutine::Over& over)
{
    struct Wait
    {
        domain::Timestamp since{};
        int rounds = 0;
    };
    // Several questions may be on their way when the first good answer ends the waiting.
    const QPointer<QTimer> timer{new QTimer{this}};
    const auto wait = std::make_shared<Wait>(Wait{m_clock->now()});
    connect(timer.data(), &QTimer::timeout, this, [this, step, over, timer, wait] {
        m_logic->post([this, step, over, timer, wait](LogicRoot& logic) {
            const bool done = step == ClosingStep::Reconcile
                                  ? logic.desk().reconciledAt() >= wait->since
                                  : logic.desk().openOrders() == 0;
            QMetaObject::invokeMethod(
                this,
                [step, over, timer, wait, done] {
                    if (!timer || !timer->isActive()
                        || (!done && ++wait->rounds < kBrokerRoundsMax)) {
                        return;
                    }
                    timer->stop();
                    timer->deleteLater();
                    over(done ? QString{}
                         : step == ClosingStep::Reconcile
                             ? QStringLiteral("the broker's lists did not come within a minute")
                             : QStringLiteral("orders are still open at the broker"));
                },
                Qt::QueuedConnection);
        });
    });
    timer->start(kBrokerRound);
}
}  // namespace core::engine
