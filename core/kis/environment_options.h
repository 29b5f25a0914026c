#pragma once

#include "core/config/config.h"
#include "core/config/environment.h"
#include "core/kis/broker_queries.h"
#include "core/kis/feed_session.h"

namespace core::kis
{
/// Everything this room needs to know, out of one environment: no caller puts host, keys and TR
/// ids together by hand. `seed` makes jitter repeatable.
[[nodiscard]] FeedOptions feedOptions(const config::Environment& environment,
                                      const config::FeedSection& feed, std::uint32_t seed);
[[nodiscard]] BrokerOptions brokerOptions(const config::Environment& environment,
                                          const config::Config& config, std::uint32_t seed);
}  // namespace core::kis
