#pragma once

#include "core/kis/account_codec.h"
#include "core/kis/broker_queries.h"
#include "core/kis/clock_skew.h"
#include "core/kis/one_shot_transport.h"
#include "core/kis/order_codec.h"
#include "core/kis/order_reply.h"
#include "core/orders/order_gateway.h"

#include <QObject>

#include <set>

namespace core::kis
{
/// Orders, amends and cancels, and the lists that settle them.
///
/// Shares token, rate and lanes with the queries; writes orders through a transport of its own
/// that writes each request once. Every call is answered by one signal, also when nothing could
/// be sent. No answer is ever guessed: what is not a whole answer is Unknown, and only what
/// provably did not leave is NotSent. A list is whole or `complete` is false.
/// Thread: net; create it after `queries.start()`. Both arguments must outlive it.
class OrderBroker final : public QObject, public orders::OrderGateway
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderBroker)

public:
    /// An order that did not get its turn by then is not sent; an exit or cancel waits longer.
    static constexpr std::chrono::milliseconds kTurnMax{2000};
    static constexpr std::chrono::milliseconds kExitTurnMax{5000};

    OrderBroker(const base::Clock& clock, BrokerQueries& queries, const BrokerOptions& options,
                QObject* parent = nullptr);
    ~OrderBroker() override;

    void send(const domain::OutgoingOrder& order) override;
    void askOrders(domain::OrderListKind kind, const std::optional<domain::Symbol>& symbol,
                   std::uint64_t ask,
                   const std::optional<domain::TradingDate>& day = std::nullopt) override;
    void askHoldings() override;
    void askSellable(const domain::Symbol& symbol) override;
    void askBuyingPower(const domain::Symbol& symbol,
                        const std::optional<domain::Price>& price) override;
    void setStandby(bool on) override;

    [[nodiscard]] const OneShotTransport& transport() const noexcept { return *m_transport; }

Q_SIGNALS:
    void answered(const core::domain::OrderAnswer& answer);
    void ordersListed(const core::domain::OrderListReply& reply);
    void sellableReady(const core::domain::SellableReply& reply);
    void buyingPowerReady(const core::domain::BuyingPowerReply& reply);
    /// Our clock minus the broker's, when it is known first and when it has changed.
    void clockSkewMeasured(std::chrono::milliseconds offset);

private:
    const base::Clock& m_clock;
    BrokerQueries& m_queries;
    QString m_account;
    bool m_mock;
    bool m_openOrderQuery;
    OneShotTransport* m_transport;
    ClockSkew m_skew;
    std::optional<std::chrono::milliseconds> m_skewTold;
    std::set<domain::Symbol> m_sellableFromBalance;

    /// One order on its way: with which token, and when its turn was taken.
    struct Sending
    {
        domain::OutgoingOrder order;
        QString token;
        std::chrono::nanoseconds turn{};
    };

    void post(const domain::OutgoingOrder& order, const OrderPost& post,
              std::chrono::nanoseconds turn);
    void received(const Sending& sending, const OneShotResult& result);
    void notSent(const domain::OutgoingOrder& order, const QString& why);
    void tell(const domain::OrderAnswer& answer);
    void listed(domain::OrderListReply reply, const base::Result<std::vector<RestReply>>& pages);
    void answerSellables(const domain::BalanceReply& balance);
    void noteDate(base::Timestamp asked, base::Timestamp received, const QByteArray& date);
};
}  // namespace core::kis
