#pragma once

#include "core/domain/session_calendar.h"
#include "core/sim/listing.h"
#include "core/sim/stock.h"
#include "core/sim/weather.h"

#include <vector>

namespace core::sim
{
struct DailyBar
{
    domain::TradingDate date{};
    std::int32_t open = 0;
    std::int32_t high = 0;
    std::int32_t low = 0;
    std::int32_t close = 0;
    std::int64_t volume = 0;
    std::int64_t turnover = 0;
};

/// The days before the simulated one, walked back from the reference price, which is the close of
/// the newest of them. Same seed, issue and day, same bars.
class History final
{
public:
    /// `calendar` and `listing` must outlive it.
    History(std::uint64_t seed, const domain::SessionCalendar& calendar, domain::TradingDate today);

    /// Newest first, `count` trading days before today.
    [[nodiscard]] std::vector<DailyBar> days(const Listing& listing, int count) const;
    /// Minute bars of a past day, oldest first; they end at its close and stay within its range.
    [[nodiscard]] std::vector<MinuteBar> minutes(const Listing& listing,
                                                 domain::TradingDate day) const;

private:
    std::uint64_t m_seed;
    const domain::SessionCalendar& m_calendar;
    std::vector<domain::TradingDate> m_dates;  ///< Trading days before today, newest first.
};
}  // namespace core::sim
