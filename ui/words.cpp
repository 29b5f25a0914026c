#include "ui/words.h"

#include "ui/format.h"

#include <QCoreApplication>

namespace ui
{
namespace domain = core::domain;
using domain::EnvironmentKind;
using domain::FeedState;
using domain::HealthCheck;
using domain::HealthState;
using domain::ScreenAxis;
using domain::ScreenReason;
using domain::SessionPhase;

namespace
{
/// Gives the translations of this file one context.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Words)
};
}  // namespace

QString environmentName(EnvironmentKind environment)
{
    switch (environment) {
    case EnvironmentKind::Sim:
        return Words::tr("Simulation");
    case EnvironmentKind::Demo:
        return Words::tr("Demo account");
    case EnvironmentKind::Live:
        return Words::tr("Live trading");
    case EnvironmentKind::Replay:
        return Words::tr("Replay");
    }
    return {};
}

QString environmentBadge(EnvironmentKind environment)
{
    switch (environment) {
    case EnvironmentKind::Sim:
        return QStringLiteral("SIM");
    case EnvironmentKind::Demo:
        return QStringLiteral("DEMO");
    case EnvironmentKind::Live:
        return QStringLiteral("LIVE");
    case EnvironmentKind::Replay:
        return QStringLiteral("REPLAY");
    }
    return {};
}

QString phaseName(SessionPhase phase)
{
    switch (phase) {
    case SessionPhase::Closed:
        return Words::tr("Closed", "session phase");
    case SessionPhase::PreOpen:
        return Words::tr("Before the open", "session phase");
    case SessionPhase::OpeningAuction:
        return Words::tr("Opening auction", "session phase");
    case SessionPhase::Continuous:
        return Words::tr("Regular session", "session phase");
    case SessionPhase::ClosingAuction:
        return Words::tr("Closing auction", "session phase");
    case SessionPhase::AfterClose:
        return Words::tr("After the close", "session phase");
    case SessionPhase::AfterMarket:
        return Words::tr("After-market", "session phase");
    }
    return {};
}

QString feedStateName(FeedState state)
{
    switch (state) {
    case FeedState::Idle:
        return Words::tr("idle", "feed state");
    case FeedState::Approving:
        return Words::tr("approving", "feed state");
    case FeedState::Connecting:
        return Words::tr("connecting", "feed state");
    case FeedState::Registering:
        return Words::tr("registering", "feed state");
    case FeedState::Live:
        return Words::tr("live", "feed state");
    case FeedState::Waiting:
        return Words::tr("reconnecting", "feed state");
    case FeedState::Stopped:
        return Words::tr("stopped", "feed state");
    }
    return {};
}

QString streamName(domain::Stream stream)
{
    switch (stream) {
    case domain::Stream::Trade:
        return Words::tr("Trades", "real-time stream");
    case domain::Stream::Quote:
        return Words::tr("Quotes", "real-time stream");
    case domain::Stream::Expected:
        return Words::tr("Expected prices", "real-time stream");
    case domain::Stream::Operation:
        return Words::tr("Market operation", "real-time stream");
    case domain::Stream::Notice:
        return Words::tr("Execution notices", "real-time stream");
    }
    return {};
}

QString operationName(domain::OperationEvent event)
{
    switch (event) {
    case domain::OperationEvent::None:
        return Words::tr("state of an issue", "market operation");
    case domain::OperationEvent::OpeningAuction:
        return Words::tr("opening auction", "market operation");
    case domain::OperationEvent::Open:
        return Words::tr("open", "market operation");
    case domain::OperationEvent::ClosingAuction:
        return Words::tr("closing auction", "market operation");
    case domain::OperationEvent::Close:
        return Words::tr("close", "market operation");
    case domain::OperationEvent::Halt:
        return Words::tr("market suspended", "market operation");
    case domain::OperationEvent::CircuitBreaker:
        return Words::tr("circuit breaker", "market operation");
    case domain::OperationEvent::CircuitBreakerEnd:
        return Words::tr("circuit breaker over", "market operation");
    case domain::OperationEvent::SidecarOn:
        return Words::tr("sidecar", "market operation");
    case domain::OperationEvent::SidecarOff:
        return Words::tr("sidecar over", "market operation");
    case domain::OperationEvent::Countdown:
        return Words::tr("countdown", "market operation");
    case domain::OperationEvent::AfterHours:
        return Words::tr("after hours", "market operation");
    case domain::OperationEvent::Unknown:
        return Words::tr("unknown code", "market operation");
    }
    return {};
}

