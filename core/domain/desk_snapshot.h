#pragma once

#include "core/domain/bar.h"
#include "core/domain/broker_reply.h"
#include "core/domain/environment_kind.h"
#include "core/domain/feed.h"
#include "core/domain/health.h"
#include "core/domain/log_entry.h"
#include "core/domain/quote.h"
#include "core/domain/rule_view.h"
#include "core/domain/screen_result.h"
#include "core/domain/session_calendar.h"
#include "core/domain/trade.h"
#include "core/domain/trading_view.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::domain
{
/// Where a symbol's price comes from.
struct SlotView
{
    bool trade = false;                     ///< Trade stream acknowledged.
    bool quote = false;                     ///< Quote stream acknowledged.
    std::optional<std::int64_t> restAgeMs;  ///< Age of the last REST price, if that is the source.

    friend bool operator==(const SlotView&, const SlotView&) = default;
};

/// One symbol's live figures, for tables and chart headers.
struct SymbolView
{
    Symbol symbol;
    QString name;
    Market market = Market::Kospi;
    StepTable steps = StepTable::Share;
    Price last;  ///< 0 = no price yet.
    Price base;  ///< Previous close or reference price; 0 = unknown.
    Price open;
    Price high;
    Price low;
    Price ask;  ///< 0 = unknown or empty.
    Price bid;
    DailyLimits limits;  ///< Zeros = unknown.
    Price viReference;   ///< 0 = unknown.
    Quantity accVolume;
    Won accTurnover;
    std::int64_t vwapCents = 0;
    std::uint32_t strengthCenti = 0;
    std::int64_t gapShares = 0;
    bool halted = false;
    bool inVi = false;
    Price expected;  ///< Expected auction price; 0 outside auctions.
    SlotView slot;
    Timestamp lastTrade{};  ///< Engine clock when the last record was applied.

    friend bool operator==(const SymbolView&, const SymbolView&) = default;
};

/// What a chart pane asked for.
struct ChartRequest
{
    Symbol symbol;
    Interval interval = Interval::M1;

    friend bool operator==(const ChartRequest&, const ChartRequest&) = default;
};

/// Bars that do not change any more; shared by all snapshots until one does.
struct ClosedBars
{
    std::vector<Bar> bars;                ///< Oldest first, at most 480.
    std::vector<std::int64_t> vwapCents;  ///< Session VWAP at the end of each; 0 = unknown.
    std::vector<std::int64_t> gapShares;  ///< Provably missing shares of each.
};

struct ChartView
{
    int pane = 0;
    ChartRequest request;
    std::uint64_t revision = 0;                ///< Grows whenever `closed` is another object.
    std::shared_ptr<const ClosedBars> closed;  ///< Never null.
    std::optional<Bar> forming;
    std::int64_t formingGapShares = 0;
    SymbolView live;  ///< The symbol's own figures.
};

/// Speeds and depths of the engine itself.
struct EngineFigures
{
    std::uint64_t eventsApplied = 0;
    double recordsPerSecond = 0;
    double framesPerSecond = 0;
    std::int64_t decisionNsP50 = 0;  ///< Frame in hand to event applied, last 10 s.
    std::int64_t decisionNsP99 = 0;
    std::int64_t gapSharesTotal = 0;
    std::int64_t dataGaps = 0;
    /// The broker's clock against ours; empty until something has measured it.
    std::optional<std::int64_t> clockOffsetMs;
    std::int64_t diskFreeMiB = -1;  ///< -1 = unknown.
};

/// All the window shows, as one immutable value. The desk builds the next one only after this
/// was taken, so a stalled window costs nothing.
struct DeskSnapshot
{
    std::uint64_t number = 0;
    Timestamp now{};  ///< Engine clock.
    double clockSpeed = 1.0;
    EnvironmentKind environment = EnvironmentKind::Sim;
    QString accountMasked;  ///< "500*****-01"; empty = none.
    QString configHash;     ///< SHA-256 of the effective configuration, hex.
    TradingDate date{};
    SessionMoment session;
    FeedFigures feed;
    std::uint32_t slotsMax = 0;
    BrokerFigures broker;
    EngineFigures engine;
    std::shared_ptr<const ScreenResult> screen;  ///< Null before the first screening.
    std::vector<SymbolView> symbols;             ///< Rows of `screen`, same order, then selected.
    Symbol selected;
    std::vector<ChartView> charts;  ///< By pane.
    std::vector<HealthItem> health;
    TradingViewPtr trading;                            ///< Never null.
    RulesViewPtr rules;                                ///< Never null.
    std::shared_ptr<const std::vector<LogEntry>> log;  ///< Newest last, at most 500; never null.
};
using SnapshotPtr = std::shared_ptr<const DeskSnapshot>;
}  // namespace core::domain
