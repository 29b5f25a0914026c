#pragma once

#include "core/base/clock.h"

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace core::domain
{
using base::Timestamp;

/// A day of the Korean calendar. Sessions, orders and journals belong to one.
using TradingDate = std::chrono::year_month_day;

/// Time of day in Seoul, from midnight.
using TimeOfDay = std::chrono::milliseconds;

/// Korea has had no daylight saving since 1988, so KST is a constant and no time-zone database
/// is asked. This header is the only place that knows it.
inline constexpr std::chrono::hours kKstOffset{9};

[[nodiscard]] constexpr TradingDate kstDate(Timestamp at) noexcept
{
    return TradingDate{std::chrono::floor<std::chrono::days>(at + kKstOffset)};
}

[[nodiscard]] constexpr TimeOfDay kstTimeOfDay(Timestamp at) noexcept
{
    const Timestamp local = at + kKstOffset;
    return local - std::chrono::floor<std::chrono::days>(local);
}

[[nodiscard]] constexpr Timestamp fromKst(TradingDate date, TimeOfDay time) noexcept
{
    return Timestamp{std::chrono::sys_days{date}} + time - kKstOffset;
}

[[nodiscard]] constexpr TimeOfDay timeOfDay(int hour, int minute, int second = 0) noexcept
{
    return std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

/// "HH:MM:SS" or "HH:MM:SS.mmm" or "HH:MM"; nullopt for anything else.
[[nodiscard]] std::optional<TimeOfDay> parseTimeOfDay(QStringView text);
/// "YYYY-MM-DD" or "YYYYMMDD", a day that exists; nullopt for anything else.
[[nodiscard]] std::optional<TradingDate> parseDate(QStringView text);

[[nodiscard]] QString timeText(TimeOfDay time);           ///< HH:MM:SS
[[nodiscard]] QString dateText(TradingDate date);         ///< YYYY-MM-DD
[[nodiscard]] QString compactDateText(TradingDate date);  ///< YYYYMMDD
[[nodiscard]] QString compactTimeText(TimeOfDay time);    ///< HHMMSS
[[nodiscard]] QString timestampText(Timestamp at);        ///< YYYY-MM-DDTHH:MM:SS.mmm, KST
}  // namespace core::domain
