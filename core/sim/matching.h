#pragma once

#include "core/sim/book.h"
#include "core/sim/broker_order.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace core::sim
{
/// An order of ours while it can still trade.
struct WorkingOrder
{
    std::int64_t number = 0;
    domain::Side side = domain::Side::Buy;
    std::int32_t price = 0;  ///< 0 = at any price.
    std::int64_t remaining = 0;
    std::int64_t ahead = 0;      ///< Shares of others that trade first at its price.
    bool marketAtClose = false;  ///< Conditional: any price in the closing auction.
};

/// A fill of one order of ours.
struct Match
{
    std::int64_t number = 0;
    std::int64_t quantity = 0;
    std::int32_t price = 0;

    friend bool operator==(const Match&, const Match&) = default;
};

/// Price-time priority of our orders against an issue's own book and trade flow.
///
/// An arriving order takes the visible opposite levels one by one; what it took stays taken for a
/// while (`kRefill`). A resting order waits behind the size visible at its price, moves up as the
/// flow trades there, and is filled whole when the flow trades through it. Fills are ours alone:
/// the public tape does not show them.
/// Pure: no clock, no random number; the same calls give the same matches.
class Matching final
{
public:
    /// Others come back to a level this long after we took from it, milliseconds.
    static constexpr std::int32_t kRefill = 1'500;

    /// Matches `order` against the visible book at `now`; the rest stays in `order.remaining`.
    [[nodiscard]] std::vector<Match> arrive(StockId id, WorkingOrder& order, const Book& book,
                                            std::int32_t now);
    /// Shares the book offers up to the order's price (for FOK).
    [[nodiscard]] std::int64_t available(StockId id, const WorkingOrder& order, const Book& book,
                                         std::int32_t now) const;
    /// Puts the rest behind what is visible at its price.
    void rest(StockId id, WorkingOrder order, const Book& book);
    /// The flow traded in the continuous session or in closing-price trading.
    [[nodiscard]] std::vector<Match> traded(StockId id, const FlowEvent& event, const Book& book);
    /// The flow printed a single price.
    [[nodiscard]] std::vector<Match> printed(StockId id, const FlowEvent& event,
                                             bool closingAuction);
    /// Takes `quantity` off a resting order; at zero it is gone.
    void reduce(StockId id, std::int64_t number, std::int64_t quantity);
    [[nodiscard]] bool hasOrders(StockId id) const;
    /// True if an order at `price` (0 = any) would meet a resting one of ours.
    [[nodiscard]] bool meetsOwn(StockId id, domain::Side side, std::int32_t price) const;
    /// Queue position, for tests and the truth log; nullopt = not resting.
    [[nodiscard]] std::optional<std::int64_t> aheadOf(StockId id, std::int64_t number) const;

private:
    struct Taken
    {
        std::int32_t price = 0;
        std::int64_t quantity = 0;
        std::int32_t at = 0;
    };
    struct Issue
    {
        std::vector<WorkingOrder> resting;  ///< In order of time.
        std::vector<Taken> taken;
    };

    [[nodiscard]] std::int64_t takenAt(StockId id, std::int32_t price, std::int32_t now) const;
    [[nodiscard]] Issue& issue(StockId id) { return m_issues[static_cast<std::uint32_t>(id)]; }
    [[nodiscard]] const Issue* find(StockId id) const;
    static void dropFilled(Issue& issue);

    std::unordered_map<std::uint32_t, Issue> m_issues;
};
}  // namespace core::sim
