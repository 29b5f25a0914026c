#include "core/domain/session_calendar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace core::domain
{
namespace
{
constexpr int kDaysSearchedMax = 30;  // Longer than any run of holidays.

SessionSchedule regularHours()
{
    return {.date = {},
            .auctionStart = timeOfDay(8, 30),
            .open = timeOfDay(9, 0),
            .closingAuction = timeOfDay(15, 20),
            .close = timeOfDay(15, 30),
            .afterMarket = timeOfDay(16, 0),
            .afterMarketEnd = timeOfDay(20, 0)};
}

base::Error wrong(const QString& member, const QString& value, const QString& allowed)
{
    return {base::ErrorCode::Malformed,
            QStringLiteral("session calendar, %1: '%2' is not %3").arg(member, value, allowed)};
}

base::Result<TimeOfDay> timeMember(const QJsonObject& object, const QString& key,
                                   TimeOfDay otherwise, const QString& where)
{
    if (!object.contains(key)) {
        return otherwise;
    }
    const QString text = object.value(key).toString();
    const std::optional<TimeOfDay> time = parseTimeOfDay(text);
    if (!time) {
        return wrong(where + u'.' + key, text, QStringLiteral("a time HH:MM"));
    }
    return *time;
}

base::Status refuseUnknown(const QJsonObject& object, std::initializer_list<QLatin1String> known,
                           const QString& where)
{
    for (const QString& key : object.keys()) {
        bool found = false;
        for (const QLatin1String name : known) {
            found = found || key == name;
        }
        if (!found) {
            return wrong(where, key, QStringLiteral("a known member"));
        }
    }
    return base::Done{};
}

/// Hours of one day over `regular`: what moves the open moves the opening auction with it, what
/// moves the close moves the closing auction; each can also be given.
base::Result<SessionSchedule> hours(const QJsonObject& object, const SessionSchedule& regular,
                                    const QString& where)
{
    const base::Status known = refuseUnknown(
        object,
        {QLatin1String{"auction"}, QLatin1String{"open"}, QLatin1String{"closing_auction"},
         QLatin1String{"close"}, QLatin1String{"after_market"}, QLatin1String{"after_market_end"}},
        where);
    if (!known) {
        return known.error();
    }
    SessionSchedule day = regular;
    struct Member
    {
        const char* key;
        TimeOfDay SessionSchedule::*field;
    };
    const auto read = [&](Member member, TimeOfDay otherwise) -> base::Status {
        const base::Result<TimeOfDay> time =
            timeMember(object, QLatin1String{member.key}, otherwise, where);
        if (!time) {
            return time.error();
        }
        day.*member.field = *time;
        return base::Done{};
    };
    for (const Member& first :
         {Member{"open", &SessionSchedule::open}, Member{"close", &SessionSchedule::close}}) {
        const base::Status status = read(first, day.*first.field);
        if (!status) {
            return status.error();
        }
    }
    const TimeOfDay openShift = day.open - regular.open;
    const TimeOfDay closeShift = day.close - regular.close;
    const std::array<std::pair<Member, TimeOfDay>, 4> rest{{
        {{"auction", &SessionSchedule::auctionStart}, regular.auctionStart + openShift},
        {{"closing_auction", &SessionSchedule::closingAuction},
         regular.closingAuction + closeShift},
        {{"after_market", &SessionSchedule::afterMarket}, regular.afterMarket + closeShift},
        {{"after_market_end", &SessionSchedule::afterMarketEnd}, regular.afterMarketEnd},
    }};
    for (const auto& [member, otherwise] : rest) {
        const base::Status status = read(member, otherwise);
        if (!status) {
            return status.error();
        }
    }
    const bool ordered = day.auctionStart <= day.open && day.open < day.closingAuction
                         && day.closingAuction <= day.close && day.close <= day.afterMarket
                         && day.afterMarket <= day.afterMarketEnd;
    if (!ordered) {
        return base::Error{
            base::ErrorCode::OutOfRange,
            QStringLiteral("session calendar, %1: the times are not in the order auction, "
                           "open, closing auction, close, after-market")
                .arg(where)};
    }
    return day;
}
}  // namespace

SessionCalendar::SessionCalendar() : m_regular{regularHours()} {}

base::Result<SessionCalendar> SessionCalendar::fromJson(const QByteArray& json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("session calendar: not a JSON object (%1 at byte %2)")
                               .arg(problem.errorString())
                               .arg(problem.offset)};
    }
    const QJsonObject root = document.object();
    const base::Status known = refuseUnknown(root,
                                             {QLatin1String{"source"}, QLatin1String{"regular"},
                                              QLatin1String{"holidays"}, QLatin1String{"special"}},
                                             QStringLiteral("top level"));
    if (!known) {
        return known.error();
    }
    SessionCalendar calendar;
    base::Result<SessionSchedule> regular = hours(root.value(QLatin1String{"regular"}).toObject(),
                                                  regularHours(), QStringLiteral("regular"));
    if (!regular) {
        return regular.error();
    }
    calendar.m_regular = *regular;
    const QJsonArray holidays = root.value(QLatin1String{"holidays"}).toArray();
    for (const QJsonValue& entry : holidays) {
        const std::optional<TradingDate> date = parseDate(entry.toString());
        if (!date) {
            return wrong(QStringLiteral("holidays"), entry.toString(),
                         QStringLiteral("a date YYYY-MM-DD"));
        }
        calendar.m_holidays.insert(std::chrono::sys_days{*date});
    }
    const QJsonObject special = root.value(QLatin1String{"special"}).toObject();
    for (auto at = special.begin(); at != special.end(); ++at) {
        const std::optional<TradingDate> date = parseDate(at.key());
        if (!date) {
            return wrong(QStringLiteral("special"), at.key(), QStringLiteral("a date YYYY-MM-DD"));
        }
        base::Result<SessionSchedule> day =
            hours(at.value().toObject(), calendar.m_regular, QStringLiteral("special.") + at.key());
        if (!day) {
            return day.error();
        }
        calendar.m_special.emplace(std::chrono::sys_days{*date}, *day);
    }
    return calendar;
}

