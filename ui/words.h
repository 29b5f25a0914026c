#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/environment_kind.h"
#include "core/domain/feed.h"
#include "core/domain/health.h"
#include "core/domain/instrument.h"
#include "core/domain/log_entry.h"
#include "core/domain/market_operation.h"
#include "core/domain/screen_result.h"
#include "core/domain/session_calendar.h"

#include <QString>

/// The words for the codes the core returns, in the language of the moment. Log lines and error
/// details stay English; what the trader reads is worded here and nowhere else. UI thread.
namespace ui
{
[[nodiscard]] QString environmentName(core::domain::EnvironmentKind environment);
/// "SIM", "DEMO", "LIVE", "REPLAY": the badge, the same in every language.
[[nodiscard]] QString environmentBadge(core::domain::EnvironmentKind environment);
[[nodiscard]] QString phaseName(core::domain::SessionPhase phase);
[[nodiscard]] QString feedStateName(core::domain::FeedState state);
[[nodiscard]] QString streamName(core::domain::Stream stream);
[[nodiscard]] QString operationName(core::domain::OperationEvent event);
[[nodiscard]] QString rankingName(core::domain::RankingList list);
[[nodiscard]] QString marketName(core::domain::Market market);

[[nodiscard]] QString axisName(core::domain::ScreenAxis axis);
/// An axis value with its unit: 31.4 (억), +0.62 %.
[[nodiscard]] QString axisValueText(core::domain::ScreenAxis axis, std::int64_t value);
[[nodiscard]] QString reasonName(core::domain::ScreenReason reason);
/// "Turnover 3.1, needs 5.0": the reason with its value and limit.
[[nodiscard]] QString whyNotText(const core::domain::WhyNot& why);

[[nodiscard]] QString healthName(core::domain::HealthCheck check);
[[nodiscard]] QString healthStateName(core::domain::HealthState state);
/// What to do when the check is not good; empty when it is.
[[nodiscard]] QString healthHint(core::domain::HealthCheck check, core::domain::HealthState state);

[[nodiscard]] QString severityName(core::domain::Severity severity);
/// What happened, in a sentence.
[[nodiscard]] QString logText(const core::domain::LogEntry& entry);
/// What to do about it; empty where nothing is to be done.
[[nodiscard]] QString logAdvice(core::domain::LogCode code);
}  // namespace ui
