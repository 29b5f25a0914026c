#pragma once

#include "core/domain/equity_curve.h"
#include "core/report/report_look.h"

#include <QRectF>

class QPainter;

namespace core::report
{
/// Draws the curve with its axes into `place`: the line red above the start equity and blue below
/// it, ▲ where a trade began, ▼ where it ended. Without points, `empty` in the middle.
void paintCurve(QPainter& painter, const QRectF& place, const domain::EquityCurve& curve,
                const ReportLook& look, double fontPixels, const QString& empty);
}  // namespace core::report
