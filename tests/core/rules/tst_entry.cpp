#include "core/rules/entry.h"
#include "tests/core/rules/rules_rig.h"

#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using test::clockAt;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;

namespace
{
/// Everything the entry asks for at 10:05:00, at 10,000 won.
struct EntryRig
{
    test::RulesRig base;
    rules::EntryInput in{.now = base.now,
                         .market = base.market,
                         .momentum5 = domain::PriceChange{.now = won(10'001), .then = won(10'000)},
                         .upperLimit = won(13'000),
                         .automaticOn = true,
                         .screenedAt = base.now - 120s,
                         .eligible = true,
                         .soldAt = base.now - 300s,
                         .positions = 4,
                         .positionsMax = 5,
                         .openOrder = false,
                         .gateAllows = true,
                         .gateSays = {},
                         .money = {.equity = domain::Won{10'000'000},
                                   .startEquity = domain::Won{10'000'000},
                                   .maxOrderShare = test::pct("10")},
                         .config = base.config,
                         .times = base.times};

    EntryRig()
    {
        base.market.ask = won(10'000);
        base.market.bid = won(9'990);
        base.market.quoteFresh = true;
        base.market.volume = domain::VolumeWindow{domain::Quantity{1'500}, domain::Quantity{3'000}};
    }
    EntryRig(const EntryRig&) = delete;
    EntryRig& operator=(const EntryRig&) = delete;
};
using Change = std::function<void(EntryRig&)>;
}  // namespace
Q_DECLARE_METATYPE(Change)

class TestEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneConditionAloneDecides_data()
    {
        QTest::addColumn<QString>("failing");
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const char* failing, Change change) {
            QTest::newRow(name) << QString::fromLatin1(failing) << std::move(change);
        };
        const auto at = [](EntryRig& r, domain::Timestamp now) {
            r.in.now = now;
            r.base.market.priceAt = now;
            r.in.screenedAt = now;
            r.in.soldAt.reset();
        };
        row("all hold", "", [](EntryRig&) {});
        row("symbol off", "auto", [](EntryRig& r) { r.in.automaticOn = false; });
        row("entry off", "auto", [](EntryRig& r) { r.base.config.entry.enabled = false; });
        row("09:04:59.999", "window", [at](EntryRig& r) { at(r, clockAt(9, 4, 59, 999)); });
        row("09:05:00", "", [at](EntryRig& r) { at(r, clockAt(9, 5)); });
        row("14:59:59.999", "", [at](EntryRig& r) { at(r, clockAt(14, 59, 59, 999)); });
        row("15:00:00", "window", [at](EntryRig& r) { at(r, clockAt(15, 0)); });
        row("VI or halt", "window", [](EntryRig& r) { r.base.market.continuous = false; });
        row("screening too old", "screen", [](EntryRig& r) { *r.in.screenedAt -= 1ms; });
        row("not eligible", "screen", [](EntryRig& r) { r.in.eligible = false; });
        row("never screened", "screen?", [](EntryRig& r) { r.in.screenedAt.reset(); });
        row("trade 3 s old", "", [](EntryRig& r) { r.base.market.priceAt -= 3s; });
        row("trade older", "fresh?", [](EntryRig& r) { r.base.market.priceAt -= 3'001ms; });
        row("not live", "fresh?", [](EntryRig& r) { r.base.market.live = false; });
        row("volume a share short", "volume",
            [](EntryRig& r) { r.base.market.volume->forming = domain::Quantity{1'499}; });
        row("volume not known", "volume?", [](EntryRig& r) { r.base.market.volume.reset(); });
        row("no momentum", "momentum", [](EntryRig& r) { r.in.momentum5->now = won(10'000); });
        row("momentum not known", "momentum?", [](EntryRig& r) { r.in.momentum5.reset(); });
        row("spread 0.4 %", "", [](EntryRig& r) {
            r.base.market.bid = won(9'980);
            r.base.market.ask = won(10'020);
        });
        row("spread wider", "spread", [](EntryRig& r) {
            r.base.market.bid = won(9'980);
            r.base.market.ask = won(10'021);
        });
        row("quote stale", "spread?", [](EntryRig& r) { r.base.market.quoteFresh = false; });
        row("cooling down", "cooldown", [](EntryRig& r) { *r.in.soldAt += 1ms; });
        row("never sold", "", [](EntryRig& r) { r.in.soldAt.reset(); });
        row("five positions", "positions", [](EntryRig& r) { r.in.positions = 5; });
        row("open order", "order", [](EntryRig& r) { r.in.openOrder = true; });
        // Exactly 1 % under 10,000 is still within.
        row("1 % under the limit", "limit_up", [](EntryRig& r) {
            r.in.upperLimit = won(10'000);
            r.base.market.price = won(9'900);
        });
        row("a won further", "", [](EntryRig& r) {
            r.in.upperLimit = won(10'000);
            r.base.market.price = won(9'899);
        });
        row("limit not known", "limit_up?", [](EntryRig& r) { r.in.upperLimit.reset(); });
        row("limit 0 is no limit", "limit_up?", [](EntryRig& r) { r.in.upperLimit = won(0); });
        row("limit of a won", "limit_up", [](EntryRig& r) { r.in.upperLimit = won(1); });
        row("one share", "", [](EntryRig& r) {
            r.base.market.ask = won(1'000'000);
            r.base.market.bid = won(999'000);
        });
        row("price above budget", "size", [](EntryRig& r) {
            r.base.market.ask = won(1'001'000);
            r.base.market.bid = won(1'000'000);
        });
        row("start equity not known", "size?", [](EntryRig& r) { r.in.money.startEquity.reset(); });
        row("start equity 0", "size", [](EntryRig& r) { r.in.money.startEquity = domain::Won{0}; });
        row("ask side empty", "spread size?", [](EntryRig& r) { r.base.market.ask = won(0); });
        row("locked book", "spread", [](EntryRig& r) { r.base.market.bid = won(10'000); });
        row("no price yet", "fresh?", [](EntryRig& r) { r.base.market.price = won(0); });
        row("nothing traded before", "volume",
            [](EntryRig& r) { r.base.market.volume->precedingThree = domain::Quantity{0}; });
        row("gate", "gate", [](EntryRig& r) { r.in.gateAllows = false; });
    }
    void oneConditionAloneDecides()
    {
        QFETCH(QString, failing);
        QFETCH(Change, change);
        EntryRig rig;
        change(rig);
        const rules::EntryVerdict verdict = rules::judgeEntry(rig.in);

        QStringList failed;
        for (const domain::Condition& one : verdict.conditions) {
            if (one.outcome != domain::CheckOutcome::Pass) {
                failed << QString{one.id}
                              + (one.outcome == domain::CheckOutcome::Insufficient
                                     ? QStringLiteral("?")
                                     : QString{});
            }
        }
        QCOMPARE(failed.join(u' '), failing);
        QCOMPARE(verdict.allowed(), failing.isEmpty());
        QCOMPARE(rules::entryFailing(rig.in), domain::failingBits(verdict.conditions));
    }

    void everyConditionShowsItsFigureAndItsLimit()
    {
        EntryRig rig;
        rig.in.gateSays = QLatin1String{"word"};
        const auto all = [&] { return test::allShown(rules::judgeEntry(rig.in).conditions); };
        QCOMPARE(
            all(),
            (QStringList{
                QStringLiteral("auto"), QStringLiteral("window 36300000/54000000 clock"),
                QStringLiteral("screen 120000/120000 ms"), QStringLiteral("fresh"),
                QStringLiteral("volume 1500000000/1500000000 %"),
                QStringLiteral("momentum 100000/0 %"), QStringLiteral("spread 1000500/4000000 %"),
                QStringLiteral("cooldown 300000/300000 ms"), QStringLiteral("positions 4/5 count"),
                QStringLiteral("order"), QStringLiteral("limit_up 230769230/10000000 %"),
                QStringLiteral("size 100/1 shares"), QStringLiteral("gate word")}));
        rig.in.eligible = false;
        rig.in.momentum5.reset();
        rig.in.soldAt.reset();
        rig.in.upperLimit = won(0);
        rig.base.market.ask = won(0);
        const QStringList after = all();
        QCOMPARE(after.at(2), QStringLiteral("screen 120000/120000 ms not_eligible"));
        QCOMPARE(after.at(5), QStringLiteral("momentum -/0 %"));
        QCOMPARE(after.at(6), QStringLiteral("spread -/4000000 % empty_side"));
        QCOMPARE(after.at(7), QStringLiteral("cooldown"));
        QCOMPARE(after.at(10), QStringLiteral("limit_up -/10000000 %"));
        QCOMPARE(after.at(11), QStringLiteral("size -/1 shares"));
        rig.in.upperLimit = won(1);
        QCOMPARE(all().at(10), QStringLiteral("limit_up -9999000000000/10000000 %"));
        rig.in.screenedAt.reset();
        QCOMPARE(all().at(2), QStringLiteral("screen -/120000 ms"));
    }

    void theSizeIsTheClampedAmountOverTheLimit_data()
    {
        QTest::addColumn<bool>("ofEquity");
        QTest::addColumn<qint64>("equity");
        QTest::addColumn<qint64>("start");
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<qint64>("shares");

        QTest::newRow("fixed") << false << 10'000'000LL << 10'000'000LL << 10'000LL << 100LL;
        QTest::newRow("rounded down") << false << 10'000'000LL << 10'000'000LL << 10'010LL << 99LL;
        QTest::newRow("RC-10 shrinks it")
            << false << 9'000'000LL << 9'000'000LL << 10'000LL << 90LL;
        QTest::newRow("10 % of equity") << true << 5'000'000LL << 10'000'000LL << 10'000LL << 50LL;
        QTest::newRow("never above max_position")
            << true << 20'000'000LL << 20'000'000LL << 10'000LL << 100LL;
        QTest::newRow("never below min") << true << 100'000LL << 10'000'000LL << 10'000LL << 5LL;
        QTest::newRow("RC-10 goes before min") << true << 100'000LL << 200'000LL << 10'000LL << 2LL;
        QTest::newRow("one share, to the won")
            << false << 10'000'000LL << 10'000'000LL << 1'000'000LL << 1LL;
        QTest::newRow("nothing to start with") << false << 0LL << 0LL << 10'000LL << 0LL;
        QTest::newRow("less than nothing") << true << -1LL << -10'000'000LL << 10'000LL << 0LL;
        QTest::newRow("a share costs more")
            << false << 10'000'000LL << 10'000'000LL << 1'000'001LL << 0LL;
    }
    void theSizeIsTheClampedAmountOverTheLimit()
    {
        QFETCH(bool, ofEquity);
        QFETCH(qint64, equity);
        QFETCH(qint64, start);
        QFETCH(qint64, limit);
        core::config::SizingSection sizing = core::config::defaultConfig().sizing;
        if (ofEquity) {
            sizing.method = core::config::SizingMethod::EquityPct;
        }
        const auto quantity = rules::entryQuantity(
            sizing, {domain::Won{equity}, domain::Won{start}, test::pct("10")}, won(limit));

        QVERIFY(quantity.has_value());
        QTEST(qint64{quantity->shares()}, "shares");
    }

    void withoutItsFiguresThereIsNoSize()
    {
        core::config::SizingSection sizing = core::config::defaultConfig().sizing;
        const domain::Won some{10'000'000};
        const auto size = [&](std::optional<domain::Won> equity, std::optional<domain::Won> start,
                              std::int64_t limit) {
            return rules::entryQuantity(sizing, {equity, start, test::pct("10")}, won(limit));
        };
        QVERIFY(!size(some, some, 0));
        QCOMPARE(*size(some, some, 1), domain::Quantity{1'000'000});
        QVERIFY(!size(some, std::nullopt, 10'000));
        QVERIFY(size(std::nullopt, some, 10'000));  // A fixed amount asks for no equity.
        sizing.method = core::config::SizingMethod::EquityPct;
        QVERIFY(!size(std::nullopt, some, 10'000));
    }

    /// Both halves of RC-10 shrink an order; neither refuses it.
    void anOrderIsNoLargerThanTheGateLets()
    {
        const core::config::SizingSection sizing = core::config::defaultConfig().sizing;
        rules::SizingInput money{.equity = domain::Won{10'000'000},
                                 .startEquity = domain::Won{10'000'000},
                                 .maxOrderShare = test::pct("10"),
                                 .maxOrder = domain::Won{300'000}};
        QCOMPARE(*rules::entryQuantity(sizing, money, won(10'000)), domain::Quantity{30});
        money.maxOrderShare = test::pct("2");
        QCOMPARE(*rules::entryQuantity(sizing, money, won(10'000)), domain::Quantity{20});
    }
};

QTEST_GUILESS_MAIN(TestEntry)
#include "tst_entry.moc"
