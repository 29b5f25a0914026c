// What the desk tells of the day: trades to the won, the account every 10 s, bars, decisions; and
// that a restart tells the same trades again.

#include "core/domain/day_summary.h"
#include "tests/core/desk/trading_rig.h"

#include <QTest>

using test::kStock;
using test::TradingRig;
namespace domain = core::domain;
using namespace std::chrono_literals;

namespace
{
template <typename What>
std::vector<What> all(const TradingRig& rig)
{
    std::vector<What> out;
    for (const core::desk::Remember& one : rig.news) {
        if (const What* what = std::get_if<What>(&one)) {
            out.push_back(*what);
        }
    }
    return out;
}

void tradeAt(TradingRig& rig, std::int64_t price, std::int64_t quantity = 1'000)
{
    rig.quote(price, price + 100);
    rig.trade(price, quantity);
    rig.answerLists();
}

void enter(TradingRig& rig, std::int64_t shares)
{
    rig.apply(domain::PlaceOrder{{.symbol = kStock,
                                  .side = domain::Side::Buy,
                                  .quantity = domain::Quantity{shares},
                                  .price = domain::Price::fromWon(70'100),
                                  .origin = domain::OrderOrigin::Entry,
                                  .rule = QStringLiteral("ENTRY")}});
    rig.carryOut();
    QVERIFY2(!rig.broker.empty(), qPrintable(rig.last().code));
    rig.fill(QString::number(99 + rig.broker.size()), shares, 70'100);
    rig.pass(6s);
}

const domain::Symbol kOther = *domain::Symbol::parse(u"000660");

/// The list of issues has two.
void listTwo(TradingRig& rig)
{
    auto table = std::make_shared<domain::InstrumentTable>();
    for (const domain::Symbol& symbol : {kStock, kOther}) {
        domain::Instrument one;
        one.symbol = symbol;
        one.name = symbol == kOther ? QStringLiteral("other") : QStringLiteral("삼성전자");
        one.reference = domain::Price::fromWon(70'000);
        one.previousVolume = domain::Quantity{20'000'000};
        table->bySymbol.emplace(symbol, one);
    }
    rig.apply(domain::InstrumentsPtr{table});
    for (const domain::Stream stream : {domain::Stream::Trade, domain::Stream::Quote}) {
        rig.apply(domain::RegistrationChanged{{stream, kOther}, true});
    }
}

/// The day is settled, and the broker takes its commissions and taxes.
void settleCosts(TradingRig& rig)
{
    rig.apply(domain::SettleDay{});
    rig.cash = rig.cash - all<domain::DayRecord>(rig).back().costs;
}

core::orders::LedgerContent left(const TradingRig& rig)
{
    core::orders::LedgerContent found;
    found.records = rig.ledger;
    return found;
}

domain::Bar bar(int hour, int minute, std::int32_t high, std::int32_t low)
{
    domain::Bar out;
    out.startMinute =
        static_cast<std::int32_t>(TradingRig::at(hour, minute).time_since_epoch() / 1min);
    out.open = out.close = 70'200;
    out.high = high;
    out.low = low;
    out.volume = 5;
    return out;
}

/// Bought at 70,100, up to 70,400 and down to 68,600, where S1 sells; the rig fills sales at
/// 70,000.
void tradeOnce(TradingRig& rig)
{
    enter(rig, 10);
    tradeAt(rig, 70'400);
    tradeAt(rig, 69'900);
    tradeAt(rig, 68'600);
    rig.pass(6s);
}
}  // namespace

class TestDayBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTradeIsToldToTheWon()
    {
        TradingRig rig;
        tradeOnce(rig);

        const auto trades = all<domain::TradeRecord>(rig);
        QCOMPARE(trades.size(), 1U);
        const domain::TradeRecord& trade = trades.front();
        QCOMPARE(trade.date, *domain::parseDate(u"2025-09-02"));
        QCOMPARE(trade.number, 1U);
        QCOMPARE(trade.symbol, kStock);
        QCOMPARE(trade.name, QStringLiteral("삼성전자"));
        QVERIFY(trade.owner == domain::PositionOwner::Base);
        QCOMPARE(trade.entryRule, QStringLiteral("ENTRY"));
        QCOMPARE(trade.exitRule, QStringLiteral("S1"));
        QCOMPARE(trade.bought.shares(), 10);
        QCOMPARE(trade.sold.shares(), 10);
        QCOMPARE(trade.buyAmount.value(), 701'000);
        QCOMPARE(trade.sellAmount.value(), 700'000);
        // floor(701,000 x 0.0140527 %) + floor(700,000 x 0.0140527 %); floor(700,000 x 0.15 %).
        QCOMPARE(trade.fees.value(), 98 + 98);
        QCOMPARE(trade.taxes.value(), 1'050);
        QCOMPARE(trade.net().value(), -1'000 - 196 - 1'050);
        QCOMPARE(trade.highest.won(), 70'400);
        QCOMPARE(trade.lowest.won(), 68'600);
        QVERIFY(trade.openedAt < trade.closedAt);
        QVERIFY(!trade.overridden);
        QVERIFY(!trade.added);
        QVERIFY(!trade.carried);
        QCOMPARE(trade.fills.size(), 2U);
        QCOMPARE(trade.fills.back().deciding.won(), 68'600);
        QVERIFY(trade.atEntry.spread.has_value());
        QCOMPARE(*trade.atEntry.bidShare, 500'000'000);
        QCOMPARE(*trade.atEntry.momentum3, 0);
        QVERIFY(*trade.atExit.momentum3 < 0);
        QCOMPARE(trade.configHash, QStringLiteral("frozen"));
    }

    void aRestartTellsTheSameTradesAgain()
    {
        TradingRig first;
        tradeOnce(first);
        domain::TradeRecord before = all<domain::TradeRecord>(first).front();

        core::orders::LedgerContent found;
        found.records = first.ledger;
        TradingRig second{domain::EnvironmentKind::Sim, found};
        const auto again = all<domain::TradeRecord>(second);
        QCOMPARE(again.size(), 1U);
        // Extremes come from minute bars then, and the rig's morning is not that of the first run.
        domain::TradeRecord after = again.front();
        before.highest = after.highest = {};
        before.lowest = after.lowest = {};
        before.name = after.name;
        QVERIFY(before == after);
    }

    void anOpenPositionCrossesARestart()
    {
        TradingRig first;
        enter(first, 10);
        core::orders::LedgerContent found;
        found.records = first.ledger;
        TradingRig second{domain::EnvironmentKind::Sim, found};
        second.broker = first.broker;
        second.cash = first.cash;
        second.now = first.now;
        second.pass(6s);
        tradeAt(second, 68'600);
        second.pass(6s);
        const auto trades = all<domain::TradeRecord>(second);
        QCOMPARE(trades.size(), 1U);
        QCOMPARE(trades.front().buyAmount.value(), 701'000);
        QCOMPARE(trades.front().fills.size(), 2U);
        QCOMPARE(trades.front().lowest.won(), 68'600);
    }

    void theExtremesAreThoseSeenWhileItWasHeld()
    {
        TradingRig rig;
        tradeAt(rig, 79'000);  // Before.
        tradeAt(rig, 70'000);
        enter(rig, 1);
        tradeAt(rig, 70'400);
        tradeAt(rig, 69'900);
        tradeAt(rig, 70'200);
        rig.trade(60'000, 1'000, *domain::Symbol::parse(u"000660"));  // Another issue.
        rig.sell(1, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 1, 70'000);
        rig.pass(6s);
        tradeAt(rig, 78'000);  // After.
        tradeAt(rig, 70'000);
        enter(rig, 10);
        tradeAt(rig, 70'300);
        rig.sell(10, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 10, 70'000);
        rig.pass(6s);

        const auto trades = all<domain::TradeRecord>(rig);
        QCOMPARE(trades.size(), 2U);
        QCOMPARE(trades[0].highest.won(), 70'400);
        QCOMPARE(trades[0].lowest.won(), 69'900);
        QCOMPARE(trades[1].number, 2U);
        QCOMPARE(trades[1].highest.won(), 70'300);
        QCOMPARE(trades[1].lowest.won(), 70'300);
        QVERIFY(trades[0].openedAt < trades[0].closedAt);
        QVERIFY(trades[1].openedAt > trades[0].closedAt);
        QCOMPARE(trades[1].openedAt, trades[1].fills.front().at);
    }

    void theDaySaysWhatIsHeld()
    {
        TradingRig rig;
        enter(rig, 10);
        tradeAt(rig, 70'600);
        rig.apply(domain::SettleDay{});
        domain::DayRecord wanted;
        wanted.date = *domain::parseDate(u"2025-09-02");
        wanted.configHash = QStringLiteral("frozen");
        wanted.startEquity = domain::Won{10'000'000};
        wanted.endEquity = domain::Won{10'000'000 - 701'000 - 98 + 706'000};
        wanted.costs = domain::Won{98};
        domain::OpenRecord& open = wanted.open.emplace_back();
        open.symbol = kStock;
        open.name = QStringLiteral("삼성전자");
        open.owner = domain::PositionOwner::Base;
        open.quantity = domain::Quantity{10};
        open.cost = domain::Won{701'000};
        open.fees = domain::Won{98};
        open.value = domain::Won{706'000};
        wanted.recordedFrom = TradingRig::at(8, 55);
        wanted.recordedUntil = rig.now;
        const domain::DayRecord head = all<domain::DayRecord>(rig).back();
        QCOMPARE(head.endEquity->value(), wanted.endEquity->value());
        QCOMPARE(head.open.size(), 1U);
        QVERIFY(head.open.front() == open);
        QCOMPARE(head.costs, wanted.costs);
        QCOMPARE(head.recordedFrom, wanted.recordedFrom);
        QVERIFY(head == wanted);
        QCOMPARE(all<domain::MinuteMetrics>(rig).back().equity, *head.endEquity);

        rig.sell(9, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 9, 70'000);
        rig.pass(6s);
        rig.apply(domain::SettleDay{});
        const domain::OpenRecord rest = all<domain::DayRecord>(rig).back().open.front();
        QCOMPARE(rest.quantity.shares(), 1);
        QVERIFY(rest.realizedToday.value() < 0);
        rig.sell(1, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 1, 70'000);
        rig.pass(6s);
        rig.apply(domain::SettleDay{});
        QVERIFY(all<domain::DayRecord>(rig).back().open.empty());
    }

    void aNewDayBeginsARecordOfItsOwn()
    {
        TradingRig rig;
        domain::FeedFigures lost;
        lost.state = domain::FeedState::Waiting;
        rig.apply(lost);
        rig.now += 12s;
        rig.feed();
        const domain::Timestamp next =
            domain::fromKst(*domain::parseDate(u"2025-09-03"), domain::timeOfDay(8, 55));
        rig.now = next;
        rig.tick();
        rig.apply(domain::SettleDay{});
        const domain::DayRecord day = all<domain::DayRecord>(rig).back();
        QCOMPARE(day.date, *domain::parseDate(u"2025-09-03"));
        QCOMPARE(day.recordedFrom, next);
        QVERIFY(day.gaps.empty());  // That was yesterday.
    }

    void aLineLostOverNightIsAGapOfTheDayFromItsBegin()
    {
        TradingRig rig;
        domain::FeedFigures lost;
        lost.state = domain::FeedState::Waiting;
        rig.apply(lost);
        const domain::Timestamp next =
            domain::fromKst(*domain::parseDate(u"2025-09-03"), domain::timeOfDay(8, 55));
        rig.now = next;
        rig.tick();
        rig.now += 12s;
        rig.feed();
        rig.apply(domain::SettleDay{});
        const auto gaps = all<domain::DayRecord>(rig).back().gaps;
        QCOMPARE(gaps.size(), 1U);
        QCOMPARE(gaps.front().from, next);
        QCOMPARE(gaps.front().to, next + 12s);
    }

    void aHandInARulesPositionIsAnOverride()
    {
        TradingRig rig;
        enter(rig, 10);
        rig.sell(10, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 10, 70'000);
        rig.pass(6s);
        QCOMPARE(all<domain::TradeRecord>(rig).size(), 1U);
        QVERIFY(all<domain::TradeRecord>(rig).front().overridden);
        QCOMPARE(all<domain::TradeRecord>(rig).front().exitRule, QStringLiteral("HAND"));
    }

    void anInterventionCarriesWhatTheRulesMadeOfIt()
    {
        TradingRig rig;
        enter(rig, 10);
        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(6s);
        tradeAt(rig, 68'600);  // Where S1 would have sold.
        rig.apply(domain::SettleDay{});
        const auto results = all<domain::DayRecord>(rig).back().interventions;
        QCOMPARE(results.size(), 1U);
        QVERIFY(results.front().what.kind == domain::InterventionKind::HandSale);
        QVERIFY(results.front().shadowPnl && results.front().handPnl);
        QVERIFY(*results.front().shadowPnl < *results.front().handPnl);
    }

    /// It concerns no symbol, and parts the paths of all that is held.
    void theMasterSwitchCarriesWhatAllPathsCameTo()
    {
        TradingRig rig;
        enter(rig, 10);
        rig.apply(domain::SetMaster{domain::AutoState::Off});
        tradeAt(rig, 68'600);
        rig.apply(domain::SettleDay{});
        const auto results = all<domain::DayRecord>(rig).back().interventions;
        QCOMPARE(results.size(), 1U);
        QVERIFY(results.front().what.kind == domain::InterventionKind::Master);
        QVERIFY(results.front().shadowPnl && results.front().shadowPnl->value() < 0);
        QVERIFY(results.front().handPnl && results.front().handPnl->value() < 0);
    }

    void onlyTheFirstInterventionOfAPositionCarriesTheDifference()
    {
        TradingRig rig;
        enter(rig, 10);
        rig.apply(domain::MoveStop{kStock, domain::Price::fromWon(60'000)});
        rig.pass(1s);
        rig.apply(domain::SellPosition{kStock, 100});
        rig.pass(6s);
        rig.apply(domain::SettleDay{});
        const auto results = all<domain::DayRecord>(rig).back().interventions;
        QCOMPARE(results.size(), 2U);
        QVERIFY(results[0].what.kind == domain::InterventionKind::StopMoved);
        QVERIFY(results[0].shadowPnl && results[0].handPnl);
        QVERIFY(!results[1].shadowPnl && !results[1].handPnl);
    }

    void theAccountIsSampledEveryTenSeconds()
    {
        TradingRig rig;
        rig.now = TradingRig::at(9, 12, 59);
        rig.tick();
        rig.news.clear();
        rig.pass(62s);
        const auto samples = all<domain::MinuteMetrics>(rig);
        QCOMPARE(samples.size(), 7U);  // 13:00, 13:10, ... 14:00
        QCOMPARE(samples[0].minute, TradingRig::at(9, 13));
        QCOMPARE(samples[0].samples, 1);
        QCOMPARE(samples[5].minute, TradingRig::at(9, 13));
        QCOMPARE(samples[5].samples, 6);
        QCOMPARE(samples[6].minute, TradingRig::at(9, 14));
        QCOMPARE(samples[6].samples, 1);
        QCOMPARE(samples[6].equity.value(), 10'000'000);
        QCOMPARE(samples[6].startEquity.value(), 10'000'000);
        QCOMPARE(all<domain::DayRecord>(rig).size(), 2U);  // At 13:00 and 14:00.
    }

    void aMinuteKnowsItsTradesItsRefusalsAndItsRange()
    {
        TradingRig rig;
        rig.hold(10);
        rig.sell(10, 70'900);
        rig.fill(QString::number(99 + rig.broker.size()), 10, 70'900);
        rig.pass(6s);
        rig.hold(5);
        settleCosts(rig);
        rig.refuse = domain::RejectReason::Cash;
        rig.buy(1, 70'000);
        QVERIFY2(rig.last().state == domain::OrderState::Rejected, qPrintable(rig.last().code));
        rig.refuse.reset();
        rig.buy(1'000, 70'000);
        QVERIFY(rig.last().state == domain::OrderState::Denied);
        rig.pass(std::chrono::ceil<std::chrono::minutes>(rig.now) - rig.now - 1s);
        rig.news.clear();
        for (const std::int64_t price : {70'300, 70'600, 70'100, 70'200}) {
            tradeAt(rig, price);
            rig.pass(10s);
        }
        const domain::MinuteMetrics last = all<domain::MinuteMetrics>(rig).back();
        QCOMPARE(last.samples, 4);
        QCOMPARE(last.trades, 1);
        QCOMPARE(last.wins, 1);
        QCOMPARE(last.positions, 1);
        QCOMPARE(last.rejects, 2);
        // The range is that of its samples, and so is the largest fall.
        domain::Won lowest = last.equity;
        domain::Won highest = last.equity;
        domain::Won fall;
        for (const domain::MinuteMetrics& one : all<domain::MinuteMetrics>(rig)) {
            QCOMPARE(one.minute, last.minute);
            lowest = std::min(lowest, one.equity);
            highest = std::max(highest, one.equity);
            fall = std::max(fall, one.runningMax - one.equity);
        }
        QCOMPARE(last.equityMin.value(), lowest.value());
        QCOMPARE(last.equityMax.value(), highest.value());
        QCOMPARE(last.drawdown.value(), fall.value());
        QVERIFY(lowest < last.equity && last.equity < highest);
        QVERIFY(last.drawdown > last.runningMax - last.equity);
    }

    void aWinIsWhatIsMoreThanNothing()
    {
        TradingRig rig;
        // Of 70,223: 9 of commission and 105 of tax, and 9 of the purchase.
        for (const auto& [price, wins] : {std::pair{70'223, 0}, std::pair{70'224, 1}}) {
            rig.hold(1);
            rig.sell(1, 70'000);
            rig.fill(QString::number(99 + rig.broker.size()), 1, price);
            rig.pass(6s);
            QCOMPARE(all<domain::TradeRecord>(rig).back().net().value(), wins);
            rig.apply(domain::SettleDay{});
            QCOMPARE(all<domain::MinuteMetrics>(rig).back().wins, wins);
            QCOMPARE(all<domain::MinuteMetrics>(rig).back().positions, 0);
        }
    }

    /// Also of what is decided in the same event.
    void theDayIsSettledAfterWhatWasDecided()
    {
        TradingRig rig;
        for (const int minute : {57, 58}) {
            rig.now = TradingRig::at(14, minute, 1);
            tradeAt(rig, 70'000, 10'000);
        }
        rig.pass(1s);
        enter(rig, 10);
        const domain::Timestamp end = TradingRig::at(15, 14, 59);
        while (rig.now < end) {
            tradeAt(rig, 70'900);
            rig.pass(std::min<std::chrono::milliseconds>(50s, end - rig.now));
        }
        rig.news.clear();
        rig.now = TradingRig::at(15, 15);  // Its step sells everything.
        rig.apply(domain::SettleDay{});
        QVERIFY(!all<std::shared_ptr<const domain::Decision>>(rig).empty());
        QVERIFY(std::holds_alternative<domain::DayRecord>(rig.news.back()));
    }

    void aClosedTradeBringsTheDaysHeadAtOnce()
    {
        TradingRig rig;
        rig.hold(10);
        while (domain::kstTimeOfDay(rig.now) % 1min < 5s) {
            rig.pass(1s);
        }
        rig.news.clear();
        rig.buy(1, 69'900);
        rig.pass(2s);
        QVERIFY(all<domain::DayRecord>(rig).empty());  // An order alone is no news.
        rig.sell(10, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 10, 70'000);
        rig.pass(6s);
        QCOMPARE(all<domain::TradeRecord>(rig).size(), 1U);
        QCOMPARE(all<domain::DayRecord>(rig).size(), 1U);
        QVERIFY(all<domain::DayRecord>(rig).front().open.empty());
    }

    void aFallFromTheMaximumIsItsDrawdown()
    {
        TradingRig rig;
        enter(rig, 10);
        rig.pass(10s);
        tradeAt(rig, 70'600);
        rig.pass(10s);
        tradeAt(rig, 70'300);
        rig.pass(10s);
        const domain::MinuteMetrics last = all<domain::MinuteMetrics>(rig).back();
        QCOMPARE(last.runningMax - last.equity, domain::Won{3'000});
        QCOMPARE(last.drawdown, domain::Won{3'000});
        QCOMPARE(last.positions, 1);
        QCOMPARE(last.orders, 1);
    }

    void barsAreToldOnceAMinuteAndAtTheEnd()
    {
        TradingRig rig;
        for (const auto& some : all<std::vector<domain::StoredBar>>(rig)) {
            QVERIFY(!some.empty());  // Before the open there are none to tell.
        }
        rig.news.clear();
        rig.now = TradingRig::at(9, 12, 30);
        tradeAt(rig, 70'300);
        rig.pass(40s);
        std::vector<domain::StoredBar> bars;
        for (const auto& some : all<std::vector<domain::StoredBar>>(rig)) {
            bars.insert(bars.end(), some.begin(), some.end());
        }
        QVERIFY(!bars.empty());
        QCOMPARE(bars.back().symbol, kStock);
        QCOMPARE(bars.back().bar.start(), TradingRig::at(9, 12));
        QCOMPARE(bars.back().bar.close, 70'300);

        rig.news.clear();
        tradeAt(rig, 70'400);
        rig.apply(domain::SettleDay{});
        const auto last = all<std::vector<domain::StoredBar>>(rig);
        QCOMPARE(last.size(), 1U);
        QCOMPARE(last.front().back().bar.start(), TradingRig::at(9, 13));
        const auto head = all<domain::DayRecord>(rig);
        QCOMPARE(head.size(), 1U);
        QCOMPARE(head.front().endEquity, std::optional{domain::Won{10'000'000}});
        QVERIFY(head.front().trades.empty());
    }

    void barsOfTheLastThreeMinutesAreToldAgain()
    {
        TradingRig rig;
        for (int minute = 12; minute < 16; ++minute) {
            rig.now = TradingRig::at(9, minute, 30);
            rig.tick();
            tradeAt(rig, 70'000 + minute * 100);
        }
        rig.now = TradingRig::at(9, 15, 59);
        rig.tick();
        rig.news.clear();
        rig.pass(1s);
        const auto told = all<std::vector<domain::StoredBar>>(rig);
        QCOMPARE(told.size(), 1U);
        QCOMPARE(told.front().size(), 3U);
        QCOMPARE(told.front().front().bar.start(), TradingRig::at(9, 13));
        QCOMPARE(told.front().back().bar.start(), TradingRig::at(9, 15));
        // A day that is settled on the minute has the bar that begins with it.
        rig.news.clear();
        rig.trade(70'900, 10);
        rig.apply(domain::SettleDay{});
        QCOMPARE(all<std::vector<domain::StoredBar>>(rig).front().back().bar.start(),
                 TradingRig::at(9, 16));
    }

    void barsThatWereAskedForAreTold()
    {
        TradingRig rig;
        domain::MinuteBarsReply reply;
        reply.symbol = kStock;
        reply.ok = true;
        domain::Bar one;
        one.startMinute =
            static_cast<std::int32_t>(TradingRig::at(8, 58).time_since_epoch() / 1min);
        one.startMinute += 3;
        one.open = one.high = one.low = one.close = 70'700;
        one.volume = 5;
        reply.bars = {one};
        rig.news.clear();
        rig.apply(reply);
        QCOMPARE(all<std::vector<domain::StoredBar>>(rig).size(), 1U);
        rig.news.clear();
        reply.symbol = *domain::Symbol::parse(u"000660");
        reply.bars.clear();
        rig.apply(reply);
        QVERIFY(all<std::vector<domain::StoredBar>>(rig).empty());
    }

    void everyDecisionIsToldOnce()
    {
        TradingRig rig;
        tradeOnce(rig);
        const auto told = all<std::shared_ptr<const domain::Decision>>(rig);
        QVERIFY(!told.empty());
        std::uint64_t number = 0;
        for (const auto& one : told) {
            QCOMPARE(one->number, ++number);
        }
        QCOMPARE(number, rig.rules()->decisions->back()->number);
    }

    void aLostLineIsAGap()
    {
        TradingRig rig;
        domain::FeedFigures lost;
        lost.state = domain::FeedState::Waiting;
        const domain::Timestamp from = rig.now;
        rig.apply(lost);
        rig.now += 12s;
        rig.feed();
        rig.now += 5s;
        rig.apply(domain::SettleDay{});
        const auto gaps = all<domain::DayRecord>(rig).back().gaps;
        QCOMPARE(gaps.size(), 1U);
        QCOMPARE(gaps.front().cause, QStringLiteral("feed"));
        QCOMPARE(gaps.front().from, from);
        QCOMPARE(gaps.front().to, from + 12s);
        // A second one that has not ended yet lasts until now.
        rig.apply(lost);
        const domain::Timestamp again = rig.now;
        rig.now += 3s;
        rig.apply(domain::SettleDay{});
        const auto both = all<domain::DayRecord>(rig).back().gaps;
        QCOMPARE(both.size(), 2U);
        QCOMPARE(both.front().to, from + 12s);
        QCOMPARE(both.back().from, again);
        QCOMPARE(both.back().to, again + 3s);
        QCOMPARE(both.back().cause, QStringLiteral("feed"));
    }

    /// Money that was in yesterday's shares is in the start equity: the day's change of what is
    /// held is its worth now less what it was carried at and what was added to it today.
    void whatIsHeldOvernightIsCarried()
    {
        TradingRig rig;
        enter(rig, 10);
        rig.apply(domain::SetMaster{domain::AutoState::Off});  // Its time is out by morning.
        settleCosts(rig);
        QCOMPARE(all<domain::DayRecord>(rig).back().open.front().carried, domain::Won{});
        rig.nextMorning();
        rig.apply(domain::SettleDay{});
        const domain::DayRecord morning = all<domain::DayRecord>(rig).back();
        QCOMPARE(morning.startEquity->value(), 10'000'000 - 701'000 - 98 + 700'000);
        QCOMPARE(morning.open.size(), 1U);
        QCOMPARE(morning.open.front().carried, domain::Won{700'000});

        rig.buy(2, 70'100);
        rig.fill(QString::number(99 + rig.broker.size()), 2, 70'100);
        rig.pass(6s);
        rig.sell(4, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 4, 70'500);
        rig.pass(6s);
        tradeAt(rig, 70'600);
        rig.apply(domain::SettleDay{});
        const domain::DayRecord day = all<domain::DayRecord>(rig).back();
        QCOMPARE(day.open.size(), 1U);
        const domain::OpenRecord& open = day.open.front();
        QCOMPARE(open.quantity.shares(), 8);
        QVERIFY(open.realizedToday.value() > 0);
        // Bought for 140,200 and 19; sold for 282,000 less 39 and 423.
        QCOMPARE(open.carried - open.realizedToday,
                 domain::Won{700'000 + 140'200 + 19 - (282'000 - 39 - 423)});
        QCOMPARE(domain::dayResult(open), *day.endEquity - *day.startEquity);

        rig.sell(8, 70'500);
        rig.fill(QString::number(99 + rig.broker.size()), 8, 70'500);
        rig.pass(6s);
        const auto trades = all<domain::TradeRecord>(rig);
        QCOMPARE(trades.size(), 1U);
        QCOMPARE(trades.front().number, 1U);
        QCOMPARE(trades.front().carried, std::optional{domain::Won{700'000}});
        QCOMPARE(trades.front().fills.size(), 4U);
    }

    void aNewDayCountsItsTradesAndItsMaximumAnew()
    {
        TradingRig rig;
        enter(rig, 10);
        rig.pass(10s);
        tradeAt(rig, 70'800);
        rig.pass(10s);
        rig.sell(10, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 10, 70'000);
        rig.pass(11s);
        QVERIFY(all<domain::MinuteMetrics>(rig).back().drawdown > domain::Won{});
        settleCosts(rig);
        rig.nextMorning();
        rig.news.clear();
        rig.pass(10s);
        const domain::MinuteMetrics first = all<domain::MinuteMetrics>(rig).front();
        QCOMPARE(first.runningMax, first.startEquity);
        QCOMPARE(first.drawdown, domain::Won{});
        QCOMPARE(first.trades, 0);
        rig.hold(1);
        rig.sell(1, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 1, 70'000);
        rig.pass(6s);
        const auto trades = all<domain::TradeRecord>(rig);
        QCOMPARE(trades.size(), 1U);
        QCOMPARE(trades.front().number, 1U);
    }

    void theExtremesBeforeARestartAreThoseOfWholeMinutes()
    {
        TradingRig first;
        enter(first, 10);  // At 9:11 and some seconds.
        first.apply(domain::SetMaster{domain::AutoState::Off});
        first.carryOut();
        TradingRig second{domain::EnvironmentKind::Sim, left(first), {}, 0, {}, 20min};
        second.broker = first.broker;
        second.cash = first.cash;
        second.balance();
        second.pass(6s);
        domain::MinuteBarsReply reply;
        reply.symbol = kStock;
        reply.ok = true;
        reply.bars = {bar(9, 11, 79'000, 60'000), bar(9, 12, 70'700, 69'900),
                      bar(9, 13, 70'600, 69'300), bar(9, 14, 70'300, 69'500),
                      bar(9, 15, 79'000, 60'000), bar(9, 16, 79'000, 60'000)};
        second.apply(reply);
        second.sell(10, 70'000);
        second.fill(QString::number(99 + second.broker.size()), 10, 70'000);
        second.pass(6s);
        const auto trades = all<domain::TradeRecord>(second);
        QCOMPARE(trades.size(), 1U);
        QCOMPARE(domain::kstTimeOfDay(trades.front().openedAt) / 1min, 9 * 60 + 11);
        QCOMPARE(trades.front().highest.won(), 70'700);
        QCOMPARE(trades.front().lowest.won(), 69'300);
    }

    /// One that closed before this run has the bars until then.
    void theExtremesOfARetoldTradeEndWithIt()
    {
        TradingRig first;
        enter(first, 10);
        first.pass(130s);
        first.sell(10, 70'000);
        first.fill(QString::number(99 + first.broker.size()), 10, 70'000);
        first.pass(6s);
        domain::Event event;
        event.time = TradingRig::at(9, 20);
        domain::MinuteBarsReply reply;
        reply.symbol = kStock;
        reply.ok = true;
        reply.bars = {bar(9, 12, 70'300, 70'200), bar(9, 13, 79'000, 60'000),
                      bar(9, 14, 79'000, 60'000)};
        event.payload = reply;
        core::desk::Desk again{
            TradingRig::options(domain::EnvironmentKind::Sim, left(first), {}, 0)};
        event.number = again.eventsApplied() + 1;
        std::vector<domain::TradeRecord> told;
        for (const core::desk::Effect& effect : again.apply(event)) {
            const auto* news = std::get_if<core::desk::Remember>(&effect);
            if (const auto* trade = news ? std::get_if<domain::TradeRecord>(news) : nullptr) {
                told.push_back(*trade);
            }
        }
        QCOMPARE(told.size(), 1U);
        QCOMPARE(domain::kstTimeOfDay(told.front().closedAt) / 1min, 9 * 60 + 13);
        QCOMPARE(told.front().highest.won(), 70'300);
        QCOMPARE(told.front().lowest.won(), 70'200);
        QVERIFY(told.front().name.isEmpty());  // No list of issues yet.
    }

    /// Only from the fill on, though its order was known before.
    void theExtremesBeginWithTheFirstShare()
    {
        TradingRig rig;
        enter(rig, 1);
        rig.sell(1, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 1, 70'000);
        rig.pass(6s);
        rig.buy(1, 69'000);
        rig.pass(2s);
        tradeAt(rig, 75'000);
        tradeAt(rig, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 1, 69'000);
        rig.pass(6s);
        tradeAt(rig, 70'200);
        rig.sell(1, 70'000);
        rig.fill(QString::number(99 + rig.broker.size()), 1, 70'000);
        rig.pass(6s);
        QCOMPARE(all<domain::TradeRecord>(rig).size(), 2U);
        QCOMPARE(all<domain::TradeRecord>(rig).back().highest.won(), 70'200);
    }

    void eachOfTwoSymbolsHasItsOwn()
    {
        TradingRig rig;
        listTwo(rig);
        rig.apply(domain::SetMaster{domain::AutoState::Off});  // Nothing is sold by itself.
        for (int minute = 12; minute < 24; ++minute) {
            rig.now = TradingRig::at(9, minute, 1);
            for (const domain::Symbol& symbol : {kStock, kOther}) {
                rig.quote(70'000, 70'100, symbol);
                rig.trade(70'000, 10'000, symbol);
            }
        }
        rig.feed();
        rig.answerLists();
        rig.balance();
        rig.pass(6s);
        enter(rig, 10);
        rig.buy(5, 70'100, kOther);
        QCOMPARE(rig.last().code + rig.last().text, QString{});
        rig.fill(QString::number(99 + rig.broker.size()), 5, 70'100);
        rig.pass(6s);
        rig.trade(70'300, 1'000);
        rig.trade(69'800, 1'000);
        rig.trade(70'900, 1'000, kOther);
        rig.trade(70'500, 1'000, kOther);
        rig.apply(domain::SettleDay{});
        QCOMPARE(all<domain::DayRecord>(rig).back().open.size(), 2U);
        QCOMPARE(all<domain::MinuteMetrics>(rig).back().positions, 2);
        const auto bars = all<std::vector<domain::StoredBar>>(rig).back();
        for (const domain::Symbol& symbol : {kStock, kOther}) {
            QVERIFY(std::any_of(bars.begin(), bars.end(),
                                [&symbol](const auto& one) { return one.symbol == symbol; }));
        }
        for (const domain::Symbol& symbol : {kStock, kOther}) {
            rig.sell(symbol == kStock ? 10 : 5, 70'000, symbol);
            rig.fill(QString::number(99 + rig.broker.size()), symbol == kStock ? 10 : 5, 70'000);
            rig.pass(6s);
        }
        const auto trades = all<domain::TradeRecord>(rig);
        QCOMPARE(trades.size(), 2U);
        QCOMPARE(trades[0].symbol, kStock);
        QCOMPARE(trades[0].highest.won(), 70'300);
        QCOMPARE(trades[0].lowest.won(), 69'800);
        QCOMPARE(trades[1].symbol, kOther);
        QCOMPARE(trades[1].highest.won(), 70'900);
        QCOMPARE(trades[1].lowest.won(), 70'500);
        QCOMPARE(trades[1].name, QStringLiteral("other"));
    }

    void missingSharesAreAGapOfTheirSymbol()
    {
        TradingRig rig;
        rig.apply(domain::SettleDay{});
        QVERIFY(all<domain::DayRecord>(rig).back().gaps.empty());
        for (const std::int64_t missing : {1, 499}) {
            rig.miss(missing);
            rig.trade(70'000, 10);
        }
        rig.apply(domain::SettleDay{});
        const auto gaps = all<domain::DayRecord>(rig).back().gaps;
        QCOMPARE(gaps.size(), 1U);
        QCOMPARE(gaps.front().cause, QStringLiteral("volume"));
        QCOMPARE(gaps.front().symbol, kStock);
        QCOMPARE(gaps.front().shares, 500);
        QCOMPARE(gaps.front().from, TradingRig::at(8, 55));
        QCOMPARE(gaps.front().to, rig.now);
    }

    void aMissingShareIsOneToo()
    {
        TradingRig rig;
        rig.miss(1);
        rig.trade(70'000, 10);
        rig.apply(domain::SettleDay{});
        QCOMPARE(all<domain::DayRecord>(rig).back().gaps.size(), 1U);
    }

    void theHeadSaysWhereAndWhatTheGuardDid()
    {
        TradingRig rig{domain::EnvironmentKind::Demo};
        rig.apply(domain::ClockSkew{0ms});
        rig.apply(domain::Arm{});
        enter(rig, 14);
        rig.cash = rig.cash - domain::Won{600'000};
        rig.pass(140s);
        rig.apply(domain::SettleDay{});
        const domain::DayRecord day = all<domain::DayRecord>(rig).back();
        QVERIFY(day.environment == domain::EnvironmentKind::Demo);
        QVERIFY(!day.guard.empty());
        QVERIFY(day.guard == rig.rules()->guard.state.fired);
    }

    void aTradeSaysWhetherItWasTrailedAndAddedTo()
    {
        TradingRig rig;
        enter(rig, 2);
        for (const std::int64_t price : {70'500, 71'000, 71'600}) {
            tradeAt(rig, price);
        }
        rig.apply(domain::OverrideAdd{kStock, domain::AddMode::Approve, QStringLiteral("news")});
        tradeAt(rig, 71'600);
        rig.fill(QString::number(99 + rig.broker.size()), 1, 71'700);
        rig.pass(6s);
        for (const std::int64_t price : {72'500, 73'000, 73'100}) {
            tradeAt(rig, price);
        }
        rig.pass(6s);
        const domain::PositionMarks marks = rig.rules()->positions.front().marks;
        QVERIFY(marks.trail.on);
        QCOMPARE(marks.addQuantity.shares(), 1);
        rig.sell(3, 73'000);
        rig.fill(QString::number(99 + rig.broker.size()), 3, 73'000);
        rig.pass(6s);
        const auto trades = all<domain::TradeRecord>(rig);
        QCOMPARE(trades.size(), 1U);
        QVERIFY(trades.front().added);
        QVERIFY(trades.front().trailed);
        QCOMPARE(trades.front().trailWidth, marks.trail.width);
        QCOMPARE(trades.front().entryRule, QStringLiteral("ENTRY"));  // Not that of the add.
    }
};

QTEST_GUILESS_MAIN(TestDayBook)
#include "tst_day_book.moc"
