#include "core/kis/notice_codec.h"
#include "core/kis/operation_codec.h"
#include "tests/core/kis/captured_frames.h"

#include <QRegularExpression>
#include <QTest>

using core::base::ErrorCode;
using core::domain::NoticeKind;
using core::domain::OperationEvent;
using core::kis::NoticeKey;

namespace
{
NoticeKey testKey()
{
    return {QByteArrayLiteral("abcdefghijklmnopqrstuvwxyz012345"),
            QByteArrayLiteral("0123456789abcdef")};
}

QString sealed()
{
    return test::capturedRecord(QStringLiteral("notice_accepted.base64"));
}

core::base::Result<std::vector<core::domain::MarketOperation>> operations(const QString& record)
{
    const QString frame = test::frameOf(QStringLiteral("H0STMKO0"), {record});
    return core::kis::decodeOperations(frame, *core::kis::parseFrameHeader(frame));
}
}  // namespace

class TestNoticeCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{QStringLiteral(".*")}); }

    void opensTheTestVector()
    {
        const auto plain = core::kis::decryptNotice(sealed(), testKey());

        QVERIFY(plain);
        QCOMPARE(*plain, test::capturedRecord(QStringLiteral("notice_accepted")));
    }

    void refusesWhatDoesNotOpen_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<NoticeKey>("key");
        QTest::addColumn<ErrorCode>("code");

        NoticeKey wrong = testKey();
        wrong.key[0] = 'z';
        NoticeKey shortKey = testKey();
        shortKey.key.chop(1);
        NoticeKey longIv = testKey();
        longIv.iv.append('0');
        QTest::newRow("wrong key") << sealed() << wrong << ErrorCode::Malformed;
        QTest::newRow("key too short") << sealed() << shortKey << ErrorCode::Unauthorized;
        QTest::newRow("iv too long") << sealed() << longIv << ErrorCode::Unauthorized;
        QTest::newRow("no key") << sealed() << NoticeKey{} << ErrorCode::Unauthorized;
        QTest::newRow("empty") << QString{} << testKey() << ErrorCode::Malformed;
        QTest::newRow("not base64") << QStringLiteral("a^b^c") << testKey() << ErrorCode::Malformed;
        QTest::newRow("cut in a block") << sealed().chopped(8) << testKey() << ErrorCode::Malformed;
        QTest::newRow("half a block")
            << QStringLiteral("AAAAAAAAAAA=") << testKey() << ErrorCode::Malformed;
    }
    void refusesWhatDoesNotOpen()
    {
        QFETCH(QString, payload);
        QFETCH(NoticeKey, key);
        QFETCH(ErrorCode, code);

        const auto plain = core::kis::decryptNotice(payload, key);

        QVERIFY(!plain);
        QCOMPARE(plain.error().code, code);
    }

    void readsAnAcceptance()
    {
        const auto notices =
            core::kis::decodeNotices(test::capturedRecord(QStringLiteral("notice_accepted")), 1);

        QVERIFY(notices);
        const core::domain::OrderNotice& notice = notices->front();
        QCOMPARE(notice.kind, NoticeKind::Accepted);
        QCOMPARE(notice.account, QStringLiteral("1234567801"));
        QCOMPARE(notice.orderNumber, QStringLiteral("1562"));
        QCOMPARE(notice.originalNumber, QString{});
        QCOMPARE(notice.side, core::domain::Side::Buy);
        QCOMPARE(notice.symbol.toString(), QStringLiteral("005930"));
        QCOMPARE(notice.quantity.shares(), qint64{10});
        QCOMPARE(notice.price, core::domain::Price::fromWon(70000));
        QCOMPARE(notice.orderQuantity.shares(), qint64{10});
        QCOMPARE(notice.time, core::domain::timeOfDay(9, 27, 1));
    }

    void c12_readsAFillInEveryWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("accepted");

        QTest::newRow("22") << 22 << false;
        QTest::newRow("23, the wire") << 23 << true;
        QTest::newRow("24") << 24 << true;
        QTest::newRow("26, the documentation") << 26 << true;
        QTest::newRow("30, some day") << 30 << true;
    }
    void c12_readsAFillInEveryWidth()
    {
        QFETCH(int, width);
        QFETCH(bool, accepted);
        const QString record =
            test::withWidth(test::capturedRecord(QStringLiteral("notice_filled")), width);

        const auto notices = core::kis::decodeNotices(record + u'^' + record, 2);

        QCOMPARE(notices.has_value(), accepted);
        if (accepted) {
            QCOMPARE(notices->size(), std::size_t{2});
            QCOMPARE(notices->back().kind, NoticeKind::Fill);
            QCOMPARE(notices->back().quantity.shares(), qint64{1});
            QCOMPARE(notices->back().price, core::domain::Price::fromWon(43295));
        }
    }

    void c11_namesTheEventByFourFields_data()
    {
        QTest::addColumn<QString>("fields");  // CNTG_YN RFUS_YN ACPT_YN RCTF_CLS
        QTest::addColumn<NoticeKind>("kind");

        const auto row = [](const char* fields, NoticeKind kind) {
            QTest::newRow(fields) << QString{QLatin1String(fields)} << kind;
        };
        row("1010", NoticeKind::Accepted);
        row("1011", NoticeKind::AmendReceived);
        row("1021", NoticeKind::AmendConfirmed);
        row("1012", NoticeKind::CancelReceived);
        row("1022", NoticeKind::CancelConfirmed);
        row("1030", NoticeKind::RemainderCancelled);
        row("2020", NoticeKind::Fill);
        row("2021", NoticeKind::Fill);
        row("2022", NoticeKind::Fill);
        row("1110", NoticeKind::Rejected);
        row("1121", NoticeKind::Rejected);
        row("1132", NoticeKind::Rejected);
        row("1020", NoticeKind::Unknown);
        row("1031", NoticeKind::Unknown);
        row("1013", NoticeKind::Unknown);
        row("2010", NoticeKind::Unknown);
        row("2030", NoticeKind::Unknown);
        row("2120", NoticeKind::Unknown);
        row("0010", NoticeKind::Unknown);
        row("3020", NoticeKind::Unknown);
        row("1910", NoticeKind::Unknown);
    }
    void c11_namesTheEventByFourFields()
    {
        QFETCH(QString, fields);
        QFETCH(NoticeKind, kind);

        QCOMPARE(core::kis::noticeKind(fields.mid(0, 1), fields.mid(1, 1), fields.mid(2, 1),
                                       fields.mid(3, 1)),
                 kind);
    }

    void b12_neverMakesAFillOfAnAbsentPriceOrQuantity_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("text");

        QTest::newRow("no price") << 10 << QString{};
        QTest::newRow("zero price") << 10 << QStringLiteral("000000000");
        QTest::newRow("no quantity") << 9 << QString{};
        QTest::newRow("zero quantity") << 9 << QStringLiteral("0000000000");
    }
    void b12_neverMakesAFillOfAnAbsentPriceOrQuantity()
    {
        QFETCH(int, index);
        QFETCH(QString, text);
        const QString record =
            test::withField(test::capturedRecord(QStringLiteral("notice_filled")), index, text);

        const auto notices = core::kis::decodeNotices(record, 1);

        QVERIFY(notices);
        QCOMPARE(notices->front().kind, NoticeKind::Unknown);
        QVERIFY(index != 10 || !notices->front().price);
    }

    void saysWhichFieldButNotWhatItHeld()
    {
        const QString record = test::withField(
            test::capturedRecord(QStringLiteral("notice_filled")), 9, QStringLiteral("HTSUSER1"));

        const auto notices = core::kis::decodeNotices(record, 1);

        QVERIFY(!notices);
        QVERIFY(notices.error().detail.contains(QStringLiteral("field 9")));
        QVERIFY(!notices.error().detail.contains(QStringLiteral("HTSUSER1")));
        QVERIFY(!notices.error().detail.contains(QStringLiteral("1234567801")));
    }

    void readsTheCapturedOperation()
    {
        const auto decoded = operations(test::capturedRecord(QStringLiteral("operation")));

        QVERIFY(decoded);
        const core::domain::MarketOperation& operation = decoded->front();
        QCOMPARE(operation.symbol.toString(), QStringLiteral("396300"));
        QCOMPARE(operation.event, OperationEvent::None);
        QVERIFY(!operation.halted);
        QVERIFY(operation.haltReason.isEmpty());
        QVERIFY(!operation.viActive);
    }

    void readsOperationsOfBothWidths()
    {
        const QString record = test::capturedRecord(QStringLiteral("operation"));

        QVERIFY(operations(test::withWidth(record, 11)));
        QVERIFY(!operations(test::withWidth(record, 9)));
    }

    void takesUnclearFlagsForTheWorse()
    {
        const QString record = test::capturedRecord(QStringLiteral("operation"));

        QVERIFY(operations(test::withField(record, 8, QStringLiteral("Y")))->front().viActive);
        QVERIFY(operations(test::withField(record, 8, QStringLiteral("?")))->front().viActive);
        QVERIFY(operations(test::withField(record, 1, QStringLiteral("Y")))->front().halted);
        QVERIFY(operations(test::withField(record, 7, QStringLiteral("58")))->front().halted);
    }

    void translatesTheSessionCodes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<OperationEvent>("event");

        const auto row = [](const char* code, OperationEvent event) {
            QTest::newRow(*code == '\0' ? "empty" : code) << QString{QLatin1String(code)} << event;
        };
        row("", OperationEvent::None);
        row("(null)", OperationEvent::None);
        row("110", OperationEvent::OpeningAuction);
        row("112", OperationEvent::Open);
        row("121", OperationEvent::ClosingAuction);
        row("129", OperationEvent::Close);
        row("130", OperationEvent::AfterHours);
        row("159", OperationEvent::AfterHours);
        row("164", OperationEvent::Halt);
        row("174", OperationEvent::CircuitBreaker);
        row("175", OperationEvent::CircuitBreakerEnd);
        row("184", OperationEvent::CircuitBreaker);
        row("185", OperationEvent::CircuitBreakerEnd);
        row("387", OperationEvent::SidecarOn);
        row("398", OperationEvent::SidecarOff);
        row("F09", OperationEvent::Countdown);
        row("P11", OperationEvent::Countdown);
        row("777", OperationEvent::Unknown);
    }
    void translatesTheSessionCodes()
    {
        QFETCH(QString, code);
        QFETCH(OperationEvent, event);

        QCOMPARE(core::kis::operationEvent(code), event);
    }
};

QTEST_GUILESS_MAIN(TestNoticeCodec)
#include "tst_notice_codec.moc"
