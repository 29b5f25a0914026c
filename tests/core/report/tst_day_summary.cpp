#include "core/report/day_summary.h"
#include "tests/support/no_warnings.h"
#include "tests/support/sample_day.h"

#include <QTest>

namespace domain = core::domain;
using core::report::summarize;
using domain::Won;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace
{
domain::DaySummary golden()
{
    return summarize(test::goldenDay(), {.session = test::sampleSession()});
}

domain::TradeFill fill(domain::Side side, std::int64_t shares, std::int64_t amount,
                       std::int64_t deciding)
{
    return {.at = test::sampleTime(9, 30),
            .side = side,
            .quantity = domain::Quantity{shares},
            .amount = Won{amount},
            .deciding = domain::Price::fromWon(deciding)};
}

/// A trade that came to `net`, without costs.
domain::TradeRecord tradeOf(std::int64_t net, const char* exitRule = "S1")
{
    domain::TradeRecord out;
    out.date = test::kSampleDate;
    out.openedAt = test::sampleTime(9, 30);
    out.closedAt = test::sampleTime(9, 31);
    out.exitRule = QString::fromLatin1(exitRule);
    out.bought = out.sold = domain::Quantity{10};
    out.buyAmount = Won{100'000};
    out.sellAmount = Won{100'000 + net};
    return out;
}

domain::DaySummary dayOf(std::vector<domain::TradeRecord> trades)
{
    domain::DayRecord day;
    day.date = test::kSampleDate;
    day.trades = std::move(trades);
    return summarize(day);
}
}  // namespace

class TestDaySummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    // The golden day's figures are worked out by hand beside its trades.
    void addsUpTheGoldenDay();
    void judgesEveryGoldenTrade();
    void measuresExcursionsAgainstTheAverageEntry();
    void measuresSlippageAgainstTheDecidingPrice();
    void groupsTheGoldenDay();
    void findsTheFirstDeepestDrawdown();
    void measuresGapsOnceAndUptimeOfTheSession();
    void comparesTheHandWithTheRule();
    void countsViolationsByKind();
    void addsUpToTheEndEquity();
    void reportsOneWonThatIsMissing_data();
    void reportsOneWonThatIsMissing();

    void anEmptyDayHasNothingAndFailsNowhere();
    void zeroIsNotAWin();
    void withoutALossThereIsNoProfitFactor();
    void oneTradeIsItsOwnMean();
    void truncatesMeansTowardsZero();
    void theFirstOfEqualExtremesCounts();
    void sharesTakenOverAreJudgedByTheDayAlone();
    void aTradeOfUnknownCostIsNotAWin();
    void anAddToAnOvernightPositionCountsInItsDay();
    void aDayWithoutSamplesHasNoDrawdown();
    void withoutASessionThereIsNoUptime();
    void theHeadlineIsWhatTomorrowCompares();
    void aReturnIsOfWhatWasPaidForBuying();
    void nothingIsDividedByNothing();
    void oneWonIsEnoughToDivideBy();
    void feesOfADayAloneAreThoseOfItsFills();
    void everythingBeginsAtNothing();
};

void TestDaySummary::addsUpTheGoldenDay()
{
    const domain::DaySummary day = golden();

    QCOMPARE(day.startEquity, Won{10'000'000});
    QCOMPARE(day.endEquity, Won{10'005'179});
    QCOMPARE(day.dayPnl, (domain::WonShare{Won{5'179}, 517}));  // 517.9
    QCOMPARE(day.costs, Won{7'105});
    QCOMPARE(day.openPositions, 2);
    QCOMPARE(day.guardFirings, 1);

    const domain::TradeTotals& totals = day.totals;
    QCOMPARE(totals.trades, 4);
    QCOMPARE(totals.wins, 2);
    QCOMPARE(totals.losses, 1);
    QCOMPARE(totals.winRate(), (domain::Ratio{2, 4}));
    QCOMPARE(totals.winRate()->tenThousandths(), 500'000);
    QCOMPARE(totals.gross, Won{32'784});  // 30,000 + 8,000 - 7,500 + 2,284
    QCOMPARE(totals.fees, Won{874});      // 144 + 199 + 251 + 280
    QCOMPARE(totals.taxes, Won{6'287});   // 1,060 + 1,436 + 1,787 + 2,004
    QCOMPARE(totals.net, Won{25'623});
    QCOMPARE(totals.expectancy(), (domain::MeanWon{Won{25'623}, 4}));
    QCOMPARE(totals.expectancy()->won(), Won{6'405});  // .75
    QCOMPARE(totals.meanWin()->won(), Won{17'580});    // 35,161 / 2
    QCOMPARE(totals.meanLoss()->won(), Won{-9'538});
    QCOMPARE(totals.profitFactor(), (domain::Ratio{35'161, 9'538}));
    QCOMPARE(totals.best, (domain::TradeExtreme{1, Won{28'796}}));
    QCOMPARE(totals.worst, (domain::TradeExtreme{3, Won{-9'538}}));
    QCOMPARE(totals.meanHold(), milliseconds{seconds{17'665}});  // 70,660 s / 4
}

void TestDaySummary::judgesEveryGoldenTrade()
{
    const domain::DaySummary day = golden();

    QCOMPARE(day.trades.size(), std::size_t{4});
    QCOMPARE(day.trades[0].net, Won{28'796});    // 30,000 - 144 - 1,060, both days
    QCOMPARE(day.trades[0].dayNet, Won{8'866});  // 530,000 - 74 - 1,060 - 520,000
    QCOMPARE(day.trades[0].hold, milliseconds{std::chrono::hours{19} + std::chrono::minutes{5}});
    QCOMPARE(day.trades[1].net, Won{6'365});  // 8,000 - 199 - 1,436
    QCOMPARE(day.trades[1].dayNet, Won{6'365});
    QCOMPARE(day.trades[1].netReturn, 8'963);  // of 710,099: 8,963.5
    QCOMPARE(day.trades[2].gross, Won{-7'500});
    QCOMPARE(day.trades[2].fees, Won{251});
    QCOMPARE(day.trades[2].taxes, Won{1'787});
    QCOMPARE(day.trades[2].net, Won{-9'538});
    QCOMPARE(day.trades[2].netReturn, -10'584);  // of 901,126: -10,584.5
    QCOMPARE(day.trades[2].hold, milliseconds{seconds{610}});
    QCOMPARE(day.trades[3].net, Won{0});
    QVERIFY(!day.trades[3].won());
    QVERIFY(!day.trades[3].lost());
}

void TestDaySummary::measuresExcursionsAgainstTheAverageEntry()
{
    const domain::DaySummary day = golden();

    QCOMPARE(day.trades[1].favourable, (domain::WonShare{Won{10'000}, 14'084}));  // 14,084.5
    QCOMPARE(day.trades[1].adverse, (domain::WonShare{Won{-2'000}, -2'816}));     // -2,816.9
    QCOMPARE(day.trades[2].favourable, (domain::WonShare{Won{4'000}, 4'439}));
    QCOMPARE(day.trades[2].adverse, (domain::WonShare{Won{-11'000}, -12'208}));
    QVERIFY(!day.trades[3].favourable);  // No trade was seen.
    QVERIFY(!day.trades[3].adverse);
}

void TestDaySummary::measuresSlippageAgainstTheDecidingPrice()
{
    // Worse is positive on both sides: bought dearer, sold cheaper.
    QCOMPARE(domain::slippageOf(fill(domain::Side::Buy, 10, 100'100, 10'000)), Won{100});
    QCOMPARE(domain::slippageOf(fill(domain::Side::Buy, 10, 99'900, 10'000)), Won{-100});
    QCOMPARE(domain::slippageOf(fill(domain::Side::Sell, 10, 99'900, 10'000)), Won{100});
    QCOMPARE(domain::slippageOf(fill(domain::Side::Sell, 10, 100'100, 10'000)), Won{-100});
    QCOMPARE(domain::slippageOf(fill(domain::Side::Sell, 10, 100'100, 0)), std::nullopt);

    const domain::DaySummary day = golden();
    QCOMPARE(day.trades[1].slippage, (domain::Slippage{Won{1'000}, 2, 0}));
    QCOMPARE(day.trades[2].slippage, (domain::Slippage{Won{2'000}, 3, 1}));
    QCOMPARE(day.totals.slippage, (domain::Slippage{Won{4'000}, 7, 3}));
    QCOMPARE(day.totals.meanSlippagePerFill()->won(), Won{571});
    QCOMPARE(day.totals.meanSlippagePerTrade()->won(), Won{1'000});
}

void TestDaySummary::groupsTheGoldenDay()
{
    const domain::DaySummary day = golden();

    QCOMPARE(day.byReason.size(), std::size_t{4});
    QCOMPARE(day.byReason[0].rule, QStringLiteral("HAND"));
    QCOMPARE(day.byReason[1].rule, QStringLiteral("S1"));
    QCOMPARE(day.byReason[1].totals.trades, 1);
    QCOMPARE(day.byReason[1].totals.wins, 0);
    QCOMPARE(day.byReason[1].totals.net, Won{-9'538});
    QCOMPARE(day.byReason[2].rule, QStringLiteral("S3"));
    QCOMPARE(day.byReason[3].rule, QStringLiteral("W3"));
    QVERIFY(!day.byReason[0].owner);

    QCOMPARE(day.byStrategy.size(), std::size_t{3});
    const domain::TradeGroup& base = day.byStrategy[0];
    QCOMPARE(base.owner, domain::PositionOwner::Base);
    QCOMPARE(base.rule, QStringLiteral("ENTRY"));
    QCOMPARE(base.totals.trades, 2);
    QCOMPARE(base.totals.wins, 1);
    QCOMPARE(base.totals.net, Won{-3'173});
    QCOMPARE(base.totals.expectancy()->won(), Won{-1'586});  // -1,586.5 towards zero
    QCOMPARE(base.totals.meanHold(), milliseconds{seconds{380}});
    QCOMPARE(day.byStrategy[1].owner, domain::PositionOwner::Wave);
    QCOMPARE(day.byStrategy[2].owner, domain::PositionOwner::Manual);
}

void TestDaySummary::findsTheFirstDeepestDrawdown()
{
    const domain::DaySummary day = golden();

    QCOMPARE(day.drawdown,
             (domain::Drawdown{Won{12'345}, 1'232, test::sampleTime(9, 30)}));  // of 10,020,000
}

void TestDaySummary::measuresGapsOnceAndUptimeOfTheSession()
{
    const domain::DataQuality data = golden().quality;

    QCOMPARE(data.gapShares, 120);
    QCOMPARE(data.outages, 2);
    QCOMPARE(data.outage, milliseconds{std::chrono::minutes{6}});  // 10:00 to 10:06
    QCOMPARE(data.feedGaps, 1);
    QCOMPARE(data.feedDown, milliseconds{seconds{90}});
    QCOMPARE(data.session, milliseconds{seconds{23'400}});
    QCOMPARE(data.up, milliseconds{seconds{23'400 - 420}});  // 10:00 to 10:07 away
    QCOMPARE(data.uptime()->tenThousandths(), 982'051);      // 22,980 / 23,400

    domain::DayRecord late = test::goldenDay();
    late.recordedFrom = test::sampleTime(10, 6);
    late.recordedUntil = test::sampleTime(11, 0);
    const domain::DaySummary short1 = summarize(late, {.session = test::sampleSession()});
    QCOMPARE(short1.quality.up, milliseconds{std::chrono::minutes{53}});  // 10:07 to 11:00

    late.recordedFrom = late.recordedUntil = domain::Timestamp{};
    QCOMPARE(summarize(late, {.session = test::sampleSession()}).quality.up, milliseconds{0});
}

void TestDaySummary::comparesTheHandWithTheRule()
{
    QCOMPARE(golden().interventions, (domain::InterventionTotals{3, 2, Won{-2'500}}));
}

void TestDaySummary::countsViolationsByKind()
{
    const domain::DaySummary day = golden();

    QCOMPARE(day.violationCount, 3);
    QCOMPARE(day.violations, (std::vector<domain::KindCount>{{QStringLiteral("hours"), 1},
                                                             {QStringLiteral("stop"), 2}}));
}

void TestDaySummary::addsUpToTheEndEquity()
{
    const domain::EquityCheck check = golden().check;

    QCOMPARE(check.trades, Won{5'693});  // 8,866 + 6,365 - 9,538 + 0
    QCOMPARE(check.open, Won{-514});     // (101,500 - 100,014) + (198,000 - 200,000)
    QCOMPARE(check.overnightTrades, 1);
    QCOMPARE(check.overnightOpen, 1);
    QCOMPARE(check.difference, Won{0});
    QVERIFY(check.holds());
}

void TestDaySummary::reportsOneWonThatIsMissing_data()
{
    QTest::addColumn<std::int64_t>("off");
    QTest::newRow("one won too little") << std::int64_t{-1};
    QTest::newRow("one won too much") << std::int64_t{1};
}

void TestDaySummary::reportsOneWonThatIsMissing()
{
    QFETCH(std::int64_t, off);
    domain::DayRecord day = test::goldenDay();
    day.endEquity = *day.endEquity + Won{off};

    const domain::EquityCheck check = summarize(day).check;

    QCOMPARE(check.difference, Won{off});
    QVERIFY(!check.holds());
}

void TestDaySummary::anEmptyDayHasNothingAndFailsNowhere()
{
    const domain::DaySummary day = summarize({}, {.session = test::sampleSession()});

    QVERIFY(!day.dayPnl);
    QVERIFY(!day.drawdown);
    QVERIFY(!day.totals.winRate());
    QVERIFY(!day.totals.expectancy());
    QVERIFY(!day.totals.meanWin());
    QVERIFY(!day.totals.meanLoss());
    QVERIFY(!day.totals.profitFactor());
    QVERIFY(!day.totals.best);
    QVERIFY(!day.totals.worst);
    QVERIFY(!day.totals.meanHold());
    QVERIFY(!day.totals.meanSlippagePerFill());
    QVERIFY(!day.totals.meanSlippagePerTrade());
    QVERIFY(!day.check.difference);
    QVERIFY(!day.check.holds());  // Not known is not a yes.
    QCOMPARE(day.quality.uptime()->tenThousandths(), 0);
    QVERIFY(day.trades.empty() && day.byReason.empty() && day.byStrategy.empty());

    domain::DayRecord broke;
    broke.startEquity = broke.endEquity = Won{0};
    QVERIFY(!summarize(broke).dayPnl);  // No share of nothing.
    QVERIFY(summarize(broke).check.holds());
}

void TestDaySummary::zeroIsNotAWin()
{
    const domain::DaySummary day = dayOf({tradeOf(0), tradeOf(1), tradeOf(-1)});

    QCOMPARE(day.totals.wins, 1);
    QCOMPARE(day.totals.losses, 1);
    QCOMPARE(day.totals.winRate(), (domain::Ratio{1, 3}));
    QCOMPARE(day.totals.winRate()->tenThousandths(), 333'333);
}

void TestDaySummary::withoutALossThereIsNoProfitFactor()
{
    const domain::DaySummary day = dayOf({tradeOf(5), tradeOf(0)});

    QVERIFY(!day.totals.profitFactor());
    QVERIFY(!day.totals.meanLoss());
    QVERIFY(!day.totals.worst);

    // Only losses: nothing was gained for what was given.
    QCOMPARE(dayOf({tradeOf(-5)}).totals.profitFactor(), (domain::Ratio{0, 5}));
}

void TestDaySummary::oneTradeIsItsOwnMean()
{
    const domain::DaySummary day = dayOf({tradeOf(-777)});

    QCOMPARE(day.totals.trades, 1);
    QCOMPARE(day.totals.expectancy(), (domain::MeanWon{Won{-777}, 1}));
    QCOMPARE(day.totals.meanLoss()->won(), Won{-777});
    QCOMPARE(day.totals.worst->net, Won{-777});
    QVERIFY(!day.totals.best);
    QCOMPARE(day.trades[0].netReturn, -7'770);
}

void TestDaySummary::truncatesMeansTowardsZero()
{
    QCOMPARE(dayOf({tradeOf(1), tradeOf(2)}).totals.expectancy()->won(), Won{1});
    QCOMPARE(dayOf({tradeOf(-1), tradeOf(-2)}).totals.expectancy()->won(), Won{-1});
}

void TestDaySummary::theFirstOfEqualExtremesCounts()
{
    std::vector<domain::TradeRecord> trades{tradeOf(7), tradeOf(7), tradeOf(-7), tradeOf(-7)};
    for (std::size_t i = 0; i < trades.size(); ++i) {
        trades[i].number = static_cast<std::uint32_t>(i + 1);
    }

    const domain::TradeTotals totals = dayOf(trades).totals;

    QCOMPARE(totals.best->number, 1U);
    QCOMPARE(totals.worst->number, 3U);
}

void TestDaySummary::sharesTakenOverAreJudgedByTheDayAlone()
{
    // Bought in another program: what they cost is not recorded, what they were worth this
    // morning is.
    domain::TradeRecord taken = tradeOf(0);
    taken.bought = domain::Quantity{0};
    taken.buyAmount = Won{0};
    taken.sellAmount = Won{101'000};
    taken.fees = Won{14};
    taken.taxes = Won{202};
    taken.carried = Won{100'000};
    taken.highest = domain::Price::fromWon(10'500);
    taken.fills = {fill(domain::Side::Sell, 10, 101'000, 10'100)};
    taken.fills[0].fee = Won{14};
    taken.fills[0].tax = Won{202};

    const domain::TradeFigures figures = core::report::figuresOf(taken);

    QCOMPARE(figures.basis, domain::TradeBasis::DayOnly);
    QCOMPARE(figures.gross, Won{1'000});
    QCOMPARE(figures.net, Won{784});
    QCOMPARE(figures.dayNet, Won{784});
    QCOMPARE(figures.netReturn, 7'840);
    QVERIFY(!figures.favourable);  // Against which entry?
}

void TestDaySummary::aTradeOfUnknownCostIsNotAWin()
{
    // Found at the broker during the day and sold here: the sale alone is no result.
    domain::TradeRecord found = tradeOf(0);
    found.bought = domain::Quantity{0};
    found.buyAmount = Won{0};
    // And one of which shares were sold elsewhere.
    domain::TradeRecord parted = tradeOf(500);
    parted.sold = domain::Quantity{4};
    parted.carried = Won{90'000};

    const domain::DaySummary day = dayOf({found, parted, tradeOf(10)});

    QVERIFY(!day.trades[0].judged());
    QVERIFY(!day.trades[0].result());
    QVERIFY(!day.trades[1].judged());
    QCOMPARE(day.totals.unjudged, 2);
    QCOMPARE(day.totals.trades, 1);
    QCOMPARE(day.totals.net, Won{10});
    QCOMPARE(day.check.trades, Won{10});
}

void TestDaySummary::anAddToAnOvernightPositionCountsInItsDay()
{
    // 10 held since yesterday (worth 100,000 this morning), 10 more for 101,000 today, all sold
    // for 205,000.
    domain::TradeRecord trade = tradeOf(0);
    domain::TradeFill first = fill(domain::Side::Buy, 10, 95'000, 0);
    first.at -= std::chrono::hours{24};
    first.fee = Won{13};
    domain::TradeFill more = fill(domain::Side::Buy, 10, 101'000, 0);
    more.fee = Won{14};
    domain::TradeFill out = fill(domain::Side::Sell, 20, 205'000, 0);
    out.fee = Won{28};
    out.tax = Won{410};
    trade.fills = {first, more, out};
    trade.bought = trade.sold = domain::Quantity{20};
    trade.buyAmount = Won{196'000};
    trade.sellAmount = Won{205'000};
    trade.fees = Won{55};
    trade.taxes = Won{410};
    trade.carried = Won{100'000};

    const domain::TradeFigures figures = core::report::figuresOf(trade);

    QCOMPARE(figures.basis, domain::TradeBasis::WholeLife);
    QCOMPARE(figures.net, Won{8'535});     // 205,000 - 196,000 - 55 - 410
    QCOMPARE(figures.dayNet, Won{3'548});  // 205,000 - 101,000 - 14 - 28 - 410 - 100,000
}

void TestDaySummary::aDayWithoutSamplesHasNoDrawdown()
{
    domain::DayRecord day = test::goldenDay();
    day.minutes.clear();
    QVERIFY(!summarize(day).drawdown);

    day.minutes = {{.minute = test::sampleTime(9, 0)}};
    QCOMPARE(summarize(day).drawdown->won, Won{0});
}

void TestDaySummary::withoutASessionThereIsNoUptime()
{
    const domain::DaySummary day = summarize(test::goldenDay());

    QVERIFY(!day.quality.session);
    QVERIFY(!day.quality.uptime());
    QCOMPARE(day.quality.outage, milliseconds{std::chrono::minutes{6}});
}

void TestDaySummary::theHeadlineIsWhatTomorrowCompares()
{
    const domain::DaySummary day = golden();
    const domain::DayHeadline headline = day.headline();

    QCOMPARE(headline.date, test::kSampleDate);
    QCOMPARE(headline.dayPnl, day.dayPnl);
    QCOMPARE(headline.trades, 4);
    QCOMPARE(headline.winRate(), day.totals.winRate());
    QCOMPARE(headline.net, Won{25'623});
    QCOMPARE(headline.drawdown, Won{12'345});
    QCOMPARE(headline.violations, 3);
    QCOMPARE(summarize({}, {.previous = headline}).previous, headline);
}

void TestDaySummary::aReturnIsOfWhatWasPaidForBuying()
{
    domain::TradeRecord trade = tradeOf(50'000);
    trade.fills = {fill(domain::Side::Buy, 10, 100'000, 0),
                   fill(domain::Side::Sell, 10, 150'000, 0)};
    trade.fills[0].fee = Won{25'000};
    trade.fills[1].fee = Won{5'000};
    trade.fees = Won{30'000};
    // 20,000 of 125,000: the fee of the sale is in the result, not in what it was made with.
    QCOMPARE(core::report::figuresOf(trade).netReturn, std::optional<std::int64_t>{160'000});
}

void TestDaySummary::nothingIsDividedByNothing()
{
    domain::TradeRecord trade;
    trade.highest = trade.lowest = domain::Price::fromWon(100);
    const domain::TradeFigures figures = core::report::figuresOf(trade);
    QVERIFY(!figures.favourable && !figures.adverse && !figures.netReturn);
    domain::DayRecord day;
    day.startEquity = day.endEquity = Won{};
    domain::MinuteMetrics minute;
    minute.drawdown = Won{5};
    day.minutes = {minute};
    const domain::DaySummary summary = summarize(day);
    QVERIFY(!summary.dayPnl);
    QCOMPARE(summary.drawdown->tenThousandths, 0);
    QVERIFY(!summary.headline().winRate());
    QVERIFY(!domain::DayHeadline{}.winRate());
    QVERIFY(!domain::DaySummary{}.headline().drawdown);
    domain::TradeTotals totals;
    totals.trades = 3;
    QVERIFY(!totals.meanSlippagePerTrade() && !totals.meanSlippagePerFill());
    domain::DataQuality quality;
    quality.session = milliseconds{1};
    QVERIFY(!quality.uptime());
    quality.up = milliseconds{1};
    QCOMPARE(quality.uptime()->tenThousandths(), 1'000'000);
    quality.session.reset();
    QVERIFY(!quality.uptime());
    quality.session = milliseconds{0};
    QVERIFY(!quality.uptime());
}

void TestDaySummary::oneWonIsEnoughToDivideBy()
{
    domain::TradeRecord trade = tradeOf(1);
    trade.bought = trade.sold = domain::Quantity{1};
    trade.buyAmount = Won{1};
    trade.sellAmount = Won{2};
    trade.highest = trade.lowest = domain::Price::fromWon(1);
    const domain::TradeFigures figures = core::report::figuresOf(trade);
    QCOMPARE(figures.netReturn, std::optional<std::int64_t>{1'000'000});
    QVERIFY(figures.favourable && figures.favourable->won == Won{});
    QVERIFY(figures.adverse.has_value());
    QCOMPARE(domain::slippageOf(fill(domain::Side::Buy, 1, 3, 1)), std::optional{Won{2}});
    QVERIFY(!domain::slippageOf(fill(domain::Side::Buy, 1, 3, 0)));
    domain::DayRecord day;
    day.startEquity = Won{1};
    day.endEquity = Won{2};
    domain::MinuteMetrics minute;
    minute.drawdown = minute.runningMax = Won{1};
    day.minutes = {minute};
    day.trades = {trade};
    const domain::DaySummary summary = summarize(day);
    QCOMPARE(summary.dayPnl->tenThousandths, 1'000'000);
    QCOMPARE(summary.drawdown->tenThousandths, 1'000'000);
    QCOMPARE(summary.totals.winRate()->tenThousandths(), 1'000'000);
    QCOMPARE(summary.totals.meanHold(), std::optional{milliseconds{seconds{60}}});
    QCOMPARE(summary.headline().winRate()->tenThousandths(), 1'000'000);
    domain::TradeTotals totals;
    totals.trades = totals.slippage.fills = 1;
    totals.slippage.won = Won{7};
    QCOMPARE(totals.meanSlippagePerTrade()->won(), Won{7});
}

void TestDaySummary::feesOfADayAloneAreThoseOfItsFills()
{
    domain::TradeRecord trade = tradeOf(0);
    trade.carried = Won{90'000};
    trade.bought = {};
    trade.buyAmount = {};
    trade.fills = {fill(domain::Side::Sell, 10, 100'000, 0)};
    trade.fills[0].fee = Won{14};
    trade.fills[0].tax = Won{150};
    const domain::TradeFigures figures = core::report::figuresOf(trade);
    QVERIFY(figures.basis == domain::TradeBasis::DayOnly);
    QCOMPARE(figures.gross, Won{10'000});
    QCOMPARE(figures.fees, Won{14});
    QCOMPARE(figures.taxes, Won{150});
    QCOMPARE(figures.net, Won{9'836});

    domain::DayRecord day;
    day.open.resize(3);
    day.open[0].carried = Won{1};
    QCOMPARE(summarize(day).check.overnightOpen, 1);
}

void TestDaySummary::everythingBeginsAtNothing()
{
    // What nobody set is zero: records and reports write it as it is.
    QCOMPARE(domain::MeanWon{}.count, 0);
    QCOMPARE(domain::Ratio{}.tenThousandths(), 0);
    QCOMPARE(domain::Ratio{}.denominator, 1);
    QCOMPARE(domain::WonShare{}.tenThousandths, 0);
    QCOMPARE(domain::TradeFigures{}.number, 0U);
    QCOMPARE(domain::TradeExtreme{}.number, 0U);
    QCOMPARE(domain::Drawdown{}.tenThousandths, 0);
    QCOMPARE(domain::KindCount{}.count, 0);
    const domain::DayHeadline headline;
    QCOMPARE(headline.trades + headline.wins + headline.violations, 0);
    QCOMPARE(headline.trades, 0);
    QCOMPARE(headline.wins, 0);
    const domain::DaySummary summary;
    QCOMPARE(summary.openPositions, 0);
    QCOMPARE(summary.guardFirings, 0);
    QCOMPARE(summary.violationCount, 0);
    QCOMPARE(domain::TradeRecord{}.number, 0U);
    QCOMPARE(domain::TradeRecord{}.trailWidth, 0);
    const domain::MinuteMetrics minute;
    for (const int count : {minute.trades, minute.wins, minute.positions, minute.orders,
                            minute.rejects, minute.samples}) {
        QCOMPARE(count, 0);
    }
    QCOMPARE(domain::StoredBar{}.gapShares, 0);
    QCOMPARE(domain::DataGap{}.shares, 0);
}

QTEST_GUILESS_MAIN(TestDaySummary)
#include "tst_day_summary.moc"
