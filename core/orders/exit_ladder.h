#pragma once

#include "core/domain/order_traffic.h"
#include "core/domain/price_steps.h"
#include "core/domain/session_calendar.h"

#include <optional>
#include <variant>
#include <vector>

namespace core::orders
{
/// How an exit is tried: market first, then limits that go lower (fault rows D04, D17).
enum class ExitRung : std::uint8_t
{
    Market,
    BidMinusFive,  ///< Marketable limit, five steps under the best bid.
    BidMinusTen,
    Collar,  ///< The lowest price the gate lets an emergency exit have; it rests.
};

/// A sale that was decided and is not over until the shares are gone.
struct ExitPlan
{
    domain::Symbol symbol{};
    std::optional<domain::Quantity> quantity{};  ///< Empty = everything.
    domain::OrderOrigin origin = domain::OrderOrigin::Hand;
    QString rule{};
    std::optional<domain::Price> decided{};
    domain::Timestamp startedAt{};
    ExitRung rung = ExitRung::Market;
    domain::Timestamp notBefore{};
    int refusals = 0;
    domain::Timestamp lateToldAt{};  ///< Epoch = not yet.
    bool lockTold = false;
    std::vector<domain::ClientOrderId> orders{};

    friend bool operator==(const ExitPlan&, const ExitPlan&) = default;
};

/// What is known about the symbol when the plan is looked at.
struct ExitSituation
{
    domain::Quantity held{};
    domain::Quantity sellable{};  ///< Held less what live sales and notices take.
    domain::Quantity soldByPlan{};
    std::vector<const domain::Order*> ownBuys{};    ///< Not final.
    std::vector<const domain::Order*> ownSells{};   ///< Not final.
    std::optional<domain::SellableReply> broker{};  ///< Newest reading, if any.
    domain::SessionPhase phase = domain::SessionPhase::Closed;
    bool stopped = false;  ///< VI auction or halt.
    domain::Price bid{};   ///< 0 = no bid.
    domain::Price last{};
    domain::DailyLimits limits{};  ///< Zeros = unknown.
    domain::StepTable steps = domain::StepTable::Share;
    domain::Timestamp now{};
};

struct ExitDone
{
};
struct ExitWait
{
};
/// Own orders that must be gone first, each cancelled once.
struct ExitCancel
{
    std::vector<domain::ClientOrderId> orders;
    bool nextRung = false;  ///< The order did not fill on this rung.
};
/// After a lost answer only a fresh figure of the broker allows another sale.
struct ExitAsk
{
};
struct ExitSend
{
    domain::OrderRequest request;
    bool locked = false;  ///< Nobody bids: it rests at the limit.
};
using ExitMove = std::variant<ExitDone, ExitWait, ExitCancel, ExitAsk, ExitSend>;

/// The next thing to do for `plan`. One live sale of the plan at a time; full exits are idempotent
/// at this broker (it refuses to sell more than there is), partial ones are not.
/// Source: reliability contract 4.2 rules 4 and 5, rows D03, D04, D17. Pure.
[[nodiscard]] ExitMove nextMove(const ExitPlan& plan, const ExitSituation& situation);

/// When the plan may try again after a refusal: lower rungs at once, else 1, 2, 4, ... 30 s.
[[nodiscard]] ExitPlan afterRefusal(ExitPlan plan, domain::RejectReason reason,
                                    domain::Timestamp now);
}  // namespace core::orders
