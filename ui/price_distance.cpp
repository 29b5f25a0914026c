#include "ui/price_distance.h"

#include "core/base/wide.h"
#include "ui/format.h"

#include <algorithm>

namespace ui
{
namespace base = core::base;
namespace domain = core::domain;
using domain::Price;

int stepsBetween(Price from, Price to, domain::StepTable table)
{
    if (from.won() <= 0 || to.won() <= 0) {
        return 0;
    }
    const bool up = to > from;
    Price low = std::min(from, to);
    const Price high = std::max(from, to);
    int steps = 0;
    while (low < high && steps < kStepsMax) {
        low = domain::nextUp(low, table);
        ++steps;
    }
    return up ? steps : -steps;
}

QString signedCountText(std::int64_t count)
{
    const QString digits = groupedText(std::abs(count));
    return count > 0 ? QLatin1Char{'+'} + digits : count < 0 ? QChar{0x2212} + digits : digits;
}

QString distanceText(Price from, Price to, domain::StepTable table)
{
    const std::optional<std::int64_t> change = changeOf(to, from);
    if (!change) {
        return QString{kUnknownMark};
    }
    return QStringLiteral("%1 · %2").arg(percentText(*change),
                                         signedCountText(stepsBetween(from, to, table)));
}

QString priceAndStepsText(Price from, Price to, domain::StepTable table)
{
    if (from.won() <= 0 || to.won() <= 0) {
        return priceText(to);
    }
    return QStringLiteral("%1 (%2)").arg(priceText(to),
                                         signedCountText(stepsBetween(from, to, table)));
}

Price priceOfGain(domain::Won cost, domain::Quantity quantity, domain::Percent gain,
                  domain::StepTable table, Rounding rounding)
{
    const std::int64_t shares = quantity.shares();
    if (shares <= 0) {
        return {};
    }
    // cost x (100 % + gain) / shares, rounded up. A cost of 10^10 won still fits 128 bits.
    constexpr base::Int128 kWhole = domain::Percent::kUnitsPerWhole;
    const base::Int128 above = base::Int128{cost.value()} * (kWhole + gain.units());
    const base::Int128 below = kWhole * shares;
    if (rounding == Rounding::Down) {
        return domain::roundDownToStep(Price::fromWon(static_cast<std::int64_t>(above / below)),
                                       table);
    }
    return domain::roundUpToStep(
        Price::fromWon(static_cast<std::int64_t>((above + below - 1) / below)), table);
}
}  // namespace ui
