#include "core/risk/risk_gate.h"

#include "core/base/wide.h"

#include <algorithm>

namespace core::risk
{
namespace
{
using namespace std::chrono_literals;
using domain::CheckOutcome;
using domain::CheckResult;
using domain::CheckUnit;
using domain::OrderType;
using domain::Side;

constexpr std::chrono::seconds kFrameMax{10};
constexpr int kEntryTicksOverAsk = 2;
constexpr int kExitTicksUnderBid = 10;
constexpr std::int64_t kNinetyPercent = 90;

/// `share` of `whole` in won, rounded down.
domain::Won part(domain::Won whole, domain::Percent share)
{
    const base::Int128 product =
        static_cast<base::Int128>(whole.value()) * static_cast<base::Int128>(share.units());
    return domain::Won{static_cast<std::int64_t>(product / domain::Percent::kUnitsPerWhole)};
}

/// `price` moved by `per mille` thousandths, exactly compared: a * 1000 against b * (1000 + p).
bool aboveBy(domain::Price price, domain::Price base, std::int64_t perMille)
{
    return price.won() * 1'000 > base.won() * (1'000 + perMille);
}
bool belowBy(domain::Price price, domain::Price base, std::int64_t perMille)
{
    return price.won() * 1'000 < base.won() * (1'000 - perMille);
}

domain::Price stepped(domain::Price from, int steps, domain::StepTable table)
{
    domain::Price price = from;
    for (; steps > 0; --steps) {
        price = domain::nextUp(price, table);
    }
    for (; steps < 0 && price.won() > 1; ++steps) {
        price = domain::nextDown(price, table);
    }
    return price;
}

/// One request before the gate, check by check. Every check answers for every request, so that
/// the ticket can show them all.
class Judge
{
public:
    Judge(const domain::OrderRequest& request, const GateInput& in, const Limits& limits)
        : m_request{request}, m_in{in}, m_limits{limits}
    {
        m_reduces = request.side == Side::Sell;
        m_price = request.price;
        if (!m_price && m_in.limits && request.side == Side::Buy) {
            m_price = m_in.limits->upper;  // Types without a price are margined there.
        } else if (!m_price && request.side == Side::Sell) {
            m_price = m_in.bid ? m_in.bid : m_in.last;
        }
    }

    [[nodiscard]] std::vector<CheckResult> run()
    {
        armed();
        lamps();
        session();
        instrument();
        frozen();
        dataAge();
        priceIsValid();
        collar();
        orderType();
        orderValue();
        orderSize();
        codeValue();
        exposure();
        counts();
        sellable();
        cash();
        duplicate();
        selfTrade();
        messages();
        latched(20, domain::GateCause::CountOut);
        dayReturn();
        lossPerTrade();
        notHere(23);  // Loss streaks pause entries through the latch of the rules.
        latched(24, domain::GateCause::Rejects);
        latched(25, domain::GateCause::UnknownOrders);
        latched(26, domain::GateCause::Latency);
        plausible();
        killLevel();
        latched(29, domain::GateCause::Operator);
        add(30, CheckOutcome::Pass);  // The record itself: made of this answer.
        return std::move(m_checks);
    }

private:
    [[nodiscard]] bool opens() const { return !m_reduces; }

    void add(int number, CheckOutcome outcome, CheckUnit unit = CheckUnit::None,
             std::optional<std::int64_t> value = {}, std::optional<std::int64_t> limit = {},
             const QString& detail = {})
    {
        m_checks.push_back({.number = static_cast<std::uint8_t>(number),
                            .outcome = outcome,
                            .unit = unit,
                            .value = value,
                            .limit = limit,
                            .detail = detail});
    }
    void addIf(int number, bool good, CheckUnit unit = CheckUnit::None,
               std::optional<std::int64_t> value = {}, std::optional<std::int64_t> limit = {},
               const QString& detail = {})
    {
        add(number, good ? CheckOutcome::Pass : CheckOutcome::Fail, unit, value, limit,
            good ? QString{} : detail);
    }
    void notHere(int number) { add(number, CheckOutcome::NotApplicable); }
    void insufficient(int number, const QString& what)
    {
        add(number, CheckOutcome::Insufficient, CheckUnit::None, {}, {}, what);
    }

