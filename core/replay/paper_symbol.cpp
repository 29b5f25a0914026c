#include "core/replay/paper_symbol.h"

#include <algorithm>

namespace core::replay
{
namespace
{
constexpr domain::Quantity kAssumedAsk{40};
constexpr domain::Quantity kAssumedBid{60};

domain::Price priceOf(std::int64_t won)
{
    return domain::Price::fromWon(won);
}
}  // namespace

void PaperMarket::apply(const tape::TapeRow& row, bool isTrade)
{
    m_row = row;
    m_turnover += row.price * (row.accVolume - m_accVolume);
    m_accVolume = row.accVolume;
    if (isTrade) {
        m_highest = std::max(m_highest, priceOf(row.price));
    }
    m_dayHighBefore = m_dayHigh;
    m_dayHigh.reset();
    if (row.has(tape::TapeCell::DayHigh)) {
        m_dayHigh = priceOf(row.detail.dayHigh);
    } else if (m_assumeLiquid && m_highest != domain::Price{}) {
        m_dayHigh = m_highest;
    }
}

std::optional<domain::Vwap> PaperMarket::vwap() const
{
    if (m_row.has(tape::TapeCell::Vwap) && m_row.detail.vwapCents > 0) {
        return domain::Vwap{m_row.detail.vwapCents, 100};
    }
    if (m_assumeLiquid && m_accVolume > 0) {
        return domain::Vwap{m_turnover, m_accVolume};
    }
    return std::nullopt;
}

void PaperMarket::show(rules::PositionMarket& market) const
{
    using tape::TapeCell;
    const auto cell = [this](TapeCell which, domain::Price given, domain::Price assumed) {
        if (m_row.has(which)) {
            return std::optional{given};
        }
        return m_assumeLiquid ? std::optional{assumed} : std::nullopt;
    };
    const auto total = [this](TapeCell which, std::int64_t given, domain::Quantity assumed) {
        if (m_row.has(which)) {
            return std::optional{domain::Quantity{given}};
        }
        return m_assumeLiquid ? std::optional{assumed} : std::nullopt;
    };
    const domain::Price last = priceOf(m_row.price);
    market.bid = cell(TapeCell::Bid, priceOf(m_row.detail.bid), last);
    market.ask = cell(TapeCell::Ask, priceOf(m_row.detail.ask),
                      last + domain::priceStep(last, market.steps));
    market.totalAsk = total(TapeCell::TotalAsk, m_row.detail.totalAsk, kAssumedAsk);
    market.totalBid = total(TapeCell::TotalBid, m_row.detail.totalBid, kAssumedBid);
    market.quoteFresh = true;  // At a row its own values have age 0.
    market.vwap = vwap();
    market.dayHighBefore = m_dayHighBefore;
}

domain::Price PaperMarket::saleAt(domain::Price last, domain::StepTable steps) const
{
    if (m_row.has(tape::TapeCell::Bid) && m_row.detail.bid > 0) {
        return priceOf(m_row.detail.bid);
    }
    return m_assumeLiquid && !m_row.has(tape::TapeCell::Bid) ? last : domain::nextDown(last, steps);
}
}  // namespace core::replay
