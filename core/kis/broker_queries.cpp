#include "core/kis/broker_queries.h"

#include "core/base/log.h"
#include "core/kis/account_codec.h"
#include "core/kis/paging.h"

#include <QThread>
#include <QTimer>

namespace core::kis
{
namespace
{
constexpr std::size_t kBalancePagesMax = 20;
constexpr std::chrono::milliseconds kFiguresPeriod{250};
constexpr std::chrono::milliseconds kTickMax{50};

// The words behind `ok = false`; the call's own failure is logged where it happened.
template <typename T>
void logUnreadable(const base::Result<T>& decoded)
{
    if (!decoded) {
        qCWarning(base::lcRest).noquote() << "unreadable answer:" << decoded.error().detail;
    }
}
}  // namespace

BrokerQueries::BrokerQueries(const base::Clock& clock, const base::Clock& machine,
                             BrokerOptions options, QObject* parent)
    : QObject{parent}, m_clock{clock}, m_machine{machine}, m_options{std::move(options)}
{
}

BrokerQueries::~BrokerQueries() = default;

void BrokerQueries::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_http = new HttpClient{m_clock, this};
    m_tokens = new TokenKeeper{
        *m_http,
        m_machine,
        m_options.rest,
        m_options.keys,
        TokenCache{m_options.tokenFolder, m_options.environment, m_options.keys.appkey},
        m_options.jitterSeed,
        this};
    m_approval = new ApprovalIssuer{*m_http, m_clock, m_options.rest, m_options.keys, this};
    m_client = new RestClient{*m_http, *m_tokens, m_clock,
                              RestOptions{.rest = m_options.rest,
                                          .keys = m_options.keys,
                                          .callsPerSecond = m_options.callsPerSecond},
                              this};
    m_master = new MasterStore{*m_http, m_options.master, m_options.masterFolder, this};
    connect(m_approval, &ApprovalIssuer::ready, this, &BrokerQueries::approvalReady);
    connect(m_approval, &ApprovalIssuer::failed, this, &BrokerQueries::approvalFailed);
    connect(m_master, &MasterStore::ready, this, &BrokerQueries::instrumentsReady);
    connect(m_master, &MasterStore::failed, this, &BrokerQueries::instrumentsFailed);
    if (m_options.drive == FeedDrive::Timer) {
        m_timer = new QTimer{this};
        m_timer->setTimerType(Qt::PreciseTimer);
        m_timer->setSingleShot(true);
        connect(m_timer, &QTimer::timeout, this, [this] { tick(m_clock.monotonic()); });
    }
    tick(m_clock.monotonic());
}

void BrokerQueries::requestApproval(ApprovalWish wish)
{
    m_approval->request(wish);
}

void BrokerQueries::requestRanking(domain::RankingList list)
{
    if (!m_options.capabilities.rankings) {
        Q_EMIT rankingReady({.list = list, .symbols = {}});
        return;
    }
    if (!m_rankingsAsked.insert(list).second) {
        return;
    }
    m_client->call(rankingRequest(list), [this, list](const base::Result<RestReply>& reply) {
        m_rankingsAsked.erase(list);
        const auto symbols = reply.and_then(decodeRanking);
        domain::RankingReply out{.list = list, .ok = symbols.has_value(), .symbols = {}};
        if (symbols) {
            out.symbols = *symbols;
        } else if (reply) {
            logUnreadable(symbols);
        }
        Q_EMIT rankingReady(out);
    });
    schedule();
}

void BrokerQueries::requestMinuteBars(const domain::Symbol& symbol, domain::TimeOfDay until)
{
    if (!m_barsAsked.insert(symbol).second) {
        return;
    }
    m_client->call(minuteBarsRequest(symbol, until),
                   [this, symbol](const base::Result<RestReply>& reply) {
                       m_barsAsked.erase(symbol);
                       const domain::Timestamp now = m_clock.now();
                       const auto bars = reply.and_then([&symbol, now](const RestReply& answer) {
                           return decodeMinuteBars(symbol, answer, now);
                       });
                       if (reply) {
                           logUnreadable(bars);
                       }
                       domain::MinuteBarsReply failed;
                       failed.symbol = symbol;
                       Q_EMIT minuteBarsReady(bars ? *bars : failed);
                   });
    schedule();
}

