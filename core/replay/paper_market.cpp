#include "core/replay/paper_market.h"

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

const tape::TapeRow PaperMarket::kNoRow{};

domain::Won PaperMarket::turnoverWith(const tape::TapeRow& row) const
{
    if (row.accVolume == 0) {
        return domain::Won{m_turnover};  // A state that does not tell its volume.
    }
    const std::int64_t price = row.price > 0 ? row.price : m_price.won();
    // One step fits by the tape's bounds; a sum of absurd ones stays where it was.
    std::int64_t sum = 0;
    const std::int64_t step = price * (row.accVolume - m_accVolume);
    return domain::Won{__builtin_add_overflow(m_turnover, step, &sum) ? m_turnover : sum};
}

void PaperMarket::apply(const tape::TapeRow& row, bool isTrade)
{
    m_row = &row;
    m_turnover = turnoverWith(row).value();
    m_accVolume = row.accVolume > 0 ? row.accVolume : m_accVolume;
    m_price = row.price > 0 ? priceOf(row.price) : m_price;
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
    if (m_row->has(tape::TapeCell::Vwap) && m_row->detail.vwapCents > 0) {
        return domain::Vwap{m_row->detail.vwapCents, 100};
    }
    if (m_assumeLiquid && m_accVolume > 0) {
        return domain::Vwap{m_turnover, m_accVolume};
    }
    return std::nullopt;
}

std::optional<domain::Price> PaperMarket::bid() const
{
    if (m_row->has(tape::TapeCell::Bid)) {
        return priceOf(m_row->detail.bid);
    }
    return assumesPrices() ? std::optional{priceOf(m_row->price)} : std::nullopt;
}

std::optional<domain::Price> PaperMarket::ask() const
{
    if (m_row->has(tape::TapeCell::Ask)) {
        return priceOf(m_row->detail.ask);
    }
    const domain::Price last = priceOf(m_row->price);
    return assumesPrices() ? std::optional{last + domain::priceStep(last)} : std::nullopt;
}

std::optional<domain::Won> PaperMarket::accTurnover() const
{
    const std::optional<domain::Vwap> average = vwap();
    if (!average || m_accVolume <= 0) {
        return std::nullopt;
    }
    return domain::Won{static_cast<std::int64_t>(rules::Int128{average->numerator} * m_accVolume
                                                 / average->denominator)};
}

void PaperMarket::show(rules::PositionMarket& market) const
{
    const auto total = [this](tape::TapeCell which, std::int64_t given, domain::Quantity assumed) {
        if (m_row->has(which)) {
            return std::optional{domain::Quantity{given}};
        }
        return m_assumeLiquid ? std::optional{assumed} : std::nullopt;
    };
    market.bid = bid();
    market.ask = ask();
    market.totalAsk = total(tape::TapeCell::TotalAsk, m_row->detail.totalAsk, kAssumedAsk);
    market.totalBid = total(tape::TapeCell::TotalBid, m_row->detail.totalBid, kAssumedBid);
    market.quoteFresh = true;  // At a row its own values have age 0.
    market.vwap = vwap();
    market.dayHighBefore = m_dayHighBefore;
}

domain::Price PaperMarket::saleAt(domain::Price last) const
{
    const std::optional<domain::Price> best = bid();
    return best && best->won() > 0 ? *best : domain::nextDown(last);
}
}  // namespace core::replay
