#include "core/sim/realtime_encoder.h"
#include "tests/core/sim/market_rig.h"
#include "tests/support/no_warnings.h"

#include <QTest>

#include <array>

using namespace core::sim;
using test::sim::EventList;
using test::sim::MarketRig;

namespace
{
QList<QByteArray> fields(std::string_view record)
{
    return QByteArray{record.data(), static_cast<qsizetype>(record.size())}.split('^');
}

/// A busy stretch of the session, one issue watched, encoded as it happens.
QList<QList<QByteArray>> tradesOf(Wire wire, int from, int to)
{
    MarketRig rig{7};
    rig.exchange.startAt(from);
    rig.exchange.watch(rig.id("005930"), true);
    RealtimeEncoder encoder{wire, rig.schedule};
    QList<QList<QByteArray>> out;
    EventList events{[&](const Stock& stock, const FlowEvent& event) {
        if (event.kind == FlowKind::Trade || event.kind == FlowKind::AuctionPrint) {
            out.append(fields(encoder.trade(stock, event)));
        }
    }};
    rig.exchange.publishUntil(to, events);
    return out;
}
}  // namespace

/// Field positions are those of the broker's tables, written down here by hand.
class TestRealtimeEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }

    void tradesHaveTheWidthOfTheirDay()
    {
        const auto now = tradesOf(Wire::Current, MarketRig::at(9, 0), MarketRig::at(9, 1));
        const auto july = tradesOf(Wire::W202607, MarketRig::at(9, 0), MarketRig::at(9, 1));

        QVERIFY(now.size() > 20);
        QCOMPARE(now.size(), july.size());
        for (qsizetype i = 0; i < now.size(); ++i) {
            QCOMPARE(now[i].size(), 47);
            QCOMPARE(july[i].size(), 46);
            QCOMPARE(now[i].mid(0, 46), july[i]);
        }
    }

    void aTradeSaysTheSameThingInAllItsFields()
    {
        const auto all = tradesOf(Wire::Current, MarketRig::at(9, 0), MarketRig::at(9, 10));

        QVERIFY(all.size() > 200);
        qint64 volume = 0;
        for (const QList<QByteArray>& f : all) {
            QCOMPARE(f[0], QByteArray{"005930"});
            QVERIFY(f[1] >= "090000" && f[1] < "091000");
            const qint64 price = f[2].toLongLong();
            QCOMPARE(f[4].toLongLong(), price - 98'600);
            QCOMPARE(f[3], price > 98'600   ? QByteArray{"2"}
                           : price < 98'600 ? QByteArray{"5"}
                                            : QByteArray{"3"});
            QVERIFY(f[9].toLongLong() <= price && price <= f[8].toLongLong());
            volume += f[12].toLongLong();
            QCOMPARE(f[13].toLongLong(), volume);
            QVERIFY(f[14].toLongLong() >= volume * f[9].toLongLong());
            QVERIFY(f[14].toLongLong() <= volume * f[8].toLongLong());
            QCOMPARE(f[17].toLongLong(), f[16].toLongLong() - f[15].toLongLong());
            QVERIFY(f[21] == "1" || f[21] == "5" || f[21] == "3");
            QCOMPARE(f[26].toLongLong(), price - f[7].toLongLong());
            QCOMPARE(f[33], QByteArray{"20261125"});
            QCOMPARE(f[34], QByteArray{"20"});
            QCOMPARE(f[35], QByteArray{"N"});
            QCOMPARE(f[43], QByteArray{"0"});
            QCOMPARE(f[46], QByteArray{"2"});
            // The best ask is what a buyer just paid, the best bid what a seller just got.
            QCOMPARE(f[21] == "5" ? f[11].toLongLong() : f[10].toLongLong(), price);
            QVERIFY(f[10].toLongLong() >= f[11].toLongLong());
        }
    }

    void theFirstTradeOfTheDayIsTheOpeningPrint()
    {
        const auto all = tradesOf(Wire::Current, MarketRig::at(8, 59), MarketRig::at(9, 1));

        QCOMPARE(all.front()[21], QByteArray{"3"});
        QCOMPARE(all.front()[7], all.front()[2]);
        QCOMPARE(all.front()[13], all.front()[12]);
        QCOMPARE(all.front()[45], all.front()[2]);
    }

    void booksHaveTenLevelsThatFitTheLastTrade()
    {
        MarketRig rig{7};
        rig.exchange.startAt(MarketRig::at(10, 0));
        const Stock& stock = rig.exchange.stock(rig.id("005930"));
        const QByteArrayList f = fields(RealtimeEncoder{Wire::Current, rig.schedule}.book(stock));
        RealtimeEncoder old{Wire::W202607, rig.schedule};

        QCOMPARE(f.size(), 63);
        QCOMPARE(fields(old.book(stock)).size(), 59);
        QCOMPARE(f[0], QByteArray{"005930"});
        QCOMPARE(f[2], QByteArray{"0"});
        qint64 asks = 0;
        qint64 bids = 0;
        for (int level = 0; level < 10; ++level) {
            if (level > 0) {
                QVERIFY(f[3 + level].toLongLong() > f[2 + level].toLongLong());
                QVERIFY(f[13 + level].toLongLong() < f[12 + level].toLongLong());
            }
            asks += f[23 + level].toLongLong();
            bids += f[33 + level].toLongLong();
        }
        QVERIFY(f[3].toLongLong() > f[13].toLongLong());
        QCOMPARE(f[43].toLongLong(), asks);
        QCOMPARE(f[44].toLongLong(), bids);
        // The trap of the real wire: no expected price, and yet a change of -100 %.
        QCOMPARE(f[47], QByteArray{"0"});
        QCOMPARE(f[50], QByteArray{"-98600"});
        QCOMPARE(f[52], QByteArray{"-100.00"});
        QCOMPARE(f[53].toLongLong(), stock.figures().accVolume);
    }

    void theOpeningAuctionShowsExpectedPrices()
    {
        MarketRig rig{7};
        rig.exchange.startAt(MarketRig::at(8, 50));
        rig.exchange.watch(rig.id("005930"), true);
        RealtimeEncoder encoder{Wire::Current, rig.schedule};
        RealtimeEncoder old{Wire::W202607, rig.schedule};
        int seen = 0;
        EventList events{[&](const Stock& stock, const FlowEvent& event) {
            QCOMPARE(event.kind, FlowKind::Expected);
            const QByteArrayList f = fields(encoder.expected(stock, event));
            QCOMPARE(f.size(), 46);
            QCOMPARE(f[2].toLongLong(), event.price);
            QCOMPARE(f[7], QByteArray{"0"});
            QCOMPARE(f[13].toLongLong(), event.quantity);
            QCOMPARE(f[14].toLongLong(), event.quantity * event.price);
            QCOMPARE(f[43], QByteArray{"B"});
            QCOMPARE(fields(old.expected(stock, event)).size(), 45);
            const QByteArrayList book = fields(encoder.book(stock));
            QCOMPARE(book[2], QByteArray{"B"});
            QCOMPARE(book[47].toLongLong(), event.price);
            ++seen;
        }};

        rig.exchange.publishUntil(MarketRig::at(8, 51), events);

        QVERIFY(seen >= 3);
    }

    void operationRecordsHaveTenFields()
    {
        MarketRig rig{7};
        rig.exchange.startAt(MarketRig::at(10, 0));
        RealtimeEncoder encoder{Wire::Current, rig.schedule};

        const QByteArrayList f =
            fields(encoder.operation(rig.exchange.stock(rig.id("005930")), "112"));

        QCOMPARE(f.size(), 10);
        QCOMPARE(f[1], QByteArray{"N"});
        QCOMPARE(f[2], QByteArray{"(null)"});
        QCOMPARE(f[3], QByteArray{"112"});
        QCOMPARE(f[8], QByteArray{"N"});
    }
};

QTEST_GUILESS_MAIN(TestRealtimeEncoder)
#include "tst_realtime_encoder.moc"
