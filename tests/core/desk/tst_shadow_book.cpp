// The rules' own path of a position that the trader took another way.

#include "core/desk/shadow_book.h"
#include "tests/core/rules/rules_rig.h"

#include <QTest>

using namespace std::chrono_literals;
using test::Instant;
using test::PatternState;
using test::pct;
using test::RulesRig;
using test::won;
namespace desk = core::desk;
namespace domain = core::domain;

namespace
{
const domain::Symbol kStock = *domain::Symbol::parse(u"005930");

/// A hundred shares at 10,000 that left the rules' path at 10:05:00.
struct ShadowRig
{
    RulesRig market;
    desk::ShadowBook book;
    desk::HeldPosition held;
    bool guardSells = false;

    ShadowRig()
    {
        take();
        market.config.costs.commission = pct("0.01");
    }
    /// Takes the position over as it now is.
    void take()
    {
        held.owner = domain::PositionOwner::Base;
        held.automation = domain::AutoState::On;
        held.marks = market.marks;
        held.books = market.books;
    }
    void begin(const char* cause = "hand_sale")
    {
        book.begin(kStock, held, QString::fromLatin1(cause), market.now, pct("0.01"));
    }
    /// What one instant makes of it: "S1 100@9790 -24097", or nothing.
    QString judge(Instant instant = Instant::Trade, std::span<const domain::Bar> complete = {})
    {
        core::rules::PositionBooks guard;
        guard.guardSells = guardSells;
        const core::rules::PositionInput in{market.now, instant,       market.market,
                                            guard,      market.config, market.times};
        const auto ended = book.judge(kStock, in, complete);
        if (ended.empty()) {
            return {};
        }
        const domain::Shadow& shadow = ended.front().shadow;
        Q_ASSERT(ended.size() == 1 && shadow.isOver && shadow.symbol == kStock);
        Q_ASSERT(shadow.rule == ended.front().rule);
        return QStringLiteral("%1 %2@%3 %4")
            .arg(QString{shadow.rule})
            .arg(shadow.sold.shares())
            .arg(shadow.soldAt.won())
            .arg(shadow.result.value());
    }
    const domain::Shadow& shadow() { return book.all().at({kStock, held.marks.openedAt}); }
};
}  // namespace

class TestShadowBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsSoldOnceAtTheBestBid()
    {
        ShadowRig rig;
        QVERIFY(!rig.book.follows(kStock));
        QCOMPARE(rig.judge(), QString{});
        rig.begin();
        QVERIFY(rig.book.follows(kStock));
        QCOMPARE(rig.shadow().cause, QStringLiteral("hand_sale"));
        QCOMPARE(rig.shadow().since, rig.market.now);
        rig.market.price(9'801);
        QCOMPARE(rig.judge(), QString{});
        rig.market.price(9'800);
        rig.market.market.bid = won(9'790);
        // 979,000 less 97 of commission, 1,958 of tax, 1,000,000 and 100 of commission.
        QCOMPARE(rig.judge(), QStringLiteral("S1 100@9790 -23155"));
        QVERIFY(!rig.book.follows(kStock));
        QCOMPARE(rig.judge(), QString{});
        rig.book.startDay({});
        QVERIFY(rig.book.all().empty());
    }

    /// After a restart the clock may be past a limit before the symbol has traded again.
    void withoutAPriceItIsNotSold()
    {
        ShadowRig rig;
        rig.begin();
        rig.market.now += 31min;
        rig.market.market.price = {};
        QCOMPARE(rig.judge(Instant::Step), QString{});
        QVERIFY(rig.book.follows(kStock));
        rig.market.price(10'000);
        rig.market.market.bid = won(9'990);
        QVERIFY(rig.judge(Instant::Step).startsWith(QStringLiteral("S")));
    }

    void withoutABidItIsSoldAStepBelow()
    {
        for (const std::optional<domain::Price> bid :
             {std::optional<domain::Price>{}, std::optional{won(0)}}) {
            ShadowRig rig;
            rig.begin();
            rig.market.price(9'800);
            rig.market.market.bid = bid;
            QVERIFY(rig.judge().startsWith(QStringLiteral("S1 100@9790 ")));
        }
        ShadowRig rig;
        rig.begin();
        rig.market.price(9'800);
        rig.market.market.bid = won(1);
        QVERIFY(rig.judge().startsWith(QStringLiteral("S1 100@1 ")));
    }

    void theFirstLeaveOfAPositionCounts()
    {
        ShadowRig rig;
        rig.begin();
        rig.market.now += 1s;
        rig.begin("stop_moved");
        QCOMPARE(rig.shadow().cause, QStringLiteral("hand_sale"));
        rig.market.price(9'800);
        QVERIFY(!rig.judge().isEmpty());
        rig.begin("flatten");
        QVERIFY(!rig.book.follows(kStock));
        // Another position of the symbol has its own.
        rig.held.marks.openedAt += 1s;
        rig.begin("flatten");
        QVERIFY(rig.book.follows(kStock));
        QCOMPARE(rig.shadow().cause, QStringLiteral("flatten"));
    }

    void eachPositionOfASymbolKeepsItsOwn()
    {
        ShadowRig rig;
        rig.begin();
        const domain::Shadow first = rig.shadow();
        rig.held.marks.openedAt += 1min;
        rig.held.marks.entryCost = domain::Won{1'010'000};
        rig.begin("flatten");
        QCOMPARE(rig.book.all().size(), 2U);
        QCOMPARE(rig.book.followed(), std::vector{kStock});
        // 2 % below 10,100 only: the first goes on.
        rig.market.price(9'890);
        QVERIFY(rig.judge().startsWith(QStringLiteral("S1 100@")));
        QCOMPARE(rig.shadow().cause, QStringLiteral("flatten"));
        QVERIFY(rig.shadow().isOver && rig.book.follows(kStock));
        QVERIFY(!rig.book.all().at(domain::keyOf(first)).isOver);
        // And what it came to is not lost to the other.
        rig.market.price(9'800);
        QVERIFY(rig.judge().startsWith(QStringLiteral("S1 100@")));
        QVERIFY(!rig.book.follows(kStock) && rig.book.followed().empty());
        QCOMPARE(rig.book.all().size(), 2U);
    }

    void oneSymbolsTradesAreNotAnothers()
    {
        const domain::Symbol later = *domain::Symbol::parse(u"035420");
        const domain::Symbol earlier = *domain::Symbol::parse(u"000660");
        ShadowRig rig;
        for (const domain::Symbol& symbol : {earlier, later}) {
            rig.book.begin(symbol, rig.held, QStringLiteral("hand_sale"), rig.market.now,
                           pct("0.01"));
        }
        QVERIFY(!rig.book.follows(kStock));
        rig.market.price(9'800);
        QCOMPARE(rig.judge(), QString{});
        QVERIFY(rig.book.follows(earlier) && rig.book.follows(later));
        rig.begin();
        QVERIFY(!rig.judge().isEmpty());
        QVERIFY(!rig.book.follows(kStock));
        QCOMPARE(rig.book.followed(), (std::vector{earlier, later}));
    }

    void aNewDayWantsNoBarsOfTheOneBefore()
    {
        ShadowRig rig;
        rig.begin();
        const desk::Shadows before = rig.book.all();
        rig.book.startDay(before);
        rig.book.startDay({});
        domain::Bar one;
        one.high = 10'900;
        rig.book.onBars(kStock, std::vector{one});
        QVERIFY(rig.book.all().empty());
    }

    void anotherRunGoesOnWithIt()
    {
        ShadowRig rig;
        rig.market.marks.pattern.state = PatternState::Pullback;
        rig.market.marks.trail = {.on = true, .width = 20'000'000, .peak = won(10'240)};
        rig.market.marks.entryFilledAt = test::clockAt(10, 0, 30);
        rig.take();
        rig.begin();
        const desk::Shadows before = rig.book.all();
        ShadowRig next;
        next.book.startDay(before);
        QVERIFY(next.book.follows(kStock));
        QCOMPARE(next.shadow().cause, QStringLiteral("hand_sale"));
        // Trades were missed: as with a position of the account.
        QCOMPARE(next.shadow().marks.pattern.state, PatternState::Void);
        const auto bar = [](int minute, std::int32_t high) {
            domain::Bar out;
            out.startMinute =
                static_cast<std::int32_t>(std::chrono::floor<std::chrono::minutes>(
                                              test::clockAt(10, minute).time_since_epoch())
                                              .count());
            out.high = high;
            return out;
        };
        // The minute of the fill began before it.
        const std::vector<domain::Bar> missed{bar(0, 10'900), bar(1, 10'300), bar(2, 10'290)};
        next.book.onBars(*domain::Symbol::parse(u"000660"), missed);
        QCOMPARE(*next.shadow().marks.trail.peak, won(10'240));
        next.book.onBars(kStock, missed);
        QCOMPARE(*next.shadow().marks.trail.peak, won(10'300));
        next.book.onBars(kStock, std::vector{bar(3, 10'800)});
        QCOMPARE(*next.shadow().marks.trail.peak, won(10'300));
        // One that is over only stands there.
        next.market.price(9'700);
        QVERIFY(!next.judge().isEmpty());
        ShadowRig third;
        third.book.startDay(next.book.all());
        QVERIFY(!third.book.follows(kStock));
        QVERIFY(third.book.all() == next.book.all());
    }

    void itIsAutomaticAndFreeWhateverTheHandMadeOfIt()
    {
        ShadowRig rig;
        rig.market.books.automatic = false;
        rig.market.books.openOrder = true;
        rig.take();
        rig.begin();
        rig.market.price(10'200);  // The rise waits for open orders: there are none.
        QCOMPARE(rig.judge(), QString{});
        QCOMPARE(rig.shadow().marks.pattern.state, PatternState::Risen);
        rig.market.now = test::clockAt(15, 15);
        QVERIFY(rig.judge(Instant::Step).startsWith(QStringLiteral("EOD ")));
    }

    void aStepSmoothsItsWidthAndLooksForAHigherLow()
    {
        ShadowRig rig;
        rig.market.added();
        rig.market.marks.trail = {.on = true, .width = 20'000'000, .peak = won(10'240)};
        rig.market.marks.higherLow = won(10'100);
        rig.market.marks.addFilledAt = test::clockAt(10, 0);
        rig.take();
        rig.begin();
        rig.market.price(10'230);
        std::vector<domain::Bar> bars;
        for (const std::int32_t low : {10'150, 10'140, 10'130, 10'140, 10'150}) {
            bars.emplace_back();
            bars.back().startMinute = static_cast<std::int32_t>(
                std::chrono::floor<std::chrono::minutes>(
                    test::clockAt(10, static_cast<int>(bars.size()) - 1).time_since_epoch())
                    .count());
            bars.back().low = low;
        }
        QCOMPARE(rig.judge(Instant::Trade, bars), QString{});
        QCOMPARE(rig.shadow().marks.trail.width, 20'000'000);
        QCOMPARE(rig.judge(Instant::Step, bars), QString{});
        QCOMPARE(rig.shadow().marks.trail.width, 16'400'000);
        QCOMPARE(*rig.shadow().marks.higherLow, won(10'130));
    }

    void itAddsOnPaperAtTheLimit()
    {
        ShadowRig rig;
        rig.market.readyToAdd();
        rig.market.marks.pattern.state = PatternState::Pullback;
        rig.take();
        rig.begin();
        QCOMPARE(rig.shadow().fees, domain::Won{100});
        QCOMPARE(rig.judge(), QString{});
        const domain::Shadow& shadow = rig.shadow();
        QCOMPARE(shadow.marks.pattern.state, PatternState::Added);
        QCOMPARE(shadow.marks.pattern.before, PatternState::Rebreak);
        QCOMPARE(*shadow.marks.higherLow, won(10'140));
        QCOMPARE(shadow.marks.addCost, domain::Won{512'000});
        QCOMPARE(shadow.marks.addQuantity, domain::Quantity{50});
        QCOMPARE(shadow.marks.addFilledAt, rig.market.now);
        QCOMPARE(shadow.cost, domain::Won{1'512'000});
        QCOMPARE(shadow.held, domain::Quantity{150});
        QVERIFY(shadow.usedToday);
        QCOMPARE(shadow.fees, domain::Won{151});
        // Everything is sold: 1,519,500 less 151 and 3,039, the cost and its commissions.
        rig.market.price(10'130);
        rig.market.market.bid = won(10'130);
        QCOMPARE(rig.judge(), QStringLiteral("A2 150@10130 4159"));
    }

    /// The rules' own path is not spared what the guard sells.
    void theHardLossSellsItToo()
    {
        ShadowRig rig;
        rig.begin();
        QCOMPARE(rig.judge(Instant::Step), QString{});
        rig.guardSells = true;
        QVERIFY(rig.judge(Instant::Step).startsWith(QStringLiteral("GUARD 100@")));
    }

    void aRefusedAddAddsNothing()
    {
        ShadowRig rig;
        rig.market.readyToAdd();
        rig.market.market.totalBid = domain::Quantity{1};
        rig.take();
        rig.begin();
        QCOMPARE(rig.judge(), QString{});
        QCOMPARE(rig.shadow().marks.pattern.state, PatternState::Rebreak);
        QCOMPARE(rig.shadow().held, domain::Quantity{100});
    }

    void aWaveIsSoldByItsOwnExits()
    {
        ShadowRig rig;
        rig.market.marks.wave =
            domain::WaveChannel{.low = 990'000, .high = 1'010'000, .band = 100'000'000};
        rig.take();
        rig.begin();
        rig.market.price(9'921);
        QCOMPARE(rig.judge(), QString{});
        rig.market.price(9'920);
        QVERIFY(rig.judge().startsWith(QStringLiteral("W1 ")));
    }

    void theResultIsNetOfEveryCost()
    {
        domain::Shadow shadow;
        shadow.held = domain::Quantity{100};
        shadow.cost = domain::Won{1'000'000};
        shadow.fees = domain::Won{100};
        // 1,020,000 less 102 and 2,040.
        QCOMPARE(desk::ShadowBook::resultAt(shadow, won(10'200), pct("0.01"), pct("0.20")),
                 domain::Won{17'758});
    }
};

QTEST_GUILESS_MAIN(TestShadowBook)
#include "tst_shadow_book.moc"
