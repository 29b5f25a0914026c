#pragma once

#include "core/base/clock.h"

#include <QByteArray>

#include <chrono>
#include <deque>
#include <optional>

namespace core::kis
{
/// The time of an HTTP Date header ("Tue, 24 Nov 2026 01:00:30 GMT"); nullopt for anything else.
[[nodiscard]] std::optional<base::Timestamp> parseHttpDate(const QByteArray& text);

/// How far the clock is ahead of the server's, out of whole-second Date headers.
///
/// One header says only that the server's second began between asking and answering, a second
/// less one tick ago at most: an interval. Several intervals narrow it down to the round trip.
/// Pure; any thread.
class ClockSkew final
{
public:
    /// An answer with the server's `date`, asked for and received at these times of our clock.
    void note(base::Timestamp asked, base::Timestamp answered, base::Timestamp date);
    /// Our clock minus the server's; nullopt before the first answer.
    [[nodiscard]] std::optional<std::chrono::milliseconds> offset() const;

private:
    struct Interval
    {
        std::chrono::milliseconds low{};
        std::chrono::milliseconds high{};
    };
    std::deque<Interval> m_intervals;
};
}  // namespace core::kis
