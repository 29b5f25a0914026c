#include "core/rules/position_market.h"
#include "tests/core/rules/rules_rig.h"

#include <QTest>

using namespace std::chrono_literals;
using test::clockAt;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;

namespace
{
struct ViewRig
{
    core::config::DataSection data = core::config::defaultConfig().data;
    domain::Timestamp now = clockAt(10, 5);
    domain::MarketView view;

    ViewRig()
    {
        view.trade = won(10'000);
        view.tradeAppliedAt = now - 1s;
        view.tradeLive = true;
        view.highBefore = won(10'100);
        view.ask = won(10'010);
        view.bid = won(9'990);
        view.totalAsk = domain::Quantity{40};
        view.totalBid = domain::Quantity{60};
        view.quoteAppliedAt = now - 2s;
        view.quoteLive = true;
        view.vwap = domain::Vwap{1'000'000, 100};
        view.atr = domain::RangeSum{140, 14};
        view.momentum3 = domain::PriceChange{won(10'000), won(9'900)};
        view.minuteClose = won(9'999);
        view.volume = domain::VolumeWindow{domain::Quantity{5}, domain::Quantity{9}};
    }
    [[nodiscard]] rules::PositionMarket market() const
    {
        return rules::positionMarket(view, now, data);
    }
};
}  // namespace

class TestPositionMarket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRulesReadWhatTheMarketDerives()
    {
        const ViewRig rig;
        rules::PositionMarket wanted;
        wanted.price = won(10'000);
        wanted.priceAt = rig.now - 1s;
        wanted.live = true;
        wanted.atr = domain::RangeSum{140, 14};
        wanted.minuteClose = won(9'999);
        wanted.momentum3 = domain::PriceChange{won(10'000), won(9'900)};
        wanted.volume = domain::VolumeWindow{domain::Quantity{5}, domain::Quantity{9}};
        wanted.vwap = domain::Vwap{1'000'000, 100};
        wanted.dayHighBefore = won(10'100);
        wanted.ask = won(10'010);
        wanted.bid = won(9'990);
        wanted.totalAsk = domain::Quantity{40};
        wanted.totalBid = domain::Quantity{60};
        wanted.quoteFresh = true;
        wanted.continuous = true;
        QVERIFY(rig.market() == wanted);
    }

    void aHighOfNothingIsMissing()
    {
        ViewRig rig;
        rig.view.highBefore = {};
        QVERIFY(!rig.market().dayHighBefore);
    }

    void aBookThatNeverCameIsMissingAndAnEmptySideIsNot()
    {
        ViewRig rig;
        rig.view.ask = {};
        QCOMPARE(rig.market().ask.value(), won(0));
        QVERIFY(rig.market().quoteFresh);
        rig.view.quoteAppliedAt = {};
        const rules::PositionMarket none = rig.market();
        QVERIFY(!none.ask && !none.bid && !none.totalAsk && !none.totalBid);
        QVERIFY(!none.quoteFresh);
    }

    void aSilentBookIsFreshWhileItIsSubscribed_data()
    {
        QTest::addColumn<bool>("live");
        QTest::addColumn<int>("ageMs");
        QTest::addColumn<bool>("fresh");

        QTest::newRow("subscribed, minutes old") << true << 300'000 << true;
        QTest::newRow("not subscribed, 3 s old") << false << 3'000 << true;
        QTest::newRow("not subscribed, a millisecond older") << false << 3'001 << false;
    }
    void aSilentBookIsFreshWhileItIsSubscribed()
    {
        QFETCH(bool, live);
        QFETCH(int, ageMs);
        ViewRig rig;
        rig.view.quoteLive = live;
        rig.view.quoteAppliedAt = rig.now - std::chrono::milliseconds{ageMs};

        QTEST(rig.market().quoteFresh, "fresh");
    }

    void neitherAHaltNorAViIsTheContinuousSession_data()
    {
        QTest::addColumn<bool>("halted");
        QTest::addColumn<bool>("inVi");
        QTest::addColumn<bool>("continuous");

        QTest::newRow("neither") << false << false << true;
        QTest::newRow("halted") << true << false << false;
        QTest::newRow("in a VI") << false << true << false;
        QTest::newRow("both") << true << true << false;
    }
    void neitherAHaltNorAViIsTheContinuousSession()
    {
        QFETCH(bool, halted);
        QFETCH(bool, inVi);
        ViewRig rig;
        rig.view.halted = halted;
        rig.view.inVi = inVi;

        QTEST(rig.market().continuous, "continuous");
    }
};

QTEST_GUILESS_MAIN(TestPositionMarket)
#include "tst_position_market.moc"
