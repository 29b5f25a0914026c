// The base entry in the desk: from the screening to the order, and what refuses it.

#include "tests/core/desk/trading_rig.h"

#include <QTest>

using core::domain::AutoState;
using test::kStock;
using test::TradingRig;
namespace domain = core::domain;
using namespace std::chrono_literals;

namespace
{
const domain::Symbol kOther = *domain::Symbol::parse(u"000660");

void noWaves(core::config::Config& config)
{
    config.wave.enabled = false;
    config.screener.watchList = {kStock.toString(), kOther.toString()};
}

void until(TradingRig& rig, domain::Timestamp time)
{
    while (rig.now < time) {
        rig.pass(std::min<std::chrono::milliseconds>(1s, time - rig.now));
    }
}

/// Quiet minutes until 09:20:06, which make the symbol eligible and its minutes known.
void quiet(TradingRig& rig, const domain::Symbol& symbol = kStock)
{
    for (int minute = 12; minute < 20; ++minute) {
        until(rig, TradingRig::at(9, minute, 1));
        rig.quote(70'000, 70'100, symbol);
        rig.trade(70'000, 10'000, symbol);
        rig.answerLists();
    }
    until(rig, TradingRig::at(9, 20, 6));
}

/// A trade that everything allows: up by a step, on twice the volume.
void strong(TradingRig& rig, const domain::Symbol& symbol = kStock)
{
    rig.quote(70'000, 70'100, symbol);
    rig.trade(70'100, 20'000, symbol);
    rig.answerLists();
}

/// A symbol like the first in every respect.
void list(TradingRig& rig, const domain::Symbol& symbol,
          std::optional<domain::InstrumentFlag> flag = {})
{
    auto table = std::make_shared<domain::InstrumentTable>();
    for (const domain::Symbol& one : {kStock, symbol}) {
        domain::Instrument stock;
        stock.symbol = one;
        stock.name = QStringLiteral("name of %1").arg(one.toString());
        stock.reference = domain::Price::fromWon(70'000);
        stock.previousVolume = domain::Quantity{20'000'000};
        if (flag && one == symbol) {
            stock.flags.set(*flag);
        }
        table->bySymbol.emplace(one, stock);
    }
    rig.apply(domain::InstrumentsPtr{table});
    for (const domain::Stream stream : {domain::Stream::Trade, domain::Stream::Quote}) {
        rig.apply(domain::RegistrationChanged{{stream, symbol}, true});
    }
    rig.trade(70'000, 120'000, symbol);
}

/// The same minutes with both symbols.
void both(TradingRig& rig)
{
    for (int minute = 12; minute < 26; ++minute) {
        until(rig, TradingRig::at(9, minute, 1));
        for (const domain::Symbol& symbol : {kStock, kOther}) {
            rig.quote(70'000, 70'100, symbol);
            rig.trade(70'000, 10'000, symbol);
        }
        rig.answerLists();
    }
    until(rig, TradingRig::at(9, 26, 6));
}

QStringList told(TradingRig& rig, std::size_t from = 0)
{
    return rig.decisions(from).filter(QStringLiteral("entry ENTRY"));
}

std::optional<domain::CheckOutcome> outcomeOf(const domain::WhyView& why, const char* id)
{
    for (const domain::Condition& one : why.entry) {
        if (one.id == QLatin1String{id}) {
            return one.outcome;
        }
    }
    return std::nullopt;
}

QStringList arguments(const TradingRig& rig, domain::LogCode code)
{
    for (const domain::LogEntry& entry : rig.told) {
        if (entry.code == code) {
            return entry.arguments;
        }
    }
    return {};
}
}  // namespace

class TestRuleEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRiseOnVolumeIsBoughtOnce()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        quiet(rig);
        QVERIFY(rig.posts.empty());
        const std::size_t before = rig.rules()->decisions->size();
        strong(rig);

