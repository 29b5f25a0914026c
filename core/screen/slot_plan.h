#pragma once

#include "core/domain/feed.h"
#include "core/domain/kst.h"
#include "core/domain/symbol.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace core::screen
{
struct SlotOptions
{
    std::size_t registrationsMax = 39;  ///< feed.max_registrations
    std::chrono::seconds minHold{180};  ///< feed.min_hold_s
    bool notice = true;                 ///< The environment has execution notices.
    /// Issue whose H0STMKO0 record tells market-wide halts; empty where the environment has none.
    domain::Symbol operationSymbol;
};

/// Who wants slots. A symbol may be in several lists; every list is most important first.
struct SlotDemand
{
    std::vector<domain::Symbol> held;
    std::vector<domain::Symbol> byHand;  ///< Armed, overridden, or before the trader in the ladder.
    std::vector<domain::Symbol> pinned;  ///< Tape runs: their trade slot is kept all day.
    std::vector<domain::Symbol> ranked;  ///< The screener's rank order.
};

/// The registration slots of trading rules section 2, computed as a whole: the feed makes the
/// difference.
///
/// Order: notice, operation, trades of held symbols, pinned trades, quotes of held symbols, trade
/// and quote of those wanted by hand, trades younger than `minHold`, trades in rank order, quotes
/// younger than `minHold`, quotes in rank order; cut at `registrationsMax`. So a held symbol takes
/// a slot from anyone and nobody takes one from it, and the ladder has a book to show. What only
/// the hand wanted has no minimum hold: leafing through the list takes nothing from the rank order.
/// Thread: logic; pure besides the times it remembers.
class SlotPlan final
{
public:
    explicit SlotPlan(SlotOptions options);

    /// The wanted set, most important first, never longer than `registrationsMax`.
    [[nodiscard]] std::vector<domain::FeedKey> plan(const SlotDemand& demand,
                                                    domain::Timestamp now);
    /// Forgets a slot the server refused for good, so that its hold does not block another.
    void release(const domain::FeedKey& key);

private:
    class Builder;

    [[nodiscard]] static bool isByHandOnly(const SlotDemand& demand, const domain::FeedKey& key);
    void addYoung(Builder& builder, domain::Stream stream, domain::Timestamp now) const;

    SlotOptions m_options;
    std::map<domain::FeedKey, domain::Timestamp> m_since;  ///< First wanted, for those in the plan.
};
}  // namespace core::screen
