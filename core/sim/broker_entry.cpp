// The half of Broker that takes orders in and books what becomes of them.
#include "core/sim/broker.h"

#include <algorithm>

namespace core::sim
{
namespace
{
using domain::Price;

constexpr std::int64_t kQuantityMax = 100'000'000;

bool isImmediate(const Division& division)
{
    return division.waiting != Waiting::Day;
}
}  // namespace

std::optional<OrderRefusal> Broker::phaseRefusal(const Division& division, StockId id)
{
    const TradingPhase phase = phaseOf(id);
    if (m_circuit) {
        return OrderRefusal::Circuit;
    }
    if (m_exchange.stock(id).figures().halted) {
        return OrderRefusal::Halted;
    }
    switch (phase) {
    case TradingPhase::BeforeOpen:
        return OrderRefusal::BeforeOpen;
    case TradingPhase::Closed:
        return OrderRefusal::Closed;
    case TradingPhase::AfterMarket:
        return division.afterMarket ? std::nullopt : std::optional{OrderRefusal::AfterMarketType};
    case TradingPhase::AfterClose:
        return division.pricing == Pricing::ClosingPrice ? std::nullopt
                                                         : std::optional{OrderRefusal::Closed};
    case TradingPhase::Auction: {
        const bool joins = !division.afterMarket && !isImmediate(division)
                           && (division.hasPrice() || division.pricing == Pricing::Market);
        // Issues that trade in call auctions only take limits.
        const bool limitsOnly = m_exchange.stock(id).listing().callAuctions();
        if (!joins || (limitsOnly && division.pricing == Pricing::Market)) {
            return OrderRefusal::AuctionType;
        }
        break;
    }
    case TradingPhase::Continuous:
        if (division.afterMarket || division.pricing == Pricing::ClosingPrice) {
            return OrderRefusal::Division;
        }
        break;
    }
    if (division.pricing == Pricing::Market && m_faults.standing("market.refuse") != nullptr) {
        return OrderRefusal::MarketType;
    }
    return std::nullopt;
}

std::optional<OrderRefusal> Broker::priceRefusal(const Stock& stock, const Division& division,
                                                 std::int64_t price) const
{
    if (division.hasPrice() != (price > 0)) {
        return OrderRefusal::Data;
    }
    if (price > domain::kPriceMax.won()) {
        return OrderRefusal::Data;
    }
    if (price == 0) {
        return std::nullopt;
    }
    const Price asked = Price::fromWon(price);
    if (!domain::isOnStep(asked, stock.listing().steps())) {
        return OrderRefusal::Step;
    }
    if (asked < stock.limits().lower || asked > stock.limits().upper) {
        return OrderRefusal::Limit;
    }
    return std::nullopt;
}

std::optional<OrderRefusal> Broker::refusalOf(const NewOrder& order, StockId id)
{
    const Division& division = *order.division;
    if (!order.venueKnown) {
        return OrderRefusal::Venue;
    }
    if (const auto refusal = phaseRefusal(division, id)) {
        return refusal;
    }
    const Stock& stock = m_exchange.stock(id);
    if (const auto refusal = priceRefusal(stock, division, *order.price)) {
        return refusal;
    }
    std::int32_t limit = workingPrice(id, division, order.side, *order.price);
    if (limit == 0) {
        // A market order meets an own one only where it would trade first.
        const Book book = stock.book();
        limit = order.side == domain::Side::Buy ? book.ask[0] : book.bid[0];
    }
    if (!order.external && m_matching.meetsOwn(id, order.side, limit)) {
        return OrderRefusal::SelfTrade;
    }
    if (order.side == domain::Side::Sell) {
        return *order.quantity > sellable(*order.symbol) ? std::optional{OrderRefusal::SellQuantity}
                                                         : std::nullopt;
    }
    const domain::Won amount{marginPrice(id, division, *order.price) * *order.quantity};
    const std::int64_t needed =
        amount.value() + domain::chargeDown(amount, m_options.commission).value();
    return needed > grantedCash() ? std::optional{OrderRefusal::Cash} : std::nullopt;
}

std::int32_t Broker::workingPrice(StockId id, const Division& division, domain::Side side,
                                  std::int64_t price)
{
    const Stock& stock = m_exchange.stock(id);
    const Book book = stock.book();
    const std::int32_t ask = book.ask[0];
    const std::int32_t bid = book.bid[0];
    switch (division.pricing) {
    case Pricing::Limit:
    case Pricing::Conditional:
        return static_cast<std::int32_t>(price);
    case Pricing::Market:
        return 0;
    case Pricing::BestOpposite:
    case Pricing::BestOwn: {
        const bool fromAsk =
            (side == domain::Side::Buy) == (division.pricing == Pricing::BestOpposite);
        const std::int32_t best = fromAsk ? ask : bid;
        return best != 0 ? best : stock.figures().last;
    }
    case Pricing::ClosingPrice:
        return stock.figures().last;
    }
    return 0;
}

OrderOutcome Broker::place(const NewOrder& order)
{
    const std::optional<StockId> id =
        order.symbol ? m_exchange.find(*order.symbol) : std::optional<StockId>{};
    std::optional<OrderRefusal> refusal;
    if (!id) {
        refusal = OrderRefusal::UnknownIssue;
    } else if (!order.division) {
        refusal = OrderRefusal::Division;
    } else if (!order.quantity || *order.quantity <= 0 || *order.quantity > kQuantityMax
               || !order.price || *order.price < 0) {
        refusal = OrderRefusal::Data;
    } else {
        refusal = refusalOf(order, *id);
    }
    if (refusal) {
        refuse(order.post, *refusal);
        return *refusal;
    }
    BrokerOrder row;
    row.kind = RowKind::New;
    row.stock = *id;
    row.symbol = *order.symbol;
    row.side = order.side;
    row.division = *order.division;
    row.quantity = *order.quantity;
    row.price = static_cast<std::int32_t>(*order.price);
    row.external = order.external;
    BrokerOrder& kept = add(std::move(row), order.post);
    notify(NoticeKind::Accepted, kept, kept.quantity, kept.price);
    enter(kept);
    return kept.number;
}

BrokerOrder& Broker::add(BrokerOrder order, std::uint64_t post)
{
    order.number = nextNumber();
    order.root = order.root == 0 ? order.number : order.root;
    order.at = m_exchange.now();
    const FaultRule* lag = m_faults.draw("ccld.lag");
    order.lagMs = lag != nullptr ? lag->amount() : 0;
    const std::int64_t number = order.number;
    BrokerOrder& kept = m_orders.emplace(number, std::move(order)).first->second;
    m_truth.settlePost(post, number, {});
    TruthLine accepted = line("accept");
    accepted.text("order", orderNumberText(number))
        .number("post", static_cast<std::int64_t>(post))
        .text("kind", QString::fromLatin1(kindText(kept.kind)))
        .text("symbol", kept.symbol.toString())
        .text("side", QString::fromLatin1(sideText(kept.side)))
        .number("qty", kept.quantity)
        .number("price", kept.price)
        .text("division", QString::fromLatin1(kept.division.text().data(), 2));
    if (kept.original != 0) {
        accepted.text("original", orderNumberText(kept.original));
    }
    if (kept.external) {
        accepted.number("external", 1);
    }
    m_truth.line(accepted.bytes());
    changed(kept);
    publishAccount();
    return kept;
}

void Broker::enter(BrokerOrder& order)
{
    const TradingPhase phase = phaseOf(order.stock);
    const bool continuous = phase == TradingPhase::Continuous || phase == TradingPhase::AfterMarket;
    const Stock& stock = m_exchange.stock(order.stock);
    const Book book = stock.book();
    order.workingPrice = workingPrice(order.stock, order.division, order.side, order.price);
    m_exchange.watch(order.stock, true, Watcher::Broker);
    WorkingOrder working{.number = order.number,
                         .side = order.side,
                         .price = order.workingPrice,
                         .remaining = order.remaining(),
                         .marketAtClose = order.division.pricing == Pricing::Conditional};
    const bool flees =
        m_runningAway.contains(order.stock) && order.division.pricing != Pricing::Market;
    const bool halfFok =
        order.division.waiting == Waiting::Fok
        && m_matching.available(order.stock, working, book, m_exchange.now()) < working.remaining;
    if (continuous && !flees && !halfFok) {
        for (const Match& match : m_matching.arrive(order.stock, working, book, m_exchange.now())) {
            fill(match);
        }
    }
    if (order.remaining() == 0) {
        return;
    }
    if (isImmediate(order.division)) {
        const std::int64_t rest = order.remaining();
        endPart(order, rest, "cancel");
        notify(NoticeKind::RestCancelled, order, rest, order.price);
    } else {
        m_matching.rest(order.stock, working, book);
    }
}

void Broker::marketEvent(StockId id, const Stock& stock, const FlowEvent& event)
{
    if (!m_matching.hasOrders(id)) {
        return;
    }
    std::vector<Match> matches;
    switch (event.kind) {
    case FlowKind::Trade:
    case FlowKind::AfterHours:
        if (!m_runningAway.contains(id)) {
            matches = m_matching.traded(id, event, stock.book());
        }
        break;
    case FlowKind::AuctionPrint:
        matches =
            m_matching.printed(id, event, event.at >= m_exchange.schedule().closingAuction.count());
        break;
    case FlowKind::PreOpenPrint:
    case FlowKind::Expected:
    case FlowKind::BookOnly:
    case FlowKind::ViStart:
    case FlowKind::ViEnd:
    case FlowKind::Halt:
    case FlowKind::Resume:
        break;
    }
    for (const Match& match : matches) {
        fill(match);
    }
}

void Broker::fill(const Match& match)
{
    BrokerOrder& order = m_orders.at(match.number);
    const bool twin = match.quantity % 2 == 0 && m_faults.draw("notice.twin") != nullptr;
    if (twin) {
        bookFill(order, match.quantity / 2, match.price);
        bookFill(order, match.quantity / 2, match.price);
    } else {
        bookFill(order, match.quantity, match.price);
    }
}

void Broker::bookFill(BrokerOrder& order, std::int64_t quantity, std::int32_t price)
{
    const Listing& listing = m_exchange.listings()[static_cast<std::size_t>(order.stock)];
    m_account.book({.root = order.root,
                    .symbol = order.symbol,
                    .side = order.side,
                    .quantity = quantity,
                    .price = price,
                    .cost = costOf(listing)});
    order.figures.filled += quantity;
    order.figures.filledAmount += quantity * price;
    changed(order);
    publishAccount();
    m_truth.line(line("fill")
                     .text("order", orderNumberText(order.number))
                     .text("symbol", order.symbol.toString())
                     .text("side", QString::fromLatin1(sideText(order.side)))
                     .number("qty", quantity)
                     .number("price", price)
                     .number("filled", order.figures.filled)
                     .number("cash", account().cashD2())
                     .number("position", account().held(order.symbol))
                     .bytes());
    notify(NoticeKind::Filled, order, quantity, price);
}

void Broker::forceFill(std::int64_t number, std::int64_t quantity)
{
    const auto known = m_orders.find(number);
    if (known == m_orders.end() || !known->second.isWorking()) {
        return;
    }
    BrokerOrder& order = known->second;
    const std::int64_t shares = std::min(quantity, order.remaining());
    const std::int32_t price =
        order.workingPrice != 0 ? order.workingPrice : m_exchange.stock(order.stock).figures().last;
    m_matching.reduce(order.stock, number, shares);
    fill({.number = number, .quantity = shares, .price = price});
}

void Broker::endPart(BrokerOrder& order, std::int64_t quantity, const char* what)
{
    m_matching.reduce(order.stock, order.number, quantity);
    order.figures.cancelled += quantity;
    changed(order);
    publishAccount();
    m_truth.line(line(what)
                     .text("order", orderNumberText(order.number))
                     .text("symbol", order.symbol.toString())
                     .number("qty", quantity)
                     .number("filled", order.figures.filled)
                     .number("position", account().held(order.symbol))
                     .bytes());
}

void Broker::rejectWorking(std::int64_t number)
{
    const auto known = m_orders.find(number);
    if (known == m_orders.end() || !known->second.isWorking()) {
        return;
    }
    BrokerOrder& order = known->second;
    const std::int64_t rest = order.remaining();
    m_matching.reduce(order.stock, number, rest);
    order.figures.rejected += rest;
    changed(order);
    publishAccount();
    m_truth.line(line("reject")
                     .text("order", orderNumberText(number))
                     .text("symbol", order.symbol.toString())
                     .number("qty", rest)
                     .bytes());
    notify(NoticeKind::Rejected, order, order.quantity, order.price);
}

}  // namespace core::sim
