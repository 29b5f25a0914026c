#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace core::sim
{
enum class ActKind : std::uint8_t
{
    Rest,     ///< Stays where it is.
    Rise,     ///< By `move` from where it is.
    Fall,     ///< By `move` from where it is.
    Pull,     ///< To `move` below the highest trade since the last rise began.
    Break,    ///< Up to that high, then above it by `move`, at least one price step, and stays.
    Average,  ///< To `move` from the session's average price (below it if negative).
    Gap,      ///< To `move` from where it is between two trades, as on news; then it stays.
    Vi,       ///< Until the price starts a VI: upwards, or downwards if `move` is negative.
};

/// One stretch of a told price path.
struct Act
{
    ActKind kind = ActKind::Rest;
    double move = 0.0;    ///< As a fraction: 0.009 = 0.9 %.
    int slices = 12;      ///< Of ten seconds.
    double volume = 1.0;  ///< Times the issue's mean of the day.
    int lean = 0;         ///< Bid share of the book beyond one half, in percent points.

    friend bool operator==(const Act&, const Act&) = default;
};

/// What an issue is to do from a full minute on; after it the issue is its own again.
struct Story
{
    int minute = 0;  ///< From midnight, KST.
    std::vector<Act> acts;

    friend bool operator==(const Story&, const Story&) = default;
};

/// The acts of a line `story CODE ACT... [@TIME]` (FAULTS.md), `words` being the ACTs.
///
/// Shape:  KIND[=PERCENT][,s=SECONDS][,v=VOLUME][,b=BIDSHARE], or the name of a whole pattern.
/// Units:  percent with at most four decimals; seconds in tens; volume 0.1 to 50 times the mean;
///         bid share 10 to 90 percent.
/// Errors: Malformed, naming the word.
/// Thread: any; pure.
[[nodiscard]] base::Result<std::vector<Act>> readActs(const QStringList& words);

/// The full minute at or after `time`: stories begin with one.
[[nodiscard]] int storyMinute(domain::TimeOfDay time);
}  // namespace core::sim
