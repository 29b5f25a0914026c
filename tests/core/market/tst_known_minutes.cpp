#include "core/market/known_minutes.h"

#include <QTest>

#include <random>
#include <set>

using core::market::KnownMinutes;

namespace
{
constexpr std::int32_t kFirst = 30'000'000;  ///< Some day's first minute.
}

class TestKnownMinutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst()
    {
        KnownMinutes known;
        known.beginDay(kFirst);

        QVERIFY(!known.isKnown(kFirst));
        QVERIFY(!known.isKnown(kFirst + 600));
    }

    void coversUntilTheSubscriptionEnds()
    {
        KnownMinutes known;
        known.beginDay(kFirst);
        known.cover(kFirst + 540);

        QVERIFY(!known.isKnown(kFirst + 539));
        QVERIFY(known.isKnown(kFirst + 540));
        QVERIFY(known.isKnown(kFirst + 900));
        known.end(kFirst + 600);
        QVERIFY(known.isKnown(kFirst + 599));
        QVERIFY(!known.isKnown(kFirst + 600));
    }

    void aGapCutsBothMinutesItTouches()
    {
        KnownMinutes known;
        known.beginDay(kFirst);
        known.cover(kFirst + 540);

        known.cut(kFirst + 550, kFirst + 551);

        QVERIFY(known.isKnown(kFirst + 549));
        QVERIFY(!known.isKnown(kFirst + 550));
        QVERIFY(!known.isKnown(kFirst + 551));
        QVERIFY(known.isKnown(kFirst + 552));
    }

    void aNewDayKeepsTheSubscriptionOnly()
    {
        KnownMinutes known;
        known.beginDay(kFirst);
        known.cover(kFirst + 540);
        known.mark(kFirst, kFirst + 5);

        known.beginDay(kFirst + KnownMinutes::kMinutesPerDay);

        QVERIFY(!known.isKnown(kFirst + 541));
        QVERIFY(known.isKnown(kFirst + KnownMinutes::kMinutesPerDay));
    }

    void agreesWithASetOfMinutes()
    {
        constexpr unsigned kSeed = 7;
        std::mt19937 random{kSeed};
        for (int round = 0; round < 200; ++round) {
            KnownMinutes known;
            known.beginDay(kFirst);
            std::set<std::int32_t> reference;
            bool covering = false;
            std::int32_t clock = kFirst;
            const auto advance = [&](std::int32_t to) {
                for (; clock < to; ++clock) {
                    if (covering) {
                        reference.insert(clock);
                    }
                }
            };
            for (int step = 0; step < 20 && clock < kFirst + 1'300; ++step) {
                advance(clock + static_cast<std::int32_t>(random() % 60));
                switch (random() % 4) {
                case 0:  // Begins with this minute.
                    if (!covering) {
                        known.cover(clock);
                        covering = true;
                    }
                    break;
                case 1:
                    if (covering) {
                        known.end(clock);
                        covering = false;
                    }
                    break;
                case 2: {  // A gap that ended with the minute before this one.
                    const std::int32_t from = clock - static_cast<std::int32_t>(random() % 30);
                    known.cut(from, clock - 1);
                    reference.erase(reference.lower_bound(from), reference.end());
                    break;
                }
                default: {
                    const std::int32_t from = clock - static_cast<std::int32_t>(random() % 30);
                    known.mark(from, clock);
                    for (std::int32_t m = std::max(from, kFirst); m < clock; ++m) {
                        reference.insert(m);
                    }
                }
                }
                for (std::int32_t m = kFirst - 2; m < clock; ++m) {
                    QVERIFY2(known.isKnown(m) == reference.contains(m),
                             qPrintable(QStringLiteral("seed %1 round %2 minute %3")
                                            .arg(kSeed)
                                            .arg(round)
                                            .arg(m - kFirst)));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestKnownMinutes)
#include "tst_known_minutes.moc"
