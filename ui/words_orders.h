#pragma once

#include "core/domain/log_entry.h"
#include "core/domain/order_traffic.h"
#include "core/domain/trading_view.h"

#include <QString>

/// The words for orders, positions and the gate, apart from words.h because every check and every
/// state has three of them: its name, what it means and what to do. UI thread.
namespace ui
{
[[nodiscard]] QString sideName(core::domain::Side side);
[[nodiscard]] QString orderTypeName(core::domain::OrderType type);
[[nodiscard]] QString timeInForceName(core::domain::TimeInForce force);
/// "Limit IOC"; a day order shows its type alone.
[[nodiscard]] QString orderKindText(const core::domain::OrderRequest& request);
[[nodiscard]] QString originName(core::domain::OrderOrigin origin);
/// Origin and, where it says more, the rule: "Exit S1".
[[nodiscard]] QString originText(const core::domain::OrderRequest& request);
[[nodiscard]] QString orderStateName(core::domain::OrderState state);
/// What the state means for the trader, in a sentence.
[[nodiscard]] QString orderStateHelp(core::domain::OrderState state);
/// What is being done about the order, with the time of the next look; empty for nothing.
[[nodiscard]] QString careText(const core::domain::Order& order, core::domain::Timestamp now);
[[nodiscard]] QString rejectText(core::domain::RejectReason reason);
/// Code and words of broker or gate: "RC-10 Order value: 1,200,000 > 1,000,000".
[[nodiscard]] QString orderReasonText(const core::domain::Order& order);

[[nodiscard]] QString ownerName(core::domain::PositionOwner owner);
[[nodiscard]] QString autoStateName(core::domain::AutoState state);
/// In one short word, for narrow columns.
[[nodiscard]] QString autoStateShort(core::domain::AutoState state);
[[nodiscard]] QString armingName(core::domain::Arming arming);
[[nodiscard]] QString armingHelp(core::domain::Arming arming);
[[nodiscard]] QString killName(core::domain::KillLevel level);
[[nodiscard]] QString killHelp(core::domain::KillLevel level);
[[nodiscard]] QString gateStateName(core::domain::GateState state);
[[nodiscard]] QString causeName(core::domain::GateCause cause);
/// What it means and what to do.
[[nodiscard]] QString causeHelp(core::domain::GateCause cause);
/// The code words the core gives as a cause or doubt ("unknown_order"); others as they came.
[[nodiscard]] QString codeWordText(const QString& word);

inline constexpr int kChecks = 30;
[[nodiscard]] QString checkId(int number);    ///< "RC-10"
[[nodiscard]] QString checkName(int number);  ///< Empty outside 1 to 30.
[[nodiscard]] QString checkMeaning(int number);
[[nodiscard]] QString checkAdvice(int number);
[[nodiscard]] QString checkOutcomeName(core::domain::CheckOutcome outcome);
/// A figure of a check in its unit; the unknown mark for none.
[[nodiscard]] QString checkFigureText(core::domain::CheckUnit unit,
                                      std::optional<std::int64_t> figure);
}  // namespace ui
