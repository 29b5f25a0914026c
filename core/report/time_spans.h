#pragma once

#include "core/domain/kst.h"

#include <vector>

namespace core::report
{
/// From `from` up to, not including, `to`; empty where `to` is not later.
struct TimeSpan
{
    domain::Timestamp from{};
    domain::Timestamp to{};

    [[nodiscard]] std::chrono::milliseconds length() const noexcept;
    /// What of it lies in `frame`.
    [[nodiscard]] TimeSpan within(TimeSpan frame) const noexcept;
};

/// A set of moments given as stretches that may overlap and come in any order.
class TimeSpans final
{
public:
    void add(domain::Timestamp from, domain::Timestamp to) { m_spans.push_back({from, to}); }

    /// How long together; a moment in two stretches counts once.
    [[nodiscard]] std::chrono::milliseconds total() const;
    [[nodiscard]] std::chrono::milliseconds totalWithin(TimeSpan frame) const;

private:
    std::vector<TimeSpan> m_spans;
};
}  // namespace core::report
