#pragma once

#include "core/sim/broker.h"
#include "core/sim/faults.h"

#include <functional>
#include <vector>

namespace core::sim
{
/// Runs the actions of the fault plan: what happens to issues, the account and the servers.
/// Thread: the simulator's.
class SimControl final
{
public:
    using Sink = std::function<void(const FaultRule&)>;

    /// Forced events are published to `listener`, as the flow's own are.
    SimControl(Exchange& exchange, Broker& broker, FaultPlan& faults, MarketListener& listener);

    /// Takes what belongs to the REST side (token.*, maint.*) and to the market socket (ws.*).
    void setSinks(Sink rest, Sink realtime);

    /// One line of the fault plan; an action without a time is done at once.
    /// Errors: Malformed; NotFound for an issue that is not listed.
    [[nodiscard]] base::Status line(const QString& text);
    /// Actions whose time has come, and the ends of what they began.
    void step();

private:
    struct Ending
    {
        std::int32_t at = 0;
        StockId stock{};
        bool circuit = false;
    };

    [[nodiscard]] base::Status act(const FaultRule& rule);
    [[nodiscard]] base::Status actOnIssue(const FaultRule& rule, StockId id);
    [[nodiscard]] base::Status tellStory(const FaultRule& rule, StockId id);
    [[nodiscard]] base::Status manualOrder(const FaultRule& rule);
    void setVi(StockId id, bool on);
    void setCircuit(bool on);
    void setPhase(const QString& name);

    Exchange& m_exchange;
    Broker& m_broker;
    FaultPlan& m_faults;
    MarketListener& m_listener;
    Sink m_rest;
    Sink m_realtime;
    std::vector<Ending> m_endings;
};
}  // namespace core::sim
