#include "market_fixture.h"

#include <QTest>

using namespace core;
using namespace market_test;
using domain::Bar;
using domain::Interval;
using market::MarketCache;
using market::SymbolId;
using market::TradeEffect;
using market::TradeResult;

namespace
{
constexpr SymbolId kId{};
}

class TestMarketGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLostFrameLosesNoVolumeButIsProven()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));

        const TradeResult result = feed(cache, trade(at(9, 10, 3), 1'000, 5, 125));

        QVERIFY(result.has(TradeEffect::Missing));
        QVERIFY(!result.has(TradeEffect::DataGap));  // Only two seconds apart.
        QCOMPARE(result.missingShares, 20);
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 25);
        QVERIFY(cache.formingBar(kId, Interval::M1)->is(Bar::kGap));
        QCOMPARE(cache.formingGapShares(kId, Interval::M1), 20);
        QCOMPARE(cache.formingGapShares(kId, Interval::M10), 20);
        QCOMPARE(cache.view(kId).gapShares.shares(), 20);
        QVERIFY(cache.isKnownMinute(kId, at(9, 10)));
        cache.advanceTo(at(9, 15));
        QCOMPARE(cache.closedBars(kId, Interval::M1).closed->gapShares.at(0), 20);
        QCOMPARE(cache.closedBars(kId, Interval::M5).closed->gapShares.at(0), 20);
        QVERIFY(cache.closedBars(kId, Interval::M5).closed->bars.at(0).is(Bar::kGap));
        QCOMPARE(cache.gapSharesTotal(), 20);
    }

    void missingSharesAreADataGapOnlyBeyondFiveSeconds_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("missing");
        QTest::addColumn<bool>("gap");

        QTest::newRow("5 s with missing shares") << 5 << 1 << false;
        QTest::newRow("6 s with missing shares") << 6 << 1 << true;
        QTest::newRow("silence without missing shares") << 50 << 0 << false;
    }
    void missingSharesAreADataGapOnlyBeyondFiveSeconds()
    {
        QFETCH(int, seconds);
        QFETCH(int, missing);
        QFETCH(bool, gap);
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));

        const TradeResult result =
            feed(cache, trade(at(9, 10, 1 + seconds), 1'000, 5, 105 + missing));

        QCOMPARE(result.has(TradeEffect::DataGap), gap);
        QCOMPARE(result.gapSeconds, gap ? seconds : 0);
        QCOMPARE(cache.isKnownMinute(kId, at(9, 10)), !gap);
        QCOMPARE(cache.dataGaps(), gap ? 1 : 0);
    }

    void aDataGapLiesBetweenTwoTradesOfTheDay()
    {
        MarketCache cache = subscribedCache();
        const auto auction = [](domain::Timestamp time, std::int64_t volume) {
            domain::Trade print = trade(time, 1'000, 1, volume);
            print.kind = domain::PrintKind::Auction;
            return print;
        };
        const domain::Timestamp yesterday = at(9, 10) - 24h;
        feed(cache, trade(yesterday, 1'000, 1, 100));
        feed(cache, auction(at(8, 59), 10));
        // The day's first trade has none before it.
        QVERIFY(!feed(cache, trade(at(9, 0, 30), 1'000, 1, 20)).has(TradeEffect::DataGap));
        QVERIFY(cache.isKnownMinute(kId, at(9, 0)));
        feed(cache, auction(at(9, 2, 29), 100));
        // One share is missing after the print, and two minutes lie between the trades.
        const TradeResult result = feed(cache, trade(at(9, 2, 30), 1'000, 1, 102));
        QVERIFY(result.has(TradeEffect::DataGap));
        QCOMPARE(result.gapSeconds, 120);
        QVERIFY(!cache.isKnownMinute(kId, at(9, 0)));
        QVERIFY(!cache.isKnownMinute(kId, at(9, 2)));
    }

    void aDataGapMakesEveryMinuteItTouchesUnknown()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));

        feed(cache, trade(at(9, 12, 0), 1'000, 5, 500));

        QVERIFY(cache.isKnownMinute(kId, at(9, 9)));
        QVERIFY(!cache.isKnownMinute(kId, at(9, 10)));
        QVERIFY(!cache.isKnownMinute(kId, at(9, 11)));
        QVERIFY(!cache.isKnownMinute(kId, at(9, 12)));
        QVERIFY(cache.isKnownMinute(kId, at(9, 13)));
    }

    void aSampledRecordingHasNoGaps()
    {
        MarketCache cache = subscribedCache({.gaps = market::GapPolicy::Ignore});
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));

        const TradeResult result = feed(cache, trade(at(9, 10, 41), 1'000, 5, 5'000));

        QCOMPARE(result.what, 0U);
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 4'900);
        QVERIFY(!cache.formingBar(kId, Interval::M1)->is(Bar::kGap));
        QVERIFY(cache.isKnownMinute(kId, at(9, 10)));
    }

    void aFallOfTheVolumeReseeds()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));
        feed(cache, trade(at(9, 10, 2), 1'000, 10, 110));

        const TradeResult result = feed(cache, trade(at(9, 10, 3), 1'000, 5, 50));

        QVERIFY(result.has(TradeEffect::Reseeded));
        QVERIFY(!result.has(TradeEffect::Missing));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 10);
        feed(cache, trade(at(9, 10, 4), 1'000, 7, 57));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 17);
        QCOMPARE(cache.view(kId).regularVolume.shares(), 17);
        QCOMPARE(cache.view(kId).accVolume.shares(), 57);
    }

    void aStreamAwayLongerThanFiveSecondsIsAGap()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));

        cache.setStream(tradesOf(samsung()), false, at(9, 10, 10));
        QVERIFY(!cache.view(kId).tradeLive);
        QVERIFY(!cache.setStream(tradesOf(samsung()), true, at(9, 10, 15)).has_value());
        cache.setStream(tradesOf(samsung()), false, at(9, 10, 20));
        const auto gap = cache.setStream(tradesOf(samsung()), true, at(9, 10, 26));

        QVERIFY(gap.has_value());
        QCOMPARE(gap->length, std::chrono::milliseconds{6'000});
        QVERIFY(cache.isKnownMinute(kId, at(9, 9)));
        QVERIFY(!cache.isKnownMinute(kId, at(9, 10)));
        QVERIFY(cache.isKnownMinute(kId, at(9, 11)));
        // What was lost meanwhile is counted where it showed.
        QVERIFY(feed(cache, trade(at(9, 10, 27), 1'000, 1, 201)).has(TradeEffect::Missing));
        QCOMPARE(cache.view(kId).gapShares.shares(), 100);
    }

    void aMinuteCountsOnlyIfSubscribedFromItsStart()
    {
        MarketCache cache;
        cache.setStream(tradesOf(samsung()), true, at(9, 10, 0));
        QVERIFY(cache.isKnownMinute(kId, at(9, 10)));

        MarketCache later;
        later.setStream(tradesOf(samsung()), true, at(9, 10, 0) + 1ms);
        QVERIFY(!later.isKnownMinute(kId, at(9, 10)));
        QVERIFY(later.isKnownMinute(kId, at(9, 11)));
    }

    void theVolumeWindowNeedsFourKnownMinutes()
    {
        MarketCache cache;
        cache.setStream(tradesOf(samsung()), true, at(9, 9, 30));
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));
        feed(cache, trade(at(9, 11, 1), 1'000, 10, 110));
        feed(cache, trade(at(9, 13, 1), 1'000, 40, 150));  // 09:12 is known and empty.
        QCOMPARE(cache.volumeWindow(kId),
                 (domain::VolumeWindow{domain::Quantity{40}, domain::Quantity{10}}));

        MarketCache late;
        late.setStream(tradesOf(samsung()), true, at(9, 10, 30));
        feed(late, trade(at(9, 11, 1), 1'000, 10, 110));
        feed(late, trade(at(9, 13, 1), 1'000, 40, 150));
        QVERIFY(!late.volumeWindow(kId));  // 09:10 was not covered whole.
        late.advanceTo(at(9, 14));
        QCOMPARE(late.volumeWindow(kId),
                 (domain::VolumeWindow{domain::Quantity{0}, domain::Quantity{40}}));
    }

    void theVolumeWindowForgetsTheFourthMinuteBack()
    {
        MarketCache cache = subscribedCache();
        std::int64_t volume = 1'000;
        for (int minute = 0; minute <= 5; ++minute) {
            volume += minute;
            feed(cache, trade(at(9, minute, 1), 1'000, minute, volume));
        }
        QCOMPARE(cache.volumeWindow(kId),
                 (domain::VolumeWindow{domain::Quantity{5}, domain::Quantity{2 + 3 + 4}}));
    }

    void turnoverOfFiveMinutesIsThatOfCompleteOnes()
    {
        MarketCache cache = subscribedCache();
        std::int64_t volume = 1'000;
        for (int minute = 1; minute <= 7; ++minute) {
            domain::Trade record = trade(at(9, minute, 1), 1'000, 1, ++volume);
            record.accTurnover = domain::Won{1'000'000 + volume * volume};
            feed(cache, record);
        }
        // The clock stands in 09:07: 09:02 to 09:06 count. Step of minute m: (1000+m)^2 - before.
        const std::int64_t expected = 1'006 * 1'006 - 1'001 * 1'001;
        QCOMPARE(cache.turnoverFive(kId)->value(), expected);
        cache.advanceTo(at(9, 20));
        QCOMPARE(cache.turnoverFive(kId)->value(), 0);
    }

    void turnoverNeedsItsMinutesKnown()
    {
        MarketCache cache;
        cache.advanceTo(at(9, 0));
        cache.startSession(schedule());
        cache.setStream(tradesOf(samsung()), true, at(9, 10, 30));
        feed(cache, trade(at(9, 10, 31), 1'000, 1, 100));

        cache.advanceTo(at(9, 15, 59));
        QVERIFY(!cache.turnoverFive(kId));
        cache.advanceTo(at(9, 16));
        QVERIFY(cache.turnoverFive(kId).has_value());
    }

    /// What REST is late with comes; what a gap has taken does not, so older minutes do not stand
    /// in.
    void turnoverDoesNotReachBackOverAGap()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 1, 100));
        feed(cache, trade(at(9, 13, 25), 1'000, 1, 101));
        QVERIFY(feed(cache, trade(at(9, 13, 35), 1'000, 1, 110)).has(TradeEffect::DataGap));
        cache.advanceTo(at(9, 14));
        QVERIFY(!cache.turnoverFive(kId));
        cache.advanceTo(at(9, 18, 59));
        QVERIFY(!cache.turnoverFive(kId));
        cache.advanceTo(at(9, 19));
        QCOMPARE(cache.turnoverFive(kId)->value(), 0);
    }

    void aStateWithoutAVolumeIsNoBase()
    {
        MarketCache cache = subscribedCache();
        feed(cache, trade(at(9, 10, 1), 1'000, 10, 60'000));
        domain::Trade state = trade(at(9, 10, 2), 1'000, 0, 0);
        state.kind = domain::PrintKind::Auction;
        state.inViAuction = true;
        QVERIFY(feed(cache, state).has(TradeEffect::ViStarted));
        const TradeResult next = feed(cache, trade(at(9, 10, 3), 1'000, 1, 60'001));
        QVERIFY(!next.has(TradeEffect::Reseeded));
        QVERIFY(!next.has(TradeEffect::Missing));
        QCOMPARE(cache.formingBar(kId, Interval::M1)->volume, 1);
    }

    void theSessionMayBeToldBeforeTheClockRuns()
    {
        MarketCache cache;
        cache.startSession(schedule());
        cache.setStream(tradesOf(samsung()), true, at(8, 50));
        feed(cache, trade(at(9, 0, 6), 1'000, 5, 5));

        cache.advanceTo(at(9, 1));
        QVERIFY(cache.turnoverFive(kId).has_value());

        // Tomorrow nobody has told the hours yet: nothing before 09:10 is known then.
        cache.setStream(tradesOf(samsung()), false, at(9, 2) + 24h);
        cache.setStream(tradesOf(samsung()), true, at(9, 10) + 24h);
        feed(cache, trade(at(9, 10, 6) + 24h, 1'000, 5, 5));
        cache.advanceTo(at(9, 11) + 24h);
        QVERIFY(!cache.turnoverFive(kId));
    }

    void minutesBeforeTheOpenAreKnownToTurnover()
    {
        MarketCache cache = subscribedCache();
        domain::Trade record = trade(at(9, 0, 6), 1'000, 5, 5);
        record.accTurnover = domain::Won{5'000};
        feed(cache, record);
        record = trade(at(9, 0, 7), 1'000, 5, 10);
        record.accTurnover = domain::Won{10'000};
        feed(cache, record);

        cache.advanceTo(at(9, 1));

        QCOMPARE(cache.turnoverFive(kId)->value(), 5'000);
    }
};

QTEST_GUILESS_MAIN(TestMarketGaps)
#include "tst_market_gaps.moc"
