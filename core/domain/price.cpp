#include "core/domain/price.h"

#include "core/base/decimal.h"

namespace core::domain
{
base::Result<Price> Price::parse(QStringView text)
{
    const base::Result<std::int64_t> won = base::parseDecimal(text, 0);
    if (!won) {
        return won.error();
    }
    if (*won <= 0 || *won > kPriceMax.won()) {
        return base::Error{base::ErrorCode::OutOfRange,
                           QStringLiteral("price %1 is not within 1 to 10^9 won").arg(*won)};
    }
    return Price{*won};
}
}  // namespace core::domain
