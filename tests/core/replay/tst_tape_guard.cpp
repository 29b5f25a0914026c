// The guard over the account on small written tapes: five hundred shares of one symbol at 10,000
// are half of the 10,000,000 won, so 200 won are one percent of the day.

#include "tests/core/replay/tape_rig.h"
#include "tests/support/no_warnings.h"

#include <QTest>

using test::TapeDay;

namespace
{
constexpr auto kCode = "000001";
constexpr auto kHeld = "000002";

/// The guard's records when the held symbol trades at these prices, two seconds apart.
QStringList guard(const std::vector<std::int64_t>& prices)
{
    TapeDay day;
    day.give("000002:500:10000@09:05:00");
    int second = 1;
    for (const std::int64_t price : prices) {
        day.trade(kHeld, QStringLiteral("09:05:0%1.000").arg(second), price, 10);
        second += 2;
    }
    day.trade(kCode, QStringLiteral("09:05:30.000"), 10'000, 10);  // Time goes on.
    return day.told("");
}

/// What the base entry at 09:20:30 says after the held symbol traded at this price.
QString entryAfter(std::int64_t price)
{
    TapeDay day;
    day.give("000002:500:10000@09:15:00");
    day.trade(kHeld, QStringLiteral("09:15:01.000"), price, 10);
    day.minutes(kCode, "09:00:00", "09:20:00", 10'000, 100'000);
    day.trade(kCode, QStringLiteral("09:20:30.000"), 10'010, 150'000);
    return day.told(kCode).filter(QStringLiteral("09:20:30.000 ")).first();
}

const QString kNoEntry = QStringLiteral("09:20:30.000 refuse ENTRY gate=guard");
}  // namespace

class TestTapeGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void eachRuleFiresAtItsThreshold_data()
    {
        QTest::addColumn<QList<qint64>>("prices");
        QTest::addColumn<QString>("fired");
        const auto row = [](const char* name, const QList<qint64>& prices, const char* fired) {
            QTest::newRow(name) << prices << QString::fromLatin1(fired);
        };
        row("+5 %", {11'000}, "09:05:02.000 guard GAIN");
        row("below +5 %", {10'999}, "");
        row("-3 %", {9'400}, "09:05:02.000 guard LOSS");
        row("above -3 %", {9'401}, "");
        row("-5 %", {9'000}, "09:05:02.000 guard LOSS;09:05:02.000 guard HARD");
        row("above -5 %", {9'001}, "09:05:02.000 guard LOSS");
        row("+3 %, then half a point less", {10'600, 10'500}, "09:05:04.000 guard TRAIL");
        row("+3 %, then not half a point less", {10'600, 10'501}, "");
        row("below +3 %, then a point less", {10'599, 10'399}, "");
        row("each once", {11'000, 10'990, 11'010}, "09:05:02.000 guard GAIN");
    }
    void eachRuleFiresAtItsThreshold()
    {
        QFETCH(QList<qint64>, prices);
        QFETCH(QString, fired);
        QCOMPARE(guard({prices.begin(), prices.end()}).join(u';'), fired);
    }

    void itWatchesFromFivePastNine()
    {
        TapeDay day;
        day.give("000002:500:10000@09:01:00");
        day.trade(kHeld, QStringLiteral("09:01:01.000"), 11'000, 10);
        day.trade(kHeld, QStringLiteral("09:04:59.999"), 11'000, 10);
        QCOMPARE(day.told(""), QStringList{});
        day.trade(kHeld, QStringLiteral("09:05:00.000"), 11'000, 10);
        QCOMPARE(day.told(""), QStringList{QStringLiteral("09:05:00.000 guard GAIN")});
    }

    void afterAGainOrALossNothingIsBought()
    {
        QCOMPARE(entryAfter(10'999), QStringLiteral("09:20:30.000 entry ENTRY 99@10020"));
        QCOMPARE(entryAfter(11'000), kNoEntry);
        QCOMPARE(entryAfter(9'401), QStringLiteral("09:20:30.000 entry ENTRY 99@10020"));
        QCOMPARE(entryAfter(9'400), kNoEntry);
    }

    void anAccountWithoutAPriceIsUncertain()
    {
        TapeDay day;
        day.give("000003:10:10000@09:05:00");  // It has no row.
        day.minutes(kCode, "09:00:00", "09:20:00", 10'000, 100'000);
        day.trade(kCode, QStringLiteral("09:20:30.000"), 10'010, 150'000);
        QCOMPARE(day.told(kCode).last(),
                 QStringLiteral("09:20:30.000 refuse ENTRY gate=guard_uncertain"));
    }

    void theHardLossSellsWhatIsHeld()
    {
        const auto other = [](std::int64_t price) {
            TapeDay day;
            day.give("000002:500:10000@09:05:00");
            day.give("000003:10:10000@09:05:00");
            day.trade("000003", QStringLiteral("09:05:00.500"), 10'000, 10);
            day.trade(kHeld, QStringLiteral("09:05:01.000"), price, 10);
            day.trade("000003", QStringLiteral("09:05:06.000"), 10'000, 10);
            return day.told("000003").mid(1);
        };
        QCOMPARE(other(9'001).filter(QStringLiteral("GUARD")), QStringList{});
        QCOMPARE(other(9'000), (QStringList{QStringLiteral("09:05:05.000 exit GUARD 10@10000"),
                                            QStringLiteral("09:05:06.000 fill GUARD 10@10000"),
                                            QStringLiteral("09:05:06.000 closed GUARD 10@10000")}));
    }

    void theHardLossCancelsWhatIsBeingBought()
    {
        TapeDay day;
        day.give("000002:500:10000@09:15:00");
        day.trade(kHeld, QStringLiteral("09:15:01.000"), 10'000, 10);
        day.minutes(kCode, "09:00:00", "09:20:00", 10'000, 100'000);
        day.trade(kCode, QStringLiteral("09:20:30.000"), 10'010, 150'000);
        day.trade(kHeld, QStringLiteral("09:20:31.000"), 9'000, 10);
        day.trade(kCode, QStringLiteral("09:20:33.000"), 10'010, 10);
        QCOMPARE(day.told(kCode).mid(1),
                 (QStringList{QStringLiteral("09:20:30.000 entry ENTRY 99@10020"),
                              QStringLiteral("09:20:32.000 cancel ENTRY 99@10020"),
                              QStringLiteral("09:20:33.000 refuse ENTRY gate=guard")}));
    }
};

QTEST_GUILESS_MAIN(TestTapeGuard)
#include "tst_tape_guard.moc"
