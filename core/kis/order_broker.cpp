#include "core/kis/order_broker.h"

#include "core/base/crash_point.h"
#include "core/base/log.h"
#include "core/kis/paging.h"

#include <QThread>

namespace core::kis
{
namespace
{
using domain::AnswerClass;
using domain::OrderLeg;
using domain::OutgoingOrder;

// A busy day at fifteen rows a page (mock) fits several times over.
constexpr std::size_t kOrderPagesMax = 200;
constexpr std::chrono::milliseconds kSkewStep{100};

/// What an order is called in the log.
QString nameOf(const OutgoingOrder& order)
{
    const char* leg = order.leg == OrderLeg::New      ? "order"
                      : order.leg == OrderLeg::Cancel ? "cancel"
                                                      : "amend";
    return QLatin1String{leg} + u' ' + order.id.toString();
}

bool isExit(const OutgoingOrder& order)
{
    return order.leg == OrderLeg::Cancel || order.request.side == domain::Side::Sell;
}

domain::OrderAnswer answerTo(const OutgoingOrder& order)
{
    domain::OrderAnswer answer;
    answer.id = order.id;
    answer.leg = order.leg;
    answer.attempt = order.attempt;
    return answer;
}
}  // namespace

OrderBroker::OrderBroker(const base::Clock& clock, BrokerQueries& queries,
                         const BrokerOptions& options, QObject* parent)
    : QObject{parent},
      m_clock{clock},
      m_queries{queries},
      m_account{options.account},
      m_mock{options.mock},
      m_openOrderQuery{options.capabilities.openOrderQuery},
      m_transport{new OneShotTransport{clock,
                                       OneShotOptions{.base = options.rest,
                                                      .tls = options.tls,
                                                      .jitterSeed = options.jitterSeed},
                                       this}}
{
    connect(&queries, &BrokerQueries::ticked, m_transport, &OneShotTransport::tick);
    connect(&queries, &BrokerQueries::balanceReady, this, &OrderBroker::answerSellables);
    connect(&queries.client(), &RestClient::dateHeard, this, &OrderBroker::noteDate);
}

OrderBroker::~OrderBroker() = default;

void OrderBroker::send(const OutgoingOrder& order)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const base::Result<OrderPost> encoded = encodeOrder(order, m_account, m_mock);
    if (!encoded) {
        notSent(order, encoded.error().detail);
        return;
    }
    if (m_queries.tokens().token().isEmpty()) {
        notSent(order, QStringLiteral("no valid access token"));
        return;
    }
    const bool exit = isExit(order);
    m_queries.client().waitTurn(
        exit ? Lane::Exit : Lane::Entry, exit ? kExitTurnMax : kTurnMax,
        [this, order, request = *encoded](std::optional<std::chrono::nanoseconds> turn) {
            if (turn) {
                post(order, request, *turn);
            } else {
                notSent(order, QStringLiteral("the broker's rate left no room for it in time"));
            }
        });
    m_queries.schedule();
}

void OrderBroker::post(const OutgoingOrder& order, const OrderPost& post,
                       std::chrono::nanoseconds turn)
{
    const QString token = m_queries.tokens().token();
    if (token.isEmpty()) {
        notSent(order, QStringLiteral("no valid access token"));
        return;
    }
    OneShotRequest request;
    request.id = order.id;
    request.leg = order.leg;
    request.attempt = order.attempt;
    request.path = post.path;
    request.headers = m_queries.client().headers(token, post.transactionId);
    request.headers.emplace_back(QByteArrayLiteral("user-agent"), QByteArray{kUserAgent});
    request.body = post.body;
    const base::Timestamp asked = m_clock.now();
    m_transport->send(std::move(request), [this, sending = Sending{order, token, turn},
                                           asked](const OneShotResult& result) {
        noteDate(asked, m_clock.now(), result.date);
        received(sending, result);
    });
}

void OrderBroker::received(const Sending& sending, const OneShotResult& result)
{
    const OutgoingOrder& order = sending.order;
    if (result.end == OneShotEnd::NotSent) {
        notSent(order, result.problem);
        return;
    }
    m_queries.client().noteOrderWritten();
    domain::OrderAnswer answer = answerTo(order);
    answer.roundTrip = std::chrono::duration_cast<std::chrono::milliseconds>(result.roundTrip);
    if (result.end == OneShotEnd::Unknown) {
        answer.what = AnswerClass::Unknown;
        answer.text = result.problem;
        tell(answer);
        return;
    }
    const OrderReply reply = classifyOrderReply(result.status, result.body);
    answer.what = reply.what;
    answer.reason = reply.reason;
    answer.broker = reply.broker;
    answer.branch = reply.branch;
    answer.brokerTime = reply.time;
    answer.code = reply.code;
    answer.text = reply.text;
    // Neither is asked again here: the refusal is definite, a new decision goes through the gate.
    if (reply.what == AnswerClass::Rejected && reply.reason == domain::RejectReason::Token) {
        m_queries.tokens().invalidate(sending.token);
    }
    if (reply.what == AnswerClass::Rejected && reply.reason == domain::RejectReason::RateLimited) {
        m_queries.client().turnRefused(sending.turn);
    }
    tell(answer);
}

void OrderBroker::notSent(const OutgoingOrder& order, const QString& why)
{
    domain::OrderAnswer answer = answerTo(order);
    answer.what = AnswerClass::NotSent;
    answer.text = why;
    qCWarning(base::lcRest).noquote() << nameOf(order) << "was not sent:" << why;
    tell(answer);
}

