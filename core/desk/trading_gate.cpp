// Trading room, fourth part: what the gate is told, and what follows from its answers.

#include "core/desk/seen_market.h"
#include "core/desk/trading_room.h"
#include "core/risk/cost.h"

#include <algorithm>
#include <set>

namespace core::desk
{
namespace
{
using namespace std::chrono_literals;
using domain::LogCode;
using domain::Severity;

constexpr std::chrono::seconds kCashFor{60};
constexpr std::chrono::seconds kRestPriceFor{1};
constexpr std::chrono::seconds kSettledAfter{20};
constexpr std::chrono::seconds kDuplicateWithin{2};
constexpr std::chrono::minutes kFrozenFor{15};
constexpr int kUnknownsPerDayMax = 3;
constexpr domain::Quantity kShownSharesMax{1'000'000'000};

domain::Quantity sum(const std::array<domain::BookLevel, domain::Quote::kLevels>& levels)
{
    domain::Quantity total;
    for (const domain::BookLevel& level : levels) {
        total += level.quantity;
    }
    return total;
}

bool isSettling(const orders::Books& books, const domain::Symbol& symbol, domain::Timestamp now)
{
    const auto at = books.positions().find(symbol);
    return at != books.positions().end() && now - at->second.lastFillAt <= kSettledAfter;
}
}  // namespace

std::optional<domain::Quantity>
TradingRoom::LessSellable::standing(const orders::Books& books, const domain::Symbol& symbol) const
{
    const auto at = books.positions().find(symbol);
    const bool quiet =
        at != books.positions().end() && readAt - at->second.lastFillAt > kSettledAfter;
    return quiet && readAt - since > kSettledAfter ? std::optional{sellable} : std::nullopt;
}

void TradingRoom::compareSellable(const domain::BalanceReply& reply)
{
    std::map<domain::Symbol, LessSellable> less;
    for (const auto& [symbol, position] : m_orders.books().positions()) {
        const auto row = std::find_if(
            reply.rows.begin(), reply.rows.end(),
            [&symbol = symbol](const domain::Holding& one) { return one.symbol == symbol; });
        const domain::Quantity theirs =
            row == reply.rows.end() ? domain::Quantity{} : row->sellable;
        if (theirs >= position.quantity - m_orders.workingSell(symbol)) {
            continue;
        }
        const auto known = m_lessSellable.find(symbol);
        const bool same = known != m_lessSellable.end() && known->second.sellable == theirs;
        less[symbol] = {.sellable = theirs,
                        .since = same ? known->second.since : reply.askedAt,
                        .readAt = reply.askedAt};
    }
    m_lessSellable = std::move(less);
}

GateFacts TradingRoom::gateFacts() const
{
    GateFacts facts;
    facts.environment = m_options.environment;
    facts.now = m_moment.now;
    facts.phase = m_session.phase;
    facts.tradingDay = m_tradingDay;
    facts.arming = m_arming;
    facts.armingCause = m_armingCause;
    facts.kill = m_orders.books().kill();
    facts.killCause = m_orders.books().killCause();
    facts.feed = m_feed;
    facts.noticesRegistered = m_noticesRegistered;
    facts.token = m_broker.token;
    facts.listsAt = m_listsAt;
    facts.listFailing = m_listFailing;
    facts.reconciled = m_orders.listsReconciled() && m_holdings.hasRead();
    facts.ledgerFailed = m_ledgerFailed;
    facts.ledgerCorrupt = m_ledgerCorrupt;
    facts.skew = m_skew;
    facts.mismatches = static_cast<int>(m_holdings.standing().size());
    for (const domain::Order* order : m_orders.open()) {
        facts.unknownOrders += domain::isUnresolved(order->state) ? 1 : 0;
    }
    facts.unknownsToday = m_orders.books().counts().unknowns;
    facts.latches = m_orders.books().latches();
    facts.latencyUntil = m_latency.blockedUntil();
    facts.presenceLost = m_options.environment == domain::EnvironmentKind::Live
                         && m_arming == domain::Arming::Armed
                         && m_moment.now - m_presenceAt > m_options.config.risk.presence;
    return facts;
}

risk::GuardState TradingRoom::guardState() const
{
    const domain::GuardState& guard = m_orders.books().guard();
    if (guard.holds(domain::GuardRule::HardLoss)) {
        return risk::GuardState::HardLoss;
    }
    if (guard.stopsBuys()) {
        return risk::GuardState::NoBuys;
    }
    return account().certain ? risk::GuardState::Open : risk::GuardState::Uncertain;
}

void TradingRoom::updateGate()
{
    m_accountCertain = account().certain;
    if (m_orders.books().counts().unknowns > kUnknownsPerDayMax) {
        m_orders.setLatch(domain::GateCause::UnknownOrders, true,
                          QString::number(m_orders.books().counts().unknowns));
    }
    const std::int64_t most = m_gate.limits().messagesPerDay * 9 / 10;
    if (m_orders.books().counts().messages >= most) {
        m_orders.setLatch(domain::GateCause::Messages, true,
                          QString::number(m_orders.books().counts().messages));
    }
    std::map<domain::GateCause, domain::GateState> closedBy;
    for (const domain::GateReason& reason : gateReasons(gateFacts())) {
        closedBy[reason.cause] = reason.closesTo;
        if (!m_closedBy.contains(reason.cause)) {
            // On the way up every lamp is still dark: that is no news. A kill always is.
            const bool isNews = m_wasOpen || reason.cause == domain::GateCause::Kill;
            tell(isNews ? Severity::Warning : Severity::Info, LogCode::GateClosed,
                 {QString::number(static_cast<int>(reason.cause)),
                  QString::number(static_cast<int>(reason.closesTo)), reason.detail});
        }
    }
    for (const auto& [cause, state] : m_closedBy) {
        if (!closedBy.contains(cause)) {
            tell(Severity::Info, LogCode::GateOpened, {QString::number(static_cast<int>(cause))});
        }
    }
    m_closedBy = std::move(closedBy);
    m_wasOpen =
        (m_wasOpen || m_closedBy.empty()) && m_session.phase == domain::SessionPhase::Continuous;
}

domain::GateView TradingRoom::gateView() const
{
    domain::GateView view;
    view.reasons = gateReasons(gateFacts());
    view.state = gateState(view.reasons);
    view.arming = m_arming;
    view.armedUntil = m_armedUntil;
    view.kill = m_orders.books().kill();
    for (const auto& [symbol, frozen] : m_frozen) {
        if (frozen.until == domain::Timestamp{} || m_moment.now < frozen.until) {
            view.frozen.push_back({symbol, frozen.cause, frozen.until});
        }
    }
    for (const domain::Order* order : m_orders.open()) {
        if (domain::isUnresolved(order->state)) {
            view.frozen.push_back({order->request.symbol, QStringLiteral("unknown_order"), {}});
        }
    }
    view.messagesToday = m_orders.books().counts().messages;
    view.messagesTodayMax = static_cast<int>(m_gate.limits().messagesPerDay);
    view.entriesToday = m_orders.books().counts().entries;
    view.entriesTodayMax = static_cast<int>(m_gate.limits().entriesPerDay);
    const domain::Won start = m_orders.books().startEquity().value_or(domain::Won{});
    view.dayOrderLimit = domain::chargeDown(start, m_gate.limits().exposure);
    return view;
}

std::optional<QString> TradingRoom::frozenCause(const domain::Symbol& symbol) const
{
    const auto at = m_frozen.find(symbol);
    if (at != m_frozen.end()
        && (at->second.until == domain::Timestamp{} || m_moment.now < at->second.until)) {
        return at->second.cause;
    }
    for (const domain::Order* order : m_orders.open()) {
        if (order->request.symbol == symbol
            && (domain::isUnresolved(order->state)
                || order->state == domain::OrderState::CancelUnknown
                || order->state == domain::OrderState::AmendUnknown)) {
            return QStringLiteral("unknown_order");
        }
    }
    if (m_holdings.standing().contains(symbol)) {
        return QStringLiteral("mismatch");
    }
    for (const auto& [number, row] : m_orders.books().externals()) {
        if (row.symbol == symbol && row.remaining.shares() > 0) {
            return QStringLiteral("external");
        }
    }
    return std::nullopt;
}

void TradingRoom::freeze(const domain::Symbol& symbol, const QString& cause,
                         domain::Timestamp until)
{
    m_frozen[symbol] = {cause, until};
    tell(Severity::Warning, LogCode::CodeFrozen, {symbol.toString(), cause}, symbol);
}

risk::GateInput TradingRoom::gateInput(const domain::OrderRequest& request, bool emergency) const
{
    const domain::Symbol& symbol = request.symbol;
    const orders::Books& books = m_orders.books();
    risk::GateInput in;
    in.environment = m_options.environment;
    in.now = m_moment.now;
    in.arming = m_arming;
    in.kill = books.kill();
    in.reasons = gateReasons(gateFacts());
    in.gate = gateState(in.reasons);
    in.ledgerWorks = !m_ledgerFailed && !m_ledgerCorrupt;
    in.phase = m_session.phase;
    in.schedule = m_tradingDay ? m_options.calendar.schedule(m_date) : std::nullopt;
    in.frozen = frozenCause(symbol);
    in.emergencyExit = emergency;

    in.instrument = instrumentOf(symbol);
    if (in.instrument != nullptr) {
        in.steps = in.instrument->steps();
        in.masterIsToday = !m_screening.instruments()->fromCache;
    }
    const domain::DailyLimits limits = limitsOf(symbol);
    if (limits.upper.won() > 0) {
        in.limits = limits;
    }
    if (const std::optional<market::SymbolId> id = m_market.find(symbol)) {
        fillMarket(in, *id, request.side);
    }
    const domain::Timestamp heard = std::max(m_heardAt, m_feed.lastFrame);
    if (heard != domain::Timestamp{}) {
        in.frameAge = m_moment.now - heard;
    }
    fillBooks(in, request);
    return in;
}

void TradingRoom::fillMarket(risk::GateInput& in, market::SymbolId id, domain::Side side) const
{
    const domain::MarketView view = m_market.view(id);
    in.halted = view.halted;
    in.inVi = view.inVi;
    const auto age = [this](domain::Timestamp at) -> std::optional<std::chrono::milliseconds> {
        return at == domain::Timestamp{} ? std::nullopt : std::optional{m_moment.now - at};
    };
    const auto priced = [](domain::Price price) {
        return price.won() > 0 ? std::optional{price} : std::nullopt;
    };
    // On a live stream the newest record counts; without one only a REST price of just now.
    in.tradeAge = view.tradeLive ? age(view.recordAppliedAt) : age(view.restAppliedAt);
    in.quoteAge = age(view.quoteAppliedAt);
    in.tradeLive = view.tradeLive;
    in.quoteLive = view.quoteLive;
    in.last = priced(view.last);
    in.bid = priced(view.bid);
    in.ask = priced(view.ask);
    if (const domain::Quote* book = m_market.quote(id)) {
        in.oppositeSize = sum(side == domain::Side::Buy ? book->asks : book->bids);
    } else {
        const domain::Quantity total = side == domain::Side::Buy ? view.totalAsk : view.totalBid;
        if (total.shares() > 0) {
            in.oppositeSize = total;
        }
    }
    if (view.turnoverFive && view.last.won() > 0) {
        in.volumeFive = domain::Quantity{view.turnoverFive->value() / view.last.won()};
    }
    const std::optional<domain::Bar> minute = m_market.formingBar(id, domain::Interval::M1);
    // A minute without a trade: the last price is its own mean.
    if (minute && minute->volume > 0) {
        in.minuteVwap = domain::Vwap{minute->turnover, minute->volume};
    } else if (in.last) {
        in.minuteVwap = domain::Vwap{in.last->won(), 1};
    }
    if (const domain::PriceReply* rest = m_market.restPrice(id)) {
        in.liquidation = rest->liquidation;
        in.administrative = rest->administrative;
        in.warned = rest->warned;
        in.overheated = rest->overheated;
        if (m_moment.now - view.restAppliedAt <= kRestPriceFor) {
            in.restPrice = priced(rest->price);
        }
    }
}

void TradingRoom::fillBooks(risk::GateInput& in, const domain::OrderRequest& request) const
{
    const domain::Symbol& symbol = request.symbol;
    const orders::Books& books = m_orders.books();
    const orders::PriceOf margin = [this](const domain::Symbol& s) { return marginPriceOf(s); };
    in.startEquity = books.startEquity();
    in.guard = guardState();
    if (const rules::LossStreak streak = lossStreak(); streak.pauses(m_moment.now)) {
        in.lossPauseUntil = streak.pausedUntil;
    }
    in.held = books.held(symbol);
    in.sellable = domain::Quantity{
        std::max<std::int64_t>(0, (in.held - m_orders.workingSell(symbol)).shares())};
    const auto sellable = m_sellable.find(symbol);
    if (sellable != m_sellable.end() && sellable->second.ok
        && m_moment.now - sellable->second.askedAt <= 1s) {
        in.brokerSellableNow = sellable->second.sellable;
        if (!isSettling(books, symbol, m_moment.now)) {
            in.brokerSellable = sellable->second.sellable;
        }
    } else if (const auto less = m_lessSellable.find(symbol); less != m_lessSellable.end()) {
        in.brokerSellable = less->second.standing(books, symbol);
    }
    std::set<domain::Symbol> codes;
    for (const auto& [code, position] : books.positions()) {
        if (position.quantity.shares() > 0 && position.owner != domain::PositionOwner::External) {
            codes.insert(code);
        }
    }
    for (const domain::Order* order : m_orders.open()) {
        ++in.workingOrders;
        if (order->request.side == domain::Side::Buy) {
            codes.insert(order->request.symbol);
        }
        if (order->request.symbol == symbol) {
            in.own.push_back({.id = order->id,
                              .side = order->request.side,
                              .price = order->request.price,
                              .amendTo = order->amendTo,
                              .remaining = order->remaining(),
                              .unresolved = domain::isUnresolved(order->state)});
        }
    }
    // A double click counts also when the first order is filled already.
    for (const auto& [id, order] : books.orders()) {
        const bool same = order.request.symbol == symbol && order.request.side == request.side
                          && order.request.quantity == request.quantity
                          && order.request.price == request.price
                          && order.state != domain::OrderState::Denied
                          && order.state != domain::OrderState::NotSent;
        in.sameWithinTwoSeconds =
            in.sameWithinTwoSeconds || (same && m_moment.now - order.intentAt < kDuplicateWithin);
    }
    codes.erase(symbol);
    in.openCodes = static_cast<int>(codes.size());
    in.codeExposure = orders::exposureOf(books, symbol, margin);
    in.grossExposure = orders::exposure(books, margin);
    if (books.cash()) {
        in.localCash = *books.cash() - orders::reserved(books, margin);
    }
    const auto buyable = m_buyable.find(symbol);
    if (buyable != m_buyable.end() && m_moment.now - buyable->second.at <= kCashFor) {
        in.brokerCash = buyable->second.reply.amount;
    }
    const orders::DayCounts& counts = books.counts();
    const auto of = [&symbol](const std::map<domain::Symbol, int>& map) {
        const auto at = map.find(symbol);
        return at == map.end() ? 0 : at->second;
    };
    in.messages = {.today = counts.messages,
                   .entriesToday = counts.entries,
                   .entriesOfCode = of(counts.entriesOf),
                   .addsOfCode = of(counts.addsOf),
                   .cancelsOfCode = of(counts.cancelsOf),
                   .mayLeaveNow = m_messages.mayOpen(m_moment.now)};
    in.firstOpeningOfDay = counts.entries == 0;
    in.firstOrderAny = m_firstOrderAny;
}

domain::ClientOrderId TradingRoom::submit(domain::OrderRequest request, bool emergency)
{
    if (!request.decided) {
        request.decided = priceOf(request.symbol);
    }
    if (const std::optional<market::SymbolId> id = m_market.find(request.symbol)) {
        request.seen = conditionsOf(m_market.view(*id));
    }
    const risk::Judgement judged = m_gate.judge(request, gateInput(request, emergency));
    if (!judged.approved) {
        return m_orders.deny(request, judged.failedId(), judged.failedText());
    }
    if (const domain::Instrument* instrument = instrumentOf(request.symbol)) {
        m_orders.setTaxClass(request.symbol, {instrument->market, instrument->group});
    }
    const domain::ClientOrderId id = m_orders.place(*judged.approved, judged.purpose);
    m_messages.note(m_moment.now);
    return id;
}

std::optional<domain::OrderPreview>
TradingRoom::previewOf(std::uint64_t ask, const domain::OrderRequest& request) const
{
    const risk::GateInput in = gateInput(request);
    const risk::Judgement judged = m_gate.judge(request, in);
    domain::OrderPreview preview;
    preview.ask = ask;
    preview.request = request;
    preview.purpose = judged.purpose;
    preview.checks = judged.checks;
    preview.allowed = judged.approved.has_value();
    const bool buys = request.side == domain::Side::Buy;
    const std::optional<domain::Price> price = request.price ? request.price
                                               : buys        ? marginPriceOf(request.symbol)
                                                             : (in.bid ? in.bid : in.last);
    if (!price) {
        return preview;
    }
    const risk::CostRates rates{.commission = m_options.config.costs.commission,
                                .tax = taxOf(request.symbol),
                                .stop = m_options.config.exit.stop,
                                .cashSlack = m_gate.limits().cashSlack,
                                .steps = in.steps};
    const domain::Won cash = in.localCash.value_or(domain::Won{});
    const domain::Won usable = in.brokerCash ? std::min(cash, *in.brokerCash) : cash;
    preview.quantityMax = buys ? risk::quantityFor(usable, *price, rates.cashSlack) : in.sellable;
    if (request.quantity.shares() <= 0 || request.quantity > kShownSharesMax) {
        return preview;  // The gate has refused it; there is no figure to show.
    }
    if (!buys) {
        const risk::SaleProceeds sale = risk::saleProceeds(*price, request.quantity, rates);
        preview.amount = sale.amount;
        preview.commission = sale.commission;
        preview.tax = sale.tax;
        preview.cashAfter = cash + sale.net;
        return preview;
    }
    risk::HeldShares shares;
    const auto held = m_orders.books().positions().find(request.symbol);
    if (held != m_orders.books().positions().end()) {
        shares = {.quantity = held->second.quantity, .cost = held->second.cost};
    }
    const risk::BuyCost cost = risk::buyCost(*price, request.quantity, shares, rates);
    preview.amount = cost.amount;
    preview.commission = cost.commission;
    preview.breakEven = cost.breakEven;
    preview.stop = cost.stop;
    preview.lossAtStop = cost.lossAtStop;
    preview.cashAfter = cash - cost.amount - cost.commission;
    return preview;
}

void TradingRoom::watchRejects(const domain::OrderAnswer& answer)
{
    const domain::Order* order = m_orders.books().find(answer.id);
    if (order == nullptr || answer.what != domain::AnswerClass::Rejected
        || answer.leg != domain::OrderLeg::New) {
        return;
    }
    const domain::Symbol symbol = order->request.symbol;
    if (answer.reason == domain::RejectReason::Other) {
        freeze(symbol, QStringLiteral("other_code"), m_moment.now + kFrozenFor);
    } else if (answer.reason == domain::RejectReason::Cash) {
        freeze(symbol, QStringLiteral("cash"), m_moment.now + kFrozenFor);
        m_effects.emplace_back(QueryBuyingPower{symbol, order->request.price});
    } else if (answer.reason == domain::RejectReason::PriceLimit) {
        m_effects.emplace_back(QueryPrice{symbol});  // Its limits are others than we thought.
    } else if (answer.reason == domain::RejectReason::ClosedDay) {
        m_tradingDay = false;  // The broker knows the calendar better (E04).
    }
    const risk::RejectMeter::Verdict verdict = m_rejects.note(symbol, m_moment.now);
    if (verdict.freezeCode) {
        freeze(symbol, QStringLiteral("rejects"), m_moment.now + risk::RejectMeter::kFrozenFor);
    }
    if (verdict.closeGate) {
        m_orders.setLatch(domain::GateCause::Rejects, true,
                          QString::number(risk::RejectMeter::kOfAll));
    }
    updateGate();
}

void TradingRoom::countOut()
{
    // Knight's check (RC-20): what was released, less what provably never left, is what the
    // transport says it has written. Compared only while nothing is on its way.
    const bool quiet = std::none_of(
        m_orders.books().orders().begin(), m_orders.books().orders().end(), [](const auto& entry) {
            return entry.second.state == domain::OrderState::Intent
                   || entry.second.state == domain::OrderState::CancelIntent
                   || entry.second.state == domain::OrderState::AmendIntent;
        });
    if (!quiet || m_broker.token == domain::TokenState::None) {
        return;
    }
    if (m_postsExpected < m_broker.ordersWritten + m_postsUnsent) {
        m_orders.setLatch(domain::GateCause::CountOut, true,
                          QStringLiteral("%1/%2")
                              .arg(m_broker.ordersWritten + m_postsUnsent)
                              .arg(m_postsExpected));
    }
}
}  // namespace core::desk
