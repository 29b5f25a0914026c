// A position in the desk, from its entry to its exit: what is decided, told, kept and shown.

#include "core/orders/ledger_fact.h"
#include "tests/core/desk/trading_rig.h"

#include <QTest>

#include <algorithm>
#include <variant>

using core::domain::AddMode;
using core::domain::AutoState;
using core::domain::PatternState;
using test::kStock;
using test::TradingRig;
namespace domain = core::domain;
namespace orders = core::orders;
using namespace std::chrono_literals;

namespace
{
void noWaves(core::config::Config& config)
{
    config.wave.enabled = false;
}

/// Ten shares that the rules bought at 70,100, and a book that would let them add.
struct Position
{
    TradingRig rig;

    explicit Position(const TradingRig::Tweak& tweak = noWaves, const QList<int>& parts = {})
        : rig{domain::EnvironmentKind::Sim, {}, {}, 0, tweak}
    {
        rig.totalBid = 60'000;
        if (!parts.isEmpty()) {  // Its last part is seen on a whole minute.
            rig.pass(std::chrono::ceil<std::chrono::minutes>(rig.now + 3s) - 2s - rig.now);
        }
        rig.apply(domain::PlaceOrder{{.symbol = kStock,
                                      .side = domain::Side::Buy,
                                      .quantity = domain::Quantity{10},
                                      .price = domain::Price::fromWon(70'100),
                                      .origin = domain::OrderOrigin::Entry,
                                      .rule = QStringLiteral("ENTRY")}});
        rig.carryOut();
        if (parts.isEmpty()) {
            rig.fill(QString::number(99 + rig.broker.size()), 10, 70'100);
        } else {
            fill(parts, 70'100);
        }
        rig.pass(6s);
    }
    /// The newest order, part by part and each seen by itself a tick later; the last one 2 s from
    /// now.
    void fill(const QList<int>& parts, std::int64_t price)
    {
        const domain::Timestamp end = rig.now + 1'900ms;
        const QString number = QString::number(99 + rig.broker.size());
        for (qsizetype part = 0; part < parts.size(); ++part) {
            const auto later = static_cast<int>(parts.size() - 1 - part);
            rig.pass(end - later * 200ms - rig.now);
            rig.fill(number, parts[part], price);
            domain::OrderNotice notice;
            notice.kind = domain::NoticeKind::Fill;
            notice.account = test::kAccount;
            notice.orderNumber = number;
            notice.symbol = kStock;
            notice.quantity = domain::Quantity{parts[part]};
            notice.price = domain::Price::fromWon(price);
            rig.apply(notice);
            rig.answerLists();
        }
    }
    void trade(std::int64_t price, std::int64_t quantity, std::chrono::milliseconds after)
    {
        rig.pass(after);
        rig.quote(price, price + 100);
        rig.trade(price, quantity);
        rig.answerLists();
    }
    /// Up to 72,000 and back to 71,300, within the band; the VWAP is near.
    void pullBack()
    {
        trade(70'900, 1'000, 1s);
        trade(71'600, 1'000'000, 5s);
        trade(72'000, 1'000, 1s);
        trade(71'500, 1'000, 10s);
        trade(71'300, 1'000, 30s);
        rig.pass(60s);
    }
    /// Above the high, with a minute's volume: the add is on its way.
    void add()
    {
        pullBack();
        trade(72'100, 1'000, 1s);
        trade(72'100, 4'000'000, 1s);
    }
    void added()
    {
        add();
        rig.fill(QString::number(99 + rig.broker.size()), 5, 72'200);
        rig.pass(6s);
    }
    domain::RuledPosition ruled()
    {
        const domain::RulesViewPtr rules = rig.rules();
        return rules->positions.empty() ? domain::RuledPosition{} : rules->positions.front();
    }
    /// As the ledger has them.
    domain::PositionMarks kept() const
    {
        for (auto at = rig.ledger.rbegin(); at != rig.ledger.rend(); ++at) {
            if (at->kind == QLatin1String{"marks"}) {
                return std::get<orders::MarksFact>(orders::decode(*at).value().body).marks;
            }
        }
        return {};
    }
    QStringList arguments(domain::LogCode code) const
    {
        QStringList all;
        for (const domain::LogEntry& entry : rig.told) {
            if (entry.code == code) {
                all << entry.arguments.join(u' ');
            }
        }
        return all;
    }
};

domain::CheckResult checkOf(const std::vector<domain::CheckResult>& gate, int number)
{
    const auto at = std::find_if(gate.begin(), gate.end(),
                                 [number](const auto& one) { return one.number == number; });
    return at == gate.end() ? domain::CheckResult{} : *at;
}

QString stops(const domain::RuledPosition& position)
{
    QStringList words;
    for (const domain::StopComponent& one : position.stops) {
        words << QStringLiteral("%1@%2").arg(QString{one.rule}).arg(one.price.won());
    }
    return words.join(u' ');
}

/// One figure for each of P1 to P12.
QString nearMisses(Position& one)
{
    QString digits;
    const domain::RuledPosition seen = one.ruled();
    for (const domain::ConditionTrack& track : seen.tracks) {
        digits += QString::number(track.nearMisses);
    }
    return digits;
}
}  // namespace

class TestRulePositions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPatternIsToldFromItsRiseToItsExit()
    {
        Position one;
        one.added();
        QCOMPARE(one.rig.posts.size(), 2U);
        one.trade(72'100, 1'000, 1s);
        one.trade(72'200, 1'000, 1s);
        one.trade(71'600, 1'000, 1s);

        // The add makes A = 70,800 and stands on L = 71,300; 72,200 less 0.8 % is 71,622.4.
        QCOMPARE(one.rig.decisions().join(u'\n'),
                 QStringLiteral("stop TRAIL note 0@70900 S3@70300\n"
                                "pattern note 0@71600 base>risen S3@70600\n"
                                "pattern note 0@71500 risen>pullback S3@71000\n"
                                "pattern note 0@72100 pullback>rebreak S3@71100\n"
                                "add ADD refuse 5@72100 P6 S3@71100\n"
                                "add ADD take 5@72200 S3@71100 sent\n"
                                "pattern note 0@72100 rebreak>ordered S3@71100\n"
                                "pattern note 0@0 ordered>added S3@71100\n"
                                "stop BE note 0@71100 A4@71500\n"
                                "exit A4 take 15@71600 A4@71600 sent"));
        QCOMPARE(one.arguments(domain::LogCode::PatternMoved).join(u';'),
                 QStringLiteral("1 2;2 3;3 4;4 6;6 7"));
        QCOMPARE(one.arguments(domain::LogCode::BuyDecided),
                 QStringList{QStringLiteral("ADD 5 72200")});
        QCOMPARE(one.arguments(domain::LogCode::ExitDecided),
                 QStringList{QStringLiteral("A4 15 71600")});
        QVERIFY(one.rig.rules()->decisions->back()->at == one.rig.now);
        QCOMPARE(one.rig.rules()->decisions->back()->state, PatternState::Added);
    }

    // The add that waits is cancelled first: no order of the exit has left with the decision.
    void anExitBehindAnOpenAddNamesNoOrderYet()
    {
        Position one;
        one.add();
        const std::size_t before = one.rig.rules()->decisions->size();
        const domain::ClientOrderId add = one.rig.posts.back().id;
        one.trade(71'000, 1'000, 1s);
        QCOMPARE(one.rig.decisions(before),
                 QStringList{QStringLiteral("exit S3 take 10@71000 S3@71100")});
        QVERIFY(one.rig.posts.back().leg == domain::OrderLeg::Cancel);
        QVERIFY(one.rig.posts.back().id == add);
    }

    void theRecordOfATradeKnowsItsAddAndItsTrail()
    {
        Position one;
        one.added();
        one.trade(72'100, 1'000, 1s);
        one.trade(72'200, 1'000, 1s);
        one.trade(71'600, 1'000, 1s);
        one.rig.pass(6s);
        std::vector<domain::TradeRecord> trades;
        for (const core::desk::Remember& news : one.rig.news) {
            if (const auto* trade = std::get_if<domain::TradeRecord>(&news)) {
                trades.push_back(*trade);
            }
        }
        QCOMPARE(trades.size(), 1U);
        const domain::TradeRecord& trade = trades.front();
        QCOMPARE(trade.entryRule, QStringLiteral("ENTRY"));  // Of the first, not of the add.
        QCOMPARE(trade.exitRule, QStringLiteral("A4"));
        QVERIFY(trade.added);
        QVERIFY(trade.trailed);
        QCOMPARE(trade.trailWidth, 8'000'000);
        QVERIFY(!trade.overridden);
        QCOMPARE(trade.bought.shares(), 15);
        QCOMPARE(trade.fills.size(), 3U);
        QCOMPARE(trade.openedAt, trade.fills.front().at);
    }

    void theAddIsALimitBuyOfHalf()
    {
        Position one;
        one.add();
        domain::OrderRequest wanted;
        wanted.symbol = kStock;
        wanted.quantity = domain::Quantity{5};
        wanted.price = domain::Price::fromWon(72'200);
        wanted.origin = domain::OrderOrigin::Add;
        wanted.rule = QStringLiteral("ADD");
        wanted.decided = domain::Price::fromWon(72'100);
        wanted.seen = one.rig.posts.back().request.seen;
        QVERIFY(wanted.seen.spread.has_value());
        QVERIFY(one.rig.posts.back().request == wanted);
        const domain::RulesViewPtr rules = one.rig.rules();
        const domain::Decision& taken = **std::prev(rules->decisions->end(), 2);
        QCOMPARE(taken.conditions.size(), 12U);
        QVERIFY(taken.order == one.rig.posts.back().id);
        QVERIFY(!taken.approved);
        // Nobody's word was used up.
        QVERIFY(std::none_of(one.rig.ledger.begin(), one.rig.ledger.end(), [](const auto& record) {
            return record.kind == QLatin1String{"add_override"};
        }));
    }

    void everyMoveIsKeptAtOnce()
    {
        Position one;
        const auto step = [&one](std::int64_t price, std::int64_t quantity,
                                 std::chrono::milliseconds after) {
            one.trade(price, quantity, after);
            return one.kept() == one.ruled().marks;
        };
        QVERIFY(step(70'900, 1'000, 1s));
        QVERIFY(step(71'600, 1'000'000, 5s));
        // A peak alone waits for the step.
        QVERIFY(!step(72'000, 1'000, 1s));
        QVERIFY(step(71'500, 1'000, 10s));
        one.rig.pass(60s);
        QVERIFY(step(72'100, 1'000, 1s));
        QVERIFY(step(72'100, 4'000'000, 1s));
        QCOMPARE(one.kept().pattern.state, PatternState::Ordered);
        one.rig.fill(QString::number(99 + one.rig.broker.size()), 5, 72'200);
        one.rig.pass(6s);
        QCOMPARE(one.kept().pattern.state, PatternState::Added);
        QVERIFY(step(72'100, 1'000, 1s));
        QCOMPARE(one.kept().breakEven->won(), 71'100);
        // The same marks are written once.
        const std::size_t before = one.rig.ledger.size();
        one.rig.pass(11s);
        const auto marks =
            std::count_if(one.rig.ledger.begin() + static_cast<std::ptrdiff_t>(before),
                          one.rig.ledger.end(), [](const orders::LedgerRecord& record) {
                              return record.kind == QLatin1String{"marks"};
                          });
        QCOMPARE(marks, 0);
    }

    void aNearMissIsCountedOncePerChange()
    {
        Position one;
        one.pullBack();
        one.trade(72'100, 1'000, 1s);
        one.trade(72'100, 1'000, 1s);
        one.trade(72'100, 1'000, 1s);
        QCOMPARE(nearMisses(one), QStringLiteral("000001000000"));
        // Two fail together: no near miss. The attempt after it is recorded anew.
        one.rig.totalBid = 20'000;
        one.trade(72'100, 1'000, 1s);
        const QStringList told = one.rig.decisions().filter(QStringLiteral("add ADD"));
        QCOMPARE(told, (QStringList{QStringLiteral("add ADD refuse 5@72100 P6 S3@71100"),
                                    QStringLiteral("add ADD refuse 5@72100 P5,P6 S3@71100")}));
        QCOMPARE(nearMisses(one), QStringLiteral("000001000000"));
    }

    void aNewAttemptIsRecordedAlsoWhenItSaysTheSame()
    {
        Position one;
        one.pullBack();
        one.trade(72'100, 1'000, 1s);
        one.trade(71'600, 1'000, 1s);  // Back under H: 72,100 is the new one, 0.69 % the depth.
        QCOMPARE(one.ruled().marks.pattern.state, PatternState::Pullback);
        one.rig.pass(30s);
        one.trade(72'200, 1'000, 1s);
        const QStringList told = one.rig.decisions().filter(QStringLiteral("add ADD"));
        QCOMPARE(told, (QStringList{QStringLiteral("add ADD refuse 5@72100 P6 S3@71100"),
                                    QStringLiteral("add ADD refuse 5@72200 P6 S3@71200")}));
        // Two moves of one trade, each with its own two states.
        QVERIFY(one.rig.decisions().join(u'\n').contains(
            QStringLiteral("pattern note 0@71600 rebreak>risen back_under S3@71100\n"
                           "pattern note 0@71600 risen>pullback S3@71100\n")));
    }

    void aTrackBeginsWhenItsConditionChanges()
    {
        Position one;
        one.pullBack();
        one.trade(71'300, 1'000, 1s);
        one.rig.pass(2s);
        const std::vector<domain::ConditionTrack> before = one.ruled().tracks;
        const domain::Timestamp then = one.rig.now;
        one.rig.pass(2s);
        QCOMPARE(one.ruled().tracks.at(4).since, before.at(4).since);
        QVERIFY(one.ruled().add.at(1).outcome == domain::CheckOutcome::Fail);
        QCOMPARE(one.ruled().tracks.at(1).since, before.at(1).since);
        one.rig.totalBid = 20'000;
        one.rig.quote(71'300, 71'400);
        one.rig.pass(2s);
        const std::vector<domain::ConditionTrack> after = one.ruled().tracks;
        QVERIFY(after.at(4).since > then);
        QCOMPARE(after.at(3).since, before.at(3).since);
        QVERIFY(before.at(3).since < then);
        for (const domain::ConditionTrack& track : after) {
            QVERIFY(track.since != domain::Timestamp{});
        }
    }

    void theWindowSeesEverythingOfAnAttempt()
    {
        Position one;
        one.pullBack();
        one.trade(72'100, 1'000, 1s);
        const domain::RuledPosition seen = one.ruled();
        QCOMPARE(stops(seen), QStringLiteral("S1@68600 S3@71100"));
        QCOMPARE(seen.binding,
                 (domain::StopComponent{QLatin1String{"S3"}, domain::Price::fromWon(71'100)}));
        QVERIFY(seen.symbol == kStock);
        QCOMPARE(seen.widthInForce, 13'000'000);
        QCOMPARE(seen.widthTarget, 8'000'000);
        QVERIFY(seen.holdsThrough);
        QCOMPARE(seen.timeExitAt, seen.marks.entryFilledAt + 30min);
        QCOMPARE(seen.targets.chaseMax->won(), 72'200);
        QCOMPARE(seen.depthNow.units(), -1'388'888);  // 100 over 72,000, above it.
        QVERIFY(seen.approvalOffered);
        QCOMPARE(seen.exits.size(), 9U);
        QCOMPARE(seen.add.size(), 12U);
        QCOMPARE(seen.tracks.size(), 12U);
        QVERIFY(seen.exiting.isEmpty());
        QCOMPARE(seen.path->back().price, seen.binding->price);
        QVERIFY(seen.path->size() > 1);
        QCOMPARE(one.rig.desk().stopOf(kStock).won(), 71'100);
        QCOMPARE(one.rig.desk().stopOf(*domain::Symbol::parse(u"000660")), domain::Price{});
    }

    void theDialogShowsWhatAnAddWouldMake()
    {
        Position one;
        one.pullBack();
        one.trade(72'100, 1'000, 1s);
        // A = 70,800; L less a step is above its A1. 1,068,000 at the stop, less 150 and 1,602,
        // the cost and its 149.
        domain::AddPreview wanted;
        wanted.quantity = domain::Quantity{5};
        wanted.limit = domain::Price::fromWon(72'200);
        wanted.amount = domain::Won{361'000};
        wanted.cost = domain::Won{1'062'000};
        wanted.total = domain::Quantity{15};
        wanted.breakEven = domain::Price::fromWon(71'000);
        wanted.stop = domain::Price::fromWon(71'200);
        wanted.worstLoss = domain::Won{4'099};
        wanted.equity = domain::Won{10'020'000};
        wanted.bookDepth = domain::Quantity{2'000};
        QVERIFY(one.ruled().whatIf == wanted);
        one.rig.quote(72'000, 72'100);
        QCOMPARE(one.ruled().whatIf->bookDepth, domain::Quantity{2'000});
        // A level without a price is none, whatever it offers.
        one.rig.quote(72'000, 0);
        QCOMPARE(one.ruled().whatIf->bookDepth, domain::Quantity{18'000});
        one.rig.apply(domain::OverrideAdd{kStock, AddMode::Block, QStringLiteral("news")});
        QVERIFY(one.ruled().override.mode == AddMode::Block);
    }

    void anOrderFilledInPartsDecidesAsOne_data()
    {
        QTest::addColumn<QList<int>>("entry");
        QTest::addColumn<QList<int>>("add");
        QTest::addColumn<int>("last");

        // Back under the trailing stop of the add; under the stop of both; on to the time exit.
        for (const int last : {71'500, 69'900, 72'300}) {
            const auto row = [last](const char* how) -> QTestData& {
                return QTest::addRow("%s, then %d", how, last);
            };
            row("ten at once and five at once") << QList<int>{10} << QList<int>{5} << last;
            row("the entry in three") << QList<int>{2, 7, 1} << QList<int>{5} << last;
            row("share by share") << QList<int>{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
                                  << QList<int>{1, 1, 1, 1, 1} << last;
            row("the add in two") << QList<int>{10} << QList<int>{4, 1} << last;
        }
    }
    void anOrderFilledInPartsDecidesAsOne()
    {
        QFETCH(QList<int>, entry);
        QFETCH(QList<int>, add);
        QFETCH(int, last);
        // Every part has come when the order is done, at the same moment as one fill would.
        const auto life = [last](const QList<int>& entryParts, const QList<int>& addParts) {
            Position one{noWaves, entryParts};
            one.add();
            one.fill(addParts, 72'200);
            one.rig.pass(15s);
            one.trade(72'100, 1'000, 1s);
            one.trade(last, 1'000, 1s);
            // The day goes on only where nothing has been sold yet.
            one.rig.pass(last == 72'300 ? std::chrono::milliseconds{31min} : 6s);
            QStringList lines = one.rig.decisions();
            const domain::PositionMarks marks = one.kept();
            lines << QStringLiteral("%1 for %2, added %3 for %4, trail %5")
                         .arg(marks.entryQuantity.shares())
                         .arg(marks.entryCost.value())
                         .arg(marks.addQuantity.shares())
                         .arg(marks.addCost.value())
                         .arg(marks.trail.width);
            return lines.join(u'\n');
        };
        const QString parts = life(entry, add);
        QCOMPARE(parts, life({10}, {5}));
        QVERIFY2(parts.contains(QStringLiteral("exit ")), qPrintable(parts));
        QVERIFY2(parts.contains(QStringLiteral("10 for 701000, added 5 for 361000")),
                 qPrintable(parts));
    }

    void afterTheAddThereIsNothingMoreToPreview()
    {
        Position one;
        one.added();
        const domain::RuledPosition seen = one.ruled();
        QVERIFY(!seen.whatIf);
        QVERIFY(!seen.approvalOffered);
        QCOMPARE(stops(seen), QStringLiteral("A1@70200 A2@71200"));
        QCOMPARE(seen.exits.size(), 11U);
        // Nor does anything of it count on.
        one.rig.totalBid = 20'000;
        one.rig.quote(72'000, 72'100);
        one.rig.pass(3s);
        for (std::size_t index = 0; index < seen.tracks.size(); ++index) {
            QCOMPARE(one.ruled().tracks.at(index).since, seen.tracks.at(index).since);
        }
    }

    void aGapVoidsAPullBackAndIsKept()
    {
        Position one;
        one.pullBack();
        const std::size_t before = one.rig.rules()->decisions->size();
        one.rig.apply(domain::RegistrationChanged{{domain::Stream::Trade, kStock}, false});
        one.rig.pass(7s);
        one.rig.apply(domain::RegistrationChanged{{domain::Stream::Trade, kStock}, true});
        one.rig.carryOut();
        QVERIFY(one.kept().pattern.state == PatternState::Void);  // At once.
        one.trade(71'300, 1'000, 1s);
        // Not armed any more: 0.8 % below 72,000 sells on the same trade.
        QCOMPARE(one.rig.decisions(before),
                 (QStringList{QStringLiteral("pattern note 0@0 pullback>void gap S3@71000"),
                              QStringLiteral("exit S3 take 10@71300 S3@71400 sent")}));
        QVERIFY(one.kept().pattern.state == PatternState::Void);
    }

    void anAddIsJudgedOnlyWhereItIsAllowed_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("says");

        QTest::newRow("exits only") << "exits"
                                    << "P12=automation";
        QTest::newRow("blocked") << "block"
                                 << "P12=blocked";
        QTest::newRow("guard") << "guard"
                               << "P12=gate";
    }
    void anAddIsJudgedOnlyWhereItIsAllowed()
    {
        QFETCH(QString, how);
        QFETCH(QString, says);
        Position one{[&how](core::config::Config& config) {
            noWaves(config);
            if (how == QStringLiteral("guard")) {
                config.guard.stopBuyGain = *domain::Percent::parse(u"0.1");
            }
        }};
        if (how == QStringLiteral("exits")) {
            one.rig.apply(domain::SetAutomation{kStock, AutoState::ExitsOnly});
        } else if (how == QStringLiteral("block")) {
            one.rig.apply(domain::OverrideAdd{kStock, AddMode::Block, QStringLiteral("news")});
        }
        one.add();
        QVERIFY2(one.rig.decisions().last().contains(says),
                 qPrintable(one.rig.decisions().join(u'\n')));
        QCOMPARE(one.rig.posts.size(), 1U);
    }

    void theGateHasTheLastWordOnAnAdd()
    {
        Position one{[](core::config::Config& config) {
            noWaves(config);
            config.risk.maxCodeWon = domain::Won{1'000'000};  // RC-12; the entry has 701,000.
        }};
        one.add();
        QCOMPARE(one.rig.posts.size(), 1U);
        QCOMPARE(one.rig.decisions().last(),
                 QStringLiteral("add ADD refuse 5@72100 P12=RC-12 S3@71100"));
        QVERIFY(one.ruled().marks.pattern.state == PatternState::Rebreak);
    }

    void aHigherLowIsFoundInTheMinutesAfterTheAdd()
    {
        Position one;
        one.added();
        const std::size_t before = one.rig.rules()->decisions->size();
        const auto minute =
            std::chrono::ceil<std::chrono::minutes>(one.rig.now.time_since_epoch()) + 1s;
        int count = 0;
        for (const std::int64_t low : {72'100, 72'000, 71'800, 71'900, 72'000}) {
            one.rig.pass(domain::Timestamp{minute} + std::chrono::minutes{count++} - one.rig.now);
            one.trade(low, 1'000, 0ms);
        }
        one.rig.pass(70s);
        QCOMPARE(one.rig.decisions(before).filter(QStringLiteral("HL")),
                 QStringList{QStringLiteral("stop HL note 0@71800 A2@71700")});
        QCOMPARE(one.kept().higherLow->won(), 71'800);
    }

    void anApprovalTakesWhatTheRuleRefuses()
    {
        Position one;
        one.pullBack();
        one.trade(72'100, 1'000, 1s);
        const std::size_t before = one.rig.rules()->decisions->size();
        one.rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        one.trade(72'100, 1'000, 1s);
        QCOMPARE(one.rig.decisions(before).join(u'\n'),
                 QStringLiteral("add ADD take 5@72200 P6 S3@71100 approved sent\n"
                                "pattern note 0@72100 rebreak>ordered S3@71100"));
        QVERIFY(one.ruled().override.mode == AddMode::Auto);
    }

    void anApprovalIsOverAtItsLastInstant()
    {
        Position one;
        one.pullBack();
        one.rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        const domain::Timestamp end = one.rig.now + 60s;
        QCOMPARE(one.ruled().override.until, end);
        one.rig.now = end;
        one.rig.trade(71'300, 1'000);
        one.rig.carryOut();
        QCOMPARE(one.rig.posts.size(), 1U);
        // Between two seconds nobody has ended it yet, and it is over all the same.
        one.rig.pass(std::chrono::ceil<std::chrono::seconds>(one.rig.now) + 500ms - one.rig.now);
        one.rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        const domain::Timestamp until = one.ruled().override.until;
        one.rig.pass(until - 200ms - one.rig.now);
        one.rig.now = until;
        one.rig.trade(71'300, 1'000);
        QVERIFY(one.ruled().override.mode == AddMode::Approve);
        one.rig.carryOut();
        QCOMPARE(one.rig.posts.size(), 1U);
    }

    void afterARestartThePeakMayLieInTheOutage()
    {
        Position one;
        one.trade(70'900, 1'000, 1s);
        one.trade(71'600, 1'000, 5s);
        one.rig.pass(6s);
        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = one.rig.ledger},
            {},
            0,
            noWaves};
        const auto marks = [&again] { return again.rules()->positions.front().marks; };
        QCOMPARE(marks().trail.peak->won(), 71'600);
        const auto filled =
            std::chrono::floor<std::chrono::minutes>(marks().entryFilledAt).time_since_epoch();
        const auto bar = [&filled](int minutes, std::int32_t high) {
            domain::Bar out;
            out.startMinute = static_cast<std::int32_t>((filled / 1min) + minutes);
            out.high = high;
            return out;
        };
        domain::MinuteBarsReply reply;
        reply.symbol = kStock;
        reply.ok = true;
        // The minute of the fill began before it.
        reply.bars = {bar(0, 79'000), bar(1, 71'500), bar(2, 72'300), bar(3, 72'000)};
        again.apply(reply);
        QCOMPARE(marks().trail.peak->won(), 72'300);
        again.carryOut();
        TradingRig third{
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = joined(one, again)},
            {},
            0,
            noWaves};
        QCOMPARE(third.rules()->positions.front().marks.trail.peak->won(), 72'300);
        // Once: later bars are not those of an outage.
        reply.bars = {bar(2, 73'000)};
        again.apply(reply);
        QCOMPARE(marks().trail.peak->won(), 72'300);
    }

    void theMinuteOfAFillCountsIfItBeganWithIt()
    {
        Position one{noWaves, {10}};  // On a whole minute.
        one.trade(70'900, 1'000, 1s);
        one.rig.pass(6s);
        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = one.rig.ledger},
            {},
            0,
            noWaves};
        const auto filled = again.rules()->positions.front().marks.entryFilledAt;
        QCOMPARE(domain::kstTimeOfDay(filled) % 1min, 0ms);
        domain::MinuteBarsReply reply;
        reply.symbol = kStock;
        reply.ok = true;
        reply.bars.emplace_back();
        reply.bars.back().startMinute = static_cast<std::int32_t>(filled.time_since_epoch() / 1min);
        reply.bars.back().high = 71'700;
        again.apply(reply);
        QCOMPARE(again.rules()->positions.front().marks.trail.peak->won(), 71'700);
    }

    void barsBeforeTheAddMoveNoPeakOfIt()
    {
        Position one;
        one.added();
        one.trade(72'100, 1'000, 1s);
        one.trade(72'200, 1'000, 1s);
        one.rig.pass(6s);
        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = one.rig.ledger},
            {},
            0,
            noWaves};
        const domain::PositionMarks marks = again.rules()->positions.front().marks;
        QCOMPARE(marks.trail.peak->won(), 72'200);
        QVERIFY(marks.addFilledAt > marks.entryFilledAt + 1min);
        domain::MinuteBarsReply reply;
        reply.symbol = kStock;
        reply.ok = true;
        reply.bars.emplace_back();
        reply.bars.back().startMinute = static_cast<std::int32_t>(
            std::chrono::floor<std::chrono::minutes>(marks.addFilledAt.time_since_epoch()) / 1min);
        reply.bars.back().high = 73'000;
        again.apply(reply);
        QCOMPARE(again.rules()->positions.front().marks.trail.peak->won(), 72'200);
    }

    void barsOfARunWithoutARestartMoveNoPeak()
    {
        Position one;
        one.trade(70'900, 1'000, 1s);
        domain::MinuteBarsReply reply;
        reply.symbol = kStock;
        reply.ok = true;
        reply.bars.emplace_back();
        reply.bars.back().startMinute = static_cast<std::int32_t>(
            std::chrono::floor<std::chrono::minutes>(one.rig.now.time_since_epoch()) / 1min);
        reply.bars.back().high = 73'000;
        one.rig.apply(reply);
        QCOMPARE(one.ruled().marks.trail.peak->won(), 70'900);
    }

    void theGuardsFiringIsTheSameAfterARestart()
    {
        Position one;
        one.rig.cash = one.rig.cash - domain::Won{320'000};
        one.rig.pass(140s);
        const QStringList fired = one.rig.decisions().filter(QStringLiteral("guard"));
        QCOMPARE(fired, QStringList{QStringLiteral("guard loss_stop take 0@0")});
        const domain::GuardBarView before = one.rig.rules()->guard;
        QVERIFY(before.state.holds(domain::GuardRule::LossStop));
        QVERIFY(one.rig.view().gate.arming == domain::Arming::Armed);
        QVERIFY(one.rig.posts.size() == 1);  // Nothing is sold.
        const domain::RulesViewPtr rules = one.rig.rules();
        const domain::Decision record = **std::find_if(
            rules->decisions->begin(), rules->decisions->end(),
            [](const auto& each) { return each->kind == domain::DecisionKind::Guard; });
        QCOMPARE(record.conditions.size(), 1U);
        QVERIFY(record.conditions.front().value && record.conditions.front().limit);

        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = one.rig.ledger},
            {},
            0,
            noWaves};
        again.broker = one.rig.broker;
        again.cash = one.rig.cash;
        QCOMPARE(again.rules()->guard.state, before.state);
        again.pass(130s);
        QCOMPARE(again.rules()->guard.state, before.state);
        QVERIFY(!again.said(domain::LogCode::GuardFired));
        again.buy(1, 70'100);
        QVERIFY(again.last().state == domain::OrderState::Denied);
        // Only a confirmed reset of this cause lets it go.
        again.apply(domain::ConfirmGate{domain::GateCause::Rejects});
        QVERIFY(again.rules()->guard.state.stopsBuys());
        again.apply(domain::ConfirmGate{domain::GateCause::DayReturn});
        QVERIFY(!again.rules()->guard.state.stopsBuys());
        const std::vector<domain::Intervention> words = again.rules()->interventions;
        QVERIFY(std::any_of(words.begin(), words.end(), [](const domain::Intervention& each) {
            return each.kind == domain::InterventionKind::GuardReset;
        }));
    }

    void theGuardShowsWhereItsTrailWouldFire()
    {
        Position one{[](core::config::Config& config) {
            noWaves(config);
            config.guard.trailArm = *domain::Percent::parse(u"0.05");
        }};
        QVERIFY(one.rig.rules()->guard.from == TradingRig::at(9, 5));
        QCOMPARE(one.rig.rules()->guard.trailLevel, domain::Won{});
        one.trade(70'900, 1'000, 1s);  // 8,000 won of 10,000,000
        one.rig.pass(2s);
        const domain::GuardBarView guard = one.rig.rules()->guard;
        QVERIFY(guard.certain);
        QVERIFY(guard.state.trailArmed);
        QCOMPARE(guard.trailLevel, *guard.state.peak - domain::Won{50'000});
        QCOMPARE(one.rig.ledger.back().kind, QLatin1String{"guard"});
        // Its peak is written at most every step, and then it is the newest.
        const auto written = [&one] {
            return std::count_if(
                one.rig.ledger.begin(), one.rig.ledger.end(),
                [](const auto& record) { return record.kind == QLatin1String{"guard"}; });
        };
        while ((one.rig.now.time_since_epoch() / 100ms) % 50 != 1) {
            one.rig.pass(100ms);
        }
        const auto before = written();
        for (const std::int64_t price : {71'000, 71'100, 71'200}) {
            one.trade(price, 1'000, 1s);
        }
        QCOMPARE(written(), before);
        one.rig.pass(3s);
        QCOMPARE(written(), before + 1);
        QVERIFY(*one.rig.rules()->guard.state.peak > *guard.state.peak);
        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = one.rig.ledger},
            {},
            0,
            noWaves};
        QCOMPARE(again.rules()->guard.state, one.rig.rules()->guard.state);
    }

    void nothingFiresOnAnEquityThatIsNotCertain()
    {
        Position one{[](core::config::Config& config) {
            noWaves(config);
            config.guard.stopBuyLoss = *domain::Percent::parse(u"0.1");
            config.exit.stop = *domain::Percent::parse(u"3");
        }};
        // The broker falls silent: after 150 s its balance is too old.
        const auto silent = [&one](std::chrono::seconds span) {
            for (const domain::Timestamp end = one.rig.now + span; one.rig.now < end;) {
                one.rig.now += 1s;
                one.rig.tick();
                one.rig.feed();
            }
        };
        silent(160s);
        QVERIFY(!one.rig.rules()->guard.certain);
        one.rig.trade(69'000, 1'000);
        silent(2s);
        QVERIFY(!one.rig.said(domain::LogCode::GuardFired));
        one.rig.pass(5s);
        QVERIFY(one.rig.rules()->guard.certain);
        QVERIFY(one.rig.said(domain::LogCode::GuardFired));
    }

    void theHardLossSellsWithinItsSecond()
    {
        Position one{[](core::config::Config& config) {
            noWaves(config);
            config.guard.hardLoss = *domain::Percent::parse(u"0.1");
            config.guard.stopBuyLoss = *domain::Percent::parse(u"0.1");
            config.exit.stop = *domain::Percent::parse(u"3");
        }};
        const auto second = std::chrono::ceil<std::chrono::seconds>(one.rig.now.time_since_epoch());
        one.rig.pass(domain::Timestamp{second} - one.rig.now);
        while ((one.rig.now.time_since_epoch() / 1s) % 5 != 1) {
            one.rig.pass(1s);
        }
        one.trade(69'000, 1'000, 0ms);
        QCOMPARE(one.rig.posts.size(), 1U);
        one.rig.pass(1s);
        QCOMPARE(one.rig.posts.size(), 2U);
        QVERIFY(one.rig.posts.back().request.origin == domain::OrderOrigin::Guard);
        QCOMPARE(one.rig.posts.back().request.rule, QStringLiteral("GUARD"));
    }

    void aWordThatNeedsNoEndHasNone()
    {
        Position one;
        one.rig.apply(domain::OverrideAdd{kStock, AddMode::Block, QStringLiteral("news")});
        QCOMPARE(one.ruled().override.until, domain::Timestamp{});
        one.rig.apply(domain::OverrideAdd{kStock, AddMode::Auto, {}});
        one.added();
        // Nothing to approve any more, but to forbid.
        one.rig.apply(domain::OverrideAdd{kStock, AddMode::Approve, QStringLiteral("news")});
        QVERIFY(one.ruled().override.mode == AddMode::Auto);
        one.rig.apply(domain::OverrideAdd{kStock, AddMode::Block, QStringLiteral("news")});
        QVERIFY(one.ruled().override.mode == AddMode::Block);
    }

    void everyWordOfTheTraderIsListedInItsOrder()
    {
        Position one;
        const auto all = [&one] {
            QStringList lines;
            const domain::RulesViewPtr rules = one.rig.rules();
            for (const domain::Intervention& each : rules->interventions) {
                lines << QStringLiteral("%1 %2").arg(static_cast<int>(each.kind)).arg(each.what);
            }
            return lines.join(u';');
        };
        QCOMPARE(all(), QString{});
        one.rig.apply(domain::SetMaster{AutoState::On});  // As it is.
        QCOMPARE(all(), QString{});
        one.rig.apply(domain::SetMaster{AutoState::ExitsOnly});
        one.rig.pass(1s);
        one.rig.apply(domain::SetAutomation{kStock, AutoState::ExitsOnly});
        one.rig.pass(1s);
        one.rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(69'000)});
        one.rig.pass(1s);
        one.rig.sell(1, 79'000);
        one.rig.pass(1s);
        one.rig.buy(1, 60'000);
        one.rig.pass(1s);
        one.rig.apply(domain::MoveStop{kStock, std::nullopt});
        one.rig.apply(domain::MoveStop{*domain::Symbol::parse(u"000660"), std::nullopt});
        QCOMPARE(all(), QStringLiteral("1 exits_only;0 exits_only;3 69000;5 1;4 1;3 none"));
        one.rig.carryOut();
        QVERIFY(one.kept() == one.ruled().marks);
        one.rig.apply(domain::Kill{domain::KillLevel::NoEntries, {}, {}});
        QVERIFY(all().endsWith(QStringLiteral(";6 1")));
        const QString before = all();
        one.rig.apply(domain::Kill{domain::KillLevel::CancelBuys, {}, QStringLiteral("machine")});
        QCOMPARE(all(), before);  // Nobody's word.
        QVERIFY(one.rig.rules()->master == AutoState::ExitsOnly);
        QCOMPARE(one.rig.rules()->automation.size(), 1U);
    }

    void theHandLeavesTheRulesPathOnce_data()
    {
        QTest::addColumn<QString>("cause");
        for (const char* cause :
             {"off", "block", "stop_moved", "hand_order", "hand_sale", "flatten", "master"}) {
            QTest::newRow(cause) << QString::fromLatin1(cause);
        }
    }
    void theHandLeavesTheRulesPathOnce()
    {
        QFETCH(QString, cause);
        Position one;
        if (cause == QStringLiteral("off")) {
            one.rig.apply(domain::SetAutomation{kStock, AutoState::Off});
        } else if (cause == QStringLiteral("block")) {
            one.rig.apply(domain::OverrideAdd{kStock, AddMode::Block, QStringLiteral("news")});
        } else if (cause == QStringLiteral("stop_moved")) {
            one.rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(69'000)});
        } else if (cause == QStringLiteral("hand_order")) {
            one.rig.sell(1, 79'000);
        } else if (cause == QStringLiteral("hand_sale")) {
            one.rig.apply(domain::SellPosition{kStock, 100});
        } else if (cause == QStringLiteral("flatten")) {
            one.rig.apply(domain::Kill{domain::KillLevel::FlattenAndLock, {kStock}, {}});
        } else {
            one.rig.apply(domain::SetMaster{AutoState::Off});
            cause = QStringLiteral("off");
        }
        const domain::RulesViewPtr rules = one.rig.rules();
        QCOMPARE(rules->shadows.size(), 1U);
        QCOMPARE(rules->shadows.front().cause, cause);
        QCOMPARE(rules->shadows.front().since, one.rig.now);
    }

    void whatTheHandMadeIsComparedWithWhatTheRulesWould()
    {
        Position one;
        one.rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(60'000)});
        one.trade(71'000, 1'000, 1s);
        // Held: 710,000 less 99 and 1,065, the cost of 701,000 and its 98.
        QCOMPARE(one.rig.rules()->shadows.front().handPnl, domain::Won{7'738});
        QCOMPARE(one.rig.rules()->shadows.front().shadowPnl, domain::Won{7'738});
        one.rig.apply(domain::SellPosition{kStock, 100});
        one.rig.pass(6s);
        // Sold at 70,000: 700,000 less 98 and 1,050.
        QCOMPARE(one.rig.rules()->shadows.front().handPnl, domain::Won{-2'246});
        // The day ends for the shadow too.
        const std::size_t before = one.rig.rules()->decisions->size();
        one.trade(68'600, 1'000, 1s);
        const QStringList told = one.rig.decisions(before).filter(QStringLiteral("shadow"));
        QCOMPARE(told, QStringList{QStringLiteral("shadow S1 note 10@68600")});
        const domain::ShadowView over = one.rig.rules()->shadows.front();
        QVERIFY(over.over);
        QCOMPARE(over.shadowPnl, domain::Won{-16'223});
        QCOMPARE(over.handPnl, domain::Won{-2'246});
        QCOMPARE(one.arguments(domain::LogCode::ShadowOver),
                 QStringList{QStringLiteral("S1 -16223 -2246")});
        // Another position of the symbol changes nothing of it.
        one.rig.pass(20s);
        one.rig.buy(1, 68'600);
        one.rig.fill(QString::number(99 + one.rig.broker.size()), 1, 68'600);
        one.rig.pass(6s);
        QCOMPARE(one.rig.view().positions.front().quantity.shares(), 1);
        QCOMPARE(one.rig.rules()->shadows.front().handPnl, domain::Won{-2'246});
        one.trade(60'000, 1'000, 1s);
        QCOMPARE(one.rig.rules()->shadows.front().shadowPnl, domain::Won{-16'223});
        QCOMPARE(one.rig.decisions().filter(QStringLiteral("shadow")).size(), 1);
    }

    void whatTheHandMadeOutlivesARestart()
    {
        Position one;
        one.rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(60'000)});
        one.trade(70'500, 1'000, 1s);
        one.rig.pass(6s);
        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = one.rig.ledger},
            {},
            0,
            noWaves};
        QCOMPARE(again.rules()->shadows.size(), 1U);
        const domain::ShadowView before = one.rig.rules()->shadows.front();
        QCOMPARE(again.rules()->shadows.front().cause, before.cause);
        QCOMPARE(again.rules()->shadows.front().since, before.since);
        QVERIFY(!again.rules()->shadows.front().over);

        again.pass(60s);
        again.trade(68'600, 1'000);
        again.pass(6s);
        const domain::ShadowView over = again.rules()->shadows.front();
        QVERIFY(over.over);
        QCOMPARE(over.rule, QStringLiteral("S1"));
        QCOMPARE(over.shadowPnl, domain::Won{-16'223});

        TradingRig third{
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = joined(one, again)},
            {},
            0,
            noWaves};
        QVERIFY(third.rules()->shadows.front().over);
        QCOMPARE(third.rules()->shadows.front().shadowPnl, domain::Won{-16'223});
    }

    /// At once as it begins, at a step as it goes on, at once as it ends; never at a mere trade.
    void aShadowIsKeptWhereAMarkIsKept()
    {
        Position one;
        one.rig.pass(std::chrono::ceil<std::chrono::seconds>(one.rig.now) - one.rig.now);
        while (one.rig.now.time_since_epoch() % 5s != 1s) {
            one.rig.pass(1s);
        }
        QCOMPARE(shadowsOf(one.rig.ledger).size(), 0U);
        one.rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(60'000)});
        one.rig.carryOut();
        QCOMPARE(shadowsOf(one.rig.ledger).size(), 1U);
        one.trade(71'000, 1'000, 0ms);
        QCOMPARE(shadowsOf(one.rig.ledger).size(), 1U);
        one.rig.pass(5s);
        QCOMPARE(shadowsOf(one.rig.ledger).size(), 2U);
        QCOMPARE(shadowsOf(one.rig.ledger).back().marks.trail.peak->won(), 71'000);
        one.rig.pass(60s);  // Until its width has settled; then nothing changes.
        const std::size_t settled = shadowsOf(one.rig.ledger).size();
        one.rig.pass(20s);
        QCOMPARE(shadowsOf(one.rig.ledger).size(), settled);
        one.trade(68'600, 1'000, 0ms);
        QCOMPARE(shadowsOf(one.rig.ledger).size(), settled + 1);
        QVERIFY(shadowsOf(one.rig.ledger).back().isOver);
    }

    void barsOfAnOutageLiftTheShadowsPeak()
    {
        Position one;
        one.rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(60'000)});
        one.trade(71'000, 1'000, 1s);
        one.rig.pass(6s);
        core::desk::Desk again{TradingRig::options(
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = one.rig.ledger}, {}, 0,
            noWaves)};
        std::vector<orders::LedgerRecord> kept;
        domain::Event event;
        event.number = again.eventsApplied();
        const auto apply = [&](domain::Timestamp at, domain::EventPayload payload) {
            ++event.number;
            event.time = at;
            event.payload = std::move(payload);
            for (const core::desk::Effect& effect : again.apply(event)) {
                if (const auto* record = std::get_if<core::desk::Record>(&effect)) {
                    kept.insert(kept.end(), record->records.begin(), record->records.end());
                }
            }
        };
        // A step before anything is known of the symbol.
        apply(TradingRig::at(9, 19, 56), domain::TimerStep{});
        apply(TradingRig::at(9, 20, 1), domain::TimerStep{});
        domain::MinuteBarsReply reply;
        reply.symbol = kStock;
        reply.ok = true;
        reply.bars.emplace_back();
        reply.bars.back().startMinute = static_cast<std::int32_t>(
            TradingRig::at(9, 16).time_since_epoch() / std::chrono::minutes{1});
        reply.bars.back().high = 73'000;
        apply(TradingRig::at(9, 20, 2), reply);
        apply(TradingRig::at(9, 20, 6), domain::TimerStep{});
        QVERIFY(!shadowsOf(kept).empty());
        QVERIFY(!shadowsOf(kept).back().isOver);
        QCOMPARE(shadowsOf(kept).back().marks.trail.peak->won(), 73'000);
    }

    /// Each sold by the hand, each compared with its own trade.
    void everyShadowHasTheResultOfItsOwnTrade()
    {
        Position one;
        for (const std::int64_t price : {70'000, 70'300}) {
            if (price != 70'000) {
                one.rig.pass(20s);
                one.rig.hold(1);
                // Held: of one share as of many.
                one.rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(60'000)});
                one.trade(70'900, 1'000, 1s);
                QCOMPARE(one.rig.rules()->shadows.size(), 2U);
                QVERIFY(one.rig.rules()->shadows.back().handPnl > domain::Won{});
            }
            const std::int64_t held = one.rig.view().positions.front().quantity.shares();
            one.rig.sell(held, 70'000);
            one.rig.fill(QString::number(99 + one.rig.broker.size()), held, price);
            one.rig.pass(6s);
        }
        const auto& closed = one.rig.desk().books().closedTrades();
        QCOMPARE(one.rig.rules()->shadows.size(), 2U);
        QCOMPARE(closed.size(), 2U);
        QVERIFY(closed[0].net != closed[1].net);
        QCOMPARE(one.rig.rules()->shadows.front().handPnl, closed[0].net);
        QCOMPARE(one.rig.rules()->shadows.back().handPnl, closed[1].net);
    }

    /// Sold by hand: the symbol is not held any more, and its trades are still wanted.
    void aShadowKeepsItsTradesSubscribed()
    {
        Position one{[](core::config::Config& config) {
            noWaves(config);
            config.screener.topN = 0;  // Nothing is wanted for its rank.
        }};
        std::vector<domain::FeedKey> wanted;
        int asked = 0;
        one.rig.listener = [&wanted, &asked](const core::desk::Effect& effect) {
            if (const auto* plan = std::get_if<core::desk::WantStreams>(&effect)) {
                wanted = plan->wanted;
            } else if (const auto* price = std::get_if<core::desk::QueryPrice>(&effect)) {
                asked += price->symbol == kStock ? 1 : 0;
            }
        };
        const auto has = [&wanted](domain::Stream stream) {
            return std::find(wanted.begin(), wanted.end(), domain::FeedKey{stream, kStock})
                   != wanted.end();
        };
        one.rig.apply(domain::SellPosition{kStock, 100});
        one.rig.pass(6s);
        QCOMPARE(one.rig.view().positions.front().quantity.shares(), 0);
        one.rig.pass(200s);  // Longer than any slot is held for its youth.
        one.rig.apply(domain::SelectSymbol{*domain::Symbol::parse(u"000660")});
        QVERIFY(has(domain::Stream::Trade));
        // Where its stream fails its price is asked for.
        const auto missing = [&one, &asked] {
            asked = 0;
            one.rig.apply(domain::RegistrationChanged{{domain::Stream::Trade, kStock}, false});
            one.rig.pass(20s);
            one.rig.apply(domain::RegistrationChanged{{domain::Stream::Trade, kStock}, true});
            return asked;
        };
        QVERIFY(missing() > 0);

        one.trade(68'600, 1'000, 1s);
        QVERIFY(one.rig.rules()->shadows.front().over);
        one.rig.pass(200s);
        QCOMPARE(missing(), 0);
        one.rig.apply(domain::SelectSymbol{*domain::Symbol::parse(u"035720")});
        QVERIFY(!has(domain::Stream::Trade));
    }

    /// Before there is a list of issues to rank: what goes on on paper is wanted all the same.
    void aRestartWantsTheTradesOfAShadowAtOnce()
    {
        Position one;
        one.rig.apply(domain::SellPosition{kStock, 100});
        one.rig.pass(6s);
        QCOMPARE(one.rig.view().positions.front().quantity.shares(), 0);
        core::desk::Desk again{TradingRig::options(
            domain::EnvironmentKind::Sim,
            {.health = orders::LedgerHealth::Good, .problem = {}, .records = one.rig.ledger}, {}, 0,
            noWaves)};
        domain::Event event;
        event.number = again.eventsApplied() + 1;
        event.time = TradingRig::at(9, 20, 1);
        event.payload = domain::TimerStep{};
        std::vector<domain::FeedKey> wanted;
        for (const core::desk::Effect& effect : again.apply(event)) {
            if (const auto* plan = std::get_if<core::desk::WantStreams>(&effect)) {
                wanted = plan->wanted;
            }
        }
        QVERIFY(
            std::find(wanted.begin(), wanted.end(), domain::FeedKey{domain::Stream::Trade, kStock})
            != wanted.end());
    }

    void whatTheHandMadeStaysWhenItIsBoughtAgain()
    {
        Position one;
        one.rig.apply(domain::SellPosition{kStock, 100});
        one.rig.pass(6s);
        QCOMPARE(one.rig.rules()->shadows.front().handPnl, domain::Won{-2'246});
        one.rig.hold(5);
        QCOMPARE(one.rig.view().positions.front().quantity.shares(), 5);
        one.trade(71'000, 1'000, 1s);
        QCOMPARE(one.rig.rules()->shadows.size(), 1U);
        QCOMPARE(one.rig.rules()->shadows.front().handPnl, domain::Won{-2'246});
    }

    void aShadowIsJudgedBetweenTradesToo()
    {
        Position one;
        one.rig.apply(domain::SellPosition{kStock, 100});
        one.rig.pass(6s);
        while (one.rig.now.time_since_epoch() % 5s != 1s) {
            one.rig.pass(100ms);
        }
        // Sideways: its time runs out at a step, and no trade comes at one.
        const domain::Timestamp end = one.rig.now + 31min;
        while (!one.rig.rules()->shadows.front().over && one.rig.now < end) {
            one.trade(70'300, 1'000, 50s);
        }
        const domain::RulesViewPtr rules = one.rig.rules();
        QVERIFY(rules->shadows.front().over);
        const domain::Decision& told = *rules->decisions->back();
        QVERIFY(told.kind == domain::DecisionKind::Shadow);
        QVERIFY(told.at.time_since_epoch() % 5s == 0s);
    }

    void aShadowFindsItsHigherLowToo()
    {
        Position one;
        one.added();
        one.rig.apply(domain::SellPosition{kStock, 100});
        one.rig.pass(6s);
        QCOMPARE(one.rig.rules()->shadows.size(), 1U);
        const auto minute =
            std::chrono::ceil<std::chrono::minutes>(one.rig.now.time_since_epoch()) + 1s;
        int count = 0;
        for (const std::int64_t low : {72'100, 72'000, 71'800, 71'900, 72'000}) {
            one.rig.pass(domain::Timestamp{minute} + std::chrono::minutes{count++} - one.rig.now);
            one.trade(low, 1'000, 0ms);
        }
        one.rig.pass(70s);
        one.trade(71'700, 1'000, 1s);
        QCOMPARE(one.rig.decisions().filter(QStringLiteral("shadow")),
                 QStringList{QStringLiteral("shadow A2 note 15@71700")});
    }

    void whyIsAnsweredForWhatIsHeld()
    {
        Position one{[](core::config::Config& config) {
            noWaves(config);
            config.screener.watchList = {kStock.toString()};
        }};
        one.rig.pass(60s);
        one.rig.apply(domain::SelectSymbol{kStock});
        const domain::WhyView held = one.rig.rules()->why;
        QVERIFY(held.screened);
        QVERIFY(held.row && held.row->symbol == kStock);
        QVERIFY(held.held);
        QVERIFY(held.quoteSlot);
        QCOMPARE(held.entry.size(), 12U);
        QVERIFY(!held.gate.empty());
        QVERIFY(held.broker.isEmpty());
        one.rig.quote(70'000, 0);
        QVERIFY(!one.rig.rules()->why.gate.empty());  // An add goes a step above the price.
        const std::vector<domain::CheckResult> gate = one.rig.rules()->why.gate;
        QCOMPARE(checkOf(gate, 7).value, std::optional<std::int64_t>{70'100});
        // The first add of the symbol, whose entry was the day's one.
        QCOMPARE(checkOf(gate, 19).value, std::optional<std::int64_t>{1});
        one.rig.quote(70'000, 70'100);
        one.rig.apply(domain::SellPosition{kStock, 100});
        one.rig.pass(6s);
        const domain::WhyView sold = one.rig.rules()->why;
        QVERIFY(!sold.held);
        QCOMPARE(sold.entry.size(), 13U);
        QVERIFY(!sold.gate.empty());
        // Without an ask there is no order to ask the gate about.
        one.rig.quote(70'000, 0);
        QVERIFY(one.rig.rules()->why.gate.empty());
    }

    void whyTellsWhatTheBrokerRefused()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        rig.apply(domain::SelectSymbol{kStock});
        rig.hold(1);
        QVERIFY(rig.rules()->why.broker.isEmpty());
        rig.refuse = domain::RejectReason::Cash;
        rig.buy(1, 70'000);
        QVERIFY(rig.last().state == domain::OrderState::Rejected);
        QCOMPARE(rig.rules()->why.broker, QStringLiteral("no money"));
        rig.apply(domain::SelectSymbol{*domain::Symbol::parse(u"000660")});
        QVERIFY(rig.rules()->why.broker.isEmpty());
    }

private:
    /// As the ledger has them, one after the other.
    static std::vector<domain::Shadow> shadowsOf(const std::vector<orders::LedgerRecord>& ledger)
    {
        std::vector<domain::Shadow> all;
        for (const orders::LedgerRecord& record : ledger) {
            if (record.kind == QLatin1String{"shadow"}) {
                all.push_back(
                    std::get<orders::ShadowFact>(orders::decode(record).value().body).shadow);
            }
        }
        return all;
    }
    static std::vector<orders::LedgerRecord> joined(const Position& one, const TradingRig& again)
    {
        std::vector<orders::LedgerRecord> all = one.rig.ledger;
        all.insert(all.end(), again.ledger.begin(), again.ledger.end());
        return all;
    }
};

QTEST_GUILESS_MAIN(TestRulePositions)
#include "tst_rule_positions.moc"
