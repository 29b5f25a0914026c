#include "core/screen/score.h"
#include "core/screen/screener.h"
#include "screen_fixture.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace core;
using namespace screen_test;
using domain::InstrumentFlag;
using domain::Price;
using domain::ScreenReason;
using domain::Won;
using screen::Screener;
using screen::ScreenInput;

namespace
{
constexpr std::int64_t kBillion = 1'000'000'000;
const domain::Timestamp kNow{std::chrono::hours{1}};

ScreenInput input(std::int64_t accBillions, std::int64_t fiveMinuteMillions,
                  std::int64_t momentumNow)
{
    ScreenInput made;
    made.last = Price::fromWon(10'000);
    made.ask = Price::fromWon(10'010);
    made.bid = Price::fromWon(10'000);
    made.accTurnover = Won{accBillions * kBillion};
    made.turnoverFive = Won{fiveMinuteMillions * 1'000'000};
    made.momentum5 = {.now = Price::fromWon(momentumNow), .then = Price::fromWon(10'000)};
    made.volatilityPct = 0.3;
    made.tradedToday = true;
    return made;
}

int excludedBy(const domain::ScreenResult& result, ScreenReason reason)
{
    return result.funnel.excluded[static_cast<std::size_t>(reason)];
}
}  // namespace

class TestScreener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksAsComputedByHand()
    {
        Screener screener;
        screener.setInstruments(table({stock("000010"), stock("000020"), stock("000030"),
                                       stock("000040"), stock("000050"), stock("000060")}));
        const auto pool = symbols({"000060", "000050", "000040", "000030", "000020", "000010"});
        screener.setPool(pool);
        // points: liquidity, turnover, volatility 100, spread 100, momentum
        const std::vector<ScreenInput> inputs{
            input(4, 600, 10'010),      // 060: 40 60 100 100 60: 1000+1200+2000+1000+1500 = 6700
            input(200, 6'000, 10'200),  // 050: all 100: 10000
            input(4, 600, 10'010),      // 040: as 060, ties
            input(5, 600, 10'010),      // 030: 6700 with more traded value
            input(200, 400, 10'200),    // 020: turnover 40: 8800, not eligible
            input(60, 600, 10'000),     // 010: 80 60 100 100 40: 2000+1200+2000+1000+1000 = 7200
        };

        const domain::ScreenResult result = screener.screen(kNow, inputs, 17);

        const std::vector<std::pair<QString, int>> expected{
            {QStringLiteral("000050"), 10'000}, {QStringLiteral("000010"), 7'200},
            {QStringLiteral("000030"), 6'700},  {QStringLiteral("000040"), 6'700},
            {QStringLiteral("000060"), 6'700},  {QStringLiteral("000020"), 8'800}};
        QCOMPARE(result.rows.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(result.rows[i].symbol.toString(), expected[i].first);
            QCOMPARE(result.rows[i].score, expected[i].second);
            QCOMPARE(result.rows[i].rank, static_cast<int>(i) + 1);
            QCOMPARE(result.rows[i].eligible, i < 5);
            QCOMPARE(result.rows[i].whyNot.empty(), i < 5);
        }
        QCOMPARE(result.rows[5].whyNot[0].reason, ScreenReason::TurnoverTooLow);
        QCOMPARE(result.funnel.pool, 6);
        QCOMPARE(result.funnel.scored, 6);
        QCOMPARE(result.funnel.eligible, 5);
        QCOMPARE(result.funnel.subscribed, 17);
        QCOMPARE(result.at, kNow);
    }

    void theFunnelCountsTheFirstReasonOfEach()
    {
        Screener screener;
        domain::Instrument halted = stock("000020");
        halted.flags.set(InstrumentFlag::Halted);
        domain::Instrument preferred = stock("000030");
        preferred.flags.set(InstrumentFlag::Preferred);
        screener.setInstruments(table({stock("000010"), halted, preferred, stock("000040"),
                                       stock("000050"), stock("000060"), stock("000070")}));
        screener.setPool(symbols(
            {"000010", "000020", "000030", "000040", "000050", "000060", "000070", "999990"}));
        std::vector<ScreenInput> inputs(8, input(200, 6'000, 10'200));
        inputs[2].halted = true;  // The master's Preferred comes first.
        inputs[3].last = Price::fromWon(999);
        inputs[4].tradedToday = false;
        inputs[5].last = Price{};  // Nothing known at all.
        inputs[6].administrative = true;
        inputs[6].overheated = true;

        const domain::ScreenResult result = screener.screen(kNow, inputs, 0);

        QCOMPARE(excludedBy(result, ScreenReason::Halted), 1);
        QCOMPARE(excludedBy(result, ScreenReason::Preferred), 1);
        QCOMPARE(excludedBy(result, ScreenReason::PriceTooLow), 1);
        QCOMPARE(excludedBy(result, ScreenReason::NoTradeToday), 2);
        QCOMPARE(excludedBy(result, ScreenReason::NotInMaster), 1);
        QCOMPARE(excludedBy(result, ScreenReason::Administrative), 1);
        QCOMPARE(result.funnel.scored, 1);
        QCOMPARE(result.excluded.size(), 7U);
        QCOMPARE(result.rows.size(), 1U);
    }

    void thePriceLimitIsExact()
    {
        Screener screener;
        screener.setInstruments(table({stock("000010")}));
        screener.setPool(symbols({"000010"}));
        std::vector<ScreenInput> inputs{input(200, 6'000, 10'200)};

        inputs[0].last = Price::fromWon(1'000);
        QCOMPARE(screener.screen(kNow, inputs, 0).funnel.scored, 1);
        inputs[0].last = Price::fromWon(999);
        QCOMPARE(screener.screen(kNow, inputs, 0).funnel.scored, 0);
    }

    void keepsTheBestThirtyAndTheirPreviousRanks()
    {
        std::vector<domain::Instrument> issues;
        std::vector<domain::Symbol> pool;
        std::vector<ScreenInput> inputs;
        for (int i = 0; i < 40; ++i) {
            issues.push_back(stock(QString::number(100'000 + i * 10).toStdString()));
            pool.push_back(issues.back().symbol);
            inputs.push_back(input(200 + i, 6'000, 10'200));
        }
        Screener screener;
        screener.setInstruments(table(issues));
        screener.setPool(pool);

        const domain::ScreenResult first = screener.screen(kNow, inputs, 0);
        QCOMPARE(first.rows.size(), 30U);
        QCOMPARE(first.rows.front().symbol, pool[39]);
        QVERIFY(!first.rows.front().previousRank);
        inputs[0].accTurnover = Won{999 * kBillion};
        const domain::ScreenResult second = screener.screen(kNow, inputs, 0);

        QCOMPARE(second.rows[0].symbol, pool[0]);
        QVERIFY(!second.rows[0].previousRank);  // Was not among the thirty.
        QCOMPARE(second.rows[1].symbol, pool[39]);
        QCOMPARE(second.rows[1].previousRank, 1);
        QCOMPARE(second.rows[29].previousRank, 29);
    }

    void fewEligibleAreNotFilledUp()
    {
        Screener screener;
        screener.setInstruments(table({stock("000010"), stock("000020")}));
        screener.setPool(symbols({"000010", "000020"}));
        std::vector<ScreenInput> inputs(2, input(1, 1, 9'000));

        const domain::ScreenResult result = screener.screen(kNow, inputs, 0);

        QCOMPARE(result.funnel.eligible, 0);
        QVERIFY(!result.rows[0].eligible);
        QVERIFY(!result.rows[1].eligible);
    }

    void newInstrumentsAreJoinedToThePoolThatIsThere()
    {
        Screener screener;
        screener.setPool(symbols({"000010"}));
        const std::vector<ScreenInput> inputs{input(200, 6'000, 10'200)};
        QCOMPARE(excludedBy(screener.screen(kNow, inputs, 0), ScreenReason::NotInMaster), 1);

        screener.setInstruments(table({stock("000010")}));

        QCOMPARE(screener.screen(kNow, inputs, 0).funnel.scored, 1);
        QVERIFY(!screener.masterReason(symbol("000010")));
        QCOMPARE(screener.masterReason(symbol("000020")), ScreenReason::NotInMaster);
    }

    /// Against a full stable sort of everything, on random inputs with many ties.
    void equalsASortOfEverything()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            std::mt19937 random{seed};
            const auto below = [&random](unsigned limit) {
                return static_cast<std::int64_t>(random() % limit);
            };
            std::vector<domain::Instrument> issues;
            std::vector<domain::Symbol> pool;
            std::vector<ScreenInput> inputs;
            for (int i = 0; i < 200; ++i) {
                issues.push_back(stock(QString::number(100'000 + i * 10).toStdString()));
                pool.push_back(issues.back().symbol);
                ScreenInput made = input(below(120), below(7'000), 9'900 + below(250));
                if (random() % 5 == 0) {
                    made.volatilityPct.reset();
                }
                inputs.push_back(made);
            }
            std::shuffle(pool.begin(), pool.end(), random);
            Screener screener;
            screener.setInstruments(table(issues));
            screener.setPool(pool);

            const domain::ScreenResult result = screener.screen(kNow, inputs, 0);

            std::vector<std::size_t> order(pool.size());
            for (std::size_t i = 0; i < order.size(); ++i) {
                order[i] = i;
            }
            const auto points = [&](std::size_t i) {
                return screen::axisPoints(inputs[i], domain::StepTable::Share);
            };
            std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
                const bool first = screen::isEligible(points(a));
                const bool second = screen::isEligible(points(b));
                if (first != second) {
                    return first;
                }
                if (screen::scoreOf(points(a)) != screen::scoreOf(points(b))) {
                    return screen::scoreOf(points(a)) > screen::scoreOf(points(b));
                }
                if (inputs[a].accTurnover != inputs[b].accTurnover) {
                    return inputs[a].accTurnover > inputs[b].accTurnover;
                }
                return pool[a] < pool[b];
            });
            for (std::size_t i = 0; i < result.rows.size(); ++i) {
                QVERIFY2(result.rows[i].symbol == pool[order[i]],
                         qPrintable(QString::number(seed)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestScreener)
#include "tst_screener.moc"
