#include "core/desk/health_board.h"

#include "core/domain/kst.h"

#include <cstdlib>

namespace core::desk
{
namespace
{
using domain::HealthCheck;
using domain::HealthItem;
using domain::HealthState;

// Reliability: 256 MiB to arm, and a day's records fit into the first gigabyte.
constexpr std::int64_t kDiskTightMiB = 1024;
constexpr std::int64_t kDiskTooLittleMiB = 256;
// Reliability H10: amber above 2 s of skew, entries blocked above 5 s.
constexpr std::int64_t kSkewAmberMs = 2'000;
constexpr std::int64_t kSkewBadMs = 5'000;

HealthItem token(const HealthFacts& facts)
{
    switch (facts.broker.token) {
    case domain::TokenState::Valid:
        return {HealthCheck::Token, HealthState::Good,
                domain::timeText(domain::kstTimeOfDay(facts.broker.tokenUntil))};
    case domain::TokenState::Failed:
        return {HealthCheck::Token, HealthState::Bad, facts.broker.detail};
    case domain::TokenState::None:
    case domain::TokenState::Waiting:
        break;
    }
    return {HealthCheck::Token, HealthState::Pending, {}};
}

HealthItem approval(const HealthFacts& facts)
{
    using domain::FeedState;
    const FeedState state = facts.feed.state;
    if (state == FeedState::Stopped) {
        return {HealthCheck::ApprovalKey, HealthState::Bad, facts.feed.detail};
    }
    const bool pending = state == FeedState::Idle || state == FeedState::Approving;
    return {HealthCheck::ApprovalKey, pending ? HealthState::Pending : HealthState::Good, {}};
}

HealthItem feed(const HealthFacts& facts)
{
    using domain::FeedState;
    const QString frames = QString::number(facts.feed.frames);
    switch (facts.feed.state) {
    case FeedState::Live:
        return {HealthCheck::Feed, facts.feed.stale ? HealthState::Warning : HealthState::Good,
                frames};
    case FeedState::Waiting:
    case FeedState::Stopped:
        return {HealthCheck::Feed, HealthState::Bad, facts.feed.detail};
    case FeedState::Idle:
    case FeedState::Approving:
    case FeedState::Connecting:
    case FeedState::Registering:
        break;
    }
    return {HealthCheck::Feed, HealthState::Pending, frames};
}

HealthItem subscriptions(const HealthFacts& facts)
{
    const QString value =
        QStringLiteral("%1/%2").arg(facts.feed.acknowledged).arg(facts.feed.wanted);
    const bool complete = facts.feed.wanted > 0 && facts.feed.acknowledged == facts.feed.wanted;
    return {HealthCheck::Subscriptions, complete ? HealthState::Good : HealthState::Pending, value};
}

HealthItem instruments(const HealthFacts& facts)
{
    if (facts.instruments == nullptr) {
        return {HealthCheck::Instruments, HealthState::Pending, {}};
    }
    return {HealthCheck::Instruments,
            facts.instruments->fromCache ? HealthState::Warning : HealthState::Good,
            QString::number(facts.instruments->bySymbol.size())};
}

HealthItem account(const HealthFacts& facts, HealthCheck check)
{
    if (!facts.balance) {
        return {check, HealthState::Pending, {}};
    }
    if (!facts.balance->ok) {
        return {check, HealthState::Bad, facts.broker.detail};
    }
    const std::int64_t value = check == HealthCheck::Balance ? facts.balance->totalAssets.value()
                                                             : facts.balance->holdings;
    return {check, HealthState::Good, QString::number(value)};
}

HealthItem calendar(const HealthFacts& facts)
{
    if (facts.capabilities.holidayQuery && !facts.holiday) {
        return {HealthCheck::Calendar, HealthState::Pending, {}};
    }
    if (facts.holiday && !facts.holiday->ok) {
        return {HealthCheck::Calendar, HealthState::Warning, {}};
    }
    const bool agrees = !facts.holiday || facts.holiday->open == facts.tradingDay;
    if (!agrees) {
        return {HealthCheck::Calendar, HealthState::Bad, domain::dateText(facts.holiday->date)};
    }
    return {HealthCheck::Calendar, facts.tradingDay ? HealthState::Good : HealthState::Warning, {}};
}

HealthItem disk(const HealthFacts& facts)
{
    const std::int64_t free = facts.engine.diskFreeMiB;
    if (free < 0) {
        return {HealthCheck::Disk, HealthState::Pending, {}};
    }
    HealthState state = HealthState::Good;
    if (free < kDiskTooLittleMiB) {
        state = HealthState::Bad;
    } else if (free < kDiskTightMiB) {
        state = HealthState::Warning;
    }
    return {HealthCheck::Disk, state, QString::number(free)};
}

HealthItem clock(const HealthFacts& facts)
{
    if (facts.environment == domain::EnvironmentKind::Sim
        || facts.environment == domain::EnvironmentKind::Replay) {
        return {HealthCheck::Clock, HealthState::NotApplicable, {}};
    }
    // Nobody measured it: not bad, but nothing to call good either.
    if (!facts.engine.clockOffsetMs) {
        return {HealthCheck::Clock, HealthState::Pending, {}};
    }
    const std::int64_t skew = std::abs(*facts.engine.clockOffsetMs);
    HealthState state = HealthState::Good;
    if (skew > kSkewBadMs) {
        state = HealthState::Bad;
    } else if (skew > kSkewAmberMs) {
        state = HealthState::Warning;
    }
    return {HealthCheck::Clock, state, QString::number(*facts.engine.clockOffsetMs)};
}
}  // namespace

std::vector<domain::HealthItem> healthItems(const HealthFacts& facts)
{
    return {{HealthCheck::Secrets, HealthState::Good, facts.accountMasked},
            token(facts),
            approval(facts),
            feed(facts),
            subscriptions(facts),
            instruments(facts),
            account(facts, HealthCheck::Balance),
            account(facts, HealthCheck::Holdings),
            calendar(facts),
            disk(facts),
            clock(facts)};
}
}  // namespace core::desk
