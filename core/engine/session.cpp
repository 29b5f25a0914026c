#include "core/engine/session.h"

#include "core/base/crash_point.h"
#include "core/base/log.h"
#include "core/base/process.h"
#include "core/config/config_file.h"
#include "core/engine/backup_store.h"
#include "core/engine/journal_opening.h"
#include "core/engine/run_report.h"
#include "core/kis/environment_options.h"
#include "core/kis/hosts.h"
#include "core/tape/tape.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTimer>

#include <algorithm>

namespace core::engine
{
namespace
{
using namespace std::chrono_literals;

// After the last row: time for what the simulator wrote to come out of the socket.
constexpr int kSettleRoundsMax = 50;
constexpr std::chrono::milliseconds kSettleRound{100};
constexpr std::chrono::seconds kTapeMargin{2};
constexpr std::chrono::seconds kDiskEvery{30};

std::vector<domain::Symbol> largestFirst(std::vector<tape::TapeListing> listings)
{
    std::stable_sort(
        listings.begin(), listings.end(),
        [](const tape::TapeListing& a, const tape::TapeListing& b) { return a.volume > b.volume; });
    std::vector<domain::Symbol> symbols;
    for (const tape::TapeListing& listing : listings) {
        symbols.push_back(listing.symbol);
    }
    return symbols;
}
/// Reports speak as the window does.
report::Language languageOf(config::Language wanted)
{
    const bool english =
        wanted == config::Language::English
        || (wanted == config::Language::System && QLocale::system().language() != QLocale::Korean);
    return english ? report::Language::English : report::Language::Korean;
}
}  // namespace

Session::Session(SessionOptions options, QObject* parent)
    : api::Terminal{parent},
      m_options{std::move(options)},
      m_mailbox{std::make_shared<SnapshotMailbox>()},
      m_closing{[this](domain::ClosingStep step, domain::TradingDate date,
                       const ClosingRoutine::Over& over) { return closingStep(step, date, over); }}
{
    connect(&m_closing, &ClosingRoutine::changed, this, &Session::tellClosing);
    connect(&m_closing, &ClosingRoutine::changed, this, &Session::closingChanged);
    base::keepOpenSslToTheEnd();
}

Session::~Session()
{
    m_logic.reset();
    m_ledger.reset();  // Writes everything it was handed, then closes.
    m_disk.reset();    // So does this.
    m_notifier.reset();
    m_net.reset();
    m_simulator.reset();
}

void Session::start()
{
    if (m_options.config.env != domain::EnvironmentKind::Sim) {
        beginAtBroker();
        return;
    }
    if (m_options.joined) {
        simulatorReady(*m_options.joined);
        return;
    }
    if (!m_options.simulator.tapes.isEmpty()) {
        const base::Result<tape::Tape> tape =
            tape::loadTapes(m_options.simulator.tapes, m_options.simulator.date);
        if (!tape) {
            Q_EMIT failed(tape.error());
            return;
        }
        m_pinned = largestFirst(tape->listings());
        m_tapeEnd = domain::fromKst(tape->date, std::chrono::milliseconds{tape->lastAt()});
    }
    m_simulator = std::make_unique<WorkerThread<sim::Simulator>>(
        QStringLiteral("sim"), std::make_unique<sim::Simulator>(m_options.simulator));
    m_written = m_simulator->root()->counters();
    connect(m_simulator->root(), &sim::Simulator::ready, this, &Session::simulatorReady);
    connect(m_simulator->root(), &sim::Simulator::failed, this, &Session::failed);
    m_simulator->begin();
}

void Session::beginAtBroker()
{
    config::Environment environment;
    environment.kind = m_options.config.env;
    environment.mock = environment.kind == domain::EnvironmentKind::Demo;
    const kis::Hosts hosts =
        kis::hostsOf(environment.mock ? kis::HostKind::Mock : kis::HostKind::Real);
    environment.rest = hosts.rest;
    environment.socket = hosts.socket;
    environment.master = hosts.master;
    environment.credentials = m_options.credentials;
    environment.dataFolder = m_options.dataFolder;
    environment.capabilities = config::capabilitiesOf(environment.mock);
    config::hideFromLog(environment.credentials);
    begin(environment, std::make_shared<base::MachineClock>());
}

void Session::simulatorReady(const sim::SimulatorEndpoint& endpoint)
{
    config::Environment environment;
    environment.kind = domain::EnvironmentKind::Sim;
    environment.mock = endpoint.profile == sim::Profile::Mock;
    environment.rest = QUrl{endpoint.rest};
    environment.socket = QUrl{endpoint.ws + QStringLiteral("/tryitout")};
    environment.master = QUrl{endpoint.rest};
    environment.credentials = {.appkey = endpoint.appKey,
                               .appsecret = endpoint.appSecret,
                               .account = endpoint.account,
                               .htsId = endpoint.htsId};
    environment.dataFolder = m_options.dataFolder;
    environment.capabilities = config::capabilitiesOf(environment.mock);
    config::hideFromLog(environment.credentials);
    const base::MachineClock machine;
    begin(environment, std::make_shared<base::ScaledClock>(
                           endpoint.marketTimeAt(machine.monotonic()), endpoint.speed));
}

LogicOptions Session::logicOptions(const config::Environment& environment,
                                   const orders::LedgerContent& ledger) const
{
    LogicOptions options;
    options.desk.config = m_options.config;
    options.desk.environment = environment.kind;
    options.desk.capabilities = environment.capabilities;
    options.desk.account = config::accountDigits(environment.credentials.account);
    options.desk.accountMasked = config::maskedAccount(environment.credentials.account);
    options.desk.configHash = config::configHash(m_options.config);
    options.desk.calendar = m_options.calendar;
    options.desk.taxes = m_options.taxes;
    options.desk.ledger = ledger;
    options.desk.pinned = m_pinned;
    options.desk.universe = m_options.universe;
    // Between the rows of a sampled recording the simulator makes trades that add up, so even
    // there a missing share would be one that was lost on the way.
    options.desk.gaps = market::GapPolicy::Derive;
    // A quarter of a second of a busy machine, in the clock's own time.
    constexpr double kBusyMs = 250;
    options.desk.clockSlack =
        std::max(options.desk.clockSlack,
                 std::chrono::milliseconds{static_cast<std::int64_t>(kBusyMs * m_clock->speed())});
    options.feed = kis::feedOptions(environment, m_options.config.feed,
                                    QRandomGenerator::global()->generate());
    options.silence = m_tapeEnd ? Silence::MeansNothing : Silence::MeansTrouble;
    options.clock = m_clock;
    options.mailbox = m_mailbox;
    return options;
}

LedgerOptions Session::ledgerOptions(const config::Environment& environment) const
{
    LedgerOptions options;
    options.folder = environment.dataFolder;
    options.owner = config::environmentName(environment.kind) + u'/'
                    + config::accountDigits(environment.credentials.account);
    options.start = m_isAccountNew ? LedgerStart::Anew : LedgerStart::GoOn;
    return options;
}

DiskOptions Session::diskOptions(const config::Environment& environment,
                                 const LogicOptions& logic) const
{
    DiskOptions options;
    const QString folder = environment.dataFolder;
    options.journal.folder = folder + QStringLiteral("/journal");
    options.journal.account = logic.desk.account;
    options.journal.opening = journalOpening(logic.desk, m_clock->speed());
    options.journal.isAnew = m_isAccountNew;
    options.store.folder = folder;
    options.store.databaseUrl = m_options.config.records.databaseUrl;
    options.store.password = m_options.databasePassword;
    options.store.environment = environment.kind;
    options.store.desk = deskName(folder);
    options.files.reports = folder + QStringLiteral("/reports");
    options.files.backups = backupFolder(folder);
    options.logs = base::logFolderIn(folder);
    options.files.language = languageOf(m_options.config.ui.language);
    options.files.keepBars = m_options.config.records.keepBars;
    options.files.keepDecisions = m_options.config.records.keepDecisions;
    options.files.keepJournals = m_options.config.records.keepJournals;
    options.calendar = m_options.calendar;
    options.run = m_clock->now().time_since_epoch().count();
    options.isAnew = options.journal.isAnew;
    options.today = domain::kstDate(m_clock->now());
    return options;
}

/// An embedded simulation is a new account each time; one that is joined goes on.
bool Session::isAccountNew(const config::Environment& environment) const
{
    return environment.kind == domain::EnvironmentKind::Sim && !m_options.joined;
}

void Session::begin(const config::Environment& environment,
                    std::shared_ptr<const base::Clock> clock)
{
    m_clock = std::move(clock);
    m_isAccountNew = isAccountNew(environment);
    m_ledger = std::make_unique<WorkerThread<LedgerRoot>>(
        QStringLiteral("ledger"), std::make_unique<LedgerRoot>(ledgerOptions(environment)));
    connect(m_ledger->root(), &LedgerRoot::loaded, this,
            [this, environment](const orders::LedgerContent& ledger) {
                ledgerLoaded(environment, ledger);
            });
    connect(m_ledger->root(), &LedgerRoot::failed, this, [this](const base::Error& error) {
        if (error.code != base::ErrorCode::Busy) {  // Held by another program: it tries again.
            Q_EMIT failed(error);
        }
    });
    m_ledger->begin();
}

void Session::ledgerLoaded(const config::Environment& environment,
                           const orders::LedgerContent& ledger)
{
    m_net = std::make_unique<WorkerThread<NetRoot>>(
        QStringLiteral("net"),
        std::make_unique<NetRoot>(NetOptions{environment, m_options.config, m_clock}));
    CRASH_POINT(StartBeforeFold);
    const LogicOptions logic = logicOptions(environment, ledger);
    m_disk = std::make_unique<WorkerThread<DiskRoot>>(
        QStringLiteral("disk"), std::make_unique<DiskRoot>(diskOptions(environment, logic)));
    m_logic = std::make_unique<WorkerThread<LogicRoot>>(QStringLiteral("logic"),
                                                        std::make_unique<LogicRoot>(logic));
    wire();
    wireDisk();
    wireNotifier(environment);
    m_notifier->begin();
    m_disk->begin();
    m_net->begin();
    m_logic->begin();
    for (domain::EventPayload& early : std::exchange(m_early, {})) {
        command(std::move(early));
    }
    m_second = std::make_unique<QTimer>();
    connect(m_second.get(), &QTimer::timeout, this, &Session::watchForTheEnd);
    m_second->start(std::clamp(static_cast<int>(1000.0 / m_clock->speed()), 50, 1000));
    measureDisk();
    m_diskTimer = std::make_unique<QTimer>();
    connect(m_diskTimer.get(), &QTimer::timeout, this, &Session::measureDisk);
    m_diskTimer->start(kDiskEvery);
}

void Session::wire()
{
    LogicRoot* logic = m_logic->root();
    NetRoot* net = m_net->root();
    connect(logic, &LogicRoot::wants, net, &NetRoot::ask);
    connect(logic, &LogicRoot::approvalNeeded, net, &NetRoot::issueApproval);
    connect(net, &NetRoot::replied, logic, &LogicRoot::take);
    connect(net, &NetRoot::approved, logic, &LogicRoot::setApprovalKey);
    connect(net, &NetRoot::approvalFailed, logic, &LogicRoot::approvalFailed);
    if (m_options.config.env != domain::EnvironmentKind::Sim) {
        // The simulator's clock is ours; its replies carry the machine's date.
        connect(net, &NetRoot::clockSkewMeasured, logic, [logic](std::chrono::milliseconds offset) {
            logic->take(domain::ClockSkew{offset});
        });
    }
    // The intent is durable before the first byte: an order reaches the net thread only from
    // the ledger, never from the desk.
    connect(logic, &LogicRoot::records, m_ledger->root(), &LedgerRoot::record);
    connect(m_ledger->root(), &LedgerRoot::release, net, &NetRoot::send);
    connect(m_ledger->root(), &LedgerRoot::replied, logic, &LogicRoot::take);
    connect(net, &NetRoot::instrumentsReady, this,
            [this](const domain::InstrumentsPtr& instruments) { m_instruments = instruments; });
}

domain::SnapshotPtr Session::takeSnapshot()
{
    return m_mailbox->take();
}

void Session::command(domain::EventPayload payload)
{
    if (!m_logic) {
        m_early.push_back(std::move(payload));  // The simulator is still starting.
        return;
    }
    m_logic->post([payload = std::move(payload)](LogicRoot& logic) mutable {
        logic.take(std::move(payload));
    });
}

void Session::screenNow()
{
    command(domain::ScreenNow{});
}

void Session::selectSymbol(const domain::Symbol& symbol)
{
    command(domain::SelectSymbol{symbol});
}

void Session::watchChart(int pane, const domain::ChartRequest& request)
{
    command(domain::WatchChart{pane, request});
}

void Session::unwatchChart(int pane)
{
    command(domain::WatchChart{pane, std::nullopt});
}

void Session::perform(const domain::Command& wish)
{
    std::visit([this](const auto& one) { command(one); }, wish);
}

std::vector<domain::Instrument> Session::findInstruments(const QString& text, int countMax) const
{
    std::vector<domain::Instrument> exact;
    std::vector<domain::Instrument> within;
    const QString wanted = text.trimmed();
    if (!m_instruments || wanted.isEmpty() || countMax <= 0) {
        return exact;
    }
    for (const auto& [symbol, instrument] : m_instruments->bySymbol) {
        const QString code = symbol.toString();
        if (code.startsWith(wanted, Qt::CaseInsensitive)
            || instrument.name.startsWith(wanted, Qt::CaseInsensitive)) {
            exact.push_back(instrument);
        } else if (instrument.name.contains(wanted, Qt::CaseInsensitive)
                   || code.contains(wanted, Qt::CaseInsensitive)) {
            within.push_back(instrument);
        }
    }
    // Larger names first: the one a trader means is seldom the smallest.
    const auto larger = [](const domain::Instrument& a, const domain::Instrument& b) {
        return a.marketValueEok.value_or(0) > b.marketValueEok.value_or(0);
    };
    std::stable_sort(exact.begin(), exact.end(), larger);
    std::stable_sort(within.begin(), within.end(), larger);
    exact.insert(exact.end(), within.begin(), within.end());
    exact.resize(std::min(exact.size(), static_cast<std::size_t>(countMax)));
    return exact;
}

void Session::measureDisk()
{
    const QStorageInfo storage{m_options.dataFolder};
    constexpr std::int64_t kMiB = 1024 * 1024;
    const std::int64_t freeMiB = storage.isValid() ? storage.bytesAvailable() / kMiB : -1;
    m_logic->post([freeMiB](LogicRoot& logic) { logic.setDiskFree(freeMiB); });
}

void Session::watchForTheEnd()
{
    watchClosing();
    if (!m_options.exitAtClose || m_finishing || m_closing.isRunning()) {
        return;
    }
    const domain::Timestamp now = m_clock->now();
    const std::optional<domain::SessionSchedule> day =
        m_options.calendar.schedule(domain::kstDate(now));
    domain::Timestamp end = day ? day->closeAt() + kClosingRoutineAfter : now;
    if (m_tapeEnd) {
        end = std::max(end, *m_tapeEnd + kTapeMargin);
    }
    if (now >= end) {
        finish();
    }
}

void Session::finish()
{
    if (m_finishing) {
        return;
    }
    m_finishing = true;
    m_settleRounds = 0;
    command(domain::SettleDay{});
    settle();
}

void Session::settle()
{
    if (!m_logic) {
        Q_EMIT sessionFinished(1);
        return;
    }
    // The simulator's last records may still be in the socket: ask until both counts agree.
    m_logic->post([this](LogicRoot& logic) {
        const RunFigures figures = logic.figures();
        QMetaObject::invokeMethod(
            this,
            [this, figures] {
                // Taken with the figures: the simulator goes on while the day is written.
                if (m_written) {
                    m_writtenAtEnd = m_written->records();
                }
                const bool complete =
                    !m_written || m_writtenAtEnd == static_cast<std::int64_t>(figures.feed.records);
                if (complete || ++m_settleRounds >= kSettleRoundsMax) {
                    settleDisk(figures);
                } else {
                    QTimer::singleShot(kSettleRound, this, &Session::settle);
                }
            },
            Qt::QueuedConnection);
    });
}

void Session::settleDisk(const RunFigures& figures)
{
    const domain::TradingDate date = domain::kstDate(m_clock->now());
    auto* waits = new QObject{this};
    connect(m_disk->root(), &DiskRoot::reportsWritten, waits,
            [this, waits, figures](const domain::DayPtr& day, const QString& problem) {
                waits->deleteLater();
                if (!problem.isEmpty()) {
                    qCCritical(base::lcDisk).noquote() << problem;
                }
                report(figures, day);
            });
    // Behind what the logic thread has handed over: the day is complete when it is read.
    m_logic->post([this, date](LogicRoot& logic) {
        logic.endJournal();
        QMetaObject::invokeMethod(
            this,
            [this, date] { m_disk->post([date](DiskRoot& disk) { disk.writeReports(date); }); },
            Qt::QueuedConnection);
    });
}

void Session::report(const RunFigures& figures, const domain::DayPtr& day)
{
    int exitCode = 0;
    if (!m_options.reportFile.isEmpty()) {
        ReportFacts facts;
        facts.figures = figures;
        facts.day = day;
        facts.written = m_writtenAtEnd;
        facts.logWarnings = base::warningCount();
        const base::Status status = writeReport(m_options.reportFile, facts);
        if (!status) {
            qCCritical(base::lcApp).noquote() << status.error().detail;
            exitCode = 1;
        }
    }
    Q_EMIT sessionFinished(exitCode);
}
}  // namespace core::engine

#include "moc_session.cpp"
