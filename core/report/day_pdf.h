#pragma once

#include "core/domain/day_summary.h"
#include "core/report/report_words.h"

#include <QByteArray>

namespace core::report
{
/// The day as PDF, A4, for paper and archive.
///
/// Thread: any, once a QGuiApplication exists (fonts); not the logic thread, it takes its time.
/// Errors: none. The bytes hold the moment of writing: two calls differ in it.
[[nodiscard]] QByteArray dayPdf(const domain::DayRecord& record, const domain::DaySummary& summary,
                                Language language);
}  // namespace core::report
