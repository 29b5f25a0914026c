#pragma once

#include "core/base/result.h"
#include "core/domain/day_record.h"
#include "core/orders/ledger_fact.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace core::orders
{
/// Shares of one symbol as our facts have them.
struct BookPosition
{
    domain::PositionOwner owner = domain::PositionOwner::Manual;
    domain::AutoState automation = domain::AutoState::ExitsOnly;
    domain::Quantity quantity;
    domain::Won cost;     ///< Of the shares held, without fees.
    domain::Won buyFees;  ///< Of the shares held.
    domain::Won realizedToday;
    domain::Won realized;  ///< Net, of shares sold since the position was opened.
    domain::Timestamp openedAt{};
    domain::Timestamp lastFillAt{};
    domain::Timestamp lastSoldAt{};

    friend bool operator==(const BookPosition&, const BookPosition&) = default;
};

/// A position of ours from its first share on, with every fill.
struct PositionFills
{
    std::vector<domain::TradeFill> fills;
    domain::TradeConditions atEntry;
    domain::TradeConditions atExit;        ///< Of the newest sale.
    std::optional<domain::Won> carried{};  ///< In the start equity, if it is older than the day.

    friend bool operator==(const PositionFills&, const PositionFills&) = default;
};

/// A position that was sold out.
struct ClosedTrade
{
    domain::Symbol symbol;
    domain::Timestamp at{};
    domain::Won net;  ///< Since it was opened, after all costs.
    domain::PositionOwner owner = domain::PositionOwner::Manual;
    domain::Timestamp openedAt{};
    PositionFills record;
    std::optional<domain::PositionMarks> marks{};  ///< As the rules had them at the end.
    bool overridden = false;                       ///< A person had a hand in it today.

    friend bool operator==(const ClosedTrade&, const ClosedTrade&) = default;
};

/// Order messages of the day, for the caps that a restart must not reset.
struct DayCounts
{
    int messages = 0;  ///< Orders, amends and cancels.
    int entries = 0;
    std::map<domain::Symbol, int> entriesOf;
    std::map<domain::Symbol, int> addsOf;
    std::map<domain::Symbol, int> cancelsOf;
    int unknowns = 0;

    friend bool operator==(const DayCounts&, const DayCounts&) = default;
};

/// The books: what is true according to the ledger, and nothing else. A fold: the same facts in
/// the same order give the same books, live or after a restart (I8).
/// Thread: logic; pure.
class Books final
{
public:
    /// Errors: Refused for a step the state table does not have, or a fill that does not follow
    /// on what is known; the books are unchanged then.
    [[nodiscard]] base::Status apply(const Fact& fact);

    [[nodiscard]] const std::map<domain::ClientOrderId, domain::Order>& orders() const noexcept
    {
        return m_orders;
    }
    [[nodiscard]] const domain::Order* find(const domain::ClientOrderId& id) const;
    /// By any number the broker ever gave it, today.
    [[nodiscard]] const domain::Order* find(const domain::BrokerOrderId& id) const;
    /// One of our orders of `day` has this number. Numbers are unique within a day only; those of
    /// an earlier day are kept as long as an order of that day is open.
    [[nodiscard]] bool knows(const domain::BrokerOrderId& id, domain::TradingDate day) const;
    /// It was sent on a day before the one that runs.
    [[nodiscard]] bool isEarlier(const domain::ClientOrderId& id) const noexcept
    {
        return id.date < m_day;
    }
    [[nodiscard]] const std::map<domain::BrokerOrderId, domain::BrokerOrderRow>&
    externals() const noexcept
    {
        return m_externals;
    }
    [[nodiscard]] const std::map<domain::Symbol, BookPosition>& positions() const noexcept
    {
        return m_positions;
    }
    [[nodiscard]] domain::Quantity held(const domain::Symbol& symbol) const;
    /// Of a held symbol; null = taken over from the broker and untouched since.
    [[nodiscard]] const PositionFills* fillsOf(const domain::Symbol& symbol) const;

    // What the rules remember (see core/desk/rule_room.h).
    /// Of a held symbol; null = none were written.
    [[nodiscard]] const domain::PositionMarks* marks(const domain::Symbol& symbol) const;
    [[nodiscard]] domain::AddOverride addOverride(const domain::Symbol& symbol) const;
    /// Wanted for a symbol, whatever is held and without the master switch.
    [[nodiscard]] domain::AutoState automation(const domain::Symbol& symbol) const;
    [[nodiscard]] const std::map<domain::Symbol, domain::AutoState>& automations() const noexcept
    {
        return m_automation;
    }
    [[nodiscard]] domain::AutoState master() const noexcept { return m_master; }
    [[nodiscard]] const domain::GuardState& guard() const noexcept { return m_guard; }
    [[nodiscard]] const std::vector<domain::Intervention>& interventions() const noexcept
    {
        return m_interventions;
    }
    /// Of positions of today; over or not.
    [[nodiscard]] const std::map<domain::ShadowKey, domain::Shadow>& shadows() const noexcept
    {
        return m_shadows;
    }
    /// Positions of this program that were sold out today, in order.
    [[nodiscard]] const std::vector<ClosedTrade>& closedTrades() const noexcept
    {
        return m_closedTrades;
    }

    [[nodiscard]] std::optional<domain::Won> cash() const noexcept { return m_cash; }
    [[nodiscard]] domain::TradingDate day() const noexcept { return m_day; }
    [[nodiscard]] std::optional<domain::Won> startEquity() const noexcept { return m_startEquity; }
    [[nodiscard]] domain::KillLevel kill() const noexcept { return m_kill; }
    /// Why it is in force; empty = the trader wanted it.
    [[nodiscard]] const QString& killCause() const noexcept { return m_killCause; }
    [[nodiscard]] const std::map<domain::GateCause, QString>& latches() const noexcept
    {
        return m_latches;
    }
    [[nodiscard]] const DayCounts& counts() const noexcept { return m_counts; }
    [[nodiscard]] domain::Won costsToday() const noexcept { return m_costsToday; }
    [[nodiscard]] domain::Won realizedToday() const noexcept { return m_realizedToday; }
    [[nodiscard]] domain::Timestamp lastFillAt() const noexcept { return m_lastFillAt; }
    [[nodiscard]] std::uint64_t largestEvent() const noexcept { return m_largestEvent; }

    friend bool operator==(const Books&, const Books&) = default;

private:
    [[nodiscard]] base::Status apply(const Fact& fact, const IntentFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const DeniedFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const StepFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const FillFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const HintFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const ExternalFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const HoldingFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const CashFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const DayFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const StartEquityFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const KillFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const LatchFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const ArmingFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const AutomationFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const MasterFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const MarksFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const GuardFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const AddOverrideFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const InterventionFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const ShadowFact& body);
    [[nodiscard]] base::Status apply(const Fact& fact, const NoteFact& body);

    void keepEarlierNumbers();
    void noteFill(const Fact& fact, const domain::Order& order, domain::Quantity grown,
                  domain::Won amount, const FillFact& body);
    void noteClosed(const domain::Symbol& symbol, const BookPosition& position,
                    domain::Timestamp at);
    void closed(const domain::Symbol& symbol);
    void bind(domain::Order& order, const domain::BrokerOrderId& number, const QString& branch);
    void bought(const domain::Order& order, domain::Quantity shares, domain::Won amount,
                domain::Won fee, domain::Timestamp at);
    void sold(const domain::Order& order, domain::Quantity shares, domain::Won amount,
              domain::Won costs, domain::Timestamp at);

    std::map<domain::ClientOrderId, domain::Order> m_orders;
    std::map<domain::BrokerOrderId, domain::ClientOrderId> m_byNumber;
    std::map<domain::TradingDate, std::set<domain::BrokerOrderId>> m_earlierNumbers;
    std::map<domain::BrokerOrderId, domain::BrokerOrderRow> m_externals;
    std::map<domain::Symbol, BookPosition> m_positions;
    std::map<domain::Symbol, PositionFills> m_fills;  ///< Of held symbols.
    std::map<domain::Symbol, domain::AutoState> m_automation;
    domain::AutoState m_master = domain::AutoState::On;
    std::map<domain::Symbol, domain::PositionMarks> m_marks;
    std::map<domain::Symbol, domain::AddOverride> m_addOverrides;
    domain::GuardState m_guard;
    std::vector<domain::Intervention> m_interventions;
    std::map<domain::ShadowKey, domain::Shadow> m_shadows;
    std::vector<ClosedTrade> m_closedTrades;
    std::optional<domain::Won> m_cash;
    domain::TradingDate m_day{};
    std::optional<domain::Won> m_startEquity;
    domain::KillLevel m_kill = domain::KillLevel::None;
    QString m_killCause;
    std::map<domain::GateCause, QString> m_latches;
    DayCounts m_counts;
    domain::Won m_costsToday;
    domain::Won m_realizedToday;
    domain::Timestamp m_lastFillAt{};
    std::uint64_t m_largestEvent = 0;
};
}  // namespace core::orders
