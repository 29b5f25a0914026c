#pragma once

#include "core/base/result.h"
#include "core/base/wide.h"

#include <QString>
#include <QStringView>

#include <compare>
#include <cstdint>

namespace core::domain
{
/// An exact percentage: whole ten-millionths of one percent, so 0.0140527 % is 140,527 units.
///
/// Thresholds and rates are read into this and compared as integers; a double never decides
/// at a boundary. 100 % is `kUnitsPerWhole`.
class Percent final
{
public:
    static constexpr int kDecimals = 7;
    static constexpr std::int64_t kUnitsPerPercent = 10'000'000;
    static constexpr std::int64_t kUnitsPerWhole = 100 * kUnitsPerPercent;

    constexpr Percent() noexcept = default;
    [[nodiscard]] static constexpr Percent fromUnits(std::int64_t units) noexcept
    {
        return Percent{units};
    }
    /// Decimal text with at most seven decimals, without a percent sign.
    [[nodiscard]] static base::Result<Percent> parse(QStringView text);

    [[nodiscard]] constexpr std::int64_t units() const noexcept { return m_units; }
    [[nodiscard]] QString toString() const;

    friend constexpr auto operator<=>(Percent, Percent) = default;

private:
    explicit constexpr Percent(std::int64_t units) noexcept : m_units{units} {}

    std::int64_t m_units = 0;
};

/// 100 % and 1 % in those units, wide enough to multiply won with.
inline constexpr base::Int128 kWhole = Percent::kUnitsPerWhole;
inline constexpr base::Int128 kOne = Percent::kUnitsPerPercent;
}  // namespace core::domain
