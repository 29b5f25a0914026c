#include "tests/core/rules/rules_rig.h"

#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using test::clockAt;
using test::PatternState;
using test::RulesRig;
using test::won;
namespace domain = core::domain;
namespace rules = core::rules;
using Change = std::function<void(RulesRig&)>;
Q_DECLARE_METATYPE(Change)

namespace
{
void row(const char* id, const char* what, const char* outcome, Change change)
{
    QTest::addRow("%s %s", id, what)
        << QString::fromLatin1(id) << QString::fromLatin1(outcome) << std::move(change);
}

domain::Quantity shares(std::int64_t count)
{
    return domain::Quantity{count};
}

void marketRows()
{
    row("P4", "0.4 % exactly", "", [](RulesRig& r) {
        r.market.bid = won(9'980);
        r.market.ask = won(10'020);
    });
    row("P4", "a won more", "fail", [](RulesRig& r) {
        r.market.bid = won(9'980);
        r.market.ask = won(10'021);
    });
    row("P4", "locked", "fail", [](RulesRig& r) { r.market.bid = won(10'240); });
    row("P4", "crossed", "fail", [](RulesRig& r) { r.market.bid = won(10'241); });
    row("P4", "empty bid side", "fail", [](RulesRig& r) { r.market.bid = won(0); });
    row("P4", "missing ask", "insufficient", [](RulesRig& r) { r.market.ask.reset(); });
    row("P4", "missing bid", "insufficient", [](RulesRig& r) { r.market.bid.reset(); });
    row("P5", "58 %", "", [](RulesRig& r) {
        r.market.totalBid = shares(580);
        r.market.totalAsk = shares(420);
    });
    row("P5", "57.9 %", "fail", [](RulesRig& r) {
        r.market.totalBid = shares(579);
        r.market.totalAsk = shares(421);
    });
    row("P5", "limit-locked", "fail", [](RulesRig& r) { r.market.totalAsk = shares(0); });
    row("P5", "no bids", "fail", [](RulesRig& r) { r.market.totalBid = shares(0); });
    row("P5", "one share asked", "", [](RulesRig& r) { r.market.totalAsk = shares(1); });
    row("P5", "missing", "insufficient", [](RulesRig& r) { r.market.totalAsk.reset(); });
    row("P6", "1.5 times", "", [](RulesRig& r) {
        r.market.volume = domain::VolumeWindow{shares(1'500), shares(3'000)};
    });
    row("P6", "a share less", "fail", [](RulesRig& r) {
        r.market.volume = domain::VolumeWindow{shares(1'499), shares(3'000)};
    });
    row("P6", "1.5 times a third", "fail", [](RulesRig& r) {
        r.market.volume = domain::VolumeWindow{shares(1'500), shares(3'001)};
    });
    row("P6", "mean 0", "fail", [](RulesRig& r) {
        r.market.volume = domain::VolumeWindow{shares(1'500), shares(0)};
    });
    row("P6", "not known", "insufficient", [](RulesRig& r) { r.market.volume.reset(); });
    row("P7", "at VWAP", "", [](RulesRig& r) { r.market.vwap = domain::Vwap{1'024'000, 100}; });
    row("P7", "a hundredth below it", "fail", [](RulesRig& r) {
        r.market.vwap = domain::Vwap{1'024'001, 100};
    });
    // 10,240 / 1.012 = 10,118.577
    row("P7", "1.2 %", "", [](RulesRig& r) { r.market.vwap = domain::Vwap{1'011'858, 100}; });
    row("P7", "1.2 % exactly", "", [](RulesRig& r) {
        r.price(10'626);
        r.market.vwap = domain::Vwap{1'050'000, 100};
    });
    row("P7", "of one share", "", [](RulesRig& r) { r.market.vwap = domain::Vwap{10'150, 1}; });
    row("P7", "a hundredth of a won", "fail", [](RulesRig& r) {
        r.market.vwap = domain::Vwap{1, 100};
    });
    row("P7", "a hair more", "fail", [](RulesRig& r) {
        r.market.vwap = domain::Vwap{1'011'857, 100};
    });
    row("P7", "missing", "insufficient", [](RulesRig& r) { r.market.vwap.reset(); });
    row("P7", "no volume", "insufficient", [](RulesRig& r) {
        r.market.vwap = domain::Vwap{1'015'000, 0};
    });
    row("P7", "zero", "insufficient", [](RulesRig& r) { r.market.vwap = domain::Vwap{0, 100}; });
}

void positionRows()
{
    row("P1", "09:04:59.999", "fail", [](RulesRig& r) { r.now = clockAt(9, 4, 59, 999); });
    row("P1", "09:05:00", "", [](RulesRig& r) { r.now = clockAt(9, 5); });
    row("P1", "14:59:59.999", "", [](RulesRig& r) { r.now = clockAt(14, 59, 59, 999); });
    row("P1", "15:00:00", "fail", [](RulesRig& r) { r.now = clockAt(15, 0); });
    row("P1", "VI or halt", "fail", [](RulesRig& r) { r.market.continuous = false; });
    row("P2", "2.00 %", "", [](RulesRig& r) { r.marks.entryCost = domain::Won{1'003'921}; });
    row("P2", "2 % exactly", "", [](RulesRig& r) { r.price(10'200); });
    row("P3", "5 % exactly", "fail", [](RulesRig& r) {
        r.price(10'500);
        r.marks.pattern.dayHigh = won(10'000);
        r.market.vwap = domain::Vwap{1'040'000, 100};
    });
    // 10,240 / 1.02 = 10,039.2157
    row("P2", "1.99 %", "fail", [](RulesRig& r) { r.marks.entryCost = domain::Won{1'003'922}; });
    // |10,240 - DH| / DH < 5 %: 9,752.38 below, 10,778.95 above
    row("P3", "4.99 % above DH", "", [](RulesRig& r) { r.marks.pattern.dayHigh = won(9'753); });
    row("P3", "5.00 % above", "fail", [](RulesRig& r) { r.marks.pattern.dayHigh = won(9'752); });
    row("P3", "4.99 % below DH", "", [](RulesRig& r) { r.marks.pattern.dayHigh = won(10'778); });
    row("P3", "5.00 % below", "fail", [](RulesRig& r) { r.marks.pattern.dayHigh = won(10'779); });
    row("P3", "a high of 0", "insufficient", [](RulesRig& r) { r.marks.pattern.dayHigh = won(0); });
    row("P3", "a high of a won", "fail", [](RulesRig& r) { r.marks.pattern.dayHigh = won(1); });
    row("P3", "not published", "insufficient",
        [](RulesRig& r) { r.marks.pattern.dayHigh.reset(); });
    row("P8", "Pullback", "fail", [](RulesRig& r) { r.state(PatternState::Pullback); });
    row("P8", "the wait is over", "", [](RulesRig& r) { r.marks.pattern.notBefore = r.now; });
    row("P8", "waits after an order", "fail",
        [](RulesRig& r) { r.marks.pattern.notBefore = r.now + 1ms; });
    row("P9", "used today", "fail", [](RulesRig& r) { r.books.usedToday = true; });
    row("P9", "used by this position", "fail",
        [](RulesRig& r) { r.marks.addQuantity = shares(1); });
    // 1,000,000 + 50 x 12,000 = 1,600,000 = 1.6 x 1,000,000; the spread is P4's affair.
    row("P10", "1.6 times", "", [](RulesRig& r) {
        r.market.ask = won(12'000);
        r.market.bid = won(11'990);
    });
    row("P10", "50 won more", "fail", [](RulesRig& r) {
        r.market.ask = won(12'001);
        r.market.bid = won(11'990);
    });
    row("P10", "two shares", "", [](RulesRig& r) {
        r.marks.entryQuantity = shares(2);
        r.marks.entryCost = domain::Won{20'000};
    });
    row("P10", "one share", "fail", [](RulesRig& r) {
        r.marks.entryQuantity = shares(1);
        r.marks.entryCost = domain::Won{10'000};
    });
    // 512,000 x 1.000140527 = 512,071.95
    row("P11", "enough", "", [](RulesRig& r) { r.desk.cash = domain::Won{512'072}; });
    row("P11", "to the won", "", [](RulesRig& r) {
        r.config.costs.commission = {};
        r.desk.cash = domain::Won{512'000};
    });
    row("P11", "a won short", "fail", [](RulesRig& r) { r.desk.cash = domain::Won{512'071}; });
    row("P11", "not known", "insufficient", [](RulesRig& r) { r.desk.cash.reset(); });
    row("P11", "given on a tape", "", [](RulesRig& r) {
        r.desk.cash.reset();
        r.desk.cashGiven = true;
    });
    row("P12", "gate", "fail", [](RulesRig& r) { r.desk.gateAllows = false; });
    row("P12", "exit", "fail", [](RulesRig& r) { r.desk.exitDecided = true; });
    row("P12", "open order", "fail", [](RulesRig& r) { r.books.openOrder = true; });
}
}  // namespace

class TestPyramidAdd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allTwelveHold()
    {
        RulesRig rig;
        rig.readyToAdd();
        const rules::AddVerdict verdict = rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk);
        QVERIFY(verdict.allowed());
        QCOMPARE(verdict.quantity, domain::Quantity{50});
        QCOMPARE(verdict.limit, won(10'240));
    }

    void oneConditionAloneDecides_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<Change>("change");
        positionRows();
        marketRows();
    }
    void oneConditionAloneDecides()
    {
        QFETCH(QString, id);
        QFETCH(QString, outcome);
        QFETCH(Change, change);
        RulesRig rig;
        rig.readyToAdd();
        change(rig);
        const rules::AddVerdict verdict = rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk);

        QStringList failing;
        for (const domain::Condition& one : verdict.conditions) {
            if (one.outcome != domain::CheckOutcome::Pass) {
                failing << QString{one.id};
                QCOMPARE(one.outcome == domain::CheckOutcome::Insufficient,
                         outcome == QStringLiteral("insufficient"));
            }
        }
        QCOMPARE(failing.join(u' '), outcome.isEmpty() ? QString{} : id);
        QCOMPARE(verdict.allowed(), outcome.isEmpty());
        // The approval waives P2 to P8 and only those.
        const bool waived = id.size() == 2 && id.at(1) >= u'2' && id.at(1) <= u'8';
        QCOMPARE(verdict.allowedByApproval(), outcome.isEmpty() || waived);
    }

    void everyConditionShowsItsFigureAndItsLimit()
    {
        RulesRig rig;
        rig.readyToAdd();
        const auto all = [&] {
            return test::allShown(
                rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions);
        };
        QCOMPARE(
            all(),
            (QStringList{
                QStringLiteral("P1 36300000/54000000 clock"),
                QStringLiteral("P2 24000000/20000000 %"), QStringLiteral("P3 977517/50000000 %"),
                QStringLiteral("P4 977039/4000000 %"), QStringLiteral("P5 600000000/580000000 %"),
                QStringLiteral("P6 1500000000/1500000000 %"),
                QStringLiteral("P7 8866995/12000000 %"), QStringLiteral("P8 rebreak rebreak"),
                QStringLiteral("P9 0/0 count"), QStringLiteral("P10 1512000/1600000 won"),
                QStringLiteral("P11 10000000/512072 won"), QStringLiteral("P12 free free")}));
        rig.now = clockAt(9, 4, 59);
        rig.market.continuous = false;
        rig.market.bid = won(10'241);
        rig.market.totalAsk = shares(0);
        rig.market.volume = domain::VolumeWindow{shares(1'500), shares(0)};
        rig.marks.pattern.notBefore = rig.now + 1ms;
        rig.books.usedToday = true;
        rig.marks.entryQuantity = shares(1);
        rig.desk.cashGiven = true;
        rig.desk.exitDecided = true;
        const QStringList after = all();
        QCOMPARE(after.at(0), QStringLiteral("P1 32699000/32700000 clock not_continuous"));
        QCOMPARE(after.at(3), QStringLiteral("P4 -/4000000 % crossed"));
        QCOMPARE(after.at(4), QStringLiteral("P5 -/580000000 % limit_locked"));
        QCOMPARE(after.at(5), QStringLiteral("P6 -/1500000000 % nothing_before"));
        QCOMPARE(after.at(7), QStringLiteral("P8 retry_wait rebreak rebreak"));
        QCOMPARE(after.at(8), QStringLiteral("P9 1/0 count"));
        QCOMPARE(after.at(9), QStringLiteral("P10 1000000/1600000 won no_share"));
        QCOMPARE(after.at(10), QStringLiteral("P11 given"));
        QCOMPARE(after.at(11), QStringLiteral("P12 exit_decided refused free"));
    }

    void aBookShowsItsSpreadOrWhyItIsNone()
    {
        RulesRig rig;
        rig.readyToAdd();
        const auto book = [&rig](std::int64_t ask, std::int64_t bid) {
            rig.market.ask = won(ask);
            rig.market.bid = won(bid);
            return test::allShown(
                       rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions)
                .at(3);
        };
        QCOMPARE(book(2, 1), QStringLiteral("P4 666666666/4000000 %"));
        QCOMPARE(book(1, 1), QStringLiteral("P4 -/4000000 % crossed"));
        QCOMPARE(book(10'240, 0), QStringLiteral("P4 -/4000000 % empty_side"));
        QCOMPARE(book(0, 10'230), QStringLiteral("P4 -/4000000 % empty_side"));
    }

    void theWindowShowsTheEndThatCounts()
    {
        RulesRig rig;
        rig.readyToAdd();
        const auto window = [&rig](domain::Timestamp now) {
            rig.now = now;
            return test::shown(
                rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions.front());
        };
        QCOMPARE(window(clockAt(9, 4, 59, 999)), QStringLiteral("P1 32699999/32700000 clock"));
        QCOMPARE(window(clockAt(9, 5)), QStringLiteral("P1 32700000/54000000 clock"));
        QCOMPARE(window(clockAt(15, 0)), QStringLiteral("P1 54000000/54000000 clock"));
    }

    void oneShareBeforeIsAVolume()
    {
        RulesRig rig;
        rig.readyToAdd();
        rig.market.volume = domain::VolumeWindow{shares(1'500), shares(1)};
        const domain::Condition volume = test::condition(
            rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions, "P6");
        QCOMPARE(volume.outcome, domain::CheckOutcome::Pass);
        QCOMPARE(test::shown(volume), QStringLiteral("P6 4500000000000/1500000000 %"));
    }

    void theGateSaysWhoSaysNo()
    {
        RulesRig rig;
        rig.readyToAdd();
        const auto gate = [&] {
            return test::shown(
                rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions.back());
        };
        rig.books.openOrder = true;
        QCOMPARE(gate(), QStringLiteral("P12 open_order refused free"));
        rig.desk.gateAllows = false;
        rig.desk.gateSays = QLatin1String{"guard"};
        QCOMPARE(gate(), QStringLiteral("P12 guard refused free"));
    }

    void whatIsMissingShowsItsLimitAlone()
    {
        RulesRig rig;
        rig.readyToAdd();
        rig.market.price = {};
        rig.market.quoteFresh = false;
        rig.market.volume.reset();
        rig.desk.cash.reset();
        const QStringList all =
            test::allShown(rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions);
        QCOMPARE(
            all.mid(1, 6),
            (QStringList{QStringLiteral("P2 -/20000000 %"), QStringLiteral("P3 -/50000000 %"),
                         QStringLiteral("P4 -/4000000 %"), QStringLiteral("P5 -/580000000 %"),
                         QStringLiteral("P6 -/1500000000 %"), QStringLiteral("P7 -/12000000 %")}));
        QCOMPARE(all.at(10), QStringLiteral("P11 -/512072 won"));
    }

    void theCashWantedIsShownRoundedUp()
    {
        RulesRig rig;
        rig.readyToAdd();
        const auto wanted = [&] {
            return *test::condition(
                        rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions, "P11")
                        .limit;
        };
        rig.config.costs.commission = {};
        QCOMPARE(wanted(), 512'000);
        rig.config.costs.commission = test::pct("0.0000001");
        rig.marks.entryQuantity = shares(2);
        rig.market.ask = won(1);
        QCOMPARE(wanted(), 2);  // A billionth above one.
    }

    void withoutAnEntryThereIsNoRise()
    {
        RulesRig rig;
        rig.readyToAdd();
        rig.marks.entryQuantity = {};
        rig.marks.entryCost = {};
        rig.books.held = {};
        rig.books.cost = {};
        QCOMPARE(test::condition(
                     rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions, "P2")
                     .outcome,
                 domain::CheckOutcome::Insufficient);
    }

    void theLimitIsTheBestAskOrAStepAboveThePrice()
    {
        RulesRig rig;
        rig.readyToAdd();
        const auto limit = [&] {
            return rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).limit;
        };
        rig.market.ask = won(1);
        QCOMPARE(limit(), won(1));
        rig.market.ask = won(0);
        QCOMPARE(limit(), won(10'250));
        rig.market.ask.reset();
        QCOMPARE(limit(), won(10'250));
    }

    void outsideAnAttemptTheNewestDayHighCounts()
    {
        RulesRig rig;
        rig.readyToAdd();
        rig.marks.pattern.dayHigh = won(9'752);
        const auto distance = [&] {
            return test::condition(
                       rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk).conditions, "P3")
                .outcome;
        };
        QCOMPARE(distance(), domain::CheckOutcome::Fail);
        rig.state(PatternState::Risen);
        QCOMPARE(distance(), domain::CheckOutcome::Pass);
    }

    void staleDataIsInsufficientAndCannotBeWaived()
    {
        RulesRig rig;
        rig.readyToAdd();
        rig.market.quoteFresh = false;
        rules::AddVerdict verdict = rules::shouldPyramidAdd(rig.marks, rig.input(), rig.desk);
        QCOMPARE(test::condition(verdict.conditions, "P4").outcome,
                 domain::CheckOutcome::Insufficient);
        QCOMPARE(test::condition(verdict.conditions, "P5").outcome,
                 domain::CheckOutcome::Insufficient);
        QVERIFY(!verdict.allowed());
        QVERIFY(!verdict.allowedByApproval());

        rig.market.quoteFresh = true;
        rig.market.priceAt = rig.now - 60s;
        const auto judged = [&] {
            return rules::shouldPyramidAdd(rig.marks, rig.input(test::Instant::Step), rig.desk);
        };
        QVERIFY(judged().allowed());
        rig.market.priceAt -= 1ms;
        verdict = judged();
        for (const char* id : {"P2", "P3", "P7"}) {
            QCOMPARE(test::condition(verdict.conditions, id).outcome,
                     domain::CheckOutcome::Insufficient);
        }
        QVERIFY(!verdict.allowedByApproval());
    }

    void theAddIsHalfOfTheEntryRoundedDown()
    {
        RulesRig rig;
        const std::pair<std::int64_t, std::int64_t> cases[] = {
            {1, 0}, {2, 1}, {3, 1}, {100, 50}, {101, 50}};
        for (const auto& [entry, add] : cases) {
            rig.marks.entryQuantity = domain::Quantity{entry};
            QCOMPARE(rules::addQuantity(rig.marks, rig.config.pyramid), domain::Quantity{add});
        }
    }

    void anApprovalIsOfferedWhereAnAddMayStillCome()
    {
        RulesRig rig;
        QString offered;
        for (int index = 0; index < 8; ++index) {
            rig.state(static_cast<PatternState>(index));
            offered += rules::isApprovalOffered(rig.marks, rig.config.pyramid) ? u'y' : u'n';
        }
        QCOMPARE(offered, QStringLiteral("nyyyyynn"));  // Off, Ordered, Added.
        rig.state(PatternState::Risen);
        rig.config.pyramid.enabled = false;
        QVERIFY(!rules::isApprovalOffered(rig.marks, rig.config.pyramid));
    }
};

QTEST_GUILESS_MAIN(TestPyramidAdd)
#include "tst_pyramid_add.moc"
