#include "core/sim/account.h"
#include "core/sim/random.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using namespace core::sim;
using core::domain::Percent;
using core::domain::Won;
using DealSide = core::domain::Side;

namespace
{
const core::domain::Symbol kSymbol = *core::domain::Symbol::parse(std::string_view{"005930"});
/// 0.0140527 % and 0.20 %.
const TradeCost kCost{.commission = Percent::fromUnits(140'527),
                      .sellTax = Percent::fromUnits(2'000'000)};

AccountFill fillOf(std::int64_t root, DealSide side, std::int64_t quantity, std::int64_t price)
{
    return {.root = root,
            .symbol = kSymbol,
            .side = side,
            .quantity = quantity,
            .price = price,
            .cost = kCost};
}
}  // namespace

class TestAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aBuyCostsItsAmountAndItsCommissionRoundedDown()
    {
        Account account{Won{10'000'000}};

        account.book(fillOf(1, DealSide::Buy, 10, 70'100));

        // 701,000 x 0.000140527 = 98.5...
        QCOMPARE(account.figures().cashD2(), 10'000'000 - 701'000 - 98);
        QCOMPARE(account.figures().depositToday, 10'000'000);
        QCOMPARE(account.figures().held(kSymbol), 10);
        QCOMPARE(account.figures().holdings.at(kSymbol).cost, 701'000);
    }

    void aSalePaysCommissionAndTax()
    {
        Account account{Won{0}};
        account.addHolding(kSymbol, 10, 700'000);

        account.book(fillOf(1, DealSide::Sell, 4, 70'500));

        // 282,000: commission 39.6..., tax 564.
        QCOMPARE(account.figures().cashD2(), 282'000 - 39 - 564);
        QCOMPARE(account.figures().charges, 603);
        QCOMPARE(account.figures().holdings.at(kSymbol).cost, 420'000);
        QCOMPARE(account.figures().holdings.at(kSymbol).realized, 2'000);
    }

    void theFillsOfOneOrderAreChargedTogether()
    {
        Account together{Won{1'000'000}};
        Account apart{Won{1'000'000}};
        for (int i = 0; i < 10; ++i) {
            together.book(fillOf(1, DealSide::Buy, 1, 7'010));
            apart.book(fillOf(i + 1, DealSide::Buy, 1, 7'010));
        }

        // 70,100 x 0.000140527 = 9.85: 9 for one order, nothing at all for ten of 0.985.
        QCOMPARE(together.figures().charges, 9);
        QCOMPARE(apart.figures().charges, 0);
    }

    void soldOutSharesLeaveARowWithoutCost()
    {
        Account account{Won{1'000'000}};
        account.book(fillOf(1, DealSide::Buy, 3, 10'010));
        account.book(fillOf(2, DealSide::Sell, 3, 10'020));

        const AccountHolding& row = account.figures().holdings.at(kSymbol);
        QCOMPARE(row.quantity, 0);
        QCOMPARE(row.cost, 0);
        QCOMPARE(row.boughtToday, 3);
        QCOMPARE(row.soldToday, 3);
    }

    void aSplitKeepsTheCost()
    {
        Account account{Won{0}};
        account.addHolding(kSymbol, 10, 700'000);

        account.split(kSymbol, 5, 1);

        QCOMPARE(account.figures().held(kSymbol), 50);
        QCOMPARE(account.figures().holdings.at(kSymbol).cost, 700'000);
    }

    /// To the won: cash is what came in less what went out less charges, and charges are the
    /// rounded-down ones of each order's whole amount.
    void cashIsIdenticalToTheSumOfEverything()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Rng rng{seed};
            Account account{Won{100'000'000}};
            std::int64_t flow = 0;
            std::map<std::int64_t, std::pair<DealSide, std::int64_t>> orders;
            for (std::int64_t step = 1; step <= 80; ++step) {
                const std::int64_t root = 1 + rng.below(25);
                const auto known = orders.find(root);
                const std::int64_t held = account.figures().held(kSymbol);
                const DealSide side = known != orders.end() ? known->second.first
                                      : rng.chance(0.5)     ? DealSide::Buy
                                                            : DealSide::Sell;
                const std::int64_t quantity = 1 + rng.below(20);
                if (side == DealSide::Sell && quantity > held) {
                    continue;
                }
                const std::int64_t price = 1'000 + rng.below(90'000);
                account.book(fillOf(root, side, quantity, price));
                orders[root] = {side, (known != orders.end() ? known->second.second : 0)
                                          + quantity * price};
                flow += side == DealSide::Buy ? -quantity * price : quantity * price;
            }
            std::int64_t charges = 0;
            for (const auto& [root, order] : orders) {
                charges += order.second * 140'527 / 1'000'000'000;
                charges += order.first == DealSide::Sell ? order.second * 2 / 1'000 : 0;
            }
            QVERIFY2(account.figures().charges == charges,
                     qPrintable(QStringLiteral("seed %1").arg(seed)));
            QCOMPARE(account.figures().cashD2(), 100'000'000 + flow - charges);
            QVERIFY(account.figures().held(kSymbol) >= 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
