#include "core/kis/environment_options.h"

#include <QDir>

namespace core::kis
{
namespace
{
QString nameOf(domain::EnvironmentKind kind)
{
    switch (kind) {
    case domain::EnvironmentKind::Sim:
        return QStringLiteral("sim");
    case domain::EnvironmentKind::Demo:
        return QStringLiteral("demo");
    case domain::EnvironmentKind::Live:
        return QStringLiteral("live");
    case domain::EnvironmentKind::Replay:
        return QStringLiteral("replay");
    }
    return {};
}
}  // namespace

FeedOptions feedOptions(const config::Environment& environment, const config::FeedSection& feed,
                        std::uint32_t seed)
{
    const HostKind host = environment.mock ? HostKind::Mock : HostKind::Real;
    FeedOptions options;
    options.url = environment.socket;
    options.htsId = environment.credentials.htsId;
    options.host = host;
    options.streams = streamsOf(host, environment.capabilities.operationStream);
    options.registrationLimit = static_cast<std::size_t>(feed.maxRegistrations);
    options.jitterSeed = seed;
    return options;
}

BrokerOptions brokerOptions(const config::Environment& environment,
                            const config::BrokerSection& broker, std::uint32_t seed)
{
    // A simulated market is another one at every start: its token and issues are not kept.
    const bool keeps = environment.kind != domain::EnvironmentKind::Sim;
    BrokerOptions options;
    options.rest = environment.rest;
    options.master = broker.masterUrl.isEmpty() ? environment.master : QUrl{broker.masterUrl};
    options.keys = {environment.credentials.appkey, environment.credentials.appsecret};
    options.account = environment.credentials.account;
    options.environment = nameOf(environment.kind);
    options.mock = environment.mock;
    options.capabilities = environment.capabilities;
    options.callsPerSecond = static_cast<double>(broker.ratePerSecond.units())
                             / static_cast<double>(domain::Percent::kUnitsPerPercent);
    options.tokenFolder = keeps ? environment.dataFolder : QString{};
    options.masterFolder =
        keeps ? QDir{environment.dataFolder}.filePath(QStringLiteral("master")) : QString{};
    options.jitterSeed = seed;
    return options;
}
}  // namespace core::kis
