#pragma once

#include "core/desk/desk_options.h"
#include "core/desk/effect.h"
#include "core/desk/gate_board.h"
#include "core/desk/screening.h"
#include "core/domain/event.h"
#include "core/market/market_cache.h"
#include "core/orders/account.h"
#include "core/orders/exit_ladder.h"
#include "core/orders/holding_check.h"
#include "core/orders/order_desk.h"
#include "core/risk/latency_meter.h"
#include "core/risk/message_meter.h"
#include "core/risk/reject_meter.h"
#include "core/risk/risk_gate.h"
#include "core/rules/loss_streak.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace core::desk
{
/// Orders and money in the desk: what the trader and the rules want goes through the gate to the
/// order desk; what the broker says goes to the books; exits are carried to their end.
///
/// Part of the desk: logic thread, no I/O, no clock.
class TradingRoom final
{
public:
    TradingRoom(const DeskOptions& options, const market::MarketCache& market,
                const Screening& screening);

    /// The event that is being applied; before anything else.
    void begin(orders::Moment moment, domain::SessionMoment session);
    void startDay(domain::TradingDate date, bool tradingDay);
    /// A market record arrived: the line speaks. The feed's own figures come once a second only.
    void heard() noexcept { m_heardAt = m_moment.now; }

    void on(const domain::TimerStep& step);
    void on(const domain::OrderNotice& notice);
    void on(const domain::RegistrationChanged& change);
    void on(const domain::FeedFigures& figures);
    void on(const domain::BrokerFigures& figures);
    void on(const domain::BalanceReply& reply);
    void on(const domain::OrderAnswer& answer);
    void on(const domain::OrderListReply& reply);
    void on(const domain::SellableReply& reply);
    void on(const domain::BuyingPowerReply& reply);
    void on(const domain::LedgerReply& reply);
    void on(const domain::PlaceOrder& command);
    void on(const domain::PreviewOrder& command);
    void on(const domain::CancelOrder& command);
    void on(const domain::CancelAll& command);
    void on(const domain::AmendOrder& command);
    void on(const domain::SellPosition& command);
    void on(const domain::Kill& command);
    void on(const domain::ReleaseKill& command);
    void on(const domain::Arm& command);
    void on(const domain::Disarm& command);
    void on(const domain::ConfirmGate& command);
    void on(const domain::ResolveOrder& command);
    void on(const domain::AcceptHolding& command);
    void on(const domain::SetAutomation& command);
    void on(const domain::Presence& command);
    void on(const domain::ReconcileNow& command);
    void on(const domain::ClockJumped& jump);
    void on(const domain::ClockSkew& skew);
    void on(const domain::WindowLost& lost);

    /// What became of it: effects in order, then what a person should know.
    [[nodiscard]] std::vector<Effect> takeEffects();
    [[nodiscard]] std::vector<orders::Tell> takeTells();

    // --- the rules ----------------------------------------------------------------------------

    /// Why nothing of `symbol` may be opened now, a code word; empty = the gate may be asked.
    /// Cheap.
    [[nodiscard]] std::optional<QLatin1String> opensBlocked(const domain::Symbol& symbol) const;
    /// The whole gate's answer; nothing is sent or recorded.
    [[nodiscard]] risk::Judgement judge(const domain::OrderRequest& request) const;
    domain::ClientOrderId place(const domain::OrderRequest& request);
    /// Sells everything of `symbol`, carried to its end; a second call changes nothing. The order
    /// that left at once; empty = an open one is cancelled first, or nothing can be sent yet.
    domain::ClientOrderId exit(const domain::Symbol& symbol, domain::OrderOrigin origin,
                               QLatin1String rule);
    /// Label of the exit of everything that is under way; empty = none.
    [[nodiscard]] QString exiting(const domain::Symbol& symbol) const;
    [[nodiscard]] bool hasOpenOrder(const domain::Symbol& symbol) const;
    /// The guard has fired: nothing opens until the next session or the trader's word.
    void closeFor(domain::GateCause cause, const QString& detail);
    /// Cancels every buy and disarms; what sells comes from the rules.
    void hardLoss();
    /// For what the rules write: marks, guard, interventions.
    [[nodiscard]] orders::OrderDesk& orders() noexcept { return m_orders; }
    [[nodiscard]] domain::Arming arming() const noexcept { return m_arming; }
    [[nodiscard]] std::optional<domain::Won> equityNow() const;
    /// Losing trades in a row and the pause they make (RC-23).
    [[nodiscard]] rules::LossStreak lossStreak() const;
    [[nodiscard]] domain::Won buyableNow() const { return buyable(); }
    [[nodiscard]] domain::AccountView account() const;
    /// What is held of it; empty = nothing.
    [[nodiscard]] std::optional<domain::Position> position(const domain::Symbol& symbol) const;
    [[nodiscard]] std::optional<domain::Timestamp> reconciledAt() const noexcept
    {
        return m_listsAt;
    }
    /// The newest price that may value a position; nullopt = none is known.
    [[nodiscard]] std::optional<domain::Price> priceOf(const domain::Symbol& symbol) const;
    [[nodiscard]] domain::Percent taxOf(const domain::Symbol& symbol) const;
    [[nodiscard]] domain::DailyLimits limitsOf(const domain::Symbol& symbol) const;
    [[nodiscard]] const domain::Instrument* instrumentOf(const domain::Symbol& symbol) const;

    /// Symbols with shares or an order under way: never without a slot.
    [[nodiscard]] std::vector<domain::Symbol> heldSymbols() const;
    [[nodiscard]] domain::TradingViewPtr view(const domain::Symbol& selected) const;
    [[nodiscard]] const orders::OrderDesk& orderDesk() const noexcept { return m_orders; }

private:
    struct Buyable
    {
        domain::BuyingPowerReply reply;
        domain::Timestamp at{};
    };
    /// The broker's balance would let us sell fewer shares than the books: since which reading.
    struct LessSellable
    {
        domain::Quantity sellable;
        domain::Timestamp since{};
        domain::Timestamp readAt{};

        /// The figure once it counts: seen twice, 20 s apart and 20 s after the last fill (RC-15,
        /// L01: balances lag, and a single one can be wrong).
        [[nodiscard]] std::optional<domain::Quantity> standing(const orders::Books& books,
                                                               const domain::Symbol& symbol) const;
    };
    struct Frozen
    {
        QString cause;
        domain::Timestamp until{};  ///< Epoch = until what caused it is over.
    };

    // The gate; trading_gate.cpp.
    [[nodiscard]] risk::GateInput gateInput(const domain::OrderRequest& request,
                                            bool emergency = false) const;
    void fillMarket(risk::GateInput& in, market::SymbolId id, domain::Side side) const;
    void fillBooks(risk::GateInput& in, const domain::OrderRequest& request) const;
    [[nodiscard]] GateFacts gateFacts() const;
    void updateGate();
    domain::ClientOrderId submit(domain::OrderRequest request, bool emergency = false);
    [[nodiscard]] std::optional<domain::OrderPreview>
    previewOf(std::uint64_t ask, const domain::OrderRequest& request) const;
    void freeze(const domain::Symbol& symbol, const QString& cause, domain::Timestamp until);
    [[nodiscard]] std::optional<QString> frozenCause(const domain::Symbol& symbol) const;
    [[nodiscard]] risk::GuardState guardState() const;
    void watchRejects(const domain::OrderAnswer& answer);
    void countOut();

    // Exits and cancels; trading_exits.cpp.
    void wantExit(const domain::Symbol& symbol, std::optional<domain::Quantity> quantity,
                  domain::OrderOrigin origin, const QString& rule);
    void runExits();
    void runExit(orders::ExitPlan& plan);
    void tellLocked(orders::ExitPlan& plan, domain::Quantity shares);
    [[nodiscard]] orders::ExitSituation situation(const orders::ExitPlan& plan) const;
    void exitEnded(const domain::ClientOrderId& id);
    void wantCancel(const domain::ClientOrderId& id);
    void cancelBuys();
    void runCancels();
    void raiseKill(domain::KillLevel level, const std::vector<domain::Symbol>& sell,
                   const QString& cause);

    // Figures; trading_view.cpp.
    [[nodiscard]] std::optional<domain::Price> marginPriceOf(const domain::Symbol& symbol) const;
    [[nodiscard]] domain::Won buyable() const;
    [[nodiscard]] domain::Position positionView(const domain::Symbol& symbol,
                                                const orders::BookPosition& position) const;
    [[nodiscard]] domain::GateView gateView() const;
    [[nodiscard]] domain::FlattenRow flattenRow(const domain::Symbol& symbol,
                                                const orders::BookPosition& position) const;
    [[nodiscard]] std::vector<domain::Order> orderViews() const;

    void tell(domain::Severity severity, domain::LogCode code, QStringList arguments = {},
              const domain::Symbol& symbol = {});
    void drainOrders();
    void noteEnded(const std::vector<domain::ClientOrderId>& ended);
    void setArming(domain::Arming arming, const QString& cause, domain::Won dayLimit = {});
    void maybeStartEquity();
    void askHoldings();
    void compareSellable(const domain::BalanceReply& reply);
    void disarmAtEnd();
    void watchBlindness();
    [[nodiscard]] bool isLineDead() const;

    const DeskOptions& m_options;
    const market::MarketCache& m_market;
    const Screening& m_screening;
    risk::RiskGate m_gate;
    orders::OrderDesk m_orders;
    orders::HoldingCheck m_holdings;
    std::vector<Effect> m_effects;
    std::vector<orders::Tell> m_tells;

    orders::Moment m_moment;
    domain::SessionMoment m_session;
    domain::TradingDate m_date{};
    bool m_tradingDay = false;
    bool m_recovered = false;
    bool m_ledgerCorrupt = false;

    domain::Arming m_arming = domain::Arming::Unarmed;
    QString m_armingCause;  ///< Why it is no longer armed.
    domain::Timestamp m_armedUntil{};
    domain::Won m_dayLimit;
    bool m_firstOrderAny = false;

    domain::FeedFigures m_feed;
    domain::Timestamp m_heardAt{};
    domain::BrokerFigures m_broker;
    bool m_noticesRegistered = false;
    std::optional<domain::Timestamp> m_listsAt;
    std::optional<domain::Timestamp> m_blindSince;  ///< Neither line nor broker since then.
    bool m_listFailing = false;
    bool m_ledgerFailed = false;
    std::chrono::microseconds m_ledgerTook{};
    std::optional<std::chrono::milliseconds> m_skew;
    domain::Timestamp m_holdingsAt{};  ///< When they were asked for.
    bool m_holdingsAsked = false;

    std::map<domain::Symbol, orders::ExitPlan> m_exits;
    std::deque<domain::ClientOrderId> m_cancels;  ///< Wanted, waiting for the pace.
    std::map<domain::Symbol, domain::SellableReply> m_sellable;
    std::map<domain::Symbol, LessSellable> m_lessSellable;
    std::map<domain::Symbol, Buyable> m_buyable;
    std::map<domain::Symbol, Frozen> m_frozen;
    std::map<domain::GateCause, domain::GateState> m_closedBy;  ///< As last told.
    bool m_wasOpen = false;         ///< The gate has been open in this session.
    bool m_accountCertain = false;  ///< As of the newest `updateGate`.
    risk::MessageMeter m_messages;
    risk::RejectMeter m_rejects;
    risk::LatencyMeter m_latency;
    std::uint64_t m_postsExpected = 0;  ///< Requests released to the broker's side.
    std::uint64_t m_postsUnsent = 0;    ///< Of those, provably not written.
    domain::Timestamp m_presenceAt{};
    std::optional<domain::PreviewOrder> m_preview;
    domain::Timestamp m_nextSecond{};
};
}  // namespace core::desk