    void armed()
    {
        const bool good = m_in.arming == domain::Arming::Armed
                          || (m_reduces && m_in.arming == domain::Arming::Disarmed);
        const bool firstTooLarge = opens() && m_in.environment == domain::EnvironmentKind::Live
                                   && m_in.firstOpeningOfDay && !m_in.firstOrderAny && m_price
                                   && value().value() > 100'000;
        addIf(1, good && !firstTooLarge, CheckUnit::None, {}, {},
              good ? QStringLiteral("first_order")
                   : QStringLiteral("%1").arg(m_in.arming == domain::Arming::Unarmed
                                                  ? QStringLiteral("unarmed")
                                                  : QStringLiteral("disarmed")));
    }

    void lamps()
    {
        if (!m_in.ledgerWorks) {
            add(2, CheckOutcome::Fail, CheckUnit::None, {}, {}, QStringLiteral("ledger"));
            return;
        }
        if (m_reduces) {
            add(2, CheckOutcome::Pass);
            return;
        }
        for (const domain::GateReason& reason : m_in.reasons) {
            switch (reason.cause) {
            case domain::GateCause::Rest:
            case domain::GateCause::Feed:
            case domain::GateCause::Notices:
            case domain::GateCause::Ledger:
            case domain::GateCause::Clock:
            case domain::GateCause::NotReconciled:
            case domain::GateCause::Mismatch:
            case domain::GateCause::Closed:
            case domain::GateCause::LedgerCorrupt:
            case domain::GateCause::DataOld:
                add(2, CheckOutcome::Fail, CheckUnit::Count,
                    static_cast<std::int64_t>(reason.cause), {}, reason.detail);
                return;
            case domain::GateCause::Unarmed:
            case domain::GateCause::Disarmed:
            case domain::GateCause::Kill:
            case domain::GateCause::UnknownOrders:
            case domain::GateCause::Rejects:
            case domain::GateCause::Messages:
            case domain::GateCause::CountOut:
            case domain::GateCause::DayReturn:
            case domain::GateCause::Latency:
            case domain::GateCause::Operator:
                break;  // Each has a check of its own.
            }
        }
        add(2, CheckOutcome::Pass);
    }

    void session()
    {
        if (!m_in.schedule) {
            add(3, CheckOutcome::Fail, CheckUnit::None, {}, {}, QStringLiteral("closed"));
            return;
        }
        const bool continuous = m_in.phase == domain::SessionPhase::Continuous;
        const bool auction = m_in.phase == domain::SessionPhase::ClosingAuction;
        if (m_reduces) {
            const bool limitOnly = auction && m_request.type == OrderType::Limit
                                   && m_request.timeInForce == domain::TimeInForce::Day;
            addIf(3, continuous || limitOnly, CheckUnit::None, {}, {}, QStringLiteral("phase"));
            return;
        }
        bool inWindow = true;
        if (m_request.origin != domain::OrderOrigin::Hand) {
            // Clock times of the rules are those of a 09:00 to 15:30 session.
            const domain::Timestamp from =
                m_in.schedule->openAt() + (m_limits.entryFrom - std::chrono::hours{9});
            const domain::Timestamp to =
                m_in.schedule->closeAt() - (15h + 30min - m_limits.entryTo);
            inWindow = m_in.now >= from && m_in.now < to;
        }
        addIf(3, continuous && inWindow, CheckUnit::None, {}, {}, QStringLiteral("phase"));
    }

    void instrument()
    {
        if (m_reduces) {
            notHere(4);
            return;
        }
        if (m_in.instrument == nullptr) {
            insufficient(4, QStringLiteral("master"));
            return;
        }
        using Flag = domain::InstrumentFlag;
        const domain::InstrumentFlags flags = m_in.instrument->flags;
        struct Row
        {
            bool bad;
            QLatin1String word;
        };
        const Row rows[] = {
            {m_in.instrument->group != domain::SecurityGroup::Stock, QLatin1String{"group"}},
            {flags.has(Flag::Preferred), QLatin1String{"preferred"}},
            {flags.has(Flag::Spac), QLatin1String{"spac"}},
            {flags.has(Flag::Halted) || m_in.halted, QLatin1String{"halted"}},
            {flags.has(Flag::Liquidation) || m_in.liquidation, QLatin1String{"liquidation"}},
            {flags.has(Flag::Administrative) || m_in.administrative,
             QLatin1String{"administrative"}},
            {flags.has(Flag::Warning) || flags.has(Flag::Risk) || m_in.warned,
             QLatin1String{"warning"}},
            {flags.has(Flag::Overheated) || m_in.overheated, QLatin1String{"overheated"}},
            {flags.has(Flag::UnfaithfulDisclosure), QLatin1String{"disclosure"}},
            {flags.has(Flag::LowLiquidity), QLatin1String{"low_liquidity"}},
            {flags.has(Flag::AbnormalSurge), QLatin1String{"surge"}},
            {flags.has(Flag::CautionReminder), QLatin1String{"caution_reminder"}},
            {flags.has(Flag::BackdoorListing), QLatin1String{"backdoor"}},
            {flags.has(Flag::FaceValueChange), QLatin1String{"face_value"}},
        };
        for (const Row& row : rows) {
            if (row.bad) {
                add(4, CheckOutcome::Fail, CheckUnit::None, {}, {}, row.word);
                return;
            }
        }
        add(4, CheckOutcome::Pass);
    }

