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
constexpr rules::WaveChannel kChannel{.low = 990'000, .high = 1'010'000, .band = 100'000'000};

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
};

QTEST_GUILESS_MAIN(TestWave)
#include "tst_wave.moc"
