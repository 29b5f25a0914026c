#pragma once

#include "core/config/config.h"
#include "core/config/secrets.h"
#include "core/domain/environment_kind.h"

#include <QString>
#include <QUrl>

namespace core::config
{
/// What an environment can do. Asking for more is answered here, not by the broker.
struct Capabilities
{
    bool rankings = false;         ///< Ranking lists.
    bool operationStream = false;  ///< Market-operation and expected-price streams.
    bool holidayQuery = false;
    bool openOrderQuery = false;  ///< inquire-psbl-rvsecncl and inquire-psbl-sell.

    friend bool operator==(const Capabilities&, const Capabilities&) = default;
};

/// One world as one value: hosts, credentials, account, data folder, abilities. No code mixes
/// members of two; it is made once at start and shared read-only. Any thread.
struct Environment
{
    domain::EnvironmentKind kind = domain::EnvironmentKind::Sim;
    /// The broker's mock rules apply: other TR ids, page sizes and success codes.
    bool mock = false;
    QUrl rest;
    QUrl socket;
    QUrl master;
    Credentials credentials;
    QString dataFolder;
    Capabilities capabilities;

    friend bool operator==(const Environment&, const Environment&) = default;
};

/// REST calls a second in `kind`: the configured rate, in demo never above 0.8 (the mock host
/// allows one).
[[nodiscard]] domain::Percent callsPerSecond(const Config& config, domain::EnvironmentKind kind);

/// Abilities of the broker's real and mock hosts.
[[nodiscard]] Capabilities capabilitiesOf(bool mock);
}  // namespace core::config
