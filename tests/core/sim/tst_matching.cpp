#include "core/sim/matching.h"
#include "core/sim/random.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using namespace core::sim;
using DealSide = core::domain::Side;

namespace
{
constexpr StockId kStock{3};

/// Asks 10,010 10,020 ..., bids 10,000 9,990 ..., a hundred shares each.
Book plainBook()
{
    Book book;
    for (std::size_t i = 0; i < Book::kLevels; ++i) {
        book.ask[i] = 10'010 + 10 * static_cast<std::int32_t>(i);
        book.bid[i] = 10'000 - 10 * static_cast<std::int32_t>(i);
        book.askSize[i] = 100;
        book.bidSize[i] = 100;
    }
    return book;
}

WorkingOrder buy(std::int64_t number, std::int32_t price, std::int64_t quantity)
{
    return {.number = number, .side = DealSide::Buy, .price = price, .remaining = quantity};
}

FlowEvent trade(std::int32_t price, std::int64_t quantity)
{
    return {.at = 1, .price = price, .quantity = quantity, .side = Side::Seller};
}
}  // namespace

class TestMatching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aMarketableOrderTakesLevelByLevel()
    {
        Matching matching;
        WorkingOrder order = buy(1, 10'020, 250);

        const std::vector<Match> matches = matching.arrive(kStock, order, plainBook(), 0);

        QCOMPARE(matches.size(), 2U);
        QVERIFY((matches[0] == Match{1, 100, 10'010}));
        QVERIFY((matches[1] == Match{1, 100, 10'020}));
        QCOMPARE(order.remaining, 50);
    }

    void aMarketSaleTakesTheBidsDownwards()
    {
        Matching matching;
        WorkingOrder order{.number = 1, .side = DealSide::Sell, .remaining = 150};

        const std::vector<Match> matches = matching.arrive(kStock, order, plainBook(), 0);

        QCOMPARE(matches.size(), 2U);
        QVERIFY((matches[1] == Match{1, 50, 9'990}));
        QCOMPARE(order.remaining, 0);
    }

    void whatWasTakenStaysTakenForAWhile()
    {
        Matching matching;
        WorkingOrder first = buy(1, 10'010, 70);
        WorkingOrder second = buy(2, 10'010, 70);
        WorkingOrder later = buy(3, 10'010, 70);

        (void)matching.arrive(kStock, first, plainBook(), 0);
        const auto soon = matching.arrive(kStock, second, plainBook(), 100);
        const auto refilled = matching.arrive(kStock, later, plainBook(), Matching::kRefill + 100);

        QCOMPARE(soon.size(), 1U);
        QCOMPARE(soon[0].quantity, 30);
        QCOMPARE(refilled[0].quantity, 70);
        QCOMPARE(matching.available(kStock, buy(4, 10'010, 1), plainBook(), 2 * Matching::kRefill),
                 30);
    }

    void aRestingOrderWaitsBehindTheVisibleSize()
    {
        Matching matching;
        matching.rest(kStock, buy(1, 10'000, 50), plainBook());
        QCOMPARE(*matching.aheadOf(kStock, 1), 100);

        QVERIFY(matching.traded(kStock, trade(10'000, 60), plainBook()).empty());
        QCOMPARE(*matching.aheadOf(kStock, 1), 40);
        const auto part = matching.traded(kStock, trade(10'000, 60), plainBook());
        QCOMPARE(part.size(), 1U);
        QVERIFY((part[0] == Match{1, 20, 10'000}));
        const auto rest = matching.traded(kStock, trade(10'000, 500), plainBook());
        QVERIFY((rest[0] == Match{1, 30, 10'000}));
        QVERIFY(!matching.hasOrders(kStock));
    }

    void aTradeThroughThePriceFillsAtTheOrdersOwnPrice()
    {
        Matching matching;
        matching.rest(kStock, buy(1, 9'990, 400), plainBook());

        const auto matches = matching.traded(kStock, trade(9'980, 1), plainBook());

        QCOMPARE(matches.size(), 1U);
        QVERIFY((matches[0] == Match{1, 400, 9'990}));
    }

    void aPriceBetterThanTheBestStandsAlone()
    {
        Matching matching;
        Book wide = plainBook();
        wide.bid[0] = 9'980;  // 9,990 and 10,000 are free.
        matching.rest(kStock, buy(1, 9'990, 10), wide);

        QCOMPARE(*matching.aheadOf(kStock, 1), 0);
    }

    void theEarlierOfTwoAtAPriceTradesFirst()
    {
        Matching matching;
        matching.rest(kStock, buy(1, 10'000, 30), plainBook());
        matching.rest(kStock, buy(2, 10'000, 30), plainBook());

        const auto matches = matching.traded(kStock, trade(10'000, 140), plainBook());

        QCOMPARE(matches.size(), 2U);
        QVERIFY((matches[0] == Match{1, 30, 10'000}));
        QVERIFY((matches[1] == Match{2, 10, 10'000}));
    }

    void anAuctionPrintFillsAtItsOwnPrice()
    {
        Matching matching;
        matching.rest(kStock, buy(1, 10'050, 30), plainBook());
        matching.rest(kStock, buy(2, 0, 30), plainBook());
        matching.rest(kStock, buy(3, 9'000, 30), plainBook());
        WorkingOrder conditional = buy(4, 9'000, 5);
        conditional.marketAtClose = true;
        matching.rest(kStock, conditional, plainBook());

        const auto matches = matching.printed(kStock, trade(10'020, 1'000), true);

        QCOMPARE(matches.size(), 3U);
        QVERIFY((matches[0] == Match{1, 30, 10'020}));
        QVERIFY((matches[1] == Match{2, 30, 10'020}));
        QVERIFY((matches[2] == Match{4, 5, 10'020}));
        QVERIFY(matching.aheadOf(kStock, 3).has_value());
    }

    void anOppositeOrderOfOursIsSeen()
    {
        Matching matching;
        matching.rest(kStock,
                      {.number = 1, .side = DealSide::Sell, .price = 10'050, .remaining = 1},
                      plainBook());

        QVERIFY(matching.meetsOwn(kStock, DealSide::Buy, 10'050));
        QVERIFY(!matching.meetsOwn(kStock, DealSide::Buy, 10'040));
        QVERIFY(!matching.meetsOwn(kStock, DealSide::Sell, 10'000));
        matching.reduce(kStock, 1, 1);
        QVERIFY(!matching.meetsOwn(kStock, DealSide::Buy, 10'050));
    }

    /// Whatever arrives and trades: no order fills more than it has, none at a worse price.
    void noOrderFillsMoreThanItHasOrAtAWorsePrice()
    {
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            Rng rng{seed};
            Matching matching;
            std::map<std::int64_t, WorkingOrder> orders;
            std::map<std::int64_t, std::int64_t> filled;
            const auto take = [&](const std::vector<Match>& matches) {
                for (const Match& match : matches) {
                    const WorkingOrder& order = orders.at(match.number);
                    filled[match.number] += match.quantity;
                    QVERIFY2(match.quantity > 0 && filled[match.number] <= order.remaining,
                             qPrintable(QStringLiteral("seed %1").arg(seed)));
                    QVERIFY2(order.price == 0
                                 || (order.side == DealSide::Buy ? match.price <= order.price
                                                                 : match.price >= order.price),
                             qPrintable(QStringLiteral("seed %1").arg(seed)));
                }
            };
            for (std::int64_t step = 1; step <= 60; ++step) {
                const auto price = static_cast<std::int32_t>(9'900 + 10 * rng.below(20));
                if (rng.chance(0.5)) {
                    WorkingOrder order{.number = step,
                                       .side = rng.chance(0.5) ? DealSide::Buy : DealSide::Sell,
                                       .price = rng.chance(0.1) ? 0 : price,
                                       .remaining = 1 + rng.below(300)};
                    orders.emplace(step, order);
                    take(matching.arrive(kStock, order, plainBook(),
                                         static_cast<std::int32_t>(step * 100)));
                    if (order.remaining > 0) {
                        matching.rest(kStock, order, plainBook());
                    }
                } else if (rng.chance(0.9)) {
                    take(matching.traded(kStock, trade(price, 1 + rng.below(400)), plainBook()));
                } else {
                    take(matching.printed(kStock, trade(price, 1 + rng.below(400)), false));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMatching)
#include "tst_matching.moc"
