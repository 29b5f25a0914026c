#pragma once

#include "core/base/clock.h"
#include "core/config/config.h"
#include "core/config/environment.h"
#include "core/desk/effect.h"
#include "core/domain/event.h"
#include "core/kis/broker_queries.h"
#include "core/kis/order_broker.h"

#include <QObject>

#ifdef TERMINAL_CRASH_POINTS
#include <map>
#include <utility>
#endif
#include <memory>

namespace core::engine
{
/// What the net thread is started with.
struct NetOptions
{
    config::Environment environment;
    config::Config config;
    std::shared_ptr<const base::Clock> clock;  ///< The environment's.
};

/// Root of the net thread: REST, tokens, approval keys, master files.
///
/// Turns the desk's questions into calls and the broker's answers into event payloads. Everything
/// that can block or wait for a server lives here and never on the logic thread.
class NetRoot final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetRoot)

public:
    explicit NetRoot(NetOptions options);

    void start();
    /// One question of the desk; every one is answered by one `replied`.
    void ask(const core::desk::Effect& effect);
    /// An order whose intent is durable; answered by one `replied`.
    void send(const core::domain::OutgoingOrder& order);
    void issueApproval(core::kis::ApprovalWish wish);

Q_SIGNALS:
    void replied(core::domain::EventPayload payload);
    void instrumentsReady(const core::domain::InstrumentsPtr& instruments);
    void approved(const QString& key);
    void approvalFailed(const core::base::Error& error);
    void clockSkewMeasured(std::chrono::milliseconds offset);

private:
    void connectReplies();
    void connectOrders();
    [[nodiscard]] bool askAboutOrders(const desk::Effect& effect);
    /// Always false but in a test build whose tests are being tested.
    [[nodiscard]] bool repeatBlindly(const domain::OrderAnswer& answer);

    NetOptions m_options;
    base::MachineClock m_machine;
    kis::BrokerQueries* m_queries = nullptr;  ///< Child, made in start().
    kis::OrderBroker* m_orders = nullptr;     ///< Child, made in start().
    domain::TradingDate m_holidayAsked{};
#ifdef TERMINAL_CRASH_POINTS
    std::map<std::pair<domain::ClientOrderId, domain::OrderLeg>,
             std::pair<domain::OutgoingOrder, int>>
        m_broken;
#endif
};
}  // namespace core::engine
