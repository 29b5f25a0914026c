#pragma once

#include "core/domain/instrument.h"
#include "core/tape/tape.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace core::sim
{
/// What a day does with an issue, drawn once a day from the seed.
enum class Temper : std::uint8_t
{
    Calm,
    Lively,  ///< Rises with pull-backs and new highs.
    Runner,  ///< As Lively, and may end at the upper limit.
    Faller,  ///< May end at the lower limit.
};

/// One issue of the simulated exchange: what the master file says and how it behaves.
struct Listing
{
    domain::Instrument instrument;
    std::int32_t reference = 0;  ///< Won; previous close.
    std::int64_t listedShares = 0;
    std::int64_t previousVolume = 0;
    std::int64_t dailyVolume = 0;  ///< Expected shares today.
    double tradesPerMinute = 1.0;  ///< Day's mean in the continuous session.
    double sigma = 0.02;           ///< Daily standard deviation.
    double beta = 1.0;             ///< Share of the market's move.
    Temper temper = Temper::Calm;
    std::int32_t faceValue = 500;
    char kospi200Sector = '0';
    bool onTape = false;

    [[nodiscard]] const domain::Symbol& symbol() const noexcept { return instrument.symbol; }
    [[nodiscard]] domain::StepTable steps() const noexcept { return instrument.steps(); }
    [[nodiscard]] bool has(domain::InstrumentFlag flag) const noexcept
    {
        return instrument.flags.has(flag);
    }
    [[nodiscard]] bool isFund() const noexcept
    {
        return instrument.group == domain::SecurityGroup::Etf
               || instrument.group == domain::SecurityGroup::Etn;
    }
    /// Trades only in call auctions every 30 minutes.
    [[nodiscard]] bool callAuctions() const noexcept
    {
        return has(domain::InstrumentFlag::Liquidation) || has(domain::InstrumentFlag::Overheated)
               || has(domain::InstrumentFlag::LowLiquidity);
    }
    [[nodiscard]] domain::DailyLimits limits() const noexcept
    {
        return domain::dailyLimits(domain::Price::fromWon(reference), steps());
    }
    /// Market value in 10^8 won.
    [[nodiscard]] std::int64_t marketValueEok() const noexcept
    {
        return listedShares / 1'000 * reference / 100'000;
    }
};

/// The exchange's list for `date`: `count` issues (at least 60), the tape's among them; 005930 and
/// 000660 always. Same seed, date and tape, same list. Sorted by symbol.
[[nodiscard]] std::vector<Listing> makeListings(std::uint64_t seed, int count,
                                                domain::TradingDate date,
                                                const std::vector<tape::TapeListing>& tape);
}  // namespace core::sim
