#include "core/sim/synthetic_flow.h"

#include <algorithm>
#include <cmath>

namespace core::sim
{
namespace
{
using domain::Price;

constexpr int kViMs = 120'000;
constexpr double kLogMin = -0.371;  ///< ln 0.69: a little beyond the lower limit.
constexpr double kLogMax = 0.270;   ///< ln 1.31
constexpr std::uint64_t kFate = 0xFA7E;

int milliseconds(domain::TimeOfDay time)
{
    return static_cast<int>(time.count());
}
}  // namespace

SyntheticFlow::SyntheticFlow(const Listing& listing, const Weather& weather, std::uint64_t seed,
                             const domain::SessionSchedule& schedule)
    : m_listing{listing},
      m_weather{weather},
      m_key{streamKey(seed, listing.symbol().word(),
                      static_cast<std::uint64_t>(
                          std::chrono::sys_days{schedule.date}.time_since_epoch().count()))},
      m_limits{listing.limits()},
      m_legs{listing},
      m_auctionMs{milliseconds(schedule.auctionStart)},
      m_openMs{milliseconds(schedule.open)},
      m_closingMs{milliseconds(schedule.closingAuction)},
      m_closeMs{milliseconds(schedule.close)},
      m_afterMarketMs{milliseconds(schedule.afterMarket)},
      m_afterMarketEndMs{milliseconds(schedule.afterMarketEnd)},
      m_last{listing.reference},
      m_viReference{listing.reference}
{
}

std::vector<FlowEvent> SyntheticFlow::produce(int minute)
{
    std::vector<FlowEvent> out;
    if (m_listing.has(domain::InstrumentFlag::Halted)) {
        return out;
    }
    Rng rng{streamKey(m_key, static_cast<std::uint64_t>(minute))};
    const int at = minute * kMinuteMs;
    if (at < m_openMs) {
        if (at >= m_auctionMs) {
            const double gap = m_listing.beta * m_weather.gap(m_listing.instrument.market)
                               + m_listing.sigma * 0.5 * Rng{m_key}.bell();
            auction(out, at, at + kMinuteMs, gap, rng);
        }
        return out;
    }
    if (m_listing.callAuctions() && at < m_closeMs + kMinuteMs) {
        callAuctionMinute(out, minute, rng);
    } else if (at < m_closingMs) {
        continuousMinute(out, minute, rng);
    } else if (at < m_closeMs + kMinuteMs) {
        closingMinute(out, minute, rng);
    } else {
        afterHoursMinute(out, minute, rng);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const FlowEvent& a, const FlowEvent& b) { return a.at < b.at; });
    sum(out);
    return out;
}

bool SyntheticFlow::tell(const Story& story)
{
    const int at = story.minute * kMinuteMs;
    if (at < m_openMs || at >= m_closingMs || m_listing.callAuctions()
        || m_listing.has(domain::InstrumentFlag::Halted)) {
        return false;
    }
    m_story.tell(story);
    return true;
}

double SyntheticFlow::average() const
{
    return m_volume > 0 ? m_turnover / static_cast<double>(m_volume) : m_listing.reference;
}

void SyntheticFlow::sum(const std::vector<FlowEvent>& events)
{
    for (const FlowEvent& event : events) {
        if (event.kind == FlowKind::Trade || event.kind == FlowKind::AuctionPrint) {
            m_volume += event.quantity;
            m_turnover += static_cast<double>(event.quantity) * event.price;
        }
    }
}

/// Expected prices that walk from where they are to `target`, a few a minute.
void SyntheticFlow::auction(std::vector<FlowEvent>& out, int from, int to, double target, Rng& rng)
{
    const int steps = 3 + static_cast<int>(m_listing.tradesPerMinute / 12.0);
    for (int i = 0; i < steps; ++i) {
        const int at = from + static_cast<int>((i + rng.unit()) / steps * (to - from));
        m_log += (target - m_log) * 0.06 + m_listing.sigma * 0.02 * rng.bell();
        const double share = 0.004 + 0.03 * static_cast<double>(at % 1'800'000) / 1'800'000.0;
        out.push_back({.at = at,
                       .price = priceOf(m_log),
                       .quantity = size(share, rng),
                       .kind = FlowKind::Expected});
    }
}

void SyntheticFlow::openingPrint(std::vector<FlowEvent>& out, Rng& rng)
{
    // About 97 % of issues open in the first seconds, the rest within the random half minute.
    m_printAt =
        m_openMs + static_cast<int>(rng.chance(0.97) ? rng.below(900) : 5'000 + rng.below(25'000));
    print(out, m_printAt, priceOf(m_log), printSize(0.045, rng));
    Rng fate{streamKey(m_key, kFate)};
    m_legs.open(m_openMs, m_log, fate);
    m_legs.begin(m_printAt, m_log, average(), rng);
}

