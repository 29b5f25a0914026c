// The cache against a slow reference that keeps every trade and makes everything anew from them.

#include "core/indicator/atr.h"
#include "core/indicator/momentum.h"
#include "core/indicator/statistics.h"
#include "market_fixture.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>

using namespace core;
using namespace market_test;
using domain::Bar;
using domain::Interval;
using domain::PrintKind;
using domain::Timestamp;
using domain::Trade;
using market::MarketCache;
using market::SymbolId;

namespace
{
constexpr SymbolId kId{};

std::int32_t minuteOf(Timestamp time)
{
    return static_cast<std::int32_t>(
        std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count());
}

struct Event
{
    Trade trade;
    Timestamp engineNow{};
};

/// Section 1 of the trading rules, written down again without a thought for speed.
class Reference
{
public:
    void apply(const Trade& trade, Timestamp engineNow)
    {
        m_clock = std::max(m_clock, engineNow);
        const auto day = domain::kstDate(trade.time);
        if (m_day && *m_day != day) {
            m_base.reset();
            m_regular = 0;
        }
        m_day = day;
        std::int64_t step = 0;
        std::int64_t turnover = 0;
        if (m_base && trade.accVolume.shares() >= *m_base) {
            step = trade.accVolume.shares() - *m_base;
            turnover = trade.accTurnover.value() - m_turnoverBase;
            if (turnover < 0) {
                turnover = trade.price.won() * step;
            }
        }
        const bool seeds = !m_base || trade.accVolume.shares() < *m_base;
        m_base = trade.accVolume.shares();
        m_turnoverBase = trade.accTurnover.value();
        if (trade.kind != PrintKind::Regular) {
            return;
        }
        m_regular += step;
        const std::int64_t missing =
            seeds ? 0 : std::max<std::int64_t>(step - trade.quantity.shares(), 0);
        const std::int32_t minute = minuteOf(trade.time);
        m_newest = std::max(m_newest, minute);
        const std::int32_t end = std::max(m_newest, minuteOf(m_clock));
        for (const Interval interval : domain::kIntervals) {
            const auto length = static_cast<std::int32_t>(interval);
            const std::int32_t bucket = minute / length * length;
            const bool revised =
                minute < minuteOf(m_clock) && (interval == Interval::M1 || bucket + length <= end);
            if (revised) {
                m_revised[interval].insert({bucket, true});
            }
        }
        m_minutes[minute].push_back({trade.price.won(), step, turnover, missing});
    }
    void advanceTo(Timestamp now) { m_clock = std::max(m_clock, now); }

    [[nodiscard]] std::vector<Bar> bars(Interval interval) const
    {
        const auto length = static_cast<std::int32_t>(interval);
        std::vector<Bar> bars;
        for (const auto& [minute, trades] : m_minutes) {
            const std::int32_t bucket = minute / length * length;
            for (const Print& print : trades) {
                const auto price = static_cast<std::int32_t>(print.price);
                if (bars.empty() || bars.back().startMinute != bucket) {
                    bars.push_back({.volume = 0,
                                    .turnover = 0,
                                    .startMinute = bucket,
                                    .open = price,
                                    .high = price,
                                    .low = price,
                                    .close = price,
                                    .tradesAndFlags = 0});
                }
                Bar& bar = bars.back();
                bar.volume += print.volume;
                bar.turnover += print.turnover;
                bar.high = std::max(bar.high, price);
                bar.low = std::min(bar.low, price);
                bar.close = price;
                ++bar.tradesAndFlags;
            }
        }
        for (Bar& bar : bars) {
            const auto revised = m_revised.find(interval);
            if (revised != m_revised.end() && revised->second.contains(bar.startMinute)) {
                bar.mark(Bar::kRevised);
            }
            if (gapShares(bar.startMinute, length) > 0) {
                bar.mark(Bar::kGap);
            }
        }
        return bars;
    }
    [[nodiscard]] std::int64_t gapShares(std::int32_t start, std::int32_t length) const
    {
        std::int64_t shares = 0;
        for (const auto& [minute, trades] : m_minutes) {
            for (const Print& print : trades) {
                shares += minute >= start && minute < start + length ? print.missing : 0;
            }
        }
        return shares;
    }
    /// Whether the newest bar can still grow.
    [[nodiscard]] bool hasForming(Interval interval) const
    {
        const auto length = static_cast<std::int32_t>(interval);
        return !m_minutes.empty() && m_newest / length * length + length > minuteOf(m_clock);
    }
    [[nodiscard]] std::vector<Bar> today() const
    {
        std::vector<Bar> all = bars(Interval::M1);
        std::erase_if(all,
                      [this](const Bar& bar) { return domain::kstDate(bar.start()) != *m_day; });
        return all;
    }
    [[nodiscard]] std::int64_t regularVolume() const { return m_regular; }

private:
    struct Print
    {
        std::int64_t price;
        std::int64_t volume;
        std::int64_t turnover;
        std::int64_t missing;
    };

