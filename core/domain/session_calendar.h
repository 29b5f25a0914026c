#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <set>

namespace core::domain
{
/// Where the KRX day stands.
enum class SessionPhase : std::uint8_t
{
    Closed,          ///< Night, weekend, holiday, or after everything.
    PreOpen,         ///< Before the opening auction's order entry.
    OpeningAuction,  ///< Order entry for the opening price.
    Continuous,
    ClosingAuction,
    AfterClose,   ///< Closing-price trading.
    AfterMarket,  ///< KRX after-market.
};

/// The session times of one trading day. All rules are relative to `open` and `close`.
struct SessionSchedule
{
    TradingDate date{};
    TimeOfDay auctionStart{};
    TimeOfDay open{};
    TimeOfDay closingAuction{};
    TimeOfDay close{};
    TimeOfDay afterMarket{};
    TimeOfDay afterMarketEnd{};

    [[nodiscard]] Timestamp openAt() const noexcept { return fromKst(date, open); }
    [[nodiscard]] Timestamp closeAt() const noexcept { return fromKst(date, close); }
    [[nodiscard]] Timestamp closingAuctionAt() const noexcept
    {
        return fromKst(date, closingAuction);
    }
    friend bool operator==(const SessionSchedule&, const SessionSchedule&) = default;
};

struct SessionMoment
{
    SessionPhase phase = SessionPhase::Closed;
    Timestamp nextAt{};  ///< When the next phase begins (possibly on a later trading day).
    SessionPhase next = SessionPhase::Closed;

    friend bool operator==(const SessionMoment&, const SessionMoment&) = default;
};

/// Trading days and their hours, as data: weekends, holidays and special days come from a JSON
/// file (`resources/calendar/krx.json`, or one of the user's), never from code.
/// Pure value; any thread.
class SessionCalendar final
{
public:
    /// Regular hours on weekdays and nothing else; for tests.
    SessionCalendar();

    /// Shape:  {"regular":{"auction":"08:30",...}, "holidays":["2026-01-01",...],
    ///         "special":{"2026-11-19":{"open":"10:00","close":"16:30"}}}; a special day moves
    ///         the closing auction with the close (10 min before), the opening auction with the
    ///         open.
    /// Errors: Malformed or OutOfRange, naming the member and the value.
    [[nodiscard]] static base::Result<SessionCalendar> fromJson(const QByteArray& json);

    [[nodiscard]] bool isTradingDay(TradingDate date) const;
    /// The hours of `date`; nullopt on a day without a session.
    [[nodiscard]] std::optional<SessionSchedule> schedule(TradingDate date) const;
    [[nodiscard]] TradingDate nextTradingDay(TradingDate after) const;
    /// The trading day `days` sessions after `date` (settlement is T+2).
    [[nodiscard]] TradingDate addTradingDays(TradingDate date, int days) const;
    [[nodiscard]] SessionMoment momentAt(Timestamp at) const;

private:
    SessionSchedule m_regular;
    std::set<std::chrono::sys_days> m_holidays;
    std::map<std::chrono::sys_days, SessionSchedule> m_special;
};
}  // namespace core::domain
