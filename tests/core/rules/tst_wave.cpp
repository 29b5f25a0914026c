#include "core/rules/wave.h"
#include "tests/core/rules/rules_rig.h"

#include <QTest>

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
