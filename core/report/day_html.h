#pragma once

#include "core/domain/day_summary.h"
#include "core/report/report_words.h"

#include <QByteArray>

namespace core::report
{
/// The day as one HTML file that needs nothing else: style and equity curve inside, no script, no
/// link. Light, for a browser and for A4. Everything that came from outside is escaped (S-11), and
/// the file forbids itself to load anything.
///
/// Shape:  UTF-8.
/// Thread: any; pure.
[[nodiscard]] QByteArray dayHtml(const domain::DayRecord& record, const domain::DaySummary& summary,
                                 Language language);

/// Text for HTML: markup escaped, control and direction characters replaced, since a name may hold
/// anything.
[[nodiscard]] QString escaped(const QString& text);
}  // namespace core::report
