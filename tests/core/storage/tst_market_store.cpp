// The store of bars, days and decisions, each test on both engines.

#include "core/storage/market_store.h"
#include "tests/core/storage/market_rig.h"
#include "tests/support/market_samples.h"

#include <QTest>

#include <array>
#include <limits>

using namespace core;
using namespace core::storage;
using base::ErrorCode;
using test::MarketRig;
using test::sampleBar;
using test::sampleDate;
using test::sampleDecision;
using test::sampleMinute;
using test::sampleTrade;
using test::symbolOf;

namespace
{
domain::Timestamp openingOf(domain::TradingDate date)
{
    return domain::fromKst(date, domain::timeOfDay(9, 0));
}

/// Some of everything.
MarketBatch busyMinute(domain::TradingDate date)
{
    MarketBatch batch = wholeDay(test::fullDay(date));
    for (int minute = 0; minute < 75; ++minute) {
        batch.bars.push_back(sampleBar(date, "005930", minute));
        batch.bars.push_back(sampleBar(date, "0001A0", minute));
        batch.decisions.push_back(
            sampleDecision(date, static_cast<std::uint64_t>(minute) + 1, "005930"));
    }
    batch.run = 1'767'571'200'000;
    return batch;
}
}  // namespace

class TestMarketStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void aWholeDayComesBackAsItWas_data() { MarketRig::engines(); }
    void aWholeDayComesBackAsItWas()
    {
        FRESH_STORE(options);
        const domain::DayRecord day = test::fullDay(sampleDate(3));
        {
            const auto store = MarketStore::open(options);
            VERIFY_OK(store);
            VERIFY_OK((*store)->write(wholeDay(day)));
            const auto read = (*store)->day(day.date);
            VERIFY_OK(read);
            QVERIFY(*read == day);
        }
        const auto again = MarketStore::open(options);
        VERIFY_OK(again);
        QCOMPARE((*again)->health().kind, MarketHealth::Kind::Good);

        const auto read = (*again)->day(day.date);

        VERIFY_OK(read);
        QVERIFY(read->has_value());
        QCOMPARE((*read)->trades.at(2).name, day.trades.at(2).name);
        QCOMPARE((*read)->trades.at(2).fills.size(), 9);
        QCOMPARE((*read)->startEquity->value(), std::numeric_limits<std::int64_t>::max());
        QVERIFY(*read == day);
    }

    void anEmptyDayIsADayAndAnUnknownOneIsNone_data() { MarketRig::engines(); }
    void anEmptyDayIsADayAndAnUnknownOneIsNone()
    {
        FRESH_STORE(options);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        const domain::DayRecord empty = test::emptyDay(sampleDate(0));
        VERIFY_OK((*store)->write(wholeDay(empty)));

        const auto day = (*store)->day(empty.date);
        const auto none = (*store)->day(sampleDate(1));

        VERIFY_OK(day);
        VERIFY_OK(none);
        QVERIFY(*day == empty);
        QVERIFY(!none->has_value());
        QVERIFY((*store)->bars(symbolOf("005930"), {}, openingOf(sampleDate(9)))->empty());
        QVERIFY((*store)->decisions(sampleDate(0), std::nullopt)->empty());
    }

    void writingABatchAgainChangesNothing_data() { MarketRig::engines(); }
    void writingABatchAgainChangesNothing()
    {
        FRESH_STORE(options);
        const MarketBatch batch = busyMinute(sampleDate(4));
        auto store = MarketStore::open(options);
        VERIFY_OK(store);
        const auto first = (*store)->write(batch);
        VERIFY_OK(first);
        QVERIFY(first->changed > 300);

        const auto second = (*store)->write(batch);
        std::move(store).value().reset();
        store = MarketStore::open(options);  // As after a restart.
        VERIFY_OK(store);
        const auto third = (*store)->write(batch);

        VERIFY_OK(second);
        VERIFY_OK(third);
        QCOMPARE(second->changed, 0);
        QCOMPARE(third->changed, 0);
        QVERIFY(*(*store)->day(batch.date) == test::fullDay(batch.date));
        QVERIFY(*(*store)->decisions(batch.date, std::nullopt) == batch.decisions);
    }

    void theNewerRowOfAKeyReplacesTheOlder_data() { MarketRig::engines(); }
    void theNewerRowOfAKeyReplacesTheOlder()
    {
        FRESH_STORE(options);
        const domain::TradingDate date = sampleDate(5);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        VERIFY_OK((*store)->write(busyMinute(date)));
        domain::DayRecord day = test::fullDay(date);
        day.trades.at(2) = sampleTrade(date, 7, 1);  // Eight fills fewer.
        day.trades.at(0).carried = domain::Won{5};
        day.minutes.at(3).equity = domain::Won{-1};
        day.interventions.resize(1);
        day.guard.clear();
        day.violations.erase(day.violations.begin());
        day.endEquity.reset();
        MarketBatch batch = wholeDay(day);
        domain::StoredBar bar = sampleBar(date, "005930", 3, 17);
        bar.gapShares = 99;
        bar.bar.mark(domain::Bar::kGap | domain::Bar::kRevised);
        batch.bars = {bar};
        batch.decisions = {sampleDecision(date, 2, "000660")};
        batch.run = 1'767'571'200'000;

        const auto written = (*store)->write(batch);

        VERIFY_OK(written);
        // 2 trades, 1 fill less 8 gone, 1 minute, 7 + 4 rows of lists gone, 1 violation moved and
        // 1 gone, the day, the bar, the decision; the fill that stays is the same.
        QCOMPARE(written->changed, 2 + 8 + 1 + 7 + 4 + 2 + 1 + 1 + 1);
        QVERIFY(*(*store)->day(date) == day);
        const auto bars =
            (*store)->bars(bar.symbol, bar.bar.start(), bar.bar.start() + std::chrono::minutes{1});
        VERIFY_OK(bars);
        QCOMPARE(bars->size(), 1);
        QVERIFY(bars->front() == bar);
        QVERIFY((*store)->decisions(date, symbolOf("000660"))->front() == batch.decisions.front());
    }

    void theLaterRowOfABatchCounts_data() { MarketRig::engines(); }
    void theLaterRowOfABatchCounts()
    {
        FRESH_STORE(options);
        const domain::TradingDate date = sampleDate(6);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        MarketBatch batch{
            .date = date,
            .bars = {sampleBar(date, "005930", 1, 1), sampleBar(date, "005930", 1, 2)},
            .minutes = {sampleMinute(date, 1), sampleMinute(date, 1)},
            .trades = {sampleTrade(date, 1, 3), sampleTrade(date, 1, 2)},
            .decisions = {sampleDecision(date, 4, ""), sampleDecision(date, 4, "")}};
        batch.minutes.back().equity = domain::Won{4};
        batch.decisions.back().rule = QStringLiteral("EOD");

        VERIFY_OK((*store)->write(batch));

        const auto day = (*store)->day(date);
        VERIFY_OK(day);
        QVERIFY((*day)->minutes == std::vector{batch.minutes.back()});
        QVERIFY((*day)->trades == std::vector{batch.trades.back()});
        QVERIFY(*(*store)->decisions(date, std::nullopt) == std::vector{batch.decisions.back()});
        QVERIFY(*(*store)->bars(symbolOf("005930"), openingOf(date), openingOf(sampleDate(7)))
                == std::vector{batch.bars.back()});
    }

    void anyNumberOfRowsIsWrittenWhole_data() { MarketRig::engines(); }
    void anyNumberOfRowsIsWrittenWhole()
    {
        FRESH_STORE(options);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        int day = 0;
        for (const int count : {1, 7, 8, 9, 63, 64, 65, 72, 73, 137, 381}) {
            const domain::TradingDate date = sampleDate(day++);
            MarketBatch batch;
            for (int minute = 0; minute < count; ++minute) {
                batch.bars.push_back(sampleBar(date, "005930", minute));
            }
            const auto written = (*store)->write(batch);
            VERIFY_OK(written);
            QCOMPARE(written->changed, count);
            QVERIFY(*(*store)->bars(symbolOf("005930"), openingOf(date),
                                    openingOf(date) + std::chrono::hours{12})
                    == batch.bars);
        }
    }

    void readsBarsOfASymbolAndASpan_data() { MarketRig::engines(); }
    void readsBarsOfASymbolAndASpan()
    {
        FRESH_STORE(options);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        std::vector<domain::StoredBar> expected;
        for (const int number : {0, 1, 4, 5, 6, 30}) {
            MarketBatch batch;
            for (int minute = 0; minute < 10; ++minute) {
                for (const char* symbol : {"005930", "000660", "0059300", "00593"}) {
                    batch.bars.push_back(sampleBar(sampleDate(number), symbol, minute));
                }
                batch.bars.at(batch.bars.size() - 4).gapShares = minute;
                const bool inSpan = (number == 1 && minute >= 4) || number == 4 || number == 5
                                    || (number == 6 && minute < 6);
                if (inSpan) {
                    expected.push_back(batch.bars.at(batch.bars.size() - 4));
                }
            }
            VERIFY_OK((*store)->write(batch));
        }

        const auto bars =
            (*store)->bars(symbolOf("005930"), openingOf(sampleDate(1)) + std::chrono::minutes{4},
                           openingOf(sampleDate(6)) + std::chrono::minutes{6});

        VERIFY_OK(bars);
        QCOMPARE(bars->size(), 32);
        QVERIFY(*bars == expected);
        QVERIFY((*store)->bars(symbolOf("005931"), {}, openingOf(sampleDate(90)))->empty());
        QCOMPARE((*store)->bars(symbolOf("00593"), {}, openingOf(sampleDate(90)))->size(), 60);
        QVERIFY((*store)
                    ->bars(symbolOf("005930"), openingOf(sampleDate(7)), openingOf(sampleDate(20)))
                    ->empty());
    }

    void readsDecisionsOfASymbolAndADay_data() { MarketRig::engines(); }
    void readsDecisionsOfASymbolAndADay()
    {
        FRESH_STORE(options);
        const domain::TradingDate date = sampleDate(2);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        MarketBatch first{.date = date,
                          .run = 100,
                          .decisions = {sampleDecision(date, 1, "005930"),
                                        sampleDecision(date, 2, ""),
                                        sampleDecision(date, 9, "000660")}};
        MarketBatch second{
            .date = date, .run = 200, .decisions = {sampleDecision(date, 1, "005930")}};
        second.decisions.front().rule = QStringLiteral("after the restart");
        const MarketBatch other{.date = sampleDate(3),
                                .run = 200,
                                .decisions = {sampleDecision(sampleDate(3), 1, "005930")}};
        VERIFY_OK((*store)->write(second));
        VERIFY_OK((*store)->write(first));
        VERIFY_OK((*store)->write(other));

        const auto ofSymbol = (*store)->decisions(date, symbolOf("005930"));
        const auto ofAccount = (*store)->decisions(date, domain::Symbol{});
        const auto all = (*store)->decisions(date, std::nullopt);

        VERIFY_OK(all);
        QVERIFY(*ofSymbol == (std::vector{first.decisions.at(0), second.decisions.at(0)}));
        QVERIFY(*ofAccount == std::vector{first.decisions.at(1)});
        QCOMPARE(all->size(), 4);
        QVERIFY(!(*store)->day(date)->has_value());  // An index of decisions is no day.
    }

    void listsDaysWithTheirFigures_data() { MarketRig::engines(); }
    void listsDaysWithTheirFigures()
    {
        FRESH_STORE(options);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        QVERIFY((*store)->days()->empty());
        const domain::DayRecord full = test::fullDay(sampleDate(8));
        domain::DayRecord empty = test::emptyDay(sampleDate(2));
        empty.startEquity = domain::Won{5};
        VERIFY_OK((*store)->write(wholeDay(full)));
        VERIFY_OK((*store)->write(wholeDay(empty)));
        VERIFY_OK(
            (*store)->write({.date = sampleDate(1), .minutes = {sampleMinute(sampleDate(1), 1)}}));
        DayHeadline expected{.date = full.date,
                             .environment = full.environment,
                             .startEquity = full.startEquity,
                             .endEquity = full.endEquity,
                             .costs = full.costs,
                             .trades = 3,
                             .violations = 2};
        for (const domain::TradeRecord& trade : full.trades) {
            expected.wins += trade.net() > domain::Won{} ? 1 : 0;
            expected.net += trade.net();
        }
        QCOMPARE(expected.wins, 1);

        const auto days = (*store)->days();

        VERIFY_OK(days);
        QCOMPARE(days->size(), 3);
        QVERIFY(days->at(0) == (DayHeadline{.date = sampleDate(1)}));
        QVERIFY(days->at(1) == (DayHeadline{.date = sampleDate(2), .startEquity = domain::Won{5}}));
        QVERIFY(days->at(2) == expected);
    }

    void desksAndEnvironmentsDoNotSeeEachOther_data() { MarketRig::engines(); }
    void desksAndEnvironmentsDoNotSeeEachOther()
    {
        FRESH_STORE(one);
        const domain::TradingDate date = sampleDate(1);
        MarketStoreOptions two = one;
        two.desk = QStringLiteral("둘째 '데스크'");
        MarketStoreOptions live = one;
        live.environment = domain::EnvironmentKind::Live;
        int revision = 0;
        for (const MarketStoreOptions& options : {one, two, live}) {
            const auto store = MarketStore::open(options);
            VERIFY_OK(store);
            QVERIFY(!(*store)->day(date)->has_value());
            QVERIFY((*store)->days()->empty());
            MarketBatch batch = wholeDay(test::emptyDay(date));
            batch.day->costs = domain::Won{++revision};
            batch.bars = {sampleBar(date, "005930", 1, revision)};
            batch.decisions = {sampleDecision(date, 1, "005930")};
            const auto written = (*store)->write(batch);
            VERIFY_OK(written);
            QCOMPARE(written->changed, 3);
        }
        revision = 0;
        for (const MarketStoreOptions& options : {one, two, live}) {
            const auto store = MarketStore::open(options);
            VERIFY_OK(store);
            QCOMPARE((*(*store)->day(date))->costs.value(), ++revision);
            const auto bars =
                (*store)->bars(symbolOf("005930"), openingOf(date), openingOf(sampleDate(2)));
            QVERIFY(*bars == std::vector{sampleBar(date, "005930", 1, revision)});
            if (options.desk != one.desk) {
                QCOMPARE(*(*store)->prune(MarketAged::Bars, sampleDate(9)), 1);
            }
        }
        const auto store = MarketStore::open(one);
        QCOMPARE(
            (*store)->bars(symbolOf("005930"), openingOf(date), openingOf(sampleDate(2)))->size(),
            1);
    }

    void removesWhatIsOld_data() { MarketRig::engines(); }
    void removesWhatIsOld()
    {
        FRESH_STORE(options);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        for (int number = 0; number < 6; ++number) {
            VERIFY_OK((*store)->write(busyMinute(sampleDate(number))));
        }

        const auto bars = (*store)->prune(MarketAged::Bars, sampleDate(4));
        const auto decisions = (*store)->prune(MarketAged::Decisions, sampleDate(1));

        VERIFY_OK(bars);
        VERIFY_OK(decisions);
        QCOMPARE(*bars, 4 * 150);
        QCOMPARE(*decisions, 75);
        QCOMPARE(*(*store)->prune(MarketAged::Bars, sampleDate(4)), 0);
        const auto left = (*store)->bars(symbolOf("005930"), {}, openingOf(sampleDate(20)));
        QCOMPARE(left->size(), 150);
        QVERIFY(left->front() == sampleBar(sampleDate(4), "005930", 0));
        QVERIFY((*store)->decisions(sampleDate(0), std::nullopt)->empty());
        QCOMPARE((*store)->decisions(sampleDate(1), std::nullopt)->size(), 75);
        QVERIFY(*(*store)->day(sampleDate(0)) == test::fullDay(sampleDate(0)));  // Days stay.
        QCOMPARE((*store)->days()->size(), 6);
    }

    void aRemovedDayLeavesNothingAndTakesNoOther_data() { MarketRig::engines(); }
    void aRemovedDayLeavesNothingAndTakesNoOther()
    {
        FRESH_STORE(options);
        MarketStoreOptions other = options;
        other.desk = QStringLiteral("another");
        const domain::TradingDate date = sampleDate(1);
        if (const auto theirs = MarketStore::open(other); theirs) {
            VERIFY_OK((*theirs)->write(busyMinute(date)));
        }
        {
            const auto store = MarketStore::open(options);
            VERIFY_OK(store);
            for (const int number : {0, 1, 2}) {
                VERIFY_OK((*store)->write(busyMinute(sampleDate(number))));
            }

            VERIFY_OK((*store)->removeDay(date));

            QVERIFY(!(*store)->day(date)->has_value());
            QVERIFY((*store)->decisions(date, std::nullopt)->empty());
            QVERIFY((*store)
                        ->bars(symbolOf("005930"), openingOf(date), openingOf(sampleDate(2)))
                        ->empty());
            for (const int number : {0, 2}) {
                QVERIFY(*(*store)->day(sampleDate(number)) == test::fullDay(sampleDate(number)));
                QCOMPARE((*store)->decisions(sampleDate(number), std::nullopt)->size(), 75);
            }
            // No row of it is left in any table: all of it is new again.
            const auto first = (*store)->write(busyMinute(sampleDate(9)));
            const auto again = (*store)->write(busyMinute(date));
            VERIFY_OK(again);
            QCOMPARE(again->changed, first->changed);
        }
        const auto theirs = MarketStore::open(other);
        VERIFY_OK(theirs);
        QVERIFY(*(*theirs)->day(date) == test::fullDay(date));
        QCOMPARE((*theirs)->decisions(date, std::nullopt)->size(), 75);
    }

    void aBatchIsWrittenWholeOrNotAtAll_data() { MarketRig::engines(); }
    void aBatchIsWrittenWholeOrNotAtAll()
    {
        FRESH_STORE(options);
        const domain::TradingDate date = sampleDate(1);
        VERIFY_OK(MarketStore::open(options));
        // The last thing that a batch writes does not fit.
        {
            const auto connection = MarketRig::connect(options);
            QVERIFY(connection);
            VERIFY_OK(connection->execute(
                engine == SqlEngine::Sqlite
                    ? QStringLiteral("CREATE TRIGGER no BEFORE INSERT ON decision BEGIN "
                                     "SELECT RAISE(ABORT, 'no'); END")
                    : QStringLiteral("ALTER TABLE decision ADD CHECK (number < 0)")));
        }
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);

        const auto refused = (*store)->write(busyMinute(date));

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(!mayRepeat(refused.error()));
        QVERIFY(!(*store)->day(date)->has_value());
        QVERIFY((*store)->bars(symbolOf("005930"), {}, openingOf(sampleDate(9)))->empty());
        MarketBatch fits = busyMinute(date);
        fits.decisions.clear();
        VERIFY_OK((*store)->write(fits));
        QVERIFY(*(*store)->day(date) == test::fullDay(date));
    }

    void refusesDatesThatDoNotFit_data() { MarketRig::engines(); }
    void refusesDatesThatDoNotFit()
    {
        FRESH_STORE(options);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        const domain::TradingDate date = sampleDate(1);
        const std::array wrong{
            MarketBatch{.minutes = {sampleMinute(date, 1)}},
            MarketBatch{.decisions = {sampleDecision(date, 1, "")}},
            MarketBatch{.date = std::chrono::year{2026} / 2 / 30,
                        .minutes = {sampleMinute(date, 1)}},
            MarketBatch{.date = date, .trades = {sampleTrade(sampleDate(2), 1, 1)}},
            MarketBatch{.date = date, .day = test::emptyDay(sampleDate(2))},
        };
        for (const MarketBatch& batch : wrong) {
            const auto written = (*store)->write(batch);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::OutOfRange);
        }
        QVERIFY((*store)->days()->empty());
    }

    void textThatPostgresHasNotIsStoredTheSameEverywhere_data() { MarketRig::engines(); }
    void textThatPostgresHasNotIsStoredTheSameEverywhere()
    {
        FRESH_STORE(options);
        const auto store = MarketStore::open(options);
        VERIFY_OK(store);
        domain::DayRecord day = test::emptyDay(sampleDate(1));
        day.violations = {{.detail = QStringLiteral("a") + QChar{u'\0'} + u'b'}};

        VERIFY_OK((*store)->write(wholeDay(day)));

        const auto read = (*store)->day(day.date);
        VERIFY_OK(read);
        QCOMPARE((*read)->violations.front().detail, QStringLiteral("ab"));
    }

    void saysWhichColumnHoldsWhatItWouldNotWrite_data()
    {
        QTest::addColumn<SqlEngine>("engine");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("column");
        const auto row = [](const char* name, const char* change, const char* column) {
            for (const SqlEngine engine : {SqlEngine::Sqlite, SqlEngine::Postgres}) {
                QTest::addRow("%s, %s", name, engine == SqlEngine::Sqlite ? "SQLite" : "PostgreSQL")
                    << engine << QString::fromLatin1(change) << QString::fromLatin1(column);
            }
        };
        row("an unknown word", "UPDATE trade SET owner='nobody' WHERE number=2", "owner");
        row("a code that is none", "UPDATE trade SET symbol='5930x' WHERE number=2", "symbol");
        row("a number too large", "UPDATE minute_metrics SET trades=4294967296", "trades");
        row("half true", "UPDATE guard_firing SET released=2", "released");
        row("an order that is none", "UPDATE trade_fill SET order_id='1-2'", "order_id");
        row("a fill of no trade", "UPDATE trade_fill SET number=5 WHERE number=7", "number");
    }
    void saysWhichColumnHoldsWhatItWouldNotWrite()
    {
        FRESH_STORE(options);
        QFETCH(QString, change);
        QFETCH(QString, column);
        const domain::TradingDate date = sampleDate(1);
        {
            const auto store = MarketStore::open(options);
            VERIFY_OK(store);
            VERIFY_OK((*store)->write(wholeDay(test::fullDay(date))));
        }
        VERIFY_OK(MarketRig::connect(options)->execute(change));
        const auto store = MarketStore::open(options);

        const auto day = (*store)->day(date);

        QVERIFY(!day);
        QCOMPARE(day.error().code, ErrorCode::Malformed);
        QVERIFY2(day.error().detail.contains(u'"' + column + u'"'), qPrintable(day.error().detail));
    }

    void anEntryOfTheIndexNamesTheConditionsThatSaidNo()
    {
        using domain::CheckOutcome;
        domain::Decision decision{
            .number = 12,
            .at = openingOf(sampleDate(1)),
            .kind = domain::DecisionKind::Add,
            .verdict = domain::Verdict::Refuse,
            .symbol = symbolOf("005930"),
            .rule = QLatin1String{"ADD"},
            .conditions = {{.id = QLatin1String{"P1"}, .outcome = CheckOutcome::Pass},
                           {.id = QLatin1String{"P4"}, .outcome = CheckOutcome::Fail},
                           {.id = QLatin1String{"P5"}, .outcome = CheckOutcome::NotApplicable},
                           {.id = QLatin1String{"P6"}, .outcome = CheckOutcome::Insufficient}},
            .price = domain::Price::fromWon(70'100),
            .quantity = domain::Quantity{7},
            .order = {.date = sampleDate(1), .event = 3, .ordinal = 1}};

        const DecisionEntry entry = entryOf(decision);

        QCOMPARE(entry.failing, (QStringList{QStringLiteral("P4"), QStringLiteral("P6")}));
        QCOMPARE(entry.rule, QStringLiteral("ADD"));
        QVERIFY(entry.order == decision.order && entry.price == decision.price
                && entry.quantity == decision.quantity && entry.number == 12
                && entry.kind == decision.kind && entry.verdict == decision.verdict
                && entry.at == decision.at && entry.symbol == decision.symbol);
    }

private:
    MarketRig m_rig;
};

QTEST_GUILESS_MAIN(TestMarketStore)
#include "tst_market_store.moc"
