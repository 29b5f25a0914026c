#pragma once

#include "core/domain/feed.h"
#include "core/domain/symbol.h"

#include <cstdint>
#include <map>

namespace core::engine
{
/// What a run received of one symbol.
struct SymbolFigures
{
    std::int64_t last = 0;       ///< Price of the newest record, whatever its phase; won.
    std::int64_t accVolume = 0;  ///< The exchange's, of the newest record.
    std::int64_t volume = 0;     ///< By regular-session trades.
    std::int64_t bars = 0;       ///< One-minute bars, forming one included.
    std::int64_t gapShares = 0;  ///< Provably missing.
};

/// What a run did, counted on the logic thread; the report of an unattended run is made of it.
struct RunFigures
{
    std::map<domain::Symbol, SymbolFigures> symbols;  ///< Every symbol a trade was received of.
    domain::FeedFigures feed;
    std::uint64_t reportedWarnings = 0;  ///< Entries of the event log from warning up.
};
}  // namespace core::engine
