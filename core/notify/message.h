#pragma once

#include "core/domain/guard.h"
#include "core/domain/log_entry.h"
#include "core/domain/order.h"
#include "core/domain/trading_view.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace core::notify
{
// What is worth telling the trader wherever he is. Values only; none has a place for an account
// number, a key or a token. Code words and labels (`rule`, `cause`, `kind`) are those of the
// domain; the renderer has the words for them.

struct Started
{
    QString configHash{};

    friend bool operator==(const Started&, const Started&) = default;
};

struct Stopped
{
    QString cause{};  ///< Code word; empty = as asked.

    friend bool operator==(const Stopped&, const Stopped&) = default;
};

/// What of an order is filled by now: a later one about the same order says all an earlier did.
struct OrderFilled
{
    domain::ClientOrderId order{};
    domain::Symbol symbol{};
    QString name{};
    domain::Side side = domain::Side::Buy;
    QString rule{};              ///< "ENTRY", "S1", "HAND"
    domain::Quantity filled{};   ///< All of the order so far.
    domain::Quantity ordered{};  ///< 0 = not known.
    domain::Won amount{};        ///< Of `filled`; average = amount / filled.

    friend bool operator==(const OrderFilled&, const OrderFilled&) = default;
};

/// Refused by the broker, or (`byGate`) by the gate. Desktop only: he who ordered sits there.
struct OrderRefused
{
    domain::Symbol symbol{};
    QString name{};
    domain::Side side = domain::Side::Buy;
    domain::Quantity quantity{};
    bool byGate = false;
    QString code{};  ///< The broker's message code, or "RC-10".
    QString text{};  ///< The broker's words.

    friend bool operator==(const OrderRefused&, const OrderRefused&) = default;
};

/// A rule sells.
struct ExitDecided
{
    domain::Symbol symbol{};
    QString name{};
    QString rule{};  ///< "S1", "A4", "EOD": the reason.
    domain::Price price{};
    domain::Quantity quantity{};
    std::optional<domain::Won> net{};                 ///< Expected at `price`, all costs off.
    std::optional<std::int64_t> netTenThousandths{};  ///< In 1/10,000 % of the cost.

    friend bool operator==(const ExitDecided&, const ExitDecided&) = default;
};

/// The position has had its add.
struct Added
{
    domain::Symbol symbol{};
    QString name{};
    domain::Price price{};
    domain::Quantity quantity{};  ///< Added.
    domain::Quantity total{};     ///< Held now.
    domain::Won cost{};           ///< Of `total`.
    domain::Price stop{};         ///< In force now; 0 = none.

    friend bool operator==(const Added&, const Added&) = default;
};

struct GuardFired
{
    domain::GuardRule rule = domain::GuardRule::LossStop;
    domain::Won equity{};
    std::optional<std::int64_t> dayTenThousandths{};  ///< Day return, 1/10,000 %.

    friend bool operator==(const GuardFired&, const GuardFired&) = default;
};

struct KillRaised
{
    domain::KillLevel level = domain::KillLevel::NoEntries;
    QString cause{};  ///< Code word; empty = the trader.

    friend bool operator==(const KillRaised&, const KillRaised&) = default;
};

enum class Line : std::uint8_t
{
    Feed,
    Broker,
};

/// A line has been down longer than `kOutageTold`. Its maker counts; nothing here looks at it.
struct Disconnected
{
    Line line = Line::Feed;
    std::chrono::seconds lasted{};

    friend bool operator==(const Disconnected&, const Disconnected&) = default;
};
inline constexpr std::chrono::seconds kOutageTold{10};

/// The end of such an outage.
struct Reconnected
{
    Line line = Line::Feed;
    std::chrono::seconds lasted{};

    friend bool operator==(const Reconnected&, const Reconnected&) = default;
};

/// Found by the auditor.
struct ViolationFound
{
    QString kind{};  ///< Code word: "stop", "over_trading".
    domain::Symbol symbol{};
    QString name{};
    QString detail{};

    friend bool operator==(const ViolationFound&, const ViolationFound&) = default;
};

/// The day's headline figures and its picture.
struct DaySummary
{
    domain::TradingDate date{};
    std::optional<domain::Won> startEquity{};
    std::optional<domain::Won> endEquity{};
    domain::Won pnl{};  ///< Net of the day.
    std::optional<std::int64_t> returnTenThousandths{};
    domain::Won costs{};  ///< Commissions and taxes.
    int trades = 0;
    int wins = 0;
    int adds = 0;
    std::optional<std::int64_t> drawdownTenThousandths{};  ///< Largest of the day, not negative.
    std::vector<domain::GuardRule> guard{};
    int violations = 0;
    int open = 0;        ///< Positions held overnight.
    QByteArray chart{};  ///< PNG of the equity curve; empty = none.
    /// The picture shows sums of money: it stays here where sums must not be told.
    bool chartTellsAmounts = true;

    friend bool operator==(const DaySummary&, const DaySummary&) = default;
};

using Content =
    std::variant<Started, Stopped, OrderFilled, OrderRefused, ExitDecided, Added, GuardFired,
                 KillRaised, Disconnected, Reconnected, ViolationFound, DaySummary>;

struct Message
{
    domain::Timestamp at{};  ///< When it happened, by the environment's clock.
    Content content;

    friend bool operator==(const Message&, const Message&) = default;
};

/// How a message stands beside others while it waits.
struct Standing
{
    domain::Severity severity = domain::Severity::Info;
    /// Not worth sending any more after this long; empty = always worth sending.
    std::optional<std::chrono::seconds> keeps{};
    /// A newer one of the same (not empty) text takes the place of one that waits.
    QString subject{};

    friend bool operator==(const Standing&, const Standing&) = default;
};

[[nodiscard]] Standing standingOf(const Message& message);
/// Goes to the telephone too, not only to the desktop.
[[nodiscard]] bool isForTelegram(const Message& message);
}  // namespace core::notify
