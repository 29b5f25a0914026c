#include "core/domain/percent.h"

#include "core/base/decimal.h"

namespace core::domain
{
base::Result<Percent> Percent::parse(QStringView text)
{
    const base::Result<std::int64_t> units = base::parseDecimal(text, kDecimals);
    if (!units) {
        return units.error();
    }
    return Percent{*units};
}

QString Percent::toString() const
{
    return base::decimalText(m_units, kDecimals);
}
}  // namespace core::domain
