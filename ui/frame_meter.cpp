#include "ui/frame_meter.h"

#include <algorithm>

namespace ui
{
using std::chrono::microseconds;

void FrameMeter::frame()
{
    if (!m_sinceFrame.isValid()) {
        m_sinceFrame.start();
        m_run.start();
        return;
    }
    const microseconds gap{m_sinceFrame.nsecsElapsed() / 1'000};
    m_sinceFrame.start();
    ++m_frames;
    m_gapMax = std::max(m_gapMax, gap);
    const auto bucket =
        std::min(static_cast<std::size_t>(gap.count()) / 100, std::size_t{kBuckets - 1});
    ++m_gaps[bucket];
}

void FrameMeter::worked(bool hadSnapshot)
{
    m_snapshots += hadSnapshot ? 1U : 0U;
    m_workMax = std::max(m_workMax, microseconds{m_sinceFrame.nsecsElapsed() / 1'000});
}

microseconds FrameMeter::gapP99() const
{
    const std::uint64_t wanted = m_frames - m_frames / 100;
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
        seen += m_gaps[bucket];
        if (seen >= wanted) {
            return microseconds{static_cast<std::int64_t>(bucket + 1) * 100};
        }
    }
    return m_gapMax;
}

double FrameMeter::framesPerSecond() const
{
    const qint64 elapsed = m_run.isValid() ? m_run.elapsed() : 0;
    return elapsed == 0 ? 0.0
                        : static_cast<double>(m_frames) * 1'000.0 / static_cast<double>(elapsed);
}

void FrameMeter::restart()
{
    *this = FrameMeter{};
}
}  // namespace ui
