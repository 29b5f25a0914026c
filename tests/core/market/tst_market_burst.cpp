#include "tests/core/market/market_fixture.h"

#include <QTest>

using namespace core;
using namespace market_test;

namespace
{
/// The 09:00 rush at ten times its size: 20,000 trades a second for five seconds.
constexpr int kTrades = 100'000;
constexpr int kPerSecond = 20'000;
}  // namespace

class TestMarketBurst : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Fault row C16: trades are lossless up to the bars, and what is kept is bounded.
    void c16_everyTradeOfABurstReachesTheBars_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("minute");
        QTest::newRow("C16 after the open, over a minute's end") << 9 << 0;
        QTest::newRow("C16 before the closing auction") << 15 << 18;
    }
    void c16_everyTradeOfABurstReachesTheBars()
    {
        QFETCH(int, hour);
        QFETCH(int, minute);
        market::MarketCache cache = subscribedCache();
        const domain::Timestamp start = at(hour, minute, 57);
        // The opening print seeds the accumulated figures and is no trade of the bars.
        domain::Trade opening = trade(at(9, 0), 10'000, 1, 1);
        opening.accTurnover = domain::Won{10'000};
        cache.apply(opening, opening.time);
        std::int64_t volume = 1;
        std::int64_t turnover = 10'000;
        std::int64_t lowest = 1'000'000;
        for (int n = 0; n < kTrades; ++n) {
            const domain::Timestamp now = start + std::chrono::seconds{n / kPerSecond};
            const std::int64_t price = 10'000 + 10 * (n % 97);
            const std::int64_t shares = 1 + n % 7;
            volume += shares;
            turnover += price * shares;
            lowest = std::min(lowest, price);
            domain::Trade one = trade(now, price, shares, volume);
            one.accTurnover = domain::Won{turnover};
            cache.apply(one, now);
        }
        cache.advanceTo(at(hour, minute + 2));

        const auto id = cache.find(samsung());
        QVERIFY(id.has_value());
        std::int64_t barVolume = 0;
        std::int64_t barTurnover = 0;
        std::int64_t barLowest = 1'000'000;
        for (const domain::Bar& bar : cache.closedBarsCopy(*id, domain::Interval::M1)) {
            barVolume += bar.volume;
            barTurnover += bar.turnover;
            barLowest = bar.volume > 0 ? std::min<std::int64_t>(barLowest, bar.low) : barLowest;
        }
        QCOMPARE(barVolume, volume - 1);
        QCOMPARE(barTurnover, turnover - 10'000);
        QCOMPARE(barLowest, lowest);
        QCOMPARE(cache.view(*id).gapShares.shares(), 0);
        QVERIFY(cache.closedBarsCopy(*id, domain::Interval::M1).size() <= 480);
    }

    /// Books are conflated: the newest counts, however many came.
    void c16_theNewestBookOfABurstIsTheOneKept()
    {
        market::MarketCache cache = subscribedCache();
        domain::Quote book;
        book.symbol = samsung();
        for (int n = 1; n <= kTrades; ++n) {
            book.time = at(9, 0, 1);
            book.bids[0] = {domain::Price::fromWon(10'000), domain::Quantity{n}};
            book.asks[0] = {domain::Price::fromWon(10'010), domain::Quantity{n + 1}};
            cache.apply(book, at(9, 0, 1));
        }

        const domain::Quote* kept = cache.quote(*cache.find(samsung()));
        QVERIFY(kept != nullptr);
        QCOMPARE(kept->bids[0].quantity.shares(), kTrades);
        QCOMPARE(kept->asks[0].quantity.shares(), kTrades + 1);
    }
};

QTEST_GUILESS_MAIN(TestMarketBurst)
#include "tst_market_burst.moc"
