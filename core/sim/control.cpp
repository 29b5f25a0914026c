#include "core/sim/control.h"

#include "core/base/log.h"

#include <algorithm>

namespace core::sim
{
using base::Error;
using base::ErrorCode;

namespace
{
constexpr std::int64_t kViSeconds = 125;
constexpr std::int64_t kCircuitSeconds = 1'200;

std::int32_t secondsArgument(const FaultRule& rule, qsizetype word, std::int64_t otherwise)
{
    bool ok = false;
    const std::int64_t given = rule.words.value(word).toLongLong(&ok);
    return static_cast<std::int32_t>((ok ? given : otherwise) * 1'000);
}
}  // namespace

SimControl::SimControl(Exchange& exchange, Broker& broker, FaultPlan& faults,
                       MarketListener& listener)
    : m_exchange{exchange}, m_broker{broker}, m_faults{faults}, m_listener{listener}
{
}

void SimControl::setSinks(Sink rest, Sink realtime)
{
    m_rest = std::move(rest);
    m_realtime = std::move(realtime);
}

base::Status SimControl::line(const QString& text)
{
    m_faults.setNow(domain::TimeOfDay{m_exchange.now()});
    const base::Status added = m_faults.add(text);
    if (!added) {
        return added;
    }
    for (const FaultRule& rule : m_faults.takeDue()) {
        const base::Status done = act(rule);
        if (!done) {
            return done;
        }
    }
    return base::Done{};
}

void SimControl::step()
{
    m_faults.setNow(domain::TimeOfDay{m_exchange.now()});
    for (const FaultRule& rule : m_faults.takeDue()) {
        const base::Status done = act(rule);
        if (!done) {
            qCWarning(base::lcSim, "%ls", qUtf16Printable(done.error().detail));
        }
    }
    const auto over =
        std::stable_partition(m_endings.begin(), m_endings.end(),
                              [&](const Ending& ending) { return ending.at > m_exchange.now(); });
    const std::vector<Ending> ended{over, m_endings.end()};
    m_endings.erase(over, m_endings.end());
    for (const Ending& ending : ended) {
        if (ending.circuit) {
            setCircuit(false);
        } else {
            setVi(ending.stock, false);
        }
    }
}

base::Status SimControl::act(const FaultRule& rule)
{
    if (rule.name.startsWith(u"token.") || rule.name.startsWith(u"maint.")) {
        if (m_rest) {
            m_rest(rule);
        }
        return base::Done{};
    }
    if (rule.name.startsWith(u"ws.")) {
        if (m_realtime) {
            m_realtime(rule);
        }
        return base::Done{};
    }
    if (rule.name == u"clear") {
        m_faults.clear(rule.words.value(0));
        return base::Done{};
    }
    if (rule.name == u"account.reset") {
        m_broker.reset();
        return base::Done{};
    }
    if (rule.name == u"cb") {
        m_endings.push_back(
            {.at = m_exchange.now() + secondsArgument(rule, 0, kCircuitSeconds), .circuit = true});
        setCircuit(true);
        return base::Done{};
    }
    if (rule.name == u"session") {
        setPhase(rule.words.value(0));
        return base::Done{};
    }
    if (rule.name == u"mkop") {
        const QByteArray code = rule.words.value(0).toLatin1();
        m_listener.sessionEvent({.at = m_exchange.now(), .code = code.constData()});
        return base::Done{};
    }
    if (rule.name == u"manual_cancel") {
        OrderChange cancel;
        cancel.original = rule.words.value(0).toLongLong();
        (void)m_broker.change(cancel);
        return base::Done{};
    }
    const std::optional<domain::Symbol> symbol = domain::Symbol::parse(rule.words.value(0));
    const std::optional<StockId> id = symbol ? m_exchange.find(*symbol) : std::nullopt;
    if (!id) {
        return Error{
            ErrorCode::NotFound,
            QStringLiteral("%1: no issue %2 is listed").arg(rule.name, rule.words.value(0))};
    }
    return rule.name == u"manual_order" ? manualOrder(rule) : actOnIssue(rule, *id);
}

base::Status SimControl::manualOrder(const FaultRule& rule)
{
    NewOrder order;
    order.symbol = domain::Symbol::parse(rule.words.value(0));
    order.side = rule.words.value(1) == u"sell" ? domain::Side::Sell : domain::Side::Buy;
    order.quantity = rule.words.value(2).toLongLong();
    order.price = rule.words.value(3).toLongLong();
    order.division = divisionOf(*order.price == 0 ? "01" : "00");
    order.external = true;
    const OrderOutcome outcome = m_broker.place(order);
    if (const auto* refusal = std::get_if<OrderRefusal>(&outcome)) {
        return Error{ErrorCode::Refused, QStringLiteral("manual_order: the broker refuses it: %1")
                                             .arg(QLatin1String{toText(*refusal)})};
    }
    return base::Done{};
}

base::Status SimControl::tellStory(const FaultRule& rule, StockId id)
{
    const base::Result<std::vector<Act>> acts = readActs(rule.words.mid(1));
    if (!acts) {
        return acts.error();
    }
    const domain::TimeOfDay soon{m_exchange.now() + 1};  // The running minute is written already.
    return m_exchange.tell(id, {.minute = storyMinute(rule.at.value_or(soon)), .acts = *acts});
}

base::Status SimControl::actOnIssue(const FaultRule& rule, StockId id)
{
    if (rule.name == u"story") {
        return tellStory(rule, id);
    }
    StockOverride over = m_exchange.stock(id).override();
    const auto forced = [&](FlowKind kind) {
        m_exchange.force(id, {.price = m_exchange.stock(id).figures().last, .kind = kind},
                         m_listener);
    };
    if (rule.name == u"halt" || rule.name == u"resume") {
        over.frozen = rule.name == u"halt";
        m_exchange.setOverride(id, over);
        forced(over.frozen ? FlowKind::Halt : FlowKind::Resume);
    } else if (rule.name == u"vi") {
        m_endings.push_back(
            {.at = m_exchange.now() + secondsArgument(rule, 1, kViSeconds), .stock = id});
        setVi(id, true);
    } else if (rule.name == u"book.lock" || rule.name == u"book.unlock") {
        const bool locks = rule.name == u"book.lock";
        over.lockedLower = locks && rule.value == u"lower";
        over.lockedUpper = locks && rule.value == u"upper";
        if (locks) {
            const domain::DailyLimits& limits = m_exchange.limitsOf(id);
            const std::int64_t price = over.lockedLower ? limits.lower.won() : limits.upper.won();
            m_exchange.force(id,
                             {.price = static_cast<std::int32_t>(price),
                              .quantity = 1,
                              .side = over.lockedLower ? Side::Seller : Side::Buyer},
                             m_listener);
        }
        m_exchange.setOverride(id, over);
        forced(FlowKind::BookOnly);
    } else if (rule.name == u"book.run_away" || rule.name == u"book.come_back") {
        m_broker.setRunningAway(id, rule.name == u"book.run_away");
    } else if (rule.name == u"limit.change") {
        over.limits = {.lower = domain::Price::fromWon(rule.words.value(1).toLongLong()),
                       .upper = domain::Price::fromWon(rule.words.value(2).toLongLong())};
        m_exchange.setOverride(id, over);
    } else if (rule.name == u"price") {
        bool ok = false;
        const std::int64_t quantity = rule.words.value(2).toLongLong(&ok);
        const std::int32_t price = rule.words.value(1).toInt();
        const bool up = price >= m_exchange.stock(id).figures().last;
        m_exchange.force(id,
                         {.price = price,
                          .quantity = ok ? quantity : 1'000,
                          .side = up ? Side::Buyer : Side::Seller},
                         m_listener);
    } else if (rule.name == u"split") {
        const QString ratio = rule.words.value(1);
        const std::int64_t after = ratio.section(u':', 0, 0).toLongLong();
        const std::int64_t before = ratio.section(u':', 1, 1).toLongLong();
        if (after < 1 || before < 1) {
            return Error{ErrorCode::Malformed, QStringLiteral("split: %1 is no ratio").arg(ratio)};
        }
        m_broker.split(id, after, before);
    }
    return base::Done{};
}

void SimControl::setVi(StockId id, bool on)
{
    StockOverride over = m_exchange.stock(id).override();
    const Figures figures = m_exchange.stock(id).figures();
    over.forcedVi = on;
    m_exchange.setOverride(id, over);
    m_exchange.force(id, {.price = figures.last, .kind = on ? FlowKind::ViStart : FlowKind::ViEnd},
                     m_listener);
    const std::int32_t price = figures.expectedPrice != 0 ? figures.expectedPrice : figures.last;
    m_exchange.force(id,
                     {.price = on ? figures.last : price,
                      .quantity = 100,
                      .kind = on ? FlowKind::Expected : FlowKind::AuctionPrint},
                     m_listener);
}

void SimControl::setCircuit(bool on)
{
    m_broker.setCircuit(on);
    for (std::size_t i = 0; i < m_exchange.size(); ++i) {
        const auto id = static_cast<StockId>(i);
        StockOverride over = m_exchange.stock(id).override();
        over.frozen = on;
        m_exchange.setOverride(id, over);
    }
    m_listener.sessionEvent({.at = m_exchange.now(), .code = on ? "174" : "175"});
}

void SimControl::setPhase(const QString& name)
{
    m_broker.forcePhase(name == u"before"       ? std::optional{TradingPhase::BeforeOpen}
                        : name == u"auction"    ? std::optional{TradingPhase::Auction}
                        : name == u"continuous" ? std::optional{TradingPhase::Continuous}
                        : name == u"closed"     ? std::optional{TradingPhase::Closed}
                                                : std::nullopt);
}
}  // namespace core::sim
