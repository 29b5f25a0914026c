#include "ui/chart_scale.h"

#include "core/domain/price_steps.h"
#include "ui/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui
{
namespace domain = core::domain;
using domain::Bar;
using domain::Price;

namespace
{
constexpr int kVolumeGap = 6;  // Pixels between the two plots.
constexpr int kMarkRoom = 5;   // Above a candle, for the mark of a revised bar.

Price price(std::int32_t won)
{
    return Price::fromWon(won);
}

int toInt(double value)
{
    // Far outside the screen is far enough; a cast beyond int is undefined.
    return static_cast<int>(std::lround(std::clamp(value, -1.0e6, 1.0e6)));
}
}  // namespace

int ChartScale::volumeHeight() const
{
    return plot.height() / 5;
}

QRect ChartScale::pricePlot() const
{
    return QRect{plot.left(), plot.top(), plot.width(),
                 std::max(1, plot.height() - volumeHeight() - kVolumeGap)};
}

QRect ChartScale::volumePlot() const
{
    const int height = volumeHeight();
    return QRect{plot.left(), plot.top() + plot.height() - height, plot.width(), height};
}

int ChartScale::bodyWidth() const
{
    const double slot = slotWidth();
    if (slot < 3.0) {
        return 1;
    }
    const int width = std::min(static_cast<int>(slot * 0.72), 41);
    return width % 2 == 0 ? std::max(1, width - 1) : width;
}

int ChartScale::centreX(int index) const
{
    return toInt(std::floor(plot.left() + (index - first + 0.5) * slotWidth()));
}

int ChartScale::y(Price at) const
{
    const QRect area = pricePlot();
    const auto range = static_cast<double>((band.high - band.low).won);
    const auto below = static_cast<double>((band.high - at).won);
    return toInt(area.top() + below / range * area.height());
}

int ChartScale::indexAt(int x) const
{
    return toInt(std::floor(first + (x - plot.left()) / slotWidth()));
}

Price ChartScale::priceAt(int at) const
{
    const QRect area = pricePlot();
    const auto range = static_cast<double>((band.high - band.low).won);
    const double below = (at - area.top()) * range / area.height();
    return Price::fromWon(band.high.won() - std::llround(below));
}

QRect ChartScale::wickRect(int index, const Bar& bar) const
{
    const int top = y(price(bar.high));
    return QRect{centreX(index), top, 1, y(price(bar.low)) - top + 1};
}

QRect ChartScale::bodyRect(int index, const Bar& bar) const
{
    const int width = bodyWidth();
    const int top = y(price(std::max(bar.open, bar.close)));
    const int bottom = y(price(std::min(bar.open, bar.close)));
    return QRect{centreX(index) - width / 2, top, width, bottom - top + 1};
}

QRect ChartScale::volumeRect(int index, const Bar& bar) const
{
    const QRect area = volumePlot();
    const int width = bodyWidth();
    const double share = static_cast<double>(bar.volume) / static_cast<double>(volumeTop);
    const int height =
        std::clamp(toInt(share * area.height()), bar.volume > 0 ? 1 : 0, area.height());
    return QRect{centreX(index) - width / 2, area.top() + area.height() - height, width, height};
}

QRect ChartScale::candleRect(int index, const Bar& bar) const
{
    return bodyRect(index, bar).united(wickRect(index, bar)).adjusted(-1, -kMarkRoom, 1, 1);
}

PriceBand bandFor(std::span<const Bar> bars)
{
    if (bars.empty()) {
        return {Price::fromWon(1), Price::fromWon(2)};
    }
    std::int64_t low = bars.front().low;
    std::int64_t high = bars.front().high;
    for (const Bar& bar : bars) {
        low = std::min<std::int64_t>(low, bar.low);
        high = std::max<std::int64_t>(high, bar.high);
    }
    const std::int64_t step = domain::priceStep(Price::fromWon(high)).won;
    const std::int64_t room = std::max((high - low) * 6 / 100, step * 2);
    return {Price::fromWon(std::max<std::int64_t>(0, low - room)), Price::fromWon(high + room)};
}

std::int64_t roundVolumeTop(std::int64_t volume)
{
    std::int64_t power = 1;
    while (power < volume / 10) {
        power *= 10;
    }
    for (const std::int64_t factor : {1, 2, 5, 10, 20, 50}) {
        if (factor * power >= volume) {
            return factor * power;
        }
    }
    return std::max<std::int64_t>(1, volume);
}

std::int64_t priceLabelStep(const PriceBand& band, int labelsMax)
{
    const std::int64_t range = (band.high - band.low).won;
    const std::int64_t least =
        std::max(domain::priceStep(band.low).won, range / std::max(1, labelsMax));
    std::int64_t power = 1;
    while (power * 10 <= least) {
        power *= 10;
    }
    for (const std::int64_t factor : {1, 2, 5}) {
        if (factor * power >= least) {
            return factor * power;
        }
    }
    return 10 * power;
}

std::vector<TimeTick> timeTicks(const ChartScale& scale, std::span<const Bar> bars, int spacing)
{
    constexpr std::array kMinuteSteps{1, 2, 5, 10, 15, 30, 60, 120, 240};
    std::vector<TimeTick> ticks;
    const int from = std::max(0, static_cast<int>(std::floor(scale.first)));
    const int to = std::min(static_cast<int>(bars.size()),
                            static_cast<int>(std::ceil(scale.first + scale.visible)));
    if (from >= to) {
        return ticks;
    }
    // Minutes a bar slot stands for: the smallest distance of two neighbours in view.
    int perSlot = 240;
    for (int i = from + 1; i < to; ++i) {
        const auto at = static_cast<std::size_t>(i);
        perSlot = std::min(perSlot, bars[at].startMinute - bars[at - 1].startMinute);
    }
    perSlot = std::max(1, perSlot);
    int step = kMinuteSteps.back();
    for (const int minutes : kMinuteSteps) {
        if (minutes % perSlot == 0 && minutes / perSlot * scale.slotWidth() >= spacing) {
            step = minutes;
            break;
        }
    }
    int lastX = scale.plot.left() - spacing;
    for (int i = from; i < to; ++i) {
        const Bar& bar = bars[static_cast<std::size_t>(i)];
        const bool newDay = i > 0
                            && domain::kstDate(bars[static_cast<std::size_t>(i) - 1].start())
                                   != domain::kstDate(bar.start());
        const auto minute =
            std::chrono::floor<std::chrono::minutes>(domain::kstTimeOfDay(bar.start()));
        const bool round = minute.count() % step == 0;
        const int x = scale.centreX(i);
        // A label is half a spacing wide; one that would be cut at an edge is left out.
        const bool whole =
            x - spacing / 4 >= scale.plot.left() && x + spacing / 4 <= scale.plot.right();
        if ((!round && !newDay) || (x - lastX < spacing && !newDay) || !whole) {
            continue;
        }
        if (newDay && !ticks.empty() && x - lastX < spacing) {
            ticks.pop_back();  // The new day matters more than the round time before it.
        }
        ticks.push_back({.index = i,
                         .newDay = newDay,
                         .text = newDay ? dayText(bar.start()) : minuteText(bar.start())});
        lastX = x;
    }
    return ticks;
}
}  // namespace ui