    void frozen()
    {
        if (m_reduces) {
            notHere(5);
        } else {
            addIf(5, !m_in.frozen && !m_in.inVi, CheckUnit::None, {}, {},
                  m_in.frozen.value_or(QStringLiteral("vi")));
        }
    }

    void dataAge()
    {
        if (m_reduces) {
            notHere(6);
            return;
        }
        if (!m_in.tradeAge || !m_in.quoteAge || !m_in.frameAge) {
            insufficient(6, QStringLiteral("data"));
            return;
        }
        // The caller has settled what counts as fresh for a quiet symbol: ages here are final.
        const std::chrono::milliseconds age = std::max(*m_in.tradeAge, *m_in.quoteAge);
        if (age > m_limits.dataMax) {
            addIf(6, age <= m_limits.quietMax && *m_in.frameAge <= m_limits.dataMax,
                  CheckUnit::Milliseconds, age.count(), m_limits.quietMax.count());
            return;
        }
        addIf(6, *m_in.frameAge <= kFrameMax, CheckUnit::Milliseconds, m_in.frameAge->count(),
              std::chrono::milliseconds{kFrameMax}.count());
    }

    void priceIsValid()
    {
        if (m_request.type == OrderType::Limit && !m_request.price) {
            add(7, CheckOutcome::Fail, CheckUnit::None, {}, {}, QStringLiteral("price"));
            return;
        }
        if (m_request.quantity.shares() <= 0) {
            add(7, CheckOutcome::Fail, CheckUnit::Shares, m_request.quantity.shares(), 1);
            return;
        }
        if (!m_request.price) {
            add(7, CheckOutcome::Pass);
            return;
        }
        const domain::Price price = *m_request.price;
        if (!domain::isOnStep(price, m_in.steps)) {
            add(7, CheckOutcome::Fail, CheckUnit::PriceWon, price.won(),
                domain::roundDownToStep(price, m_in.steps).won(), QStringLiteral("step"));
            return;
        }
        if (!m_in.limits) {
            if (m_reduces) {
                add(7, CheckOutcome::Pass);  // The broker refuses what lies outside.
            } else {
                insufficient(7, QStringLiteral("limits"));
            }
            return;
        }
        if (price > m_in.limits->upper || price < m_in.limits->lower) {
            add(7, CheckOutcome::Fail, CheckUnit::PriceWon, price.won(),
                price > m_in.limits->upper ? m_in.limits->upper.won() : m_in.limits->lower.won(),
                QStringLiteral("limit"));
            return;
        }
        add(7, CheckOutcome::Pass, CheckUnit::PriceWon, price.won());
    }

    void collar()
    {
        if (m_request.type != OrderType::Limit || !m_request.price) {
            notHere(8);
            return;
        }
        if (m_reduces) {
            exitCollar(*m_request.price);
        } else {
            entryCollar(*m_request.price);
        }
    }

    void entryCollar(domain::Price price)
    {
        if (!m_in.ask || !m_in.last) {
            insufficient(8, QStringLiteral("quote"));
            return;
        }
        const domain::Price highest = stepped(*m_in.ask, kEntryTicksOverAsk, m_in.steps);
        if (price > highest) {
            add(8, CheckOutcome::Fail, CheckUnit::PriceWon, price.won(), highest.won());
        } else {
            addIf(8, !aboveBy(price, *m_in.last, 5), CheckUnit::PriceWon, price.won(),
                  m_in.last->won() * 1'005 / 1'000);
        }
    }

