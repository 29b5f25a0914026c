#pragma once

#include "core/domain/equity_curve.h"
#include "core/report/report_look.h"

#include <QString>

namespace core::report
{
/// The curve as an `<svg>` element for a page; the same drawing as `paintCurve`. Needs at least one
/// point. Thread: any; pure.
[[nodiscard]] QString curveSvg(const domain::EquityCurve& curve, const ReportLook& look);
}  // namespace core::report
