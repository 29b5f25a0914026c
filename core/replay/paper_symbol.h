#pragma once

#include "core/domain/order_notice.h"
#include "core/rules/position_judge.h"
#include "core/tape/tape.h"

#include <optional>

namespace core::replay
{
/// What a tape shows of one symbol beyond the market cache: its newest row's own cells, because
/// an empty cell is missing at that row and nothing is carried over.
class PaperMarket final
{
public:
    explicit PaperMarket(bool assumeLiquid) : m_assumeLiquid{assumeLiquid} {}

    /// A row with a price; `isTrade` = regular.
    void apply(const tape::TapeRow& row, bool isTrade);
    /// Fills in what only the row knows.
    void show(rules::PositionMarket& market) const;
    /// Where a sale decided now would be filled.
    [[nodiscard]] domain::Price saleAt(domain::Price last, domain::StepTable steps) const;

private:
    [[nodiscard]] std::optional<domain::Vwap> vwap() const;

    bool m_assumeLiquid;
    tape::TapeRow m_row;
    std::optional<domain::Price> m_dayHigh;        ///< Of the newest row.
    std::optional<domain::Price> m_dayHighBefore;  ///< Of the row before it.
    domain::Price m_highest;                       ///< Highest regular price so far.
    std::int64_t m_turnover = 0;                   ///< Price x accumulated step.
    std::int64_t m_accVolume = 0;
};

/// An order on paper, filled before the symbol's next regular row.
struct PaperOrder
{
    domain::Side side = domain::Side::Buy;
    domain::Price price;
    domain::Quantity quantity;
    QLatin1String rule;
};

/// A held position on a tape.
struct PaperPosition
{
    domain::PositionMarks marks;
    rules::PositionBooks books;
    std::optional<PaperOrder> order;
    std::optional<std::uint32_t> recordedFailing;  ///< Of this attempt; a bit a condition.
};
}  // namespace core::replay
