#pragma once

#include "core/base/result.h"

#include <QStringView>

#include <cstdint>
#include <string_view>

namespace core::base
{
/// Reads a decimal number exactly, as an integer count of 10^-scale.
///
/// Shape:  optional sign, digits, optionally a point and digits; at most `scale` decimals,
///         further decimals only if they are zeros ("71800.00" reads at scale 0).
/// Errors: Malformed for anything else, blanks included; OutOfRange beyond int64.
/// Thread: any; pure. Never goes through a double and never looks at the locale.
[[nodiscard]] Result<std::int64_t> parseDecimal(QStringView text, int scale);
[[nodiscard]] Result<std::int64_t> parseDecimal(std::string_view text, int scale);

/// The shortest text that `parseDecimal` reads back to `value`.
[[nodiscard]] QString decimalText(std::int64_t value, int scale);
}  // namespace core::base