QString rankingName(domain::RankingList list)
{
    switch (list) {
    case domain::RankingList::TradedValue:
        return Words::tr("traded value", "ranking list");
    case domain::RankingList::VolumeSurge:
        return Words::tr("volume surge", "ranking list");
    case domain::RankingList::FluctuationUp:
        return Words::tr("fluctuation", "ranking list");
    case domain::RankingList::TradeStrength:
        return Words::tr("trade strength", "ranking list");
    }
    return {};
}

QString marketName(domain::Market market)
{
    switch (market) {
    case domain::Market::Kospi:
        return Words::tr("KOSPI");
    case domain::Market::Kosdaq:
        return Words::tr("KOSDAQ");
    }
    return {};
}

QString axisName(ScreenAxis axis)
{
    switch (axis) {
    case ScreenAxis::Liquidity:
        return Words::tr("Liquidity", "screener axis");
    case ScreenAxis::Turnover:
        return Words::tr("Turnover", "screener axis: traded value of 5 minutes");
    case ScreenAxis::Volatility:
        return Words::tr("Volatility", "screener axis");
    case ScreenAxis::Spread:
        return Words::tr("Spread", "screener axis");
    case ScreenAxis::Momentum:
        return Words::tr("Momentum", "screener axis");
    }
    return {};
}

QString axisValueText(ScreenAxis axis, std::int64_t value)
{
    switch (axis) {
    case ScreenAxis::Liquidity:
    case ScreenAxis::Turnover:
        return Words::tr("%1 × ₩100m", "traded value").arg(eokText(domain::Won{value}));
    case ScreenAxis::Volatility:
    case ScreenAxis::Spread:
        return unsignedPercentText(value);
    case ScreenAxis::Momentum:
        return percentText(value);
    }
    return {};
}

QString reasonName(ScreenReason reason)
{
    switch (reason) {
    case ScreenReason::NotInMaster:
        return Words::tr("Not in the master files");
    case ScreenReason::NotAStock:
        return Words::tr("ETF, ETN, ELW, REIT or fund");
    case ScreenReason::Spac:
        return Words::tr("SPAC");
    case ScreenReason::Preferred:
        return Words::tr("Preferred share");
    case ScreenReason::Halted:
        return Words::tr("Trading halted");
    case ScreenReason::Liquidation:
        return Words::tr("Liquidation trading");
    case ScreenReason::Administrative:
        return Words::tr("Administrative issue");
    case ScreenReason::Warning:
        return Words::tr("Market warning or risk");
    case ScreenReason::Overheated:
        return Words::tr("Short-term overheating");
    case ScreenReason::UnfaithfulDisclosure:
        return Words::tr("Unfaithful disclosure");
    case ScreenReason::BackdoorListing:
        return Words::tr("Backdoor listing");
    case ScreenReason::LowLiquidityIssue:
        return Words::tr("Low-liquidity issue");
    case ScreenReason::AbnormalSurge:
        return Words::tr("Abnormal surge");
    case ScreenReason::CautionReminder:
        return Words::tr("Investor caution reminder");
    case ScreenReason::FaceValueChange:
        return Words::tr("Face value change");
    case ScreenReason::NewlyListed:
        return Words::tr("Listed today");
    case ScreenReason::SuspiciousName:
        return Words::tr("Name of a SPAC, fund or preferred share");
    case ScreenReason::PriceTooLow:
        return Words::tr("Price too low");
    case ScreenReason::NoTradeToday:
        return Words::tr("No trade today");
    case ScreenReason::InsufficientData:
        return Words::tr("Not enough data");
    case ScreenReason::LiquidityTooLow:
        return Words::tr("Liquidity too low");
    case ScreenReason::TurnoverTooLow:
        return Words::tr("Turnover too low");
    case ScreenReason::MomentumTooLow:
        return Words::tr("Momentum too low");
    }
    return {};
}

