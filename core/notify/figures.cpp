#include "core/notify/figures.h"

#include "core/base/wide.h"

namespace core::notify
{
namespace
{
constexpr QChar kMinus{0x2212};

/// Never overflows, unlike std::abs.
std::uint64_t magnitude(std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

QString grouped(std::uint64_t value)
{
    QString text = QString::number(value);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) {
        text.insert(at, u',');
    }
    return text;
}

QString hundredthsText(std::uint64_t whole, std::uint64_t hundredths)
{
    return QStringLiteral("%1.%2").arg(grouped(whole)).arg(hundredths, 2, 10, QLatin1Char{'0'});
}

QString marked(std::int64_t value, const QString& digits)
{
    if (value == 0) {
        return digits;
    }
    return value > 0 ? QStringLiteral("▲ +") + digits : QStringLiteral("▼ ") + kMinus + digits;
}
}  // namespace

QString groupedText(std::int64_t value)
{
    const QString digits = grouped(magnitude(value));
    return value < 0 ? u'-' + digits : digits;
}

QString signedText(std::int64_t value)
{
    return marked(value, grouped(magnitude(value)));
}

QString shareText(std::int64_t tenThousandths)
{
    const std::uint64_t hundredths = (magnitude(tenThousandths) + 50) / 100;
    return hundredthsText(hundredths / 100, hundredths % 100) + QStringLiteral(" %");
}

QString percentText(std::int64_t tenThousandths)
{
    return marked(tenThousandths, shareText(tenThousandths));
}

QString averageText(domain::Won cost, domain::Quantity quantity)
{
    const std::int64_t shares = quantity.shares();
    if (shares <= 0 || cost.value() < 0) {
        return {};
    }
    const base::Int128 cents = (base::Int128{cost.value()} * 100 + shares / 2) / shares;
    return hundredthsText(static_cast<std::uint64_t>(cents / 100),
                          static_cast<std::uint64_t>(cents % 100));
}
}  // namespace core::notify
