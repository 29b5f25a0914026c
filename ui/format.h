#pragma once

#include "core/domain/bar.h"
#include "core/domain/kst.h"
#include "core/domain/price.h"
#include "core/domain/quantity.h"
#include "core/domain/won.h"

#include <QString>

#include <cstdint>
#include <optional>

/// The one place that turns numbers and times into text for the trader: thousands separators, won
/// without decimals, percent with two decimals and a sign, traded value in 억 (100 million won),
/// times of day in Seoul. Nothing here depends on the machine's locale. Pure; any thread.
namespace ui
{
/// Shown for a value that is not known; never 0.
inline constexpr QChar kUnknownMark{0x2013};

[[nodiscard]] QString groupedText(std::int64_t value);       ///< -1,234,567
[[nodiscard]] QString priceText(core::domain::Price price);  ///< 71,800; "–" for 0
/// Average price of a cost and a quantity, two decimals, half up; "–" for no shares.
[[nodiscard]] QString averageText(core::domain::Won cost, core::domain::Quantity quantity);
/// An amount with its sign and mark: "▲ +12,345", "▼ −1,200", "0".
[[nodiscard]] QString signedWonText(core::domain::Won won);
/// The same without the mark, for amounts of which more is not better: "+4,000", "−1,200".
[[nodiscard]] QString unmarkedWonText(core::domain::Won won);
[[nodiscard]] QString vwapText(std::int64_t cents);       ///< 71,812.34; "–" for 0
[[nodiscard]] QString strengthText(std::uint32_t centi);  ///< 112.35; "–" for 0
/// A share given in 1/10,000 %, two decimals, rounded half away from zero: "+1.23 %".
[[nodiscard]] QString percentText(std::int64_t tenThousandths);
[[nodiscard]] QString unsignedPercentText(std::int64_t tenThousandths);  ///< 0.14 %
/// Change from `base` in 1/10,000 %, truncated towards zero; nothing without both prices.
[[nodiscard]] std::optional<std::int64_t> changeOf(core::domain::Price last,
                                                   core::domain::Price base);
/// "▲", "▼" or nothing, so that colour is never the only cue.
[[nodiscard]] QString signMark(std::int64_t value);
/// "▲ +1.23 %"; "–" without both prices.
[[nodiscard]] QString changeText(core::domain::Price last, core::domain::Price base);
/// Traded value in 억 without the unit: 1,234 or, below 100, one decimal: 31.4. Truncated.
[[nodiscard]] QString eokText(core::domain::Won won);
/// Volumes for narrow places: 12,345 or 1.23M; exact below a million.
[[nodiscard]] QString shortQuantityText(std::int64_t shares);
[[nodiscard]] QString clockText(core::domain::Timestamp at);   ///< 09:31:07 KST
[[nodiscard]] QString minuteText(core::domain::Timestamp at);  ///< 09:31 KST
[[nodiscard]] QString dayText(core::domain::Timestamp at);     ///< 11-24 KST
/// A countdown: 02:14:07, days in front where there are any ("1 02:14:07"); never negative.
[[nodiscard]] QString countdownText(std::chrono::milliseconds left);
/// A length of time, truncated to seconds: 0:42, 12:05, 1:02:03.
[[nodiscard]] QString durationText(std::chrono::milliseconds length);
/// A quotient of numbers that are not negative, two decimals, truncated: 1.83.
[[nodiscard]] QString factorText(std::int64_t numerator, std::int64_t denominator);
/// An age in the shortest readable form: 0.2 s, 12 s, 3:05.
[[nodiscard]] QString ageText(std::chrono::milliseconds age);
/// A latency: 85 ns, 3.4 µs, 1.2 ms.
[[nodiscard]] QString latencyText(std::int64_t nanoseconds);
}  // namespace ui
