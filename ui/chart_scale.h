#pragma once

#include "core/domain/bar.h"
#include "core/domain/price.h"

#include <QRect>
#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace ui
{
/// Lowest and highest price a chart shows. Both ends are whole won; `high` is above `low`.
struct PriceBand
{
    core::domain::Price low;
    core::domain::Price high;

    [[nodiscard]] constexpr bool contains(core::domain::Price price) const noexcept
    {
        return price >= low && price <= high;
    }
    friend constexpr bool operator==(const PriceBand&, const PriceBand&) = default;
};

/// Where bars, prices and volumes are on the screen. A bar's place is its index: a minute without
/// a trade has no bar and takes no room. Pixels are whole numbers so that candles are sharp.
///
/// Price plot and volume plot lie one above the other inside `plot`; the QChart's plot area is the
/// price plot, so its axis and this scale agree pixel by pixel.
struct ChartScale
{
    QRect plot;
    double first = 0;      ///< Index at the left edge; fractions while panning.
    double visible = 120;  ///< Bar slots across the plot.
    PriceBand band{core::domain::Price::fromWon(1), core::domain::Price::fromWon(2)};
    std::int64_t volumeTop = 1;  ///< Volume at the top of the volume plot.

    [[nodiscard]] int volumeHeight() const;  ///< A fifth of the plot.
    [[nodiscard]] QRect pricePlot() const;
    [[nodiscard]] QRect volumePlot() const;

    [[nodiscard]] double slotWidth() const { return plot.width() / visible; }
    [[nodiscard]] int bodyWidth() const;  ///< Odd, so that the wick is in the middle.
    [[nodiscard]] int centreX(int index) const;
    [[nodiscard]] int y(core::domain::Price price) const;
    [[nodiscard]] int indexAt(int x) const;  ///< May lie outside the data.
    [[nodiscard]] core::domain::Price priceAt(int y) const;

    [[nodiscard]] QRect wickRect(int index, const core::domain::Bar& bar) const;
    [[nodiscard]] QRect bodyRect(int index, const core::domain::Bar& bar) const;
    [[nodiscard]] QRect volumeRect(int index, const core::domain::Bar& bar) const;
    /// All that is painted of the candle itself, its marks included.
    [[nodiscard]] QRect candleRect(int index, const core::domain::Bar& bar) const;

    friend bool operator==(const ChartScale&, const ChartScale&) = default;
};

/// The band for these bars: their lows and highs with 6 % of room on either side, at least four
/// price steps.
[[nodiscard]] PriceBand bandFor(std::span<const core::domain::Bar> bars);
/// A round number at or above `volume`: 1, 2 or 5 times a power of ten.
[[nodiscard]] std::int64_t roundVolumeTop(std::int64_t volume);
/// Distance of two price labels: 1, 2 or 5 times a power of ten, never below the price step, so
/// that at most `labelsMax` fit into the band.
[[nodiscard]] std::int64_t priceLabelStep(const PriceBand& band, int labelsMax);

/// A label of the time axis at bar `index`.
struct TimeTick
{
    int index = 0;
    bool newDay = false;
    QString text;  ///< HH:MM, or MM-DD where a new day begins.

    friend bool operator==(const TimeTick&, const TimeTick&) = default;
};
/// Labels at round times for the bars in view, at least `spacing` pixels apart.
[[nodiscard]] std::vector<TimeTick> timeTicks(const ChartScale& scale,
                                              std::span<const core::domain::Bar> bars, int spacing);
}  // namespace ui
