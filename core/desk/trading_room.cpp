#include "core/desk/trading_room.h"

#include <algorithm>

namespace core::desk
{
namespace
{
using namespace std::chrono_literals;
using domain::LogCode;
using domain::Severity;

constexpr std::chrono::seconds kHoldingsPeriod{60};
constexpr std::chrono::seconds kHoldingsWatching{5};
constexpr std::chrono::seconds kHoldingsWatchingDemo{15};
constexpr std::chrono::seconds kHoldingsLost{30};
constexpr std::chrono::seconds kDisarmGap{60};
constexpr std::chrono::seconds kBlindMax{60};
constexpr std::chrono::milliseconds kLedgerSlow{50};
constexpr std::chrono::milliseconds kStartEquityFrom = 8h + 30min;

orders::OrderDeskOptions orderOptions(const DeskOptions& options)
{
    return {.account = options.account,
            .commission = options.config.costs.commission,
            .taxes = options.taxes,
            .calendar = options.calendar,
            .entryTtl = options.config.entry.cancel,
            .openPeriod = options.environment == domain::EnvironmentKind::Demo ? 15s : 5s,
            .quietPeriod = 60s};
}
}  // namespace

TradingRoom::TradingRoom(const DeskOptions& options, const market::MarketCache& market,
                         const Screening& screening)
    : m_options{options},
      m_market{market},
      m_screening{screening},
      m_gate{risk::limitsOf(options.config)},
      m_orders{orderOptions(options)},
      m_messages{m_gate.limits().messagesPerSecond, m_gate.limits().messagesPerMinute}
{
    m_orders.setSkew(options.clockSlack);
    m_ledgerCorrupt = options.ledger.health == orders::LedgerHealth::SetAside;
    if (const base::Status status = m_orders.restore(options.ledger.records); !status) {
        m_ledgerCorrupt = true;
        m_tells.push_back({Severity::Critical, LogCode::LedgerFailed, {status.error().detail}, {}});
    }
    if (options.ledger.health == orders::LedgerHealth::SetAside) {
        m_tells.push_back(
            {Severity::Critical, LogCode::LedgerSetAside, {options.ledger.problem}, {}});
    }
    if (options.config.risk.observeOnly) {
        m_armingCause = QStringLiteral("observe");
    } else if (options.environment == domain::EnvironmentKind::Sim && !m_ledgerCorrupt) {
        m_arming = domain::Arming::Armed;  // The embedded simulation starts armed.
    }
}

void TradingRoom::begin(orders::Moment moment, domain::SessionMoment session)
{
    m_moment = moment;
    m_session = session;
    m_orders.begin(moment);
    if (!std::exchange(m_recovered, true)) {
        m_presenceAt = moment.now;
        m_orders.recover();
        m_effects.emplace_back(KeepStandby{m_arming == domain::Arming::Armed});
        if (m_orders.books().kill() == domain::KillLevel::FlattenAndLock) {
            // The lock outlives a restart, and what was to be sold still is.
            for (const auto& [symbol, position] : m_orders.books().positions()) {
                if (position.owner != domain::PositionOwner::External) {
                    wantExit(symbol, std::nullopt, domain::OrderOrigin::Flatten,
                             QStringLiteral("FLATTEN"));
                }
            }
        }
    }
}

void TradingRoom::startDay(domain::TradingDate date, bool tradingDay)
{
    m_date = date;
    m_tradingDay = tradingDay;
    m_frozen.clear();
    m_orders.startDay(date);
    askHoldings();
}

void TradingRoom::tell(Severity severity, LogCode code, QStringList arguments,
                       const domain::Symbol& symbol)
{
    m_tells.push_back({severity, code, std::move(arguments), symbol});
}

// --- time -----------------------------------------------------------------------------------

void TradingRoom::on(const domain::TimerStep&)
{
    m_orders.step();
    drainOrders();
    runExits();
    runCancels();
    if (m_moment.now < m_nextSecond) {
        return;
    }
    m_nextSecond = std::chrono::floor<std::chrono::seconds>(m_moment.now) + 1s;
    // A dead line makes the broker's answers the only eyes left: is it there?
    const bool watching = m_holdings.isWatching() || !m_holdings.hasRead() || isLineDead();
    const std::chrono::seconds period = !watching ? kHoldingsPeriod
                                        : m_options.environment == domain::EnvironmentKind::Demo
                                            ? kHoldingsWatchingDemo
                                            : kHoldingsWatching;
    if (m_moment.now - m_holdingsAt >= period) {
        askHoldings();
    }
    disarmAtEnd();
    maybeStartEquity();
    countOut();
    watchBlindness();
    updateGate();
    drainOrders();
}

/// In market hours only: at night nobody expects the line to speak.
bool TradingRoom::isLineDead() const
{
    using domain::FeedState;
    const bool up = m_feed.state == FeedState::Live || m_feed.state == FeedState::Registering;
    return m_tradingDay && m_session.phase != domain::SessionPhase::Closed && (!up || m_feed.stale);
}

/// RC-28: a minute with neither the line nor the broker is K1. Both may come back with a market
/// nobody has looked at; a person says when buying goes on.
void TradingRoom::watchBlindness()
{
    const bool brokerDead =
        m_broker.token != domain::TokenState::Valid || m_listFailing || !m_listsAt;
    if (!m_holdings.hasRead() || !isLineDead() || !brokerDead) {
        m_blindSince.reset();
        return;
    }
    if (!m_blindSince) {
        m_blindSince = m_moment.now;
    }
    if (m_moment.now - *m_blindSince >= kBlindMax) {
        m_blindSince.reset();
        raiseKill(domain::KillLevel::NoEntries, {}, QStringLiteral("blind"));
    }
}

void TradingRoom::askHoldings()
{
    if (m_holdingsAsked && m_moment.now - m_holdingsAt < kHoldingsLost) {
        return;
    }
    m_holdingsAsked = true;
    m_holdingsAt = m_moment.now;
    m_effects.emplace_back(QueryBalance{});
}

void TradingRoom::disarmAtEnd()
{
    if (m_arming == domain::Arming::Armed && m_armedUntil != domain::Timestamp{}
        && m_moment.now >= m_armedUntil) {
        setArming(domain::Arming::Disarmed, QStringLiteral("licence"));
    }
}

void TradingRoom::maybeStartEquity()
{
    if (m_orders.books().startEquity() || !m_tradingDay || m_orders.books().day() != m_date
        || domain::kstTimeOfDay(m_moment.now) < kStartEquityFrom) {
        return;
    }
    const std::optional<domain::Won> equity =
        orders::equity(m_orders.books(), [this](const domain::Symbol& s) { return priceOf(s); });
    if (!equity || !m_holdings.hasRead()) {
        return;
    }
    std::vector<orders::CarriedHolding> carried;
    for (const auto& [symbol, position] : m_orders.books().positions()) {
        if (position.quantity.shares() > 0) {
            carried.push_back(
                {symbol, position.quantity, domain::amount(*priceOf(symbol), position.quantity)});
        }
    }
    m_orders.setStartEquity(*equity, std::move(carried));
}

// --- what the broker and the line say -----------------------------------------------------------

void TradingRoom::on(const domain::OrderNotice& notice)
{
    m_orders.on(notice);
    drainOrders();
}

void TradingRoom::on(const domain::RegistrationChanged& change)
{
    if (change.key.stream != domain::Stream::Notice) {
        return;
    }
    m_noticesRegistered = change.active;
    if (!change.active) {
        return;
    }
    // Notices that were missed are not sent again: everything is read once more.
    m_orders.noticeGap();
    askHoldings();
}

void TradingRoom::on(const domain::FeedFigures& figures)
{
    using domain::FeedState;
    const bool wasUp = m_feed.state == FeedState::Live || m_feed.state == FeedState::Registering;
    const bool isUp = figures.state == FeedState::Live || figures.state == FeedState::Registering;
    if (wasUp && !isUp) {
        m_noticesRegistered = false;
    }
    m_feed = figures;
}

void TradingRoom::on(const domain::BrokerFigures& figures)
{
    m_broker = figures;
}

void TradingRoom::on(const domain::BalanceReply& reply)
{
    m_holdingsAsked = false;
    m_listFailing = !reply.ok;
    if (!reply.ok) {
        return;
    }
    m_listsAt = m_moment.now;
    compareSellable(reply);
    const bool first = !m_holdings.hasRead();
    const auto before = m_holdings.standing();
    for (const orders::HoldingFact& taken : m_holdings.on(reply, m_orders.books(), m_moment.now)) {
        m_orders.takeHolding(taken);
        tell(Severity::Notice, LogCode::ExternalHolding,
             {taken.symbol.toString(), QString::number(taken.quantity.shares())}, taken.symbol);
    }
    for (const auto& [symbol, difference] : m_holdings.standing()) {
        if (!before.contains(symbol)) {
            tell(Severity::Critical, LogCode::HoldingMismatch,
                 {symbol.toString(), QString::number(difference.ours.shares()),
                  QString::number(difference.brokers.shares())},
                 symbol);
        }
    }
    // The broker's cash is taken over at quiet moments only: it lags behind fills.
    const bool quiet =
        m_orders.open().empty()
        && reply.askedAt - m_orders.books().lastFillAt() > orders::HoldingCheck::kSettledAfter;
    if (quiet || !m_orders.books().cash()) {
        m_orders.setCash(reply.cash);
    }
    if (first) {
        tell(Severity::Info, LogCode::Reconciled,
             {QString::number(m_orders.books().orders().size()),
              QString::number(reply.rows.size())});
    }
    maybeStartEquity();
    updateGate();
    drainOrders();
}

void TradingRoom::on(const domain::OrderAnswer& answer)
{
    if (answer.what == domain::AnswerClass::NotSent) {
        ++m_postsUnsent;
    } else {
        m_latency.note(answer.roundTrip, m_moment.now);
    }
    m_orders.on(answer);
    watchRejects(answer);
    drainOrders();
    runExits();
}

void TradingRoom::on(const domain::OrderListReply& reply)
{
    m_listFailing = !reply.complete;
    if (reply.complete) {
        m_listsAt = m_moment.now;
    }
    m_orders.on(reply);
    drainOrders();
    runExits();
    runCancels();
    updateGate();
}

void TradingRoom::on(const domain::SellableReply& reply)
{
    m_sellable[reply.symbol] = reply;
    m_orders.on(reply);
    drainOrders();
    runExits();
}

void TradingRoom::on(const domain::BuyingPowerReply& reply)
{
    if (reply.ok) {
        m_buyable[reply.symbol] = {reply, m_moment.now};
    }
    m_orders.on(reply);
    drainOrders();
}

void TradingRoom::on(const domain::LedgerReply& reply)
{
    m_ledgerTook = reply.took;
    if (!reply.durable) {
        if (!std::exchange(m_ledgerFailed, true)) {
            tell(Severity::Critical, LogCode::LedgerFailed, {reply.problem});
        }
    } else {
        m_ledgerFailed = false;
        if (reply.took > kLedgerSlow) {
            tell(Severity::Warning, LogCode::LedgerSlow,
                 {QString::number(
                     std::chrono::duration_cast<std::chrono::milliseconds>(reply.took).count())});
        }
        if (reply.sent) {
            ++m_postsExpected;
        }
    }
    m_orders.on(reply);
    drainOrders();
    updateGate();
}

// --- what the trader says -----------------------------------------------------------------------

void TradingRoom::on(const domain::PlaceOrder& command)
{
    submit(command.request);
    drainOrders();
}

void TradingRoom::on(const domain::PreviewOrder& command)
{
    m_preview = command.request ? std::optional{command} : std::nullopt;
    if (command.request && m_gate.limits().confirmPrice) {
        m_effects.emplace_back(QueryPrice{command.request->symbol});  // RC-27 wants a fresh one.
    }
    if (command.request && command.request->side == domain::Side::Buy) {
        const auto known = m_buyable.find(command.request->symbol);
        if (known == m_buyable.end() || m_moment.now - known->second.at > 5s) {
            m_effects.emplace_back(
                QueryBuyingPower{command.request->symbol, command.request->price});
        }
    }
}

void TradingRoom::on(const domain::CancelOrder& command)
{
    wantCancel(command.id);
    runCancels();
}

void TradingRoom::on(const domain::CancelAll& command)
{
    for (const domain::Order* order : m_orders.open()) {
        if ((!command.symbol || order->request.symbol == *command.symbol)
            && (!command.side || order->request.side == *command.side)) {
            wantCancel(order->id);
        }
    }
    runCancels();
}

void TradingRoom::on(const domain::AmendOrder& command)
{
    const domain::Order* order = m_orders.books().find(command.id);
    if (order == nullptr || m_arming == domain::Arming::Unarmed) {
        return;
    }
    domain::OrderRequest request = order->request;
    request.price = command.price;
    request.quantity = order->remaining();
    const risk::Judgement judged = m_gate.judgeAmend(request, *order, gateInput(request));
    if (!judged.approved) {
        m_orders.deny(request, judged.failedId(), judged.failedText());
    } else {
        m_orders.amend(command.id, command.price);
        m_messages.note(m_moment.now);
    }
    drainOrders();
}

void TradingRoom::on(const domain::SellPosition& command)
{
    const auto at = m_orders.books().positions().find(command.symbol);
    if (at == m_orders.books().positions().end() || at->second.quantity.shares() == 0) {
        return;
    }
    if (command.percent >= 100) {
        // All of it: what rests as a sale is cancelled first.
        wantExit(command.symbol, std::nullopt, domain::OrderOrigin::Hand, QStringLiteral("HAND"));
        runExits();
        return;
    }
    // A part is of what no resting sale of ours has taken already.
    const std::int64_t free = (at->second.quantity - m_orders.workingSell(command.symbol)).shares();
    const domain::Quantity part{std::max<std::int64_t>(1, free * command.percent / 100)};
    if (free < at->second.quantity.shares() && !m_exits.contains(command.symbol)) {
        // Beside a sale that rests the gate lets no second one go (RC-15, RC-17): it says so once,
        // in its own row, instead of a plan that waits for an order nobody means to end.
        submit({.symbol = command.symbol,
                .side = domain::Side::Sell,
                .type = domain::OrderType::Market,
                .quantity = part,
                .rule = QStringLiteral("HAND")});
        drainOrders();
        return;
    }
    wantExit(command.symbol, part, domain::OrderOrigin::Hand, QStringLiteral("HAND"));
    runExits();
}

void TradingRoom::on(const domain::Kill& command)
{
    raiseKill(command.level, command.sell, command.cause);
}

void TradingRoom::on(const domain::ReleaseKill& command)
{
    const domain::KillLevel level = m_orders.books().kill();
    if (level == domain::KillLevel::None
        || (level == domain::KillLevel::FlattenAndLock
            && command.typed != QLatin1String{"UNLOCK"})) {
        return;
    }
    m_orders.setKill(domain::KillLevel::None);
    tell(Severity::Notice, LogCode::KillReleased, {QString::number(static_cast<int>(level))});
    updateGate();
    drainOrders();
}

void TradingRoom::on(const domain::Arm& command)
{
    if (m_ledgerCorrupt || m_arming == domain::Arming::Armed) {
        return;
    }
    if (m_options.environment == domain::EnvironmentKind::Live
        && (command.typed.size() != 4 || !m_options.account.left(8).endsWith(command.typed))) {
        tell(Severity::Warning, LogCode::DisarmedNow, {QStringLiteral("typed")});
        return;
    }
    m_dayLimit = command.dayLimit;
    m_firstOrderAny = command.firstOrderAny;
    // Valid until the closing routine; no restart, sleep or long reconnect survives it.
    if (const std::optional<domain::SessionSchedule> day = m_options.calendar.schedule(m_date)) {
        m_armedUntil = day->closeAt() + 5min;
    }
    setArming(domain::Arming::Armed, QStringLiteral("trader"), command.dayLimit);
}

void TradingRoom::on(const domain::Disarm&)
{
    setArming(domain::Arming::Disarmed, QStringLiteral("trader"));
}

void TradingRoom::setArming(domain::Arming arming, const QString& cause, domain::Won dayLimit)
{
    if (m_options.config.risk.observeOnly) {
        // Unarmed for good. Disarmed would be a step up: it lets exits and cancels leave.
        tell(Severity::Warning, LogCode::DisarmedNow, {QStringLiteral("observe")});
        return;
    }
    if (m_arming == arming) {
        return;
    }
    m_arming = arming;
    m_armingCause = arming == domain::Arming::Armed ? QString{} : cause;
    m_orders.noteArming(arming, dayLimit, cause);
    m_effects.emplace_back(KeepStandby{arming == domain::Arming::Armed});
    if (arming == domain::Arming::Armed) {
        tell(Severity::Notice, LogCode::ArmedNow,
             {m_armedUntil == domain::Timestamp{}
                  ? QStringLiteral("-")
                  : domain::timeText(domain::kstTimeOfDay(m_armedUntil))});
    } else {
        tell(Severity::Warning, LogCode::DisarmedNow, {cause});
    }
    updateGate();
    drainOrders();
}

void TradingRoom::on(const domain::ConfirmGate& command)
{
    m_orders.setLatch(command.cause, false);
    if (command.cause == domain::GateCause::Operator) {
        m_presenceAt = m_moment.now;
    } else if (command.cause == domain::GateCause::LedgerCorrupt) {
        m_ledgerCorrupt = false;  // The trader consents to books made anew from the broker's.
    } else if (command.cause == domain::GateCause::Rejects) {
        m_rejects.clear();
    } else if (command.cause == domain::GateCause::CountOut) {
        m_postsExpected = m_broker.ordersWritten + m_postsUnsent;
    }
    updateGate();
    drainOrders();
}

void TradingRoom::on(const domain::ResolveOrder& command)
{
    m_orders.resolve(command.id, command.broker);
    drainOrders();
}

void TradingRoom::on(const domain::AcceptHolding& command)
{
    const auto at = m_holdings.standing().find(command.symbol);
    if (at == m_holdings.standing().end()) {
        return;
    }
    const orders::HoldingCheck::Difference difference = at->second;
    const domain::Holding* row = m_holdings.row(command.symbol);
    const auto position = m_orders.books().positions().find(command.symbol);
    m_orders.takeHolding({.symbol = command.symbol,
                          .quantity = difference.brokers,
                          .cost = row != nullptr ? row->cost : domain::Won{},
                          .owner = position != m_orders.books().positions().end()
                                       ? position->second.owner
                                       : domain::PositionOwner::External});
    tell(Severity::Notice, LogCode::HoldingAccepted,
         {command.symbol.toString(), QString::number(difference.ours.shares()),
          QString::number(difference.brokers.shares())},
         command.symbol);
    askHoldings();
    drainOrders();
}

void TradingRoom::on(const domain::SetAutomation& command)
{
    m_orders.setAutomation(command.symbol, command.state);
    drainOrders();
}

void TradingRoom::on(const domain::Presence& command)
{
    if (command.person) {
        m_presenceAt = m_moment.now;
    }
}

void TradingRoom::on(const domain::ReconcileNow&)
{
    m_orders.reconcile();
    askHoldings();
    drainOrders();
}

void TradingRoom::on(const domain::ClockJumped& jump)
{
    tell(Severity::Critical, LogCode::ClockJumped,
         {QString::number(std::chrono::duration_cast<std::chrono::seconds>(jump.missing).count())});
    m_orders.noticeGap();
    m_noticesRegistered = false;
    m_sellable.clear();
    m_buyable.clear();
    m_listsAt.reset();
    askHoldings();
    if (jump.missing > kDisarmGap && m_arming == domain::Arming::Armed) {
        setArming(domain::Arming::Unarmed, QStringLiteral("sleep"));
    }
    updateGate();
    drainOrders();
}

void TradingRoom::on(const domain::ClockSkew& skew)
{
    m_skew = skew.offset;
    m_orders.setSkew(std::chrono::abs(skew.offset) + m_options.clockSlack);
    updateGate();
    drainOrders();
}

void TradingRoom::on(const domain::WindowLost&)
{
    // Nobody can see or stop what opens now (RC-28): K1, until the trader says otherwise.
    raiseKill(domain::KillLevel::NoEntries, {}, QStringLiteral("window"));
}

// --- out ----------------------------------------------------------------------------------------

void TradingRoom::drainOrders()
{
    noteEnded(m_orders.ended());
    for (orders::OrderEffect& effect : m_orders.take()) {
        if (auto* write = std::get_if<orders::Write>(&effect)) {
            m_effects.emplace_back(Record{write->number, std::move(write->records),
                                          std::move(write->then), write->notAfter});
        } else if (const auto* ask = std::get_if<orders::AskOrders>(&effect)) {
            m_effects.emplace_back(QueryOrders{ask->kind, ask->symbol, ask->ask, ask->day});
        } else if (std::holds_alternative<orders::AskHoldings>(effect)) {
            askHoldings();
        } else if (const auto* sellable = std::get_if<orders::AskSellable>(&effect)) {
            m_effects.emplace_back(QuerySellable{sellable->symbol});
        } else if (const auto* power = std::get_if<orders::AskBuyingPower>(&effect)) {
            m_effects.emplace_back(QueryBuyingPower{power->symbol, power->price});
        } else if (auto* told = std::get_if<orders::Tell>(&effect)) {
            m_tells.push_back(std::move(*told));
        }
    }
}

void TradingRoom::noteEnded(const std::vector<domain::ClientOrderId>& ended)
{
    for (const domain::ClientOrderId& id : ended) {
        exitEnded(id);
        const domain::Order* order = m_orders.books().find(id);
        // Refused by the exchange after the broker had taken it: nobody says why (D15).
        const bool late = order != nullptr && order->acceptedAt != domain::Timestamp{}
                          && (order->state == domain::OrderState::Rejected
                              || order->state == domain::OrderState::ClosedPart);
        if (late) {
            freeze(order->request.symbol, QStringLiteral("other_code"),
                   m_moment.now + std::chrono::minutes{15});
        }
        if (order != nullptr && order->filled.shares() > 0) {
            m_buyable.erase(order->request.symbol);
            m_sellable.erase(order->request.symbol);
        }
    }
}

std::vector<Effect> TradingRoom::takeEffects()
{
    drainOrders();
    return std::exchange(m_effects, {});
}

std::vector<orders::Tell> TradingRoom::takeTells()
{
    return std::exchange(m_tells, {});
}
}  // namespace core::desk
