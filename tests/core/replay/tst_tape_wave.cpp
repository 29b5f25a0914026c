// The wave scalper on small written tapes.

#include "tests/core/replay/tape_rig.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using namespace std::chrono_literals;
using test::TapeDay;
namespace domain = core::domain;

namespace
{
constexpr auto kCode = "000001";
const QString kTaken = QStringLiteral("taken");
const QString kSilent;

/// `count` trades of 100 shares up to `last`, `apart` from each other, at 10,000 and `high` by
/// turns. With 10,200: channel 10,000 to 10,200, band 0.25, so its bottom reaches to 10,050.
void swing(TapeDay& day, const char* last, int count, std::chrono::milliseconds apart,
           std::int64_t high = 10'200, const char* code = kCode)
{
    const domain::TimeOfDay end = *domain::parseTimeOfDay(QString::fromLatin1(last));
    for (int back = count - 1; back >= 0; --back) {
        day.trade(code, TapeDay::clock(end - back * apart), back % 2 == 0 ? high : 10'000, 100);
    }
}

QString said(TapeDay& day, const char* at, const char* code = kCode)
{
    const QString here = QString::fromLatin1(at) + u' ';
    for (const QString& line : day.told(code)) {
        if (line.startsWith(here + QStringLiteral("wave "))) {
            return kTaken;
        }
        if (line.startsWith(here + QStringLiteral("refuse WAVE "))) {
            return line.section(u' ', 3);
        }
    }
    return kSilent;
}

/// Four minutes of swinging, then one trade.
QString judged(const char* at, std::int64_t price, std::int64_t quantity = 100,
               std::int64_t high = 10'200)
{
    TapeDay day;
    swing(day, "09:04:58", 270, 1s, high);
    day.trade(kCode, QLatin1String{at}, price, quantity);
    return said(day, at);
}

/// A position bought at `paid` is at `price` two seconds later: the label it is sold by.
QString exitOf(std::int64_t paid, std::int64_t price)
{
    TapeDay day;
    swing(day, "09:04:59", 239, 1s);
    day.trade(kCode, QStringLiteral("09:05:00.500"), 10'000, 100).detail.ask =
        static_cast<std::int32_t>(paid);
    day.trade(kCode, QStringLiteral("09:05:01.000"), 10'100, 100);
    day.trade(kCode, QStringLiteral("09:05:02.000"), price, 100);
    return day.told(kCode, "exit").value(0).section(u' ', 2, 2);
}
}  // namespace

class TestTapeWave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void aWaveIsBoughtAtItsBottomAndSoldAtItsTop()
    {
        TapeDay day;
        swing(day, "09:04:59", 239, 1s);
        day.trade(kCode, QStringLiteral("09:05:00.500"), 10'040, 100);
        day.trade(kCode, QStringLiteral("09:05:01.000"), 10'100, 100);
        day.trade(kCode, QStringLiteral("09:05:02.000"), 10'160, 100);
        day.trade(kCode, QStringLiteral("09:05:03.000"), 10'170, 100);

        // A fortieth of the equity: 250,000 won.
        QCOMPARE(day.told(kCode),
                 (QStringList{QStringLiteral("09:05:00.500 wave WAVE 24@10050"),
                              QStringLiteral("09:05:01.000 fill WAVE 24@10050"),
                              QStringLiteral("09:05:01.000 state "),
                              QStringLiteral("09:05:02.000 exit W4 24@10160"),
                              QStringLiteral("09:05:03.000 fill W4 24@10160"),
                              QStringLiteral("09:05:03.000 closed W4 24@10160"),
                              QStringLiteral("09:05:03.000 refuse WAVE bottom,cooldown")}));
    }

    /// A million is left: a base entry would not be paid with its slack, a wave is.
    void itsOwnSizeIsHeldAgainstTheCash()
    {
        TapeDay day;
        day.give("000002:900:10000@09:01:00");
        day.trade("000002", QStringLiteral("09:01:00.000"), 10'000, 100);
        swing(day, "09:04:59", 239, 1s);
        day.trade(kCode, QStringLiteral("09:05:00.500"), 10'040, 100);
        QCOMPARE(said(day, "09:05:00.500"), kTaken);
    }

    void aMarketOrderIsRefusedUnlessAllowed()
    {
        TapeDay day;
        day.set("wave.order_type", "market");
        swing(day, "09:04:59", 239, 1s);
        day.trade(kCode, QStringLiteral("09:05:00.500"), 10'040, 100);
        QCOMPARE(said(day, "09:05:00.500"), QStringLiteral("gate=RC-09"));
        day.set("risk.allow_market_entry", "true");
        QCOMPARE(said(day, "09:05:00.500"), kTaken);
    }

    /// 300,000 are left: 24 shares are paid at the ask, at the day's limit they are not.
    void aMarketOrderIsHeldAgainstTheCashAtTheUpperLimit()
    {
        TapeDay day;
        day.give("000002:970:10000@09:01:00");
        day.trade("000002", QStringLiteral("09:01:00.000"), 10'000, 100);
        swing(day, "09:04:59", 239, 1s);
        day.trade(kCode, QStringLiteral("09:05:00.500"), 10'040, 100);
        QCOMPARE(said(day, "09:05:00.500"), kTaken);
        day.set("risk.allow_market_entry", "true");
        day.set("wave.order_type", "market");
        QCOMPARE(said(day, "09:05:00.500"), QStringLiteral("gate=RC-16"));
    }

    void itIsOneOfThePositions()
    {
        TapeDay day;
        day.set("risk.max_positions", "1");
        day.give("000002:10:10000@09:01:00");
        day.trade("000002", QStringLiteral("09:01:00.000"), 10'000, 100);
        swing(day, "09:04:59", 239, 1s);
        day.trade(kCode, QStringLiteral("09:05:00.500"), 10'040, 100);
        QCOMPARE(said(day, "09:05:00.500"), QStringLiteral("gate=RC-14"));
    }

    void itsWindowIsThatOfEntries()
    {
        QCOMPARE(judged("09:04:59.999", 10'000), kSilent);
        QCOMPARE(judged("09:05:00.000", 10'000), kTaken);
    }

    void theBottomIsAQuarterOfTheChannel()
    {
        QCOMPARE(judged("09:05:00.500", 10'050), kTaken);
        QCOMPARE(judged("09:05:00.500", 10'051), QStringLiteral("bottom"));
    }

    void aChannelIsAtLeastAPercentWide()
    {
        QCOMPARE(judged("09:05:00.500", 10'000, 100, 10'100), kSilent);  // 0.995 %
        QCOMPARE(judged("09:05:00.500", 10'000, 100, 10'101), kTaken);
    }

    void aChannelNeedsSoManyTrades()
    {
        const auto with = [](int trades) {
            TapeDay day;
            swing(day, "09:04:59", trades, 2s);
            day.trade(kCode, QStringLiteral("09:05:00.500"), 10'000, 100);
            return said(day, "09:05:00.500");
        };
        QCOMPARE(with(119), kSilent);
        QCOMPARE(with(120), kTaken);
        QCOMPARE(with(121), kTaken);
        // The first of these is 240 s old when the channel is looked for.
        TapeDay day;
        swing(day, "09:04:58", 120, 2s);
        day.trade(kCode, QStringLiteral("09:05:00.500"), 10'000, 100);
        QCOMPARE(said(day, "09:05:00.500"), kSilent);
    }

    void aSpikeOfVolumeKeepsItOut()
    {
        // The ten newest are 900 shares and this one, against 100 each before.
        QCOMPARE(judged("09:05:00.500", 10'000, 1'100), kTaken);
        QCOMPARE(judged("09:05:00.500", 10'000, 1'101), QStringLiteral("spike"));
    }

    void inTheFirstThreeMinutesASpikeIsNeeded()
    {
        const auto boot = [](std::int64_t price, std::int64_t quantity) {
            TapeDay day;
            day.set("entry.window_from", "09:01:00");
            swing(day, "09:01:59", 100, 1s, 10'100);
            day.trade(kCode, QStringLiteral("09:02:00.500"), price, quantity);
            return said(day, "09:02:00.500");
        };
        QCOMPARE(boot(10'010, 1'101), kTaken);
        QCOMPARE(boot(10'011, 1'101), QStringLiteral("bottom"));
        QCOMPARE(boot(10'010, 1'100), QStringLiteral("spike"));
    }

    void itsExitsFireAtTheirLevels()
    {
        // Width 200 over 10,100 is 1.98 %: the stop 0.792 %, the profit 1.188 %.
        QCOMPARE(exitOf(10'050, 9'971), kSilent);
        QCOMPARE(exitOf(10'050, 9'970), QStringLiteral("W1"));
        QCOMPARE(exitOf(10'000, 9'961), kSilent);
        QCOMPARE(exitOf(10'000, 9'960), QStringLiteral("W2"));  // A fifth of the width below.
        QCOMPARE(exitOf(10'000, 10'118), kSilent);
        QCOMPARE(exitOf(10'000, 10'119), QStringLiteral("W3"));
        QCOMPARE(exitOf(10'100, 10'159), kSilent);
        QCOMPARE(exitOf(10'100, 10'160), QStringLiteral("W4"));
        // At the top, but the tax of 487 won eats a gain of 480 and leaves something of 504.
        QCOMPARE(exitOf(10'140, 10'160), kSilent);
        QCOMPARE(exitOf(10'139, 10'160), QStringLiteral("W4"));
    }

    void fortySecondsPassAfterASale()
    {
        const auto at = [](const char* time) {
            TapeDay day;
            swing(day, "09:04:59", 239, 1s);
            day.trade(kCode, QStringLiteral("09:05:00.500"), 10'040, 100);
            day.trade(kCode, QStringLiteral("09:05:01.000"), 10'160, 100);
            day.trade(kCode, QStringLiteral("09:05:03.000"), 10'100, 100);  // The sale's fill.
            day.trade(kCode, QLatin1String{time}, 10'000, 100);
            return said(day, time);
        };
        QCOMPARE(at("09:05:42.999"), QStringLiteral("cooldown"));
        QCOMPARE(at("09:05:43.000"), kTaken);
    }

    void aBreakoutPausesUntilTheNextChannel()
    {
        TapeDay day;
        day.set("wave.cooldown_s", "0");
        swing(day, "09:04:59", 239, 1s);
        day.trade(kCode, QStringLiteral("09:05:00.500"), 9'990, 100);
        day.trade(kCode, QStringLiteral("09:05:01.000"), 9'960, 100);
        day.trade(kCode, QStringLiteral("09:05:02.000"), 10'100, 100);
        day.trade(kCode, QStringLiteral("09:05:29.999"), 10'000, 100);
        day.trade(kCode, QStringLiteral("09:05:30.000"), 10'000, 100);
        QCOMPARE(day.told(kCode).filter(QStringLiteral(" WAVE ")),
                 (QStringList{QStringLiteral("09:05:00.500 wave WAVE 25@10000"),
                              QStringLiteral("09:05:01.000 fill WAVE 25@10000"),
                              QStringLiteral("09:05:30.000 wave WAVE 24@10010"),
                              QStringLiteral("09:05:30.000 open_at_end WAVE 24@10010")}));
    }

    void oneWaveIsHeldAtATime()
    {
        const auto second = [](const char* most) {
            TapeDay day;
            day.set("wave.max_positions", most);
            swing(day, "09:04:59", 239, 1s);
            swing(day, "09:04:59", 239, 1s, 10'200, "000002");
            day.trade(kCode, QStringLiteral("09:05:00.500"), 10'000, 100);
            day.trade("000002", QStringLiteral("09:05:00.600"), 10'000, 100);
            return said(day, "09:05:00.600", "000002");
        };
        QCOMPARE(second("1"), QStringLiteral("positions"));
        QCOMPARE(second("2"), kTaken);
    }

    void itIsSoldAtTheEndOfTheDayToo()
    {
        TapeDay day;
        swing(day, "09:04:59", 239, 1s);
        day.trade(kCode, QStringLiteral("09:05:00.500"), 10'040, 100);
        day.trade(kCode, QStringLiteral("09:05:01.000"), 10'100, 100);
        day.trade(kCode, QStringLiteral("15:14:59.999"), 10'110, 100);
        day.trade(kCode, QStringLiteral("15:15:20.000"), 10'100, 100);
        QCOMPARE(day.told(kCode).mid(3),
                 (QStringList{QStringLiteral("15:15:00.000 exit EOD 24@10110"),
                              QStringLiteral("15:15:20.000 fill EOD 24@10110"),
                              QStringLiteral("15:15:20.000 closed EOD 24@10110")}));
    }
};

QTEST_GUILESS_MAIN(TestTapeWave)
#include "tst_tape_wave.moc"
