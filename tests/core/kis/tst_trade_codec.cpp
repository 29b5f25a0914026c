#include "core/kis/trade_codec.h"
#include "tests/core/kis/captured_frames.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using core::base::ErrorCode;
using core::domain::Aggressor;
using core::domain::PrintKind;
using core::domain::Trade;
using core::kis::CpuPath;
using core::kis::TradeDecoder;

namespace
{
QString captured()
{
    return test::capturedRecord(QStringLiteral("trade"));
}

QString frame(const QStringList& records)
{
    return test::frameOf(QStringLiteral("H0STCNT0"), records);
}

core::base::Result<std::vector<Trade>> decode(const QString& text, CpuPath path)
{
    TradeDecoder decoder{path};
    const auto header = core::kis::parseFrameHeader(text);
    if (!header) {
        return header.error();
    }
    const auto trades = decoder.decode(text, *header);
    if (!trades) {
        return trades.error();
    }
    return std::vector<Trade>{trades->begin(), trades->end()};
}

std::vector<CpuPath> paths()
{
    std::vector<CpuPath> runnable;
    for (const CpuPath path : {CpuPath::Scalar, CpuPath::Sse2, CpuPath::Avx2}) {
        if (core::kis::canRun(path)) {
            runnable.push_back(path);
        }
    }
    return runnable;
}

core::domain::Timestamp kst(int hour, int minute, int second)
{
    using namespace std::chrono;
    return sys_days{year{2026} / 6 / 23} + hours{hour} + minutes{minute} + seconds{second}
           - hours{9};
}

Trade expectedTrade()
{
    using core::domain::Price;
    using core::domain::Quantity;
    Trade trade;
    trade.symbol = *core::domain::Symbol::parse(std::string_view{"005930"});
    trade.time = kst(15, 14, 25);
    trade.price = Price::fromWon(313000);
    trade.quantity = Quantity{825};
    trade.accVolume = Quantity{34502265};
    trade.accTurnover = core::domain::Won{11581539743500};
    trade.vwapCents = 33567446;
    trade.open = Price::fromWon(347500);
    trade.high = Price::fromWon(353000);
    trade.low = Price::fromWon(310000);
    trade.ask = Price::fromWon(313500);
    trade.bid = Price::fromWon(313000);
    trade.totalAsk = Quantity{92085};
    trade.totalBid = Quantity{151119};
    trade.viReference = Price::fromWon(322000);
    trade.strengthCenti = 6705;
    trade.aggressor = Aggressor::Seller;
    trade.kind = PrintKind::Regular;
    return trade;
}
}  // namespace

class TestTradeCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsTheCapturedRecordOnEveryPath()
    {
        const Trade expected = expectedTrade();

        for (const CpuPath path : paths()) {
            const auto trades = decode(frame({captured()}), path);
            QVERIFY(trades);
            QCOMPARE(trades->size(), std::size_t{1});
            QVERIFY(trades->front() == expected);
        }
    }

    void c12_readsTheOldWidthAndAppendedFieldsAlike()
    {
        const auto now = decode(frame({captured()}), CpuPath::Sse2);
        const auto old = decode(frame({test::withWidth(captured(), 46)}), CpuPath::Sse2);
        const auto wider = decode(frame({test::withWidth(captured(), 60)}), CpuPath::Sse2);

        QVERIFY(now && old && wider);
        QVERIFY(now->front() == old->front());
        QVERIFY(now->front() == wider->front());
    }

    void readsManyRecordsInOrder()
    {
        QStringList records;
        for (int i = 0; i < 999; ++i) {
            records.append(test::withField(captured(), 12, QString::number(i + 1)));
        }

        for (const CpuPath path : paths()) {
            const auto trades = decode(frame(records), path);
            QVERIFY(trades);
            QCOMPARE(trades->size(), std::size_t{999});
            for (std::size_t i = 0; i < trades->size(); ++i) {
                QCOMPARE((*trades)[i].quantity.shares(), static_cast<std::int64_t>(i) + 1);
            }
        }
    }

    void readsOneField_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("accepted");

        const auto row = [](const char* name, int index, const char* text, bool accepted) {
            QTest::newRow(name) << index << QString{QLatin1String(text)} << accepted;
        };
        row("code with letters", 0, "0001A0", true);
        row("code of an ETN", 0, "Q530031", true);
        row("code empty", 0, "", false);
        row("code in small letters", 0, "0001a0", false);
        row("code of eight", 0, "00593012", false);
        row("first second of the day", 1, "000000", true);
        row("last second of the day", 1, "235959", true);
        row("hour 24", 1, "240000", false);
        row("minute 60", 1, "096000", false);
        row("second 60", 1, "090060", false);
        row("time of five digits", 1, "90000", false);
        row("time of seven digits", 1, "0090000", false);
        row("price absent", 2, "", false);
        row("price (null)", 2, "(null)", false);
        row("price zero", 2, "0", false);
        row("price negative", 2, "-313000", false);
        row("price with decimals", 2, "313000.5", false);
        row("price with empty decimals", 2, "313000.00", true);
        row("price at its maximum", 2, "1000000000", true);
        row("price beyond its maximum", 2, "1000000001", false);
        row("price beyond 64 bits", 2, "99999999999999999999", false);
        row("price padded", 2, "000313000", true);
        row("price with a blank", 2, " 313000", false);
        row("price in full-width digits", 2, "\xEF\xBC\x93", false);
        row("VWAP absent", 6, "", true);
        row("VWAP whole", 6, "335674", true);
        row("VWAP with one decimal", 6, "335674.4", true);
        row("VWAP with three decimals", 6, "335674.469", true);
        row("VWAP without digits", 6, ".", false);
        row("VWAP with two points", 6, "33.56.74", false);
        row("open absent", 7, "", true);
        row("open (null)", 7, "(null)", true);
        row("high unreadable", 8, "x", false);
        row("ask zero: side empty", 10, "0", true);
        row("bid absent: side empty", 11, "", true);
        row("quantity absent", 12, "", false);
        row("quantity negative", 12, "-1", false);
        row("accumulated volume absent", 13, "", false);
        row("turnover absent", 14, "", false);
        row("turnover of sixteen digits", 14, "1158153974350000", true);
        row("turnover of seventeen digits", 14, "11581539743500000", true);
        row("turnover beyond 64 bits", 14, "9223372036854775808", false);
        row("strength absent", 18, "", true);
        row("strength beyond its type", 18, "99999999999.99", false);
        row("date absent", 33, "", false);
        row("29 February of no leap year", 33, "20260229", false);
        row("29 February of a leap year", 33, "20280229", true);
        row("totals absent", 38, "", true);
        row("total unreadable", 39, "1e5", false);
        row("VI reference absent", 45, "", true);
    }
    void readsOneField()
    {
        QFETCH(int, index);
        QFETCH(QString, text);
        QFETCH(bool, accepted);
        const QString record = test::withField(captured(), index, text);

        const auto reference = decode(frame({captured(), record}), CpuPath::Scalar);
        QCOMPARE(reference.has_value(), accepted);
        for (const CpuPath path : paths()) {
            const auto trades = decode(frame({captured(), record}), path);
            QCOMPARE(trades.has_value(), accepted);
            if (accepted) {
                QVERIFY(*trades == *reference);
            } else {
                QCOMPARE(trades.error().code, ErrorCode::Malformed);
                QVERIFY(trades.error().detail.contains(QStringLiteral("record 2 of 2")));
                QVERIFY(trades.error().detail.contains(QStringLiteral("field %1 ").arg(index)));
            }
        }
    }

    void keepsDecimalsExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("cents");

        QTest::newRow("two") << QStringLiteral("335674.46") << qint64{33567446};
        QTest::newRow("one") << QStringLiteral("70100.5") << qint64{7010050};
        QTest::newRow("none") << QStringLiteral("70100") << qint64{7010000};
        QTest::newRow("three, cut") << QStringLiteral("0.459") << qint64{45};
        QTest::newRow("absent") << QString{} << qint64{0};
        QTest::newRow("zero") << QStringLiteral("0.00") << qint64{0};
    }
    void keepsDecimalsExactly()
    {
        QFETCH(QString, text);
        QFETCH(qint64, cents);

        for (const CpuPath path : paths()) {
            const auto trades = decode(frame({test::withField(captured(), 6, text)}), path);
            QVERIFY(trades);
            QCOMPARE(trades->front().vwapCents, cents);
        }
    }

    void namesTheKindOfPrint_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("phase");   // NEW_MKOP_CLS_CODE
        QTest::addColumn<QString>("hour");    // HOUR_CLS_CODE
        QTest::addColumn<QString>("side");    // CCLD_DVSN
        QTest::addColumn<QString>("market");  // MARKET_CLS_CODE, "-" = the field is not there
        QTest::addColumn<PrintKind>("kind");
        QTest::addColumn<Aggressor>("aggressor");

        const auto row = [](const char* name, const char* time, const char* phase, const char* hour,
                            const char* side, const char* market, PrintKind kind,
                            Aggressor aggressor) {
            QTest::newRow(name) << QString{QLatin1String(time)} << QString{QLatin1String(phase)}
                                << QString{QLatin1String(hour)} << QString{QLatin1String(side)}
                                << QString{QLatin1String(market)} << kind << aggressor;
        };
        using K = PrintKind;
        using A = Aggressor;
        // clang-format off
        row("a buyer's trade",            "100000", "20", "0", "1", "2", K::Regular,    A::Buyer);
        row("a seller's trade",           "100000", "20", "0", "5", "2", K::Regular,    A::Seller);
        row("the opening price",          "090012", "20", "0", "3", "2", K::Auction,    A::Unknown);
        row("no side",                    "100000", "20", "0", "",  "2", K::Auction,    A::Unknown);
        row("a VI auction",               "100000", "20", "C", "3", "2", K::Auction,    A::Unknown);
        row("a VI auction with a side",   "100000", "20", "C", "1", "2", K::Auction,    A::Buyer);
        row("before the open",            "085500", "10", "B", "3", "1", K::PreOpen,    A::Unknown);
        row("pre-market by market code",  "083500", "20", "0", "1", "1", K::PreOpen,    A::Buyer);
        row("after-market",               "170000", "20", "0", "1", "3", K::AfterHours, A::Buyer);
        row("closing-price trading",      "154500", "30", "0", "1", "5", K::AfterHours, A::Buyer);
        row("a market not known",         "100000", "20", "0", "1", "9", K::AfterHours, A::Buyer);
        row("old wire, regular",          "100000", "20", "0", "1", "-", K::Regular,    A::Buyer);
        row("old wire, before the open",  "085000", "10", "0", "1", "-", K::PreOpen,    A::Buyer);
        row("old wire, after the close",  "154500", "30", "0", "5", "-", K::AfterHours, A::Seller);
        row("old wire, block trade",      "100000", "22", "0", "1", "-", K::Auction,    A::Buyer);
        row("no code at all, morning",    "085959", "",   "0", "1", "-", K::PreOpen,    A::Buyer);
        row("no code at all, session",    "090000", "",   "0", "1", "-", K::Regular,    A::Buyer);
        row("no code at all, evening",    "160000", "",   "0", "1", "-", K::AfterHours, A::Buyer);
        row("market code empty",          "100000", "20", "0", "1", "",  K::Regular,    A::Buyer);
        row("hour class not known",       "100000", "20", "Z", "1", "2", K::Auction,    A::Buyer);
        row("hour class absent",          "100000", "20", "",  "1", "2", K::Auction,    A::Buyer);
        // clang-format on
    }
    void namesTheKindOfPrint()
    {
        QFETCH(QString, time);
        QFETCH(QString, phase);
        QFETCH(QString, hour);
        QFETCH(QString, side);
        QFETCH(QString, market);
        QFETCH(PrintKind, kind);
        QFETCH(Aggressor, aggressor);
        QString record = test::withField(captured(), 1, time);
        record = test::withField(record, 34, phase);
        record = test::withField(record, 43, hour);
        record = test::withField(record, 21, side);
        record = market == u"-" ? test::withWidth(record, 46) : test::withField(record, 46, market);

        for (const CpuPath path : paths()) {
            const auto trades = decode(frame({record}), path);
            QVERIFY(trades);
            QCOMPARE(trades->front().kind, kind);
            QCOMPARE(trades->front().aggressor, aggressor);
            QCOMPARE(trades->front().inViAuction, hour == u"C");
        }
    }

    void treatsAnUnclearHaltAsAHalt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("halted");

        QTest::newRow("no") << QStringLiteral("N") << false;
        QTest::newRow("yes") << QStringLiteral("Y") << true;
        QTest::newRow("absent") << QString{} << false;
        QTest::newRow("something else") << QStringLiteral("?") << true;
    }
    void treatsAnUnclearHaltAsAHalt()
    {
        QFETCH(QString, text);
        QFETCH(bool, halted);

        const auto trades =
            decode(frame({test::withField(captured(), 35, text)}), core::kis::bestCpuPath());

        QVERIFY(trades);
        QCOMPARE(trades->front().halted, halted);
    }

    void c13_neverUsesAPartOfABadFrame()
    {
        const QString bad = test::withField(captured(), 2, QStringLiteral("31300O"));

        for (const CpuPath path : paths()) {
            QVERIFY(!decode(frame({captured(), captured(), bad}), path));
            QVERIFY(!decode(frame({captured(), captured()}) + QStringLiteral("^"), path));
            QVERIFY(!decode(frame({test::withWidth(captured(), 45)}), path));
        }
    }

    void remembersNothingOfTheDayBefore()
    {
        TradeDecoder decoder;
        const QString first = frame({captured()});
        const QString next = frame({test::withField(captured(), 33, QStringLiteral("20260624"))});

        const auto before = decoder.decode(first, *core::kis::parseFrameHeader(first));
        const core::domain::Timestamp firstTime = before->front().time;
        const auto after = decoder.decode(next, *core::kis::parseFrameHeader(next));

        QCOMPARE((after->front().time - firstTime).count(), qint64{86'400'000});
    }

    // The fast readers may only ever say what the reference says.
    void agreesWithTheReferenceOnMutatedFrames()
    {
        constexpr unsigned kSeed = 5930;
        constexpr int kRounds = 60'000;
        std::mt19937 random{kSeed};
        const QString base = frame({captured(), captured()});
        constexpr std::u16string_view kUnits =
            u"0123456789^^.-|YNABC \u0030\uFF10\u0130\u2030\u3030";
        int accepted = 0;

        for (int round = 0; round < kRounds; ++round) {
            QString text = base;
            const auto edits = 1 + random() % 3;
            for (unsigned i = 0; i < edits; ++i) {
                const auto at =
                    15 + static_cast<qsizetype>(random() % static_cast<unsigned>(text.size() - 15));
                const QChar unit{kUnits[random() % kUnits.size()]};
                switch (random() % 4) {
                case 0:
                    text.insert(at, unit);
                    break;
                case 1:
                    text.remove(at, 1);
                    break;
                default:
                    text[at] = unit;
                    break;
                }
            }
            const auto reference = decode(text, CpuPath::Scalar);
            accepted += reference.has_value() ? 1 : 0;
            for (const CpuPath path : paths()) {
                const auto trades = decode(text, path);
                const bool same = trades.has_value() == reference.has_value()
                                  && (!trades || *trades == *reference);
                QVERIFY2(
                    same,
                    qPrintable(
                        QStringLiteral("seed %1, round %2: %3").arg(kSeed).arg(round).arg(text)));
            }
        }
        // Both verdicts must have been seen often, or this proved nothing.
        QVERIFY(accepted > kRounds / 10);
        QVERIFY(accepted < kRounds * 9 / 10);
    }
};

QTEST_GUILESS_MAIN(TestTradeCodec)
#include "tst_trade_codec.moc"
