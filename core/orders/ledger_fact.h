#pragma once

#include "core/base/result.h"
#include "core/domain/order_traffic.h"
#include "core/domain/position_marks.h"
#include "core/domain/rule_view.h"
#include "core/domain/shadow.h"
#include "core/domain/trading_view.h"
#include "core/orders/ledger.h"
#include "core/orders/order_state.h"

#include <variant>
#include <vector>

namespace core::orders
{
// What the ledger says, as values. The books are the fold of these, and of nothing else.

/// kind "intent": the gate let it through; from now on it may have been sent.
struct IntentFact
{
    domain::OrderRequest request;
    domain::OrderPurpose purpose = domain::OrderPurpose::Open;
    friend bool operator==(const IntentFact&, const IntentFact&) = default;
};

/// kind "denied": the gate said no.
struct DeniedFact
{
    domain::OrderRequest request;
    QString check;  ///< "RC-10"
    QString text;   ///< "value/limit"
    friend bool operator==(const DeniedFact&, const DeniedFact&) = default;
};

/// kind "step": a step of the state table, with what came with it.
struct StepFact
{
    OrderEvent event = OrderEvent::Accept;
    domain::BrokerOrderId broker{};  ///< Accept: its number. Back*: the number that lives now.
    QString branch{};
    domain::Quantity ended{};  ///< CancelDone, RejectRest, Expire: the part that ended.
    std::optional<domain::Price>
        price{};  ///< WantAmend: the price asked for; Back*: the one in force.
    QString code{};
    QString text{};
    domain::RejectReason reason = domain::RejectReason::Other;  ///< What the code means.
    QString how{};  ///< "answer", "list", "notice", "person", "recovery", "late".
    friend bool operator==(const StepFact&, const StepFact&) = default;
};

/// kind "fill": the broker's totals of an order grew. Named by what it says, so that the same
/// news twice is one fill.
struct FillFact
{
    domain::Quantity before{};  ///< Total before.
    domain::Quantity total{};
    domain::Won amount{};  ///< Total.
    bool last = false;     ///< Nothing of the order is left.
    domain::Won fee{};     ///< Commission of this growth.
    domain::Won tax{};
    friend bool operator==(const FillFact&, const FillFact&) = default;
};

/// kind "hint": a notice told of a fill that the totals have not confirmed yet.
struct HintFact
{
    domain::Quantity quantity;
    std::optional<domain::Price> price{};
    friend bool operator==(const HintFact&, const HintFact&) = default;
};

/// kind "external": an order in our account that is not ours, as the list has it now.
struct ExternalFact
{
    domain::BrokerOrderRow row;
    friend bool operator==(const ExternalFact&, const ExternalFact&) = default;
};

/// kind "holding": shares as the broker has them, taken over (found at the start, or accepted by
/// the trader). `owner` External: not bought by this program.
struct HoldingFact
{
    domain::Symbol symbol{};
    domain::Quantity quantity{};
    domain::Won cost{};
    domain::PositionOwner owner = domain::PositionOwner::External;
    friend bool operator==(const HoldingFact&, const HoldingFact&) = default;
};

/// kind "cash": the broker's D+2 cash at a quiet moment; fills move it from there.
struct CashFact
{
    domain::Won cash;
    friend bool operator==(const CashFact&, const CashFact&) = default;
};

/// kind "day": a trading date began; counters of the day start at zero.
struct DayFact
{
    domain::TradingDate date{};
    friend bool operator==(const DayFact&, const DayFact&) = default;
};

/// What a holding was worth in the start equity.
struct CarriedHolding
{
    domain::Symbol symbol{};
    domain::Quantity quantity{};
    domain::Won value{};
    friend bool operator==(const CarriedHolding&, const CarriedHolding&) = default;
};

/// kind "start_equity": first valid reading of the trading date; a restart reuses it.
struct StartEquityFact
{
    domain::TradingDate date{};
    domain::Won equity;
    std::vector<CarriedHolding> carried{};
    friend bool operator==(const StartEquityFact&, const StartEquityFact&) = default;
};

/// kind "kill": the level now in force. A restart keeps it.
struct KillFact
{
    domain::KillLevel level = domain::KillLevel::None;
    QString cause{};  ///< Code word; empty = the trader.
    friend bool operator==(const KillFact&, const KillFact&) = default;
};

/// kind "latch": a sticky cause closed the gate, or the trader let it open again.
struct LatchFact
{
    domain::GateCause cause = domain::GateCause::Rejects;
    bool on = false;
    QString detail{};
    friend bool operator==(const LatchFact&, const LatchFact&) = default;
};

/// kind "arming": for the record only; no restart ever arms.
struct ArmingFact
{
    domain::Arming arming = domain::Arming::Unarmed;
    domain::Won dayLimit{};
    QString cause{};
    friend bool operator==(const ArmingFact&, const ArmingFact&) = default;
};

/// kind "automation": automatic trading of a symbol.
struct AutomationFact
{
    domain::Symbol symbol;
    domain::AutoState state = domain::AutoState::ExitsOnly;
    friend bool operator==(const AutomationFact&, const AutomationFact&) = default;
};

/// kind "master": the master switch.
struct MasterFact
{
    domain::AutoState state = domain::AutoState::On;
    friend bool operator==(const MasterFact&, const MasterFact&) = default;
};

/// kind "marks": what the rules must remember of a position; the newest counts.
struct MarksFact
{
    domain::Symbol symbol;
    domain::PositionMarks marks;
    friend bool operator==(const MarksFact&, const MarksFact&) = default;
};

/// kind "guard": the portfolio guard as it is now.
struct GuardFact
{
    domain::GuardState state;
    friend bool operator==(const GuardFact&, const GuardFact&) = default;
};

/// kind "add_override": the trader's word about adding to a position.
struct AddOverrideFact
{
    domain::Symbol symbol;
    domain::AddOverride word;
    friend bool operator==(const AddOverrideFact&, const AddOverrideFact&) = default;
};

/// kind "intervention": a person changed what the rules would do.
struct InterventionFact
{
    domain::Intervention what;
    friend bool operator==(const InterventionFact&, const InterventionFact&) = default;
};

/// kind "shadow": the rules' own path of an overruled position; the newest counts.
struct ShadowFact
{
    domain::Shadow shadow;
    friend bool operator==(const ShadowFact&, const ShadowFact&) = default;
};

/// kind "note": something worth keeping that changes no state (an illegal step, a glitch).
struct NoteFact
{
    QString what;
    QString text;
    friend bool operator==(const NoteFact&, const NoteFact&) = default;
};

using FactBody = std::variant<IntentFact, DeniedFact, StepFact, FillFact, HintFact, ExternalFact,
                              HoldingFact, CashFact, DayFact, StartEquityFact, KillFact, LatchFact,
                              ArmingFact, AutomationFact, MasterFact, MarksFact, GuardFact,
                              AddOverrideFact, InterventionFact, ShadowFact, NoteFact>;

struct Fact
{
    domain::Timestamp at{};
    domain::ClientOrderId order;  ///< Empty where it concerns no single order of ours.
    FactBody body;
    friend bool operator==(const Fact&, const Fact&) = default;
};

[[nodiscard]] LedgerRecord encode(const Fact& fact);

/// Errors: Malformed, naming kind and member. A kind this version does not know is Unsupported.
[[nodiscard]] base::Result<Fact> decode(const LedgerRecord& record);
}  // namespace core::orders
