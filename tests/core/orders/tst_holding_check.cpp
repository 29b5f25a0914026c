#include "core/orders/holding_check.h"

#include <QTest>

using namespace core::orders;
using namespace std::chrono_literals;
namespace domain = core::domain;

namespace
{
const domain::Symbol kOurs = *domain::Symbol::parse(u"005930");
const domain::Symbol kOther = *domain::Symbol::parse(u"000660");
const domain::Timestamp kStart{std::chrono::hours{500'000}};

domain::BalanceReply balance(domain::Timestamp at,
                             std::vector<std::pair<domain::Symbol, std::int64_t>> rows)
{
    domain::BalanceReply reply;
    reply.ok = true;
    reply.askedAt = at;
    for (const auto& [symbol, shares] : rows) {
        reply.rows.push_back({.symbol = symbol,
                              .quantity = domain::Quantity{shares},
                              .sellable = domain::Quantity{shares},
                              .cost = domain::Won{shares * 70'000},
                              .last = domain::Price::fromWon(70'000)});
    }
    return reply;
}

/// Books with ten shares of ours, bought by an order filled at `filledAt`.
Books booksWithTen(domain::Timestamp filledAt)
{
    Books books;
    const domain::ClientOrderId id{.date = {}, .event = 1, .ordinal = 1};
    const domain::OrderRequest request{
        .symbol = kOurs, .quantity = domain::Quantity{10}, .price = domain::Price::fromWon(70'000)};
    const auto put = [&](FactBody body) {
        const auto status = books.apply({.at = filledAt, .order = id, .body = std::move(body)});
        Q_ASSERT(status);
    };
    put(IntentFact{request, domain::OrderPurpose::Open});
    put(StepFact{.event = OrderEvent::Accept, .broker = domain::BrokerOrderId::fromWire(u"1")});
    put(FillFact{.before = {},
                 .total = domain::Quantity{10},
                 .amount = domain::Won{700'000},
                 .last = true,
                 .fee = domain::Won{98},
                 .tax = {}});
    return books;
}
}  // namespace

class TestHoldingCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void l01_aDifferenceStandsAfterThreeReadingsAndTwentySeconds()
    {
        HoldingCheck check;
        const Books books = booksWithTen(kStart);
        domain::Timestamp at = kStart + 21s;
        for (int reading = 1; reading <= 2; ++reading) {
            QVERIFY(check.on(balance(at, {{kOurs, 7}}), books, at).empty());
            QVERIFY(check.standing().empty());
            at += 5s;
        }

        QVERIFY(check.on(balance(at, {{kOurs, 7}}), books, at).empty());

        QCOMPARE(check.standing().size(), 1U);
        QCOMPARE(check.standing().at(kOurs).brokers.shares(), 7);
        QCOMPARE(check.standing().at(kOurs).ours.shares(), 10);
    }

    void l01_aLaggingBalanceIsNoAlarm()
    {
        HoldingCheck check;
        const Books books = booksWithTen(kStart);
        for (domain::Timestamp at = kStart; at <= kStart + 20s; at += 2s) {
            QVERIFY(check.on(balance(at, {}), books, at).empty());
        }

        QVERIFY(check.standing().empty());
        QVERIFY(check.on(balance(kStart + 25s, {{kOurs, 10}}), books, kStart + 25s).empty());
        QVERIFY(!check.isWatching());
    }

    void b08_anEmptyBalanceOnceIsNotZero()
    {
        HoldingCheck check;
        const Books books = booksWithTen(kStart);
        const domain::Timestamp at = kStart + 120s;
        QVERIFY(check.on(balance(at, {}), books, at).empty());
        QVERIFY(check.standing().empty());

        QVERIFY(check.on(balance(at + 5s, {{kOurs, 10}}), books, at + 5s).empty());
        QVERIFY(check.on(balance(at + 10s, {}), books, at + 10s).empty());
        QVERIFY(check.on(balance(at + 15s, {}), books, at + 15s).empty());

        QVERIFY2(check.standing().empty(), "three in a row, not three in all");
    }

    void b07_anIncompleteReadingSaysNothing()
    {
        HoldingCheck check;
        const Books books = booksWithTen(kStart);
        domain::BalanceReply broken = balance(kStart + 120s, {});
        broken.ok = false;
        for (int reading = 0; reading < 5; ++reading) {
            QVERIFY(check.on(broken, books, kStart + 120s).empty());
        }

        QVERIFY(!check.hasRead());
        QVERIFY(check.standing().empty());
    }

    void l03_whatThisProgramNeverTradedIsTakenOverAsExternal()
    {
        HoldingCheck check;
        const Books books;

        const std::vector<HoldingFact> taken =
            check.on(balance(kStart, {{kOther, 30}}), books, kStart);

        QCOMPARE(taken.size(), 1U);
        QVERIFY(taken.front().owner == domain::PositionOwner::External);
        QCOMPARE(taken.front().quantity.shares(), 30);
        QCOMPARE(taken.front().cost.value(), 30 * 70'000);
    }

    void d19_ourOwnSharesAreNeverAdjustedByThemselves()
    {
        HoldingCheck check;
        const Books books = booksWithTen(kStart);
        domain::Timestamp at = kStart + 60s;
        for (int reading = 0; reading < 10; ++reading, at += 60s) {
            QVERIFY2(check.on(balance(at, {{kOurs, 50}}), books, at).empty(), "split 5:1");
        }

        QCOMPARE(check.standing().size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestHoldingCheck)
#include "tst_holding_check.moc"
