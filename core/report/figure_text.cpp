#include "core/report/figure_text.h"

#include "core/base/decimal.h"
#include "core/base/wide.h"

#include <cstdlib>

namespace core::report
{
using domain::Won;

namespace
{
constexpr QChar kMinus{0x2212};

QString unknown()
{
    return QString{kUnknownMark};
}

QString digits2(std::int64_t value)
{
    return QString::number(value).rightJustified(2, u'0');
}

/// Digits of a number that is not negative, by thousands.
QString magnitudeText(std::uint64_t value)
{
    QString text = QString::number(value);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) {
        text.insert(at, u',');
    }
    return text;
}

std::uint64_t magnitude(std::int64_t value)
{
    return value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                     : static_cast<std::uint64_t>(value);
}

QString hundredthsText(std::uint64_t hundredths)
{
    return magnitudeText(hundredths / 100) + u'.'
           + digits2(static_cast<std::int64_t>(hundredths % 100));
}

std::int64_t scaled(std::int64_t numerator, std::int64_t denominator, std::int64_t unit)
{
    return static_cast<std::int64_t>(static_cast<base::Int128>(numerator) * unit / denominator);
}

QString signedHundredths(std::uint64_t hundredths, std::int64_t sign)
{
    const QString text = hundredthsText(hundredths) + QStringLiteral(" %");
    if (sign == 0) {
        return text;
    }
    return (sign > 0 ? QChar{u'+'} : kMinus) + text;
}
}  // namespace

QString groupedText(std::int64_t value)
{
    const QString text = magnitudeText(magnitude(value));
    return value < 0 ? kMinus + text : text;
}

QString signedText(Won won)
{
    return won.value() > 0 ? u'+' + groupedText(won.value()) : groupedText(won.value());
}

QString markedText(Won won)
{
    if (won == Won{}) {
        return signedText(won);
    }
    return (won.value() > 0 ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + signedText(won);
}

QString markedText(const std::optional<Won>& won)
{
    return won ? markedText(*won) : unknown();
}

QString markedText(const std::optional<domain::MeanWon>& mean)
{
    return mean ? markedText(mean->won()) : unknown();
}

QString percentText(std::int64_t tenThousandths)
{
    return signedHundredths((magnitude(tenThousandths) + 50) / 100, tenThousandths);
}

QString percentText(const std::optional<std::int64_t>& tenThousandths)
{
    return tenThousandths ? percentText(*tenThousandths) : unknown();
}

QString shareText(const std::optional<domain::Ratio>& ratio)
{
    if (!ratio) {
        return unknown();
    }
    return hundredthsText((magnitude(ratio->tenThousandths()) + 50) / 100) + QStringLiteral(" %");
}

QString factorText(const std::optional<domain::Ratio>& ratio)
{
    return ratio ? hundredthsText(magnitude(scaled(ratio->numerator, ratio->denominator, 100)))
                 : unknown();
}

QString ppbText(const std::optional<std::int64_t>& ppb)
{
    constexpr std::uint64_t kPerHundredth = 100'000;
    return ppb ? signedHundredths((magnitude(*ppb) + kPerHundredth / 2) / kPerHundredth, *ppb)
               : unknown();
}

QString averageText(Won cost, domain::Quantity quantity)
{
    if (quantity.shares() <= 0) {
        return unknown();
    }
    return hundredthsText(magnitude(scaled(cost.value(), quantity.shares(), 100)));
}

QString clockText(domain::Timestamp at)
{
    return domain::timeText(domain::kstTimeOfDay(at));
}

QString durationText(std::chrono::milliseconds length)
{
    const std::int64_t seconds = std::abs(length.count()) / 1'000;
    const QString tail = digits2(seconds % 60);
    if (seconds < 3'600) {
        return QString::number(seconds / 60) + u':' + tail;
    }
    return QString::number(seconds / 3'600) + u':' + digits2(seconds / 60 % 60) + u':' + tail;
}

QString durationText(const std::optional<std::chrono::milliseconds>& length)
{
    return length ? durationText(*length) : unknown();
}

QString decimalFraction(std::int64_t numerator, std::int64_t denominator, int places)
{
    std::int64_t unit = 1;
    for (int i = 0; i < places; ++i) {
        unit *= 10;
    }
    return base::decimalText(scaled(numerator, denominator, unit), places);
}
}  // namespace core::report
