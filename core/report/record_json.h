#pragma once

#include "core/base/result.h"
#include "core/domain/day_record.h"

#include <QJsonObject>

namespace core::report
{
/// The whole record as JSON, nothing lost: `recordFromJson(recordJson(r)) == r`.
///
/// Shape:  the members of `record_fields.h`. Enumerations are words, times
///         `YYYY-MM-DDTHH:MM:SS.mmm` in KST, orders as `ClientOrderId::toString`.
///         Absent: empty text, an empty optional, no price, no time, no symbol, no order.
/// Units:  whole won and shares; `_ppb` parts per billion.
/// Thread: any; pure.
[[nodiscard]] QJsonObject recordJson(const domain::DayRecord& record);

/// Errors: Malformed, naming the first member that is missing or not of its type with its path
///         ("trades[3].fills[0].side"). Members that are not known are ignored.
[[nodiscard]] base::Result<domain::DayRecord> recordFromJson(const QJsonObject& json);

/// A part of a record, for stores that keep them one by one.
[[nodiscard]] QJsonObject tradeJson(const domain::TradeRecord& trade);
[[nodiscard]] base::Result<domain::TradeRecord> tradeFromJson(const QJsonObject& json);
}  // namespace core::report
