#pragma once

#include "core/domain/kst.h"
#include "core/domain/percent.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <compare>
#include <cstdint>
#include <optional>

namespace core::domain
{
/// The change from one price to a later one, kept as the two prices so that every comparison
/// with a percentage is exact. `then` is positive.
struct PriceChange
{
    Price now;
    Price then;

    /// (now - then) / then against `limit`, by integers.
    [[nodiscard]] constexpr std::strong_ordering compare(Percent limit) const noexcept
    {
        std::int64_t right = 0;
        if (__builtin_mul_overflow(limit.units(), then.won(), &right)) {
            return limit.units() > 0 ? std::strong_ordering::less : std::strong_ordering::greater;
        }
        // At most 10^9 won x 10^9 units: fits.
        return (now - then).won * Percent::kUnitsPerWhole <=> right;
    }
    /// In 1/10,000 %, truncated toward zero; for display, never for a decision.
    [[nodiscard]] constexpr std::int64_t tenThousandths() const noexcept
    {
        return (now - then).won * 1'000'000 / then.won();
    }

    friend constexpr bool operator==(const PriceChange&, const PriceChange&) = default;
};

/// ATR(14) as the exact sum of its true ranges: the mean is `won / count`. Kept as a sum because
/// the trailing width is computed from it with integers.
struct RangeSum
{
    std::int64_t won = 0;
    std::int32_t count = 0;

    friend constexpr bool operator==(const RangeSum&, const RangeSum&) = default;
};

/// An average price as a fraction of whole numbers: `numerator / denominator` won. The
/// published session VWAP has the denominator 100; a derived one the accumulated volume.
struct Vwap
{
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    /// In 1/100 won, truncated.
    [[nodiscard]] constexpr std::int64_t cents() const noexcept
    {
        return denominator == 100
                   ? numerator
                   : numerator / denominator * 100 + numerator % denominator * 100 / denominator;
    }
    friend constexpr bool operator==(const Vwap&, const Vwap&) = default;
};

/// Inputs of the volume condition: forming 1-minute bar against the three clock minutes before.
struct VolumeWindow
{
    Quantity forming;
    Quantity precedingThree;  ///< Sum; their mean is a third of it.

    friend constexpr bool operator==(const VolumeWindow&, const VolumeWindow&) = default;
};

/// The few figures a screening needs of one symbol: much cheaper to read than a `MarketView`.
struct ScreenFigures
{
    Price last;
    Price ask;
    Price bid;
    Won accTurnover;  ///< 0 = nothing traded, or nothing known.
    std::optional<Won> turnoverFive;
    std::optional<PriceChange> momentum5;
    std::optional<double> volatilityPct;
    Timestamp quoteAppliedAt{};
    bool quoteLive = false;
    bool tradedToday = false;
    bool halted = false;

    friend bool operator==(const ScreenFigures&, const ScreenFigures&) = default;
};

/// Everything derived of one symbol at one instant. An empty optional means `insufficient`.
/// A value: readers (screen, rules) never see the cache itself.
struct MarketView
{
    Symbol symbol;
    Price last;   ///< Newest record of any kind, or REST; 0 = none. For display.
    Price trade;  ///< Newest regular trade; 0 = none. For rules.
    Price open;
    Price high;        ///< Session high as published with the newest record.
    Price highBefore;  ///< The same, as published with the record before.
    Price low;
    Price ask;  ///< Best ask; 0 = side empty or unknown.
    Price bid;
    Quantity totalAsk;
    Quantity totalBid;
    Quantity accVolume;
    Won accTurnover;
    Quantity regularVolume;  ///< By regular trades only.
    Quantity gapShares;      ///< Provably missing since the session began.
    std::optional<Vwap> vwap;
    std::optional<RangeSum> atr;
    std::optional<PriceChange> momentum3;
    std::optional<PriceChange> momentum5;
    std::optional<double> volatilityPct;
    std::optional<Won> turnoverFive;  ///< Traded value of five clock minutes; see MarketCache.
    std::optional<VolumeWindow> volume;
    std::optional<Price> minuteClose;  ///< Newest 1-minute close, forming bar included.
    Price viReference;
    Timestamp recordAppliedAt{};  ///< Engine clock; epoch = never. Newest record of any kind.
    Timestamp tradeAppliedAt{};   ///< Newest regular trade.
    Timestamp quoteAppliedAt{};   ///< Newest book, or best prices carried by a trade.
    Timestamp restAppliedAt{};    ///< Newest REST price.
    bool tradeLive = false;       ///< The trade stream is registered and its connection is up.
    bool quoteLive = false;
    bool halted = false;
    bool inVi = false;

    friend bool operator==(const MarketView&, const MarketView&) = default;
};
}  // namespace core::domain
