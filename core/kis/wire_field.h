#pragma once

#include "core/base/result.h"
#include "core/domain/kst.h"
#include "core/domain/price.h"
#include "core/domain/symbol.h"
#include "core/kis/frame.h"

#include <cstdint>
#include <optional>

namespace core::kis
{
/// A field of a wire record: where it stands and what the broker calls it, for messages.
struct WireField
{
    std::uint32_t index = 0;
    const char* name = "";
};

/// True for a field without a value: empty, or the literal text "(null)".
[[nodiscard]] bool isAbsent(QStringView text) noexcept;

/// Malformed, naming the field and its text.
[[nodiscard]] base::Error badField(const RecordView& record, WireField field, const char* meaning);

/// A whole number from 0 on; nullopt for an absent field. "12.00" is 12, "12.5" is Malformed.
[[nodiscard]] base::Result<std::optional<std::int64_t>> readWhole(const RecordView& record,
                                                                  WireField field);
/// As `readWhole`, but an absent field is Malformed.
[[nodiscard]] base::Result<std::int64_t> needWhole(const RecordView& record, WireField field);
/// Hundredths, rounded down; absent is 0 ("not published").
[[nodiscard]] base::Result<std::int64_t> readCents(const RecordView& record, WireField field);
/// Won from 0 to `domain::kPriceMax`; absent is 0 ("side empty" or "not published").
[[nodiscard]] base::Result<domain::Price> readPrice(const RecordView& record, WireField field);
/// Won from 1 to `domain::kPriceMax`.
[[nodiscard]] base::Result<domain::Price> needPrice(const RecordView& record, WireField field);
/// HHMMSS of a real time of day.
[[nodiscard]] base::Result<domain::TimeOfDay> needTime(const RecordView& record, WireField field);
/// YYYYMMDD of a day that exists.
[[nodiscard]] base::Result<domain::TradingDate> needDate(const RecordView& record, WireField field);
[[nodiscard]] base::Result<domain::Symbol> needSymbol(const RecordView& record, WireField field);

/// A yes/no field where a wrong "no" would cost money: only 'N', '0' and absence are no.
[[nodiscard]] bool isFlagged(QStringView text) noexcept;

/// HHMMSS as a number, e.g. 93005; nullopt for no time of day.
[[nodiscard]] constexpr std::optional<domain::TimeOfDay> timeFromNumber(std::uint64_t number)
{
    const auto hour = static_cast<int>(number / 10'000);
    const auto minute = static_cast<int>(number / 100 % 100);
    const auto second = static_cast<int>(number % 100);
    if (number >= 240'000 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    return domain::timeOfDay(hour, minute, second);
}
}  // namespace core::kis
