#pragma once

#include "core/sim/flow.h"
#include "core/sim/legs.h"
#include "core/sim/listing.h"
#include "core/sim/random.h"
#include "core/sim/story_play.h"
#include "core/sim/weather.h"

namespace core::sim
{
/// The made-up trading day of one issue.
///
/// A function of seed, date and symbol alone: each minute draws from its own random stream and
/// continues from the state the minutes before it left, so running it from the opening auction to
/// any moment gives what a simulator that ran all the time would have there. Ten-second slices
/// carry a log price through its legs; trades lie on the slice's line with a bounce of the spread;
/// ±10 % from the last single price starts a VI.
///
/// A story (FAULTS.md) takes the legs over from its minute to its end.
class SyntheticFlow final : public Flow
{
public:
    /// `listing` and `weather` must outlive the flow.
    SyntheticFlow(const Listing& listing, const Weather& weather, std::uint64_t seed,
                  const domain::SessionSchedule& schedule);

    [[nodiscard]] std::vector<FlowEvent> produce(int minute) override;
    [[nodiscard]] bool tell(const Story& story) override;

private:
    /// Ten seconds: from where to where, how busy, who is in the book.
    struct Stretch
    {
        double from = 0.0;
        double to = 0.0;
        double trades = 0.0;  ///< Times the issue's mean rate of trades,
        double shares = 0.0;  ///< and of shares.
        double spread = 0.6;  ///< How far the number of trades may be off.
        double buyers = 0.5;  ///< Share of the trades that take the ask.
        int lean = 0;
    };

    void auction(std::vector<FlowEvent>& out, int from, int to, double target, Rng& rng);
    void openingPrint(std::vector<FlowEvent>& out, Rng& rng);
    void continuousMinute(std::vector<FlowEvent>& out, int minute, Rng& rng);
    void slice(std::vector<FlowEvent>& out, int from, int to, int minute, Rng& rng);
    [[nodiscard]] Stretch ownStretch(int to, int minute, Rng& rng);
    [[nodiscard]] Stretch toldStretch();
    void callAuctionMinute(std::vector<FlowEvent>& out, int minute, Rng& rng);
    void closingMinute(std::vector<FlowEvent>& out, int minute, Rng& rng);
    void afterHoursMinute(std::vector<FlowEvent>& out, int minute, Rng& rng);

    /// Of the session so far, won.
    [[nodiscard]] double average() const;
    void sum(const std::vector<FlowEvent>& events);
    [[nodiscard]] bool startsVi(std::int32_t price) const;
    void enterVi(std::vector<FlowEvent>& out, int at, std::int32_t price, Rng& rng);
    void leaveVi(std::vector<FlowEvent>& out, Rng& rng);
    void print(std::vector<FlowEvent>& out, int at, std::int32_t price, std::int64_t quantity);
    [[nodiscard]] std::int32_t priceOf(double log) const;
    [[nodiscard]] std::int32_t priceOf(double log, Side side) const;
    [[nodiscard]] std::int64_t size(double share, Rng& rng) const;
    [[nodiscard]] std::int64_t printSize(double share, Rng& rng) const;

    const Listing& m_listing;
    const Weather& m_weather;
    std::uint64_t m_key;
    domain::DailyLimits m_limits;
    Legs m_legs;
    int m_auctionMs = 0;
    int m_openMs = 0;
    int m_closingMs = 0;
    int m_closeMs = 0;
    int m_afterMarketMs = 0;
    int m_afterMarketEndMs = 0;

    double m_log = 0.0;  ///< ln(fair price / reference).
    std::int32_t m_last = 0;
    std::int32_t m_viReference = 0;
    int m_viUntil = 0;  ///< 0 = no VI running.
    int m_printAt = 0;  ///< Of the opening or closing auction.
    StoryPlay m_story;
    std::int64_t m_volume = 0;  ///< Of the session so far, with
    double m_turnover = 0.0;    ///< its won.
};
}  // namespace core::sim
