#pragma once

#include "core/api/terminal.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/config/environment.h"
#include "core/domain/session_calendar.h"
#include "core/domain/tax_table.h"
#include "core/engine/closing_routine.h"
#include "core/engine/disk_root.h"
#include "core/engine/ledger_root.h"
#include "core/engine/logic_root.h"
#include "core/engine/net_root.h"
#include "core/engine/worker_thread.h"
#include "core/notify/notifier.h"
#include "core/sim/simulator.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

namespace core::engine
{
/// Closing prints come until 15:30:32; the day is over five minutes after the close.
inline constexpr std::chrono::minutes kClosingRoutineAfter{5};

/// What one run of the terminal is: an environment and how it is to end.
struct SessionOptions
{
    config::Config config;
    domain::SessionCalendar calendar;
    domain::TaxTable taxes;
    QString dataFolder;
    /// Demo and live: who we are. Empty in the simulation, which hands out its own.
    config::Credentials credentials;
    /// Simulation: the embedded simulator's options, or the one to join.
    sim::SimulatorOptions simulator;
    std::optional<sim::SimulatorEndpoint> joined;
    std::vector<domain::Symbol> universe;
    bool exitAtClose = false;
    QString reportFile;                               ///< Empty = no report.
    QString databasePassword;                         ///< Of `records.database_url`.
    std::optional<config::TelegramSecrets> telegram;  ///< Empty: nothing leaves the machine.
    /// The service as tests put it elsewhere; no configuration key reaches this.
    QUrl telegramUrl{QString::fromLatin1(notify::kTelegramUrl)};
};

/// One session: makes the threads, wires them, and is the window's `api::Terminal`.
///
/// Start-up runs upstream to downstream (simulator, then net and logic), shutdown the other way:
/// the destructor stops the feed first and the simulator last.
/// Thread: UI.
class Session final : public api::Terminal
{
    Q_OBJECT

public:
    explicit Session(SessionOptions options, QObject* parent = nullptr);
    ~Session() override;

    /// Returns at once; `failed` tells if it came to nothing.
    void start();

    [[nodiscard]] domain::SnapshotPtr takeSnapshot() override;
    [[nodiscard]] const config::Config& configuration() const override { return m_options.config; }
    void screenNow() override;
    void selectSymbol(const domain::Symbol& symbol) override;
    void watchChart(int pane, const domain::ChartRequest& request) override;
    void unwatchChart(int pane) override;
    void perform(const domain::Command& command) override;
    [[nodiscard]] std::vector<domain::Instrument> findInstruments(const QString& text,
                                                                  int countMax) const override;

    void wantDays() override;
    void wantDay(domain::TradingDate date) override;
    void exportDay(domain::TradingDate date, domain::ReportFormat format,
                   const QString& path) override;

    void sendDay(domain::TradingDate date) override;
    [[nodiscard]] QString whyNotSendable() const override;
    void cancelClosing() override;
    [[nodiscard]] std::vector<domain::TradingDate> backups() const override;
    [[nodiscard]] base::Status restoreAtNextStart(domain::TradingDate date) override;
    [[nodiscard]] std::vector<domain::TextLogLine> textLog(std::uint64_t after) const override;

    /// Ends the session now: waits for what is on the way, writes the report, then
    /// `sessionFinished`.
    void finish();

Q_SIGNALS:
    void failed(const core::base::Error& error);

private:
    void beginAtBroker();
    void simulatorReady(const sim::SimulatorEndpoint& endpoint);
    void begin(const config::Environment& environment, std::shared_ptr<const base::Clock> clock);
    [[nodiscard]] LedgerOptions ledgerOptions(const config::Environment& environment) const;
    void ledgerLoaded(const config::Environment& environment, const orders::LedgerContent& ledger);
    [[nodiscard]] LogicOptions logicOptions(const config::Environment& environment,
                                            const orders::LedgerContent& ledger) const;
    void wire();
    [[nodiscard]] DiskOptions diskOptions(const config::Environment& environment,
                                          const LogicOptions& logic) const;
    [[nodiscard]] bool isAccountNew(const config::Environment& environment) const;
    void wireDisk();
    void command(domain::EventPayload payload);
    void watchForTheEnd();
    void settle();
    void wireNotifier(const config::Environment& environment);
    void obey(const notify::CommandWish& wish);
    void watchClosing();
    void tellClosing(const domain::ClosingView& view);
    [[nodiscard]] bool closingStep(domain::ClosingStep step, domain::TradingDate date,
                                   const ClosingRoutine::Over& over);
    void awaitBroker(domain::ClosingStep step, const ClosingRoutine::Over& over);
    template <typename Root, typename Signal>
    void overAfter(Root* root, Signal signal, const ClosingRoutine::Over& over);
    void settleDisk(const RunFigures& figures);
    void report(const RunFigures& figures, const domain::DayPtr& day);
    void measureDisk();

    SessionOptions m_options;
    std::shared_ptr<SnapshotMailbox> m_mailbox;
    std::shared_ptr<const base::Clock> m_clock;
    std::vector<domain::Symbol> m_pinned;
    std::vector<domain::EventPayload> m_early;  ///< Commands from before there was a desk.
    std::optional<domain::Timestamp> m_tapeEnd;
    domain::InstrumentsPtr m_instruments;
    std::shared_ptr<const sim::SimulatorCounters> m_written;
    std::unique_ptr<QTimer> m_second;
    std::unique_ptr<QTimer> m_diskTimer;
    bool m_finishing = false;
    int m_settleRounds = 0;
    std::optional<std::int64_t> m_writtenAtEnd;  ///< By the embedded simulator, when it was over.
    ClosingRoutine m_closing;
    std::optional<domain::TradingDate> m_closedDay;  ///< Its closing routine has run.
    bool m_isAccountNew = false;

    // Declared upstream first: destroyed the other way round.
    std::unique_ptr<WorkerThread<sim::Simulator>> m_simulator;
    std::unique_ptr<WorkerThread<notify::Notifier>> m_notifier;
    std::unique_ptr<WorkerThread<NetRoot>> m_net;
    std::unique_ptr<WorkerThread<DiskRoot>> m_disk;
    std::unique_ptr<WorkerThread<LedgerRoot>> m_ledger;
    std::unique_ptr<WorkerThread<LogicRoot>> m_logic;
};
}  // namespace core::engine