        QCOMPARE(rig.decisions(before),
                 QStringList{QStringLiteral("entry ENTRY take 14@70200 sent")});
        const domain::Decision taken = *rig.rules()->decisions->back();
        QCOMPARE(taken.conditions.size(), 13U);
        QVERIFY(taken.symbol == kStock);
        QCOMPARE(taken.at, rig.now);
        QCOMPARE(rig.posts.size(), 1U);
        QVERIFY(taken.order == rig.posts.front().id);
        domain::OrderRequest wanted;
        wanted.symbol = kStock;
        wanted.quantity = domain::Quantity{14};
        wanted.price = domain::Price::fromWon(70'200);
        wanted.origin = domain::OrderOrigin::Entry;
        wanted.rule = QStringLiteral("ENTRY");
        wanted.decided = domain::Price::fromWon(70'100);
        wanted.seen = rig.posts.front().request.seen;
        QVERIFY(wanted.seen.spread.has_value() && wanted.seen.momentum3.has_value());
        QVERIFY(rig.posts.front().request == wanted);
        QCOMPARE(
            arguments(rig, domain::LogCode::BuyDecided),
            (QStringList{QStringLiteral("ENTRY"), QStringLiteral("14"), QStringLiteral("70200")}));

        strong(rig);
        QCOMPARE(rig.posts.size(), 1U);
        QCOMPARE(rig.decisions(before + 1),
                 QStringList{QStringLiteral("entry ENTRY refuse 14@70100 order")});
    }

    void aRefusalIsRecordedWhenItSaysAnother()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        quiet(rig);
        const std::size_t before = rig.rules()->decisions->size();
        const auto at = [&rig](std::int64_t price, std::int64_t quantity) {
            rig.trade(price, quantity);
            rig.answerLists();
        };
        at(70'000, 1'000);
        at(70'000, 1'000);
        QCOMPARE(rig.decisions(before), QStringList{});  // As in the minutes before.
        at(70'100, 1'000);
        at(70'100, 1'000);
        at(70'000, 20'000);
        at(70'000, 1'000);
        QCOMPARE(rig.decisions(before),
                 (QStringList{QStringLiteral("entry ENTRY refuse 14@70100 volume"),
                              QStringLiteral("entry ENTRY refuse 14@70000 momentum")}));
        QVERIFY(!rig.rules()->decisions->back()->conditions.empty());
        QVERIFY(rig.posts.empty());
        QVERIFY(!rig.said(domain::LogCode::BuyDecided));
    }

    void automationMustBeOnForTheSymbolAndForAll()
    {
        for (const bool master : {false, true}) {
            for (const AutoState state : {AutoState::ExitsOnly, AutoState::Off}) {
                TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
                quiet(rig);
                if (master) {
                    rig.apply(domain::SetMaster{state});
                } else {
                    rig.apply(domain::SetAutomation{kStock, state});
                }
                strong(rig);
                QCOMPARE(told(rig).last(), QStringLiteral("entry ENTRY refuse 14@70100 auto"));
                QVERIFY(rig.posts.empty());
            }
        }
    }

    void afterASaleTheCoolDownRuns()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        quiet(rig);
        strong(rig);
        rig.fill(QString::number(99 + rig.broker.size()), 14, 70'100);
        rig.pass(6s);
        QCOMPARE(rig.view().positions.size(), 1U);
        const std::size_t before = rig.rules()->decisions->size();
        strong(rig);
        QCOMPARE(told(rig, before).join(u';'), QString{});  // It is held.
        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(6s);
        strong(rig);
        QCOMPARE(told(rig, before).last(), QStringLiteral("entry ENTRY refuse 14@70100 cooldown"));
    }

