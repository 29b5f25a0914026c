#pragma once

#include "core/sim/listing.h"
#include "core/sim/random.h"

namespace core::sim
{
/// How a leg feels in the tape of ten seconds.
struct LegTone
{
    double volume = 1.0;  ///< Times the issue's activity.
    int lean = 0;         ///< Of the book: above 0 more is bid than offered.
};

/// The legs a made-up price goes through: rest, rise, pull-back, fade, spike, plunge.
///
/// Waves as a scalper knows them: a rise of a few percent, pull-backs of 0.6 to 1.2 %, new highs;
/// then rest or fade. Calm issues do the same in small, and seldom. Volume and the book's balance
/// go with the leg as they do in leaders: a rise is busy, its pull-back dries up, and where it
/// comes back to its high buyers gather and volume bursts. Some lively issues sell off after the
/// open and rise through their average price late.
///
/// Prices are ln(price / reference), times milliseconds of the day.
class Legs final
{
public:
    /// `listing` must outlive the legs.
    explicit Legs(const Listing& listing) : m_listing{listing} {}

    /// The issue opens. `fate` says whether it sells off first and draws from a stream of its own.
    void open(int openMs, double log, Rng& fate);
    /// Begins a leg; `average` is the session's average price in won.
    void begin(int at, double log, double average, Rng& rng);
    /// A pause of trading ended whatever was under way.
    void interrupted(int at, double log, double average, Rng& rng);
    /// Ten seconds from `at` on: the leg's share of the price's move.
    [[nodiscard]] double step(int at, double log, double average, Rng& rng);
    /// Those ten seconds lead to `log`.
    [[nodiscard]] LegTone arrive(double log);

private:
    enum class Leg : std::uint8_t
    {
        Rest,
        Rise,
        PullBack,
        Fade,
        Spike,
        Plunge,
    };

    /// `shortest` slices or up to `spread` more.
    void start(Leg leg, double move, int shortest, int spread, Rng& rng);
    void sellOff(double log, Rng& rng);
    [[nodiscard]] bool returnToAverage(double log, double average, Rng& rng);
    void atRandom(double scale, Rng& rng);
    [[nodiscard]] double volume() const;
    [[nodiscard]] int lean() const;

    const Listing& m_listing;
    Leg m_leg = Leg::Rest;
    int m_slices = 0;  ///< Still to come.
    int m_length = 1;  ///< Slices when it began.
    double m_step = 0.0;
    int m_waves = 0;           ///< Rises still to come of the running wave.
    double m_high = 0.0;       ///< The high a pull-back came from.
    bool m_returning = false;  ///< A rise on its way back to that high.
    int m_burst = 0;           ///< Slices of a break still to come.
    int m_turnMs = 0;          ///< Until then it sells off,
    double m_floor = 0.0;      ///< down to here.
};
}  // namespace core::sim
