#include "core/domain/kst.h"

namespace core::domain
{
namespace
{
std::optional<int> number(QStringView text)
{
    int value = 0;
    if (text.isEmpty()) {
        return std::nullopt;
    }
    for (const QChar unit : text) {
        if (unit < u'0' || unit > u'9') {
            return std::nullopt;
        }
        value = value * 10 + (unit.unicode() - u'0');
    }
    return value;
}

QString twoDigits(std::int64_t value)
{
    return QString::number(value).rightJustified(2, u'0');
}

struct Clock
{
    std::int64_t hour;
    std::int64_t minute;
    std::int64_t second;
    std::int64_t milli;
};

Clock split(TimeOfDay time)
{
    const std::chrono::hh_mm_ss<std::chrono::milliseconds> parts{time};
    return {parts.hours().count(), parts.minutes().count(), parts.seconds().count(),
            parts.subseconds().count()};
}
}  // namespace

std::optional<TimeOfDay> parseTimeOfDay(QStringView text)
{
    constexpr qsizetype kShort = 5;
    constexpr qsizetype kSeconds = 8;
    constexpr qsizetype kMillis = 12;
    const qsizetype size = text.size();
    if (size != kShort && size != kSeconds && size != kMillis) {
        return std::nullopt;
    }
    if (text[2] != u':' || (size > kShort && text[5] != u':')
        || (size == kMillis && text[8] != u'.')) {
        return std::nullopt;
    }
    const std::optional<int> hour = number(text.mid(0, 2));
    const std::optional<int> minute = number(text.mid(3, 2));
    const std::optional<int> second = size > kShort ? number(text.mid(6, 2)) : 0;
    const std::optional<int> milli = size == kMillis ? number(text.mid(9, 3)) : 0;
    if (!hour || !minute || !second || !milli || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return timeOfDay(*hour, *minute, *second) + std::chrono::milliseconds{*milli};
}

std::optional<TradingDate> parseDate(QStringView text)
{
    constexpr qsizetype kCompact = 8;
    constexpr qsizetype kDashed = 10;
    const bool dashed = text.size() == kDashed && text[4] == u'-' && text[7] == u'-';
    if (!dashed && text.size() != kCompact) {
        return std::nullopt;
    }
    const std::optional<int> year = number(text.mid(0, 4));
    const std::optional<int> month = number(text.mid(dashed ? 5 : 4, 2));
    const std::optional<int> day = number(text.mid(dashed ? 8 : 6, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const TradingDate date{std::chrono::year{*year},
                           std::chrono::month{static_cast<unsigned>(*month)},
                           std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

QString timeText(TimeOfDay time)
{
    const Clock c = split(time);
    return twoDigits(c.hour) + u':' + twoDigits(c.minute) + u':' + twoDigits(c.second);
}

QString compactTimeText(TimeOfDay time)
{
    const Clock c = split(time);
    return twoDigits(c.hour) + twoDigits(c.minute) + twoDigits(c.second);
}

QString compactDateText(TradingDate date)
{
    return QString::number(static_cast<int>(date.year())).rightJustified(4, u'0')
           + twoDigits(static_cast<unsigned>(date.month()))
           + twoDigits(static_cast<unsigned>(date.day()));
}

QString dateText(TradingDate date)
{
    QString text = compactDateText(date);
    text.insert(6, u'-');
    text.insert(4, u'-');
    return text;
}

QString timestampText(Timestamp at)
{
    const TimeOfDay time = kstTimeOfDay(at);
    return dateText(kstDate(at)) + u'T' + timeText(time) + u'.'
           + QString::number(split(time).milli).rightJustified(3, u'0');
}
}  // namespace core::domain
