// Desk's other half: how its state becomes the value the window shows.

#include "core/desk/desk.h"
#include "core/desk/health_board.h"

#include <algorithm>

namespace core::desk
{
namespace
{
domain::SymbolView symbolView(market::MarketCache& market, const Screening& screening,
                              const domain::Symbol& symbol)
{
    const domain::Instrument* instrument =
        screening.isReady() ? screening.instruments()->find(symbol) : nullptr;
    return market.symbolView(market.idOf(symbol), instrument);
}
}  // namespace

domain::SnapshotPtr Desk::snapshot(const domain::EngineFigures& engine, double clockSpeed)
{
    auto next = std::make_shared<domain::DeskSnapshot>();
    next->number = ++m_snapshots;
    next->now = m_clock.now();
    next->clockSpeed = clockSpeed;
    next->environment = m_options.environment;
    next->accountMasked = m_options.accountMasked;
    next->configHash = m_options.configHash;
    next->date = m_date;
    next->session = m_session;
    next->feed = m_feed;
    next->slotsMax = static_cast<std::uint32_t>(m_options.config.feed.maxRegistrations);
    next->broker = m_broker;
    next->engine = engine;
    next->engine.eventsApplied = m_eventsApplied;
    next->engine.gapSharesTotal = m_market.gapSharesTotal();
    next->engine.dataGaps = m_market.dataGaps();
    next->screen = m_screening.result();
    next->selected = m_selected;
    next->log = m_log.entries();
    next->trading = m_trading.view(m_selected);
    next->rules = m_rules.view(m_selected);

    if (next->screen) {
        next->symbols.reserve(next->screen->rows.size() + 1);
        for (const domain::ScreenRow& row : next->screen->rows) {
            next->symbols.push_back(symbolView(m_market, m_screening, row.symbol));
        }
    }
    const bool listed =
        std::any_of(next->symbols.begin(), next->symbols.end(),
                    [this](const domain::SymbolView& view) { return view.symbol == m_selected; });
    if (!m_selected.isEmpty() && !listed) {
        next->symbols.push_back(symbolView(m_market, m_screening, m_selected));
    }
    for (int pane = 0; pane < kChartPanes; ++pane) {
        const std::optional<domain::ChartRequest>& request =
            m_charts[static_cast<std::size_t>(pane)];
        if (!request) {
            continue;
        }
        const market::SymbolId id = m_market.idOf(request->symbol);
        const market::ChartBars bars = m_market.closedBars(id, request->interval);
        next->charts.push_back(
            {.pane = pane,
             .request = *request,
             .revision = bars.revision,
             .closed = bars.closed,
             .forming = m_market.formingBar(id, request->interval),
             .formingGapShares = m_market.formingGapShares(id, request->interval),
             .live = symbolView(m_market, m_screening, request->symbol)});
    }
    next->health = healthItems(
        {.environment = m_options.environment,
         .capabilities = m_options.capabilities,
         .accountMasked = m_options.accountMasked,
         .feed = m_feed,
         .broker = m_broker,
         .engine = engine,
         .instruments = m_screening.isReady() ? m_screening.instruments().get() : nullptr,
         .balance = m_balance,
         .holiday = m_holiday,
         .tradingDay = m_options.calendar.isTradingDay(m_date)});
    return next;
}
}  // namespace core::desk
