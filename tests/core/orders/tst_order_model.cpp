#include "tests/core/orders/order_rig.h"

#include <QTest>

#include <map>
#include <random>

using namespace test;
using domain::AnswerClass;
using domain::OrderLeg;
using domain::OrderState;

namespace
{
/// A broker in a few lines: what it knows is the truth the books are held against.
struct ModelOrder
{
    domain::BrokerOrderRow row;
    domain::Timestamp visibleAt{};
    domain::ClientOrderId by;
};

/// One random life: orders, lost answers, partial fills, cancels, amends, notices in any order,
/// lists that lag, fail or lie, and crashes. Then quiet, and the invariants of the contract.
class Life
{
public:
    explicit Life(std::uint64_t seed) : m_random{seed} {}

    [[nodiscard]] QString run(int steps)
    {
        m_rig.put({.at = m_rig.now, .order = {}, .body = orders::CashFact{domain::Won{kCash}}});
        for (int step = 0; step < steps && m_fault.isEmpty(); ++step) {
            act();
            check();
        }
        settle();
        return m_fault.isEmpty() ? verdict() : m_fault;
    }

private:
    static constexpr std::int64_t kCash = 100'000'000;

    bool chance(int percent) { return m_random() % 100 < static_cast<unsigned>(percent); }
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low
               + static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(high - low + 1));
    }

    void act()
    {
        switch (m_random() % 12) {
        case 0:
        case 1:
        case 2:
            order();
            break;
        case 3:
            cancel();
            break;
        case 4:
            amend();
            break;
        case 5:
        case 6:
            fill();
            break;
        case 7:
            notice();
            break;
        case 8:
        case 9:
            list(Health::Any);
            break;
        case 10:
            if (chance(40)) {
                crash();
            }
            break;
        default:
            lateAccepts();
            m_rig.pass(std::chrono::milliseconds{between(1, 30) * 100});
            carryOut();
            break;
        }
    }

    bool frozen() const
    {
        return std::any_of(m_rig.desk.books().orders().begin(), m_rig.desk.books().orders().end(),
                           [](const auto& entry) {
                               return domain::isUnresolved(entry.second.state)
                                      || entry.second.state == OrderState::Intent;
                           });
    }

    domain::BrokerOrderRow& accept(const domain::OrderRequest& request,
                                   const domain::ClientOrderId& by)
    {
        const QString number = QString::number(++m_number);
        ModelOrder& made = m_broker[number];
        made.row = m_rig.row(reinterpret_cast<const char16_t*>(number.utf16()), request);
        made.visibleAt = m_rig.now + std::chrono::milliseconds{between(0, 20) * 100};
        if (request.side == domain::Side::Buy && chance(10)) {
            made.visibleAt = m_rig.now + 3min;  // Only the missing cash tells of it.
        }
        made.by = by;
        return made.row;
    }

    void order()
    {
        if (frozen()) {
            return;  // One unresolved order a code: what makes matching possible.
        }
        domain::OrderRequest request = OrderRig::buy(between(1, 20), 70'000 + 100 * between(0, 3));
        if (chance(30)) {
            request.side = domain::Side::Sell;
        }
        m_rig.now += 1ms;
        const domain::ClientOrderId id = m_rig.intend(request);
        ++m_posts[id];
        const int fate = static_cast<int>(m_random() % 100);
        if (fate < 50) {
            const domain::BrokerOrderRow& row = accept(request, id);
            answer(id, AnswerClass::Accepted, OrderLeg::New, row.broker);
        } else if (fate < 58) {
            m_rig.hear(m_rig.answer(id, AnswerClass::Rejected));
        } else if (fate < 62) {
            m_rig.hear(m_rig.answer(id, AnswerClass::NotSent));
        } else if (fate < 80) {
            accept(request, id);
            m_rig.hear(m_rig.answer(id, AnswerClass::Unknown));
        } else if (fate < 88) {
            m_late.push_back({m_rig.now + std::chrono::seconds{between(1, 40)}, request, id});
            m_rig.hear(m_rig.answer(id, AnswerClass::Unknown));
        } else if (fate < 94) {
            m_rig.hear(m_rig.answer(id, AnswerClass::Unknown));  // Dropped.
        } else {
            accept(request, id);  // The answer never comes: only a crash or the list tells.
            crash();
        }
    }

    void answer(const domain::ClientOrderId& id, AnswerClass what, OrderLeg leg,
                const domain::BrokerOrderId& number)
    {
        domain::OrderAnswer out = m_rig.answer(id, what, leg);
        out.attempt = std::max(1, m_rig.order(id).cancels);
        if (what == AnswerClass::Accepted) {
            out.broker = number;
        }
        m_rig.hear(out);
    }

    void lateAccepts()
    {
        for (auto at = m_late.begin(); at != m_late.end();) {
            if (at->at <= m_rig.now) {
                accept(at->request, at->by);
                at = m_late.erase(at);
            } else {
                ++at;
            }
        }
    }

    std::optional<domain::ClientOrderId> anyLive()
    {
        std::vector<domain::ClientOrderId> live;
        for (const domain::Order* order : m_rig.desk.open()) {
            if (order->state == OrderState::Working || order->state == OrderState::Partial) {
                live.push_back(order->id);
            }
        }
        if (live.empty()) {
            return std::nullopt;
        }
        return live[m_random() % live.size()];
    }

    void cancel()
    {
        if (const auto id = anyLive()) {
            m_rig.act([&](orders::OrderDesk& desk) { desk.cancel(*id); });
            carryOut();
        }
    }

    void amend()
    {
        if (const auto id = anyLive()) {
            const auto price = domain::Price::fromWon(71'000 + 100 * between(0, 5));
            m_rig.act([&](orders::OrderDesk& desk) { desk.amend(*id, price); });
            carryOut();
        }
    }

    /// What the desk has sent since: cancels and amends.
    void carryOut()
    {
        for (const domain::OutgoingOrder& out : std::exchange(m_rig.sent, {})) {
            const auto at = m_broker.find(out.original.number());
            const bool open = at != m_broker.end() && at->second.row.remaining.shares() > 0;
            const bool works = open && chance(85);
            domain::BrokerOrderId number;
            if (works && out.leg == OrderLeg::Cancel) {
                at->second.row.cancelled += at->second.row.remaining;
                at->second.row.remaining = {};
            } else if (works && out.leg == OrderLeg::Amend) {
                domain::OrderRequest request = out.request;
                request.quantity = at->second.row.remaining;
                const domain::BrokerOrderId original = at->second.row.broker;
                at->second.row.remaining = {};
                domain::BrokerOrderRow& child = accept(request, out.id);
                child.original = original;
                number = child.broker;
                m_broker[number.number()].visibleAt = m_rig.now;
            }
            if (chance(25)) {
                answer(out.id, AnswerClass::Unknown, out.leg, {});
            } else if (works) {
                answer(out.id, AnswerClass::Accepted, out.leg, number);
            } else {
                domain::OrderAnswer refused = m_rig.answer(out.id, AnswerClass::Rejected, out.leg);
                refused.attempt = std::max(1, m_rig.order(out.id).cancels);
                refused.reason =
                    open ? domain::RejectReason::Other : domain::RejectReason::NothingLeft;
                m_rig.hear(refused);
            }
        }
    }

    void fill()
    {
        std::vector<ModelOrder*> open;
        for (auto& [number, order] : m_broker) {
            if (order.row.remaining.shares() > 0) {
                open.push_back(&order);
            }
        }
        if (open.empty()) {
            return;
        }
        domain::BrokerOrderRow& row = open[m_random() % open.size()]->row;
        const domain::Quantity shares{between(1, row.remaining.shares())};
        row.filled += shares;
        row.filledAmount += domain::amount(*row.price, shares);
        row.remaining = row.remaining - shares;
        m_notices.push_back({row.broker.number(), shares.shares()});
        if (chance(50)) {
            notice();
        }
    }

    void notice()
    {
        if (m_notices.empty()) {
            return;
        }
        const std::size_t index = m_random() % m_notices.size();
        const auto [number, shares] = m_notices[index];
        domain::OrderNotice out;
        out.kind = domain::NoticeKind::Fill;
        out.account = kAccount;
        out.orderNumber = QStringLiteral("000000") + number;
        out.symbol = kSymbol;
        out.quantity = domain::Quantity{shares};
        m_rig.hear(out);
        if (!chance(20)) {  // Else it comes again.
            m_notices.erase(m_notices.begin() + static_cast<std::ptrdiff_t>(index));
        }
    }

    enum class Health
    {
        Any,
        Lagging,  ///< Complete and true, of what is visible.
        Good,
    };

    void list(Health health)
    {
        domain::OrderListReply reply;
        reply.ask = m_rig.asks.empty() ? 0 : m_rig.asks.back().ask;
        reply.complete = true;
        reply.askedAt = m_rig.now;
        for (const auto& [number, order] : m_broker) {
            if (order.visibleAt <= m_rig.now || health == Health::Good) {
                reply.rows.push_back(order.row);
            }
        }
        if (health == Health::Any && chance(15)) {
            reply.complete = false;
            reply.rows.resize(reply.rows.size() / 2);
        } else if (health == Health::Any && chance(10) && !reply.rows.empty()) {
            domain::BrokerOrderRow& liar = reply.rows[m_random() % reply.rows.size()];
            liar.filled = {};
            liar.filledAmount = {};
        }
        m_rig.hear(reply);
        carryOut();
        if (std::exchange(m_rig.powerAsks, 0) > 0) {
            m_rig.power(power());
        }
    }

    /// What the broker would let us buy for: all orders count, also those no list shows yet.
    [[nodiscard]] std::int64_t power() const
    {
        std::int64_t cash = kCash;
        for (const auto& [number, order] : m_broker) {
            const bool buys = order.row.side == domain::Side::Buy;
            cash += (buys ? -1 : 1) * order.row.filledAmount.value();
            if (buys && order.row.price) {
                cash -= domain::amount(*order.row.price, order.row.remaining).value();
            }
        }
        return cash
               - domain::chargeDown(domain::Won{cash}, *domain::Percent::parse(u"0.3")).value();
    }

    void crash()
    {
        OrderRig after;
        after.now = m_rig.now;
        after.event = m_rig.event;
        if (!after.desk.restore(m_rig.ledger)) {
            m_fault = QStringLiteral("the ledger does not load");
            return;
        }
        if (!(after.desk.books() == m_rig.desk.books())) {
            m_fault = QStringLiteral("I8: other books after a restart");
            return;
        }
        after.ledger = std::move(m_rig.ledger);
        after.sent = std::move(m_rig.sent);
        m_rig.~OrderRig();
        new (&m_rig) OrderRig{std::move(after)};
        m_rig.act([](orders::OrderDesk& desk) { desk.recover(); });
        carryOut();
    }

    void check()
    {
        for (const auto& [id, order] : m_rig.desk.books().orders()) {
            if (order.filled < m_filled[id]) {
                m_fault = QStringLiteral("I4: fills fell");
            }
            if (order.filled > order.request.quantity) {
                m_fault = QStringLiteral("I4: more filled than ordered");
            }
            m_filled[id] = order.filled;
            const bool there =
                std::any_of(m_broker.begin(), m_broker.end(),
                            [&id = id](const auto& entry) { return entry.second.by == id; });
            if (order.state == OrderState::AbsentWatch && there) {
                m_fault = QStringLiteral("absent here, alive there");
            }
        }
    }

    void settle()
    {
        for (int second = 0; second < 200; ++second) {
            lateAccepts();
            m_rig.now += 1s;
            m_rig.act([](orders::OrderDesk& desk) { desk.step(); });
            carryOut();
            list(second < 100 ? Health::Lagging : Health::Good);
            check();
        }
    }

    [[nodiscard]] QString verdict()
    {
        std::map<QString, int> owners;
        for (const auto& [id, order] : m_rig.desk.books().orders()) {
            std::vector<domain::BrokerOrderId> chain = order.earlier;
            if (!order.broker.isEmpty()) {
                chain.push_back(order.broker);
            }
            std::int64_t filled = 0;
            for (const domain::BrokerOrderId& number : chain) {
                ++owners[number.number()];
                const ModelOrder& truth = m_broker.at(number.number());
                filled += truth.row.filled.shares();
                if (truth.by != id) {
                    return QStringLiteral("bound to another's order");
                }
            }
            if (filled != order.filled.shares()) {
                return QStringLiteral("I3: %1 filled at the broker, %2 in the books (%3)")
                    .arg(filled)
                    .arg(order.filled.shares())
                    .arg(QString{orders::toText(order.state)});
            }
            const bool live =
                !chain.empty() && m_broker.at(chain.back().number()).row.remaining.shares() > 0;
            if (live && domain::isFinal(order.state)) {
                return QStringLiteral("I7: final here, alive there");
            }
        }
        for (const auto& [number, order] : m_broker) {
            if (owners[number] != 1) {
                return QStringLiteral("I2: broker order %1 has %2 owners")
                    .arg(number)
                    .arg(owners[number]);
            }
        }
        for (const auto& [id, posts] : m_posts) {
            if (posts != 1) {
                return QStringLiteral("I1: written %1 times").arg(posts);
            }
        }
        if (!m_rig.replaysToTheSame()) {
            return QStringLiteral("I8: the ledger gives other books");
        }
        return {};
    }

    struct Late
    {
        domain::Timestamp at;
        domain::OrderRequest request;
        domain::ClientOrderId by;
    };

    std::mt19937_64 m_random;
    OrderRig m_rig;
    std::map<QString, ModelOrder> m_broker;
    std::vector<Late> m_late;
    std::vector<std::pair<QString, std::int64_t>> m_notices;
    std::map<domain::ClientOrderId, int> m_posts;
    std::map<domain::ClientOrderId, domain::Quantity> m_filled;
    std::uint64_t m_number = 100;
    QString m_fault;
};
}  // namespace

class TestOrderModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void d12_c15_theInvariantsHoldInEveryLife()
    {
        const int lives = qEnvironmentVariableIntValue("ORDER_MODEL_LIVES") > 0
                              ? qEnvironmentVariableIntValue("ORDER_MODEL_LIVES")
                              : 500;
        const auto first = static_cast<std::uint64_t>(
            std::max(1, qEnvironmentVariableIntValue("ORDER_MODEL_SEED")));
        for (std::uint64_t seed = first; seed < first + static_cast<std::uint64_t>(lives); ++seed) {
            const QString fault = Life{seed}.run(40);
            QVERIFY2(fault.isEmpty(),
                     qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(fault)));
        }
    }
};

QTEST_GUILESS_MAIN(TestOrderModel)
#include "tst_order_model.moc"
