#include "core/kis/environment_options.h"

#include "core/config/config_file.h"

#include <QDir>

namespace core::kis
{
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

BrokerOptions brokerOptions(const config::Environment& environment, const config::Config& config,
                            std::uint32_t seed)
{
    // A simulated market is another one at every start: its token and issues are not kept.
    const bool keeps = environment.kind != domain::EnvironmentKind::Sim;
    BrokerOptions options;
    options.rest = environment.rest;
    options.master =
        config.broker.masterUrl.isEmpty() ? environment.master : QUrl{config.broker.masterUrl};
    options.keys = {environment.credentials.appkey, environment.credentials.appsecret};
    options.account = environment.credentials.account;
    options.environment = config::environmentName(environment.kind);
    options.mock = environment.mock;
    options.capabilities = environment.capabilities;
    options.callsPerSecond =
        static_cast<double>(config::callsPerSecond(config, environment.kind).units())
        / static_cast<double>(domain::Percent::kUnitsPerPercent);
    options.tokenFolder = keeps ? environment.dataFolder : QString{};
    options.masterFolder =
        keeps ? QDir{environment.dataFolder}.filePath(QStringLiteral("master")) : QString{};
    options.jitterSeed = seed;
    return options;
}
}  // namespace core::kis
