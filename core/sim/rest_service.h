#pragma once

#include "core/sim/rest_context.h"
#include "core/sim/simulator_counters.h"
#include "core/sim/token_bucket.h"

#include <QCryptographicHash>
#include <QHash>

#include <functional>

namespace core::sim
{
/// The broker's REST side: routes a request to its endpoint after the gateway's checks.
///
/// Checks, in this order: path, credentials, token, rate, TR id. Refusals have the shape and the
/// HTTP status of the real gateway: token limits 403 with `error_code`, gateway errors 500 with the
/// ordinary envelope, business refusals 200.
/// Thread: the simulator's.
class RestService final
{
public:
    RestService(RestContext context, SimulatorCounters& counters);

    /// Takes a line of `POST /sim/control`.
    using ControlLine = std::function<base::Status(const QString&)>;
    void setControl(ControlLine control) { m_control = std::move(control); }

    [[nodiscard]] HttpReply handle(const HttpRequest& request);
    /// The actions token.* and maint.* of the fault plan.
    void act(const FaultRule& rule);

private:
    [[nodiscard]] HttpReply token(const HttpRequest& request);
    [[nodiscard]] HttpReply revoke(const HttpRequest& request);
    [[nodiscard]] HttpReply approval(const HttpRequest& request);
    [[nodiscard]] HttpReply hashKey(const HttpRequest& request);
    [[nodiscard]] HttpReply master(const HttpRequest& request, domain::Market market);
    [[nodiscard]] std::optional<HttpReply> gatewayRefusal(const HttpRequest& request);

    /// `/sim/truth`, `/sim/orders`, `/sim/status`, `/sim/control`: not the broker's, the tests'.
    [[nodiscard]] HttpReply control(const HttpRequest& request);
    /// What the fault plan answers a query with instead of its endpoint.
    [[nodiscard]] std::optional<HttpReply> queryFault(const HttpRequest& request);
    /// What the fault plan does to an answer that is on its way.
    void dressReply(HttpReply& reply);
    [[nodiscard]] bool takeCall();
    [[nodiscard]] bool inMaintenance() const;
    [[nodiscard]] std::chrono::milliseconds tokenInterval() const;
    [[nodiscard]] std::chrono::seconds tokenLife() const;
    [[nodiscard]] std::chrono::milliseconds approvalInterval() const;

    RestContext m_context;
    SimulatorCounters& m_counters;
    CallLimit m_limit;
    ControlLine m_control;
    std::chrono::nanoseconds m_maintenanceUntil{};
    int m_page = 1;
    QByteArray m_token;
    std::chrono::nanoseconds m_tokenAt{};
    std::optional<std::chrono::nanoseconds> m_tokenAskedAt;
    std::optional<std::chrono::nanoseconds> m_approvalAskedAt;
    QHash<int, QByteArray> m_masters;
};
}  // namespace core::sim
