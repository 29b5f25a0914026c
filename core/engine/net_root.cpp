#include "core/engine/net_root.h"

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
    m_queries = new kis::BrokerQueries{*m_options.clock, m_machine,
                                       kis::brokerOptions(m_options.environment, m_options.config,
                                                          QRandomGenerator::global()->generate()),
                                       this};
    connectReplies();
    m_queries->start();
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
    connect(m_queries, &BrokerQueries::balanceReady, this, [this](const kis::BalanceReply& reply) {
        Q_EMIT replied(domain::BalanceReply{.ok = reply.ok,
                                            .askedAt = m_options.clock->now(),
                                            .totalAssets = reply.figures.totalAssets,
                                            .cash = reply.figures.cash.value_or(domain::Won{}),
                                            .holdings = reply.figures.holdings,
                                            .rows = {}});
    });
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

void NetRoot::ask(const desk::Effect& effect)
{
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
