#include "core/config/environment.h"

#include <algorithm>

namespace core::config
{
domain::Percent callsPerSecond(const Config& config, domain::EnvironmentKind kind)
{
    constexpr domain::Percent kDemoMax =
        domain::Percent::fromUnits(8 * domain::Percent::kUnitsPerPercent / 10);
    return kind == domain::EnvironmentKind::Demo ? std::min(config.broker.ratePerSecond, kDemoMax)
                                                 : config.broker.ratePerSecond;
}

Capabilities capabilitiesOf(bool mock)
{
    return {.rankings = !mock,
            .operationStream = !mock,
            .holidayQuery = !mock,
            .openOrderQuery = !mock};
}
}  // namespace core::config
