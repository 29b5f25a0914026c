#include "core/sim/history.h"

#include "core/sim/random.h"

#include <algorithm>
#include <cmath>

namespace core::sim
{
using domain::Price;

namespace
{
constexpr int kDaysMax = 280;  // A year and a little.

std::uint64_t dayNumber(domain::TradingDate day)
{
    return static_cast<std::uint64_t>(std::chrono::sys_days{day}.time_since_epoch().count());
}

std::int32_t onStep(double won, domain::StepTable steps)
{
    return static_cast<std::int32_t>(
        domain::roundDownToStep(Price::fromWon(std::max<std::int64_t>(1, std::llround(won))), steps)
            .won());
}
}  // namespace

History::History(std::uint64_t seed, const domain::SessionCalendar& calendar,
                 domain::TradingDate today)
    : m_seed{seed}, m_calendar{calendar}
{
    std::chrono::sys_days day{today};
    while (m_dates.size() < kDaysMax) {
        day -= std::chrono::days{1};
        if (m_calendar.isTradingDay(domain::TradingDate{day})) {
            m_dates.push_back(domain::TradingDate{day});
        }
    }
}

std::vector<DailyBar> History::days(const Listing& listing, int count) const
{
    std::vector<DailyBar> out;
    double close = listing.reference;
    const auto wanted = static_cast<std::size_t>(std::clamp(count, 0, kDaysMax));
    for (std::size_t i = 0; i < wanted; ++i) {
        Rng rng{streamKey(m_seed, listing.symbol().word(), dayNumber(m_dates[i]), 0xDA1)};
        const double change = std::clamp(listing.sigma * rng.bell() + 0.0002, -0.25, 0.25);
        const double before = close / (1.0 + change);
        DailyBar bar{.date = m_dates[i]};
        bar.close = i == 0 ? listing.reference : onStep(close, listing.steps());
        bar.open = onStep(before * (1.0 + listing.sigma * 0.4 * rng.bell()), listing.steps());
        const double wick = listing.sigma * 0.6;
        bar.high = std::max(
            {bar.open, bar.close,
             onStep(std::max(bar.open, bar.close) * (1.0 + wick * rng.unit()), listing.steps())});
        bar.low = std::min(
            {bar.open, bar.close,
             onStep(std::min(bar.open, bar.close) * (1.0 - wick * rng.unit()), listing.steps())});
        bar.volume =
            i == 0 ? listing.previousVolume
                   : std::max<std::int64_t>(
                       10, static_cast<std::int64_t>(static_cast<double>(listing.previousVolume)
                                                     * rng.between(0.5, 1.7)));
        bar.turnover = bar.volume * ((bar.high + bar.low) / 2);
        out.push_back(bar);
        close = before;
    }
    return out;
}

std::vector<MinuteBar> History::minutes(const Listing& listing, domain::TradingDate day) const
{
    const auto known = std::find(m_dates.begin(), m_dates.end(), day);
    const std::optional<domain::SessionSchedule> schedule = m_calendar.schedule(day);
    if (known == m_dates.end() || !schedule) {
        return {};
    }
    const std::vector<DailyBar> daily =
        days(listing, static_cast<int>(known - m_dates.begin()) + 1);
    const DailyBar& bar = daily.back();
    const Weather weather{m_seed, *schedule};
    Rng rng{streamKey(m_seed, listing.symbol().word(), dayNumber(day), 0x317)};
    const int count = weather.minutes();
    const int first =
        static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(schedule->open).count());
    std::vector<MinuteBar> out;
    double noise = 0.0;
    std::int32_t last = bar.open;
    std::int64_t turnover = 0;
    for (int m = 0; m < count; ++m) {
        // A bridge from the open to the close of the day.
        const double part = (m + 1.0) / count;
        noise += listing.sigma / std::sqrt(count) * rng.bell();
        const double bridge = noise * (1.0 - part);
        const std::int32_t close =
            m + 1 == count
                ? bar.close
                : std::clamp(onStep((bar.open + part * (bar.close - bar.open)) * (1.0 + bridge),
                                    listing.steps()),
                             bar.low, bar.high);
        const auto volume = static_cast<std::int64_t>(
            static_cast<double>(bar.volume) / count * weather.activity(m) * rng.between(0.5, 1.5));
        if (volume == 0) {
            continue;
        }
        MinuteBar minute{.minute = first + m,
                         .open = last,
                         .high = std::max(last, close),
                         .low = std::min(last, close),
                         .close = close,
                         .volume = volume};
        minute.high =
            std::min(bar.high, onStep(minute.high * (1.0 + 0.0015 * rng.unit()), listing.steps()));
        minute.high = std::max({minute.high, last, close});
        minute.low =
            std::max(bar.low, onStep(minute.low * (1.0 - 0.0015 * rng.unit()), listing.steps()));
        minute.low = std::min({minute.low, last, close});
        turnover += volume * close;
        minute.accTurnover = turnover;
        out.push_back(minute);
        last = close;
    }
    // The closing print stands in the minute of the close.
    const std::int64_t closing = bar.volume / 16;
    out.push_back({.minute = static_cast<int>(
                       std::chrono::duration_cast<std::chrono::minutes>(schedule->close).count()),
                   .open = bar.close,
                   .high = bar.close,
                   .low = bar.close,
                   .close = bar.close,
                   .volume = closing,
                   .accTurnover = turnover + closing * bar.close});
    return out;
}
}  // namespace core::sim
