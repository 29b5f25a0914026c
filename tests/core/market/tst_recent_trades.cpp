#include "core/market/recent_trades.h"

#include <QTest>

#include <deque>
#include <random>

using namespace core;
using market::RecentTrade;
using market::RecentTrades;

namespace
{
domain::Timestamp ms(std::int64_t value)
{
    return domain::Timestamp{std::chrono::milliseconds{value}};
}
}  // namespace

class TestRecentTrades : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst() { QVERIFY(RecentTrades{}.since(ms(0)).empty()); }

    void returnsWhatIsYoungerThanAsked()
    {
        RecentTrades recent;
        for (int i = 1; i <= 5; ++i) {
            recent.append(i * 1'000, 100 + i, i);
        }

        const std::vector<RecentTrade> found = recent.since(ms(3'000));

        QCOMPARE(found.size(), 2U);
        QCOMPARE(found.front(),
                 (RecentTrade{ms(4'000), domain::Price::fromWon(104), domain::Quantity{4}}));
        QCOMPARE(found.back().price.won(), 105);
    }

    void keepsAtLeastTwoMinutesOrTwoThousand_data()
    {
        QTest::addColumn<int>("stepMs");

        QTest::newRow("bursts, far above the limit") << 3;
        QTest::newRow("busy, just at the limit") << 60;
        QTest::newRow("calm") << 700;
        QTest::newRow("quiet") << 30'000;
    }
    void keepsAtLeastTwoMinutesOrTwoThousand()
    {
        QFETCH(int, stepMs);
        constexpr unsigned kSeed = 11;
        std::mt19937 random{kSeed};
        RecentTrades recent;
        std::deque<RecentTrade> reference;
        std::int64_t now = 1'000'000;
        for (int i = 0; i < 10'000; ++i) {
            now += static_cast<std::int64_t>(random() % (2U * static_cast<unsigned>(stepMs)));
            recent.append(now, 1'000 + i, i);
            reference.push_back({ms(now), domain::Price::fromWon(1'000 + i), domain::Quantity{i}});
            if (reference.size() > 2'000) {
                reference.pop_front();
            }
            if (i % 97 != 0) {
                continue;
            }
            for (const std::int64_t span : {1'000, 60'000, 120'000}) {
                std::vector<RecentTrade> expected;
                for (const RecentTrade& trade : reference) {
                    if (trade.time > ms(now - span)) {
                        expected.push_back(trade);
                    }
                }
                QCOMPARE(recent.since(ms(now - span)), expected);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRecentTrades)
#include "tst_recent_trades.moc"
