#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace core::tape
{
enum class TapePhase : std::uint8_t
{
    ByTime,  ///< The cell was empty or the column is missing.
    Pre,
    Regular,
    Auction,
    Vi,
    Halt,
    After,
};

/// What one row of a written tape says beyond the trade; 0 = the cell was empty.
struct TapeDetail
{
    std::int32_t ask = 0;
    std::int32_t bid = 0;
    std::int64_t totalAsk = 0;
    std::int64_t totalBid = 0;
    std::int64_t vwapCents = 0;
    std::int32_t dayHigh = 0;
    std::int32_t dayLow = 0;

    friend bool operator==(const TapeDetail&, const TapeDetail&) = default;
};

/// An issue a tape names, with the previous close its rows imply.
struct TapeListing
{
    domain::Symbol symbol;
    std::int32_t reference = 0;
    std::int64_t volume = 0;  ///< Last accumulated volume of the tape.
};

/// Optional cells whose absence means something: a missing figure is not an empty side.
enum class TapeCell : std::uint8_t
{
    Ask,
    Bid,
    TotalAsk,
    TotalBid,
    Vwap,
    DayHigh,
    DayLow,
};

/// A tape names no more issues than this: each costs the replay its bars of a day.
inline constexpr std::size_t kTapeSymbolsMax = 4'096;

struct TapeRow
{
    domain::Symbol symbol;
    std::int32_t at = 0;  ///< Milliseconds from midnight, KST.
    std::int32_t price = 0;
    std::int64_t quantity = 0;
    std::int64_t accVolume = 0;
    TapeDetail detail;
    std::int32_t changeRateCenti = 0;  ///< Sampled rows: % x 100 against the previous close.
    TapePhase phase = TapePhase::ByTime;
    std::uint32_t given = 0;  ///< Which optional cells were not empty: bits of `TapeCell`.

    [[nodiscard]] constexpr bool has(TapeCell cell) const noexcept
    {
        return (given & (1U << static_cast<std::uint32_t>(cell))) != 0;
    }
};

/// A day of given prices, read from one file or merged from several.
struct Tape
{
    domain::TradingDate date{};
    bool sampled = false;       ///< Recorded minutes: trades are made between the rows.
    std::vector<TapeRow> rows;  ///< By time; ties in the order of the files, then of the rows.

    [[nodiscard]] bool isEmpty() const noexcept { return rows.empty(); }
    /// Time of the last row.
    [[nodiscard]] std::int32_t lastAt() const noexcept { return rows.empty() ? 0 : rows.back().at; }
    /// The issues of the tape with their reference price and final volume.
    [[nodiscard]] std::vector<TapeListing> listings() const;
};

/// Reads tapes.
///
/// Shape:  UTF-8 CSV with a header; `time,code,price,qty,acc_volume` and optional
///         `ask1,bid1,total_ask,total_bid,vwap,day_high,day_low,phase`; or recorded minutes
///         `time,code,price,day_high,day_low,last_qty,acc_volume,change_rate`. A time is
///         HH:MM:SS.mmm or YYYY-MM-DDTHH:MM:SS.mmm.
/// Errors: Io for a file that cannot be read; Malformed naming file, line and column, also where
/// the
///         files together name more than `kTapeSymbolsMax` issues; the date of rows without one is
///         `date`, else the file's name, else Malformed.
/// Thread: any; reads files.
[[nodiscard]] base::Result<Tape> loadTapes(const QStringList& files,
                                           std::optional<domain::TradingDate> date);
}  // namespace core::tape
