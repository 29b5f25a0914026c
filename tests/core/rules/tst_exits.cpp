#include "tests/core/rules/rules_rig.h"

#include <QTest>

#include <vector>

using namespace std::chrono_literals;
using test::clockAt;
using test::Instant;
using test::PatternState;
using test::pct;
using test::ranges;
using test::RulesRig;
using test::won;
namespace domain = core::domain;

namespace
{
domain::PriceChange momentum(std::int64_t then, std::int64_t now)
{
    return {.now = won(now), .then = won(then)};
}

/// Every exit of the base table would fire but the first `silenced` of them.
RulesRig everythingFires(int silenced)
{
    RulesRig rig;
    rig.now = clockAt(15, 15);
    rig.price(10'060);
    rig.books.guardSells = true;
    rig.marks.manualStop = won(10'060);
    rig.config.exit.stop = pct("0.1");
    rig.marks.trail = {.on = true, .width = 8'000'000, .peak = won(10'200)};
    rig.market.momentum3 = momentum(10'200, 10'060);
    // S1 and S2 fire only under the average: it is lifted above the price for them.
    if (silenced <= 4) {
        rig.enter(1'010'000, 100);
        rig.marks.manualStop = won(10'060);
        rig.marks.trail = {.on = true, .width = 8'000'000, .peak = won(10'200)};
        rig.market.atr = ranges(70);  // 2 x 5 won under 10,100.
    }
    if (silenced > 0) {
        rig.now = clockAt(15, 14, 59, 999);
        rig.market.priceAt = rig.now;
    }
    if (silenced > 1) {
        rig.books.guardSells = false;
    }
    if (silenced > 2) {
        rig.marks.manualStop.reset();
    }
    if (silenced > 3) {
        rig.config.exit.stop = pct("2.0");
    }
    if (silenced > 4) {
        rig.market.atr.reset();
    }
    if (silenced > 5) {
        rig.marks.trail.on = false;
    }
    if (silenced > 6) {
        rig.market.momentum3.reset();
    }
    if (silenced > 7) {
        rig.marks.entryFilledAt = rig.now - 600s;
    }
    return rig;
}
}  // namespace

class TestExits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s1FiresAtTheLimit_data()
    {
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<qint64>("shares");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<QString>("rule");

        QTest::newRow("-2.00 %") << 1'000'000LL << 100LL << 9'800LL << "S1";
        QTest::newRow("one won above") << 1'000'000LL << 100LL << 9'801LL << "";
        QTest::newRow("one step above") << 1'000'000LL << 100LL << 9'810LL << "";
        // 10,000.98 x 0.98 = 9,800.9604
        QTest::newRow("an average with decimals") << 1'000'098LL << 100LL << 9'800LL << "S1";
        QTest::newRow("above it by decimals") << 1'000'098LL << 100LL << 9'801LL << "";
        // 3 shares for 30,001: 10,000.33 x 0.98 = 9,800.3266
        QTest::newRow("thirds") << 30'001LL << 3LL << 9'800LL << "S1";
        QTest::newRow("the largest price") << 1'000'000'000LL << 1LL << 980'000'000LL << "S1";
        QTest::newRow("above the largest") << 1'000'000'000LL << 1LL << 980'000'001LL << "";
    }
    void s1FiresAtTheLimit()
    {
        QFETCH(qint64, cost);
        QFETCH(qint64, shares);
        QFETCH(qint64, price);
        RulesRig rig;
        rig.enter(cost, shares);
        rig.price(price);

        QTEST(rig.exit(), "rule");
    }

    void s2FiresOnlyBelowItsLevel_data()
    {
        QTest::addColumn<qint64>("atrSum");
        QTest::addColumn<QString>("floor");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<QString>("rule");

        // 700 / 14 = 50: 10,000 - 100 = 9,900, and the rule says "below".
        QTest::newRow("at E - 2 ATR") << 700LL << "0" << 9'900LL << "";
        QTest::newRow("one won below") << 700LL << "0" << 9'899LL << "S2";
        // 705 / 14 x 2 = 100.714: 9,899.286
        QTest::newRow("a fraction, above") << 705LL << "0" << 9'900LL << "";
        QTest::newRow("a fraction, below") << 705LL << "0" << 9'899LL << "S2";
        QTest::newRow("floor 1.5 %, at it") << 700LL << "1.5" << 9'850LL << "";
        QTest::newRow("floor 1.5 %, below") << 700LL << "1.5" << 9'849LL << "S2";
        QTest::newRow("floor under the ATR") << 700LL << "0.5" << 9'899LL << "S2";
        QTest::newRow("floor under the ATR, at it") << 700LL << "0.5" << 9'900LL << "";
        QTest::newRow("no ATR yet") << 0LL << "0" << 9'850LL << "";
    }
    void s2FiresOnlyBelowItsLevel()
    {
        QFETCH(qint64, atrSum);
        QFETCH(QString, floor);
        QFETCH(qint64, price);
        RulesRig rig;
        if (atrSum > 0) {
            rig.market.atr = ranges(atrSum);
        }
        rig.config.exit.atrFloor = domain::Percent::parse(floor).value();
        rig.price(price);

        QTEST(rig.exit(), "rule");
    }

    void s3FiresAtTheWidth_data()
    {
        QTest::addColumn<PatternState>("state");
        QTest::addColumn<bool>("strict");
        QTest::addColumn<qint64>("peak");
        QTest::addColumn<qint64>("width");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<bool>("fires");

        using S = PatternState;
        QTest::newRow("0.8 % of 10,200 = 81.6")
            << S::Base << false << 10'200LL << 8'000'000LL << 10'118LL << true;
        QTest::newRow("one won short")
            << S::Base << false << 10'200LL << 8'000'000LL << 10'119LL << false;
        QTest::newRow("0.8 % of 12,500 = 100, exactly")
            << S::Base << false << 12'500LL << 8'000'000LL << 12'400LL << true;
        QTest::newRow("exactly, one billionth wider")
            << S::Base << false << 12'500LL << 8'000'001LL << 12'400LL << false;
        QTest::newRow("armed: floor 1.3 % of 10,000")
            << S::Risen << false << 10'000LL << 8'000'000LL << 9'870LL << true;
        QTest::newRow("armed: one won short")
            << S::Risen << false << 10'000LL << 8'000'000LL << 9'871LL << false;
        QTest::newRow("armed, but wider by itself")
            << S::Pullback << false << 10'000LL << 20'000'000LL << 9'801LL << false;
        QTest::newRow("armed in Pullback")
            << S::Pullback << false << 10'000LL << 8'000'000LL << 9'871LL << false;
        QTest::newRow("armed in Rebreak")
            << S::Rebreak << false << 10'000LL << 8'000'000LL << 9'871LL << false;
        QTest::newRow("armed in Ordered")
            << S::Ordered << false << 10'000LL << 8'000'000LL << 9'871LL << false;
        QTest::newRow("not armed in Void")
            << S::Void << false << 10'000LL << 8'000'000LL << 9'920LL << true;
        QTest::newRow("not armed in Off")
            << S::Off << false << 10'000LL << 8'000'000LL << 9'920LL << true;
        QTest::newRow("strict has no floor")
            << S::Risen << true << 10'000LL << 8'000'000LL << 9'920LL << true;
    }
    void s3FiresAtTheWidth()
    {
        QFETCH(PatternState, state);
        QFETCH(bool, strict);
        QFETCH(qint64, peak);
        QFETCH(qint64, width);
        QFETCH(qint64, price);
        QFETCH(bool, fires);
        RulesRig rig;
        rig.enter(970'000, 100);
        rig.state(state);
        rig.config.pyramid.armedPolicy =
            strict ? core::config::ArmedPolicy::Strict : core::config::ArmedPolicy::HoldThrough;
        rig.marks.trail = {.on = true, .width = width, .peak = won(peak)};
        rig.price(price);

        QCOMPARE(rig.exit(), fires ? QStringLiteral("S3") : QString{});
        rig.marks.trail.on = false;
        QCOMPARE(rig.exit(), QString{});
    }

    void s4NeedsBothTheGainAndTheFade_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QString>("rule");

        QTest::newRow("+0.50 % is not above") << 10'050LL << 9'949LL << "";
        QTest::newRow("+0.51 %, -0.51 %") << 10'051LL << 9'949LL << "S4";
        QTest::newRow("-0.50 % is not below") << 10'051LL << 9'950LL << "";
        QTest::newRow("no momentum") << 10'051LL << 0LL << "";
    }
    void s4NeedsBothTheGainAndTheFade()
    {
        QFETCH(qint64, price);
        QFETCH(qint64, now);
        RulesRig rig;
        rig.price(price);
        if (now > 0) {
            rig.market.momentum3 = momentum(10'000, now);
        }

        QTEST(rig.exit(), "rule");
    }

    void s5NeedsTimeAndStandstill_data()
    {
        QTest::addColumn<int>("heldMs");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<QString>("rule");

        QTest::newRow("600 s are not more than 600") << 600'000 << 10'000LL << "";
        QTest::newRow("a millisecond more") << 600'001 << 10'000LL << "S5";
        QTest::newRow("-1.00 % is outside") << 600'001 << 9'900LL << "";
        QTest::newRow("-0.99 %") << 600'001 << 9'901LL << "S5";
        QTest::newRow("+0.99 %") << 600'001 << 10'099LL << "S5";
        QTest::newRow("+1.00 % is outside") << 600'001 << 10'100LL << "";
        QTest::newRow("+1.00 %, 1800 s") << 1'800'000 << 10'100LL << "";
        QTest::newRow("S6 a millisecond later") << 1'800'001 << 10'100LL << "S6";
        QTest::newRow("S5 comes before S6") << 1'800'001 << 10'000LL << "S5";
    }
    void s5NeedsTimeAndStandstill()
    {
        QFETCH(int, heldMs);
        QFETCH(qint64, price);
        RulesRig rig;
        rig.now = rig.marks.entryFilledAt + std::chrono::milliseconds{heldMs};
        rig.price(price);

        QTEST(rig.exit(), "rule");
    }

    void s4AndS5WaitWhileAnAddIsNear_data()
    {
        QTest::addColumn<PatternState>("state");
        QTest::addColumn<bool>("suspended");

        using S = PatternState;
        QTest::newRow("Off") << S::Off << false;
        QTest::newRow("Base") << S::Base << false;
        QTest::newRow("Risen") << S::Risen << true;
        QTest::newRow("Pullback") << S::Pullback << true;
        QTest::newRow("Rebreak") << S::Rebreak << true;
        QTest::newRow("Void") << S::Void << false;
        QTest::newRow("Ordered") << S::Ordered << true;
    }
    void s4AndS5WaitWhileAnAddIsNear()
    {
        QFETCH(PatternState, state);
        QFETCH(bool, suspended);
        RulesRig rig;
        rig.state(state);
        rig.now = rig.marks.entryFilledAt + 601s;

        rig.price(10'060);
        rig.market.momentum3 = momentum(10'000, 9'900);
        QCOMPARE(rig.exit(), suspended ? QString{} : QStringLiteral("S4"));
        rig.market.momentum3.reset();
        QCOMPARE(rig.exit(), suspended ? QString{} : QStringLiteral("S5"));
        if (suspended) {
            QCOMPARE(rig.exitCondition("S4").outcome, domain::CheckOutcome::NotApplicable);
            QCOMPARE(rig.exitCondition("S5").outcome, domain::CheckOutcome::NotApplicable);
        }
        // What protects stays: S1, S2, S6, end of day, guard.
        rig.price(9'800);
        QCOMPARE(rig.exit(), QStringLiteral("S1"));
        rig.price(9'890);
        rig.market.atr = ranges(700);
        QCOMPARE(rig.exit(), QStringLiteral("S2"));
        rig.market.atr.reset();
        rig.price(10'100);
        rig.now = rig.marks.entryFilledAt + 1'801s;
        QCOMPARE(rig.exit(), QStringLiteral("S6"));
        rig.books.guardSells = true;
        QCOMPARE(rig.exit(), QStringLiteral("GUARD"));
    }

    void strictSuspendsNothing()
    {
        RulesRig rig;
        rig.config.pyramid.armedPolicy = core::config::ArmedPolicy::Strict;
        rig.state(PatternState::Risen);
        rig.now = rig.marks.entryFilledAt + 601s;
        rig.price(10'060);
        QCOMPARE(rig.exit(), QStringLiteral("S5"));
        rig.market.momentum3 = momentum(10'000, 9'900);
        QCOMPARE(rig.exit(), QStringLiteral("S4"));
    }

    void judgesInTheOrderOfTheTable_data()
    {
        QTest::addColumn<int>("silenced");
        QTest::addColumn<QString>("rule");

        const char* order[] = {"EOD", "GUARD", "MAN", "S1", "S2", "S3", "S4", "S5", "S6"};
        for (int row = 0; row < 9; ++row) {
            // The last is judged above the sideways band, where only the clock sells.
            QTest::newRow(order[row]) << row << QString::fromLatin1(order[row]);
        }
    }
    void judgesInTheOrderOfTheTable()
    {
        QFETCH(int, silenced);
        RulesRig rig = everythingFires(silenced);
        if (silenced == 8) {
            rig.marks.entryFilledAt = rig.now - 1'801s;
            rig.price(10'100);
        }

        QTEST(rig.exit(), "rule");
    }

    void endOfDayBeginsOnTheSecondAndOnlyForAutomaticPositions()
    {
        RulesRig rig;
        rig.marks.entryFilledAt = clockAt(15, 10);
        rig.now = clockAt(15, 14, 59, 999);
        QCOMPARE(rig.exit(), QString{});
        rig.now = clockAt(15, 15);
        QCOMPARE(rig.exit(), QStringLiteral("EOD"));
        rig.books.guardSells = true;
        QCOMPARE(rig.exit(), QStringLiteral("EOD"));
        rig.books.automatic = false;
        QCOMPARE(rig.exit(), QString{});
    }

    void aStopMovedByHandFiresAtItsLevel()
    {
        RulesRig rig;
        rig.marks.manualStop = won(9'950);
        rig.price(9'951);
        QCOMPARE(rig.exit(), QString{});
        rig.price(9'950);
        QCOMPARE(rig.exit(), QStringLiteral("MAN"));
    }

    void aStepNeedsALivingPriceForPriceRulesOnly_data()
    {
        QTest::addColumn<int>("ageMs");
        QTest::addColumn<bool>("live");
        QTest::addColumn<bool>("usable");

        QTest::newRow("60 s old") << 60'000 << true << true;
        QTest::newRow("a millisecond older") << 60'001 << true << false;
        QTest::newRow("not live") << 0 << false << false;
    }
    void aStepNeedsALivingPriceForPriceRulesOnly()
    {
        QFETCH(int, ageMs);
        QFETCH(bool, live);
        QFETCH(bool, usable);
        RulesRig rig;
        rig.now = rig.marks.entryFilledAt + 601s;
        const auto told = [&](std::int64_t price) {
            rig.price(price);
            rig.market.priceAt = rig.now - std::chrono::milliseconds{ageMs};
            rig.market.live = live;
            return rig.exit(Instant::Step);
        };

        QCOMPARE(told(9'700), usable ? QStringLiteral("S1") : QString{});
        QCOMPARE(told(10'000), usable ? QStringLiteral("S5") : QString{});
        rig.marks.trail = {.on = true, .width = 8'000'000, .peak = won(10'300)};
        QCOMPARE(told(10'200), usable ? QStringLiteral("S3") : QString{});
        rig.marks.trail = {};
        rig.market.momentum3 = momentum(10'000, 9'900);
        QCOMPARE(told(10'200), usable ? QStringLiteral("S4") : QString{});
        rig.marks.manualStop = won(10'200);
        QCOMPARE(told(10'200), usable ? QStringLiteral("MAN") : QString{});
        for (const char* id : {"MAN", "S1", "S4", "S5"}) {
            QCOMPARE(rig.exitCondition(id, Instant::Step).outcome
                         == domain::CheckOutcome::Insufficient,
                     !usable);
        }
        // These ask for no price at all.
        rig.marks.manualStop.reset();
        rig.now = rig.marks.entryFilledAt + 1'801s;
        rig.market.momentum3.reset();
        QCOMPARE(told(10'200), QStringLiteral("S6"));
        rig.books.guardSells = true;
        QCOMPARE(told(10'200), QStringLiteral("GUARD"));
        rig.now = clockAt(15, 15);
        QCOMPARE(told(10'200), QStringLiteral("EOD"));
    }

    void withoutTheEntrysFillsTheBooksCount()
    {
        RulesRig rig;
        rig.marks.entryQuantity = {};
        rig.marks.entryCost = {};
        rig.price(9'800);
        QCOMPARE(rig.exit(), QStringLiteral("S1"));
        rig.price(9'801);
        QCOMPARE(rig.exit(), QString{});
        // One share of the entry is enough to measure by it.
        rig.marks.entryQuantity = domain::Quantity{1};
        rig.marks.entryCost = domain::Won{10'002};
        QCOMPARE(rig.exit(), QStringLiteral("S1"));
    }

    void aPositionWithForeignFillsIsMeasuredByTheBooks()
    {
        RulesRig rig;
        rig.books.foreignFills = true;
        rig.books.held = domain::Quantity{50};
        rig.books.cost = domain::Won{550'000};  // 11,000 each: -2 % is 10,780.
        rig.price(10'780);
        QCOMPARE(rig.exit(), QStringLiteral("S1"));
        rig.price(10'781);
        QCOMPARE(rig.exit(), QString{});
    }

    void afterTheAddTheClockStartsAgainUpToTheCap()
    {
        RulesRig rig;
        rig.added();
        rig.marks.addFilledAt = rig.marks.entryFilledAt + 1'000s;
        rig.market.price = won(10'080);
        const auto at = [&](std::chrono::milliseconds sinceEntry) {
            rig.now = rig.marks.entryFilledAt + sinceEntry;
            rig.market.priceAt = rig.now;
            return rig.exit();
        };

        QCOMPARE(at(1'600s), QString{});
        QCOMPARE(at(1'600'001ms), QStringLiteral("S5"));
        rig.market.price = won(10'240);  // Out of the band.
        QCOMPARE(at(2'800s), QString{});
        QCOMPARE(at(2'800'001ms), QStringLiteral("S6"));
        rig.config.pyramid.totalCap = 2'400s;
        QCOMPARE(at(2'400s), QString{});
        QCOMPARE(at(2'400'001ms), QStringLiteral("S6"));
        // Without an add the cap does not bind.
        rig.state(PatternState::Base);
        rig.config.pyramid.totalCap = 60s;
        rig.price(10'150);
        QCOMPARE(at(1'800s), QString{});
    }

    void afterTheAddS4AndS5MeasureFromTheBlendedAverage()
    {
        RulesRig rig;
        rig.added();
        rig.market.momentum3 = momentum(10'000, 9'900);
        rig.price(10'130);  // +0.496 % of 10,080, +1.3 % of 10,000
        QCOMPARE(rig.exit(), QString{});
        rig.price(10'131);  // +0.506 %
        QCOMPARE(rig.exit(), QStringLiteral("S4"));
        rig.market.momentum3.reset();
        rig.now = rig.marks.addFilledAt + 601s;
        rig.price(10'180);  // +0.992 %
        QCOMPARE(rig.exit(), QStringLiteral("S5"));
        rig.price(10'181);  // +1.002 %
        QCOMPARE(rig.exit(), QString{});
    }

    void afterTheAddTheFirstCrossedLabelSells_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("binding");
        QTest::addColumn<bool>("triggered");

        QTest::newRow("A4 alone") << 10'158LL << "A4"
                                  << "A4" << true;
        QTest::newRow("above A4") << 10'159LL << ""
                                  << "A4" << true;
        QTest::newRow("A2 before the trigger") << 10'130LL << "A2"
                                               << "A2" << false;
        QTest::newRow("above A2") << 10'131LL << ""
                                  << "A2" << false;
        QTest::newRow("A2 comes before A4") << 10'130LL << "A2"
                                            << "A4" << true;
        QTest::newRow("a gap through all is A1") << 9'990LL << "A1"
                                                 << "A4" << true;
        QTest::newRow("just above A1 is A2") << 10'000LL << "A2"
                                             << "A4" << true;
    }
    void afterTheAddTheFirstCrossedLabelSells()
    {
        QFETCH(qint64, price);
        QFETCH(bool, triggered);
        RulesRig rig;
        rig.added();
        rig.marks.higherLow = won(10'140);
        if (triggered) {
            rig.marks.breakEven = won(10'120);
            rig.marks.trail = {.on = true, .width = 8'000'000, .peak = won(10'240)};
        }
        rig.price(price);

        QTEST(rig.exit(), "rule");
        QTEST(QString{rules(rig).binding()->rule}, "binding");
    }

    void a3AndA5AreTheLabelWhereNothingStandsBeforeThem()
    {
        RulesRig rig;
        rig.added();
        rig.marks.breakEven = won(10'120);
        rig.price(10'121);
        QCOMPARE(rig.exit(), QString{});
        rig.price(10'120);
        QCOMPARE(rig.exit(), QStringLiteral("A3"));
        rig.marks.breakEven.reset();
        rig.market.atr = ranges(140);  // 10,080 - 20 = 10,060
        rig.price(10'060);
        QCOMPARE(rig.exit(), QString{});
        rig.price(10'059);
        QCOMPARE(rig.exit(), QStringLiteral("A5"));
        QCOMPARE(QString{rules(rig).binding()->rule}, QStringLiteral("A5"));
        // A1 as the binding one: nothing else is set.
        rig.market.atr = ranges(1'400);
        QCOMPARE(QString{rules(rig).binding()->rule}, QStringLiteral("A1"));
    }

    void afterTheAddS1ToS3HaveEnded()
    {
        RulesRig rig;
        rig.added();
        rig.config.pyramid.stop = pct("9");
        rig.price(9'700);  // -3 % of E
        QCOMPARE(rig.exit(), QString{});
        const auto in = rig.input();
        const auto all =
            core::rules::exitConditions(rig.marks, in, core::rules::stopLevels(rig.marks, in));
        QStringList ids;
        for (const domain::Condition& one : all) {
            ids << QString{one.id};
        }
        QCOMPARE(ids.join(u' '), QStringLiteral("EOD GUARD MAN A1 A2 A3 A4 A5 S4 S5 S6"));
    }

    void everyRuleShowsItsFigureAndItsLimit()
    {
        RulesRig rig;
        rig.now = rig.marks.entryFilledAt + 601s;
        rig.marks.manualStop = won(9'855);
        rig.market.atr = ranges(700);
        rig.marks.trail = {.on = true, .width = 8'000'000, .peak = won(10'100)};
        rig.market.momentum3 = momentum(10'000, 9'900);
        rig.price(10'050);
        QCOMPARE(
            figures(rig),
            (QStringList{
                QStringLiteral("EOD 36601000/54900000 clock"), QStringLiteral("GUARD"),
                QStringLiteral("MAN 10050/9850 price"), QStringLiteral("S1 10050/9800 price"),
                QStringLiteral("S2 10050/9890 price"), QStringLiteral("S3 10050/10010 price"),
                QStringLiteral("S4 -10000000/-5000000 %"), QStringLiteral("S5 601000/600000 ms"),
                QStringLiteral("S6 601000/1800000 ms")}));
        rig.added();
        rig.now = rig.marks.addFilledAt + 601s;
        rig.config.pyramid.totalCap = 1'200s;  // 960 s after the add.
        rig.marks.manualStop.reset();
        rig.market.atr.reset();
        rig.market.momentum3.reset();
        QCOMPARE(figures(rig),
                 (QStringList{QStringLiteral("EOD 36841000/54900000 clock"),
                              QStringLiteral("GUARD"), QStringLiteral("MAN"),
                              QStringLiteral("A1 10050/9990 price"), QStringLiteral("A2"),
                              QStringLiteral("A3"), QStringLiteral("A4"), QStringLiteral("A5"),
                              QStringLiteral("S4"), QStringLiteral("S5 601000/600000 ms"),
                              QStringLiteral("S6 601000/960000 ms")}));
        for (const char* id : {"MAN", "A2", "A3", "A4"}) {
            QCOMPARE(rig.exitCondition(id).outcome, domain::CheckOutcome::NotApplicable);
        }
        for (const char* id : {"A5", "S4"}) {
            QCOMPARE(rig.exitCondition(id).outcome, domain::CheckOutcome::Insufficient);
        }
        rig.books.automatic = false;
        QCOMPARE(rig.exitCondition("EOD").outcome, domain::CheckOutcome::NotApplicable);
        QCOMPARE(rig.exitCondition("GUARD").outcome, domain::CheckOutcome::NotApplicable);
    }

private:
    static QStringList figures(const RulesRig& rig)
    {
        const auto in = rig.input();
        return test::allShown(
            core::rules::exitConditions(rig.marks, in, core::rules::stopLevels(rig.marks, in)));
    }
    static core::rules::StopLevels rules(const RulesRig& rig)
    {
        return core::rules::stopLevels(rig.marks, rig.input());
    }
};

QTEST_GUILESS_MAIN(TestExits)
#include "tst_exits.moc"
