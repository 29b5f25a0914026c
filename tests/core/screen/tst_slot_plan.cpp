#include "core/screen/slot_plan.h"
#include "screen_fixture.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace core;
using namespace screen_test;
using domain::FeedKey;
using domain::Stream;
using domain::Symbol;
using screen::SlotDemand;
using screen::SlotPlan;

namespace
{
domain::Timestamp second(int value)
{
    return domain::Timestamp{std::chrono::hours{500'000} + std::chrono::seconds{value}};
}

Symbol numbered(int i)
{
    return symbol(QString::number(100'000 + i * 10).toStdString());
}

std::vector<Symbol> numberedFrom(int first, int count)
{
    std::vector<Symbol> made;
    for (int i = first; i < first + count; ++i) {
        made.push_back(numbered(i));
    }
    return made;
}

bool has(const std::vector<FeedKey>& keys, Stream stream, const Symbol& wanted)
{
    return std::find(keys.begin(), keys.end(), FeedKey{stream, wanted}) != keys.end();
}

std::ptrdiff_t count(const std::vector<FeedKey>& keys, Stream stream)
{
    return std::count_if(keys.begin(), keys.end(),
                         [stream](const FeedKey& key) { return key.stream == stream; });
}

SlotPlan planOf(std::size_t slots)
{
    return SlotPlan{{.registrationsMax = slots,
                     .minHold = std::chrono::seconds{180},
                     .notice = true,
                     .operationSymbol = symbol("005930")}};
}
}  // namespace

class TestSlotPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thirtyRanksOfThirtyNineSlots()
    {
        SlotPlan plan = planOf(39);

        const auto keys = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = numberedFrom(0, 30)}, second(0));

        QCOMPARE(keys.size(), 39U);
        QCOMPARE(keys[0], (FeedKey{Stream::Notice, Symbol{}}));
        QCOMPARE(keys[1], (FeedKey{Stream::Operation, symbol("005930")}));
        QCOMPARE(count(keys, Stream::Trade), 30);
        QCOMPARE(count(keys, Stream::Quote), 7);
        QVERIFY(has(keys, Stream::Quote, numbered(6)));
        QVERIFY(!has(keys, Stream::Quote, numbered(7)));
    }

    void anEnvironmentWithoutThoseStreamsHasTheirSlots()
    {
        SlotPlan plan{{.registrationsMax = 5,
                       .minHold = std::chrono::seconds{180},
                       .notice = false,
                       .operationSymbol = {}}};

        const auto keys = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = numberedFrom(0, 4)}, second(0));

