#pragma once

#include "core/engine/session.h"
#include "core/engine/worker_thread.h"
#include "core/sim/script.h"
#include "core/sim/simulator.h"
#include "core/sim/truth_log.h"

#include <QTemporaryDir>

#include <map>
#include <memory>
#include <set>

/// A script played on the whole terminal without its window: every thread, every socket, the
/// ledger on disk, against the simulator in a thread of its own, which outlives a crash.
///
/// Market time runs `speed` times faster than the machine's; what a script allows in seconds is
/// market time.
namespace test
{
namespace domain = core::domain;
namespace sim = core::sim;

class ScriptDesk final : public sim::ScriptHost
{
public:
    explicit ScriptDesk(double speed) : m_speed{speed} {}
    ~ScriptDesk() override;

    [[nodiscard]] core::base::Status act(const sim::ScriptLine& action) override;
    [[nodiscard]] core::base::Status fault(const QString& line) override;
    [[nodiscard]] std::optional<QString> mismatch(const sim::ScriptLine& expectation) override;
    [[nodiscard]] core::base::Status advance(std::chrono::milliseconds by) override;
    [[nodiscard]] domain::TimeOfDay now() const override;

private:
    [[nodiscard]] core::base::Status start(const sim::ScriptLine& line);
    [[nodiscard]] core::base::Status open();
    [[nodiscard]] core::base::Status watch(const domain::Symbol& symbol);
    [[nodiscard]] core::base::Status place(const sim::ScriptLine& line, domain::Side side);
    [[nodiscard]] core::base::Status send(const QString& alias,
                                          const domain::OrderRequest& request);
    [[nodiscard]] std::optional<domain::Price> priceOf(const domain::Symbol& symbol,
                                                       const QString& word) const;
    [[nodiscard]] const domain::Order* order(const QString& alias) const;
    [[nodiscard]] std::optional<QString> orderMismatch(const QStringList& words) const;
    [[nodiscard]] std::optional<QString> truthMismatch(const QStringList& words) const;
    [[nodiscard]] std::optional<QString> equalMismatch() const;
    [[nodiscard]] std::optional<QString> alarmMismatch(const QString& word) const;
    [[nodiscard]] std::optional<QString> decisionMismatch(const QStringList& words) const;
    [[nodiscard]] std::optional<QString> metMismatch(const QStringList& words) const;
    [[nodiscard]] std::optional<QString> movesMismatch(const QStringList& words) const;
    void letRulesTrade(const QStringList& words);
    void release();
    void take();
    /// Lets threads and sockets work until `enough` or the patience is over.
    template <typename Enough>
    [[nodiscard]] bool waitFor(Enough enough, int machineMs = 20'000);
    [[nodiscard]] domain::Timestamp marketNow() const;
    [[nodiscard]] const domain::TradingView& view() const { return *m_shot->trading; }

    double m_speed;
    QTemporaryDir m_folder;
    std::unique_ptr<core::engine::WorkerThread<sim::Simulator>> m_simulator;
    std::optional<sim::SimulatorEndpoint> m_endpoint;
    std::unique_ptr<core::engine::Session> m_session;
    domain::SnapshotPtr m_shot;
    std::vector<domain::Symbol> m_listed;  ///< All issues of the simulator.
    std::map<QString, domain::ClientOrderId> m_orders;
    std::set<domain::ClientOrderId> m_seen;
    std::uint64_t m_asks = 0;
};
}  // namespace test
