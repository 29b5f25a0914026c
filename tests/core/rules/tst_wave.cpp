#include "core/rules/wave.h"
#include "core/rules/wave_exits.h"
#include "tests/core/rules/rules_rig.h"

#include <QTest>

#include <algorithm>
#include <span>
#include <vector>

using namespace std::chrono_literals;
using test::clockAt;
using test::Instant;
using test::RulesRig;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;
using rules::WaveEvent;
using rules::WaveStatus;

namespace
{
/// 9,900 to 10,100: width 2 % of the middle, the entry band 10 % of it.
constexpr domain::WaveChannel kChannel{.low = 990'000, .high = 1'010'000, .band = 100'000'000};

std::vector<rules::WaveSample> swings(int count, std::int64_t low, std::int64_t high,
                                      domain::Timestamp now)
{
    std::vector<rules::WaveSample> made;
    for (int index = 0; index < count; ++index) {
        made.push_back({now - std::chrono::milliseconds{1'000 * (count - index)},
                        won(index % 2 == 0 ? low : high), domain::Quantity{10}});
    }
    return made;
}

/// Everything a wave entry asks for at 10:05:00, at the bottom of `kChannel`.
struct WaveRig
{
    RulesRig base;
    rules::EntryInput entry{.now = base.now,
                            .market = base.market,
                            .momentum5 = {},
                            .upperLimit = {},
                            .automaticOn = true,
                            .screenedAt = {},
                            .eligible = false,
                            .soldAt = {},
                            .positions = 0,
                            .positionsMax = 5,
                            .openOrder = false,
                            .gateAllows = true,
                            .gateSays = {},
                            .money = {.equity = domain::Won{10'000'000},
                                      .startEquity = domain::Won{10'000'000},
                                      .maxOrderShare = test::pct("10")},
                            .config = base.config,
                            .times = base.times};
    rules::WaveVolume volume{.samples = 20, .newest = 100, .earlier = 100};
    rules::WaveState state{WaveStatus::Ranging, kChannel, std::nullopt};
    std::optional<domain::Won> cash{domain::Won{10'000'000}};

    WaveRig()
    {
        base.price(9'920);
        base.market.ask = won(9'920);
        base.market.quoteFresh = true;
    }
    WaveRig(const WaveRig&) = delete;
    WaveRig& operator=(const WaveRig&) = delete;

    [[nodiscard]] rules::WaveInput input() const { return {entry, volume, state, false, cash}; }
    [[nodiscard]] domain::Quantity quantity() const
    {
        return rules::judgeWaveEntry(input()).quantity;
    }
    /// "spike size?": what says no, with a question mark where a figure is missing.
    [[nodiscard]] QString failing() const
    {
        QStringList failed;
        for (const domain::Condition& one : rules::judgeWaveEntry(input()).conditions) {
            if (one.outcome != domain::CheckOutcome::Pass) {
                const bool missing = one.outcome == domain::CheckOutcome::Insufficient;
                failed << QString{one.id} + (missing ? QStringLiteral("?") : QString{});
            }
        }
        return failed.join(u' ');
    }
};
}  // namespace

class TestWave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStatesMoveAsTheTableSays()
    {
        // Columns: Channel, NoChannel, Breakout, Bought, Sold, SoldOut.
        const QString matrix[] = {QStringLiteral("RIIPII"), QStringLiteral("RIXPRR"),
                                  QStringLiteral("PPPPIX"), QStringLiteral("RXXPXX")};
        const QString names = QStringLiteral("IRPX");
        for (int from = 0; from < 4; ++from) {
            QString row;
            for (int event = 0; event < 6; ++event) {
                row += names.at(static_cast<int>(
                    rules::waveNext(static_cast<WaveStatus>(from), static_cast<WaveEvent>(event))));
            }
            QCOMPARE(row, matrix[from]);
        }
    }

    void aChannelNeedsSamplesAndWidth()
    {
        const RulesRig rig;
        const domain::Timestamp now = clockAt(10, 0);
        const auto found = [&](int count, std::int64_t low, std::int64_t high,
                               domain::Timestamp at) {
            return rules::waveChannel(swings(count, low, high, at), at, rig.times).has_value();
        };
        QVERIFY(!found(119, 9'900, 10'100, now));
        QVERIFY(found(120, 9'900, 10'100, now));
        QVERIFY(found(120, 9'950, 10'050, now));  // 1.0 % exactly
        QVERIFY(!found(120, 9'951, 10'050, now));
        const domain::Timestamp boot = clockAt(9, 2, 59, 999);
        QVERIFY(!found(29, 9'970, 10'030, boot));
        QVERIFY(found(30, 9'970, 10'030, boot));  // 0.6 % exactly
        QVERIFY(!found(30, 9'971, 10'030, boot));
        QVERIFY(!found(30, 9'900, 10'100, clockAt(9, 3)));  // No longer booting.
        const auto channel =
            rules::waveChannel(swings(120, 9'900, 10'100, now), now, rig.times).value();
        QCOMPARE(channel.low, 990'000);
        QCOMPARE(channel.high, 1'010'000);
        QCOMPARE(channel.band, 250'000'000);  // 0.10 + 0.5 x 100 / 200 is clamped.
        auto old = swings(120, 9'900, 10'100, now);
        old.front().at = now - 240s;
        QVERIFY(!rules::waveChannel(old, now, rig.times));
    }

    void exitsAreJudgedInOrderAtTheirLimits_data()
    {
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<QString>("rule");

        // Width 2 %: stop max(0.6, 0.8) %, gain max(0.8, 1.2) %, breakout 9,860, top 10,080.
        QTest::newRow("W1") << 1'000'000LL << 9'920LL << "W1";
        QTest::newRow("above W1") << 1'000'000LL << 9'921LL << "";
        QTest::newRow("W2") << 990'000LL << 9'860LL << "W2";
        QTest::newRow("above W2") << 990'000LL << 9'861LL << "";
        QTest::newRow("W3") << 990'000LL << 10'019LL << "W3";  // 10,018.8
        QTest::newRow("below W3") << 990'000LL << 10'018LL << "";
        QTest::newRow("W4") << 1'002'000LL << 10'080LL << "W4";
        QTest::newRow("below W4") << 1'002'000LL << 10'079LL << "";
        QTest::newRow("W4 without a net profit") << 1'006'000LL << 10'080LL << "";
    }
    void exitsAreJudgedInOrderAtTheirLimits()
    {
        QFETCH(qint64, cost);
        QFETCH(qint64, price);
        RulesRig rig;
        rig.enter(cost, 100);
        rig.price(price);
        QTEST(test::text(rules::waveExit(kChannel, {}, rig.input())), "rule");
        rig.market.live = false;
        QCOMPARE(test::text(rules::waveExit(kChannel, {}, rig.input(Instant::Step))), QString{});
        rig.now = clockAt(15, 15);
        QCOMPARE(test::text(rules::waveExit(kChannel, {}, rig.input(Instant::Step))),
                 QStringLiteral("EOD"));
    }

    void theEntryNeedsEveryCondition_data()
    {
        QTest::addColumn<QString>("failing");
        for (const char* one :
             {"", "auto", "base", "window", "fresh?", "ranging bottom?", "bottom", "spike",
              "spike?", "cooldown", "positions", "order", "size?", "gate"}) {
            QTest::newRow(*one == '\0' ? "all hold" : one) << QString::fromLatin1(one);
        }
    }
    void theEntryNeedsEveryCondition()
    {
        QFETCH(QString, failing);
        const auto is = [&](const char* id) { return failing == QLatin1String{id}; };
        RulesRig rig;
        rig.price(is("bottom") ? 9'921 : 9'920);  // 9,900 + 10 % of 200
        rig.market.ask = won(9'920);
        rig.market.quoteFresh = !is("fresh?");
        rig.market.continuous = !is("window");
        rig.config.wave.enabled = !is("auto");
        std::vector<rules::WaveSample> samples = swings(120, 9'900, 10'100, rig.now);
        // Twice the earlier mean is not yet a spike, a share more is one.
        for (std::size_t index = 110; index < 120; ++index) {
            samples[index].quantity = domain::Quantity{20};
        }
        if (is("spike")) {
            samples[119].quantity = domain::Quantity{21};
        }
        if (is("spike?")) {
            samples.resize(19);
        }
        const rules::WaveState state{is("ranging bottom?") ? WaveStatus::Paused
                                                           : WaveStatus::Ranging,
                                     kChannel, std::nullopt};
        const rules::EntryInput entry{.now = rig.now,
                                      .market = rig.market,
                                      .momentum5 = {},
                                      .upperLimit = {},
                                      .automaticOn = true,
                                      .screenedAt = {},
                                      .eligible = false,
                                      .soldAt = rig.now - (is("cooldown") ? 39'999ms : 40'000ms),
                                      .positions = is("positions") ? 1 : 0,
                                      .positionsMax = 5,
                                      .openOrder = is("order"),
                                      .gateAllows = !is("gate"),
                                      .gateSays = {},
                                      .money = {.equity = domain::Won{10'000'000},
                                                .startEquity = domain::Won{10'000'000},
                                                .maxOrderShare = test::pct("10")},
                                      .config = rig.config,
                                      .times = rig.times};
        rules::WaveSeries series;
        for (const rules::WaveSample& sample : samples) {
            series.add(sample);
        }
        const rules::WaveVolume volume = series.volume();
        std::optional<domain::Won> cash{domain::Won{10'000'000}};
        if (is("size?")) {
            cash.reset();
        }
        const rules::EntryVerdict verdict =
            rules::judgeWaveEntry({entry, volume, state, is("base"), cash});

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
        if (!is("size?")) {
            QCOMPARE(verdict.quantity, domain::Quantity{25});  // 250,000 / 9,920
        }
        cash = domain::Won{208'000};  // 95 % of it is 197,600, 96 % would buy 20.
        QCOMPARE(rules::judgeWaveEntry({entry, volume, state, false, cash}).quantity,
                 domain::Quantity{19});
    }

    void theChannelLiesBetweenPercentilesOfThePrices()
    {
        const RulesRig rig;
        const auto ramp = [&](int count, domain::Timestamp now) {
            std::vector<rules::WaveSample> made = swings(count, 10'000, 10'000, now);
            std::int64_t price = 10'000;
            for (rules::WaveSample& one : made) {
                one.price = won(price);
                price += 10;
            }
            std::reverse(made.begin(), made.end());  // Their order does not count.
            for (rules::WaveSample& one : made) {
                one.at = now - 1s;
            }
            return rules::waveChannel(made, now, rig.times).value();
        };
        // The 2nd of 120 lies at place 2.38, the 98th at 116.62; the 5th of 30 at 1.45, the 95th
        // at 27.55.
        const domain::WaveChannel usual = ramp(120, clockAt(10, 0));
        QCOMPARE(usual.low, 1'002'380);
        QCOMPARE(usual.high, 1'116'620);
        const domain::WaveChannel boot = ramp(30, clockAt(9, 2));
        QCOMPARE(boot.low, 1'001'450);
        QCOMPARE(boot.high, 1'027'550);
        QCOMPARE(boot.band, 100'000'000);
    }

    void aFewTradesOutsideMakeNoChannel()
    {
        const RulesRig rig;
        const domain::Timestamp now = clockAt(10, 0);
        std::vector<rules::WaveSample> quiet = swings(120, 10'000, 10'000, now);
        quiet[60].price = won(9'000);
        quiet[61].price = won(11'000);
        QVERIFY(!rules::waveChannel(quiet, now, rig.times));
        // From the third on they reach the percentiles.
        for (std::size_t index = 0; index < 3; ++index) {
            quiet[index].price = won(9'000);
        }
        QVERIFY(rules::waveChannel(quiet, now, rig.times).has_value());
    }

    void theBandIsATenthAndHalfOfSigmaOverWidth()
    {
        const RulesRig rig;
        const domain::Timestamp now = clockAt(10, 0);
        std::vector<rules::WaveSample> quiet = swings(120, 10'000, 10'000, now);
        for (std::size_t index = 0; index < 4; ++index) {
            quiet[index].price = won(9'900);
            quiet[119 - index].price = won(10'100);
        }
        // sigma = sqrt(8 x 10,000 / 120) = 25.819889; half of it over 200 is 0.0645497224.
        QCOMPARE(rules::waveChannel(quiet, now, rig.times).value(),
                 (domain::WaveChannel{.low = 990'000, .high = 1'010'000, .band = 164'549'722}));
    }

    void aNarrowChannelIsMeasuredByTheLeastStopAndProfit_data()
    {
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<qint64>("band");
        QTest::addColumn<QString>("rule");

        // Width 1 %: stop max(0.6, 0.4) %, gain max(0.8, 0.6) %, breakout 9,930.
        QTest::newRow("W1") << 1'000'000LL << 9'940LL << 100LL << "W1";
        QTest::newRow("above W1") << 1'000'000LL << 9'941LL << 100LL << "";
        QTest::newRow("W3") << 990'000LL << 9'980LL << 100LL << "W3";  // 9,979.2
        QTest::newRow("below W3") << 990'000LL << 9'979LL << 100LL << "";
        QTest::newRow("W3, to the won") << 1'000'000LL << 10'080LL << 100LL << "W3";
        // The exit band is the entry's less 0.02, from 0.10 to 0.20 of the width of 100.
        QTest::newRow("band 0.10: 10,040") << 1'000'000LL << 10'040LL << 100LL << "W4";
        QTest::newRow("band 0.10: below") << 1'000'000LL << 10'039LL << 100LL << "";
        QTest::newRow("band 0.15: 10,037") << 1'000'000LL << 10'037LL << 150LL << "W4";
        QTest::newRow("band 0.15: below") << 1'000'000LL << 10'036LL << 150LL << "";
        QTest::newRow("band 0.25: 10,030") << 1'000'000LL << 10'030LL << 250LL << "W4";
        QTest::newRow("band 0.25: below") << 1'000'000LL << 10'029LL << 250LL << "";
    }
    void aNarrowChannelIsMeasuredByTheLeastStopAndProfit()
    {
        QFETCH(qint64, cost);
        QFETCH(qint64, price);
        QFETCH(qint64, band);
        RulesRig rig;
        rig.enter(cost, 100);
        rig.price(price);
        const domain::WaveChannel channel{
            .low = 995'000, .high = 1'005'000, .band = band * 1'000'000};

        QTEST(test::text(rules::waveExit(channel, {}, rig.input())), "rule");
    }

    void theTopSellsOnlyWhatIsLeftAfterCosts()
    {
        RulesRig rig;
        rig.price(10'080);
        const auto rule = [&](std::int64_t cost) {
            rig.enter(cost, 100);
            return test::text(rules::waveExit(kChannel, {}, rig.input()));
        };
        rig.config.costs.commission = {};
        rig.market.sellTax = {};
        QCOMPARE(rule(1'008'000), QString{});
        QCOMPARE(rule(1'007'999), QStringLiteral("W4"));
        // A sale of 1,008,000: 2,016 of tax, 141 of commission, as much for the purchase.
        rig.market.sellTax = test::pct("0.20");
        QCOMPARE(rule(1'005'984), QString{});
        QCOMPARE(rule(1'005'983), QStringLiteral("W4"));
        rig.config.costs.commission = test::pct("0.0140527");
        QCOMPARE(rule(1'005'702), QString{});
        QCOMPARE(rule(1'005'701), QStringLiteral("W4"));
    }

    void theDayTheGuardAndTheHandComeBeforeTheChannel()
    {
        RulesRig rig;
        rig.price(9'800);
        rig.now = clockAt(15, 15);
        rig.books.guardSells = true;
        std::optional<domain::Price> manual{won(9'800)};
        const auto rule = [&] {
            return test::text(rules::waveExit(kChannel, manual, rig.input()));
        };
        QCOMPARE(rule(), QStringLiteral("EOD"));
        rig.now = clockAt(15, 14, 59, 999);
        QCOMPARE(rule(), QStringLiteral("GUARD"));
        rig.books.automatic = false;
        QCOMPARE(rule(), QStringLiteral("MAN"));
        rig.now = clockAt(15, 15);
        QCOMPARE(rule(), QStringLiteral("MAN"));
        manual = won(9'799);
        QCOMPARE(rule(), QStringLiteral("W1"));
        rig.enter(985'000, 100);  // -0.5 %: only the channel is broken.
        QCOMPARE(rule(), QStringLiteral("W2"));
    }

    void everyFigureIsToldWithItsLimit()
    {
        const auto figures = [](const std::vector<domain::Condition>& conditions) {
            QStringList out;
            for (const domain::Condition& one : conditions) {
                if (one.value && one.limit) {
                    out << QStringLiteral("%1 %2/%3")
                               .arg(QString{one.id})
                               .arg(*one.value)
                               .arg(*one.limit);
                }
            }
            return out;
        };
        WaveRig wave;
        wave.entry.soldAt = wave.base.now - 40s;
        // Width 2 % of the middle, bottom 9,900 + a tenth of 200, as busy as before.
        QCOMPARE(figures(rules::judgeWaveEntry(wave.input()).conditions),
                 (QStringList{QStringLiteral("window 36300000/54000000"),
                              QStringLiteral("ranging 20000000/10000000"),
                              QStringLiteral("bottom 9920/9920"),
                              QStringLiteral("spike 1000000000/2000000000"),
                              QStringLiteral("cooldown 40000/40000"),
                              QStringLiteral("positions 0/1"), QStringLiteral("size 25/1")}));
        RulesRig rig;
        rig.enter(1'000'000, 100);
        rig.price(10'000);
        // -0.8 %, a fifth of 200 below 9,900, +1.2 %, 8 % of 200 below 10,100 but at least a tenth.
        QCOMPARE(
            figures(rules::waveExitConditions(kChannel, won(9'900), rig.input())),
            (QStringList{QStringLiteral("EOD 36300000/54900000"), QStringLiteral("MAN 10000/9900"),
                         QStringLiteral("W1 10000/9920"), QStringLiteral("W2 10000/9860"),
                         QStringLiteral("W3 10000/10120"), QStringLiteral("W4 10000/10080")}));
    }

    void aStepWithoutALivingPriceJudgesTheClockAlone()
    {
        RulesRig rig;
        rig.price(9'800);
        rig.market.live = false;
        const auto conditions =
            rules::waveExitConditions(kChannel, won(9'900), rig.input(Instant::Step));
        QString said;
        for (const domain::Condition& one : conditions) {
            said += one.outcome == domain::CheckOutcome::Insufficient ? u'?' : u'-';
        }
        QCOMPARE(said, QStringLiteral("--?????"));
    }

    void theEntryDecidesAtItsLimits()
    {
        WaveRig rig;
        QCOMPARE(rig.failing(), QString{});
        QCOMPARE(rules::waveFailing(rig.input()), 0U);
        rig.base.market.priceAt = rig.base.now - 3s;
        QCOMPARE(rig.failing(), QString{});
        rig.base.market.priceAt -= 1ms;
        QCOMPARE(rig.failing(), QStringLiteral("fresh?"));
        QCOMPARE(rules::waveFailing(rig.input()), 1U << 3U);
        rig.base.price(9'920);
        rig.base.market.live = false;
        QCOMPARE(rig.failing(), QStringLiteral("fresh?"));
        rig.base.market.live = true;
        rig.base.market.ask = won(0);
        QCOMPARE(rig.failing(), QStringLiteral("fresh? size?"));
        rig.base.market.ask = won(1);
        QCOMPARE(rig.failing(), QString{});
        rig.base.market.ask = won(9'920);
        rig.entry.automaticOn = false;
        QCOMPARE(rig.failing(), QStringLiteral("auto"));
        rig.entry.automaticOn = true;
        rig.base.market.price = won(0);
        QCOMPARE(rig.failing(), QStringLiteral("fresh?"));
        rig.base.price(9'920);
        rig.state.channel.reset();
        QCOMPARE(rig.failing(), QStringLiteral("ranging bottom?"));
    }

    void aSpikeIsMoreThanTwiceTheMeanOfTheEarlier()
    {
        WaveRig rig;
        rig.volume = {.samples = 20, .newest = 200, .earlier = 100};
        QCOMPARE(rig.failing(), QString{});
        rig.volume.newest = 201;
        QCOMPARE(rig.failing(), QStringLiteral("spike"));
        // 40 earlier ones of 10 each: the mean is what counts.
        rig.volume = {.samples = 50, .newest = 200, .earlier = 400};
        QCOMPARE(rig.failing(), QString{});
        rig.volume.newest = 201;
        QCOMPARE(rig.failing(), QStringLiteral("spike"));
        rig.volume = {.samples = 19, .newest = 100, .earlier = 100};
        QCOMPARE(rig.failing(), QStringLiteral("spike?"));
        // In the first three minutes it is wanted instead.
        rig.base.config.entry.windowFrom = 9h;
        rig.base.times = rules::RuleTimes::of(rig.base.config, test::usualDay());
        rig.entry.now = clockAt(9, 2, 59, 999);
        rig.base.market.priceAt = rig.entry.now;
        rig.volume = {.samples = 20, .newest = 201, .earlier = 100};
        QCOMPARE(rig.failing(), QString{});
        rig.volume.newest = 200;
        QCOMPARE(rig.failing(), QStringLiteral("spike"));
        rig.entry.now = clockAt(9, 3);
        QCOMPARE(rig.failing(), QString{});
    }

    void theSizeIsAFortiethOfTheEquityOrTheCash()
    {
        WaveRig rig;
        rig.base.market.ask = won(50'000);
        QCOMPARE(rig.quantity(), domain::Quantity{5});  // 250,000
        rig.entry.money.equity = domain::Won{9'999'999};
        QCOMPARE(rig.quantity(), domain::Quantity{4});
        rig.entry.money.equity.reset();
        QCOMPARE(rig.failing(), QStringLiteral("size?"));
        rig.entry.money.equity = domain::Won{10'000'000};
        rig.cash = domain::Won{105'264};  // 95 % are 100,000.8.
        QCOMPARE(rig.quantity(), domain::Quantity{2});
        rig.cash = domain::Won{105'263};
        QCOMPARE(rig.quantity(), domain::Quantity{1});
        QCOMPARE(rig.failing(), QString{});  // One share is enough.
        rig.base.market.ask = won(100'000);
        QCOMPARE(rig.quantity(), domain::Quantity{0});
        QCOMPARE(rig.failing(), QStringLiteral("size"));
        // At least 50,000, also of an equity by percent that would be more.
        rig.base.market.ask = won(50'000);
        rig.cash = domain::Won{1};
        QCOMPARE(rig.quantity(), domain::Quantity{1});
        rig.base.config.sizing.method = core::config::SizingMethod::EquityPct;
        QCOMPARE(rig.quantity(), domain::Quantity{1});
    }

    void theWindowIsShownAsThatOfEntries()
    {
        const WaveRig rig;
        const rules::EntryVerdict verdict = rules::judgeWaveEntry(rig.input());
        QCOMPARE(test::allShown(verdict.conditions).at(2),
                 QStringLiteral("window 36300000/54000000 clock"));
        QCOMPARE(verdict.limit, won(9'920));
    }

    void theSeriesKeepsFourMinutesAndTheirVolume()
    {
        const domain::Timestamp start = clockAt(10, 0);
        rules::WaveSeries series;
        std::vector<rules::WaveSample> all;
        std::uint32_t random = 7;
        domain::Timestamp at = start;
        for (int index = 0; index < 3'000; ++index) {
            random = random * 1'664'525U + 1'013'904'223U;
            // Bursts and silences; some as long as the series, so that it runs empty.
            const std::uint32_t gap = index % 701 == 700 ? 240'000U : (random >> 16U) % 400U;
            at += std::chrono::milliseconds{gap};
            all.push_back({at, won(10'000), domain::Quantity{1 + (random >> 8U) % 50U}});
            series.add(all.back());
            const std::span<const rules::WaveSample> young = rules::recentSamples(all, at);
            QCOMPARE(series.samples().size(), young.size());
            QVERIFY(std::equal(young.begin(), young.end(), series.samples().begin()));
            rules::WaveVolume volume{.samples = young.size()};
            for (std::size_t place = 0; place < young.size(); ++place) {
                const bool isNewest = young.size() - place <= 10;
                (isNewest ? volume.newest : volume.earlier) += young[place].quantity.shares();
            }
            QCOMPARE(series.volume(), volume);
        }
        const rules::WaveSample edge[] = {{start, won(1), domain::Quantity{1}},
                                          {start + 1ms, won(2), domain::Quantity{1}}};
        QCOMPARE(rules::recentSamples(edge, start + 240s - 1ms).size(), 2U);
        QCOMPARE(rules::recentSamples(edge, start + 240s).size(), 1U);
    }

    void onlyABreakOfTheChannelItRangesInPauses()
    {
        const rules::WaveState held{WaveStatus::InPosition, kChannel, kChannel};
        QCOMPARE(rules::waveTrade(held, won(9'000)), held);
        const rules::WaveState none{WaveStatus::Ranging, std::nullopt, std::nullopt};
        QCOMPARE(rules::waveTrade(none, won(9'000)), none);
        const rules::WaveState ranging{WaveStatus::Ranging, kChannel, std::nullopt};
        const rules::WaveState paused = rules::waveTrade(ranging, won(9'860));
        QVERIFY(!paused.channel);
        const rules::WaveState bought = rules::waveBought(ranging, kChannel);
        QCOMPARE(bought, held);
        // Sold by its breakout the channel is gone with it; otherwise it may be bought in again.
        const rules::WaveState out = rules::waveSold(bought, QLatin1String{"W2"});
        QCOMPARE(out, (rules::WaveState{WaveStatus::Paused, std::nullopt, std::nullopt}));
        const rules::WaveState sold = rules::waveSold(bought, QLatin1String{"W4"});
        QCOMPARE(sold, ranging);
    }

    void aBreakoutPausesUntilANewChannel()
    {
        const RulesRig rig;
        rules::WaveState state{WaveStatus::Ranging, kChannel, std::nullopt};
        QCOMPARE(rules::waveTrade(state, won(9'861)), state);
        state = rules::waveTrade(state, won(9'860));
        QCOMPARE(state.status, WaveStatus::Paused);
        state = rules::waveStep(state, {}, rig.now, rig.times);
        QCOMPARE(state.status, WaveStatus::Paused);
        state = rules::waveStep(state, swings(120, 9'900, 10'100, rig.now), rig.now, rig.times);
        QCOMPARE(state.status, WaveStatus::Ranging);
        state = rules::waveBought(state, kChannel);
        QCOMPARE(rules::waveSold(state, QLatin1String{"W3"}).status, WaveStatus::Ranging);
        QCOMPARE(rules::waveSold(state, QLatin1String{"W2"}).status, WaveStatus::Paused);
        state.channel.reset();
        QCOMPARE(rules::waveSold(state, QLatin1String{"W1"}).status, WaveStatus::Idle);
        QVERIFY(rules::isWaveStep(clockAt(10, 0, 30)));
        QVERIFY(!rules::isWaveStep(clockAt(10, 0, 30, 1)));
    }
};

QTEST_GUILESS_MAIN(TestWave)
#include "tst_wave.moc"
