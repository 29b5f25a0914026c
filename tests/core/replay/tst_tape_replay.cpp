// Tapes through the rules, with paper fills: what comes out, line by line.

#include "core/config/config_file.h"
#include "core/replay/tape_replay.h"
#include "core/rules/pattern.h"
#include "tests/support/no_warnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace
{
const QByteArray kHeader =
    "time,code,price,qty,acc_volume,ask1,bid1,total_ask,total_bid,vwap,day_high\n";

/// The worked example of the rules: rise, pull-back, re-break, add, break-even, trailing sale.
const QByteArray kExample = kHeader
                            + "09:05:00.100,000001,10000,100,100,10010,10000,40,60,10150,10300\n"
                              "09:06:00.000,000001,10100,100,200,10110,10100,40,60,10150,10240\n"
                              "09:06:30.000,000001,10100,100,300,10110,10100,40,60,10150,10240\n"
                              "09:07:00.000,000001,10200,100,400,10210,10200,40,60,10150,10240\n"
                              "09:07:30.000,000001,10200,100,500,10210,10200,40,60,10150,10240\n"
                              "09:08:00.000,000001,10230,100,600,10240,10230,40,60,10150,10240\n"
                              "09:08:10.000,000001,10170,100,700,10180,10170,40,60,10150,10240\n"
                              "09:08:20.000,000001,10160,100,800,10170,10160,40,60,10150,10240\n"
                              "09:08:25.000,000001,10140,100,900,10150,10140,40,60,10150,10240\n"
                              "09:09:00.000,000001,10240,600,1500,10240,10230,40,60,10150,10240\n"
                              "09:09:01.000,000001,10240,10,1510,10250,10240,40,60,10150,10240\n"
                              "09:09:10.000,000001,10160,10,1520,10170,10160,40,60,10150,10240\n"
                              "09:09:12.000,000001,10150,10,1530,10160,10150,40,60,10150,10240\n"
                              "09:09:13.000,000001,10150,10,1540,10160,10150,40,60,10150,10240\n";

struct Played
{
    std::vector<replay::ReplayRecord> records;
    QByteArray lines;
    base::Status status = base::Done{};

    [[nodiscard]] QStringList kinds() const
    {
        QStringList out;
        for (const replay::ReplayRecord& one : records) {
            out.append(one.state && one.kind == u"state" ? QStringLiteral("%1>%2").arg(
                           rules::toText(*one.from), rules::toText(*one.state))
                                                         : QString{one.kind});
        }
        return out;
    }
    [[nodiscard]] const replay::ReplayRecord& first(const char* kind) const
    {
        const auto at = std::find_if(records.begin(), records.end(), [kind](const auto& one) {
            return one.kind == QLatin1String{kind};
        });
        Q_ASSERT(at != records.end());
        return *at;
    }
};

Played play(const QByteArray& csv, const QStringList& positions, bool assumeLiquid = false,
            const QList<QPair<QString, QString>>& settings = {})
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("2026-11-24.csv"));
    QFile file{name};
    const bool open = file.open(QIODevice::WriteOnly);
    Q_ASSERT(open);
    file.write(csv);
    file.close();
    const auto tape = tape::loadTapes({name}, std::nullopt);
    Q_ASSERT(tape);
    replay::ReplayOptions options;
    options.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    for (const auto& [key, value] : settings) {
        options.config = *config::withValue(options.config, key, value);
    }
    options.schedule = *domain::SessionCalendar{}.schedule(tape->date);
    options.sellTax = *domain::Percent::parse(u"0.20");
    options.assumeLiquid = assumeLiquid;
    options.entries = replay::Entries::Off;
    for (const QString& text : positions) {
        options.positions.push_back(*replay::parsePosition(text));
    }
    Played out;
    out.status = replay::replayTape(*tape, options, [&](const replay::ReplayRecord& record) {
        out.records.push_back(record);
        out.lines += replay::toLine(record);
    });
    return out;
}

const QString kEntry = QStringLiteral("000001:100:10000@09:05:00");
}  // namespace

class TestTapeReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void theWorkedExampleComesOutToTheWon()
    {
        const Played day =
            play(kExample, {kEntry}, false,
                 {{QStringLiteral("costs.commission_pct"), QStringLiteral("0.015")}});
        QVERIFY(day.status);
        const QStringList wanted{QStringLiteral("seed"),
                                 QStringLiteral("trail_on"),
                                 QStringLiteral("base>risen"),
                                 QStringLiteral("risen>pullback"),
                                 QStringLiteral("pullback>rebreak"),
                                 QStringLiteral("add"),
                                 QStringLiteral("rebreak>ordered"),
                                 QStringLiteral("fill"),
                                 QStringLiteral("ordered>added"),
                                 QStringLiteral("be_on"),
                                 QStringLiteral("exit"),
                                 QStringLiteral("fill"),
                                 QStringLiteral("closed")};
        QCOMPARE(day.kinds(), wanted);
        QCOMPARE(day.first("add").quantity, domain::Quantity{50});
        QCOMPARE(day.first("add").price.won(), 10'240);
        QCOMPARE(day.first("add").low.won(), 10'140);
        QCOMPARE(day.first("be_on").level->won(), 10'120);
        QCOMPARE(day.first("be_on").stop->won(), 10'150);
        QVERIFY(day.first("be_on").binding == u"A4");
        QVERIFY(day.first("exit").rule == u"A4");
        QCOMPARE(day.first("exit").quantity, domain::Quantity{150});
        QCOMPARE(day.records.back().price.won(), 10'150);
    }

    void theSameTapeGivesTheSameBytes()
    {
        const QByteArray once = play(kExample, {kEntry}).lines;
        QVERIFY(!once.isEmpty());
        QCOMPARE(play(kExample, {kEntry}).lines, once);
    }

    void aLineHasSortedKeysAndNoFloatingPoint()
    {
        const QByteArray first = play(kExample, {QStringLiteral("000001:100:10000.98@09:05:00")})
                                     .lines.split('\n')
                                     .first();
        QCOMPARE(first, QByteArray{R"({"code":"000001","kind":"seed","price":"10000.980000",)"
                                   R"("qty":100,"seq":1,"side":"buy","state":"base",)"
                                   R"("t":"2026-11-24T09:05:00.000"})"});
    }

    void aConditionWithoutANumberHasItsWord()
    {
        const Played day = play(kExample, {kEntry});
        const QByteArray add = replay::toLine(day.first("add"));
        QVERIFY(add.contains(R"({"id":"P8","limit":"rebreak","result":"pass","value":"rebreak"})"));
        QVERIFY(add.contains(R"({"id":"P12","limit":"free","result":"pass","value":"free"})"));
    }

    void aMissingCellIsInsufficientAndNothingIsCarriedOver()
    {
        QByteArray tape = kExample;
        tape.replace("10240,600,1500,10240,10230,40,60,", "10240,600,1500,10240,10230,40,,");
        const Played day = play(tape, {kEntry});
        const replay::ReplayRecord& refused = day.first("refuse");
        QCOMPARE(refused.conditions[4].id, QLatin1String{"P5"});
        QCOMPARE(refused.conditions[4].outcome, domain::CheckOutcome::Insufficient);
        // One second later the cell is back and the volume still holds: the add is made then.
        QCOMPARE(day.first("add").at - refused.at, std::chrono::milliseconds{1000});
    }

    void assumedFiguresStandOnlyWhereACellIsMissing()
    {
        QByteArray bare = "time,code,price,qty,acc_volume\n";
        for (const QByteArray& line : kExample.split('\n').mid(1)) {
            if (!line.isEmpty()) {
                bare += line.split(',').mid(0, 5).join(',') + '\n';
            }
        }
        const Played without = play(bare, {kEntry});
        QVERIFY(!without.kinds().contains(QStringLiteral("add")));
        QVERIFY(without.kinds().contains(QStringLiteral("refuse")));
        const Played with = play(bare, {kEntry}, true);
        const replay::ReplayRecord& add = with.first("add");
        QCOMPARE(add.price.won(), 10'250);  // price + 1 step
        QCOMPARE(*add.conditions[4].value, domain::Percent::parse(u"60")->units());
    }

    void aHaltVoidsAPullback()
    {
        QByteArray tape = kExample;
        tape.replace("day_high\n", "day_high,phase\n");
        QByteArray rows;
        for (const QByteArray& line : tape.split('\n')) {
            if (line.startsWith("09:09:00")) {
                rows += "09:08:26.000,000001,,,,,,,,,,halt\n";
            }
            rows += line.isEmpty() || line.startsWith("time") ? line : line + ",regular";
            rows += '\n';
        }
        const Played day = play(rows, {kEntry});
        QVERIFY(day.kinds().contains(QStringLiteral("pullback>void")));
        QVERIFY(!day.kinds().contains(QStringLiteral("add")));
        const auto at = std::find_if(day.records.begin(), day.records.end(),
                                     [](const auto& record) { return record.why == u"halt"; });
        QVERIFY(at != day.records.end());
    }

    void theClockJudgesAPositionWithoutRows()
    {
        const QByteArray tape = kHeader
                                + "09:20:00.000,000002,10000,10,10,,,,,,\n"
                                  "09:50:05.000,000002,10000,10,20,,,,,,\n"
                                  "09:50:06.000,000002,10000,10,30,,,,,,\n"
                                  "09:51:00.000,000001,9990,10,10,,9980,,,,\n";
        const Played day = play(tape, {QStringLiteral("000001:100:10000@09:20:00")});
        QCOMPARE(day.kinds(), (QStringList{QStringLiteral("seed"), QStringLiteral("exit"),
                                           QStringLiteral("fill"), QStringLiteral("closed")}));
        QVERIFY(day.first("exit").rule == u"S6");
        QCOMPARE(domain::timestampText(day.first("exit").at).mid(11),
                 QStringLiteral("09:50:05.000"));
        QCOMPARE(day.first("closed").price.won(), 9'980);
    }

    void theVolumeNeedsFourKnownMinutes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<bool>("known");
        const QByteArray early = "09:08:59.999,000001,10000,10,10,,,,,,,\n";
        QTest::newRow("from the minute before") << early << true;
        QTest::newRow("from a row that is no trade")
            << QByteArray{"09:08:59.999,000001,10000,10,10,,,,,,,auction\n"} << true;
        // A minute that began before the first row is not known.
        QTest::newRow("from its begin")
            << QByteArray{"09:09:00.000,000001,10000,10,10,,,,,,,\n"} << false;
        QTest::newRow("from within it")
            << QByteArray{"09:09:30.000,000001,10000,10,10,,,,,,,\n"} << false;
        // The next trade is ten shares and says 20: six have come and gone unseen.
        QTest::newRow("with missing shares")
            << QByteArray{early}.replace(",10,10,", ",4,4,") << false;
        // A state without figures is none, and no base: the day's volume is not a minute's.
        QTest::newRow("with a state alone") << early + "09:09:30.000,000001,,,,,,,,,,halt\n"
                                            << true;
        // A halt without a price tells how many there were.
        QTest::newRow("told by a halt") << QByteArray{early}.replace(",10,10,", ",4,4,")
                                               + "09:09:30.000,000001,,,10,,,,,,,halt\n"
                                        << true;
    }
    void theVolumeNeedsFourKnownMinutes()
    {
        QFETCH(QByteArray, before);
        QFETCH(bool, known);
        const QByteArray tape =
            "time,code,price,qty,acc_volume,ask1,bid1,total_ask,total_bid,vwap,day_high,phase\n"
            + before
            + "09:10:01.000,000001,10000,10,20,,,,,,,\n"
              "09:11:01.000,000001,10000,10,30,,,,,,,\n"
              "09:11:02.000,000001,10200,10,40,,,,,,,\n"
              "09:11:20.000,000001,10130,1,41,,,,,,,\n"
              "09:12:10.000,000001,10210,90,131,,,,,,,\n";
        const Played day = play(tape, {QStringLiteral("000001:100:10000@09:10:02")}, true);
        const auto judged = std::find_if(day.records.begin(), day.records.end(),
                                         [](const auto& one) { return one.rule == u"ADD"; });
        QVERIFY(judged != day.records.end());
        const auto volume = std::find_if(judged->conditions.begin(), judged->conditions.end(),
                                         [](const auto& one) { return one.id == u"P6"; });
        QVERIFY(volume != judged->conditions.end());
        QVERIFY(volume->outcome
                == (known ? domain::CheckOutcome::Pass : domain::CheckOutcome::Insufficient));
    }

    void anOrderWithoutANextRowStaysOpenAndIsReported()
    {
        QByteArray tape = kExample;
        tape.truncate(tape.indexOf("09:09:13"));
        const Played day = play(tape, {kEntry});
        QCOMPARE(day.kinds().last(), QStringLiteral("open_at_end"));
        QVERIFY(day.records.back().rule == u"A4");
    }

    void aStepComesBeforeTheRowThatReachesIt()
    {
        // Nothing trades after 09:35; the time-out is judged at a step, the sale waits for a row.
        const QByteArray tape = "time,code,price,qty,acc_volume\n"
                                "09:05:00.100,000001,10000,1,100\n"
                                "09:36:00.000,000001,10150,1,101\n"
                                "09:36:01.000,000001,10150,1,102\n";
        const Played day = play(tape, {kEntry});
        const replay::ReplayRecord& exit = day.first("exit");
        QVERIFY(exit.rule == u"S6");
        QCOMPARE(domain::kstTimeOfDay(exit.at), domain::timeOfDay(9, 35, 5));
        QCOMPARE(day.first("fill").price.won(), 9'990);  // One step below the last price.
    }

    void aSecondPositionOfACodeWaitsForTheFirst()
    {
        const Played day = play(kExample, {kEntry, QStringLiteral("000001:5:10000@09:06:10")});
        QVERIFY(!day.status);
        QVERIFY(day.status.error().detail.contains(QStringLiteral("still held")));
    }

    void aSecondPositionOfTheDayHasNoAdd()
    {
        const QByteArray more = "09:10:00.000,000001,10150,10,1550,10160,10150,40,60,10150,10240\n";
        const Played day =
            play(kExample + more, {kEntry, QStringLiteral("000001:100:10000@09:09:30")});
        QVERIFY(day.status);
        const auto second = std::find_if(day.records.rbegin(), day.records.rend(),
                                         [](const auto& one) { return one.kind == u"seed"; });
        QVERIFY(second->state == domain::PatternState::Off);
        QCOMPARE(second->why, rules::toText(domain::PatternOff::UsedToday));
    }

    void aTapeNamesSoManyIssues()
    {
        const QTemporaryDir folder;
        const auto write = [&folder](const char* name, int from, int behind) {
            QFile file{folder.filePath(QLatin1String{name})};
            const bool open = file.open(QIODevice::WriteOnly);
            Q_ASSERT(open);
            file.write("time,code,price,qty,acc_volume\n");
            for (int code = from; code < behind; ++code) {
                file.write("09:00:00.000," + QByteArray::number(code).rightJustified(6, '0')
                           + ",1000,1,1\n");
            }
            return file.fileName();
        };
        const auto day = domain::parseDate(QStringLiteral("2026-11-24"));
        const QString most = write("most.csv", 0, tape::kTapeSymbolsMax);
        QVERIFY(tape::loadTapes({most, most}, day));

        const auto refused =
            tape::loadTapes({most, write("more.csv", 4'095, tape::kTapeSymbolsMax + 1)}, day);
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.endsWith(
                     QStringLiteral("more.csv, line 3, column 14: more than 4096 issue codes")),
                 qPrintable(refused.error().detail));
    }

    void aMalformedPositionIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "005930", "005930:1:2", "005930:0:100@09:00:00", "005930:1:0@09:00:00",
              "005930:1:100@25:00:00", "00_930:1:100@09:00:00", "005930:x:100@09:00:00"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void aMalformedPositionIsNamed()
    {
        QFETCH(QString, text);
        const auto parsed = replay::parsePosition(text);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().detail.contains(text));
    }
};

QTEST_GUILESS_MAIN(TestTapeReplay)
#include "tst_tape_replay.moc"
