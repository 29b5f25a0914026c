#include "core/kis/caret_scan.h"
#include "core/kis/frame.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using core::base::ErrorCode;
using core::domain::Stream;
using core::kis::CpuPath;
using core::kis::FieldEdges;
using core::kis::parseFrameHeader;
using core::kis::RecordTable;

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void readsTheHead()
    {
        const QString frame = QStringLiteral("0|H0STCNT0|011|a^b");

        const auto header = parseFrameHeader(frame);

        QVERIFY(header);
        QCOMPARE(header->stream, Stream::Trade);
        QCOMPARE(header->count, 11U);
        QVERIFY(!header->encrypted);
        QCOMPARE(frame.mid(header->payloadAt), QStringLiteral("a^b"));
    }

    void knowsEveryStreamByItsId_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Stream>("stream");

        const auto row = [](const char* id, Stream stream) {
            QTest::newRow(id) << QString{QLatin1String(id)} << stream;
        };
        row("H0STCNT0", Stream::Trade);
        row("H0STASP0", Stream::Quote);
        row("H0STANC0", Stream::Expected);
        row("H0STMKO0", Stream::Operation);
        row("H0STCNI0", Stream::Notice);
        row("H0STCNI9", Stream::Notice);
        row("K0STCNI0", Stream::Notice);
        row("K0STCNI9", Stream::Notice);
    }
    void knowsEveryStreamByItsId()
    {
        QFETCH(QString, id);
        QFETCH(Stream, stream);

        const auto header = parseFrameHeader(QStringLiteral("1|%1|001|x").arg(id));

        QVERIFY(header);
        QCOMPARE(header->stream, stream);
        QVERIFY(header->encrypted);
    }

    void refusesABadHead_data()
    {
        QTest::addColumn<QString>("frame");
        QTest::addColumn<ErrorCode>("code");

        const auto row = [](const char* name, const char* frame, ErrorCode code) {
            QTest::newRow(name) << QString{QLatin1String(frame)} << code;
        };
        row("empty", "", ErrorCode::Malformed);
        row("flag only", "0", ErrorCode::Malformed);
        row("another flag", "2|H0STCNT0|001|a", ErrorCode::Malformed);
        row("short id", "0|H0STCNT|001|a", ErrorCode::Malformed);
        row("no payload bar", "0|H0STCNT0|001", ErrorCode::Malformed);
        row("count zero", "0|H0STCNT0|000|a", ErrorCode::Malformed);
        row("count empty", "0|H0STCNT0||a", ErrorCode::Malformed);
        row("count of four digits", "0|H0STCNT0|1000|a", ErrorCode::Malformed);
        row("count with a sign", "0|H0STCNT0|-01|a", ErrorCode::Malformed);
        row("count with letters", "0|H0STCNT0|0x1|a", ErrorCode::Malformed);
        row("a stream of another venue", "0|H0NXCNT0|001|a", ErrorCode::Unsupported);
    }
    void refusesABadHead()
    {
        QFETCH(QString, frame);
        QFETCH(ErrorCode, code);

        const auto header = parseFrameHeader(frame);

        QVERIFY(!header);
        QCOMPARE(header.error().code, code);
    }

    void findsTheSameFieldsOnEveryPath()
    {
        constexpr unsigned kSeed = 20261124;
        std::mt19937 random{kSeed};
        FieldEdges reference;
        FieldEdges other;

        for (int round = 0; round < 4000; ++round) {
            const auto size = static_cast<qsizetype>(random() % 400);
            const auto from = static_cast<qsizetype>(random() % 20);
            QString text(from + size, u'1');
            for (QChar& unit : text) {
                // Neighbours of the caret and its high byte's double are the likely mistakes.
                constexpr std::array kUnits{u'^',
                                            u'^',
                                            u'0',
                                            u'9',
                                            u']',
                                            u'_',
                                            u'\u5E5E',
                                            u'\u5E00',
                                            u'\u005F',
                                            u'\uFF5E',
                                            char16_t{0xDE5E}};
                unit = QChar{kUnits[random() % kUnits.size()]};
            }
            reference.scan(text, from, CpuPath::Scalar);
            for (const CpuPath path : {CpuPath::Sse2, CpuPath::Avx2}) {
                if (!core::kis::canRun(path)) {
                    continue;
                }
                other.scan(text, from, path);
                QVERIFY2(other.fieldCount() == reference.fieldCount()
                             && std::equal(reference.edges(),
                                           reference.edges() + reference.fieldCount() + 1,
                                           other.edges()),
                         qPrintable(QStringLiteral("seed %1, round %2").arg(kSeed).arg(round)));
            }
        }
    }

    void c13_dividesFieldsByTheRecordCount_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<unsigned>("count");
        QTest::addColumn<unsigned>("widthMin");
        QTest::addColumn<int>("width");  // 0 = refused.

        QTest::newRow("one record") << QStringLiteral("a^b^c") << 1U << 3U << 3;
        QTest::newRow("two records") << QStringLiteral("a^b^c^d") << 2U << 2U << 2;
        QTest::newRow("wider than needed") << QStringLiteral("a^b^c^d") << 2U << 1U << 2;
        QTest::newRow("trailing empty fields count") << QStringLiteral("a^^") << 1U << 3U << 3;
        QTest::newRow("narrower than needed") << QStringLiteral("a^b") << 1U << 3U << 0;
        QTest::newRow("does not divide") << QStringLiteral("a^b^c") << 2U << 1U << 0;
        QTest::newRow("more records than fields") << QStringLiteral("a^b") << 3U << 0U << 0;
        QTest::newRow("empty payload") << QString{} << 1U << 2U << 0;
    }
    void c13_dividesFieldsByTheRecordCount()
    {
        QFETCH(QString, payload);
        QFETCH(unsigned, count);
        QFETCH(unsigned, widthMin);
        QFETCH(int, width);
        RecordTable table;

        const auto status = table.read(payload, 0, count, widthMin);

        QCOMPARE(status.has_value(), width != 0);
        if (status) {
            QCOMPARE(static_cast<int>(table.width()), width);
            QCOMPARE(table.record(0).field(0).toString(), payload.section(u'^', 0, 0));
            QCOMPARE(table.record(count - 1).field(table.width() - 1).toString(),
                     payload.section(u'^', -1, -1));
        }
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_frame.moc"
