#include "core/indicator/atr.h"

namespace core::indicator
{
std::optional<domain::RangeSum> atr14(std::span<const domain::Bar> bars)
{
    if (bars.size() < kAtrBars) {
        return std::nullopt;
    }
    domain::RangeSum sum;
    for (std::size_t i = bars.size() - kAtrRanges; i < bars.size(); ++i) {
        sum.won += trueRange(bars[i], bars[i - 1].close);
        ++sum.count;
    }
    return sum;
}
}  // namespace core::indicator
