#pragma once

#include "core/config/environment.h"
#include "core/domain/broker_reply.h"
#include "core/domain/desk_snapshot.h"
#include "core/domain/health.h"

#include <optional>
#include <vector>

namespace core::desk
{
/// What the checklist is judged from.
struct HealthFacts
{
    domain::EnvironmentKind environment = domain::EnvironmentKind::Sim;
    config::Capabilities capabilities;
    QString accountMasked;
    const domain::FeedFigures& feed;
    const domain::BrokerFigures& broker;
    const domain::EngineFigures& engine;
    const domain::InstrumentTable* instruments = nullptr;
    const std::optional<domain::BalanceReply>& balance;
    const std::optional<domain::HolidayReply>& holiday;
    bool tradingDay = false;
};

/// The pre-open checklist, one item a HealthCheck, in its order. Pure.
[[nodiscard]] std::vector<domain::HealthItem> healthItems(const HealthFacts& facts);
}  // namespace core::desk
