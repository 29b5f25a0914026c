// What the desk tells of the day gets into the store, whole, over restarts and while the store is
// away.

#include "core/engine/day_recorder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace std::chrono_literals;
using engine::DayRecorder;

namespace
{
const domain::TradingDate kDate = *domain::parseDate(u"2025-09-02");

domain::Timestamp at(int hour, int minute)
{
    return domain::fromKst(kDate, domain::timeOfDay(hour, minute, 0));
}

domain::DayRecord head(domain::Timestamp from, domain::Timestamp until)
{
    domain::DayRecord day;
    day.date = kDate;
    day.startEquity = domain::Won{10'000'000};
    day.endEquity = domain::Won{10'001'000};
    day.recordedFrom = from;
    day.recordedUntil = until;
    return day;
}

domain::TradeRecord trade(std::uint32_t number, std::int64_t highest)
{
    domain::TradeRecord trade;
    trade.date = kDate;
    trade.number = number;
    trade.symbol = *domain::Symbol::parse(u"005930");
    trade.openedAt = at(9, 30);
    trade.closedAt = at(9, 40);
    trade.highest = domain::Price::fromWon(highest);
    return trade;
}

domain::MinuteMetrics minute(domain::Timestamp at, std::int64_t equity)
{
    domain::MinuteMetrics minute;
    minute.minute = at;
    minute.equity = minute.equityMin = minute.equityMax = minute.runningMax = domain::Won{equity};
    minute.startEquity = domain::Won{10'000'000};
    minute.samples = 1;
    return minute;
}
}  // namespace

class TestDayRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aDayIsWrittenWhole()
    {
        DayRecorder recorder{options(), 1, false};
        recorder.take(head(at(9, 0), at(10, 0)));
        recorder.take(trade(1, 70'000));
        recorder.take(minute(at(9, 59), 10'001'000));
        QVERIFY(recorder.flush({}).has_value());
        const auto day = recorder.day(kDate);
        QVERIFY(day.has_value() && day->has_value());
        QCOMPARE((*day)->trades.size(), 1U);
        QCOMPARE((*day)->minutes.size(), 1U);
        QCOMPARE((*day)->startEquity, std::optional{domain::Won{10'000'000}});
        QCOMPARE(*recorder.days(), std::vector{kDate});
    }

    void aRestartGoesOnWithTheDay()
    {
        {
            DayRecorder recorder{options(), 1, false};
            recorder.take(head(at(9, 0), at(10, 0)));
            recorder.take(trade(1, 70'000));
            domain::MinuteMetrics last = minute(at(9, 59), 10'001'000);
            last.runningMax = domain::Won{10'050'000};
            last.equityMax = domain::Won{10'002'000};
            recorder.take(last);
            QVERIFY(recorder.flush({}).has_value());
        }
        DayRecorder recorder{options(), 2, false};
        recorder.take(head(at(9, 59), at(10, 10)));
        recorder.take(trade(1, 0));  // Told again; this run has not seen its extremes.
        recorder.take(trade(2, 71'000));
        recorder.take(minute(at(9, 59), 10'000'500));
        recorder.take(minute(at(10, 0), 10'000'000));
        const domain::DataGap outage{
            .from = at(9, 59), .to = at(9, 59) + 30s, .cause = QStringLiteral("outage")};
        QVERIFY(recorder.flush({outage}).has_value());

        const domain::DayRecord day = **recorder.day(kDate);
        QCOMPARE(day.trades.size(), 2U);
        QCOMPARE(day.trades.front().highest.won(), 70'000);
        QCOMPARE(day.recordedFrom, at(9, 0));
        QCOMPARE(day.recordedUntil, at(10, 10));
        QCOMPARE(day.gaps, std::vector{outage});
        QCOMPARE(day.minutes.size(), 2U);
        QCOMPARE(day.minutes.front().equity.value(), 10'000'500);
        QCOMPARE(day.minutes.front().equityMax.value(), 10'002'000);
        QCOMPARE(day.minutes.front().samples, 2);
        // The running maximum is the day's, not this run's.
        QCOMPARE(day.minutes.back().runningMax.value(), 10'050'000);
        QCOMPARE(day.minutes.back().drawdown.value(), 50'000);
    }

    void anotherAccountsDayIsReplaced()
    {
        {
            DayRecorder recorder{options(), 1, false};
            recorder.take(head(at(9, 0), at(10, 0)));
            recorder.take(trade(1, 70'000));
            recorder.take(trade(2, 70'000));
            recorder.take(minute(at(9, 59), 10'001'000));
            QVERIFY(recorder.flush({}).has_value());
        }
        DayRecorder recorder{options(), 2, true};
        recorder.take(head(at(9, 10), at(9, 20)));
        recorder.take(trade(1, 65'000));
        QVERIFY(recorder.flush({}).has_value());
        const domain::DayRecord day = **recorder.day(kDate);
        QCOMPARE(day.trades.size(), 1U);
        QCOMPARE(day.trades.front().highest.won(), 65'000);
        QVERIFY(day.minutes.empty());
        QCOMPARE(day.recordedFrom, at(9, 10));
    }

    void whatCouldNotBeWrittenWaits()
    {
        const QString folder = m_folder->filePath(QStringLiteral("store"));
        QFile blocker{folder};
        QVERIFY(blocker.open(QIODevice::WriteOnly));  // A file where the folder should be.
        storage::MarketStoreOptions store;
        store.folder = folder;
        DayRecorder recorder{store, 1, false};
        recorder.take(head(at(9, 0), at(10, 0)));
        recorder.take(trade(1, 70'000));
        QVERIFY(!recorder.flush({}).has_value());
        recorder.take(trade(2, 70'000));
        QVERIFY(!recorder.flush({}).has_value());
        QVERIFY(blocker.remove());
        QVERIFY(recorder.flush({}).has_value());
        QCOMPARE((**recorder.day(kDate)).trades.size(), 2U);
    }

    void whatWaitsIsBoundedAndBarsGoFirst()
    {
        DayRecorder recorder{options(), 1, false};
        recorder.take(head(at(9, 0), at(10, 0)));
        recorder.take(trade(1, 70'000));
        std::vector<domain::StoredBar> bars(DayRecorder::kWaitingMax / 2 + 1);
        for (std::size_t i = 0; i < bars.size(); ++i) {
            bars[i].symbol = *domain::Symbol::parse(u"005930");
            bars[i].bar.startMinute = static_cast<std::int32_t>(29'000'000 + i);
        }
        recorder.take(bars);
        QCOMPARE(recorder.rowsLost(), 0U);
        recorder.take(bars);
        QVERIFY(recorder.rowsLost() > 0U);
        QVERIFY(recorder.rowsLost() <= DayRecorder::kWaitingMax);
        QVERIFY(recorder.flush({}).has_value());
        QCOMPARE((**recorder.day(kDate)).trades.size(), 1U);
    }

private:
    [[nodiscard]] storage::MarketStoreOptions options() const
    {
        storage::MarketStoreOptions options;
        options.folder = m_folder->path();
        return options;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDayRecorder)
#include "tst_day_recorder.moc"