        QCOMPARE(count(keys, Stream::Trade), 4);
        QCOMPARE(count(keys, Stream::Quote), 1);
    }

    void heldThenArmedThenRankThenQuotes()
    {
        SlotPlan plan = planOf(10);

        const auto keys = plan.plan({.held = symbols({"000990"}),
                                     .byHand = symbols({"000880"}),
                                     .pinned = {},
                                     .ranked = symbols({"000010", "000990", "000020"})},
                                    second(0));

        const std::vector<FeedKey> expected{
            {Stream::Notice, Symbol{}},        {Stream::Operation, symbol("005930")},
            {Stream::Trade, symbol("000990")}, {Stream::Quote, symbol("000990")},
            {Stream::Trade, symbol("000880")}, {Stream::Quote, symbol("000880")},
            {Stream::Trade, symbol("000010")}, {Stream::Trade, symbol("000020")},
            {Stream::Quote, symbol("000010")}, {Stream::Quote, symbol("000020")}};
        QCOMPARE(keys, expected);
    }

    void aSymbolKeepsItsSlotForThreeMinutes()
    {
        SlotPlan plan = planOf(4);  // Two trades.
        std::ignore = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000010", "000020"})},
            second(0));
        const SlotDemand others{
            .held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000030", "000040"})};

        auto keys = plan.plan(others, second(179));
        QVERIFY(has(keys, Stream::Trade, symbol("000010")));
        QVERIFY(has(keys, Stream::Trade, symbol("000020")));
        keys = plan.plan(others, second(180));
        QVERIFY(has(keys, Stream::Trade, symbol("000030")));
        QVERIFY(has(keys, Stream::Trade, symbol("000040")));
        // Their own three minutes count from now.
        keys = plan.plan({.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000010"})},
                         second(359));
        QVERIFY(has(keys, Stream::Trade, symbol("000030")));
    }

    void exceptAgainstAHeldOne()
    {
        SlotPlan plan = planOf(4);
        std::ignore = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000010", "000020"})},
            second(0));

        const auto keys = plan.plan(
            {.held = symbols({"000990"}), .byHand = {}, .pinned = {}, .ranked = {}}, second(1));

        QVERIFY(has(keys, Stream::Trade, symbol("000990")));
        QVERIFY(has(keys, Stream::Quote, symbol("000990")));
        QCOMPARE(keys.size(), 4U);
    }

    void aQuoteGivesWayToTheRankOrdersTrades()
    {
        SlotPlan plan = planOf(5);  // One rank: its trade and quote, one free.
        std::ignore = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000010"})}, second(0));

        const auto keys = plan.plan({.held = {},
                                     .byHand = {},
                                     .pinned = {},
                                     .ranked = symbols({"000010", "000020", "000030"})},
                                    second(1));

        QCOMPARE(count(keys, Stream::Trade), 3);
        QCOMPARE(count(keys, Stream::Quote), 0);
    }

    void aQuoteKeepsItsSlotAgainstOtherQuotes()
    {
        SlotPlan plan = planOf(5);
        std::ignore = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000010", "000020"})},
            second(0));

        auto keys = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000020", "000010"})},
            second(100));
        QVERIFY(has(keys, Stream::Quote, symbol("000010")));
        keys = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000020", "000010"})},
            second(200));
        QVERIFY(has(keys, Stream::Quote, symbol("000020")));
    }

    void pinnedSymbolsKeepTheirTradesAllDay()
    {
        SlotPlan plan = planOf(41);
        const std::vector<Symbol> tape = numberedFrom(0, 45);

        for (const int now : {0, 1'000, 20'000}) {
            const auto keys = plan.plan({.held = symbols({"000990"}),
                                         .byHand = {},
                                         .pinned = tape,
                                         .ranked = numberedFrom(60, 30)},
                                        second(now));
            QCOMPARE(keys.size(), 41U);
            QVERIFY(has(keys, Stream::Trade, symbol("000990")));
            for (int i = 0; i < 38; ++i) {
                QVERIFY(has(keys, Stream::Trade, numbered(i)));
            }
        }
    }

    /// The ladder always has a book; what was merely looked at leaves no trace in the rank order.
    void leafingThroughTheListTakesNothingFromIt()
    {
        SlotPlan plan = planOf(8);
        const auto ranked = symbols({"000010", "000020", "000030", "000040", "000050"});
        for (int step = 0; step < 20; ++step) {
            const auto keys = plan.plan(
                {.held = {}, .byHand = {numbered(100 + step)}, .pinned = {}, .ranked = ranked},
                second(step));

            QVERIFY(has(keys, Stream::Trade, numbered(100 + step)));
            QVERIFY(has(keys, Stream::Quote, numbered(100 + step)));
            QCOMPARE(count(keys, Stream::Trade), 5);
            QCOMPARE(count(keys, Stream::Quote), 1);
        }

        const auto keys =
            plan.plan({.held = {}, .byHand = {}, .pinned = {}, .ranked = ranked}, second(20));

        QCOMPARE(count(keys, Stream::Trade), 5);
        QVERIFY(has(keys, Stream::Trade, symbol("000050")));
    }

    void aRefusedSlotIsFreeAtOnce()
    {
        SlotPlan plan = planOf(3);
        std::ignore = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000010"})}, second(0));

        plan.release({Stream::Trade, symbol("000010")});

        const auto keys = plan.plan(
            {.held = {}, .byHand = {}, .pinned = {}, .ranked = symbols({"000020"})}, second(1));
        QVERIFY(has(keys, Stream::Trade, symbol("000020")));
    }

    void whateverIsAskedTheRulesHold()
    {
        for (unsigned seed = 1; seed <= 100; ++seed) {
            std::mt19937 random{seed};
            const std::size_t slots = 3 + random() % 40;
            SlotPlan plan = planOf(slots);
            std::map<FeedKey, int> since;
            int now = 0;
            for (int step = 0; step < 60; ++step) {
                now += static_cast<int>(random() % 100);
                SlotDemand demand;
                // Held: few enough that trade and quote always fit.
                for (std::size_t i = 0; i < random() % ((slots - 2) / 2 + 1); ++i) {
                    demand.held.push_back(numbered(static_cast<int>(random() % 60)));
                }
                for (int i = 0; i < 30; ++i) {
                    demand.ranked.push_back(numbered(static_cast<int>(random() % 60)));
                }

                const auto keys = plan.plan(demand, second(now));

                const QByteArray where = QByteArray::number(seed) + '/' + QByteArray::number(step);
                QVERIFY2(keys.size() <= slots, where.constData());
                QVERIFY2((std::set<FeedKey>{keys.begin(), keys.end()}.size() == keys.size()),
                         where.constData());
                for (const Symbol& held : demand.held) {
                    QVERIFY2(has(keys, Stream::Trade, held), where.constData());
                    QVERIFY2(has(keys, Stream::Quote, held), where.constData());
                }
                // A young trade slot is lost only if held ones and other young ones fill all.
                const std::size_t free =
                    slots - 2 - 2 * std::set<Symbol>{demand.held.begin(), demand.held.end()}.size();
                std::size_t young = 0;
                std::size_t kept = 0;
                for (const auto& [key, start] : since) {
                    const bool isHeld =
                        std::find(demand.held.begin(), demand.held.end(), key.symbol)
                        != demand.held.end();
                    if (key.stream == Stream::Trade && now - start < 180 && !isHeld) {
                        ++young;
                        kept += has(keys, Stream::Trade, key.symbol) ? 1U : 0U;
                    }
                }
                QVERIFY2(kept == std::min(young, free), where.constData());
                std::map<FeedKey, int> next;
                for (const FeedKey& key : keys) {
                    next[key] = since.contains(key) ? since[key] : now;
                }
                since = std::move(next);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSlotPlan)
#include "tst_slot_plan.moc"
