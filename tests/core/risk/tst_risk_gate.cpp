// Every row of the gate at its limit, one unit off, missing and stale.

#include "tests/core/risk/gate_fixture.h"

#include <QTest>

#include <functional>

using namespace test;
using namespace std::chrono_literals;
using domain::CheckOutcome;
using domain::GateCause;
using domain::OrderOrigin;
using domain::OrderType;
using domain::Quantity;
using domain::Side;
using domain::TimeInForce;
using domain::Won;
using Change = std::function<void(GateSetup&)>;

Q_DECLARE_METATYPE(Change)

namespace
{
constexpr auto kPass = CheckOutcome::Pass;
constexpr auto kFail = CheckOutcome::Fail;
constexpr auto kNone = CheckOutcome::Insufficient;
constexpr auto kNotHere = CheckOutcome::NotApplicable;

void row(const QByteArray& name, int number, CheckOutcome outcome, Change change)
{
    QTest::newRow(name.constData()) << number << outcome << std::move(change);
}

void columns()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<CheckOutcome>("outcome");
    QTest::addColumn<Change>("change");
}
}  // namespace

class TestRiskGate : public QObject
{
    Q_OBJECT

    /// The row says what it should; the order is approved exactly if no row says no; and no row
    /// before it says no, so that the refusal names this one.
    static void verify()
    {
        QFETCH(int, number);
        QFETCH(CheckOutcome, outcome);
        QFETCH(Change, change);
        GateSetup setup;
        change(setup);

        const risk::Judgement judged = setup.judge();

        QCOMPARE(judged.checks.size(), std::size_t{30});
        const domain::CheckResult& check = judged.checks[static_cast<std::size_t>(number - 1)];
        QCOMPARE(int{check.number}, number);
        QCOMPARE(check.outcome, outcome);
        const bool good = outcome == kPass || outcome == kNotHere;
        QCOMPARE(judged.approved.has_value(), good);
        if (good) {
            QVERIFY(judged.failed() == nullptr);
            QVERIFY(judged.approved->request() == setup.request);
        } else {
            QCOMPARE(judged.failedId(),
                     QStringLiteral("RC-%1").arg(number, 2, 10, QLatin1Char{'0'}));
            QVERIFY(!judged.failedText().isEmpty());
        }
    }

private Q_SLOTS:
    void letsAnOrdinaryBuyAndAnOrdinarySaleThrough()
    {
        GateSetup buy;
        const risk::Judgement bought = buy.judge();
        QVERIFY2(bought.approved, qPrintable(bought.failedId()));
        QVERIFY(bought.purpose == domain::OrderPurpose::Open);
        QVERIFY(bought.failedId().isEmpty() && bought.failedText().isEmpty());

        GateSetup sale;
        sale.sell();
        const risk::Judgement sold = sale.judge();
        QVERIFY2(sold.approved, qPrintable(sold.failedId()));
        QVERIFY(sold.purpose == domain::OrderPurpose::Reduce);
    }

    void knowsNothingAndLetsNothingThrough()
    {
        domain::OrderRequest request = GateSetup{}.request;
        const risk::RiskGate gate{risk::limitsOf(core::config::defaultConfig())};
        QVERIFY(!gate.judge(request, {}).approved);
        request.side = Side::Sell;
        QVERIFY(!gate.judge(request, {}).approved);
    }

