#pragma once

#include "core/report/day_page.h"
#include "core/report/paper.h"

#include <vector>

namespace core::report
{
/// The day on A4: headline, curve, then the tables over as many pages as they need, each page of a
/// table under its header again, every page with its number.
///
/// Thread: any, once a QGuiApplication exists (fonts).
[[nodiscard]] std::vector<PaperPage> paperPages(const DayPage& page, Language language);
}  // namespace core::report
