#include "core/sim/broker.h"

#include "core/sim/flow.h"

#include <algorithm>

namespace core::sim
{
namespace
{
using domain::Price;

constexpr std::size_t kPastMax = 400;

std::int32_t milliseconds(domain::TimeOfDay time)
{
    return static_cast<std::int32_t>(time.count());
}
}  // namespace

Broker::Broker(Exchange& exchange, const SimulatorOptions& options, const base::Clock& clock,
               FaultPlan& faults, TruthLog& truth)
    : m_exchange{exchange},
      m_options{options},
      m_clock{clock},
      m_faults{faults},
      m_truth{truth},
      m_account{options.startCash},
      m_numbers{streamKey(options.seed, 0x0D40)}
{
    // A simulator started later on the same day goes on with higher numbers.
    m_lastNumber =
        1'000'000 + std::chrono::duration_cast<std::chrono::seconds>(options.start).count() * 1'000;
    seedAccount();
}

void Broker::seedAccount()
{
    m_account = Account{m_options.startCash};
    for (const StartHolding& holding : m_options.holdings) {
        m_account.addHolding(holding.symbol, holding.quantity.shares(), holding.cost.value());
    }
    m_past.clear();
    publishAccount();
}

void Broker::reset()
{
    for (const std::int64_t number : m_working) {
        const BrokerOrder& order = m_orders.at(number);
        m_matching.reduce(order.stock, number, order.remaining());
        m_exchange.watch(order.stock, false, Watcher::Broker);
    }
    m_working.clear();
    m_orders.clear();
    m_deferred.clear();
    m_truth.reset();
    seedAccount();
    m_truth.line(line("reset").bytes());
}

QString Broker::branch() const
{
    return m_options.profile == Profile::Real ? QStringLiteral("06010") : QStringLiteral("00950");
}

std::int64_t Broker::nextNumber()
{
    // Other customers of the branch order as well.
    m_lastNumber += 1 + m_numbers.below(40);
    return m_lastNumber;
}

const BrokerOrder* Broker::find(std::int64_t number) const
{
    const auto known = m_orders.find(number);
    return known == m_orders.end() ? nullptr : &known->second;
}

TradingPhase Broker::phaseOf(StockId id)
{
    if (m_forcedPhase) {
        return *m_forcedPhase;
    }
    const domain::SessionSchedule& day = m_exchange.schedule();
    const std::int32_t now = m_exchange.now();
    const bool mock = m_options.profile == Profile::Mock;
    if (now < milliseconds(mock ? day.open : day.auctionStart)) {
        return TradingPhase::BeforeOpen;
    }
    const Stock& stock = m_exchange.stock(id);
    const Figures& figures = stock.figures();
    if (now < milliseconds(day.closingAuction)) {
        const bool opening = now < milliseconds(day.open)
                             || (figures.open == 0 && figures.expectedPrice != 0
                                 && now < milliseconds(day.open) + kMinuteMs);
        return opening || figures.inVi || stock.listing().callAuctions() ? TradingPhase::Auction
                                                                         : TradingPhase::Continuous;
    }
    if (now < milliseconds(day.close)) {
        return TradingPhase::Auction;
    }
    if (mock || now < milliseconds(day.close) + 10 * kMinuteMs) {
        return TradingPhase::Closed;
    }
    if (now < milliseconds(day.afterMarket)) {
        return TradingPhase::AfterClose;
    }
    return now < milliseconds(day.afterMarketEnd) ? TradingPhase::AfterMarket
                                                  : TradingPhase::Closed;
}

TradeCost Broker::costOf(const Listing& listing) const
{
    const domain::TradingDate settled =
        m_options.calendar.addTradingDays(m_exchange.schedule().date, domain::kSettlementDays);
    TradeCost cost{.commission = m_options.commission, .sellTax = {}};
    if (m_options.taxes) {
        cost.sellTax =
            m_options.taxes->sellTax(listing.instrument.market, listing.instrument.group, settled);
    }
    return cost;
}

std::int64_t Broker::marginPrice(StockId id, const Division& division, std::int64_t price)
{
    // Types without a price are margined at the upper limit, 30 % above the reference.
    return division.hasPrice() && price > 0 ? price : m_exchange.stock(id).limits().upper.won();
}

std::int64_t Broker::reserved(const BrokerOrder& order) const
{
    if (!order.isWorking() || order.side != domain::Side::Buy) {
        return 0;
    }
    const std::int64_t price = order.division.hasPrice() && order.price > 0
                                   ? order.price
                                   : m_exchange.limitsOf(order.stock).upper.won();
    const domain::Won amount{price * order.remaining()};
    return amount.value() + domain::chargeDown(amount, m_options.commission).value();
}

std::int64_t Broker::orderableCash() const
{
    std::int64_t cash = m_account.figures().cashD2();
    for (const std::int64_t number : m_working) {
        cash -= reserved(m_orders.at(number));
    }
    return std::max<std::int64_t>(0, cash);
}

std::int64_t Broker::grantedCash() const
{
    const FaultRule* lag = m_faults.standing("cash.lag");
    const std::int64_t now = orderableCash();
    if (lag == nullptr) {
        return now;
    }
    // What comes back (a sale, a cancel) comes late; what goes out goes at once.
    std::int64_t granted = now;
    const base::Timestamp from = m_clock.now() - std::chrono::seconds{lag->amount()};
    for (std::size_t i = 0; i < m_past.size(); ++i) {
        const bool holdsLater = i + 1 == m_past.size() || m_past[i + 1].at > from;
        granted = holdsLater ? std::min(granted, m_past[i].orderable) : granted;
    }
    return granted;
}

AccountFigures Broker::accountBefore(std::chrono::milliseconds ago) const
{
    const base::Timestamp from = m_clock.now() - ago;
    for (auto past = m_past.rbegin(); past != m_past.rend(); ++past) {
        if (past->at <= from) {
            return past->account;
        }
    }
    return m_past.empty() ? m_account.figures() : m_past.front().account;
}

std::int64_t Broker::sellable(const domain::Symbol& symbol) const
{
    std::int64_t shares = m_account.figures().held(symbol);
    for (const std::int64_t number : m_working) {
        const BrokerOrder& order = m_orders.at(number);
        if (order.symbol == symbol && order.side == domain::Side::Sell) {
            shares -= order.remaining();
        }
    }
    return std::max<std::int64_t>(0, shares);
}

void Broker::publishAccount()
{
    const AccountFigures& figures = m_account.figures();
    std::map<domain::Symbol, std::int64_t> positions;
    for (const auto& [symbol, holding] : figures.holdings) {
        if (holding.quantity != 0) {
            positions.emplace(symbol, holding.quantity);
        }
    }
    m_truth.setAccount(figures.cashD2(), figures.charges, positions);
    m_past.push_back({m_clock.now(), figures, orderableCash()});
    if (m_past.size() > kPastMax) {
        m_past.pop_front();
    }
}

TruthLine Broker::line(const char* what) const
{
    TruthLine out{what};
    out.text("t", domain::timestampText(domain::fromKst(m_exchange.schedule().date,
                                                        domain::TimeOfDay{m_exchange.now()})));
    return out;
}

void Broker::changed(BrokerOrder& order)
{
    order.versions.push_back({m_clock.now(), order.figures});
    if (order.isWorking()) {
        m_working.insert(order.number);
    } else if (m_working.erase(order.number) != 0 && !m_matching.hasOrders(order.stock)) {
        m_exchange.watch(order.stock, false, Watcher::Broker);
    }
    m_truth.setOrder(order);
}

void Broker::notify(NoticeKind kind, const BrokerOrder& order, std::int64_t quantity,
                    std::int64_t price)
{
    if (m_notices) {
        m_notices({.kind = kind,
                   .number = order.number,
                   .original = order.original,
                   .symbol = order.symbol,
                   .side = order.side,
                   .division = order.division,
                   .quantity = quantity,
                   .price = price,
                   .orderQuantity = order.quantity,
                   .orderPrice = order.price,
                   .at = m_exchange.now()});
    }
}

void Broker::refuse(std::uint64_t post, OrderRefusal refusal)
{
    m_truth.settlePost(post, 0, QString::fromLatin1(toText(refusal)));
    m_truth.line(line("refuse")
                     .number("post", static_cast<std::int64_t>(post))
                     .text("why", QString::fromLatin1(toText(refusal)))
                     .bytes());
}

void Broker::later(std::chrono::nanoseconds due, std::function<void()> job)
{
    m_deferred.push_back({due, std::move(job)});
}

void Broker::step()
{
    if (!m_deferred.empty()) {
        const std::chrono::nanoseconds now = m_clock.monotonic();
        const auto waits = std::stable_partition(m_deferred.begin(), m_deferred.end(),
                                                 [&](const Deferred& d) { return d.due > now; });
        std::vector<Deferred> due{std::make_move_iterator(waits),
                                  std::make_move_iterator(m_deferred.end())};
        m_deferred.erase(waits, m_deferred.end());
        for (const Deferred& deferred : due) {
            deferred.job();
        }
    }
    if (!m_working.empty()) {
        const domain::SessionSchedule& day = m_exchange.schedule();
        const std::int32_t now = m_exchange.now();
        // The closing print may come half a minute late.
        expire(now >= milliseconds(day.close) + kMinuteMs, now >= milliseconds(day.afterMarketEnd));
    }
}

void Broker::expire(bool regular, bool afterMarket)
{
    const std::set<std::int64_t> working = m_working;
    for (const std::int64_t number : working) {
        BrokerOrder& order = m_orders.at(number);
        const bool closingPrice = order.division.pricing == Pricing::ClosingPrice;
        const bool over = order.division.afterMarket ? afterMarket
                          : closingPrice
                              ? m_exchange.now() >= milliseconds(m_exchange.schedule().afterMarket)
                              : regular;
        if (over) {
            endPart(order, order.remaining(), "expire");
        }
    }
}

void Broker::setRunningAway(StockId id, bool on)
{
    if (on) {
        m_runningAway.insert(id);
    } else {
        m_runningAway.erase(id);
    }
}

void Broker::split(StockId id, std::int64_t after, std::int64_t before)
{
    m_account.split(m_exchange.stock(id).listing().symbol(), after, before);
    publishAccount();
}
}  // namespace core::sim
