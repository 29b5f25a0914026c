#include "core/risk/latency_meter.h"

#include <algorithm>

namespace core::risk
{
void LatencyMeter::note(std::chrono::milliseconds roundTrip, domain::Timestamp now)
{
    m_trips.push_back(roundTrip);
    if (m_trips.size() > kRoundTrips) {
        m_trips.pop_front();
    }
    // By the nearest rank the 95th percentile of ten is the slowest of them.
    if (m_trips.size() == kRoundTrips
        && *std::max_element(m_trips.begin(), m_trips.end()) > kMost) {
        m_until = now + kHold;
        m_trips.clear();
    }
}
}  // namespace core::risk
