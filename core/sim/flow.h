#pragma once

#include "core/sim/story.h"
#include "core/tape/tape.h"

#include <cstdint>
#include <vector>

namespace core::sim
{
inline constexpr std::int32_t kMinuteMs = 60'000;

enum class FlowKind : std::uint8_t
{
    Trade,         ///< Continuous session.
    AuctionPrint,  ///< Single price: open, close, end of a VI, call-auction issues.
    AfterHours,    ///< Closing-price trading and after-market.
    PreOpenPrint,  ///< Closing-price trading before the open.
    Expected,      ///< What the running auction would trade now.
    BookOnly,      ///< Orders came or went; nothing traded.
    ViStart,
    ViEnd,
    Halt,
    Resume,
};

enum class Side : std::uint8_t
{
    Auction,
    Buyer,
    Seller,
};

/// One thing that happens to one issue. Times in milliseconds from midnight, KST.
struct FlowEvent
{
    std::int32_t at = 0;
    std::int32_t price = 0;
    std::int64_t quantity = 0;
    std::int64_t accVolume = 0;                ///< Given by a tape; 0 = the sum so far.
    const tape::TapeDetail* detail = nullptr;  ///< Lives as long as the flow's tape.
    FlowKind kind = FlowKind::Trade;
    Side side = Side::Auction;
    std::int8_t lean = 0;  ///< Bid share of the book beyond one half, in percent points.

    friend bool operator==(const FlowEvent&, const FlowEvent&) = default;
};

/// Where an issue's events come from. Minutes are asked for once each, in order, the first being
/// that of the opening auction's start; the events of a minute come sorted by time.
class Flow
{
public:
    Flow() = default;
    Flow(const Flow&) = delete;
    Flow& operator=(const Flow&) = delete;
    virtual ~Flow() = default;

    /// Events of [minute, minute + 1), minutes counted from midnight.
    [[nodiscard]] virtual std::vector<FlowEvent> produce(int minute) = 0;
    /// A story for a minute not yet asked for. False: this prices cannot be told.
    [[nodiscard]] virtual bool tell(const Story&) { return false; }
};
}  // namespace core::sim