void OrderBroker::tell(const domain::OrderAnswer& answer)
{
    CRASH_POINT(NetBeforeAnswered);
    Q_EMIT answered(answer);
    CRASH_POINT(NetAfterAnswered);
}

void OrderBroker::askOrders(domain::OrderListKind kind, const std::optional<domain::Symbol>& symbol,
                            std::uint64_t ask, const std::optional<domain::TradingDate>& day)
{
    CRASH_POINT(NetBeforeListAsked);
    const bool open = kind == domain::OrderListKind::Open;
    domain::OrderListReply reply;
    reply.kind = kind;
    reply.symbol = symbol.value_or(domain::Symbol{});
    reply.ask = ask;
    reply.askedAt = m_clock.now();
    reply.day = day.value_or(domain::kstDate(reply.askedAt));
    if (open && !m_openOrderQuery) {
        reply.problem = QStringLiteral("the mock host has no list of open orders");
        Q_EMIT ordersListed(reply);
        return;
    }
    const auto request = open ? openOrdersRequest(m_account)
                              : dayOrdersRequest(m_account, m_mock, reply.day, symbol);
    if (!request) {
        reply.problem = request.error().detail;
        Q_EMIT ordersListed(reply);
        return;
    }
    const PageKeys keys{QStringLiteral("CTX_AREA_FK100"), QStringLiteral("CTX_AREA_NK100")};
    fetchPages(
        m_queries.client(), *request, keys, kOrderPagesMax,
        [this, reply](const base::Result<std::vector<RestReply>>& pages) { listed(reply, pages); });
    m_queries.schedule();
}

void OrderBroker::listed(domain::OrderListReply reply,
                         const base::Result<std::vector<RestReply>>& pages)
{
    CRASH_POINT(NetAfterListRead);
    const auto rows = pages.and_then(
        [&reply](const std::vector<RestReply>& all) { return decodeOrderRows(reply.kind, all); });
    reply.complete = rows.has_value();
    if (rows) {
        reply.rows = *rows;
        if (!reply.symbol.isEmpty()) {
            // Whatever the server made of the wish: the answer is about this issue only.
            std::erase_if(reply.rows, [&reply](const domain::BrokerOrderRow& row) {
                return row.symbol != reply.symbol;
            });
        }
    } else {
        reply.problem = rows.error().detail;
        qCWarning(base::lcRest).noquote() << "list of orders: no information:" << reply.problem;
    }
    Q_EMIT ordersListed(reply);
}

void OrderBroker::askHoldings()
{
    m_queries.requestBalance();
}

void OrderBroker::askSellable(const domain::Symbol& symbol)
{
    if (!m_openOrderQuery) {
        m_sellableFromBalance.insert(symbol);
        m_queries.requestBalance();
        return;
    }
    domain::SellableReply failed;
    failed.symbol = symbol;
    failed.askedAt = m_clock.now();
    const auto request = sellableRequest(m_account, symbol);
    if (!request) {
        Q_EMIT sellableReady(failed);
        return;
    }
    m_queries.client().call(*request, [this, failed](const base::Result<RestReply>& reply) {
        const auto shares = reply.and_then(decodeSellable);
        domain::SellableReply out = failed;
        out.ok = shares.has_value();
        if (shares) {
            out.sellable = *shares;
        } else if (reply) {
            qCWarning(base::lcRest).noquote() << "unreadable answer:" << shares.error().detail;
        }
        Q_EMIT sellableReady(out);
    });
    m_queries.schedule();
}

void OrderBroker::answerSellables(const domain::BalanceReply& balance)
{
    for (const domain::Symbol& symbol : std::exchange(m_sellableFromBalance, {})) {
        domain::SellableReply out;
        out.symbol = symbol;
        out.ok = balance.ok;
        out.askedAt = balance.askedAt;
        for (const domain::Holding& holding : balance.rows) {
            if (holding.symbol == symbol) {
                out.sellable = holding.sellable;
            }
        }
        Q_EMIT sellableReady(out);
    }
}

void OrderBroker::askBuyingPower(const domain::Symbol& symbol,
                                 const std::optional<domain::Price>& price)
{
    domain::BuyingPowerReply failed;
    failed.symbol = symbol;
    failed.askedAt = m_clock.now();
    const auto request = buyingPowerRequest(m_account, m_mock, symbol, price);
    if (!request) {
        Q_EMIT buyingPowerReady(failed);
        return;
    }
    m_queries.client().call(*request, [this, failed](const base::Result<RestReply>& reply) {
        const auto power = reply.and_then([&failed](const RestReply& answer) {
            return decodeBuyingPower(failed.symbol, answer);
        });
        domain::BuyingPowerReply out = power ? *power : failed;
        out.askedAt = failed.askedAt;
        if (reply && !power) {
            qCWarning(base::lcRest).noquote() << "unreadable answer:" << power.error().detail;
        }
        Q_EMIT buyingPowerReady(out);
    });
    m_queries.schedule();
}

void OrderBroker::setStandby(bool on)
{
    m_transport->setStandby(on);
}

void OrderBroker::noteDate(base::Timestamp asked, base::Timestamp received, const QByteArray& date)
{
    const auto server = parseHttpDate(date);
    if (!server) {
        return;
    }
    m_skew.note(asked, received, *server);
    const auto offset = m_skew.offset();
    const bool changed =
        offset && (!m_skewTold || std::chrono::abs(*offset - *m_skewTold) >= kSkewStep);
    if (changed) {
        m_skewTold = offset;
        Q_EMIT clockSkewMeasured(*offset);
    }
}
}  // namespace core::kis

#include "moc_order_broker.cpp"
