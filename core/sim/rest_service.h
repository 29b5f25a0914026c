#pragma once

#include "core/sim/rest_context.h"
#include "core/sim/simulator_counters.h"
#include "core/sim/token_bucket.h"

#include <QCryptographicHash>
#include <QHash>

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

    [[nodiscard]] HttpReply handle(const HttpRequest& request);

private:
    [[nodiscard]] HttpReply token(const HttpRequest& request);
    [[nodiscard]] HttpReply revoke(const HttpRequest& request);
    [[nodiscard]] HttpReply approval(const HttpRequest& request);
    [[nodiscard]] HttpReply hashKey(const HttpRequest& request);
    [[nodiscard]] HttpReply master(const HttpRequest& request, domain::Market market);
    [[nodiscard]] std::optional<HttpReply> gatewayRefusal(const HttpRequest& request);

    RestContext m_context;
    SimulatorCounters& m_counters;
    TokenBucket m_bucket;
    QByteArray m_token;
    std::chrono::nanoseconds m_tokenAt{};
    std::optional<std::chrono::nanoseconds> m_tokenAskedAt;
    std::optional<std::chrono::nanoseconds> m_approvalAskedAt;
    QHash<int, QByteArray> m_masters;
};
}  // namespace core::sim
