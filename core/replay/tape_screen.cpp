#include "core/replay/tape_screen.h"

#include <memory>

namespace core::replay
{
namespace
{
screen::ScreenInput inputOf(const market::MarketCache& market, market::SymbolId id,
                            const PaperMarket& row)
{
    const domain::ScreenFigures figures = market.screenFigures(id);
    screen::ScreenInput input;
    input.last = figures.last;
    input.ask = row.ask().value_or(domain::Price{});
    input.bid = row.bid().value_or(domain::Price{});
    input.accTurnover = row.accTurnover();
    input.turnoverFive = figures.turnoverFive;
    input.momentum5 = figures.momentum5;
    input.volatilityPct = figures.volatilityPct;
    input.tradedToday = figures.tradedToday;
    input.halted = figures.halted;
    return input;
}
}  // namespace

TapeScreen::TapeScreen(const config::Config& config, const std::vector<tape::TapeListing>& listings,
                       domain::TradingDate date)
    : m_screener{{.topN = static_cast<std::size_t>(config.screener.topN),
                  .minPrice = domain::Price::fromWon(config.screener.minPrice.value())}},
      m_period{config.screener.period}
{
    auto instruments = std::make_shared<domain::InstrumentTable>();
    instruments->date = date;
    std::vector<domain::Symbol> pool;
    for (const tape::TapeListing& one : listings) {
        domain::Instrument issue;
        issue.symbol = one.symbol;
        issue.reference = domain::Price::fromWon(one.reference);
        instruments->bySymbol.emplace(one.symbol, issue);
        pool.push_back(one.symbol);
    }
    m_screener.setInstruments(std::move(instruments));
    m_screener.setPool(pool);
}

bool TapeScreen::isDue(domain::Timestamp at) const noexcept
{
    return (at.time_since_epoch() + domain::kKstOffset) % m_period == std::chrono::seconds{0};
}

void TapeScreen::screen(domain::Timestamp now, const market::MarketCache& market,
                        const PaperSymbols& symbols)
{
    m_inputs.clear();
    int subscribed = 0;
    for (const domain::Symbol& symbol : m_screener.pool()) {
        const std::optional<market::SymbolId> id = market.find(symbol);
        m_inputs.push_back(id ? inputOf(market, *id, symbols[id->index()]->market)
                              : screen::ScreenInput{});
        subscribed += id ? 1 : 0;
    }
    for (const std::unique_ptr<PaperSymbol>& symbol : symbols) {
        symbol->eligible = false;
    }
    for (const domain::ScreenRow& row : m_screener.screen(now, m_inputs, subscribed).rows) {
        symbols[market.find(row.symbol)->index()]->eligible = row.eligible;
    }
    m_at = now;
}
}  // namespace core::replay
