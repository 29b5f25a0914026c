#pragma once

#include "core/base/clock.h"
#include "core/domain/tax_table.h"
#include "core/sim/account.h"
#include "core/sim/broker_order.h"
#include "core/sim/exchange.h"
#include "core/sim/faults.h"
#include "core/sim/matching.h"
#include "core/sim/notice.h"
#include "core/sim/simulator_options.h"
#include "core/sim/truth_log.h"

#include <deque>
#include <functional>
#include <set>
#include <variant>

namespace core::sim
{
/// A new order as the wire or the owner's other terminal gives it.
struct NewOrder
{
    std::optional<domain::Symbol> symbol;
    domain::Side side = domain::Side::Buy;
    std::optional<Division> division;
    std::optional<std::int64_t> quantity;
    std::optional<std::int64_t> price;  ///< 0 = none.
    bool venueKnown = true;
    bool external = false;
    std::uint64_t post = 0;  ///< Of the truth log; 0 = none.
};

/// An amend or a cancel.
struct OrderChange
{
    RowKind kind = RowKind::Cancel;
    std::int64_t original = 0;
    bool addressKnown = true;  ///< Branch and venue are the original's.
    bool all = true;           ///< The whole remainder; `quantity` is ignored.
    std::optional<Division> division;
    std::optional<std::int64_t> quantity;
    std::optional<std::int64_t> price;
    std::uint64_t post = 0;
};

/// The new order number, or why there is none.
using OrderOutcome = std::variant<std::int64_t, OrderRefusal>;

/// When the exchange takes which orders.
enum class TradingPhase : std::uint8_t
{
    BeforeOpen,
    Auction,
    Continuous,
    AfterClose,  ///< Closing-price trading.
    AfterMarket,
    Closed,
};

/// The broker's order desk and the exchange behind it: checks, numbers, matching, the account and
/// the day's list. Everything that happens goes to the truth log and, as notices, to the sink.
///
/// Deterministic: the same market, fault lines and requests at the same market times give the same
/// numbers and fills.
/// Thread: the simulator's.
class Broker final : public MarketListener
{
public:
    using NoticeSink = std::function<void(const Notice&)>;

    Broker(Exchange& exchange, const SimulatorOptions& options, const base::Clock& clock,
           FaultPlan& faults, TruthLog& truth);

    void setNoticeSink(NoticeSink sink) { m_notices = std::move(sink); }

    [[nodiscard]] OrderOutcome place(const NewOrder& order);
    [[nodiscard]] OrderOutcome change(const OrderChange& change);
    /// Runs `job` at `due` of the machine's steady clock (late accepts).
    void later(std::chrono::nanoseconds due, std::function<void()> job);

    void marketEvent(StockId id, const Stock& stock, const FlowEvent& event) override;
    void sessionEvent(const SessionEvent&) override {}
    /// Deferred jobs, expiry with the session, end of a circuit breaker.
    void step();

    /// The exchange refuses a working order after all (RFUS_YN 1).
    void rejectWorking(std::int64_t number);
    /// Fills `quantity` shares of a working order at its own price, whatever the market does.
    void forceFill(std::int64_t number, std::int64_t quantity);
    /// While it runs away, priced orders of ours never meet the other side.
    void setRunningAway(StockId id, bool on);
    void setCircuit(bool on) noexcept { m_circuit = on; }
    void forcePhase(std::optional<TradingPhase> phase) noexcept { m_forcedPhase = phase; }
    void split(StockId id, std::int64_t after, std::int64_t before);
    /// Forgets all orders and starts with the first account again.
    void reset();

    [[nodiscard]] const std::map<std::int64_t, BrokerOrder>& orders() const noexcept
    {
        return m_orders;
    }
    [[nodiscard]] const BrokerOrder* find(std::int64_t number) const;
    [[nodiscard]] TradingPhase phaseOf(StockId id);
    [[nodiscard]] const AccountFigures& account() const noexcept { return m_account.figures(); }
    /// The account as it was `ago` of market time before now.
    [[nodiscard]] AccountFigures accountBefore(std::chrono::milliseconds ago) const;
    /// Cash that may still be ordered with, what working buys hold taken off.
    [[nodiscard]] std::int64_t orderableCash() const;
    /// As the broker grants it while returned cash is late (`cash.lag`).
    [[nodiscard]] std::int64_t grantedCash() const;
    [[nodiscard]] std::int64_t sellable(const domain::Symbol& symbol) const;
    [[nodiscard]] TradeCost costOf(const Listing& listing) const;
    /// Price an order is margined at: its own, or the upper limit.
    [[nodiscard]] std::int64_t marginPrice(StockId id, const Division& division,
                                           std::int64_t price);
    [[nodiscard]] QString branch() const;
    [[nodiscard]] Exchange& exchange() noexcept { return m_exchange; }

private:
    [[nodiscard]] std::optional<OrderRefusal> refusalOf(const NewOrder& order, StockId id);
    [[nodiscard]] std::optional<OrderRefusal> phaseRefusal(const Division& division, StockId id);
    [[nodiscard]] std::optional<OrderRefusal>
    priceRefusal(const Stock& stock, const Division& division, std::int64_t price) const;
    [[nodiscard]] std::int32_t workingPrice(StockId id, const Division& division, domain::Side side,
                                            std::int64_t price);
    [[nodiscard]] OrderOutcome cancel(const OrderChange& change, BrokerOrder& original);
    [[nodiscard]] OrderOutcome amend(const OrderChange& change, BrokerOrder& original);
    BrokerOrder& add(BrokerOrder order, std::uint64_t post);
    /// Sends an accepted order into the market of its phase.
    void enter(BrokerOrder& order);
    void fill(const Match& match);
    void bookFill(BrokerOrder& order, std::int64_t quantity, std::int32_t price);
    /// Takes `quantity` out of the market and off the row.
    void endPart(BrokerOrder& order, std::int64_t quantity, const char* what);
    void changed(BrokerOrder& order);
    void publishAccount();
    void notify(NoticeKind kind, const BrokerOrder& order, std::int64_t quantity,
                std::int64_t price);
    [[nodiscard]] TruthLine line(const char* what) const;
    [[nodiscard]] std::int64_t reserved(const BrokerOrder& order) const;
    void refuse(std::uint64_t post, OrderRefusal refusal);
    void expire(bool regular, bool afterMarket);
    void seedAccount();
    [[nodiscard]] std::int64_t nextNumber();

    Exchange& m_exchange;
    const SimulatorOptions& m_options;
    const base::Clock& m_clock;
    FaultPlan& m_faults;
    TruthLog& m_truth;
    NoticeSink m_notices;
    Matching m_matching;
    Account m_account;
    std::map<std::int64_t, BrokerOrder> m_orders;
    std::set<std::int64_t> m_working;
    std::set<StockId> m_runningAway;
    struct Past
    {
        base::Timestamp at{};
        AccountFigures account;
        std::int64_t orderable = 0;
    };
    std::deque<Past> m_past;
    struct Deferred
    {
        std::chrono::nanoseconds due{};
        std::function<void()> job;
    };
    std::vector<Deferred> m_deferred;
    Rng m_numbers;
    std::int64_t m_lastNumber = 0;
    bool m_circuit = false;
    std::optional<TradingPhase> m_forcedPhase;
};
}  // namespace core::sim
