#include "core/screen/rest_plan.h"
#include "screen_fixture.h"

#include <QTest>

using namespace core;
using namespace screen_test;
using screen::RestCalls;
using screen::RestCandidate;
using screen::RestPlan;

namespace
{
domain::Timestamp second(int value)
{
    return domain::Timestamp{std::chrono::hours{500'000} + std::chrono::seconds{value}};
}

RestCandidate cold(std::string_view code, std::int64_t tradedValue)
{
    return {.symbol = symbol(code), .tradedValue = domain::Won{tradedValue}};
}
}  // namespace

class TestRestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urgentPricesThenBarsByTradedValueThenOtherPrices()
    {
        RestPlan plan;
        std::vector<RestCandidate> candidates{cold("000010", 5), cold("000020", 9),
                                              cold("000030", 5)};
        candidates[2].urgent = true;

        QCOMPARE(plan.next(candidates, second(0), 3),
                 (RestCalls{symbols({"000030"}), symbols({"000020", "000010"})}));
        QCOMPARE(plan.next(candidates, second(1), 10),
                 (RestCalls{symbols({"000010", "000020"}), symbols({"000030"})}));
    }

    void asksAgainOnlyAfterTheInterval()
    {
        RestPlan plan;
        std::vector<RestCandidate> candidates{cold("000010", 5), cold("000020", 4)};
        candidates[1].urgent = true;
        std::ignore = plan.next(candidates, second(0), 10);

        QCOMPARE(plan.next(candidates, second(4), 10), RestCalls{});
        QCOMPARE(plan.next(candidates, second(5), 10), (RestCalls{symbols({"000020"}), {}}));
        QCOMPARE(plan.next(candidates, second(59), 10), (RestCalls{symbols({"000020"}), {}}));
        QCOMPARE(plan.next(candidates, second(60), 10),
                 (RestCalls{symbols({"000010"}), symbols({"000010", "000020"})}));
    }

    void aLiveSymbolNeedsNoPriceAndAWarmOneNoBars()
    {
        RestPlan plan;
        std::vector<RestCandidate> candidates{cold("000010", 5), cold("000020", 4),
                                              cold("000030", 3)};
        candidates[0].live = true;
        candidates[1].warm = true;
        candidates[2].live = candidates[2].warm = true;

        QCOMPARE(plan.next(candidates, second(0), 10),
                 (RestCalls{symbols({"000020"}), symbols({"000010"})}));
    }

    void nobodyStarvesWithinASmallBudget()
    {
        RestPlan plan;
        std::vector<RestCandidate> candidates;
        for (int i = 0; i < 20; ++i) {
            candidates.push_back(cold(QString::number(100'000 + i).toStdString(), 1));
            candidates.back().warm = true;
        }
        std::vector<domain::Symbol> asked;
        for (int i = 0; i < 20; ++i) {
            const RestCalls calls = plan.next(candidates, second(i), 1);
            QCOMPARE(calls.prices.size(), 1U);
            asked.push_back(calls.prices[0]);
        }
        std::sort(asked.begin(), asked.end());
        QCOMPARE(std::unique(asked.begin(), asked.end()) - asked.begin(), 20);
    }

    void failedBarsAreAskedAgain()
    {
        RestPlan plan;
        std::vector<RestCandidate> candidates{cold("000010", 5)};
        candidates[0].live = true;
        std::ignore = plan.next(candidates, second(0), 10);

        plan.barsFailed(symbol("000010"));

        QCOMPARE(plan.next(candidates, second(1), 10).minuteBars, symbols({"000010"}));
    }

    void noBudgetNoCalls()
    {
        RestPlan plan;
        QCOMPARE(plan.next(std::vector<RestCandidate>{cold("000010", 5)}, second(0), 0),
                 RestCalls{});
    }
};

QTEST_GUILESS_MAIN(TestRestPlan)
#include "tst_rest_plan.moc"