void SyntheticFlow::continuousMinute(std::vector<FlowEvent>& out, int minute, Rng& rng)
{
    const int start = minute * kMinuteMs;
    if (m_printAt == 0) {
        openingPrint(out, rng);
    }
    m_story.minute(minute);
    for (int s = 0; s < kSlicesPerMinute; ++s) {
        int from = start + s * kSliceMs;
        const int to = from + kSliceMs;
        if (m_viUntil != 0) {
            if (m_viUntil >= to) {
                if (s % 2 == 0) {
                    auction(out, from, to, m_log + 0.01 * rng.bell(), rng);
                }
                continue;
            }
            from = std::max(from, m_viUntil);
            leaveVi(out, rng);
        }
        slice(out, std::max(from, m_printAt + 1), to, minute, rng);
    }
}

SyntheticFlow::Stretch SyntheticFlow::ownStretch(int to, int minute, Rng& rng)
{
    const int index = (to - m_openMs) / kSliceMs;
    const double activity = m_weather.activity(minute - m_openMs / kMinuteMs);
    const double leg = m_legs.step(to - kSliceMs, m_log, average(), rng);
    const double market = m_weather.level(m_listing.instrument.market, index)
                          - m_weather.level(m_listing.instrument.market, index - 1);
    const double noise =
        m_listing.sigma / 48.0 * std::sqrt(0.4 + 0.6 * activity) * rng.bell();  // 48 = sqrt(2,300)
    Stretch out{.from = m_log, .to = m_log + leg + m_listing.beta * market + noise};
    out.to = std::clamp(out.to, kLogMin, kLogMax);
    const LegTone tone = m_legs.arrive(out.to);
    out.trades = activity * tone.volume;
    out.shares = out.trades;
    out.buyers = std::clamp(0.5 + 90.0 * (out.to - out.from), 0.2, 0.8);
    out.lean = tone.lean;
    return out;
}

SyntheticFlow::Stretch SyntheticFlow::toldStretch()
{
    const StorySlice told =
        m_story.next(m_listing, {.log = m_log, .average = average(), .viReference = m_viReference});
    return {.from = std::clamp(told.from, kLogMin, kLogMax),
            .to = std::clamp(told.to, kLogMin, kLogMax),
            .trades = std::max(1.0, std::sqrt(told.volume)),
            .shares = told.volume,
            .spread = 0.1,
            .buyers = 0.5 + 0.01 * told.lean,
            .lean = told.lean};
}

void SyntheticFlow::slice(std::vector<FlowEvent>& out, int from, int to, int minute, Rng& rng)
{
    const Stretch stretch = m_story.isPlaying() ? toldStretch() : ownStretch(to, minute, rng);
    m_log = stretch.to;
    const double whole = static_cast<double>(to - from) / kSliceMs;
    const double expected = m_listing.tradesPerMinute / kSlicesPerMinute * stretch.trades * whole;
    const int trades = static_cast<int>(
        expected * rng.between(1.0 - stretch.spread, 1.0 + stretch.spread) + rng.unit());
    const double perTrade =
        stretch.shares * 0.88 / (m_weather.minutes() * kSlicesPerMinute * std::max(expected, 0.05));
    const auto lean = static_cast<std::int8_t>(stretch.lean);
    const double step = (to - from) / std::max(1.0, static_cast<double>(trades));
    for (int i = 0; i < trades; ++i) {
        const double offset = (i + rng.unit()) * step;
        const int at = from + static_cast<int>(offset);
        const Side side = rng.chance(stretch.buyers) ? Side::Buyer : Side::Seller;
        const double log = stretch.from + (stretch.to - stretch.from) * offset / (to - from);
        const std::int32_t price = priceOf(log, side);
        m_last = price;
        m_story.traded(price);
        out.push_back({.at = at,
                       .price = price,
                       .quantity = size(perTrade, rng),
                       .kind = FlowKind::Trade,
                       .side = side,
                       .lean = lean});
        if (startsVi(price)) {
            enterVi(out, at, price, rng);
            return;
        }
    }
    const int orders = static_cast<int>(trades * 0.5 + 0.35 + rng.unit());
    for (int i = 0; i < orders; ++i) {
        out.push_back({.at = from + static_cast<int>(rng.below(to - from)),
                       .price = 0,
                       .kind = FlowKind::BookOnly,
                       .lean = lean});
    }
}

void SyntheticFlow::callAuctionMinute(std::vector<FlowEvent>& out, int minute, Rng& rng)
{
    const int at = minute * kMinuteMs;
    if ((at - m_openMs) % (30 * kMinuteMs) == 0 && at <= m_closeMs) {
        print(out, at + 200 + static_cast<int>(rng.below(20'000)), priceOf(m_log),
              printSize(0.07, rng));
    } else {
        auction(out, at, at + kMinuteMs, m_log + m_listing.sigma * 0.2 * rng.bell(), rng);
    }
}

void SyntheticFlow::closingMinute(std::vector<FlowEvent>& out, int minute, Rng& rng)
{
    const int at = minute * kMinuteMs;
    if (m_viUntil != 0) {
        m_viUntil = at;
        leaveVi(out, rng);
    }
    if (at < m_closeMs) {
        auction(out, at, at + kMinuteMs, m_log, rng);
        return;
    }
    // Random end of the closing auction: prints came at 15:30:03 to 15:30:32.
    print(out, m_closeMs + 3'000 + static_cast<int>(rng.below(29'000)), priceOf(m_log),
          printSize(0.06, rng));
}

