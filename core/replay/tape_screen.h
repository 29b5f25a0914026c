#pragma once

#include "core/config/config.h"
#include "core/market/market_cache.h"
#include "core/replay/paper_symbol.h"
#include "core/screen/screener.h"
#include "core/tape/tape.h"

#include <optional>
#include <vector>

namespace core::replay
{
/// The screening of a tape: its pool is every symbol of the tape. A tape has no master file, so
/// nothing is left out but a price too low, a halt, and what has not traded yet.
class TapeScreen final
{
public:
    TapeScreen(const config::Config& config, const std::vector<tape::TapeListing>& listings,
               domain::TradingDate date);

    /// One screening: marks the eligible among `symbols`, which lie by their id in `market`.
    void screen(domain::Timestamp now, const market::MarketCache& market,
                const PaperSymbols& symbols);
    /// Time of the newest screening.
    [[nodiscard]] std::optional<domain::Timestamp> at() const noexcept { return m_at; }
    /// A screening is due at this instant, a whole second.
    [[nodiscard]] bool isDue(domain::Timestamp at) const noexcept;

private:
    screen::Screener m_screener;
    std::chrono::seconds m_period;
    std::vector<screen::ScreenInput> m_inputs;
    std::optional<domain::Timestamp> m_at;
};
}  // namespace core::replay
