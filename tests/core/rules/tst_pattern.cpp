#include "tests/core/rules/rules_rig.h"

#include <QTest>

using namespace std::chrono_literals;
using test::clockAt;
using test::PatternState;
using test::RulesRig;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;
using S = PatternState;

namespace
{
const QStringList kNames{QStringLiteral("Off"),     QStringLiteral("Base"),
                         QStringLiteral("Risen"),   QStringLiteral("Pullback"),
                         QStringLiteral("Rebreak"), QStringLiteral("Void"),
                         QStringLiteral("Ordered"), QStringLiteral("Added")};

QString name(S state)
{
    return kNames.at(static_cast<int>(state));
}
S stateNamed(const QString& text)
{
    return static_cast<S>(kNames.indexOf(text));
}

/// A leg of H = 10,230 printed at 10:04:00, L = 10,140; broken at 10:05:00 where that applies.
RulesRig leg(S state)
{
    RulesRig rig;
    rig.rebreak();
    rig.state(state);
    if (state != S::Rebreak) {
        rig.marks.pattern.brokenAt = {};
        rig.marks.pattern.highSinceBreak = {};
        rig.marks.pattern.highSinceBreakAt = {};
    }
    if (state == S::Ordered) {
        rig.marks.pattern.before = S::Rebreak;
        rig.marks.pattern.brokenAt = rig.now;
    }
    return rig;
}

/// The states a trade at `price` leads through: "Pullback Rebreak".
QString path(RulesRig& rig, std::int64_t price)
{
    rig.price(price);
    QString last = name(rig.marks.pattern.state);
    QStringList words;
    for (const rules::PatternMove& move : rules::patternTrade(rig.marks, rig.input())) {
        if (name(move.from) != last) {
            words << QStringLiteral("broken chain");
        }
        last = name(move.to);
        words << last;
    }
    return words.join(u' ');
}
}  // namespace

class TestPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTradeLeadsWhereTheTableSays_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<QString>("moves");

        // Seen from H = 10,230: 10,168.62 is 0.6 % below, 10,107.24 is 1.2 % below,
        // 10,240 the re-break, 10,260.69 the chase limit.
        struct
        {
            const char* from;
            const char* at10107;
            const char* at10108;
            const char* at10168;
            const char* at10169;
            const char* at10230;
            const char* at10240;
            const char* at10260;
            const char* at10261;
        } constexpr kMatrix[] = {
            {"Off", "", "", "", "", "", "", "", ""},
            {"Base", "", "", "", "", "Risen", "Risen", "Risen", "Risen"},
            {"Risen", "Void", "Pullback", "Pullback", "", "", "", "", ""},
            {"Pullback", "Void", "", "", "", "", "Rebreak", "Rebreak", "Rebreak Risen"},
            {"Rebreak", "Risen Void", "Risen Void", "Risen Pullback", "Risen Pullback", "Risen", "",
             "", "Risen"},
            {"Void", "", "", "", "", "", "Risen", "Risen", "Risen"},
            {"Ordered", "", "", "", "", "", "", "", ""},
            {"Added", "", "", "", "", "", "", "", ""},
        };
        for (const auto& row : kMatrix) {
            const std::pair<qint64, const char*> cells[] = {
                {10'107, row.at10107}, {10'108, row.at10108}, {10'168, row.at10168},
                {10'169, row.at10169}, {10'230, row.at10230}, {10'240, row.at10240},
                {10'260, row.at10260}, {10'261, row.at10261}};
            for (const auto& [price, moves] : cells) {
                QTest::addRow("%s at %d", row.from, static_cast<int>(price))
                    << QString::fromLatin1(row.from) << price << QString::fromLatin1(moves);
            }
        }
    }
    void aTradeLeadsWhereTheTableSays()
    {
        QFETCH(QString, from);
        QFETCH(qint64, price);
        QFETCH(QString, moves);
        RulesRig rig = leg(stateNamed(from));
        if (from == QStringLiteral("Base")) {
            rig.enter(1'003'000, 100);  // 10,230.6 is 2 %; the row's 10,230 is a hair short.
            QVERIFY(path(rig, 10'230).isEmpty());
            rig.enter(1'002'941, 100);  // 10,229.9982
        }

        QCOMPARE(path(rig, price), moves);
    }

    void theRiseIsTwoPercentOfTheExactAverage_data()
    {
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<bool>("rises");

        QTest::newRow("1.99 %") << 1'000'000LL << 10'199LL << false;
        QTest::newRow("2.00 %") << 1'000'000LL << 10'200LL << true;
        QTest::newRow("10,000.98 against 10,200") << 1'000'098LL << 10'200LL << false;
        // 1.02 x 20,002,451 is 0.02 won above 100 x 204,025: less than a unit of the percentage.
        QTest::newRow("a unit short") << 20'002'451LL << 204'025LL << false;
        QTest::newRow("10,000.98 against 10,201") << 1'000'098LL << 10'201LL << true;
    }
    void theRiseIsTwoPercentOfTheExactAverage()
    {
        QFETCH(qint64, cost);
        QFETCH(qint64, price);
        QFETCH(bool, rises);
        RulesRig rig;
        rig.enter(cost, 100);
        QCOMPARE(path(rig, price), rises ? QStringLiteral("Risen") : QString{});
        if (rises) {
            QCOMPARE(rig.marks.pattern.high, won(price));
            QCOMPARE(rig.marks.pattern.highAt, rig.now);
        }
    }

    void theRiseWaitsForTheEntryAndForOpenOrders()
    {
        RulesRig rig;
        rig.marks.entryFinal = false;
        QCOMPARE(path(rig, 10'300), QString{});
        rig.marks.entryFinal = true;
        rig.books.openOrder = true;
        QCOMPARE(path(rig, 10'300), QString{});
        rig.books.openOrder = false;
        QCOMPARE(path(rig, 10'300), QStringLiteral("Risen"));
    }

    void thePullbackBandIsExact_data()
    {
        QTest::addColumn<qint64>("high");
        QTest::addColumn<qint64>("drop");
        QTest::addColumn<QString>("moves");

        QTest::newRow("0.59 % of 1,525") << 1'525LL << 9LL << "";
        QTest::newRow("0.60 % of 1,500") << 1'500LL << 9LL << "Pullback";
        QTest::newRow("1.20 % of 1,500") << 1'500LL << 18LL << "Pullback";
        QTest::newRow("1.21 % of 1,488") << 1'488LL << 18LL << "Void";
    }
    void thePullbackBandIsExact()
    {
        QFETCH(qint64, high);
        QFETCH(qint64, drop);
        RulesRig rig;
        rig.enter(140'000, 100);
        rig.state(S::Risen);
        rig.marks.pattern.high = won(high);

        QTEST(path(rig, high - drop), "moves");
        RulesRig deeper;
        deeper.enter(140'000, 100);
        deeper.state(S::Pullback);
        deeper.marks.pattern.high = won(high);
        deeper.marks.pattern.low = won(high - 9);
        QCOMPARE(path(deeper, high - drop), high == 1'488 ? QStringLiteral("Void") : QString{});
        QCOMPARE(deeper.marks.pattern.low, won(high - drop));
    }

    void aBreakNeedsTwentySecondsSinceTheHigh_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("moves");

        QTest::newRow("19.999 s") << 19'999 << "Risen";
        QTest::newRow("20 s") << 20'000 << "Rebreak";
    }
    void aBreakNeedsTwentySecondsSinceTheHigh()
    {
        QFETCH(int, ms);
        RulesRig rig = leg(S::Pullback);
        rig.now = rig.marks.pattern.highAt + std::chrono::milliseconds{ms};
        rig.market.dayHighBefore = won(10'500);

        QTEST(path(rig, 10'240), "moves");
        const domain::Pattern& after = rig.marks.pattern;
        if (ms < 20'000) {
            QCOMPARE(after.high, won(10'240));
            QCOMPARE(after.highAt, rig.now);
        } else {
            QCOMPARE(after.high, won(10'230));  // The broken leg's.
            QCOMPARE(after.brokenAt, rig.now);
            QCOMPARE(after.highSinceBreak, won(10'240));
            QCOMPARE(*after.dayHigh, won(10'500));
        }
    }

    void theBreakIsTheStepThatStartsAtTheHigh()
    {
        RulesRig rig = leg(S::Pullback);
        rig.marks.pattern.high = won(20'000);
        rig.marks.pattern.low = won(19'850);
        QCOMPARE(path(rig, 20'000), QString{});
        QCOMPARE(path(rig, 20'049), QString{});
        QCOMPARE(path(rig, 20'050), QStringLiteral("Rebreak"));
    }

    void sinceTheHighCountsFromItsFirstPrint()
    {
        RulesRig rig = leg(S::Risen);
        const domain::Timestamp first = rig.marks.pattern.highAt;
        path(rig, 10'230);
        QCOMPARE(rig.marks.pattern.highAt, first);
        path(rig, 10'231);
        QCOMPARE(rig.marks.pattern.highAt, rig.now);
    }

    void anAttemptEndsAtItsLimits_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<qint64>("price");
        QTest::addColumn<QString>("moves");
        QTest::addColumn<QString>("why");

        QTest::newRow("60 s") << 60'000 << 10'240LL << ""
                              << "";
        QTest::newRow("a millisecond later") << 60'001 << 10'240LL << "Risen"
                                             << "window";
        QTest::newRow("10,260.69: 10,260") << 1'000 << 10'260LL << ""
                                           << "";
        QTest::newRow("10,260.69: 10,261") << 1'000 << 10'261LL << "Risen"
                                           << "chase";
        QTest::newRow("back at H") << 1'000 << 10'230LL << "Risen"
                                   << "back_under";
        QTest::newRow("a won above H") << 1'000 << 10'231LL << ""
                                       << "";
    }
    void anAttemptEndsAtItsLimits()
    {
        QFETCH(int, ms);
        QFETCH(qint64, price);
        RulesRig rig = leg(S::Rebreak);
        rig.now += std::chrono::milliseconds{ms};
        rig.price(price);
        const auto moves = rules::patternTrade(rig.marks, rig.input());

        QTEST(moves.empty() ? QString{} : name(moves.front().to), "moves");
        QTEST(moves.empty() ? QString{} : QString{moves.front().why}, "why");
        if (!moves.empty()) {
            QCOMPARE(rig.marks.pattern.high, won(std::max<std::int64_t>(price, 10'240)));
            QCOMPARE(rig.marks.pattern.highAt, price > 10'240 ? rig.now : clockAt(10, 5));
            QVERIFY(!rig.marks.pattern.dayHigh);
            QCOMPARE(rig.marks.pattern.brokenAt, domain::Timestamp{});
        }
    }

    void theChaseEndsAboveItsLimit()
    {
        RulesRig rig = leg(S::Rebreak);
        rig.marks.pattern.high = won(10'000);
        rig.marks.pattern.highSinceBreak = won(10'010);
        QCOMPARE(path(rig, 10'030), QString{});  // 0.3 % exactly
        QCOMPARE(path(rig, 10'031), QStringLiteral("Risen"));
    }

    void aMoveRecordsTheLegAsItLeavesIt()
    {
        RulesRig rig;
        rig.price(10'200);
        QCOMPARE(rules::patternTrade(rig.marks, rig.input()).front().after.high, won(10'200));
        rig = leg(S::Pullback);
        rig.price(10'250);
        const domain::Pattern broken = rules::patternTrade(rig.marks, rig.input()).front().after;
        QCOMPARE(broken.high, won(10'230));
        QCOMPARE(broken.highSinceBreak, won(10'250));
        QCOMPARE(broken.highSinceBreakAt, rig.now);
    }

    void anOvershootNeedsANewPullback()
    {
        RulesRig rig = leg(S::Pullback);
        QCOMPARE(path(rig, 10'097), QStringLiteral("Void"));  // 1.3 %
        QCOMPARE(path(rig, 10'230), QString{});
        QCOMPARE(path(rig, 10'240), QStringLiteral("Risen"));
        QCOMPARE(rig.marks.pattern.high, won(10'240));
        rig.now += 30s;
        QCOMPARE(path(rig, 10'250), QString{});  // No re-break without one.
        QCOMPARE(path(rig, 10'188), QStringLiteral("Pullback"));
        rig.now += 20s;
        QCOMPARE(path(rig, 10'260), QStringLiteral("Rebreak"));
    }

    void aDisturbanceVoidsPullbackAndRebreakOnly()
    {
        for (int index = 0; index < kNames.size(); ++index) {
            const S state = static_cast<S>(index);
            RulesRig rig = leg(state);
            const auto moves = rules::patternDisturbed(rig.marks, QLatin1String{"vi"});
            const bool voids = state == S::Pullback || state == S::Rebreak;
            QCOMPARE(name(rig.marks.pattern.state), voids ? QStringLiteral("Void") : name(state));
            QCOMPARE(moves.size(), voids ? 1U : 0U);
            QCOMPARE(rig.marks.pattern.high, won(state == S::Rebreak ? 10'240 : 10'230));
        }
    }

    void afterARestartThatMissedTradesTheLegIsVoid()
    {
        const QString after[] = {QStringLiteral("Off"),     QStringLiteral("Base"),
                                 QStringLiteral("Void"),    QStringLiteral("Void"),
                                 QStringLiteral("Void"),    QStringLiteral("Void"),
                                 QStringLiteral("Ordered"), QStringLiteral("Added")};
        for (int index = 0; index < kNames.size(); ++index) {
            RulesRig rig = leg(static_cast<S>(index));
            const auto moves = rules::patternMissedTrades(rig.marks);
            QCOMPARE(name(rig.marks.pattern.state), after[index]);
            QCOMPARE(moves.size(), after[index] == kNames.at(index) ? 0U : 1U);
        }
        // An order under way returns to Void when it ends empty, and stands on L when it fills.
        RulesRig rig = leg(S::Ordered);
        QVERIFY(rules::patternMissedTrades(rig.marks).empty());
        RulesRig filled = rig;
        QCOMPARE(rules::patternOrderEnded(rig.marks, rig.now, rig.config.pyramid).to, S::Void);
        QVERIFY(!rig.marks.higherLow);
        filled.marks.addQuantity = domain::Quantity{1};
        QCOMPARE(rules::patternOrderEnded(filled.marks, rig.now, rig.config.pyramid).to, S::Added);
        QCOMPARE(*filled.marks.higherLow, won(10'140));
    }

    void aRestartWithTheOrderUnderWayKeepsWhatTheAddStandsOn_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("returnsTo");
        QTest::addColumn<qint64>("high");
        QTest::addColumn<bool>("hasLow");

        QTest::newRow("from Base") << "Base"
                                   << "Base" << 10'230LL << false;
        QTest::newRow("from Risen") << "Risen"
                                    << "Void" << 10'230LL << false;
        QTest::newRow("from Pullback") << "Pullback"
                                       << "Void" << 10'230LL << true;
        QTest::newRow("from Rebreak") << "Rebreak"
                                      << "Void" << 10'240LL << true;
        QTest::newRow("from Void") << "Void"
                                   << "Void" << 10'230LL << false;
    }
    void aRestartWithTheOrderUnderWayKeepsWhatTheAddStandsOn()
    {
        QFETCH(QString, before);
        QFETCH(QString, returnsTo);
        QFETCH(qint64, high);
        QFETCH(bool, hasLow);
        RulesRig rig = leg(S::Ordered);
        rig.marks.pattern.before = stateNamed(before);
        rig.marks.pattern.highSinceBreak = won(10'240);

        QVERIFY(rules::patternMissedTrades(rig.marks).empty());

        QCOMPARE(rig.marks.pattern.high, won(high));
        QCOMPARE(rig.marks.higherLow.has_value(), hasLow);
        QCOMPARE(name(rig.marks.pattern.before), returnsTo);
    }

    void anOrderThatFillsMakesTheAdd_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<qint64>("low");

        QTest::newRow("rule") << "Rebreak" << 10'140LL;
        QTest::newRow("approved in Pullback") << "Pullback" << 10'140LL;
        QTest::newRow("approved in Risen") << "Risen" << 0LL;
        QTest::newRow("approved in Base") << "Base" << 0LL;
        QTest::newRow("approved in Void") << "Void" << 0LL;
    }
    void anOrderThatFillsMakesTheAdd()
    {
        QFETCH(QString, from);
        QFETCH(qint64, low);
        RulesRig rig = leg(stateNamed(from));
        rig.marks.trail = {.on = true, .width = 9'000'000, .peak = won(10'240)};
        QCOMPARE(rules::patternOrdered(rig.marks).to, S::Ordered);
        rig.marks.addQuantity = domain::Quantity{20};  // Partial is an add.
        rig.marks.addCost = domain::Won{204'800};

        QCOMPARE(rules::patternOrderEnded(rig.marks, rig.now, rig.config.pyramid).to, S::Added);
        QCOMPARE(rig.marks.trail, domain::Trail{});
        QCOMPARE(rig.marks.higherLow ? rig.marks.higherLow->won() : 0, low);
    }

    void anOrderWithoutAFillReturnsOnceAndThenIsOff_data()
    {
        QTest::addColumn<QString>("from");
        for (const char* from : {"Base", "Risen", "Pullback", "Rebreak", "Void"}) {
            QTest::newRow(from) << QString::fromLatin1(from);
        }
    }
    void anOrderWithoutAFillReturnsOnceAndThenIsOff()
    {
        QFETCH(QString, from);
        RulesRig rig = leg(stateNamed(from));
        const domain::Pattern before = rig.marks.pattern;
        (void)rules::patternOrdered(rig.marks);
        rig.now += 3s;
        QCOMPARE(name(rules::patternOrderEnded(rig.marks, rig.now, rig.config.pyramid).to), from);
        QCOMPARE(rig.marks.pattern.high, before.high);
        QCOMPARE(rig.marks.pattern.brokenAt, before.brokenAt);
        QCOMPARE(rig.marks.pattern.notBefore, rig.now + 30s);

        (void)rules::patternOrdered(rig.marks);
        QCOMPARE(rules::patternOrderEnded(rig.marks, rig.now, rig.config.pyramid).to, S::Off);
        QCOMPARE(rig.marks.pattern.off, domain::PatternOff::OrdersFailed);
    }

    void theWaitAfterAnEmptyOrderOutlastsTheAttempt()
    {
        RulesRig rig = leg(S::Pullback);
        rig.marks.pattern.notBefore = rig.now + 1s;
        QCOMPARE(path(rig, 10'240), QStringLiteral("Rebreak"));
        QCOMPARE(rig.marks.pattern.notBefore, rig.now + 1s);
    }

    void theHighSinceTheBreakIsFollowedWhileTheOrderRuns()
    {
        RulesRig rig = leg(S::Rebreak);
        (void)rules::patternOrdered(rig.marks);
        QCOMPARE(path(rig, 10'255), QString{});
        (void)rules::patternOrderEnded(rig.marks, rig.now, rig.config.pyramid);
        QCOMPARE(path(rig, 10'230), QStringLiteral("Risen"));
        QCOMPARE(rig.marks.pattern.high, won(10'255));
    }

    void aPositionMayBeOffFromTheStart()
    {
        using Off = domain::PatternOff;
        RulesRig rig;
        const auto why = [&] {
            return rules::offFromStart(rig.marks, rig.books, rig.config.pyramid);
        };
        QCOMPARE(why(), Off::None);
        rig.enter(10'000, 1);
        QCOMPARE(why(), Off::TooSmall);
        rig.marks.entryFinal = false;  // More may come.
        QCOMPARE(why(), Off::None);
        rig.enter(20'000, 2);
        QCOMPARE(why(), Off::None);
        rig.books.usedToday = true;
        QCOMPARE(why(), Off::UsedToday);
        rig.books.foreignFills = true;
        QCOMPARE(why(), Off::ForeignFill);
        rig.marks.entryQuantity = {};
        QCOMPARE(why(), Off::NoEntryFill);
        rig.config.pyramid.enabled = false;
        QCOMPARE(why(), Off::Disabled);
    }

    void theTargetsOfOneStateAreNotThoseOfAnother()
    {
        const QString all[] = {QString{},
                               QStringLiteral("rise 10200"),
                               QStringLiteral("top 10160 bottom 10110"),
                               QStringLiteral("bottom 10110 up 10240"),
                               QStringLiteral("chase 10260"),
                               QStringLiteral("up 10240"),
                               QString{},
                               QString{}};
        for (int index = 0; index < kNames.size(); ++index) {
            const RulesRig rig = leg(static_cast<S>(index));
            const domain::PatternTargets targets = rules::patternTargets(rig.marks, rig.input());
            QStringList words;
            const auto add = [&words](const char* word, std::optional<domain::Price> price) {
                if (price) {
                    words << QStringLiteral("%1 %2").arg(QLatin1String{word}).arg(price->won());
                }
            };
            add("rise", targets.rise);
            add("top", targets.bandTop);
            add("bottom", targets.bandBottom);
            add("up", targets.breakUp);
            add("chase", targets.chaseMax);
            QCOMPARE(words.join(u' '), all[index]);
        }
        RulesRig one;
        one.enter(10'000, 1);
        QCOMPARE(*rules::patternTargets(one.marks, one.input()).rise, won(10'200));
        RulesRig none;
        none.marks.entryQuantity = {};
        none.books = {};
        QVERIFY(!rules::patternTargets(none.marks, none.input()).rise);
    }

    void theTargetsAreExactWhereAStepMeetsTheLimit()
    {
        // 0.6 % of 1,500 is 9, 1.2 % of it 18: both limits are prices themselves.
        RulesRig rig = leg(S::Risen);
        rig.marks.pattern.high = won(1'500);
        const domain::PatternTargets band = rules::patternTargets(rig.marks, rig.input());
        QCOMPARE(*band.bandTop, won(1'491));
        QCOMPARE(*band.bandBottom, won(1'482));
        rig.state(S::Rebreak);
        rig.marks.pattern.high = won(10'000);
        QCOMPARE(*rules::patternTargets(rig.marks, rig.input()).chaseMax, won(10'030));
    }

    void everyWordHasItsOwn()
    {
        QStringList words;
        for (int index = 0; index < 8; ++index) {
            words << QString{rules::toText(static_cast<S>(index))};
        }
        for (int index = 0; index < 8; ++index) {
            words << QString{rules::toText(static_cast<domain::PatternOff>(index))};
        }
        QCOMPARE(words.join(u' '),
                 QStringLiteral("off base risen pullback rebreak void ordered added  disabled "
                                "used_today too_small no_entry_fill foreign_fill orders_failed "
                                "not_pyramided"));
    }

    void theTargetsAreWhereTheNextMoveHappens()
    {
        RulesRig rig;
        QCOMPARE(*rules::patternTargets(rig.marks, rig.input()).rise, won(10'200));
        rig.enter(1'000'098, 100);
        QCOMPARE(*rules::patternTargets(rig.marks, rig.input()).rise, won(10'210));
        rig = leg(S::Risen);
        QCOMPARE(*rules::patternTargets(rig.marks, rig.input()).bandTop, won(10'160));
        QCOMPARE(*rules::patternTargets(rig.marks, rig.input()).bandBottom, won(10'110));
        rig.state(S::Pullback);
        QCOMPARE(*rules::patternTargets(rig.marks, rig.input()).breakUp, won(10'240));
        rig.state(S::Rebreak);
        QCOMPARE(*rules::patternTargets(rig.marks, rig.input()).chaseMax, won(10'260));
        rig.state(S::Void);
        QCOMPARE(*rules::patternTargets(rig.marks, rig.input()).breakUp, won(10'240));
    }
};

QTEST_GUILESS_MAIN(TestPattern)
#include "tst_pattern.moc"
