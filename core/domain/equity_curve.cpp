#include "core/domain/equity_curve.h"

#include "core/base/wide.h"

#include <algorithm>
#include <cstdlib>

namespace core::domain
{
using std::chrono::minutes;

namespace
{
constexpr std::int64_t kLevelsWanted = 4;
constexpr std::int64_t kHoursMax = 9;
constexpr std::int64_t kFlattest = 500;  // The axis spans at least this part of the equity.

/// The smallest of 1, 2, 5 x 10^n that divides `span` into at most `kLevelsWanted` parts.
std::int64_t roundStep(std::int64_t span)
{
    std::int64_t step = 1;
    constexpr std::int64_t kTen = 10;
    for (;; step *= kTen) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (span / (step * factor) <= kLevelsWanted) {
                return step * factor;
            }
        }
    }
}

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return rest < 0 ? value - rest - step : value - rest;
}

/// The line's value at `at`, after `a` and not after `b`, truncated to won.
Won between(const CurvePoint& a, const CurvePoint& b, Timestamp at)
{
    if (b.begins) {
        return a.equity;
    }
    const std::int64_t whole = (b.at - a.at).count();
    const std::int64_t part = (at - a.at).count();
    const base::Int128 rise = static_cast<base::Int128>((b.equity - a.equity).value()) * part;
    return a.equity + Won{static_cast<std::int64_t>(rise / whole)};
}

std::vector<CurvePoint> pointsOf(const std::vector<MinuteMetrics>& metrics)
{
    std::vector<CurvePoint> points;
    points.reserve(metrics.size());
    for (const MinuteMetrics& one : metrics) {
        points.push_back({.at = one.minute + minutes{1}, .equity = one.equity});
    }
    std::stable_sort(points.begin(), points.end(),
                     [](const CurvePoint& a, const CurvePoint& b) { return a.at < b.at; });
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].begins = i == 0 || points[i].at - points[i - 1].at > minutes{1};
    }
    return points;
}

std::vector<CurveMark> marksOf(const DayRecord& record, const DaySummary& summary)
{
    std::vector<CurveMark> marks;
    marks.reserve(record.trades.size() * 2);
    for (std::size_t i = 0; i < record.trades.size(); ++i) {
        const TradeRecord& trade = record.trades[i];
        const int sign = summary.trades[i].won() ? 1 : (summary.trades[i].lost() ? -1 : 0);
        if (!trade.carried) {  // Bought today.
            marks.push_back({.at = trade.openedAt, .entry = true, .sign = sign});
        }
        marks.push_back({.at = trade.closedAt, .entry = false, .sign = sign});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const CurveMark& a, const CurveMark& b) { return a.at < b.at; });
    return marks;
}

/// Puts the marks on the line: both are in order, so one walk does it.
void placeMarks(EquityCurve& curve)
{
    std::size_t next = 0;
    for (CurveMark& mark : curve.marks) {
        while (next < curve.points.size() && curve.points[next].at < mark.at) {
            ++next;
            ++curve.steps;
        }
        ++curve.steps;
        if (next == 0) {
            mark.equity = curve.points.front().equity;
        } else if (next == curve.points.size()) {
            mark.equity = curve.points.back().equity;
        } else {
            mark.equity = between(curve.points[next - 1], curve.points[next], mark.at);
        }
    }
}

void fitAxes(EquityCurve& curve)
{
    Won low = curve.base.value_or(curve.points.front().equity);
    Won high = low;
    for (const CurvePoint& point : curve.points) {
        low = std::min(low, point.equity);
        high = std::max(high, point.equity);
    }
    // A quiet day is a flat line in the middle, not its last won blown up.
    const std::int64_t least = std::max<std::int64_t>(std::abs(high.value()) / kFlattest, 2);
    const std::int64_t missing = std::max<std::int64_t>(least - (high - low).value(), 0);
    low = low - Won{missing / 2};
    high += Won{missing - missing / 2};
    const std::int64_t step = roundStep((high - low).value());
    curve.low = Won{floorTo(low.value(), step)};
    curve.high = Won{floorTo(high.value() + step - 1, step)};
    for (Won level = curve.low; level <= curve.high; level += Won{step}) {
        curve.levels.push_back(level);
    }
    curve.from = std::chrono::floor<std::chrono::hours>(curve.points.front().at - minutes{1});
    curve.to = std::chrono::ceil<minutes>(curve.points.back().at);
    const auto length = std::chrono::ceil<std::chrono::hours>(curve.to - curve.from);
    const std::int64_t each = (length.count() + kHoursMax - 1) / kHoursMax;
    const minutes stride = length <= std::chrono::hours{2} ? minutes{30} : minutes{60 * each};
    for (Timestamp hour = curve.from; hour <= curve.to; hour += stride) {
        curve.hours.push_back(hour);
    }
}
}  // namespace

double EquityCurve::across(Timestamp at) const noexcept
{
    const Timestamp inside = std::clamp(at, from, to);
    return static_cast<double>((inside - from).count()) / static_cast<double>((to - from).count());
}

double EquityCurve::up(Won equity) const noexcept
{
    return static_cast<double>((equity - low).value()) / static_cast<double>((high - low).value());
}

EquityCurve equityCurve(const DayRecord& record, const DaySummary& summary)
{
    Q_ASSERT(record.trades.size() == summary.trades.size());
    EquityCurve curve;
    curve.base = record.startEquity;
    curve.points = pointsOf(record.minutes);
    if (curve.points.empty()) {
        return curve;
    }
    curve.marks = marksOf(record, summary);
    placeMarks(curve);
    fitAxes(curve);
    return curve;
}
}  // namespace core::domain
