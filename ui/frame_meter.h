#pragma once

#include <QElapsedTimer>

#include <array>
#include <chrono>
#include <cstdint>

namespace ui
{
/// How evenly the window's frames come. The gap between two frames contains all painting, so one
/// stall anywhere on the UI thread shows here. UI thread.
class FrameMeter final
{
public:
    /// A frame begins.
    void frame();
    /// The work of the frame (taking and applying the snapshot) is done.
    void worked(bool hadSnapshot);

    [[nodiscard]] std::uint64_t frames() const { return m_frames; }
    [[nodiscard]] std::uint64_t snapshots() const { return m_snapshots; }
    /// Longest and 99 % gap between frames, in tenths of a millisecond resolution.
    [[nodiscard]] std::chrono::microseconds gapMax() const { return m_gapMax; }
    [[nodiscard]] std::chrono::microseconds gapP99() const;
    /// Longest time one frame's work took.
    [[nodiscard]] std::chrono::microseconds workMax() const { return m_workMax; }
    /// Frames a second over the whole run.
    [[nodiscard]] double framesPerSecond() const;
    void restart();

private:
    static constexpr std::size_t kBuckets = 1'000;  // Of 100 µs; the last holds all longer ones.

    QElapsedTimer m_sinceFrame;
    QElapsedTimer m_run;
    std::uint64_t m_frames = 0;
    std::uint64_t m_snapshots = 0;
    std::chrono::microseconds m_gapMax{};
    std::chrono::microseconds m_workMax{};
    std::array<std::uint64_t, kBuckets> m_gaps{};
};
}  // namespace ui
