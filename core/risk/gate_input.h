#pragma once

#include "core/domain/derived.h"
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
/// What the portfolio guard says about buying (RC-21).
enum class GuardState : std::uint8_t
{
    Open,
    NoBuys,     ///< Day loss, day gain or trail has fired.
    HardLoss,   ///< Everything automatic is being sold.
    Uncertain,  ///< The equity is not known for sure.
};

/// A live order of ours in the same symbol.
struct OwnOrder
{
    domain::ClientOrderId id{};
    domain::Side side = domain::Side::Buy;
    std::optional<domain::Price> price{};    ///< Empty: a type without one; it crosses everything.
    std::optional<domain::Price> amendTo{};  ///< While an amend may or may not have happened.
    domain::Quantity remaining{};
    bool unresolved = false;  ///< The broker may or may not have it.

    friend bool operator==(const OwnOrder&, const OwnOrder&) = default;
};

/// How far the order messages of the day have gone, this one not counted.
struct MessageCounts
{
    int today = 0;
    int entriesToday = 0;
    int entriesOfCode = 0;
    int addsOfCode = 0;
    int cancelsOfCode = 0;
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
    std::optional<domain::SessionSchedule> schedule;  ///< Empty = not a trading day.

    // The issue.
    const domain::Instrument* instrument = nullptr;  ///< Null = not in the master.
    bool masterIsToday = false;                      ///< Not an older copy.
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
    std::optional<std::chrono::milliseconds> frameAge;  ///< Newest frame of any kind.
    bool tradeLive = false;  ///< Registered on a live connection: a quiet symbol is no old one.
    bool quoteLive = false;
    std::optional<domain::Price> last;
    std::optional<domain::Price> bid;
    std::optional<domain::Price> ask;
    std::optional<domain::Vwap> minuteVwap;
    std::optional<domain::Quantity> oppositeSize;  ///< Ten visible levels.
    std::optional<domain::Quantity> volumeFive;    ///< Last five minutes.

    // Our side.
    std::optional<domain::Won> startEquity;
    GuardState guard = GuardState::Uncertain;
    domain::Quantity held;
    domain::Quantity sellable;                       ///< By our books: held less live sales.
    std::optional<domain::Quantity> brokerSellable;  ///< Only while it counts (L01).
    /// The broker's figure read at most a second ago, whatever happened before it: what a full
    /// exit may sell though the answer of an earlier one was lost (rule 4.2.4).
    std::optional<domain::Quantity> brokerSellableNow;
    std::vector<OwnOrder> own;             ///< Live orders of the same symbol.
    int openCodes = 0;                     ///< Codes held or being bought, this one not counted.
    int workingOrders = 0;                 ///< Over all codes.
    domain::Won codeExposure;              ///< Of this code at cost, with working buys.
    domain::Won grossExposure;             ///< Of all codes at cost, with working and unknown buys.
    std::optional<domain::Won> localCash;  ///< Less what is reserved.
    std::optional<domain::Won> brokerCash;  ///< nrcvb_buy_amt
    MessageCounts messages;
    bool sameWithinTwoSeconds = false;  ///< Same code, side, quantity and price was wanted.
    bool emergencyExit = false;
    std::optional<domain::Price> stop;                ///< The rule's; empty = S1 under the limit.
    std::optional<domain::Timestamp> lossPauseUntil;  ///< RC-23
    std::optional<domain::Price> restPrice;           ///< A REST price at most a second old.
    bool firstOpeningOfDay = false;
    bool firstOrderAny = false;

    friend bool operator==(const GateInput&, const GateInput&) = default;
};
}  // namespace core::risk