void BrokerQueries::requestPrice(const domain::Symbol& symbol)
{
    if (!m_pricesAsked.insert(symbol).second) {
        return;
    }
    m_client->call(priceRequest(symbol), [this, symbol](const base::Result<RestReply>& reply) {
        m_pricesAsked.erase(symbol);
        const auto price = reply.and_then(
            [&symbol](const RestReply& answer) { return decodePrice(symbol, answer); });
        if (reply) {
            logUnreadable(price);
        }
        domain::PriceReply failed;
        failed.symbol = symbol;
        Q_EMIT priceReady(price ? *price : failed);
    });
    schedule();
}

void BrokerQueries::requestHolidays(domain::TradingDate from)
{
    if (!m_options.capabilities.holidayQuery) {
        Q_EMIT holidaysReady({});
        return;
    }
    m_client->call(holidayRequest(from), [this](const base::Result<RestReply>& reply) {
        const auto days = reply.and_then(decodeHolidays);
        if (reply) {
            logUnreadable(days);
        }
        HolidayReply out;
        out.ok = days.has_value();
        if (days) {
            out.opens = *days;
        }
        Q_EMIT holidaysReady(out);
    });
    schedule();
}

void BrokerQueries::requestBalance()
{
    domain::BalanceReply out;
    out.askedAt = m_clock.now();
    const auto request = balanceRequest(m_options.account, m_options.mock);
    if (!request) {
        qCWarning(base::lcRest).noquote() << request.error().detail;
        Q_EMIT balanceReady(out);
        return;
    }
    if (std::exchange(m_balanceAsked, true)) {
        return;
    }
    const PageKeys keys{QStringLiteral("CTX_AREA_FK100"), QStringLiteral("CTX_AREA_NK100")};
    fetchPages(*m_client, *request, keys, kBalancePagesMax,
               [this, out](const base::Result<std::vector<RestReply>>& pages) {
                   m_balanceAsked = false;
                   const auto balance = pages.and_then(decodeBalance);
                   if (pages) {
                       logUnreadable(balance);
                   }
                   domain::BalanceReply reply = balance ? *balance : out;
                   reply.askedAt = out.askedAt;
                   Q_EMIT balanceReady(reply);
               });
    schedule();
}

void BrokerQueries::requestInstruments(domain::TradingDate today)
{
    m_master->request(today);
}

domain::BrokerFigures BrokerQueries::figures() const
{
    return m_client == nullptr ? domain::BrokerFigures{} : m_client->figures();
}

void BrokerQueries::tick(std::chrono::nanoseconds now)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_http->tick(now);
    m_tokens->tick(now);
    m_approval->tick(now);
    m_client->tick(now);
    Q_EMIT ticked(now);
    tellFigures(now);
    schedule();
}

void BrokerQueries::tellFigures(std::chrono::nanoseconds now)
{
    if (m_toldAt != std::chrono::nanoseconds{} && now - m_toldAt < kFiguresPeriod) {
        return;
    }
    const domain::BrokerFigures newest = figures();
    if (newest == m_told && m_toldAt != std::chrono::nanoseconds{}) {
        return;
    }
    m_told = newest;
    m_toldAt = now;
    Q_EMIT figuresChanged(newest);
}

void BrokerQueries::schedule()
{
    if (m_timer == nullptr) {
        return;
    }
    const auto due =
        std::chrono::ceil<std::chrono::milliseconds>(m_client->due(m_clock.monotonic(), kTickMax));
    if (!m_timer->isActive() || m_timer->remainingTimeAsDuration() > due) {
        m_timer->start(due);
    }
}
}  // namespace core::kis

#include "moc_broker_queries.cpp"
