// What the rules know of a held symbol, out of the books: quantities, fills, what ends the pattern.

#include "core/config/config_file.h"
#include "core/desk/held_position.h"

#include <QTest>

using namespace std::chrono_literals;
namespace desk = core::desk;
namespace domain = core::domain;
namespace orders = core::orders;
using domain::OrderOrigin;
using domain::PatternOff;
using domain::PatternState;
using domain::Side;

namespace
{
const domain::Symbol kStock = *domain::Symbol::parse(u"005930");
const domain::Symbol kOther = *domain::Symbol::parse(u"000660");
const domain::TradingDate kDay = *domain::parseDate(u"2026-11-24");

domain::Timestamp at(int hour, int minute, int second = 0, int ms = 0)
{
    return domain::fromKst(kDay, domain::timeOfDay(hour, minute, second))
           + std::chrono::milliseconds{ms};
}

/// Books written fact by fact.
struct BooksRig
{
    orders::Books books;
    domain::Timestamp now = at(10, 0);
    core::config::PyramidSection pyramid = core::config::defaultConfig().pyramid;
    desk::HeldPosition held;

    BooksRig() { day(kDay); }

    void day(domain::TradingDate date) { write(orders::DayFact{date}); }
    template <typename Body>
    void write(Body body, const domain::ClientOrderId& order = {})
    {
        const core::base::Status done = books.apply({now, order, std::move(body)});
        Q_ASSERT(done);
    }
    domain::ClientOrderId send(OrderOrigin origin, std::int64_t shares, Side side = Side::Buy,
                               const domain::Symbol& symbol = kStock)
    {
        const domain::ClientOrderId id{books.day(), ++m_event, 0};
        domain::OrderRequest request;
        request.symbol = symbol;
        request.side = side;
        request.quantity = domain::Quantity{shares};
        request.price = domain::Price::fromWon(10'000);
        request.origin = origin;
        const auto purpose =
            side == Side::Buy ? domain::OrderPurpose::Open : domain::OrderPurpose::Reduce;
        write(orders::IntentFact{request, purpose}, id);
        orders::StepFact accept;
        accept.broker = domain::BrokerOrderId::fromWire(QString::number(m_event));
        write(accept, id);
        return id;
    }
    /// `shares` more of an order, at `price`.
    void fill(const domain::ClientOrderId& id, std::int64_t shares, std::int64_t price)
    {
        const domain::Order& order = *books.find(id);
        orders::FillFact fact;
        fact.before = order.filled;
        fact.total = order.filled + domain::Quantity{shares};
        fact.amount = order.filledAmount + domain::Won{shares * price};
        fact.last = fact.total == order.request.quantity;
        write(fact, id);
    }
    void bought(OrderOrigin origin, std::int64_t shares, std::int64_t price)
    {
        fill(send(origin, shares), shares, price);
    }
    void end(const domain::ClientOrderId& id)
    {
        orders::StepFact want;
        want.event = orders::OrderEvent::WantCancel;
        write(want, id);
        orders::StepFact done;
        done.event = orders::OrderEvent::CancelDone;
        done.ended = books.find(id)->remaining();
        write(done, id);
    }

    QString follow()
    {
        QStringList words;
        for (const core::rules::PatternMove& move :
             desk::followBooks(held, books, kStock, now, pyramid)) {
            words << QString{core::rules::toText(move.to)};
        }
        return words.join(u' ');
    }

private:
    std::uint64_t m_event = 0;
};
}  // namespace

class TestHeldPosition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEntryIsWhatItsOrderFilled()
    {
        BooksRig rig;
        const auto id = rig.send(OrderOrigin::Entry, 10);
        rig.fill(id, 4, 10'000);
        QCOMPARE(rig.follow(), QString{});
        QCOMPARE(rig.held.owner, domain::PositionOwner::Base);
        QCOMPARE(rig.held.automation, domain::AutoState::On);
        QVERIFY(!rig.held.marks.entryFinal);
        QVERIFY(rig.held.books.openOrder);
        QCOMPARE(rig.held.marks.entryQuantity, domain::Quantity{4});
        rig.held.marks.trail.peak = domain::Price::fromWon(10'100);
        QCOMPARE(rig.follow(), QString{});
        QVERIFY(rig.held.marks.trail.peak.has_value());  // Nothing new was filled.

        rig.now += 1s;
        rig.fill(id, 6, 10'010);
        QCOMPARE(rig.follow(), QString{});
        QVERIFY(rig.held.marks.entryFinal);
        QVERIFY(!rig.held.books.openOrder);
        QVERIFY(!rig.held.marks.trail.peak);  // The highest trade after the last fill.
        QCOMPARE(rig.held.marks.entryQuantity, domain::Quantity{10});
        QCOMPARE(rig.held.marks.entryCost, domain::Won{100'060});
        QCOMPARE(rig.held.marks.openedAt, at(10, 0));
        QCOMPARE(rig.held.marks.entryFilledAt, at(10, 0, 1));
        QCOMPARE(rig.held.books.held, domain::Quantity{10});
        QCOMPARE(rig.held.books.cost, domain::Won{100'060});
        QVERIFY(!rig.held.books.foreignFills);
        QVERIFY(rig.held.books.automatic);
        QVERIFY(!rig.held.books.guardSells);
        QVERIFY(!rig.held.books.usedToday);
    }

    void aLegIsOfItsOriginItsSymbolAndItsTime()
    {
        BooksRig rig;
        rig.bought(OrderOrigin::Entry, 3, 10'000);
        rig.now += 1s;
        rig.bought(OrderOrigin::Entry, 2, 10'100);
        rig.now += 1s;
        rig.bought(OrderOrigin::Add, 1, 10'200);
        rig.fill(rig.send(OrderOrigin::Entry, 7, Side::Buy, kOther), 7, 5'000);
        const auto leg = [&rig](domain::Timestamp since) {
            return desk::legFills(rig.books, kStock, OrderOrigin::Entry, since);
        };
        QCOMPARE(leg(at(10, 0)), (desk::LegFills{.cost = domain::Won{50'200},
                                                 .quantity = domain::Quantity{5},
                                                 .lastAt = at(10, 0, 1),
                                                 .open = false}));
        QCOMPARE(leg(at(10, 0, 0, 1)).quantity, domain::Quantity{2});
        QCOMPARE(leg(at(10, 0, 1)).quantity, domain::Quantity{2});
        QCOMPARE(leg(at(10, 0, 1, 1)), desk::LegFills{});
        // A sale of the same origin is none; an order without a fill only keeps it open.
        rig.fill(rig.send(OrderOrigin::Entry, 1, Side::Sell), 1, 10'000);
        QCOMPARE(leg(at(10, 0)).quantity, domain::Quantity{5});
        const auto waiting = rig.send(OrderOrigin::Entry, 1);
        QVERIFY(leg(at(10, 0)).open);
        QCOMPARE(leg(at(10, 0)).lastAt, at(10, 0, 1));
        rig.end(waiting);
        QVERIFY(!leg(at(10, 0)).open);
    }

    void theLastFillOfALegIsThatOfAnyOfItsOrders()
    {
        BooksRig rig;
        const auto first = rig.send(OrderOrigin::Entry, 3);
        rig.bought(OrderOrigin::Entry, 2, 10'000);
        rig.now += 1s;
        rig.fill(first, 3, 10'000);
        QCOMPARE(desk::legFills(rig.books, kStock, OrderOrigin::Entry, at(10, 0)).lastAt,
                 at(10, 0, 1));
    }

    void marksOfAnEntryThatTheBooksDoNotHaveStay()
    {
        BooksRig rig;
        rig.write(orders::HoldingFact{kStock, domain::Quantity{10}, domain::Won{100'000},
                                      domain::PositionOwner::Base});
        rig.held.marks.entryQuantity = domain::Quantity{10};
        rig.held.marks.entryCost = domain::Won{99'000};
        rig.held.marks.entryFilledAt = at(9, 30);
        QCOMPARE(rig.follow(), QString{});
        QCOMPARE(rig.held.marks.entryQuantity, domain::Quantity{10});
        QCOMPARE(rig.held.marks.entryCost, domain::Won{99'000});
        QCOMPARE(rig.held.marks.entryFilledAt, at(9, 30));
    }

    void theAddOfAnEarlierDayStays()
    {
        BooksRig rig;
        rig.write(orders::HoldingFact{kStock, domain::Quantity{15}, domain::Won{155'000},
                                      domain::PositionOwner::Base});
        rig.held.marks.addQuantity = domain::Quantity{5};
        rig.held.marks.addCost = domain::Won{55'000};
        rig.held.marks.addFilledAt = at(9, 40);
        (void)rig.follow();
        QCOMPARE(rig.held.marks.addQuantity, domain::Quantity{5});
        QCOMPARE(rig.held.marks.addCost, domain::Won{55'000});
        QCOMPARE(rig.held.marks.addFilledAt, at(9, 40));
    }

    void aWaveHasItsOwnerAndItsChannel()
    {
        desk::HeldPosition held;
        held.owner = domain::PositionOwner::Wave;
        QVERIFY(!held.isWave());
        held.marks.wave = domain::WaveChannel{};
        QVERIFY(held.isWave());
        held.owner = domain::PositionOwner::Base;
        QVERIFY(!held.isWave());
    }

    void theAddOfTheDayIsUsedByItsFirstShare()
    {
        BooksRig rig;
        const auto used = [&rig](const domain::Symbol& symbol) {
            return desk::isAddUsed(rig.books, symbol);
        };
        rig.bought(OrderOrigin::Entry, 10, 10'000);
        QVERIFY(!used(kStock));
        const auto add = rig.send(OrderOrigin::Add, 5);
        QVERIFY(!used(kStock));
        rig.fill(add, 1, 10'200);
        QVERIFY(used(kStock));
        QVERIFY(!used(kOther));
        rig.end(add);
        rig.now += 24h;
        rig.day(*domain::parseDate(u"2026-11-25"));
        QVERIFY(!used(kStock));  // The next day it may again.
    }

    void theAddComesIntoTheMarksAndEndsItsOrder()
    {
        BooksRig rig;
        rig.bought(OrderOrigin::Entry, 10, 10'000);
        rig.follow();
        rig.now += 60s;
        (void)core::rules::patternOrdered(rig.held.marks);
        const auto add = rig.send(OrderOrigin::Add, 5);
        QCOMPARE(rig.follow(), QString{});
        rig.now += 1s;
        rig.fill(add, 2, 10'200);
        QCOMPARE(rig.follow(), QString{});  // Its rest is still there.
        QCOMPARE(rig.held.marks.addQuantity, domain::Quantity{2});
        QVERIFY(rig.held.books.usedToday);
        rig.now += 1s;
        rig.end(add);
        QCOMPARE(rig.follow(), QStringLiteral("added"));
        QCOMPARE(rig.held.marks.addCost, domain::Won{20'400});
        QCOMPARE(rig.held.marks.addFilledAt, at(10, 1, 1));
        QCOMPARE(rig.held.marks.entryQuantity, domain::Quantity{10});
        QCOMPARE(rig.follow(), QString{});  // Used today, and still in the position.
        QCOMPARE(rig.held.marks.pattern.state, PatternState::Added);
    }

    void whatEndsThePatternForGood_data()
    {
        QTest::addColumn<OrderOrigin>("origin");
        QTest::addColumn<int>("shares");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<PatternOff>("off");

        QTest::newRow("nothing") << OrderOrigin::Entry << 10 << true << PatternOff::None;
        QTest::newRow("two shares") << OrderOrigin::Entry << 2 << true << PatternOff::None;
        QTest::newRow("one share") << OrderOrigin::Entry << 1 << true << PatternOff::TooSmall;
        QTest::newRow("disabled") << OrderOrigin::Entry << 10 << false << PatternOff::Disabled;
        QTest::newRow("a wave") << OrderOrigin::Wave << 10 << true << PatternOff::NotPyramided;
        QTest::newRow("by hand") << OrderOrigin::Hand << 10 << true << PatternOff::NotPyramided;
    }
    void whatEndsThePatternForGood()
    {
        QFETCH(OrderOrigin, origin);
        QFETCH(int, shares);
        QFETCH(bool, enabled);
        QFETCH(PatternOff, off);
        BooksRig rig;
        rig.pyramid.enabled = enabled;
        rig.bought(origin, shares, 10'000);

        QCOMPARE(rig.follow(), off == PatternOff::None ? QString{} : QStringLiteral("off"));
        QCOMPARE(rig.held.marks.pattern.off, off);
        QCOMPARE(rig.held.marks.entryQuantity, domain::Quantity{shares});
        QCOMPARE(rig.follow(), QString{});  // Once.
    }

    void aSecondPositionOfTheDayHasNoAdd()
    {
        BooksRig rig;
        rig.bought(OrderOrigin::Entry, 10, 10'000);
        rig.now += 1s;
        rig.bought(OrderOrigin::Add, 5, 10'200);
        rig.now += 1s;
        rig.fill(rig.send(OrderOrigin::Exit, 15, Side::Sell), 15, 10'100);
        rig.now += 600s;
        rig.bought(OrderOrigin::Entry, 10, 10'000);
        QCOMPARE(rig.follow(), QStringLiteral("off"));
        QCOMPARE(rig.held.marks.pattern.off, PatternOff::UsedToday);
        QCOMPARE(rig.held.marks.addQuantity, domain::Quantity{});  // The first one's.
        QCOMPARE(rig.held.marks.entryQuantity, domain::Quantity{10});
    }

    void theHandInAPositionOfTheRulesIsForeign_data()
    {
        QTest::addColumn<OrderOrigin>("origin");
        QTest::addColumn<bool>("sells");
        QTest::addColumn<int>("secondsAfter");
        QTest::addColumn<bool>("foreign");

        QTest::newRow("bought by hand") << OrderOrigin::Hand << false << 1 << true;
        QTest::newRow("sold by hand") << OrderOrigin::Hand << true << 1 << true;
        QTest::newRow("flattened in part") << OrderOrigin::Flatten << true << 1 << true;
        QTest::newRow("at the opening instant") << OrderOrigin::Hand << false << 0 << true;
        QTest::newRow("an exit that filled in part") << OrderOrigin::Exit << true << 1 << false;
    }
    void theHandInAPositionOfTheRulesIsForeign()
    {
        QFETCH(OrderOrigin, origin);
        QFETCH(bool, sells);
        QFETCH(int, secondsAfter);
        QFETCH(bool, foreign);
        BooksRig rig;
        rig.bought(OrderOrigin::Entry, 10, 10'000);
        rig.now += std::chrono::seconds{secondsAfter};
        const auto id = rig.send(origin, 2, sells ? Side::Sell : Side::Buy);
        rig.follow();
        QVERIFY(!rig.held.books.foreignFills);  // Not before a share of it.
        rig.fill(id, 1, 10'100);
        const QString moves = rig.follow();

        QCOMPARE(rig.held.books.foreignFills, foreign);
        QCOMPARE(moves, foreign ? QStringLiteral("off") : QString{});
        QCOMPARE(rig.held.marks.pattern.off, foreign ? PatternOff::ForeignFill : PatternOff::None);
    }

    void theHandOfAnEarlierPositionOrOfAnotherSymbolIsNone()
    {
        BooksRig rig;
        rig.bought(OrderOrigin::Hand, 3, 10'000);
        rig.now += 1s;
        rig.fill(rig.send(OrderOrigin::Hand, 3, Side::Sell), 3, 10'000);
        rig.now += 1ms;
        rig.bought(OrderOrigin::Entry, 10, 10'000);
        rig.now += 1s;
        rig.fill(rig.send(OrderOrigin::Hand, 5, Side::Buy, kOther), 5, 5'000);
        (void)rig.send(OrderOrigin::Hand, 5, Side::Buy, kOther);
        rig.follow();
        QVERIFY(!rig.held.books.foreignFills);
        QVERIFY(!rig.held.books.openOrder);
    }

    void aPositionByHandIsMeasuredByTheBooksFromItsLastFill()
    {
        BooksRig rig;
        rig.bought(OrderOrigin::Hand, 3, 10'000);
        rig.now += 5s;
        rig.bought(OrderOrigin::Hand, 3, 10'200);
        rig.follow();
        QCOMPARE(rig.held.owner, domain::PositionOwner::Manual);
        QVERIFY(rig.held.books.foreignFills);
        QVERIFY(rig.held.marks.entryFinal);
        QCOMPARE(rig.held.marks.entryQuantity, domain::Quantity{6});
        QCOMPARE(rig.held.marks.entryCost, domain::Won{60'600});
        QCOMPARE(rig.held.marks.entryFilledAt, at(10, 0, 5));
        QVERIFY(rig.held.books.automatic);  // ExitsOnly
        rig.write(orders::MasterFact{domain::AutoState::Off});
        rig.follow();
        QCOMPARE(rig.held.automation, domain::AutoState::Off);
        QVERIFY(!rig.held.books.automatic);
    }

    void aHoldingFromElsewhereIsNobodysEntry()
    {
        BooksRig rig;
        rig.write(orders::HoldingFact{kStock, domain::Quantity{7}, domain::Won{70'000},
                                      domain::PositionOwner::External});
        rig.follow();
        QCOMPARE(rig.held.owner, domain::PositionOwner::External);
        QVERIFY(!rig.held.books.automatic);
        QCOMPARE(rig.held.marks.entryQuantity, domain::Quantity{});
        QCOMPARE(rig.held.marks.entryFilledAt, at(10, 0));
        QCOMPARE(rig.held.marks.pattern.off, PatternOff::NoEntryFill);
        // Switched on by whatever means it is still none of the rules' business.
        rig.held.automation = domain::AutoState::On;
        QVERIFY(!rig.held.isAutomatic());
    }

    void theGuardSellsWhileItsHardLossHolds()
    {
        BooksRig rig;
        rig.bought(OrderOrigin::Entry, 10, 10'000);
        domain::GuardState guard;
        guard.fired.push_back({.rule = domain::GuardRule::LossStop});
        rig.write(orders::GuardFact{guard});
        rig.follow();
        QVERIFY(!rig.held.books.guardSells);
        guard.fired.push_back({.rule = domain::GuardRule::HardLoss});
        rig.write(orders::GuardFact{guard});
        rig.follow();
        QVERIFY(rig.held.books.guardSells);
        guard.fired.back().released = true;
        rig.write(orders::GuardFact{guard});
        rig.follow();
        QVERIFY(!rig.held.books.guardSells);
    }

    void thePathTakesOneMovedStopASecond()
    {
        desk::HeldPosition held;
        const auto stop = [&held](std::int64_t won, domain::Timestamp now) {
            held.levels = {};
            held.levels.add(QLatin1String{"S1"}, won, domain::StepTable::Share);
            desk::followStop(held, now);
            return held.path ? held.path->size() : 0;
        };
        desk::followStop(held, at(10, 0));
        QVERIFY(!held.path);  // No stop, no path.
        QCOMPARE(stop(1'000, at(10, 0)), 1U);
        QCOMPARE(stop(1'000, at(10, 0, 5)), 1U);  // It did not move.
        QCOMPARE(stop(1'001, at(10, 0, 6)), 2U);
        QCOMPARE(stop(1'002, at(10, 0, 6, 999)), 2U);
        QCOMPARE(stop(1'003, at(10, 0, 7)), 3U);
        QCOMPARE(held.path->back(),
                 (domain::StopPoint{at(10, 0, 7), domain::Price::fromWon(1'003)}));
        QCOMPARE(held.path->front().price, domain::Price::fromWon(1'000));
    }

    void thePathForgetsItsOlderHalfWhenItIsFull()
    {
        desk::HeldPosition held;
        domain::Timestamp now = at(9, 5);
        const auto grow = [&] {
            now += 1s;
            held.levels = {};
            held.levels.add(QLatin1String{"S1"}, 1'000 + (now.time_since_epoch() / 1s) % 2,
                            domain::StepTable::Share);
            desk::followStop(held, now);
        };
        for (int point = 0; point < 2'000; ++point) {
            grow();
        }
        QCOMPARE(held.path->size(), 2'000U);
        const domain::StopPoint kept = held.path->at(1'000);
        grow();
        QCOMPARE(held.path->size(), 1'001U);
        QCOMPARE(held.path->front(), kept);
        QCOMPARE(held.path->back().at, now);
    }
};

QTEST_GUILESS_MAIN(TestHeldPosition)
#include "tst_held_position.moc"