    std::map<std::int32_t, std::vector<Print>> m_minutes;
    std::map<Interval, std::map<std::int32_t, bool>> m_revised;
    std::optional<std::int64_t> m_base;
    std::int64_t m_turnoverBase = 0;
    std::optional<domain::TradingDate> m_day;
    std::int64_t m_regular = 0;
    std::int32_t m_newest = 0;
    Timestamp m_clock{};
};

struct Habits
{
    unsigned latePercent = 0;
    unsigned missingPercent = 0;
    unsigned otherPercent = 0;
    int days = 1;
    int trades = 400;
    unsigned gapSecondsMax = 40;
};

std::vector<Event> makeDay(unsigned seed, const Habits& habits)
{
    std::mt19937 random{seed};
    const auto percent = [&random](unsigned chance) { return random() % 100 < chance; };
    std::vector<Event> events;
    std::int64_t price = 10'000;
    for (int day = 0; day < habits.days; ++day) {
        Timestamp now = at(9, 0) + day * 24h;
        std::int64_t volume = 0;
        std::int64_t turnover = 0;
        for (int i = 0; i < habits.trades; ++i) {
            now += std::chrono::milliseconds{random() % (habits.gapSecondsMax * 1'000)};
            price += static_cast<std::int64_t>(random() % 7) * 10 - 30;
            price = std::max<std::int64_t>(price, 1'000);
            const std::int64_t quantity = 1 + static_cast<std::int64_t>(random() % 50);
            const std::int64_t lost =
                percent(habits.missingPercent) ? static_cast<std::int64_t>(random() % 100) : 0;
            volume += quantity + lost;
            turnover += price * (quantity + lost);
            if (percent(habits.missingPercent / 10)) {
                volume /= 2;  // The exchange starts again.
            }
            Trade made =
                trade(std::chrono::floor<std::chrono::seconds>(now), price, quantity, volume);
            made.accTurnover = domain::Won{turnover};
            if (percent(habits.latePercent)) {
                made.time -= std::chrono::seconds{random() % 400};
                made.time = std::max(made.time, at(9, 0) + day * 24h);
            }
            if (percent(habits.latePercent)) {
                made.time += std::chrono::seconds{random() % 3};
            }
            if (percent(habits.otherPercent)) {
                made.kind = PrintKind::Auction;
            }
            events.push_back({made, now});
        }
    }
    return events;
}

bool isNear(std::optional<double> a, std::optional<double> b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-9);
}

/// Empty if equal, else what differs.
QString difference(const MarketCache& cache, const Reference& reference)
{
    for (const Interval interval : domain::kIntervals) {
        std::vector<Bar> bars = cache.closedBarsCopy(kId, interval);
        const std::optional<Bar> forming = cache.formingBar(kId, interval);
        if (forming.has_value() != reference.hasForming(interval)) {
            return QStringLiteral("forming bar of %1").arg(static_cast<int>(interval));
        }
        if (forming) {
            bars.push_back(*forming);
        }
        const std::vector<Bar> expected = reference.bars(interval);
        for (std::size_t i = 0; i < std::max(bars.size(), expected.size()); ++i) {
            if (i >= bars.size() || i >= expected.size() || !(bars[i] == expected[i])) {
                return QStringLiteral("bar %1 of %2 minutes")
                    .arg(i)
                    .arg(static_cast<int>(interval));
            }
        }
    }
    const std::vector<Bar> today = reference.today();
    if (cache.atr(kId) != indicator::atr14(today)) {
        return QStringLiteral("atr");
    }
    for (const int bars : {1, 3, 5, 9}) {
        if (cache.momentum(kId, bars)
            != indicator::momentum(today, static_cast<std::size_t>(bars))) {
            return QStringLiteral("momentum %1").arg(bars);
        }
    }
    if (!isNear(cache.volatilityPct(kId), indicator::volatilityPct(today))) {
        return QStringLiteral("volatility");
    }
    if (cache.view(kId).regularVolume.shares() != reference.regularVolume()) {
        return QStringLiteral("regular volume");
    }
    return {};
}
}  // namespace

class TestMarketReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheSlowReference_data()
    {
        QTest::addColumn<int>("late");
        QTest::addColumn<int>("missing");
        QTest::addColumn<int>("other");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("gapSecondsMax");

        QTest::newRow("a plain busy day") << 0 << 0 << 0 << 1 << 9;
        QTest::newRow("a thin issue") << 0 << 0 << 0 << 1 << 75;
        QTest::newRow("late trades") << 20 << 0 << 0 << 1 << 40;
        QTest::newRow("lost frames and reseeds") << 0 << 30 << 0 << 1 << 40;
        QTest::newRow("auctions in between") << 0 << 5 << 20 << 1 << 40;
        QTest::newRow("everything, three days") << 10 << 10 << 5 << 3 << 30;
    }
    void equalsTheSlowReference()
    {
        QFETCH(int, late);
        QFETCH(int, missing);
        QFETCH(int, other);
        QFETCH(int, days);
        QFETCH(int, gapSecondsMax);
        for (unsigned seed = 1; seed <= 8; ++seed) {
            const std::vector<Event> events =
                makeDay(seed, {.latePercent = static_cast<unsigned>(late),
                               .missingPercent = static_cast<unsigned>(missing),
                               .otherPercent = static_cast<unsigned>(other),
                               .days = days,
                               .trades = 600 / days,
                               .gapSecondsMax = static_cast<unsigned>(gapSecondsMax)});
            MarketCache cache;
            Reference reference;
            for (std::size_t i = 0; i < events.size(); ++i) {
                const auto& [trade, engineNow] = events[i];
                cache.apply(trade, engineNow);
                reference.apply(trade, engineNow);
                if (i % 23 == 0 || i + 1 == events.size()) {
                    const QString found = difference(cache, reference);
                    QVERIFY2(
                        found.isEmpty(),
                        qPrintable(
                            QStringLiteral("seed %1, trade %2: %3").arg(seed).arg(i).arg(found)));
                }
            }
            // And once the clock has passed everything.
            const Timestamp later = events.back().engineNow + 11min;
            cache.advanceTo(later);
            reference.advanceTo(later);
            const QString found = difference(cache, reference);
            QVERIFY2(found.isEmpty(),
                     qPrintable(QStringLiteral("seed %1, end: %2").arg(seed).arg(found)));
        }
    }

    void chunksAndReadersChangeNothing()
    {
        for (unsigned seed = 100; seed < 130; ++seed) {
            const std::vector<Event> events = makeDay(seed, {.latePercent = 10,
                                                             .missingPercent = 10,
                                                             .otherPercent = 5,
                                                             .days = 2,
                                                             .trades = 300});
            std::mt19937 random{seed};
            MarketCache whole;
            MarketCache chunked;
            for (const auto& [trade, engineNow] : events) {
                whole.apply(trade, engineNow);
            }
            Timestamp clock{};
            for (const auto& [trade, engineNow] : events) {
                // Timer steps in between, at any time not after the next event.
                while (clock != Timestamp{} && random() % 3 == 0) {
                    clock += std::chrono::milliseconds{
                        random() % static_cast<unsigned>((engineNow - clock).count() + 1)};
                    chunked.advanceTo(clock);
                    if (const auto id = chunked.find(samsung())) {
                        std::ignore = chunked.closedBars(*id, Interval::M3);
                        std::ignore = chunked.view(*id);
                    }
                }
                chunked.apply(trade, engineNow);
                clock = engineNow;
            }

            const QByteArray message = QByteArray::number(seed);
            QVERIFY2(whole.view(kId) == chunked.view(kId), message.constData());
            for (const Interval interval : domain::kIntervals) {
                QVERIFY2(whole.closedBarsCopy(kId, interval)
                             == chunked.closedBarsCopy(kId, interval),
                         message.constData());
                QVERIFY2(whole.formingBar(kId, interval) == chunked.formingBar(kId, interval),
                         message.constData());
                QVERIFY2(whole.closedBars(kId, interval).closed->gapShares
                             == chunked.closedBars(kId, interval).closed->gapShares,
                         message.constData());
                QVERIFY2(whole.closedBars(kId, interval).closed->vwapCents
                             == chunked.closedBars(kId, interval).closed->vwapCents,
                         message.constData());
            }
            QVERIFY2(whole.recentTrades(kId) == chunked.recentTrades(kId), message.constData());
        }
    }

    void aFullRingKeepsTheNewestBars()
    {
        const std::vector<Event> events = makeDay(3, {.trades = 900, .gapSecondsMax = 50});
        MarketCache small{{.candlesMax = 16}};
        Reference reference;
        for (const auto& [trade, engineNow] : events) {
            small.apply(trade, engineNow);
            reference.apply(trade, engineNow);
        }
        for (const Interval interval : domain::kIntervals) {
            std::vector<Bar> expected = reference.bars(interval);
            QVERIFY(expected.size() > 17U);
            const std::optional<Bar> forming = small.formingBar(kId, interval);
            QVERIFY(forming.has_value());
            QCOMPARE(*forming, expected.back());
            expected.pop_back();
            expected.erase(expected.begin(), expected.end() - 16);
            QCOMPARE(small.closedBarsCopy(kId, interval), expected);
        }
        QCOMPARE(small.atr(kId), indicator::atr14(reference.today()));
        QCOMPARE(small.closedBars(kId, Interval::M1).closed->bars.size(), 16U);
    }

    void aLateTradeInAFullRingLeavesOlderLongBarsAlone()
    {
        MarketCache small{{.candlesMax = 16}};
        for (int minute = 0; minute < 60; ++minute) {
            feed(small, trade(at(9, minute, 1), 1'000 + minute, 1, 100 + minute));
        }
        const std::vector<Bar> before = small.closedBarsCopy(kId, Interval::M3);

        // Fits nowhere any more, then into the oldest minute still kept (09:43).
        small.apply(trade(at(9, 20, 5), 1, 1, 160), at(9, 59, 10));
        QCOMPARE(small.closedBarsCopy(kId, Interval::M3), before);
        small.apply(trade(at(9, 43, 5), 5'000, 1, 161), at(9, 59, 11));

        const std::vector<Bar> after = small.closedBarsCopy(kId, Interval::M3);
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (after[i].start() != at(9, 42)) {
                QCOMPARE(after[i], before[i]);
            }
        }
        QCOMPARE(small.closedBarsCopy(kId, Interval::M1).front().high, 5'000);
    }
};

QTEST_GUILESS_MAIN(TestMarketReference)
#include "tst_market_reference.moc"
