#pragma once

#include "core/domain/session_calendar.h"
#include "core/sim/flow.h"
#include "core/tape/tape.h"

#include <vector>

namespace core::sim
{
/// The events of one issue of a tape.
///
/// A written row is one event, exactly as given. Between two rows of a sampled tape trades are
/// made: their quantities add up to the accumulated volume's increment, the last one is the row
/// (its time, price and size), all lie within the row's day high and low, and a new high or low is
/// really traded where there are shares for it. Nothing is made between 15:20 and the closing
/// print.
[[nodiscard]] std::vector<FlowEvent> expandTape(const std::vector<const tape::TapeRow*>& rows,
                                                bool sampled, std::uint64_t key,
                                                const domain::SessionSchedule& schedule);

class TapeFlow final : public Flow
{
public:
    /// The rows must outlive the flow.
    TapeFlow(const std::vector<const tape::TapeRow*>& rows, bool sampled, std::uint64_t key,
             const domain::SessionSchedule& schedule);

    [[nodiscard]] std::vector<FlowEvent> produce(int minute) override;

private:
    std::vector<FlowEvent> m_events;
    std::size_t m_next = 0;
};

/// An issue that never trades: everything beside a tape's own.
class SilentFlow final : public Flow
{
public:
    [[nodiscard]] std::vector<FlowEvent> produce(int) override { return {}; }
};
}  // namespace core::sim
