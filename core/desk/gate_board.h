#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/environment_kind.h"
#include "core/domain/feed.h"
#include "core/domain/session_calendar.h"
#include "core/domain/trading_view.h"

#include <map>
#include <optional>
#include <vector>

namespace core::desk
{
/// What the gate's state is judged from. All of it as of the same instant.
struct GateFacts
{
    domain::EnvironmentKind environment = domain::EnvironmentKind::Sim;
    domain::Timestamp now{};
    domain::SessionPhase phase = domain::SessionPhase::Closed;
    bool tradingDay = false;
    domain::Arming arming = domain::Arming::Unarmed;
    QString armingCause{};  ///< Why it was disarmed, a code word.
    domain::KillLevel kill = domain::KillLevel::None;
    QString killCause{};  ///< A code word; empty = the trader.
    domain::FeedFigures feed{};
    bool noticesRegistered = false;
    domain::TokenState token = domain::TokenState::None;
    std::optional<domain::Timestamp> listsAt{};  ///< Newest complete list or balance.
    bool listFailing = false;                    ///< The newest question brought nothing.
    bool reconciled = false;
    bool ledgerFailed = false;
    bool ledgerCorrupt = false;
    std::optional<std::chrono::milliseconds> skew{};
    int mismatches = 0;
    int unknownOrders = 0;
    int unknownsToday = 0;
    std::map<domain::GateCause, QString> latches{};
    std::optional<domain::Timestamp> latencyUntil{};
    bool presenceLost = false;
};

/// Every reason why the gate is not open, in the order of `GateCause`. Pure.
/// Source: reliability section 3 (RC-01, 02, 19 to 29) and its fault rows.
[[nodiscard]] std::vector<domain::GateReason> gateReasons(const GateFacts& facts);

/// The strictest of the reasons; Open without one.
[[nodiscard]] domain::GateState gateState(const std::vector<domain::GateReason>& reasons);
}  // namespace core::desk
