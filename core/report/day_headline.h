#pragma once

#include "core/report/day_page.h"

namespace core::report
{
/// The headline figures of a day, twelve, each with what stood there the day before.
/// Thread: any; pure.
[[nodiscard]] std::vector<PageFigure> headlineFigures(const domain::DaySummary& summary,
                                                      Language language);
/// "2026-11-24 · Simulation".
[[nodiscard]] QString daySubtitle(const domain::DayRecord& record, Language language);
}  // namespace core::report
