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

/// start minute as HHMM, open, high, low, close, volume, trades
struct Expected
{
    int hhmm;
    std::int32_t open;
    std::int32_t high;
    std::int32_t low;
    std::int32_t close;
    std::int64_t volume;
    std::uint32_t trades;
};

bool matches(const Bar& bar, const Expected& expected)
{
    return bar.start() == at(expected.hhmm / 100, expected.hhmm % 100) && bar.open == expected.open
           && bar.high == expected.high && bar.low == expected.low && bar.close == expected.close
           && bar.volume == expected.volume && bar.trades() == expected.trades;
}
}  // namespace

class TestMarketCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheBarsComputedByHand()
    {
        MarketCache cache = subscribedCache();
        // The opening auction seeds: 1,000 shares that are in no bar.
        domain::Trade opening = trade(at(9, 0, 5), 10'000, 1'000, 1'000);
        opening.kind = domain::PrintKind::Auction;
        opening.high = domain::Price::fromWon(10'000);
        QVERIFY(feed(cache, opening).has(TradeEffect::Seeded));
        feed(cache, trade(at(9, 0, 6), 10'010, 5, 1'005));
        feed(cache, trade(at(9, 0, 59), 9'990, 5, 1'010));
        feed(cache, trade(at(9, 1, 0), 10'020, 10, 1'020));
        feed(cache, trade(at(9, 4, 59), 10'050, 30, 1'050));  // No bar for 09:02 and 09:03.
        feed(cache, trade(at(9, 5, 0), 10'040, 1, 1'051));

        const std::vector<Bar> ones = cache.closedBarsCopy(kId, Interval::M1);
        QCOMPARE(ones.size(), 3U);
        QVERIFY(matches(ones[0], {900, 10'010, 10'010, 9'990, 9'990, 10, 2}));
        QVERIFY(matches(ones[1], {901, 10'020, 10'020, 10'020, 10'020, 10, 1}));
        QVERIFY(matches(ones[2], {904, 10'050, 10'050, 10'050, 10'050, 30, 1}));
        QVERIFY(matches(*cache.formingBar(kId, Interval::M1),
                        {905, 10'040, 10'040, 10'040, 10'040, 1, 1}));
        const std::vector<Bar> threes = cache.closedBarsCopy(kId, Interval::M3);
        QCOMPARE(threes.size(), 1U);
        QVERIFY(matches(threes[0], {900, 10'010, 10'020, 9'990, 10'020, 20, 3}));
        QVERIFY(matches(*cache.formingBar(kId, Interval::M3),
                        {903, 10'050, 10'050, 10'040, 10'040, 31, 2}));
        const std::vector<Bar> fives = cache.closedBarsCopy(kId, Interval::M5);
        QCOMPARE(fives.size(), 1U);
        QVERIFY(matches(fives[0], {900, 10'010, 10'050, 9'990, 10'050, 50, 4}));
        QVERIFY(cache.closedBarsCopy(kId, Interval::M10).empty());
        QVERIFY(matches(*cache.formingBar(kId, Interval::M10),
                        {900, 10'010, 10'050, 9'990, 10'040, 51, 5}));
        QCOMPARE(cache.view(kId).regularVolume.shares(), 51);
        QCOMPARE(cache.view(kId).accVolume.shares(), 1'051);
    }

    void theClockCompletesBarsWithoutATrade()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 0, 6), 10'000, 5, 5));
        feed(cache, trade(at(9, 0, 7), 10'010, 5, 10));

        cache.advanceTo(at(9, 0, 59) + 999ms);
        QVERIFY(cache.closedBarsCopy(kId, Interval::M1).empty());
        cache.advanceTo(at(9, 1));
        QCOMPARE(cache.closedBarsCopy(kId, Interval::M1).size(), 1U);
        QVERIFY(!cache.formingBar(kId, Interval::M1));
        QVERIFY(cache.formingBar(kId, Interval::M3).has_value());
        cache.advanceTo(at(9, 3));
        QCOMPARE(cache.closedBarsCopy(kId, Interval::M3).size(), 1U);
        QVERIFY(!cache.formingBar(kId, Interval::M3));
        QVERIFY(cache.formingBar(kId, Interval::M5).has_value());
    }

    void theFirstTradeSeedsAndAddsNothing()
    {
        MarketCache cache = subscribedCache();

        const market::TradeResult first = feed(cache, trade(at(10, 0, 1), 5'000, 7, 1'234'567));

        QVERIFY(first.has(TradeEffect::Seeded));
        QVERIFY(!first.has(TradeEffect::Missing));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 0);
        QCOMPARE(cache.formingBar(kId, Interval::M1)->close, 5'000);
        QCOMPARE(cache.view(kId).regularVolume.shares(), 0);
        QVERIFY(!feed(cache, trade(at(10, 0, 2), 5'010, 3, 1'234'570)).has(TradeEffect::Seeded));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 3);
    }

    void expectedPricesWithoutVolumeAreNoBase()
    {
        MarketCache cache = subscribedCache();
        domain::Trade expected = trade(at(8, 59, 0), 9'900, 500, 0);
        expected.kind = domain::PrintKind::PreOpen;
        feed(cache, expected);

        // The auction print was lost: its volume is no provable gap.
        const market::TradeResult first = feed(cache, trade(at(9, 0, 9), 10'000, 5, 2'005));

        QVERIFY(first.has(TradeEffect::Seeded));
        QCOMPARE(cache.view(kId).gapShares.shares(), 0);
        QCOMPARE(cache.view(kId).regularVolume.shares(), 0);
    }

    void otherPrintsMoveOnlyBaseAndDisplay_data()
    {
        QTest::addColumn<int>("kind");

        QTest::newRow("auction") << static_cast<int>(domain::PrintKind::Auction);
        QTest::newRow("pre-open") << static_cast<int>(domain::PrintKind::PreOpen);
        QTest::newRow("after-hours") << static_cast<int>(domain::PrintKind::AfterHours);
    }
    void otherPrintsMoveOnlyBaseAndDisplay()
    {
        QFETCH(int, kind);
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(10, 0, 1), 5'000, 1, 1'000));
        feed(cache, trade(at(10, 0, 2), 5'000, 10, 1'010));
        domain::Trade print = trade(at(10, 0, 3), 5'500, 90, 1'100);
        print.kind = static_cast<domain::PrintKind>(kind);

        const market::TradeResult result = feed(cache, print);

        QVERIFY(result.has(TradeEffect::NotATrade));
        const domain::MarketView view = cache.view(kId);
        QCOMPARE(view.last.won(), 5'500);
        QCOMPARE(view.trade.won(), 5'000);
        QCOMPARE(view.accVolume.shares(), 1'100);
        QCOMPARE(view.regularVolume.shares(), 10);
        QCOMPARE(view.tradeAppliedAt, at(10, 0, 2));
        QCOMPARE(view.recordAppliedAt, at(10, 0, 3));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->high, 5'000);
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 10);
        feed(cache, trade(at(10, 0, 4), 5'010, 5, 1'105));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 15);
    }

    void aLateTradeRevisesItsOwnMinute()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));
        feed(cache, trade(at(9, 10, 2), 1'000, 5, 105));
        feed(cache, trade(at(9, 11, 1), 1'010, 5, 110));
        const std::uint64_t before = cache.closedBars(kId, Interval::M1).revision;

        const market::TradeResult late =
            cache.apply(trade(at(9, 10, 59), 990, 4, 114), at(9, 11, 2));

        QVERIFY(late.has(TradeEffect::Revised));
        const std::vector<Bar> bars = cache.closedBarsCopy(kId, Interval::M1);
        QVERIFY(matches(bars.at(0), {910, 1'000, 1'000, 990, 990, 9, 3}));
        QVERIFY(bars.at(0).is(Bar::kRevised));
        QVERIFY(
            matches(*cache.formingBar(kId, Interval::M1), {911, 1'010, 1'010, 1'010, 1'010, 5, 1}));
        // The longer bars are still forming: not revised, and their close is the newest minute's.
        const Bar three = *cache.formingBar(kId, Interval::M3);
        QVERIFY(matches(three, {909, 1'000, 1'010, 990, 1'010, 14, 4}));
        QVERIFY(!three.is(Bar::kRevised));
        QVERIFY(cache.closedBars(kId, Interval::M1).revision > before);
        QCOMPARE(cache.view(kId).last.won(), 990);
    }

    void aLateTradeMakesTheBarThatWasMissing()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 8, 1), 1'000, 1, 100));
        feed(cache, trade(at(9, 10, 1), 1'010, 5, 105));

        cache.apply(trade(at(9, 9, 30), 1'005, 4, 109), at(9, 10, 2));

        const std::vector<Bar> bars = cache.closedBarsCopy(kId, Interval::M1);
        QCOMPARE(bars.size(), 2U);
        QVERIFY(matches(bars[1], {909, 1'005, 1'005, 1'005, 1'005, 4, 1}));
        QVERIFY(
            matches(*cache.formingBar(kId, Interval::M3), {909, 1'005, 1'010, 1'005, 1'010, 9, 2}));
        QVERIFY(matches(*cache.formingBar(kId, Interval::M10),
                        {910, 1'010, 1'010, 1'010, 1'010, 5, 1}));
        const std::vector<Bar> fives = cache.closedBarsCopy(kId, Interval::M5);
        QCOMPARE(fives.size(), 1U);
        QVERIFY(matches(fives[0], {905, 1'000, 1'005, 1'000, 1'005, 4, 2}));
        QVERIFY(fives[0].is(Bar::kRevised));
    }

    void aTradeAheadOfTheClockOpensTheNextBar()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 58), 1'000, 1, 100));

        // The exchange's clock is ahead: its 09:11 comes while ours is still in 09:10.
        cache.apply(trade(at(9, 11, 0), 1'010, 1, 101), at(9, 10, 59));
        const market::TradeResult back =
            cache.apply(trade(at(9, 10, 59), 1'020, 1, 102), at(9, 10, 59) + 500ms);

        // 09:10 is not complete by the clock, so this is no revision.
        QVERIFY(!back.has(TradeEffect::Revised));
        const std::vector<Bar> bars = cache.closedBarsCopy(kId, Interval::M1);
        QVERIFY(matches(bars.at(0), {910, 1'000, 1'020, 1'000, 1'020, 1, 2}));
        QVERIFY(!bars[0].is(Bar::kRevised));
        QVERIFY(
            matches(*cache.formingBar(kId, Interval::M1), {911, 1'010, 1'010, 1'010, 1'010, 1, 1}));
    }

    void indicatorsDoNotReachIntoYesterday()
    {
        MarketCache cache = subscribedCache();
        std::int64_t volume = 100;
        for (int minute = 0; minute < 20; ++minute) {
            feed(cache, trade(at(15, minute, 1), 1'000 + minute, 1, ++volume));
        }
        QVERIFY(cache.atr(kId).has_value());
        const domain::Timestamp tomorrow = at(9, 0, 1) + 24h;

        const market::TradeResult first = feed(cache, trade(tomorrow, 2'000, 3, 3));

        QVERIFY(first.has(TradeEffect::NewDay));
        QVERIFY(first.has(TradeEffect::Seeded));
        QVERIFY(!cache.atr(kId));
        QVERIFY(!cache.momentum(kId, 3));
        QVERIFY(!cache.volatilityPct(kId));
        QCOMPARE(cache.view(kId).regularVolume.shares(), 0);
        QCOMPARE(cache.sessionBars(kId, Interval::M1).size(), 1U);
        QCOMPARE(cache.closedBarsCopy(kId, Interval::M1).size(), 20U);  // The chart keeps them.
        feed(cache, trade(tomorrow + 60s, 2'020, 1, 4));
        QCOMPARE(cache.momentum(kId, 1)->tenThousandths(), 10'000);
    }

    void theClockAloneEndsYesterday()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(10, 0, 1), 1'000, 1, 100));
        feed(cache, trade(at(10, 1, 1), 1'000, 1, 101));

        cache.advanceTo(at(8, 0) + 24h);

        QCOMPARE(cache.view(kId).accVolume.shares(), 0);
        QVERIFY(!cache.tradedToday(kId));
        QVERIFY(!cache.momentum(kId, 1));
        QCOMPARE(cache.view(kId).last.won(), 1'000);
        QCOMPARE(cache.view(kId).trade.won(), 0);
    }

    void theHighBeforeIsThatOfTheRecordBefore()
    {
        MarketCache cache = subscribedCache();
        domain::Trade record = trade(at(9, 10, 1), 1'000, 1, 100);
        record.high = domain::Price::fromWon(1'000);
        feed(cache, record);
        record = trade(at(9, 10, 2), 1'020, 1, 101);
        record.high = domain::Price::fromWon(1'020);
        feed(cache, record);
        record = trade(at(9, 10, 3), 1'030, 1, 102);
        record.high = domain::Price::fromWon(1'030);
        feed(cache, record);

        QCOMPARE(cache.view(kId).high.won(), 1'030);
        QCOMPARE(cache.view(kId).highBefore.won(), 1'020);
        feed(cache, trade(at(9, 10, 4), 1'030, 1, 103));  // Not published: stays.
        QCOMPARE(cache.view(kId).high.won(), 1'030);
        QCOMPARE(cache.view(kId).highBefore.won(), 1'030);
    }

    void vwapIsThePublishedOneElseTurnoverByVolume()
    {
        MarketCache cache = subscribedCache();
        QVERIFY(!cache.vwap(cache.idOf(samsung())));
        domain::Trade record = trade(at(9, 10, 1), 1'000, 1, 300);
        record.accTurnover = domain::Won{300'100};
        feed(cache, record);

        QCOMPARE(cache.vwap(kId), (domain::Vwap{.numerator = 300'100, .denominator = 300}));
        QCOMPARE(cache.vwap(kId)->cents(), 100'033);
        record.vwapCents = 100'050;
        feed(cache, record);
        QCOMPARE(cache.vwap(kId), (domain::Vwap{.numerator = 100'050, .denominator = 100}));
        QCOMPARE(cache.vwap(kId)->cents(), 100'050);
    }

    void chartBarsAreTheSameObjectUntilOneChanges()
    {
        MarketCache cache = subscribedCache();
        domain::Trade record = trade(at(9, 10, 1), 1'000, 1, 100);
        record.vwapCents = 99'900;
        feed(cache, record);
        cache.advanceTo(at(9, 11));
        const market::ChartBars first = cache.closedBars(kId, Interval::M1);

        feed(cache, trade(at(9, 11, 5), 1'010, 1, 101));
        feed(cache, trade(at(9, 11, 6), 1'020, 1, 102));
        QCOMPARE(cache.closedBars(kId, Interval::M1).closed, first.closed);
        QCOMPARE(cache.closedBars(kId, Interval::M1).revision, first.revision);
        cache.advanceTo(at(9, 12));

        const market::ChartBars second = cache.closedBars(kId, Interval::M1);
        QVERIFY(second.closed != first.closed);
        QVERIFY(second.revision > first.revision);
        QCOMPARE(first.closed->bars.size(), 1U);
        QCOMPARE(second.closed->bars.size(), 2U);
        QCOMPARE(second.closed->vwapCents.at(0), 99'900);
        QVERIFY(cache.closedBars(kId, Interval::M3).revision != second.revision);
    }

    void longerChartBarsEndWithTheVwapOfTheirLastMinute()
    {
        MarketCache cache = subscribedCache();
        std::int64_t volume = 100;
        for (const int minute : {9, 10, 14, 16}) {
            domain::Trade record = trade(at(9, minute, 1), 1'000, 1, ++volume);
            record.vwapCents = 100'000 + minute;
            feed(cache, record);
        }
        cache.advanceTo(at(9, 20));

        const auto chart = cache.closedBars(kId, Interval::M5).closed;

        QCOMPARE(chart->bars.size(), 3U);
        QCOMPARE(chart->vwapCents, (std::vector<std::int64_t>{100'009, 100'014, 100'016}));
    }

    void recordsTellOfViAndHaltOnce()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));
        domain::Trade auction = trade(at(9, 10, 2), 1'100, 1, 101);
        auction.inViAuction = true;
        auction.halted = true;

        const market::TradeResult begun = feed(cache, auction);
        QVERIFY(begun.has(TradeEffect::ViStarted));
        QVERIFY(begun.has(TradeEffect::Halted));
        QCOMPARE(feed(cache, auction).what & 0x780U, 0U);
        QVERIFY(cache.view(kId).inVi);
        const market::TradeResult over = feed(cache, trade(at(9, 13, 2), 1'100, 1, 102));
        QVERIFY(over.has(TradeEffect::ViEnded));
        QVERIFY(over.has(TradeEffect::Resumed));
        QVERIFY(!cache.view(kId).inVi);
    }

    void aQuoteAndATradeBothMoveTheBestPrices()
    {
        MarketCache cache = subscribedCache();
        domain::Trade record = trade(at(9, 10, 1), 1'000, 1, 100);
        record.ask = domain::Price::fromWon(1'001);
        record.bid = domain::Price::fromWon(1'000);
        record.totalAsk = domain::Quantity{60};
        record.totalBid = domain::Quantity{40};
        feed(cache, record);
        QCOMPARE(cache.view(kId).ask.won(), 1'001);
        QCOMPARE(cache.view(kId).quoteAppliedAt, at(9, 10, 1));
        QVERIFY(cache.quote(kId) == nullptr);

        domain::Quote quote;
        quote.symbol = samsung();
        quote.asks[0] = {domain::Price::fromWon(1'003), domain::Quantity{5}};
        quote.bids[0] = {domain::Price::fromWon(1'002), domain::Quantity{6}};
        quote.totalAsk = domain::Quantity{600};
        quote.totalBid = domain::Quantity{400};
        cache.apply(quote, at(9, 10, 2));

        const domain::MarketView view = cache.view(kId);
        QCOMPARE(view.ask.won(), 1'003);
        QCOMPARE(view.bid.won(), 1'002);
        QCOMPARE(view.totalBid.shares(), 400);
        QCOMPARE(view.quoteAppliedAt, at(9, 10, 2));
        QCOMPARE(*cache.quote(kId), quote);
    }

    void freshnessCountsTheEngineClockAndNotTheStamp()
    {
        MarketCache cache = subscribedCache();
        cache.apply(trade(at(9, 10, 1), 1'000, 1, 100), at(9, 10, 4));
        cache.apply(trade(at(9, 10, 2), 1'000, 1, 101), at(9, 10, 3));  // Never back.

        QCOMPARE(cache.view(kId).tradeAppliedAt, at(9, 10, 4));
        QCOMPARE(cache.clock(), at(9, 10, 4));
    }
};

QTEST_GUILESS_MAIN(TestMarketCache)
#include "tst_market_cache.moc"
