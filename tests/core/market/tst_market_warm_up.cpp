#include "market_fixture.h"

#include <QTest>

using namespace core;
using namespace market_test;
using domain::Bar;
using domain::Interval;
using market::MarketCache;
using market::SymbolId;
using market::TradeEffect;

namespace
{
constexpr SymbolId kId{};

Bar minuteBar(int hour, int minute, std::int32_t close, std::int64_t volume)
{
    return {
        .volume = volume,
        .turnover = volume * close,
        .startMinute = static_cast<std::int32_t>(
            std::chrono::floor<std::chrono::minutes>(at(hour, minute)).time_since_epoch().count()),
        .open = close - 5,
        .high = close + 10,
        .low = close - 10,
        .close = close,
        .tradesAndFlags = Bar::kWarmUp};
}

domain::MinuteBarsReply barsFrom(int hour, int minute, int count, std::int32_t close = 1'000)
{
    domain::MinuteBarsReply reply{
        .symbol = samsung(), .ok = true, .bars = {}, .vwapCents = {}, .reachesOpen = false};
    for (int i = 0; i < count; ++i) {
        reply.bars.push_back(
            minuteBar(hour + (minute + i) / 60, (minute + i) % 60, close + i, 100));
        reply.vwapCents.push_back(100 * (close + i));
    }
    return reply;
}

domain::PriceReply priceReply(std::int64_t price, std::int64_t accVolume)
{
    domain::PriceReply reply;
    reply.symbol = samsung();
    reply.ok = true;
    reply.price = domain::Price::fromWon(price);
    reply.accVolume = domain::Quantity{accVolume};
    reply.accTurnover = domain::Won{price * accVolume};
    reply.high = domain::Price::fromWon(price + 50);
    return reply;
}
}  // namespace

class TestMarketWarmUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indicatorsAreThereAfterOneReply()
    {
        MarketCache cache;
        cache.advanceTo(at(10, 0, 10));
        cache.startSession(schedule());

        QCOMPARE(cache.apply(barsFrom(9, 30, 30), at(10, 0, 11)), 30);

