#include "core/engine/net_root.h"

#include "core/base/crash_point.h"
#include "core/base/log.h"
#include "core/kis/environment_options.h"

#include <QRandomGenerator>
#include <QThread>

namespace core::engine
{
NetRoot::NetRoot(NetOptions options) : m_options{std::move(options)} {}

void NetRoot::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    const kis::BrokerOptions broker = kis::brokerOptions(m_options.environment, m_options.config,
                                                         QRandomGenerator::global()->generate());
    m_queries = new kis::BrokerQueries{*m_options.clock, m_machine, broker, this};
    connectReplies();
    m_queries->start();
    m_orders = new kis::OrderBroker{*m_options.clock, *m_queries, broker, this};
    connectOrders();
    m_queries->requestInstruments(domain::kstDate(m_options.clock->now()));
}

void NetRoot::connectReplies()
{
    using kis::BrokerQueries;
    connect(m_queries, &BrokerQueries::approvalReady, this, &NetRoot::approved);
    connect(m_queries, &BrokerQueries::approvalFailed, this, &NetRoot::approvalFailed);
    connect(m_queries, &BrokerQueries::rankingReady, this,
            [this](const domain::RankingReply& reply) { Q_EMIT replied(reply); });
    connect(m_queries, &BrokerQueries::minuteBarsReady, this,
            [this](const domain::MinuteBarsReply& reply) { Q_EMIT replied(reply); });
    connect(m_queries, &BrokerQueries::priceReady, this,
            [this](const domain::PriceReply& reply) { Q_EMIT replied(reply); });
    connect(m_queries, &BrokerQueries::figuresChanged, this,
            [this](const domain::BrokerFigures& figures) { Q_EMIT replied(figures); });
    connect(m_queries, &BrokerQueries::balanceReady, this,
            [this](const domain::BalanceReply& reply) { Q_EMIT replied(reply); });
    connect(m_queries, &BrokerQueries::holidaysReady, this, [this](const kis::HolidayReply& reply) {
        const auto day = reply.opens.find(m_holidayAsked);
        const bool known = reply.ok && day != reply.opens.end();
        Q_EMIT replied(domain::HolidayReply{
            .date = m_holidayAsked, .ok = known, .open = known && day->second});
    });
    connect(m_queries, &BrokerQueries::instrumentsReady, this,
            [this](const domain::InstrumentsPtr& instruments) {
                Q_EMIT instrumentsReady(instruments);
                Q_EMIT replied(instruments);
            });
    connect(m_queries, &BrokerQueries::instrumentsFailed, this, [this](const base::Error& error) {
        qCWarning(base::lcMaster).noquote() << error.detail;
        Q_EMIT replied(domain::InstrumentsPtr{});
    });
}

void NetRoot::connectOrders()
{
    using kis::OrderBroker;
    connect(m_orders, &OrderBroker::answered, this, [this](const domain::OrderAnswer& answer) {
        if (!repeatBlindly(answer)) {
            Q_EMIT replied(answer);
        }
    });
    connect(m_orders, &OrderBroker::ordersListed, this,
            [this](const domain::OrderListReply& reply) { Q_EMIT replied(reply); });
    connect(m_orders, &OrderBroker::sellableReady, this,
            [this](const domain::SellableReply& reply) { Q_EMIT replied(reply); });
    connect(m_orders, &OrderBroker::buyingPowerReady, this,
            [this](const domain::BuyingPowerReply& reply) { Q_EMIT replied(reply); });
    connect(m_orders, &OrderBroker::clockSkewMeasured, this, &NetRoot::clockSkewMeasured);
}

bool NetRoot::repeatBlindly([[maybe_unused]] const domain::OrderAnswer& answer)
{
#ifdef TERMINAL_CRASH_POINTS
    // What must never be done, to see that the tests notice.
    constexpr int kTries = 3;
    const auto sent = m_broken.find({answer.id, answer.leg});
    if (sent != m_broken.end() && answer.what == domain::AnswerClass::Unknown
        && ++sent->second.second < kTries) {
        m_orders->send(sent->second.first);
        return true;
    }
#endif
    return false;
}

void NetRoot::send(const domain::OutgoingOrder& order)
{
#ifdef TERMINAL_CRASH_POINTS
    if (base::sabotage() == base::Sabotage::SendFirst) {
        m_broken[{order.id, order.leg}] = {order, 0};
    }
#endif
    m_orders->send(order);
}

bool NetRoot::askAboutOrders(const desk::Effect& effect)
{
    if (const auto* orders = std::get_if<desk::QueryOrders>(&effect)) {
        m_orders->askOrders(orders->kind, orders->symbol, orders->ask, orders->day);
    } else if (const auto* sellable = std::get_if<desk::QuerySellable>(&effect)) {
        m_orders->askSellable(sellable->symbol);
    } else if (const auto* power = std::get_if<desk::QueryBuyingPower>(&effect)) {
        m_orders->askBuyingPower(power->symbol, power->price);
    } else if (const auto* standby = std::get_if<desk::KeepStandby>(&effect)) {
        m_orders->setStandby(standby->on);
    } else {
        return false;
    }
    return true;
}

void NetRoot::ask(const desk::Effect& effect)
{
    if (askAboutOrders(effect)) {
        return;
    }
    if (const auto* ranking = std::get_if<desk::QueryRanking>(&effect)) {
        m_queries->requestRanking(ranking->list);
    } else if (const auto* bars = std::get_if<desk::QueryMinuteBars>(&effect)) {
        m_queries->requestMinuteBars(
            bars->symbol, bars->until.value_or(domain::kstTimeOfDay(m_options.clock->now())));
    } else if (const auto* price = std::get_if<desk::QueryPrice>(&effect)) {
        m_queries->requestPrice(price->symbol);
    } else if (std::holds_alternative<desk::QueryBalance>(effect)) {
        m_queries->requestBalance();
    } else if (const auto* holiday = std::get_if<desk::QueryHoliday>(&effect)) {
        m_holidayAsked = holiday->date;
        m_queries->requestHolidays(holiday->date);
    }
}

void NetRoot::issueApproval(kis::ApprovalWish wish)
{
    m_queries->requestApproval(wish);
}
}  // namespace core::engine

#include "moc_net_root.cpp"
