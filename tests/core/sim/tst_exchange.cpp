#include "core/sim/realtime_encoder.h"
#include "tests/core/sim/market_rig.h"
#include "tests/support/no_warnings.h"

#include <QCryptographicHash>
#include <QTest>

#include <random>

using namespace core::sim;
using test::sim::EventList;
using test::sim::MarketRig;

namespace
{
/// Every trade record and book of the watched issues as bytes.
QByteArray bytesOf(MarketRig& rig, int from, int to, int step)
{
    QByteArray out;
    RealtimeEncoder encoder{Wire::Current, rig.schedule};
    EventList events{[&](const Stock& stock, const FlowEvent& event) {
        const auto add = [&](std::string_view record) {
            out.append(record.data(), static_cast<qsizetype>(record.size()));
            out.append('\n');
        };
        if (event.kind == FlowKind::Trade || event.kind == FlowKind::AuctionPrint) {
            add(encoder.trade(stock, event));
        }
        add(encoder.book(stock));
    }};
    for (int now = from; now < to; now += step) {
        rig.exchange.publishUntil(std::min(now + step, to), events);
    }
    return out;
}

std::vector<StockId> someIssues(const MarketRig& rig)
{
    std::vector<StockId> out;
    for (std::size_t i = 0; i < rig.exchange.size(); i += 9) {
        out.push_back(static_cast<StockId>(i));
    }
    return out;
}
}  // namespace

