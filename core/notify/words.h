#pragma once

#include "core/config/config.h"
#include "core/domain/environment_kind.h"
#include "core/domain/guard.h"
#include "core/domain/order_notice.h"
#include "core/domain/screen_result.h"
#include "core/domain/session_calendar.h"
#include "core/domain/trading_view.h"
#include "core/notify/message.h"
#include "core/notify/reply.h"

#include <QString>

#include <cstdint>

/// Every word a notification is made of, in every language, in one file.
///
/// Not `tr()`: notifications are put together on their own thread, without a window, and their
/// language is a setting of its own; a process has only one translator.
/// Pure; any thread.
namespace core::notify
{
using Language = config::NoticeLanguage;

/// Sentences and labels; %1, %2 are filled by `arg`. In the order of the table in words.cpp.
enum class Word : std::uint8_t
{
    Started,
    Stopped,
    Configuration,
    Cause,
    BuyFilled,
    SellFilled,
    BuyFilledPart,
    SellFilledPart,
    BuyRefused,
    SellRefused,
    RefusedByGate,
    Exit,  ///< %1 reason
    AddDone,
    Guard,  ///< %1 rule
    FeedDown,
    BrokerDown,
    FeedBack,
    BrokerBack,
    DownFor,  ///< %1 seconds
    Violation,
    DayOf,  ///< %1 date
    Shares,
    SharesOf,       ///< %1 of %2
    AtPrice,        ///< %1 price
    SharesAtPrice,  ///< %1 shares, %2 price
    SharesOfAtPrice,
    Won,  ///< %1
    Net,
    DayResult,
    Equity,
    DayReturn,
    Average,
    Total,
    Stop,
    Rule,
    Trades,  ///< %1 trades, %2 wins
    AddCount,
    Costs,
    DrawDown,
    GuardsOfDay,
    ViolationCount,
    OpenCount,
    None,
    Status,
    Session,
    Feed,
    Broker,
    Good,
    Bad,
    Orders,
    Gate,
    Master,
    PositionCount,
    WorkingCount,
    UnresolvedCount,
    Positions,
    NoPositions,
    Last,
    Why,  ///< %1 issue
    UnknownCode,
    NotScreenedYet,
    NotInList,
    Rank,      ///< %1
    Excluded,  ///< %1 reason
    Held,
    NothingStops,
    Insufficient,  ///< %1 condition
    Fails,         ///< %1 condition
    FailsWith,     ///< %1 condition, %2 value, %3 limit
    BrokerSaid,    ///< %1
    AskCode,       ///< %1 what, %2 seconds
    CodeWrong,
    CodeLate,
    CodeNotAsked,
    PassedOn,     ///< %1 what
    NotAnswered,  ///< %1 what
    Commands,
    Lost,  ///< %1 count
    Unknown,
};
inline constexpr int kWordCount = static_cast<int>(Word::Unknown) + 1;

[[nodiscard]] QString word(Word which, Language language);

[[nodiscard]] QString environmentWord(domain::EnvironmentKind kind, Language language);
[[nodiscard]] QString phaseWord(domain::SessionPhase phase, Language language);
[[nodiscard]] QString armingWord(domain::Arming arming, Language language);
[[nodiscard]] QString gateWord(domain::GateState state, Language language);
[[nodiscard]] QString killWord(domain::KillLevel level, Language language);
[[nodiscard]] QString autoWord(domain::AutoState state, Language language);
[[nodiscard]] QString guardWord(domain::GuardRule rule, Language language);
[[nodiscard]] QString commandWord(CommandKind kind, Language language);
[[nodiscard]] QString exclusionWord(domain::ScreenReason reason, Language language);
/// "S1 손절"; what has no words stays as it is.
[[nodiscard]] QString ruleWord(const QString& rule, Language language);
/// Causes, kinds of violations, condition ids, details; what has no words stays as it is.
[[nodiscard]] QString codeWord(const QString& code, Language language);
/// A condition of entry or add by its id, a check of the gate by "RC-10".
[[nodiscard]] QString conditionWord(const QString& id, Language language);
}  // namespace core::notify
