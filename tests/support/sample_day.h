#pragma once

#include "core/domain/day_record.h"
#include "core/domain/session_calendar.h"

#include <cstdint>

/// Day records for tests of reports and of the summary dialog.
namespace test
{
inline constexpr core::domain::TradingDate kSampleDate{
    std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

[[nodiscard]] core::domain::Timestamp sampleTime(int hour, int minute, int second = 0);

/// Regular hours, 09:00 to 15:30.
[[nodiscard]] core::domain::SessionSchedule sampleSession();

/// Four trades whose figures `tst_day_summary` has by hand: one held overnight, one won, one lost
/// with partial fills, one that came out at exactly zero; two open positions; an end equity that
/// adds up.
[[nodiscard]] core::domain::DayRecord goldenDay();

/// A busy day to look at: `trades` trades, a whole session of minutes, everything that can be in
/// a record. The same numbers on every machine.
[[nodiscard]] core::domain::DayRecord busyDay(int trades);

enum class Values : std::uint8_t
{
    Any,       ///< Over the whole width of their types: for files, not for sums.
    Sensible,  ///< Below a thousand million: sums do not overflow.
};
/// Random values in every member, names that mean harm included; `seed` decides.
[[nodiscard]] core::domain::DayRecord randomDay(std::uint64_t seed, Values values);
}  // namespace test
