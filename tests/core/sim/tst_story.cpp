#include "core/sim/faults.h"
#include "core/sim/story.h"
#include "tests/core/sim/market_rig.h"
#include "tests/support/no_warnings.h"

#include <QTest>

#include <map>

using namespace core::sim;
using test::sim::EventList;
using test::sim::MarketRig;

namespace
{
struct Seen
{
    FlowEvent event;
    Figures figures;
    double bidShare = 0.0;  ///< Percent.
};

Story storyOf(int minute, const char* acts)
{
    const auto read = readActs(QString::fromLatin1(acts).split(u' '));
    if (!read) {
        qFatal("%s", qUtf8Printable(read.error().detail));
    }
    return {.minute = minute, .acts = *read};
}

/// Everything the issue does from `from` to `to`, with what its book shows.
std::vector<Seen> watched(MarketRig& rig, StockId id, int from, int to, int step = 1'000)
{
    std::vector<Seen> out;
    EventList events{[&](const Stock& stock, const FlowEvent& event) {
        const Book book = stock.book();
        out.push_back({event, stock.figures(),
                       100.0 * static_cast<double>(book.totalBid)
                           / std::max(1.0, static_cast<double>(book.totalBid + book.totalAsk))});
    }};
    rig.exchange.watch(id, true);
    for (int now = from; now < to; now += step) {
        rig.exchange.publishUntil(std::min(now + step, to), events);
    }
    return out;
}

std::vector<FlowEvent> eventsOf(const std::vector<Seen>& seen)
{
    std::vector<FlowEvent> out;
    for (const Seen& one : seen) {
        out.push_back(one.event);
    }
    return out;
}

bool isTrade(const Seen& one)
{
    return one.event.kind == FlowKind::Trade;
}

/// Shares by minute.
std::map<int, std::int64_t> volumes(const std::vector<Seen>& seen, int until = 24 * 3'600'000)
{
    std::map<int, std::int64_t> out;
    for (const Seen& one : seen) {
        if (isTrade(one) && one.event.at <= until) {
            out[one.event.at / kMinuteMs] += one.event.quantity;
        }
    }
    return out;
}

std::int32_t highest(const std::vector<Seen>& seen, int from, int to)
{
    std::int32_t high = 0;
    for (const Seen& one : seen) {
        if (isTrade(one) && one.event.at >= from && one.event.at < to) {
            high = std::max(high, one.event.price);
        }
    }
    return high;
}

std::int32_t lowest(const std::vector<Seen>& seen, int from, int to)
{
    std::int32_t low = 1'000'000'000;
    for (const Seen& one : seen) {
        if (isTrade(one) && one.event.at >= from && one.event.at < to) {
            low = std::min(low, one.event.price);
        }
    }
    return low;
}
}  // namespace

class TestStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void actsAreReadWithTheirParts()
    {
        const auto acts = readActs({QStringLiteral("rise=2.5,s=60,v=3,b=60"),
                                    QStringLiteral("average=-1.25"), QStringLiteral("vi=down")});

        QVERIFY(acts);
        QCOMPARE(acts->size(), 3U);
        QCOMPARE(
            (*acts)[0],
            (Act{.kind = ActKind::Rise, .move = 0.025, .slices = 6, .volume = 3.0, .lean = 10}));
        QVERIFY((*acts)[1].kind == ActKind::Average);
        QCOMPARE((*acts)[1].move, -0.0125);
        QVERIFY((*acts)[2].kind == ActKind::Vi);
        QVERIFY((*acts)[2].move < 0.0);
        QVERIFY(readActs({QStringLiteral("textbook")})->size() > 4);
    }

    void brokenActsAreRefused_data()
    {
        QTest::addColumn<QString>("word");
        for (const char* word : {"climb=1", "rise", "rise=", "rise=-1", "rise=26", "rise=1,s=5",
                                 "rise=1,s=15", "rise=1,v=0", "rise=1,v=51", "rise=1,b=95",
                                 "rise=1,x=1", "vi", "vi=2", "rest=1", "pull=abc"}) {
            QTest::newRow(word) << QString::fromLatin1(word);
        }
    }