bool SessionCalendar::isTradingDay(TradingDate date) const
{
    const std::chrono::sys_days day{date};
    const std::chrono::weekday weekday{day};
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return !weekend && !m_holidays.contains(day);
}

std::optional<SessionSchedule> SessionCalendar::schedule(TradingDate date) const
{
    if (!isTradingDay(date)) {
        return std::nullopt;
    }
    const auto special = m_special.find(std::chrono::sys_days{date});
    SessionSchedule day = special == m_special.end() ? m_regular : special->second;
    day.date = date;
    return day;
}

TradingDate SessionCalendar::nextTradingDay(TradingDate after) const
{
    std::chrono::sys_days day{after};
    for (int i = 0; i < kDaysSearchedMax; ++i) {
        day += std::chrono::days{1};
        if (isTradingDay(TradingDate{day})) {
            break;
        }
    }
    return TradingDate{day};
}

TradingDate SessionCalendar::addTradingDays(TradingDate date, int days) const
{
    for (int i = 0; i < days; ++i) {
        date = nextTradingDay(date);
    }
    return date;
}

SessionMoment SessionCalendar::momentAt(Timestamp at) const
{
    const TradingDate today = kstDate(at);
    const TimeOfDay now = kstTimeOfDay(at);
    if (const std::optional<SessionSchedule> day = schedule(today)) {
        const std::array<std::pair<TimeOfDay, SessionPhase>, 7> borders{{
            {TimeOfDay{0}, SessionPhase::PreOpen},
            {day->auctionStart, SessionPhase::OpeningAuction},
            {day->open, SessionPhase::Continuous},
            {day->closingAuction, SessionPhase::ClosingAuction},
            {day->close, SessionPhase::AfterClose},
            {day->afterMarket, SessionPhase::AfterMarket},
            {day->afterMarketEnd, SessionPhase::Closed},
        }};
        for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
            if (now < borders[i + 1].first) {
                return {.phase = borders[i].second,
                        .nextAt = fromKst(today, borders[i + 1].first),
                        .next = borders[i + 1].second};
            }
        }
    }
    const TradingDate next = nextTradingDay(today);
    return {.phase = SessionPhase::Closed,
            .nextAt = fromKst(next, schedule(next).value_or(m_regular).auctionStart),
            .next = SessionPhase::OpeningAuction};
}
}  // namespace core::domain
