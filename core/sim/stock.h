#pragma once

#include "core/domain/session_calendar.h"
#include "core/sim/book.h"
#include "core/sim/flow.h"
#include "core/sim/listing.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace core::sim
{
/// Session figures of an issue after its newest event. Won, shares, milliseconds from midnight.
struct Figures
{
    std::int32_t last = 0;  ///< Reference price until something traded.
    std::int32_t open = 0;
    std::int32_t high = 0;
    std::int32_t low = 0;
    std::int32_t openAt = 0;
    std::int32_t highAt = 0;
    std::int32_t lowAt = 0;
    std::int32_t lastAt = 0;
    std::int32_t bookAt = 0;  ///< Of the newest event of any kind.
    std::int64_t lastQuantity = 0;
    Side lastSide = Side::Auction;
    std::int8_t lean = 0;  ///< Of the book, from the newest event.
    std::int64_t accVolume = 0;
    std::int64_t accTurnover = 0;
    std::int64_t buyVolume = 0;
    std::int64_t sellVolume = 0;
    std::int64_t buyCount = 0;
    std::int64_t sellCount = 0;
    std::int32_t viReference = 0;
    std::int32_t expectedPrice = 0;
    std::int64_t expectedQuantity = 0;
    std::int64_t expectedChange = 0;  ///< Against the expected quantity before.
    bool inVi = false;
    bool halted = false;
    const tape::TapeDetail* detail = nullptr;  ///< Of the newest trade.

    [[nodiscard]] bool traded() const noexcept { return accVolume > 0; }
    friend bool operator==(const Figures&, const Figures&) = default;
};

struct RecentTrade
{
    std::int32_t at = 0;
    std::int32_t price = 0;
    std::int64_t quantity = 0;
    std::int64_t accVolume = 0;
    std::int64_t buyVolume = 0;
    std::int64_t sellVolume = 0;
};

struct MinuteBar
{
    int minute = 0;  ///< From midnight.
    std::int32_t open = 0;
    std::int32_t high = 0;
    std::int32_t low = 0;
    std::int32_t close = 0;
    std::int64_t volume = 0;
    std::int64_t accTurnover = 0;

    friend bool operator==(const MinuteBar&, const MinuteBar&) = default;
};

/// One VI of the day.
struct ViRecord
{
    std::int32_t startAt = 0;
    std::int32_t endAt = 0;  ///< 0 while it lasts.
    std::int32_t price = 0;
    std::int32_t reference = 0;
};

/// What a fault does to an issue, over what its flow says.
struct StockOverride
{
    bool frozen = false;    ///< Halt or circuit breaker: nothing trades.
    bool forcedVi = false;  ///< Trades become expected prices.
    bool lockedLower = false;
    bool lockedUpper = false;
    std::optional<domain::DailyLimits> limits;
};

/// An issue in motion: takes its flow's events one by one and keeps the day's figures.
/// Single-threaded, no clock: time is what `advanceTo` says.
class Stock final
{
public:
    static constexpr std::size_t kRecentMax = 30;

    Stock(const Listing& listing, std::unique_ptr<Flow> flow, std::uint64_t seed,
          const domain::SessionSchedule& schedule);

    [[nodiscard]] const Listing& listing() const noexcept { return *m_listing; }
    [[nodiscard]] const Figures& figures() const noexcept { return m_figures; }
    [[nodiscard]] const domain::DailyLimits& limits() const noexcept { return m_limits; }
    [[nodiscard]] Book book() const;
    /// Newest first, at most 30.
    [[nodiscard]] std::vector<RecentTrade> recentTrades() const;
    [[nodiscard]] const std::vector<ViRecord>& viRecords() const noexcept { return m_vi; }
    /// Empty unless kept from the start.
    [[nodiscard]] const std::vector<MinuteBar>& bars() const noexcept { return m_bars; }
    [[nodiscard]] bool keepsBars() const noexcept { return m_keepsBars; }
    /// Before the first event only.
    void keepBars() noexcept { m_keepsBars = true; }
    [[nodiscard]] bool isAuction(std::int32_t at) const noexcept;
    [[nodiscard]] const domain::SessionSchedule& schedule() const noexcept { return m_schedule; }
    [[nodiscard]] std::uint64_t key() const noexcept { return m_key; }

    /// The next event at or before `until`; null if there is none.
    [[nodiscard]] const FlowEvent* peek(std::int32_t until);
    /// Takes the peeked event; returns it as it came out under the override.
    FlowEvent take();
    void advanceTo(std::int32_t until);
    /// A story for the flow. False: it has begun that minute already, or its prices are given.
    [[nodiscard]] bool tell(const Story& story);
    /// An event from outside the flow (load generator, faults).
    void apply(const FlowEvent& event);
    [[nodiscard]] const StockOverride& override() const noexcept { return m_override; }
    void setOverride(const StockOverride& override);

private:
    [[nodiscard]] FlowEvent filtered(FlowEvent event) const;
    void trade(const FlowEvent& event);
    void keep(const FlowEvent& event);

    const Listing* m_listing;
    std::unique_ptr<Flow> m_flow;
    std::uint64_t m_key;
    domain::SessionSchedule m_schedule;
    domain::DailyLimits m_limits;
    Figures m_figures;
    std::vector<FlowEvent> m_events;
    std::size_t m_next = 0;
    int m_minute;
    std::array<RecentTrade, kRecentMax> m_recent{};
    std::size_t m_recentCount = 0;
    std::vector<MinuteBar> m_bars;
    std::vector<ViRecord> m_vi;
    bool m_keepsBars = false;
    StockOverride m_override;
};
}  // namespace core::sim