    void exitCollar(domain::Price price)
    {
        // A resting sale above the market risks nothing; the collar keeps one from being given
        // away. The closing auction takes its own price, and nobody's bid sets none.
        if (m_in.phase == domain::SessionPhase::ClosingAuction || !m_in.last) {
            add(8, CheckOutcome::Pass, CheckUnit::PriceWon, price.won());
            return;
        }
        const std::int64_t perMille = m_in.emergencyExit ? 50 : 30;
        const bool atLimit = m_in.limits && price == m_in.limits->lower && m_in.emergencyExit;
        const bool underBid = m_in.bid && !m_in.emergencyExit
                              && price < stepped(*m_in.bid, -kExitTicksUnderBid, m_in.steps);
        addIf(8, atLimit || (!underBid && !belowBy(price, *m_in.last, perMille)),
              CheckUnit::PriceWon, price.won(), m_in.last->won() * (1'000 - perMille) / 1'000);
    }

    void orderType()
    {
        if (m_request.type == OrderType::Limit) {
            add(9, CheckOutcome::Pass);
        } else if (m_reduces) {
            addIf(9, m_in.phase == domain::SessionPhase::Continuous, CheckUnit::None, {}, {},
                  QStringLiteral("market"));
        } else {
            addIf(9, m_limits.marketEntries, CheckUnit::None, {}, {}, QStringLiteral("market"));
        }
    }

    [[nodiscard]] domain::Won value() const
    {
        return m_price ? domain::amount(*m_price, m_request.quantity) : domain::Won{};
    }

    /// A share of start equity under a compiled ceiling, or nothing while equity is unknown.
    [[nodiscard]] std::optional<domain::Won> ofEquity(domain::Percent share) const
    {
        return m_in.startEquity ? std::optional{part(*m_in.startEquity, share)} : std::nullopt;
    }

    void money(int number, domain::Won amount, std::optional<domain::Won> limit)
    {
        if (m_reduces) {
            notHere(number);
        } else if (!limit || !m_price) {
            insufficient(number, QStringLiteral("equity"));
        } else {
            addIf(number, amount <= *limit, CheckUnit::Won, amount.value(), limit->value());
        }
    }

    void orderValue()
    {
        std::optional<domain::Won> limit = ofEquity(m_limits.orderValue);
        if (limit) {
            limit = std::min(*limit, kOrderValueCeiling);
        }
        money(10, value(), limit);
    }

    void orderSize()
    {
        if (m_reduces) {
            notHere(11);
            return;
        }
        if (!m_in.oppositeSize || !m_in.volumeFive) {
            insufficient(11, QStringLiteral("book"));
            return;
        }
        const auto share = [](domain::Quantity whole, domain::Percent of) {
            const base::Int128 product =
                static_cast<base::Int128>(whole.shares()) * static_cast<base::Int128>(of.units());
            return static_cast<std::int64_t>(product / domain::Percent::kUnitsPerWhole);
        };
        const std::int64_t most =
            std::min({m_limits.orderShares, share(*m_in.oppositeSize, m_limits.bookShare),
                      share(*m_in.volumeFive, m_limits.volumeShare)});
        addIf(11, m_request.quantity.shares() <= most, CheckUnit::Shares,
              m_request.quantity.shares(), most);
    }

    void codeValue()
    {
        std::optional<domain::Won> limit = ofEquity(m_limits.codeValue);
        if (limit) {
            limit = std::min(*limit, kCodeValueCeiling);
        }
        money(12, m_in.codeExposure + value(), limit);
    }

    void exposure() { money(13, m_in.grossExposure + value(), ofEquity(m_limits.exposure)); }

    void counts()
    {
        if (m_reduces) {
            notHere(14);
            return;
        }
        const std::int64_t codes = m_in.openCodes + 1;
        if (codes > m_limits.openCodes) {
            add(14, CheckOutcome::Fail, CheckUnit::Count, codes, m_limits.openCodes,
                QStringLiteral("codes"));
        } else {
            addIf(14, m_in.workingOrders + 1 <= m_limits.workingOrders, CheckUnit::Count,
                  m_in.workingOrders + 1, m_limits.workingOrders, QStringLiteral("orders"));
        }
    }

    void sellable()
    {
        if (!m_reduces) {
            notHere(15);
            return;
        }
        const domain::Quantity most =
            m_in.brokerSellable ? std::min(m_in.sellable, *m_in.brokerSellable) : m_in.sellable;
        addIf(15, m_request.quantity <= most, CheckUnit::Shares, m_request.quantity.shares(),
              most.shares());
    }

    void cash()
    {
        if (m_reduces) {
            notHere(16);
            return;
        }
        if (!m_in.localCash || !m_price) {
            insufficient(16, QStringLiteral("cash"));
            return;
        }
        const domain::Won has =
            m_in.brokerCash ? std::min(*m_in.localCash, *m_in.brokerCash) : *m_in.localCash;
        const domain::Won needs = value() + part(value(), m_limits.cashSlack);
        addIf(16, needs <= has, CheckUnit::Won, needs.value(), has.value());
    }

    void duplicate()
    {
        if (m_in.sameWithinTwoSeconds) {
            add(17, CheckOutcome::Fail, CheckUnit::Milliseconds, {}, 2'000, QStringLiteral("same"));
            return;
        }
        const bool live =
            std::any_of(m_in.own.begin(), m_in.own.end(), [this](const OwnOrder& order) {
                return order.side == Side::Buy && !m_reduces;
            });
        addIf(17, !live, CheckUnit::None, {}, {}, QStringLiteral("live_entry"));
    }

    void selfTrade()
    {
        for (const OwnOrder& order : m_in.own) {
            if (order.side == m_request.side) {
                continue;
            }
            const bool meets = !order.price || !m_request.price
                               || (m_request.side == Side::Buy ? *m_request.price >= *order.price
                                                               : *m_request.price <= *order.price);
            if (meets && !(m_reduces && order.unresolved)) {
                add(18, CheckOutcome::Fail, CheckUnit::PriceWon,
                    m_request.price ? std::optional{m_request.price->won()} : std::nullopt,
                    order.price ? std::optional{order.price->won()} : std::nullopt,
                    QStringLiteral("own_order"));
                return;
            }
        }
        add(18, CheckOutcome::Pass);
    }

    void messages()
    {
        if (m_reduces) {
            notHere(19);  // Paced, never refused.
            return;
        }
        const MessageCounts& counts = m_in.messages;
        const bool isAdd = m_request.origin == domain::OrderOrigin::Add;
        const std::int64_t most = m_limits.messagesPerDay * kNinetyPercent / 100;
        if (!counts.mayLeaveNow) {
            add(19, CheckOutcome::Fail, CheckUnit::Count, {}, m_limits.messagesPerSecond,
                QStringLiteral("pace"));
        } else if (counts.today + 1 > most) {
            add(19, CheckOutcome::Fail, CheckUnit::Count, counts.today + 1, most,
                QStringLiteral("day"));
        } else if (counts.entriesToday + 1 > m_limits.entriesPerDay) {
            add(19, CheckOutcome::Fail, CheckUnit::Count, counts.entriesToday + 1,
                m_limits.entriesPerDay, QStringLiteral("entries"));
        } else if (isAdd) {
            addIf(19, counts.addsOfCode + 1 <= 1, CheckUnit::Count, counts.addsOfCode + 1, 1,
                  QStringLiteral("adds"));
        } else {
            addIf(19, counts.entriesOfCode + 1 <= m_limits.entriesPerCode, CheckUnit::Count,
                  counts.entriesOfCode + 1, m_limits.entriesPerCode, QStringLiteral("code"));
        }
    }

    /// A sticky cause of the gate that has a check of its own.
    void latched(int number, domain::GateCause cause)
    {
        if (m_reduces) {
            notHere(number);
            return;
        }
        const auto at = std::find_if(
            m_in.reasons.begin(), m_in.reasons.end(),
            [cause](const domain::GateReason& reason) { return reason.cause == cause; });
        if (at == m_in.reasons.end()) {
            add(number, CheckOutcome::Pass);
        } else {
            add(number, CheckOutcome::Fail, CheckUnit::None, {}, {}, at->detail);
        }
    }

    void dayReturn()
    {
        if (m_reduces) {
            notHere(21);
        } else if (m_in.dayReturnClosed) {
            add(21, CheckOutcome::Fail, CheckUnit::None, {}, {}, QStringLiteral("guard"));
        } else {
            latched(21, domain::GateCause::DayReturn);
        }
    }

    void lossPerTrade()
    {
        if (m_reduces || !m_price) {
            notHere(22);
            return;
        }
        const std::optional<domain::Won> limit =
            ofEquity(std::min(m_limits.lossPerTrade, kLossPerTradeCeiling));
        if (!limit) {
            insufficient(22, QStringLiteral("equity"));
            return;
        }
        const domain::Won loss =
            m_in.stop ? domain::amount(domain::Price::fromWon((*m_price - *m_in.stop).won),
                                       m_request.quantity)
                      : part(value(), m_limits.stop);
        addIf(22, loss <= *limit, CheckUnit::Won, loss.value(), limit->value());
    }

    void plausible()
    {
        if (m_reduces) {
            notHere(27);
            return;
        }
        if (m_in.bookCrossed) {
            add(27, CheckOutcome::Fail, CheckUnit::None, {}, {}, QStringLiteral("crossed"));
            return;
        }
        if (!m_in.last || !m_in.minuteVwap) {
            insufficient(27, QStringLiteral("price"));
            return;
        }
        if (aboveBy(*m_in.last, *m_in.minuteVwap, 100)
            || belowBy(*m_in.last, *m_in.minuteVwap, 100)) {
            add(27, CheckOutcome::Fail, CheckUnit::PriceWon, m_in.last->won(),
                m_in.minuteVwap->won());
            return;
        }
        if (m_limits.confirmPrice) {
            if (!m_in.restPrice) {
                insufficient(27, QStringLiteral("rest"));
                return;
            }
            addIf(27,
                  !aboveBy(*m_in.last, *m_in.restPrice, 5)
                      && !belowBy(*m_in.last, *m_in.restPrice, 5),
                  CheckUnit::PriceWon, m_in.last->won(), m_in.restPrice->won());
            return;
        }
        add(27, CheckOutcome::Pass);
    }

    void killLevel()
    {
        if (m_reduces) {
            notHere(28);
        } else {
            addIf(28, m_in.kill == domain::KillLevel::None, CheckUnit::Count,
                  static_cast<std::int64_t>(m_in.kill), 0, QStringLiteral("kill"));
        }
    }

    const domain::OrderRequest& m_request;
    const GateInput& m_in;
    const Limits& m_limits;
    bool m_reduces = false;
    std::optional<domain::Price> m_price;  ///< The order's, or the one it is margined at.
    std::vector<CheckResult> m_checks;
};

bool passes(const CheckResult& check)
{
    return check.outcome == CheckOutcome::Pass || check.outcome == CheckOutcome::NotApplicable;
}
}  // namespace

const domain::CheckResult* Judgement::failed() const
{
    const auto at = std::find_if_not(checks.begin(), checks.end(), passes);
    return at == checks.end() ? nullptr : &*at;
}

QString Judgement::failedId() const
{
    const CheckResult* check = failed();
    return check == nullptr ? QString{}
                            : QStringLiteral("RC-%1").arg(static_cast<int>(check->number), 2, 10,
                                                          QLatin1Char{'0'});
}

QString Judgement::failedText() const
{
    const CheckResult* check = failed();
    if (check == nullptr) {
        return {};
    }
    const QString value = check->value ? QString::number(*check->value) : check->detail;
    const QString limit = check->limit   ? QString::number(*check->limit)
                          : check->value ? check->detail
                                         : QString{};
    return value + QLatin1Char{'/'} + limit;
}

Judgement RiskGate::judge(const domain::OrderRequest& request, const GateInput& input) const
{
    Judgement judgement;
    judgement.purpose =
        request.side == Side::Sell ? domain::OrderPurpose::Reduce : domain::OrderPurpose::Open;
    judgement.checks = Judge{request, input, m_limits}.run();
    Q_ASSERT(judgement.checks.size() == static_cast<std::size_t>(kCheckCount));
    if (judgement.failed() == nullptr) {
        judgement.approved = Approved<domain::OrderRequest>{request};
    }
    return judgement;
}

Judgement RiskGate::judgeAmend(const domain::OrderRequest& request, const domain::Order& order,
                               const GateInput& input) const
{
    // The order itself is no obstacle to its own amendment, and what it holds is its own.
    GateInput without = input;
    const auto self =
        std::find_if(without.own.begin(), without.own.end(), [&order](const OwnOrder& own) {
            return own.side == order.request.side && own.price == order.request.price;
        });
    if (self != without.own.end()) {
        without.own.erase(self);
    }
    if (request.side == Side::Sell) {
        without.sellable += request.quantity;
    } else if (order.request.price) {
        const domain::Won held = domain::amount(*order.request.price, request.quantity);
        without.codeExposure = without.codeExposure - held;
        without.grossExposure = without.grossExposure - held;
        if (without.localCash) {
            *without.localCash += held;
        }
        --without.workingOrders;
        // An amend is no entry of its own.
        --without.messages.entriesToday;
        --without.messages.entriesOfCode;
    }
    return judge(request, without);
}
}  // namespace core::risk
