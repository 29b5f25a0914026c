#include "core/desk/day_book.h"

#include <algorithm>

namespace core::desk
{
namespace
{
constexpr std::chrono::seconds kSample{10};
// A late print may still change the bar before the last; one older than this comes no more.
constexpr std::chrono::minutes kBarsTold{3};

bool isMultiple(domain::Timestamp at, std::chrono::milliseconds span)
{
    return at.time_since_epoch() % span == std::chrono::milliseconds::zero();
}

bool isByHand(const domain::TradeFill& fill)
{
    return fill.origin == domain::OrderOrigin::Hand || fill.origin == domain::OrderOrigin::Flatten;
}

/// What the day's purchases cost less what its sales brought, fees and taxes in both.
domain::Won spentToday(const orders::PositionFills& record, domain::TradingDate date)
{
    domain::Won spent;
    for (const domain::TradeFill& fill : record.fills) {
        if (domain::kstDate(fill.at) == date) {
            const domain::Won costs = fill.fee + fill.tax;
            spent += fill.side == domain::Side::Buy ? fill.amount + costs : costs - fill.amount;
        }
    }
    return spent;
}

void widen(domain::TradeRecord& record, domain::Price highest, domain::Price lowest)
{
    record.highest = std::max(record.highest, highest);
    record.lowest = record.lowest == domain::Price{} ? lowest : std::min(record.lowest, lowest);
}
}  // namespace

DayBook::DayBook(const DeskOptions& options, const market::MarketCache& market,
                 const TradingRoom& trading, RuleRoom& rules)
    : m_options{options}, m_market{market}, m_trading{trading}, m_rules{rules}
{
}

void DayBook::startDay(domain::Timestamp now)
{
    if (m_beganAt == domain::Timestamp{}) {
        m_beganAt = now;
    }
    m_dayFrom = now;
    m_told = 0;
    m_runningMax.reset();
    m_feedGaps.clear();
    if (m_lostAt) {
        m_lostAt = now;  // What was missed before is the other day's.
    }
}

void DayBook::onTrade(const domain::Trade& trade)
{
    for (Extremes& one : m_extremes) {
        if (one.symbol == trade.symbol) {
            one.highest = std::max(one.highest, trade.price);
            one.lowest =
                one.lowest == domain::Price{} ? trade.price : std::min(one.lowest, trade.price);
            return;
        }
    }
}

void DayBook::step(domain::Timestamp at)
{
    if (isMultiple(at, kSample)) {
        sample(at);
    }
    if (isMultiple(at, std::chrono::minutes{1})) {
        tellBars(at);
        m_news.emplace_back(head(at));
    }
}

void DayBook::settle(domain::Timestamp now)
{
    follow(now);
    sample(now);
    // The forming bar as well: nothing will come after it.
    tellBars(now + std::chrono::minutes{1});
    m_news.emplace_back(head(now));
}

void DayBook::sample(domain::Timestamp at)
{
    const std::optional<domain::Won> start = m_trading.orderDesk().books().startEquity();
    const std::optional<domain::Won> equity = m_trading.equityNow();
    if (!equity || !start) {
        return;
    }
    const auto minute = std::chrono::floor<std::chrono::minutes>(at);
    if (minute != m_minute.minute) {
        m_minute = {.minute = minute, .equityMin = *equity, .equityMax = *equity};
    }
    m_runningMax = std::max(m_runningMax.value_or(*start), *equity);
    m_minute.equity = *equity;
    m_minute.equityMin = std::min(m_minute.equityMin, *equity);
    m_minute.equityMax = std::max(m_minute.equityMax, *equity);
    m_minute.startEquity = *start;
    m_minute.runningMax = *m_runningMax;
    m_minute.drawdown = std::max(m_minute.drawdown, *m_runningMax - *equity);
    const orders::Books& books = m_trading.orderDesk().books();
    m_minute.trades = static_cast<int>(books.closedTrades().size());
    m_minute.wins = static_cast<int>(
        std::count_if(books.closedTrades().begin(), books.closedTrades().end(),
                      [](const orders::ClosedTrade& one) { return one.net.value() > 0; }));
    m_minute.positions = static_cast<int>(
        std::count_if(books.positions().begin(), books.positions().end(),
                      [](const auto& one) { return one.second.quantity.shares() > 0; }));
    m_minute.orders = books.counts().messages;
    m_minute.rejects = static_cast<int>(
        std::count_if(books.orders().begin(), books.orders().end(), [&books](const auto& one) {
            return !books.isEarlier(one.first)
                   && (one.second.state == domain::OrderState::Denied
                       || one.second.state == domain::OrderState::Rejected);
        }));
    ++m_minute.samples;
    m_news.emplace_back(m_minute);
}

void DayBook::tellBars(domain::Timestamp until)
{
    std::vector<domain::StoredBar> bars;
    for (const market::SymbolId id : ids()) {
        const std::vector<domain::StoredBar> newest =
            m_market.minuteBars(id, until - kBarsTold, until);
        bars.insert(bars.end(), newest.begin(), newest.end());
    }
    if (!bars.empty()) {
        m_news.emplace_back(std::move(bars));
    }
}

void DayBook::onBars(const domain::Symbol& symbol)
{
    const std::optional<market::SymbolId> id = m_market.find(symbol);
    std::vector<domain::StoredBar> bars =
        id ? m_market.minuteBars(*id, domain::Timestamp{}, m_market.clock())
           : std::vector<domain::StoredBar>{};
    if (!bars.empty()) {
        m_news.emplace_back(std::move(bars));
    }
}

void DayBook::feedLost(domain::Timestamp at)
{
    m_lostAt = at;
}

void DayBook::feedBack(domain::Timestamp at)
{
    if (m_lostAt) {
        m_feedGaps.push_back({.from = *m_lostAt, .to = at, .cause = QStringLiteral("feed")});
        m_lostAt.reset();
    }
}

void DayBook::follow(domain::Timestamp now)
{
    for (std::shared_ptr<const domain::Decision>& one : m_rules.takeDecisions()) {
        m_news.emplace_back(std::move(one));
    }
    const std::uint64_t facts = m_trading.orderDesk().factsWritten();
    if (facts == m_followed) {
        return;
    }
    m_followed = facts;
    const orders::Books& books = m_trading.orderDesk().books();
    const bool news = m_told < books.closedTrades().size();
    for (; m_told < books.closedTrades().size(); ++m_told) {
        tellClosed(books.closedTrades()[m_told], static_cast<std::uint32_t>(m_told) + 1);
    }
    std::erase_if(m_extremes,
                  [&books](const Extremes& one) { return books.held(one.symbol).shares() == 0; });
    for (const auto& [symbol, position] : books.positions()) {
        const bool known =
            std::any_of(m_extremes.begin(), m_extremes.end(),
                        [&symbol = symbol](const Extremes& one) { return one.symbol == symbol; });
        if (position.quantity.shares() > 0 && !known) {
            m_extremes.push_back({symbol, {}, {}});
        }
    }
    if (news) {
        m_news.emplace_back(head(now));
    }
}

void DayBook::tellClosed(const orders::ClosedTrade& trade, std::uint32_t number)
{
    domain::TradeRecord record;
    record.date = m_trading.orderDesk().books().day();
    record.number = number;
    record.symbol = trade.symbol;
    record.name = nameOf(trade.symbol);
    record.owner = trade.owner;
    record.openedAt = trade.openedAt;
    record.closedAt = trade.at;
    record.fills = trade.record.fills;
    for (const domain::TradeFill& fill : record.fills) {
        const bool buys = fill.side == domain::Side::Buy;
        (buys ? record.bought : record.sold) += fill.quantity;
        (buys ? record.buyAmount : record.sellAmount) += fill.amount;
        record.fees += fill.fee;
        record.taxes += fill.tax;
        record.exitRule = fill.rule;  // At the end the last one's: a sale.
        if (buys && record.entryRule.isEmpty()) {
            record.entryRule = fill.rule;
        }
    }
    record.carried = trade.record.carried;
    record.atEntry = trade.record.atEntry;
    record.atExit = trade.record.atExit;
    if (trade.marks) {
        record.trailed = trade.marks->trail.on;
        record.trailWidth = trade.marks->trail.width;
        record.added = trade.marks->addQuantity.shares() > 0;
    }
    record.overridden = trade.overridden
                        || (trade.owner != domain::PositionOwner::Manual
                            && std::any_of(record.fills.begin(), record.fills.end(), isByHand));
    for (const Extremes& one : m_extremes) {
        if (one.symbol == trade.symbol) {
            widen(record, one.highest, one.lowest);
        }
    }
    spanBars(record);
    record.configHash = m_options.configHash;
    m_news.emplace_back(std::move(record));
}

/// Of the time before this run: whole minutes only, for those at the edges have prints of others.
void DayBook::spanBars(domain::TradeRecord& record) const
{
    const std::optional<market::SymbolId> id = m_market.find(record.symbol);
    if (!id || record.openedAt >= m_beganAt) {
        return;
    }
    const auto from = std::chrono::ceil<std::chrono::minutes>(record.openedAt);
    const domain::Timestamp until = std::min(record.closedAt, m_beganAt);
    for (const domain::StoredBar& one :
         m_market.minuteBars(*id, from, std::chrono::floor<std::chrono::minutes>(until))) {
        widen(record, domain::Price::fromWon(one.bar.high), domain::Price::fromWon(one.bar.low));
    }
}

domain::OpenRecord DayBook::openRecord(const domain::Symbol& symbol,
                                       const orders::BookPosition& position) const
{
    domain::OpenRecord open;
    open.symbol = symbol;
    open.name = nameOf(symbol);
    open.owner = position.owner;
    open.quantity = position.quantity;
    open.cost = position.cost;
    open.fees = position.buyFees;
    if (const std::optional<domain::Price> price = m_trading.priceOf(symbol)) {
        open.value = domain::amount(*price, position.quantity);
    }
    open.realizedToday = position.realizedToday;
    const orders::PositionFills* fills = m_trading.orderDesk().books().fillsOf(symbol);
    if (fills != nullptr && fills->carried) {
        open.carried = *fills->carried + spentToday(*fills, m_trading.orderDesk().books().day())
                       + open.realizedToday;
    }
    return open;
}

domain::DayRecord DayBook::head(domain::Timestamp now) const
{
    const orders::Books& books = m_trading.orderDesk().books();
    domain::DayRecord day;
    day.date = books.day();
    day.environment = m_options.environment;
    day.configHash = m_options.configHash;
    day.startEquity = books.startEquity();
    day.endEquity = m_trading.equityNow();
    day.costs = books.costsToday();
    for (const auto& [symbol, position] : books.positions()) {
        if (position.quantity.shares() > 0) {
            day.open.push_back(openRecord(symbol, position));
        }
    }
    day.interventions = m_rules.interventionResults();
    day.guard = books.guard().fired;
    day.gaps = gaps(now);
    day.recordedFrom = m_dayFrom;
    day.recordedUntil = now;
    return day;
}

std::vector<domain::DataGap> DayBook::gaps(domain::Timestamp now) const
{
    std::vector<domain::DataGap> all = m_feedGaps;
    if (m_lostAt) {
        all.push_back({.from = *m_lostAt, .to = now, .cause = QStringLiteral("feed")});
    }
    for (const market::SymbolId id : ids()) {
        if (const domain::Quantity shares = m_market.gapShares(id); shares.shares() > 0) {
            all.push_back({.from = m_dayFrom,
                           .to = now,
                           .cause = QStringLiteral("volume"),
                           .symbol = m_market.symbol(id),
                           .shares = shares.shares()});
        }
    }
    return all;
}

std::vector<market::SymbolId> DayBook::ids() const
{
    std::vector<market::SymbolId> all;
    all.reserve(m_market.size());
    for (std::size_t index = 0; index < m_market.size(); ++index) {
        all.emplace_back(static_cast<std::uint16_t>(index));
    }
    return all;
}

QString DayBook::nameOf(const domain::Symbol& symbol) const
{
    const domain::Instrument* instrument = m_trading.instrumentOf(symbol);
    return instrument != nullptr ? instrument->name : QString{};
}
}  // namespace core::desk
