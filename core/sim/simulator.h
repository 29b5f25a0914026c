#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/sim/simulator_counters.h"
#include "core/sim/simulator_endpoint.h"
#include "core/sim/simulator_options.h"
#include "core/sim/truth_log.h"

#include <QObject>

#include <memory>

namespace core::sim
{
/// A KIS-compatible market and broker on loopback.
///
/// Root object of a thread: make it without a parent, move it, call start() there. Everything else
/// is built in start(). `ready` hands out the addresses and keys; the market moves from then on.
/// The counters may be read from any thread and outlive the simulator.
class Simulator final : public QObject
{
    Q_OBJECT

public:
    explicit Simulator(SimulatorOptions options, QObject* parent = nullptr);
    ~Simulator() override;

    [[nodiscard]] std::shared_ptr<const SimulatorCounters> counters() const { return m_counters; }
    /// What happened to orders; may be read from any thread and outlives the simulator.
    [[nodiscard]] std::shared_ptr<const TruthLog> truth() const { return m_truth; }

public Q_SLOTS:
    /// Emits `ready` or `failed`. Blocks its thread while tapes are read and expanded.
    void start();
    /// One line of the fault plan, as `POST /sim/control` takes it. Errors: Malformed, NotFound,
    /// Refused; Busy before `ready`.
    [[nodiscard]] core::base::Status control(const QString& line);

Q_SIGNALS:
    void ready(const core::sim::SimulatorEndpoint& endpoint);
    void failed(const core::base::Error& error);
    /// The last row of the tape has been written to whoever subscribed to it.
    void tapeEnded();

private:
    struct Parts;

    [[nodiscard]] base::Result<SimulatorEndpoint> build();
    [[nodiscard]] base::Result<SimulatorEndpoint> serve();
    void step();

    SimulatorOptions m_options;
    std::shared_ptr<SimulatorCounters> m_counters;
    std::shared_ptr<TruthLog> m_truth;
    std::unique_ptr<Parts> m_parts;
};
}  // namespace core::sim
