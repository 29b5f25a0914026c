#include "core/rules/higher_low.h"

namespace core::rules
{
namespace
{
bool isPivot(std::span<const domain::Bar> bars, std::size_t at, std::size_t width)
{
    for (std::size_t step = 1; step <= width; ++step) {
        if (bars[at].low >= bars[at - step].low || bars[at].low >= bars[at + step].low) {
            return false;
        }
    }
    return true;
}

domain::Timestamp startOf(const domain::Bar& bar)
{
    return domain::Timestamp{std::chrono::minutes{bar.startMinute}};
}
}  // namespace

std::optional<domain::Price> newHigherLow(std::span<const domain::Bar> complete,
                                          const domain::PositionMarks& marks, std::size_t width)
{
    std::optional<domain::Price> best;
    // From the newest back to the add: what lies before it cannot count.
    for (std::size_t at = complete.size() > width ? complete.size() - width : 0;
         at-- > width && startOf(complete[at]) >= marks.addFilledAt;) {
        const domain::Price low = domain::Price::fromWon(complete[at].low);
        if ((!marks.higherLow || low > *marks.higherLow) && (!best || low > *best)
            && isPivot(complete, at, width)) {
            best = low;
        }
    }
    return best;
}
}  // namespace core::rules
