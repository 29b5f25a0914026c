#pragma once

#include "core/domain/quantity.h"
#include "core/domain/won.h"

#include <QString>

#include <cstdint>

/// Figures of a notification, written as the window writes them (`ui/format.h`, which nothing in
/// core may include). No locale; pure; any thread.
namespace core::notify
{
[[nodiscard]] QString groupedText(std::int64_t value);  ///< -1,234,567
/// With sign and mark, so that colour is never the only cue: "▲ +12,345", "▼ −1,200", "0".
[[nodiscard]] QString signedText(std::int64_t value);
/// Of 1/10,000 %, two decimals, half away from zero: "▲ +1.23 %", "▼ −0.50 %", "0.00 %".
[[nodiscard]] QString percentText(std::int64_t tenThousandths);
[[nodiscard]] QString shareText(std::int64_t tenThousandths);  ///< 1.23 %, of a magnitude.
/// Average price, two decimals, half up; empty for no shares.
[[nodiscard]] QString averageText(domain::Won cost, domain::Quantity quantity);
}  // namespace core::notify
