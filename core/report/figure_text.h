#pragma once

#include "core/domain/day_summary.h"

#include <QString>

/// Numbers and times as text for reports, after the conventions of the desk (desk.md section 4):
/// thousands separators, won without decimals, percent with two decimals and sign, ▲▼ so that
/// colour is never the only cue. Nothing depends on the machine's locale. The window's own are in
/// `ui/format.h`, which a room of the core may not see. Pure; any thread.
namespace core::report
{
inline constexpr QChar kUnknownMark{0x2013};  ///< For what is not known; never 0.
inline constexpr int kPercentPlaces = 4;      ///< Of 1/10,000 %, where a program reads it.

[[nodiscard]] QString groupedText(std::int64_t value);  ///< −1,234,567
[[nodiscard]] QString signedText(domain::Won won);      ///< +12,345 · −1,200 · 0
[[nodiscard]] QString markedText(domain::Won won);      ///< ▲ +12,345 · ▼ −1,200 · 0
[[nodiscard]] QString markedText(const std::optional<domain::Won>& won);
[[nodiscard]] QString markedText(const std::optional<domain::MeanWon>& mean);
/// 1/10,000 % with two decimals and sign, rounded half away from zero: +1.23 %.
[[nodiscard]] QString percentText(std::int64_t tenThousandths);
[[nodiscard]] QString percentText(const std::optional<std::int64_t>& tenThousandths);
/// Share of a whole, two decimals, without a sign, rounded half up: 58.33 %.
[[nodiscard]] QString shareText(const std::optional<domain::Ratio>& ratio);
/// Two decimals, truncated: 1.83.
[[nodiscard]] QString factorText(const std::optional<domain::Ratio>& ratio);
/// Parts per billion of a whole as percent with two decimals, half away from zero.
[[nodiscard]] QString ppbText(const std::optional<std::int64_t>& ppb);
/// Cost over quantity, two decimals, truncated; the unknown mark for no shares.
[[nodiscard]] QString averageText(domain::Won cost, domain::Quantity quantity);
[[nodiscard]] QString clockText(domain::Timestamp at);  ///< 09:31:07 KST
/// 0:42 · 12:05 · 1:02:03, truncated to seconds.
[[nodiscard]] QString durationText(std::chrono::milliseconds length);
[[nodiscard]] QString durationText(const std::optional<std::chrono::milliseconds>& length);
/// `numerator` / `denominator` as decimal text truncated towards zero to `places`, at most 9;
/// trailing zeros left out. For programs: a '-' and no separators.
[[nodiscard]] QString decimalFraction(std::int64_t numerator, std::int64_t denominator, int places);
}  // namespace core::report
