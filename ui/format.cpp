#include "ui/format.h"

#include "core/base/wide.h"

#include <algorithm>
#include <cstdlib>

namespace ui
{
namespace domain = core::domain;

namespace
{
const QString kUnknown{kUnknownMark};

QString digits2(std::int64_t value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char{'0'});
}

/// `value` hundredths as "12.34" with thousands separators and without a sign.
QString hundredthsText(std::int64_t hundredths)
{
    return groupedText(hundredths / 100) + QLatin1Char{'.'} + digits2(hundredths % 100);
}

/// Hundredths of a percent from ten-thousandths, half away from zero, as a magnitude.
std::int64_t roundedHundredths(std::int64_t tenThousandths)
{
    return (std::abs(tenThousandths) + 50) / 100;
}
}  // namespace

QString groupedText(std::int64_t value)
{
    QString text = QString::number(value);
    const qsizetype first = value < 0 ? 1 : 0;
    for (qsizetype at = text.size() - 3; at > first; at -= 3) {
        text.insert(at, QLatin1Char{','});
    }
    return text;
}

QString priceText(domain::Price price)
{
    return price.won() == 0 ? kUnknown : groupedText(price.won());
}

QString averageText(domain::Won cost, domain::Quantity quantity)
{
    const std::int64_t shares = quantity.shares();
    if (shares <= 0) {
        return kUnknown;
    }
    const std::int64_t cents = (cost.value() * 100 + shares / 2) / shares;
    return hundredthsText(cents);
}

QString signedWonText(domain::Won won)
{
    if (won.value() == 0) {
        return QStringLiteral("0");
    }
    const QString digits = groupedText(std::abs(won.value()));
    return won.value() > 0 ? QStringLiteral("▲ +%1").arg(digits)
                           : QStringLiteral("▼ %1%2").arg(QChar{0x2212}).arg(digits);
}

QString unmarkedWonText(domain::Won won)
{
    const QString digits = groupedText(std::abs(won.value()));
    if (won.value() == 0) {
        return digits;
    }
    return (won.value() > 0 ? QChar{u'+'} : QChar{0x2212}) + digits;
}

QString vwapText(std::int64_t cents)
{
    return cents == 0 ? kUnknown : hundredthsText(cents);
}

QString strengthText(std::uint32_t centi)
{
    return centi == 0 ? kUnknown : hundredthsText(centi);
}

QString percentText(std::int64_t tenThousandths)
{
    QString text = hundredthsText(roundedHundredths(tenThousandths)) + QStringLiteral(" %");
    if (tenThousandths > 0) {
        text.prepend(QLatin1Char{'+'});
    } else if (tenThousandths < 0) {
        text.prepend(QChar{0x2212});
    }
    return text;
}

QString unsignedPercentText(std::int64_t tenThousandths)
{
    return hundredthsText(roundedHundredths(tenThousandths)) + QStringLiteral(" %");
}

std::optional<std::int64_t> changeOf(domain::Price last, domain::Price base)
{
    if (last.won() <= 0 || base.won() <= 0) {
        return std::nullopt;
    }
    return (last - base).won * 1'000'000 / base.won();
}

QString signMark(std::int64_t value)
{
    if (value == 0) {
        return {};
    }
    return value > 0 ? QStringLiteral("▲") : QStringLiteral("▼");
}

QString changeText(domain::Price last, domain::Price base)
{
    const std::optional<std::int64_t> change = changeOf(last, base);
    if (!change) {
        return kUnknown;
    }
    if (*change == 0) {
        return percentText(0);
    }
    return signMark(*change) + QLatin1Char{' '} + percentText(*change);
}

QString eokText(domain::Won won)
{
    constexpr std::int64_t kEok = 100'000'000;
    if (std::abs(won.value()) >= 100 * kEok) {
        return groupedText(won.value() / kEok);
    }
    const std::int64_t tenths = won.value() / (kEok / 10);
    return QStringLiteral("%1%2.%3")
        .arg(tenths < 0 ? QStringLiteral("-") : QString{})
        .arg(std::abs(tenths) / 10)
        .arg(std::abs(tenths) % 10);
}

QString shortQuantityText(std::int64_t shares)
{
    if (std::abs(shares) < 1'000'000) {
        return groupedText(shares);
    }
    return hundredthsText(shares / 10'000) + QLatin1Char{'M'};
}

QString clockText(domain::Timestamp at)
{
    return domain::timeText(domain::kstTimeOfDay(at));
}

QString minuteText(domain::Timestamp at)
{
    return clockText(at).left(5);
}

QString dayText(domain::Timestamp at)
{
    return domain::dateText(domain::kstDate(at)).mid(5);
}

QString countdownText(std::chrono::milliseconds left)
{
    // Rounded up: the display reaches 00:00:00 exactly when the moment is there.
    const std::int64_t total =
        std::max<std::int64_t>(0, std::chrono::ceil<std::chrono::seconds>(left).count());
    const std::int64_t days = total / 86'400;
    const QString time = digits2(total / 3'600 % 24) + QLatin1Char{':'} + digits2(total / 60 % 60)
                         + QLatin1Char{':'} + digits2(total % 60);
    return days == 0 ? time : QString::number(days) + QLatin1Char{' '} + time;
}

QString durationText(std::chrono::milliseconds length)
{
    const std::int64_t seconds = std::abs(length.count()) / 1'000;
    const QString tail = QLatin1Char{':'} + digits2(seconds % 60);
    if (seconds < 3'600) {
        return QString::number(seconds / 60) + tail;
    }
    return QString::number(seconds / 3'600) + QLatin1Char{':'} + digits2(seconds / 60 % 60) + tail;
}

QString factorText(std::int64_t numerator, std::int64_t denominator)
{
    const core::base::Int128 hundredths =
        static_cast<core::base::Int128>(numerator) * 100 / denominator;
    return hundredthsText(static_cast<std::int64_t>(hundredths));
}

QString ageText(std::chrono::milliseconds age)
{
    const std::int64_t ms = std::max<std::int64_t>(0, age.count());
    if (ms < 10'000) {
        return QStringLiteral("%1.%2 s").arg(ms / 1'000).arg(ms % 1'000 / 100);
    }
    if (ms < 60'000) {
        return QStringLiteral("%1 s").arg(ms / 1'000);
    }
    if (ms < 3'600'000) {
        return QStringLiteral("%1:%2").arg(ms / 60'000).arg(digits2(ms / 1'000 % 60));
    }
    return QStringLiteral("%1 h").arg(ms / 3'600'000);
}

QString latencyText(std::int64_t nanoseconds)
{
    const auto tenths = [](std::int64_t value, std::int64_t unit) {
        return QStringLiteral("%1.%2").arg(value / unit).arg(value % unit * 10 / unit);
    };
    if (nanoseconds < 1'000) {
        return QStringLiteral("%1 ns").arg(nanoseconds);
    }
    if (nanoseconds < 1'000'000) {
        return tenths(nanoseconds, 1'000) + QStringLiteral(" µs");
    }
    return tenths(nanoseconds, 1'000'000) + QStringLiteral(" ms");
}
}  // namespace ui
