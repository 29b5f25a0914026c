#include "core/orders/exit_ladder.h"

#include <algorithm>

namespace core::orders
{
namespace
{
using namespace std::chrono_literals;
using domain::OrderState;

constexpr std::chrono::seconds kRungFor{1};
constexpr std::chrono::seconds kSellableFresh{1};
constexpr std::chrono::seconds kUnknownBuyWait{3};
constexpr std::chrono::seconds kBackOffMax{30};
constexpr int kStepsOne = 5;
constexpr int kStepsTwo = 10;

bool isPlans(const ExitPlan& plan, const domain::Order& order)
{
    return std::find(plan.orders.begin(), plan.orders.end(), order.id) != plan.orders.end();
}

bool works(const domain::Order& order)
{
    return order.state == OrderState::Working || order.state == OrderState::Partial;
}

domain::Price stepsDown(domain::Price from, int steps, const ExitSituation& at)
{
    domain::Price price = from;
    for (int step = 0; step < steps && price.won() > 1; ++step) {
        price = domain::nextDown(price, at.steps);
    }
    return price;
}

domain::Price notBelowLimit(domain::Price price, const ExitSituation& at)
{
    return std::max(price, at.limits.lower);
}

/// Five percent under the last price, up to a step: what the gate lets an emergency exit have.
domain::Price collar(const ExitSituation& at)
{
    const domain::Price floor = domain::Price::fromWon((at.last.won() * 95 + 99) / 100);
    return notBelowLimit(domain::roundUpToStep(floor, at.steps), at);
}

ExitSend sendLimit(const ExitPlan& plan, domain::Quantity quantity, domain::Price price,
                   bool locked)
{
    return {.request = {.symbol = plan.symbol,
                        .side = domain::Side::Sell,
                        .type = domain::OrderType::Limit,
                        .timeInForce = domain::TimeInForce::Day,
                        .quantity = quantity,
                        .price = price,
                        .origin = plan.origin,
                        .rule = plan.rule,
                        .decided = plan.decided},
            .locked = locked};
}

ExitMove send(const ExitPlan& plan, const ExitSituation& at, domain::Quantity quantity)
{
    if (at.phase == domain::SessionPhase::ClosingAuction) {
        const domain::Price low = domain::Price::fromWon(at.last.won() * 95 / 100);
        return sendLimit(plan, quantity, notBelowLimit(domain::roundDownToStep(low, at.steps), at),
                         false);
    }
    if (at.bid.won() == 0 && at.limits.lower.won() > 0) {
        return sendLimit(plan, quantity, at.limits.lower, true);
    }
    switch (plan.rung) {
    case ExitRung::Market:
        break;
    case ExitRung::BidMinusFive:
        return sendLimit(plan, quantity, notBelowLimit(stepsDown(at.bid, kStepsOne, at), at),
                         false);
    case ExitRung::BidMinusTen:
        return sendLimit(plan, quantity, notBelowLimit(stepsDown(at.bid, kStepsTwo, at), at),
                         false);
    case ExitRung::Collar:
        return sendLimit(plan, quantity, collar(at), false);
    }
    return ExitSend{.request = {.symbol = plan.symbol,
                                .side = domain::Side::Sell,
                                .type = domain::OrderType::Market,
                                .timeInForce = domain::TimeInForce::Day,
                                .quantity = quantity,
                                .price = {},
                                .origin = plan.origin,
                                .rule = plan.rule,
                                .decided = plan.decided},
                    .locked = false};
}

/// After a lost answer of a full exit: what the broker would still let us sell, read just now.
ExitMove afterLoss(const ExitPlan& plan, const ExitSituation& at)
{
    if (plan.quantity) {
        return ExitWait{};  // A partial sale twice is two sales: the resolver first.
    }
    const bool fresh = at.broker && at.broker->ok && at.now - at.broker->askedAt <= kSellableFresh;
    if (!fresh) {
        return ExitAsk{};
    }
    const domain::Quantity left = std::min(at.broker->sellable, at.held);
    return left.shares() > 0 ? send(plan, at, left) : ExitMove{ExitWait{}};
}
}  // namespace

ExitMove nextMove(const ExitPlan& plan, const ExitSituation& at)
{
    const domain::Quantity remaining =
        plan.quantity ? std::min(*plan.quantity - at.soldByPlan, at.held) : at.held;
    const bool open =
        std::any_of(at.ownSells.begin(), at.ownSells.end(),
                    [&plan](const domain::Order* order) { return isPlans(plan, *order); });
    if (remaining.shares() <= 0 && !open) {
        return ExitDone{};
    }
    const bool trades = at.phase == domain::SessionPhase::Continuous
                        || at.phase == domain::SessionPhase::ClosingAuction;
    if (!trades || at.stopped || at.now < plan.notBefore) {
        return ExitWait{};
    }
    // A resting buy of ours would meet the sale: it goes first, confirmed. A lost one cannot be
    // cancelled without a number, and an exit does not wait for that.
    ExitCancel buys;
    bool waitForBuys = false;
    for (const domain::Order* buy : at.ownBuys) {
        if (domain::isUnresolved(buy->state)) {
            waitForBuys = waitForBuys || at.now - plan.startedAt < kUnknownBuyWait;
        } else {
            waitForBuys = true;
            if (works(*buy)) {
                buys.orders.push_back(buy->id);
            }
        }
    }
    if (!buys.orders.empty()) {
        return buys;
    }
    if (waitForBuys) {
        return ExitWait{};
    }
    for (const domain::Order* sell : at.ownSells) {
        if (domain::isUnresolved(sell->state)) {
            return afterLoss(plan, at);
        }
        if (!works(*sell)) {
            return ExitWait{};  // Its answer, cancel or amend is under way.
        }
        if (isPlans(plan, *sell)) {
            const bool lasts = sell->request.type == domain::OrderType::Market
                               || plan.rung == ExitRung::Collar
                               || sell->request.price == at.limits.lower
                               || at.phase == domain::SessionPhase::ClosingAuction;
            if (lasts || at.now - sell->acceptedAt < kRungFor) {
                return ExitWait{};
            }
            return ExitCancel{.orders = {sell->id}, .nextRung = true};
        }
        if (!plan.quantity) {
            return ExitCancel{.orders = {sell->id}, .nextRung = false};
        }
    }
    const domain::Quantity quantity = std::min(remaining, at.sellable);
    if (quantity.shares() <= 0) {
        return ExitWait{};
    }
    return send(plan, at, quantity);
}

ExitPlan afterRefusal(ExitPlan plan, domain::RejectReason reason, domain::Timestamp now)
{
    if (reason == domain::RejectReason::MarketOrder && plan.rung == ExitRung::Market) {
        plan.rung = ExitRung::BidMinusFive;
        plan.notBefore = now;
        return plan;
    }
    if (reason == domain::RejectReason::MarketOrder && plan.rung != ExitRung::Collar) {
        plan.rung = static_cast<ExitRung>(static_cast<int>(plan.rung) + 1);
    }
    ++plan.refusals;
    const auto wait = std::chrono::seconds{1LL << std::min(plan.refusals - 1, 5)};
    plan.notBefore = now + std::min<std::chrono::milliseconds>(wait, kBackOffMax);
    return plan;
}
}  // namespace core::orders