    void anEntryOnItsWayCountsAsThePositionItMayBecome()
    {
        const auto second = [](std::int64_t most, std::int64_t filled) {
            TradingRig rig{
                domain::EnvironmentKind::Sim, {}, {}, 0, [most](core::config::Config& config) {
                    noWaves(config);
                    config.risk.maxPositions = most;
                }};
            list(rig, kOther);
            both(rig);
            rig.answers = filled > 0;
            strong(rig);
            Q_ASSERT(rig.posts.size() == 1);
            if (filled > 0) {
                // Held, and with a rest still open one position all the same.
                rig.fill(QString::number(99 + rig.broker.size()), filled, 70'100);
                rig.pass(3s);
            }
            const std::size_t before = rig.rules()->decisions->size();
            strong(rig, kOther);
            return rig.decisions(before).join(u';');
        };
        const QString refused = QStringLiteral("entry ENTRY refuse 14@70100 positions");
        const QString taken = QStringLiteral("entry ENTRY take 14@70200 sent");
        QCOMPARE(second(1, 0), refused);
        QCOMPARE(second(2, 0), taken);
        QCOMPARE(second(1, 10), refused);
        QCOMPARE(second(2, 10), taken);
        QCOMPARE(second(1, 14), refused);
        QCOMPARE(second(2, 14), taken);
    }

    void whatThisProgramDidNotBuyIsNoPositionOfIts()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, [](core::config::Config& config) {
                           noWaves(config);
                           config.risk.maxPositions = 1;
                       }};
        list(rig, kOther);
        rig.otherShares = 10;
        both(rig);
        QCOMPARE(rig.view().positions.size(), 1U);
        const std::size_t before = rig.rules()->decisions->size();
        strong(rig, kOther);
        // Holdings nobody explained keep the gate shut; the count of positions has room.
        QCOMPARE(rig.decisions(before),
                 QStringList{QStringLiteral("entry ENTRY refuse 14@70100 gate=gate")});
    }

    void everySymbolHasItsOwnNewestRefusal()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        list(rig, kOther);
        both(rig);
        rig.trade(70'000, 1'000, kOther);
        rig.trade(70'000, 1'000, kStock);
        const std::size_t before = rig.rules()->decisions->size();
        rig.trade(70'000, 1'000, kOther);
        rig.trade(70'000, 1'000, kStock);
        rig.trade(70'000, 1'000, kOther);
        QCOMPARE(rig.decisions(before), QStringList{});
    }

    void momentumLooksFiveBarsBack_data()
    {
        QTest::addColumn<int>("high");
        QTest::addColumn<bool>("taken");

        // All bars close at 70,000 but one, and 70,100 is asked for at 09:20.
        QTest::newRow("six bars back") << 14 << true;
        QTest::newRow("five bars back") << 15 << false;
        QTest::newRow("four bars back") << 16 << true;
    }
    void momentumLooksFiveBarsBack()
    {
        QFETCH(int, high);
        QFETCH(bool, taken);
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        for (int minute = 12; minute < 20; ++minute) {
            until(rig, TradingRig::at(9, minute, 1));
            const std::int64_t price = minute == high ? 70'100 : 70'000;
            rig.quote(price, price + 100);
            rig.trade(price, 10'000);
            rig.answerLists();
        }
        until(rig, TradingRig::at(9, 20, 6));
        strong(rig);
        QCOMPARE(rig.decisions().last(),
                 taken ? QStringLiteral("entry ENTRY take 14@70200 sent")
                       : QStringLiteral("entry ENTRY refuse 14@70100 momentum"));
    }

    void whatIsNoLongerEligibleIsNotJudged()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        quiet(rig);
        const std::size_t before = rig.rules()->decisions->size();
        // Nothing of it is traded for five minutes: the next screening leaves it out.
        until(rig, TradingRig::at(9, 27, 6));
        strong(rig);
        QCOMPARE(rig.decisions(before), QStringList{});
        QVERIFY(rig.posts.empty());
    }

    void beforeTheWindowNothingIsJudged()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, [](core::config::Config& config) {
                           noWaves(config);
                           config.entry.windowFrom = 9h + 20min + 6s;
                       }};
        quiet(rig);
        QCOMPARE(rig.decisions(), QStringList{});
        strong(rig);
        QCOMPARE(rig.decisions(), QStringList{QStringLiteral("entry ENTRY take 14@70200 sent")});
    }

    void aWaveMayBuyAtTheMarket()
    {
        for (const bool market : {false, true}) {
            TradingRig rig{
                domain::EnvironmentKind::Sim, {}, {}, 0, [market](core::config::Config& config) {
                    config.entry.enabled = false;
                    if (market) {
                        config.wave.orderType = core::config::WaveOrderType::Market;
                        config.risk.allowMarketEntry = true;
                    }
                }};
            constexpr std::array<std::int64_t, 6> kSwing{70'000, 70'300, 70'600,
                                                         70'900, 70'600, 70'300};
            for (std::size_t turn = 0; turn < 400 && rig.posts.empty(); ++turn) {
                rig.pass(1s);
                const std::int64_t price = kSwing.at(turn % kSwing.size());
                rig.quote(price, price + 100);
                rig.trade(price, 1'000);
                rig.answerLists();
            }
            QVERIFY(!rig.posts.empty());
            const domain::OrderRequest& sent = rig.posts.front().request;
            QVERIFY(sent.origin == domain::OrderOrigin::Wave);
            QVERIFY(sent.type == (market ? domain::OrderType::Market : domain::OrderType::Limit));
            QCOMPARE(sent.price.has_value(), !market);
            QCOMPARE(sent.quantity, domain::Quantity{3});
            const QStringList waves = rig.decisions().filter(QStringLiteral("wave WAVE take"));
            QCOMPARE(waves, QStringList{QStringLiteral("wave WAVE take 3@70100 sent")});
            QVERIFY(*sent.decided == domain::Price::fromWon(70'000));
        }
    }

    void onlyWhatIsEligibleIsJudged()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, [](core::config::Config& config) {
                           noWaves(config);
                           config.screener.watchList = {kOther.toString()};
                       }};
        list(rig, kOther);
        both(rig);
        const std::size_t before = rig.rules()->decisions->size();
        strong(rig);  // The first in the market, not in the list.
        QCOMPARE(rig.decisions(before), QStringList{});
        const domain::RulesViewPtr rules = rig.rules();
        for (const auto& one : *rules->decisions) {
            QVERIFY(one->symbol != kStock);  // Nor between the first screening and the second.
        }
        strong(rig, kOther);
        QCOMPARE(rig.decisions(before),
                 QStringList{QStringLiteral("entry ENTRY take 14@70200 sent")});
    }

    void everyRowOfTheScreeningIsFoundByItsOwnSymbol()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        list(rig, kOther);
        both(rig);
        for (const domain::Symbol& symbol : {kStock, kOther}) {
            rig.apply(domain::SelectSymbol{symbol});
            QVERIFY(rig.rules()->why.row && rig.rules()->why.row->symbol == symbol);
            QVERIFY(!rig.rules()->why.excluded);
            QCOMPARE(rig.rules()->names->at(symbol),
                     QStringLiteral("name of %1").arg(symbol.toString()));
        }
    }

    void whatTheScreeningLeavesOutSaysWhy()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        list(rig, kOther, domain::InstrumentFlag::Administrative);
        both(rig);
        rig.apply(domain::SelectSymbol{kOther});
        QVERIFY(rig.rules()->why.excluded == domain::ScreenReason::Administrative);
        QVERIFY(!rig.rules()->why.row);
        rig.apply(domain::SelectSymbol{kStock});
        QVERIFY(!rig.rules()->why.excluded);
    }

    void aPositionWithoutATradeSinceTheStartIsShownAllTheSame()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        list(rig, kOther);
        both(rig);
        strong(rig, kOther);
        rig.fill(QString::number(99 + rig.broker.size()), 14, 70'100);
        rig.pass(6s);
        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = rig.ledger},
            {},
            0,
            noWaves};
        const auto held = [&again] {
            const domain::RulesViewPtr rules = again.rules();
            return rules->positions.empty() ? domain::RuledPosition{} : rules->positions.front();
        };
        QVERIFY(held().symbol == kOther);
        // What was paid gives a stop; where it stood before is not known.
        QVERIFY(held().path && held().path->size() == 1U);
        QCOMPARE(held().depthNow, domain::Percent{});
        QVERIFY(!held().marks.trail.peak);
        // Without a peak there is none to raise.
        domain::MinuteBarsReply reply;
        reply.symbol = kOther;
        reply.ok = true;
        reply.bars.emplace_back();
        reply.bars.back().startMinute = static_cast<std::int32_t>(
            TradingRig::at(9, 40).time_since_epoch() / std::chrono::minutes{1});
        reply.bars.back().high = 79'000;
        again.apply(reply);
        QVERIFY(!held().marks.trail.peak);
        // What the hand made is not known before there is a price.
        again.apply(domain::MoveStop{kOther, domain::Price::fromWon(60'000)});
        QCOMPARE(again.rules()->shadows.size(), 1U);
        QCOMPARE(again.rules()->shadows.front().handPnl, domain::Won{});
    }

    void aLegOfTheRunBeforeHasNoDepthWithoutAPrice()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        list(rig, kOther);
        both(rig);
        strong(rig, kOther);
        rig.fill(QString::number(99 + rig.broker.size()), 14, 70'100);
        rig.pass(6s);
        rig.trade(71'600, 1'000, kOther);
        rig.pass(6s);
        TradingRig again{
            domain::EnvironmentKind::Sim,
            {.health = core::orders::LedgerHealth::Good, .problem = {}, .records = rig.ledger},
            {},
            0,
            noWaves};
        const domain::RuledPosition held = again.rules()->positions.front();
        QVERIFY(held.symbol == kOther);
        QVERIFY(held.marks.pattern.high.won() > 0);
        QCOMPARE(held.depthNow, domain::Percent{});
    }

    void anIssueWithoutLimitsIsNotBought()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        list(rig, kOther);
        both(rig);
        auto table = std::make_shared<domain::InstrumentTable>();
        domain::Instrument bare;
        bare.symbol = kOther;
        bare.previousVolume = domain::Quantity{20'000'000};
        table->bySymbol.emplace(kOther, bare);
        rig.apply(domain::InstrumentsPtr{table});
        const std::size_t before = rig.rules()->decisions->size();
        strong(rig, kOther);
        QVERIFY2(rig.decisions(before).join(u';').contains(QStringLiteral("limit_up?")),
                 qPrintable(rig.decisions(before).join(u';')));
    }

    void whatIsOfAnotherSortIsNoWave_data()
    {
        QTest::addColumn<bool>("filled");
        QTest::newRow("an order") << false;
        QTest::newRow("a position") << true;
    }
    void whatIsOfAnotherSortIsNoWave()
    {
        QFETCH(bool, filled);
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, [](core::config::Config& config) {
                           config.entry.enabled = false;
                           config.screener.watchList = {kStock.toString(), kOther.toString()};
                       }};
        list(rig, kOther);
        if (filled) {
            rig.hold(1);
        } else {
            rig.buy(1, 69'900);
        }
        QCOMPARE(rig.last().code, QString{});
        QCOMPARE(rig.posts.size(), 1U);
        constexpr std::array<std::int64_t, 6> kSwing{70'000, 70'300, 70'600,
                                                     70'900, 70'600, 70'300};
        for (std::size_t turn = 0; turn < 400 && rig.posts.size() < 2; ++turn) {
            rig.pass(1s);
            const std::int64_t price = kSwing.at(turn % kSwing.size());
            rig.quote(price, price + 100, kOther);
            rig.trade(price, 1'000, kOther);
            rig.answerLists();
        }
        QCOMPARE(rig.posts.size(), 2U);
        QCOMPARE(rig.posts.back().request.rule, QStringLiteral("WAVE"));
        QVERIFY(rig.posts.back().request.symbol == kOther);
    }

    /// What was eligible yesterday is not before this day's first screening, and what was refused
    /// is told again.
    void aNewDayBeginsWithoutAScreening()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        quiet(rig);
        rig.trade(70'000, 1'000);
        QVERIFY(!told(rig).isEmpty());
        const QString last = told(rig).back();
        const std::size_t before = rig.rules()->decisions->size();
        rig.now = domain::fromKst(*domain::parseDate(u"2025-09-03"), domain::timeOfDay(9, 25, 31));
        rig.trade(70'100, 20'000);
        QCOMPARE(told(rig, before), QStringList{});
        rig.apply(domain::SelectSymbol{kStock});
        QVERIFY(outcomeOf(rig.rules()->why, "screen") == domain::CheckOutcome::Insufficient);
    }

    void aNewDayRecordsItsRefusalsAnew()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves};
        const auto firstRefusal = [&rig](std::size_t from) {
            for (int minute = 0; minute < 20 && told(rig, from).isEmpty(); ++minute) {
                const domain::Timestamp next = std::chrono::ceil<std::chrono::minutes>(rig.now);
                rig.pass(next + 1s - rig.now);
                rig.quote(70'000, 70'100);
                rig.trade(70'000, 10'000);
                rig.answerLists();
            }
            return told(rig, from);
        };
        QCOMPARE(firstRefusal(0).size(), 1);  // The account is not known yet.
        QCOMPARE(firstRefusal(rig.rules()->decisions->size()).size(), 1);
        // The gate is closed at the end of this day as it is at the begin of the next.
        domain::FeedFigures lost;
        lost.state = domain::FeedState::Waiting;
        rig.apply(lost);
        rig.now = std::chrono::ceil<std::chrono::minutes>(rig.now) + 1s;
        rig.tick();
        rig.quote(70'000, 70'100);
        rig.trade(70'000, 10'000);
        const QStringList last = told(rig).mid(told(rig).size() - 1);
        const std::size_t before = rig.rules()->decisions->size();
        rig.nextMorning();
        QCOMPARE(firstRefusal(before), last);
    }

    /// "Not known yet" is another word than "no".
    void beforeTheFirstScreeningItsAgeIsNotKnown()
    {
        TradingRig rig{domain::EnvironmentKind::Sim, {}, {}, 0, noWaves, -40min};
        rig.apply(domain::SelectSymbol{kStock});
        const domain::WhyView why = rig.rules()->why;
        QVERIFY(!why.screened);
        QVERIFY(outcomeOf(why, "screen") == domain::CheckOutcome::Insufficient);
    }

    void oneWaveAtATimeAlsoWhileItsOrderIsOnItsWay()
    {
        for (const bool filled : {false, true}) {
            TradingRig rig{
                domain::EnvironmentKind::Sim, {}, {}, 0, [](core::config::Config& config) {
                    config.entry.enabled = false;
                    config.screener.watchList = {kStock.toString(), kOther.toString()};
                }};
            list(rig, kOther);
            for (int index = 0; index < 3; ++index) {
                rig.trade(70'000, 1'000, kOther);  // As many samples as the first has.
            }
            constexpr std::array<std::int64_t, 6> kSwing{70'000, 70'300, 70'600,
                                                         70'900, 70'600, 70'300};
            for (std::size_t turn = 0; turn < 400 && rig.posts.empty(); ++turn) {
                rig.pass(1s);
                rig.answers = filled;
                const std::int64_t price = kSwing.at(turn % kSwing.size());
                for (const domain::Symbol& symbol : {kStock, kOther}) {
                    rig.quote(price, price + 100, symbol);
                    rig.trade(price, 1'000, symbol);
                }
                rig.answerLists();
            }
            QCOMPARE(rig.posts.size(), 1U);
            QVERIFY(rig.posts.front().request.symbol == kStock);
            if (filled) {
                rig.fill(QString::number(99 + rig.broker.size()), 3, 70'100);
                rig.pass(6s);
            }
            const std::size_t before = rig.rules()->decisions->size();
            rig.quote(70'000, 70'100, kOther);
            rig.trade(70'000, 1'000, kOther);
            const QStringList told = rig.decisions();
            QVERIFY2(told.filter(QStringLiteral("wave WAVE refuse"))
                         .last()
                         .contains(QStringLiteral("positions")),
                     qPrintable(told.mid(static_cast<qsizetype>(before) - 2).join(u'\n')));
            QCOMPARE(rig.posts.size(), 1U);
        }
    }
};

QTEST_GUILESS_MAIN(TestRuleEntries)
#include "tst_rule_entries.moc"