    void judgesTheStateOfTheHouse_data()
    {
        columns();
        row("RC-01 unarmed denies a buy", 1, kFail,
            [](auto& s) { s.in.arming = domain::Arming::Unarmed; });
        row("RC-01 unarmed denies a sale", 1, kFail, [](auto& s) {
            s.sell();
            s.in.arming = domain::Arming::Unarmed;
        });
        row("RC-01 disarmed denies a buy", 1, kFail,
            [](auto& s) { s.in.arming = domain::Arming::Disarmed; });
        row("RC-01 disarmed lets a sale", 1, kPass, [](auto& s) {
            s.sell();
            s.in.arming = domain::Arming::Disarmed;
        });
        const auto first = [](GateSetup& s, std::int64_t price) {
            s.in.environment = domain::EnvironmentKind::Live;
            s.in.firstOpeningOfDay = true;
            s.request.quantity = Quantity{10};
            s.request.price = won(price);
        };
        row("RC-01 first live order at 100,000", 1, kPass, [=](auto& s) { first(s, 10'000); });
        row("RC-01 first live order above", 1, kFail, [=](auto& s) { first(s, 10'010); });
        row("RC-01 first live order, overridden", 1, kPass, [=](auto& s) {
            first(s, 10'010);
            s.in.firstOrderAny = true;
        });
        row("RC-01 second live order", 1, kPass, [=](auto& s) {
            first(s, 10'010);
            s.in.firstOpeningOfDay = false;
        });
        row("RC-01 first order of the demo", 1, kPass, [=](auto& s) {
            first(s, 10'010);
            s.in.environment = domain::EnvironmentKind::Demo;
        });
        row("RC-01 first live order without a price", 1, kNone, [=](auto& s) {
            first(s, 10'000);
            s.market();
            s.in.limits.reset();
        });
        row("RC-02 dead ledger denies a buy", 2, kFail, [](auto& s) { s.in.ledgerWorks = false; });
        row("RC-02 dead ledger denies a sale", 2, kFail, [](auto& s) {
            s.sell();
            s.in.ledgerWorks = false;
        });
        for (const GateCause cause :
             {GateCause::Rest, GateCause::Feed, GateCause::Notices, GateCause::Ledger,
              GateCause::Clock, GateCause::NotReconciled, GateCause::Mismatch, GateCause::Closed,
              GateCause::LedgerCorrupt, GateCause::DataOld}) {
            const QByteArray name = QByteArray::number(static_cast<int>(cause));
            row("RC-02 lamp denies a buy, cause " + name, 2, kFail,
                [cause](auto& s) { s.close(cause); });
            row("RC-02 lamp lets a sale, cause " + name, 2, kPass, [cause](auto& s) {
                s.sell();
                s.close(cause);
            });
        }
        row("RC-02 closed for no cause told", 2, kNone,
            [](auto& s) { s.in.gate = domain::GateState::ExitOnly; });
        row("RC-05 frozen", 5, kFail,
            [](auto& s) { s.in.frozen = QStringLiteral("unknown_order"); });
        row("RC-05 VI", 5, kFail, [](auto& s) { s.in.inVi = true; });
        row("RC-20 count-out", 20, kFail, [](auto& s) { s.close(GateCause::CountOut); });
        row("RC-21 no buys", 21, kFail, [](auto& s) { s.in.guard = risk::GuardState::NoBuys; });
        row("RC-21 hard loss", 21, kFail, [](auto& s) { s.in.guard = risk::GuardState::HardLoss; });
        row("RC-21 uncertain", 21, kNone,
            [](auto& s) { s.in.guard = risk::GuardState::Uncertain; });
        row("RC-21 latched", 21, kFail, [](auto& s) { s.close(GateCause::DayReturn); });
        row("RC-23 pause ends now", 23, kPass, [](auto& s) { s.in.lossPauseUntil = s.in.now; });
        row("RC-23 pause of one more ms", 23, kFail,
            [](auto& s) { s.in.lossPauseUntil = s.in.now + 1ms; });
        row("RC-24 rejects", 24, kFail, [](auto& s) { s.close(GateCause::Rejects); });
        row("RC-25 unknown orders", 25, kFail, [](auto& s) { s.close(GateCause::UnknownOrders); });
        row("RC-26 latency", 26, kFail, [](auto& s) { s.close(GateCause::Latency); });
        row("RC-28 K1", 28, kFail, [](auto& s) { s.in.kill = domain::KillLevel::NoEntries; });
        row("RC-28 K3", 28, kFail, [](auto& s) { s.in.kill = domain::KillLevel::FlattenAndLock; });
        row("RC-29 nobody there", 29, kFail, [](auto& s) { s.close(GateCause::Operator); });
        row("RC-30 no symbol", 30, kFail, [](auto& s) { s.request.symbol = {}; });
        row("RC-30 a sale without a symbol", 30, kFail, [](auto& s) {
            s.sell();
            s.request.symbol = {};
        });
    }
    void judgesTheStateOfTheHouse() { verify(); }

    void d13_judgesTheSession_data()
    {
        columns();
        const auto buy = [](const char* name, OrderOrigin origin, int h, int m, int s,
                            CheckOutcome outcome) {
            row(name, 3, outcome, [=](GateSetup& setup) {
                setup.at(h, m, s);
                setup.request.origin = origin;
            });
        };
        buy("D13 hand buy 08:59:59", OrderOrigin::Hand, 8, 59, 59, kFail);
        buy("D13 hand buy 09:00:00", OrderOrigin::Hand, 9, 0, 0, kPass);
        buy("D13 hand buy 15:19:59", OrderOrigin::Hand, 15, 19, 59, kPass);
        buy("D13 hand buy 15:20:00", OrderOrigin::Hand, 15, 20, 0, kFail);
        buy("D13 entry 09:04:59", OrderOrigin::Entry, 9, 4, 59, kFail);
        buy("D13 entry 09:05:00", OrderOrigin::Entry, 9, 5, 0, kPass);
        buy("D13 entry 14:59:59", OrderOrigin::Entry, 14, 59, 59, kPass);
        buy("D13 entry 15:00:00", OrderOrigin::Entry, 15, 0, 0, kFail);
        buy("D13 wave 09:04:59", OrderOrigin::Wave, 9, 4, 59, kFail);
        buy("D13 add 09:05:00", OrderOrigin::Add, 9, 5, 0, kPass);
        buy("D13 add 15:00:00", OrderOrigin::Add, 15, 0, 0, kFail);
        row("D13 add has a window of its own", 3, kFail, [](auto& s) {
            s.request.origin = OrderOrigin::Add;
            s.limits.addTo = 10h;
        });
        row("D13 entry has a window of its own", 3, kFail, [](auto& s) {
            s.request.origin = OrderOrigin::Entry;
            s.limits.entryTo = 10h;
        });
        const auto sale = [](const char* name, OrderType type, TimeInForce force, int h, int m,
                             int s, CheckOutcome outcome) {
            row(name, 3, outcome, [=](GateSetup& setup) {
                setup.at(h, m, s);
                setup.sell();
                if (type == OrderType::Market) {
                    setup.market();
                }
                setup.request.timeInForce = force;
            });
        };
        sale("D13 sale 08:59:59", OrderType::Limit, TimeInForce::Day, 8, 59, 59, kFail);
        sale("D13 sale at market 09:00:00", OrderType::Market, TimeInForce::Day, 9, 0, 0, kPass);
        sale("D13 sale IOC 15:19:59", OrderType::Limit, TimeInForce::Ioc, 15, 19, 59, kPass);
        sale("D13 sale at market 15:20:00", OrderType::Market, TimeInForce::Day, 15, 20, 0, kFail);
        sale("D13 sale IOC 15:20:00", OrderType::Limit, TimeInForce::Ioc, 15, 20, 0, kFail);
        sale("D13 sale by limit 15:20:00", OrderType::Limit, TimeInForce::Day, 15, 20, 0, kPass);
        sale("D13 sale by limit 15:29:59", OrderType::Limit, TimeInForce::Day, 15, 29, 59, kPass);
        sale("D13 sale by limit 15:30:00", OrderType::Limit, TimeInForce::Day, 15, 30, 0, kFail);
        row("D13 no trading day, buy", 3, kFail, [](auto& s) { s.in.schedule.reset(); });
        row("D13 no trading day, sale", 3, kFail, [](auto& s) {
            s.sell();
            s.in.schedule.reset();
        });
        row("D13 an hour later on the exam day, entry too early", 3, kFail, [](auto& s) {
            s.request.origin = OrderOrigin::Entry;
            s.in.schedule->open += 1h;
            s.in.schedule->close += 1h;
        });
    }
    void d13_judgesTheSession() { verify(); }

    void judgesTheIssue_data()
    {
        columns();
        row("RC-04 not in the master", 4, kNone, [](auto& s) { s.hasInstrument = false; });
        row("RC-04 an older master", 4, kNone, [](auto& s) { s.in.masterIsToday = false; });
        row("RC-04 a fund", 4, kFail,
            [](auto& s) { s.instrument.group = domain::SecurityGroup::Etf; });
        row("RC-04 caution is allowed", 4, kPass,
            [](auto& s) { s.instrument.flags.set(domain::InstrumentFlag::Caution); });
        using Flag = domain::InstrumentFlag;
        for (const Flag flag :
             {Flag::Preferred, Flag::Spac, Flag::Halted, Flag::Liquidation, Flag::Administrative,
              Flag::Warning, Flag::Risk, Flag::Overheated, Flag::UnfaithfulDisclosure,
              Flag::BackdoorListing, Flag::LowLiquidity, Flag::AbnormalSurge, Flag::CautionReminder,
              Flag::FaceValueChange, Flag::NewlyListed}) {
            row("RC-04 flag " + QByteArray::number(static_cast<unsigned>(flag)), 4, kFail,
                [flag](auto& s) { s.instrument.flags.set(flag); });
        }
        row("RC-04 halted today", 4, kFail, [](auto& s) { s.in.halted = true; });
        row("RC-04 in liquidation today", 4, kFail, [](auto& s) { s.in.liquidation = true; });
        row("RC-04 administrative today", 4, kFail, [](auto& s) { s.in.administrative = true; });
        row("RC-04 warned today", 4, kFail, [](auto& s) { s.in.warned = true; });
        row("RC-04 overheated today", 4, kFail, [](auto& s) { s.in.overheated = true; });
    }
    void judgesTheIssue() { verify(); }

    void judgesTheAgeOfData_data()
    {
        columns();
        row("RC-06 no trade", 6, kNone, [](auto& s) { s.in.tradeAge.reset(); });
        row("RC-06 no quote", 6, kNone, [](auto& s) { s.in.quoteAge.reset(); });
        row("RC-06 no frame", 6, kNone, [](auto& s) { s.in.frameAge.reset(); });
        row("RC-06 frame 10 s", 6, kPass, [](auto& s) { s.in.frameAge = 10s; });
        row("RC-06 frame 10.001 s", 6, kNone, [](auto& s) { s.in.frameAge = 10'001ms; });
        row("RC-06 quiet trade 60 s", 6, kPass, [](auto& s) { s.in.tradeAge = 60s; });
        row("RC-06 quiet trade 60.001 s", 6, kNone, [](auto& s) { s.in.tradeAge = 60'001ms; });
        row("RC-06 quote unchanged for a minute", 6, kPass, [](auto& s) { s.in.quoteAge = 60s; });
        row("RC-06 by REST 3 s", 6, kPass, [](auto& s) {
            s.in.tradeLive = false;
            s.in.tradeAge = 3s;
        });
        row("RC-06 by REST 3.001 s", 6, kNone, [](auto& s) {
            s.in.tradeLive = false;
            s.in.tradeAge = 3'001ms;
        });
        row("RC-06 quote by REST 3 s", 6, kPass, [](auto& s) {
            s.in.quoteLive = false;
            s.in.quoteAge = 3s;
        });
        row("RC-06 quote by REST 3.001 s", 6, kNone, [](auto& s) {
            s.in.quoteLive = false;
            s.in.quoteAge = 3'001ms;
        });
    }
    void judgesTheAgeOfData() { verify(); }

    void judgesThePrice_data()
    {
        columns();
        const auto buyAt = [](std::int64_t price) {
            return [price](GateSetup& s) { s.request.price = won(price); };
        };
        const auto sellAt = [](std::int64_t price, bool emergency = false) {
            return [=](GateSetup& s) {
                s.sell();
                s.request.price = won(price);
                s.in.emergencyExit = emergency;
            };
        };
        row("RC-07 no shares", 7, kFail, [](auto& s) { s.request.quantity = {}; });
        row("RC-07 less than none, sale", 7, kFail, [](auto& s) { s.sell(-1); });
        row("RC-07 a limit order without a limit", 7, kFail,
            [](auto& s) { s.request.price.reset(); });
        row("RC-07 a limit order without a limit beside an own sale", 7, kFail, [](auto& s) {
            s.request.price.reset();
            s.in.own = {s.own(Side::Sell, won(10'000))};
        });
        row("RC-07 price zero", 7, kFail, buyAt(0));
        row("D01 off the step, buy", 7, kFail, buyAt(10'005));
        row("D01 off the step, sale", 7, kFail, sellAt(10'005));
        row("D01 unknown issue, sale: the broker's to refuse", 7, kPass, [=](auto& s) {
            sellAt(10'005)(s);
            s.hasInstrument = false;
        });
        const auto limits = [](std::int64_t lower, std::int64_t upper) {
            return [=](GateSetup& s) { s.in.limits = domain::DailyLimits{won(lower), won(upper)}; };
        };
        row("D02 at the upper limit", 7, kPass, limits(7'000, 10'000));
        row("D02 above the upper limit", 7, kFail, limits(7'000, 9'990));
        row("D02 at the lower limit", 7, kPass, limits(10'000, 13'000));
        row("D02 under the lower limit", 7, kFail, limits(10'010, 13'000));
        row("D02 limits unknown, buy", 7, kNone, [](auto& s) { s.in.limits.reset(); });
        row("D02 limits unknown, sale", 7, kPass, [](auto& s) {
            s.sell();
            s.in.limits.reset();
        });
        row("D02 above the upper limit, sale", 7, kFail, [=](auto& s) {
            s.sell();
            limits(7'000, 9'990)(s);
        });

        row("RC-08 two steps over the ask", 8, kPass, buyAt(10'020));
        row("RC-08 three steps over the ask", 8, kFail, buyAt(10'030));
        const auto over = [](std::int64_t price, std::int64_t last) {
            return [=](GateSetup& s) {
                s.request.price = won(price);
                s.in.last = won(last);
                s.in.ask = won(10'100);
            };
        };
        row("RC-08 half a percent over the last", 8, kPass, over(10'050, 10'000));
        row("RC-08 a step more", 8, kFail, over(10'060, 10'000));
        row("RC-08 a won of the last too few", 8, kFail, over(10'050, 9'999));
        row("RC-08 no ask", 8, kNone, [](auto& s) { s.in.ask.reset(); });
        row("RC-08 no last", 8, kNone, [](auto& s) { s.in.last.reset(); });
        row("RC-08 ten steps under the bid", 8, kPass, sellAt(9'890));
        row("RC-08 eleven steps under the bid", 8, kFail, sellAt(9'880));
        const auto noBid = [=](std::int64_t price, bool emergency) {
            return [=](GateSetup& s) {
                sellAt(price, emergency)(s);
                s.in.bid.reset();
            };
        };
        row("RC-08 three percent under the last", 8, kPass, noBid(9'700, false));
        row("RC-08 a step lower", 8, kFail, noBid(9'690, false));
        row("RC-08 emergency, five percent", 8, kPass, noBid(9'500, true));
        row("RC-08 emergency, a step lower", 8, kFail, noBid(9'490, true));
        row("RC-08 emergency asks no bid", 8, kPass, sellAt(9'500, true));
        row("RC-08 emergency at the lower limit", 8, kPass, sellAt(7'000, true));
        row("RC-08 emergency, limits unknown", 8, kFail, [=](auto& s) {
            sellAt(7'000, true)(s);
            s.in.limits.reset();
        });
        row("RC-08 there is nothing under a won", 8, kPass, [=](auto& s) {
            sellAt(1)(s);
            s.in.limits = domain::DailyLimits{won(1), won(10)};
            s.in.bid = won(5);
            s.in.last = won(1);
        });
        row("RC-08 the lower limit is for emergencies", 8, kFail, sellAt(7'000));
        row("RC-08 in a VI the bid says nothing", 8, kPass, [=](auto& s) {
            sellAt(9'700)(s);
            s.in.inVi = true;
        });
        row("RC-08 nothing known, sale", 8, kPass, [=](auto& s) {
            sellAt(7'010)(s);
            s.in.last.reset();
        });
        const auto auction = [=](std::int64_t price) {
            return [=](GateSetup& s) {
                sellAt(price)(s);
                s.at(15, 25);
            };
        };
        row("RC-08 closing auction, five percent", 8, kPass, auction(9'500));
        row("RC-08 closing auction, a step lower", 8, kFail, auction(9'490));
        row("RC-08 steps shrink at a boundary", 8, kPass, [=](auto& s) {
            sellAt(4'960)(s);
            s.in.limits = domain::DailyLimits{won(3'500), won(6'490)};
            s.in.bid = won(5'020);
            s.in.last = won(5'020);
        });
        row("RC-08 and one of those lower", 8, kFail, [=](auto& s) {
            sellAt(4'955)(s);
            s.in.limits = domain::DailyLimits{won(3'500), won(6'490)};
            s.in.bid = won(5'020);
            s.in.last = won(5'020);
        });

        row("RC-09 a market buy", 9, kFail, [](auto& s) { s.market(); });
        row("RC-09 a market buy, allowed", 9, kPass, [](auto& s) {
            s.market();
            s.limits.marketEntries = true;
        });
        row("RC-09 a best-price buy", 9, kFail, [](auto& s) {
            s.market();
            s.request.type = OrderType::Best;
        });
        row("RC-09 a market sale", 9, kPass, [](auto& s) {
            s.sell();
            s.market();
        });
    }
    void judgesThePrice() { verify(); }

    void d01_refusesEveryPriceOffItsStep()
    {
        GateSetup setup;
        setup.in.instrument = &setup.instrument;
        setup.in.limits = domain::DailyLimits{won(1), won(3'000'000)};
        int wrong = 0;
        for (std::int64_t price = 1; price <= 2'000'000; ++price) {
            setup.request.price = won(price);
            const risk::GateCase at{setup.request, setup.in, setup.limits, false, false, {}};
            // By hand, not by the table under test.
            const std::int64_t step = price < 2'000     ? 1
                                      : price < 5'000   ? 5
                                      : price < 20'000  ? 10
                                      : price < 50'000  ? 50
                                      : price < 200'000 ? 100
                                      : price < 500'000 ? 500
                                                        : 1'000;
            const bool let = risk::checkPrice(at).outcome == kPass;
            wrong += let == (price % step == 0) ? 0 : 1;
        }
        QCOMPARE(wrong, 0);
    }

    void d11_sendsNothingThatMeetsAnOwnOrder_data()
    {
        columns();
        const auto with = [](Side mine, std::int64_t price, Side other,
                             std::optional<domain::Price> otherPrice) {
            return [=](GateSetup& s) {
                if (mine == Side::Sell) {
                    s.sell();
                }
                s.request.price = won(price);
                s.in.own = {s.own(other, otherPrice)};
            };
        };
        row("D11 a buy under the own sale", 18, kPass,
            with(Side::Buy, 10'000, Side::Sell, won(10'010)));
        row("D11 a buy at the own sale", 18, kFail,
            with(Side::Buy, 10'000, Side::Sell, won(10'000)));
        row("D11 a buy against an own sale at market", 18, kFail,
            with(Side::Buy, 10'000, Side::Sell, std::nullopt));
        row("D11 a sale over the own buy", 18, kPass,
            with(Side::Sell, 10'000, Side::Buy, won(9'990)));
        row("D11 a sale at the own buy", 18, kFail,
            with(Side::Sell, 10'000, Side::Buy, won(10'000)));
        row("D11 a sale at market against an own buy", 18, kFail, [=](auto& s) {
            with(Side::Sell, 10'000, Side::Buy, won(9'000))(s);
            s.market();
        });
        row("D11 an own sale on its way down", 18, kFail, [=](auto& s) {
            with(Side::Buy, 10'000, Side::Sell, won(10'100))(s);
            s.in.own[0].amendTo = won(10'000);
        });
        row("D11 an own sale on its way elsewhere", 18, kPass, [=](auto& s) {
            with(Side::Buy, 10'000, Side::Sell, won(10'100))(s);
            s.in.own[0].amendTo = won(10'050);
        });
        row("D11 an exit does not wait for a lost buy", 18, kPass, [=](auto& s) {
            with(Side::Sell, 10'000, Side::Buy, won(10'000))(s);
            s.in.own[0].unresolved = true;
        });
        row("D11 a buy waits for a lost sale", 18, kFail, [=](auto& s) {
            with(Side::Buy, 10'000, Side::Sell, won(10'000))(s);
            s.in.own[0].unresolved = true;
        });
    }
    void d11_sendsNothingThatMeetsAnOwnOrder() { verify(); }

    void judgesPlausibility_data()
    {
        columns();
        row("RC-27 no bid", 27, kNone, [](auto& s) { s.in.bid.reset(); });
        row("RC-27 bid and ask meet", 27, kFail, [](auto& s) { s.in.bid = won(10'000); });
        row("RC-27 bid a step under the ask", 27, kPass, [](auto& s) { s.in.bid = won(9'990); });
        row("RC-27 no VWAP", 27, kNone, [](auto& s) { s.in.minuteVwap.reset(); });
        row("RC-27 VWAP of nothing", 27, kNone, [](auto& s) {
            s.in.minuteVwap = domain::Vwap{0, 0};
        });
        const auto mean = [](std::int64_t amount, std::int64_t shares) {
            return [=](GateSetup& s) { s.in.minuteVwap = domain::Vwap{amount, shares}; };
        };
        // 10,000 is 10 % above 9,090.909..., and 10 % below 11,111.111...
        row("RC-27 ten percent over the mean", 27, kPass, mean(100'000, 11));
        row("RC-27 a little more", 27, kFail, mean(99'999, 11));
        row("RC-27 ten percent under the mean", 27, kPass, mean(100'000, 9));
        row("RC-27 a little more under", 27, kFail, mean(100'001, 9));
        row("RC-27 a limit far from the mean", 27, kFail, [](auto& s) {
            s.request.price = won(8'990);
            s.limits.stop = {};
        });
        row("RC-27 a limit ten percent under", 27, kPass,
            [](auto& s) { s.request.price = won(9'000); });
        row("RC-27 at market the last price counts", 27, kPass, [](auto& s) {
            s.market();
            s.limits.marketEntries = true;
        });
        const auto rest = [](std::optional<domain::Price> price) {
            return [=](GateSetup& s) {
                s.limits.confirmPrice = true;
                s.in.restPrice = price;
            };
        };
        row("RC-27 live without a REST price", 27, kNone, rest(std::nullopt));
        row("RC-27 live, REST agrees", 27, kPass, rest(won(10'000)));
        // 10,000 is 0.5 % above 9,950.25 and below 10,050.25.
        row("RC-27 live, half a percent over", 27, kPass, rest(won(9'951)));
        row("RC-27 live, more than that", 27, kFail, rest(won(9'950)));
        row("RC-27 live, half a percent under", 27, kPass, rest(won(10'050)));
        row("RC-27 live, more under", 27, kFail, rest(won(10'051)));
    }
    void judgesPlausibility() { verify(); }

    void judgesValueAndSize_data()
    {
        columns();
        const auto value = [](std::int64_t shares, std::int64_t equity) {
            return [=](GateSetup& s) {
                s.request.quantity = Quantity{shares};
                s.in.startEquity = Won{equity};
                s.in.localCash = Won{100'000'000};
            };
        };
        row("RC-10 one won of equity more", 10, kPass, value(100, 10'000'001));
        row("RC-10 at ten percent", 10, kPass, value(100, 10'000'000));
        row("RC-10 one won of equity less", 10, kFail, value(100, 9'999'999));
        row("RC-10 at three million", 10, kPass, value(300, 100'000'000));
        row("RC-10 above three million", 10, kFail, value(301, 100'000'000));
        row("RC-10 equity unknown", 10, kNone, [](auto& s) { s.in.startEquity.reset(); });
        row("RC-10 a trillion shares do not wrap", 10, kFail,
            value(4'000'000'000'000'000'000, 10'000'000));
        const auto size = [](std::int64_t book, std::int64_t volume) {
            return [=](GateSetup& s) {
                s.in.oppositeSize = Quantity{book};
                s.in.volumeFive = Quantity{volume};
            };
        };
        row("RC-11 five percent of the book", 11, kPass, size(1'000, 100'000));
        row("RC-11 a share of the book less", 11, kFail, size(999, 100'000));
        row("RC-11 one percent of the volume", 11, kPass, size(20'000, 5'000));
        row("RC-11 a share of the volume less", 11, kFail, size(20'000, 4'999));
        row("RC-11 at most so many shares", 11, kPass, [](auto& s) { s.limits.orderShares = 50; });
        row("RC-11 one too many", 11, kFail, [](auto& s) { s.limits.orderShares = 49; });
        row("RC-11 no book", 11, kNone, [](auto& s) { s.in.oppositeSize.reset(); });
        row("RC-11 no volume", 11, kNone, [](auto& s) { s.in.volumeFive.reset(); });
        row("RC-12 at sixteen percent", 12, kPass,
            [](auto& s) { s.in.codeExposure = Won{1'100'000}; });
        row("RC-12 a won more", 12, kFail, [](auto& s) { s.in.codeExposure = Won{1'100'001}; });
        row("RC-12 at four and a half million", 12, kPass, [](auto& s) {
            s.in.startEquity = Won{100'000'000};
            s.in.codeExposure = Won{4'000'000};
        });
        row("RC-12 a won over it", 12, kFail, [](auto& s) {
            s.in.startEquity = Won{100'000'000};
            s.in.codeExposure = Won{4'000'001};
        });
        row("RC-13 at eighty percent", 13, kPass,
            [](auto& s) { s.in.grossExposure = Won{7'500'000}; });
        row("RC-13 a won more", 13, kFail, [](auto& s) { s.in.grossExposure = Won{7'500'001}; });
        row("RC-14 the fifth code", 14, kPass, [](auto& s) { s.in.openCodes = 4; });
        row("RC-14 the sixth code", 14, kFail, [](auto& s) { s.in.openCodes = 5; });
        row("RC-14 the eighth order", 14, kPass, [](auto& s) { s.in.workingOrders = 7; });
        row("RC-14 the ninth order", 14, kFail, [](auto& s) { s.in.workingOrders = 8; });
        const auto cash = [](std::int64_t has) {
            return [=](GateSetup& s) { s.in.localCash = Won{has}; };
        };
        row("RC-16 two percent kept back", 16, kPass, cash(510'000));
        row("RC-16 a won too few", 16, kFail, cash(509'999));
        row("RC-16 the broker's figure", 16, kPass,
            [](auto& s) { s.in.brokerCash = Won{510'000}; });
        row("RC-16 the broker's figure is lower", 16, kFail,
            [](auto& s) { s.in.brokerCash = Won{509'999}; });
        row("RC-16 the broker's figure is higher", 16, kFail, [](auto& s) {
            s.in.localCash = Won{509'999};
            s.in.brokerCash = Won{600'000};
        });
        row("RC-16 cash unknown", 16, kNone, [](auto& s) { s.in.localCash.reset(); });
        const auto fraction = [](std::int64_t has) {  // 330,000 x 1.0201 = 336,633
            return [=](GateSetup& s) {
                s.request.quantity = Quantity{33};
                s.limits.cashSlack = *domain::Percent::parse(u"2.0101");  // 336,633.33
                s.in.localCash = Won{has};
            };
        };
        row("RC-16 a fraction of a won is one", 16, kPass, fraction(336'634));
        row("RC-16 and not none", 16, kFail, fraction(336'633));
        const auto market = [](std::int64_t has) {
            return [=](GateSetup& s) {
                s.market();
                s.limits.marketEntries = true;
                s.in.localCash = Won{has};
            };
        };
        row("RC-16 a market buy is margined at the upper limit", 16, kPass, market(663'000));
        row("RC-16 not at the last price", 16, kFail, market(662'999));
        const auto loss = [](std::int64_t equity) {
            return [=](GateSetup& s) {
                s.limits.stop = risk::wholePercent(6);  // 30,000 of 500,000
                s.in.startEquity = Won{equity};
            };
        };
        row("RC-22 a won of equity more", 22, kPass, loss(10'000'001));
        row("RC-22 at 0.3 percent", 22, kPass, loss(10'000'000));
        row("RC-22 a won of equity less", 22, kFail, loss(9'999'999));
        const auto stop = [](std::int64_t level) {
            return [=](GateSetup& s) { s.in.stop = won(level); };
        };
        row("RC-22 the rule's stop", 22, kPass, stop(9'400));
        row("RC-22 the rule's stop a won lower", 22, kFail, stop(9'399));
        row("RC-22 a stop that is none", 22, kNone, stop(10'000));
    }
    void judgesValueAndSize() { verify(); }

    void judgesWhatMayBeSold_data()
    {
        columns();
        const auto sale = [](std::int64_t shares) { return [=](GateSetup& s) { s.sell(shares); }; };
        const auto broker = [](std::int64_t shares) {
            return [=](GateSetup& s) {
                s.sell();
                s.in.brokerSellable = Quantity{shares};
            };
        };
        const auto lost = [](std::int64_t ours, std::optional<Quantity> now) {
            return [=](GateSetup& s) {
                s.sell();
                s.in.sellable = Quantity{ours};
                s.in.own = {s.own(Side::Sell, std::nullopt)};
                s.in.own[0].unresolved = true;
                s.in.own[0].remaining = Quantity{100};
                s.in.brokerSellableNow = now;
            };
        };
        row("RC-15 all of it", 15, kPass, sale(100));
        row("RC-15 a share more is no short", 15, kFail, sale(101));
        row("RC-15 the broker has as many", 15, kPass, broker(100));
        row("RC-15 the broker has one less", 15, kFail, broker(99));
        row("RC-15 the broker has more", 15, kFail, [](auto& s) {
            s.sell(101);
            s.in.brokerSellable = Quantity{200};
        });
        row("RC-15 a lost sale, not asked", 15, kFail, lost(0, std::nullopt));
        row("RC-15 a lost sale, the shares are still there", 15, kPass, lost(0, Quantity{100}));
        row("RC-15 a lost sale, one of them is gone", 15, kFail, lost(0, Quantity{99}));
        row("RC-15 a lost sale frees no more than it took", 15, kFail, [=](auto& s) {
            lost(0, Quantity{200})(s);
            s.in.own[0].remaining = Quantity{99};
        });
        row("RC-15 binds no buy", 15, kNotHere, [](auto&) {});
    }
    void judgesWhatMayBeSold() { verify(); }

    void judgesRepetition_data()
    {
        columns();
        row("RC-17 the same within two seconds", 17, kFail,
            [](auto& s) { s.in.sameWithinTwoSeconds = true; });
        row("RC-17 an exit is asked for a live one only", 17, kPass, [](auto& s) {
            s.sell();
            s.in.sameWithinTwoSeconds = true;
        });
        row("RC-17 a second entry", 17, kFail,
            [](auto& s) { s.in.own = {s.own(Side::Buy, won(9'000))}; });
        row("RC-17 a second entry while the first is lost", 17, kFail, [](auto& s) {
            s.in.own = {s.own(Side::Buy, won(9'000))};
            s.in.own[0].unresolved = true;
        });
        row("RC-17 an entry beside a sale", 17, kPass,
            [](auto& s) { s.in.own = {s.own(Side::Sell, won(11'000))}; });
        row("RC-17 a second exit", 17, kFail, [](auto& s) {
            s.sell(50);
            s.in.own = {s.own(Side::Sell, won(11'000))};
        });
        row("RC-17 an exit beside a buy", 17, kPass, [](auto& s) {
            s.sell(50);
            s.in.own = {s.own(Side::Buy, won(9'000))};
        });
    }
    void judgesRepetition() { verify(); }

    void judgesTheNumberOfMessages_data()
    {
        columns();
        const auto counts = [](risk::MessageCounts made) {
            return [=](GateSetup& s) { s.in.messages = made; };
        };
        row("RC-19 too fast", 19, kFail, counts({.mayLeaveNow = false}));
        row("RC-19 message 450 of 500", 19, kPass, counts({.today = 449}));
        row("RC-19 message 451", 19, kFail, counts({.today = 450}));
        row("RC-19 latched", 19, kFail, [](auto& s) { s.close(GateCause::Messages); });
        row("RC-19 entry 100", 19, kPass, counts({.entriesToday = 99}));
        row("RC-19 entry 101", 19, kFail, counts({.entriesToday = 100}));
        row("RC-19 third entry of the code", 19, kPass, counts({.entriesOfCode = 2}));
        row("RC-19 fourth entry of the code", 19, kFail, counts({.entriesOfCode = 3}));
        row("RC-19 nine cancels of the code", 19, kPass, counts({.cancelsOfCode = 9}));
        row("RC-19 ten cancels of the code", 19, kFail, counts({.cancelsOfCode = 10}));
        row("RC-19 the first add", 19, kPass, [](auto& s) {
            s.request.origin = OrderOrigin::Add;
            s.in.messages.entriesOfCode = 3;
        });
        row("RC-19 the second add", 19, kFail, [](auto& s) {
            s.request.origin = OrderOrigin::Add;
            s.in.messages.addsOfCode = 1;
        });
        row("RC-19 never refuses an exit", 19, kNotHere, [](auto& s) {
            s.sell();
            s.in.messages = {.today = 100'000, .mayLeaveNow = false};
        });
    }
    void judgesTheNumberOfMessages() { verify(); }

    void saysValueAndLimitOfARefusal()
    {
        GateSetup setup;
        setup.request.quantity = Quantity{101};

        const risk::Judgement judged = setup.judge();

        QCOMPARE(judged.failedId(), QStringLiteral("RC-10"));
        QCOMPARE(judged.failedText(), QStringLiteral("1010000/1000000"));
        QVERIFY(judged.failed()->unit == domain::CheckUnit::Won);
        QCOMPARE(GateSetup{}.judge().checks[9].value.value_or(0), 500'000);
    }

    void saysTheWordWhereThereIsNoFigure()
    {
        GateSetup setup;
        setup.in.arming = domain::Arming::Unarmed;
        QCOMPARE(setup.judge().failedText(), QStringLiteral("unarmed/"));
        setup.in.arming = domain::Arming::Armed;
        setup.in.messages.mayLeaveNow = false;
        QCOMPARE(setup.judge().failedText(), QStringLiteral("pace/4"));
    }

    // --- amends ---------------------------------------------------------------------------------

    void anAmendIsNoObstacleToItself()
    {
        GateSetup setup;
        domain::Order order;
        order.id = {.date = kDay, .event = 1, .ordinal = 1};
        order.request = setup.request;
        order.request.price = won(9'900);
        order.state = domain::OrderState::Working;
        setup.in.own = {setup.own(Side::Buy, won(9'900))};
        setup.in.workingOrders = 8;
        setup.in.codeExposure = Won{1'595'000};  // With its own 495,000 in it.
        setup.in.grossExposure = Won{7'995'000};
        setup.in.localCash = Won{15'000};
        setup.in.brokerCash = Won{15'000};
        setup.in.messages = {.today = 449, .entriesToday = 100, .entriesOfCode = 3};
        setup.in.instrument = &setup.instrument;
        const risk::RiskGate gate{setup.limits};

        QCOMPARE(gate.judgeAmend(setup.request, order, setup.in).failedId(), QString{});
        QVERIFY(gate.judgeAmend(setup.request, order, setup.in).approved);
        // A won of anything more and it is refused, by the row that says so.
        const auto refusedBy = [&](auto change) {
            risk::GateInput in = setup.in;
            change(in);
            return gate.judgeAmend(setup.request, order, in).failedId();
        };
        QCOMPARE(refusedBy([](auto& in) { in.codeExposure += Won{1}; }), QStringLiteral("RC-12"));
        QCOMPARE(refusedBy([](auto& in) { in.grossExposure += Won{1}; }), QStringLiteral("RC-13"));
        QCOMPARE(refusedBy([](auto& in) { ++in.workingOrders; }), QStringLiteral("RC-14"));
        QCOMPARE(refusedBy([](auto& in) { in.localCash = Won{14'999}; }), QStringLiteral("RC-16"));
        QCOMPARE(refusedBy([](auto& in) { in.brokerCash = Won{14'999}; }), QStringLiteral("RC-16"));
        QCOMPARE(refusedBy([](auto& in) { ++in.messages.today; }), QStringLiteral("RC-19"));
        QCOMPARE(refusedBy([&](auto& in) { in.own.push_back(setup.own(Side::Buy, {}, 2)); }),
                 QStringLiteral("RC-17"));
        QCOMPARE(refusedBy([&](auto& in) {
                     in.localCash.reset();
                     in.brokerCash.reset();
                 }),
                 QStringLiteral("RC-16"));
    }

    void anAmendOfASaleHasItsOwnSharesBack()
    {
        GateSetup setup;
        setup.sell(60);
        domain::Order order;
        order.id = {.date = kDay, .event = 1, .ordinal = 1};
        order.request = setup.request;
        order.state = domain::OrderState::Partial;
        order.filled = Quantity{20};
        setup.request.quantity = order.remaining();
        setup.in.sellable = Quantity{0};
        setup.in.own = {setup.own(Side::Sell, won(10'000))};
        setup.in.instrument = &setup.instrument;
        const risk::RiskGate gate{setup.limits};

        QCOMPARE(gate.judgeAmend(setup.request, order, setup.in).failedId(), QString{});
        setup.in.brokerSellable = Quantity{0};
        QCOMPARE(gate.judgeAmend(setup.request, order, setup.in).failedId(), QString{});
        setup.request.quantity = Quantity{41};
        QCOMPARE(gate.judgeAmend(setup.request, order, setup.in).failedId(),
                 QStringLiteral("RC-15"));
    }

    void anAmendOfAMarketOrderHoldsNoPrice()
    {
        GateSetup setup;
        domain::Order order;
        order.id = {.date = kDay, .event = 1, .ordinal = 1};
        order.request = setup.request;
        order.request.type = OrderType::Market;
        order.request.price.reset();
        setup.in.workingOrders = 1;
        setup.in.instrument = &setup.instrument;
        setup.in.codeExposure = Won{1'100'001};
        const risk::RiskGate gate{setup.limits};

        QCOMPARE(gate.judgeAmend(setup.request, order, setup.in).failedId(),
                 QStringLiteral("RC-12"));
    }
};

QTEST_GUILESS_MAIN(TestRiskGate)
#include "tst_risk_gate.moc"
