#pragma once

#include "core/domain/broker_reply.h"
#include "core/domain/order_notice.h"
#include "core/domain/session_calendar.h"
#include "core/domain/tax_table.h"
#include "core/orders/books.h"
#include "core/orders/candidates.h"
#include "core/orders/list_schedule.h"
#include "core/orders/order_effect.h"
#include "core/risk/approved.h"

#include <QString>

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace core::orders
{
struct OrderDeskOptions
{
    QString account;  ///< Ten digits; notices of other accounts of the same HTS ID are not ours.
    domain::Percent commission;
    domain::TaxTable taxes;
    domain::SessionCalendar calendar;
    std::chrono::milliseconds entryTtl = std::chrono::seconds{3};
    std::chrono::milliseconds openPeriod = std::chrono::seconds{5};  ///< Lists while not final.
    std::chrono::milliseconds quietPeriod = std::chrono::seconds{60};
};

/// The event under which things happen: ids and times come from it, never from a clock.
struct Moment
{
    domain::Timestamp now{};
    std::uint64_t event = 0;
};

/// Which market and group an issue is of, for its tax.
struct TaxClass
{
    domain::Market market = domain::Market::Kospi;
    domain::SecurityGroup group = domain::SecurityGroup::Stock;
};

/// The life of every order: from the approved request to the last share.
///
/// The contract is reliability section 4: durable before the first byte, written once, never sent
/// again; an answer that is lost is looked up; only the broker's totals fill. State = `books()`,
/// a fold of the facts this writes; what is not in the books (when to look next, how often) may
/// be lost in a crash without harm.
/// Thread: logic; pure: no clock, no I/O. Effects are collected and taken after each event.
class OrderDesk final
{
public:
    explicit OrderDesk(OrderDeskOptions options);

    /// Folds the ledger, before the first event. Errors: as `decode` and `Books::apply`; the
    /// program then shows and does not trade.
    [[nodiscard]] base::Status restore(std::span<const LedgerRecord> records);

    void begin(Moment moment)
    {
        m_ordinal = moment.event == m_moment.event ? m_ordinal : 0;
        m_moment = moment;
    }
    /// After `restore`, at the first event: what may have been sent is looked up.
    void recover();
    void startDay(domain::TradingDate day);

    // --- the trader and the rules -------------------------------------------------------------

    domain::ClientOrderId place(const risk::Approved<domain::OrderRequest>& approved,
                                domain::OrderPurpose purpose);
    domain::ClientOrderId deny(const domain::OrderRequest& request, const QString& check,
                               const QString& text);
    /// Asks the broker to cancel what is left. False if the order is not in a state for it.
    bool cancel(const domain::ClientOrderId& id);
    bool amend(const domain::ClientOrderId& id, domain::Price price);
    /// The trader's word about an ambiguous order; an empty number = none of them.
    bool resolve(const domain::ClientOrderId& id, const domain::BrokerOrderId& broker);
    void setAutomation(const domain::Symbol& symbol, domain::AutoState state);
    void setMaster(domain::AutoState state);
    void setAddOverride(const domain::Symbol& symbol, const domain::AddOverride& word);
    void keepMarks(const domain::Symbol& symbol, const domain::PositionMarks& marks);
    void keepShadow(const domain::Shadow& shadow);
    void keepGuard(const domain::GuardState& state);
    void noteIntervention(const domain::Intervention& what);
    void setKill(domain::KillLevel level, const QString& cause = {});
    void setLatch(domain::GateCause cause, bool on, const QString& detail = {});
    void noteArming(domain::Arming arming, domain::Won dayLimit, const QString& cause);
    void setStartEquity(domain::Won equity, std::vector<CarriedHolding> carried = {});
    void setCash(domain::Won cash);
    void takeHolding(const HoldingFact& holding);
    void setTaxClass(const domain::Symbol& symbol, TaxClass taxClass);

    // --- the broker ---------------------------------------------------------------------------

    void on(const domain::OrderAnswer& answer);
    void on(const domain::OrderNotice& notice);
    void on(const domain::OrderListReply& reply);
    void on(const domain::LedgerReply& reply);
    void on(const domain::SellableReply& reply);
    void on(const domain::BuyingPowerReply& reply);
    /// Notices may have been missed (reconnect, sleep): every open order is looked up.
    void noticeGap();
    void step();
    /// Every list and the holdings, now.
    void reconcile();
    void setSkew(std::chrono::milliseconds skew) { m_skew = skew; }

    // --- readers; order_readers.cpp ------------------------------------------------------------

    [[nodiscard]] const Books& books() const noexcept { return m_books; }
    /// The order with what is being done about it, for the window.
    [[nodiscard]] domain::Order described(const domain::Order& order) const;
    /// All lists since the last gap are complete and every order of ours is in them.
    [[nodiscard]] bool listsReconciled() const noexcept { return m_listed && m_unread.empty(); }
    [[nodiscard]] std::vector<const domain::Order*> open() const;
    [[nodiscard]] domain::Quantity workingSell(const domain::Symbol& symbol) const;
    /// The broker's orders that an ambiguous one may be, as the newest complete list has them.
    [[nodiscard]] std::vector<domain::BrokerOrderRow>
    candidatesOf(const domain::ClientOrderId& id) const;
    [[nodiscard]] domain::RejectReason lastReject(const domain::ClientOrderId& id) const;
    /// Orders that became final in this event, in order.
    [[nodiscard]] const std::vector<domain::ClientOrderId>& ended() const noexcept
    {
        return m_ended;
    }
    [[nodiscard]] std::chrono::milliseconds lastRoundTrip() const noexcept { return m_roundTrip; }
    /// Grows with every fact but those of the rules: orders or positions may be others now.
    [[nodiscard]] std::uint64_t factsWritten() const noexcept { return m_facts; }
    [[nodiscard]] std::uint64_t illegalSteps() const noexcept { return m_illegal; }

    /// What is to be done, in order; the caller carries it out. Facts not yet handed out become
    /// one last write.
    [[nodiscard]] std::vector<OrderEffect> take();

private:
    /// What is not worth a record: it starts anew after a crash.
    struct Care
    {
        domain::Timestamp lostAt{};  ///< When the answer was lost.
        domain::Timestamp nextLook{};
        int look = 0;
        int emptyLists = 0;
        bool noticesWhole = true;
        bool accountLacksIt = false;  ///< Shares and cash look as if it did not exist.
        int lacking = 0;              ///< Complete lists of its ended day without it.
        domain::Timestamp lackingAt{};
        std::vector<domain::BrokerOrderRow> candidates;
        domain::RejectReason reject = domain::RejectReason::Other;
        domain::Timestamp cancelAt{};
        bool cancelRefused = false;
        domain::Timestamp amendAt{};
        bool glitchTold = false;
        bool cancelWanted = false;  ///< Wanted before there was a number to cancel.
    };
    struct Parked
    {
        domain::OrderNotice notice;
        domain::Timestamp at{};
    };

    // Bookkeeping; order_desk.cpp, as are the orders the trader and the rules place.
    bool commit(const domain::ClientOrderId& id, FactBody body);
    bool step(const domain::ClientOrderId& id, StepFact fact);
    void flush(std::optional<domain::OutgoingOrder> then,
               std::optional<std::chrono::milliseconds> notAfter);
    void tell(domain::Severity severity, domain::LogCode code, const domain::Order& order,
              QStringList more = {});
    [[nodiscard]] static QString priceText(const std::optional<domain::Price>& price);
    [[nodiscard]] domain::ClientOrderId newId();
    [[nodiscard]] OrderEvent back(const domain::Order& order) const;

    // Answers; order_answers.cpp.
    void lose(const domain::Order& order, const QString& text, const QString& how);
    void answeredNew(const domain::Order& order, const domain::OrderAnswer& answer);
    void answeredCancel(const domain::Order& order, const domain::OrderAnswer& answer);
    void answeredAmend(const domain::Order& order, const domain::OrderAnswer& answer);
    void bind(const domain::ClientOrderId& id, const domain::BrokerOrderId& broker,
              const QString& branch, const QString& how);

    // Notices; order_notices.cpp.
    void unpark(const domain::BrokerOrderId& broker, const domain::ClientOrderId& id);
    void hint(const domain::Order& order, const domain::OrderNotice& notice);

    // Lists; order_lists.cpp.
    /// True if the list tells of the order, and credibly.
    bool settle(const domain::Order& order, const domain::OrderListReply& reply);
    void settleEnd(const domain::Order& order, const domain::BrokerOrderRow& row,
                   const domain::OrderListReply& reply);
    void settleAmend(const domain::Order& order, const domain::OrderListReply& reply);
    void seek(const domain::Order& order, const domain::OrderListReply& reply);
    void noteExternals(const domain::OrderListReply& reply);
    void fill(const domain::Order& order, domain::Quantity total, domain::Won amount);

    // Absence; second_opinion.cpp.
    void seekNone(const domain::Order& order, const domain::OrderListReply& reply);
    [[nodiscard]] std::vector<domain::ClientOrderId>
    inDoubt(const domain::Symbol& symbol, domain::Side side, domain::Timestamp askedAt) const;
    [[nodiscard]] domain::Won cashWithout(const domain::Order& order) const;

    // The end of a day; order_ends.cpp.
    [[nodiscard]] bool isAfterClose(domain::Timestamp at) const;
    void closeDay(const domain::OrderListReply& reply);
    void expire(const domain::ClientOrderId& id);
    void noteLacking(const domain::ClientOrderId& id, const domain::OrderListReply& reply);
    void readEarlierDays();
    void settleEarlier(const domain::OrderListReply& reply);
    void endEarlier(const domain::ClientOrderId& id, const domain::OrderListReply& reply);

    /// Orders that are not final: of `day`, or of today.
    [[nodiscard]] std::vector<domain::ClientOrderId>
    openOf(const std::optional<domain::TradingDate>& day) const;

    // Looking again; order_times.cpp.
    void look(const domain::ClientOrderId& id);
    void wantList(const domain::Order& order, domain::Timestamp at);
    void checkTimes(const domain::Order& order);
    [[nodiscard]] bool needsCare() const;

    OrderDeskOptions m_options;
    Books m_books;
    Moment m_moment;
    std::uint32_t m_ordinal = 0;
    std::vector<LedgerRecord> m_pending;
    std::vector<OrderEffect> m_effects;
    std::uint64_t m_writes = 0;
    std::map<std::uint64_t, domain::OutgoingOrder> m_sends;  ///< Writes that release something.
    std::map<domain::ClientOrderId, Care> m_care;
    std::map<domain::Symbol, TaxClass> m_taxClass;
    std::deque<Parked> m_parked;
    ListSchedule m_schedule;
    bool m_listed = false;
    std::set<domain::TradingDate> m_unread;  ///< Earlier days whose list has not come yet.
    std::chrono::milliseconds m_skew = std::chrono::seconds{2};
    std::vector<domain::ClientOrderId> m_ended;
    std::chrono::milliseconds m_roundTrip{};
    std::uint64_t m_illegal = 0;
    std::uint64_t m_facts = 0;
};
}  // namespace core::orders
