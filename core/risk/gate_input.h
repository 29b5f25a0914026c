#pragma once

#include "core/domain/environment_kind.h"
#include "core/domain/instrument.h"
#include "core/domain/order.h"
#include "core/domain/price_steps.h"
#include "core/domain/session_calendar.h"
#include "core/domain/trading_view.h"

#include <optional>
#include <vector>

namespace core::risk
{
/// A resting order of ours in the same symbol.
struct OwnOrder
{
    domain::Side side = domain::Side::Buy;
    std::optional<domain::Price> price;  ///< Empty: a type without one; it crosses everything.
    domain::Quantity remaining;
    bool unresolved = false;

    friend bool operator==(const OwnOrder&, const OwnOrder&) = default;
};

/// How far the order messages of the day have gone, this one not counted.
struct MessageCounts
{
    int today = 0;
    int entriesToday = 0;
    int entriesOfCode = 0;
    int addsOfCode = 0;
    bool mayLeaveNow = true;  ///< The pace of this second and minute allows one more.

    friend bool operator==(const MessageCounts&, const MessageCounts&) = default;
};

/// Everything the gate judges by, as of one instant. An empty optional is a figure that is
/// missing or too old to count: for an opening order that is a no.
struct GateInput
{
    domain::EnvironmentKind environment = domain::EnvironmentKind::Sim;
    domain::Timestamp now{};
    domain::Arming arming = domain::Arming::Unarmed;
    domain::KillLevel kill = domain::KillLevel::None;
    domain::GateState gate = domain::GateState::View;
    std::vector<domain::GateReason> reasons;
    bool ledgerWorks = false;

    domain::SessionPhase phase = domain::SessionPhase::Closed;
    std::optional<domain::SessionSchedule> schedule;

    // The issue.
    const domain::Instrument* instrument = nullptr;  ///< Null = not in today's master.
    bool halted = false;
    bool inVi = false;
    bool liquidation = false;
    bool administrative = false;
    bool warned = false;
    bool overheated = false;
    domain::StepTable steps = domain::StepTable::Share;
    std::optional<domain::DailyLimits> limits;
    std::optional<QString> frozen;  ///< The cause, if the code is frozen.

    // The market; prices of a live stream or of a REST answer that is fresh enough.
    std::optional<std::chrono::milliseconds> tradeAge;
    std::optional<std::chrono::milliseconds> quoteAge;
    std::optional<std::chrono::milliseconds> frameAge;
    std::optional<domain::Price> last;
    std::optional<domain::Price> bid;
    std::optional<domain::Price> ask;
    std::optional<domain::Price> minuteVwap;
    bool bookCrossed = false;
    std::optional<domain::Quantity> oppositeSize;  ///< Ten visible levels.
    std::optional<domain::Quantity> volumeFive;    ///< Last five minutes.

    // Our side.
    std::optional<domain::Won> startEquity;
    domain::Quantity held;
    domain::Quantity sellable;                       ///< By our books.
    std::optional<domain::Quantity> brokerSellable;  ///< Only while it counts (L01).
    std::vector<OwnOrder> own;                       ///< Live orders of the same symbol.
    int openCodes = 0;                     ///< Codes held or being bought, this one not counted.
    bool codeIsOpen = false;               ///< This one is among the held or being bought.
    int workingOrders = 0;                 ///< Over all codes.
    domain::Won codeExposure;              ///< Of this code at cost, with working buys.
    domain::Won grossExposure;             ///< Of all codes at cost, with working and unknown buys.
    std::optional<domain::Won> localCash;  ///< Less what is reserved.
    std::optional<domain::Won> brokerCash;  ///< nrcvb_buy_amt
    MessageCounts messages;
    bool sameWithinTwoSeconds = false;  ///< Same code, side, quantity and price.
    bool emergencyExit = false;
    std::optional<domain::Price> stop;       ///< The rule's; empty = S1 under the limit.
    bool dayReturnClosed = false;            ///< RC-21 latched.
    std::optional<domain::Price> restPrice;  ///< Live: a REST quote at most a second old.
    bool firstOpeningOfDay = false;
    bool firstOrderAny = false;

    friend bool operator==(const GateInput&, const GateInput&) = default;
};
}  // namespace core::risk
