#pragma once

#include "core/base/result.h"
#include "core/base/wide.h"
#include "core/domain/instrument.h"
#include "core/domain/kst.h"
#include "core/domain/percent.h"
#include "core/domain/won.h"

#include <QByteArray>

#include <map>

namespace core::domain
{
/// A sale settles this many trading days later; its tax is that day's.
inline constexpr int kSettlementDays = 2;

/// Sell taxes by settlement date and market: a dated table, because the rates change by decree.
///
/// Shape:  {"source":"...", "rates":[{"settled_from":"2026-01-01","kospi_tax":"0.05",
///         "kospi_rural":"0.15","kosdaq_tax":"0.20"},...]}, percent as decimal text.
/// Pure value; any thread.
class TaxTable final
{
public:
    struct Rates
    {
        Percent kospiTax;    ///< 증권거래세
        Percent kospiRural;  ///< 농어촌특별세
        Percent kosdaqTax;

        friend bool operator==(const Rates&, const Rates&) = default;
    };

    /// Errors: Malformed, naming the entry. An empty table is refused.
    [[nodiscard]] static base::Result<TaxTable> fromJson(const QByteArray& json);

    /// The rates for sales that settle on `settlement` (T+2 trading days); the oldest ones before
    /// the first entry.
    [[nodiscard]] const Rates& ratesAt(TradingDate settlement) const;

    /// Whole sell tax of `market` in percent; funds and ELW are exempt.
    [[nodiscard]] Percent sellTax(Market market, SecurityGroup group, TradingDate settlement) const;

private:
    std::map<std::chrono::sys_days, Rates> m_from;
};

/// `amount` x `rate`, rounded down to whole won: how commission and tax are charged here.
[[nodiscard]] constexpr Won chargeDown(Won amount, Percent rate) noexcept
{
    const base::Int128 product =
        static_cast<base::Int128>(amount.value()) * static_cast<base::Int128>(rate.units());
    return Won{static_cast<std::int64_t>(product / Percent::kUnitsPerWhole)};
}

/// The lowest valid price at or above which a sale of a position bought at `average` (cost over
/// quantity) covers both commissions and the tax: ceil-to-step(A (1 + f) / (1 - f - t)).
[[nodiscard]] Price breakEvenPrice(Won cost, Quantity quantity, Percent commission, Percent sellTax,
                                   StepTable steps);
}  // namespace core::domain
