#include "core/indicator/momentum.h"

namespace core::indicator
{
std::optional<domain::PriceChange> momentum(std::span<const domain::Bar> bars, std::size_t n)
{
    if (bars.size() < n + 1) {
        return std::nullopt;
    }
    const domain::Bar& now = bars.back();
    const domain::Bar& then = bars[bars.size() - 1 - n];
    return domain::PriceChange{.now = domain::Price::fromWon(now.close),
                               .then = domain::Price::fromWon(then.close)};
}

std::optional<Trend> trend(const std::optional<domain::Bar>& lastClosed,
                           const std::optional<domain::Bar>& forming)
{
    constexpr auto kBand = domain::Percent::fromUnits(domain::Percent::kUnitsPerPercent / 2);
    if (!lastClosed || !forming) {
        return std::nullopt;
    }
    const domain::PriceChange change{.now = domain::Price::fromWon(forming->close),
                                     .then = domain::Price::fromWon(lastClosed->open)};
    if (change.compare(kBand) > 0) {
        return Trend::Up;
    }
    return change.compare(domain::Percent::fromUnits(-kBand.units())) < 0 ? Trend::Down
                                                                          : Trend::Flat;
}
}  // namespace core::indicator
