// B07 as a property: whatever stands in a list or a balance that is not whole, it changes no order
// and no position. Each case is one random world and one random part of a list.

#include "core/orders/holding_check.h"
#include "tests/core/orders/order_rig.h"

#include <QTest>

#include <random>

using namespace test;
using domain::AnswerClass;
using domain::OrderLeg;

namespace
{
constexpr int kCases = 100'000;
constexpr int kCasesOfAWorld = 20;

class World
{
public:
    explicit World(std::uint64_t seed) : m_random{seed}
    {
        m_rig.put(
            {.at = m_rig.now, .order = {}, .body = orders::CashFact{domain::Won{100'000'000}}});
        const std::int64_t orders = between(1, 4);
        for (std::int64_t i = 0; i < orders; ++i) {
            order();
        }
        m_rig.tells.clear();
    }

    OrderRig& rig() { return m_rig; }

    /// Rows as a broker in any mood might send them: of our orders and of others, changed at will.
    std::vector<domain::BrokerOrderRow> rows()
    {
        std::vector<domain::BrokerOrderRow> rows;
        const std::int64_t count = between(0, 6);
        for (std::int64_t i = 0; i < count; ++i) {
            const bool ours = !m_rows.empty() && chance(70);
            domain::BrokerOrderRow row =
                ours ? m_rows[static_cast<std::size_t>(between(1, std::ssize(m_rows)) - 1)]
                     : m_rig.row(u"9999", request());
            const std::int64_t shares = row.quantity.shares();
            row.filled = domain::Quantity{between(0, shares)};
            row.filledAmount = domain::Won{row.filled.shares() * 70'000};
            row.cancelled =
                domain::Quantity{chance(40) ? between(0, shares - row.filled.shares()) : 0};
            row.remaining = domain::Quantity{
                chance(80) ? shares - row.filled.shares() - row.cancelled.shares() : 0};
            row.rejected = chance(10) ? row.quantity : domain::Quantity{};
            rows.push_back(row);
        }
        return rows;
    }

    domain::OrderListReply part(std::vector<domain::BrokerOrderRow> rows)
    {
        domain::OrderListReply reply;
        reply.kind = chance(50) ? domain::OrderListKind::Day : domain::OrderListKind::Open;
        // The answer to our newest question, or to none.
        reply.ask = chance(70) && !m_rig.asks.empty() ? m_rig.asks.back().ask : 0;
        reply.complete = false;
        reply.askedAt = m_rig.now;
        reply.rows = std::move(rows);
        reply.problem = QStringLiteral("page 2 did not come");
        return reply;
    }

    domain::BalanceReply balance()
    {
        domain::BalanceReply out;
        out.ok = false;
        out.askedAt = m_rig.now;
        for (std::int64_t i = between(0, 3); i > 0; --i) {
            domain::Holding holding;
            holding.symbol = kSymbol;
            holding.quantity = domain::Quantity{between(0, 50)};
            out.rows.push_back(holding);
        }
        return out;
    }

    bool chance(int percent) { return m_random() % 100 < static_cast<unsigned>(percent); }

private:
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low
               + static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(high - low + 1));
    }
    domain::OrderRequest request()
    {
        const std::int64_t price = 70'000 + 100 * between(0, 3);
        return chance(70) ? OrderRig::buy(between(1, 20), price)
                          : OrderRig::sell(between(1, 20), price);
    }
    /// An order in one of the states a list may find it in.
    void order()
    {
        const domain::OrderRequest wanted = request();
        m_rig.now += 1ms;
        const domain::ClientOrderId id = m_rig.intend(wanted);
        const QString number = QString::number(++m_number);
        const auto* text = reinterpret_cast<const char16_t*>(number.utf16());
        m_rows.push_back(m_rig.row(text, wanted));
        if (chance(25)) {
            m_rig.hear(m_rig.answer(id, AnswerClass::Unknown));
            return;
        }
        m_rig.hear(m_rig.answer(id, AnswerClass::Accepted, OrderLeg::New, text));
        if (chance(40)) {
            m_rig.list({m_rig.row(text, wanted, between(0, wanted.quantity.shares()))});
        }
        if (chance(25)) {
            m_rig.act([&id](orders::OrderDesk& desk) { (void)desk.cancel(id); });
        }
    }

    std::mt19937_64 m_random;
    OrderRig m_rig;
    int m_number = 1561;
    std::vector<domain::BrokerOrderRow> m_rows;
};
}  // namespace

class TestPartialLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void b07_noPartOfAListEverChangesAnOrderOrAPosition()
    {
        int wouldHave = 0;
        for (int at = 0; at < kCases; at += kCasesOfAWorld) {
            World world{static_cast<std::uint64_t>(at)};
            OrderRig& rig = world.rig();
            const orders::Books before = rig.desk.books();
            const std::size_t written = rig.ledger.size();
            const std::size_t sent = rig.sent.size();
            for (int i = 0; i < kCasesOfAWorld; ++i) {
                rig.hear(world.part(world.rows()));
                QVERIFY2(rig.desk.books() == before,
                         qPrintable(QStringLiteral("seed %1, part %2").arg(at).arg(i)));
            }
            QCOMPARE(rig.ledger.size(), written);
            QCOMPARE(rig.sent.size(), sent);
            QVERIFY(!rig.told(domain::LogCode::ExternalOrder));

            // The same rows as a whole list are listened to, or this test would prove nothing.
            domain::OrderListReply whole = world.part(world.rows());
            whole.complete = true;
            rig.hear(whole);
            wouldHave += rig.desk.books() == before ? 0 : 1;
        }
        QVERIFY2(wouldHave > kCases / kCasesOfAWorld / 4, qPrintable(QString::number(wouldHave)));
    }

    void b07_noPartOfABalanceEverCounts()
    {
        for (int at = 0; at < kCases; at += kCasesOfAWorld) {
            World world{static_cast<std::uint64_t>(at)};
            OrderRig& rig = world.rig();
            orders::HoldingCheck check;
            for (int i = 0; i < kCasesOfAWorld; ++i) {
                rig.now += 30s;
                QVERIFY2(check.on(world.balance(), rig.desk.books(), rig.now).empty(),
                         qPrintable(QStringLiteral("seed %1, part %2").arg(at).arg(i)));
            }
            QVERIFY(!check.hasRead());
            QVERIFY(check.standing().empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestPartialLists)
#include "tst_partial_lists.moc"
