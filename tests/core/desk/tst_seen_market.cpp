// What of a market is kept with an order's intent.

#include "core/desk/seen_market.h"

#include <QTest>

namespace desk = core::desk;
namespace domain = core::domain;

namespace
{
domain::Price won(std::int64_t price)
{
    return domain::Price::fromWon(price);
}

std::optional<std::int64_t> spreadOf(std::int64_t ask, std::int64_t bid)
{
    domain::MarketView market;
    market.ask = won(ask);
    market.bid = won(bid);
    return desk::conditionsOf(market).spread;
}

std::optional<std::int64_t> bidShareOf(std::int64_t bid, std::int64_t ask)
{
    domain::MarketView market;
    market.totalBid = domain::Quantity{bid};
    market.totalAsk = domain::Quantity{ask};
    return desk::conditionsOf(market).bidShare;
}
}  // namespace

class TestSeenMarket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotKnownIsEmpty() { QVERIFY(desk::conditionsOf({}) == domain::TradeConditions{}); }

    void everyFigureIsAShareInPartsPerBillion()
    {
        domain::MarketView market;
        market.last = won(10'000);
        market.momentum3 = domain::PriceChange{won(10'100), won(10'000)};
        market.momentum5 = domain::PriceChange{won(9'950), won(10'000)};
        market.atr = domain::RangeSum{1'400, 14};
        market.ask = won(10'010);
        market.bid = won(9'990);
        market.totalBid = domain::Quantity{3};
        market.totalAsk = domain::Quantity{1};
        const domain::TradeConditions seen = desk::conditionsOf(market);
        QCOMPARE(seen.momentum3, std::optional<std::int64_t>{10'000'000});
        QCOMPARE(seen.momentum5, std::optional<std::int64_t>{-5'000'000});
        QCOMPARE(seen.atr, std::optional<std::int64_t>{10'000'000});
        QCOMPARE(seen.spread, std::optional<std::int64_t>{2'000'000});
        QCOMPARE(seen.bidShare, std::optional<std::int64_t>{750'000'000});
        market.last = {};
        QVERIFY(!desk::conditionsOf(market).atr);  // Of no price there is no share.
    }

    void aSpreadNeedsBothSides()
    {
        QCOMPARE(spreadOf(1, 1), std::optional<std::int64_t>{0});
        QCOMPARE(spreadOf(2, 1), std::optional<std::int64_t>{666'666'666});
        QVERIFY(!spreadOf(0, 5));
        QVERIFY(!spreadOf(5, 0));
        QVERIFY(!spreadOf(0, 0));
    }

    void aShareNeedsSomethingToBeOf()
    {
        QCOMPARE(bidShareOf(1, 0), std::optional<std::int64_t>{1'000'000'000});
        QCOMPARE(bidShareOf(0, 1), std::optional<std::int64_t>{0});
        QVERIFY(!bidShareOf(0, 0));
    }
};

QTEST_GUILESS_MAIN(TestSeenMarket)
#include "tst_seen_market.moc"
