#include "core/screen/pool.h"
#include "core/screen/screener.h"
#include "screen_fixture.h"

#include <QTest>

using namespace core;
using namespace screen_test;

class TestPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsListsHeldAndWatchListOnce()
    {
        const std::vector<domain::RankingReply> rankings{
            {.list = domain::RankingList::TradedValue,
             .ok = true,
             .symbols = symbols({"000010", "000020"})},
            {.list = domain::RankingList::VolumeSurge,
             .ok = true,
             .symbols = symbols({"000020", "000030"})}};

        const auto pool = screen::rankedPool(rankings, symbols({"000040", "000010"}),
                                             symbols({"000050", "000040"}));

        QCOMPARE(pool, symbols({"000010", "000020", "000030", "000040", "000050"}));
    }

    void takesThirtyRowsOfAListAtMost()
    {
        domain::RankingReply reply{
            .list = domain::RankingList::TradedValue, .ok = true, .symbols = {}};
        for (int i = 0; i < 40; ++i) {
            reply.symbols.push_back(symbol(QString::number(100'000 + i).toStdString()));
        }
        QCOMPARE(screen::rankedPool({{reply}}, {}, {}).size(), 30U);
    }

    void takesTheHundredLargestOfTheMasterAfterExclusions()
    {
        std::vector<domain::Instrument> issues;
        for (int i = 0; i < 150; ++i) {
            issues.push_back(stock(QString::number(100'000 + i * 10).toStdString()));
            issues.back().previousVolume = domain::Quantity{1'000 + i / 2};  // Ties in pairs.
        }
        issues[149].flags.set(domain::InstrumentFlag::Halted);
        issues[148].previousVolume.reset();
        const domain::InstrumentsPtr instruments = table(issues);
        screen::Screener screener;
        screener.setInstruments(instruments);

        const auto pool = screen::masterPool(*instruments, screener, {}, {}, symbols({"100000"}));

        QCOMPARE(pool.size(), 101U);
        QCOMPARE(pool[0], symbol("101460"));  // 146 and 147 tie: the smaller code first.
        QCOMPARE(pool[1], symbol("101470"));
        QCOMPARE(pool[99], symbol("100490"));
        QCOMPARE(pool[100], symbol("100000"));
    }

    void aUniverseReplacesTheMaster()
    {
        const domain::InstrumentsPtr instruments = table({stock("000010"), stock("000020")});
        screen::Screener screener;
        screener.setInstruments(instruments);

        const auto pool = screen::masterPool(*instruments, screener, symbols({"000990"}),
                                             symbols({"000020"}), {});

        QCOMPARE(pool, symbols({"000990", "000020"}));
    }
};

QTEST_GUILESS_MAIN(TestPool)
#include "tst_pool.moc"
