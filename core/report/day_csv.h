#pragma once

#include "core/domain/day_summary.h"
#include "core/report/report_words.h"

#include <QByteArray>

namespace core::report
{
/// The day for a spreadsheet, one file a table; see `CsvTable` for the form.
///
/// Units:  whole won and shares; columns with (%) are decimal text; times HH:MM:SS in KST. A cell
///         that is not known is empty.
/// Thread: any; pure.
[[nodiscard]] QByteArray tradesCsv(const domain::DayRecord& record,
                                   const domain::DaySummary& summary, Language language);
/// Every fill of every trade, by the trade's number.
[[nodiscard]] QByteArray fillsCsv(const domain::DayRecord& record, Language language);
[[nodiscard]] QByteArray minutesCsv(const domain::DayRecord& record, Language language);
/// By exit reason.
[[nodiscard]] QByteArray reasonsCsv(const domain::DaySummary& summary, Language language);
}  // namespace core::report
