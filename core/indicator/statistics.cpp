#include "core/indicator/statistics.h"

#include "core/indicator/momentum.h"

#include <algorithm>
#include <cmath>

namespace core::indicator
{
namespace
{
/// Change of bar `i` against the one before, in %.
double changePct(std::span<const domain::Bar> bars, std::size_t i)
{
    const double before = bars[i - 1].close;
    return (bars[i].close - before) / before * 100.0;
}

/// Of the changes between neighbours, in two passes: the mean first, so that large equal values
/// cancel exactly.
double populationSigma(std::span<const domain::Bar> bars)
{
    const double count = static_cast<double>(bars.size() - 1);
    double sum = 0;
    for (std::size_t i = 1; i < bars.size(); ++i) {
        sum += changePct(bars, i);
    }
    const double mean = sum / count;
    double squares = 0;
    for (std::size_t i = 1; i < bars.size(); ++i) {
        const double deviation = changePct(bars, i) - mean;
        squares += deviation * deviation;
    }
    return std::sqrt(squares / count);
}
}  // namespace

std::optional<double> volatilityPct(std::span<const domain::Bar> bars)
{
    const std::span<const domain::Bar> newest = bars.last(std::min(bars.size(), kVolatilityBars));
    if (newest.size() < kVolatilityChangesMin + 1) {
        return std::nullopt;
    }
    return populationSigma(newest);
}

CodeStatistics codeStatistics(std::span<const domain::Bar> bars)
{
    CodeStatistics statistics;
    statistics.return15 = momentum(bars, 15);
    statistics.return1 = momentum(bars, 1);
    if (bars.size() >= 3) {
        statistics.sigmaPct = populationSigma(bars);
    }
    if (!bars.empty()) {
        std::int64_t volume = 0;
        for (const domain::Bar& bar : bars) {
            volume += bar.volume;
        }
        statistics.meanVolume = static_cast<double>(volume) / static_cast<double>(bars.size());
    }
    return statistics;
}

std::optional<double> percentile(std::vector<double> values, double share)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    if (below + 1 == values.size()) {
        return *at;
    }
    const double above = *std::min_element(at + 1, values.end());
    return *at + (above - *at) * (place - static_cast<double>(below));
}
}  // namespace core::indicator