        // Closes 1,000 .. 1,029; every bar spans close +- 10, the close before lies inside.
        QCOMPARE(cache.atr(kId), (domain::RangeSum{.won = 14 * 20, .count = 14}));
        QCOMPARE(cache.momentum(kId, 5), (domain::PriceChange{domain::Price::fromWon(1'029),
                                                              domain::Price::fromWon(1'024)}));
        QVERIFY(cache.volatilityPct(kId).has_value());
        QVERIFY(cache.tradedToday(kId));
        QCOMPARE(cache.turnoverFive(kId)->value(), 100 * (1'025 + 1'026 + 1'027 + 1'028 + 1'029));
        QVERIFY(cache.isWarm(kId));
        QCOMPARE(cache.closedBarsCopy(kId, Interval::M10).size(), 3U);
        QCOMPARE(cache.closedBarsCopy(kId, Interval::M10)[0].volume, 1'000);
        QCOMPARE(cache.closedBars(kId, Interval::M10).closed->vwapCents.at(0), 100'900);
    }

    void liveBarsOfKnownMinutesStay()
    {
        MarketCache cache;
        cache.advanceTo(at(9, 59, 0));
        cache.startSession(schedule());
        cache.setStream(tradesOf(samsung()), true, at(9, 59, 30));
        feed(cache, trade(at(9, 59, 40), 2'000, 1, 10));  // Partly covered.
        feed(cache, trade(at(10, 0, 10), 2'010, 3, 13));  // Covered whole.
        feed(cache, trade(at(10, 1, 10), 2'020, 4, 17));  // Forming.

        const int changed = cache.apply(barsFrom(9, 50, 12), at(10, 1, 20));

        QCOMPARE(changed, 10);  // 09:50 to 09:59; 10:00 is ours, 10:01 is forming.
        const std::vector<Bar> bars = cache.closedBarsCopy(kId, Interval::M1);
        QCOMPARE(bars.size(), 11U);
        QCOMPARE(bars[9].close, 1'009);
        QVERIFY(bars[9].is(Bar::kWarmUp));
        QCOMPARE(bars[10].close, 2'010);
        QVERIFY(!bars[10].is(Bar::kWarmUp));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->close, 2'020);
        QCOMPARE(cache.formingBar(kId, Interval::M10)->volume, 3 + 4);
        QCOMPARE(cache.view(kId).regularVolume.shares(), 7);
        QVERIFY(cache.isKnownMinute(kId, at(9, 59)));
    }

    void repeatedRepliesChangeNothing()
    {
        MarketCache cache;
        cache.advanceTo(at(10, 0, 10));
        cache.apply(barsFrom(9, 30, 30), at(10, 0, 11));
        const std::uint64_t revision = cache.closedBars(kId, Interval::M5).revision;

        QCOMPARE(cache.apply(barsFrom(9, 30, 30), at(10, 0, 12)), 0);
        QCOMPARE(cache.closedBars(kId, Interval::M5).revision, revision);
        QCOMPARE(cache.apply(barsFrom(9, 31, 30), at(10, 1, 12)), 30);  // Other closes by minute.
    }

    void aGapMarkSurvivesTheBrokersBar()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));
        feed(cache, trade(at(9, 10, 31), 1'000, 1, 200));  // A data gap: 09:10 is unknown now.
        cache.advanceTo(at(9, 12));

        cache.apply(barsFrom(9, 5, 7), at(9, 12, 1));

        const auto chart = cache.closedBars(kId, Interval::M1).closed;
        QCOMPARE(chart->bars.at(5).close, 1'005);
        QVERIFY(chart->bars.at(5).is(Bar::kGap));
        QCOMPARE(chart->gapShares.at(5), 99);
        QVERIFY(cache.isKnownMinute(kId, at(9, 10)));
    }

    void auctionMinutesAndUnfinishedOnesStayOut()
    {
        MarketCache cache;
        cache.advanceTo(at(15, 25));
        cache.startSession(schedule());

        QCOMPARE(cache.apply(barsFrom(15, 15, 10), at(15, 25)), 5);
        QCOMPARE(cache.closedBarsCopy(kId, Interval::M1).back().start(), at(15, 19));

        MarketCache early;
        early.advanceTo(at(9, 2, 30));
        early.startSession(schedule());
        QCOMPARE(early.apply(barsFrom(8, 58, 6), at(9, 2, 30)), 2);  // 09:00 and 09:01.
    }

    void reachingTheOpenMakesQuietMinutesKnown()
    {
        MarketCache cache;
        cache.advanceTo(at(9, 30, 30));
        cache.startSession(schedule());
        domain::MinuteBarsReply reply = barsFrom(9, 5, 1);
        reply.reachesOpen = true;

        cache.apply(reply, at(9, 30, 31));

        QVERIFY(cache.isKnownMinute(kId, at(9, 0)));
        QVERIFY(cache.isKnownMinute(kId, at(9, 28)));
        // The answer may have been made while 09:29 was still running.
        QVERIFY(!cache.isKnownMinute(kId, at(9, 29)));
        QVERIFY(!cache.isWarm(kId));
        QCOMPARE(cache.turnoverFive(kId)->value(), 0);
    }

    void aFailedReplyIsNoAnswer()
    {
        MarketCache cache;
        cache.advanceTo(at(9, 30));
        domain::MinuteBarsReply reply = barsFrom(9, 5, 20);
        reply.ok = false;

        QCOMPARE(cache.apply(reply, at(9, 30)), 0);
        QVERIFY(!cache.find(samsung()));
    }

    void aRestPriceShowsWhereNoStreamRuns()
    {
        MarketCache cache;
        cache.apply(priceReply(5'000, 1'000), at(10, 0, 0));

        domain::MarketView view = cache.view(kId);
        QCOMPARE(view.last.won(), 5'000);
        QCOMPARE(view.trade.won(), 0);
        QCOMPARE(view.accVolume.shares(), 1'000);
        QCOMPARE(view.regularVolume.shares(), 0);
        QCOMPARE(view.restAppliedAt, at(10, 0, 0));
        cache.advanceTo(at(10, 0, 7));
        QCOMPARE(cache.symbolView(kId, nullptr).slot.restAgeMs, 7'000);

        // The stream begins: its first trade seeds, whatever REST said before.
        cache.setStream(tradesOf(samsung()), true, at(10, 0, 10));
        QVERIFY(feed(cache, trade(at(10, 0, 11), 5'010, 5, 1'305)).has(TradeEffect::Seeded));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 0);
        QCOMPARE(cache.view(kId).gapShares.shares(), 0);
        QVERIFY(!cache.symbolView(kId, nullptr).slot.restAgeMs);

        // And from now on REST has no say in what the stream carries.
        cache.apply(priceReply(1, 9'999'999), at(10, 0, 12));
        view = cache.view(kId);
        QCOMPARE(view.last.won(), 5'010);
        QCOMPARE(view.accVolume.shares(), 1'305);
    }

    void restMovesTheBaseOfAStreamThatIsLongGone()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));
        feed(cache, trade(at(9, 10, 2), 1'000, 10, 110));
        cache.setStream(tradesOf(samsung()), false, at(9, 10, 10));

        // A short outage keeps its base: what was lost stays provable.
        cache.apply(priceReply(1'010, 500), at(9, 10, 40));
        QCOMPARE(cache.view(kId).last.won(), 1'010);
        QCOMPARE(cache.view(kId).accVolume.shares(), 110);
        cache.apply(priceReply(1'020, 900), at(9, 12, 0));
        QCOMPARE(cache.view(kId).accVolume.shares(), 900);
        QCOMPARE(cache.view(kId).regularVolume.shares(), 10);

        cache.setStream(tradesOf(samsung()), true, at(9, 12, 10));
        const market::TradeResult back = feed(cache, trade(at(9, 12, 11), 1'030, 5, 905));
        QVERIFY(!back.has(TradeEffect::Missing));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 5);
        QCOMPARE(cache.view(kId).regularVolume.shares(), 15);
    }

    void aStreamBehindTheRestPriceSeedsQuietly()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));
        cache.setStream(tradesOf(samsung()), false, at(9, 10, 10));
        cache.apply(priceReply(1'020, 900), at(9, 12, 0));
        cache.setStream(tradesOf(samsung()), true, at(9, 12, 10));

        const market::TradeResult back = feed(cache, trade(at(9, 12, 11), 1'030, 5, 899));

        QVERIFY(back.has(TradeEffect::Seeded));
        QVERIFY(!back.has(TradeEffect::Reseeded));
    }

    void limitsAndBaseComeFromTheBrokerWhereItSaysSo()
    {
        MarketCache cache;
        domain::Instrument issue;
        issue.symbol = samsung();
        issue.name = QStringLiteral("삼성전자");
        issue.reference = domain::Price::fromWon(71'800);
        const SymbolId id = cache.idOf(samsung());

        QCOMPARE(cache.symbolView(id, &issue).limits.upper.won(), 93'300);
        domain::PriceReply reply = priceReply(70'000, 10);
        reply.upperLimit = domain::Price::fromWon(90'000);
        reply.lowerLimit = domain::Price::fromWon(50'000);
        cache.apply(reply, at(10, 0));
        QCOMPARE(cache.symbolView(id, &issue).limits.upper.won(), 90'000);
        QCOMPARE(cache.symbolView(id, &issue).base.won(), 71'800);
    }

    void operationsChangeTheState()
    {
        MarketCache cache;
        domain::MarketOperation operation;
        operation.symbol = samsung();
        operation.viActive = true;

        QVERIFY(cache.apply(operation, at(10, 0)).viStarted);
        QVERIFY(!cache.apply(operation, at(10, 0, 1)).viStarted);
        operation.viActive = false;
        QVERIFY(cache.apply(operation, at(10, 2)).viEnded);
    }
};

QTEST_GUILESS_MAIN(TestMarketWarmUp)
#include "tst_market_warm_up.moc"
