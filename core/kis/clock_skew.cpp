#include "core/kis/clock_skew.h"

#include <QList>

#include <algorithm>
#include <array>

namespace core::kis
{
namespace
{
constexpr std::size_t kIntervalsMax = 20;
constexpr std::chrono::milliseconds kSecond{1000};

std::optional<int> numberOf(const QByteArray& text, qsizetype digits)
{
    const bool ok = text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
                        return c >= '0' && c <= '9';
                    });
    return ok ? std::optional{text.toInt()} : std::nullopt;
}
}  // namespace

std::optional<base::Timestamp> parseHttpDate(const QByteArray& text)
{
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr qsizetype kLength = 29;
    constexpr int kHours = 24;
    constexpr int kSixty = 60;
    if (text.size() != kLength || !text.endsWith(" GMT") || text.mid(3, 2) != ", "
        || text[19] != ':' || text[22] != ':') {
        return std::nullopt;
    }
    const auto day = numberOf(text.mid(5, 2), 2);
    const QByteArray name = text.mid(8, 3);
    const auto month = std::find(kMonths.begin(), kMonths.end(), name);
    const auto year = numberOf(text.mid(12, 4), 4);
    const auto hour = numberOf(text.mid(17, 2), 2);
    const auto minute = numberOf(text.mid(20, 2), 2);
    const auto second = numberOf(text.mid(23, 2), 2);
    if (!day || month == kMonths.end() || !year || !hour || !minute || !second || *hour >= kHours
        || *minute >= kSixty || *second > kSixty) {
        return std::nullopt;
    }
    const auto number = static_cast<unsigned>(month - kMonths.begin()) + 1U;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{number},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return base::Timestamp{std::chrono::sys_days{date}} + std::chrono::hours{*hour}
           + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

void ClockSkew::note(base::Timestamp asked, base::Timestamp answered, base::Timestamp date)
{
    const Interval now{.low = asked - date - kSecond, .high = answered - date};
    const bool agrees =
        std::all_of(m_intervals.begin(), m_intervals.end(), [&now](const Interval& one) {
            return one.low <= now.high && now.low <= one.high;
        });
    if (!agrees) {
        m_intervals.clear();  // A clock was set: what was measured before is of another one.
    }
    m_intervals.push_back(now);
    if (m_intervals.size() > kIntervalsMax) {
        m_intervals.pop_front();
    }
}

std::optional<std::chrono::milliseconds> ClockSkew::offset() const
{
    if (m_intervals.empty()) {
        return std::nullopt;
    }
    Interval common = m_intervals.front();
    for (const Interval& one : m_intervals) {
        common.low = std::max(common.low, one.low);
        common.high = std::min(common.high, one.high);
    }
    return (common.low + common.high) / 2;
}
}  // namespace core::kis
