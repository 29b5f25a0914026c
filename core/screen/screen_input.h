#pragma once

#include "core/domain/derived.h"
#include "core/domain/price.h"
#include "core/domain/symbol.h"
#include "core/domain/won.h"

#include <cstdint>
#include <optional>

namespace core::screen
{
/// What the screener wants to know of one pool member; the desk fills it from the market cache.
/// An empty optional is `insufficient`.
struct ScreenInput
{
    domain::Price last;                       ///< 0 = no price known.
    domain::Price ask;                        ///< Best ask of a fresh quote; 0 = none.
    domain::Price bid;                        ///< Best bid of a fresh quote; 0 = none.
    std::optional<domain::Won> accTurnover;   ///< Accumulated traded value.
    std::optional<domain::Won> turnoverFive;  ///< Traded value of the last five clock minutes.
    std::optional<domain::PriceChange> momentum5;
    std::optional<double> volatilityPct;
    bool tradedToday = false;
    // State of the day that the master file cannot know (operation records, REST price).
    bool halted = false;
    bool liquidation = false;
    bool administrative = false;
    bool warned = false;
    bool overheated = false;
};
}  // namespace core::screen