void SyntheticFlow::afterHoursMinute(std::vector<FlowEvent>& out, int minute, Rng& rng)
{
    const int at = minute * kMinuteMs;
    const bool closingPrice = at >= m_closeMs + 10 * kMinuteMs && at < m_afterMarketMs;
    const bool afterMarket =
        at >= m_afterMarketMs && at < m_afterMarketEndMs && !m_listing.isFund();
    if (!closingPrice && !afterMarket) {
        return;
    }
    const double rate = m_listing.tradesPerMinute * (closingPrice ? 0.06 : 0.03);
    const int trades = static_cast<int>(rate * rng.between(0.5, 1.5) + rng.unit());
    std::int32_t price = m_last;
    for (int i = 0; i < trades; ++i) {
        Side side = Side::Auction;
        if (afterMarket) {
            m_log += m_listing.sigma / 90.0 * rng.bell();
            side = rng.chance(0.5) ? Side::Buyer : Side::Seller;
            price = priceOf(m_log, side);
        }
        out.push_back({.at = at + static_cast<int>((i + rng.unit()) / trades * kMinuteMs),
                       .price = price,
                       .quantity = size(0.00008, rng),
                       .kind = FlowKind::AfterHours,
                       .side = side});
    }
}

bool SyntheticFlow::startsVi(std::int32_t price) const
{
    const domain::DailyLimits vi =
        domain::staticViPrices(Price::fromWon(m_viReference), m_listing.steps());
    const bool beyond = price >= vi.upper.won() || price <= vi.lower.won();
    return beyond && !m_listing.has(domain::InstrumentFlag::NewlyListed);
}

void SyntheticFlow::enterVi(std::vector<FlowEvent>& out, int at, std::int32_t price, Rng& rng)
{
    // Published releases came 123 to 147 s after the trigger.
    m_story.interrupted();
    m_viUntil = at + kViMs + 3'000 + static_cast<int>(rng.below(25'000));
    out.push_back({.at = at, .price = price, .kind = FlowKind::ViStart});
    for (int next = at + 900; next < at - at % kSliceMs + kSliceMs; next += 2'500) {
        out.push_back(
            {.at = next, .price = price, .quantity = size(0.004, rng), .kind = FlowKind::Expected});
    }
}

void SyntheticFlow::leaveVi(std::vector<FlowEvent>& out, Rng& rng)
{
    const int at = m_viUntil;
    m_viUntil = 0;
    m_log += 0.008 * rng.bell();
    out.push_back({.at = at, .price = m_last, .kind = FlowKind::ViEnd});
    print(out, at, priceOf(m_log), printSize(0.012, rng));
    m_legs.interrupted(at, m_log, average(), rng);
}

/// A single price; it re-bases the static VI.
void SyntheticFlow::print(std::vector<FlowEvent>& out, int at, std::int32_t price,
                          std::int64_t quantity)
{
    m_last = price;
    m_viReference = price;
    out.push_back({.at = at, .price = price, .quantity = quantity, .kind = FlowKind::AuctionPrint});
}

std::int32_t SyntheticFlow::priceOf(double log) const
{
    const auto raw = Price::fromWon(
        static_cast<std::int64_t>(std::llround(m_listing.reference * std::exp(log))));
    const Price price = domain::roundDownToStep(raw, m_listing.steps());
    return static_cast<std::int32_t>(std::clamp(price, m_limits.lower, m_limits.upper).won());
}

std::int32_t SyntheticFlow::priceOf(double log, Side side) const
{
    const auto raw = Price::fromWon(static_cast<std::int64_t>(m_listing.reference * std::exp(log)));
    const Price price = side == Side::Buyer ? domain::roundUpToStep(raw, m_listing.steps())
                                            : domain::roundDownToStep(raw, m_listing.steps());
    return static_cast<std::int32_t>(std::clamp(price, m_limits.lower, m_limits.upper).won());
}

/// About `share` of the day's volume, at least one share.
std::int64_t SyntheticFlow::size(double share, Rng& rng) const
{
    const double shares = static_cast<double>(m_listing.dailyVolume) * share * rng.skewed() * 1.3;
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(shares));
}

/// Single prices gather many orders: their sizes vary less.
std::int64_t SyntheticFlow::printSize(double share, Rng& rng) const
{
    const double shares =
        static_cast<double>(m_listing.dailyVolume) * share * rng.between(0.6, 1.4);
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(shares));
}
}  // namespace core::sim
