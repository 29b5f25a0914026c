#pragma once

#include "core/domain/order_notice.h"
#include "core/domain/position_marks.h"
#include "core/market/symbol_table.h"
#include "core/replay/paper_market.h"
#include "core/rules/position_input.h"
#include "core/rules/wave.h"

#include <memory>
#include <optional>
#include <vector>

namespace core::replay
{
/// The channel a wave position is bought in; empty for every other.
using WaveBand = decltype(rules::WaveState::channel);

/// An order on paper, filled before the symbol's next regular row.
struct PaperOrder
{
    domain::Side side = domain::Side::Buy;
    domain::Price price;
    domain::Quantity quantity;
    QLatin1String rule;  ///< "ENTRY", "WAVE", "ADD", or the exit's label.
    WaveBand channel{};  ///< Of a wave entry.
};

/// Where a position came from.
enum class PaperOrigin : std::uint8_t
{
    Given,  ///< By --position: cash, gate and automation count as given.
    Entry,
    Wave,
};

/// A held position on a tape.
struct PaperPosition
{
    PaperOrigin origin = PaperOrigin::Given;
    domain::PositionMarks marks;
    rules::PositionBooks books;
    WaveBand channel{};                              ///< Of a wave position.
    std::optional<PaperOrder> order{};               ///< An add or a sale.
    std::optional<std::uint32_t> recordedFailing{};  ///< Of this attempt; a bit a condition.

    [[nodiscard]] bool isSelling() const
    {
        return order.has_value() && order->side == domain::Side::Sell;
    }
};

/// Everything the replay keeps of one symbol.
struct PaperSymbol
{
    domain::Symbol symbol;
    market::SymbolId id;  ///< In the market cache.
    PaperMarket market;
    domain::Price last{};     ///< Newest regular trade; 0 = none.
    bool subscribed = false;  ///< From its first row on.
    std::optional<PaperPosition> position{};
    std::optional<PaperOrder> entry{};  ///< A first buy on its way.
    bool usedToday = false;             ///< P9

    // What the entry rules read; untouched without them.
    domain::Price upperLimit{};
    bool eligible = false;  ///< In the newest screening.
    std::optional<domain::Timestamp> soldAt{};
    int entriesToday = 0;
    std::optional<std::uint32_t> refusedEntry{};  ///< Recorded last; a bit a condition.
    std::optional<std::uint32_t> refusedWave{};
    rules::WaveState wave{};
    rules::WaveSeries series{};
};

/// By id in the market cache; each stays where it is.
using PaperSymbols = std::vector<std::unique_ptr<PaperSymbol>>;
}  // namespace core::replay