class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void theSameSeedAndStartGiveTheSameBytes()
    {
        const auto run = [](std::uint64_t seed, int step) {
            MarketRig rig{seed};
            rig.exchange.startAt(MarketRig::at(9, 20));
            for (const StockId id : someIssues(rig)) {
                rig.exchange.watch(id, true);
            }
            return bytesOf(rig, MarketRig::at(9, 20), MarketRig::at(9, 25), step);
        };

        const QByteArray first = run(11, 1'000);

        QVERIFY(first.count('\n') > 300);
        QCOMPARE(run(11, 1'000), first);
        // The pace at which the clock is moved is not part of the market.
        QCOMPARE(run(11, 137), first);
        QVERIFY(run(12, 1'000) != first);
    }

    void aLaterStartJoinsTheMarketThatWouldHaveBeenThere()
    {
        MarketRig running{5};
        running.exchange.startAt(MarketRig::at(8, 50));
        for (const StockId id : someIssues(running)) {
            running.exchange.watch(id, true);
        }
        (void)bytesOf(running, MarketRig::at(8, 50), MarketRig::at(10, 7, 13), 5'000);
        const QByteArray went =
            bytesOf(running, MarketRig::at(10, 7, 13), MarketRig::at(10, 9), 700);

        MarketRig restarted{5};
        restarted.exchange.startAt(MarketRig::at(10, 7, 13));
        for (const StockId id : someIssues(restarted)) {
            restarted.exchange.watch(id, true);
        }

        QCOMPARE(bytesOf(restarted, MarketRig::at(10, 7, 13), MarketRig::at(10, 9), 700), went);
    }

    void askingForAnIssueDoesNotChangeIt()
    {
        MarketRig asked{9};
        MarketRig left{9};
        asked.exchange.startAt(MarketRig::at(9, 0));
        EventList nobody{[](const Stock&, const FlowEvent&) {}};
        for (int minute = 1; minute <= 60; ++minute) {
            asked.exchange.publishUntil(MarketRig::at(9, 0) + minute * 60'000, nobody);
            asked.exchange.advanceSome(17);
            (void)asked.exchange.stockWithBars(static_cast<StockId>(minute));
        }
        asked.exchange.advanceAll();
        left.exchange.startAt(MarketRig::at(10, 0));

        left.exchange.advanceAll();

        for (std::size_t i = 0; i < left.exchange.size(); ++i) {
            const auto id = static_cast<StockId>(i);
            QVERIFY(asked.exchange.stock(id).figures() == left.exchange.stock(id).figures());
        }
    }

    void barsAddUpToTheDay()
    {
        MarketRig rig{3};
        rig.exchange.startAt(MarketRig::at(15, 31));
        const Stock& stock = rig.exchange.stockWithBars(rig.id("000660"));
        const Figures& f = stock.figures();
        std::int64_t volume = 0;
        std::int32_t high = 0;
        for (const MinuteBar& bar : stock.bars()) {
            QVERIFY(bar.low <= std::min(bar.open, bar.close));
            QVERIFY(bar.high >= std::max(bar.open, bar.close));
            volume += bar.volume;
            high = std::max(high, bar.high);
        }

        QCOMPARE(volume, f.accVolume);
        QCOMPARE(high, f.high);
        QCOMPARE(stock.bars().front().minute, 9 * 60);
        QCOMPARE(stock.bars().back().minute, 15 * 60 + 30);
        QCOMPARE(stock.bars().back().accTurnover, f.accTurnover);
    }

    void pricesKeepToStepsLimitsAndHours()
    {
        MarketRig rig{21};
        rig.exchange.startAt(MarketRig::at(8, 30));
        for (std::size_t i = 0; i < rig.exchange.size(); ++i) {
            rig.exchange.watch(static_cast<StockId>(i), true);
        }
        qint64 trades = 0;
        EventList events{[&](const Stock& stock, const FlowEvent& event) {
            if (event.kind == FlowKind::BookOnly) {
                return;
            }
            const auto price = core::domain::Price::fromWon(event.price);
            QVERIFY(core::domain::isOnStep(price, stock.listing().steps()));
            QVERIFY(price >= stock.limits().lower && price <= stock.limits().upper);
            if (event.kind == FlowKind::Trade) {
                ++trades;
                QVERIFY(event.at >= MarketRig::at(9, 0) && event.at < MarketRig::at(15, 20));
                QVERIFY(!stock.listing().has(core::domain::InstrumentFlag::Halted));
                QVERIFY(!stock.listing().callAuctions());
            }
        }};

        rig.exchange.publishUntil(MarketRig::at(16, 0), events);

        QVERIFY(trades > 50'000);
        QVERIFY(std::find(events.codes.begin(), events.codes.end(), "112") != events.codes.end());
        QVERIFY(std::find(events.codes.begin(), events.codes.end(), "129") != events.codes.end());
    }

    void aVolatilityInterruptionStopsTradingForTwoMinutes()
    {
        int found = 0;
        for (std::uint64_t seed = 1; seed <= 40 && found < 5; ++seed) {
            MarketRig rig{seed};
            rig.exchange.startAt(MarketRig::at(15, 19));
            for (std::size_t i = 0; i < rig.exchange.size(); ++i) {
                for (const ViRecord& vi : rig.exchange.stock(static_cast<StockId>(i)).viRecords()) {
                    if (vi.endAt == 0 || vi.endAt > MarketRig::at(15, 18)) {
                        continue;
                    }
                    ++found;
                    const int length = vi.endAt - vi.startAt;
                    QVERIFY2(length >= 120'000 && length <= 150'000,
                             qPrintable(QString::number(length)));
                    const double move = static_cast<double>(vi.price) / vi.reference;
                    QVERIFY2(move >= 1.0999 || move <= 0.9001, qPrintable(QString::number(move)));
                }
            }
        }
        QVERIFY(found >= 5);
    }

    void theListIsLikeTheRealOne()
    {
        const core::domain::TradingDate date{std::chrono::year{2026}, std::chrono::November,
                                             std::chrono::day{25}};
        const std::vector<Listing> all = makeListings(1, 2'400, date, {});
        using core::domain::InstrumentFlag;
        QCOMPARE(all.size(), std::size_t{2'400});
        const auto count = [&](auto wanted) {
            return std::count_if(all.begin(), all.end(), wanted);
        };
        const auto flagged = [&](InstrumentFlag flag) {
            return count([&](const Listing& l) { return l.has(flag); });
        };
        for (const InstrumentFlag flag :
             {InstrumentFlag::Halted, InstrumentFlag::Administrative, InstrumentFlag::Liquidation,
              InstrumentFlag::Spac, InstrumentFlag::Preferred, InstrumentFlag::Warning,
              InstrumentFlag::Caution, InstrumentFlag::Overheated, InstrumentFlag::Kospi200,
              InstrumentFlag::Kosdaq150}) {
            QVERIFY2(flagged(flag) > 0, qPrintable(QString::number(static_cast<quint32>(flag))));
            QVERIFY(flagged(flag) < 400);
        }
        QVERIFY(count([](const Listing& l) { return l.symbol().view().front() == 'Q'; }) > 10);
        QVERIFY(count([](const Listing& l) {
                    const std::string_view code = l.symbol().view();
                    return code.front() != 'Q'
                           && code.find_first_not_of("0123456789") != std::string_view::npos;
                })
                > 10);
        QVERIFY(
            count([](const Listing& l) { return l.dailyVolume * l.reference > 100'000'000'000; })
            >= 10);
        for (std::size_t i = 0; i < all.size(); ++i) {
            QVERIFY(all[i].reference >= 100 && all[i].reference <= 800'000);
            QVERIFY(i == 0 || all[i - 1].symbol() < all[i].symbol());
        }
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
