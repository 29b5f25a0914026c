#include "core/report/time_spans.h"

#include <algorithm>

namespace core::report
{
using domain::Timestamp;
using std::chrono::milliseconds;

milliseconds TimeSpan::length() const noexcept
{
    return to > from ? to - from : milliseconds{0};
}

TimeSpan TimeSpan::within(TimeSpan frame) const noexcept
{
    return {std::max(from, frame.from), std::min(to, frame.to)};
}

milliseconds TimeSpans::total() const
{
    return totalWithin({Timestamp::min(), Timestamp::max()});
}

milliseconds TimeSpans::totalWithin(TimeSpan frame) const
{
    std::vector<TimeSpan> sorted = m_spans;
    std::sort(sorted.begin(), sorted.end(),
              [](const TimeSpan& a, const TimeSpan& b) { return a.from < b.from; });
    milliseconds sum{0};
    Timestamp counted = frame.from;  // Everything before is counted already.
    for (const TimeSpan& span : sorted) {
        const TimeSpan fresh = span.within({counted, frame.to});
        sum += fresh.length();
        counted = std::max(counted, fresh.to);
    }
    return sum;
}
}  // namespace core::report