    void brokenActsAreRefused()
    {
        QFETCH(const QString, word);

        const auto acts = readActs({word});

        QVERIFY(!acts);
        QVERIFY(acts.error().detail.contains(word));
    }

    void aStoryBeginsWithAFullMinute()
    {
        using core::domain::timeOfDay;
        QCOMPARE(storyMinute(timeOfDay(10, 0)), 600);
        QCOMPARE(storyMinute(timeOfDay(10, 0) + std::chrono::milliseconds{1}), 601);
    }

    /// What section 5.2 of the trading rules wants to see at the break, for any seed.
    void theTextbookHasEverythingTheRuleLooksFor_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed) {
            QTest::addRow("seed %d", seed) << seed;
        }
    }

    void theTextbookHasEverythingTheRuleLooksFor()
    {
        QFETCH(const int, seed);
        MarketRig rig{static_cast<std::uint64_t>(seed)};
        rig.exchange.startAt(MarketRig::at(10, 0));
        const StockId id = rig.id("005930");
        QVERIFY(rig.exchange.tell(id, storyOf(603, "textbook rest,s=60,v=1")));
        const std::vector<Seen> seen =
            watched(rig, id, MarketRig::at(10, 0), MarketRig::at(10, 55));
        // The legs, by the minutes of the preset: 30 down, 7 still, 1 noticed, 5 up, 3 back, 1
        // break.
        const int noticed = 603 + 37;
        const int pull = noticed + 6;
        const int breaks = pull + 3;
        const auto minutes = [](int minute) { return minute * kMinuteMs; };
        const std::int32_t entry = highest(seen, minutes(noticed), minutes(noticed + 1));
        const std::int32_t high = highest(seen, minutes(noticed), minutes(pull));
        const std::int32_t low = lowest(seen, minutes(pull), minutes(breaks));
        const auto over = std::find_if(seen.begin(), seen.end(), [&](const Seen& one) {
            return isTrade(one) && one.event.at >= minutes(pull) && one.event.price > high;
        });
        QVERIFY(over != seen.end());

        // The entry is 2 % below the high, the pull-back 0.6 to 1.2 %, the break one step.
        QVERIFY2(high * 100 >= entry * 102,
                 qPrintable(QStringLiteral("%1 %2").arg(high).arg(entry)));
        const double depth = 100.0 * (high - low) / high;
        QVERIFY2(depth >= 0.6 && depth <= 1.2, qPrintable(QString::number(depth)));
        QVERIFY(over->event.at >= minutes(breaks) && over->event.at < minutes(breaks + 1));
        const auto broken = core::domain::Price::fromWon(high);
        QCOMPARE(over->event.price, static_cast<std::int32_t>(core::domain::nextUp(broken).won()));
        QCOMPARE(highest(seen, minutes(pull), minutes(breaks + 1)), over->event.price);
        // P5, P6, P7, at the very first trade above the high.
        QVERIFY2(over->bidShare >= 58.0, qPrintable(QString::number(over->bidShare)));
        auto volume = volumes(seen, over->event.at);
        const std::int64_t before = volume[breaks - 1] + volume[breaks - 2] + volume[breaks - 3];
        QVERIFY2(volume[breaks] * 2 >= before,
                 qPrintable(QStringLiteral("%1 %2").arg(volume[breaks]).arg(before)));
        const double average = static_cast<double>(over->figures.accTurnover)
                               / static_cast<double>(over->figures.accVolume);
        const double above = 100.0 * (over->event.price - average) / average;
        QVERIFY2(above >= 0.0 && above <= 1.2, qPrintable(QString::number(above)));
        // It stands there long enough to be bought.
        QVERIFY(lowest(seen, over->event.at, minutes(breaks + 1)) == over->event.price);
    }

    void aStoryIsThePartOfTheMarketThatAsksForIt()
    {
        const auto run = [](int step, bool told, bool bars) {
            MarketRig rig{7};
            rig.exchange.startAt(MarketRig::at(9, 30));
            if (told) {
                const auto done =
                    rig.exchange.tell(rig.id("000660"), storyOf(9 * 60 + 33, "rise=2,s=60"));
                if (!done) {
                    qFatal("not told");
                }
            }
            if (bars) {
                (void)rig.exchange.stockWithBars(rig.id("000660"));
            }
            return eventsOf(
                watched(rig, rig.id("000660"), MarketRig::at(9, 30), MarketRig::at(9, 50), step));
        };
        const std::vector<FlowEvent> told = run(1'000, true, false);
        const std::vector<FlowEvent> plain = run(1'000, false, false);

        // The pace of the clock and a question about its bars change nothing.
        QVERIFY(run(137, true, false) == told);
        QVERIFY(run(1'000, true, true) == told);
        // Up to its minute it is the market without it; from there it is another.
        const auto apart = std::mismatch(told.begin(), told.end(), plain.begin(), plain.end());
        QVERIFY(apart.first != told.end());
        QVERIFY(apart.first->at >= MarketRig::at(9, 33));
        QVERIFY(apart.first->at < MarketRig::at(9, 34));
    }

    void anotherIssueDoesNotNoticeIt()
    {
        const auto run = [](bool told) {
            MarketRig rig{7};
            rig.exchange.startAt(MarketRig::at(9, 30));
            if (told) {
                (void)rig.exchange.tell(rig.id("000660"), storyOf(9 * 60 + 33, "plunge=5"));
            }
            return eventsOf(
                watched(rig, rig.id("005930"), MarketRig::at(9, 30), MarketRig::at(9, 50)));
        };

        QVERIFY(run(true) == run(false));
    }

    void whoWatchesDoesNotDecideWhetherAStoryIsTaken()
    {
        for (const bool watching : {false, true}) {
            MarketRig rig{7};
            rig.exchange.startAt(MarketRig::at(9, 30));
            const StockId id = rig.id("000660");
            EventList nobody{[](const Stock&, const FlowEvent&) {}};
            rig.exchange.watch(id, watching);
            // History of a simulator that has not moved yet.
            QVERIFY(rig.exchange.tell(id, storyOf(9 * 60 + 10, "rise=1")));
            rig.exchange.publishUntil(MarketRig::at(9, 40, 20), nobody);

            QVERIFY(!rig.exchange.tell(id, storyOf(9 * 60 + 40, "rise=1")));
            QVERIFY(!rig.exchange.tell(id, storyOf(9 * 60 + 39, "rise=1")));
            QVERIFY(rig.exchange.tell(id, storyOf(9 * 60 + 41, "rise=1")));
            QVERIFY(!rig.exchange.tell(id, storyOf(8 * 60 + 59, "rise=1")));
            QVERIFY(!rig.exchange.tell(id, storyOf(15 * 60 + 20, "rise=1")));
        }
    }

    void aStoryBeforeTheStartIsHistory()
    {
        MarketRig running{7};
        running.exchange.startAt(MarketRig::at(9, 0));
        const StockId id = running.id("000660");
        QVERIFY(running.exchange.tell(id, storyOf(9 * 60 + 10, "rise=3,s=120 rest,s=600")));
        const std::vector<Seen> went =
            watched(running, id, MarketRig::at(9, 0), MarketRig::at(10, 0));
        MarketRig later{7};
        later.exchange.startAt(MarketRig::at(9, 40));
        QVERIFY(later.exchange.tell(id, storyOf(9 * 60 + 10, "rise=3,s=120 rest,s=600")));
        const std::vector<Seen> joined =
            watched(later, id, MarketRig::at(9, 40), MarketRig::at(10, 0));

        QVERIFY(joined.size() > 20);
        QVERIFY(std::equal(joined.rbegin(), joined.rend(), went.rbegin(),
                           [](const Seen& a, const Seen& b) {
                               return a.event == b.event && a.figures == b.figures;
                           }));
    }

    void aViActEndsInAVi()
    {
        for (const bool up : {true, false}) {
            MarketRig rig{3};
            rig.exchange.startAt(MarketRig::at(10, 0));
            const StockId id = rig.id("005930");
            QVERIFY(rig.exchange.tell(
                id, storyOf(601, up ? "vi=up,s=60 rest,s=300" : "vi=down,s=60 rest,s=300")));
            const std::vector<Seen> seen =
                watched(rig, id, MarketRig::at(10, 0), MarketRig::at(10, 10));
            const auto count = [&seen](FlowKind kind) {
                return std::count_if(seen.begin(), seen.end(), [kind](const Seen& one) {
                    return one.event.kind == kind && one.event.at >= MarketRig::at(10, 1);
                });
            };

            QCOMPARE(count(FlowKind::ViStart), 1);
            QCOMPARE(count(FlowKind::ViEnd), 1);
            const auto start = std::find_if(seen.begin(), seen.end(), [](const Seen& one) {
                return one.event.kind == FlowKind::ViStart;
            });
            QVERIFY((start->event.price > start->figures.viReference) == up);
        }
    }

    void aPlungeGoesAsDeepAsItSays()
    {
        MarketRig rig{3};
        rig.exchange.startAt(MarketRig::at(10, 0));
        const StockId id = rig.id("005930");
        QVERIFY(rig.exchange.tell(id, storyOf(601, "rest,s=60 plunge=4,s=30 rest,s=30")));
        const std::vector<Seen> seen = watched(rig, id, MarketRig::at(10, 0), MarketRig::at(10, 3));
        const double still = lowest(seen, MarketRig::at(10, 1), MarketRig::at(10, 2));
        const double deep = lowest(seen, MarketRig::at(10, 2), MarketRig::at(10, 3));

        QVERIFY2(std::abs(1.0 - deep / still - 0.04) < 0.004,
                 qPrintable(QString::number(1.0 - deep / still)));
    }

    void aGapLeavesNoTradeBetween()
    {
        MarketRig rig{3};
        rig.exchange.startAt(MarketRig::at(10, 0));
        const StockId id = rig.id("005930");
        QVERIFY(rig.exchange.tell(id, storyOf(601, "rest,s=60 gap=-3,s=60")));
        const std::vector<Seen> seen = watched(rig, id, MarketRig::at(10, 0), MarketRig::at(10, 3));
        const double still = lowest(seen, MarketRig::at(10, 1), MarketRig::at(10, 2));
        const double high = highest(seen, MarketRig::at(10, 2), MarketRig::at(10, 3));

        QVERIFY2(high < still * 0.975, qPrintable(QString::number(high / still)));
        QVERIFY(lowest(seen, MarketRig::at(10, 2), MarketRig::at(10, 3)) > still * 0.965);
    }

    /// Without any story: what makes the add rare but possible on an ordinary day.
    void volumeAndBookGoWithTheLegs()
    {
        MarketRig rig{5};
        rig.exchange.startAt(MarketRig::at(9, 0));
        double leaned = 0.0;
        double level = 0.0;
        qint64 leanedCount = 0;
        qint64 levelCount = 0;
        EventList events{[&](const Stock& stock, const FlowEvent& event) {
            if (event.kind != FlowKind::Trade) {
                return;
            }
            const Book book = stock.book();
            if (book.ask[9] == 0 || book.bid[9] == 0) {
                return;
            }
            const double share = static_cast<double>(book.totalBid)
                                 / static_cast<double>(book.totalBid + book.totalAsk);
            if (event.lean >= 10) {
                leaned += share;
                ++leanedCount;
            } else if (event.lean == 0) {
                level += share;
                ++levelCount;
            }
        }};
        for (std::size_t i = 0; i < rig.exchange.size(); ++i) {
            rig.exchange.watch(static_cast<StockId>(i), true);
        }
        rig.exchange.publishUntil(MarketRig::at(11, 0), events);

        QVERIFY(leanedCount > 200 && levelCount > 5'000);
        QVERIFY(leaned / static_cast<double>(leanedCount) > 0.58);
        QVERIFY(std::abs(level / static_cast<double>(levelCount) - 0.5) < 0.02);
    }

    void theFaultPlanTellsAStory()
    {
        FaultPlan plan{1};
        plan.setNow(core::domain::timeOfDay(9, 0));
        QVERIFY(plan.add(QStringLiteral("story 005930 rise=2 rest @10:00:00")));

        const std::vector<FaultRule> due = plan.takeDue();

        QCOMPARE(due.size(), 1U);  // At once: the time is when the story begins.
        QCOMPARE(due[0].words.size(), 3);
        QVERIFY(due[0].at == core::domain::timeOfDay(10, 0));
        QVERIFY(!plan.add(QStringLiteral("story 005930")));
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
