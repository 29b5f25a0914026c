// Screening, base entry and the end of the day on small written tapes.

#include "tests/core/replay/tape_rig.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using test::TapeDay;

namespace
{
constexpr auto kCode = "000001";

/// Twenty quiet minutes that make the symbol eligible, then the row that is judged: by default a
/// rise on one and a half times the usual volume, which everything allows.
struct Case
{
    const char* at = "09:20:30.000";
    std::int64_t price = 10'010;
    std::int64_t quantity = 150'000;
    std::int64_t ask = 0;  ///< 0 = a step above the price.
    std::int64_t bid = 0;  ///< 0 = the price.
    std::int64_t before = 10'000;
    std::int64_t minute = 100'000;
    const char* to = "09:20:00";
};

void write(TapeDay& day, const Case& wanted)
{
    day.minutes(kCode, "09:00:00", wanted.to, wanted.before, wanted.minute);
    auto& row = day.trade(kCode, QLatin1String{wanted.at}, wanted.price, wanted.quantity);
    row.detail.ask = wanted.ask != 0 ? static_cast<std::int32_t>(wanted.ask) : row.detail.ask;
    row.detail.bid = wanted.bid != 0 ? static_cast<std::int32_t>(wanted.bid) : row.detail.bid;
}

/// What the base entry says at the time of that row: "taken", its failing conditions, or nothing.
QString said(TapeDay& day, const char* at)
{
    const QString here = QString::fromLatin1(at) + u' ';
    for (const QString& line : day.told(kCode)) {
        if (line.startsWith(here + QStringLiteral("entry "))) {
            return QStringLiteral("taken");
        }
        if (line.startsWith(here + QStringLiteral("refuse ENTRY "))) {
            return line.section(u' ', 3);
        }
    }
    return {};
}

QString judged(const Case& wanted)
{
    TapeDay day;
    write(day, wanted);
    return said(day, wanted.at);
}

const QString kTaken = QStringLiteral("taken");
const QString kSilent;
}  // namespace

class TestTapeEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void anEntryIsRefusedThenTakenThenFilledAtItsLimit()
    {
        TapeDay day;
        write(day, {});
        day.trade(kCode, QStringLiteral("09:20:31.000"), 10'030, 10);

        // Ten changes of closes exist with the eleventh bar, so the first screening that has all
        // figures is that of 09:11.
        QCOMPARE(day.told(kCode),
                 (QStringList{QStringLiteral("09:11:10.000 refuse ENTRY volume,momentum"),
                              QStringLiteral("09:20:30.000 entry ENTRY 99@10020"),
                              QStringLiteral("09:20:31.000 fill ENTRY 99@10020"),
                              QStringLiteral("09:20:31.000 open_at_end  99@10030")}));
    }

    void theWindowIsOpenFromItsFirstInstantToBeforeItsEnd()
    {
        const auto from = [](const char* at) {
            TapeDay day;
            day.set("entry.window_from", "09:20:30");
            write(day, {.at = at});
            return said(day, at);
        };
        QCOMPARE(from("09:20:29.999"), kSilent);
        QCOMPARE(from("09:20:30.000"), kTaken);
        QCOMPARE(judged({.at = "14:59:59.999", .to = "14:59:00"}), kTaken);
        QCOMPARE(judged({.at = "15:00:00.000", .to = "14:59:00"}), kSilent);
    }

    void theScreeningMayBeTwoMinutesOld()
    {
        const auto at = [](const char* time) {
            TapeDay day;
            day.set("screener.period_s", "180");  // The one before the row is that of 09:18.
            write(day, {.at = time});
            return said(day, time);
        };
        QCOMPARE(at("09:20:00.000"), kTaken);
        QCOMPARE(at("09:20:00.001"), QStringLiteral("screen"));
    }

    void theMinuteHasOneAndAHalfTimesTheVolumeOfThoseBefore()
    {
        QCOMPARE(judged({.quantity = 150'000}), kTaken);
        QCOMPARE(judged({.quantity = 149'999}), QStringLiteral("volume"));
    }

    void momentumIsAboveZero()
    {
        QCOMPARE(judged({.price = 10'000}), QStringLiteral("momentum"));
        QCOMPARE(judged({.price = 10'001}), kTaken);
    }

    void theSpreadIsAtMostFourTenthsOfAPercent()
    {
        QCOMPARE(judged({.ask = 10'020, .bid = 9'980}), kTaken);  // 40 over 10,000
        QCOMPARE(judged({.ask = 10'021, .bid = 9'980}), QStringLiteral("spread"));
    }

    void fiveMinutesPassBetweenASaleAndTheNextEntry()
    {
        const auto at = [](const char* time) {
            TapeDay day;
            write(day, {});
            day.trade(kCode, QStringLiteral("09:21:30.000"), 9'790, 10);
            day.trade(kCode, QStringLiteral("09:21:40.000"), 9'990, 10);  // The sale's fill.
            day.minutes(kCode, "09:22:00", "09:26:00", 9'990, 100'000);
            day.trade(kCode, QLatin1String{time}, 10'000, 200'000);
            return said(day, time);
        };
        QCOMPARE(at("09:26:39.999"), QStringLiteral("cooldown"));
        QCOMPARE(at("09:26:40.000"), kTaken);
    }

    void thereIsRoomForSoManyPositions()
    {
        const auto with = [](const char* most) {
            TapeDay day;
            day.set("risk.max_positions", most);
            day.give("000002:10:10000@09:15:00");
            day.trade("000002", QStringLiteral("09:15:00.000"), 10'000, 10);
            write(day, {});
            return said(day, "09:20:30.000");
        };
        QCOMPARE(with("1"), QStringLiteral("positions"));
        QCOMPARE(with("2"), kTaken);
    }

    void thePriceIsMoreThanAPercentBelowItsLimit()
    {
        // The previous close that the rows imply is 10,000, the upper limit 13,000.
        QCOMPARE(judged({.price = 12'869}), kTaken);
        QCOMPARE(judged({.price = 12'870}), QStringLiteral("limit_up"));
    }

    void oneShareFitsIntoTheAmount()
    {
        Case dear{.price = 1'001'000, .bid = 999'000, .before = 1'000'000, .minute = 1'000};
        dear.quantity = 1'500;
        dear.ask = 1'000'000;
        QCOMPARE(judged(dear), kTaken);
        dear.ask = 1'000'001;
        QCOMPARE(judged(dear), QStringLiteral("size"));
    }

    void theMoneyOfGivenPositionsIsSpent()
    {
        // 99 at 10,020 with two percent of slack are 1,011,819.6 won.
        const auto after = [](const char* position) {
            TapeDay day;
            day.give(position);
            day.trade("000002", QStringLiteral("09:15:00.000"), 10'000, 10);
            write(day, {});
            return said(day, "09:20:30.000");
        };
        QCOMPARE(after("000002:900:9986.866667@09:15:00"), kTaken);
        QCOMPARE(after("000002:900:9986.867778@09:15:00"), QStringLiteral("gate=RC-16"));
    }

    void anOrderWaitsForItsRowHoweverLate()
    {
        TapeDay day;  // The cancel after three seconds is not run on tapes.
        write(day, {});
        QCOMPARE(day.told(kCode).last(), QStringLiteral("09:20:30.000 open_at_end ENTRY 99@10020"));
        day.trade(kCode, QStringLiteral("09:40:00.000"), 10'030, 10);
        QCOMPARE(day.told(kCode, "fill"),
                 QStringList{QStringLiteral("09:40:00.000 fill ENTRY 99@10020")});
    }

    void whatIsHeldIsSoldAtAQuarterPastThree()
    {
        TapeDay day;
        day.set("exit.sideways_s", "3600");
        write(day, {.at = "14:59:30.000", .to = "14:59:00"});
        day.trade(kCode, QStringLiteral("14:59:40.000"), 10'030, 10);
        day.trade(kCode, QStringLiteral("15:14:59.999"), 10'040, 10);
        day.trade(kCode, QStringLiteral("15:15:09.000"), 10'050, 10);

        QCOMPARE(day.told(kCode).mid(2),
                 (QStringList{QStringLiteral("14:59:40.000 fill ENTRY 99@10020"),
                              QStringLiteral("15:15:00.000 exit EOD 99@10040"),
                              QStringLiteral("15:15:09.000 fill EOD 99@10040"),
                              QStringLiteral("15:15:09.000 closed EOD 99@10040")}));
    }

    // --- screening ---------------------------------------------------------------------------

    void onlyTheEligibleAreJudged()
    {
        const auto screened = [](std::int64_t price, std::int64_t minute, std::int64_t before,
                                 std::int64_t extra) {
            TapeDay day;
            day.volumeBefore(kCode, before);
            day.minutes(kCode, "09:00:00", "09:20:00", price, minute);
            day.trade(kCode, QStringLiteral("09:19:20.000"), price, 1 + extra);
            day.trade(kCode, QStringLiteral("09:20:30.000"), price, minute);
            return !day.told(kCode).isEmpty();
        };
        // Traded value of five minutes above 500,000,000 won, at 10,000 a share.
        QVERIFY(screened(10'000, 10'000, 1'000'000, 0));
        QVERIFY(!screened(10'000, 9'999, 1'000'000, 4));  // 50,000 shares: not above.
        // Traded value of the day above 3,000,000,000 won at 09:20: twenty minutes of 12,000.
        QVERIFY(screened(10'000, 12'000, 60'000, 0));
        QVERIFY(!screened(10'000, 12'000, 59'999, 0));
        // A price below 1,000 won is left out.
        QVERIFY(screened(1'000, 1'000'000, 0, 0));
        QVERIFY(!screened(999, 1'000'000, 0, 0));
    }

    void momentumBelowMinusThreeTenthsIsNotEligible()
    {
        const auto after = [](std::int64_t price) {
            TapeDay day;
            day.minutes(kCode, "09:00:00", "09:19:00", 10'000, 100'000);
            day.trade(kCode, QStringLiteral("09:19:10.000"), price, 100'000);
            day.trade(kCode, QStringLiteral("09:20:30.000"), price + 50, 500'000);
            return said(day, "09:20:30.000");
        };
        QCOMPARE(after(9'971), kTaken);
        QCOMPARE(after(9'970), kSilent);
    }

    void anAxisWithoutFiguresIsNotEligible()
    {
        const auto from = [](const char* first) {
            TapeDay day;
            day.minutes(kCode, first, "09:20:00", 10'000, 1'000'000);
            day.trade(kCode, QStringLiteral("09:20:30.000"), 10'010, 2'000'000);
            return said(day, "09:20:30.000");
        };
        QCOMPARE(from("09:09:00"), kTaken);   // Eleven bars, ten changes.
        QCOMPARE(from("09:10:00"), kSilent);  // Nine.
    }
};

QTEST_GUILESS_MAIN(TestTapeEntries)
#include "tst_tape_entries.moc"
