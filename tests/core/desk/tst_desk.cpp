#include "core/config/config_file.h"
#include "core/desk/desk.h"

#include <QTest>

#include <algorithm>

using namespace core;
using namespace std::chrono_literals;
using desk::Desk;
using desk::DeskOptions;
using desk::Effect;
using domain::EventPayload;
using domain::Symbol;
using domain::Timestamp;

namespace
{
Symbol code(const char* text)
{
    return Symbol::parse(std::string_view{text}).value();
}

Timestamp at(int hour, int minute, int second = 0)
{
    return domain::fromKst(*domain::parseDate(u"2025-09-02"),
                           domain::timeOfDay(hour, minute, second));
}

DeskOptions options()
{
    DeskOptions deskOptions;
    deskOptions.config = config::defaultConfig(domain::EnvironmentKind::Sim);
    deskOptions.capabilities = config::capabilitiesOf(false);
    return deskOptions;
}

domain::Instrument stock(const char* symbol, std::int64_t price, std::int64_t volume)
{
    domain::Instrument instrument;
    instrument.symbol = code(symbol);
    instrument.name = QLatin1String{symbol};
    instrument.reference = domain::Price::fromWon(price);
    instrument.previousVolume = domain::Quantity{volume};
    return instrument;
}

domain::InstrumentsPtr threeStocks()
{
    auto table = std::make_shared<domain::InstrumentTable>();
    for (const domain::Instrument& instrument :
         {stock("000660", 300'000, 3'000'000), stock("005930", 70'000, 20'000'000),
          stock("035720", 50'000, 1'000)}) {
        table->bySymbol.emplace(instrument.symbol, instrument);
    }
    return table;
}

domain::Trade trade(const char* symbol, Timestamp time, std::int64_t price, std::int64_t quantity,
                    std::int64_t accumulated)
{
    domain::Trade record;
    record.symbol = code(symbol);
    record.time = std::chrono::floor<std::chrono::seconds>(time);
    record.price = domain::Price::fromWon(price);
    record.quantity = domain::Quantity{quantity};
    record.accVolume = domain::Quantity{accumulated};
    record.accTurnover = domain::Won{price * accumulated};
    record.high = record.price;
    record.low = record.price;
    record.aggressor = domain::Aggressor::Buyer;
    return record;
}

/// Feeds a desk and keeps what it asked for.
class Driver
{
public:
    explicit Driver(DeskOptions deskOptions = options()) : m_desk{std::move(deskOptions)} {}

    void apply(Timestamp time, EventPayload payload)
    {
        m_event.number += 1;
        m_event.time = time;
        m_event.payload = std::move(payload);
        const auto out = m_desk.apply(m_event);
        m_effects.insert(m_effects.end(), out.begin(), out.end());
    }
    template <typename T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const Effect& effect : m_effects) {
            if (const T* one = std::get_if<T>(&effect)) {
                found.push_back(*one);
            }
        }
        return found;
    }
    [[nodiscard]] int reports(domain::LogCode logCode) const
    {
        const auto reported = all<desk::Report>();
        return static_cast<int>(
            std::count_if(reported.begin(), reported.end(),
                          [&](const desk::Report& r) { return r.entry.code == logCode; }));
    }
    void forget() { m_effects.clear(); }
    Desk& desk() { return m_desk; }

private:
    Desk m_desk;
    domain::Event m_event;
    std::vector<Effect> m_effects;
};

