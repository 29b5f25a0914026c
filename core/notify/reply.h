#pragma once

#include "core/domain/rule_view.h"
#include "core/domain/session_calendar.h"
#include "core/domain/trading_view.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace core::notify
{
// What a command wants, and what is said back. Values only.

enum class CommandKind : std::uint8_t
{
    Status,
    Positions,
    Why,
    Pause,   ///< K1: no new entries.
    Cancel,  ///< K2: no new entries, open buys cancelled.
};

/// An authorised command. The first three are answered through `Notifier::answer`; the last two
/// have had their code echoed and are simply done. There is no wish that buys, sells, arms or
/// sets anything, and there is no place for one.
struct CommandWish
{
    std::uint64_t number = 0;  ///< Of this run, from 1.
    CommandKind kind = CommandKind::Status;
    domain::Symbol symbol{};  ///< Why only.

    friend bool operator==(const CommandWish&, const CommandWish&) = default;
};

struct StatusAnswer
{
    domain::SessionPhase phase = domain::SessionPhase::Closed;
    bool feedLive = false;
    std::optional<std::chrono::milliseconds> frameAge{};
    bool brokerReady = false;
    domain::Arming arming = domain::Arming::Unarmed;
    domain::GateState gate = domain::GateState::View;
    domain::KillLevel kill = domain::KillLevel::None;
    domain::AutoState master = domain::AutoState::Off;
    std::optional<domain::Won> equity{};
    std::optional<domain::Won> dayPnl{};
    std::optional<std::int64_t> dayTenThousandths{};
    int positions = 0;
    int workingOrders = 0;
    int unresolvedOrders = 0;

    friend bool operator==(const StatusAnswer&, const StatusAnswer&) = default;
};

struct PositionLine
{
    domain::Symbol symbol{};
    QString name{};
    domain::Quantity quantity{};
    domain::Won cost{};
    domain::Price last{};  ///< 0 = not known.
    domain::Won netPnl{};
    std::int64_t netTenThousandths = 0;
    domain::Price stop{};  ///< 0 = none.
    QString stopRule{};

    friend bool operator==(const PositionLine&, const PositionLine&) = default;
};

struct PositionsAnswer
{
    std::vector<PositionLine> rows{};

    friend bool operator==(const PositionsAnswer&, const PositionsAnswer&) = default;
};

struct WhyAnswer
{
    QString name{};
    bool known = false;  ///< The master files have the code.
    domain::WhyView why{};

    friend bool operator==(const WhyAnswer&, const WhyAnswer&) = default;
};

/// What the program answers to a wish.
using Answer = std::variant<StatusAnswer, PositionsAnswer, WhyAnswer>;

/// Send this back within the time, and it is done.
struct CodeAsked
{
    CommandKind kind = CommandKind::Pause;
    QString code{};
    std::chrono::seconds within{};

    friend bool operator==(const CodeAsked&, const CodeAsked&) = default;
};

enum class CodeFailure : std::uint8_t
{
    Wrong,
    Late,
    NotAsked,
};
struct CodeFailed
{
    CodeFailure why = CodeFailure::Wrong;

    friend bool operator==(const CodeFailed&, const CodeFailed&) = default;
};

/// Handed to the program.
struct WishPassedOn
{
    CommandKind kind = CommandKind::Pause;

    friend bool operator==(const WishPassedOn&, const WishPassedOn&) = default;
};

/// Nobody answered the question in time.
struct NotAnswered
{
    CommandKind kind = CommandKind::Status;

    friend bool operator==(const NotAnswered&, const NotAnswered&) = default;
};

/// Not understood: the list of commands.
struct CommandHelp
{
    friend bool operator==(const CommandHelp&, const CommandHelp&) = default;
};

/// So many messages did not find room while the service could not be reached.
struct MessagesLost
{
    std::uint64_t count = 0;

    friend bool operator==(const MessagesLost&, const MessagesLost&) = default;
};

/// Everything said to the chat that is not an event.
using Reply = std::variant<StatusAnswer, PositionsAnswer, WhyAnswer, CodeAsked, CodeFailed,
                           WishPassedOn, NotAnswered, CommandHelp, MessagesLost>;
}  // namespace core::notify
