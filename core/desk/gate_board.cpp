#include "core/desk/gate_board.h"

#include <algorithm>

namespace core::desk
{
namespace
{
using namespace std::chrono_literals;
using domain::GateCause;
using domain::GateState;

// Quiet lists come once a minute; a minute and a half without one is a silent broker.
constexpr std::chrono::seconds kListsMax{90};
constexpr std::chrono::milliseconds kSkewMax = 5s;

class Reasons
{
public:
    void add(bool holds, GateCause cause, GateState to, const QString& detail = {},
             bool sticky = false)
    {
        if (holds) {
            m_list.push_back({.cause = cause, .closesTo = to, .sticky = sticky, .detail = detail});
        }
    }
    [[nodiscard]] std::vector<domain::GateReason> take() { return std::move(m_list); }

private:
    std::vector<domain::GateReason> m_list;
};

bool isSticky(GateCause cause)
{
    return cause == GateCause::Messages || cause == GateCause::CountOut
           || cause == GateCause::DayReturn || cause == GateCause::Rejects
           || cause == GateCause::UnknownOrders || cause == GateCause::Operator;
}
}  // namespace

std::vector<domain::GateReason> gateReasons(const GateFacts& facts)
{
    using domain::FeedState;
    Reasons reasons;
    reasons.add(facts.arming == domain::Arming::Unarmed, GateCause::Unarmed, GateState::Halt,
                facts.armingCause);
    reasons.add(facts.arming == domain::Arming::Disarmed, GateCause::Disarmed, GateState::ExitOnly,
                facts.armingCause);
    reasons.add(facts.kill != domain::KillLevel::None, GateCause::Kill, GateState::ExitOnly,
                facts.killCause, true);
    const bool silent = !facts.listsAt || facts.now - *facts.listsAt > kListsMax;
    reasons.add(facts.token != domain::TokenState::Valid || facts.listFailing || silent,
                GateCause::Rest, GateState::ExitOnly);
    const bool feedUp =
        (facts.feed.state == FeedState::Live || facts.feed.state == FeedState::Registering)
        && !facts.feed.stale;
    reasons.add(!feedUp, GateCause::Feed, GateState::ExitOnly, facts.feed.detail);
    reasons.add(!facts.noticesRegistered, GateCause::Notices, GateState::ExitOnly);
    reasons.add(facts.ledgerFailed, GateCause::Ledger, GateState::Halt);
    const bool ownClock = facts.environment == domain::EnvironmentKind::Sim;
    const bool skewed = facts.skew ? std::chrono::abs(*facts.skew) > kSkewMax : !ownClock;
    reasons.add(skewed, GateCause::Clock, GateState::ExitOnly,
                facts.skew ? QString::number(facts.skew->count()) : QString{});
    reasons.add(!facts.reconciled, GateCause::NotReconciled, GateState::ExitOnly);
    reasons.add(facts.mismatches > 0, GateCause::Mismatch, GateState::ExitOnly,
                QString::number(facts.mismatches));
    reasons.add(facts.unknownOrders >= 2 && !facts.latches.contains(GateCause::UnknownOrders),
                GateCause::UnknownOrders, GateState::ExitOnly,
                QString::number(facts.unknownOrders));
    for (const auto& [cause, detail] : facts.latches) {
        reasons.add(true, cause, GateState::ExitOnly, detail, isSticky(cause));
    }
    reasons.add(facts.latencyUntil && facts.now < *facts.latencyUntil, GateCause::Latency,
                GateState::ExitOnly);
    reasons.add(facts.presenceLost, GateCause::Operator, GateState::ExitOnly);
    reasons.add(!facts.tradingDay, GateCause::Closed, GateState::Halt);
    reasons.add(facts.ledgerCorrupt, GateCause::LedgerCorrupt, GateState::View);
    return reasons.take();
}

domain::GateState gateState(const std::vector<domain::GateReason>& reasons)
{
    GateState state = GateState::Open;
    for (const domain::GateReason& reason : reasons) {
        state = std::max(state, reason.closesTo);
    }
    return state;
}
}  // namespace core::desk
