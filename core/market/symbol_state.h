#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/desk_snapshot.h"
#include "core/domain/quote.h"
#include "core/market/bar_series.h"
#include "core/market/known_minutes.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

namespace core::market
{
/// What one symbol has besides its hot lines: touched when a bar closes, a stream changes, a
/// REST reply comes, or a reader asks.
struct SymbolState
{
    BarSeries series;
    KnownMinutes known;
    std::int32_t gapMinute = 0;  ///< The newest minute a data gap has touched.

    std::int64_t regularOffset = 0;  ///< accVolume - this = volume of regular trades.
    std::int64_t gapShares = 0;
    std::int64_t displayAppliedMs = 0;  ///< Newest record that is not a trade.
    std::int64_t restAppliedMs = 0;
    std::int64_t tradeLostMs = 0;  ///< When the trade stream ended; 0 = running or never began.

    domain::Price expectedPrice;
    std::unique_ptr<domain::Quote> quote;
    std::unique_ptr<domain::PriceReply> rest;

    struct Chart
    {
        std::shared_ptr<const domain::ClosedBars> bars;
        std::uint64_t revision = 0;
        std::uint32_t seriesRevision = 0;
    };
    std::array<Chart, domain::kIntervals.size()> charts;
};
}  // namespace core::market
