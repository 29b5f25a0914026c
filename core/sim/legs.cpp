#include "core/sim/legs.h"

#include "core/sim/flow.h"

#include <algorithm>
#include <cmath>

namespace core::sim
{
namespace
{
/// A break: so near its high buyers begin to gather; so long, so busy, so one-sided it is.
constexpr double kNearHigh = 0.003;
constexpr int kBurstSlices = 7;
constexpr double kBurstVolume = 4.0;
constexpr int kBurstLean = 12;
/// Of the lively issues, those that sell off first.
constexpr double kLateShare = 0.5;
}  // namespace

void Legs::open(int openMs, double log, Rng& fate)
{
    if ((m_listing.temper == Temper::Lively || m_listing.temper == Temper::Runner)
        && fate.chance(kLateShare)) {
        m_turnMs = openMs + static_cast<int>(fate.between(25.0, 200.0) * kMinuteMs);
        m_floor = log - fate.between(0.04, 0.07);
    }
}

void Legs::interrupted(int at, double log, double average, Rng& rng)
{
    m_leg = Leg::Rest;
    begin(at, log, average, rng);
}

double Legs::step(int at, double log, double average, Rng& rng)
{
    if (--m_slices < 0) {
        begin(at, log, average, rng);
    }
    return m_step;
}

LegTone Legs::arrive(double log)
{
    if (m_returning && log > m_high - kNearHigh) {
        m_returning = false;
        m_burst = kBurstSlices;
    }
    const LegTone tone{.volume = volume(), .lean = lean()};
    m_burst = std::max(0, m_burst - 1);
    return tone;
}

double Legs::volume() const
{
    const double hurry = 1.0 + 260.0 * std::abs(m_step);
    if (m_burst > 0) {
        return hurry * kBurstVolume;
    }
    if (m_leg == Leg::PullBack) {
        // Fewer and fewer want to sell.
        return 0.75 - 0.4 * (1.0 - static_cast<double>(m_slices) / m_length);
    }
    return hurry;
}

int Legs::lean() const
{
    if (m_burst > 0) {
        return kBurstLean;
    }
    switch (m_leg) {
    case Leg::Rest:
        return 0;
    case Leg::Rise:
        return 3;
    case Leg::PullBack:
        return -2;
    case Leg::Fade:
        return -3;
    case Leg::Spike:
        return 8;
    case Leg::Plunge:
        return -8;
    }
    return 0;
}

/// The move is drawn before the length: the order is part of the day a seed means, so it is not
/// left to a compiler's order of arguments.
void Legs::start(Leg leg, double move, int shortest, int spread, Rng& rng)
{
    m_leg = leg;
    m_length = shortest + static_cast<int>(rng.below(spread));
    m_slices = m_length;
    m_step = move / m_length;
}

/// Down on the open's volume and then still: its average price is left above it, to be crossed
/// on the way back.
void Legs::sellOff(double log, Rng& rng)
{
    if (log > m_floor) {
        const double move = std::max(m_floor - log - 0.002, -rng.between(0.008, 0.025));
        start(Leg::Fade, move, 15, 40, rng);
    } else {
        start(Leg::Rest, 0.0, 10, 30, rng);
    }
}

/// A rise of an issue that sold off ends where those who bought at the day's average are even: a
/// little above it. False: it is too near or too far.
bool Legs::returnToAverage(double log, double average, Rng& rng)
{
    const double target = std::log(average / m_listing.reference) + rng.between(0.001, 0.006);
    const double move = target - log;
    if (move < 0.018 || move > 0.07 || !rng.chance(0.75)) {
        return false;
    }
    m_waves = 1 + static_cast<int>(rng.below(3));
    start(Leg::Rise, move, 16, 30, rng);
    return true;
}

void Legs::begin(int at, double log, double average, Rng& rng)
{
    if (at < m_turnMs) {
        sellOff(log, rng);
        return;
    }
    if (m_turnMs != 0 && m_leg != Leg::Rise && m_leg != Leg::PullBack
        && returnToAverage(log, average, rng)) {
        return;
    }
    const double scale = m_listing.temper == Temper::Calm ? m_listing.sigma / 0.06 : 1.0;
    if (m_leg == Leg::Rise && m_waves > 0) {
        --m_waves;
        m_high = log;
        const double move = -rng.between(0.006, 0.012) * scale;
        start(Leg::PullBack, move, 2, 7, rng);
        return;
    }
    m_returning = m_leg == Leg::PullBack;
    if (m_returning) {
        const double move = rng.between(0.010, 0.03) * scale;
        start(Leg::Rise, move, 4, 20, rng);
        return;
    }
    atRandom(scale, rng);
}

void Legs::atRandom(double scale, Rng& rng)
{
    const Temper temper = m_listing.temper;
    const double luck = rng.unit();
    const double up = temper == Temper::Runner   ? 0.62
                      : temper == Temper::Lively ? 0.36
                      : temper == Temper::Faller ? 0.12
                                                 : 0.14;
    // Waves add up to more than one rise, so a lively issue needs more and longer fades to end
    // the day somewhere else than at its limit.
    const double down = temper == Temper::Faller   ? 0.55
                        : temper == Temper::Runner ? 0.08
                        : temper == Temper::Lively ? up * 1.25
                                                   : up * 1.05;
    if (luck < up * 0.06) {
        const double move = rng.between(0.025, 0.06) * scale;
        start(Leg::Spike, move, 3, 6, rng);
    } else if (luck < up) {
        m_waves = 1 + static_cast<int>(rng.below(3));
        const double move = rng.between(0.018, 0.035) * scale;
        start(Leg::Rise, move, 10, 30, rng);
    } else if (luck < up + down * 0.05) {
        const double move = -rng.between(0.025, 0.06) * scale;
        start(Leg::Plunge, move, 3, 6, rng);
    } else if (luck < up + down) {
        const double move = -rng.between(0.016, 0.045) * scale;
        start(Leg::Fade, move, 20, 50, rng);
    } else {
        start(Leg::Rest, 0.0, 20, 70, rng);
    }
}
}  // namespace core::sim
