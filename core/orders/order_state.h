#pragma once

#include "core/domain/order.h"

#include <QLatin1String>

#include <array>
#include <cstdint>
#include <optional>

namespace core::orders
{
/// What can happen to an order. The names go into the ledger (`toText`), so they stay.
enum class OrderEvent : std::uint8_t
{
    Accept,        ///< The broker has it: an answer, a list or a person said so.
    Reject,        ///< Refused, nothing filled.
    RejectRest,    ///< The rest was refused after a part had been filled.
    ProveUnsent,   ///< Provably not one byte left.
    LoseAnswer,    ///< It may have been sent and nobody told; also: found so after a crash.
    FindMany,      ///< More than one broker order fits.
    FindNone,      ///< Looked for long enough, with everything that speaks for its absence.
    PersonDenies,  ///< The trader says that none of the candidates is ours.
    ListLacksIt,   ///< The day's complete list after the close does not have it.
    FillPart,
    FillLast,
    WantCancel,
    CancelDone,  ///< The list confirms: the rest is cancelled, what was filled stays.
    BackWhole,   ///< Cancel or amend ended without effect (or the amend took); nothing filled.
    BackPart,    ///< The same after a part had been filled.
    LoseCancel,  ///< The cancel's answer was lost.
    WantAmend,
    LoseAmend,
    Expire,  ///< Ended with the session; the list after the close confirms it.
};
inline constexpr int kOrderEventCount = 19;

/// A cancel, an amendment is on its way or its answer was lost.
[[nodiscard]] constexpr bool awaitsCancel(domain::OrderState state) noexcept
{
    return state == domain::OrderState::CancelIntent || state == domain::OrderState::CancelUnknown;
}
[[nodiscard]] constexpr bool awaitsAmend(domain::OrderState state) noexcept
{
    return state == domain::OrderState::AmendIntent || state == domain::OrderState::AmendUnknown;
}

struct OrderStep
{
    domain::OrderState from;
    OrderEvent on;
    domain::OrderState to;
};

using S = domain::OrderState;
using E = OrderEvent;

// clang-format off
/// Every step an order may take. A pair that is not here is a fault of ours or of the broker:
/// it is recorded and reconciled, never ignored and never fatal.
inline constexpr auto kOrderSteps = std::to_array<OrderStep>({
    {S::Intent,        E::Accept,       S::Working},       // A fill that outruns the accept is parked.
    {S::Intent,        E::Reject,       S::Rejected},
    {S::Intent,        E::ProveUnsent,  S::NotSent},
    {S::Intent,        E::LoseAnswer,   S::Unknown},

    {S::Unknown,       E::Accept,       S::Working},       // Found by the resolver.
    {S::Unknown,       E::LoseAnswer,   S::Unknown},       // A second crash while looking.
    {S::Unknown,       E::FindMany,     S::Ambiguous},
    {S::Unknown,       E::FindNone,     S::AbsentWatch},
    {S::Unknown,       E::ListLacksIt,  S::NeverAccepted},

    {S::Ambiguous,     E::Accept,       S::Working},       // Picked by a person, or only one is left.
    {S::Ambiguous,     E::PersonDenies, S::NeverAccepted},

    {S::AbsentWatch,   E::Accept,       S::Working},       // Late: alarm.
    {S::AbsentWatch,   E::FindMany,     S::Ambiguous},
    {S::AbsentWatch,   E::ListLacksIt,  S::NeverAccepted},

    {S::Working,       E::FillPart,     S::Partial},
    {S::Working,       E::FillLast,     S::Filled},
    {S::Working,       E::Reject,       S::Rejected},      // By the exchange, after the broker took it.
    {S::Working,       E::CancelDone,   S::Cancelled},     // In HTS, or an IOC rest.
    {S::Working,       E::WantCancel,   S::CancelIntent},
    {S::Working,       E::WantAmend,    S::AmendIntent},
    {S::Working,       E::Expire,       S::Expired},

    {S::Partial,       E::FillPart,     S::Partial},
    {S::Partial,       E::FillLast,     S::Filled},
    {S::Partial,       E::RejectRest,   S::ClosedPart},
    {S::Partial,       E::CancelDone,   S::Cancelled},
    {S::Partial,       E::WantCancel,   S::CancelIntent},
    {S::Partial,       E::WantAmend,    S::AmendIntent},
    {S::Partial,       E::Expire,       S::Expired},

    {S::CancelIntent,  E::FillPart,     S::CancelIntent},  // Fills race cancels.
    {S::CancelIntent,  E::FillLast,     S::Filled},
    {S::CancelIntent,  E::CancelDone,   S::Cancelled},
    {S::CancelIntent,  E::BackWhole,    S::Working},
    {S::CancelIntent,  E::BackPart,     S::Partial},
    {S::CancelIntent,  E::LoseCancel,   S::CancelUnknown},
    {S::CancelIntent,  E::Reject,       S::Rejected},
    {S::CancelIntent,  E::RejectRest,   S::ClosedPart},
    {S::CancelIntent,  E::Expire,       S::Expired},

    {S::CancelUnknown, E::FillPart,     S::CancelUnknown},
    {S::CancelUnknown, E::FillLast,     S::Filled},
    {S::CancelUnknown, E::CancelDone,   S::Cancelled},
    {S::CancelUnknown, E::WantCancel,   S::CancelIntent},  // A cancel may be repeated.
    {S::CancelUnknown, E::LoseCancel,   S::CancelUnknown},
    {S::CancelUnknown, E::BackWhole,    S::Working},
    {S::CancelUnknown, E::BackPart,     S::Partial},
    {S::CancelUnknown, E::Reject,       S::Rejected},
    {S::CancelUnknown, E::RejectRest,   S::ClosedPart},
    {S::CancelUnknown, E::Expire,       S::Expired},

    {S::AmendIntent,   E::FillPart,     S::AmendIntent},   // Fills race amends.
    {S::AmendIntent,   E::FillLast,     S::Filled},
    {S::AmendIntent,   E::CancelDone,   S::Cancelled},
    {S::AmendIntent,   E::BackWhole,    S::Working},
    {S::AmendIntent,   E::BackPart,     S::Partial},
    {S::AmendIntent,   E::LoseAmend,    S::AmendUnknown},
    {S::AmendIntent,   E::Reject,       S::Rejected},
    {S::AmendIntent,   E::RejectRest,   S::ClosedPart},
    {S::AmendIntent,   E::Expire,       S::Expired},

    {S::AmendUnknown,  E::FillPart,     S::AmendUnknown},
    {S::AmendUnknown,  E::FillLast,     S::Filled},
    {S::AmendUnknown,  E::CancelDone,   S::Cancelled},
    {S::AmendUnknown,  E::LoseAmend,    S::AmendUnknown},
    {S::AmendUnknown,  E::BackWhole,    S::Working},       // The list shows old or new number.
    {S::AmendUnknown,  E::BackPart,     S::Partial},
    {S::AmendUnknown,  E::Reject,       S::Rejected},
    {S::AmendUnknown,  E::RejectRest,   S::ClosedPart},
    {S::AmendUnknown,  E::Expire,       S::Expired},

    {S::NeverAccepted, E::Accept,       S::Working},       // The only way out of a final state: alarm.
});
// clang-format on

/// Where `on` leads from `from`; nullopt = no such step.
[[nodiscard]] constexpr std::optional<domain::OrderState> next(domain::OrderState from,
                                                               OrderEvent on) noexcept
{
    for (const OrderStep& step : kOrderSteps) {
        if (step.from == from && step.on == on) {
            return step.to;
        }
    }
    return std::nullopt;
}

[[nodiscard]] constexpr bool finalStatesHaveNoWayOut() noexcept
{
    for (const OrderStep& step : kOrderSteps) {
        if (domain::isFinal(step.from)
            && !(step.from == S::NeverAccepted && step.on == E::Accept)) {
            return false;
        }
    }
    return true;
}
static_assert(finalStatesHaveNoWayOut());
static_assert(next(S::CancelIntent, E::FillPart) == S::CancelIntent);
static_assert(!next(S::Unknown, E::Reject));

/// Names for ledger and log; stable.
[[nodiscard]] QLatin1String toText(domain::OrderState state) noexcept;
[[nodiscard]] QLatin1String toText(OrderEvent event) noexcept;
[[nodiscard]] std::optional<OrderEvent> orderEvent(QStringView text) noexcept;
}  // namespace core::orders
