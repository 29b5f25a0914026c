#include "core/kis/quote_codec.h"
#include "tests/core/kis/captured_frames.h"

#include <QRegularExpression>
#include <QTest>

using core::domain::BookPhase;
using core::domain::Quote;
using core::kis::CpuPath;

namespace
{
using namespace std::chrono;
constexpr core::domain::TradingDate kDay{year{2026}, June, day{29}};

QString book()
{
    return test::capturedRecord(QStringLiteral("book"));
}

core::base::Result<std::vector<Quote>> decode(const QStringList& records,
                                              CpuPath path = core::kis::bestCpuPath())
{
    core::kis::QuoteDecoder decoder{path};
    const QString frame = test::frameOf(QStringLiteral("H0STASP0"), records);
    const auto header = core::kis::parseFrameHeader(frame);
    const auto quotes = decoder.decode(frame, *header, kDay);
    if (!quotes) {
        return quotes.error();
    }
    return std::vector<Quote>{quotes->begin(), quotes->end()};
}

core::base::Result<std::vector<core::domain::ExpectedTrade>> decodeExpected(const QString& record)
{
    core::kis::ExpectedDecoder decoder;
    const QString frame = test::frameOf(QStringLiteral("H0STANC0"), {record});
    const auto header = core::kis::parseFrameHeader(frame);
    const auto trades = decoder.decode(frame, *header);
    if (!trades) {
        return trades.error();
    }
    return std::vector<core::domain::ExpectedTrade>{trades->begin(), trades->end()};
}
}  // namespace

class TestQuoteCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsTheCapturedBook()
    {
        for (const CpuPath path : {CpuPath::Scalar, core::kis::bestCpuPath()}) {
            const auto quotes = decode({book()}, path);

            QVERIFY(quotes);
            const Quote& quote = quotes->front();
            QCOMPARE(quote.symbol.toString(), QStringLiteral("005930"));
            QCOMPARE(quote.time, core::domain::fromKst(kDay, core::domain::timeOfDay(14, 33, 54)));
            QCOMPARE(quote.asks[0].price.won(), qint64{324000});
            QCOMPARE(quote.asks[0].quantity.shares(), qint64{34364});
            QCOMPARE(quote.asks[9].price.won(), qint64{328500});
            QCOMPARE(quote.asks[9].quantity.shares(), qint64{13243});
            QCOMPARE(quote.bids[0].price.won(), qint64{323500});
            QCOMPARE(quote.bids[0].quantity.shares(), qint64{28602});
            QCOMPARE(quote.bids[9].price.won(), qint64{319000});
            QCOMPARE(quote.bids[9].quantity.shares(), qint64{16282});
            QCOMPARE(quote.totalAsk.shares(), qint64{221049});
            QCOMPARE(quote.totalBid.shares(), qint64{209586});
            QCOMPARE(quote.accVolume.shares(), qint64{26718921});
            QCOMPARE(quote.phase, BookPhase::Continuous);
            QCOMPARE(quote.expectedPrice.won(), qint64{0});
        }
    }

    void readsEveryWidthAlike_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("accepted");

        QTest::newRow("59, the old documents") << 59 << true;
        QTest::newRow("62, since 2025") << 62 << true;
        QTest::newRow("63, since September 2026") << 63 << true;
        QTest::newRow("70, some day") << 70 << true;
        QTest::newRow("58, too narrow") << 58 << false;
    }
    void readsEveryWidthAlike()
    {
        QFETCH(int, width);
        QFETCH(bool, accepted);
        QString record = test::withWidth(book(), width);
        if (width > 62) {
            record = test::withField(record, 62, QStringLiteral("2"));
        }

        const auto quotes = decode({record, record});

        QCOMPARE(quotes.has_value(), accepted);
        if (accepted) {
            QVERIFY(quotes->back() == decode({book()})->front());
        }
    }

    void namesThePhase_data()
    {
        QTest::addColumn<QString>("hour");
        QTest::addColumn<QString>("market");
        QTest::addColumn<BookPhase>("phase");

        QTest::newRow("continuous")
            << QStringLiteral("0") << QStringLiteral("2") << BookPhase::Continuous;
        QTest::newRow("before the open")
            << QStringLiteral("B") << QStringLiteral("2") << BookPhase::PreOpenAuction;
        QTest::newRow("VI") << QStringLiteral("C") << QStringLiteral("2") << BookPhase::ViAuction;
        QTest::newRow("closing auction")
            << QStringLiteral("A") << QStringLiteral("2") << BookPhase::ClosingAuction;
        QTest::newRow("after-market")
            << QStringLiteral("0") << QStringLiteral("3") << BookPhase::AfterHours;
        QTest::newRow("closing price trading")
            << QStringLiteral("0") << QStringLiteral("5") << BookPhase::AfterHours;
        QTest::newRow("unknown is not continuous")
            << QStringLiteral("Q") << QStringLiteral("2") << BookPhase::AfterHours;
    }
    void namesThePhase()
    {
        QFETCH(QString, hour);
        QFETCH(QString, market);
        QFETCH(BookPhase, phase);
        QString record = test::withWidth(book(), 63);
        record = test::withField(test::withField(record, 2, hour), 62, market);

        const auto quotes = decode({record});

        QVERIFY(quotes);
        QCOMPARE(quotes->front().phase, phase);
    }

    void showsAnExpectedPriceInAuctionsOnly()
    {
        QString record = test::withField(book(), 47, QStringLiteral("325000"));
        record = test::withField(record, 48, QStringLiteral("1000"));

        const auto outside = decode({record});
        const auto inside = decode({test::withField(record, 2, QStringLiteral("C"))});

        QCOMPARE(outside->front().expectedPrice.won(), qint64{0});
        QCOMPARE(outside->front().expectedQuantity.shares(), qint64{0});
        QCOMPARE(inside->front().expectedPrice.won(), qint64{325000});
        QCOMPARE(inside->front().expectedQuantity.shares(), qint64{1000});
    }

    void dropsTheFrameForOneBadField_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("text");

        QTest::newRow("time") << 1 << QStringLiteral("250000");
        QTest::newRow("ask") << 3 << QStringLiteral("x");
        QTest::newRow("bid beyond a price") << 13 << QStringLiteral("2000000000");
        QTest::newRow("size") << 23 << QStringLiteral("-5");
        QTest::newRow("accumulated volume") << 53 << QStringLiteral("1.5");
    }
    void dropsTheFrameForOneBadField()
    {
        QFETCH(int, index);
        QFETCH(QString, text);

        const auto quotes = decode({book(), test::withField(book(), index, text)});

        QVERIFY(!quotes);
        QVERIFY(quotes.error().detail.contains(QStringLiteral("H0STASP0 record 2 of 2")));
        QVERIFY(quotes.error().detail.contains(QStringLiteral("field %1 ").arg(index)));
    }

    void takesAnAbsentLevelAsEmpty()
    {
        const auto quotes = decode({test::withField(book(), 12, QString{})});

        QVERIFY(quotes);
        QCOMPARE(quotes->front().asks[9].price.won(), qint64{0});
    }

    void readsTheExpectedTrade()
    {
        const QString record = test::capturedRecord(QStringLiteral("expected"));
        for (const int width : {45, 46, 47}) {
            const auto trades = decodeExpected(test::withWidth(record, width));

            QVERIFY(trades);
            QCOMPARE(trades->size(), std::size_t{1});
            QCOMPARE(trades->front().price.won(), qint64{308000});
            QCOMPARE(trades->front().quantity.shares(), qint64{313469});
            QCOMPARE(
                trades->front().time,
                core::domain::fromKst(year{2026} / July / 7, core::domain::timeOfDay(8, 51, 30)));
        }
        QVERIFY(!decodeExpected(test::withWidth(record, 44)));
    }

    void leavesOutAnExpectedTradeWithoutAPrice()
    {
        const QString record = test::capturedRecord(QStringLiteral("expected"));

        const auto trades = decodeExpected(test::withField(record, 2, QStringLiteral("0")));

        QVERIFY(trades);
        QVERIFY(trades->empty());
    }
};

QTEST_GUILESS_MAIN(TestQuoteCodec)
#include "tst_quote_codec.moc"