QString whyNotText(const domain::WhyNot& why)
{
    if (!why.axis) {
        return reasonName(why.reason);
    }
    if (!why.value) {
        return Words::tr("%1: not enough data").arg(axisName(*why.axis));
    }
    const QString value = axisValueText(*why.axis, *why.value);
    if (!why.limit) {
        return Words::tr("%1 %2 too low", "axis, value").arg(axisName(*why.axis), value);
    }
    return Words::tr("%1 %2, needs %3", "axis, value, limit")
        .arg(axisName(*why.axis), value, axisValueText(*why.axis, *why.limit));
}

QString healthName(HealthCheck check)
{
    switch (check) {
    case HealthCheck::Secrets:
        return Words::tr("Keys", "health check");
    case HealthCheck::Token:
        return Words::tr("Access token", "health check");
    case HealthCheck::ApprovalKey:
        return Words::tr("Approval key", "health check");
    case HealthCheck::Feed:
        return Words::tr("Market feed", "health check");
    case HealthCheck::Subscriptions:
        return Words::tr("Subscriptions", "health check");
    case HealthCheck::Instruments:
        return Words::tr("Instruments", "health check");
    case HealthCheck::Balance:
        return Words::tr("Balance", "health check");
    case HealthCheck::Holdings:
        return Words::tr("Holdings", "health check");
    case HealthCheck::Calendar:
        return Words::tr("Trading day", "health check");
    case HealthCheck::Disk:
        return Words::tr("Disk space", "health check");
    case HealthCheck::Clock:
        return Words::tr("Clock", "health check");
    }
    return {};
}

QString healthStateName(HealthState state)
{
    switch (state) {
    case HealthState::Pending:
        return Words::tr("waiting", "health state");
    case HealthState::Good:
        return Words::tr("good", "health state");
    case HealthState::Warning:
        return Words::tr("warning", "health state");
    case HealthState::Bad:
        return Words::tr("failed", "health state");
    case HealthState::NotApplicable:
        return Words::tr("not needed here", "health state");
    }
    return {};
}

QString healthHint(HealthCheck check, HealthState state)
{
    if (state == HealthState::Good || state == HealthState::NotApplicable) {
        return {};
    }
    switch (check) {
    case HealthCheck::Secrets:
        return Words::tr("Put app key, app secret and account into the secrets file (mode 0600).");
    case HealthCheck::Token:
        return Words::tr("The broker issues one token a minute; wait, then check the app key.");
    case HealthCheck::ApprovalKey:
        return Words::tr("Check app key and secret; the feed asks again by itself.");
    case HealthCheck::Feed:
        return Words::tr("Check the network; close other programs that use the same app key.");
    case HealthCheck::Subscriptions:
        return Words::tr("Wait for the acknowledgements; refused streams are in the event log.");
    case HealthCheck::Instruments:
        return Words::tr("Master files missing: check the network, the last copy is used if any.");
    case HealthCheck::Balance:
        return Words::tr("The balance was not read; check the account number.");
    case HealthCheck::Holdings:
        return Words::tr("The holdings were not read; nothing is managed before they are.");
    case HealthCheck::Calendar:
        return Words::tr("No session today, or the calendar file does not cover the day.");
    case HealthCheck::Disk:
        return Words::tr("Free some space in the data folder; records need 2 GB a day.");
    case HealthCheck::Clock:
        return Words::tr("Switch on time synchronisation; the offset should be below 1 s.");
    }
    return {};
}
}  // namespace ui
