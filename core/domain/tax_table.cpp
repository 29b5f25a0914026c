#include "core/domain/tax_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core::domain
{
namespace
{
base::Result<Percent> rate(const QJsonObject& entry, QLatin1String key)
{
    base::Result<Percent> percent = Percent::parse(entry.value(key).toString());
    if (!percent || percent->units() < 0 || percent->units() > 10 * Percent::kUnitsPerPercent) {
        return base::Error{
            base::ErrorCode::Malformed,
            QStringLiteral("tax table: %1 = '%2' is not a percentage from 0 to 10 as text")
                .arg(key, entry.value(key).toString())};
    }
    return percent;
}
}  // namespace

base::Result<TaxTable> TaxTable::fromJson(const QByteArray& json)
{
    const QJsonArray entries =
        QJsonDocument::fromJson(json).object().value(QLatin1String{"rates"}).toArray();
    if (entries.isEmpty()) {
        return base::Error{base::ErrorCode::Malformed,
                           QStringLiteral("tax table: no list 'rates'")};
    }
    TaxTable table;
    for (const QJsonValue& value : entries) {
        const QJsonObject entry = value.toObject();
        const QString from = entry.value(QLatin1String{"settled_from"}).toString();
        const std::optional<TradingDate> date = parseDate(from);
        if (!date) {
            return base::Error{
                base::ErrorCode::Malformed,
                QStringLiteral("tax table: settled_from '%1' is not a date").arg(from)};
        }
        const base::Result<Percent> tax = rate(entry, QLatin1String{"kospi_tax"});
        const base::Result<Percent> rural = rate(entry, QLatin1String{"kospi_rural"});
        const base::Result<Percent> kosdaq = rate(entry, QLatin1String{"kosdaq_tax"});
        for (const base::Result<Percent>* one : {&tax, &rural, &kosdaq}) {
            if (!*one) {
                return one->error();
            }
        }
        table.m_from.emplace(std::chrono::sys_days{*date},
                             Rates{.kospiTax = *tax, .kospiRural = *rural, .kosdaqTax = *kosdaq});
    }
    return table;
}

const TaxTable::Rates& TaxTable::ratesAt(TradingDate settlement) const
{
    Q_ASSERT(!m_from.empty());
    auto at = m_from.upper_bound(std::chrono::sys_days{settlement});
    if (at != m_from.begin()) {
        --at;
    }
    return at->second;
}

Percent TaxTable::sellTax(Market market, SecurityGroup group, TradingDate settlement) const
{
    if (group == SecurityGroup::Etf || group == SecurityGroup::Etn || group == SecurityGroup::Elw) {
        return {};
    }
    const Rates& rates = ratesAt(settlement);
    return market == Market::Kosdaq
               ? rates.kosdaqTax
               : Percent::fromUnits(rates.kospiTax.units() + rates.kospiRural.units());
}

Price breakEvenPrice(Won cost, Quantity quantity, Percent commission, Percent sellTax,
                     StepTable steps)
{
    Q_ASSERT(quantity.shares() > 0);
    const base::Int128 numerator = (kWhole + commission.units()) * cost.value();
    const base::Int128 denominator =
        (kWhole - commission.units() - sellTax.units()) * quantity.shares();
    Q_ASSERT(denominator > 0);
    const auto won = static_cast<std::int64_t>((numerator + denominator - 1) / denominator);
    return roundUpToStep(Price::fromWon(won), steps);
}
}  // namespace core::domain