std::vector<Symbol> tradeSlots(const desk::WantStreams& wanted)
{
    std::vector<Symbol> symbols;
    for (const domain::FeedKey& key : wanted.wanted) {
        if (key.stream == domain::Stream::Trade) {
            symbols.push_back(key.symbol);
        }
    }
    return symbols;
}
}  // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void listensToYesterdaysMostTradedBeforeTheFirstScreening()
    {
        Driver driver;
        driver.apply(at(8, 50), domain::TimerStep{});

        driver.apply(at(8, 50, 1), threeStocks());

        const auto wanted = driver.all<desk::WantStreams>();
        QCOMPARE(wanted.size(), 1U);
        QCOMPARE(tradeSlots(wanted.front()),
                 (std::vector{code("005930"), code("000660"), code("035720")}));
        QCOMPARE(wanted.front().wanted.front().stream, domain::Stream::Notice);
    }

    void asksForAllRankingListsOnceTheInstrumentsAreThere()
    {
        Driver driver;
        driver.apply(at(8, 50), domain::TimerStep{});
        QVERIFY(driver.all<desk::QueryRanking>().empty());

        driver.apply(at(8, 50, 1), threeStocks());

        QCOMPARE(driver.all<desk::QueryRanking>().size(), domain::kRankingLists.size());
    }

    void neverAsksTheMockHostForRankings()
    {
        DeskOptions mock = options();
        mock.capabilities = config::capabilitiesOf(true);
        Driver driver{mock};
        driver.apply(at(9, 0), domain::TimerStep{});
        driver.apply(at(9, 0, 1), threeStocks());
        driver.apply(at(9, 2), domain::TimerStep{});

        QVERIFY(driver.all<desk::QueryRanking>().empty());
        QVERIFY(driver.all<desk::QueryHoliday>().empty());
        QVERIFY(driver.reports(domain::LogCode::Screened) > 0);
        const auto wanted = driver.all<desk::WantStreams>();
        for (const domain::FeedKey& key : wanted.front().wanted) {
            QVERIFY(key.stream != domain::Stream::Operation);
        }
    }

    void screensAtEveryFullMinuteOfTheSessionOnly()
    {
        Driver driver;
        driver.apply(at(8, 58), domain::TimerStep{});
        driver.apply(at(8, 58, 1), threeStocks());
        driver.apply(at(8, 59, 59), domain::TimerStep{});
        QCOMPARE(driver.reports(domain::LogCode::Screened), 0);

        // One event beyond three full minutes runs three screenings before it is applied.
        driver.apply(at(9, 2, 30), domain::TimerStep{});

        QCOMPARE(driver.reports(domain::LogCode::Screened), 3);
    }

    void stepsRunBeforeTheEventThatReachesThem()
    {
        Driver driver;
        driver.apply(at(9, 0, 59), domain::TimerStep{});
        driver.apply(at(9, 0, 59), threeStocks());
        driver.forget();

        driver.apply(at(9, 1), trade("005930", at(9, 1), 70'000, 5, 100));

        // The screening of 09:01:00 did not see the trade of 09:01:00.
        const auto reports = driver.all<desk::Report>();
        QCOMPARE(reports.size(), 1U);
        QCOMPARE(driver.desk().screenResult()->at, at(9, 1));
        QCOMPARE(driver.desk().screenResult()->funnel.scored, 0);
    }

    void theSameEventsGiveTheSameEffectsInAnyRun()
    {
        const auto run = [] {
            Driver driver;
            driver.apply(at(8, 59), domain::TimerStep{});
            driver.apply(at(8, 59), threeStocks());
            std::int64_t accumulated = 0;
            for (int second = 0; second < 300; ++second) {
                accumulated += 7;
                driver.apply(at(9, second / 60, second % 60),
                             trade("005930", at(9, second / 60, second % 60),
                                   70'000 + 100 * (second % 9), 7, accumulated));
            }
            driver.apply(at(9, 5), domain::ScreenNow{});
            return driver.desk().snapshot({}, 1.0)->screen;
        };

        const auto first = run();
        const auto second = run();

        QVERIFY(first != nullptr);
        QVERIFY(*first == *second);
    }

    void pinnedSymbolsKeepTheirSlotsWhateverTheScreenerSays()
    {
        DeskOptions pinned = options();
        pinned.pinned = {code("035720")};
        Driver driver{pinned};

        driver.apply(at(8, 50), domain::TimerStep{});
        driver.apply(at(8, 50, 1), threeStocks());
        driver.apply(at(9, 5), domain::ScreenNow{});

        for (const desk::WantStreams& wanted : driver.all<desk::WantStreams>()) {
            const auto symbols = tradeSlots(wanted);
            QVERIFY(std::find(symbols.begin(), symbols.end(), code("035720")) != symbols.end());
        }
    }

    void whatTheTraderLooksAtIsAskedForFirst()
    {
        Driver driver;
        driver.apply(at(9, 10), domain::TimerStep{});
        driver.apply(at(9, 10), threeStocks());
        driver.apply(at(9, 10), domain::SelectSymbol{code("035720")});
        driver.forget();

        driver.apply(at(9, 10, 2), domain::TimerStep{});

        const auto prices = driver.all<desk::QueryPrice>();
        QVERIFY(!prices.empty());
        QCOMPARE(prices.front().symbol, code("035720"));
    }

    void aChartIsFilledBackToTheOpen()
    {
        const auto halfHour = [](Timestamp until, bool open) {
            domain::MinuteBarsReply reply{
                .symbol = code("005930"), .ok = true, .bars = {}, .vwapCents = {}};
            for (int i = 29; i >= 0; --i) {
                domain::Bar bar;
                bar.startMinute = static_cast<std::int32_t>(
                    std::chrono::floor<std::chrono::minutes>(until.time_since_epoch()).count() - i);
                bar.open = bar.high = bar.low = bar.close = 70'000;
                bar.volume = 10;
                bar.mark(domain::Bar::kWarmUp);
                reply.bars.push_back(bar);
                reply.vwapCents.push_back(0);
            }
            reply.reachesOpen = open;
            return reply;
        };
        Driver driver;
        driver.apply(at(10, 30), domain::TimerStep{});
        driver.apply(at(10, 30), threeStocks());
        driver.apply(at(10, 30), domain::WatchChart{0, domain::ChartRequest{code("005930"),
                                                                            domain::Interval::M1}});
        QCOMPARE(driver.all<desk::QueryMinuteBars>().size(), 1U);
        driver.forget();

        driver.apply(at(10, 30), halfHour(at(10, 29), false));
        const auto asked = driver.all<desk::QueryMinuteBars>();
        QCOMPARE(asked.size(), 1U);
        QCOMPARE(*asked.front().until, domain::timeOfDay(9, 59));
        driver.forget();

        // The same answer again (a broker that goes in circles) asks for nothing new.
        driver.apply(at(10, 30), halfHour(at(10, 29), false));
        QVERIFY(driver.all<desk::QueryMinuteBars>().empty());
        driver.apply(at(10, 30), halfHour(at(9, 59), false));
        driver.apply(at(10, 30), halfHour(at(9, 29), true));

        QCOMPARE(driver.all<desk::QueryMinuteBars>().size(), 1U);
        QCOMPARE(driver.desk().snapshot({}, 1.0)->charts.front().closed->bars.size(), 90U);
    }

    void aLostFeedIsToldOnceAndItsReturnWithTheLength()
    {
        Driver driver;
        domain::FeedFigures feed;
        feed.state = domain::FeedState::Live;
        feed.frames = 5;
        driver.apply(at(9, 0), feed);
        feed.state = domain::FeedState::Waiting;
        driver.apply(at(9, 1), feed);
        driver.apply(at(9, 1, 1), feed);
        feed.state = domain::FeedState::Registering;
        driver.apply(at(9, 1, 7), feed);
        feed.state = domain::FeedState::Live;
        driver.apply(at(9, 1, 8), feed);

        QCOMPARE(driver.reports(domain::LogCode::FeedLost), 1);
        const auto reports = driver.all<desk::Report>();
        QCOMPARE(reports.back().entry.code, domain::LogCode::FeedReconnected);
        QCOMPARE(reports.back().entry.arguments.value(0), QStringLiteral("8"));
    }

    void aChartPaneShowsBarsAndKeepsTheObjectWhileNothingCloses()
    {
        Driver driver;
        driver.apply(at(9, 0), domain::TimerStep{});
        driver.apply(at(9, 0), threeStocks());
        driver.apply(at(9, 0), domain::WatchChart{
                                   2, domain::ChartRequest{code("005930"), domain::Interval::M1}});
        driver.apply(at(9, 0, 1), trade("005930", at(9, 0, 1), 70'000, 1, 10));
        driver.apply(at(9, 0, 2), trade("005930", at(9, 0, 2), 70'100, 4, 14));
        driver.apply(at(9, 1, 3), trade("005930", at(9, 1, 3), 70'300, 2, 16));

        const auto first = driver.desk().snapshot({}, 1.0);
        driver.apply(at(9, 1, 4), trade("005930", at(9, 1, 4), 70'200, 2, 18));
        const auto second = driver.desk().snapshot({}, 1.0);

        QCOMPARE(first->charts.size(), 1U);
        QCOMPARE(first->charts.front().pane, 2);
        QCOMPARE(first->charts.front().closed->bars.size(), 1U);
        QCOMPARE(first->charts.front().closed->bars.front().volume, 4);
        QCOMPARE(first->charts.front().closed.get(), second->charts.front().closed.get());
        QCOMPARE(first->charts.front().forming->close, 70'300);
        QCOMPARE(second->charts.front().forming->close, 70'200);
    }

    void theChecklistFollowsTheFacts()
    {
        Driver driver;
        driver.apply(at(8, 50), domain::TimerStep{});
        driver.apply(at(8, 50),
                     domain::HolidayReply{*domain::parseDate(u"2025-09-02"), true, false});
        domain::EngineFigures engine;
        engine.diskFreeMiB = 100;

        const auto health = driver.desk().snapshot(engine, 1.0)->health;

        const auto stateOf = [&](domain::HealthCheck check) {
            return std::find_if(health.begin(), health.end(),
                                [&](const domain::HealthItem& item) { return item.check == check; })
                ->state;
        };
        // The broker says closed, the calendar says open: a person must look.
        QCOMPARE(stateOf(domain::HealthCheck::Calendar), domain::HealthState::Bad);
        QCOMPARE(stateOf(domain::HealthCheck::Disk), domain::HealthState::Bad);
        QCOMPARE(stateOf(domain::HealthCheck::Token), domain::HealthState::Pending);
        QCOMPARE(stateOf(domain::HealthCheck::Clock), domain::HealthState::NotApplicable);
    }

    void theBookTellsOfAViWhereNothingElseDoes()
    {
        Driver driver;
        driver.apply(at(10, 0), domain::TimerStep{});
        domain::Quote book;
        book.symbol = code("005930");
        book.phase = domain::BookPhase::ViAuction;
        driver.apply(at(10, 0, 1), book);
        driver.apply(at(10, 0, 2), book);
        QCOMPARE(driver.reports(domain::LogCode::ViStarted), 1);
        QCOMPARE(driver.reports(domain::LogCode::ViEnded), 0);

        book.phase = domain::BookPhase::Continuous;
        driver.apply(at(10, 2, 10), book);

        QCOMPARE(driver.reports(domain::LogCode::ViEnded), 1);
    }

    void aRotatedSlotIsNoWarningButSharesMissingOnALiveStreamAre()
    {
        const auto gaps = [](const Driver& driver, domain::Severity severity) {
            const auto reports = driver.all<desk::Report>();
            return std::count_if(reports.begin(), reports.end(), [&](const desk::Report& report) {
                return report.entry.code == domain::LogCode::DataGap
                       && report.entry.severity == severity;
            });
        };
        const domain::FeedKey key{domain::Stream::Trade, code("005930")};
        Driver driver;
        driver.apply(at(10, 0), domain::TimerStep{});
        driver.apply(at(10, 0), domain::RegistrationChanged{key, true});
        driver.apply(at(10, 0, 1), trade("005930", at(10, 0, 1), 70'000, 5, 100));
        driver.apply(at(10, 0, 2), domain::RegistrationChanged{key, false});
        driver.apply(at(10, 1, 0), domain::RegistrationChanged{key, true});
        driver.apply(at(10, 1, 1), trade("005930", at(10, 1, 1), 70'000, 5, 900));
        QVERIFY(gaps(driver, domain::Severity::Info) > 0);
        QCOMPARE(gaps(driver, domain::Severity::Warning), 0);

        driver.apply(at(10, 1, 20), trade("005930", at(10, 1, 20), 70'000, 5, 2'000));

        QCOMPARE(gaps(driver, domain::Severity::Warning), 1);
    }

    void aClockNobodyMeasuredIsNotCalledGood()
    {
        DeskOptions demo = options();
        demo.environment = domain::EnvironmentKind::Demo;
        Driver driver{demo};
        driver.apply(at(8, 50), domain::TimerStep{});
        const auto clock = [&](std::optional<std::int64_t> offset) {
            domain::EngineFigures engine;
            engine.clockOffsetMs = offset;
            return driver.desk().snapshot(engine, 1.0)->health.back().state;
        };

        QCOMPARE(clock(std::nullopt), domain::HealthState::Pending);
        QCOMPARE(clock(2'000), domain::HealthState::Good);
        QCOMPARE(clock(-2'001), domain::HealthState::Warning);
        QCOMPARE(clock(5'001), domain::HealthState::Bad);
    }

    void theLogIsBounded()
    {
        Driver driver;
        for (int i = 0; i < 600; ++i) {
            driver.apply(at(9, 0),
                         domain::RankingReply{domain::RankingList::TradedValue, false, {}});
        }
        const auto log = driver.desk().snapshot({}, 1.0)->log;
        QCOMPARE(log->size(), desk::EventLog::kEntriesMax);
        QVERIFY(log->front().number < log->back().number);
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
