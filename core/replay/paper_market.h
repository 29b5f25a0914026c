#pragma once

#include "core/domain/derived.h"
#include "core/domain/price_steps.h"
#include "core/rules/position_input.h"
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

    /// A row, kept by reference: it lives as long as its tape. `isTrade` = regular.
    void apply(const tape::TapeRow& row, bool isTrade);
    /// Price x accumulated step up to and with `row`, the first row weighing all of its volume: the
    /// traded value that the record of the exchange would carry. A row without a price weighs at
    /// the price before it.
    [[nodiscard]] domain::Won turnoverWith(const tape::TapeRow& row) const;
    /// Fills in what only the row knows.
    void show(rules::PositionMarket& market) const;
    /// Where a sale decided now would be filled.
    [[nodiscard]] domain::Price saleAt(domain::Price last) const;

    [[nodiscard]] std::optional<domain::Price> bid() const;  ///< 0 = an empty side.
    [[nodiscard]] std::optional<domain::Price> ask() const;
    /// VWAP x accumulated volume: a tape has no column for it.
    [[nodiscard]] std::optional<domain::Won> accTurnover() const;

private:
    [[nodiscard]] std::optional<domain::Vwap> vwap() const;
    /// A row without a price has none to assume a book around.
    [[nodiscard]] bool assumesPrices() const { return m_assumeLiquid && m_row->price > 0; }

    static const tape::TapeRow kNoRow;

    bool m_assumeLiquid;
    const tape::TapeRow* m_row = &kNoRow;
    std::optional<domain::Price> m_dayHigh;        ///< Of the newest row.
    std::optional<domain::Price> m_dayHighBefore;  ///< Of the row before it.
    domain::Price m_price;                         ///< Of the newest row that has one.
    domain::Price m_highest;                       ///< Highest regular price so far.
    std::int64_t m_turnover = 0;                   ///< Price x accumulated step.
    std::int64_t m_accVolume = 0;
};
}  // namespace core::replay
