// Trading room, third part: the figures, and how they become the value the window shows.

#include "core/base/wide.h"
#include "core/desk/trading_room.h"

#include <algorithm>

namespace core::desk
{
namespace
{
using namespace std::chrono_literals;

constexpr std::chrono::seconds kBalanceMax{150};  // Older than this: equity is uncertain.
constexpr std::chrono::seconds kBuyableFor{60};

/// `part` of `whole` in 1/10,000 %, toward zero; 0 for an empty whole.
std::int64_t tenThousandths(domain::Won part, domain::Won whole)
{
    if (whole.value() == 0) {
        return 0;
    }
    const base::Int128 product = static_cast<base::Int128>(part.value()) * 1'000'000;
    return static_cast<std::int64_t>(product / whole.value());
}
}  // namespace

const domain::Instrument* TradingRoom::instrumentOf(const domain::Symbol& symbol) const
{
    return m_screening.isReady() ? m_screening.instruments()->find(symbol) : nullptr;
}

std::optional<domain::Price> TradingRoom::priceOf(const domain::Symbol& symbol) const
{
    if (const std::optional<market::SymbolId> id = m_market.find(symbol)) {
        const domain::MarketView view = m_market.view(*id);
        if (view.last.won() > 0) {
            return view.last;
        }
    }
    const domain::Holding* row = m_holdings.row(symbol);
    if (row != nullptr && row->last.won() > 0) {
        return row->last;
    }
    return std::nullopt;
}

domain::DailyLimits TradingRoom::limitsOf(const domain::Symbol& symbol) const
{
    const domain::Instrument* instrument = instrumentOf(symbol);
    if (const std::optional<market::SymbolId> id = m_market.find(symbol)) {
        const domain::DailyLimits limits = m_market.symbolView(*id, instrument).limits;
        if (limits.upper.won() > 0) {
            return limits;
        }
    }
    if (instrument != nullptr && instrument->reference) {
        return domain::dailyLimits(*instrument->reference, instrument->steps());
    }
    return {};
}

std::optional<domain::Price> TradingRoom::marginPriceOf(const domain::Symbol& symbol) const
{
    const domain::DailyLimits limits = limitsOf(symbol);
    return limits.upper.won() > 0 ? std::optional{limits.upper} : priceOf(symbol);
}

domain::Percent TradingRoom::taxOf(const domain::Symbol& symbol) const
{
    const domain::Instrument* instrument = instrumentOf(symbol);
    const domain::TradingDate settlement =
        m_options.calendar.addTradingDays(m_date, domain::kSettlementDays);
    return m_options.taxes.sellTax(
        instrument != nullptr ? instrument->market : domain::Market::Kospi,
        instrument != nullptr ? instrument->group : domain::SecurityGroup::Stock, settlement);
}

domain::Won TradingRoom::buyable() const
{
    const orders::PriceOf margin = [this](const domain::Symbol& s) { return marginPriceOf(s); };
    const orders::Books& books = m_orders.books();
    domain::Won local = books.cash().value_or(domain::Won{}) - orders::reserved(books, margin);
    for (const auto& [symbol, known] : m_buyable) {
        if (m_moment.now - known.at <= kBuyableFor) {
            local = std::min(local, known.reply.amount);
        }
    }
    return std::max(local, domain::Won{});
}

std::optional<domain::Position> TradingRoom::position(const domain::Symbol& symbol) const
{
    const auto& held = m_orders.books().positions();
    const auto at = held.find(symbol);
    return at == held.end() || at->second.quantity.shares() == 0
               ? std::nullopt
               : std::optional{positionView(symbol, at->second)};
}

domain::AccountView TradingRoom::account() const
{
    const orders::Books& books = m_orders.books();
    const orders::PriceOf price = [this](const domain::Symbol& s) { return priceOf(s); };
    const orders::PriceOf margin = [this](const domain::Symbol& s) { return marginPriceOf(s); };
    domain::AccountView view;
    const std::optional<domain::Won> equity = orders::equity(books, price);
    view.known = equity.has_value() && m_holdings.hasRead();
    view.equity = equity.value_or(domain::Won{});
    view.startEquity = books.startEquity().value_or(domain::Won{});
    view.hasStart = books.startEquity().has_value();
    if (view.hasStart && view.known) {
        view.dayPnl = view.equity - view.startEquity;
        view.dayPnlTenThousandths = tenThousandths(view.dayPnl, view.startEquity);
    }
    view.cash = books.cash().value_or(domain::Won{});
    view.reserved = orders::reserved(books, margin);
    view.buyable = buyable();
    view.realizedToday = books.realizedToday();
    view.costsToday = books.costsToday();
    view.asOf = m_holdings.readAt();
    const bool unknown =
        std::any_of(books.orders().begin(), books.orders().end(),
                    [](const auto& entry) { return domain::isUnresolved(entry.second.state); });
    if (!view.known) {
        view.doubt = QStringLiteral("no_figures");
    } else if (unknown) {
        view.doubt = QStringLiteral("unknown_order");
    } else if (m_moment.now - m_holdings.readAt() > kBalanceMax) {
        view.doubt = QStringLiteral("old_balance");
    }
    view.certain = view.doubt.isEmpty();
    return view;
}

domain::Position TradingRoom::positionView(const domain::Symbol& symbol,
                                           const orders::BookPosition& position) const
{
    domain::Position view;
    view.symbol = symbol;
    view.owner = position.owner;
    view.automation = position.automation;
    view.quantity = position.quantity;
    view.cost = position.cost;
    view.buyFees = position.buyFees;
    view.realizedToday = position.realizedToday;
    view.openedAt = position.openedAt;
    const auto differs = m_holdings.standing().find(symbol);
    view.mismatch = differs != m_holdings.standing().end();
    view.brokers = view.mismatch ? differs->second.brokers : domain::Quantity{};
    for (const domain::Order* order : m_orders.open()) {
        if (order->request.symbol != symbol) {
            continue;
        }
        if (order->request.side == domain::Side::Buy) {
            view.provisionalBuy += order->provisional;
        } else {
            view.provisionalSell += order->provisional;
            view.workingSell += order->remaining();
        }
    }
    view.sellable =
        domain::Quantity{std::max<std::int64_t>(0, (view.quantity - view.workingSell).shares())};
    const std::optional<domain::Price> price = priceOf(symbol);
    if (!price || position.quantity.shares() == 0) {
        return view;
    }
    view.last = *price;
    if (const std::optional<market::SymbolId> id = m_market.find(symbol)) {
        view.lastAt = m_market.view(*id).recordAppliedAt;
    }
    const domain::Percent tax = taxOf(symbol);
    view.marketValue = domain::amount(*price, position.quantity);
    view.netPnl = view.marketValue
                  - domain::chargeDown(view.marketValue, m_options.config.costs.commission)
                  - domain::chargeDown(view.marketValue, tax) - position.cost - position.buyFees;
    view.netPnlTenThousandths = tenThousandths(view.netPnl, position.cost + position.buyFees);
    const domain::Instrument* instrument = instrumentOf(symbol);
    if (position.cost.value() > 0) {
        view.breakEven = domain::breakEvenPrice(
            position.cost, position.quantity, m_options.config.costs.commission, tax,
            instrument != nullptr ? instrument->steps() : domain::StepTable::Share);
    }
    return view;
}

domain::FlattenRow TradingRoom::flattenRow(const domain::Symbol& symbol,
                                           const orders::BookPosition& position) const
{
    domain::FlattenRow row;
    row.symbol = symbol;
    row.owner = position.owner;
    row.quantity = position.quantity;
    row.ticked = position.owner != domain::PositionOwner::External;
    if (const domain::Instrument* instrument = instrumentOf(symbol)) {
        row.name = instrument->name;
    }
    domain::Quantity left = position.quantity;
    const std::optional<market::SymbolId> id = m_market.find(symbol);
    const domain::Quote* book = id ? m_market.quote(*id) : nullptr;
    domain::Price lowest = priceOf(symbol).value_or(domain::Price{});
    if (book != nullptr) {
        for (const domain::BookLevel& level : book->bids) {
            if (level.price.won() == 0 || left.shares() == 0) {
                break;
            }
            const domain::Quantity part = std::min(left, level.quantity);
            row.expectedAmount += domain::amount(level.price, part);
            left = left - part;
            lowest = level.price;
        }
    }
    row.bookCovers = book != nullptr && left.shares() == 0;
    row.expectedAmount += domain::amount(lowest, left);  // What the book does not show.
    return row;
}

std::vector<domain::Order> TradingRoom::orderViews() const
{
    std::vector<domain::Order> views;
    for (const auto& [id, order] : m_orders.books().orders()) {
        views.push_back(m_orders.described(order));
    }
    for (const auto& [number, row] : m_orders.books().externals()) {
        domain::Order view;
        view.request = {.symbol = row.symbol,
                        .side = row.side,
                        .type = row.type,
                        .timeInForce = row.timeInForce,
                        .quantity = row.quantity,
                        .price = row.price};
        view.state = domain::OrderState::External;
        view.broker = number;
        view.branch = row.branch;
        view.filled = row.filled;
        view.filledAmount = row.filledAmount;
        view.ended = row.cancelled + row.rejected;
        view.intentAt = domain::fromKst(m_date, row.time);
        view.changedAt = view.intentAt;
        views.push_back(std::move(view));
    }
    std::stable_sort(
        views.begin(), views.end(),
        [](const domain::Order& a, const domain::Order& b) { return a.intentAt < b.intentAt; });
    return views;
}

std::vector<domain::Symbol> TradingRoom::heldSymbols() const
{
    std::vector<domain::Symbol> held;
    for (const auto& [symbol, position] : m_orders.books().positions()) {
        if (position.quantity.shares() > 0) {
            held.push_back(symbol);
        }
    }
    for (const domain::Order* order : m_orders.open()) {
        if (std::find(held.begin(), held.end(), order->request.symbol) == held.end()) {
            held.push_back(order->request.symbol);
        }
    }
    return held;
}

domain::TradingViewPtr TradingRoom::view(const domain::Symbol& selected) const
{
    auto next = std::make_shared<domain::TradingView>();
    next->ordersPossible = !m_ledgerCorrupt;
    next->account = account();
    next->gate = gateView();
    next->orders = orderViews();
    for (const domain::Order* order : m_orders.open()) {
        if (order->state == domain::OrderState::Ambiguous) {
            next->candidates.push_back({order->id, m_orders.candidatesOf(order->id)});
        }
    }
    for (const auto& [symbol, position] : m_orders.books().positions()) {
        if (position.quantity.shares() > 0 || position.realizedToday.value() != 0) {
            next->positions.push_back(positionView(symbol, position));
        }
        if (position.quantity.shares() > 0) {
            next->flatten.push_back(flattenRow(symbol, position));
        }
    }
    next->ladder.symbol = selected;
    if (const std::optional<market::SymbolId> id = m_market.find(selected)) {
        const domain::MarketView view = m_market.view(*id);
        next->ladder.live = view.quoteLive;
        next->ladder.appliedAt = view.quoteAppliedAt;
        if (const domain::Quote* book = m_market.quote(*id)) {
            next->ladder.book = *book;
        }
    }
    if (m_preview) {
        next->preview = previewOf(m_preview->ask, *m_preview->request);
    }
    return next;
}
}  // namespace core::desk
