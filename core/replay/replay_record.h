#pragma once

#include "core/domain/decision.h"
#include "core/domain/kst.h"
#include "core/domain/order_notice.h"
#include "core/domain/position_marks.h"
#include "core/domain/symbol.h"
#include "core/rules/exact.h"

#include <QByteArray>
#include <QLatin1String>

#include <optional>
#include <vector>

namespace core::replay
{
/// One line of a replay: what happened to one symbol at one instant. A member that does not apply
/// is empty and left out of the line.
struct ReplayRecord
{
    domain::Timestamp at{};
    std::uint64_t seq = 0;  ///< From 1.
    domain::Symbol symbol;
    /// seed, state, trail_on, add, refuse, cancel, exit, fill, hl, be_on, closed, open_at_end
    QLatin1String kind;
    QLatin1String rule{};
    std::optional<domain::Verdict> verdict{};
    std::vector<domain::Condition> conditions{};
    domain::Price price{};
    std::optional<rules::Average> average{};  ///< `price` of a seed: what an entry cost.
    domain::Quantity quantity{};
    std::optional<domain::Side> side{};
    std::optional<domain::PatternState> state{};
    std::optional<domain::PatternState> from{};
    QLatin1String why{};
    domain::Price high{};  ///< H
    domain::Price low{};   ///< L, or HL in a record of kind hl.
    std::optional<domain::Price> stop{};
    QLatin1String binding{};
    std::optional<domain::Price> level{};  ///< Break-even.

    friend bool operator==(const ReplayRecord&, const ReplayRecord&) = default;
};

/// The record as one JSON object and a line feed: keys sorted, no floating-point number; prices
/// and quantities are integers, percentages and averages decimal text truncated to six places,
/// times text.
[[nodiscard]] QByteArray toLine(const ReplayRecord& record);
}  // namespace core::replay
